#include "vademecum/report/paper.h"

#include "vademecum/report/sign.h"

#include <string.h>

enum {
    NARROWEST = 16,     /* columns: with less for the text, entries are stacked */
    STACKED_INDENT = 2, /* of the parts below the first in a stack */
    COLUMN_LEAST = 14,  /* to which columns of a table may shrink */
    GAP = 2             /* blanks between columns */
};

/* A table on its way to the paper. */
struct grid {
    const struct paper *paper;
    const struct paper_column *columns;
    size_t count;      /* of columns */
    int *naturals;     /* of each: the width that it needs to be on one line */
    int *widths;       /* of each: the width that it gets */
    const char **rest; /* what is left of each cell of the current row */
    bool begun;        /* the current row has a line already */
};

static void line_put(const struct paper *paper, int indent, const char *label, int hang,
                     const struct span *line);
static bool grid_fit(struct grid *grid, const char *const *cells, size_t rows);
static bool grid_shrink(struct grid *grid);
static void grid_row(struct grid *grid, const char *const *cells);
static bool grid_line(struct grid *grid);
static int cell_indent(const struct grid *grid, size_t column);
static struct span cell_line(struct grid *grid, size_t column);
static void row_stack(const struct grid *grid, const char *const *cells);
static char *span_clean(const struct paper *paper, const struct span *span);
static int room_for(const struct paper *paper, int indent);
static void blanks_put(FILE *out, int count);

void paper_text(const struct paper *paper, int indent, const char *text) {
    paper_entry(paper, indent, "", 0, text);
}

void paper_entry(const struct paper *paper, int indent, const char *label, int hang,
                 const char *text) {
    const bool narrow = hang > 0 && paper->width - indent - hang < NARROWEST;
    if (narrow || text_width(label, paper->letters) + (hang > 0) > hang) {
        paper_line(paper, indent, label);
        indent += STACKED_INDENT;
        hang = narrow ? 0 : hang - STACKED_INDENT;
        label = "";
    }
    struct span line;
    while (text_wrap(&text, room_for(paper, indent + hang), paper->letters, &line)) {
        line_put(paper, indent, label, hang, &line);
        label = "";
    }
    arena_empty(paper->scratch);
}

void paper_line(const struct paper *paper, int indent, const char *text) {
    const struct span line = {.start = text, .length = strlen(text)};
    if (line.length > 0) {
        line_put(paper, indent, "", 0, &line);
    }
    arena_empty(paper->scratch);
}

void paper_heading(const struct paper *paper, const char *text) {
    int widest = 0;
    struct span line;
    while (text_wrap(&text, room_for(paper, 0), paper->letters, &line)) {
        const int width = text_width(span_clean(paper, &line), LETTERS_ALL);
        widest = width > widest ? width : widest;
        line_put(paper, 0, "", 0, &line);
    }
    for (int i = 0; i < widest; i++) {
        fputs(sign_rule(paper->ascii), paper->out);
    }
    paper_blank(paper);
    arena_empty(paper->scratch);
}

void paper_blank(const struct paper *paper) {
    fputc('\n', paper->out);
}

void paper_table(const struct paper *paper, const struct paper_column *columns, size_t count,
                 const char *const *cells, size_t rows) {
    struct arena arena;
    arena_init(&arena, paper->scratch->end);
    struct grid grid = {
        .paper = paper,
        .columns = columns,
        .count = count,
        .naturals = arena_array(&arena, count, sizeof *grid.naturals),
        .widths = arena_array(&arena, count, sizeof *grid.widths),
        .rest = arena_array(&arena, count, sizeof *grid.rest),
    };
    if (grid_fit(&grid, cells, rows)) {
        const char **titles = arena_array(&arena, count, sizeof *titles);
        for (size_t i = 0; i < count; i++) {
            titles[i] = columns[i].title;
        }
        grid_row(&grid, titles);
        for (size_t i = 0; i < rows; i++) {
            grid_row(&grid, cells + i * count);
        }
    } else {
        for (size_t i = 0; i < rows; i++) {
            row_stack(&grid, cells + i * count);
        }
    }
    arena_free(&arena);
}

/* `line` without its blanks goes `hang` columns behind `label`. */
static void line_put(const struct paper *paper, int indent, const char *label, int hang,
                     const struct span *line) {
    const char *before = text_clean_line(paper->scratch, label, paper->letters);
    const char *text = span_clean(paper, line);
    if (before[0] || text[0]) {
        blanks_put(paper->out, indent);
        fputs(before, paper->out);
    }
    if (text[0]) {
        blanks_put(paper->out, hang - text_width(before, LETTERS_ALL));
        fputs(text, paper->out);
    }
    paper_blank(paper);
}

/* Gives each column its width; false when they cannot stand side by side. */
static bool grid_fit(struct grid *grid, const char *const *cells, size_t rows) {
    const enum letters letters = grid->paper->letters;
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
    for (; total > grid->paper->width; total--) {
        if (!grid_shrink(grid)) {
            return false;
        }
    }
    return true;
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

static void grid_row(struct grid *grid, const char *const *cells) {
    memcpy(grid->rest, cells, grid->count * sizeof *cells);
    grid->begun = false;
    while (grid_line(grid)) {
        grid->begun = true;
        arena_empty(grid->paper->scratch);
    }
}

/* The next line of a row; false when there is none. */
static bool grid_line(struct grid *grid) {
    FILE *out = grid->paper->out;
    bool any = false;
    int owed = 0; /* blanks that are due before the next text */
    for (size_t i = 0; i < grid->count; i++) {
        const int indent = cell_indent(grid, i);
        const struct span line = cell_line(grid, i);
        any = any || line.start;
        const char *text = line.start ? span_clean(grid->paper, &line) : "";
        if (text[0]) {
            blanks_put(out, owed + indent);
            fputs(text, out);
            owed = -indent;
        }
        owed += grid->widths[i] + GAP - text_width(text, LETTERS_ALL);
    }
    if (any) {
        paper_blank(grid->paper);
    }
    return any;
}

/* Where a row's first cell goes on, it is indented, so that rows can be told apart. */
static int cell_indent(const struct grid *grid, size_t column) {
    return column == 0 && grid->begun ? GAP : 0;
}

/* Cuts the next line off a cell; its start is NULL when nothing is left. */
static struct span cell_line(struct grid *grid, size_t column) {
    struct span line = {0};
    const char **rest = &grid->rest[column];
    if (!grid->columns[column].whole) {
        text_wrap(rest, grid->widths[column] - cell_indent(grid, column), grid->paper->letters,
                  &line);
    } else if (**rest) {
        line = (struct span){.start = *rest, .length = strlen(*rest)};
        *rest += line.length;
    }
    return line;
}

static void row_stack(const struct grid *grid, const char *const *cells) {
    for (size_t i = 0; i < grid->count; i++) {
        const int indent = i == 0 ? 0 : STACKED_INDENT;
        if (grid->columns[i].whole) {
            paper_line(grid->paper, indent, cells[i]);
        } else {
            paper_text(grid->paper, indent, cells[i]);
        }
    }
}

static char *span_clean(const struct paper *paper, const struct span *span) {
    return text_clean_line(paper->scratch, arena_copy(paper->scratch, span->start, span->length),
                           paper->letters);
}

static int room_for(const struct paper *paper, int indent) {
    const int room = paper->width - indent;
    return room > 1 ? room : 1;
}

static void blanks_put(FILE *out, int count) {
    for (int i = 0; i < count; i++) {
        fputc(' ', out);
    }
}
