/*
 * judge: says what is wrong with one cell, by its kind, and what to do about it. A part of check,
 * which knows the rows.
 */
#ifndef VADEMECUM_CATALOGUE_JUDGE_H
#define VADEMECUM_CATALOGUE_JUDGE_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/schema.h"

#include <stdbool.h>

/* A cell that is to be judged. */
struct cell {
    const char *file; /* where it stands, as in a fault */
    long line;        /* 1-based line of its row */
    const struct schema_column *column;
    const char *text;          /* NUL-terminated, any bytes */
    const char *meant;         /* CELL_ID: the id of another file that is most likely meant, or
                                  NULL */
    int folder;                /* descriptor of the catalogue's folder; only CELL_FILE needs it */
    enum fault_kind kind;      /* of its faults */
    struct arena *scratch;     /* for sentences while they are made */
    struct fault_list *faults; /* where they go */
};

/* Whether a row cannot be used unless its cells of this kind have the right form. */
bool judge_decides(enum cell_kind kind);

/* Adds a fault for all that is wrong with a cell that is not empty. */
void judge_cell(const struct cell *cell);

/* Adds the fault that a required cell is empty. */
void judge_empty(const struct cell *cell);

#endif
