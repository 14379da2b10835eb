#include "vademecum/catalogue/directory.h"

#include <string.h>

enum {
    SLOTS_FIRST = 64
};

/* FNV-1a, 64 bits: Fowler, Noll, Vo; its upper half folded in, as only low bits choose a slot. */
static uint64_t key_hash(const char *key) {
    uint64_t hash = 14695981039346656037U;
    for (const char *byte = key; *byte; byte++) {
        hash = (hash ^ (unsigned char)*byte) * 1099511628211U;
    }
    return hash ^ hash >> 32;
}

/* The slot that has the key, or the free one where it would be. */
static uint32_t *slot_of(const struct directory *directory, const char *key) {
    size_t place = (size_t)(key_hash(key) & (directory->slot_count - 1));
    while (directory->slots[place] &&
           strcmp(directory->keys[directory->slots[place] - 1], key) != 0) {
        place = (place + 1) & (directory->slot_count - 1);
    }
    return &directory->slots[place];
}

static void slots_grow(struct directory *directory, struct arena *arena) {
    directory->slot_count = directory->slot_count ? 2 * directory->slot_count : SLOTS_FIRST;
    directory->slots = arena_array(arena, directory->slot_count, sizeof *directory->slots);
    for (size_t row = 0; row < directory->count; row++) {
        *slot_of(directory, directory->keys[row]) = (uint32_t)row + 1;
    }
}

long directory_add(struct directory *directory, struct arena *arena, const char *key) {
    if (2 * (directory->count + 1) > directory->slot_count) {
        slots_grow(directory, arena);
    }
    uint32_t *slot = slot_of(directory, key);
    if (*slot) {
        return (long)*slot - 1;
    }
    directory->keys = arena_grow(arena, directory->keys, directory->count, &directory->room,
                                 sizeof *directory->keys);
    directory->keys[directory->count++] = key;
    *slot = (uint32_t)directory->count;
    return DIRECTORY_NONE;
}

long directory_find(const struct directory *directory, const char *key) {
    return directory->count ? (long)*slot_of(directory, key) - 1 : DIRECTORY_NONE;
}
