/*
 * find_parts: what the files of find share. Others include find.h.
 */
#ifndef VADEMECUM_FIND_FIND_PARTS_H
#define VADEMECUM_FIND_FIND_PARTS_H

#include "vademecum/find/facets.h"
#include "vademecum/find/find.h"
#include "vademecum/find/index.h"
#include "vademecum/find/notes.h"
#include "vademecum/find/words.h"

/* Practices of the catalogue by index, and own ones as notes->own has them. */
struct members {
    struct bits practices;
    bool *own;
};

/* A word that was looked for, kept for when the next letter is typed. */
struct stage {
    struct query_word word;
    char part[WORDS_PART_MAX + 1]; /* of the word */
    struct members upto;           /* what has it and all words before it */
    struct members alone;          /* what has it; of the catalogue only when it is `known` */
    bool known;
};

struct find {
    const struct catalogue *catalogue;
    struct arena *arena; /* for what stays; borrowed */
    struct index *index; /* NULL before anything is in it */
    struct facets *facets;
    struct subjects subjects;
    struct notes notes;
    struct arena notes_arena;
    const struct review *review;             /* or NULL */
    const char *reviewer;                    /* or NULL */
    struct sought_translations translations; /* once it is complete */
    const char *const *languages;
    size_t language_count;
    size_t taken[FIND_PARTS]; /* practices, by what was taken in of them */
    bool complete;
    uint32_t *title_places; /* by index of the practice; NULL: not yet asked for */

    struct arena work; /* for all below, which is made anew when anything above has changed */
    bool fresh;        /* it is as above says */
    struct stage *stages;
    size_t stage_count;
    uint32_t *numbers; /* of each subject: index of the practice, or of the own one */
    struct filters filters;
    bool filtered;                             /* the facets below are those of `filters` */
    struct members facet_members[FACET_COUNT]; /* that pass the filters of one facet */
    struct members all;                        /* members that there are */
    struct members none;                       /* of them */
    struct members kept;                       /* that pass all filters */
    const char *gaps_of; /* id of the practice whose gaps are known, or NULL: none is */
    bool gaps_known;     /* what follows is for gaps_of */
    size_t *gaps;        /* items, by index */
    size_t gap_count;
    uint16_t *gaps_met; /* how many a practice meets, by index */
    enum order order;
    bool ordered; /* what follows is for `order` */
    uint32_t *order_places;
};

/* find.c: makes `work` anew when it is to be. To be called first by all that use it. */
void find_refresh(struct find *find);

/* find.c: members in `arena`, none; and what both have. */
struct members members_make(const struct find *find, struct arena *arena);
void members_and(const struct find *find, struct members *result, const struct members *one,
                 const struct members *other);
size_t members_number(const struct find *find, const struct members *members);

/* evaluate.c: what has all words of the query. Lives in `work`. */
const struct members *evaluate_run(struct find *find, const struct query *query);

/* evaluate.c: what has the words that do not stand in the token `typed`; in `arena`. */
struct members evaluate_without(struct find *find, const struct query *query, const char *typed,
                                struct arena *arena);

/* narrow.c: brings facet_members and kept up to date with the wish. */
void narrow_run(struct find *find, const struct wish *wish);

/* narrow.c: what passes the filters of all facets but one; in `arena`. */
struct members narrow_without(struct find *find, const struct wish *wish, enum facet facet,
                              struct arena *arena);

/* narrow.c: brings gaps up to date with the wish. */
void gaps_run(struct find *find, const struct wish *wish);

/* narrow.c: how many gaps a subject meets, by its place; and an own practice. */
size_t gaps_at(const struct find *find, size_t place);
size_t gaps_own(const struct find *find, const struct own_noted *own);

/* sort.c: the places of all subjects in an order; gaps_run must have been called. */
const uint32_t *sort_run(struct find *find, enum order order);

#endif
