/*
 * place: something that can be looked at, marked or written on. The screen on top says what its
 * focus is on; commands work on that, and a screen that comes up is told where to begin.
 */
#ifndef VADEMECUM_DESK_PLACE_H
#define VADEMECUM_DESK_PLACE_H

#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/find.h"

#include <stdbool.h>

/* All of it borrowed: it holds until the list of practices changes. */
struct place {
    const struct subject *practice;  /* own or of the catalogue; NULL: none */
    const struct subject *other;     /* that it is put beside; NULL: none */
    const struct question *question; /* NULL: the practice as a whole */
    const struct item *item;         /* the one looked at, or that was looked at last; NULL: none */
    const struct tool *tool; /* of the catalogue, that a link is written down for; or NULL */
    const char *field;       /* that is written here, as "comment"; NULL: nothing is */
    const char *value;       /* that is to be written there once it is confirmed; NULL: none */
    bool marked;             /* the focus is on the item: a mark goes to it */
    bool foreign;            /* neither marks nor texts of the reviewer belong here */
};

#endif
