/*
 * filter: the values that practices are wanted to have: any of those chosen of a facet, in each
 * facet of which some are. A plain struct, which may be copied.
 */
#ifndef VADEMECUM_FIND_FILTER_H
#define VADEMECUM_FIND_FILTER_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/facets.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    FILTERS_MAX = 64 /* values that can be chosen at once */
};

struct filter {
    enum facet facet;
    uint32_t value; /* as facets.h says */
};

/* Start with zero bytes: all practices are wanted. */
struct filters {
    struct filter chosen[FILTERS_MAX]; /* in the order of choosing */
    size_t count;
};

bool filter_has(const struct filters *filters, enum facet facet, uint32_t value);

/* Whether any value of the facet is chosen. */
bool filter_use(const struct filters *filters, enum facet facet);

/* Chooses a value, unless it is chosen already; false when there is no room for more. */
bool filter_add(struct filters *filters, enum facet facet, uint32_t value);

/* Takes a value back, or all of a facet, or all. */
void filter_remove(struct filters *filters, enum facet facet, uint32_t value);
void filter_drop(struct filters *filters, enum facet facet);
void filter_clear(struct filters *filters);

bool filter_same(const struct filters *one, const struct filters *other);

/* What a facet is called: as it is typed ("country"), static; and for people, translated. */
const char *filter_name(enum facet facet);
const char *filter_label(enum facet facet);

/*
 * What a value is called: as it is typed ("CZ", "employment", "2018", "yes"); and for people,
 * translated, in the language `lang` where the catalogue has it ("Czechia"). In `arena`, the
 * catalogue's, or static; raw.
 */
const char *filter_value_name(const struct catalogue *catalogue, enum facet facet, uint32_t value,
                              struct arena *arena);
const char *filter_value_label(const struct catalogue *catalogue, enum facet facet, uint32_t value,
                               const char *lang, struct arena *arena);

/*
 * The filters in words: "country: Czechia, Italy · area: employment", where `between` is " · "; ""
 * for none. In `arena`.
 */
const char *filter_words(const struct catalogue *catalogue, const struct filters *filters,
                         const char *lang, const char *between, struct arena *arena);

/*
 * Adds what was typed as FILTER=VALUE: names or labels, case and accents do not matter; several
 * values joined by commas. False and the fault (FAULT_USAGE), with what was most likely meant.
 */
bool filter_read(struct filters *filters, const struct catalogue *catalogue, const char *typed,
                 struct arena *arena, struct fault *fault);

#endif
