/*
 * dice: random numbers that are the same on each machine for the same seed (xorshift). A test gives
 * its seed to dice_begin; SEED=NUMBER in the environment repeats a run.
 */
#ifndef VADEMECUM_TESTS_DICE_H
#define VADEMECUM_TESTS_DICE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t dice_state;

/* Says which seed it is, for a test that fails. */
static inline void dice_begin(uint64_t seed) {
    const char *given = getenv("SEED");
    seed = given ? strtoull(given, NULL, 10) : seed;
    dice_state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
    printf("SEED=%llu\n", (unsigned long long)seed);
    fflush(stdout);
}

/* 0 to `sides` - 1. */
static inline size_t dice(size_t sides) {
    dice_state ^= dice_state << 13;
    dice_state ^= dice_state >> 7;
    dice_state ^= dice_state << 17;
    return (size_t)(dice_state % sides);
}

#define DICE_PICK(array) ((array)[dice(sizeof(array) / sizeof *(array))])

#endif
