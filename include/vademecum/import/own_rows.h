/*
 * own_rows: turns own practices into rows of a catalogue: their facts, and what one reviewer says
 * of them as answers, marks and tools.
 */
#ifndef VADEMECUM_IMPORT_OWN_ROWS_H
#define VADEMECUM_IMPORT_OWN_ROWS_H

#include "vademecum/import/new_rows.h"
#include "vademecum/report/report.h"

#include <stddef.h>

/*
 * Adds all own practices that are not off the list, and a collection for them; returns how many
 * there are. Met and not met become marks; partly met and not known are listed without a mark, and
 * the note says which they were; what does not apply and what is unanswered gets no row. Ids lose
 * their "own-", so that no review takes such a practice for an own one.
 */
size_t own_rows_add(struct new_rows *rows, const struct report *report);

#endif
