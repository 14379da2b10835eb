#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/table.h"
#include "vademecum/catalogue/check.h"
#include "vademecum/catalogue/held.h"
#include "vademecum/catalogue/load_guides.h"
#include "vademecum/catalogue/load_rows.h"
#include "vademecum/catalogue/load_translations.h"
#include "vademecum/catalogue/neighbours.h"
#include "vademecum/catalogue/references.h"
#include "vademecum/catalogue/tree.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum {
    SLICE = 64 * 1024,       /* bytes read at a time */
    FIRST_SLICE = 32 * 1024, /* of practices: enough for a first screen, which waits for it */
    THOUSANDTHS = 1000
};

static const struct file_reader readers[SCHEMA_COUNT] = {
    [SCHEMA_COLLECTIONS] = {NO_COLUMN, NO_COLUMN, NULL, held_add, tree_collections},
    [SCHEMA_CHECKLISTS] = {CHECKLIST_COLLECTION, NO_COLUMN, NULL, held_add, tree_checklists},
    [SCHEMA_CRITERIA] = {CRITERION_CHECKLIST, CRITERION_POSITION, NULL, held_add, tree_criteria},
    [SCHEMA_QUESTIONS] = {QUESTION_CRITERION, QUESTION_POSITION, NULL, held_add, tree_questions},
    [SCHEMA_ITEMS] = {ITEM_QUESTION, ITEM_POSITION, NULL, held_add, tree_items},
    [SCHEMA_TERMS] = {NO_COLUMN, TERM_POSITION, NULL, held_add, tree_terms},
    [SCHEMA_PRACTICES] = {NO_COLUMN, NO_COLUMN, load_practices_begin, load_practice, NULL},
    [SCHEMA_PRACTICE_TERMS] = {NO_COLUMN, NO_COLUMN, NULL, load_practice_term, NULL},
    [SCHEMA_ANSWERS] = {NO_COLUMN, NO_COLUMN, NULL, load_answer, NULL},
    [SCHEMA_MARKS] = {NO_COLUMN, NO_COLUMN, load_marks_begin, load_mark, NULL},
    [SCHEMA_TOOLS] = {NO_COLUMN, NO_COLUMN, NULL, load_tool, NULL},
    [SCHEMA_GUIDES] = {NO_COLUMN, NO_COLUMN, NULL, load_guide, load_guides_end},
    [SCHEMA_SPEAKS] = {NO_COLUMN, NO_COLUMN, NULL, load_saying, NULL},
    [SCHEMA_TRANSLATIONS] = {NO_COLUMN, NO_COLUMN, load_translations_begin, load_translations_row,
                             NULL},
    [SCHEMA_SYNONYMS] = {NO_COLUMN, NO_COLUMN, NULL, held_add, tree_synonyms},
};

/* Rows before those that refer to them, and the most bytes of a large catalogue at the end. */
static const enum schema_id turns[SCHEMA_COUNT] = {
    SCHEMA_COLLECTIONS, SCHEMA_CHECKLISTS,   SCHEMA_CRITERIA,  SCHEMA_QUESTIONS,
    SCHEMA_ITEMS,       SCHEMA_TERMS,        SCHEMA_PRACTICES, SCHEMA_PRACTICE_TERMS,
    SCHEMA_MARKS,       SCHEMA_TOOLS,        SCHEMA_ANSWERS,   SCHEMA_GUIDES,
    SCHEMA_SPEAKS,      SCHEMA_TRANSLATIONS, SCHEMA_SYNONYMS,
};

/* Whether the row has the names of the columns again, as where two files were joined. */
static bool is_header(const struct schema *schema, const struct table_row *row) {
    size_t column = 0;
    while (column < schema->count &&
           (!row->cells[column][0] ||
            strcasecmp(row->cells[column], schema->columns[column].name) == 0)) {
        column++;
    }
    return column == schema->count && row->cells[0][0];
}

static void row_read(void *context, const struct table_row *row) {
    struct loader *loader = context;
    const struct schema *schema = schema_get(loader->id);
    struct fault_list *faults = loader_faults(loader);
    if (is_header(schema, row)) {
        fault_list_add(faults, FAULT_LEFT_OUT, schema->file, row->line, NULL, "%s",
                       _("The names of the columns stand here again. Delete this row."));
        return;
    }
    const uint32_t known = references_look(loader, row) | load_mark_look(loader, row);
    const struct check_guess guess = {references_guess, loader, known};
    const bool usable = (known & loader->deciding) == loader->deciding ||
                        check_usable(schema, row, &guess, faults);
    if (loader->care == CATALOGUE_CHECK) {
        check_cells(schema, row, loader->folder, loader->today, faults);
        check_blanks(schema, row, &loader->blanks);
    }
    if (usable) {
        loader->reader->row(loader, row);
    }
    if (loader->care == CATALOGUE_CHECK && schema->keys == 1) {
        references_drop(loader, row->cells[0]);
    }
}

static struct table_column *columns_wanted(struct arena *arena, const struct schema *schema) {
    struct table_column *columns = arena_array(arena, schema->count, sizeof *columns);
    for (size_t i = 0; i < schema->count; i++) {
        columns[i].name = schema->columns[i].name;
        columns[i].need = schema_need(&schema->columns[i]);
        columns[i].shape = schema_shape(&schema->columns[i]);
    }
    return columns;
}

static bool table_begin(struct loader *loader, enum schema_id id, struct fault *fault) {
    const struct schema *schema = schema_get(id);
    const struct table_reader reader = {row_read, loader, &loader->found[id]};
    struct table **table = &loader->tables[id];
    if (table_open(table, loader->arena, loader->folder, schema->file,
                   columns_wanted(loader->arena, schema), schema->count, &reader, fault)) {
        return true;
    }
    table_close(*table);
    *table = NULL;
    return false;
}

/* Tells that the file, or its `rest`, could not be read. */
static void file_lose(struct loader *loader, enum schema_id id, struct fault_list *faults,
                      enum fault_kind kind, const struct fault *fault, const char *rest) {
    const char *const *tables = schema_get(SCHEMA_TRANSLATIONS)->columns[TRANSLATION_TABLE].choices;
    bool referred = false; /* what can be translated is all that anything refers to */
    for (size_t i = 0; tables[i]; i++) {
        referred = referred || strcmp(tables[i], schema_get(id)->name) == 0;
    }
    const bool checking = loader->care == CATALOGUE_CHECK;
    loader->lost[id] = loader->lost[id] || checking;
    fault_list_add(faults, kind, schema_get(id)->file, fault->line, fault->column, "%s%s%s",
                   fault->text, rest,
                   checking && referred ? _(" What refers to it is not checked.") : "");
}

/* The column that names the practice that a row belongs to. */
static size_t practice_column(enum schema_id id) {
    size_t column = 0;
    while (schema_target(id, column) != SCHEMA_PRACTICES) {
        column++;
    }
    return column;
}

/* All at once, so that a file that is missing is told before anything is shown. */
static bool tables_open(struct loader *loader, struct fault *fault) {
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        loader->lost[id] = loader->unread >> id & 1;
        if (loader->lost[id]) {
            continue;
        }
        if (table_begin(loader, id, fault)) {
            loader->catalogue->files++;
            if (loader->practice && CATALOGUE_OF_PRACTICES >> id & 1) {
                table_only(loader->tables[id], practice_column(id), loader->practice);
                loader->lost[id] = true;
            }
            loader->size += table_size(loader->tables[id]);
            continue;
        }
        const bool wanting = fault->kind == FAULT_WANTING;
        loader->missing += wanting;
        if (wanting && schema_newer(id)) {
            continue;
        }
        if (loader->care == CATALOGUE_USE) {
            return false;
        }
        file_lose(loader, id, &loader->found[id], FAULT_DEFECT, fault,
                  wanting ? neighbours_advice(loader->folder, schema_get(id)->file, loader->arena)
                          : "");
    }
    if (loader->missing == SCHEMA_COUNT) {
        return fault_set(fault, FAULT_WANTING, loader->catalogue->path, 0, NULL,
                         _("There is no catalogue in this folder: none of its files is there, such "
                           "as %s."),
                         schema_get(0)->file);
    }
    return true;
}

static void file_begin(struct loader *loader) {
    loader->id = turns[loader->turn];
    loader->reader = &readers[loader->id];
    loader->seen = (struct directory){0};
    loader->held = NULL;
    loader->held_count = 0;
    loader->held_room = 0;
    loader->repeated = 0;
    loader->blanks = (struct check_blanks){0};
    arena_free(&loader->scratch);
    references_begin(loader);
    loader->deciding = check_deciding(schema_get(loader->id));
    if (loader->reader->begin) {
        loader->reader->begin(loader);
    }
}

/*
 * `loader`, in the arena, has only what is asked for. It stays with the catalogue also when this
 * returns false, until it is closed.
 */
static bool loader_begin(struct loader *loader, struct catalogue *catalogue, struct arena *arena,
                         const char *path, struct fault *fault) {
    *catalogue = (struct catalogue){.arena = arena, .path = path};
    fault_list_init(&catalogue->faults, arena);
    const int folder = folder_open(path, fault);
    if (folder < 0) {
        return false;
    }
    catalogue->loader = loader;
    loader->catalogue = catalogue;
    loader->arena = arena;
    loader->folder = folder;
    arena_init(&loader->scratch, arena->end);
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        fault_list_init(&loader->found[id], arena);
        catalogue->directories[id] = &loader->directories[id];
    }
    if (!tables_open(loader, fault)) {
        catalogue_close(catalogue);
        return false;
    }
    file_begin(loader);
    return true;
}

/* Where the row with that number in the directory stands. */
static long row_line(const struct loader *loader, size_t row) {
    switch (loader->id) {
    case SCHEMA_PRACTICES:
        return loader->practices[row].record.line;
    case SCHEMA_TRANSLATIONS:
        return loader->translations[row].line;
    default:
        return loader->held[row].record.line;
    }
}

static void look_alikes_check(struct loader *loader) {
    const struct directory *directory = &loader->directories[loader->id];
    long *lines = arena_array(&loader->scratch, directory->map.count, sizeof *lines);
    for (size_t i = 0; i < directory->map.count; i++) {
        lines[i] = row_line(loader, i);
    }
    check_look_alikes(schema_get(loader->id)->file, directory->keys, lines, directory->map.count,
                      loader_faults(loader));
}

static void file_end(struct loader *loader) {
    const enum schema_id id = loader->id;
    if (loader->reader->link) {
        held_sort(loader);
        loader->reader->link(loader);
    }
    references_end(loader);
    if (loader->care == CATALOGUE_CHECK) {
        look_alikes_check(loader);
        check_blanks_tell(schema_get(id), &loader->blanks, loader_faults(loader));
        /* Nobody knows the ids of rows that stand in a cell, so no reference can be judged. */
        loader->lost[id] = loader->lost[id] || loader_faults(loader)->swallowed > 0;
    }
    loader->catalogue->practices_whole |= id == SCHEMA_PRACTICES;
    loader->catalogue->terms_whole |= id == SCHEMA_PRACTICE_TERMS;
    fault_list_order(loader_faults(loader));
    fault_list_fold(loader_faults(loader));
    fault_list_join(&loader->catalogue->faults, loader_faults(loader));
    if (loader->tables[id]) {
        loader->done += table_size(loader->tables[id]);
        table_close(loader->tables[id]);
        loader->tables[id] = NULL;
    }
}

/* Reads so many bytes more, or to the end of a file; false when it was the last. */
static bool loader_step(struct loader *loader, size_t slice) {
    struct table *table = loader->tables[loader->id];
    struct fault fault;
    const enum table_state state = table ? table_read(table, slice, &fault) : TABLE_ENDED;
    if (state == TABLE_MORE) {
        return true;
    }
    if (state == TABLE_BROKEN) {
        /* Before all else that is wrong in the file, which may be more than is kept. */
        fault_list_make_room(&loader->catalogue->faults);
        file_lose(loader, loader->id, &loader->catalogue->faults, FAULT_LEFT_OUT, &fault,
                  _(" The rest of the file is left out."));
    }
    file_end(loader);
    loader->turn++;
    if (loader->turn == SCHEMA_COUNT) {
        if (loader->care == CATALOGUE_CHECK) {
            neighbours_check(loader->folder, &loader->catalogue->faults);
        }
        return false;
    }
    file_begin(loader);
    return true;
}

bool catalogue_begin(struct catalogue *catalogue, struct arena *arena, const char *path,
                     struct fault *fault) {
    struct loader *loader = arena_alloc(arena, sizeof *loader);
    if (!loader_begin(loader, catalogue, arena, path, fault)) {
        return false;
    }
    while (loader->id != SCHEMA_PRACTICES) {
        loader_step(loader, SLICE);
    }
    loader_step(loader, FIRST_SLICE);
    return true;
}

bool catalogue_more(struct catalogue *catalogue) {
    if (catalogue->loader && !loader_step(catalogue->loader, SLICE)) {
        catalogue_close(catalogue);
    }
    return catalogue->loader;
}

int catalogue_progress(const struct catalogue *catalogue) {
    const struct loader *loader = catalogue->loader;
    if (!loader || loader->size == 0) {
        return THOUSANDTHS;
    }
    const struct table *table = loader->tables[loader->id];
    const uint64_t read = loader->done + (table ? table_position(table) : 0);
    return (int)(read * THOUSANDTHS / loader->size);
}

void catalogue_close(struct catalogue *catalogue) {
    struct loader *loader = catalogue->loader;
    if (!loader) {
        return;
    }
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        table_close(loader->tables[id]);
    }
    arena_free(&loader->scratch);
    close(loader->folder);
    catalogue->loader = NULL;
}

/* The same, and reads all at once. */
static bool loader_run(struct loader *loader, struct catalogue *catalogue, struct arena *arena,
                       const char *path, struct fault *fault) {
    const bool begun = loader_begin(loader, catalogue, arena, path, fault);
    while (catalogue->loader) {
        catalogue_more(catalogue);
    }
    return begun;
}

bool catalogue_open(struct catalogue *catalogue, struct arena *arena, const char *path,
                    unsigned files, struct fault *fault) {
    struct loader *loader = arena_alloc(arena, sizeof *loader);
    loader->unread = CATALOGUE_WHOLE & ~files;
    return loader_run(loader, catalogue, arena, path, fault);
}

bool catalogue_open_practice(struct catalogue *catalogue, struct arena *arena, const char *path,
                             const char *practice, unsigned files, struct fault *fault) {
    struct loader *loader = arena_alloc(arena, sizeof *loader);
    loader->practice = practice;
    loader->unread = CATALOGUE_WHOLE & ~files;
    return loader_run(loader, catalogue, arena, path, fault);
}

bool catalogue_check(struct catalogue *catalogue, struct arena *arena, const char *path,
                     const char *today, struct fault *fault) {
    struct loader *loader = arena_alloc(arena, sizeof *loader);
    loader->care = CATALOGUE_CHECK;
    loader->today = today;
    return loader_run(loader, catalogue, arena, path, fault);
}
