/*
 * directory: finds a row of a loaded table by its key.
 */
#ifndef VADEMECUM_CATALOGUE_DIRECTORY_H
#define VADEMECUM_CATALOGUE_DIRECTORY_H

#include "vademecum/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    DIRECTORY_NONE = -1
};

struct directory_entry {
    const char *key; /* borrowed */
    size_t row;      /* of the table */
};

struct directory {
    struct directory_entry *entries; /* sorted by key after directory_sort */
    size_t count;
    size_t room;
    bool sorted;
};

/* Adds a key; `key` must outlive the directory. Sorted order of adding makes directory_sort free.
 */
void directory_add(struct directory *directory, struct arena *arena, const char *key, size_t row);

/*
 * Makes the directory ready for directory_find. Of equal keys the one with the lowest row stays;
 * `twice` is called for each that goes, with the row that goes and the row that stays.
 */
void directory_sort(struct directory *directory,
                    void (*twice)(void *context, size_t gone, size_t stays), void *context);

/* The row with this key, or DIRECTORY_NONE. */
long directory_find(const struct directory *directory, const char *key);

#endif
