/*
 * paint: paints a layout on curses windows. Knows nothing of what it paints.
 */
#ifndef VADEMECUM_TUI_PAINT_H
#define VADEMECUM_TUI_PAINT_H

#include "vademecum/tui/theme.h"
#include "vademecum/view/layout.h"
#include "vademecum/view/session.h"

/* Paints the whole of stdscr, and puts the cursor in its place; the caller refreshes. */
void paint_layout(const struct layout *layout, const struct desk *desk, const struct theme *theme);

#endif
