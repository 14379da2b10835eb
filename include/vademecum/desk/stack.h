/*
 * stack: which screens lie on one another, and which panel of each has the focus.
 */
#ifndef VADEMECUM_DESK_STACK_H
#define VADEMECUM_DESK_STACK_H

#include "vademecum/desk/screen.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    STACK_WIDE = 150 /* columns of a screen from which panels go to their wide columns */
};

struct stack {
    enum screen_id screens[SCREEN_COUNT]; /* the one shown is the last; none lies there twice */
    int focus[SCREEN_COUNT];              /* the focused panel of each of them */
    size_t depth;                         /* how many, at least 1 */
    bool enlarged;                        /* one panel at a time, on all screens */
    int columns;                          /* of the screen, as of the last layout */
};

/* Begins with Home alone; `enlarged`: one panel at a time. */
void stack_open(struct desk *desk, bool enlarged);

/* The screen on top, its constant, and its focused panel. */
enum screen_id stack_screen(const struct desk *desk);
const struct screen *stack_top(const struct desk *desk);
struct panel stack_panel(const struct desk *desk);
const struct panel_kind *stack_kind(const struct desk *desk, struct panel panel);

/* Whether a panel of that screen has the focus: its number, or -1 when the screen lies below. */
int stack_focus_of(const struct desk *desk, enum screen_id screen);

/* The screen that is worked on: below Help and Menu, when one of them lies on it. */
enum screen_id stack_worked_on(const struct desk *desk);

/* What the focus of that screen is on. */
struct place stack_place(const struct desk *desk);

/*
 * Puts a screen on top; one that lies further below comes up as it was, unless it is `raised`: then
 * what lies on it stays below it. Returns whether it is new there.
 */
bool stack_push(struct desk *desk, enum screen_id screen);

/* Makes the stack again what it was. */
void stack_restore(struct desk *desk, const struct stack *before);

/* A mark of the item was given or taken back: screens keep it in sight. */
void stack_marked(struct desk *desk, const struct item *item);

/* Takes the top screen away, all but the first one, or all down to a screen; the first stays. */
void stack_pop(struct desk *desk);
void stack_clear(struct desk *desk);
void stack_pop_to(struct desk *desk, enum screen_id screen);

/* Moves the focus to a panel of the top screen, or of the screen wherever it lies. */
void stack_focus(struct desk *desk, int number);
void stack_focus_in(struct desk *desk, enum screen_id screen, int number);

/* Command: shows one panel at a time, or all that there is room for. */
void stack_enlarge(struct desk *desk);

/* Tells how many columns the screen has. */
void stack_sized(struct desk *desk, int columns);

/* The column of a panel of the top screen. */
int stack_column(const struct desk *desk, int number);

/*
 * The panels of the top screen that are shown, and those that Tab goes through, in order; how many.
 */
size_t stack_shown(const struct desk *desk, int shown[PANELS_MAX]);
size_t stack_stops(const struct desk *desk, int stops[PANELS_MAX]);

/* The panel that Tab goes to next (+1) or back (-1), round and round. */
int stack_stop(const struct desk *desk, int step);

/* The panel on the right (+1) or left (-1) of the focused one; itself at the edge. */
int stack_beside(const struct desk *desk, int step);

#endif
