/*
 * listing: the practices that Home lists, own ones and the catalogue's; the words, filters and
 * order that they are listed by; and the reading that goes on meanwhile. The first panel of Home is
 * the list: its focus is on one of these practices.
 */
#ifndef VADEMECUM_DESK_LISTING_H
#define VADEMECUM_DESK_LISTING_H

#include "vademecum/base/arena.h"
#include "vademecum/desk/text_line.h"
#include "vademecum/find/find.h"

#include <stdbool.h>
#include <stddef.h>

struct desk;

struct listing {
    struct catalogue *reading;  /* while there is more to read; else NULL */
    bool busy;                  /* there is more for session_more to do */
    struct find *find;          /* all practices, and how some of them are found */
    struct wish wish;           /* which ones are listed; its words are `words` */
    char words[TEXT_LINE_MAX];  /* that are searched for; "": none */
    struct arena arena;         /* of what follows, which is made anew together */
    struct found found;         /* what is listed */
    struct subject *order;      /* the same: own ones first, by title once all are read, unless
                                   another order is wished */
    size_t count;               /* of `order` */
    const struct group *groups; /* in which it stands, where it is grouped */
    size_t group_count;
    const char *advice;             /* when it is empty: why, and what to leave out … */
    const char *meant;              /* … and the words that were most likely meant, or NULL */
    bool sorted;                    /* all practices have been read and sorted */
    bool whole;                     /* it holds all that it ever will */
    bool searchable;                /* the catalogue was read, its answers are being indexed */
    size_t indexed;                 /* practices whose answers are searchable by now */
    size_t version;                 /* counts how often `order` was made */
    uint64_t events;                /* of the review, when it was made */
    size_t readings;                /* of the log, when it was made */
    char kept_words[TEXT_LINE_MAX]; /* what was looked for before the line that is being typed, … */
    const char *kept;               /* … and the id of the practice in focus, or "" */
    struct filters own_filters;     /* those of the list, while another screen has its own … */
    const char *own_focus;          /* … and the practice in focus then, or "" … */
    bool lent;                      /* … which is so */
    const char *created;            /* id of an own practice that was added just now, or NULL */
};

/* Begins with what the catalogue has so far; gives its memory back. */
void listing_open(struct desk *desk);
void listing_close(struct desk *desk);

/*
 * Reads a slice of the catalogue and takes in what has come. False when nothing is left. How far
 * that is, in thousandths.
 */
bool listing_read(struct desk *desk);
bool listing_more(struct desk *desk);
int listing_so_far(const struct desk *desk);

/*
 * Make the list again: after facts or the log have changed; after an answer, which matters only to
 * some wishes. The focus stays on its practice when that is still listed.
 */
void listing_load(struct desk *desk);
void listing_settle(struct desk *desk);

/* The practice in the focus of the list; NULL when there is none. */
const struct subject *listing_here(const struct desk *desk);

/* Moves the focus of the list to a place. */
void listing_focus(struct desk *desk, size_t place);

/* The place of a practice in the list, or -1. */
long listing_place(const struct desk *desk, const char *id);

/*
 * The place one step (+1 or -1) from a practice, or -1 when there is none. Of one that is not
 * listed, the first in the list is the next.
 */
long listing_beside(const struct desk *desk, const char *id, int step);

/* The practice with that id, listed or not; NULL when there is none. */
const struct subject *listing_find(const struct desk *desk, const char *id);

/* Brings a copy of a practice up to date; false when there is no such practice any more. */
bool listing_renew(const struct desk *desk, struct subject *copy);

/*
 * The practices of the catalogue by title, whatever is listed: any can stand beside an own one. The
 * array may move when the list is made anew.
 */
const struct subject *listing_models(const struct desk *desk, size_t *count);

/* Moves the focus to the own practice with this id as soon as it is listed. */
void listing_created(struct desk *desk, const char *id);

/* Keeps the words that are searched for and the practice in focus, and goes back to them. */
void listing_keep(struct desk *desk);
void listing_restore(struct desk *desk);

/* When no practice has the words, replaces them by those that were most likely meant, if any. */
bool listing_mend(struct desk *desk);

/* Takes the words away; when no practice had them, the focus goes back to where it was before. */
void listing_unseek(struct desk *desk);

/* Lists the practices with these words; lists in this order. */
void listing_seek(struct desk *desk, const char *words);
void listing_sort(struct desk *desk, enum order order);

/* The group of a place in the list; NULL where nothing is grouped. */
const struct group *listing_group(const struct desk *desk, size_t place);

/* Command: groups the list by the next grouping; GROUPING_NONE follows the last. */
void listing_regroup(struct desk *desk);

/* Whether each row says what it is sorted by: find_order_words. */
bool listing_ordered(const struct desk *desk);

/* Adds a value to the filters, or takes it out; false when there are too many. */
bool listing_filter(struct desk *desk, enum facet facet, uint32_t value, bool wanted);

/*
 * Lends the filters to SCREEN_WHO, which begins with those of the list: what is changed there ends
 * with that screen.
 */
void listing_lend(struct desk *desk);

/* Command: takes all filters away, and says so. */
void listing_unfilter(struct desk *desk);

/* Why the list is empty, and what to leave out so that it is not. In `arena`. */
const char *listing_advice(const struct desk *desk, struct arena *arena);

/* What the list is narrowed to: "search: café · country: Czechia"; "" when it has all. */
const char *listing_narrowed(const struct desk *desk, struct arena *arena);

#endif
