#include "grid.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void cell_set(struct grid *grid, int column, struct grid_cell cell);
static struct grid_cell *cell_at(const struct grid *grid, int row, int column);
static int clamp(int value, int least, int most);

void grid_open(struct grid *grid, struct arena *arena, int rows, int columns) {
    *grid = (struct grid){
        .arena = arena,
        .rows = rows,
        .columns = columns,
        .last = rows - 1,
        .cells = arena_array(arena, (size_t)rows * (size_t)columns, sizeof *grid->cells),
    };
    grid_blank(grid, 0, rows * columns);
}

void grid_resize(struct grid *grid, int rows, int columns) {
    const struct grid before = *grid;
    const int above = before.row >= rows ? before.row - rows + 1 : 0;
    grid_open(grid, before.arena, rows, columns);
    for (int row = 0; row < rows && row + above < before.rows; row++) {
        for (int column = 0; column < columns && column < before.columns; column++) {
            *cell_at(grid, row, column) = *cell_at(&before, row + above, column);
        }
    }
    grid_move(grid, before.row - above, before.column);
}

void grid_move(struct grid *grid, int row, int column) {
    grid->row = clamp(row, 0, grid->rows - 1);
    grid->column = clamp(column, 0, grid->columns - 1);
    grid->wraps = false;
}

bool grid_put(struct grid *grid, wchar_t character, bool reverse) {
    const int width = wcwidth(character) == 2 ? 2 : 1;
    if (grid->wraps) {
        grid_line_feed(grid);
        grid_move(grid, grid->row, 0);
    }
    if (grid->column + width > grid->columns) {
        return false;
    }
    cell_set(grid, grid->column, (struct grid_cell){{character}, reverse});
    if (width == 2) {
        cell_set(grid, grid->column + 1, (struct grid_cell){{L'\0'}, reverse});
    }
    grid->column += width;
    grid->wraps = grid->column == grid->columns;
    grid->column -= grid->wraps;
    return true;
}

bool grid_mark(struct grid *grid, wchar_t mark) {
    int column = grid->wraps ? grid->column : grid->column - 1;
    if (column > 0 && cell_at(grid, grid->row, column)->chars[0] == L'\0') {
        column--;
    }
    if (column < 0) {
        return false;
    }
    wchar_t *chars = cell_at(grid, grid->row, column)->chars;
    const size_t length = wcslen(chars);
    if (length == GRID_CHARS) {
        return false;
    }
    chars[length] = mark;
    chars[length + 1] = L'\0';
    return true;
}

void grid_margins(struct grid *grid, int first, int last) {
    grid->first = clamp(first, 0, grid->rows - 1);
    grid->last = clamp(last, grid->first, grid->rows - 1);
    grid_move(grid, 0, 0);
}

void grid_line_feed(struct grid *grid) {
    const int row = grid->row;
    if (row == grid->last) {
        grid_scroll(grid, -1);
    }
    grid_move(grid, row == grid->last ? row : row + 1, grid->column);
}

void grid_line_back(struct grid *grid) {
    if (grid->row == grid->first) {
        grid_shift_lines(grid, +1);
    } else {
        grid_move(grid, grid->row - 1, grid->column);
    }
}

void grid_shift_lines(struct grid *grid, int by) {
    const int start = grid->row;
    const int height = clamp(grid->last + 1 - start, 0, grid->rows);
    const int kept = clamp(height - abs(by), 0, height);
    const int to = by > 0 ? start + height - kept : start;
    const int from = by > 0 ? start : start + height - kept;
    memmove(grid->cells + to * grid->columns, grid->cells + from * grid->columns,
            (size_t)kept * (size_t)grid->columns * sizeof *grid->cells);
    grid->row = by > 0 ? start : start + kept;
    grid_blank(grid, 0, (height - kept) * grid->columns);
    grid->row = start;
}

void grid_scroll(struct grid *grid, int by) {
    const int row = grid->row;
    grid->row = grid->first;
    grid_shift_lines(grid, by);
    grid->row = row;
}

void grid_shift_cells(struct grid *grid, int by) {
    const int start = grid->column;
    const int end = grid->columns;
    const int kept = clamp(end - start - abs(by), 0, end - start);
    const int to = by > 0 ? end - kept : start;
    const int from = by > 0 ? start : end - kept;
    memmove(cell_at(grid, grid->row, to), cell_at(grid, grid->row, from),
            (size_t)kept * sizeof *grid->cells);
    const int gap = by > 0 ? start : start + kept;
    grid_blank(grid, gap, gap + end - start - kept);
    grid->wraps = false;
}

void grid_blank(struct grid *grid, int from, int to) {
    struct grid_cell *cells = grid->cells + (size_t)grid->row * (size_t)grid->columns;
    for (int i = from; i < to; i++) {
        cells[i] = (struct grid_cell){.chars = L" "};
    }
    grid->wraps = false;
}

char *grid_page(const struct grid *grid, struct arena *arena) {
    const size_t row_bytes = (size_t)grid->columns * GRID_CHARS * MB_LEN_MAX + 1;
    const size_t size = (size_t)grid->rows * row_bytes + 1;
    char *page = arena_alloc(arena, size);
    size_t used = 0;
    for (int row = 0; row < grid->rows; row++) {
        size_t end = used;
        for (int column = 0; column < grid->columns; column++) {
            const wchar_t *chars = cell_at(grid, row, column)->chars;
            used += (size_t)snprintf(page + used, size - used, "%ls", chars);
            end = *chars && wcscmp(chars, L" ") ? used : end;
        }
        page[end] = '\n';
        used = end + 1;
    }
    page[used] = '\0';
    return arena_printf(arena, "%s-- cursor %d,%d\n", page, grid->row, grid->column);
}

/* Half of a wide character that is written over leaves a blank. */
static void cell_set(struct grid *grid, int column, struct grid_cell cell) {
    struct grid_cell *place = cell_at(grid, grid->row, column);
    const bool right_half = place->chars[0] == L'\0';
    if (right_half && cell.chars[0] && column > 0) {
        place[-1] = (struct grid_cell){.chars = L" "};
    }
    if (!right_half && column + 1 < grid->columns && place[1].chars[0] == L'\0') {
        place[1] = (struct grid_cell){.chars = L" "};
    }
    *place = cell;
}

static struct grid_cell *cell_at(const struct grid *grid, int row, int column) {
    return &grid->cells[(size_t)row * (size_t)grid->columns + (size_t)column];
}

static int clamp(int value, int least, int most) {
    return value < least ? least : value > most ? most : value;
}
