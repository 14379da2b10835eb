#include "vademecum/catalogue/load_translations.h"

#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/load_guides.h"
#include "vademecum/catalogue/quote.h"

#include <stdio.h>
#include <string.h>

void load_translations_begin(struct loader *loader) {
    const struct table *table = loader->tables[SCHEMA_TRANSLATIONS];
    loader->translations = arena_array(loader->arena, table ? table_rows_most(table) : 0,
                                       sizeof *loader->translations);
    loader->catalogue->translations = loader->translations;
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
        return directory_find(&loader->directories[id], key) != DIRECTORY_NONE ||
               directory_find(&loader->dropped[id], key) != DIRECTORY_NONE;
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
        return directory_find(&loader->dropped[SCHEMA_PRACTICES], practice) != DIRECTORY_NONE ||
               directory_find(&loader->dropped[SCHEMA_QUESTIONS], question) != DIRECTORY_NONE;
    }
    if (id == SCHEMA_ANSWERS) {
        return !rest && catalogue_answer(&loader->practices[p], &loader->questions[q]);
    }
    return rest && (id == SCHEMA_TOOLS
                        ? tool_exists(&loader->practices[p], &loader->questions[q], rest)
                        : load_saying_exists(loader, (size_t)p, (size_t)q, rest));
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

void load_translations_row(struct loader *loader, const struct table_row *row) {
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
