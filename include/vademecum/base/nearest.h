/*
 * nearest: finds the name that a user most likely meant.
 */
#ifndef VADEMECUM_BASE_NEAREST_H
#define VADEMECUM_BASE_NEAREST_H

#include "vademecum/base/arena.h"

#include <stdbool.h>

enum {
    NEAREST_FAR = 1000
};

/*
 * How far `name` is from what was typed; case and accents do not count. 0 is the same; then come
 * names that hold the typed text, then others by Levenshtein distance, where two neighbours that
 * changed places are one slip. NEAREST_FAR when they have too little in common to be worth a guess:
 * in a name of three to five letters one may be wrong, in longer ones one more for every four.
 * Distances from one typed text can be compared.
 */
int nearest_distance(struct arena *scratch, const char *typed, const char *name);

/* The nearest of the names that were offered so far. */
struct nearest {
    const char *meant; /* what is known by that name, as it was offered; NULL while none is near */
    int distance;      /* 0: the very name; NEAREST_FAR while none is near */
};

/* Nothing was offered yet. */
struct nearest nearest_none(void);

/*
 * Offers a name by which `meant` is known. Returns whether it is nearer than all before; the first
 * of equals stays.
 */
bool nearest_offer(struct nearest *nearest, struct arena *scratch, const char *typed,
                   const char *name, const char *meant);

/* As nearest_distance by spelling alone: a name that holds the typed text is no nearer for it. */
int nearest_spelling(struct arena *scratch, const char *typed, const char *name);

#endif
