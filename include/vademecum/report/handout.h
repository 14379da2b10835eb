/*
 * handout: writes one practice with its review as a paper for a colleague, a donor or an official.
 *
 * All readers get the same facts; the order and the length differ. The paper gives counts, never
 * one grade: the checklist is not meant to be added up.
 */
#ifndef VADEMECUM_REPORT_HANDOUT_H
#define VADEMECUM_REPORT_HANDOUT_H

#include "vademecum/base/fault.h"
#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"

#include <stdbool.h>
#include <stddef.h>

enum handout_reader {
    HANDOUT_COLLEAGUE, /* item by item first */
    HANDOUT_DONOR,     /* findings and evidence first */
    HANDOUT_OFFICIAL   /* the plan and whom to ask first; items without their texts */
};

/* Their names, as users type them, in the order of enum handout_reader; the last is NULL. */
extern const char *const handout_readers[];

enum handout_kind {
    HANDOUT_REPORT, /* all of it */
    HANDOUT_GAPS,   /* only what is partly or not met */
    HANDOUT_PLAN,   /* only what is planned */
    HANDOUT_BLANK   /* a form to fill in by hand, with the items not answered yet */
};

/* All texts are borrowed. */
struct handout {
    const char *practice; /* its id, of the catalogue or an own one */
    enum handout_kind kind;
    enum handout_reader reader;
    const char *const *others; /* reviewers whose marks stand beside those of report->reviewer */
    size_t other_count;
    bool anonymous;  /* names nobody: neither reviewers nor who is to do something */
    bool no_comment; /* leaves out comments; the others likewise */
    bool no_evidence;
    bool no_plan;
    bool no_model;  /* leaves out what the model practice does */
    const char *at; /* when, in the words of past_review; NULL: as it is now */
};

/* Returns the usual paper for this practice: a whole report for a colleague. */
struct handout handout_usual(const char *practice);

/* Writes it to report->document. report->review is what past_review returns for `at`. */
void handout_write(const struct report *report, const struct handout *handout);

/*
 * Returns a name for its file, without an ending: "language-cafe-2026-03-02-plan". In
 * report->arena.
 */
const char *handout_name(const struct report *report, const struct handout *handout);

#endif
