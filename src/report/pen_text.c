/* Text for a terminal or a plain file. */
#include "vademecum/report/pen.h"

#include "vademecum/base/i18n.h"
#include "vademecum/report/sign.h"

#include <string.h>

enum {
    INDENT = 2,         /* columns for each depth */
    NARROWEST = 16,     /* columns: with less for the text, entries are stacked */
    STACKED_INDENT = 2, /* of the parts below the first in a stack */
    COLUMN_LEAST = 14,  /* to which columns of a table may shrink */
    GAP = 2,            /* blanks between columns */
    BAR_WIDTH = 10      /* columns */
};

/* A table on its way to the page. */
struct grid {
    const struct document *document;
    const struct document_column *columns;
    size_t count;      /* of columns */
    int *naturals;     /* of each: the width that it needs to be on one line */
    int *widths;       /* of each: the width that it gets */
    const char **rest; /* what is left of each cell of the current row */
    bool begun;        /* the current row has a line already */
};

static int room_for(const struct document *document, int indent) {
    const int room = document->width - indent;
    return room > 1 ? room : 1;
}

static void line_end(const struct document *document) {
    fputc('\n', document->out);
}

static void blanks_put(FILE *out, int count) {
    for (int i = 0; i < count; i++) {
        fputc(' ', out);
    }
}

static char *span_clean(const struct document *document, const struct span *span) {
    return text_clean_line(document->scratch,
                           arena_copy(document->scratch, span->start, span->length),
                           document->letters);
}

/* Puts `line` without its blanks `hang` columns behind `label`. */
static void line_put(const struct document *document, int indent, const char *label, int hang,
                     const struct span *line) {
    const char *before = text_clean_line(document->scratch, label, document->letters);
    const char *text = span_clean(document, line);
    if (before[0] || text[0]) {
        blanks_put(document->out, indent);
        fputs(before, document->out);
    }
    if (text[0]) {
        blanks_put(document->out, hang - text_width(before, LETTERS_ALL));
        fputs(text, document->out);
    }
    line_end(document);
}

/* Puts the text on one line, however long. */
static void whole_put(const struct document *document, int indent, const char *text) {
    const struct span line = {.start = text, .length = strlen(text)};
    if (line.length > 0) {
        line_put(document, indent, "", 0, &line);
    }
    arena_empty(document->scratch);
}

/*
 * Puts `label` before the first line, and all lines `hang` columns behind the indent. A label that
 * is too wide stands on a line of its own, as all do where there is no room.
 */
static void entry_put(const struct document *document, int indent, const char *label, int hang,
                      const char *text) {
    const bool narrow = hang > 0 && document->width - indent - hang < NARROWEST;
    if (narrow || text_width(label, document->letters) + (hang > 0) > hang) {
        whole_put(document, indent, label);
        indent += STACKED_INDENT;
        hang = narrow ? 0 : hang - STACKED_INDENT;
        label = "";
    }
    struct span line;
    while (text_wrap(&text, room_for(document, indent + hang), document->letters, &line)) {
        line_put(document, indent, label, hang, &line);
        label = "";
    }
    arena_empty(document->scratch);
}

/* Indents the further lines of a first cell, so that rows can be told apart. */
static int cell_indent(const struct grid *grid, size_t column) {
    return column == 0 && grid->begun ? GAP : 0;
}

/* Cuts the next line off a cell; its start is NULL when nothing is left. */
static struct span cell_line(struct grid *grid, size_t column) {
    struct span line = {0};
    const char **rest = &grid->rest[column];
    if (!grid->columns[column].whole) {
        text_wrap(rest, grid->widths[column] - cell_indent(grid, column), grid->document->letters,
                  &line);
    } else if (**rest) {
        line = (struct span){.start = *rest, .length = strlen(*rest)};
        *rest += line.length;
    }
    return line;
}

/* Takes one from the column that is still nearest to the width that it needs. */
static bool grid_shrink(struct grid *grid) {
    const size_t none = grid->count;
    size_t best = none;
    for (size_t i = 0; i < grid->count; i++) {
        if (grid->columns[i].whole || grid->widths[i] <= COLUMN_LEAST) {
            continue;
        }
        if (best == none || (long)grid->widths[i] * grid->naturals[best] >
                                (long)grid->widths[best] * grid->naturals[i]) {
            best = i;
        }
    }
    if (best == none) {
        return false;
    }
    grid->widths[best]--;
    return true;
}

/* Gives each column its width; false when they cannot stand side by side. */
static bool grid_fit(struct grid *grid, const char *const *cells, size_t rows) {
    const enum letters letters = grid->document->letters;
    int total = -GAP;
    for (size_t i = 0; i < grid->count; i++) {
        int width = text_width(grid->columns[i].title, letters);
        for (size_t row = 0; row < rows; row++) {
            const int cell = text_width(cells[row * grid->count + i], letters);
            width = cell > width ? cell : width;
        }
        grid->naturals[i] = width;
        grid->widths[i] = width;
        total += width + GAP;
    }
    for (; total > grid->document->width; total--) {
        if (!grid_shrink(grid)) {
            return false;
        }
    }
    return true;
}

/* The next line of a row; false when there is none. */
static bool grid_line(struct grid *grid) {
    FILE *out = grid->document->out;
    bool any = false;
    int owed = 0; /* blanks that are due before the next text */
    for (size_t i = 0; i < grid->count; i++) {
        const int indent = cell_indent(grid, i);
        const struct span line = cell_line(grid, i);
        any = any || line.start;
        const char *text = line.start ? span_clean(grid->document, &line) : "";
        if (text[0]) {
            blanks_put(out, owed + indent);
            fputs(text, out);
            owed = -indent;
        }
        owed += grid->widths[i] + GAP - text_width(text, LETTERS_ALL);
    }
    if (any) {
        line_end(grid->document);
    }
    return any;
}

static void grid_row(struct grid *grid, const char *const *cells) {
    memcpy(grid->rest, cells, grid->count * sizeof *cells);
    grid->begun = false;
    while (grid_line(grid)) {
        grid->begun = true;
        arena_empty(grid->document->scratch);
    }
}

/* Cells below each other; those below the first behind the titles of their columns. */
static void row_stack(const struct grid *grid, const char *const *cells) {
    int hang = 0;
    for (size_t i = 1; i < grid->count; i++) {
        const int width = text_width(grid->columns[i].title, grid->document->letters) + GAP;
        hang = !grid->columns[i].whole && width > hang ? width : hang;
    }
    for (size_t i = 0; i < grid->count; i++) {
        const int indent = i == 0 ? 0 : STACKED_INDENT;
        if (grid->columns[i].whole) {
            whole_put(grid->document, indent, cells[i]);
        } else if (i == 0) {
            entry_put(grid->document, indent, "", 0, cells[i]);
        } else if (cells[i][0]) {
            entry_put(grid->document, indent, grid->columns[i].title, hang, cells[i]);
        }
    }
}

static void text_title(struct document *document, const char *title) {
    (void)document;
    (void)title;
}

static void text_text(struct document *document, int depth, const char *text) {
    entry_put(document, depth * INDENT, "", 0, text);
}

/* Puts a rule below the text. */
static void ruled_put(struct document *document, const char *text) {
    int widest = 0;
    struct span line;
    while (text_wrap(&text, room_for(document, 0), document->letters, &line)) {
        const int width = text_width(span_clean(document, &line), LETTERS_ALL);
        widest = width > widest ? width : widest;
        line_put(document, 0, "", 0, &line);
    }
    for (int i = 0; i < widest; i++) {
        fputs(sign_rule(document->ascii), document->out);
    }
    line_end(document);
    arena_empty(document->scratch);
}

static void text_heading(struct document *document, enum heading level, const char *text) {
    if (level < HEADING_QUESTION) {
        ruled_put(document, text);
    } else {
        text_text(document, (int)level - HEADING_QUESTION, text);
    }
}

static void text_line(struct document *document, int depth, const char *text) {
    whole_put(document, depth * INDENT, text);
}

static void text_item(struct document *document, const struct document_entry *entry) {
    entry_put(document, entry->depth * INDENT, entry->sign.text, entry->columns, entry->text);
}

/* A link that does not fit beside its label goes whole below it, for copying. */
static void text_fact(struct document *document, const struct document_entry *entry) {
    const int indent = entry->depth * INDENT;
    const int end = indent + entry->columns + text_width(entry->text, document->letters);
    if ((entry->link || pen_address(entry->text)) && end > document->width) {
        whole_put(document, indent, entry->label);
        whole_put(document, indent + INDENT, entry->text);
    } else {
        entry_put(document, indent, entry->label, entry->columns, entry->text);
    }
    if (entry->url) {
        const struct document_entry link = {.depth = entry->depth,
                                            .label = _("Link"),
                                            .columns = entry->columns,
                                            .text = entry->url,
                                            .link = true};
        text_fact(document, &link);
    }
}

/* "████████░░  8/10  Reaches diverse groups" */
static void text_bar(struct document *document, const struct document_entry *entry) {
    struct arena arena;
    arena_init(&arena, document->scratch->end);
    const size_t met = entry->bar.counts[TONE_MET];
    const char *numbers = arena_printf(&arena, "%zu/%zu", met, entry->bar.of);
    const char *label = arena_printf(
        &arena, "%s %*s", sign_bar(met, entry->bar.of, BAR_WIDTH, document->ascii, &arena),
        entry->columns, numbers);
    entry_put(document, 0, label, BAR_WIDTH + 1 + entry->columns + GAP + entry->depth * INDENT,
              entry->text);
    arena_free(&arena);
}

static void text_gap(struct document *document) {
    line_end(document);
}

static void text_end(struct document *document) {
    (void)document;
}

/*
 * Wraps cells where all does not fit side by side. Where there is not even room for that, the cells
 * of a row stand below each other.
 */
static void text_table(struct document *document, const struct document_table *table) {
    const size_t count = table->count;
    struct arena arena;
    arena_init(&arena, document->scratch->end);
    struct grid grid = {
        .document = document,
        .columns = table->columns,
        .count = count,
        .naturals = arena_array(&arena, count, sizeof *grid.naturals),
        .widths = arena_array(&arena, count, sizeof *grid.widths),
        .rest = arena_array(&arena, count, sizeof *grid.rest),
    };
    if (grid_fit(&grid, table->cells, table->rows)) {
        const char **titles = arena_array(&arena, count, sizeof *titles);
        for (size_t i = 0; i < count; i++) {
            titles[i] = table->columns[i].title;
        }
        grid_row(&grid, titles);
        for (size_t i = 0; i < table->rows; i++) {
            grid_row(&grid, table->cells + i * count);
        }
    } else {
        for (size_t i = 0; i < table->rows; i++) {
            row_stack(&grid, table->cells + i * count);
        }
    }
    arena_free(&arena);
}

/* "[ ] + met  [ ] ~ partly", as many on a line as fit; a box is never parted from its word. */
static void boxes_put(const struct document *document, int indent,
                      const struct document_form *form) {
    int column = 0;
    for (size_t i = 0; i < form->box_count; i++) {
        const char *box = arena_printf(document->scratch, "[ ] %s %s", form->boxes[i].text,
                                       form->boxes[i].word);
        const char *text = text_clean_line(document->scratch, box, document->letters);
        const int width = text_width(text, LETTERS_ALL);
        if (column > 0 && column + GAP + width > document->width) {
            line_end(document);
            column = 0;
        }
        blanks_put(document->out, column > 0 ? GAP : indent);
        fputs(text, document->out);
        column += (column > 0 ? GAP : indent) + width;
    }
    line_end(document);
    arena_empty(document->scratch);
}

/* A label, and a line to write on up to the margin. */
static void blank_put(const struct document *document, int indent, const char *label) {
    const char *text = text_clean_line(document->scratch, label, document->letters);
    blanks_put(document->out, indent);
    fputs(text, document->out);
    for (int column = indent + text_width(text, LETTERS_ALL); column < document->width; column++) {
        fputc('_', document->out);
    }
    line_end(document);
    arena_empty(document->scratch);
}

static void text_form(struct document *document, const struct document_form *form) {
    enum {
        HANG = 3 /* columns of the number before an item */
    };
    struct arena arena;
    arena_init(&arena, document->scratch->end);
    ruled_put(document, arena_printf(&arena, "%s  %s", form->code, form->title));
    for (size_t i = 0; i < form->count; i++) {
        const struct document_ask *ask = &form->asks[i];
        if (i > 0) {
            line_end(document);
        }
        entry_put(document, 0, arena_printf(&arena, "%zu", i + 1), HANG, ask->text);
        entry_put(document, HANG, "", 0, ask->ask);
        if (ask->last[0]) {
            entry_put(document, HANG, "", 0,
                      arena_printf(&arena, "%s: %s", _("Last time"), ask->last));
        }
        boxes_put(document, HANG, form);
        blank_put(document, HANG, arena_printf(&arena, "%s ", _("Note")));
        blank_put(document, HANG, "");
    }
    arena_free(&arena);
}

const struct pen pen_text = {
    .title = text_title,
    .heading = text_heading,
    .text = text_text,
    .line = text_line,
    .link = text_line,
    .fact = text_fact,
    .item = text_item,
    .bar = text_bar,
    .table = text_table,
    .form = text_form,
    .gap = text_gap,
    .end = text_end,
};
