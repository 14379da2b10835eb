#include "vademecum/import/spring_reading.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/import/spring_grid.h"

#include <string.h>

bool spring_same(const struct spring_reading *reading, const char *one, const char *other) {
    return strcmp(text_fold(reading->arena, one), text_fold(reading->arena, other)) == 0;
}

void spring_tell(const struct spring_reading *reading, const char *sentence) {
    fault_list_add(reading->told, FAULT_DEFECT, reading->name, reading->line->number, NULL,
                   "%s: %s", sentence, reading->line->text);
}

/* The id of what is above: "inclusivity.1" of "inclusivity.1.1". */
const char *spring_above(const struct spring_reading *reading, const char *id) {
    const char *dot = strrchr(id, '.');
    return dot ? arena_copy(reading->arena, id, (size_t)(dot - id)) : id;
}

static const char *id_position(const char *id) {
    const char *dot = strrchr(id, '.');
    return dot ? dot + 1 : "1";
}

/* The page's words for what the catalogue calls otherwise. */
static void translation_add(const struct spring_reading *reading, enum schema_id id,
                            const char *key, const struct record *known, size_t column) {
    const struct schema *schema = schema_get(id);
    const char *field = schema->columns[column].name;
    bool found;
    catalogue_text(reading->into, id, known, column, "en-x-source", &found);
    if (found || spring_same(reading, record_cell(known, column), reading->line->text)) {
        return;
    }
    for (size_t i = 0; i < reading->rows->files[SCHEMA_TRANSLATIONS].count; i++) {
        const char **cells = reading->rows->files[SCHEMA_TRANSLATIONS].rows[i];
        if (strcmp(cells[TRANSLATION_KEY], key) == 0 &&
            strcmp(cells[TRANSLATION_TABLE], schema->name) == 0) {
            return;
        }
    }
    const char **cells = new_rows_add(reading->rows, SCHEMA_TRANSLATIONS);
    cells[TRANSLATION_TABLE] = schema->name;
    cells[TRANSLATION_KEY] = key;
    cells[TRANSLATION_FIELD] = field;
    cells[TRANSLATION_LANG] = "en-x-source";
    cells[TRANSLATION_TEXT] = reading->line->text;
    cells[TRANSLATION_STATUS] = "official";
}

static void seen_add(const struct spring_reading *reading, struct spring_seen *seen,
                     const char *id) {
    for (size_t i = 0; i < seen->count; i++) {
        if (strcmp(seen->ids[i], id) == 0) {
            return;
        }
    }
    seen->ids = arena_grow(reading->arena, seen->ids, seen->count, &seen->room, sizeof *seen->ids);
    seen->ids[seen->count++] = id;
}

/* --- criteria, questions, items ------------------------------------------------------------- */

static const struct criterion *criterion_known(const struct spring_reading *reading,
                                               const char *id) {
    const struct catalogue *into = reading->into;
    for (size_t i = 0; into && i < into->criterion_count; i++) {
        if (strcmp(record_cell(&into->criteria[i].record, CRITERION_ID), id) == 0) {
            return &into->criteria[i];
        }
    }
    return NULL;
}

/* The collection and the checklist, unless they are there. */
static void checklist_need(const struct spring_reading *reading) {
    const struct catalogue *into = reading->into;
    bool collection = new_rows_find(reading->rows, SCHEMA_COLLECTIONS, "spring") != NULL;
    bool checklist = new_rows_find(reading->rows, SCHEMA_CHECKLISTS, "spring") != NULL;
    for (size_t i = 0; into && i < into->collection_count; i++) {
        collection |= strcmp(record_cell(&into->collections[i].record, COLLECTION_ID), "spring") ==
                      0;
    }
    for (size_t i = 0; into && i < into->checklist_count; i++) {
        checklist |= strcmp(record_cell(&into->checklists[i].record, CHECKLIST_ID), "spring") == 0;
    }
    if (!collection) {
        const char **cells = new_rows_add(reading->rows, SCHEMA_COLLECTIONS);
        cells[COLLECTION_ID] = "spring";
        cells[COLLECTION_TITLE] = "SPRING: Sustainable Practices of Integration";
        cells[COLLECTION_URL] = "https://integrationpractices.eu";
    }
    if (!checklist) {
        const char **cells = new_rows_add(reading->rows, SCHEMA_CHECKLISTS);
        cells[CHECKLIST_ID] = "spring";
        cells[CHECKLIST_COLLECTION] = "spring";
        cells[CHECKLIST_TITLE] = "SPRING good-practice checklist";
        cells[CHECKLIST_VERSION] = "1";
    }
}

static const char *position_next(const struct spring_reading *reading, enum schema_id id) {
    return arena_printf(reading->arena, "%zu", reading->rows->files[id].count + 1);
}

void spring_need_criterion(struct spring_reading *reading, const char *id, const char *title) {
    checklist_need(reading);
    seen_add(reading, &reading->criteria, id);
    if (criterion_known(reading, id) || new_rows_find(reading->rows, SCHEMA_CRITERIA, id)) {
        return;
    }
    const char **cells = new_rows_add(reading->rows, SCHEMA_CRITERIA);
    cells[CRITERION_ID] = id;
    cells[CRITERION_CHECKLIST] = "spring";
    cells[CRITERION_POSITION] = position_next(reading, SCHEMA_CRITERIA);
    cells[CRITERION_TITLE] = title;
}

void spring_need_question(struct spring_reading *reading, const char *id, const char *criterion) {
    seen_add(reading, &reading->questions, id);
    const struct question *known = reading->into ? catalogue_question(reading->into, id) : NULL;
    if (known) {
        translation_add(reading, SCHEMA_QUESTIONS, id, &known->record, QUESTION_TEXT);
    } else if (!new_rows_find(reading->rows, SCHEMA_QUESTIONS, id)) {
        const char **cells = new_rows_add(reading->rows, SCHEMA_QUESTIONS);
        cells[QUESTION_ID] = id;
        cells[QUESTION_CRITERION] = criterion;
        cells[QUESTION_POSITION] = id_position(id);
        cells[QUESTION_TEXT] = reading->line->text;
    }
}

void spring_need_item(struct spring_reading *reading, const char *id) {
    seen_add(reading, &reading->items, id);
    const struct item *known = reading->into ? catalogue_item(reading->into, id) : NULL;
    if (known) {
        translation_add(reading, SCHEMA_ITEMS, id, &known->record, ITEM_TEXT);
    } else if (!new_rows_find(reading->rows, SCHEMA_ITEMS, id)) {
        const char **cells = new_rows_add(reading->rows, SCHEMA_ITEMS);
        cells[ITEM_ID] = id;
        cells[ITEM_QUESTION] = spring_above(reading, id);
        cells[ITEM_POSITION] = id_position(id);
        cells[ITEM_TEXT] = reading->line->text;
    }
}

/* Whether there is such a question or item: in the grid, in the catalogue, or found before. */
static bool id_taken(const struct spring_reading *reading, enum schema_id id, const char *tried) {
    const bool in_grid = id == SCHEMA_QUESTIONS ? spring_grid_place(tried) > 0
                                                : spring_grid_has_item(tried);
    const bool in_catalogue = reading->into &&
                              (id == SCHEMA_QUESTIONS
                                   ? catalogue_question(reading->into, tried) != NULL
                                   : catalogue_item(reading->into, tried) != NULL);
    return in_grid || in_catalogue || new_rows_find(reading->rows, id, tried);
}

/* The id of a question or item that the grid does not have: the one that has its words, or a new
 * one. */
/* The id of what the catalogue has below `above` with the words of the line, or NULL. */
static const char *other_known(const struct spring_reading *reading, enum schema_id id,
                               const char *above) {
    const struct catalogue *into = reading->into;
    const bool question = id == SCHEMA_QUESTIONS;
    const size_t count = !into ? 0 : question ? into->question_count : into->item_count;
    for (size_t i = 0; i < count; i++) {
        const struct record *record = question ? &into->questions[i].record
                                               : &into->items[i].record;
        const char *over = record_cell(record, question ? (size_t)QUESTION_CRITERION
                                                        : (size_t)ITEM_QUESTION);
        const char *text = record_cell(record,
                                       question ? (size_t)QUESTION_TEXT : (size_t)ITEM_TEXT);
        if (strcmp(over, above) == 0 && spring_same(reading, text, reading->line->text)) {
            return record_cell(record, 0);
        }
    }
    return NULL;
}

const char *spring_other(const struct spring_reading *reading, enum schema_id id,
                         const char *above) {
    const size_t length = strlen(above);
    const size_t text = id == SCHEMA_QUESTIONS ? (size_t)QUESTION_TEXT : (size_t)ITEM_TEXT;
    const struct new_rows_file *file = &reading->rows->files[id];
    const char *known = other_known(reading, id, above);
    if (known) {
        return known;
    }
    for (size_t i = 0; i < file->count; i++) {
        if (strncmp(file->rows[i][0], above, length) == 0 &&
            spring_same(reading, file->rows[i][text], reading->line->text)) {
            return file->rows[i][0];
        }
    }
    for (size_t number = 1;; number++) {
        const char *tried = arena_printf(reading->arena, "%s.%zu", above, number);
        if (!id_taken(reading, id, tried)) {
            return tried;
        }
    }
}
