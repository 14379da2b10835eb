/*
 * near: finds the word nearest to one that no practice has, among very many; of equally near ones
 * the one that most practices have.
 */
#ifndef VADEMECUM_FIND_NEAR_H
#define VADEMECUM_FIND_NEAR_H

#include "vademecum/base/arena.h"
#include "vademecum/find/tokens.h"

#include <stddef.h>
#include <stdint.h>

struct near {
    const char *part;    /* folded: what was typed; borrowed */
    size_t length;       /* of it */
    uint64_t characters; /* of it: those of a to z and 0 to 9 that are in it */
    struct arena *scratch;
    char word[TOKENS_PART_MAX + 1]; /* the nearest so far; "" when none is near */
    int distance;                   /* of it: see base/nearest.h */
    size_t weight;                  /* of it */
};

/* Begins to look for `part`, which is folded; no word was offered yet. Both are borrowed. */
struct near near_begin(const char *part, struct arena *scratch);

/* Offers a word, folded, of `length` bytes; `weight` is how much there is of it. */
void near_offer(struct near *near, const char *bytes, size_t length, size_t weight);

#endif
