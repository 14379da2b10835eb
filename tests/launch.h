/*
 * launch: how to start it, and the pages that it prints for a script of keys.
 */
#ifndef VADEMECUM_TESTS_LAUNCH_H
#define VADEMECUM_TESTS_LAUNCH_H

#include "vademecum/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Where the program's input or output is. */
enum launch_place {
    PLACE_TERMINAL,
    PLACE_NOWHERE, /* /dev/null */
    PLACE_CLOSED
};

/* How to start the program; what is zero or NULL is left out. */
struct launch {
    const char *term; /* TERM */
    int rows;         /* of the terminal */
    int columns;
    const char *catalogue;          /* -C, else the shipped one */
    const char *const *arguments;   /* more of them, NULL-terminated */
    const char *const *environment; /* more of it, "NAME=VALUE", NULL-terminated */
    enum launch_place input;
    enum launch_place output;
    bool deaf; /* SIGHUP is ignored, as under nohup */
};

/*
 * Becomes the program: with the arguments in `more` (NULL-terminated) too, and of our own
 * environment only what it and sanitizers cannot do without.
 */
void launch_execute(const struct launch *launch, const char *const *more) __attribute__((noreturn));

/*
 * What the program prints for a script of keys, in its size but without a terminal. Fails the test
 * unless it ends well.
 */
char *launch_script(struct arena *arena, const struct launch *launch, const char *keys);

/* The pages in that; `count` gets how many. */
const char **launch_pages(struct arena *arena, const struct launch *launch, const char *keys,
                          size_t *count);

/* The page after these keys, without <Page> in them. */
const char *launch_page(struct arena *arena, const struct launch *launch, const char *keys);

/* The folder for files of a while: $TMPDIR, else /tmp. */
const char *launch_temporary(void);

/* A file or folder of the source, or of the build. */
const char *launch_source(struct arena *arena, const char *name);
const char *launch_built(struct arena *arena, const char *name);

/* The same array, or a larger copy of its `length` bytes, that has `*room` for `wanted` bytes. */
char *launch_room(struct arena *arena, char *bytes, size_t length, size_t wanted, size_t *room);

#endif
