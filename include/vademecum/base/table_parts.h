/*
 * table_parts: how table reads a file. A part of table: everybody else includes table.h.
 */
#ifndef VADEMECUM_BASE_TABLE_PARTS_H
#define VADEMECUM_BASE_TABLE_PARTS_H

#include "vademecum/base/bytes.h"
#include "vademecum/base/defects.h"
#include "vademecum/base/header.h"
#include "vademecum/base/row.h"
#include "vademecum/base/skip.h"
#include "vademecum/base/source.h"
#include "vademecum/base/table.h"

#include <csv.h>

struct table {
    struct csv_parser parser;
    struct source source;        /* the file */
    struct header_wanted wanted; /* what its header is to hold */
    struct table_reader reader;  /* who gets rows and defects */
    struct header header;        /* the first row */
    bool headed;                 /* that row has ended */
    struct defects defects;      /* of the rows */
    struct skip skip;            /* which rows are given; its `text` NULL: all */
    size_t sought;               /* the column that decides, as the reader counts them */
    struct skip_cell *cut;       /* the cells of a simple row, as many as the header has */
    char *spare;                 /* what of them is copied; as large as the source's buffer */
    bool between;                /* the parser has ended a row and not begun another */
    struct row_buffer row;       /* the row that is being read */
    long row_line;               /* 1-based, on which it starts */
    size_t cell;                 /* its cells so far */
    bool filled;                 /* something stands in one of them */
    bool conflict;               /* the first one is a mark of git */
    bool remains;                /* the first one is what programs leave at the end of a file */
    bool beyond;                 /* something stands in a cell beyond the header */
    char extra[SAMPLE_ROOM];     /* the first such cell */
    long rows;                   /* rows after the header so far, those left out too */
    long line;                   /* 1-based, on which the next cell starts */
    int last_end;                /* the byte that ended the line before: CR or LF; 0: none */
    enum table_state state;      /* what table_read says */
    struct fault *fault;         /* of the call that is running */
};

/* What libcsv calls for a cell, and at the end of a row. */
typedef void table_cell_call(void *bytes, size_t length, void *context);
typedef void table_row_call(int end, void *context);

/* Makes a parser ready; csv_free is to be called at the end. */
void table_parser_start(struct csv_parser *parser);

/* Many rows follow: its buffer grows faster. Not all files get so far before the first screen. */
void table_parser_widen(struct csv_parser *parser);

/* Parses `length` of the bytes that are ready. False when reading has ended, with the fault. */
bool table_parse(struct table *table, size_t length, table_cell_call *cell, table_row_call *row);

/* Tells the parser that the file has ended; the same. */
bool table_parser_end(struct table *table, table_cell_call *cell, table_row_call *row);

/* Whether the row that is being read may get one more cell, of `length` bytes; the same. */
bool table_cell_allowed(struct table *table, size_t length);

/* Counts the line that has ended, CR LF as one, and returns whether there was anything on it. */
bool table_line_end(struct table *table, int end);

/* Ends the reading at the line where the current cell starts. Fills the fault; returns false. */
bool table_break(struct table *table, const char *column, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Reads the header. False and the fault when there is none. */
bool table_header_read(struct table *table);

#endif
