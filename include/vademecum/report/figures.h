/*
 * figures: counts how many practices meet each criterion, question and item, by their sources'
 * marks, and how many there are of each country, area, target group and fund.
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
    size_t count;                      /* practices that meet all of its items, or have it */
    size_t of;   /* those, and those that do not meet an item that is listed; else all practices */
    size_t part; /* practices that meet what is listed, which is not all of its items */
};

/*
 * All figures: checklist by checklist each criterion before its questions, each question before its
 * items; then countries, areas, groups and funds, those that most practices have first. Areas,
 * groups and funds that no practice has are there too: that is often what one looks for.
 */
struct figures {
    const struct figure *list;
    size_t count;
    size_t practices; /* that were counted */
    size_t assessed;  /* of them, those of which a source lists any item */
};

/* How a practice counts in a figure. */
enum figure_part {
    FIGURE_APART,   /* it is not counted: the source lists none of the items */
    FIGURE_IN_PART, /* nobody knows: the items that it lists are met, others are not listed */
    FIGURE_LACKS,
    FIGURE_HAS /* it is one of `count` */
};

/*
 * The practices that are counted: `at` gives each of the `practices` places, or NULL for one that
 * is not of the catalogue, which is left out.
 */
struct figures_of {
    const struct practice *(*at)(const void *context, size_t place); /* never NULL */
    const void *context;                                             /* handed to at */
    size_t practices;
};

/*
 * Counts, looking at every practice once; lives in `arena`. `of` NULL counts all of the catalogue.
 */
struct figures figures_count(const struct catalogue *catalogue, const struct figures_of *of,
                             struct arena *arena);

/* How a practice of the catalogue counts in a figure. */
enum figure_part figures_part(const struct catalogue *catalogue, const struct figure *figure,
                              const struct practice *practice);

/* The name of a kind for programs: "criterion". Static. */
const char *figures_kind(enum figure_kind kind);

/* What values of this kind are called, translated: "Countries". */
const char *figures_title(enum figure_kind kind);

/* The figure's name for people, in the language `lang` where the catalogue has it. */
const char *figures_label(const struct catalogue *catalogue, const struct figure *figure,
                          const char *lang);

/* Whether a figure says anything: those of a checklist that no source has marked do not. */
bool figures_shown(const struct figures *figures, const struct figure *figure);

/* The same, with how many more meet it in part, if any: "Inclusivity (in part: 11)". */
const char *figures_label_part(const struct catalogue *catalogue, const struct figure *figure,
                               const char *lang, struct arena *arena);

/* In a line, translated: which practices are counted; what it takes to meet a criterion. */
const char *figures_counted(const struct figures *figures, struct arena *arena);
const char *figures_meaning(void);

/* For people. */
void figures_text(const struct report *report);

#endif
