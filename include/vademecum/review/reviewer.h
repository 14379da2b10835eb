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

/* How ids of groups begin; a day follows. What a meeting decides is a review of its own. */
#define REVIEWER_GROUP "group-"

/* Whether the id is that of a group. */
bool reviewer_group(const char *id);

/* Whether `id` is valid: 1 to 32 of a to z, 0 to 9, dot and hyphen, the first a letter or digit. */
bool reviewer_valid(const char *id);

/*
 * Whether it is valid and its file can go to any system: Windows takes "con", "nul" or "aux.txt"
 * for devices. Existing reviews may have such names.
 */
bool reviewer_portable(const char *id);

/* The nearest portable id to what was typed ("Ana Nováková" → "ana-novakova"); never empty. */
const char *reviewer_suggest(struct arena *arena, const char *typed);

/* As reviewer_portable; false fills the fault (FAULT_USAGE) with a suggestion. */
bool reviewer_check(const char *id, struct arena *scratch, struct fault *fault);

#endif
