#include "vademecum/catalogue/directory.h"

#include <stdlib.h>
#include <string.h>

static int entry_compare(const void *left, const void *right);
static int key_compare(const void *key, const void *entry);

void directory_add(struct directory *directory, struct arena *arena, const char *key, size_t row) {
    const bool first = directory->count == 0;
    const bool ascending = first || strcmp(directory->entries[directory->count - 1].key, key) < 0;
    directory->sorted = ascending && (first || directory->sorted);
    directory->entries = arena_grow(arena, directory->entries, directory->count, &directory->room,
                                    sizeof *directory->entries);
    directory->entries[directory->count++] = (struct directory_entry){.key = key, .row = row};
}

void directory_sort(struct directory *directory,
                    void (*twice)(void *context, size_t gone, size_t stays), void *context) {
    if (directory->sorted || directory->count == 0) {
        return;
    }
    struct directory_entry *entries = directory->entries;
    qsort(entries, directory->count, sizeof *entries, entry_compare);
    size_t kept = 1;
    for (size_t i = 1; i < directory->count; i++) {
        if (strcmp(entries[i].key, entries[kept - 1].key) == 0) {
            twice(context, entries[i].row, entries[kept - 1].row);
        } else {
            entries[kept++] = entries[i];
        }
    }
    directory->count = kept;
    directory->sorted = true;
}

long directory_find(const struct directory *directory, const char *key) {
    const struct directory_entry *entry = directory->count
                                              ? bsearch(key, directory->entries, directory->count,
                                                        sizeof *directory->entries, key_compare)
                                              : NULL;
    return entry ? (long)entry->row : DIRECTORY_NONE;
}

static int entry_compare(const void *left, const void *right) {
    const struct directory_entry *one = left;
    const struct directory_entry *other = right;
    const int order = strcmp(one->key, other->key);
    return order ? order : (one->row > other->row) - (one->row < other->row);
}

static int key_compare(const void *key, const void *entry) {
    return strcmp(key, ((const struct directory_entry *)entry)->key);
}
