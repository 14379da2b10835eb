/*
 * held: what was known of a practice when a round of it was closed.
 *
 * The number of an event (event.h) says when it was said, but not when it reached this device: what
 * a laptop that was away brings may bear an earlier number than a `final`, and then belongs to the
 * round that this one has closed. Neither the place of a line in a file nor the file it is in shows
 * that, for git, Syncthing and spreadsheets put lines and files in any order. So with each `final`,
 * just before it, the log says what it held of the reviewer's events on the practice: of every run
 * the last one, for files hold what a run wrote from its start on. An event of another run, or a
 * later one of a run, came in afterwards. Of a round that was closed without this nobody can tell.
 */
#ifndef VADEMECUM_REVIEW_HELD_H
#define VADEMECUM_REVIEW_HELD_H

#include "vademecum/base/arena.h"
#include "vademecum/review/review.h"

#include <stdbool.h>

/* The field; its item is that of the status that closes the round. */
#define HELD_FIELD "held"

/*
 * What the review holds of a reviewer on a practice, as a value of that field: the ids of the last
 * events of all runs, with blanks between, "none", or "" when that is too long to be said. In
 * `arena`.
 */
const char *held_list(const struct review *review, const char *reviewer, const char *practice,
                      struct arena *arena);

/*
 * The event that tells what was held when `final` closed a round, or NULL: nobody can tell. It
 * lives in the review.
 */
const struct event *held_find(const struct review *review, const struct event *final);

/* Whether an event of the reviewer on the practice was held when `held` was said. */
bool held_has(const struct event *held, const struct event *event);

#endif
