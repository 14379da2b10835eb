/*
 * review_parts: how a review holds its events. A part of review: nobody else includes it.
 */
#ifndef VADEMECUM_REVIEW_REVIEW_PARTS_H
#define VADEMECUM_REVIEW_REVIEW_PARTS_H

#include "vademecum/review/review.h"

/* The chains of events that an event can be in, each in a slot of its own. */
enum review_chain {
    CHAIN_REVIEWER, /* what one reviewer said of a field */
    CHAIN_SHARED,   /* what all said of what is shared; its slot has the reviewer "" */
    CHAIN_COUNT
};

struct review_key {
    const char *reviewer; /* "" in a slot of what is shared */
    const char *practice; /* as in the event, and the others too */
    const char *item;
    const char *field;
};

struct review_record {
    struct event event;                        /* its texts in the arena */
    struct review_record *before[CHAIN_COUNT]; /* what the slot got before it */
    bool beaten;                               /* another event with its id stands */
};

struct review_slot {
    struct review_key key;        /* its texts in the arena */
    enum review_chain chain;      /* which one it holds */
    struct review_record *newest; /* that was put in last, not the latest by id */
    const struct event *latest;   /* of those not beaten; NULL when all are */
    const struct event *pending;  /* laid over them, or NULL */
};

/* The slot of a field, or NULL. */
struct review_slot *review_slot(const struct review *review, const struct review_key *key);

#endif
