/*
 * story: what was said one after another, and what each event has changed.
 */
#ifndef VADEMECUM_REVIEW_STORY_H
#define VADEMECUM_REVIEW_STORY_H

#include "vademecum/base/arena.h"
#include "vademecum/review/review.h"

#include <stdbool.h>
#include <stddef.h>

struct story_step {
    const struct event *event;
    const char *before;        /* what stood in its field until then; "" when nothing did */
    const struct event *begin; /* that began a round together with it, or NULL */
    const struct event *final; /* that had closed its round before it came in, or NULL */
    bool stands;               /* nothing was said in its field since */
};

/*
 * All that was ever said of an item in its marks, comments, evidence and plans, by all reviewers:
 * the latest first, a new array in `arena` of `*count`. Both are ids.
 */
const struct story_step *story_of_item(const struct review *review, const char *practice,
                                       const char *item, struct arena *arena, size_t *count);

/*
 * The latest step of a reviewer about a practice that changed anything; unless `bound` is NULL, of
 * those before that event. False when there is none. It lives in the review.
 */
bool story_last(const struct review *review, const char *reviewer, const struct event *bound,
                struct arena *arena, struct story_step *step);

#endif
