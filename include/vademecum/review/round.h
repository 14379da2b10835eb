/*
 * round: tells the rounds apart in which a reviewer goes through a practice by a checklist. "final
 * LABEL" (the field status, with the checklist as item) closes a round; the next mark begins
 * another one (REVIEW_ROUND). A round holds what all events up to its last "final" add up to,
 * whatever order they come in.
 */
#ifndef VADEMECUM_REVIEW_ROUND_H
#define VADEMECUM_REVIEW_ROUND_H

#include "vademecum/base/arena.h"
#include "vademecum/review/log.h"
#include "vademecum/review/review.h"

#include <stdbool.h>
#include <stddef.h>

struct round {
    const char *label;         /* of `final`; NULL while the round is open */
    const struct event *start; /* that began it; NULL in the first round */
    const struct event *final; /* that closed it; NULL while the round is open */
};

/*
 * Returns the rounds, the earliest first, a new array of `*count` in `arena`. There is at least
 * one; the last may be open. `practice` and `checklist` are ids, here and below.
 */
const struct round *round_list(const struct review *review, const char *reviewer,
                               const char *practice, const char *checklist, struct arena *arena,
                               size_t *count);

/* Returns the event that closed the round before the current one; NULL in the first round. */
const struct event *round_before(const struct review *review, const char *reviewer,
                                 const char *practice, const char *checklist);

/*
 * Returns what the reviewer says in a field in the current round, "" for nothing; for a fact of an
 * own practice, what the latest reviewer says. For the field status, `item` is the id of a
 * checklist.
 */
const char *round_value(const struct review *review, const char *reviewer, const char *practice,
                        const char *item, const char *field);

/*
 * Returns what was said of an item in a field in the last round, "" for nothing. `before` is what
 * round_before returns for its checklist, or NULL.
 */
const char *round_last(const struct review *review, const struct event *before,
                       const struct item *item, const char *field);

/*
 * Returns the reviewer's last event of the field status in the current round, or NULL. In logs that
 * are older than rounds, a status has no checklist: it counts for the checklist that was chosen
 * then, else for those by which something was marked.
 */
const struct event *round_status(const struct review *review, const char *reviewer,
                                 const char *practice, const struct checklist *checklist);

/*
 * Returns the late answers of a round: those that reached this log after `final`, an event of the
 * field status, had closed it. By their numbers they were said before, but they were not held then
 * (held.h). They belong to the round all the same. Gives the latest of each field, a new array of
 * `*count` in `arena`; none when nobody can tell.
 */
const struct event *const *round_late(const struct review *review, const struct event *final,
                                      struct arena *arena, size_t *count);

/* For a late answer to an item, returns the event that had closed its round; NULL: not late. */
const struct event *round_missed(const struct review *review, const struct event *event,
                                 struct arena *arena);

/* Whether the current round is closed, so that the next mark by the checklist begins a new one. */
bool round_closed(const struct review *review, const char *reviewer, const char *practice,
                  const struct checklist *checklist);

/*
 * To be called once `start`, the event that began a round, was taken back. What was undone in the
 * round has left fields empty: queues for the log what the reviewer had said in them before.
 */
void round_refill(struct log *log, const struct event *start);

/*
 * What is to be said before `words` where they begin a new round, as a mark does when the round is
 * closed: that it begins, and then the marks that another device gave after the end, not knowing of
 * it, with comment and evidence; they would be of no round otherwise. A new array in `arena` of
 * `*count`, 0 where no round begins; its texts live in `arena`, in the review, or as long as
 * `words`.
 */
const struct statement *round_begins(const struct review *review, const char *reviewer,
                                     const struct statement *words, struct arena *arena,
                                     size_t *count);

#endif
