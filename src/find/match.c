#include "vademecum/find/match.h"

#include "vademecum/find/members.h"
#include "vademecum/find/set.h"

#include <string.h>

/* Practices of the catalogue that have the word, as far as they are possible. */
static void word_find(struct find *find, const struct query_word *word, const struct bits *possible,
                      struct bits *found) {
    if (word->country != FACET_NONE) {
        const struct set *set = facets_set(find->facets, FACET_COUNTRY, word->country);
        if (set) {
            set_add_to(set, found);
        }
        return;
    }
    if (word->year != 0) {
        facets_year(find->facets, word->year, found);
        return;
    }
    facets_find(find->facets, word->part, word->fields, found);
    notes_find(&find->notes, word->part, word->fields, found);
    if (find->index) {
        index_find(find->index, word->part, word->fields, possible, found);
    }
}

static bool own_has(const struct own_noted *own, const struct query_word *word) {
    if (word->country != FACET_NONE) {
        return own->country == word->country;
    }
    return word->year != 0 ? years_active(&own->years, word->year)
                           : notes_has(&own->noted, word->part, word->fields);
}

static void word_find_own(const struct find *find, const struct query_word *word, bool *own) {
    for (size_t i = 0; i < find->notes.own_count; i++) {
        own[i] |= own_has(&find->notes.own[i], word);
    }
}

/* Practices of the catalogue that have the word, or what it may also mean. */
static void meanings_find(struct find *find, const struct query *query, size_t number,
                          const struct bits *possible, struct bits *found) {
    word_find(find, &query->words[number], possible, found);
    for (size_t i = 0; i < query->also_count; i++) {
        if (query->also[i].of == number) {
            word_find(find, &query->also[i].word, possible, found);
        }
    }
}

static void meanings_find_own(const struct find *find, const struct query *query, size_t number,
                              bool *own) {
    memset(own, 0, find->notes.own_count * sizeof *own);
    word_find_own(find, &query->words[number], own);
    for (size_t i = 0; i < query->also_count; i++) {
        if (query->also[i].of == number) {
            word_find_own(find, &query->also[i].word, own);
        }
    }
}

/* Looks for a word among what has the words before it. */
static void stage_run(struct find *find, size_t number, const struct query *query) {
    const struct query_word *word = &query->words[number];
    struct stage *stage = &find->stages[number];
    const struct members *before = number > 0 ? &find->stages[number - 1].upto : &find->all;
    if (!stage->upto.practices.words) {
        stage->upto = members_make(find, &find->work);
        stage->alone = members_make(find, &find->work);
    }
    stage->word = *word;
    /* The query may be gone when the next letter is typed. */
    const size_t length = strnlen(word->part, TOKENS_PART_MAX);
    memcpy(stage->part, word->part, length);
    stage->part[length] = '\0';
    stage->word.part = stage->part;
    stage->word.typed = NULL;
    stage->known = false;
    bits_clear(&stage->upto.practices);
    bits_clear(&stage->alone.practices);
    meanings_find(find, query, number, &before->practices, &stage->upto.practices);
    bits_and(&stage->upto.practices, &stage->upto.practices, &before->practices);
    meanings_find_own(find, query, number, stage->alone.own);
    for (size_t i = 0; i < find->notes.own_count; i++) {
        stage->upto.own[i] = stage->alone.own[i] && before->own[i];
    }
}

const struct members *match_run(struct find *find, const struct query *query) {
    size_t same = 0;
    while (same < find->stage_count && same < query->count &&
           query_same(&find->stages[same].word, &query->words[same])) {
        same++;
    }
    for (size_t i = same; i < query->count; i++) {
        stage_run(find, i, query);
    }
    find->stage_count = query->count;
    if (query->signs) {
        return &find->none;
    }
    return query->count > 0 ? &find->stages[query->count - 1].upto : &find->all;
}

struct members match_without(struct find *find, const struct query *query, const char *typed,
                             struct arena *arena) {
    struct members result = members_make(find, arena);
    members_and(find, &result, &find->all, &find->all);
    match_run(find, query);
    for (size_t i = 0; i < query->count; i++) {
        struct stage *stage = &find->stages[i];
        if (query->words[i].typed == typed) {
            continue;
        }
        if (!stage->known) {
            meanings_find(find, query, i, &find->all.practices, &stage->alone.practices);
            stage->known = true;
        }
        members_and(find, &result, &result, &stage->alone);
    }
    return result;
}
