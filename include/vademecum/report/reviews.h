/*
 * reviews: reports who has reviewed what, and how far, for all reviewers in the folder.
 */
#ifndef VADEMECUM_REPORT_REVIEWS_H
#define VADEMECUM_REPORT_REVIEWS_H

#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"
#include "vademecum/review/event.h"
#include "vademecum/review/progress.h"
#include "vademecum/review/verdict.h"

#include <stddef.h>

/* What one reviewer has done with one practice. */
struct reviewed {
    const char *reviewer;     /* the id */
    const char *practice;     /* the id; "": nothing was said of any practice */
    struct progress progress; /* over all items, whatever their checklist; none is unanswered */
    const struct checklist *checklist; /* of all marked items; NULL: they are of several, or none */
    const char *status;         /* as "draft" or "final spring 2026"; "" when not stated; of several
                                   checklists what was said last */
    const struct event *said;   /* that says so; NULL: none does */
    const struct event *latest; /* of the reviewer on this practice; on none, of all */
};

struct reviews {
    const struct reviewed *reviewed; /* by reviewer, then by title of the practice */
    size_t count;                    /* of `reviewed` */
};

/* Which reviews are wanted; NULL stands for any. */
struct reviews_wanted {
    const char *reviewer; /* id */
    const char *since;    /* said last on this day, YYYY, YYYY-MM or YYYY-MM-DD, or later … */
    const char *until;    /* … or before, where the user is */
    const char *status;   /* "draft" or "final" */
};

/* Gathers them in report->arena, with texts of the review. */
struct reviews reviews_gather(const struct report *report, const struct reviews_wanted *wanted);

/*
 * One row for each: who, what, the counts, the status ("draft" when it is not stated; "" for no
 * practice), when something was said last, and the reviewer's role.
 */
void reviews_sheet(const struct report *report, const struct reviews *reviews, struct sheet *sheet);

/* For people. */
void reviews_text(const struct report *report, const struct reviews *reviews);

#endif
