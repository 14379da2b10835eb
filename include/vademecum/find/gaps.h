/*
 * gaps: the items that the reviewer's practice does not meet or meets partly, and who meets them. A
 * part of find.
 */
#ifndef VADEMECUM_FIND_GAPS_H
#define VADEMECUM_FIND_GAPS_H

#include "vademecum/find/find_parts.h"

/* Brings the gaps up to date with the wish. */
void gaps_run(struct find *find, const struct wish *wish);

/* How many gaps a subject meets, by its place in the list; and an own practice. */
size_t gaps_at(const struct find *find, size_t place);
size_t gaps_own(const struct find *find, const struct own_noted *own);

/* Whether that is more than half of the gaps. */
bool gaps_most(const struct find *find, size_t met);

#endif
