#include "vademecum/base/count.h"
#include "vademecum/base/guard.h"
#include "vademecum/base/table.h"
#include "vademecum/report/dossier.h"
#include "vademecum/report/report.h"
#include "vademecum/report/stats.h"
#include "vademecum/review/field.h"

#include <string.h>

/* The mark tells spreadsheets that it is UTF-8; other programs would take it for a letter. */
static void mark_write(const struct report *report) {
    if (report->semicolon || report->filed) {
        fputs("\xEF\xBB\xBF", report->document->out);
    }
}

static void row_write(const struct report *report, const char **cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        cells[i] = report_raw(report, cells[i]);
    }
    table_write_apart(report->document->out, cells, count, report->semicolon ? ';' : ',');
}

static void header_write(const struct report *report, const struct schema *schema) {
    const char **names = arena_array(report->arena, schema->count, sizeof *names);
    for (size_t i = 0; i < schema->count; i++) {
        names[i] = schema->columns[i].name;
    }
    mark_write(report);
    row_write(report, names, schema->count);
}

static void record_write(const struct report *report, enum schema_id table,
                         const struct record *record) {
    const size_t count = schema_get(table)->count;
    const char **cells = arena_array(report->arena, count, sizeof *cells);
    for (size_t i = 0; i < count; i++) {
        cells[i] = guard_add(report->arena, report_cell(report, table, record, i));
    }
    row_write(report, cells, count);
}

/*
 * The columns of practices.csv. A catalogue may come from anybody too; check names the cells that
 * were guarded, should such rows be put back into practices.csv.
 */
static void list_write(const struct report *report, const struct practice *const *practices,
                       size_t count) {
    header_write(report, schema_get(SCHEMA_PRACTICES));
    for (size_t i = 0; i < count; i++) {
        record_write(report, SCHEMA_PRACTICES, &practices[i]->record);
    }
}

static void practice_columns(struct sheet *sheet, struct arena *arena) {
    static const char *const names[] = {
        "practice_id", "checklist_id", "criterion_id", "question_id", "question",
        "answer",      "item_id",      "item",         "mark",        "tools"};
    sheet_init(sheet, arena);
    for (size_t i = 0; i < COUNT(names); i++) {
        sheet_column(sheet, names[i]);
    }
}

/* "" when the question was not assessed. */
static const char *answer_text(const struct report *report, const struct practice *practice,
                               const struct question *question) {
    const struct answer *answer = catalogue_answer(practice, question);
    return answer ? report_cell(report, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT) : "";
}

/* "Title https://…; Title" */
static const char *tools_join(const struct report *report, const struct practice *practice,
                              const struct question *question) {
    struct arena *arena = report->arena;
    const char *line = "";
    for (const struct tool *tool = catalogue_tool(practice, question); tool;
         tool = report_next_tool(tool)) {
        const char *title = report_cell(report, SCHEMA_TOOLS, &tool->record, TOOL_TITLE);
        const char *url = record_cell(&tool->record, TOOL_URL);
        const char *link = url[0] ? url : record_cell(&tool->record, TOOL_FILE);
        line = arena_printf(arena, "%s%s%s%s%s", line, line[0] ? "; " : "", title,
                            link[0] ? " " : "", link);
    }
    return line;
}

/* The cells of practice_columns; `item` is NULL for none. */
static void item_row(const struct report *report, const struct practice *practice,
                     const struct question *question, const struct item *item, const char *answer,
                     struct sheet *sheet) {
    const struct criterion *criterion = question->criterion;
    sheet_cell(sheet, record_cell(&practice->record, PRACTICE_ID));
    sheet_cell(sheet, record_cell(&criterion->checklist->record, CHECKLIST_ID));
    sheet_cell(sheet, record_cell(&criterion->record, CRITERION_ID));
    sheet_cell(sheet, record_cell(&question->record, QUESTION_ID));
    sheet_cell(sheet, report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT));
    sheet_cell(sheet, answer);
    sheet_cell(sheet, item ? record_cell(&item->record, ITEM_ID) : "");
    sheet_cell(sheet, item ? report_cell(report, SCHEMA_ITEMS, &item->record, ITEM_TEXT) : "");
    sheet_cell(sheet, item ? catalogue_mark_name(report_mark(report, practice, item)) : "");
    sheet_cell(sheet, tools_join(report, practice, question));
}

static const char *const *item_fields(const struct report *report, size_t *count) {
    return field_names(FIELD_OF_ITEM, report->arena, count);
}

/* The cells behind those of practice_columns. */
static void said_cells(const struct dossier *dossier, const struct question *question,
                       const struct item *item, struct sheet *sheet) {
    size_t count;
    const char *const *fields = item_fields(dossier->report, &count);
    sheet_cell(sheet, dossier_value(dossier, record_cell(&question->record, QUESTION_ID), "tool"));
    for (size_t i = 0; i < count; i++) {
        const char *id = item ? record_cell(&item->record, ITEM_ID) : NULL;
        sheet_cell(sheet, id ? dossier_value(dossier, id, fields[i]) : "");
    }
}

/* Writes one row for a question without items. */
static void question_rows(const struct report *report, const struct practice *practice,
                          const struct question *question, const struct dossier *dossier,
                          struct sheet *sheet) {
    const size_t rows = question->item_count > 0 ? question->item_count : 1;
    const char *id = record_cell(&question->record, QUESTION_ID);
    const char *answer = dossier ? dossier_value(dossier, id, "answer")
                                 : answer_text(report, practice, question);
    for (size_t i = 0; i < rows; i++) {
        const struct item *item = i < question->item_count ? &question->items[i] : NULL;
        item_row(report, practice, question, item, answer, sheet);
        if (dossier) {
            said_cells(dossier, question, item, sheet);
        }
    }
}

/* Guards every cell: what a review holds may come from anybody. */
static void sheet_write(const struct report *report, const struct sheet *sheet) {
    const char **cells = arena_array(report->arena, sheet->count, sizeof *cells);
    mark_write(report);
    for (size_t i = 0; i < sheet->count; i++) {
        cells[i] = guard_add(report->arena, sheet->columns[i].name);
    }
    row_write(report, cells, sheet->count);
    for (size_t row = 0; row < sheet->rows; row++) {
        for (size_t i = 0; i < sheet->count; i++) {
            cells[i] = guard_add(report->arena, sheet->cells[row * sheet->count + i]);
        }
        row_write(report, cells, sheet->count);
    }
}

/* One row for each item. */
static void practice_write(const struct report *report, const struct practice *practice) {
    struct sheet sheet;
    practice_columns(&sheet, report->arena);
    for (size_t i = 0; i < report->catalogue->question_count; i++) {
        const struct question *question = &report->catalogue->questions[i];
        if (report_uses(report, practice, question->criterion->checklist)) {
            question_rows(report, practice, question, NULL, &sheet);
        }
    }
    sheet_write(report, &sheet);
}

/* The same with the reviewer's answers, and behind it the tool and the fields of the item. */
static void own_write(const struct report *report, const struct dossier *dossier) {
    struct sheet sheet;
    practice_columns(&sheet, report->arena);
    sheet_column(&sheet, "tool");
    size_t count;
    const char *const *fields = item_fields(report, &count);
    for (size_t i = 0; i < count; i++) {
        sheet_column(&sheet, fields[i]);
    }
    for (size_t i = 0; i < report->catalogue->question_count; i++) {
        const struct question *question = &report->catalogue->questions[i];
        if (dossier_uses(dossier, question->criterion->checklist)) {
            question_rows(report, dossier->practice, question, dossier, &sheet);
        }
    }
    sheet_write(report, &sheet);
}

static void stats_write(const struct report *report) {
    struct sheet sheet;
    stats_sheet(report, &sheet);
    sheet_write(report, &sheet);
}

static void collections_write(const struct report *report) {
    header_write(report, schema_get(SCHEMA_COLLECTIONS));
    for (size_t i = 0; i < report->catalogue->collection_count; i++) {
        record_write(report, SCHEMA_COLLECTIONS, &report->catalogue->collections[i].record);
    }
}

const struct report_format report_csv = {
    .list = list_write,
    .practice = practice_write,
    .own = own_write,
    .stats = stats_write,
    .collections = collections_write,
    .sheet = sheet_write,
};
