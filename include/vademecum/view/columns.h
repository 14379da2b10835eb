/*
 * columns: divides a screen into up to three columns, in which panels lie under one another.
 */
#ifndef VADEMECUM_VIEW_COLUMNS_H
#define VADEMECUM_VIEW_COLUMNS_H

#include "vademecum/view/layout.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Adds the panels of the top screen: all columns, or as many as there is room for. `alone`: the
 * focused panel and no other.
 */
void columns_add(struct layout *layout, const struct desk *desk, bool alone, struct arena *frame);

#endif
