#include "vademecum/base/text.h"
#include "vademecum/report/dossier.h"
#include "vademecum/report/report.h"
#include "vademecum/report/stats.h"
#include "vademecum/review/field.h"

#include <jansson.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Ends as the arena does without memory; jansson takes its own. */
static void memory_check(const struct report *report, bool had) {
    if (!had) {
        arena_array(report->arena, SIZE_MAX, sizeof(json_t));
    }
}

static void value_add(const struct report *report, json_t *array, json_t *value) {
    memory_check(report, json_array_append_new(array, value) == 0);
}

static void value_set(const struct report *report, json_t *object, const char *key, json_t *value) {
    memory_check(report, json_object_set_new(object, key, value) == 0);
}

/* Puts U+FFFD for each byte that is not UTF-8: jansson takes only UTF-8. */
static const char *repaired(struct arena *arena, const char *text) {
    static const char replacement[] = "\xEF\xBF\xBD";
    size_t left = strlen(text);
    size_t valid = text_valid(text, left);
    if (valid == left) {
        return text;
    }
    char *whole = arena_array(arena, left + 1, sizeof replacement - 1);
    char *end = whole;
    while (left > 0) {
        memcpy(end, text, valid);
        end += valid;
        text += valid;
        left -= valid;
        if (left > 0) {
            memcpy(end, replacement, sizeof replacement - 1);
            end += sizeof replacement - 1;
            text++;
            left--;
        }
        valid = text_valid(text, left);
    }
    return whole;
}

static void text_set(const struct report *report, json_t *object, const char *key,
                     const char *text) {
    value_set(report, object, key, json_string(repaired(report->arena, report_raw(report, text))));
}

/* The columns of a row, without the first `skipped`, which the objects around it say. */
static json_t *columns_object(const struct report *report, enum schema_id table,
                              const struct record *record, size_t skipped) {
    const struct schema *schema = schema_get(table);
    json_t *object = json_object();
    for (size_t i = skipped; i < schema->count; i++) {
        text_set(report, object, schema->columns[i].name, report_cell(report, table, record, i));
    }
    return object;
}

/* {"area": [ids], …}, with every scheme. */
static json_t *terms_object(const struct report *report, const struct practice *practice) {
    json_t *object = json_object();
    const char *const *schemes = schema_get(SCHEMA_TERMS)->columns[TERM_SCHEME].choices;
    for (size_t i = 0; schemes[i]; i++) {
        json_t *array = json_array();
        for (const struct practice_term *of = practice->terms; of; of = of->next) {
            const struct record *record = &of->term->record;
            if (strcmp(record_cell(record, TERM_SCHEME), schemes[i]) == 0) {
                value_add(report, array, json_string(record_cell(record, TERM_TERM)));
            }
        }
        value_set(report, object, schemes[i], array);
    }
    return object;
}

static json_t *practice_object(const struct report *report, const struct practice *practice) {
    json_t *object = columns_object(report, SCHEMA_PRACTICES, &practice->record, 0);
    value_set(report, object, "terms", terms_object(report, practice));
    return object;
}

static void document_write(const struct report *report, json_t *document) {
    const int failed = json_dumpf(document, report->document->out, JSON_INDENT(2));
    memory_check(report, !failed || ferror(report->document->out));
    fputc('\n', report->document->out);
    json_decref(document);
}

static void list_write(const struct report *report, const struct practice *const *practices,
                       size_t count) {
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++) {
        value_add(report, array, practice_object(report, practices[i]));
    }
    document_write(report, array);
}

static json_t *item_object(const struct report *report, const struct practice *practice,
                           const struct item *item) {
    json_t *object = columns_object(report, SCHEMA_ITEMS, &item->record, 0);
    text_set(report, object, "mark", catalogue_mark_name(report_mark(report, practice, item)));
    return object;
}

static json_t *question_object(const struct report *report, const struct practice *practice,
                               const struct question *question) {
    json_t *object = columns_object(report, SCHEMA_QUESTIONS, &question->record, 0);
    const struct answer *answer = catalogue_answer(practice, question);
    if (answer) {
        text_set(report, object, "answer",
                 report_cell(report, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT));
        text_set(report, object, "note",
                 report_cell(report, SCHEMA_ANSWERS, &answer->record, ANSWER_NOTE));
    } else {
        value_set(report, object, "answer", json_null());
        text_set(report, object, "note", "");
    }
    json_t *items = json_array();
    for (size_t i = 0; i < question->item_count; i++) {
        value_add(report, items, item_object(report, practice, &question->items[i]));
    }
    value_set(report, object, "items", items);
    json_t *tools = json_array();
    for (const struct tool *tool = catalogue_tool(practice, question); tool;
         tool = report_next_tool(tool)) {
        value_add(report, tools,
                  columns_object(report, SCHEMA_TOOLS, &tool->record, TOOL_POSITION));
    }
    value_set(report, object, "tools", tools);
    return object;
}

static json_t *criterion_object(const struct report *report, const struct practice *practice,
                                const struct criterion *criterion) {
    json_t *object = columns_object(report, SCHEMA_CRITERIA, &criterion->record, 0);
    json_t *questions = json_array();
    for (size_t i = 0; i < criterion->question_count; i++) {
        value_add(report, questions, question_object(report, practice, &criterion->questions[i]));
    }
    value_set(report, object, "questions", questions);
    return object;
}

static void practice_write(const struct report *report, const struct practice *practice) {
    json_t *object = practice_object(report, practice);
    json_t *criteria = json_array();
    for (size_t i = 0; i < report->catalogue->criterion_count; i++) {
        const struct criterion *criterion = &report->catalogue->criteria[i];
        if (report_uses(report, practice, criterion->checklist)) {
            value_add(report, criteria, criterion_object(report, practice, criterion));
        }
    }
    value_set(report, object, "criteria", criteria);
    document_write(report, object);
}

/* The object under a key, a new one when there is none yet. */
static json_t *object_in(const struct report *report, json_t *object, const char *key) {
    if (!json_object_get(object, key)) {
        value_set(report, object, key, json_object());
    }
    return json_object_get(object, key);
}

static void fields_set(const struct dossier *dossier, enum field_place place, const char *id,
                       json_t *object) {
    size_t count;
    const char *const *names = field_names(place, dossier->report->arena, &count);
    for (size_t i = 0; i < count; i++) {
        text_set(dossier->report, object, names[i], dossier_value(dossier, id, names[i]));
    }
}

/* The answer of the object, null so far, becomes the reviewer's when there is one. */
static void question_said(const struct dossier *dossier, const struct question *question,
                          json_t *object) {
    const char *id = record_cell(&question->record, QUESTION_ID);
    fields_set(dossier, FIELD_OF_QUESTION, id, object);
    if (!dossier_value(dossier, id, "answer")[0]) {
        value_set(dossier->report, object, "answer", json_null());
    }
    json_t *items = json_object_get(object, "items");
    for (size_t i = 0; i < question->item_count; i++) {
        fields_set(dossier, FIELD_OF_ITEM, record_cell(&question->items[i].record, ITEM_ID),
                   json_array_get(items, i));
    }
}

static json_t *own_criterion_object(const struct dossier *dossier,
                                    const struct criterion *criterion) {
    json_t *object = criterion_object(dossier->report, dossier->practice, criterion);
    json_t *questions = json_object_get(object, "questions");
    for (size_t i = 0; i < criterion->question_count; i++) {
        question_said(dossier, &criterion->questions[i], json_array_get(questions, i));
    }
    return object;
}

/* As a practice of the catalogue, and in each part what the reviewer says of it. */
static void own_write(const struct report *report, const struct dossier *dossier) {
    json_t *object = practice_object(report, dossier->practice);
    json_t *review = object_in(report, object, "review");
    text_set(report, review, "reviewer", report->reviewer);
    fields_set(dossier, FIELD_OF_PRACTICE, "", review);
    json_t *criteria = json_array();
    for (size_t i = 0; i < report->catalogue->criterion_count; i++) {
        const struct criterion *criterion = &report->catalogue->criteria[i];
        if (dossier_uses(dossier, criterion->checklist)) {
            value_add(report, criteria, own_criterion_object(dossier, criterion));
        }
    }
    value_set(report, object, "criteria", criteria);
    document_write(report, object);
}

/* The object of a checklist, which begins with its title. */
static json_t *checklist_in(const struct report *report, json_t *checklists, const char *id) {
    const bool there = json_object_get(checklists, id);
    json_t *object = object_in(report, checklists, id);
    for (size_t i = 0; i < report->catalogue->checklist_count && !there; i++) {
        const struct record *record = &report->catalogue->checklists[i].record;
        if (strcmp(record_cell(record, CHECKLIST_ID), id) == 0) {
            text_set(report, object, "title",
                     report_cell(report, SCHEMA_CHECKLISTS, record, CHECKLIST_TITLE));
        }
    }
    return object;
}

/*
 * In each checklist its counts, and "figures": {"item": {"inclusivity.1.1": {"met": 9, "of": 10},
 * …}, …}; for the whole "filters": {"country": {"CZ": 3}, …}.
 */
static void stats_write(const struct report *report) {
    struct sheet sheet;
    json_t *document = json_object();
    json_t *whole = object_in(report, document, "catalogue");
    json_t *checklists = object_in(report, document, "checklists");
    json_t *filters = object_in(report, document, "filters");
    stats_sheet(report, &sheet);
    for (size_t row = 0; row < sheet.rows; row++) {
        const char *const *cells = &sheet.cells[row * STATS_COLUMNS];
        const char *checklist = cells[STATS_CHECKLIST];
        const char *name = cells[STATS_NAME];
        const char *slash = strchr(name, '/');
        json_t *place = slash ? filters : whole;
        if (checklist[0]) {
            place = checklist_in(report, checklists, checklist);
            place = slash ? object_in(report, place, "figures") : place;
        }
        for (; slash; slash = strchr(name, '/')) {
            place = object_in(report, place,
                              arena_copy(report->arena, name, (size_t)(slash - name)));
            name = slash + 1;
        }
        value_set(report, place, name, json_integer(strtoll(cells[STATS_COUNT], NULL, 10)));
    }
    document_write(report, document);
}

static void collections_write(const struct report *report) {
    json_t *array = json_array();
    for (size_t i = 0; i < report->catalogue->collection_count; i++) {
        const struct collection *collection = &report->catalogue->collections[i];
        json_t *object = columns_object(report, SCHEMA_COLLECTIONS, &collection->record, 0);
        value_set(report, object, "practices", json_integer((json_int_t)collection->practices));
        value_add(report, array, object);
    }
    document_write(report, array);
}

static json_t *row_object(const struct report *report, const struct sheet *sheet,
                          const char *const *cells) {
    json_t *object = json_object();
    for (size_t i = 0; i < sheet->count; i++) {
        const char *name = repaired(report->arena, report_raw(report, sheet->columns[i].name));
        if (sheet->columns[i].number && cells[i][0]) {
            value_set(report, object, name, json_integer(strtoll(cells[i], NULL, 10)));
        } else {
            text_set(report, object, name, cells[i]);
        }
    }
    return object;
}

/* Indents each line: breaks within texts are escaped, so every break parts values. */
static int indented_write(const char *bytes, size_t length, void *context) {
    FILE *out = context;
    for (size_t i = 0; i < length; i++) {
        fputc(bytes[i], out);
        if (bytes[i] == '\n') {
            fputs("  ", out);
        }
    }
    return ferror(out) ? -1 : 0;
}

/* Writes row by row, for there may be very many, in the form of one document. */
static void sheet_write(const struct report *report, const struct sheet *sheet) {
    FILE *out = report->document->out;
    fputc('[', out);
    for (size_t row = 0; row < sheet->rows; row++) {
        json_t *object = row_object(report, sheet, &sheet->cells[row * sheet->count]);
        fputs(row > 0 ? ",\n  " : "\n  ", out);
        const int failed = json_dump_callback(object, indented_write, out, JSON_INDENT(2));
        memory_check(report, !failed || ferror(out));
        json_decref(object);
    }
    fputs(sheet->rows > 0 ? "\n]\n" : "]\n", out);
}

const struct report_format report_json = {
    .list = list_write,
    .practice = practice_write,
    .own = own_write,
    .stats = stats_write,
    .collections = collections_write,
    .sheet = sheet_write,
};
