#include "prose.h"
#include "vademecum/base/count.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    WORDS = 40000,
    WORD_SIZE = 16,            /* of a word, with its NUL */
    SLOTS = 1 << 17,           /* of the table of words that were made, a power of 2 */
    SENTENCE_WORDS_LEAST = 8,  /* of a sentence */
    SENTENCE_WORDS_RANGE = 14, /* how many more it may have */
    BREAKS = 200,              /* one sentence in so many begins on a line of its own */
    IN_ALL = 1000              /* what the shares below are of */
};

/* A word and, by the alias method, the one that stands for it when the dice say so. */
struct word {
    char text[WORD_SIZE];
    uint8_t length;
    uint32_t other; /* another word */
    uint32_t share; /* of 2 to the 32: how often it is this one */
};

struct vocabulary {
    struct word words[WORDS];
};

/* What else may stand in place of a plain word, and how often. */
enum sort {
    SORT_FOREIGN,
    SORT_MISTYPED,
    SORT_NUMBER,
    SORT_QUOTED,
    SORT_OWNER, /* with an apostrophe */
    SORT_BEFORE_COMMA,
    SORT_PLAIN,
    SORT_COUNT
};

static const uint32_t shares[SORT_COUNT] = {
    [SORT_FOREIGN] = 12, [SORT_MISTYPED] = 2,      [SORT_NUMBER] = 8,  [SORT_QUOTED] = 5,
    [SORT_OWNER] = 6,    [SORT_BEFORE_COMMA] = 60, [SORT_PLAIN] = 907,
};

static const char *const foreign[] = {
    "Ústí",      "Gdańsk",     "Łódź",     "Malmö",    "straße",     "Kraków",    "Brno-město",
    "école",     "município",  "España",   "Århus",    "Tromsø",     "Þingeyri",  "Zürich",
    "Plzeň",     "Timișoara",  "Győr",     "Čeština",  "žádost",     "wspólnota", "społeczność",
    "Fußgänger", "übersetzen", "señora",   "formação", "integração", "Ελλάδα",    "Αθήνα",
    "български", "Київ",       "українці", "Đakovo",   "šolstvo",    "kärnten",   "työ",
    "äitiys",    "éducation",  "œuvre",    "naïve",    "coöperatie", "İzmir",     "ķekava",
    "Šiauliai",  "mājas",      "Ħamrun",   "Žilina",   "Košice",     "Ærø",
};

static void words_spell(struct vocabulary *vocabulary);
static unsigned syllables_at(size_t rank, struct chance *dice);
static size_t word_spell(char text[WORD_SIZE], unsigned syllables, struct chance *dice);
static bool word_is_new(const struct vocabulary *vocabulary, uint32_t *slots, size_t rank);
static void words_weigh(struct vocabulary *vocabulary, struct arena *arena);
static const struct word *word_draw(const struct vocabulary *vocabulary, struct chance *chance);
static void word_add(struct prose *prose, const struct vocabulary *vocabulary,
                     struct chance *chance);
static enum sort sort_draw(struct chance *chance);
static void mistyped_add(struct prose *prose, const struct word *word, struct chance *chance);
static void bytes_add(struct prose *prose, const char *bytes, size_t length);
static void capital_set(struct prose *prose, size_t start);

struct vocabulary *vocabulary_make(struct arena *arena) {
    struct vocabulary *vocabulary = arena_alloc(arena, sizeof *vocabulary);
    words_spell(vocabulary);
    words_weigh(vocabulary, arena);
    return vocabulary;
}

const char *vocabulary_word(const struct vocabulary *vocabulary, struct chance *chance) {
    return word_draw(vocabulary, chance)->text;
}

void prose_clear(struct prose *prose) {
    prose->bytes[0] = '\0';
    prose->length = 0;
}

void prose_add(struct prose *prose, const char *format, ...) {
    char piece[PROSE_MOST];
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    if (length > 0 && (size_t)length < sizeof piece) {
        bytes_add(prose, piece, (size_t)length);
    }
}

void prose_sentences(struct prose *prose, const struct vocabulary *vocabulary,
                     struct chance *chance, size_t length) {
    const size_t end = prose->length + length;
    while (prose->length < end) {
        if (prose->length > 0) {
            const bool breaks = chance_hits(chance, 1, BREAKS);
            bytes_add(prose, breaks ? "\r\n" : " ", breaks ? 2 : 1);
        }
        const size_t start = prose->length;
        uint32_t words = SENTENCE_WORDS_LEAST + chance_below(chance, SENTENCE_WORDS_RANGE);
        word_add(prose, vocabulary, chance);
        while (--words > 0 && prose->length + 2 < end) {
            bytes_add(prose, " ", 1);
            word_add(prose, vocabulary, chance);
        }
        if (prose->bytes[prose->length - 1] == ',') {
            prose->length--;
        }
        capital_set(prose, start);
        bytes_add(prose, ".", 1);
    }
}

void prose_title(struct prose *prose, const struct vocabulary *vocabulary, struct chance *chance,
                 unsigned words) {
    const size_t start = prose->length;
    for (unsigned i = 0; i < words; i++) {
        prose_add(prose, i > 0 ? " %s" : "%s", vocabulary_word(vocabulary, chance));
    }
    capital_set(prose, start);
}

static void words_spell(struct vocabulary *vocabulary) {
    struct chance dice = chance_of(0, 0);
    uint32_t slots[SLOTS] = {0};
    for (size_t rank = 0; rank < WORDS; rank++) {
        struct word *word = &vocabulary->words[rank];
        do {
            word->length = (uint8_t)word_spell(word->text, syllables_at(rank, &dice), &dice);
        } while (!word_is_new(vocabulary, slots, rank));
    }
}

static unsigned syllables_at(size_t rank, struct chance *dice) {
    static const size_t ends[] = {80, 2500, 20000};
    unsigned syllables = 1;
    for (size_t i = 0; i < COUNT(ends); i++) {
        syllables += rank >= ends[i];
    }
    /* Some rare words are short, and so no frequent one becomes long. */
    return syllables > 2 && chance_hits(dice, 1, 4) ? syllables - 1 : syllables;
}

/* Returns the length. Only the last syllable may end in a consonant, so any two differ plainly. */
static size_t word_spell(char text[WORD_SIZE], unsigned syllables, struct chance *dice) {
    static const char *const heads[] = {"b", "d", "f", "g", "h", "k", "l",  "m",  "n",  "p",
                                        "r", "s", "t", "v", "w", "z", "br", "st", "tr", ""};
    static const char *const tails[] = {"", "", "", "n", "r", "s", "t", "l", "m"};
    size_t length = 0;
    for (unsigned i = 0; i < syllables; i++) {
        const bool last = i + 1 == syllables;
        const char *head = heads[chance_below(dice, COUNT(heads) - (i > 0))];
        const char *tail = last ? tails[chance_below(dice, COUNT(tails))] : "";
        length += (size_t)snprintf(text + length, WORD_SIZE - length, "%s%c%s", head,
                                   "aeiou"[chance_below(dice, 5)], tail);
    }
    return length;
}

/* Puts the word at this rank into the slots, which hold ranks + 1, unless an equal one is there. */
static bool word_is_new(const struct vocabulary *vocabulary, uint32_t *slots, size_t rank) {
    const char *text = vocabulary->words[rank].text;
    uint32_t slot = 0;
    for (const char *at = text; *at; at++) {
        slot = slot * 31 + (unsigned char)*at;
    }
    for (slot %= SLOTS; slots[slot]; slot = (slot + 1) % SLOTS) {
        if (strcmp(vocabulary->words[slots[slot] - 1].text, text) == 0) {
            return false;
        }
    }
    slots[slot] = (uint32_t)rank + 1;
    return true;
}

/*
 * The alias method, in whole numbers, so that every machine comes to the same: each word that is
 * rarer than the mean shares its place with one that is more frequent.
 */
static void words_weigh(struct vocabulary *vocabulary, struct arena *arena) {
    uint64_t *weights = arena_array(arena, WORDS, sizeof *weights);
    uint32_t *order = arena_array(arena, WORDS, sizeof *order);
    uint64_t mean = 0;
    for (uint32_t rank = 0; rank < WORDS; rank++) {
        weights[rank] = ((uint64_t)1 << 46) / (10 * rank + 27);
        mean += weights[rank] / WORDS;
    }
    /* The rare ones from the left, the others from the right. */
    size_t rare = 0;
    size_t frequent = WORDS;
    for (uint32_t rank = 0; rank < WORDS; rank++) {
        order[weights[rank] < mean ? rare++ : --frequent] = rank;
        vocabulary->words[rank].share = UINT32_MAX;
    }
    size_t begin = 0;
    while (begin < rare && frequent < WORDS) {
        const uint32_t one = order[begin++];
        const uint32_t other = order[frequent];
        vocabulary->words[one].other = other;
        vocabulary->words[one].share = (uint32_t)((weights[one] << 32) / mean);
        weights[other] -= mean - weights[one];
        if (weights[other] < mean) {
            frequent++;
            order[--begin] = other;
        }
    }
}

static const struct word *word_draw(const struct vocabulary *vocabulary, struct chance *chance) {
    const uint64_t bits = chance_next(chance);
    const struct word *word = &vocabulary->words[(bits >> 32) * WORDS >> 32];
    return (uint32_t)bits <= word->share ? word : &vocabulary->words[word->other];
}

static void word_add(struct prose *prose, const struct vocabulary *vocabulary,
                     struct chance *chance) {
    const struct word *word = word_draw(vocabulary, chance);
    switch (sort_draw(chance)) {
    case SORT_FOREIGN:
        prose_add(prose, "%s", foreign[chance_low(chance, COUNT(foreign))]);
        break;
    case SORT_MISTYPED:
        mistyped_add(prose, word, chance);
        break;
    case SORT_NUMBER:
        prose_add(prose, "%u", 1 + chance_low(chance, 2026));
        break;
    case SORT_QUOTED:
        prose_add(prose, "\"%s\"", word->text);
        break;
    case SORT_OWNER:
        prose_add(prose, "%s’s", word->text);
        break;
    case SORT_BEFORE_COMMA:
        prose_add(prose, "%s,", word->text);
        break;
    default:
        bytes_add(prose, word->text, word->length);
    }
}

static enum sort sort_draw(struct chance *chance) {
    uint32_t left = chance_below(chance, IN_ALL);
    enum sort sort = 0;
    while (sort < SORT_PLAIN && left >= shares[sort]) {
        left -= shares[sort++];
    }
    return sort;
}

/* Two letters swapped, one left out, or one twice. */
static void mistyped_add(struct prose *prose, const struct word *word, struct chance *chance) {
    if (word->length < 3) {
        bytes_add(prose, word->text, word->length);
        return;
    }
    const uint32_t at = chance_below(chance, word->length - 1u);
    const char *text = word->text;
    const char *end = text + at;
    const struct {
        const char *middle;
        const char *rest;
    } slips[] = {
        {(const char[]){end[1], end[0], '\0'}, end + 2},
        {"", end + 1},
        {(const char[]){end[0], end[0], '\0'}, end + 1},
    };
    const uint32_t slip = chance_below(chance, COUNT(slips));
    prose_add(prose, "%.*s%s%s", (int)at, text, slips[slip].middle, slips[slip].rest);
}

static void bytes_add(struct prose *prose, const char *bytes, size_t length) {
    if (length >= sizeof prose->bytes - prose->length) {
        return;
    }
    memcpy(prose->bytes + prose->length, bytes, length);
    prose->length += length;
    prose->bytes[prose->length] = '\0';
}

/* A letter beyond ASCII stays as it is. */
static void capital_set(struct prose *prose, size_t start) {
    const unsigned char first = (unsigned char)prose->bytes[start];
    if (first < 0x80) {
        prose->bytes[start] = (char)toupper(first);
    }
}
