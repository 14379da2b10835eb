/*
 * words: a text cut into the words that are searched for: its letters and digits, folded as
 * text_fold does; what stands between them parts two words. A part of index.
 */
#ifndef VADEMECUM_FIND_WORDS_H
#define VADEMECUM_FIND_WORDS_H

#include "vademecum/base/arena.h"
#include "vademecum/base/text.h"

#include <stddef.h>
#include <stdint.h>

enum {
    WORDS_PART_MAX = 255,      /* bytes of what can be looked for in a word */
    WORDS_WORD_MAX = 1024,     /* bytes: of a longer one come several pieces, each with the last
                                  WORDS_PART_MAX bytes of the one before */
    WORDS_BATCH = 128,         /* words that are cut at once */
    WORDS_BYTES_MAX = 8 * 1024 /* of the words of a batch */
};

struct words_piece {
    const char *bytes; /* not NUL-terminated; until words_restart */
    size_t length;     /* at least 1 */
    uint64_t hash;     /* of the bytes */
};

/* What a character of one or two bytes folds to. */
struct words_form {
    unsigned char length; /* and 1; 0: not known yet */
    char bytes[7];        /* a blank for what parts words */
};

enum {
    WORDS_FORMS = 0x800 /* characters of at most two bytes in UTF-8 */
};

struct words {
    struct words_form *forms;               /* by number of the character */
    const char *rest;                       /* of the text that is being cut */
    struct words_piece pieces[WORDS_BATCH]; /* of the batch */
    size_t count;                           /* of `pieces` */
    size_t used;                            /* of `bytes`, by whole words */
    size_t end;                             /* of `bytes`, by the word that is being cut too */
    char bytes[WORDS_BYTES_MAX];
};

/* Nothing to be cut; `arena` must outlive it. */
void words_init(struct words *words, struct arena *arena);

/* A new batch; the text goes on. */
void words_restart(struct words *words);

/* The text whose words go to the batch from now on; the one before must have been read to its end.
 */
void words_begin(struct words *words, const char *text);

/* Adds words to the batch; false when it is full, and the text goes on after words_restart. */
bool words_read(struct words *words);

#endif
