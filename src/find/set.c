#include "vademecum/find/set.h"

enum {
    PAGE_WORDS = SET_PAGE / BITS_WORD
};

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
    const size_t words = bits_words(bits->count);
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
    const size_t words = bits_words(bits->count);
    size_t number = 0;
    for (size_t page = 0; page < set->page_room && page * PAGE_WORDS < words; page++) {
        const uint64_t *of = set->pages[page];
        const size_t first = page * PAGE_WORDS;
        for (size_t i = 0; of && i < PAGE_WORDS && first + i < words; i++) {
            number += (size_t)__builtin_popcountll(of[i] & bits->words[first + i]);
        }
    }
    return number;
}
