/*
 * review: what all reviewers have answered, as their events add up to it.
 *
 * The latest event of a field stands. The order in which events are applied does not matter, and
 * neither does how often: a review is a function of the set of its events. What is returned lives
 * as long as the arena of the review.
 */
#ifndef VADEMECUM_REVIEW_REVIEW_H
#define VADEMECUM_REVIEW_REVIEW_H

#include "vademecum/base/arena.h"
#include "vademecum/base/map.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/review/event.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The field of an event that says how a damaged line was dealt with; practice "", item the line's
 * mark (event_line_mark). It is shared: nobody else needs to look at the line again.
 */
#define REVIEW_DAMAGE "damage"
#define REVIEW_ACCEPTED "accepted" /* what the line seems to say was said anew */
#define REVIEW_ASIDE "aside"       /* what it says is not wanted */

/*
 * A practice is reviewed by a checklist in rounds. An event of this field, with the checklist's id
 * as item and the number of the round as value, begins one: what was said in the fields of a round
 * before it (verdict, comment and evidence of the checklist's items, status of the checklist) is
 * last time's and stands no longer. An empty value takes the beginning back. See round.h.
 */
#define REVIEW_ROUND "round"

struct review_record; /* an event that was applied */
struct review_slot;   /* a field of an item, practice or reviewer, with all that was said of it */

struct review {
    struct arena *arena;               /* where all of it lives; borrowed */
    struct review_record **events;     /* those that stand */
    size_t event_room;                 /* of `events` */
    struct map ids;                    /* of `events`, by id */
    struct review_slot **slots;        /* the fields of which anything was said */
    size_t slot_room;                  /* of `slots` */
    struct map keys;                   /* of `slots`, by reviewer, practice, item and field */
    uint64_t highest;                  /* counter of any event so far; 0 when there is none */
    char highest_run[EVENT_RUN_SIZE];  /* the last run of those with that counter */
    const struct event *until;         /* what came after it does not count; NULL: all counts */
    const struct catalogue *catalogue; /* whose checklists have rounds; NULL: there are none */
    size_t round_events;               /* events of REVIEW_ROUND; without one nothing is parted */
};

/* A review without events, and without rounds until `catalogue` is set. */
void review_init(struct review *review, struct arena *arena);

/* What an event was to a review. */
enum review_news {
    REVIEW_NEW,   /* unknown so far */
    REVIEW_KNOWN, /* applied before; nothing changed */
    REVIEW_CLASH  /* another event has the same id; the one with the higher check stands */
};

/*
 * Takes in one event, and copies what it keeps of it. Events read from a file and those of the keys
 * go through it alike. event->check must be set.
 */
enum review_news review_apply(struct review *review, const struct event *event);

/*
 * Lays an event that is not written yet over its field. It stands there, without a number, whatever
 * is applied, until it is taken out; another one for the same field replaces it. Its texts are
 * copied; `event->counter`, `run` and `check` are not looked at.
 */
void review_pend(struct review *review, const struct event *event);

/* Takes out what was laid over the field of the event; what was applied stands again. */
void review_unpend(struct review *review, const struct event *event);

/* Whether an event with this id was applied. */
bool review_knows(const struct review *review, const struct event *event);

/* The event with this id that stands, or NULL. */
const struct event *review_event(const struct review *review, const struct event *event);

/*
 * The latest event of a field, or NULL when nothing was ever said; before all others the one that
 * was laid over it (review_pend). An event with an empty value took the field back.
 */
const struct event *review_find(const struct review *review, const char *reviewer,
                                const char *practice, const char *item, const char *field);

/* Its value; "" when there is none or it was taken back. */
const char *review_value(const struct review *review, const char *reviewer, const char *practice,
                         const char *item, const char *field);

/*
 * The review as it was when its event `last` had been said, whatever was applied since and in
 * whichever order: what all events up to that one add up to. A view of the same memory: nothing may
 * be applied to it or laid over it, and `last` must live as long.
 */
struct review review_at(const struct review *review, const struct event *last);

/*
 * The latest event in the field of `event` that is not later than it; NULL when there is none.
 * `event` need not be of the review.
 */
const struct event *review_find_before(const struct review *review, const struct event *event);

/*
 * The event that began the round in which the reviewer is now, or NULL in the first one.
 * `checklist` is an id.
 */
const struct event *review_round(const struct review *review, const char *reviewer,
                                 const char *practice, const char *checklist);

/* Which events are wanted. NULL stands for any; "" for an empty one. */
struct review_filter {
    const char *reviewer; /* whose */
    const char *practice; /* its id */
    const char *item;     /* its id */
    const char *field;    /* its name; one that ends in "." stands for all that begin so */
    bool all;             /* not the latest of each field only, but every event that stands */
};

/*
 * The wanted events, a new array in `arena` of `*count`. Of each field only the latest: sorted by
 * reviewer, practice, item and field; else all, sorted by their ids, the earliest first. Fields
 * that were taken back are among them; events that are not written yet only among the latest. Looks
 * at every event or field once.
 */
const struct event **review_list(const struct review *review, const struct review_filter *filter,
                                 struct arena *arena, size_t *count);

/* The latest event that is about a practice, of one reviewer (of any: NULL); NULL for none. */
const struct event *review_last(const struct review *review, const char *reviewer);

/*
 * The ids of all own practices, those of which an "own." field is stated, sorted, a new array in
 * `arena` of `*count`.
 */
const char **review_own(const struct review *review, struct arena *arena, size_t *count);

/* A fact of an own practice ("own.title"): what the latest reviewer says, "" when it is not stated.
 */
const char *review_fact(const struct review *review, const char *practice, const char *field);

/*
 * The id of the reviewer who added an own practice, that is, gave it its first title; "" when
 * nobody has given it one.
 */
const char *review_author(const struct review *review, const char *practice);

/*
 * What the latest event says of a shared field, whoever said it; "" when none does. Shared are the
 * facts of own practices, and what was done about damage (REVIEW_DAMAGE).
 */
const char *review_shared(const struct review *review, const char *practice, const char *item,
                          const char *field);

/* The ids of all reviewers, sorted, a new array in `arena` of `*count`. */
const char **review_reviewers(const struct review *review, struct arena *arena, size_t *count);

#endif
