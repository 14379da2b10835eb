#include "vademecum/review/draft.h"

#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/source.h"
#include "vademecum/review/places.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    DRAFTS_MOST = 32 /* of one reviewer in one folder */
};

void draft_init(struct draft_file *draft) {
    *draft = (struct draft_file){.file = -1};
}

/* Puts the line in the place of what this program holds. */
static bool kept_again(struct draft_file *draft, const char *line, size_t length,
                       struct fault *fault) {
    const int folder = draft->file < 0 ? -1 : folder_open(draft->folder, fault);
    if (folder < 0) {
        return false;
    }
    const int file = file_replace_held(folder, draft->name, line, length, fault);
    close(folder);
    if (file >= 0) {
        close(draft->file);
        draft->file = file;
    }
    return file >= 0;
}

static void draft_name(const struct draft_home *home, const char *stem, int number,
                       char name[DRAFT_NAME_SIZE]) {
    if (number == 1) {
        snprintf(name, DRAFT_NAME_SIZE, ".%s.%s", stem, home->kind);
    } else {
        snprintf(name, DRAFT_NAME_SIZE, ".%s.%d.%s", stem, number, home->kind);
    }
}

/* Opens and locks a draft of this user that no program holds and that has the name; else -1. */
static int draft_hold(int folder, const char *name, struct stat *found) {
    struct fault fault;
    struct stat named;
    /* Most names are free, and why a file cannot be opened takes long to say. */
    const bool there = fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0;
    const int file = there ? file_open_inside(folder, name, &fault) : -1;
    if (file >= 0 && file_lock_now(file) != FILE_BUSY && fstat(file, found) == 0 &&
        fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0 && named.st_ino == found->st_ino &&
        found->st_uid == geteuid()) {
        return file;
    }
    if (file >= 0) {
        close(file);
    }
    return -1;
}

/* Makes the file empty and locks it, so that no other program takes the name. -1 with EEXIST when
 * it is taken; an empty one that nobody holds is what a crash has left. */
static int draft_claim(int folder, const char *name) {
    const int flags = O_RDONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    const int made = openat(folder, name, flags, S_IRUSR | S_IWUSR);
    if (made >= 0) {
        file_lock(made);
        return made;
    }
    if (errno != EEXIST) {
        return -1;
    }
    struct stat found;
    const int old = draft_hold(folder, name, &found);
    if (old >= 0 && found.st_size > 0) {
        close(old);
    }
    errno = EEXIST;
    return old >= 0 && found.st_size == 0 ? old : -1;
}

/* Under the first name that is free. */
static bool draft_begin(struct draft_file *draft, const struct draft_home *home, const char *folder,
                        const char *stem, const char *line, size_t length, struct fault *fault) {
    const int place = folder_open(folder, fault);
    if (place < 0) {
        return false;
    }
    int claim = -1;
    errno = EEXIST;
    for (int number = 1; number <= DRAFTS_MOST && claim < 0 && errno == EEXIST; number++) {
        draft_name(home, stem, number, draft->name);
        claim = draft_claim(place, draft->name);
    }
    if (claim < 0) {
        file_write_fault(fault, draft->name, errno);
    } else {
        draft->folder = folder;
        draft->file = file_replace_held(place, draft->name, line, length, fault);
        if (draft->file < 0) {
            unlinkat(place, draft->name, 0);
        }
        close(claim);
    }
    close(place);
    return draft->file >= 0;
}

static const char *spare_stem(struct arena *arena, const char *folder, const char *reviewer) {
    return arena_printf(arena, "%s.%s", reviewer, places_mark(arena, folder));
}

bool draft_keep(struct draft_file *draft, const struct draft_home *home, const struct event *event,
                struct arena *scratch, struct fault *fault) {
    struct event text = *event;
    text.counter = 1;
    text.value = event_value(scratch, event->value, fault);
    if (!text.value || !event_check(&text, fault)) {
        return false;
    }
    size_t length;
    const char *line = event_format(scratch, &text, &length);
    struct draft_file fresh;
    struct fault other;
    draft_init(&fresh);
    if (kept_again(draft, line, length, &other)) {
        return true;
    }
    bool kept = folder_make(home->folder, fault) &&
                draft_begin(&fresh, home, home->folder, event->reviewer, line, length, fault);
    const char *stem = spare_stem(scratch, home->folder, event->reviewer);
    for (const char *const *spare = home->spares; spare && *spare && !kept; spare++) {
        kept = draft_begin(&fresh, home, *spare, stem, line, length, &other);
    }
    if (kept) {
        draft_drop(draft);
        *draft = fresh;
    }
    return kept;
}

/* The one line of the file, without its LF; at most EVENT_LINE_MAX bytes. */
static const char *draft_load(struct source *source, struct arena *arena, size_t *length,
                              struct fault *fault) {
    char *line = arena_alloc(arena, EVENT_LINE_MAX);
    while (source_ready(source) > 0 && *length < EVENT_LINE_MAX) {
        const size_t ready = source_ready(source);
        const size_t free_part = EVENT_LINE_MAX - *length;
        const size_t piece = ready < free_part ? ready : free_part;
        memcpy(line + *length, source_bytes(source), piece);
        *length += piece;
        source_take(source, piece);
        if (!source_fill(source, fault)) {
            return NULL;
        }
    }
    *length -= *length > 0 && line[*length - 1] == '\n';
    return line;
}

static bool draft_read(int folder, const char *name, struct arena *arena, struct event *event,
                       struct fault *fault) {
    struct source source;
    size_t length = 0;
    const char *line = NULL;
    if (source_open(&source, arena, folder, name, fault)) {
        line = draft_load(&source, arena, &length, fault);
    }
    source_close(&source);
    const char *why;
    if (!line) {
        return false;
    }
    return event_parse(arena, line, length, event, &why) == EVENT_GOOD ||
           fault_set(fault, FAULT_SYSTEM, name, 0, NULL, "%s",
                     _("A text that was begun earlier cannot be read any more."));
}

static bool take_from(struct draft_file *draft, const struct draft_home *home, const char *folder,
                      const char *stem, const char *reviewer, struct arena *arena,
                      struct event *event, struct fault *fault) {
    struct fault none;
    const int place = folder_open(folder, &none);
    for (int number = 1; number <= DRAFTS_MOST && place >= 0 && draft->file < 0; number++) {
        struct stat found;
        draft_name(home, stem, number, draft->name);
        const int file = draft_hold(place, draft->name, &found);
        if (file < 0) {
            continue;
        }
        /* The first draft of a reviewer "ana.2" has the name of the second one of "ana". */
        if (found.st_size > 0 && draft_read(place, draft->name, arena, event, fault) &&
            strcmp(event->reviewer, reviewer) == 0) {
            draft->folder = folder;
            draft->file = file;
        } else {
            close(file);
        }
    }
    if (place >= 0) {
        close(place);
    }
    return draft->file >= 0;
}

bool draft_take(struct draft_file *draft, const struct draft_home *home, const char *reviewer,
                struct arena *arena, struct event *event, struct fault *fault) {
    draft_init(draft);
    fault_set(fault, FAULT_WANTING, NULL, 0, NULL, "%s", _("No text was begun earlier."));
    bool taken = take_from(draft, home, home->folder, reviewer, reviewer, arena, event, fault);
    const char *stem = spare_stem(arena, home->folder, reviewer);
    for (const char *const *spare = home->spares; spare && *spare && !taken; spare++) {
        taken = take_from(draft, home, *spare, stem, reviewer, arena, event, fault);
    }
    return taken;
}

void draft_drop(struct draft_file *draft) {
    struct fault fault;
    const int folder = draft->file < 0 ? -1 : folder_open(draft->folder, &fault);
    if (folder >= 0) {
        unlinkat(folder, draft->name, 0);
        close(folder);
    }
    draft_leave(draft);
}

void draft_leave(struct draft_file *draft) {
    if (draft->file >= 0) {
        close(draft->file);
    }
    draft->file = -1;
}
