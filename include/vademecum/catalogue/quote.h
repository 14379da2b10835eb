/*
 * quote: prepares a text from a file to be quoted in a sentence.
 */
#ifndef VADEMECUM_CATALOGUE_QUOTE_H
#define VADEMECUM_CATALOGUE_QUOTE_H

#include "vademecum/base/arena.h"

#include <stddef.h>

enum {
    QUOTE_WIDTH = 40 /* columns, without the "…" */
};

/*
 * The beginning of `text` on one line, with what cannot be seen made visible, and "…" where it was
 * cut. Without quotation marks. `text` may be of any length and hold any bytes.
 */
const char *quote_text(struct arena *arena, const char *text);

/* The same for the first character of `text` alone; "" for an empty text. */
const char *quote_character(struct arena *arena, const char *text);

#endif
