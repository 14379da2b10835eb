/*
 * beside: what stands beside a text being typed, in the panel behind it, is read by Tab and the
 * keys that move; any other key goes to the text.
 */
#ifndef VADEMECUM_SCREENS_BESIDE_H
#define VADEMECUM_SCREENS_BESIDE_H

#include "vademecum/desk/desk.h"

#include <stdbool.h>

enum {
    BESIDE_TEXT, /* the panel in which is typed */
    BESIDE_READ  /* the one that is read */
};

/* Takes a key for the panel beside the text; false when it is for the text, which then has the
 * focus. */
bool beside_key(struct desk *desk, int key);

#endif
