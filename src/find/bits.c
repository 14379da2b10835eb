#include "vademecum/find/bits.h"

#include <string.h>

enum {
    PAGE_WORDS = SET_PAGE / BITS_WORD
};

static size_t words_of(size_t count);
static size_t ones(uint64_t word);

struct bits bits_make(struct arena *arena, size_t count) {
    return (struct bits){
        .words = arena_array(arena, words_of(count), sizeof(uint64_t)),
        .count = count,
    };
}

void bits_clear(struct bits *bits) {
    if (bits->count > 0) {
        memset(bits->words, 0, words_of(bits->count) * sizeof *bits->words);
    }
}

void bits_fill(struct bits *bits) {
    const size_t words = words_of(bits->count);
    if (words == 0) {
        return;
    }
    memset(bits->words, 0xFF, words * sizeof *bits->words);
    const size_t last = bits->count % BITS_WORD;
    if (last > 0) {
        bits->words[words - 1] = (UINT64_C(1) << last) - 1;
    }
}

void bits_put(struct bits *bits, size_t number) {
    bits->words[number / BITS_WORD] |= UINT64_C(1) << number % BITS_WORD;
}

bool bits_has(const struct bits *bits, size_t number) {
    return number < bits->count && (bits->words[number / BITS_WORD] >> number % BITS_WORD & 1) != 0;
}

void bits_and(struct bits *result, const struct bits *one, const struct bits *other) {
    for (size_t i = 0; i < words_of(result->count); i++) {
        result->words[i] = one->words[i] & other->words[i];
    }
}

void bits_or(struct bits *result, const struct bits *one, const struct bits *other) {
    for (size_t i = 0; i < words_of(result->count); i++) {
        result->words[i] = one->words[i] | other->words[i];
    }
}

size_t bits_number(const struct bits *bits) {
    size_t number = 0;
    for (size_t i = 0; i < words_of(bits->count); i++) {
        number += ones(bits->words[i]);
    }
    return number;
}

size_t bits_common(const struct bits *one, const struct bits *other) {
    size_t number = 0;
    for (size_t i = 0; i < words_of(one->count); i++) {
        number += ones(one->words[i] & other->words[i]);
    }
    return number;
}

void set_put(struct set *set, struct arena *arena, size_t number) {
    const size_t page = number / SET_PAGE;
    while (page >= set->page_room) {
        set->pages = arena_grow(arena, set->pages, set->page_room, &set->page_room,
                                sizeof *set->pages);
    }
    if (!set->pages[page]) {
        set->pages[page] = arena_array(arena, PAGE_WORDS, sizeof(uint64_t));
    }
    const size_t place = number % SET_PAGE;
    set->pages[page][place / BITS_WORD] |= UINT64_C(1) << place % BITS_WORD;
}

bool set_has(const struct set *set, size_t number) {
    const size_t page = number / SET_PAGE;
    const size_t place = number % SET_PAGE;
    return page < set->page_room && set->pages[page] &&
           (set->pages[page][place / BITS_WORD] >> place % BITS_WORD & 1) != 0;
}

void set_add_to(const struct set *set, struct bits *bits) {
    const size_t words = words_of(bits->count);
    for (size_t page = 0; page < set->page_room && page * PAGE_WORDS < words; page++) {
        const uint64_t *from = set->pages[page];
        const size_t first = page * PAGE_WORDS;
        for (size_t i = 0; from && i < PAGE_WORDS && first + i < words; i++) {
            bits->words[first + i] |= from[i];
        }
    }
    const size_t last = bits->count % BITS_WORD;
    if (last > 0) {
        bits->words[words - 1] &= (UINT64_C(1) << last) - 1;
    }
}

size_t set_common(const struct set *set, const struct bits *bits) {
    const size_t words = words_of(bits->count);
    size_t number = 0;
    for (size_t page = 0; page < set->page_room && page * PAGE_WORDS < words; page++) {
        const uint64_t *of = set->pages[page];
        const size_t first = page * PAGE_WORDS;
        for (size_t i = 0; of && i < PAGE_WORDS && first + i < words; i++) {
            number += ones(of[i] & bits->words[first + i]);
        }
    }
    return number;
}

static size_t words_of(size_t count) {
    return (count + BITS_WORD - 1) / BITS_WORD;
}

static size_t ones(uint64_t word) {
    return (size_t)__builtin_popcountll(word);
}
