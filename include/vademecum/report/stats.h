/*
 * stats: counts what there is in the catalogue and in each of its checklists.
 */
#ifndef VADEMECUM_REPORT_STATS_H
#define VADEMECUM_REPORT_STATS_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"

#include <stddef.h>

struct stat_count {
    const struct checklist *checklist; /* that it is about, or NULL: the whole catalogue */
    const char *name;                  /* for programs: "not_met"; one of a kind per checklist */
    const char *label;                 /* for people, translated */
    size_t count;
};

/*
 * All counts: those of the whole catalogue, then those of each checklist in the catalogue's order.
 * In `arena`.
 */
const struct stat_count *stats_count(const struct catalogue *catalogue, struct arena *arena,
                                     size_t *count);

/* The columns of stats_sheet. */
enum {
    STATS_CHECKLIST,
    STATS_NAME,
    STATS_COUNT,
    STATS_COLUMNS
};

/*
 * A row for each count, then for each figure: the id of its checklist or "", its name, the number.
 * Figures are named KIND/ID/met and KIND/ID/of, values of filters KIND/ID; no id has a slash.
 */
void stats_sheet(const struct report *report, struct sheet *sheet);

#endif
