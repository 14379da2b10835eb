/*
 * box: shows a screen in a frame over the page that it was called from, near what the focus of that
 * page is on, so that both are seen. On small screens it replaces the page.
 */
#ifndef VADEMECUM_VIEW_BOX_H
#define VADEMECUM_VIEW_BOX_H

#include "vademecum/view/layout.h"
#include "vademecum/view/panel.h"

#include <stdbool.h>

/* Whether the top screen is a box, and rows × columns have room for it and a page. */
bool box_floats(const struct desk *desk, int rows, int columns);

/*
 * Places the box, as large as what it says, over `layout->page`, without covering what the page's
 * focus is on unless there is no other room. Its panel's place goes to `*strip`.
 */
void box_place(struct layout *layout, const struct desk *desk, struct panel_strip *strip,
               struct arena *frame);

/* The screen rows, first and behind the last, and columns of what the page's focus is on. */
struct panel_strip box_beside(const struct layout *page, const struct desk *desk);

#endif
