#include "vademecum/base/map.h"

#include "vademecum/base/bytes.h"

#include <string.h>

enum {
    ROOM_FIRST = 64
};

uint64_t map_hash(const char *const texts[], size_t count) {
    uint64_t hash = BYTES_HASH;
    for (size_t i = 0; i < count; i++) {
        hash = bytes_hash(hash, texts[i], strlen(texts[i]) + 1);
    }
    /* The last bytes of FNV-1a hardly reach the upper half, the product brings all there. */
    return hash * UINT64_C(0x9E3779B97F4A7C15);
}

struct map_search map_search(const struct map *map, uint64_t hash) {
    const uint64_t half = hash >> 32;
    return (struct map_search){.half = half, .slot = (size_t)half & (map->room - 1)};
}

long map_next(const struct map *map, struct map_search *search) {
    while (map->room > 0 && map->slots[search->slot]) {
        const uint64_t value = map->slots[search->slot];
        search->slot = (search->slot + 1) & (map->room - 1);
        if (value >> 32 == search->half) {
            return (long)(uint32_t)value - 1;
        }
    }
    return MAP_NONE;
}

/* Puts a value into the first free slot from `slot` on. */
static void slot_put(struct map *map, size_t slot, uint64_t value) {
    while (map->slots[slot & (map->room - 1)]) {
        slot++;
    }
    map->slots[slot & (map->room - 1)] = value;
}

static void slots_widen(struct map *map, struct arena *arena) {
    const uint64_t *old = map->slots;
    const size_t room = map->room;
    map->room = room ? 2 * room : ROOM_FIRST;
    map->slots = arena_array(arena, map->room, sizeof *map->slots);
    for (size_t i = 0; i < room; i++) {
        if (old[i]) {
            slot_put(map, (size_t)(old[i] >> 32), old[i]);
        }
    }
}

size_t map_add(struct map *map, struct arena *arena, const struct map_search *search) {
    size_t slot = search->slot;
    if (10 * (map->count + 1) > 7 * map->room) {
        slots_widen(map, arena);
        slot = (size_t)search->half;
    }
    slot_put(map, slot, search->half << 32 | (uint64_t)(map->count + 1));
    return map->count++;
}
