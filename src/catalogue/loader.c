#include "vademecum/catalogue/loader.h"

#include "vademecum/base/guard.h"
#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/quote.h"

#include <string.h>

enum {
    REPEATED_SINGLY = 8 /* keys of a file that are told one by one */
};

struct fault_list *loader_faults(struct loader *loader) {
    return &loader->found[loader->id];
}

struct record loader_keep(struct arena *arena, const struct table_row *row) {
    size_t size = 0;
    for (size_t i = 0; i < row->count; i++) {
        size += row->lengths[i] + 1;
    }
    char *cells = arena_bytes(arena, size);
    char *end = cells;
    for (size_t i = 0; i < row->count; i++) {
        end = stpcpy(end, guard_undo(row->cells[i])) + 1;
    }
    return (struct record){.cells = cells, .line = row->line};
}

const char *loader_key(const struct loader *loader, struct arena *arena,
                       const struct record *record) {
    const size_t keys = schema_get(loader->id)->keys;
    const char *key = record_cell(record, 0);
    for (size_t i = 1; i < keys; i++) {
        key = arena_printf(arena, "%s/%s", key, record_cell(record, i));
    }
    return key;
}

void loader_repeated(struct loader *loader, const char *key, long line, long earlier) {
    const struct schema *schema = schema_get(loader->id);
    const char *advice = schema->keys == 1 ? _("Give this row another id, or delete it.")
                                           : _("Delete one of the two rows, or correct its key.");
    const char *column = schema->columns[schema->keys - 1].name;
    if (loader->repeated++ < REPEATED_SINGLY) {
        fault_list_add(loader_faults(loader), FAULT_LEFT_OUT, schema->file, line, column,
                       _("\"%s\" stands in line %ld already. %s"), loader_quote(loader, key),
                       earlier, advice);
        return;
    }
    /* The same words for all, so that they are told once: most likely rows were pasted twice. */
    fault_list_add(loader_faults(loader), FAULT_LEFT_OUT, schema->file, line, column,
                   _("The key of this row stands further up already. %s"), advice);
}

/* Keys are quoted whole, as what tells them apart stands at their end. */
const char *loader_quote(struct loader *loader, const char *key) {
    return strlen(key) < KEY_MAX ? key : quote_text(&loader->scratch, key);
}
