/*
 * window: where a panel's window stands over its rows, and where its focus is; and the arithmetic
 * of both. A panel is told by its screen and its number there.
 */
#ifndef VADEMECUM_DESK_WINDOW_H
#define VADEMECUM_DESK_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

struct desk;

/* A panel of a screen. */
struct panel {
    int screen; /* enum screen_id; or -1: none */
    int number; /* of the screen's panels, from 0 on */
};

struct window {
    size_t focus;   /* entry that is current */
    size_t top_row; /* first row shown */
    int top_line;   /* lines of that row that are scrolled out */
    int scroll;     /* lines to move by at the next fit */
    int pages;      /* pages to turn at the next fit */
    bool follow;    /* the next fit brings the focus into the window, … */
    bool lead;      /* … with the heading that it stands under at the top; … */
    bool seek;      /* … or it goes to the first match of what is searched for */
    bool read_on;   /* the last move was a step down a text */
    int above;      /* as of the last fit: lines above the window */
    int visible;    /*   lines of the window */
    int lines;      /*   lines in all */
    int width;      /*   columns of the panel */
    int focus_top;  /*   line where the focused entry starts; in a text without entries the line to
                         be read next: the last one after a step down, else the first in sight */
    int focus_end;  /*   line behind its last */
    int found;      /* the line of a match that the cursor stands on, counted from 1; or 0 */
};

/* What a panel's rows came out as; see window_fit. */
struct fit {
    size_t first_row;      /* number of the first row that was laid out */
    size_t rows;           /* rows that were laid out */
    const int *row_starts; /* line where each starts, and one more: lines in all */
    const long *entries;   /* the entry that each row is part of, or -1 */
    int visible;           /* lines of the window */
    int width;             /* columns of the panel */
    int match;             /* the first line with a word that is searched for, or -1 */
};

/* The window of a panel. */
const struct window *window_of(const struct desk *desk, struct panel panel);

/* How many entries a panel has; its focus is one of them. */
size_t window_entries(const struct desk *desk, struct panel panel);

/* Whether the focused entry starts in the window. */
bool window_shows_focus(const struct window *window);

/* To the top, with the focus on the first entry. */
void window_reset(struct desk *desk, struct panel panel);

/*
 * Puts the focus on an entry (the last one when there are fewer); panels whose contents hang on it
 * start at their top again.
 */
void window_focus(struct desk *desk, struct panel panel, size_t entry);

/* The same, but nothing hangs on it: the entry is the same thing under another number. */
void window_stay(struct desk *desk, struct panel panel, size_t entry);

/* Brings the focus into sight, with the heading above it at the top; or to the first match. */
void window_lead(struct desk *desk, struct panel panel);
void window_seek(struct desk *desk, struct panel panel);

/* The panel has no room on the screen: none of its lines is seen. */
void window_hide(struct desk *desk, struct panel panel);

/* Makes the window of `panel` the same as that of `like`. */
void window_align(struct desk *desk, struct panel panel, struct panel like);

/*
 * A step down or up: to the next entry, or by a line where a long row or text without entries is
 * to be read on.
 */
void window_down(struct desk *desk, struct panel panel);
void window_up(struct desk *desk, struct panel panel);

/* Turns pages, down (+1) or up (-1), at the next fit. */
void window_page(struct desk *desk, struct panel panel, int pages);

/* To the first or last entry, and to the start or end of the text. */
void window_first(struct desk *desk, struct panel panel);
void window_last(struct desk *desk, struct panel panel);

/* Brings the focus back among the entries, after some of them have gone. */
void window_settle(struct desk *desk, struct panel panel);

/*
 * Tells how a panel's rows came out, so that its window moves over them. Returns whether that
 * changed what is to be shown elsewhere (the focus moved with a page), so that the layout must be
 * made again.
 */
bool window_fit(struct desk *desk, struct panel panel, const struct fit *fit);

#endif
