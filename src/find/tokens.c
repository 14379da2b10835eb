#include "vademecum/find/tokens.h"

#include <string.h>

enum {
    FOLDED = 1,       /* in `kinds`: more than one byte, or dropped */
    TWO_BYTES = 0xC2, /* the first byte of the first character that takes two */
    TWO_BYTES_END = 0xE0,
    FIRST_DIGIT = 26 /* its bit in tokens_characters */
};

/* 0 for what parts words, the small letter or digit, or FOLDED. */
#define ROW(first)                                                                                 \
    first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6, first + 7
#define LETTERS ROW('a'), ROW('i'), ROW('q'), 'y', 'z'
#define BEYOND                                                                                     \
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
static const char kinds[256] = {
    ['0'] = ROW('0'), '8',    '9',    ['A'] = LETTERS, ['a'] = LETTERS, [0x80] = BEYOND,
    BEYOND,           BEYOND, BEYOND, ['"'] = FOLDED,  ['\''] = FOLDED, ['`'] = FOLDED,
};

uint64_t tokens_characters(const char *bytes, size_t length) {
    uint64_t characters = 0;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] >= 'a' && bytes[i] <= 'z') {
            characters |= UINT64_C(1) << (bytes[i] - 'a');
        } else if (bytes[i] >= '0' && bytes[i] <= '9') {
            characters |= UINT64_C(1) << (bytes[i] - '0' + FIRST_DIGIT);
        }
    }
    return characters;
}

void tokens_init(struct tokens *words, struct arena *arena) {
    words->forms = arena_array(arena, TOKENS_FORMS, sizeof *words->forms);
    words->rest = "";
    tokens_restart(words);
    words->end = 0;
}

void tokens_restart(struct tokens *words) {
    /* A word that is being cut moves to the front. */
    const size_t begun = words->end - words->used;
    memmove(words->bytes, words->bytes + words->used, begun);
    words->count = 0;
    words->used = 0;
    words->end = begun;
}

void tokens_begin(struct tokens *words, const char *text) {
    words->rest = text;
}

static void word_end(struct tokens *words) {
    const char *bytes = words->bytes + words->used;
    const size_t length = words->end - words->used;
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x9E3779B97F4A7C15);
    }
    words->pieces[words->count++] = (struct tokens_piece){
        .bytes = bytes,
        .length = length,
        .hash = hash ^ hash >> 29,
    };
    words->used = words->end;
}

/* Ends a piece of a very long word, and begins the next with its last bytes. */
static void word_cut(struct tokens *words) {
    word_end(words);
    memmove(words->bytes + words->end, words->bytes + words->end - TOKENS_PART_MAX,
            TOKENS_PART_MAX);
    words->end += TOKENS_PART_MAX;
}

/* The forms of all characters of two bytes fit. */
static struct tokens_form form_make(const char *text, size_t *taken) {
    char folded[TEXT_FOLD_ROOM + 1];
    size_t length;
    struct tokens_form form = {.length = 1};
    *taken = text_fold_next(text, folded, &length);
    folded[length] = '\0';
    for (size_t i = 0; i < length;) {
        const size_t letter = text_letter(folded + i);
        for (size_t j = 0; j < letter && form.length <= sizeof form.bytes; j++) {
            form.bytes[form.length++ - 1] = folded[i + j];
        }
        if (letter == 0 && form.length <= sizeof form.bytes) {
            form.bytes[form.length++ - 1] = ' ';
        }
        i += letter > 0 ? letter : 1;
    }
    return form;
}

static void byte_add(struct tokens *words, char byte) {
    if (byte != ' ') {
        words->bytes[words->end++] = byte;
        if (words->end - words->used >= TOKENS_WORD_MAX) {
            word_cut(words);
        }
    } else if (words->end > words->used) {
        word_end(words);
    }
}

/* Adds what the character folds to, and moves on behind it. */
static void form_add(struct tokens *words, const char **text) {
    const unsigned char lead = (unsigned char)(*text)[0];
    const unsigned char next = (unsigned char)(*text)[1];
    struct tokens_form form;
    size_t taken = 2;
    if (lead >= TWO_BYTES && lead < TWO_BYTES_END && (next & 0xC0) == 0x80) {
        struct tokens_form *known = &words->forms[(lead & 0x1F) << 6 | (next & 0x3F)];
        if (known->length == 0) {
            *known = form_make(*text, &taken);
        }
        form = *known;
        *text += 2;
    } else {
        char folded[TEXT_FOLD_ROOM + 1];
        size_t length;
        *text += text_fold_next(*text, folded, &length);
        folded[length] = '\0';
        for (size_t i = 0; i < length;) {
            const size_t letter = text_letter(folded + i);
            for (size_t j = 0; j < letter; j++) {
                byte_add(words, folded[i + j]);
            }
            if (letter == 0) {
                byte_add(words, ' ');
            }
            i += letter > 0 ? letter : 1;
        }
        return;
    }
    for (size_t i = 0; i + 1 < form.length; i++) {
        byte_add(words, form.bytes[i]);
    }
}

bool tokens_read(struct tokens *words) {
    const char *text = words->rest;
    /* A character may be several words: U+FDFA is four. */
    while (words->count < TOKENS_BATCH - 8 &&
           words->end < TOKENS_BYTES_MAX - TOKENS_WORD_MAX - TEXT_FOLD_ROOM) {
        const char kind = kinds[(unsigned char)*text];
        if (kind > FOLDED) {
            words->bytes[words->end++] = kind;
            text++;
            if (words->end - words->used >= TOKENS_WORD_MAX) {
                word_cut(words);
            }
        } else if (kind == FOLDED) {
            form_add(words, &text);
        } else {
            if (words->end > words->used) {
                word_end(words);
            }
            if (*text == '\0') {
                words->rest = text;
                return true;
            }
            text++;
        }
    }
    words->rest = text;
    return false;
}
