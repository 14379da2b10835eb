/*
 * years: when a practice was active.
 */
#ifndef VADEMECUM_FIND_YEARS_H
#define VADEMECUM_FIND_YEARS_H

#include <stdbool.h>
#include <stdint.h>

/* When a practice was active, as far as it is stated. */
struct years {
    uint32_t began; /* the digits of the start, YYYYMMDD: 2014-03 is 20140300; or 0 */
    uint16_t start; /* or 0 */
    uint16_t end;   /* or 0 */
    bool ongoing;   /* it goes on */
    bool ended;     /* it does not go on */
};

/* What practices are filtered by besides single years. */
enum {
    YEARS_NOW = 10001,    /* it goes on */
    YEARS_ENDED = 10002,  /* it does not */
    YEARS_DECADE = 20000, /* and a year that ends in 0: it was active in one of ten years */
    YEARS_TEN = 10
};

/* Reads the cells `start`, `end` and `ongoing` of a practice. */
struct years years_read(const char *start, const char *end, const char *ongoing);

/*
 * Whether it was active in the year: between start and end; from its start on when it is ongoing;
 * when only one of both is stated, in that year. Never when nothing is stated.
 */
bool years_active(const struct years *years, unsigned year);

/* As years_active, where `value` may also be YEARS_NOW, YEARS_ENDED or a decade. */
bool years_are(const struct years *years, uint32_t value);

/*
 * The first and last year in which it was active; one that is ongoing ends in `now`. False when no
 * year is stated.
 */
bool years_span(const struct years *years, unsigned now, unsigned *first, unsigned *last);

#endif
