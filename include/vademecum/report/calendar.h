/*
 * calendar: writes the dates of a plan as a calendar file.
 */
#ifndef VADEMECUM_REPORT_CALENDAR_H
#define VADEMECUM_REPORT_CALENDAR_H

#include "vademecum/report/report.h"

#include <stdbool.h>

/*
 * Writes what report->reviewer has planned for the practice (an id), and not done or dropped, as an
 * iCalendar file (RFC 5545) to the stream of report->document: a whole day for each date, the last
 * day where only a month or a year is stated. Lines are UTF-8, end in CR LF and are folded at 75
 * bytes. The same plan gives the same bytes. `anonymous` leaves out who is to do it.
 */
void calendar_write(const struct report *report, const char *practice, bool anonymous);

#endif
