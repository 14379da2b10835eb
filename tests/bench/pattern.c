#include "pattern.h"

#include "vademecum/base/folder.h"
#include "vademecum/base/table.h"

#include <string.h>
#include <unistd.h>

enum {
    SLICE = 64 * 1024
};

/* A catalogue that is being read. */
struct reading {
    struct pattern *pattern;
    struct arena *arena;
    size_t question_room;
    size_t item_room;
    size_t term_room;
    size_t collection_room;
    size_t translation_room;
};

/* A file, and what its rows are for. */
struct part {
    enum schema_id id;
    void (*row)(void *reading, const struct table_row *row);
};

static void collection_read(void *context, const struct table_row *row);
static void question_read(void *context, const struct table_row *row);
static void item_read(void *context, const struct table_row *row);
static void term_read(void *context, const struct table_row *row);
static void practice_read(void *context, const struct table_row *row);
static void practice_term_read(void *context, const struct table_row *row);
static void answer_read(void *context, const struct table_row *row);
static void mark_read(void *context, const struct table_row *row);
static void tool_read(void *context, const struct table_row *row);
static void translation_read(void *context, const struct table_row *row);
static bool part_read(struct reading *reading, const struct part *part, int folder,
                      struct fault *fault);
static struct pattern_question *question_find(const struct pattern *pattern, const char *id);
static const char *kept(const struct reading *reading, const char *text);

/* A file comes after those that its rows refer to. */
static const struct part parts[] = {
    {SCHEMA_COLLECTIONS, collection_read},
    {SCHEMA_QUESTIONS, question_read},
    {SCHEMA_ITEMS, item_read},
    {SCHEMA_TERMS, term_read},
    {SCHEMA_PRACTICES, practice_read},
    {SCHEMA_PRACTICE_TERMS, practice_term_read},
    {SCHEMA_ANSWERS, answer_read},
    {SCHEMA_MARKS, mark_read},
    {SCHEMA_TOOLS, tool_read},
    {SCHEMA_TRANSLATIONS, translation_read},
};

const char *const pattern_marks[MARK_SORTS] = {"met", "not_met", "unmarked"};

bool pattern_read(struct pattern *pattern, struct arena *arena, const char *path,
                  struct fault *fault) {
    *pattern = (struct pattern){0};
    struct reading reading = {.pattern = pattern, .arena = arena};
    const int folder = folder_open(path, fault);
    if (folder < 0) {
        return false;
    }
    bool done = true;
    for (size_t i = 0; done && i < sizeof parts / sizeof *parts; i++) {
        done = part_read(&reading, &parts[i], folder, fault);
    }
    close(folder);
    if (done && (pattern->practices == 0 || pattern->collection_count == 0)) {
        return fault_set(fault, FAULT_SYSTEM, path, 0, NULL, "there are no practices here");
    }
    return done;
}

static bool part_read(struct reading *reading, const struct part *part, int folder,
                      struct fault *fault) {
    const struct schema *schema = schema_get(part->id);
    struct table_column *columns = arena_array(reading->arena, schema->count, sizeof *columns);
    for (size_t i = 0; i < schema->count; i++) {
        columns[i] = (struct table_column){
            .name = schema->columns[i].name,
            .need = schema_need(&schema->columns[i]),
            .shape = schema_shape(&schema->columns[i]),
        };
    }
    struct fault_list defects;
    fault_list_init(&defects, reading->arena);
    const struct table_reader reader = {part->row, reading, &defects};
    struct table *table;
    enum table_state state = TABLE_BROKEN;
    if (table_open(&table, reading->arena, folder, schema->file, columns, schema->count, &reader,
                   fault)) {
        do {
            state = table_read(table, SLICE, fault);
        } while (state == TABLE_MORE);
    }
    table_close(table);
    if (state == TABLE_ENDED && defects.count > 0) {
        const struct defect *first = defects.defects;
        return fault_set(fault, first->kind, first->file, first->line, first->column, "%s",
                         first->text);
    }
    return state == TABLE_ENDED;
}

static void collection_read(void *context, const struct table_row *row) {
    struct reading *reading = context;
    struct pattern *pattern = reading->pattern;
    pattern->collections = arena_grow(reading->arena, pattern->collections,
                                      pattern->collection_count, &reading->collection_room,
                                      sizeof *pattern->collections);
    pattern->collections[pattern->collection_count++] = kept(reading, row->cells[COLLECTION_ID]);
}

static void question_read(void *context, const struct table_row *row) {
    struct reading *reading = context;
    struct pattern *pattern = reading->pattern;
    pattern->questions = arena_grow(reading->arena, pattern->questions, pattern->question_count,
                                    &reading->question_room, sizeof *pattern->questions);
    pattern->questions[pattern->question_count++] = (struct pattern_question){
        .id = kept(reading, row->cells[QUESTION_ID])};
}

static void item_read(void *context, const struct table_row *row) {
    struct reading *reading = context;
    struct pattern *pattern = reading->pattern;
    const struct pattern_question *question = question_find(pattern, row->cells[ITEM_QUESTION]);
    if (!question) {
        return;
    }
    pattern->items = arena_grow(reading->arena, pattern->items, pattern->item_count,
                                &reading->item_room, sizeof *pattern->items);
    pattern->items[pattern->item_count++] = (struct pattern_item){
        .id = kept(reading, row->cells[ITEM_ID]),
        .question = (size_t)(question - pattern->questions),
    };
}

static void term_read(void *context, const struct table_row *row) {
    struct reading *reading = context;
    struct pattern *pattern = reading->pattern;
    pattern->terms = arena_grow(reading->arena, pattern->terms, pattern->term_count,
                                &reading->term_room, sizeof *pattern->terms);
    pattern->terms[pattern->term_count++] = (struct pattern_term){
        .scheme = kept(reading, row->cells[TERM_SCHEME]),
        .id = kept(reading, row->cells[TERM_TERM]),
    };
}

static void practice_read(void *context, const struct table_row *row) {
    (void)row;
    const struct reading *reading = context;
    reading->pattern->practices++;
}

static void practice_term_read(void *context, const struct table_row *row) {
    const struct reading *reading = context;
    struct pattern *pattern = reading->pattern;
    for (size_t i = 0; i < pattern->term_count; i++) {
        struct pattern_term *term = &pattern->terms[i];
        if (strcmp(term->scheme, row->cells[PRACTICE_TERM_SCHEME]) == 0 &&
            strcmp(term->id, row->cells[PRACTICE_TERM_TERM]) == 0) {
            term->practices++;
            pattern->given++;
        }
    }
}

static void answer_read(void *context, const struct table_row *row) {
    const struct reading *reading = context;
    struct pattern_question *question = question_find(reading->pattern,
                                                      row->cells[ANSWER_QUESTION]);
    if (question) {
        question->answers++;
    }
}

static void mark_read(void *context, const struct table_row *row) {
    const struct reading *reading = context;
    const struct pattern *pattern = reading->pattern;
    for (size_t i = 0; i < pattern->item_count; i++) {
        for (size_t j = 0; j < MARK_SORTS; j++) {
            pattern->items[i].marks[j] += strcmp(pattern->items[i].id, row->cells[MARK_ITEM]) ==
                                              0 &&
                                          strcmp(pattern_marks[j], row->cells[MARK_MARK]) == 0;
        }
    }
}

static void tool_read(void *context, const struct table_row *row) {
    const struct reading *reading = context;
    struct pattern_question *question = question_find(reading->pattern, row->cells[TOOL_QUESTION]);
    if (question) {
        question->tools++;
    }
}

static void translation_read(void *context, const struct table_row *row) {
    struct reading *reading = context;
    struct pattern *pattern = reading->pattern;
    const char *table = row->cells[TRANSLATION_TABLE];
    if (strcmp(table, "practices") == 0 || strcmp(table, "answers") == 0 ||
        strcmp(table, "tools") == 0) {
        return;
    }
    pattern->translations = arena_grow(reading->arena, pattern->translations,
                                       pattern->translation_count, &reading->translation_room,
                                       sizeof *pattern->translations);
    struct pattern_translation *translation = &pattern->translations[pattern->translation_count++];
    for (size_t i = 0; i < TRANSLATION_COLUMNS; i++) {
        translation->cells[i] = kept(reading, row->cells[i]);
    }
}

static struct pattern_question *question_find(const struct pattern *pattern, const char *id) {
    for (size_t i = 0; i < pattern->question_count; i++) {
        if (strcmp(pattern->questions[i].id, id) == 0) {
            return &pattern->questions[i];
        }
    }
    return NULL;
}

static const char *kept(const struct reading *reading, const char *text) {
    return arena_copy(reading->arena, text, strlen(text));
}
