/*
 * differ: finds the items that the reviewers of one practice judge differently.
 *
 * Two marks are apart by steps: met, partly and not met are a step from one another, in this order;
 * "not known" is one step from any of them, "does not apply" two. An item is as far apart as its
 * two farthest marks, so the order of reviewers does not matter. What a group has decided is shown
 * beside the marks, but does not count.
 */
#ifndef VADEMECUM_REPORT_DIFFER_H
#define VADEMECUM_REPORT_DIFFER_H

#include "vademecum/catalogue/catalogue.h"
#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"
#include "vademecum/review/verdict.h"

#include <stddef.h>

enum {
    DIFFER_MOST = 2 /* steps that two marks can be apart */
};

/* An item that somebody has marked. */
struct disputed {
    const struct item *item;
    const enum verdict *verdicts; /* of the reviewers, in their order */
    size_t marked;                /* reviewers who have marked it, at least 1 */
    size_t alone;                 /* which of them has, when it is only one */
    int apart;                    /* steps; 0: all who marked it agree */
};

struct differ {
    const char *practice;         /* its id */
    const char *const *reviewers; /* ids of those who are compared, each with a mark */
    size_t reviewer_count;
    const struct disputed *items; /* the farthest apart first; then those on which they agree, then
                                     those that one alone has marked, by reviewer; each as the
                                     checklists go */
    size_t count;                 /* of `items` */
    size_t differing;             /* of them: the first ones */
    size_t same;                  /* of them: those behind */
    const size_t *alone;          /* of the others, by reviewer */
};

/* Steps between two marks, 0 to DIFFER_MOST; 0 when one of them is VERDICT_NONE. */
int differ_steps(enum verdict one, enum verdict other);

/* What to compare. */
struct differ_wish {
    const char *practice;              /* its id */
    const struct checklist *checklist; /* whose items; NULL: those of all */
    const char *const *reviewers;      /* whose marks; without them those of all who gave any */
    size_t reviewer_count;             /* of `reviewers` */
};

/* Compares the marks; all lives in report->arena, with texts of the review. */
struct differ differ_gather(const struct report *report, const struct differ_wish *wish);

/* "Same on 31 of 40; differ on 9; 4 only Ana answered." In report->arena. */
const char *differ_summary(const struct report *report, const struct differ *differ);

/* "Ana, participant: partly. Neighbours came twice.", and what shows it. In report->arena. */
const char *differ_opinion(const struct report *report, const char *practice,
                           const struct item *item, const char *reviewer);

/* How far apart that is, in words: "Far apart". Translated. */
const char *differ_degree(int apart);

/*
 * A row for each item and reviewer: practice_id, checklist_id, item_id, item, state (differ, same,
 * alone), apart, reviewer, role, verdict, comment, evidence.
 */
void differ_sheet(const struct report *report, const struct differ *differ, struct sheet *sheet);

/* For people. */
void differ_text(const struct report *report, const struct differ *differ);

#endif
