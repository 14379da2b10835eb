/*
 * handout_parts: the parts of a handout, each of which can stand anywhere in it.
 */
#ifndef VADEMECUM_REPORT_HANDOUT_PARTS_H
#define VADEMECUM_REPORT_HANDOUT_PARTS_H

#include "vademecum/report/dossier.h"

/*
 * On one page: counts for each criterion, the three strongest items, the three widest gaps, and
 * what happens next.
 */
void handout_glance(const struct dossier *dossier);

/* What is to be done, the next first, and for what nothing is planned: a section of the above. */
void handout_next(const struct dossier *dossier);

/* The findings, by what evaluators of projects ask. Nothing when no item says where it goes. */
void handout_dac(const struct dossier *dossier);

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

/* What to keep, adapt, leave out, and find out first, with what the source says of it. */
void handout_transfer(const struct dossier *dossier);

/* What is still to be asked, with room to write. */
void handout_form(const struct dossier *dossier);

#endif
