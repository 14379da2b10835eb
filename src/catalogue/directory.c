#include "vademecum/catalogue/directory.h"

#include <string.h>

static long search_end(const struct directory *directory, const char *key,
                       struct map_search *search) {
    *search = map_search(&directory->map, map_hash(&key, 1));
    long row = map_next(&directory->map, search);
    while (row != MAP_NONE && strcmp(directory->keys[row], key) != 0) {
        row = map_next(&directory->map, search);
    }
    return row;
}

long directory_add(struct directory *directory, struct arena *arena, const char *key) {
    struct map_search search;
    const long earlier = search_end(directory, key, &search);
    if (earlier == DIRECTORY_NONE) {
        directory->keys = arena_grow(arena, directory->keys, directory->map.count, &directory->room,
                                     sizeof *directory->keys);
        directory->keys[map_add(&directory->map, arena, &search)] = key;
    }
    return earlier;
}

long directory_find(const struct directory *directory, const char *key) {
    struct map_search search;
    return search_end(directory, key, &search);
}
