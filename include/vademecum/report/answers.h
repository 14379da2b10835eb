/*
 * answers: what one reviewer says of practices and their items, in the order of the catalogue.
 *
 * Own practices come first, then those of the catalogue, each by title; then practices that are not
 * known here. For each practice: what is said of all of it, then of each question, its items and
 * its tools; then of items that are not known here.
 */
#ifndef VADEMECUM_REPORT_ANSWERS_H
#define VADEMECUM_REPORT_ANSWERS_H

#include "vademecum/catalogue/catalogue.h"
#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"
#include "vademecum/report/title.h"
#include "vademecum/review/event.h"
#include "vademecum/review/verdict.h"

#include <stdbool.h>
#include <stddef.h>

/* What is said of one thing: a practice, a question, an item, or a tool. */
struct said {
    const char *practice; /* its id */
    const char *item;     /* id of the question, item, tool or checklist; "": the practice */
    enum origin origin;   /* of the practice */
    const struct question *question;   /* that it is, or is of; NULL: of none that is known */
    const struct item *of_item;        /* the item that it is; NULL: it is none */
    const struct tool *of_tool;        /* the tool that it is; NULL: it is none */
    bool of_checklist;                 /* it is a checklist: how far the review by it is */
    const struct event *const *fields; /* what is said, sorted by name; no value is empty */
    size_t count;                      /* of `fields` */
};

struct answers {
    const struct said *said; /* in order, each with a field at least */
    size_t count;            /* of `said` */
};

/*
 * All that report->reviewer says, but for facts of own practices; with `practice` only what is of
 * the practice with this id, else NULL. In report->arena, with texts of the review.
 */
struct answers answers_gather(const struct report *report, const char *practice);

/*
 * Those that ask for work: items that are partly or not met, and all for which something is
 * planned. In report->arena.
 */
struct answers answers_plan(const struct report *report, const struct answers *answers);

/* The value of a field; "" when nothing is said. */
const char *answers_value(const struct said *said, const char *field);

/* The verdict; VERDICT_NONE when there is none, or one that is not known here. */
enum verdict answers_verdict(const struct said *said);

/* Whether anything is planned. */
bool answers_planned(const struct said *said);

/*
 * One row for each: practice_id, item_id, then a column for each field, those of items first.
 * Unknown fields have columns too; when they are very many, the last are left out.
 */
void answers_sheet(const struct report *report, const struct answers *answers, struct sheet *sheet);

/* The same with the plan's fields only. */
void answers_plan_sheet(const struct report *report, const struct answers *answers,
                        struct sheet *sheet);

/* For people: all answers; those of one practice, below a heading that names it; the plan. */
void answers_text(const struct report *report, const struct answers *answers);
void answers_practice_text(const struct report *report, const struct answers *answers);
void answers_plan_text(const struct report *report, const struct answers *answers);

#endif
