/*
 * synonyms: what a word that is searched for may also mean: by the catalogue's synonyms.csv, and as
 * the name of a country in one of its languages.
 */
#ifndef VADEMECUM_FIND_SYNONYMS_H
#define VADEMECUM_FIND_SYNONYMS_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/near.h"
#include "vademecum/find/query.h"

#include <stddef.h>

/* A word and what it may also mean. */
struct synonym {
    const char *word; /* folded */
    struct query_word meaning;
};

struct synonyms {
    struct synonym *list; /* by word */
    size_t count;
};

/* The synonyms of the catalogue, as far as it has been read; in `arena`. */
struct synonyms synonyms_make(const struct catalogue *catalogue, struct arena *arena);

/*
 * Adds to `query->also`, in `arena`, what the words of the query may also mean, except words that
 * are searched for in one field only. From four letters on, the beginning of a word is enough, when
 * all words that begin so mean the same.
 */
void synonyms_add(const struct synonyms *synonyms, struct query *query, struct arena *arena);

/* Offers all words to `near`. */
void synonyms_near(const struct synonyms *synonyms, struct near *near);

#endif
