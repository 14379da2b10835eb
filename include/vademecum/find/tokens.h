/*
 * tokens: cuts a text into the words that can be searched for: letters and digits, folded as
 * text_fold does; anything else separates words. A part of index.
 *
 * Order of calls: tokens_init; for each text tokens_begin, then tokens_read, and tokens_restart
 * with tokens_read again while it returns false.
 */
#ifndef VADEMECUM_FIND_TOKENS_H
#define VADEMECUM_FIND_TOKENS_H

#include "vademecum/base/arena.h"
#include "vademecum/base/text.h"

#include <stddef.h>
#include <stdint.h>

enum {
    TOKENS_PART_MAX = 255,      /* bytes of what can be looked for in a word */
    TOKENS_WORD_MAX = 1024,     /* bytes: of a longer one come several pieces, each with the last
                                  TOKENS_PART_MAX bytes of the one before */
    TOKENS_BATCH = 128,         /* words that are cut at once */
    TOKENS_BYTES_MAX = 8 * 1024 /* of the words of a batch */
};

struct tokens_piece {
    const char *bytes; /* not NUL-terminated; until tokens_restart */
    size_t length;     /* at least 1 */
    uint64_t hash;     /* of the bytes */
};

/* What a character of one or two bytes folds to. */
struct tokens_form {
    unsigned char length; /* and 1; 0: not known yet */
    char bytes[7];        /* a blank for what parts words */
};

enum {
    TOKENS_FORMS = 0x800 /* characters of at most two bytes in UTF-8 */
};

struct tokens {
    struct tokens_form *forms;                /* by number of the character */
    const char *rest;                         /* of the text that is being cut */
    struct tokens_piece pieces[TOKENS_BATCH]; /* of the batch */
    size_t count;                             /* of `pieces` */
    size_t used;                              /* of `bytes`, by whole words */
    size_t end;                               /* of `bytes`, by the word that is being cut too */
    char bytes[TOKENS_BYTES_MAX];
};

/* Which of a to z and 0 to 9 are in a word: bit 0 for a, bit 26 for 0. */
uint64_t tokens_characters(const char *bytes, size_t length);

/* Begins an empty batch; `arena` must outlive it. */
void tokens_init(struct tokens *words, struct arena *arena);

/* Begins a new batch; the text goes on. */
void tokens_restart(struct tokens *words);

/* Begins a text; the one before must have been read to its end. `text` is borrowed. */
void tokens_begin(struct tokens *words, const char *text);

/* Adds words to the batch; false when it is full: then the text goes on after tokens_restart. */
bool tokens_read(struct tokens *words);

#endif
