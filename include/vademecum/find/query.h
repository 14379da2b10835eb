/*
 * query: reads what was typed to be searched for, and finds it in a text.
 *
 * All words must be found, each inside a word of any text of the practice, whatever its case and
 * accents. `field:word` is found in that field only; a field's word may stand in quotation marks
 * ("area:"equal treatment""). `country:cz` and `country:czechia` mean the country, `year:2018`
 * those that were active in that year.
 */
#ifndef VADEMECUM_FIND_QUERY_H
#define VADEMECUM_FIND_QUERY_H

#include "vademecum/base/arena.h"
#include "vademecum/find/sought.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    QUERY_WORDS_MAX = 16, /* further ones are not searched for */
    QUERY_ALSO_MAX = 16   /* nor are further ones of what they may also mean */
};

struct query_word {
    const char *part;  /* folded letters and digits, 1 to TOKENS_PART_MAX bytes */
    uint32_t fields;   /* SOUGHT_BIT, joined: where it is searched for */
    uint32_t country;  /* value of FACET_COUNTRY that it means, or FACET_NONE */
    uint32_t year;     /* that it means, or 0 */
    const char *typed; /* the same as the user typed it, for sentences: "country:cz" */
};

/* What one of the words may mean besides (synonyms.h): it is found in its place. */
struct query_also {
    size_t of; /* number of the word */
    struct query_word word;
};

struct query {
    struct query_word words[QUERY_WORDS_MAX];
    struct query_also also[QUERY_ALSO_MAX];
    size_t also_count;
    size_t count;        /* of `words`; 0: all practices are found, unless `signs` is set */
    const char *signs;   /* what was typed, when no letter or digit is in it to be looked for: then
                            no practice is found; "" when nothing stands behind a field's colon;
                            NULL when there are words, or nothing was typed at all */
    const char *unknown; /* what stood before a colon and is no field, or NULL; it is then searched
                            for as a word */
    const char *meant;   /* the field that it is near to, or NULL */
};

/* Reads what was typed; any text will do. Its texts live in `arena`. */
struct query query_read(struct arena *arena, const char *typed);

/* Whether two words ask for the same. */
bool query_same(const struct query_word *one, const struct query_word *other);

/* Whether the text of that field has a word of the query in it, or what it also means. */
bool query_in(const struct query *query, enum sought field, const char *text);

/* Whether the text of that field has the word in it. */
bool query_word_in(const struct query_word *word, enum sought field, const char *text);

/*
 * The next place in a text of that field, from the byte `from` on, where a word of the query
 * stands: bytes `*start` to before `*end`, whole characters; of several that begin there the
 * longest. It begins in the first `length` bytes of the text, but may end behind them. False when
 * there is none. Start with `from` 0, then go on with `*end`.
 */
bool query_match(const struct query *query, enum sought field, const char *text, size_t length,
                 size_t from, size_t *start, size_t *end);

#endif
