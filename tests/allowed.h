/*
 * allowed: the control bytes and sequences that terminfo has for a type of terminal, and of those
 * only what a screen has a use for.
 */
#ifndef VADEMECUM_TESTS_ALLOWED_H
#define VADEMECUM_TESTS_ALLOWED_H

#include "vademecum/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    ALLOWED_LENGTH = 48 /* bytes of a sequence; none that is allowed is longer */
};

struct allowed_list {
    char **texts;
    size_t count;
    size_t room;
};

struct allowed {
    struct arena *arena;          /* borrowed */
    struct allowed_list exact;    /* sorted */
    struct allowed_list numbered; /* with "#" where any number may stand */
};

/* False when terminfo does not know the type. */
bool allowed_open(struct allowed *allowed, struct arena *arena, const char *term);

/*
 * Bytes of the control or sequence that starts with the control byte at `bytes`; 0 when its end is
 * not there yet.
 */
size_t allowed_length(const char *bytes, size_t length);

/* Whether this control or sequence is allowed. */
bool allowed_has(const struct allowed *allowed, const char *token, size_t length);

/* What the key of this terminfo name sends; NULL when the type opened last has no such key. */
const char *allowed_key(const char *capability);

#endif
