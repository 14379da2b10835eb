/*
 * edit_keys: what a line being typed (text_line.h) and a text being typed (text_box.h) have in
 * common: where keys move the cursor, what they remove, and what may be put in.
 *
 * Everything goes by clusters, characters as a reader counts them: a letter goes with its accents.
 */
#ifndef VADEMECUM_DESK_EDIT_KEYS_H
#define VADEMECUM_DESK_EDIT_KEYS_H

#include "vademecum/base/text.h"

#include <stdbool.h>
#include <stddef.h>

/* A text being edited where its owner keeps it. */
struct edit_text {
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
struct edit edit_meant(const struct edit_text *edited, int key);

/*
 * Where in `text`, as in struct edit_text, the cluster starts that ends at byte `at`, above 0, or
 * has it inside.
 */
size_t edit_before(const char *text, size_t at, enum letters letters);

/*
 * The bytes that the key puts in, and their length: 0 for a key that is no character, and for a
 * control.
 */
size_t edit_character(int key, char bytes[TEXT_CODE_BYTES]);

/*
 * Puts in `bytes`, which are whole characters, at the cursor, and moves it behind them; false, with
 * nothing done, when there is no room.
 */
bool edit_insert(struct edit_text *edited, const char *bytes, size_t length);

/* Removes what lies between the cursor and `to`, and moves the cursor where it was. */
void edit_remove(struct edit_text *edited, size_t to);

#endif
