/*
 * places: the countries of Europe, for catalogues that are made up.
 */
#ifndef VADEMECUM_BENCH_PLACES_H
#define VADEMECUM_BENCH_PLACES_H

#include <stddef.h>

enum {
    PLACE_CITIES = 3
};

struct place {
    const char *code;                 /* ISO 3166-1 alpha-2 */
    const char *language;             /* most people's, BCP 47 */
    unsigned weight;                  /* how many practices it has, beside the others */
    const char *cities[PLACE_CITIES]; /* NULL where it has fewer */
};

/* The countries in the order of their codes, and how many they are. */
const struct place *places_all(size_t *count);

/* The weights of all of them. */
unsigned places_weight(void);

#endif
