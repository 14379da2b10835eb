/* Reads the first row of a file. */
#include "vademecum/base/table_parts.h"

#include "vademecum/base/i18n.h"

static void header_cell(void *bytes, size_t length, void *context) {
    struct table *table = context;
    if (table->state != TABLE_MORE || !table_cell_allowed(table, length)) {
        return;
    }
    if (table->cell == 0) {
        table->header.line = table->line;
    }
    header_add(&table->header, bytes, length);
    table->line += bytes_lines(bytes, length);
    table->cell++;
}

static void header_end(int end, void *context) {
    struct table *table = context;
    if (table->state == TABLE_MORE && table_line_end(table, end)) {
        table->headed = true;
        table->cell = 0;
    }
}

/* Line by line, so that no row after the header is parsed before the columns are known. */
bool table_header_read(struct table *table) {
    struct source *source = &table->source;
    while (!table->headed) {
        if (!source_fill(source, table->fault)) {
            return false;
        }
        if (source_ready(source) == 0) {
            if (!table_parser_end(table, header_cell, header_end)) {
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
        if (!table_parse(table, length, header_cell, header_end)) {
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
