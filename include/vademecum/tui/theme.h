/*
 * theme: what a role looks like on this terminal. Colour only repeats what signs and words say.
 */
#ifndef VADEMECUM_TUI_THEME_H
#define VADEMECUM_TUI_THEME_H

#include "vademecum/catalogue/catalogue.h"
#include "vademecum/desk/rows.h"

#include <curses.h>
#include <stdbool.h>

struct theme {
    attr_t roles[ROLE_COUNT]; /* of rows */
    attr_t bar;               /* first and last line of the screen */
    attr_t title_focused;     /* of the focused panel when it has no current row */
    attr_t title;             /* of a panel */
    attr_t match;             /* a word that is searched for, besides what else it is */
    attr_t current;           /* the current row of the focused panel */
    short marks[MARK_COUNT];  /* colour pairs of the source's marks, 0: none */
    bool ascii;               /* lines and pointers in ASCII */
};

/* The theme for the terminal that curses has been started on. */
void theme_make(struct theme *theme, bool color, bool ascii);

#endif
