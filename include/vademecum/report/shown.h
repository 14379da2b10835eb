/*
 * shown: what of a practice stands beside an item, by the column `shows` of items.csv.
 */
#ifndef VADEMECUM_REPORT_SHOWN_H
#define VADEMECUM_REPORT_SHOWN_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"

#include <stdbool.h>
#include <stddef.h>

struct shown {
    const char *label; /* translated: "Partners", "Obstacle" */
    const char *text;  /* never empty */
};

/* Whether anything is to stand beside the item, even when nothing is known of the practice. */
bool shown_wanted(const struct item *item);

/* Whether that is so for every item: the checklist asks if a practice would work elsewhere. */
bool shown_transfers(const struct checklist *checklist);

/*
 * What stands beside the item for the practice, `*count` of them, in the order of the facts and
 * then of the guides. `lang` is as for catalogue_text. Array and texts live in `arena` or in the
 * catalogue's; texts are raw UTF-8.
 */
const struct shown *shown_list(const struct catalogue *catalogue, const struct practice *practice,
                               const struct item *item, const char *lang, struct arena *arena,
                               size_t *count);

#endif
