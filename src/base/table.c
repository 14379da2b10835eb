#include "vademecum/base/table.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/defects.h"
#include "vademecum/base/header.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/row.h"
#include "vademecum/base/skip.h"
#include "vademecum/base/source.h"
#include "vademecum/base/text.h"

#include <csv.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    CELL_STEP = 16 * 1024,          /* bytes by which libcsv's buffer grows */
    CELL_ROOM = TABLE_CELL_MAX + 2, /* libcsv also holds a closing quote, and one byte ahead */
    HALF_INSIDE_MAX = 200,
    LINE_NEAR = 8 * 1024, /* bytes before the end of the buffer, where a row may be cut in two */
    PARSER_OPTIONS = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL
};

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
    bool beyond;                 /* something stands in a cell beyond the header */
    char extra[SAMPLE_ROOM];     /* the first such cell */
    long rows;                   /* rows after the header so far, those left out too */
    long line;                   /* 1-based, on which the next cell starts */
    int last_end;                /* the byte that ended the line before: CR or LF; 0: none */
    enum table_state state;      /* what table_read says */
    struct fault *fault;         /* of the call that is running */
};

/* A cell that the parser could not finish. */
struct half {
    const struct table *table;
    long last;                    /* 1-based line on which it ends */
    char inside[HALF_INSIDE_MAX]; /* how many rows stand in it, as a sentence; "" for none */
};

/* A line that is being cut into cells. */
struct cutting {
    struct arena *arena; /* where the cells live */
    const char **cells;  /* so far */
    size_t *lengths;     /* of each cell */
    size_t count;        /* cells */
    size_t room;         /* of `cells` and `lengths` */
    size_t rows;         /* that ended: a CR within the line ends one */
};

typedef void cell_call(void *bytes, size_t length, void *context);
typedef void row_call(int end, void *context);

static cell_call header_cell;
static row_call header_end;
static cell_call row_cell;
static row_call row_end;

static cell_call half_cell;

static cell_call cutting_cell;
static row_call cutting_end;

/* For libcsv, which would trim cells. */
static int space_none(unsigned char byte) {
    (void)byte;
    return 0;
}

/* For libcsv, which hands no context to it, so that an arena cannot give the memory. */
static void *cell_memory(void *old, size_t size) {
    return size > CELL_ROOM ? NULL : realloc(old, size);
}

static void parser_start(struct csv_parser *parser) {
    csv_init(parser, PARSER_OPTIONS);
    csv_set_space_func(parser, space_none);
    csv_set_realloc_func(parser, cell_memory);
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

/* Ends the reading at the line where the current cell starts; returns false. */
static bool table_break(struct table *table, const char *column, const char *format, ...) {
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

static bool parser_end(struct table *table, cell_call *cell, row_call *row) {
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

static bool cell_allowed(struct table *table, size_t length) {
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

static void header_cell(void *bytes, size_t length, void *context) {
    struct table *table = context;
    if (table->state != TABLE_MORE || !cell_allowed(table, length)) {
        return;
    }
    if (table->cell == 0) {
        table->header.line = table->line;
    }
    header_add(&table->header, bytes, length);
    table->line += bytes_lines(bytes, length);
    table->cell++;
}

/* Counts the line, CR LF as one, and returns whether there was anything on it. */
static bool line_end(struct table *table, int end) {
    const bool second = table->cell == 0 && end == '\n' && table->last_end == '\r';
    table->last_end = end;
    table->line += second ? 0 : 1;
    return table->cell > 0;
}

static void header_end(int end, void *context) {
    struct table *table = context;
    if (table->state == TABLE_MORE && line_end(table, end)) {
        table->headed = true;
        table->cell = 0;
    }
}

static bool quote_explain(struct table *table) {
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

static bool bytes_parse(struct table *table, size_t length, cell_call *cell, row_call *row) {
    const char *bytes = source_bytes(&table->source);
    const size_t took = csv_parse(&table->parser, bytes, length, cell, row, table);
    source_take(&table->source, took);
    return table->state != TABLE_BROKEN && (took == length || parser_explain(table));
}

/* Line by line, so that no row after the header is parsed before the columns are known. */
static bool header_read(struct table *table) {
    struct source *source = &table->source;
    while (!table->headed) {
        if (!source_fill(source, table->fault)) {
            return false;
        }
        if (source_ready(source) == 0) {
            if (!parser_end(table, header_cell, header_end)) {
                return false;
            }
            break;
        }
        if (source->taken > TABLE_ROW_MAX) {
            return table_break(table, NULL,
                               _("In the first %d bytes of this file there is no whole header. Its "
                                 "first line must hold the names of the columns."),
                               TABLE_ROW_MAX);
        }
        const size_t length = bytes_line(source_bytes(source), source_ready(source));
        if (!bytes_parse(table, length, header_cell, header_end)) {
            return false;
        }
    }
    if (table->header.width == 0) {
        return fault_set(table->fault, FAULT_SYSTEM, table->wanted.file, 0, NULL, "%s",
                         _("This file is empty. Its first line must hold the names of the columns; "
                           "put a good copy in its place."));
    }
    return true;
}

bool table_open(struct table **opened, struct arena *arena, int folder, const char *name,
                const struct table_column *columns, size_t count, const struct table_reader *reader,
                struct fault *fault) {
    struct table *table = arena_alloc(arena, sizeof *table);
    *table = (struct table){
        .wanted = {.file = name, .columns = columns, .count = count, .faults = reader->faults},
        .reader = *reader,
        .line = 1,
        .state = TABLE_BROKEN,
        .fault = fault,
    };
    *opened = table;
    parser_start(&table->parser);
    header_init(&table->header, arena);
    defects_init(&table->defects, &table->header, &table->wanted);
    row_init(&table->row, arena, count);
    struct source *source = &table->source;
    if (!source_open(source, arena, folder, name, fault)) {
        return false;
    }
    size_t mark = 0;
    if (!header_expected(&table->wanted, source_bytes(source), source_ready(source), &mark,
                         fault)) {
        return false;
    }
    source_take(source, mark);
    table->state = TABLE_MORE;
    if (!header_read(table) || !header_match(&table->header, &table->wanted, fault)) {
        table->state = TABLE_BROKEN;
        return false;
    }
    table->cut = arena_array(arena, table->header.width, sizeof *table->cut);
    table->spare = arena_bytes(arena, source->size);
    table->between = true;
    return true;
}

void table_only(struct table *table, size_t column, const char *text) {
    size_t place = 0;
    while (table->header.places[place] != column) {
        place++;
    }
    table->skip = (struct skip){.width = table->header.width, .place = place, .text = text};
    table->sought = column;
}

/* Whether nothing of the cell would be seen. */
static bool cell_empty(const char *bytes, size_t length) {
    return length == 0 ||
           ((bytes[0] <= ' ' || bytes[0] & 0x80) && text_blanks(bytes, length) == length);
}

static void row_cell(void *bytes, size_t length, void *context) {
    struct table *table = context;
    if (table->state != TABLE_MORE || !cell_allowed(table, length)) {
        return;
    }
    if (table->cell == 0) {
        table->row_line = table->line;
    }
    const struct header *header = &table->header;
    const size_t place = table->cell;
    const bool plain = bytes_plain(bytes, length);
    const long lines = plain ? 0 : bytes_lines(bytes, length);
    const size_t zeros = plain ? 0 : bytes_zeros(bytes, length);
    const bool empty = cell_empty(bytes, length);
    table->filled = table->filled || !empty;
    if (!plain) {
        const struct defects_cell cell = {
            place, bytes, length, zeros, {table->line, table->line + lines}};
        defects_cell(&table->defects, &cell);
    }
    if (place >= header->width && !empty && !table->beyond) {
        table->beyond = true;
        bytes_sample(table->extra, bytes, length);
    } else if (place < header->width && header->places[place] != HEADER_NOWHERE &&
               !row_put(&table->row, header->places[place], bytes, empty ? 0 : length, zeros)) {
        table_break(table, NULL,
                    _("Reading stopped here: this row is longer than %d bytes. Shorten its cells."),
                    TABLE_ROW_MAX);
        return;
    }
    table->line += lines;
    table->cell++;
}

static bool row_wanted(const struct table *table, const struct table_row *row) {
    const char *text = table->skip.text;
    return !text || strcmp(row->cells[table->sought], text) == 0;
}

/*
 * Whether the row has a cell for each column that has a name, and nothing beyond them: programs
 * write commas too many at the end of the header or of the rows.
 */
static bool row_fits(const struct table *table) {
    const struct header *header = &table->header;
    return table->cell > header->width ? !table->beyond : table->cell >= header->named;
}

static void row_end(int end, void *context) {
    struct table *table = context;
    const struct lines lines = {table->row_line, table->line};
    table->between = true;
    if (table->state != TABLE_MORE || !line_end(table, end)) {
        return;
    }
    if (!table->filled) {
        defects_empty(&table->defects, lines);
    } else if (row_fits(table)) {
        if (table->cell > table->header.width) {
            defects_surplus(&table->defects, lines);
        }
        const bool sound = defects_row(&table->defects);
        const struct table_row row = row_view(&table->row, table->row_line);
        if (sound && row_wanted(table, &row)) {
            table->reader.row(table->reader.context, &row);
        }
    } else {
        defects_left_out(&table->defects, lines, table->cell, table->extra);
    }
    table->rows++;
    table->cell = 0;
    table->filled = false;
    table->beyond = false;
    row_clear(&table->row);
}

static void file_end(struct table *table) {
    if (!parser_end(table, row_cell, row_end)) {
        return;
    }
    if (source_changed(&table->source)) {
        fault_list_add(table->reader.faults, FAULT_DEFECT, table->wanted.file, 0, NULL, "%s",
                       _("This file was changed while it was being read, so what is shown may be "
                         "half old and half new. Start again."));
    }
    table->state = TABLE_ENDED;
}

/* Hands on the cells of a simple row; 0 when it is none. Most of a large catalogue is such rows. */
static size_t row_cut(struct table *table, const char *bytes, size_t length) {
    const size_t width = table->header.width;
    const size_t taken = skip_cut(bytes, length, width, table->cut, table->spare);
    if (taken == 0) {
        return 0;
    }
    for (size_t i = 0; i < width; i++) {
        row_cell((void *)table->cut[i].bytes, table->cut[i].length, table);
    }
    if (bytes[taken - 1] == '\n' && taken > 1 && bytes[taken - 2] == '\r') {
        row_end('\r', table);
    }
    row_end('\n', table);
    return taken;
}

/* Passes over a row, hands on a simple one, or parses a line; returns how many bytes that took. */
static size_t line_read(struct table *table, size_t length) {
    const char *bytes = source_bytes(&table->source);
    const bool more = table->between && table->rows < TABLE_ROWS_MAX;
    const size_t passed = more && table->skip.text ? skip_row(&table->skip, bytes, length) : 0;
    const size_t cut = more && !passed ? row_cut(table, bytes, length) : 0;
    if (cut) {
        source_take(&table->source, cut);
        return cut;
    }
    if (passed == 0) {
        const size_t line = bytes_line(bytes, length);
        table->between = false;
        bytes_parse(table, line, row_cell, row_end);
        return line;
    }
    source_take(&table->source, passed);
    table->rows++;
    table->line++;
    table->last_end = '\n';
    return passed;
}

/* Has bytes ready, and a row whole that begins near the end of the buffer, so that it may be cut.
 */
static bool line_fill(struct table *table, struct fault *fault) {
    struct source *source = &table->source;
    const size_t ready = source_ready(source);
    const bool broken = ready > 0 && ready < LINE_NEAR && source->start > 0 && table->between &&
                        !memchr(source_bytes(source), '\n', ready);
    return broken ? source_gather(source, fault) : source_fill(source, fault);
}

enum table_state table_read(struct table *table, size_t bytes, struct fault *fault) {
    table->fault = fault;
    while (bytes > 0 && table->state == TABLE_MORE) {
        if (!line_fill(table, fault)) {
            fault->line = table->line;
            table->state = TABLE_BROKEN;
            break;
        }
        const size_t ready = source_ready(&table->source);
        if (ready == 0) {
            file_end(table);
            break;
        }
        bytes -= line_read(table, bytes < ready ? bytes : ready);
    }
    if (table->state != TABLE_MORE) {
        defects_end(&table->defects);
    }
    return table->state;
}

uint64_t table_position(const struct table *table) {
    return table->source.taken;
}

uint64_t table_size(const struct table *table) {
    return (uint64_t)table->source.opened.st_size;
}

/* A row has a comma between two cells, and a line end; the last one may lack that. */
size_t table_rows_most(const struct table *table) {
    const uint64_t rows = table_size(table) / table->header.width + 1;
    return rows < TABLE_ROWS_MAX ? (size_t)rows : TABLE_ROWS_MAX;
}

void table_close(struct table *table) {
    if (table) {
        csv_free(&table->parser);
        source_close(&table->source);
    }
}

void table_write(FILE *out, const char *const *cells, size_t count) {
    table_write_apart(out, cells, count, ',');
}

void table_write_apart(FILE *out, const char *const *cells, size_t count, char separator) {
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            fputc(separator, out);
        }
        csv_fwrite(out, cells[i], strlen(cells[i]));
    }
    fputs("\r\n", out);
}

static void cutting_cell(void *bytes, size_t length, void *context) {
    struct cutting *cutting = context;
    if (cutting->count > TABLE_COLUMNS_MAX) {
        return;
    }
    const size_t count = cutting->count;
    size_t room = cutting->room;
    cutting->lengths = arena_grow(cutting->arena, cutting->lengths, count, &room, sizeof(size_t));
    cutting->cells = arena_grow(cutting->arena, cutting->cells, count, &cutting->room,
                                sizeof(char *));
    cutting->cells[count] = arena_copy(cutting->arena, bytes, length);
    cutting->lengths[count] = length;
    cutting->count++;
}

static void cutting_end(int end, void *context) {
    (void)end;
    struct cutting *cutting = context;
    cutting->rows++;
}

/* The parser is made anew for each line: after a fault libcsv takes no more bytes. */
bool table_line(struct arena *arena, const char *bytes, size_t length, char separator,
                struct table_line *line) {
    *line = (struct table_line){0};
    if (length > 0 && bytes[length - 1] == '\r') {
        length--;
    }
    struct cutting cutting = {.arena = arena};
    struct csv_parser parser;
    parser_start(&parser);
    csv_set_delim(&parser, (unsigned char)separator);
    const bool sound = csv_parse(&parser, bytes, length, cutting_cell, cutting_end, &cutting) ==
                           length &&
                       csv_fini(&parser, cutting_cell, cutting_end, &cutting) == 0;
    const bool memoryless = csv_error(&parser) == CSV_ENOMEM;
    csv_free(&parser);
    if (memoryless && length <= TABLE_CELL_MAX) {
        arena_ended(arena);
    }
    if (!sound || cutting.rows > 1 || cutting.count > TABLE_COLUMNS_MAX) {
        return false;
    }
    *line = (struct table_line){
        .count = cutting.count,
        .cells = cutting.cells,
        .lengths = cutting.lengths,
    };
    return true;
}
