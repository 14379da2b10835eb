#include "vademecum/base/file.h"
#include "vademecum/base/table.h"
#include "vademecum/base/words.h"
#include "vademecum/catalogue/check.h"
#include "vademecum/catalogue/loader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    SLICE = 64 * 1024 /* bytes read at a time */
};

static bool file_load(struct loader *loader, enum schema_id id, struct fault *fault);
static struct table_column *columns_wanted(struct arena *arena, const struct schema *schema);
static void row_read(void *context, const struct table_row *row);
static void drafts_order(struct loader *loader);
static int draft_compare(const void *left, const void *right);
static void key_used_twice(void *context, size_t gone, size_t stays);
static const char *record_key(const struct loader *loader, struct arena *arena,
                              const struct record *record);
static void look_alikes_check(struct loader *loader);

static const struct plan plans[SCHEMA_COUNT] = {
    [SCHEMA_COLLECTIONS] = {NO_COLUMN, 0, NO_COLUMN, row_draft, collections_link},
    [SCHEMA_CHECKLISTS] = {CHECKLIST_COLLECTION, SCHEMA_COLLECTIONS, NO_COLUMN, row_draft,
                           checklists_link},
    [SCHEMA_CRITERIA] = {CRITERION_CHECKLIST, SCHEMA_CHECKLISTS, CRITERION_POSITION, row_draft,
                         criteria_link},
    [SCHEMA_QUESTIONS] = {QUESTION_CRITERION, SCHEMA_CRITERIA, QUESTION_POSITION, row_draft,
                          questions_link},
    [SCHEMA_ITEMS] = {ITEM_QUESTION, SCHEMA_QUESTIONS, ITEM_POSITION, row_draft, items_link},
    [SCHEMA_TERMS] = {NO_COLUMN, 0, TERM_POSITION, row_draft, terms_link},
    [SCHEMA_PRACTICES] = {PRACTICE_COLLECTION, SCHEMA_COLLECTIONS, NO_COLUMN, row_draft,
                          practices_link},
    [SCHEMA_PRACTICE_TERMS] = {NO_COLUMN, 0, NO_COLUMN, row_practice_term, NULL},
    [SCHEMA_ANSWERS] = {NO_COLUMN, 0, NO_COLUMN, row_answer, NULL},
    [SCHEMA_MARKS] = {NO_COLUMN, 0, NO_COLUMN, row_mark, NULL},
    [SCHEMA_TOOLS] = {NO_COLUMN, 0, NO_COLUMN, row_tool, NULL},
    [SCHEMA_TRANSLATIONS] = {NO_COLUMN, 0, NO_COLUMN, row_translation, translations_link},
};

bool catalogue_open(struct catalogue *catalogue, struct arena *arena, const char *path,
                    enum catalogue_care care, struct fault *fault) {
    *catalogue = (struct catalogue){.arena = arena, .path = path};
    fault_list_init(&catalogue->faults, arena);
    struct loader *loader = arena_alloc(arena, sizeof *loader);
    loader->catalogue = catalogue;
    loader->arena = arena;
    loader->care = care;
    loader->folder = folder_open(path, fault);
    if (loader->folder < 0) {
        return false;
    }
    arena_init(&loader->scratch, arena->end);
    bool sound = true;
    for (enum schema_id id = 0; sound && id < SCHEMA_COUNT; id++) {
        sound = file_load(loader, id, fault);
    }
    arena_free(&loader->scratch);
    close(loader->folder);
    return sound;
}

void row_draft(struct loader *loader, const struct table_row *row) {
    const struct plan *plan = &plans[loader->id];
    struct draft draft = {.position = row->line};
    if (plan->parent_column != NO_COLUMN) {
        const long parent = reference_find(loader, plan->parent, row, (size_t)plan->parent_column);
        if (parent == DIRECTORY_NONE) {
            return;
        }
        draft.parent = (size_t)parent;
    }
    if (plan->position_column != NO_COLUMN) {
        draft.position = strtol(row->cells[plan->position_column], NULL, 10);
    }
    draft.record = record_keep(loader->arena, row);
    loader->drafts = arena_grow(&loader->scratch, loader->drafts, loader->draft_count,
                                &loader->draft_room, sizeof *loader->drafts);
    loader->drafts[loader->draft_count++] = draft;
}

static bool file_load(struct loader *loader, enum schema_id id, struct fault *fault) {
    const struct schema *schema = schema_get(id);
    const struct table_reader reader = {row_read, loader, &loader->catalogue->faults};
    loader->id = id;
    loader->drafts = NULL;
    loader->draft_count = 0;
    loader->draft_room = 0;
    arena_empty(&loader->scratch);
    struct table *table = NULL;
    if (!table_open(&table, loader->arena, loader->folder, schema->file,
                    columns_wanted(loader->arena, schema), schema->count, &reader, fault)) {
        table_close(table);
        return false;
    }
    enum table_state state = TABLE_MORE;
    while (state == TABLE_MORE) {
        state = table_read(table, SLICE, fault);
    }
    if (state == TABLE_BROKEN) {
        fault_list_add(&loader->catalogue->faults, FAULT_LEFT_OUT, schema->file, fault->line,
                       fault->column, _("%s The rest of the file is left out."), fault->text);
    }
    table_close(table);
    if (plans[id].link) {
        drafts_order(loader);
        plans[id].link(loader);
    }
    loader->catalogue->directories[id] = &loader->directories[id];
    directory_sort(&loader->directories[id], key_used_twice, loader);
    return true;
}

static struct table_column *columns_wanted(struct arena *arena, const struct schema *schema) {
    struct table_column *columns = arena_array(arena, schema->count, sizeof *columns);
    for (size_t i = 0; i < schema->count; i++) {
        columns[i].name = schema->columns[i].name;
        columns[i].required = schema->columns[i].required;
    }
    return columns;
}

static void row_read(void *context, const struct table_row *row) {
    struct loader *loader = context;
    const struct schema *schema = schema_get(loader->id);
    struct fault_list *faults = &loader->catalogue->faults;
    const bool usable = check_usable(schema, row, faults);
    if (loader->care == CATALOGUE_CHECK) {
        check_cells(schema, row, loader->folder, faults);
    }
    if (usable) {
        plans[loader->id].row(loader, row);
    }
}

/*
 * Drops rows whose key was used before, puts the others in their order, and makes the directory of
 * that order.
 */
static void drafts_order(struct loader *loader) {
    struct directory by_line = {0};
    for (size_t i = 0; i < loader->draft_count; i++) {
        directory_add(&by_line, &loader->scratch,
                      record_key(loader, &loader->scratch, &loader->drafts[i].record), i);
    }
    directory_sort(&by_line, key_used_twice, loader);
    if (loader->care == CATALOGUE_CHECK) {
        look_alikes_check(loader);
    }
    size_t kept = 0;
    for (size_t i = 0; i < loader->draft_count; i++) {
        if (!loader->drafts[i].gone) {
            loader->drafts[kept++] = loader->drafts[i];
        }
    }
    loader->draft_count = kept;
    if (kept) {
        qsort(loader->drafts, kept, sizeof *loader->drafts, draft_compare);
    }
    for (size_t i = 0; i < kept; i++) {
        directory_add(&loader->directories[loader->id], loader->arena,
                      record_key(loader, loader->arena, &loader->drafts[i].record), i);
    }
    loader->catalogue->rows[loader->id] = kept;
}

static int draft_compare(const void *left, const void *right) {
    const struct draft *one = left;
    const struct draft *other = right;
    if (one->parent != other->parent) {
        return one->parent < other->parent ? -1 : 1;
    }
    if (one->position != other->position) {
        return one->position < other->position ? -1 : 1;
    }
    return (one->record.line > other->record.line) - (one->record.line < other->record.line);
}

static void key_used_twice(void *context, size_t gone, size_t stays) {
    struct loader *loader = context;
    struct draft *draft = &loader->drafts[gone];
    draft->gone = true;
    fault_list_add(&loader->catalogue->faults, FAULT_LEFT_OUT, schema_get(loader->id)->file,
                   draft->record.line, schema_get(loader->id)->columns[0].name,
                   _("\"%s\" stands in line %ld already; give this row another id, or delete it."),
                   record_key(loader, &loader->scratch, &draft->record),
                   loader->drafts[stays].record.line);
}

/* The key columns, joined by "/" when there are several. */
static const char *record_key(const struct loader *loader, struct arena *arena,
                              const struct record *record) {
    const size_t keys = schema_get(loader->id)->keys;
    const char *key = record_cell(record, 0);
    for (size_t i = 1; i < keys; i++) {
        key = arena_printf(arena, "%s/%s", key, record_cell(record, i));
    }
    return key;
}

static void look_alikes_check(struct loader *loader) {
    const size_t count = loader->draft_count;
    const char **ids = arena_array(&loader->scratch, count, sizeof *ids);
    long *lines = arena_array(&loader->scratch, count, sizeof *lines);
    for (size_t i = 0; i < count; i++) {
        ids[i] = record_key(loader, &loader->scratch, &loader->drafts[i].record);
        lines[i] = loader->drafts[i].record.line;
    }
    check_look_alikes(schema_get(loader->id)->file, ids, lines, count, &loader->catalogue->faults);
}
