#include "vademecum/catalogue/load_rows.h"

#include "vademecum/catalogue/references.h"

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

long load_reference(struct loader *loader, const struct table_row *row, size_t column) {
    const long found = references_find(loader, row, column);
    loader->lost[loader->id] = loader->lost[loader->id] || found == REFERENCE_LOST;
    return found;
}

struct practice *load_practice_of(struct loader *loader, const struct table_row *row,
                                  size_t column) {
    const long index = load_reference(loader, row, column);
    return index < 0 ? NULL : &loader->practices[index];
}

void load_repeated(struct loader *loader, const struct table_row *row, long earlier) {
    const size_t keys = schema_get(loader->id)->keys;
    const char *key = row->cells[0];
    for (size_t i = 1; i < keys; i++) {
        key = arena_printf(&loader->scratch, "%s/%s", key, row->cells[i]);
    }
    loader_repeated(loader, key, row->line, earlier);
}

void *load_pool_take(struct pool *pool, struct arena *arena, size_t size) {
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
    struct practice *practice = load_practice_of(loader, row, 0);
    const long index = load_reference(loader, row, PRACTICE_TERM_TERM);
    if (!practice || index < 0) {
        return;
    }
    struct term *term = &loader->terms[index];
    struct practice_term **place = &practice->terms;
    while (*place && (*place)->term < term) {
        place = &(*place)->next;
    }
    if (*place && (*place)->term == term) {
        load_repeated(loader, row, (*place)->line);
        return;
    }
    struct practice_term *added = load_pool_take(&loader->practice_term_pool, loader->arena,
                                                 sizeof *added);
    *added = (struct practice_term){.term = term, .line = row->line, .next = *place};
    *place = added;
    term->practices++;
    loader->catalogue->rows[loader->id]++;
}

void load_answer(struct loader *loader, const struct table_row *row) {
    struct practice *practice = load_practice_of(loader, row, 0);
    const long index = load_reference(loader, row, ANSWER_QUESTION);
    if (!practice || index < 0) {
        return;
    }
    const struct question *question = &loader->questions[index];
    struct answer **place = &practice->answers;
    while (*place && (*place)->question < question) {
        place = &(*place)->next;
    }
    if (*place && (*place)->question == question) {
        load_repeated(loader, row, (*place)->record.line);
        return;
    }
    struct answer *added = load_pool_take(&loader->answer_pool, loader->arena, sizeof *added);
    *added = (struct answer){
        .record = loader_keep(loader->arena, row),
        .question = question,
        .next = *place,
    };
    *place = added;
    loader->catalogue->rows[loader->id]++;
}

void load_mark(struct loader *loader, const struct table_row *row) {
    const struct practice *practice = load_practice_of(loader, row, 0);
    const long index = load_reference(loader, row, MARK_ITEM);
    if (!practice || index < 0) {
        return;
    }
    const size_t items = loader->catalogue->item_count;
    const size_t place = practice->index * items + (size_t)index;
    unsigned char *mark = &loader->marks[place];
    if (*mark != MARK_ABSENT) {
        load_repeated(loader, row, (long)loader->mark_lines[place]);
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
    struct practice *practice = load_practice_of(loader, row, 0);
    const long index = load_reference(loader, row, TOOL_QUESTION);
    if (!practice || index < 0) {
        return;
    }
    struct tool *added = load_pool_take(&loader->tool_pool, loader->arena, sizeof *added);
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
        load_repeated(loader, row, (*place)->record.line);
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
