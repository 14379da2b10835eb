/*
 * round: the rounds in which a reviewer goes through a practice by a checklist. "final LABEL" (the
 * field status, with the checklist as item) closes a round; the next mark begins another one
 * (REVIEW_ROUND). What a round holds is what all events up to its last "final" add up to, whatever
 * order they come in.
 */
#ifndef VADEMECUM_REVIEW_ROUND_H
#define VADEMECUM_REVIEW_ROUND_H

#include "vademecum/base/arena.h"
#include "vademecum/review/log.h"
#include "vademecum/review/review.h"

#include <stdbool.h>
#include <stddef.h>

struct round {
    const char *label;         /* of `final`; NULL while it is open */
    const struct event *start; /* that began it; NULL: the first */
    const struct event *final; /* that closed it; NULL while it is open */
};

/*
 * The rounds, the earliest first, a new array in `arena` of `*count`: at least one, of which the
 * last may be open. `checklist` is an id.
 */
const struct round *round_list(const struct review *review, const char *reviewer,
                               const char *practice, const char *checklist, struct arena *arena,
                               size_t *count);

/* The event with which the round before the one that goes on ended, NULL in the first round. */
const struct event *round_before(const struct review *review, const char *reviewer,
                                 const char *practice, const char *checklist);

/*
 * What the reviewer says in a field, as far as the round that goes on has it; of a fact of an own
 * practice, what the latest reviewer says. A status is that of the checklist whose id `item` is.
 */
const char *round_value(const struct review *review, const char *reviewer, const char *practice,
                        const char *item, const char *field);

/*
 * What was said of an item in a field the last time, "" when nothing was. `before` is from
 * round_before for its checklist, or NULL.
 */
const char *round_last(const struct review *review, const struct event *before,
                       const struct item *item, const char *field);

/*
 * What the reviewer says of the round that goes on: an event of the field status, or NULL. Logs
 * of before rounds have it for the practice as a whole: such an event counts for the checklist that
 * was chosen then, else for those by which something was marked.
 */
const struct event *round_status(const struct review *review, const char *reviewer,
                                 const char *practice, const struct checklist *checklist);

/*
 * The answers of a round that came in after `final`, an event of the field status, had closed it:
 * said before that by their numbers, and not held then (held.h). Of each field of an item, a
 * question or the practice the latest, a new array in `arena` of `*count`; none when nobody can
 * tell. They are of the round all the same.
 */
const struct event *const *round_late(const struct review *review, const struct event *final,
                                      struct arena *arena, size_t *count);

/* The event that closed the round of an event of an item before that came in; NULL: none did. */
const struct event *round_missed(const struct review *review, const struct event *event,
                                 struct arena *arena);

/*
 * Whether the next mark of an item of the checklist begins a new round: the one that goes on is
 * closed.
 */
bool round_closed(const struct review *review, const char *reviewer, const char *practice,
                  const struct checklist *checklist);

/*
 * After the event `start`, which began a round, was taken back: what the reviewer had said before it
 * is left to be written once more in the fields that hold nothing now. What was undone in the round
 * has left them empty.
 */
void round_refill(struct log *log, const struct event *start);

/*
 * Whether saying `words` begins a new round, as a mark does when the round is closed; then `*begin`
 * is what is to be said before it. Its texts live in `arena`, or as long as `words`.
 */
bool round_begins(const struct review *review, const char *reviewer, const struct statement *words,
                  struct arena *arena, struct statement *begin);

#endif
