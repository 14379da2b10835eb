#include "vademecum/find/members.h"

struct members members_make(const struct find *find, struct arena *arena) {
    return (struct members){
        .practices = bits_make(arena, find->taken[FIND_PRACTICES]),
        .own = arena_array(arena, find->notes.own_count, sizeof(bool)),
    };
}

void members_and(const struct find *find, struct members *result, const struct members *one,
                 const struct members *other) {
    bits_and(&result->practices, &one->practices, &other->practices);
    for (size_t i = 0; i < find->notes.own_count; i++) {
        result->own[i] = one->own[i] && other->own[i];
    }
}

size_t members_number(const struct find *find, const struct members *members) {
    size_t number = bits_number(&members->practices);
    for (size_t i = 0; i < find->notes.own_count; i++) {
        number += members->own[i];
    }
    return number;
}
