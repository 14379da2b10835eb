#include "vademecum/review/reading.h"

#include "vademecum/base/source.h"
#include "vademecum/base/words.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A file whose lines are being read. */
struct lines {
    struct reading *reading; /* gets what they hold */
    const char *file;        /* its name, in the reading's arena */
    struct arena scratch;    /* for one line */
    char *start;             /* of a line whose end is not there yet: EVENT_LINE_MAX bytes */
    size_t length;           /* bytes of `start` */
    bool too_long;           /* the line did not fit; the rest of it is skipped */
    long line;               /* 1-based, the one that is being read */
};

static bool file_read(struct lines *lines, struct source *source, struct fault *fault);
static bool file_allowed(const struct source *source, struct fault *fault);
static void bytes_take(struct lines *lines, const char *bytes, size_t length);
static void line_take(struct lines *lines, const char *bytes, size_t length);
static void line_damage(struct lines *lines, const char *why, const struct event *event);
static const struct event *event_keep(struct arena *arena, const struct event *event);
static const char *text_keep(struct arena *arena, const char *text);
static bool name_chosen(const struct reading_choice *choice, int folder, const char *name);
static int by_name(const void *one, const void *other);

struct stamp stamp_of(const struct stat *stat) {
    return (struct stamp){
        .there = true,
        .device = stat->st_dev,
        .inode = stat->st_ino,
        .size = stat->st_size,
        .mtime = stat->st_mtim,
    };
}

bool stamp_same(const struct stamp *one, const struct stamp *other) {
    return one->there == other->there && one->device == other->device &&
           one->inode == other->inode && one->size == other->size &&
           one->mtime.tv_sec == other->mtime.tv_sec && one->mtime.tv_nsec == other->mtime.tv_nsec;
}

void reading_init(struct reading *reading, struct arena *arena) {
    *reading = (struct reading){.arena = arena};
    review_init(&reading->review, arena);
}

bool reading_file(struct reading *reading, int folder, const char *name, struct stamp *stamp,
                  struct fault *fault) {
    struct lines lines = {.reading = reading, .file = text_keep(reading->arena, name)};
    arena_init(&lines.scratch, reading->arena->end);
    struct arena buffers;
    arena_init(&buffers, reading->arena->end);
    lines.start = arena_alloc(&buffers, EVENT_LINE_MAX);
    struct source source;
    *stamp = (struct stamp){0};
    bool read = source_open(&source, &buffers, folder, lines.file, fault);
    if (read) {
        *stamp = stamp_of(&source.opened);
        read = file_allowed(&source, fault) && file_read(&lines, &source, fault);
    }
    source_close(&source);
    arena_free(&buffers);
    arena_free(&lines.scratch);
    return read;
}

bool reading_names(const struct reading_choice *choice, int folder, struct arena *arena,
                   const char ***names, size_t *count, struct fault *fault) {
    *names = NULL;
    *count = 0;
    const int copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = copy >= 0 ? fdopendir(copy) : NULL;
    if (!entries) {
        return fault_set_errno(fault, choice->path, errno, _("This folder cannot be read"));
    }
    size_t room = 0;
    errno = 0;
    for (struct dirent *entry = readdir(entries); entry; entry = readdir(entries)) {
        if (name_chosen(choice, folder, entry->d_name)) {
            *names = arena_grow(arena, *names, *count, &room, sizeof **names);
            (*names)[(*count)++] = text_keep(arena, entry->d_name);
        }
        errno = 0;
    }
    const int error = errno;
    closedir(entries);
    if (error) {
        return fault_set_errno(fault, choice->path, error, _("This folder cannot be read"));
    }
    if (*count > 0) {
        qsort(*names, *count, sizeof **names, by_name);
    }
    return true;
}

bool damage_settled(const struct review *review, const struct damage *damage) {
    const struct event *event = damage->event;
    const struct event *latest = event ? review_find(review, event->reviewer, event->practice,
                                                     event->item, event->field)
                                       : NULL;
    /* The number may be what was damaged, so that nothing can ever come after it. */
    return latest && (event_order(latest, event) > 0 || strcmp(latest->value, event->value) == 0);
}

size_t damage_unsettled(const struct review *review, const struct damage *damage, size_t count) {
    size_t unsettled = 0;
    for (size_t i = 0; i < count; i++) {
        unsettled += !damage_settled(review, &damage[i]);
    }
    return unsettled;
}

void reading_damage(struct reading *reading, const struct damage *damage) {
    reading->damage_count++;
    if (reading->damage_kept == DAMAGE_MAX) {
        return;
    }
    reading->damage = arena_grow(reading->arena, reading->damage, reading->damage_kept,
                                 &reading->damage_room, sizeof *reading->damage);
    reading->damage[reading->damage_kept++] = *damage;
}

static bool file_read(struct lines *lines, struct source *source, struct fault *fault) {
    lines->line = 1;
    while (source_ready(source) > 0) {
        bytes_take(lines, source_bytes(source), source_ready(source));
        source_take(source, source_ready(source));
        if (!source_fill(source, fault)) {
            return false;
        }
    }
    if (lines->length > 0) {
        line_take(lines, lines->start, lines->length);
    }
    return true;
}

static bool file_allowed(const struct source *source, struct fault *fault) {
    const char *why;
    if (event_foreign(source_bytes(source), source_ready(source), &why)) {
        return fault_set(fault, FAULT_SYSTEM, source->name, 1, NULL,
                         _("%s Until then it is neither read nor written."), _(why));
    }
    if (source->opened.st_size > READING_FILE_MAX) {
        return fault_set(fault, FAULT_SYSTEM, source->name, 0, NULL,
                         _("This file is longer than %d bytes, so it is neither read nor written. "
                           "Move it out of the folder."),
                         READING_FILE_MAX);
    }
    return true;
}

static void bytes_take(struct lines *lines, const char *bytes, size_t length) {
    while (length > 0) {
        const char *end = memchr(bytes, '\n', length);
        const size_t piece = end ? (size_t)(end - bytes) : length;
        if (end && lines->length == 0) {
            line_take(lines, bytes, piece);
        } else if (piece > EVENT_LINE_MAX - lines->length) {
            lines->too_long = true;
            lines->length = EVENT_LINE_MAX;
        } else {
            memcpy(lines->start + lines->length, bytes, piece);
            lines->length += piece;
        }
        if (end && lines->length > 0) {
            line_take(lines, lines->start, lines->length);
        }
        lines->length = end ? 0 : lines->length;
        bytes += piece + (end != NULL);
        length -= piece + (end != NULL);
    }
}

static void line_take(struct lines *lines, const char *bytes, size_t length) {
    struct event event;
    const char *why = NULL;
    if (lines->too_long) {
        line_damage(lines, _("This line is longer than any event."), NULL);
        lines->too_long = false;
    } else {
        const enum event_line kind = event_parse(&lines->scratch, bytes, length, &event, &why);
        if (kind == EVENT_GOOD && review_apply(&lines->reading->review, &event) == REVIEW_CLASH) {
            line_damage(lines,
                        _("This line and another one have the same number and say different "
                          "things. One of the two is used, the same everywhere."),
                        &event);
        } else if (why) {
            line_damage(lines, _(why), kind == EVENT_CHANGED ? &event : NULL);
        }
    }
    arena_empty(&lines->scratch);
    lines->line++;
}

static void line_damage(struct lines *lines, const char *why, const struct event *event) {
    struct reading *reading = lines->reading;
    const struct damage damage = {
        .file = lines->file,
        .line = lines->line,
        .why = why,
        .event = event ? event_keep(reading->arena, event) : NULL,
    };
    reading_damage(reading, &damage);
}

static const struct event *event_keep(struct arena *arena, const struct event *event) {
    struct event *copy = arena_alloc(arena, sizeof *copy);
    *copy = *event;
    copy->time = text_keep(arena, event->time);
    copy->reviewer = text_keep(arena, event->reviewer);
    copy->practice = text_keep(arena, event->practice);
    copy->item = text_keep(arena, event->item);
    copy->field = text_keep(arena, event->field);
    copy->value = text_keep(arena, event->value);
    return copy;
}

static const char *text_keep(struct arena *arena, const char *text) {
    return arena_copy(arena, text, strlen(text));
}

static bool name_chosen(const struct reading_choice *choice, int folder, const char *name) {
    static const char ending[] = ".csv";
    const size_t length = strlen(name);
    const size_t tail = sizeof ending - 1;
    if (name[0] == '.' || length <= tail || strcmp(name + length - tail, ending) != 0 ||
        strncmp(name, choice->prefix, strlen(choice->prefix)) != 0) {
        return false;
    }
    struct stat found;
    return !choice->ours ||
           (fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0 && found.st_uid == geteuid());
}

static int by_name(const void *one, const void *other) {
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}
