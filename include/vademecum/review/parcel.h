/*
 * parcel: answers that are carried from one folder of reviews to another in a file, by mail or on a
 * stick. Such a file is a log as any other.
 */
#ifndef VADEMECUM_REVIEW_PARCEL_H
#define VADEMECUM_REVIEW_PARCEL_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/review/reading.h"
#include "vademecum/review/review.h"

#include <stdbool.h>
#include <stddef.h>

/* What a file holds, beside what is here. */
struct parcel {
    const struct event **events; /* that are not here, the earliest first */
    size_t count;                /* of `events` */
    size_t known;                /* events of the file that are here already */
    struct damage *damage;       /* what cannot be taken, with the path of the file as given */
    size_t damage_count;         /* of `damage` */
};

/*
 * Reads the file, through links too. `here` is what is known already. False and the fault when it
 * is no log, holds no answer, or cannot be read. All lives in `arena`.
 */
bool parcel_read(struct parcel *parcel, const char *path, const struct review *here,
                 struct arena *arena, struct fault *fault);

/* What is to be carried. */
struct parcel_wish {
    const char *const *reviewers; /* whose answers */
    size_t reviewer_count;        /* of `reviewers` */
    const char *const *practices; /* ids of practices; none: of all */
    size_t practice_count;        /* of `practices` */
};

/*
 * The events that are wanted, the earliest first, a new array in `arena` of `*count`. Among them
 * are who the reviewers are, and the facts of own practices that they speak of, whoever stated
 * them: without these, nobody would know what the answers are about. None when nothing is said of
 * any practice.
 */
const struct event **parcel_choose(const struct review *review, const struct parcel_wish *wish,
                                   struct arena *arena, size_t *count);

/* The bytes of a log of these events, `*length` of them, in `arena`. */
const char *parcel_bytes(const struct event *const *events, size_t count, struct arena *arena,
                         size_t *length);

#endif
