/*
 * editing: what a line being typed (prompt.h) and a text being typed (editor.h) have in common:
 * where keys move the cursor, what they remove, and what may be put in.
 *
 * Everything goes by clusters, characters as a reader counts them: a letter goes with its accents.
 */
#ifndef VADEMECUM_DESK_EDITING_H
#define VADEMECUM_DESK_EDITING_H

#include "vademecum/base/text.h"

#include <stdbool.h>
#include <stddef.h>

/* A text being edited where its owner keeps it. */
struct editing {
    char *text;           /* UTF-8, NUL-terminated; lines end with LF, never with CR; borrowed */
    size_t size;          /* bytes that text has room for, with the NUL */
    size_t length;        /* bytes of text */
    size_t cursor;        /* byte of text; where a cluster starts, or its end */
    enum letters letters; /* how it is shown */
};

enum edit_kind {
    EDIT_NOTHING, /* the key does none of these */
    EDIT_MOVE,    /* the cursor goes there */
    EDIT_REMOVE,  /* what lies between the cursor and there is removed */
    EDIT_KILL     /* the same, to be kept for putting it back */
};

struct edit {
    enum edit_kind kind;
    size_t to; /* byte of the text, where a cluster starts, or its end */
};

/*
 * What the key does: Left, Right, Ctrl-Left, Ctrl-Right, Home, End, Ctrl-A, Ctrl-E move; Backspace,
 * Delete, Ctrl-H, Ctrl-D remove; Ctrl-U, Ctrl-K, Ctrl-W kill. Lines are here those that LF ends;
 * at the end of one Ctrl-K kills the LF, and at the start Ctrl-U the LF before it.
 */
struct edit editing_meant(const struct editing *editing, int key);

/*
 * Where in `text`, as in struct editing, the cluster starts that ends at byte `at`, above 0, or has
 * it inside.
 */
size_t editing_before(const char *text, size_t at, enum letters letters);

/*
 * The bytes that the key puts in, and their length: 0 for a key that is no character, and for a
 * control.
 */
size_t editing_character(int key, char bytes[TEXT_CODE_BYTES]);

/*
 * Puts in `bytes`, which are whole characters, at the cursor, and moves it behind them; false, with
 * nothing done, when there is no room.
 */
bool editing_insert(struct editing *editing, const char *bytes, size_t length);

/* Removes what lies between the cursor and `to`, and moves the cursor where it was. */
void editing_remove(struct editing *editing, size_t to);

#endif
