/*
 * dossier: what a handout needs to know of its practice, looked up once.
 */
#ifndef VADEMECUM_REPORT_DOSSIER_H
#define VADEMECUM_REPORT_DOSSIER_H

#include "vademecum/find/who.h"
#include "vademecum/report/document.h"
#include "vademecum/report/handout.h"
#include "vademecum/review/progress.h"
#include "vademecum/review/verdict.h"

/* Lives in report->arena. */
struct dossier {
    const struct report *report;
    const struct handout *handout;
    const struct practice *practice;   /* an own one is made to look like one of the catalogue */
    bool own;                          /* it is an own one */
    const struct checklist *checklist; /* that it is reviewed by; NULL: there is none */
    const struct practice *model;      /* beside which it is reviewed; NULL: none */
    struct kin kin;                    /* the practice, by what others have in common with it */
    bool brief;                        /* items without their texts */
};

/*
 * Looks it up as the screen does: the checklist and the model that the reviewer has chosen, else
 * the model that has most in common with the practice, and its checklist. report->review is set.
 */
struct dossier dossier_make(const struct report *report, const struct handout *handout);

/* Whether it is reviewed by the checklist, or the reviewer has said something of it there. */
bool dossier_uses(const struct dossier *dossier, const struct checklist *checklist);

/*
 * What the reviewer says in a field of an item, question or checklist (id), or ""; "" for nothing.
 */
const char *dossier_value(const struct dossier *dossier, const char *item, const char *field);

/* The reviewer's mark of the item. */
enum verdict dossier_verdict(const struct dossier *dossier, const struct item *item);

/* Whether the item is to be worked on: partly or not met. */
bool dossier_gap(const struct dossier *dossier, const struct item *item);

/* Whether anything is planned for the item. */
bool dossier_planned(const struct dossier *dossier, const struct item *item);

/* "6 met, 1 partly, 2 unanswered". In report->arena. */
const char *dossier_counts(const struct dossier *dossier, const struct progress *progress);

/* The same as a bar of `of` items. */
struct document_bar dossier_bar(const struct progress *progress, size_t of);

#endif
