/*
 * quote: a text from a file as a sentence may quote it.
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

/* The same of the character that `text` starts with; "" of an empty text. */
const char *quote_character(struct arena *arena, const char *text);

#endif
