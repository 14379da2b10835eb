/*
 * reading: reads the events of log files, and finds what is damaged in them. A part of log, for
 * which others call log_open; only struct damage is for all.
 */
#ifndef VADEMECUM_REVIEW_READING_H
#define VADEMECUM_REVIEW_READING_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/review/review.h"
#include "vademecum/review/stamp.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A line, or a whole file, that could not be taken as it stands. Nothing of it is ever removed. */
struct damage {
    const char *file;           /* its name in the folder */
    long line;                  /* 1-based; 0 for the whole file */
    const char *why;            /* a sentence, translated */
    const struct event *event;  /* what the line seems to say, not applied; NULL when unreadable */
    bool clash;                 /* the line is whole, but another one has its number */
    char mark[EVENT_MARK_SIZE]; /* of the line: event_line_mark; "" for a file */
};

/*
 * Whether nobody needs to look at the damage any more: an event says that it was accepted or put
 * aside, or the very event stands whole elsewhere. What the line itself says does not count, as
 * nobody knows what in it is sound.
 */
bool reading_settled(const struct review *review, const struct damage *damage);

/* How many of `count` are not settled. */
size_t reading_unsettled(const struct review *review, const struct damage *damage, size_t count);

enum {
    DAMAGE_MAX = 10000,                   /* kept; more are only counted */
    READING_FILE_MAX = 256 * 1024 * 1024, /* bytes of a file; longer ones are left alone */
};

struct reading {
    struct arena *arena;   /* of the review and the damage; borrowed */
    struct review review;  /* all sound events so far */
    struct damage *damage; /* in order of file and line, the first `damage_kept` */
    size_t damage_kept;    /* of them are in `damage` */
    size_t damage_room;    /* of `damage` */
    size_t damage_count;   /* all that were found */
};

/* Nothing read. */
void reading_init(struct reading *reading, struct arena *arena);

/*
 * Reads one file of `folder`. False and the fault when none of it can be used; then nothing is
 * applied (FAULT_WANTING: there is no such file). `*stamp` gets how the file was.
 */
bool reading_file(struct reading *reading, int folder, const char *name, struct stamp *stamp,
                  struct fault *fault);

/* Which files of a folder to read. */
struct reading_choice {
    const char *path;   /* of the folder */
    const char *prefix; /* with which their names begin; "" for all */
    bool ours;          /* only files that belong to the user */
    bool unfinished;    /* instead those that are hidden, or that a program is still writing */
};

/*
 * Lists the chosen files that may hold events: `*count` names, sorted, in `arena`. These are all
 * that end as CSV files, and what begins as a log under any other name, such as a copy that a
 * program for sharing has made; of unfinished ones only what begins as a log.
 */
bool reading_names(const struct reading_choice *choice, int folder, struct arena *arena,
                   const char ***names, size_t *count, struct fault *fault);

/* Adds to the damage; texts and event are borrowed. */
void reading_damage(struct reading *reading, const struct damage *damage);

#endif
