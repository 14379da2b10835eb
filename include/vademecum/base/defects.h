/*
 * defects: reports what is wrong with the rows of a CSV file. A part of table, for which others
 * call table_open.
 *
 * Order of calls: defects_init; for each row defects_cell for its cells, then one of defects_row,
 * defects_left_out and defects_empty; defects_end.
 */
#ifndef VADEMECUM_BASE_DEFECTS_H
#define VADEMECUM_BASE_DEFECTS_H

#include "vademecum/base/header.h"
#include "vademecum/base/swallowed.h"

#include <stdbool.h>
#include <stddef.h>

/* Lines of a file, the first and the last; 1-based. */
struct lines {
    long first;
    long last;
};

/* What is known of the rows so far. */
struct defects {
    const struct header *header;        /* borrowed */
    const struct header_wanted *wanted; /* borrowed; its `faults` get the defects */
    struct swallowed swallowed;         /* in the first cell of the row that holds any */
    size_t swallower;                   /* that cell */
    struct lines where;                 /* that it covers */
    size_t unread;                      /* cells so far that are not in UTF-8 */
    struct lines unreads;               /* of those that were not told one by one */
    size_t surplus;                     /* rows so far with empty cells beyond the header */
    struct lines surpluses;             /* from the first of them to the last */
    size_t empty;                       /* rows so far in which nothing stands */
    struct lines empties;               /* from the first of them to the last */
};

/* A cell as the file has it. */
struct defects_cell {
    size_t place; /* in its row, from 0; may be beyond the header */
    const char *bytes;
    size_t length;
    size_t zeros; /* zero bytes in it */
    struct lines lines;
};

void defects_init(struct defects *defects, const struct header *header,
                  const struct header_wanted *wanted);

/*
 * Looks at a cell of the row that is being read: whether it is UTF-8, has zero bytes, or a line
 * end that may not be there. Of a cell in no known column only whether rows stand in it.
 */
void defects_cell(struct defects *defects, const struct defects_cell *cell);

/*
 * The row is whole: tells of rows that stand inside it. False when there are any for sure: then its
 * cells are those of several rows, and it is left out with them.
 */
bool defects_row(struct defects *defects);

/*
 * The row, which covers `lines`, has `cells` cells and not as many as the header, so it is left
 * out. `extra` is its first cell beyond the header, when there is one.
 */
void defects_left_out(struct defects *defects, struct lines lines, size_t cells, const char *extra);

/* The row has cells beyond the header, and nothing stands in them. Before defects_row. */
void defects_surplus(struct defects *defects, struct lines lines);

/* The row is a mark that git leaves where two versions of a file differ. */
void defects_conflict(struct defects *defects, struct lines lines);

/* Nothing stands in the row. */
void defects_empty(struct defects *defects, struct lines lines);

/* Reading has ended: tells what is told once for the whole file. */
void defects_end(struct defects *defects);

#endif
