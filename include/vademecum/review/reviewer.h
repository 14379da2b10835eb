/*
 * reviewer: the short name under which a person reviews. It names the log, so it must be harmless
 * as a part of a file's name.
 */
#ifndef VADEMECUM_REVIEW_REVIEWER_H
#define VADEMECUM_REVIEW_REVIEWER_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

#include <stdbool.h>

enum {
    REVIEWER_MAX = 32 /* bytes */
};

/* Whether `id` is one: a to z, 0 to 9, dots and hyphens, the first a letter or digit, 1 to 32. */
bool reviewer_valid(const char *id);

/* The nearest valid id to what was typed ("Ana Nováková" → "ana-novakova"); never empty. */
const char *reviewer_suggest(struct arena *arena, const char *typed);

/* As reviewer_valid; false fills the fault (FAULT_USAGE) with a suggestion. */
bool reviewer_check(const char *id, struct arena *scratch, struct fault *fault);

#endif
