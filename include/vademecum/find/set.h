/*
 * set: a set of numbers that grows page by page, for what is filled while the catalogue is read.
 */
#ifndef VADEMECUM_FIND_SET_H
#define VADEMECUM_FIND_SET_H

#include "vademecum/find/bits.h"

struct set {
    uint64_t **pages; /* of SET_PAGE numbers each; NULL: none of them is in it */
    size_t page_room; /* of `pages` */
};

enum {
    SET_PAGE = 4096 /* numbers */
};

/* Puts a number in; whether it is in. An empty set is all zero bytes. */
void set_put(struct set *set, struct arena *arena, size_t number);
bool set_has(const struct set *set, size_t number);

/* Puts all of the set below bits->count into `bits`. */
void set_add_to(const struct set *set, struct bits *bits);

/* How many numbers are in both. */
size_t set_common(const struct set *set, const struct bits *bits);

#endif
