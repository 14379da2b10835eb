/*
 * grouping: puts practices of a country, or of a collection, together in the list, under a heading.
 * Own practices are a group of their own, before all others.
 */
#ifndef VADEMECUM_FIND_GROUPING_H
#define VADEMECUM_FIND_GROUPING_H

#include "vademecum/base/arena.h"
#include "vademecum/find/subjects.h"

#include <stddef.h>

enum grouping {
    GROUPING_NONE,
    GROUPING_COUNTRY,    /* by the country's name, then not stated */
    GROUPING_COLLECTION, /* as the catalogue has them */
    GROUPING_COUNT
};

/* Practices of a list that stand together. */
struct group {
    size_t first; /* place of the first of them */
    size_t count;
};

/* The name of the grouping, translated; "" for none. */
const char *grouping_label(enum grouping grouping);

/* The groups of a list in that order, `*count` of them, in `arena`; none for GROUPING_NONE. */
const struct group *grouping_cut(enum grouping grouping, const struct subject *list, size_t listed,
                                 struct arena *arena, size_t *count);

#endif
