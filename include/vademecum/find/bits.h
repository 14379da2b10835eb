/*
 * bits: sets of practices by their number, as bits. A `struct bits` is one block, for results; a
 * `struct set` grows page by page, for what is filled while the catalogue is being read.
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

/* None of `count` numbers is in it. */
struct bits bits_make(struct arena *arena, size_t count);

/* Takes all out, or puts all in. */
void bits_clear(struct bits *bits);
void bits_fill(struct bits *bits);

void bits_put(struct bits *bits, size_t number);
bool bits_has(const struct bits *bits, size_t number);

/* What both hold, or either; all have the same `count`, and `result` may be one of them. */
void bits_and(struct bits *result, const struct bits *one, const struct bits *other);
void bits_or(struct bits *result, const struct bits *one, const struct bits *other);

/* How many are in it; in both. */
size_t bits_number(const struct bits *bits);
size_t bits_common(const struct bits *one, const struct bits *other);

struct set {
    uint64_t **pages; /* of SET_PAGE numbers each; NULL: none of them is in it */
    size_t page_room; /* of `pages` */
};

enum {
    SET_PAGE = 4096 /* numbers */
};

/* Start with a set of zero bytes. */
void set_put(struct set *set, struct arena *arena, size_t number);
bool set_has(const struct set *set, size_t number);

/* Puts all of the set below bits->count into `bits`. */
void set_add_to(const struct set *set, struct bits *bits);

/* How many numbers are in both. */
size_t set_common(const struct set *set, const struct bits *bits);

#endif
