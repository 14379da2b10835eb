/*
 * facets: the practices of each country, of each area and so on, and the words by which each of
 * these values is found. Filters and search both use it.
 */
#ifndef VADEMECUM_FIND_FACETS_H
#define VADEMECUM_FIND_FACETS_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/bits.h"
#include "vademecum/find/near.h"
#include "vademecum/find/set.h"
#include "vademecum/find/sought.h"
#include "vademecum/find/years.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What practices can be filtered by, in the order of showing. */
enum facet {
    FACET_COUNTRY,    /* value: facets_country */
    FACET_AREA,       /* value: place in catalogue->terms */
    FACET_GROUP,      /* the same */
    FACET_FUND,       /* the same */
    FACET_COLLECTION, /* value: place in catalogue->collections */
    FACET_SCALE,      /* value: place among the choices of own_field("own.scale") */
    FACET_YEAR,       /* value: the year in which they were active, or as years_are has it */
    FACET_ONGOING,    /* value: FACET_YES or FACET_NO */
    FACET_TOOLS,      /* the same: whether they have any */
    FACET_SHORTLIST,  /* the same; this and those up to off are the reviewer's */
    FACET_REVIEWED,   /* the same: whether any item has a mark */
    FACET_STATUS,     /* value: FACET_DRAFT or FACET_FINAL */
    FACET_OFF,        /* value: FACET_YES: own, and off the reviewer's list; only these filters list
                         it */
    FACET_MEETS,      /* value: place in catalogue->items; by the source's mark, of an own practice
                         by the reviewer's */
    FACET_GAPS,       /* value: FACET_YES: meets more than half of the reviewer's gaps */
    FACET_COUNT
};

enum {
    FACET_NO,
    FACET_YES,
    FACET_DRAFT = 0, /* reviewed, and not final */
    FACET_FINAL
};

#define FACET_NONE UINT32_MAX /* no value */

struct facets;

/* Begins without practices, in `arena`. Collections, items and terms must have been read. */
struct facets *facets_make(const struct catalogue *catalogue, struct arena *arena);

/* Take in a practice: what stands in its own row; its terms; its marks and tools. In any order. */
void facets_add_practice(struct facets *facets, const struct practice *practice);
void facets_add_terms(struct facets *facets, const struct practice *practice);
void facets_add_answers(struct facets *facets, const struct practice *practice);

/* From now on values are found by their words in these languages too; borrowed. */
void facets_languages(struct facets *facets, const char *const *languages, size_t count);

/*
 * Puts into `found` the practices with a value in one of the fields (SOUGHT_BIT) whose words have
 * `part` in them.
 */
void facets_find(struct facets *facets, const char *part, uint32_t fields, struct bits *found);

/* Offers the words of all values that practices have. */
void facets_near(struct facets *facets, struct near *near);

/* The practices with the value; NULL for years, and for facets that the catalogue does not know. */
const struct set *facets_set(const struct facets *facets, enum facet facet, uint32_t value);

/* Puts the practices that were active in the year (years_are) into `found`. */
void facets_year(const struct facets *facets, unsigned year, struct bits *found);

/* The years of a practice by its index, and how many items the source says it meets. */
struct years facets_years(const struct facets *facets, size_t practice);
size_t facets_met(const struct facets *facets, size_t practice);

/* The value of a country's code or name, FACET_NONE when there is no such country; and back. */
uint32_t facets_country(const char *code);
void facets_country_code(uint32_t value, char code[3]);

/* The value of a scale, or FACET_NONE. */
uint32_t facets_scale(const char *scale);

/* Values of a facet of the catalogue are below this number. */
size_t facets_values(const struct facets *facets, enum facet facet);

/* The scheme of the terms that are the facet's values: "area"; NULL when it has none. */
const char *facets_scheme(enum facet facet);

#endif
