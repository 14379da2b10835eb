/*
 * shown: what is told of a practice beside an item, by the column `shows` of items.csv.
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

/* Whether anything is to be told beside the item, also of a practice of which nothing is known. */
bool shown_wanted(const struct item *item);

/* Whether every item of it is so: it asks if a practice would work elsewhere. */
bool shown_transfers(const struct checklist *checklist);

/*
 * What the catalogue has of it for the practice, `*count` of them, in the order of the facts and
 * then of the guides. In the language `lang` as for catalogue_text. Array and texts live in `arena`
 * or in the catalogue's; texts are raw UTF-8.
 */
const struct shown *shown_list(const struct catalogue *catalogue, const struct practice *practice,
                               const struct item *item, const char *lang, struct arena *arena,
                               size_t *count);

#endif
