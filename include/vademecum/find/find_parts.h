/*
 * find_parts: what the files of find share. A part of find: everybody else includes find.h.
 */
#ifndef VADEMECUM_FIND_FIND_PARTS_H
#define VADEMECUM_FIND_FIND_PARTS_H

#include "vademecum/find/facets.h"
#include "vademecum/find/find.h"
#include "vademecum/find/index.h"
#include "vademecum/find/notes.h"
#include "vademecum/find/synonyms.h"
#include "vademecum/find/tokens.h"

/* Practices of the catalogue by index, and own ones as notes->own has them. */
struct members {
    struct bits practices;
    bool *own;
};

/* A word that was looked for, kept for when the next letter is typed. */
struct stage {
    struct query_word word;
    char part[TOKENS_PART_MAX + 1]; /* of the word */
    struct members upto;            /* what has it and all words before it */
    struct members alone;           /* what has it; of the catalogue only when it is `known` */
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
    struct synonyms synonyms;
    bool synonyms_known;      /* they are all that the catalogue will have */
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
    enum grouping grouping;
    bool ordered; /* what follows is for both */
    uint32_t *order_places;
};

/* Makes `work` anew when it is out of date; all that use it call this first. */
void find_refresh(struct find *find);

/* What was most likely meant by words that nothing has. */
struct find_meant {
    const char *words; /* the whole line, in `arena` */
    size_t count;      /* practices that it finds */
};

/*
 * Replaces the words of the wish that no practice has by the nearest ones that some have. False
 * when these find nothing either.
 */
bool find_meant(struct find *find, const struct wish *wish, struct arena *arena,
                struct find_meant *meant);

/* The query that was typed, with what its words may also mean. */
struct query find_query(struct find *find, const char *words, struct arena *arena);

#endif
