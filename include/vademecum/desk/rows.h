/*
 * rows: what each panel says, as rows of text with a role. Knows no sizes but the width for which
 * a panel chooses its shorter labels, and no terminal.
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
    ROLE_DIM,     /* that something is not there, or could be done */
    ROLE_COUNT
};

/* Where the signs in a row are those of marks. */
enum row_signs {
    SIGNS_NONE,
    SIGNS_BESIDE, /* in its label and its tail */
    SIGNS_FIRST,  /* the first of its text */
    SIGNS_ALL,    /* in its text, label and tail */
    SIGNS_BAR     /* a bar of marks and their numbers (sign_bar_marks) are its text, or its tail */
};

/* A row: wrapped by the layout to as many lines as it needs. Texts are raw: see base/text. */
struct row {
    enum role role;
    int indent;               /* columns left free before the text */
    int hang;                 /* further columns left free on all lines but the first */
    const char *label;        /* stands in the indent of the first line, or NULL */
    enum role label_role;     /* its own, unless the row has the focus */
    const char *text;         /* "" makes an empty line */
    const char *tail;         /* stands at the right edge, or NULL */
    int tail_width;           /* columns kept free for it, on every line */
    bool tail_last;           /* the tail stands on the last line, not the first */
    enum row_signs signs;     /* which of them get the colours of marks */
    long entry;               /* that the row is, or is a part of; or -1 */
    bool plain;               /* never in reverse: the cursor in it is enough */
    bool under;               /* it only adds to its entry's first row */
};

struct rows {
    struct arena *arena; /* of the frame */
    struct row *rows;
    size_t count;
    size_t room;
    size_t first;      /* number of the first row among all rows of the panel */
    const char *title; /* of the panel */
    const char *tail;  /* at the right end of the title: what the tails are, or "" */
    bool wide;         /* a box takes all the columns that it may, whatever it says */
    int width;         /* columns of the panel */
    int height;        /* lines of the panel: a long list makes rows for no more than it needs */
    bool alone;        /* no other panel of the screen can be seen beside it */
    int cursor;        /* column of the panel where the cursor stands in the current row … */
    size_t cursor_rows; /* … or in one under it: rows of the entry down to that; 0: as it begins */
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

/* For the panels' own files: adds a row, and returns it to have more set. */
struct row *rows_add(struct rows *rows, enum role role, int indent, const char *text);

/* Adds a row that can be the current one. */
struct row *rows_add_entry(struct rows *rows, size_t entry, const char *text);

/* Adds a row that belongs to the entry above it, and is kept in sight with it. */
struct row *rows_add_under(struct rows *rows, enum role role, size_t entry, const char *text);

/* Adds an empty line, unless the panel is empty so far. */
void rows_add_gap(struct rows *rows);

/* Adds a label and a text beside it, or under it when the panel is narrow. */
void rows_add_fact(struct rows *rows, const char *label, const char *text);

/* A cell in the content language, where the catalogue has it; see catalogue_text. */
const char *rows_cell(const struct desk *desk, enum schema_id table, const struct record *record,
                      size_t column);

/* Adds what is stated about an own practice. */
void rows_add_own_facts(const struct desk *desk, const struct subject *subject, struct rows *rows);

/* Adds what the reviewer left on a practice as a whole, own or not: a note, the shortlist. */
void rows_add_jotted(const struct desk *desk, const struct subject *subject, struct rows *rows);

/* That the source says nothing of it; or, while the catalogue is being read, nothing yet. */
const char *rows_not_assessed(const struct desk *desk);

/* A practice's title, in the content language. */
const char *rows_subject(const struct desk *desk, const struct subject *subject);

/* The first town of a practice, else its region; "" when neither is stated. */
const char *rows_town(const struct desk *desk, const struct subject *subject, struct arena *arena);

/* The text when it takes no more columns than `room`, else "". */
const char *rows_fitting(const struct desk *desk, const char *text, int room);

/* An address on one line: what does not fit is left out in its middle. */
const char *rows_address(const struct desk *desk, const char *address, int width,
                         struct arena *arena);

/* The text, or what of it fits into so many columns and a sign that there is more. */
const char *rows_short(const struct desk *desk, const char *text, int width, struct arena *arena);

#endif
