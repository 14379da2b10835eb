#include "vademecum/import/project_file.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/table.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/guess.h"
#include "vademecum/import/whole.h"

#include <stdint.h>
#include <string.h>

enum {
    ABOVE_MOST = 40 /* rows among which the names of the columns stand */
};

static const char separators[] = {';', ',', '\t', '|'};

/* Where the next row is cut off. */
struct cutter {
    const struct project_file *file;
    char separator;
    size_t at;   /* bytes that were cut */
    long number; /* rows that were cut */
};

bool project_file_open(struct project_file *file, struct arena *arena, const char *path,
                       struct fault *fault) {
    *file = (struct project_file){.arena = arena, .path = path};
    file->text = whole_text(arena, path, &file->length, &file->encoding, fault);
    return file->text != NULL;
}

/* How many bytes the row takes, with the line ends inside quotation marks. */
static size_t row_size(const char *bytes, size_t length) {
    size_t size = 0;
    bool open = false;
    do {
        const size_t line = bytes_line_whole(bytes + size, length - size);
        for (size_t i = 0; i < line; i++) {
            open ^= bytes[size + i] == '"';
        }
        size += line;
    } while (open && size < length);
    return open ? length + 1 : size;
}

/* The cell without blanks around it, and with line ends of one byte. */
static const char *cell_plain(struct arena *arena, const char *cell) {
    char *plain = guess_trim(arena, cell);
    char *to = plain;
    for (const char *from = plain; *from; from++) {
        if (from[0] != '\r' || from[1] != '\n') {
            *to++ = *from;
        }
    }
    *to = '\0';
    return plain;
}

/* Cuts the bytes of a row without its line end; false when quotation marks are
 * amiss. */
static bool row_cut(const struct cutter *cutter, size_t size, struct project_row *row) {
    const char *bytes = cutter->file->text + cutter->at;
    struct arena *arena = cutter->file->arena;
    struct table_line line;
    while (size > 0 && (bytes[size - 1] == '\n' || bytes[size - 1] == '\r')) {
        size--;
    }
    if (!table_line(arena, bytes, size, cutter->separator, &line)) {
        return false;
    }
    row->count = line.count;
    row->cells = line.cells;
    for (size_t i = 0; i < line.count; i++) {
        row->cells[i] = cell_plain(arena, line.cells[i]);
    }
    return true;
}

/*
 * The next row. One with a stray quotation mark ends where its line does, so
 * that it takes no other row with it.
 */
static bool row_next(struct cutter *cutter, struct project_row *row) {
    const char *bytes = cutter->file->text + cutter->at;
    const size_t left = cutter->file->length - cutter->at;
    if (left == 0) {
        return false;
    }
    size_t size = row_size(bytes, left);
    *row = (struct project_row){.number = ++cutter->number};
    if (size > left || !row_cut(cutter, size, row)) {
        size = bytes_line_whole(bytes, left);
        row->torn = !row_cut(cutter, size, row);
    }
    cutter->at += size;
    return true;
}

static bool row_blank(const struct project_row *row) {
    size_t cell = 0;
    while (cell < row->count && !row->cells[cell][0]) {
        cell++;
    }
    return cell == row->count && !row->torn;
}

static bool has_digit(const char *text) {
    return text[strcspn(text, "0123456789")] != '\0';
}

/* Whether the row says more of columns whose heads are merged: "from" and "to" below "Duration". */
static bool row_refines(const struct project_row *names, const struct project_row *row) {
    bool refines = false;
    if (row->torn || row->count != names->count || row->cells[0][0]) {
        return false;
    }
    for (size_t i = 0; i < row->count; i++) {
        refines = refines || (!names->cells[i][0] && row->cells[i][0]);
        if (has_digit(row->cells[i])) {
            return false;
        }
    }
    return refines;
}

/* Names of columns on two rows become those of one. */
static void names_refine(struct project_file *file, struct cutter *cutter) {
    struct cutter after = *cutter;
    struct project_row row;
    const char *head = "";
    if (!row_next(&after, &row) || !row_refines(&file->names, &row)) {
        return;
    }
    for (size_t i = 0; i < row.count; i++) {
        const char **name = &file->names.cells[i];
        head = (*name)[0] ? *name : head;
        if (row.cells[i][0]) {
            *name = arena_printf(file->arena, "%s %s", head, row.cells[i]);
        }
    }
    *cutter = after;
}

static void rows_take(struct project_file *file, struct cutter *cutter) {
    struct project_row row;
    while (row_next(cutter, &row)) {
        if (!row_blank(&row)) {
            file->rows = arena_grow(file->arena, file->rows, file->count, &file->room,
                                    sizeof *file->rows);
            file->rows[file->count++] = row;
        }
    }
}

bool project_file_cut(struct project_file *file, project_file_worth *worth, const void *context) {
    struct cutter best = {.file = file};
    struct project_row row;
    size_t most = 0;
    for (size_t i = 0; i < sizeof separators; i++) {
        struct cutter cutter = {.file = file, .separator = separators[i]};
        while (cutter.number < ABOVE_MOST && row_next(&cutter, &row)) {
            const size_t found = row.torn ? 0 : worth(context, &row);
            if (found > most) {
                most = found;
                best = cutter;
                file->names = row;
            }
        }
    }
    if (most > 0) {
        names_refine(file, &best);
        rows_take(file, &best);
    }
    return most > 0;
}

/* Case, accents and blanks do not matter. */
static const char *plain(struct arena *arena, const char *text) {
    char *folded = text_fold(arena, text);
    char *to = folded;
    for (const char *from = folded; *from; from++) {
        if (*from != ' ' && *from != '\n' && *from != '\r' && *from != '\t') {
            *to++ = *from;
        }
    }
    *to = '\0';
    return folded;
}

bool project_file_same(struct arena *arena, const char *one, const char *other) {
    return strcmp(plain(arena, one), plain(arena, other)) == 0;
}

size_t project_file_column(const struct project_file *file, const char *name) {
    for (size_t i = 0; i < file->names.count; i++) {
        if (project_file_same(file->arena, file->names.cells[i], name)) {
            return i;
        }
    }
    return SIZE_MAX;
}
