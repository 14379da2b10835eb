/*
 * notes: what a reviewer has said that practices can be found by, and all own practices. They are
 * few, so they are looked through one by one.
 */
#ifndef VADEMECUM_FIND_NOTES_H
#define VADEMECUM_FIND_NOTES_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/bits.h"
#include "vademecum/find/facets.h"
#include "vademecum/find/sought.h"
#include "vademecum/review/review.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A text, as it is and folded. */
struct note_text {
    struct sought_text raw;
    const char *folded;
};

/* What the reviewer said of one practice. */
struct noted {
    const char *id;
    size_t practice;         /* index in the catalogue; SIZE_MAX: an own one */
    struct note_text *texts; /* of an own one also its facts */
    size_t text_count;
    size_t text_room;
    size_t answered; /* items that have a mark */
    size_t met;      /* items that are met */
    uint64_t last;   /* counter of the newest event that says something; 0: none */
    bool shortlist;
    bool final; /* its status begins so */
};

/* A practice that reviewers described themselves. */
struct own_noted {
    struct noted noted;
    const char *title;
    uint32_t country; /* value of FACET_COUNTRY, or FACET_NONE */
    const char *country_code;
    uint32_t scale; /* value of FACET_SCALE, or FACET_NONE */
    struct years years;
    uint32_t ongoing;          /* FACET_YES, FACET_NO or FACET_NONE */
    const struct term **terms; /* of all schemes */
    size_t term_count;
    bool *met; /* by index of the item: the reviewer says so */
    bool off;  /* the reviewer has taken it off the list */
    bool tools;
};

struct notes {
    struct arena *arena; /* where all of it lives; emptied at each reading */
    const struct catalogue *catalogue;
    const struct review *review; /* or NULL */
    const char *reviewer;        /* or NULL */
    struct noted *noted;         /* practices of the catalogue, by index */
    size_t noted_count;
    size_t noted_room;
    struct own_noted *own; /* by id */
    size_t own_count;
    const char *fields[PRACTICE_COLUMNS]; /* of own practices, by column: "own.title" */
    const char *worked_on; /* id of the own practice that the reviewer marked last; when there is
                              none, of any; or NULL */
    size_t event_count;    /* of the review, at the reading */
    uint64_t highest;      /* the same */
};

/*
 * Reads what the reviewer said; `review` and `reviewer` NULL: nothing. All practices of the
 * catalogue must have been read. Empties `arena`, where the notes then live.
 */
void notes_read(struct notes *notes, struct arena *arena, const struct catalogue *catalogue,
                const struct review *review, const char *reviewer);

/* Whether the review has got events since. */
bool notes_stale(const struct notes *notes);

/* What was said of a practice of the catalogue, or NULL. */
const struct noted *notes_of(const struct notes *notes, size_t practice);

/* The own practice with this id, or NULL. */
struct own_noted *notes_own(const struct notes *notes, const char *id);

/* Whether a text in one of the fields has a word with `part` in it. */
bool notes_has(const struct noted *noted, const char *part, uint32_t fields);

/* Adds the practices that have such a text to `found`. */
void notes_find(const struct notes *notes, const char *part, uint32_t fields, struct bits *found);

/* Whether an own practice has the value; never for FACET_GAPS. */
bool notes_own_has(const struct notes *notes, const struct own_noted *own, enum facet facet,
                   uint32_t value);

/*
 * Whether a practice of which this was said (NULL: nothing) has a value of the reviewer's facets.
 */
bool notes_is(const struct noted *noted, enum facet facet, uint32_t value);

#endif
