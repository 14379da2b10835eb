/*
 * bits: sets of practices by number, as bits in one block, for results. A set that must grow is a
 * `struct set` (set.h).
 */
#ifndef VADEMECUM_FIND_BITS_H
#define VADEMECUM_FIND_BITS_H

#include "vademecum/base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    BITS_WORD = 64 /* bits of one element of `words` */
};

struct bits {
    uint64_t *words; /* bit n % 64 of element n / 64 */
    size_t count;    /* bits in all; those behind the last are 0 */
};

/* How many elements hold `count` bits. */
size_t bits_words(size_t count);

/* An empty set with room for the numbers below `count`; in `arena`. */
struct bits bits_make(struct arena *arena, size_t count);

/* Takes all numbers out, or puts all in. */
void bits_clear(struct bits *bits);
void bits_fill(struct bits *bits);

/* Puts a number in; whether it is in. It must be below `count`. */
void bits_put(struct bits *bits, size_t number);
bool bits_has(const struct bits *bits, size_t number);

/* What both have, or either. All have the same `count`; `result` may be one of them. */
void bits_and(struct bits *result, const struct bits *one, const struct bits *other);
void bits_or(struct bits *result, const struct bits *one, const struct bits *other);

/* How many numbers are in it; in both. */
size_t bits_number(const struct bits *bits);
size_t bits_common(const struct bits *one, const struct bits *other);

#endif
