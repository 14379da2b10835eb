/* Drives libcsv, and says in words what it could not read. */
#include "vademecum/base/table_parts.h"

#include "vademecum/base/i18n.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    LINE_STEP = 512,                /* bytes by which libcsv's buffer grows, for one line … */
    CELL_STEP = 16 * 1024,          /* … and for many */
    CELL_ROOM = TABLE_CELL_MAX + 2, /* libcsv also holds a closing quote, and one byte ahead */
    HALF_INSIDE_MAX = 200,
    PARSER_OPTIONS = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL
};

/* A cell that the parser could not finish. */
struct half {
    const struct table *table;
    long last;                    /* 1-based line on which it ends */
    char inside[HALF_INSIDE_MAX]; /* how many rows stand in it, as a sentence; "" for none */
};

/* For libcsv, which would trim cells. */
static int space_none(unsigned char byte) {
    (void)byte;
    return 0;
}

/* For libcsv, which hands no context to it, so that an arena cannot give the memory. */
static void *cell_memory(void *old, size_t size) {
    return size > CELL_ROOM ? NULL : realloc(old, size);
}

void table_parser_start(struct csv_parser *parser) {
    csv_init(parser, PARSER_OPTIONS);
    csv_set_space_func(parser, space_none);
    csv_set_realloc_func(parser, cell_memory);
    csv_set_blk_size(parser, LINE_STEP);
}

void table_parser_widen(struct csv_parser *parser) {
    csv_set_blk_size(parser, CELL_STEP);
}

static void half_cell(void *bytes, size_t length, void *context) {
    struct half *half = context;
    const struct table *table = half->table;
    half->last += bytes_lines(bytes, length);
    if (!table->headed) {
        return;
    }
    const struct swallowed swallowed = swallowed_find(&table->header, &table->wanted, table->cell,
                                                      bytes, length);
    const long rows = swallowed_count(&swallowed);
    if (rows > 0) {
        snprintf(half->inside, sizeof half->inside,
                 ngettext(" What looks like %ld row stands in it.",
                          " What looks like %ld rows stands in it.", (unsigned long)rows),
                 rows);
    }
}

/* Ends the parser after a fault, and looks at the cell that it could not finish. */
static struct half half_cell_end(struct table *table) {
    struct half half = {.table = table, .last = table->line};
    csv_set_opts(&table->parser, PARSER_OPTIONS & ~CSV_STRICT_FINI);
    csv_fini(&table->parser, half_cell, NULL, &half);
    return half;
}

bool table_break(struct table *table, const char *column, const char *format, ...) {
    char sentence[FAULT_TEXT_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    table->state = TABLE_BROKEN;
    return fault_set(table->fault, FAULT_SYSTEM, table->wanted.file, table->line, column, "%s",
                     sentence);
}

/* The name of the current cell's column; NULL when the header has none. */
static const char *column_name(const struct table *table) {
    return header_name(&table->header, table->cell);
}

bool table_parser_end(struct table *table, table_cell_call *cell, table_row_call *row) {
    if (csv_fini(&table->parser, cell, row, table) != 0) {
        const struct half half = half_cell_end(table);
        return table_break(table, column_name(table),
                           _("A quotation mark on this line opens a cell that is never closed, so "
                             "it goes on to the end, line %ld. Add the closing one.%s"),
                           half.last, half.inside);
    }
    return table->state == TABLE_MORE;
}

static bool cell_too_long(struct table *table) {
    return table_break(
        table, column_name(table),
        _("Reading stopped here: the cell that begins on this line is longer than %d "
          "bytes. Shorten it, or look for a missing quotation mark at its end."),
        TABLE_CELL_MAX);
}

bool table_cell_allowed(struct table *table, size_t length) {
    if (table->rows == TABLE_ROWS_MAX) {
        return table_break(table, NULL,
                           _("Reading stopped here: the file has more than %d rows. Split it, or "
                             "remove rows."),
                           TABLE_ROWS_MAX);
    }
    if (table->cell == TABLE_COLUMNS_MAX) {
        return table_break(table, NULL,
                           _("Reading stopped here: this row has more than %d cells. Remove the "
                             "columns that are not needed, or look for a missing line break."),
                           TABLE_COLUMNS_MAX);
    }
    if (length > TABLE_CELL_MAX) {
        return cell_too_long(table);
    }
    return true;
}

static bool quote_explain(struct table *table) {
    if (!table->headed && table->cell == 0 && *source_bytes(&table->source) != '"') {
        return table_break(table, NULL, "%s",
                           _("After the first name in quotation marks stands another sign, not a "
                             "comma. Save the file as CSV UTF-8 with commas between the cells."));
    }
    if (*source_bytes(&table->source) == '"') {
        return table_break(
            table, column_name(table), "%s",
            _("Reading stopped here: a quotation mark stands in a cell that does not "
              "begin with one. Put the whole cell in quotation marks and double "
              "those in it; no blank may stand before the first."));
    }
    const struct half half = half_cell_end(table);
    if (half.last > table->line) {
        return table_break(table, column_name(table),
                           _("Reading stopped here: the cell that opens with a quotation mark on "
                             "this line goes on to line %ld, where text follows its closing one. "
                             "Most likely the closing one is missing on this line.%s"),
                           half.last, half.inside);
    }
    return table_break(table, column_name(table), "%s",
                       _("Reading stopped here: text or a blank follows the closing quotation mark "
                         "of a cell. A quotation mark in a cell must be doubled."));
}

/* Asked for before csv_fini, which forgets the error. */
static bool parser_explain(struct table *table) {
    if (csv_error(&table->parser) == CSV_EPARSE) {
        return quote_explain(table);
    }
    if (csv_get_buffer_size(&table->parser) == CELL_ROOM) {
        return cell_too_long(table);
    }
    return table_break(table, NULL, "%s",
                       _("Reading stopped here: there is not enough memory. Close other programs "
                         "and start again."));
}

bool table_parse(struct table *table, size_t length, table_cell_call *cell, table_row_call *row) {
    const char *bytes = source_bytes(&table->source);
    /* What is long would be moved at each small step. */
    if (csv_get_buffer_size(&table->parser) >= CELL_STEP) {
        table_parser_widen(&table->parser);
    }
    const size_t took = csv_parse(&table->parser, bytes, length, cell, row, table);
    source_take(&table->source, took);
    return table->state != TABLE_BROKEN && (took == length || parser_explain(table));
}

bool table_line_end(struct table *table, int end) {
    const bool second = table->cell == 0 && end == '\n' && table->last_end == '\r';
    table->last_end = end;
    table->line += second ? 0 : 1;
    return table->cell > 0;
}
