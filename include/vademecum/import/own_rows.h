/*
 * own_rows: practices that reviewers describe themselves, as rows of a catalogue: their facts, and
 * what one reviewer says of them as answers, marks and tools.
 */
#ifndef VADEMECUM_IMPORT_OWN_ROWS_H
#define VADEMECUM_IMPORT_OWN_ROWS_H

#include "vademecum/import/new_rows.h"
#include "vademecum/report/report.h"

#include <stddef.h>

/*
 * Adds all own practices but for those off the list, and a collection for them; returns how many
 * they are. Met and not met are marks; partly met and not known are listed without a mark, and the
 * note says which they were; what does not apply and what is unanswered has no row. An id loses its
 * "own-", so that nobody's reviews take the practice for an own one.
 */
size_t own_rows_add(struct new_rows *rows, const struct report *report);

#endif
