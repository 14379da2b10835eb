/*
 * letter: single characters, as texts are compared: which are the same letter, which marks are
 * accents, which digits have which value. A part of text_fold and order.
 *
 * A character is its number in Unicode. The locale does not matter.
 */
#ifndef VADEMECUM_BASE_LETTER_H
#define VADEMECUM_BASE_LETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    LETTER_BYTES = 4, /* of a character in UTF-8, at most */
    LETTER_PARTS = 18 /* the most that one character falls into: U+FDFA */
};

/*
 * Reads the first character of `text`, which must not be empty, and returns how many bytes it
 * takes. A bad byte is one U+FFFD.
 */
size_t letter_read(const char *text, int32_t *code);

/* Writes a character of Unicode, without a NUL, and returns its length. */
size_t letter_write(int32_t code, char bytes[LETTER_BYTES]);

/* How the parts of a character are wanted. */
enum letter_case {
    LETTER_AS_IS,
    LETTER_SMALL /* case folded */
};

/*
 * Writes what a character is made of to `parts` and returns how many: its letters and marks by
 * compatibility decomposition; a half of a flag is its capital letter. None for what is invisible.
 */
size_t letter_parts(int32_t code, enum letter_case in_case, int32_t parts[LETTER_PARTS]);

/* The parts put together where one character stands for the first two: か and ゛ are が. */
size_t letter_compose(int32_t parts[LETTER_PARTS], size_t count);

/* A small Latin letter that Unicode does not take apart in ASCII: "l" for ł; NULL for others. */
const char *letter_latin(int32_t code);

/*
 * What a small letter or a sign is compared by, when that is another one: "ه" for ة, "l" for ł, ""
 * for an apostrophe; NULL when it stands for itself. Static.
 */
const char *letter_form(int32_t code);

/* 0 to 9, whatever the script; -1 when it is no digit. */
int letter_digit(int32_t code);

/* Whether it is a blank, of any width. */
bool letter_is_blank(int32_t code);

/* Whether it is drawn on the letter before it. */
bool letter_is_mark(int32_t code);

/*
 * Whether it is a mark that does not count when texts are compared. Marks that do are vowels, or
 * make another letter: Japanese voicing, Indic and Thai vowels.
 */
bool letter_is_accent(int32_t code);

/* Whether words are made of it: letters, numbers, and marks. */
bool letter_is_in_words(int32_t code);

#endif
