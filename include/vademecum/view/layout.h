/*
 * layout: turns rows and a size into rectangles of wrapped lines, anew for each frame. Knows no
 * terminal. All of it lives in the arena of the frame.
 */
#ifndef VADEMECUM_VIEW_LAYOUT_H
#define VADEMECUM_VIEW_LAYOUT_H

#include "vademecum/base/arena.h"
#include "vademecum/base/text.h"
#include "vademecum/desk/desk.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    LAYOUT_COLUMNS_MIN = 40,
    LAYOUT_ROWS_MIN = 10,
    LAYOUT_SIDE_BY_SIDE = 80,  /* columns from which panels stand side by side, … */
    LAYOUT_THREE_FROM = 100,   /* … and three columns of panels */
    LAYOUT_ROOMY_ROWS = 24,    /* a screen of so many rows … */
    LAYOUT_ROOMY_COLUMNS = 60, /* … and columns has two rows of verbs */
    LAYOUT_PANEL_LEAST = 2,    /* rows of a panel: its title and a line */
    LAYOUT_GUTTER = 1,         /* free columns left and right of a panel's text */
    LAYOUT_MESSAGE_LEAVES = 3, /* rows of the screen that a long message leaves free */
    LAYOUT_PANELS_MAX = PANELS_MAX
};

/* A strip of the screen, in which panels stand. */
struct panel_strip {
    int left;
    int width;
    int top;
    int height; /* with the title */
};

/* One line of a panel. Texts are raw (base/text.h). */
struct line {
    const struct row *row; /* that the line is part of */
    struct span text;      /* the part of the row's text that stands on it */
    int left;              /* column of the panel where it starts */
    bool first;            /* the row begins here: its label stands here */
    bool tailed;           /* the row's tail stands here */
};

struct panel_view {
    struct panel panel;
    int top;           /* screen row of its title; the lines follow under it */
    int left;          /* screen column where it starts */
    int width;         /* columns */
    int height;        /* screen rows of its lines, without the title */
    bool ruled;        /* a rule goes on behind its title, since panels lie above or under it */
    const char *title; /* raw */
    const char *tail;  /* at the right end of the title: position, or what the rows' tails mean */
    const char *verbs; /* for the lower edge of a box */
    const struct line *lines;
    int cursor;       /* column of the panel where the cursor stands, in the entry in focus, … */
    int cursor_below; /* … so many lines below its first */
    struct fit fit;   /* for window_fit */
};

/* A frame around a panel: its title in the upper edge, its verbs in the lower one. */
struct box {
    int top;
    int left;
    int width;
    int height;
};

/* A row of the footer; raw. */
struct bar {
    const char *left;
    const char *right; /* shown where the left one leaves room */
};

struct layout {
    const struct layout *page;    /* the page under a box; NULL: this is no box */
    const struct desk *page_desk; /* the desk as the page shows it */
    struct box box;               /* where the box lies; its contents are the only panel */
    int rows;                     /* of the screen */
    int columns;
    bool roomy;             /* two rows of verbs, and what is saved in the title */
    bool too_small;         /* the screen is too small: only `rows` and `columns` are set */
    const char *title;      /* of the screen, raw; left end of its first row */
    const char *title_tail; /* right end of the first row */
    int title_bar;          /* columns of the bar of progress with which the right end begins */
    const char *stops;      /* "Criteria [Answer] …" under the title, or NULL */
    const char *banner;     /* what the list is narrowed to, above the panels, or NULL */
    struct query searched;  /* words to highlight in the lines */
    struct panel_view panels[LAYOUT_PANELS_MAX];
    size_t panel_count;
    int separators[LAYOUT_PANELS_MAX]; /* screen columns of the lines between panels */
    size_t separator_count;
    int body_top;       /* screen row of the first row under the title */
    int footer_rows;    /* how many; more for a long message */
    struct bar *footer; /* the last rows: a message or the focus in words, and verbs */
    int prompt_column;  /* screen column of the cursor, in a line that is typed in the footer */
    int cursor_row;     /* of the screen, as the next */
    int cursor_column;
};

/*
 * layout_make lays the panels out. The caller sets `rows`, `columns` and `page` first. Then it fits
 * the windows (window_fit, for each panel's `fit`), lays out again if that has moved one, and calls
 * layout_finish for title, footer and cursor. session_lay_out does all this.
 */
void layout_make(struct layout *layout, const struct desk *desk, struct arena *frame);
void layout_finish(struct layout *layout, const struct desk *desk, struct arena *frame);

/*
 * Finds the panel and entry at a row and column of the screen, as a click needs them. The panel's
 * screen is -1 where no panel can have the focus; `*entry` is -1 where there is none.
 */
struct panel layout_at(const struct layout *layout, const struct desk *desk, int row, int column,
                       long *entry);

#endif
