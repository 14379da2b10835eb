/*
 * match: finds the practices that have the words of a query. A part of find.
 */
#ifndef VADEMECUM_FIND_MATCH_H
#define VADEMECUM_FIND_MATCH_H

#include "vademecum/find/find_parts.h"

/* The practices with all words of the query. Lives in `work`. */
const struct members *match_run(struct find *find, const struct query *query);

/* The practices with all words but those of the token `typed`; in `arena`. */
struct members match_without(struct find *find, const struct query *query, const char *typed,
                             struct arena *arena);

#endif
