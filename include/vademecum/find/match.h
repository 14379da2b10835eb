/*
 * match: which practices have the words of a query.
 */
#ifndef VADEMECUM_FIND_MATCH_H
#define VADEMECUM_FIND_MATCH_H

#include "vademecum/find/find_parts.h"

/* What has all words of the query. Lives in `work`. */
const struct members *match_run(struct find *find, const struct query *query);

/* What has the words that do not stand in the token `typed`; in `arena`. */
struct members match_without(struct find *find, const struct query *query, const char *typed,
                             struct arena *arena);

#endif
