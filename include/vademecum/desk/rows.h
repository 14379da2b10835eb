/*
 * rows: says what each panel shows, as rows of text with a role. A panel chooses its labels by its
 * width and makes no more rows than its height needs; the layout wraps them. Knows no terminal.
 */
#ifndef VADEMECUM_DESK_ROWS_H
#define VADEMECUM_DESK_ROWS_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/desk/window.h"
#include "vademecum/find/find.h"

#include <stdbool.h>
#include <stddef.h>

struct desk;

enum role {
    ROLE_TEXT,
    ROLE_HEADING, /* of a section */
    ROLE_LINK,    /* an address */
    ROLE_DIM,     /* says that something is missing, or could be done */
    ROLE_COUNT
};

/* Which parts of a row have signs of marks, to be coloured. */
enum row_signs {
    SIGNS_NONE,
    SIGNS_BESIDE, /* its label and its tail */
    SIGNS_FIRST,  /* the first sign of its text */
    SIGNS_ALL,    /* its text, label and tail */
    SIGNS_BAR     /* its tail, else its text, is a bar of marks with numbers (sign_bar_marks) */
};

/*
 * A row. The layout wraps it into as many lines as it needs. Texts are raw (base/text.h), borrowed,
 * and live as long as the frame.
 */
struct row {
    enum role role;
    int indent;               /* columns left free before the text */
    int hang;                 /* further columns left free on all lines but the first */
    const char *label;        /* stands in the indent of the first line, or NULL */
    enum role label_role;     /* role of the label, unless the row has the focus */
    const char *text;         /* "" makes an empty line */
    const char *tail;         /* stands at the right edge, or NULL */
    int tail_width;           /* columns kept free for the tail, on every line */
    bool tail_last;           /* the tail stands on the last line, not the first */
    enum row_signs signs;     /* which parts get the colours of marks */
    long entry;               /* number of the entry that the row belongs to; -1: none */
    bool plain;               /* never shown in reverse: the cursor in it shows the focus */
    bool under;               /* adds to the first row of its entry */
};

struct rows {
    struct arena *arena; /* of the frame */
    struct row *rows;
    size_t count;
    size_t room;
    size_t first;      /* how many rows of the panel come before rows[0]; not 0 in a long list */
    const char *title; /* of the panel */
    const char *tail;  /* at the right end of the title: what the tails are, or "" */
    bool wide;         /* a box takes all the columns that it may, however short its rows */
    int width;         /* columns of the panel */
    int height;        /* lines of the panel: a long list makes no more rows than it needs */
    bool alone;        /* the panel is the only one that is seen */
    int cursor;        /* column of the panel where the cursor stands, in the entry in focus … */
    size_t cursor_rows; /* … on the last line of which row of it, from 1; 0: on its first line */
};

enum {
    ROWS_NARROW = 40, /* panels under so many columns use the short labels */
    ROWS_INDENT = 2   /* columns for the sign of the current row */
};

/*
 * Fills `rows` with what the panel says now; `rows` comes with its arena, width and height set and
 * everything else zero.
 */
void rows_make(const struct desk *desk, struct panel panel, struct rows *rows);

/*
 * For the files that make a panel: adds a row, and returns it so that the caller can set more. It
 * stays valid until the next row is added.
 */
struct row *rows_add(struct rows *rows, enum role role, int indent, const char *text);

/* Adds the row of an entry, which can have the focus. Returns it, as rows_add does. */
struct row *rows_add_entry(struct rows *rows, size_t entry, const char *text);

/* Adds a further row of the entry above, which is kept in sight with it. */
struct row *rows_add_under(struct rows *rows, enum role role, size_t entry, const char *text);

/* Adds an empty line, unless the panel is empty so far. */
void rows_add_gap(struct rows *rows);

/* Adds a label and a text, beside it or, in a narrow panel, under it. */
void rows_add_fact(struct rows *rows, const char *label, const char *text);

/* Returns a cell in the content language, where the catalogue has it (catalogue_text). */
const char *rows_cell(const struct desk *desk, enum schema_id table, const struct record *record,
                      size_t column);

/* Adds the facts of an own practice. */
void rows_add_own_facts(const struct desk *desk, const struct subject *subject, struct rows *rows);

/* Adds what the reviewer has noted on a practice as a whole: a note, the shortlist. */
void rows_add_jotted(const struct desk *desk, const struct subject *subject, struct rows *rows);

/* Says that a practice is not assessed; while the catalogue is being read, not read yet. */
const char *rows_not_assessed(const struct desk *desk);

/* Returns the title of a practice, in the content language. */
const char *rows_subject(const struct desk *desk, const struct subject *subject);

/* Returns the first town of a practice, else its region; "" when neither is stated. */
const char *rows_town(const struct desk *desk, const struct subject *subject, struct arena *arena);

/* Returns the text when it takes no more than `room` columns, else "". */
const char *rows_fitting(const struct desk *desk, const char *text, int room);

/* Cuts an address to `width` columns: what does not fit is left out in its middle. */
const char *rows_address(const struct desk *desk, const char *address, int width,
                         struct arena *arena);

/* Cuts a text to `width` columns, with a sign that there is more. */
const char *rows_short(const struct desk *desk, const char *text, int width, struct arena *arena);

#endif
