/*
 * members: sets of practices: those of the catalogue, and own practices (src/README).
 */
#ifndef VADEMECUM_FIND_MEMBERS_H
#define VADEMECUM_FIND_MEMBERS_H

#include "vademecum/find/find_parts.h"

/* Makes a set in `arena` that has none. */
struct members members_make(const struct find *find, struct arena *arena);

/* Puts into `result` what both have; it may be one of them. */
void members_and(const struct find *find, struct members *result, const struct members *one,
                 const struct members *other);

size_t members_number(const struct find *find, const struct members *members);

#endif
