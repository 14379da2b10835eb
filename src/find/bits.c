#include "vademecum/find/bits.h"

#include <string.h>

struct bits bits_make(struct arena *arena, size_t count) {
    return (struct bits){
        .words = arena_array(arena, bits_words(count), sizeof(uint64_t)),
        .count = count,
    };
}

size_t bits_words(size_t count) {
    return (count + BITS_WORD - 1) / BITS_WORD;
}

void bits_clear(struct bits *bits) {
    if (bits->count > 0) {
        memset(bits->words, 0, bits_words(bits->count) * sizeof *bits->words);
    }
}

void bits_fill(struct bits *bits) {
    const size_t words = bits_words(bits->count);
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
    for (size_t i = 0; i < bits_words(result->count); i++) {
        result->words[i] = one->words[i] & other->words[i];
    }
}

void bits_or(struct bits *result, const struct bits *one, const struct bits *other) {
    for (size_t i = 0; i < bits_words(result->count); i++) {
        result->words[i] = one->words[i] | other->words[i];
    }
}

static size_t ones(uint64_t word) {
    return (size_t)__builtin_popcountll(word);
}

size_t bits_number(const struct bits *bits) {
    size_t number = 0;
    for (size_t i = 0; i < bits_words(bits->count); i++) {
        number += ones(bits->words[i]);
    }
    return number;
}

size_t bits_common(const struct bits *one, const struct bits *other) {
    size_t number = 0;
    for (size_t i = 0; i < bits_words(one->count); i++) {
        number += ones(one->words[i] & other->words[i]);
    }
    return number;
}
