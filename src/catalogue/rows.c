#include "vademecum/base/words.h"
#include "vademecum/catalogue/loader.h"
#include "vademecum/catalogue/quote.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    KEY_MAX = 512 /* bytes of a joined key; longer ones cannot exist, as ids are short */
};

static struct practice *row_practice(struct loader *loader, const struct table_row *row);
static int tool_compare(const struct tool *one, const struct tool *other);
static bool translated_exists(struct loader *loader, const struct table_row *row);
static bool key_exists(const struct loader *loader, enum schema_id id, const char *key);
static void row_repeated(struct loader *loader, const struct table_row *row);

struct record record_keep(struct arena *arena, const struct table_row *row) {
    size_t size = 0;
    for (size_t i = 0; i < row->count; i++) {
        size += row->lengths[i] + 1;
    }
    char *cells = arena_alloc(arena, size);
    char *end = cells;
    for (size_t i = 0; i < row->count; i++) {
        memcpy(end, row->cells[i], row->lengths[i] + 1);
        end += row->lengths[i] + 1;
    }
    return (struct record){.cells = cells, .line = row->line};
}

long reference_find(struct loader *loader, enum schema_id to, const struct table_row *row,
                    size_t column) {
    const long found = directory_find(&loader->directories[to], row->cells[column]);
    if (found == DIRECTORY_NONE) {
        fault_list_add(&loader->catalogue->faults, FAULT_LEFT_OUT, schema_get(loader->id)->file,
                       row->line, schema_get(loader->id)->columns[column].name,
                       _("%s has no row \"%s\"; add it there, or correct it here."),
                       schema_get(to)->file, quote_text(loader->arena, row->cells[column]));
    }
    return found;
}

void row_practice_term(struct loader *loader, const struct table_row *row) {
    struct practice *practice = row_practice(loader, row);
    if (!practice) {
        return;
    }
    const char *scheme = row->cells[PRACTICE_TERM_SCHEME];
    const char *name = row->cells[PRACTICE_TERM_TERM];
    char key[KEY_MAX];
    snprintf(key, sizeof key, "%s/%s", scheme, name);
    const long index = directory_find(&loader->directories[SCHEMA_TERMS], key);
    if (index == DIRECTORY_NONE) {
        fault_list_add(&loader->catalogue->faults, FAULT_LEFT_OUT, schema_get(loader->id)->file,
                       row->line, "term",
                       _("terms.csv has no term \"%s\" in the scheme \"%s\"; add it there, or "
                         "correct it here."),
                       name, scheme);
        return;
    }
    struct term *term = &loader->terms[index];
    struct practice_term **place = &practice->terms;
    while (*place && (*place)->term < term) {
        place = &(*place)->next;
    }
    if (*place && (*place)->term == term) {
        row_repeated(loader, row);
        return;
    }
    struct practice_term *added = arena_alloc(loader->arena, sizeof *added);
    *added = (struct practice_term){.term = term, .next = *place};
    *place = added;
    term->practices++;
    loader->catalogue->rows[loader->id]++;
}

void row_answer(struct loader *loader, const struct table_row *row) {
    struct practice *practice = row_practice(loader, row);
    const long index = reference_find(loader, SCHEMA_QUESTIONS, row, ANSWER_QUESTION);
    if (!practice || index == DIRECTORY_NONE) {
        return;
    }
    const struct question *question = &loader->questions[index];
    struct answer **place = &practice->answers;
    while (*place && (*place)->question < question) {
        place = &(*place)->next;
    }
    if (*place && (*place)->question == question) {
        row_repeated(loader, row);
        return;
    }
    struct answer *added = arena_alloc(loader->arena, sizeof *added);
    *added = (struct answer){
        .record = record_keep(loader->arena, row),
        .question = question,
        .next = *place,
    };
    *place = added;
    loader->catalogue->rows[loader->id]++;
}

void row_mark(struct loader *loader, const struct table_row *row) {
    const struct practice *practice = row_practice(loader, row);
    const long index = reference_find(loader, SCHEMA_ITEMS, row, MARK_ITEM);
    if (!practice || index == DIRECTORY_NONE) {
        return;
    }
    unsigned char *mark =
        &loader->marks[practice->index * loader->catalogue->item_count + (size_t)index];
    if (*mark != MARK_ABSENT) {
        row_repeated(loader, row);
        return;
    }
    for (enum mark given = MARK_ABSENT; given < MARK_COUNT; given++) {
        if (strcmp(row->cells[MARK_MARK], mark_name(given)) == 0) {
            *mark = (unsigned char)given;
        }
    }
    loader->catalogue->rows[loader->id]++;
}

void row_tool(struct loader *loader, const struct table_row *row) {
    struct practice *practice = row_practice(loader, row);
    const long index = reference_find(loader, SCHEMA_QUESTIONS, row, TOOL_QUESTION);
    if (!practice || index == DIRECTORY_NONE) {
        return;
    }
    struct tool *added = arena_alloc(loader->arena, sizeof *added);
    *added = (struct tool){
        .record = record_keep(loader->arena, row),
        .practice = practice,
        .question = &loader->questions[index],
    };
    struct tool **place = &practice->tools;
    while (*place && tool_compare(*place, added) < 0) {
        place = &(*place)->next;
    }
    if (*place && tool_compare(*place, added) == 0) {
        row_repeated(loader, row);
        return;
    }
    added->next = *place;
    *place = added;
    struct question *question = &loader->questions[index];
    *(question->tools ? &question->last_tool->next_practice : &question->tools) = added;
    question->last_tool = added;
    loader->catalogue->rows[loader->id]++;
}

void row_translation(struct loader *loader, const struct table_row *row) {
    if (translated_exists(loader, row)) {
        row_draft(loader, row);
    }
}

/* The practice of a row whose first column names it, or NULL after telling that there is none. */
static struct practice *row_practice(struct loader *loader, const struct table_row *row) {
    const long index = reference_find(loader, SCHEMA_PRACTICES, row, 0);
    return index == DIRECTORY_NONE ? NULL : &loader->practices[index];
}

static int tool_compare(const struct tool *one, const struct tool *other) {
    if (one->question != other->question) {
        return one->question < other->question ? -1 : 1;
    }
    const long first = strtol(record_cell(&one->record, TOOL_POSITION), NULL, 10);
    const long second = strtol(record_cell(&other->record, TOOL_POSITION), NULL, 10);
    return (first > second) - (first < second);
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
    fault_list_add(&loader->catalogue->faults, FAULT_LEFT_OUT, schema_get(loader->id)->file,
                   row->line, column, _("%s has no \"%s\" to translate; correct it here."),
                   schema->file,
                   quote_text(loader->arena, strcmp(column, "key") == 0 ? key : field));
    return false;
}

/* Whether a file has a row with this key, its parts joined by "/". */
static bool key_exists(const struct loader *loader, enum schema_id id, const char *key) {
    if (schema_get(id)->keys == 1 || id == SCHEMA_TERMS) {
        return directory_find(&loader->directories[id], key) != DIRECTORY_NONE;
    }
    char parts[KEY_MAX];
    snprintf(parts, sizeof parts, "%s", key);
    char *rest = parts;
    const char *practice = strsep(&rest, "/");
    const char *question = rest ? strsep(&rest, "/") : "";
    const long p = directory_find(&loader->directories[SCHEMA_PRACTICES], practice);
    const long q = directory_find(&loader->directories[SCHEMA_QUESTIONS], question);
    if (p == DIRECTORY_NONE || q == DIRECTORY_NONE) {
        return false;
    }
    if (id == SCHEMA_ANSWERS) {
        return catalogue_answer(&loader->practices[p], &loader->questions[q]) != NULL;
    }
    const struct tool *tool = catalogue_tool(&loader->practices[p], &loader->questions[q]);
    const char *position = rest ? rest : "";
    while (tool && tool->question == &loader->questions[q] &&
           strcmp(record_cell(&tool->record, TOOL_POSITION), position) != 0) {
        tool = tool->next;
    }
    return tool && tool->question == &loader->questions[q];
}

static void row_repeated(struct loader *loader, const struct table_row *row) {
    fault_list_add(&loader->catalogue->faults, FAULT_LEFT_OUT, schema_get(loader->id)->file,
                   row->line, NULL,
                   _("This repeats an earlier row with the same key; delete one of them."));
}
