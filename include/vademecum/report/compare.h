/*
 * compare: practices beside one another, item by item: what the source and the reviewer say of
 * each.
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
    bool sourced;         /* the practice is one of the catalogue: its source's mark counts */
    enum mark mark;       /* the source's; MARK_ABSENT of an own practice */
    enum verdict verdict; /* the reviewer's */
};

/* A practice as it is compared: as it is, or as it was once. */
struct compared {
    const char *practice;        /* its id */
    const char *when;            /* as it was then, in the words of past_review; NULL: as it is */
    const struct review *review; /* of then, or of now */
};

/*
 * Whether two practices differ in an item. Two of the catalogue do by their marks, or when both
 * have verdicts that differ; two own ones by their verdicts. Of one and the other, what the source
 * shows is met, a dash is not met, and what it does not say is unanswered.
 */
bool compare_stands_differ(const struct stand *one, const struct stand *other);

/*
 * Whether the first is ahead: met before partly before not met. Where one is unanswered, not known
 * or does not apply, or its source does not say, nobody is.
 */
bool compare_stands_ahead(const struct stand *one, const struct stand *other);

/* The item counts as met: by its source, of an own practice by its reviewer. */
bool compare_stand_met(const struct stand *stand);

/* The same of an item of a practice, by its id. report->review is set. */
struct stand compare_stand(const struct report *report, const char *practice,
                           const struct item *item);

/*
 * Whether not all of `count` practices stand alike in an item. Of one practice at two times it is
 * the verdicts that may differ, for what its source says is the same.
 */
bool compare_differ(const struct report *report, const struct compared *practices, size_t count,
                    const struct item *item);

/* The report as the reviews were when the practice stood so. */
struct report compare_then(const struct report *report, const struct compared *practice);

/* What the source says of it is told: it is the first of the `count` that is this practice. */
bool compare_sourced(const struct compared *practices, size_t place);

/*
 * The checklists by which practices can be compared, `*used` of them: those that a source of theirs
 * uses, or the reviewer has given marks in; else the first. In report->arena.
 */
const struct checklist **compare_checklists(const struct report *report,
                                            const struct compared *practices, size_t count,
                                            size_t *used);

/*
 * A row for each item and practice, question by question: practice_id, title, at, checklist_id,
 * criterion_id, question_id, question, item_id, item, mark, verdict, differs, comment, evidence,
 * answer, your_answer, tools, your_tool. `at` is when it stood so, "" for now. `differs` is yes or
 * no: whether not all of the practices stand alike.
 */
void compare_sheet(const struct report *report, const struct compared *practices, size_t count,
                   struct sheet *sheet);

/* The same for people. */
void compare_text(const struct report *report, const struct compared *practices, size_t count);

#endif
