/*
 * events: reports what stands in the logs, event by event.
 */
#ifndef VADEMECUM_REPORT_EVENTS_H
#define VADEMECUM_REPORT_EVENTS_H

#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"
#include "vademecum/review/event.h"

#include <stddef.h>

/*
 * All events of report->reviewer, or of all reviewers when that is NULL, the earliest first:
 * `*count` of them, in report->arena.
 */
const struct event *const *events_gather(const struct report *report, size_t *count);

/* One row for each, with the columns of a log but its check. */
void events_sheet(const struct report *report, const struct event *const *events, size_t count,
                  struct sheet *sheet);

/* For people: when, who, and what in words. */
void events_text(const struct report *report, const struct event *const *events, size_t count);

/* Adds the cells of an event from its time to its value to a sheet with these columns. */
void events_cells(struct sheet *sheet, const struct event *event);

#endif
