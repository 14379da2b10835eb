/*
 * changes: queues what this run writes for the log, and keeps what can be undone.
 */
#ifndef VADEMECUM_DESK_CHANGES_H
#define VADEMECUM_DESK_CHANGES_H

#include "vademecum/review/log.h"
#include "vademecum/review/story.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct desk;

/* A field that was written, to be undone. */
struct change {
    const char *practice;
    const char *item;
    const char *field;
    const char *before;
    const char *after;
    bool joined;  /* undone and done again together with the one before it */
    bool stepped; /* by changes_step, … */
    int64_t at;   /* … at this time */
};

struct changes {
    struct change *list; /* what this run wrote, in order */
    size_t count;        /* how many of them stand; behind them are those that were undone */
    size_t total;
    size_t room;
    size_t notices;            /* of the log's notices, how many were shown */
    bool named;                /* the reviewer's name need not be asked */
    uint64_t random;           /* for ids of own practices */
    const struct event *draft; /* a text begun before the start, not yet decided on; or NULL */
    struct event back;         /* the earliest from before this start that was undone: its id */
    struct event at;           /* the last event of what is shown; its id; counter 0: now */
    struct review *then;       /* what it shows; NULL until something of then was shown */
    const char *banner;        /* that it is shown; NULL or "": it is not */
    bool edited;               /* an editor outside has saved it since */
};

/*
 * The review that is shown: what the log says now, with what waits to be written, or what it said
 * at the end of a round (changes_look). Screens get a review only from here; it lives until the
 * next call. A review without events when there is no log.
 */
const struct review *changes_review(const struct desk *desk);

/* The same of now, whatever is shown. */
const struct review *changes_now(const struct desk *desk);

/*
 * Shows what the log said when its event `last` had been said; NULL: what it says now. Nothing can
 * be written meanwhile. `banner`, which is copied, says so on the screen. The caller loads the list
 * again.
 */
void changes_look(struct desk *desk, const struct event *last, const char *banner);

/* The id of that event, NULL now; and what was given as banner, or "". */
const struct event *changes_at(const struct desk *desk);
const char *changes_banner(const struct desk *desk);

/* Whether nothing can be written, because an earlier state is shown; says so to the user. */
bool changes_refused(struct desk *desk);

/* A number that changes when changes_review may say something else. */
uint64_t changes_stamp(const struct desk *desk);

/* What the reviewer says in a field; of an own practice's fact, what the latest says. */
const char *changes_value(const struct desk *desk, const char *practice, const char *item,
                          const char *field);

/*
 * Queues a field of a practice to be written, unless it has that value already; it can be undone.
 * `item` is the id of an item or question, or ""; for a status the id of a checklist. The first
 * mark after a review was called final begins a new round. Texts are copied. Returns whether
 * anything is to be written.
 */
bool changes_put(struct desk *desk, const char *practice, const char *item, const char *field,
                 const char *value);

/*
 * The same for a key that goes from value to value: what it does to a field within a few seconds is
 * undone in one step, though each value is written.
 */
bool changes_step(struct desk *desk, const char *practice, const char *item, const char *field,
                  const char *value);

/*
 * The same for mark and comment of an item as they were last time, to be undone together. An empty
 * comment leaves the one that is there.
 */
void changes_put_last(struct desk *desk, const char *practice, const char *item,
                      const char *verdict, const char *comment);

/*
 * Queues a field of the reviewer to be written, with something else than a practice in `item`. It
 * cannot be undone.
 */
void changes_note(struct desk *desk, const char *item, const char *field, const char *value);

/* Joins what was queued since `changes.count` was `first`, to be undone and redone together. */
void changes_join(struct desk *desk, size_t first);

/*
 * The label of a practice's review by a checklist (NULL: none) that is called final; NULL when it
 * is a draft.
 */
const char *changes_final(const struct desk *desk, const char *practice,
                          const struct checklist *checklist);

/* What was undone or redone. */
struct undone {
    const struct change *told; /* the change, the first of those joined; NULL: there is none */
    size_t others;             /* of those joined, how many are of further items */
    bool done; /* false: it was left as it is, for somebody else has changed the field since */
};

/* Undoes the last change, or redoes the one that was undone last: queues it to be written. */
struct undone changes_undo(struct desk *desk);
struct undone changes_redo(struct desk *desk);

/*
 * The last thing that the reviewer said before this start and has not taken back here; false when
 * there is none. Lives in the review.
 */
bool changes_earlier(const struct desk *desk, struct arena *arena, struct story_step *step);

/*
 * Counts such a step as the first change of this run, which must have no other: the next
 * changes_undo undoes it.
 */
void changes_adopt(struct desk *desk, const struct story_step *step);

/*
 * Hands what waits to the log, and tries again what could not be saved; false and the fault when
 * something is still not saved. `*facts` gets whether facts of own practices are among it.
 */
bool changes_write(struct desk *desk, bool *facts, struct fault *fault);

/* Shows the user the log's new notices: no locks here, a file that shrank. */
void changes_notices(struct desk *desk);

/* Says that answers of an earlier session wait in a rescue file. */
void changes_waiting(struct desk *desk);

/*
 * Whether something waits; whether the name to write it under must be asked first; whether
 * something is not on the disk yet, because it waits or could not be saved.
 */
bool changes_wait(const struct desk *desk);
bool changes_nameless(const struct desk *desk);
bool changes_unsaved(const struct desk *desk);

/*
 * Exchanges the changes for those in `other`: the desk is about to write into another log, where
 * nothing of this one is to be undone.
 */
void changes_swap(struct desk *desk, struct changes *other);

/* Notes that the reviewer has a name. */
void changes_name(struct desk *desk);

/*
 * Keeps a text to be decided on, which was begun before the start or which an editor outside has
 * saved since (`edited`); NULL: it was decided on.
 */
void changes_draft(struct desk *desk, const struct event *draft, bool edited);

/* An id for a new own practice, in the desk's arena. */
const char *changes_own_id(const struct desk *desk, const char *title);

#endif
