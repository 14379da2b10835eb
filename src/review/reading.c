#include "vademecum/review/reading.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/source.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum {
    START_SIZE = 512 /* bytes by which a log is known */
};

/* One line, as it was read. */
struct line {
    const char *bytes;    /* without its end */
    size_t length;        /* of `bytes` */
    enum event_line kind; /* what it is */
    struct event event;   /* when it is EVENT_GOOD or EVENT_CHANGED */
    const char *why;      /* what is wrong with it, untranslated; NULL when nothing is */
};

/* A file whose lines are being read. */
struct lines {
    struct reading *reading; /* gets what they hold */
    const char *file;        /* its name, in the reading's arena */
    struct arena scratch;    /* for one line */
    char *start;             /* of a line whose end is not there yet: EVENT_LINE_MAX bytes */
    size_t length;           /* bytes of `start` */
    bool too_long;           /* the line did not fit; the rest of it is skipped */
    bool halfway;            /* the last byte was a CR: an LF behind it ends no further line */
    bool log;                /* it has a header or an event, so it is a log */
    bool begun;              /* a line begins as in a log, whatever became of it */
    bool zeros;              /* a line begins with a zero byte */
    long line;               /* 1-based, the one that is being read */
};

void reading_init(struct reading *reading, struct arena *arena) {
    *reading = (struct reading){.arena = arena};
    review_init(&reading->review, arena);
}

static const char *text_keep(struct arena *arena, const char *text) {
    return arena_copy(arena, text, strlen(text));
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

static void line_damage(struct lines *lines, const struct line *line) {
    struct reading *reading = lines->reading;
    const bool event = line->kind == EVENT_GOOD || line->kind == EVENT_CHANGED;
    struct damage damage = {
        .file = lines->file,
        .line = lines->line,
        .why = _(line->why),
        .event = event ? event_keep(reading->arena, &line->event) : NULL,
        .clash = line->kind == EVENT_GOOD,
    };
    event_line_mark(&lines->scratch, line->bytes, line->length, damage.mark);
    reading_damage(reading, &damage);
}

/* Whether nothing in it is damaged. */
static bool line_parse(struct lines *lines, struct line *line) {
    line->kind = event_parse(&lines->scratch, line->bytes, line->length, &line->event, &line->why);
    return !line->why;
}

/* Bytes up to where the next event seems to begin, or all. */
static size_t event_next(const char *bytes, size_t length) {
    const size_t run = EVENT_RUN_SIZE - 1;
    for (size_t at = run + 1; at < length; at++) {
        const char *dash = memchr(bytes + at, '-', length - at);
        if (!dash) {
            break;
        }
        at = (size_t)(dash - bytes);
        const size_t start = at - run;
        if (bytes[start] == 'k' && event_begins(bytes + start, length - start)) {
            size_t end = at + 1;
            while (isdigit((unsigned char)bytes[end])) {
                end++; /* an id ends before the line does */
            }
            const bool quoted = bytes[end] == '"' && bytes[start - 1] == '"';
            if (!quoted || start > 1) {
                return quoted ? start - 1 : start;
            }
        }
    }
    return length;
}

/* Bytes without the last character, which may be a sign beyond ASCII for the end of a line. */
static size_t length_shorter(const char *bytes, size_t length) {
    length--;
    while (length > 0 && (bytes[length] & 0xC0) == 0x80) {
        length--;
    }
    return length;
}

/* Takes in the event of the line, or tells what is wrong with it. */
static void line_use(struct lines *lines, struct line *line) {
    const bool event = line->kind == EVENT_GOOD || line->kind == EVENT_CHANGED;
    lines->log = lines->log || event ||
                 (line->kind == EVENT_NOTHING && event_begins(line->bytes, line->length));
    lines->begun = lines->begun || event_begins(line->bytes, line->length);
    lines->zeros = lines->zeros || (line->length > 0 && !*line->bytes);
    if (line->kind == EVENT_GOOD &&
        review_apply(&lines->reading->review, &line->event) == REVIEW_CLASH) {
        line->why = N_("This line and another one have the same number and say different things. "
                       "One of the two is used, the same everywhere.");
    }
    if (line->why) {
        line_damage(lines, line);
    }
}

/*
 * Uses a line of several events, or of a header and events, whose line ends were lost: of those
 * that are whole the check proves it. False, and nothing is used, when none of them is.
 */
static bool line_split(struct lines *lines, const struct line *joined) {
    struct line *pieces = NULL;
    size_t count = 0;
    size_t room = 0;
    bool whole = false;
    for (size_t from = 0; from < joined->length;) {
        const char *bytes = joined->bytes + from;
        const size_t length = event_next(bytes, joined->length - from);
        struct line piece = {.bytes = bytes, .length = length};
        if (!line_parse(lines, &piece)) {
            /* What stands in the place of its line end is no part of it. */
            struct line shorter = {.bytes = bytes, .length = length_shorter(bytes, length)};
            piece = line_parse(lines, &shorter) ? shorter : piece;
        }
        whole = whole || piece.kind == EVENT_GOOD;
        pieces = arena_grow(&lines->scratch, pieces, count, &room, sizeof *pieces);
        pieces[count++] = piece;
        from += length;
    }
    for (size_t i = 0; i < count && whole; i++) {
        line_use(lines, &pieces[i]);
    }
    return whole;
}

static void line_take(struct lines *lines, const char *bytes, size_t length) {
    struct line line = {.bytes = bytes, .length = length, .kind = EVENT_NO_EVENT};
    if (lines->too_long) {
        line.why = N_("This line is longer than any event.");
        lines->begun = lines->begun || event_begins(bytes, length);
        line_damage(lines, &line);
        lines->too_long = false;
    } else if (line_parse(lines, &line) || !line_split(lines, &line)) {
        line_use(lines, &line);
    }
    arena_empty(&lines->scratch);
    lines->line++;
}

/* A line ends with LF, with CR LF, or with CR alone, which no line of ours holds inside. */
static void bytes_take(struct lines *lines, const char *bytes, size_t length) {
    while (length > 0) {
        const size_t rest = lines->halfway && *bytes == '\n';
        lines->halfway = false;
        bytes += rest;
        length -= rest;
        const char *feed = memchr(bytes, '\n', length);
        const char *end = memchr(bytes, '\r', feed ? (size_t)(feed - bytes) : length);
        lines->halfway = end != NULL;
        end = end ? end : feed;
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

/* Of a file that is no log as a whole. */
static const char *stranger_words(const struct lines *lines) {
    if (lines->begun) {
        return _("This file begins like a file of answers, but no line of it is whole: columns "
                 "are missing, or it was damaged. Put a good copy in its place.");
    }
    return lines->zeros ? _("This file begins with zero bytes: a power cut or a bad disk has "
                            "damaged it. Put a good copy in its place.")
                        : _("This file holds no answers of a review, so nothing in it is used. "
                            "Move it out of the folder.");
}

/* One sentence for a file that is no log, instead of the damage in each of its lines. */
static void stranger_tell(struct lines *lines, size_t kept, size_t count) {
    lines->reading->damage_kept = kept;
    lines->reading->damage_count = count;
    const struct damage damage = {.file = lines->file, .why = stranger_words(lines)};
    reading_damage(lines->reading, &damage);
}

static bool file_read(struct lines *lines, struct source *source, struct fault *fault) {
    const size_t kept = lines->reading->damage_kept;
    const size_t count = lines->reading->damage_count;
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
    if (!lines->log && lines->reading->damage_count > count) {
        stranger_tell(lines, kept, count);
    }
    return true;
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

/* Ignores case, for sticks and Windows change it. */
static bool name_ends(const char *name, const char *ending) {
    const size_t length = strlen(name);
    const size_t tail = strlen(ending);
    return length >= tail && strcasecmp(name + length - tail, ending) == 0;
}

/* Whether what the file begins with is a log, perhaps one that is not read as it stands. */
static bool file_begins(int folder, const char *name) {
    char start[START_SIZE];
    const int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    const ssize_t length = file >= 0 ? read(file, start, sizeof start) : -1;
    if (file >= 0) {
        close(file);
    }
    return length > 0 &&
           (event_begins(start, (size_t)length) || event_begins_oddly(start, (size_t)length));
}

/* As editors, browsers and programs for sharing name what they are still writing, or hide. */
static bool name_unfinished(const char *name) {
    return strchr(".~#", name[0]) || name_ends(name, ".tmp") || name_ends(name, ".part");
}

/* Drafts, and what a crash left of a file that was to stand in the place of another. */
static bool name_ours(const char *name) {
    static const char *const endings[] = {".new", ".draft", ".editor"};
    bool ours = false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        ours |= name[0] == '.' && name_ends(name, endings[i]);
    }
    return ours;
}

static bool name_chosen(const struct reading_choice *choice, int folder, const char *name) {
    struct stat found;
    const bool unfinished = name_unfinished(name);
    if (unfinished != choice->unfinished || name_ours(name) ||
        strncmp(name, choice->prefix, strlen(choice->prefix)) != 0 ||
        fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) != 0) {
        return false;
    }
    const bool csv = !unfinished && name_ends(name, ".csv") && strlen(name) > strlen(".csv");
    return (!choice->ours || found.st_uid == geteuid()) &&
           (csv || (S_ISREG(found.st_mode) && file_begins(folder, name)));
}

static int by_name(const void *one, const void *other) {
    return strcmp(*(const char *const *)one, *(const char *const *)other);
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

bool reading_settled(const struct review *review, const struct damage *damage) {
    if (!damage->mark[0]) {
        return false;
    }
    if (review_shared(review, "", damage->mark, REVIEW_DAMAGE)[0]) {
        return true;
    }
    const struct event *whole = damage->event && !damage->clash
                                    ? review_event(review, damage->event)
                                    : NULL;
    return whole && (whole->check == damage->event->check || event_same(whole, damage->event));
}

size_t reading_unsettled(const struct review *review, const struct damage *damage, size_t count) {
    size_t unsettled = 0;
    for (size_t i = 0; i < count; i++) {
        unsettled += !reading_settled(review, &damage[i]);
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
