#include "vademecum/base/table_parts.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"

#include <string.h>

enum {
    LINE_NEAR = 8 * 1024 /* bytes before the end of the buffer, where a row may be cut in two */
};

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
    table_parser_start(&table->parser);
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
    if (!table_header_read(table) || !header_match(&table->header, &table->wanted, fault)) {
        table->state = TABLE_BROKEN;
        return false;
    }
    table->cut = arena_array(arena, table->header.width, sizeof *table->cut);
    table_parser_widen(&table->parser);
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

/* Whether it is made of zero bytes, or of the sign by which DOS ends a file. */
static bool cell_remains(const char *bytes, size_t length) {
    size_t at = 0;
    while (at < length && (bytes[at] == '\0' || bytes[at] == '\x1A')) {
        at++;
    }
    return at == length;
}

static void row_cell(void *bytes, size_t length, void *context) {
    struct table *table = context;
    if (table->state != TABLE_MORE || !table_cell_allowed(table, length)) {
        return;
    }
    if (table->cell == 0) {
        table->row_line = table->line;
        table->conflict = bytes_conflict(bytes, length);
        table->remains = cell_remains(bytes, length);
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
    if (table->state != TABLE_MORE || !table_line_end(table, end)) {
        return;
    }
    const bool alone = table->cell == 1 && table->header.width > 1;
    if (!table->filled || (alone && table->remains)) {
        defects_empty(&table->defects, lines);
    } else if (alone && table->conflict) {
        defects_conflict(&table->defects, lines);
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
    if (!table_parser_end(table, row_cell, row_end)) {
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
    if (!table->spare) {
        table->spare = arena_bytes(table->header.arena, table->source.size);
    }
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
        table_parse(table, line, row_cell, row_end);
        return line;
    }
    source_take(&table->source, passed);
    table->rows++;
    table->line++;
    table->last_end = '\n';
    return passed;
}

/* Has bytes ready. A row near the end of the buffer is made whole, so that it may be cut. */
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
