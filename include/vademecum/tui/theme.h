/*
 * theme: what a role looks like on this terminal. Colour only repeats what signs and words say.
 */
#ifndef VADEMECUM_TUI_THEME_H
#define VADEMECUM_TUI_THEME_H

#include "vademecum/desk/rows.h"
#include "vademecum/report/sign.h"

#include <curses.h>
#include <stdbool.h>

/* Attributes and a colour pair, 0 for none. */
struct paint {
    attr_t attributes;
    short pair;
};

struct theme {
    struct paint roles[ROLE_COUNT]; /* of rows */
    struct paint tones[TONE_COUNT]; /* of signs */
    attr_t bar;                     /* first and last line of the screen */
    struct paint title_focused;     /* of the panel that has the focus */
    struct paint title_here;        /* the same, where no row shows the focus */
    struct paint title;             /* of a panel */
    attr_t match;                   /* a word that is searched for, besides what else it is */
    struct paint current;           /* the current row of the focused panel */
    struct paint behind;            /* a page that a box lies over, … */
    struct paint beside;            /* … and what its focus is on */
    struct paint frame;             /* of a box */
    bool ascii;                     /* lines and pointers in ASCII */
};

/* The theme for the terminal that curses has been started on. */
void theme_make(struct theme *theme, bool color, bool ascii);

/*
 * Gives each tone a pair of its number, on a terminal without colours: so a script reads from the
 * cells what would be coloured.
 */
void theme_number(struct theme *theme);

#endif
