/*
 * plan_guide: the guides that a field of a plan can be filled in with.
 */
#ifndef VADEMECUM_SCREENS_PLAN_GUIDE_H
#define VADEMECUM_SCREENS_PLAN_GUIDE_H

#include "vademecum/desk/desk.h"

#include <stddef.h>

/*
 * Those for a field of the plan for an item, `*count` of them, in `arena`; none for a field that
 * takes no such sentence.
 */
const struct guide *const *plan_guide_list(const struct desk *desk, const struct item *item,
                                           const char *field, struct arena *arena, size_t *count);

/* How many. */
size_t plan_guide_count(const struct desk *desk, const struct item *item, const char *field);

#endif
