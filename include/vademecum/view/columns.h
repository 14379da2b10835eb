/*
 * columns: a screen whose panels stand in up to three columns, under one another in each.
 */
#ifndef VADEMECUM_VIEW_COLUMNS_H
#define VADEMECUM_VIEW_COLUMNS_H

#include "vademecum/view/layout.h"

#include <stdbool.h>
#include <stddef.h>

/* Adds the panels of the top screen: all columns, or as many as there is room for. `alone`: the
 * focused panel and no other. */
void columns_add(struct layout *layout, const struct desk *desk, bool alone, struct arena *frame);

/*
 * Divides `height` rows, at least 2, among `count` panels that lie under one another. `needs` are
 * the rows that each would take, `heights` gets what it is given: none, or at least 2. The focused
 * one (`count`: none of them) always gets some, then the upper ones; where all have what they need,
 * the last takes what is left over.
 */
void columns_share(const int *needs, int *heights, size_t count, size_t focused, int height);

#endif
