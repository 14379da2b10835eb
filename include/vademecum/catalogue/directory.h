/*
 * directory: finds a row of a loaded table by its key, also while rows are still being added.
 */
#ifndef VADEMECUM_CATALOGUE_DIRECTORY_H
#define VADEMECUM_CATALOGUE_DIRECTORY_H

#include "vademecum/base/arena.h"

#include <stddef.h>
#include <stdint.h>

enum {
    DIRECTORY_NONE = -1
};

/* Begins as {0}. */
struct directory {
    const char **keys; /* by row; borrowed */
    size_t count;      /* rows: fewer than UINT32_MAX */
    size_t room;       /* of `keys` */
    uint32_t *slots;   /* row + 1 at the first free place from the hash of its key on; 0: free */
    size_t slot_count; /* a power of two, over half of them free; or 0 */
};

/*
 * Adds the key of the next row, which must outlive the directory, and returns DIRECTORY_NONE; but
 * when an earlier row has the same key, returns that row, and nothing is added.
 */
long directory_add(struct directory *directory, struct arena *arena, const char *key);

/* The row with this key, or DIRECTORY_NONE. */
long directory_find(const struct directory *directory, const char *key);

#endif
