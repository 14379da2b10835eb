/*
 * chance: numbers that look random and are the same on every machine.
 */
#ifndef VADEMECUM_BENCH_CHANCE_H
#define VADEMECUM_BENCH_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

struct chance {
    uint64_t state;
};

/* The numbers of thing `number` under this seed; other things have others. */
struct chance chance_of(uint64_t seed, uint64_t number);

/* Any 64 bits. */
uint64_t chance_next(struct chance *chance);

/* A number from 0 to below `end`, which is above 0. */
uint32_t chance_below(struct chance *chance, uint32_t end);

/* The same, where small numbers are more frequent: the less of two. */
uint32_t chance_low(struct chance *chance, uint32_t end);

/* True `part` times in `whole`. */
bool chance_hits(struct chance *chance, uint32_t part, uint32_t whole);

#endif
