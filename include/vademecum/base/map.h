/*
 * map: finds things by the hash of their keys. A map holds only numbers, 0 for the first thing
 * added. The caller keeps things and keys in arrays, and compares the keys:
 *
 *     struct map_search search = map_search(map, hash);
 *     long number = map_next(map, &search);
 *     while (number != MAP_NONE && strcmp(keys[number], key) != 0) {
 *         number = map_next(map, &search);
 *     }
 *     if (number == MAP_NONE) {
 *         number = map_add(map, arena, &search);
 *     }
 */
#ifndef VADEMECUM_BASE_MAP_H
#define VADEMECUM_BASE_MAP_H

#include "vademecum/base/arena.h"

#include <stddef.h>
#include <stdint.h>

enum {
    MAP_NONE = -1
};

/* Begins as {0}. */
struct map {
    uint64_t *slots; /* upper half of a hash, and below it the number plus 1; 0: free. A search
                        begins at the slot that the upper half gives, and ends at a free one */
    size_t room;     /* slots: 0 or a power of two, more than three tenths of them free */
    size_t count;    /* things: fewer than UINT32_MAX */
};

struct map_search {
    uint64_t half; /* upper half of the hash */
    size_t slot;   /* where to look next */
};

/* Hashes `count` texts, one after another: "a", "bc" and "ab", "c" differ. */
uint64_t map_hash(const char *const texts[], size_t count);

/* Begins a search. Only the upper half of the hash counts; it must be well mixed. */
struct map_search map_search(const struct map *map, uint64_t hash);

/* Returns the number of the next thing with that hash, or MAP_NONE. */
long map_next(const struct map *map, struct map_search *search);

/*
 * Adds what the search did not find, and returns its number: the `count` before. To be called after
 * map_next has returned MAP_NONE, with nothing added in between. The slots lie in `arena`, which
 * must outlive the map.
 */
size_t map_add(struct map *map, struct arena *arena, const struct map_search *search);

#endif
