/*
 * source: reads the bytes of one file, a buffer at a time. Tables, logs and drafts are read by it.
 */
#ifndef VADEMECUM_BASE_SOURCE_H
#define VADEMECUM_BASE_SOURCE_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

struct source {
    const char *name;   /* inside its folder, as the user knows it; borrowed */
    int file;           /* descriptor, or -1 */
    struct stat opened; /* size and time of the file when it was opened */
    char *buffer;       /* the bytes that were read last */
    size_t size;        /* bytes that it has room for */
    size_t start;       /* of those that were not taken yet */
    size_t end;         /* of all in the buffer */
    uint64_t taken;     /* bytes of the file that were taken */
};

/*
 * Opens the file `name` in `folder`, as file_open_inside, and fills the buffer, which lives in
 * `arena`. source_close is to be called also when this returns false.
 */
bool source_open(struct source *source, struct arena *arena, int folder, const char *name,
                 struct fault *fault);

/*
 * Reads on when all bytes were taken; at the end of the file there are still none then. Never goes
 * beyond the size at opening, for a file may grow faster than it is read.
 */
bool source_fill(struct source *source, struct fault *fault);

/* The same while some are left: they move to the front, and as many as have room come behind. */
bool source_gather(struct source *source, struct fault *fault);

/* The bytes that are ready to be taken, and how many they are. */
const char *source_bytes(const struct source *source);
size_t source_ready(const struct source *source);

/* Takes the first `length` of the bytes that are ready. */
void source_take(struct source *source, size_t length);

/* Whether anybody has written to the file since it was opened. */
bool source_changed(const struct source *source);

void source_close(struct source *source);

#endif
