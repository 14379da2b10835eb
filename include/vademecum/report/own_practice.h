/*
 * own_practice: an own practice in the shape of one of the catalogue.
 */
#ifndef VADEMECUM_REPORT_OWN_PRACTICE_H
#define VADEMECUM_REPORT_OWN_PRACTICE_H

#include "vademecum/report/report.h"

/*
 * An own practice as if it were one of the catalogue, of no collection and with no answers, marks
 * and tools. For facts_of_practice and the like; never for catalogue_mark. In report->arena.
 */
const struct practice *own_practice_make(const struct report *report, const char *id);

#endif
