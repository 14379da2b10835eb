/*
 * bars: the title bar, and the line that lists the panels.
 */
#ifndef VADEMECUM_VIEW_BARS_H
#define VADEMECUM_VIEW_BARS_H

#include "vademecum/view/layout.h"

/* Fills them in: title, stops and banner of the layout. */
void bars_make(struct layout *layout, const struct desk *desk, struct arena *frame);

#endif
