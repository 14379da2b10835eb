/*
 * layout: rows and a size become rectangles of wrapped lines. The only place that knows heights;
 * knows no terminal. All of it lives in the arena of the frame and is made anew for each frame.
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
    LAYOUT_MESSAGE_LEAVES = 3, /* rows of the screen that a long message leaves to the rest */
    LAYOUT_PANELS_MAX = PANELS_MAX
};

/* Where panels go: a strip of the screen. */
struct panel_strip {
    int left;
    int width;
    int top;
    int height; /* with the title */
};

/* One line of a panel. Texts are raw: see base/text. */
struct line {
    const struct row *row; /* that it is part of */
    struct span text;      /* what of the row's text stands on it */
    int left;              /* column of the panel where it starts */
    bool first;            /* of the row: the label stands here */
    bool tailed;           /* the row's tail stands here */
};

struct panel_view {
    struct panel panel;
    int top;           /* screen row of its title; the lines follow under it */
    int left;          /* screen column where it starts */
    int width;         /* columns */
    int height;        /* screen rows of its lines, without the title */
    bool ruled;        /* a line runs on behind its title: others lie above or under it */
    const char *title; /* raw */
    const char *tail;  /* at the right end of the title: position, or what the tails mean */
    const char *verbs; /* for the lower edge of a box */
    const struct line *lines;
    int cursor;       /* column of it where the cursor stands in its current row … */
    int cursor_below; /* … or so many lines further down */
    struct fit fit;   /* for window_fit */
};

/* A frame: its title stands in the upper edge, its verbs in the lower one. */
struct box {
    int top;
    int left;
    int width;
    int height;
};

/* A row at the top or bottom of the screen; raw. */
struct bar {
    const char *left;
    const char *right; /* shown where the left one leaves room */
};

struct layout {
    const struct layout *page;    /* that a box lies over, or NULL */
    const struct desk *page_desk; /* the desk as that page shows it */
    struct box box;               /* where it lies; what it says is the only panel */
    int rows;                     /* of the screen */
    int columns;
    bool roomy;             /* two rows of verbs, and what is saved in the title */
    bool too_small;         /* nothing else is set but rows and columns */
    const char *title;      /* of the screen, raw; left end of its first row */
    const char *title_tail; /* right end of the first row */
    int title_bar;          /* columns of progress that the right end begins with */
    const char *stops;      /* "Criteria [Answer] …" under the title, or NULL */
    const char *banner;     /* what the list is narrowed to, above the panels, or NULL */
    struct query searched;  /* words that lines are to show, in whichever field */
    struct panel_view panels[LAYOUT_PANELS_MAX];
    size_t panel_count;
    int separators[LAYOUT_PANELS_MAX]; /* screen columns of the lines between panels */
    size_t separator_count;
    int body_top;       /* screen row of the first row under the title */
    int footer_rows;    /* more when a message is long */
    struct bar *footer; /* the last rows: a message or the focus in words, and verbs */
    int prompt_column;  /* screen column of the cursor in the line being typed there */
    int cursor_row;
    int cursor_column;
};

/*
 * Lays the panels out on the rows × columns that `layout` comes with, and over its page; then the
 * windows are fitted to it (window_fit for each panel's fit), which can make another layout
 * necessary; in the end title, footer and cursor. session_lay_out does all that.
 */
void layout_make(struct layout *layout, const struct desk *desk, struct arena *frame);
void layout_finish(struct layout *layout, const struct desk *desk, struct arena *frame);

/*
 * The panel and entry at a place of the screen; its screen is -1 outside of panels that can have
 * the focus, the entry -1 beside entries.
 */
struct panel layout_at(const struct layout *layout, const struct desk *desk, int row, int column,
                       long *entry);

#endif
