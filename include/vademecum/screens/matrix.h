/*
 * matrix: the practices that Home lists in rows, and in columns the items of a checklist, or its
 * criteria with counts. What its files share.
 */
#ifndef VADEMECUM_SCREENS_MATRIX_H
#define VADEMECUM_SCREENS_MATRIX_H

#include "vademecum/desk/desk.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    MATRIX_HEADS, /* what stays above the columns */
    MATRIX_ROWS   /* the practices */
};

struct matrix {
    const struct checklist *checklist;
    bool criteria;        /* columns are criteria, else items */
    size_t column;        /* in focus */
    size_t *rows;         /* places in the list of own practices and of those with any mark, … */
    size_t row_count;     /* … which have a row; in the screen's arena, as the next two */
    size_t apart;         /* practices of the list that no source has assessed by it */
    size_t *met;          /* practices of the catalogue that meet each column, … */
    size_t *of;           /* … and those whose source lists it at all, counted once … */
    size_t counted;       /* columns that were counted; 0: count anew … */
    size_t list;          /* … as it is when the list … */
    uint64_t events;      /* … or the review is another one */
    const char *practice; /* id of the practice in focus, "" when there was none */
};

/* A column: the items that it is about. */
struct matrix_column {
    const struct item *items;
    size_t count; /* 1, or all of a criterion */
};

struct matrix *matrix_of(const struct desk *desk);

/* How many columns there are, and one of them. */
size_t matrix_columns(const struct desk *desk);
struct matrix_column matrix_column(const struct desk *desk, size_t column);

/*
 * How many of `count` items in a row a practice meets: by its source, an own one by the reviewer.
 * `*of` gets how many are listed, or for an own one how many there are.
 */
size_t matrix_met(const struct desk *desk, const struct subject *subject, const struct item *items,
                  size_t count, size_t *of);

/* The practice of a row; the row in focus, and its practice: NULL when there is none. */
const struct subject *matrix_at(const struct desk *desk, size_t row);
size_t matrix_row(const struct desk *desk);
const struct subject *matrix_subject(const struct desk *desk);

/* How many practices of the catalogue meet the column in focus; `*of` gets out of how many. */
size_t matrix_column_met(const struct desk *desk, size_t *of);

/* What the panels, the title and the footer say. */
void matrix_heads_rows(const struct desk *desk, struct rows *rows);
void matrix_rows(const struct desk *desk, struct rows *rows);
const char *matrix_status(const struct desk *desk, int columns, int room, struct arena *arena);
const char *matrix_focus(const struct desk *desk, struct arena *arena);

#endif
