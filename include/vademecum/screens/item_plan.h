/*
 * item_plan: puts what is planned for an item into words for the screen.
 */
#ifndef VADEMECUM_SCREENS_ITEM_PLAN_H
#define VADEMECUM_SCREENS_ITEM_PLAN_H

#include "vademecum/desk/desk.h"

/* A field of the item's plan; "" when it is not stated. */
const char *item_plan_value(const struct desk *desk, const struct subject *subject,
                            const struct item *item, const char *field);

/* Who does it, and by when: "ana · by 1.5.2026, overdue"; or "". */
const char *item_plan_when(const struct desk *desk, const struct subject *subject,
                           const struct item *item, struct arena *arena);

#endif
