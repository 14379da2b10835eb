/*
 * damage_report: reports what is wrong in the logs, and what can be done about it.
 */
#ifndef VADEMECUM_REPORT_DAMAGE_REPORT_H
#define VADEMECUM_REPORT_DAMAGE_REPORT_H

#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"
#include "vademecum/review/event.h"
#include "vademecum/review/reading.h"

#include <stddef.h>

/* What can be done about damage, or why nothing can be. */
struct remedy {
    const char *text;    /* a sentence, or "" */
    const char *command; /* that does it, as it is typed; "" for none */
};

/* What a check of the logs found. */
struct damage_report {
    const struct damage *damage;     /* in order of file and line */
    const struct remedy *remedies;   /* one for each */
    size_t damage_count;             /* of `damage` */
    const struct event *const *gone; /* what is of no practice or no item that is known here */
    size_t gone_count;               /* of `gone` */
    const char *folder;              /* of the logs, with a slash at its end */
};

/*
 * Gathers the damage of the log, with a remedy for each, and the latest events of all reviewers on
 * practices and items that are not known here. All but the latter is borrowed.
 */
struct damage_report damage_report_gather(const struct report *report, const struct damage *damage,
                                          const struct remedy *remedies, size_t damage_count,
                                          const char *folder);

/* One row for each: file, line, why, then what the line seems to say. */
void damage_report_sheet(const struct report *report, const struct damage_report *found,
                         struct sheet *sheet);

/* For people: "FILE:LINE: why" for each, what it seems to say and what to do; then counts. */
void damage_report_text(const struct report *report, const struct damage_report *found);

#endif
