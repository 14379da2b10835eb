/*
 * events: what stands in the logs, event by event, and what is wrong in them.
 */
#ifndef VADEMECUM_REPORT_EVENTS_H
#define VADEMECUM_REPORT_EVENTS_H

#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"
#include "vademecum/review/event.h"
#include "vademecum/review/reading.h"

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

/* What can be done about damage, or why nothing can. */
struct remedy {
    const char *text;    /* a sentence, or "" */
    const char *command; /* that does it, as it is typed; "" for none */
};

/* What a check of the logs found. */
struct findings {
    const struct damage *damage;     /* in order of file and line */
    const struct remedy *remedies;   /* one for each */
    size_t damage_count;             /* of `damage` */
    const struct event *const *gone; /* what is of no practice or no item that is known here */
    size_t gone_count;               /* of `gone` */
    const char *folder;              /* of the logs, with a slash at its end */
};

/*
 * `damage` is that of the log, with a remedy for each. Of what is not known here only the latest,
 * of all reviewers.
 */
struct findings findings_gather(const struct report *report, const struct damage *damage,
                                const struct remedy *remedies, size_t damage_count,
                                const char *folder);

/* One row for each: file, line, why, then what the line seems to say. */
void findings_sheet(const struct report *report, const struct findings *findings,
                    struct sheet *sheet);

/* For people: "FILE:LINE: why" for each, what it seems to say and what to do; then counts. */
void findings_text(const struct report *report, const struct findings *findings);

#endif
