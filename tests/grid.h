/*
 * grid: the cells of a terminal's screen, and its cursor.
 */
#ifndef VADEMECUM_TESTS_GRID_H
#define VADEMECUM_TESTS_GRID_H

#include "vademecum/base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

enum {
    GRID_CHARS = 6 /* of a cell: a character and the marks on it */
};

struct grid_cell {
    wchar_t chars[GRID_CHARS + 1]; /* "" in the right half of a wide character */
    bool reverse;
};

struct grid {
    struct arena *arena; /* borrowed */
    int rows;
    int columns;
    struct grid_cell *cells; /* row by row */
    int row;                 /* of the cursor, from 0 */
    int column;
    bool wraps; /* the next character goes to the next line */
    int first;  /* row of those that scroll */
    int last;   /* of them */
};

/* Blank cells, the cursor at the top left. */
void grid_open(struct grid *grid, struct arena *arena, int rows, int columns);

/* As xterm does it: columns on the right are lost, and so are rows at the top above the cursor. */
void grid_resize(struct grid *grid, int rows, int columns);

/* Moves the cursor, at most to the edges. */
void grid_move(struct grid *grid, int row, int column);

/*
 * Writes a character that has a width at the cursor, which moves on. False, with nothing done, when
 * it is wider than what is left of the line.
 */
bool grid_put(struct grid *grid, wchar_t character, bool reverse);

/* Puts a mark on the character before the cursor. False when there is none, or no room on it. */
bool grid_mark(struct grid *grid, wchar_t mark);

/* Only these rows scroll from now on; the cursor goes to the top left. */
void grid_margins(struct grid *grid, int first, int last);

/* One line down or up; at the last or first row that scrolls, all that scroll move instead. */
void grid_line_feed(struct grid *grid);
void grid_line_back(struct grid *grid);

/* Moves the cursor's line and those below it that scroll down by so many lines, or, below 0, up. */
void grid_shift_lines(struct grid *grid, int by);

/* Moves the rest of the cursor's line right by so many columns, or, below 0, left. */
void grid_shift_cells(struct grid *grid, int by);

/* Moves all lines that scroll down by so many lines, or, below 0, up. */
void grid_scroll(struct grid *grid, int by);

/*
 * Blanks cells from a column of the cursor's line up to before another, which lies beyond the edge
 * when it is on a later line.
 */
void grid_blank(struct grid *grid, int from, int to);

/*
 * The screen as a page of `vademecum --script`: a line for each row, without trailing blanks, then
 * "-- cursor ROW,COLUMN".
 */
char *grid_page(const struct grid *grid, struct arena *arena);

#endif
