/*
 * compare: puts practices beside one another, item by item: what the source and the reviewer say
 * of each.
 */
#ifndef VADEMECUM_REPORT_COMPARE_H
#define VADEMECUM_REPORT_COMPARE_H

#include "vademecum/catalogue/catalogue.h"
#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"
#include "vademecum/review/verdict.h"

#include <stdbool.h>
#include <stddef.h>

/* What is said of one item for one practice. */
struct stand {
    bool sourced;         /* the practice is of the catalogue: the mark of its source counts */
    enum mark mark;       /* the source's; MARK_ABSENT of an own practice */
    enum verdict verdict; /* the reviewer's */
};

/* A practice as it is compared: as it is, or as it was once. */
struct compared {
    const char *practice;        /* its id */
    const char *when;            /* in the words of past_review; NULL: as it is now */
    const struct review *review; /* as it was then, or is now; borrowed */
};

/*
 * Whether two practices differ in an item. Two of the catalogue differ when their marks do, or when
 * both have verdicts and those do; two own ones when their verdicts do. Between one of the
 * catalogue and an own one, a mark counts as a verdict: shown as met, a dash as not met, none as
 * unanswered.
 */
bool compare_stands_differ(const struct stand *one, const struct stand *other);

/*
 * Whether the first is ahead: met is better than partly, and that than not met. Nobody is ahead
 * where one is unanswered, not known or does not apply, or where its source does not say.
 */
bool compare_stands_ahead(const struct stand *one, const struct stand *other);

/* Whether the item counts as met: by its source; for an own practice, by its reviewer. */
bool compare_stand_met(const struct stand *stand);

/* Returns what is said of an item for a practice (its id). report->review must be set. */
struct stand compare_stand(const struct report *report, const char *practice,
                           const struct item *item);

/*
 * Whether not all of `count` practices are alike in an item. For one practice at two times the
 * verdicts are compared, since its source says the same.
 */
bool compare_differ(const struct report *report, const struct compared *practices, size_t count,
                    const struct item *item);

/* Returns a copy of the report that shows the review of `practice`. */
struct report compare_then(const struct report *report, const struct compared *practice);

/* Whether to tell what its source says: only once for a practice that stands there twice. */
bool compare_sourced(const struct compared *practices, size_t place);

/*
 * Returns the checklists to compare by, an array of `*used` in report->arena: those that their
 * sources use, or in which the reviewer has given marks; else the first.
 */
const struct checklist **compare_checklists(const struct report *report,
                                            const struct compared *practices, size_t count,
                                            size_t *used);

/*
 * Makes a row for each item and practice, question by question: practice_id, title, at,
 * checklist_id, criterion_id, question_id, question, item_id, item, mark, verdict, differs,
 * comment, evidence, answer, your_answer, tools, your_tool. `at` is `when` of the practice, "" for
 * now. `differs` is yes or no, as compare_differ says.
 */
void compare_sheet(const struct report *report, const struct compared *practices, size_t count,
                   struct sheet *sheet);

/* Writes the same for people, to report->document. */
void compare_text(const struct report *report, const struct compared *practices, size_t count);

#endif
