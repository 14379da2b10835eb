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

static bool catalogue_load(struct catalogue *catalogue, struct arena *arena, const char *path,
                           const struct loader *how, struct fault *fault);
static bool file_load(struct loader *loader, enum schema_id id, struct fault *fault);
static bool file_read(struct loader *loader, struct fault *fault);
static void file_lose(struct loader *loader, enum fault_kind kind, const struct fault *fault,
                      const char *rest);
static struct table_column *columns_wanted(struct arena *arena, const struct schema *schema);
static void row_read(void *context, const struct table_row *row);
static void drafts_order(struct loader *loader);
static int draft_compare(const void *left, const void *right);
static void key_used_twice(void *context, size_t gone, size_t stays);
static const char *record_key(const struct loader *loader, struct arena *arena,
                              const struct record *record);
static void look_alikes_check(struct loader *loader);
static void defects_order(struct fault_list *faults, size_t first, struct arena *scratch);
static int placed_compare(const void *left, const void *right);

/* A defect, and its place before it is sorted: those of one line stay in their order. */
struct placed {
    struct defect defect;
    size_t place;
};

static const struct plan plans[SCHEMA_COUNT] = {
    [SCHEMA_COLLECTIONS] = {NO_COLUMN, NO_COLUMN, row_draft, collections_link},
    [SCHEMA_CHECKLISTS] = {CHECKLIST_COLLECTION, NO_COLUMN, row_draft, checklists_link},
    [SCHEMA_CRITERIA] = {CRITERION_CHECKLIST, CRITERION_POSITION, row_draft, criteria_link},
    [SCHEMA_QUESTIONS] = {QUESTION_CRITERION, QUESTION_POSITION, row_draft, questions_link},
    [SCHEMA_ITEMS] = {ITEM_QUESTION, ITEM_POSITION, row_draft, items_link},
    [SCHEMA_TERMS] = {NO_COLUMN, TERM_POSITION, row_draft, terms_link},
    [SCHEMA_PRACTICES] = {PRACTICE_COLLECTION, NO_COLUMN, row_draft, practices_link},
    [SCHEMA_PRACTICE_TERMS] = {NO_COLUMN, NO_COLUMN, row_practice_term, NULL},
    [SCHEMA_ANSWERS] = {NO_COLUMN, NO_COLUMN, row_answer, NULL},
    [SCHEMA_MARKS] = {NO_COLUMN, NO_COLUMN, row_mark, NULL},
    [SCHEMA_TOOLS] = {NO_COLUMN, NO_COLUMN, row_tool, NULL},
    [SCHEMA_TRANSLATIONS] = {NO_COLUMN, NO_COLUMN, row_translation, translations_link},
};

bool catalogue_open(struct catalogue *catalogue, struct arena *arena, const char *path,
                    enum catalogue_care care, struct fault *fault) {
    const struct loader how = {.care = care};
    return catalogue_load(catalogue, arena, path, &how, fault);
}

bool catalogue_check(struct catalogue *catalogue, struct arena *arena, const char *path,
                     const char *today, struct fault *fault) {
    const struct loader how = {.care = CATALOGUE_CHECK, .today = today};
    return catalogue_load(catalogue, arena, path, &how, fault);
}

void row_draft(struct loader *loader, const struct table_row *row) {
    const struct plan *plan = &plans[loader->id];
    struct draft draft = {.position = row->line};
    if (plan->parent_column != NO_COLUMN) {
        const size_t column = (size_t)plan->parent_column;
        const long parent = reference_find(loader, row, column);
        if (parent == REFERENCE_NONE) {
            return;
        }
        draft.parent = parent == REFERENCE_LOST
                           ? loader->catalogue->rows[schema_target(loader->id, column)]
                           : (size_t)parent;
    }
    if (plan->position_column != NO_COLUMN) {
        draft.position = strtol(row->cells[plan->position_column], NULL, 10);
    }
    draft.record = record_keep(loader->arena, row);
    loader->drafts = arena_grow(&loader->scratch, loader->drafts, loader->draft_count,
                                &loader->draft_room, sizeof *loader->drafts);
    loader->drafts[loader->draft_count++] = draft;
}

/* `how` has only what is asked for. */
static bool catalogue_load(struct catalogue *catalogue, struct arena *arena, const char *path,
                           const struct loader *how, struct fault *fault) {
    *catalogue = (struct catalogue){.arena = arena, .path = path};
    fault_list_init(&catalogue->faults, arena);
    /* In the arena, for the catalogue keeps the directories. */
    struct loader *loader = arena_alloc(arena, sizeof *loader);
    *loader = *how;
    loader->catalogue = catalogue;
    loader->arena = arena;
    loader->folder = folder_open(path, fault);
    if (loader->folder < 0) {
        return false;
    }
    arena_init(&loader->scratch, arena->end);
    bool sound = true;
    for (enum schema_id id = 0; sound && id < SCHEMA_COUNT; id++) {
        const size_t first = catalogue->faults.kept;
        sound = file_load(loader, id, fault);
        defects_order(&catalogue->faults, first, &loader->scratch);
    }
    arena_free(&loader->scratch);
    close(loader->folder);
    if (loader->missing == SCHEMA_COUNT) {
        return fault_set(fault, FAULT_WANTING, path, 0, NULL,
                         _("There is no catalogue in this folder: none of its files is there, such "
                           "as %s."),
                         schema_get(0)->file);
    }
    return sound;
}

/* False when the catalogue cannot be used without this file. */
static bool file_load(struct loader *loader, enum schema_id id, struct fault *fault) {
    loader->id = id;
    loader->drafts = NULL;
    loader->draft_count = 0;
    loader->draft_room = 0;
    arena_empty(&loader->scratch);
    if (!file_read(loader, fault)) {
        if (loader->care == CATALOGUE_USE) {
            return false;
        }
        loader->missing += fault->kind == FAULT_WANTING;
        file_lose(loader, FAULT_DEFECT, fault, "");
    }
    if (plans[id].link) {
        drafts_order(loader);
        plans[id].link(loader);
    }
    loader->catalogue->directories[id] = &loader->directories[id];
    directory_sort(&loader->directories[id], key_used_twice, loader);
    return true;
}

/* False when nothing can be read of the file that the loader is at. */
static bool file_read(struct loader *loader, struct fault *fault) {
    const struct schema *schema = schema_get(loader->id);
    const struct table_reader reader = {row_read, loader, &loader->catalogue->faults};
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
        file_lose(loader, FAULT_LEFT_OUT, fault, _(" The rest of the file is left out."));
    }
    table_close(table);
    return true;
}

/* Tells that the file, or its `rest`, could not be read. */
static void file_lose(struct loader *loader, enum fault_kind kind, const struct fault *fault,
                      const char *rest) {
    const enum schema_id id = loader->id;
    const char *const *tables = schema_get(SCHEMA_TRANSLATIONS)->columns[TRANSLATION_TABLE].choices;
    bool referred = false; /* what can be translated is all that anything refers to */
    for (size_t i = 0; tables[i]; i++) {
        referred = referred || strcmp(tables[i], schema_get(id)->name) == 0;
    }
    loader->lost[id] = loader->care == CATALOGUE_CHECK;
    fault_list_add(&loader->catalogue->faults, kind, schema_get(id)->file, fault->line,
                   fault->column, "%s%s%s", fault->text, rest,
                   loader->lost[id] && referred ? _(" What refers to it is not checked.") : "");
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
    const struct check_guess guess = {reference_guess, loader};
    const bool usable = check_usable(schema, row, &guess, faults);
    if (loader->care == CATALOGUE_CHECK) {
        check_cells(schema, row, loader->folder, loader->today, faults);
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
    repeated_tell(loader, record_key(loader, &loader->scratch, &draft->record), draft->record.line,
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

/* Puts the defects of a file, from `first` on, into the order of its lines. */
static void defects_order(struct fault_list *faults, size_t first, struct arena *scratch) {
    const size_t count = faults->kept - first;
    if (count == 0) {
        return;
    }
    struct placed *placed = arena_array(scratch, count, sizeof *placed);
    for (size_t i = 0; i < count; i++) {
        placed[i] = (struct placed){faults->defects[first + i], i};
    }
    qsort(placed, count, sizeof *placed, placed_compare);
    for (size_t i = 0; i < count; i++) {
        faults->defects[first + i] = placed[i].defect;
    }
}

static int placed_compare(const void *left, const void *right) {
    const struct placed *one = left;
    const struct placed *other = right;
    if (one->defect.line != other->defect.line) {
        return one->defect.line < other->defect.line ? -1 : 1;
    }
    return (one->place > other->place) - (one->place < other->place);
}
