#include "vademecum/find/synonyms.h"

#include "vademecum/base/text.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/find/facets.h"

#include <stdlib.h>
#include <string.h>

enum {
    BEGINNING = 4,    /* letters from which the beginning of a word is enough */
    COUNTRY_LEAST = 4 /* bytes: a name, for codes of countries are words too */
};

static int synonym_compare(const void *left, const void *right) {
    return strcmp(((const struct synonym *)left)->word, ((const struct synonym *)right)->word);
}

struct synonyms synonyms_make(const struct catalogue *catalogue, struct arena *arena) {
    const size_t rows = catalogue->rows[SCHEMA_SYNONYMS];
    struct synonyms synonyms = {.list = arena_array(arena, rows, sizeof *synonyms.list)};
    for (size_t i = 0; i < rows; i++) {
        const struct record *record = &catalogue->synonyms[i];
        const struct query query = query_read(arena, record_cell(record, SYNONYM_MEANING));
        if (query.count > 0) {
            synonyms.list[synonyms.count++] = (struct synonym){
                .word = text_fold(arena, record_cell(record, SYNONYM_WORD)),
                .meaning = query.words[0],
            };
        }
    }
    if (synonyms.count > 0) {
        qsort(synonyms.list, synonyms.count, sizeof *synonyms.list, synonym_compare);
    }
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

/* Adds a meaning, unless it is there, or whatever has it has the word itself. */
static void also_add(struct query *query, size_t of, struct query_word meaning) {
    if (meaning.fields == SOUGHT_ANY && strstr(meaning.part, query->words[of].part)) {
        return;
    }
    for (size_t i = 0; i < query->also_count; i++) {
        if (query->also[i].of == of && query_same(&query->also[i].word, &meaning)) {
            return;
        }
    }
    if (query->also_count < QUERY_ALSO_MAX) {
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

/* "country:CZ" */
static const char *country_typed(uint32_t country, struct arena *arena) {
    char code[3];
    facets_country_code(country, code);
    return arena_printf(arena, "%s:%s", sought_name(SOUGHT_COUNTRY), code);
}

/* Whether the name by which the country is shown has the word in it anyway. */
static bool country_shown(uint32_t country, const char *part, struct arena *arena) {
    char code[3];
    facets_country_code(country, code);
    return strstr(text_fold(arena, codes_country_name(code)), part);
}

static void word_add(const struct synonyms *synonyms, struct query *query, size_t of,
                     struct arena *arena) {
    const struct query_word *word = &query->words[of];
    const size_t first = first_from(synonyms, word->part);
    const size_t same = same_count(synonyms, first, word->part);
    const size_t count = same > 0 ? same : begun_count(synonyms, first, word->part);
    for (size_t i = 0; i < count; i++) {
        also_add(query, of, synonyms->list[first + i].meaning);
    }
    const bool name = strlen(word->part) >= COUNTRY_LEAST;
    const uint32_t country = name ? facets_country(word->part) : FACET_NONE;
    if (country != FACET_NONE && !country_shown(country, word->part, arena)) {
        struct query_word meaning = *word;
        meaning.fields = SOUGHT_BIT(SOUGHT_COUNTRY);
        meaning.country = country;
        meaning.typed = country_typed(country, arena);
        also_add(query, of, meaning);
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
