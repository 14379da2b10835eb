/*
 * held: notes what was known of a practice when a round was closed, to find answers that come late.
 *
 * The number of an event (event.h) tells when it was said, not when it reached this device. A
 * laptop that was away may bring events with earlier numbers than the `final` that has closed the
 * round; they belong to that round. The place of a line in a file tells nothing, nor does its file,
 * since git, Syncthing and spreadsheets put lines and files in any order. So just before each
 * `final`, the log says which events of the reviewer on the practice it holds: the last one of
 * every run (a start of the program) is enough, since a file has all that a run wrote up to there.
 * Later events of these runs, and events of other runs, are late. Of a round that was closed
 * without such a note, nobody can tell.
 */
#ifndef VADEMECUM_REVIEW_HELD_H
#define VADEMECUM_REVIEW_HELD_H

#include "vademecum/base/arena.h"
#include "vademecum/review/review.h"

#include <stdbool.h>

/* The field of the note; its item is that of the status that closes the round. */
#define HELD_FIELD "held"

/*
 * Returns the value of that field for a reviewer and a practice: the ids of the last events of all
 * runs, with blanks between them, or "none"; "" when it would be too long for an event. In
 * `arena`.
 */
const char *held_list(const struct review *review, const char *reviewer, const char *practice,
                      struct arena *arena);

/*
 * Returns the event that says what was held when `final` closed a round; NULL: nobody can tell. It
 * lives in the review.
 */
const struct event *held_find(const struct review *review, const struct event *final);

/* Whether an event of that reviewer on that practice was held when `held` was said. */
bool held_has(const struct event *held, const struct event *event);

#endif
