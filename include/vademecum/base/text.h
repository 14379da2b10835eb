/*
 * text: turns bytes of unknown origin into clusters that may be shown, and measures them.
 *
 * This is the one door between stored text and anything that is displayed (the screen, standard
 * output, standard error). Input is meant to be UTF-8, but any bytes are allowed. What comes out
 * holds no control, no format or direction mark, no invisible character and no broken sequence.
 *
 * Widths are columns of a terminal cell grid, from wcwidth() in the locale that main has set.
 */
#ifndef VADEMECUM_BASE_TEXT_H
#define VADEMECUM_BASE_TEXT_H

#include "vademecum/base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

enum {
    CLUSTER_CHARS = 5,  /* a base and four marks: what a curses cell holds (CCHARW_MAX) */
    TEXT_CODE_BYTES = 4 /* of a character in UTF-8, at most */
};

/* As length for text_cluster: up to the NUL that ends the text, which must not be empty. */
#define TEXT_TO_NUL SIZE_MAX

/* How letters beyond ASCII are to come out. */
enum letters {
    LETTERS_ALL,  /* as they are */
    LETTERS_ASCII /* in ASCII: "Ústí" as "Usti", what has no such form as "?" */
};

/*
 * What one cell of the screen holds: a character that takes columns and the marks drawn over it.
 * With LETTERS_ALL the first of `chars` takes all the columns and the others take none; with
 * LETTERS_ASCII each takes one.
 */
struct cluster {
    wchar_t chars[CLUSTER_CHARS + 1]; /* NUL-terminated; with LETTERS_ASCII up to five letters */
    int width;    /* columns: 1 or 2, more only with LETTERS_ASCII; 0: newline */
    bool newline; /* LF, or CR LF; chars is then empty */
    bool space;   /* a blank or tab where a line may break (U+00A0: not) */
};

/*
 * Reads the cluster at `bytes` and returns how many bytes it took, at least 1; `length` must be at
 * least 1. A TAB comes out as one space, CR LF and LF as newline; every other control, format,
 * direction, invisible or unassigned character as a visible mark of width 1 (U+00B7-like signs are
 * not used: a control becomes U+2400 + its number, DEL U+2421, all others U+FFFD); each bad byte
 * as one U+FFFD. Marks beyond the fourth on one base are left out; a mark without a base stands on
 * U+25CC. With LETTERS_ASCII each of these marks is "?".
 *
 * Joiners, variation selectors and skin tones are left out behind a character that they could
 * change, so that its width is the same on every terminal; the members of a joined emoji stand one
 * by one. Joiners and non-joiners stay where they shape letters, as in Persian. Each half of a flag
 * comes out as its capital letter. Nothing is shown of a soft hyphen, nor of a zero-width space
 * where words stand side by side, as in Khmer: they go with the cluster before them, a soft hyphen
 * at the start with the one behind it, and one that is the whole text comes out as a blank.
 */
size_t text_cluster(const char *bytes, size_t length, enum letters letters,
                    struct cluster *cluster);

/*
 * Whether a cluster starts at the character at `bytes`, whatever stands before it; false also where
 * one may start. For a search backwards.
 */
bool text_cluster_starts(const char *bytes, size_t length);

/*
 * The ASCII form of a character, NUL-terminated, in `form`, and its length, 1 to CLUSTER_CHARS: "l"
 * for ł, "oe" for œ, "->" for →. 0 and "" when it has none. No locale is asked.
 */
size_t text_ascii(wchar_t character, char form[CLUSTER_CHARS + 1]);

/*
 * Writes the character as UTF-8 to `bytes`, without a NUL, and returns its length; 0 for a number
 * that is no character of Unicode. No locale is asked.
 */
size_t text_encode(int code, char bytes[TEXT_CODE_BYTES]);

/* Columns that the text takes on one line; a newline in it counts as 1 (it is shown as a space). */
int text_width(const char *text, enum letters letters);

/*
 * How many bytes of `text` fit into `width` columns, whole clusters only; `*used`, unless NULL,
 * gets the columns that they take. Stops before a newline.
 */
size_t text_fit(const char *text, size_t length, int width, enum letters letters, int *used);

/* A piece of a longer text that stands on one line. */
struct span {
    const char *start; /* into the wrapped text */
    size_t length;     /* bytes, without the blanks at the break and without the newline */
};

/*
 * Cuts the next line off `*rest` (NUL-terminated), wrapped at blanks to `width` columns (>= 1), and
 * moves `*rest` on. A word wider than the line is cut between clusters; a cluster wider than the
 * line stands alone. A newline ends a line; two in a row make an empty one. After a hyphen or slash
 * between letters a line may break too. Returns false, with nothing done, when `*rest` is at its
 * end; so an empty text has no line. Blanks at the start of the text or behind a newline stay, as
 * an indent; if the word behind them does not fit, an empty line stands for them.
 */
bool text_wrap(const char **rest, int width, enum letters letters, struct span *line);

/* The text as it may be shown: clusters as text_cluster makes them, as UTF-8; newlines stay. */
char *text_clean(struct arena *arena, const char *text, enum letters letters);

/* The same on one line: newlines become spaces. */
char *text_clean_line(struct arena *arena, const char *text, enum letters letters);

/* How many bytes at the start of `bytes` are whole, valid UTF-8; equals `length` when all are. */
size_t text_valid(const char *bytes, size_t length);

/*
 * How many bytes at the start of `bytes` show nothing: blanks of every kind, line ends, and what
 * only looks empty, such as U+00A0 and U+200B.
 */
size_t text_blanks(const char *bytes, size_t length);

/* Reads the character at `bytes` and returns how many bytes it took; 0 when it is no UTF-8. */
size_t text_code(const char *bytes, size_t length, int32_t *code);

/* Whether the character is a blank of any width, a tab, CR or LF. */
bool text_blank(int32_t code);

/*
 * Whether the character shows nothing and does no good behind `before` (0: at the start): a
 * zero-width space, a direction mark, a byte-order mark within a text. Blanks, line ends, soft
 * hyphens, joiners and variation selectors are none of these.
 */
bool text_invisible(int32_t code, int32_t before);

/*
 * The text folded for comparing; texts that are canonically equal fold alike.
 *
 * No case, and compatibility forms resolved (NFKD casefold). No accents, as far as a mark is one:
 * those of Latin, Greek, Cyrillic, Arabic, Hebrew and Syriac go, while vowels, tones and voicing
 * marks of other scripts stay. Letters that differ by the keyboard only are one: ł is "l", ə is
 * "e", Persian and Arabic kaf are one letter, digits of all scripts are 0 to 9; letter.c has them
 * all. Apostrophes and quotation marks are dropped, so that a word with one is one word, however it
 * is typed. Every blank becomes a space, a flag its two letters; invisible characters are dropped,
 * controls stay. Bad bytes become U+FFFD.
 */
char *text_fold(struct arena *arena, const char *text);

/* Whether each of these words (folded, blanks between them) is somewhere in a folded text. */
bool text_words_in(const char *folded, const char *words);

enum {
    TEXT_FOLD_ROOM = 96 /* bytes: the longest, U+FDFA, folds to 18 characters */
};

/*
 * Folds the first character of `text`, which must not be empty, as text_fold does: `*length` bytes
 * without a NUL, none for what is dropped. Returns how many bytes the character took in `text`;
 * kana takes its voicing mark with it.
 */
size_t text_fold_next(const char *text, char folded[TEXT_FOLD_ROOM], size_t *length);

/*
 * How many bytes the letter, digit or mark at the start of a folded text takes; 0 when there stands
 * anything else. What is between two of these parts words.
 */
size_t text_letter(const char *folded);

#endif
