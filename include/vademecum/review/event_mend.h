/*
 * event_mend: keeps spreadsheets from changing a line, and puts back what they changed. A part of
 * event, for which others call event_parse.
 */
#ifndef VADEMECUM_REVIEW_EVENT_MEND_H
#define VADEMECUM_REVIEW_EVENT_MEND_H

#include "vademecum/base/arena.h"
#include "vademecum/review/event_cells.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    EVENT_DRIFT_MAX = 60 /* seconds that a counter runs ahead of the clock when keys come fast */
};

/* The value as it stands in a line: on one line, and nothing that a spreadsheet would change. */
const char *event_mend_guard(struct arena *arena, const char *value);

/* The value of a cell; NULL for an escape that is none of ours. */
const char *event_mend_unguard(struct arena *arena, const char *cell);

/* What to write behind the check, so that event_mend finds it; NULL when nothing is at risk. */
const char *event_mend_keep(struct arena *arena, const char *const cells[CELL_COUNT],
                            uint64_t counter);

/*
 * Puts back what a spreadsheet has changed in the cells, so that the check fits. False when that is
 * not possible: then they are as they were. `kept` is the ninth cell, or "".
 */
bool event_mend(struct arena *arena, const char *cells[CELL_COUNT], const char *kept,
                uint64_t counter);

/*
 * The line as it was before a spreadsheet took it to be in another encoding, the one with this
 * number, from 0 on; `*length` gets its bytes. NULL when it cannot be in that encoding.
 */
const char *event_mend_recode(struct arena *arena, const char *bytes, size_t *length,
                              size_t number);

/* How many encodings event_mend_recode knows. */
size_t event_mend_recodings(void);

#endif
