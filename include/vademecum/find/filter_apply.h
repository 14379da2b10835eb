/*
 * filter_apply: finds the practices that pass the filters of a wish. A part of find. Call gaps_run
 * before.
 */
#ifndef VADEMECUM_FIND_FILTER_APPLY_H
#define VADEMECUM_FIND_FILTER_APPLY_H

#include "vademecum/find/find_parts.h"

/* Brings `facet_members` and `kept` up to date with the wish. */
void filter_apply(struct find *find, const struct wish *wish);

/* The practices that pass the filters of all facets but one; in `arena`. */
struct members filter_apply_without(struct find *find, const struct wish *wish, enum facet facet,
                                    struct arena *arena);

/* Adds the practices with the value. */
void filter_apply_value(struct find *find, struct members *members, enum facet facet,
                        uint32_t value);

#endif
