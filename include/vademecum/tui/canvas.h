/*
 * canvas: the desk on curses windows: of a terminal, or of none for a script.
 */
#ifndef VADEMECUM_TUI_CANVAS_H
#define VADEMECUM_TUI_CANVAS_H

#include "vademecum/door/door.h"
#include "vademecum/tui/theme.h"
#include "vademecum/view/layout.h"

#include <stdbool.h>

struct canvas {
    struct layout layout; /* as last painted; in door->frame */
    struct theme theme;
};

/* To be called after curses has been started. `*look` gets how texts look there. */
void canvas_open(struct canvas *canvas, const struct door_setup *setup, bool color,
                 struct look *look);

/* Lays the desk out and paints it into stdscr; the caller refreshes. */
void canvas_paint(struct canvas *canvas, struct door *door, int rows, int columns);

#endif
