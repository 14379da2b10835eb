/*
 * handout_parts: the parts of a handout, each of which can stand anywhere in it.
 */
#ifndef VADEMECUM_REPORT_HANDOUT_PARTS_H
#define VADEMECUM_REPORT_HANDOUT_PARTS_H

#include "vademecum/find/who.h"
#include "vademecum/report/handout.h"
#include "vademecum/review/verdict.h"

/* What a handout is about, looked up once. Lives in report->arena. */
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

/* The value of a field that the reviewer has given for a thing of the practice; "" for none. */
const char *dossier_value(const struct dossier *dossier, const char *item, const char *field);

enum verdict dossier_verdict(const struct dossier *dossier, const struct item *item);

/* Whether the item is to be worked on: partly or not met. */
bool dossier_gap(const struct dossier *dossier, const struct item *item);

/* The three strongest items and the three widest gaps; counts for each criterion. */
void handout_glance(const struct dossier *dossier);

/* Question by question: the model's answer, marks, comments and evidence. */
void handout_items(const struct dossier *dossier);

/* What is planned, as a table. */
void handout_plan(const struct dossier *dossier);

/* Tools with links for what is partly or not met. */
void handout_tools(const struct dossier *dossier);

/* The organisations behind the model and behind those who do well what is missing. */
void handout_ask(const struct dossier *dossier);

/* Where it all comes from, the licence, and how to read the signs. */
void handout_sources(const struct dossier *dossier);

/* What is still to be asked, with room to write. */
void handout_form(const struct dossier *dossier);

#endif
