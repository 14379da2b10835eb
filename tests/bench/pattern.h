/*
 * pattern: what a catalogue is like, so that others can be made like it: how often each question
 * is answered, each item marked and each term given.
 */
#ifndef VADEMECUM_BENCH_PATTERN_H
#define VADEMECUM_BENCH_PATTERN_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/schema.h"

#include <stdint.h>

enum {
    MARK_SORTS = 3 /* met, not_met, unmarked */
};

struct pattern_question {
    const char *id;
    uint32_t answers; /* practices that have an answer to it */
    uint32_t tools;   /* tools under it, of all practices */
};

struct pattern_item {
    const char *id;
    size_t question;            /* place of its question */
    uint32_t marks[MARK_SORTS]; /* practices that have this mark */
};

struct pattern_term {
    const char *scheme;
    const char *id;
    uint32_t practices; /* that have it */
};

/* A row of translations.csv. */
struct pattern_translation {
    const char *cells[TRANSLATION_COLUMNS];
};

/* Each list is in the order of its file. */
struct pattern {
    struct pattern_question *questions;
    size_t question_count;
    struct pattern_item *items;
    size_t item_count;
    struct pattern_term *terms;
    size_t term_count;
    const char **collections; /* ids */
    size_t collection_count;
    struct pattern_translation *translations; /* of all but practices, their answers and tools */
    size_t translation_count;
    uint32_t practices; /* how many the catalogue has */
    uint32_t given;     /* terms that its practices have, in all */
};

/* The words for marks, in the order of their counts. */
extern const char *const pattern_marks[MARK_SORTS];

/* Reads the catalogue in the folder `path`; all lives in `arena`. A defect in it is a fault. */
bool pattern_read(struct pattern *pattern, struct arena *arena, const char *path,
                  struct fault *fault);

#endif
