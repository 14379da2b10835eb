/*
 * find: finds practices by words and filters, and puts them in an order. The command line and the
 * screen both use it, and so come to the same practices in the same order.
 *
 * Order of calls: find_make as soon as the catalogue has its collections, items and terms;
 * find_take as practices come in, any number at a time; find_complete when the whole catalogue has
 * been read; find_review then, and whenever the reviewer changes; find_free at the end. find_all
 * does all that for a catalogue that has been read. find_run and the others may be called at any
 * moment, and find what was taken so far.
 */
#ifndef VADEMECUM_FIND_FIND_H
#define VADEMECUM_FIND_FIND_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/bits.h"
#include "vademecum/find/filter.h"
#include "vademecum/find/grouping.h"
#include "vademecum/find/query.h"
#include "vademecum/find/sort.h"
#include "vademecum/find/subjects.h"
#include "vademecum/find/who.h"
#include "vademecum/review/review.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct find;

/* What can be taken in of a practice at a time. */
enum find_part {
    FIND_PRACTICES, /* its place in the list, country and the like */
    FIND_TEXTS,     /* the texts of its own row; not before FIND_PRACTICES */
    FIND_TERMS,     /* its areas, groups, funds; they must have been read */
    FIND_ANSWERS,   /* its answers, tools, marks and translations; only after find_complete */
    FIND_PARTS
};

/* Begins without practices. Lives and grows in `arena`; find_free is to be called at the end. */
struct find *find_make(const struct catalogue *catalogue, struct arena *arena);

/* Gives back what does not lie in the arena. */
void find_free(struct find *find);

/*
 * Takes in a part of up to `most` practices that the catalogue has read since. Returns whether some
 * are left. Sorts the practices by title with the last that will ever come.
 */
bool find_take(struct find *find, enum find_part part, size_t most);

/*
 * To be called when the catalogue is complete, and its practices can be looked up by id. Takes in
 * what is left of FIND_PRACTICES, FIND_TEXTS and FIND_TERMS.
 */
void find_complete(struct find *find);

/* Says who reviews; both NULL: nobody. They must live until the next call, or find_free. */
void find_review(struct find *find, const struct review *review, const char *reviewer);

/* Does all this for a catalogue that has been read. */
struct find *find_all(const struct catalogue *catalogue, const struct review *review,
                      const char *reviewer, struct arena *arena);

/*
 * All practices; `find_run` gives places in this list. It may move with each find_take,
 * find_complete and find_review, and with each find_run after the review has changed.
 */
const struct subjects *find_subjects(const struct find *find);

/*
 * The place of each practice of the catalogue by title, by its index; NULL as long as they are not
 * sorted.
 */
const uint32_t *find_title_places(struct find *find);

/* What is wanted. */
struct wish {
    const char *words;      /* as typed; NULL or "": any */
    struct filters filters; /* which values */
    enum order order;       /* within each group */
    enum grouping grouping;
    const char *gaps_of; /* id of the practice whose items that are not or partly met are the
                            reviewer's gaps; NULL: the own practice that was marked last, or when
                            there is none, any practice */
};

struct found {
    const uint32_t *places; /* in find_subjects, in the order wanted */
    size_t count;
    size_t of;           /* practices in all, without those that are off the list */
    size_t own;          /* own ones among them */
    size_t off;          /* own ones that are off the list, when they are not looked for */
    struct query query;  /* what was looked for, to be shown in the texts found */
    size_t countries;    /* that practices of the catalogue are from */
    size_t gaps;         /* how many items are the reviewer's gaps */
    size_t own_filtered; /* own practices that do not pass the filters, whatever the words */
    struct bits kept;    /* practices of the catalogue that pass the filters, whatever the words */
    struct bits matched; /* those that are found */
};

/* What is found. It lives in `arena`. */
struct found find_run(struct find *find, const struct wish *wish, struct arena *arena);

/* The filter for who_list and who_count: practices that pass the filters of `found`; borrows it. */
struct who_filter find_filter(const struct found *found);

/* One text in which a word of the query stands. */
struct find_hit {
    enum sought field;
    const struct question *question; /* of an answer, tool, item or the reviewer's note, or NULL */
    const struct item *item;         /* the item, or that it was written on, or NULL */
    const char *text;                /* raw */
};

/*
 * The texts of a practice in which words of the query stand, `*count` of them in the order of
 * showing, one for each field, question and item. Slow: for practices in sight, not for all.
 */
const struct find_hit *find_hits(const struct find *find, const struct query *query,
                                 const struct subject *subject, struct arena *arena, size_t *count);

/*
 * The first of these in words: "title, answer to Users have a say"; "" when the query has no words.
 */
const char *find_hits_words(const struct find *find, const struct query *query,
                            const struct subject *subject, const char *lang, struct arena *arena);

/*
 * How many of the reviewer's gaps the practice meets; and in words, "meets 5 of your 7 gaps", ""
 * without gaps. `subject` may be a copy of one in the list.
 */
size_t find_gaps(struct find *find, const struct wish *wish, const struct subject *subject);
const char *find_gaps_words(struct find *find, const struct wish *wish,
                            const struct subject *subject, struct arena *arena);

/* The year in which a practice started, or 0. */
unsigned find_start(const struct find *find, const struct subject *subject);

/*
 * What the practice is sorted by, in words: "since 2009", "meets 3 of your 4 gaps". "" for orders
 * that every row shows anyway.
 */
const char *find_order_words(struct find *find, const struct wish *wish,
                             const struct subject *subject, struct arena *arena);

/* A value of a facet. */
struct facet_count {
    uint32_t value;
    size_t count; /* practices that would be found if, of this facet, it alone were chosen */
    bool chosen;
};

struct facet_counts {
    const struct facet_count *values; /* all, also those that no practice has, but countries only
                                         when one has it or they are chosen; by name; years: running
                                         now, ended, by tens; items: those of checklists that a
                                         practice is marked with first; others in their order */
    size_t count;                     /* of `values` */
    size_t unstated; /* practices that no value could find, for nothing is stated: of country,
                        scale, year, ongoing */
};

/* The values of a facet with their counts, as words and the other facets' filters leave them. */
struct facet_counts find_counts(struct find *find, const struct wish *wish, enum facet facet,
                                struct arena *arena);

/*
 * For a wish that finds nothing: a sentence that says what was most likely meant, or which word or
 * filter to leave out, and how many would be found then. `*meant`, unless NULL, gets the words that
 * were meant, or NULL. Both live in `arena`. May look at all words there are: call it once.
 */
const char *find_advice(struct find *find, const struct wish *wish, struct arena *arena,
                        const char **meant);

/* Bytes of the index, and how many different words it has: for measuring. */
size_t find_memory(const struct find *find, size_t *words);

#endif
