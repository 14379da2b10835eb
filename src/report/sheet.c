#include "vademecum/report/sheet.h"

void sheet_init(struct sheet *sheet, struct arena *arena) {
    *sheet = (struct sheet){.arena = arena};
}

static void column_add(struct sheet *sheet, const char *name, bool number) {
    sheet->columns = arena_grow(sheet->arena, sheet->columns, sheet->count, &sheet->column_room,
                                sizeof *sheet->columns);
    sheet->columns[sheet->count++] = (struct sheet_column){.name = name, .number = number};
}

void sheet_column(struct sheet *sheet, const char *name) {
    column_add(sheet, name, false);
}

void sheet_number_column(struct sheet *sheet, const char *name) {
    column_add(sheet, name, true);
}

void sheet_cell(struct sheet *sheet, const char *text) {
    sheet->cells = arena_grow(sheet->arena, sheet->cells, sheet->cell_count, &sheet->cell_room,
                              sizeof *sheet->cells);
    sheet->cells[sheet->cell_count++] = text;
    sheet->rows = sheet->cell_count / sheet->count;
}

void sheet_number(struct sheet *sheet, size_t number) {
    sheet_cell(sheet, arena_printf(sheet->arena, "%zu", number));
}
