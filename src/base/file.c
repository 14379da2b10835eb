#include "vademecum/base/file.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    TRIES_MAX = 100,  /* of a call that signals interrupt, or of a lock */
    LOCK_WAIT = 10,   /* milliseconds between two tries of a lock */
    REASON_SIZE = 256 /* of what the system says of an error, with its full stop and NUL */
};

/* One name between the slashes of a path. */
struct part {
    const char *path;        /* that it is a part of */
    char name[NAME_MAX + 1]; /* without slashes */
    bool last;               /* the file itself, not a folder on the way to it */
};

/* Why something cannot be opened, as the rest of a sentence. */
struct reason {
    unsigned cause;   /* an errno, or a kind of file (S_IFMT) */
    const char *text; /* for the user, untranslated */
};

const char *file_name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *file_stem(struct arena *arena, const char *path) {
    const char *name = file_name_of(path);
    const char *dot = strrchr(name, '.');
    return arena_copy(arena, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

static bool path_check(const char *path, struct fault *fault) {
    if (path[0] == '\0') {
        return fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL, "%s",
                         _("A file is to be opened, but its name is empty."));
    }
    if (path[0] == '/') {
        return fault_set(fault, FAULT_SYSTEM, path, 0, NULL, "%s",
                         _("This path begins with a slash, so it leads outside the folder. Put the "
                           "file into the folder, and give its path from there."));
    }
    if (path[strlen(path) - 1] == '/') {
        return fault_set(fault, FAULT_SYSTEM, path, 0, NULL, "%s",
                         _("This path ends with a slash, so it names a folder. Name a file."));
    }
    for (const char *part = path; *part; part += strspn(part, "/")) {
        const size_t length = strcspn(part, "/");
        if (length == 2 && memcmp(part, "..", length) == 0) {
            return fault_set(fault, FAULT_SYSTEM, path, 0, NULL, "%s",
                             _("This path holds \"..\", so it can lead outside the folder. Put the "
                               "file into the folder, and give its path from there."));
        }
        if (length > NAME_MAX) {
            return fault_set(fault, FAULT_SYSTEM, path, 0, NULL, "%s",
                             _("A name in this path is longer than any file's can be. Check how it "
                               "is written."));
        }
        part += length;
    }
    return true;
}

/* Cuts the next part off a path that path_check has passed, and returns the rest. */
static const char *part_cut(const char *rest, struct part *part) {
    const size_t length = strcspn(rest, "/");
    memcpy(part->name, rest, length);
    part->name[length] = '\0';
    rest += length;
    rest += strspn(rest, "/");
    part->last = *rest == '\0';
    return rest;
}

static const char *reason_find(const struct reason *reasons, size_t count, unsigned cause) {
    for (size_t i = 0; i < count; i++) {
        if (reasons[i].cause == cause) {
            return reasons[i].text;
        }
    }
    return NULL;
}

static bool part_refuse(const struct part *part, enum fault_kind kind, const char *reason,
                        struct fault *fault) {
    if (strcmp(part->name, part->path) == 0) {
        return fault_set(fault, kind, part->path, 0, NULL, _("This file cannot be opened: %s"),
                         reason);
    }
    return fault_set(fault, kind, part->path, 0, NULL, _("\"%s\" cannot be opened: %s"), part->name,
                     reason);
}

static bool error_explain(int error, const struct part *part, struct fault *fault) {
    static const struct reason reasons[] = {
        {ENOENT,
         N_("it does not exist. Check how its name is written, and in which folder it is.")},
        {EACCES, N_("you have no permission to read it. Ask its owner for it.")},
    };
    const char *reason = reason_find(reasons, COUNT(reasons), (unsigned)error);
    char sentence[REASON_SIZE];
    snprintf(sentence, sizeof sentence, "%s.", strerror(error));
    return part_refuse(part, error == ENOENT ? FAULT_WANTING : FAULT_SYSTEM,
                       reason ? _(reason) : sentence, fault);
}

static bool kind_check(mode_t mode, const struct part *part, struct fault *fault) {
    static const struct reason reasons[] = {
        {S_IFLNK,
         N_("it is a symbolic link, and links are not followed, because they can lead outside "
            "the folder. Put the file itself there.")},
        {S_IFDIR, N_("it is a folder, not a file. Name a file in it.")},
        {S_IFREG, N_("it is a file, but the path takes it for a folder. Check how the path is "
                     "written.")},
        {S_IFIFO, N_("it is a pipe (FIFO), not a regular file. Put a regular file there.")},
        {S_IFCHR, N_("it is a device, not a regular file. Put a regular file there.")},
        {S_IFBLK, N_("it is a device, not a regular file. Put a regular file there.")},
        {S_IFSOCK, N_("it is a socket, not a regular file. Put a regular file there.")},
    };
    const mode_t kind = mode & S_IFMT;
    if (kind == (part->last ? S_IFREG : S_IFDIR)) {
        return true;
    }
    const char *reason = reason_find(reasons, COUNT(reasons), kind);
    return part_refuse(part, FAULT_SYSTEM, reason ? _(reason) : _("it is no regular file."), fault);
}

/*
 * The kind is looked at before the opening, for that can set a device going, and again after it,
 * for somebody may have put another file there.
 */
static int part_open(int folder, const struct part *part, struct fault *fault) {
    struct stat found;
    if (fstatat(folder, part->name, &found, AT_SYMLINK_NOFOLLOW) < 0) {
        error_explain(errno, part, fault);
        return -1;
    }
    if (!kind_check(found.st_mode, part, fault)) {
        return -1;
    }
    const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    const int opened = file_open_at(folder, part->name, flags);
    if (opened < 0) {
        error_explain(errno, part, fault);
        return -1;
    }
    if (fstat(opened, &found) < 0) {
        error_explain(errno, part, fault);
    } else if (kind_check(found.st_mode, part, fault)) {
        return opened;
    }
    close(opened);
    return -1;
}

int file_open_inside(int folder, const char *path, struct fault *fault) {
    if (!path_check(path, fault)) {
        return -1;
    }
    int at = folder;
    const char *rest = path;
    struct part part = {.path = path};
    do {
        rest = part_cut(rest, &part);
        const int next = part_open(at, &part, fault);
        if (at != folder) {
            close(at);
        }
        at = next;
    } while (at >= 0 && !part.last);
    return at;
}

int file_open_append(int folder, const char *name, struct fault *fault) {
    if (!path_check(name, fault)) {
        return -1;
    }
    struct part part = {.path = name};
    part_cut(name, &part);
    struct stat found;
    if (fstatat(folder, part.name, &found, AT_SYMLINK_NOFOLLOW) == 0 &&
        !kind_check(found.st_mode, &part, fault)) {
        return -1;
    }
    const int flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    const int opened = file_open_at(folder, part.name, flags);
    if (opened < 0 || fstat(opened, &found) < 0) {
        file_write_fault(fault, name, errno);
    } else if (kind_check(found.st_mode, &part, fault)) {
        return opened;
    }
    if (opened >= 0) {
        close(opened);
    }
    return -1;
}

int file_open_at(int folder, const char *name, int flags) {
    int opened = -1;
    errno = EINTR;
    for (int tries = 0; opened < 0 && errno == EINTR && tries < TRIES_MAX; tries++) {
        opened = openat(folder, name, flags, S_IRUSR | S_IWUSR);
    }
    return opened;
}

/* Does not wait in flock: a program that was stopped in the middle would stop this one too. */
enum file_lock file_lock(int file) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
        const enum file_lock lock = file_lock_now(file);
        if (lock != FILE_BUSY) {
            return lock;
        }
        poll(NULL, 0, LOCK_WAIT);
    }
    return FILE_BUSY;
}

/* A signal on the way counts as busy, so that who waits tries again. */
enum file_lock file_lock_now(int file) {
    if (flock(file, LOCK_EX | LOCK_NB) == 0) {
        return FILE_LOCKED;
    }
    return errno == EWOULDBLOCK || errno == EINTR ? FILE_BUSY : FILE_LOCKLESS;
}

void file_unlock(int file) {
    flock(file, LOCK_UN);
}

bool file_write(int file, const char *bytes, size_t length) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
        const ssize_t wrote = write(file, bytes, length);
        if (wrote == (ssize_t)length) {
            return true;
        }
        if (wrote >= 0) {
            errno = 0;
            return false;
        }
        if (errno != EINTR) {
            return false;
        }
    }
    return false;
}

/* After EINTR nothing was found out yet; after any other error the system may have let bytes go. */
bool file_sync(int file) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
        if (fsync(file) == 0) {
            return true;
        }
        if (errno != EINTR) {
            return false;
        }
    }
    return false;
}

bool file_write_fault(struct fault *fault, const char *name, int error) {
    static const struct {
        int error;        /* an errno, or 0 */
        const char *text; /* for the user, untranslated */
    } reasons[] = {
        {0, N_("This file could be written only in part. Most likely the disk is full: free some "
               "space.")},
        {ENOSPC, N_("This file cannot be written, because the disk is full. Free some space.")},
        {EDQUOT,
         N_("This file cannot be written, because your share of the disk is used up. Delete "
            "what you no longer need.")},
        {EFBIG,
         N_("This file cannot be written, because it would be longer than the system allows.")},
        {EROFS, N_("This file cannot be written, because its disk is read-only. Choose a folder on "
                   "another one.")},
        {EACCES, N_("You have no permission to write this file. Ask its owner for it, or choose "
                    "another folder.")},
        {EPERM, N_("You have no permission to write this file. Ask its owner for it, or choose "
                   "another folder.")},
        {EIO,
         N_("This file cannot be written, because the disk reports an error. Choose a folder on "
            "another one, and have this one looked at.")},
    };
    for (size_t i = 0; i < COUNT(reasons); i++) {
        if (reasons[i].error == error) {
            return fault_set(fault, FAULT_SYSTEM, name, 0, NULL, "%s", _(reasons[i].text));
        }
    }
    return fault_set_errno(fault, name, error, _("This file cannot be written"));
}
