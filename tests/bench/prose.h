/*
 * prose: text in a language that nobody speaks, for catalogues of any size.
 *
 * Its 40,000 words are as frequent as those of a real language (Zipf and Mandelbrot: the weight of
 * the word at rank r is 1 / (r + 2.7)), and the frequent ones are short. Among them stand real
 * words with letters beyond ASCII (1.2 in 100), typing errors (0.2 in 100), numbers, words in
 * quotation marks and curly apostrophes; now and then a line ends inside a text.
 */
#ifndef VADEMECUM_BENCH_PROSE_H
#define VADEMECUM_BENCH_PROSE_H

#include "chance.h"

#include "vademecum/base/arena.h"

#include <stddef.h>

enum {
    PROSE_MOST = 4096 /* bytes of a text, with the NUL behind it */
};

/* A text under way. What does not fit is left out. */
struct prose {
    char bytes[PROSE_MOST]; /* ends with a NUL */
    size_t length;          /* bytes before it */
};

struct vocabulary;

/* The words, always the same, in `arena`. */
struct vocabulary *vocabulary_make(struct arena *arena);

/* One of them, each as frequent as it is in a text. */
const char *vocabulary_word(const struct vocabulary *vocabulary, struct chance *chance);

/* An empty text. */
void prose_clear(struct prose *prose);

/* Adds what printf would print. */
void prose_add(struct prose *prose, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds whole sentences until they have about `length` bytes, at most PROSE_MOST / 2. */
void prose_sentences(struct prose *prose, const struct vocabulary *vocabulary,
                     struct chance *chance, size_t length);

/* Adds `words` words on one line as a title, the first with a capital letter. */
void prose_title(struct prose *prose, const struct vocabulary *vocabulary, struct chance *chance,
                 unsigned words);

#endif
