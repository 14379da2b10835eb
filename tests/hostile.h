/*
 * hostile: texts that would do harm if they reached a terminal as they are, and a catalogue that is
 * full of them.
 */
#ifndef VADEMECUM_TESTS_HOSTILE_H
#define VADEMECUM_TESTS_HOSTILE_H

#include "vademecum/base/arena.h"

#include <stddef.h>

struct hostile {
    const char *bytes;
    size_t length; /* of bytes, which may hold zero bytes */
};

/* All of them, in `arena`; `count` gets how many. */
const struct hostile *hostile_list(struct arena *arena, size_t *count);

/*
 * The path of a new folder with the shipped catalogue in which every text is some of them, in turn.
 * Before each stands what hostile_tag() gives for its place in the list.
 */
const char *hostile_catalogue(struct arena *arena, const struct hostile *list, size_t count);

/* Removes that folder. */
void hostile_remove(const char *path);

/* A short text that tells whether the text of this place has been seen. */
const char *hostile_tag(struct arena *arena, size_t place);

#endif
