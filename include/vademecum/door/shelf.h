/*
 * shelf: holds the places of the reviews and the open log of the reviewer while somebody looks at
 * them.
 */
#ifndef VADEMECUM_DOOR_SHELF_H
#define VADEMECUM_DOOR_SHELF_H

#include "vademecum/base/arena.h"
#include "vademecum/base/clock.h"
#include "vademecum/base/fault.h"
#include "vademecum/review/log.h"
#include "vademecum/review/places.h"

#include <stdbool.h>
#include <stdint.h>

struct shelf {
    struct places places;
    struct log_setup setup; /* with which a log of another name is opened */
    struct log *log;        /* open; the caller closes it */
    struct arena *arena;    /* for names; borrowed */
};

/*
 * Finds the places and opens the log of the reviewer. False and the fault when not all of it can be
 * read; the log is NULL when there is none to write to.
 */
bool shelf_open(struct shelf *shelf, const struct environment *environment,
                const struct catalogue *catalogue, struct clock clock, uint64_t random,
                struct arena *arena, struct fault *fault);

/* Goes on with the log of another name; as door_setup's rename, with the shelf as `context`. */
bool shelf_rename(void *context, const char *name, struct log **log, const char **reviewer,
                  struct fault *fault);

/* Keeps a setting; as door_setup's remember, with the shelf as `context`. */
void shelf_remember(void *context, const char *name, const char *word);

#endif
