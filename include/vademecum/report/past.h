/*
 * past: gives the reviews as they were at the end of a round or of a day.
 */
#ifndef VADEMECUM_REPORT_PAST_H
#define VADEMECUM_REPORT_PAST_H

#include "vademecum/base/fault.h"
#include "vademecum/report/report.h"

/*
 * The review of `report` as it was when a review was called final with the label `when`, or at the
 * end of the day, month or year `when`, a date as people type it. `practice` is the id of the one
 * whose labels are meant; NULL: any. NULL for `when`: as it is now. In report->arena. NULL and the
 * fault (FAULT_WANTING, FAULT_USAGE) when `when` is neither a label nor a date, or nothing had been
 * said by then.
 */
const struct review *past_review(const struct report *report, const char *practice,
                                 const char *when, struct fault *fault);

/*
 * "2 answers came in after it was closed", of the round that an event of the field status has
 * closed: round_late. "" for none, and for NULL. In report->arena.
 */
const char *past_late(const struct report *report, const struct event *status);

/*
 * How far a review is, by such an event or NULL, with the above: "final (May); 2 answers came in
 * after it was closed". In report->arena.
 */
const char *past_status(const struct report *report, const struct event *status);

#endif
