/*
 * directory: finds a row of a loaded table by its key, also while rows are still being added.
 */
#ifndef VADEMECUM_CATALOGUE_DIRECTORY_H
#define VADEMECUM_CATALOGUE_DIRECTORY_H

#include "vademecum/base/map.h"

enum {
    DIRECTORY_NONE = MAP_NONE
};

/* Begins as {0}. */
struct directory {
    const char **keys; /* by row; borrowed */
    size_t room;       /* of `keys` */
    struct map map;    /* of rows, by key */
};

/*
 * Adds the key of the next row, which must outlive the directory, and returns DIRECTORY_NONE. When
 * an earlier row has the same key, adds nothing and returns that row.
 */
long directory_add(struct directory *directory, struct arena *arena, const char *key);

/* The row with this key, or DIRECTORY_NONE. */
long directory_find(const struct directory *directory, const char *key);

#endif
