/*
 * invent: practices that are made up, with all that belongs to them.
 */
#ifndef VADEMECUM_BENCH_INVENT_H
#define VADEMECUM_BENCH_INVENT_H

#include "pattern.h"
#include "prose.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum {
    INVENT_MOST = 1000000 /* practices, so that no country has more than there are ids */
};

struct inventor {
    const struct pattern *pattern;        /* what practices are like */
    const struct vocabulary *vocabulary;  /* what they are told with */
    uint64_t seed;                        /* the same one makes the same practices */
    FILE *files[SCHEMA_COUNT];            /* where rows go: those of practices and what belongs to
                                             them, and of translations */
    bool *answered;                       /* of the practice under way, for each question */
    struct prose cells[PRACTICE_COLUMNS]; /* of the row under way; no table is wider */
};

/* Writes so many practices, at most INVENT_MOST, in the order of their ids. */
void invent(struct inventor *inventor, uint32_t practices);

#endif
