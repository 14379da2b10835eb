/*
 * progress: how much of a checklist a reviewer has answered.
 */
#ifndef VADEMECUM_REVIEW_PROGRESS_H
#define VADEMECUM_REVIEW_PROGRESS_H

#include "vademecum/review/verdict.h"

#include <stddef.h>

/* How many of `count` items in a row have each verdict. */
struct progress {
    size_t verdicts[VERDICT_COUNT];
};
struct progress progress_count(const struct review *review, const char *reviewer,
                               const char *practice, const struct item *items, size_t count);

/* How many of them are answered: all but VERDICT_NONE. */
size_t progress_answered(const struct progress *progress);

#endif
