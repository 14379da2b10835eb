/*
 * plan_words: what is planned for an item, in words.
 */
#ifndef VADEMECUM_SCREENS_PLAN_WORDS_H
#define VADEMECUM_SCREENS_PLAN_WORDS_H

#include "vademecum/desk/desk.h"

/* A field of the item's plan; "" when it is not stated. */
const char *plan_words_value(const struct desk *desk, const struct subject *subject,
                             const struct item *item, const char *field);

/* Who does it, and by when: "ana · by 1.5.2026, overdue"; or "". */
const char *plan_words_when(const struct desk *desk, const struct subject *subject,
                            const struct item *item, struct arena *arena);

/* The status of a plan in words; "" for "". */
const char *plan_words_status(const char *status);

#endif
