#include "vademecum/find/synonyms.h"

#include "vademecum/base/text.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/catalogue/names.h"
#include "vademecum/find/facets.h"

#include <stdlib.h>
#include <string.h>

enum {
    BEGINNING = 4,    /* letters from which the beginning of a word is enough */
    NAME_LEAST = 4 /* bytes: of a country's name that is no short form */
};

/* Synonyms being gathered. */
struct making {
    struct synonyms *synonyms;
    struct arena *arena;
    size_t room;
};

static int synonym_compare(const void *left, const void *right) {
    return strcmp(((const struct synonym *)left)->word, ((const struct synonym *)right)->word);
}

static void synonym_add(struct making *making, const char *word, struct query_word meaning) {
    struct synonyms *synonyms = making->synonyms;
    synonyms->list = arena_grow(making->arena, synonyms->list, synonyms->count, &making->room,
                                sizeof *synonyms->list);
    synonyms->list[synonyms->count++] = (struct synonym){.word = word, .meaning = meaning};
}

static void row_add(struct making *making, const struct record *record) {
    const struct query query = query_read(making->arena, record_cell(record, SYNONYM_MEANING));
    if (query.count > 0) {
        synonym_add(making, text_fold(making->arena, record_cell(record, SYNONYM_WORD)),
                    query.words[0]);
    }
}

/* What is typed is parted at blanks, so that only names of one word can be found. */
static void country_add(void *context, const char *code, const char *name) {
    struct making *making = context;
    if (strpbrk(name, " -") || strlen(name) < NAME_LEAST) {
        return;
    }
    const char *typed = arena_printf(making->arena, "%s:%s", sought_name(SOUGHT_COUNTRY), code);
    synonym_add(making, text_fold(making->arena, name), query_read(making->arena, typed).words[0]);
}

struct synonyms synonyms_make(const struct catalogue *catalogue, struct arena *arena) {
    struct synonyms synonyms = {.count = 0};
    struct making making = {.synonyms = &synonyms, .arena = arena};
    for (size_t i = 0; i < catalogue->rows[SCHEMA_SYNONYMS]; i++) {
        row_add(&making, &catalogue->synonyms[i]);
    }
    names_each(country_add, &making);
    qsort(synonyms.list, synonyms.count, sizeof *synonyms.list, synonym_compare);
    return synonyms;
}

/* The first of the list that is not before the word. */
static size_t first_from(const struct synonyms *synonyms, const char *word) {
    size_t least = 0;
    size_t most = synonyms->count;
    while (least < most) {
        const size_t middle = least + (most - least) / 2;
        if (strcmp(synonyms->list[middle].word, word) < 0) {
            least = middle + 1;
        } else {
            most = middle;
        }
    }
    return least;
}

/*
 * Whether whatever has the meaning has the word itself: a country by the name that is shown, too.
 */
static bool word_implied(const struct query_word *meaning, const char *part, struct arena *arena) {
    char code[3];
    if (meaning->country == FACET_NONE) {
        return meaning->fields == SOUGHT_ANY && strstr(meaning->part, part);
    }
    facets_country_code(meaning->country, code);
    return strstr(text_fold(arena, codes_country_name(code)), part);
}

/* Adds a meaning, unless it is there, or says no more than the word. */
static void also_add(struct query *query, size_t of, struct query_word meaning,
                     struct arena *arena) {
    bool known = query->also_count == QUERY_ALSO_MAX ||
                 word_implied(&meaning, query->words[of].part, arena);
    for (size_t i = 0; i < query->also_count; i++) {
        known |= query->also[i].of == of && query_same(&query->also[i].word, &meaning);
    }
    if (!known) {
        query->also[query->also_count++] = (struct query_also){of, meaning};
    }
}

/* How many of the list, from the first on, are the word. */
static size_t same_count(const struct synonyms *synonyms, size_t first, const char *word) {
    size_t count = 0;
    while (first + count < synonyms->count &&
           strcmp(synonyms->list[first + count].word, word) == 0) {
        count++;
    }
    return count;
}

static size_t letters_count(const char *word) {
    size_t count = 0;
    for (; *word; word += text_letter(word)) {
        count++;
    }
    return count;
}

/* How many of them begin with the word, when all of these mean the same; else 0. */
static size_t begun_count(const struct synonyms *synonyms, size_t first, const char *word) {
    const size_t length = strlen(word);
    const struct synonym *list = &synonyms->list[first];
    const size_t end = letters_count(word) >= BEGINNING ? synonyms->count : 0;
    size_t count = 0;
    while (first + count < end &&
           strncmp(list[count].word, word, length) == 0) {
        if (!query_same(&list[count].meaning, &list[0].meaning)) {
            return 0;
        }
        count++;
    }
    return count;
}

static void word_add(const struct synonyms *synonyms, struct query *query, size_t of,
                     struct arena *arena) {
    const struct query_word *word = &query->words[of];
    const size_t first = first_from(synonyms, word->part);
    const size_t same = same_count(synonyms, first, word->part);
    const size_t count = same > 0 ? same : begun_count(synonyms, first, word->part);
    for (size_t i = 0; i < count; i++) {
        also_add(query, of, synonyms->list[first + i].meaning, arena);
    }
}

void synonyms_add(const struct synonyms *synonyms, struct query *query, struct arena *arena) {
    for (size_t of = 0; of < query->count; of++) {
        if (query->words[of].fields == SOUGHT_ANY) {
            word_add(synonyms, query, of, arena);
        }
    }
}

void synonyms_near(const struct synonyms *synonyms, struct near *near) {
    for (size_t i = 0; i < synonyms->count; i++) {
        near_offer(near, synonyms->list[i].word, strlen(synonyms->list[i].word), 0);
    }
}
