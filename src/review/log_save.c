/* Writes the reviewer's log. The order of the system calls is what keeps it whole. */
#include "vademecum/review/log_parts.h"

#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    TRIES_MAX = 10 /* at a file that others keep replacing */
};

/* A file to whose end events are being written. */
struct target {
    const char *path; /* of the folder */
    int folder;       /* descriptor */
    int file;         /* descriptor, or -1 */
    const char *name; /* in the folder */
    bool rescue;      /* it is a rescue file */
    struct stat stat; /* of the file, as it was once it was ours */
};

/* The fault with the whole path of the file, for a rescue file may be in another folder. */
static bool write_failed(struct log *log, const struct target *target, int error,
                         struct fault *fault) {
    const char *path = arena_printf(&log->scratch, "%s/%s", target->path, target->name);
    return file_write_fault(fault, path, error);
}

static bool target_lock(struct log *log, struct target *target, struct fault *fault) {
    const enum file_lock lock = file_lock(target->file);
    if (lock == FILE_BUSY) {
        return fault_set(fault, FAULT_SYSTEM, target->name, 0, NULL, "%s",
                         _("Another program holds this file and does not let it go. Wait for it, "
                           "or end it."));
    }
    if (lock == FILE_LOCKLESS && !log->lockless) {
        log->lockless = true;
        fault_list_add(&log->notices, FAULT_DEFECT, target->name, 0, NULL, "%s",
                       _("This file cannot be locked where it is. Do not write to it from two "
                         "computers at the same time."));
    }
    return fstat(target->file, &target->stat) == 0 || write_failed(log, target, errno, fault);
}

static void target_close(struct target *target) {
    if (target->file >= 0) {
        file_unlock(target->file);
        close(target->file);
    }
    close(target->folder);
}

/* Open and locked; the folder is made when it is not there. */
static bool target_open(struct log *log, struct target *target, struct fault *fault) {
    target->folder = folder_open_made(log->setup.folder, fault);
    if (target->folder < 0) {
        return false;
    }
    target->file = file_open_append(target->folder, target->name, fault);
    if (target->file >= 0 && target_lock(log, target, fault)) {
        return true;
    }
    target_close(target);
    return false;
}

/* Whether the name still leads to the file; git, for one, puts a new file in the place of the old.
 */
static bool target_stands(const struct target *target) {
    struct stat found;
    return fstatat(target->folder, target->name, &found, AT_SYMLINK_NOFOLLOW) == 0 &&
           found.st_dev == target->stat.st_dev && found.st_ino == target->stat.st_ino;
}

/*
 * Reads the logs anew when any is not as it was left: others' events come before ours. A file that
 * comes between this look and the write is like one that another device is still to send: read
 * later, and where it has the higher number, its answer stands.
 */
static bool target_known(struct log *log, const struct target *target, struct fault *fault) {
    const struct stamp now = stamp_of(&target->stat);
    const bool fresh = !log->seen.own.there && now.size == 0;
    uint64_t others;
    if (log->loaded && (fresh || stamp_same(&now, &log->seen.own)) && log->seen.known &&
        log_look(log, target->folder, &others) && others == log->seen.others) {
        return true;
    }
    return log_load(log, fault);
}

/* Also when the last byte cannot be read: an empty line does no harm. */
static bool line_end_missing(const struct target *target) {
    char last = '\0';
    return pread(target->file, &last, 1, target->stat.st_size - 1) < 1 || last != '\n';
}

static bool target_write(struct log *log, const struct target *target, struct fault *fault) {
    const bool empty = target->stat.st_size == 0;
    const char *before = empty ? EVENT_HEADER : line_end_missing(target) ? "\n" : "";
    for (size_t i = 0; i < log->count; i++) {
        struct log_event *ours = &log->events[i];
        if (ours->saved || (target->rescue && ours->rescued)) {
            continue;
        }
        log_number(log, ours);
        size_t length;
        const char *line = event_format(&log->scratch, &ours->event, &length);
        const char *bytes = arena_printf(&log->scratch, "%s%s", before, line);
        if (!file_write(target->file, bytes, strlen(before) + length)) {
            return write_failed(log, target, errno, fault);
        }
        before = "";
    }
    if (!file_sync(target->file) ||
        ((target->rescue || !log->settled) && !folder_sync(target->folder))) {
        return write_failed(log, target, errno, fault);
    }
    struct stat found;
    const struct stamp left = fstat(target->file, &found) == 0 ? stamp_of(&found)
                                                               : (struct stamp){0};
    if (target->rescue) {
        log_rescue_note(log, &(struct rescue){target->path, target->name, left});
    } else {
        log->settled = true;
        log->seen.own = left;
    }
    return true;
}

/* Once. `*stayed` tells whether what was written is in the file that has the name afterwards. */
static bool log_try(struct log *log, bool *stayed, struct fault *fault) {
    struct target target = {.path = log->setup.folder, .name = log->name};
    if (!target_open(log, &target, fault)) {
        return false;
    }
    bool written = false;
    *stayed = target_stands(&target);
    if (*stayed) {
        written = target_known(log, &target, fault) && target_write(log, &target, fault);
        *stayed = !written || target_stands(&target);
    }
    target_close(&target);
    return written || !*stayed;
}

static void saved_mark(struct log *log, bool rescue) {
    for (size_t i = 0; i < log->count; i++) {
        struct log_event *ours = &log->events[i];
        ours->rescued = true;
        ours->saved = ours->saved || !rescue;
    }
    if (!rescue) {
        log->saved_at = clock_now(&log->setup.clock);
        log_rescues_drop(log);
    }
}

bool log_save(struct log *log, struct fault *fault) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
        bool stayed = true;
        if (!log_try(log, &stayed, fault)) {
            return false;
        }
        if (stayed) {
            saved_mark(log, false);
            return true;
        }
    }
    return fault_set(fault, FAULT_SYSTEM, log->name, 0, NULL, "%s",
                     _("Another program replaces this file again and again. Wait for it, or end "
                       "it."));
}

/* Adds to the rescue file that this session has already begun. */
static bool rescue_again(struct log *log, struct fault *fault) {
    struct target target = {.path = log->rescue_folder, .name = log->rescue_name, .rescue = true};
    target.folder = log->rescue_name ? folder_open(log->rescue_folder, fault) : -1;
    if (target.folder < 0) {
        return false;
    }
    target.file = file_open_append(target.folder, target.name, fault);
    /* Another program may have saved what is in it, and removed it. */
    const bool written = target.file >= 0 && target_lock(log, &target, fault) &&
                         target_stands(&target) && target_write(log, &target, fault);
    target_close(&target);
    if (written) {
        saved_mark(log, true);
    }
    return written;
}

/* The first number that no file has: nobody else's file is written to. */
static bool rescue_new(struct target *target, struct log *log, struct fault *fault) {
    const int flags = O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    const char *prefix = log_rescue_prefix(log, target->path, &log->scratch);
    errno = EEXIST;
    for (int number = 1; target->file < 0 && errno == EEXIST; number++) {
        target->name = arena_printf(&log->scratch, "%s%d.csv", prefix, number);
        target->file = openat(target->folder, target->name, flags, S_IRUSR | S_IWUSR);
    }
    return (target->file >= 0 && fstat(target->file, &target->stat) == 0) ||
           write_failed(log, target, errno, fault);
}

static bool rescue_begin(struct log *log, const char *path, struct fault *fault) {
    struct target target = {.path = path, .file = -1, .rescue = true};
    target.folder = folder_open(path, fault);
    if (target.folder < 0) {
        return false;
    }
    const bool written = rescue_new(&target, log, fault) && target_write(log, &target, fault);
    if (!written && target.file >= 0) {
        unlinkat(target.folder, target.name, 0);
    }
    target_close(&target);
    if (written) {
        log->rescue_folder = path;
        log->rescue_name = arena_printf(&log->kept, "%s", target.name);
        log->rescue_path = arena_printf(&log->kept, "%s/%s", path, target.name);
        saved_mark(log, true);
    }
    return written;
}

bool log_rescue_write(struct log *log, struct fault *fault) {
    if (log_state(log) != LOG_UNSAVED) {
        return true;
    }
    struct fault other;
    if (rescue_again(log, &other) || rescue_begin(log, log->setup.folder, fault)) {
        return true;
    }
    for (const char *const *spare = log->setup.spares; spare && *spare; spare++) {
        if (rescue_begin(log, *spare, &other)) {
            return true;
        }
    }
    return false;
}
