#include "vademecum/catalogue/load_rows.h"

#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/quote.h"
#include "vademecum/catalogue/references.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    POOL_STEP = 128 /* things that are made room for at once */
};

/* Practices never move, for others know them while more are read. */
void load_practices_begin(struct loader *loader) {
    const struct table *table = loader->tables[SCHEMA_PRACTICES];
    loader->practices = arena_array(loader->arena, table ? table_rows_most(table) : 0,
                                    sizeof *loader->practices);
    loader->catalogue->practices = loader->practices;
}

void load_marks_begin(struct loader *loader) {
    const struct catalogue *catalogue = loader->catalogue;
    const size_t count = catalogue->practice_count * catalogue->item_count;
    loader->marks = arena_array(loader->arena, count, sizeof *loader->marks);
    loader->mark_lines = arena_array(&loader->scratch, count, sizeof *loader->mark_lines);
    loader->catalogue->marks = loader->marks;
}

uint32_t load_mark_look(struct loader *loader, const struct table_row *row) {
    if (loader->id != SCHEMA_MARKS) {
        return 0;
    }
    enum mark mark = MARK_MET;
    while (mark < MARK_COUNT && strcmp(row->cells[MARK_MARK], catalogue_mark_name(mark)) != 0) {
        mark++;
    }
    loader->mark = mark;
    return mark < MARK_COUNT ? (uint32_t)1 << MARK_MARK : 0;
}

void load_translations_begin(struct loader *loader) {
    const struct table *table = loader->tables[SCHEMA_TRANSLATIONS];
    loader->translations = arena_array(loader->arena, table ? table_rows_most(table) : 0,
                                       sizeof *loader->translations);
    loader->catalogue->translations = loader->translations;
}

void load_practice(struct loader *loader, const struct table_row *row) {
    const long parent = references_find(loader, row, PRACTICE_COLLECTION);
    if (parent == REFERENCE_NONE) {
        return;
    }
    struct catalogue *catalogue = loader->catalogue;
    struct collection *collection =
        &loader->collections[parent == REFERENCE_LOST ? (long)catalogue->collection_count : parent];
    struct practice *practice = &loader->practices[catalogue->practice_count];
    const struct record record = loader_keep(loader->arena, row);
    const long earlier = directory_add(&loader->directories[SCHEMA_PRACTICES], loader->arena,
                                       record.cells);
    if (earlier != DIRECTORY_NONE) {
        loader_repeated(loader, record.cells, row->line, loader->practices[earlier].record.line);
        return;
    }
    *practice = (struct practice){
        .record = record,
        .collection = collection,
        .index = catalogue->practice_count++,
    };
    collection->practices++;
    catalogue->rows[SCHEMA_PRACTICES]++;
}

/* As references_find; what refers to a row that nobody knows is not known then either. */
static long row_reference(struct loader *loader, const struct table_row *row, size_t column) {
    const long found = references_find(loader, row, column);
    loader->lost[loader->id] = loader->lost[loader->id] || found == REFERENCE_LOST;
    return found;
}

/* The practice of a row whose first column names it, or NULL. */
static struct practice *practice_of(struct loader *loader, const struct table_row *row) {
    const long index = row_reference(loader, row, 0);
    return index < 0 ? NULL : &loader->practices[index];
}

/* Tells that the key of the row stands in an earlier line. */
static void row_repeated(struct loader *loader, const struct table_row *row, long earlier) {
    const size_t keys = schema_get(loader->id)->keys;
    const char *key = row->cells[0];
    for (size_t i = 1; i < keys; i++) {
        key = arena_printf(&loader->scratch, "%s/%s", key, row->cells[i]);
    }
    loader_repeated(loader, key, row->line, earlier);
}

static void *pool_take(struct pool *pool, struct arena *arena, size_t size) {
    if (pool->left == 0) {
        pool->left = POOL_STEP;
        pool->free_place = arena_array(arena, pool->left, size);
    }
    void *place = pool->free_place;
    pool->free_place += size;
    pool->left--;
    return place;
}

void load_practice_term(struct loader *loader, const struct table_row *row) {
    struct practice *practice = practice_of(loader, row);
    const long index = row_reference(loader, row, PRACTICE_TERM_TERM);
    if (!practice || index < 0) {
        return;
    }
    struct term *term = &loader->terms[index];
    struct practice_term **place = &practice->terms;
    while (*place && (*place)->term < term) {
        place = &(*place)->next;
    }
    if (*place && (*place)->term == term) {
        row_repeated(loader, row, (*place)->line);
        return;
    }
    struct practice_term *added = pool_take(&loader->practice_term_pool, loader->arena,
                                            sizeof *added);
    *added = (struct practice_term){.term = term, .line = row->line, .next = *place};
    *place = added;
    term->practices++;
    loader->catalogue->rows[loader->id]++;
}

void load_answer(struct loader *loader, const struct table_row *row) {
    struct practice *practice = practice_of(loader, row);
    const long index = row_reference(loader, row, ANSWER_QUESTION);
    if (!practice || index < 0) {
        return;
    }
    const struct question *question = &loader->questions[index];
    struct answer **place = &practice->answers;
    while (*place && (*place)->question < question) {
        place = &(*place)->next;
    }
    if (*place && (*place)->question == question) {
        row_repeated(loader, row, (*place)->record.line);
        return;
    }
    struct answer *added = pool_take(&loader->answer_pool, loader->arena, sizeof *added);
    *added = (struct answer){
        .record = loader_keep(loader->arena, row),
        .question = question,
        .next = *place,
    };
    *place = added;
    loader->catalogue->rows[loader->id]++;
}

void load_mark(struct loader *loader, const struct table_row *row) {
    const struct practice *practice = practice_of(loader, row);
    const long index = row_reference(loader, row, MARK_ITEM);
    if (!practice || index < 0) {
        return;
    }
    const size_t items = loader->catalogue->item_count;
    const size_t place = practice->index * items + (size_t)index;
    unsigned char *mark = &loader->marks[place];
    if (*mark != MARK_ABSENT) {
        row_repeated(loader, row, (long)loader->mark_lines[place]);
        return;
    }
    loader->mark_lines[place] = (uint32_t)row->line;
    *mark = (unsigned char)loader->mark;
    loader->items[index].met += loader->mark == MARK_MET;
    loader->catalogue->rows[loader->id]++;
}

static int tool_compare(const struct tool *one, const struct tool *other) {
    if (one->question != other->question) {
        return one->question < other->question ? -1 : 1;
    }
    const long first = strtol(record_cell(&one->record, TOOL_POSITION), NULL, 10);
    const long second = strtol(record_cell(&other->record, TOOL_POSITION), NULL, 10);
    return (first > second) - (first < second);
}

void load_tool(struct loader *loader, const struct table_row *row) {
    struct practice *practice = practice_of(loader, row);
    const long index = row_reference(loader, row, TOOL_QUESTION);
    if (!practice || index < 0) {
        return;
    }
    struct tool *added = pool_take(&loader->tool_pool, loader->arena, sizeof *added);
    *added = (struct tool){
        .record = loader_keep(loader->arena, row),
        .practice = practice,
        .question = &loader->questions[index],
    };
    struct tool **place = &practice->tools;
    while (*place && tool_compare(*place, added) < 0) {
        place = &(*place)->next;
    }
    if (*place && tool_compare(*place, added) == 0) {
        row_repeated(loader, row, (*place)->record.line);
        return;
    }
    added->next = *place;
    *place = added;
    struct question *question = &loader->questions[index];
    *(question->tools ? &question->last_tool->next_practice : &question->tools) = added;
    question->last_tool = added;
    question->tool_count++;
    loader->catalogue->rows[loader->id]++;
}

static bool tool_exists(const struct practice *practice, const struct question *question,
                        const char *position) {
    const struct tool *tool = catalogue_tool(practice, question);
    while (tool && tool->question == question &&
           strcmp(record_cell(&tool->record, TOOL_POSITION), position) != 0) {
        tool = tool->next;
    }
    return tool && tool->question == question;
}

/*
 * Whether a file has a row with this key, its parts joined by "/". Also true when that cannot be
 * said, for not all of the file could be read.
 */
static bool key_exists(const struct loader *loader, enum schema_id id, const char *key) {
    if (loader->lost[id]) {
        return true;
    }
    if (schema_get(id)->keys == 1 || id == SCHEMA_TERMS) {
        return directory_find(&loader->directories[id], key) != DIRECTORY_NONE;
    }
    char parts[KEY_MAX];
    if ((size_t)snprintf(parts, sizeof parts, "%s", key) >= sizeof parts) {
        return false;
    }
    char *rest = parts;
    const char *practice = strsep(&rest, "/");
    const char *question = rest ? strsep(&rest, "/") : "";
    const long p = directory_find(&loader->directories[SCHEMA_PRACTICES], practice);
    const long q = directory_find(&loader->directories[SCHEMA_QUESTIONS], question);
    if (p == DIRECTORY_NONE || q == DIRECTORY_NONE) {
        return false;
    }
    return id == SCHEMA_ANSWERS
               ? !rest && catalogue_answer(&loader->practices[p], &loader->questions[q])
               : rest && tool_exists(&loader->practices[p], &loader->questions[q], rest);
}

/* Whether the translated table has that field and that row; tells when it has not. */
static bool translated_exists(struct loader *loader, const struct table_row *row) {
    const char *table = row->cells[TRANSLATION_TABLE];
    const char *key = row->cells[TRANSLATION_KEY];
    const char *field = row->cells[TRANSLATION_FIELD];
    enum schema_id id = 0;
    while (strcmp(schema_get(id)->name, table) != 0) {
        id++;
    }
    const struct schema *schema = schema_get(id);
    const char *column = "field";
    for (size_t i = schema->keys; i < schema->count; i++) {
        if (strcmp(schema->columns[i].name, field) == 0) {
            column = "key";
        }
    }
    if (strcmp(column, "key") == 0 && key_exists(loader, id, key)) {
        return true;
    }
    const char *quoted = strcmp(column, "key") == 0 ? loader_quote(loader, key)
                                                    : quote_text(&loader->scratch, field);
    fault_list_add(loader_faults(loader), FAULT_LEFT_OUT, schema_get(loader->id)->file, row->line,
                   column, _("%s has no \"%s\" to translate; correct it here."), schema->file,
                   quoted);
    return false;
}

void load_translation(struct loader *loader, const struct table_row *row) {
    if (!translated_exists(loader, row)) {
        return;
    }
    size_t *count = &loader->catalogue->rows[SCHEMA_TRANSLATIONS];
    const struct record record = loader_keep(loader->arena, row);
    const char *key = loader_key(loader, loader->arena, &record);
    const long earlier = directory_add(&loader->directories[SCHEMA_TRANSLATIONS], loader->arena,
                                       key);
    if (earlier != DIRECTORY_NONE) {
        loader_repeated(loader, key, row->line, loader->translations[earlier].line);
        return;
    }
    loader->translations[(*count)++] = record;
}
