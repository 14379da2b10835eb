/*
 * bars: the texts of title and footer.
 */
#ifndef VADEMECUM_VIEW_BARS_H
#define VADEMECUM_VIEW_BARS_H

#include "vademecum/view/layout.h"

/* How many rows the footer takes: what a message needs, as long as a little is left of the rest. */
int bars_footer_rows(const struct desk *desk, int rows, int columns);

/* Sets them. */
void bars_make(struct layout *layout, const struct desk *desk, struct arena *frame);

#endif
