/*
 * table: reads one CSV file as rows with line numbers, and writes rows.
 *
 * A file is UTF-8 with commas, its header first. A byte-order mark, LF or CRLF or CR, unquoted
 * cells and columns in any order are no defects; blanks around unquoted cells are kept. A file is
 * read in slices, so that a caller can look at the keyboard in between.
 *
 * Order of calls: table_open; perhaps table_only; table_read until it no longer says TABLE_MORE;
 * table_close always, also after a failed table_open.
 */
#ifndef VADEMECUM_BASE_TABLE_H
#define VADEMECUM_BASE_TABLE_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum {
    TABLE_CELL_MAX = 1024 * 1024,     /* bytes of one cell */
    TABLE_COLUMNS_MAX = 1024,         /* cells of one row */
    TABLE_ROW_MAX = 16 * 1024 * 1024, /* bytes of one row */
    TABLE_ROWS_MAX = 20 * 1000 * 1000 /* after the header, those left out too */
};

/* A row, its cells in the order of the columns that were asked for. Valid during the call only. */
struct table_row {
    long line;                /* 1-based line on which the row starts */
    size_t count;             /* cells: as many as columns were asked for */
    const char *const *cells; /* NUL-terminated; a NUL byte of the file stands as "␀" (U+2400); a
                                 column that the file lacks is "" */
    const size_t *lengths;    /* bytes of each cell */
};

/* Who gets the rows and defects of one file. */
struct table_reader {
    /* Called for each sound row. */
    void (*row)(void *context, const struct table_row *row);
    void *context;
    /* Gets rows left out and other defects, under the file's name as table_open got it. */
    struct fault_list *faults;
};

/* What the cells of a column may hold. */
enum table_shape {
    TABLE_LINES, /* any text */
    TABLE_LINE,  /* text without a line break */
    TABLE_WORD   /* one word: an id, a date, a number */
};

/* How much a column is needed. */
enum table_need {
    TABLE_WISHED, /* it is a defect when it is missing */
    TABLE_NEEDED, /* the file cannot be used without it */
    TABLE_NEWER   /* older files do not have it, which is no defect */
};

struct table_column {
    const char *name; /* exactly as in the header; up to 60 bytes */
    enum table_need need;
    enum table_shape shape;
};

struct table; /* an open file and its parser */

enum table_state {
    TABLE_MORE,  /* there is more to read */
    TABLE_ENDED, /* the whole file was read */
    TABLE_BROKEN /* reading stopped early; the fault says where; rows before it were given */
};

/*
 * Opens `name` in the folder `folder` (an open directory descriptor) and reads its header. The
 * table lives in `arena`; `name` and `columns` must outlive it. False when the file is missing
 * (FAULT_WANTING), or (FAULT_SYSTEM) is not a regular file, empty, UTF-16, has another separator
 * (; or TAB), or lacks a required column: the fault names what to do. A column that is not required
 * and missing, one that is unknown, doubled or without a name is a defect; cells of unknown columns
 * are not given.
 */
bool table_open(struct table **opened, struct arena *arena, int folder, const char *name,
                const struct table_column *columns, size_t count, const struct table_reader *reader,
                struct fault *fault);

/*
 * Gives only the rows with this text in a column, which was asked for and is required. `text` has
 * no quotation mark, is not empty, and must outlive the table. Passing over the others is several
 * times faster than reading them; of their defects, only a wrong number of cells and what is wrong
 * with quotation marks and lines is found. To be called before the first table_read.
 */
void table_only(struct table *table, size_t column, const char *text);

/*
 * Reads up to `bytes` more bytes and calls row for each row that ended in them. Blank lines are no
 * rows. Rows in which nothing stands are passed over (one defect for all of them); a cell of blanks
 * counts as empty, also of such that only look empty. A row with too few or too many cells is left
 * out (a defect). Text that is not UTF-8, NUL bytes, a line break that the column may not have, and
 * what looks like rows inside a cell, as a stray quote makes it, are defects; the row is given. A
 * file that somebody writes to meanwhile is read up to the size that it had (a defect). An open
 * quote, a stray quote, or a limit passed ends the reading: TABLE_BROKEN, and the fault has the
 * line (for an open quote, where it was opened).
 */
enum table_state table_read(struct table *table, size_t bytes, struct fault *fault);

/* Bytes read so far and bytes in all, for a progress line. */
uint64_t table_position(const struct table *table);
uint64_t table_size(const struct table *table);

/* The most rows that the file can have, by its size, its columns and TABLE_ROWS_MAX. */
size_t table_rows_most(const struct table *table);

/* Closes the file. `table` may be NULL. */
void table_close(struct table *table);

/* The cells of one line, in the order of the line. They live in the arena given to table_line. */
struct table_line {
    size_t count;          /* cells; 0 for an empty line */
    const char **cells;    /* NUL-terminated; NUL bytes of the line stay in them */
    const size_t *lengths; /* bytes of each cell */
};

/*
 * Cuts one line into cells at each `separator`, such as ','. `bytes` holds no LF; one CR at its end
 * does not count. Any bytes may stand in a cell. False for a stray or open quotation mark, text
 * behind a closing one, a CR between two cells, more than TABLE_COLUMNS_MAX cells, or a cell over
 * TABLE_CELL_MAX.
 */
bool table_line(struct arena *arena, const char *bytes, size_t length, char separator,
                struct table_line *line);

/* Writes one row: every cell quoted, quotes doubled, CRLF at the end. Errors stay in `out`. */
void table_write(FILE *out, const char *const *cells, size_t count);

/* The same with another separator than ','. */
void table_write_apart(FILE *out, const char *const *cells, size_t count, char separator);

#endif
