/*
 * members: sets of practices, of the catalogue and own ones. A part of find.
 */
#ifndef VADEMECUM_FIND_MEMBERS_H
#define VADEMECUM_FIND_MEMBERS_H

#include "vademecum/find/find_parts.h"

/* An empty set, in `arena`. */
struct members members_make(const struct find *find, struct arena *arena);

/* Puts what both have into `result`, which may be one of them. */
void members_and(const struct find *find, struct members *result, const struct members *one,
                 const struct members *other);

/* How many practices are in the set. */
size_t members_number(const struct find *find, const struct members *members);

#endif
