/*
 * map: finds things by the hash of their keys. A map holds numbers only, 0 for what was added
 * first; things and keys lie in arrays of the caller, who compares the keys:
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
    uint64_t *slots; /* upper half of a hash, and below it the number and 1; 0: free. A search goes
                        from the slot of the upper half to the first free one */
    size_t room;     /* slots: 0 or a power of two, more than three tenths of them free */
    size_t count;    /* things: fewer than UINT32_MAX */
};

struct map_search {
    uint64_t half; /* the upper one of the hash */
    size_t slot;   /* to look at next */
};

/* The hash of `count` texts, one after another: "a", "bc" and "ab", "c" differ. */
uint64_t map_hash(const char *const texts[], size_t count);

/* Begins a search for a hash. Only its upper half counts, which must be well mixed. */
struct map_search map_search(const struct map *map, uint64_t hash);

/* The number of the next thing with that hash, or MAP_NONE. */
long map_next(const struct map *map, struct map_search *search);

/*
 * Adds what the search did not find, and returns its number, `count` as it was. map_next must have
 * said MAP_NONE, and nothing been added since. The slots lie in `arena`, which must outlive the
 * map.
 */
size_t map_add(struct map *map, struct arena *arena, const struct map_search *search);

#endif
