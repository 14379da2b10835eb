/*
 * work: the catalogue and the review that are worked on, and what they say: verdicts, models,
 * checklists, titles, as if what waits to be written were written.
 */
#ifndef VADEMECUM_DESK_WORK_H
#define VADEMECUM_DESK_WORK_H

#include "vademecum/base/clock.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/find.h"
#include "vademecum/report/report.h"
#include "vademecum/report/sign.h"
#include "vademecum/review/log.h"
#include "vademecum/review/progress.h"
#include "vademecum/review/verdict.h"

#include <stdbool.h>
#include <stddef.h>

struct desk;
struct models; /* private to work.c */
struct others; /* the same */

enum {
    WORK_PLAN_FIELDS = 11,
    WORK_TOOL_KEY_SIZE = 512 /* bytes of a tool's key: two ids and a number */
};

struct work {
    struct catalogue *catalogue;
    struct log *log;      /* of the reviewer; NULL: nothing can be reviewed */
    const char *reviewer; /* whose answers are shown, and written */
    struct clock clock;
    const struct environment *environment; /* where files can go; NULL: nowhere */
    const char *lang;                      /* content language, "" for the texts as they stand */
    bool lang_wished;             /* somebody has asked for it: they are told when there is none */
    const char *const *languages; /* that the catalogue has translations in */
    size_t language_count;
    bool goes_on;          /* a mark by its digit leads on to the next item without one */
    struct models *models; /* of own practices, as far as they were looked for */
    struct others *others; /* reviewers, as of when they were asked for */
};

/* Begins and ends; the others may be called in between. */
void work_open(struct desk *desk);
void work_close(struct desk *desk);

/* Goes on under another name, with its log. */
void work_rename(struct desk *desk, struct log *log, const char *reviewer);

/*
 * Looks which languages the catalogue has, once it is read; whether the wished one is among them.
 */
void work_languages(struct desk *desk);
bool work_language_known(const struct desk *desk);

/* Command: shows titles in the next language that the catalogue has. */
void work_language(struct desk *desk);

/* Command: changes whether a mark by its digit leads on to the next item. */
void work_go_on(struct desk *desk);

/* For functions of report; what they make lives in `arena`. */
struct report work_report(const struct desk *desk, struct arena *arena);

/* What the reviewer wrote: the value of a field, "" when none; ids may be "". */
const char *work_value(const struct desk *desk, const char *practice, const char *item,
                       const char *field);

/* The sign of a verdict, in the words of the checklist and the language of the screen. */
struct sign work_sign(const struct desk *desk, const struct checklist *checklist,
                      enum verdict verdict, enum sign_form form);

/* The marks that ask for a plan: report_wanting. */
const char *work_wanting(const struct desk *desk, const struct checklist *checklist,
                         struct arena *arena);

/* The reviewer's verdict on an item, and how many of a run of items have each verdict. */
enum verdict work_verdict(const struct desk *desk, const struct subject *subject,
                          const struct item *item);
struct progress work_progress(const struct desk *desk, const struct subject *subject,
                              const struct item *items, size_t count);

/*
 * The practice whose answers, marks and tools stand beside a subject: itself, or its model; NULL
 * when there is none. work_models_forget is to be called when facts have changed.
 */
const struct practice *work_model(const struct desk *desk, const struct subject *subject);
void work_models_forget(struct desk *desk);

/*
 * The checklist by which a subject is reviewed: the one that the reviewer has chosen, else the one
 * of its model; NULL when there is none.
 */
const struct checklist *work_checklist(const struct desk *desk, const struct subject *subject);

/* The ids of all other reviewers, `*count` of them, sorted. */
const char *const *work_others(const struct desk *desk, size_t *count);

/* How many of them have marked an item of a subject's checklist. */
size_t work_others_on(const struct desk *desk, const struct subject *subject);

/*
 * Whether the reviewer added an own practice; in words "mine" or "by ben", "" for other practices.
 */
bool work_mine(const struct desk *desk, const struct subject *subject);
const char *work_whose(const struct desk *desk, const struct subject *subject, struct arena *arena);

/* A practice's title, in the language that titles are shown in. */
const char *work_title(const struct desk *desk, const struct practice *practice);

/*
 * The event with which the reviewer's last round of a subject ended, NULL when there was none; and
 * what was said of an item in a field then, "" for nothing. The checklist may be NULL.
 */
const struct event *work_round_before(const struct desk *desk, const struct subject *subject,
                                      const struct checklist *checklist);
const char *work_last(const struct desk *desk, const struct subject *subject,
                      const struct item *item, const char *field);

/* "Last time (May)", as the round is called that ended with `before`; else "Last time". */
const char *work_last_title(const struct event *before, struct arena *arena);

/* Whether the reviewer has left such a thing on an item. */
bool work_jotted(const struct desk *desk, const struct subject *subject, const struct item *item,
                 enum jotting jotting);

/* How many lines of the reviews are damaged; `*damage`, unless NULL, gets them. */
size_t work_damage(const struct desk *desk, const struct damage **damage);

/* The fields of a plan, in the order of its form; whether an item has any of them. */
extern const char *const work_plan_fields[WORK_PLAN_FIELDS];
bool work_planned(const struct desk *desk, const struct subject *subject, const struct item *item);

/* A tool's key, as the item of its events. */
void work_tool_key(const struct tool *tool, char key[WORK_TOOL_KEY_SIZE]);

/* A tool's link: the catalogue's, else the one that the reviewer wrote down; "" when there is none.
 */
const char *work_tool_link(const struct desk *desk, const struct tool *tool);

/* The address of a practice's website, or of its source; "" when there is none. */
const char *work_link_of(const struct desk *desk, const struct subject *subject);

/* The web address in what the reviewer wrote as a tool: http or https; of length 0: none. */
struct span work_link_in(const char *text);

#endif
