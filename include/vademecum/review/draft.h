/*
 * draft: keeps text that is still being typed beside the log, so that a crash costs no more than
 * what was typed since the last draft_keep.
 *
 * Each program has a file of its own, `.<reviewer>.<kind>` or, when that is taken,
 * `.<reviewer>.2.<kind>` and so on; where the folder cannot be written, in a spare one, with the
 * mark of the folder in its name. A program holds the lock of its draft, so that others leave it
 * alone; the lock ends with the program. Where there are no locks, all drafts count as left behind.
 */
#ifndef VADEMECUM_REVIEW_DRAFT_H
#define VADEMECUM_REVIEW_DRAFT_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/review/event.h"
#include "vademecum/review/reviewer.h"

#include <stdbool.h>

enum {
    DRAFT_NAME_SIZE = REVIEWER_MAX + 40 /* of a name, with the NUL */
};

/* Where drafts are. All is borrowed. */
struct draft_home {
    const char *folder;        /* of the logs; need not exist */
    const char *const *spares; /* as in struct log_setup */
    const char *kind;          /* "draft", or "editor" for what an editor outside has; <= 6 bytes */
};

/* A draft on the disk that this program holds. */
struct draft_file {
    const char *folder;         /* one of its home's */
    char name[DRAFT_NAME_SIZE]; /* in that folder */
    int file;                   /* descriptor with the lock; -1: there is none */
};

/* Holds nothing. */
void draft_init(struct draft_file *draft);

/*
 * Writes the text to the draft, over an older one, and begins a draft when there is none; makes the
 * folder when it is missing. The event says whose text it is and where it belongs; its value is the
 * text so far, and of its id only the run counts. False with FAULT_USAGE for what no event may
 * hold, with FAULT_SYSTEM when it can be kept nowhere; the older text is then untouched.
 */
bool draft_keep(struct draft_file *draft, const struct draft_home *home, const struct event *event,
                struct arena *scratch, struct fault *fault);

/*
 * Takes hold of a draft that no running program has, and reads it; its texts live in `arena`. Each
 * call takes another one. False when there is none left (FAULT_WANTING), or those that are left
 * cannot be read (FAULT_SYSTEM).
 */
bool draft_take(struct draft_file *draft, const struct draft_home *home, const char *reviewer,
                struct arena *arena, struct event *event, struct fault *fault);

/* Removes the draft, if there is one. */
void draft_drop(struct draft_file *draft);

/* Lets go of the draft, which stays for a later start. */
void draft_leave(struct draft_file *draft);

#endif
