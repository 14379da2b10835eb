/* Cuts a single line into cells, and writes rows. */
#include "vademecum/base/table_parts.h"

#include <string.h>

/* A line that is being cut into cells. */
struct cutting {
    struct arena *arena; /* where the cells live */
    const char **cells;  /* so far */
    size_t *lengths;     /* of each cell */
    size_t count;        /* cells */
    size_t room;         /* of `cells` and `lengths` */
    size_t rows;         /* that ended: a CR within the line ends one */
};

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
    table_parser_start(&parser);
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
