/*
 * facts: what is known about a practice or a collection besides its title and summary, as labels
 * and texts in one order for all screens and papers. Texts are raw UTF-8 of the catalogue: pass
 * them through base/text before showing them.
 */
#ifndef VADEMECUM_REPORT_FACTS_H
#define VADEMECUM_REPORT_FACTS_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"

#include <stdbool.h>
#include <stddef.h>

/* In the order of showing. */
enum fact_kind {
    FACT_USE, /* what can be done with a collection here */
    FACT_OBJECTIVES,
    FACT_RESULTS, /* what came of it */
    FACT_ORGANISATION,
    FACT_PUBLISHER,
    FACT_PARTNERS,
    FACT_PLACE,     /* "Brno, South Moravian Region, Czechia" */
    FACT_COUNTRIES, /* by name */
    FACT_SCALE,     /* in words */
    FACT_TIME,      /* "2014-03 to 2019-09, completed" */
    FACT_AREAS,
    FACT_GROUPS,    /* target groups */
    FACT_FUNDED_BY, /* who paid: by the terms, or the funder of a collection */
    FACT_FUNDING,   /* the same and more, in sentences */
    FACT_AMOUNT,    /* of money, with its currency */
    FACT_PROGRAMME, /* under which the funder paid */
    FACT_REFERENCE, /* number of the grant or project */
    FACT_LANGUAGES, /* by name */
    FACT_AUDIENCE,  /* whom it is written for */
    FACT_SIZE,      /* practices of a collection by its own count */
    FACT_PRACTICES, /* practices of a collection that the catalogue has */
    FACT_WEBSITE,
    FACT_CONTACT,
    FACT_OFFICIAL_TITLE, /* and its language */
    FACT_TRANSFERABILITY,
    FACT_AIMS,
    FACT_OUTPUTS,
    FACT_COLLECTION, /* title of the collection that a practice comes from; from here on: sources */
    FACT_SOURCE,     /* address of the page that the facts come from */
    FACT_CREDIT,
    FACT_NOTE,
    FACT_COUNT
};

struct fact {
    enum fact_kind kind;
    const char *label; /* translated; short, in English at most 16 columns */
    const char *text;  /* never empty */
    bool link;         /* the text is a web address */
    const char *lang;  /* of the text, BCP 47; NULL: that of the catalogue */
};

/*
 * What is stated about a practice, `*count` facts, at most one of a kind. Content is in the
 * language `lang` where the catalogue has it; NULL: as it stands. Array and texts live in `arena`
 * or in the catalogue's. The practice may be of no collection.
 */
const struct fact *facts_of_practice(const struct catalogue *catalogue,
                                     const struct practice *practice, const char *lang,
                                     struct arena *arena, size_t *count);

/* The same for a collection. */
const struct fact *facts_of_collection(const struct catalogue *catalogue,
                                       const struct collection *collection, const char *lang,
                                       struct arena *arena, size_t *count);

/* The town, towns or else the region of the practice: "Brno"; "" when not stated. */
const char *facts_town(const struct catalogue *catalogue, const struct practice *practice,
                       const char *lang, struct arena *arena);

/* The same with the country, as far as stated: "Brno, Czechia"; "" when not stated. */
const char *facts_place(const struct catalogue *catalogue, const struct practice *practice,
                        const char *lang, struct arena *arena);

/*
 * The line under a title: "Municipality of Brno · Brno, Czechia · local · completed", with
 * `between` (see sign_between) between its parts; "" when nothing of it is stated.
 */
const char *facts_headline(const struct catalogue *catalogue, const struct practice *practice,
                           const char *lang, const char *between, struct arena *arena);

#endif
