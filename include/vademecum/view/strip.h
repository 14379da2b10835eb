/*
 * strip: divides the screen among panels. What columns, box and layout share.
 */
#ifndef VADEMECUM_VIEW_STRIP_H
#define VADEMECUM_VIEW_STRIP_H

#include "vademecum/view/layout.h"

/* The rows between what stands at the top and the footer. */
int strip_height(const struct layout *layout);

/* Adds a panel of the top screen. */
void strip_panel(struct layout *layout, const struct desk *desk, int number,
                 const struct panel_strip *strip);

/* Adds a line between panels, in a column of the screen. */
void strip_separator(struct layout *layout, int column);

/* Keeps a row for the line that lists the panels, where there are several and room for it. */
void strip_stops(struct layout *layout, const struct desk *desk);

#endif
