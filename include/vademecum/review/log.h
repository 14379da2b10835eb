/*
 * log: the reviewer's own file of events, to whose end each new one is added, and the files of all
 * other reviewers beside it.
 *
 * What log_append has returned true for survives a kill at any moment, and a power cut when the
 * disk keeps its word. No byte that was written is ever changed or removed, except that a rescue
 * file goes once all of it is in the log. Reading never writes: folder and file are made at the
 * first event. Other programs may write to the same log, replace it or delete it at any time.
 *
 * Before an event is written, all files of the folder are looked at, and read again when one has
 * come or changed; the event is later than all of them. Its counter is the seconds since 1970, or
 * one more than the highest one read when that is higher; what has a counter beyond
 * EVENT_COUNTER_LATEST is damage. So the order is the same on every device, and one line with a
 * high number stops nobody.
 *
 * Not promised: that anything survives a disk which loses what it said to have, or an error in
 * memory; nor that a forged event is found out, for the check is no signature. One with the highest
 * counter and the last run of all stays the latest of its field.
 *
 * Order of calls: log_open; then any of the others; log_close.
 */
#ifndef VADEMECUM_REVIEW_LOG_H
#define VADEMECUM_REVIEW_LOG_H

#include "vademecum/base/arena.h"
#include "vademecum/base/clock.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/review/reading.h"
#include "vademecum/review/review.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a log needs to know. Texts must outlive the log. */
struct log_setup {
    const char *folder;        /* of all logs; need not exist */
    const char *const *spares; /* folders for a rescue file when that one fails, like /tmp, the
                                  best first, NULL behind the last; NULL: none */
    const char *reviewer;      /* whose log it is */
    const struct catalogue
        *catalogue;       /* whose checklists are reviewed in rounds; NULL: nothing is */
    struct clock clock;   /* for times and counters */
    uint64_t random;      /* another one at each start of the program */
    struct arena_end end; /* when memory ends */
};

struct log;

/*
 * Reads all logs in the folder. A folder that is not there counts as empty. False with *opened NULL
 * when the reviewer's id is not valid (FAULT_USAGE). False with a log that can still be used when
 * the folder or the reviewer's own file cannot be read (FAULT_SYSTEM): what is known can be looked
 * at, and new events go to a rescue file.
 */
bool log_open(struct log **opened, const struct log_setup *setup, struct fault *fault);

/*
 * The same for another reviewer's log in the folder of `log`. `reviewer` must outlive it.
 */
bool log_open_beside(struct log **opened, const struct log *log, const char *reviewer,
                     struct fault *fault);

/* Gives all memory back, also that of the review. `log` may be NULL. Writes nothing. */
void log_close(struct log *log);

/*
 * What all events add up to, those that are not saved included. The address stays; what was got
 * from the review is valid until the next log_append, log_accept, log_retry or log_reload.
 */
const struct review *log_review(const struct log *log);

/* The first event that was written in this session, or NULL. Lives until the next call. */
const struct event *log_first(const struct log *log);

/* What an event is to say. */
struct statement {
    const char *practice; /* its id, or "" */
    const char *item;     /* id of an item, question or tool, or "" */
    const char *field;    /* as "verdict" */
    const char *value;    /* "" takes the field back */
};

/*
 * Adds one event of the reviewer. True: it is on the disk. False with FAULT_USAGE: it cannot be
 * written at all (a control in it, not UTF-8, too long), and nothing happened. False with
 * FAULT_SYSTEM: it stands in the review but is not saved; log_retry tries again.
 * Waits for the disk, and up to a second for another program that holds the file.
 */
bool log_append(struct log *log, const struct statement *words, struct fault *fault);

/*
 * Takes in what the reviewer says without waiting for the disk: it stands in the review at once,
 * without a number, until log_write appends it. Texts are copied.
 */
void log_pend(struct log *log, const struct statement *words);

/* What waits for log_write, the oldest first, `*count`; valid until the next log_pend. */
const struct statement *log_pending(const struct log *log, size_t *count);

/* Moves what waits in `from`, which is about to be closed, to this log. */
void log_pend_all(struct log *log, const struct log *from);

/*
 * Appends what waits, in order, and tries again to save what is not saved, as log_retry does. False
 * and the fault when something cannot be written at all, or is not saved.
 */
bool log_write(struct log *log, struct fault *fault);

/* The id of the newest event that log_append has taken in; "" before the first. */
const char *log_newest(const struct log *log);

/*
 * Tries to save what is not saved, whole, under the same ids and on a new descriptor; when that
 * fails, writes it to a rescue file: `<reviewer>.rescue-N.csv` in the folder, else in a spare one
 * `<reviewer>.rescue-<hash of the folder's path>-N.csv`, which only a log of this folder takes up.
 * True when nothing is left that is not saved in the log itself. To be called at the next key and
 * every five seconds while log_state says other than LOG_SAVED.
 */
bool log_retry(struct log *log, struct fault *fault);

enum log_state {
    LOG_SAVED,   /* all events of this session are in a log in the folder */
    LOG_RESCUED, /* some are only in a rescue file, log_rescue */
    LOG_UNSAVED  /* some are nowhere but in memory */
};

enum log_state log_state(const struct log *log);

/* How many events of this session are not saved in the log itself. */
size_t log_unsaved(const struct log *log);

/* How many events an earlier session left in rescue files: the next event is saved with them. */
size_t log_waiting(const struct log *log);

/* Path of the rescue file of this session; NULL when there is none. */
const char *log_rescue(const struct log *log);

/* When the log was last written to, in seconds as the clock says; 0: not in this session. */
int64_t log_saved_at(const struct log *log);

/* Reads all logs again, as others may have written. On false all stays as it was. */
bool log_reload(struct log *log, struct fault *fault);

/* How often the logs have been read so far: it grows when others had written to them. */
size_t log_readings(const struct log *log);

/* All damage in the files that were read; `*count` of it is kept. */
const struct damage *log_damage(const struct log *log, size_t *count);

/*
 * What a damaged line seems to say, to be said again: borrowed from the damage. False and the fault
 * (FAULT_USAGE) when the line cannot be read, is by another reviewer, or holds a value that its
 * field cannot have.
 */
bool log_acceptable(const struct log *log, const struct catalogue *catalogue,
                    const struct damage *damage, struct statement *words, struct fault *fault);

/*
 * Adds events that say again what each of the `count` damaged lines seems to say, and that the
 * lines were accepted, with one wait for the disk. Passes over those that are not log_acceptable;
 * when all are, returns false and the fault of the first. Else as log_append.
 */
bool log_accept(struct log *log, const struct catalogue *catalogue, const struct damage *damage,
                size_t count, struct fault *fault);

/*
 * Adds events that say that the damaged lines are not wanted. False and the fault (FAULT_USAGE)
 * when all are by another reviewer, who alone can do that, or are whole files. Else as log_append.
 */
bool log_put_aside(struct log *log, const struct damage *damage, size_t count, struct fault *fault);

/* Whether log_put_aside is possible; if not, false and the fault. */
bool log_dismissible(const struct log *log, const struct damage *damage, struct fault *fault);

/*
 * What the reviewer should know although nobody did anything wrong: no locks here, a file that
 * shrank or was replaced, events that were written again, answers under the same name from
 * elsewhere. The list grows; the caller remembers how many it has shown.
 */
const struct fault_list *log_notices(const struct log *log);

#endif
