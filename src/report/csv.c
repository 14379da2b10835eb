#include "vademecum/base/guard.h"
#include "vademecum/base/table.h"
#include "vademecum/report/figures.h"
#include "vademecum/report/report.h"
#include "vademecum/report/stats.h"

#include <string.h>

/* The columns of a practice, one row for each item. */
enum {
    SHOW_PRACTICE,
    SHOW_CHECKLIST,
    SHOW_CRITERION,
    SHOW_QUESTION,
    SHOW_QUESTION_TEXT,
    SHOW_ANSWER,
    SHOW_ITEM,
    SHOW_ITEM_TEXT,
    SHOW_MARK,
    SHOW_TOOLS,
    SHOW_COLUMNS
};

enum {
    STATS_CHECKLIST,
    STATS_NAME,
    STATS_COUNT,
    STATS_COLUMNS
};

static void list_write(const struct report *report, const struct practice *const *practices,
                       size_t count);
static void practice_write(const struct report *report, const struct practice *practice);
static void question_write(const struct report *report, const struct practice *practice,
                           const struct question *question);
static void stats_write(const struct report *report);
static void figures_write(const struct report *report);
static void collections_write(const struct report *report);
static void sheet_write(const struct report *report, const struct sheet *sheet);
static void header_write(const struct report *report, const struct schema *schema);
static void record_write(const struct report *report, enum schema_id table,
                         const struct record *record);
static void row_write(const struct report *report, const char **cells, size_t count);
static const char *tools_join(const struct report *report, const struct practice *practice,
                              const struct question *question);

const struct report_format report_csv = {
    .list = list_write,
    .practice = practice_write,
    .stats = stats_write,
    .collections = collections_write,
    .sheet = sheet_write,
};

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

static void practice_write(const struct report *report, const struct practice *practice) {
    static const char *const header[SHOW_COLUMNS] = {
        [SHOW_PRACTICE] = "practice_id",
        [SHOW_CHECKLIST] = "checklist_id",
        [SHOW_CRITERION] = "criterion_id",
        [SHOW_QUESTION] = "question_id",
        [SHOW_QUESTION_TEXT] = "question",
        [SHOW_ANSWER] = "answer",
        [SHOW_ITEM] = "item_id",
        [SHOW_ITEM_TEXT] = "item",
        [SHOW_MARK] = "mark",
        [SHOW_TOOLS] = "tools",
    };
    table_write(report->document->out, header, SHOW_COLUMNS);
    for (size_t i = 0; i < report->catalogue->question_count; i++) {
        const struct question *question = &report->catalogue->questions[i];
        if (report_uses(report, practice, question->criterion->checklist)) {
            question_write(report, practice, question);
        }
    }
}

static void question_write(const struct report *report, const struct practice *practice,
                           const struct question *question) {
    struct arena *arena = report->arena;
    const struct criterion *criterion = question->criterion;
    const struct answer *answer = catalogue_answer(practice, question);
    const char *answer_text = answer ? report_cell(report, SCHEMA_ANSWERS, &answer->record,
                                                   ANSWER_TEXT)
                                     : "";
    const char *text = report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT);
    const char *cells[SHOW_COLUMNS] = {
        [SHOW_PRACTICE] = record_cell(&practice->record, PRACTICE_ID),
        [SHOW_CHECKLIST] = record_cell(&criterion->checklist->record, CHECKLIST_ID),
        [SHOW_CRITERION] = record_cell(&criterion->record, CRITERION_ID),
        [SHOW_QUESTION] = record_cell(&question->record, QUESTION_ID),
        [SHOW_QUESTION_TEXT] = guard_add(arena, text),
        [SHOW_ANSWER] = guard_add(arena, answer_text),
        [SHOW_ITEM] = "",
        [SHOW_ITEM_TEXT] = "",
        [SHOW_MARK] = "",
        [SHOW_TOOLS] = guard_add(arena, tools_join(report, practice, question)),
    };
    for (size_t i = 0; i < question->item_count; i++) {
        const struct item *item = &question->items[i];
        cells[SHOW_ITEM] = record_cell(&item->record, ITEM_ID);
        cells[SHOW_ITEM_TEXT] = guard_add(
            arena, report_cell(report, SCHEMA_ITEMS, &item->record, ITEM_TEXT));
        cells[SHOW_MARK] = mark_name(catalogue_mark(report->catalogue, practice, item));
        row_write(report, cells, SHOW_COLUMNS);
    }
    if (question->item_count == 0) {
        row_write(report, cells, SHOW_COLUMNS);
    }
}

static void stats_write(const struct report *report) {
    static const char *const header[STATS_COLUMNS] = {"checklist_id", "what", "count"};
    table_write(report->document->out, header, STATS_COLUMNS);
    size_t count;
    const struct stat_count *counts = stats_count(report->catalogue, report->arena, &count);
    for (size_t i = 0; i < count; i++) {
        const struct checklist *checklist = counts[i].checklist;
        const char *cells[STATS_COLUMNS] = {
            [STATS_CHECKLIST] = checklist ? record_cell(&checklist->record, CHECKLIST_ID) : "",
            [STATS_NAME] = counts[i].name,
            [STATS_COUNT] = arena_printf(report->arena, "%zu", counts[i].count),
        };
        row_write(report, cells, STATS_COLUMNS);
    }
    figures_write(report);
}

/* "item/inclusivity.1.1/met" and "…/of", "country/CZ": no id has a slash. */
static void figures_write(const struct report *report) {
    struct arena *arena = report->arena;
    size_t count;
    const struct figure *figures = figures_count(report->catalogue, NULL, arena, &count);
    for (size_t i = 0; i < count; i++) {
        const struct figure *figure = &figures[i];
        const struct checklist *checklist = figure->checklist;
        const char *name = arena_printf(arena, "%s/%s%s", figures_kind(figure->kind), figure->id,
                                        checklist ? "/met" : "");
        const char *cells[STATS_COLUMNS] = {
            [STATS_CHECKLIST] = checklist ? record_cell(&checklist->record, CHECKLIST_ID) : "",
            [STATS_NAME] = name,
            [STATS_COUNT] = arena_printf(arena, "%zu", figure->count),
        };
        row_write(report, cells, STATS_COLUMNS);
        if (checklist) {
            cells[STATS_NAME] = arena_printf(arena, "%s/%s/of", figures_kind(figure->kind),
                                             figure->id);
            cells[STATS_COUNT] = arena_printf(arena, "%zu", figure->of);
            row_write(report, cells, STATS_COLUMNS);
        }
    }
}

static void collections_write(const struct report *report) {
    header_write(report, schema_get(SCHEMA_COLLECTIONS));
    for (size_t i = 0; i < report->catalogue->collection_count; i++) {
        record_write(report, SCHEMA_COLLECTIONS, &report->catalogue->collections[i].record);
    }
}

/* What a review holds may come from anybody, so every cell is guarded. */
static void sheet_write(const struct report *report, const struct sheet *sheet) {
    const char **cells = arena_array(report->arena, sheet->count, sizeof *cells);
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

static void header_write(const struct report *report, const struct schema *schema) {
    const char **names = arena_array(report->arena, schema->count, sizeof *names);
    for (size_t i = 0; i < schema->count; i++) {
        names[i] = schema->columns[i].name;
    }
    table_write(report->document->out, names, schema->count);
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

static void row_write(const struct report *report, const char **cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        cells[i] = report_raw(report, cells[i]);
    }
    table_write(report->document->out, cells, count);
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
