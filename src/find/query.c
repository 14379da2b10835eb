#include "vademecum/find/query.h"

#include "vademecum/base/letter.h"
#include "vademecum/base/text.h"
#include "vademecum/find/facets.h"
#include "vademecum/find/tokens.h"

#include <stdlib.h>
#include <string.h>

enum {
    YEAR_LENGTH = 4
};

/* Bytes up to the next blank that does not stand between quotation marks. */
static size_t token_length(const char *typed) {
    size_t length = 0;
    for (bool quoted = false; typed[length] && (quoted || !strchr(" \t\n", typed[length]));
         length++) {
        quoted ^= typed[length] == '"';
    }
    return length;
}

/* Whether the letter is missing that a mark is drawn on. */
static bool mark_begins(const char *folded) {
    int32_t code;
    letter_read(folded, &code);
    return letter_is_mark(code);
}

/* Bytes of the word at the start of a folded text, at most TOKENS_PART_MAX; 0 when there is none.
 */
static size_t word_length(const char *folded) {
    size_t length = 0;
    for (size_t letter; (letter = text_letter(folded + length)) > 0; length += letter) {
        if (length + letter > TOKENS_PART_MAX) {
            break;
        }
    }
    return length;
}

/* Adds what stands in the text, folded, word by word; or keeps it as signs. */
static void words_add(struct query *query, struct arena *arena, const char *text,
                      struct query_word word) {
    const char *folded = text_fold(arena, text);
    while (*folded && query->count < QUERY_WORDS_MAX) {
        const size_t length = mark_begins(folded) ? 0 : word_length(folded);
        if (length > 0) {
            word.part = arena_copy(arena, folded, length);
            query->words[query->count++] = word;
        }
        folded += length > 0 ? length : 1;
    }
    query->signs = query->signs ? query->signs : text;
}

static const char *unquoted(struct arena *arena, const char *text) {
    char *plain = arena_alloc(arena, strlen(text) + 1);
    size_t length = 0;
    for (; *text; text++) {
        if (*text != '"') {
            plain[length++] = *text;
        }
    }
    return plain;
}

static uint32_t year_meant(const char *text) {
    return strlen(text) == YEAR_LENGTH && strspn(text, "0123456789") == YEAR_LENGTH
               ? (uint32_t)strtoul(text, NULL, 10)
               : 0;
}

/* One word as it was typed, with or without a field. */
static void token_read(struct query *query, struct arena *arena, const char *typed, size_t length) {
    const char *token = arena_copy(arena, typed, length);
    struct query_word word = {
        .fields = SOUGHT_ANY,
        .country = FACET_NONE,
        .typed = token,
    };
    const char *colon = strchr(token, ':');
    if (!colon || colon == token) {
        words_add(query, arena, token, word);
        return;
    }
    const char *name = arena_copy(arena, token, (size_t)(colon - token));
    const enum sought field = sought_find(text_fold(arena, name));
    if (field == SOUGHT_FIELDS) {
        query->unknown = name;
        query->meant = sought_nearest(arena, name);
        words_add(query, arena, token, word);
        return;
    }
    const char *value = unquoted(arena, colon + 1);
    word.fields = SOUGHT_BIT(field);
    word.country = field == SOUGHT_COUNTRY ? facets_country(value) : FACET_NONE;
    word.year = field == SOUGHT_YEAR ? year_meant(value) : 0;
    if (word.country != FACET_NONE || word.year != 0) {
        /* One word, as it means one thing, however many it is written in. */
        word.part = text_fold(arena, value);
        if (query->count < QUERY_WORDS_MAX) {
            query->words[query->count++] = word;
        }
        return;
    }
    words_add(query, arena, value, word);
}

struct query query_read(struct arena *arena, const char *typed) {
    struct query query = {.count = 0};
    while (*typed) {
        typed += strspn(typed, " \t\n");
        const size_t length = token_length(typed);
        if (length > 0) {
            token_read(&query, arena, typed, length);
        }
        typed += length;
    }
    query.signs = query.count == 0 ? query.signs : NULL;
    return query;
}

bool query_same(const struct query_word *one, const struct query_word *other) {
    return one->fields == other->fields && one->country == other->country &&
           one->year == other->year && strcmp(one->part, other->part) == 0;
}

/*
 * Bytes of the text in which the part stands, when it begins in the `length` bytes that the text's
 * first character folds to from some place on; 0 when it does not. Marks behind it belong to it.
 */
static size_t match_from(const char *text, const char *folded, size_t length, const char *part) {
    char next[TEXT_FOLD_ROOM];
    size_t most = strlen(part);
    size_t last = 0; /* where the character begins that `folded` is of */
    size_t at = text_fold_next(text, next, &(size_t){0});
    for (;;) {
        const size_t same = length < most ? length : most;
        if (memcmp(folded, part, same) != 0) {
            return 0;
        }
        part += same;
        most -= same;
        if (most == 0 || !text[at]) {
            break;
        }
        last = at;
        at += text_fold_next(text + at, next, &length);
        folded = next;
    }
    struct cluster cluster;
    const size_t end = last + text_cluster(text + last, TEXT_TO_NUL, LETTERS_ALL, &cluster);
    return most > 0 ? 0 : end > at ? end : at;
}

/* Bytes of the text in which the part stands, when it begins in the text's first character. */
static size_t match_here(const char *text, const char *part) {
    char folded[TEXT_FOLD_ROOM];
    size_t length;
    text_fold_next(text, folded, &length);
    /* It may begin inside: "strase" in "straße" does not, but "sse" does. */
    for (size_t i = 0; i < length; i++) {
        if (folded[i] == part[0] && (folded[i] & 0xC0) != 0x80) {
            const size_t match = match_from(text, folded + i, length - i, part);
            if (match > 0) {
                return match;
            }
        }
    }
    return 0;
}

bool query_word_in(const struct query_word *word, enum sought field, const char *text) {
    if (!(SOUGHT_BIT(field) & word->fields)) {
        return false;
    }
    if (word->country != FACET_NONE) {
        return facets_country(text) == word->country;
    }
    size_t length;
    char folded[TEXT_FOLD_ROOM];
    while (*text) {
        if (match_here(text, word->part) > 0) {
            return true;
        }
        text += text_fold_next(text, folded, &length);
    }
    return false;
}

bool query_in(const struct query *query, enum sought field, const char *text) {
    bool in = false;
    for (size_t i = 0; i < query->count && !in; i++) {
        in = query_word_in(&query->words[i], field, text);
    }
    for (size_t i = 0; i < query->also_count && !in; i++) {
        in = query_word_in(&query->also[i].word, field, text);
    }
    return in;
}

/*
 * Bytes that the word takes at the start of a text of that field; 0 when it does not stand there.
 */
static size_t word_length_here(const struct query_word *word, enum sought field, const char *text) {
    return SOUGHT_BIT(field) & word->fields ? match_here(text, word->part) : 0;
}

bool query_match(const struct query *query, enum sought field, const char *text, size_t length,
                 size_t from, size_t *start, size_t *end) {
    size_t taken;
    char folded[TEXT_FOLD_ROOM];
    for (size_t at = from; at < length; at += text_fold_next(text + at, folded, &taken)) {
        size_t longest = 0;
        for (size_t i = 0; i < query->count; i++) {
            const size_t match = word_length_here(&query->words[i], field, text + at);
            longest = match > longest ? match : longest;
        }
        for (size_t i = 0; i < query->also_count; i++) {
            const size_t match = word_length_here(&query->also[i].word, field, text + at);
            longest = match > longest ? match : longest;
        }
        if (longest > 0) {
            *start = at;
            *end = at + longest;
            return true;
        }
    }
    return false;
}
