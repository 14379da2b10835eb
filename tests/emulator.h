/*
 * emulator: what a terminal of some type shows for the bytes that a program writes; a strict one.
 *
 * It knows the control bytes and sequences that terminfo has for its type, and of those only what a
 * screen has a use for. It complains of any other, of a byte that is no UTF-8, and of a character
 * that a reader cannot see or that would turn text around.
 */
#ifndef VADEMECUM_TESTS_EMULATOR_H
#define VADEMECUM_TESTS_EMULATOR_H

#include "allowed.h"
#include "grid.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    EMULATOR_COMPLAINT = 256
};

/* What a program has to put back before it ends. */
struct emulator_modes {
    bool alternate; /* the second screen is shown */
    bool keypad;    /* cursor keys send what an application wants */
    bool hidden;    /* the cursor is */
    bool pastes;    /* are marked */
    bool mouse;     /* is reported */
    bool rendered;  /* text comes out bold, underlined, reversed or coloured */
    bool drawing;   /* letters come out as pieces of lines */
    bool inserts;   /* text pushes what stands behind it to the right */
    bool stopped;   /* text does not go on in the next line */
};

struct emulator {
    struct arena *arena; /* borrowed */
    struct grid grid;
    struct emulator_modes modes;
    int saved_row; /* the cursor's, as saved by the program */
    int saved_column;
    bool reverse; /* text comes out so */
    bool colored; /* a colour was asked for */
    int clears;   /* times that the whole screen was cleared */
    struct allowed allowed;
    char pending[ALLOWED_LENGTH]; /* bytes that wait for the rest of their sequence */
    size_t pending_length;
    char complaint[EMULATOR_COMPLAINT]; /* the first, or "" */
};

/*
 * An empty screen of a terminal of the type `term`, which must be in terminfo. UTF-8 must be the
 * locale's encoding.
 */
void emulator_open(struct emulator *emulator, struct arena *arena, const char *term, int rows,
                   int columns);

/* Takes what the program wrote; a sequence or character may go on in the next call. */
void emulator_feed(struct emulator *emulator, const char *bytes, size_t length);

/* Complains of a sequence or character that was left without an end. */
void emulator_finish(struct emulator *emulator);

#endif
