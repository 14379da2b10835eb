/*
 * figures: how many practices meet what, by their sources' marks, and how many there are of each
 * country, area, target group and fund.
 */
#ifndef VADEMECUM_REPORT_FIGURES_H
#define VADEMECUM_REPORT_FIGURES_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/report/report.h"

#include <stdbool.h>
#include <stddef.h>

enum figure_kind {
    FIGURE_CRITERION,
    FIGURE_QUESTION,
    FIGURE_ITEM,
    FIGURE_COUNTRY, /* from here on: values of filters */
    FIGURE_AREA,
    FIGURE_GROUP,
    FIGURE_FUND,
    FIGURE_KINDS
};

struct figure {
    enum figure_kind kind;
    const struct checklist *checklist; /* of criteria, questions and items; else NULL */
    const char *id;                    /* of the criterion, question, item or term; the country */
    const struct record *record;       /* its row; NULL of a country */
    const struct item *items;          /* that it is about; NULL of values of filters */
    size_t item_count;                 /* of `items` */
    size_t count; /* practices that meet all of its items that are listed for them, or have it */
    size_t of;    /* practices for which any of its items is listed; else all practices */
};

/*
 * Which practices are counted: `practices` of them, each of which `at` gives; NULL for one that is
 * not of the catalogue, which is left out.
 */
struct figures_of {
    const struct practice *(*at)(const void *context, size_t place); /* never NULL */
    const void *context;                                             /* handed to at */
    size_t practices;
};

/*
 * All figures, `*count` of them, in `arena`: checklist by checklist each criterion, before its
 * questions, each before its items; then countries, areas, groups and funds, those most practices
 * have first, without those that none has. Looks at every practice once. `of` NULL counts all of
 * the catalogue.
 */
const struct figure *figures_count(const struct catalogue *catalogue, const struct figures_of *of,
                                   struct arena *arena, size_t *count);

/* The name of a kind for programs: "criterion". Static. */
const char *figures_kind(enum figure_kind kind);

/* What values of this kind are called, translated: "Countries". */
const char *figures_title(enum figure_kind kind);

/* The figure's name for people, in the language `lang` where the catalogue has it. */
const char *figures_label(const struct catalogue *catalogue, const struct figure *figure,
                          const char *lang);

/* Whether any source has marked an item of the checklist. */
bool figures_used(const struct figure *figures, size_t count, const struct checklist *checklist);

/* What is counted, in a sentence, translated. */
const char *figures_meaning(void);

/* For people. */
void figures_text(const struct report *report);

#endif
