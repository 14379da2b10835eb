/* Reads the logs of the folder. */
#include "vademecum/review/log_parts.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A link that leads nowhere is there, and is no folder; below what is none, nothing is. */
static bool folder_missing(const char *path) {
    struct stat found;
    return lstat(path, &found) < 0 && (errno == ENOENT || errno == ENOTDIR);
}

static void file_load(struct log *log, struct reading *fresh, int folder, const char *name,
                      struct stamp *stamp, struct fault *refusal) {
    struct stamp here;
    struct fault fault;
    const bool own = strcmp(name, log->name) == 0;
    const bool read = reading_file(fresh, folder, name, &here, &fault);
    if (own && read) {
        *stamp = here;
    }
    if (read || fault.kind == FAULT_WANTING) {
        return; /* a file that is gone again is no damage */
    }
    if (own) {
        *refusal = fault;
    }
    const struct damage damage = {
        .file = arena_copy(fresh->arena, name, strlen(name)),
        .line = fault.line,
        .why = arena_copy(fresh->arena, fault.text, strlen(fault.text)),
    };
    reading_damage(fresh, &damage);
}

/* Names the files that hold answers but are not read, because of their names. */
static bool unfinished_tell(const char *path, struct reading *fresh, int folder,
                            struct fault *fault) {
    const struct reading_choice choice = {.path = path, .prefix = "", .unfinished = true};
    const char **names;
    size_t count;
    const bool listed = reading_names(&choice, folder, fresh->arena, &names, &count, fault);
    for (size_t i = 0; i < count && listed; i++) {
        const struct damage damage = {
            .file = names[i],
            .why = _(
                "The answers in this file are not used, because its name is one of a file that is "
                "hidden or still being written. If it is whole, give it another name that "
                "ends in \".csv\"; else move it out of the folder."),
        };
        reading_damage(fresh, &damage);
    }
    return listed;
}

static bool folder_load(struct log *log, struct reading *fresh, struct seen *seen,
                        struct fault *refusal, struct fault *fault) {
    const struct reading_choice choice = {.path = log->setup.folder, .prefix = ""};
    if (folder_missing(choice.path)) {
        seen->known = true;
        return true;
    }
    const int folder = folder_open(choice.path, fault);
    if (folder < 0) {
        return false;
    }
    /* Before the reading, so that what changes meanwhile is read again. */
    seen->known = log_look(log, folder, &seen->others);
    const char **names;
    size_t count;
    bool listed = reading_names(&choice, folder, fresh->arena, &names, &count, fault);
    const char *rescue = log_rescue_prefix(log, choice.path, fresh->arena);
    for (size_t i = 0; i < count && listed; i++) {
        if (!log_rescue_named(rescue, names[i])) {
            file_load(log, fresh, folder, names[i], &seen->own, refusal);
        }
    }
    listed = listed && unfinished_tell(choice.path, fresh, folder, fault);
    close(folder);
    return listed;
}

/* An event that was not saved is so still, also when it can be read: a fsync of it has failed. */
static void session_apply(struct log *log, struct review *review) {
    size_t again = 0;
    for (size_t i = 0; i < log->count; i++) {
        struct log_event *ours = &log->events[i];
        if (ours->saved && !review_knows(review, &ours->event)) {
            ours->saved = false;
            ours->rescued = false;
            ours->earlier = false;
            again++;
        }
        if (ours->numbered) {
            review_apply(review, &ours->event);
        }
    }
    if (again > 0) {
        fault_list_add(&log->notices, FAULT_DEFECT, log->name, 0, NULL,
                       ngettext("Another program has replaced or deleted this file. %zu answer "
                                "that you gave since the start was in it, and is written again.",
                                "Another program has replaced or deleted this file. %zu answers "
                                "that you gave since the start were in it, and are written again.",
                                again),
                       again);
    }
}

/* Says so when a file has lost what it held before; the review as it was is still there. */
static void vanished_tell(struct log *log, const struct review *fresh) {
    const struct review_filter filter = {.all = true};
    size_t count;
    const struct event **events = review_list(&log->reading.review, &filter, &log->scratch, &count);
    size_t vanished = 0;
    for (size_t i = 0; i < count; i++) {
        vanished += !review_knows(fresh, events[i]);
    }
    if (vanished > 0) {
        fault_list_add(&log->notices, FAULT_DEFECT, log->setup.folder, 0, NULL,
                       ngettext("Another program has changed the files in this folder: %zu answer "
                                "that was there is gone. Look for an older copy of the file.",
                                "Another program has changed the files in this folder: %zu answers "
                                "that were there are gone. Look for an older copy of the file.",
                                vanished),
                       vanished);
    }
}

/* Says so when another program or device has given answers under the reviewer's name. */
static void arrived_tell(struct log *log, const struct review *fresh) {
    const struct review_filter filter = {.reviewer = log->setup.reviewer, .all = true};
    size_t count;
    const struct event **events = review_list(fresh, &filter, &log->scratch, &count);
    size_t arrived = 0;
    for (size_t i = 0; i < count; i++) {
        arrived += !review_knows(&log->reading.review, events[i]);
    }
    if (log->loaded && arrived > 0) {
        fault_list_add(&log->notices, FAULT_DEFECT, log->name, 0, NULL,
                       ngettext("%zu answer under your name came in from another device or "
                                "program.",
                                "%zu answers under your name came in from another device or "
                                "program.",
                                arrived),
                       arrived);
    }
}

bool log_load(struct log *log, struct fault *fault) {
    log->readings++;
    const size_t other = 1 - log->store;
    struct arena *store = &log->stores[other];
    struct reading fresh;
    reading_init(&fresh, store);
    fresh.review.catalogue = log->setup.catalogue;
    struct seen seen = {0};
    struct fault refusal = {.kind = FAULT_NONE};
    const bool read = folder_load(log, &fresh, &seen, &refusal, fault);
    if (read) {
        log->refusal = refusal;
    }
    const bool sound = read && refusal.kind == FAULT_NONE;
    if (read && !sound) {
        *fault = refusal;
    }
    if (!sound && log->loaded) {
        arena_free(store);
        return false;
    }
    session_apply(log, &fresh.review);
    log_rescues_load(log, &fresh);
    vanished_tell(log, &fresh.review);
    arrived_tell(log, &fresh.review);
    log_pend_again(log, &fresh.review);
    log->reading = fresh;
    arena_free(&log->stores[log->store]);
    log->store = other;
    log->seen = seen;
    log->loaded = read;
    log->settled = false;
    return sound;
}

/* Adds one entry, in whatever order they come. What is empty, or no file, holds no events. */
static bool entry_look(int folder, const char *name, uint64_t *look) {
    struct stat found;
    if (name[0] == '.') {
        return true;
    }
    if (fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) < 0) {
        return errno == ENOENT;
    }
    if (S_ISREG(found.st_mode) && found.st_size > 0) {
        const uint64_t marks[] = {(uint64_t)found.st_dev, (uint64_t)found.st_ino,
                                  (uint64_t)found.st_size, (uint64_t)found.st_mtim.tv_sec,
                                  (uint64_t)found.st_mtim.tv_nsec};
        *look += bytes_hash(bytes_hash(BYTES_HASH, name, strlen(name)), marks, sizeof marks);
    }
    return true;
}

bool log_look(const struct log *log, int folder, uint64_t *look) {
    *look = 0;
    const int copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = copy >= 0 ? fdopendir(copy) : NULL;
    if (!entries) {
        return false;
    }
    bool seen = true;
    errno = 0;
    for (struct dirent *entry = readdir(entries); entry && seen; entry = readdir(entries)) {
        if (strcmp(entry->d_name, log->name) != 0) {
            seen = entry_look(folder, entry->d_name, look);
        }
        errno = 0;
    }
    seen = seen && errno == 0;
    closedir(entries);
    return seen;
}
