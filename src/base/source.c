#include "vademecum/base/source.h"

#include "vademecum/base/file.h"
#include "vademecum/base/i18n.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum {
    TRIES_MAX = 100,         /* interrupted reads in a row, after which something is wrong */
    BUFFER_MOST = 16 * 1024, /* bytes read at a time; of a smaller file all of it */
    BUFFER_FIRST = 4 * 1024  /* of them when it is opened, maybe long before it is read on */
};

/* Reads until so many bytes are in the buffer, which has room for them; those in it come first. */
static bool fill(struct source *source, size_t most, struct fault *fault) {
    const uint64_t left = (uint64_t)source->opened.st_size - source->taken;
    const size_t room = most < source->size ? most : source->size;
    const size_t wanted = left < room ? (size_t)left : room;
    source->end -= source->start;
    memmove(source->buffer, source->buffer + source->start, source->end);
    source->start = 0;
    int tries = 0;
    while (source->end < wanted) {
        char *free_part = source->buffer + source->end;
        const ssize_t got = read(source->file, free_part, wanted - source->end);
        if (got == 0) {
            break;
        }
        if (got > 0) {
            source->end += (size_t)got;
            tries = 0;
        } else if (errno != EINTR || ++tries == TRIES_MAX) {
            return fault_set_errno(fault, source->name, errno, _("This file cannot be read on"));
        }
    }
    return true;
}

bool source_open(struct source *source, struct arena *arena, int folder, const char *name,
                 struct fault *fault) {
    *source = (struct source){.name = name};
    source->file = file_open_inside(folder, name, fault);
    if (source->file < 0) {
        return false;
    }
    if (fstat(source->file, &source->opened) < 0) {
        return fault_set_errno(fault, name, errno, _("The size of this file cannot be found out"));
    }
    source->size = source->opened.st_size < BUFFER_MOST ? (size_t)source->opened.st_size
                                                        : BUFFER_MOST;
    source->buffer = arena_bytes(arena, source->size);
    return fill(source, BUFFER_FIRST, fault);
}

bool source_fill(struct source *source, struct fault *fault) {
    return source->start < source->end || fill(source, source->size, fault);
}

bool source_gather(struct source *source, struct fault *fault) {
    return fill(source, source->size, fault);
}

const char *source_bytes(const struct source *source) {
    return source->buffer + source->start;
}

size_t source_ready(const struct source *source) {
    return source->end - source->start;
}

void source_take(struct source *source, size_t length) {
    source->start += length;
    source->taken += length;
}

bool source_changed(const struct source *source) {
    const struct stat *then = &source->opened;
    struct stat now;
    return fstat(source->file, &now) == 0 &&
           (now.st_size != then->st_size || now.st_mtim.tv_sec != then->st_mtim.tv_sec ||
            now.st_mtim.tv_nsec != then->st_mtim.tv_nsec);
}

void source_close(struct source *source) {
    if (source->file >= 0) {
        close(source->file);
        source->file = -1;
    }
}
