/* The writing half of file.h. */
#include "vademecum/base/file.h"
#include "vademecum/base/words.h"

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
    TRIES_MAX = 100, /* of a call that signals interrupt, or of a lock */
    LOCK_WAIT = 10   /* milliseconds between two tries of a lock */
};

static bool folder_step(const char *path, struct fault *fault);
static bool parent_sync(const char *path);
static int spare_write(int folder, const char *spare, const char *bytes, size_t length);
static bool spare_fill(int file, const char *bytes, size_t length);

bool folder_make(const char *path, struct fault *fault) {
    char part[PATH_MAX];
    const size_t length = strlen(path);
    if (length >= sizeof part) {
        return fault_set(fault, FAULT_SYSTEM, path, 0, NULL, "%s",
                         _("The path of this folder is longer than any can be. Shorten it."));
    }
    for (size_t i = 1; i <= length; i++) {
        if (path[i] == '/' || path[i] == '\0') {
            memcpy(part, path, i);
            part[i] = '\0';
            if (!folder_step(part, fault)) {
                return false;
            }
        }
    }
    return true;
}

int folder_open_made(const char *path, struct fault *fault) {
    const int folder = folder_open(path, fault);
    return folder < 0 && folder_make(path, fault) ? folder_open(path, fault) : folder;
}

bool file_replace(int folder, const char *name, const char *bytes, size_t length,
                  struct fault *fault) {
    const int file = file_replace_held(folder, name, bytes, length, fault);
    if (file >= 0) {
        close(file);
    }
    return file >= 0;
}

int file_replace_held(int folder, const char *name, const char *bytes, size_t length,
                      struct fault *fault) {
    char spare[NAME_MAX + 1];
    const int needed = snprintf(spare, sizeof spare, ".%s.new", name);
    if (needed < 0 || (size_t)needed >= sizeof spare) {
        file_write_fault(fault, name, ENAMETOOLONG);
        return -1;
    }
    if (file_lock(folder) == FILE_BUSY) {
        fault_set(fault, FAULT_SYSTEM, name, 0, NULL, "%s",
                  _("Another program is writing in this folder. Wait for it, or end it."));
        return -1;
    }
    int error = 0;
    const int file = spare_write(folder, spare, bytes, length);
    if (file < 0 || renameat(folder, spare, folder, name) < 0) {
        error = errno;
        unlinkat(folder, spare, 0);
    } else if (!folder_sync(folder)) {
        error = errno;
    }
    file_unlock(folder);
    if (error == 0) {
        return file;
    }
    if (file >= 0) {
        close(file);
    }
    file_write_fault(fault, name, error);
    return -1;
}

/* Not by waiting in flock: a program that was stopped in the middle would stop this one too. */
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

bool folder_sync(int folder) {
    return file_sync(folder) || errno == EINVAL || errno == ENOTSUP;
}

bool file_write_fault(struct fault *fault, const char *name, int error) {
    static const struct {
        int error;        /* an errno, or 0 */
        const char *text; /* for the user, untranslated */
    } reasons[] = {
        {0, N_("This file could be written only in part. Most likely the disk is full: free some "
               "space.")},
        {ENOSPC, N_("This file cannot be written, for the disk is full. Free some space.")},
        {EDQUOT, N_("This file cannot be written, for your share of the disk is used up. Delete "
                    "what you no longer need.")},
        {EFBIG, N_("This file cannot be written, for it would be longer than the system allows.")},
        {EROFS, N_("This file cannot be written, for its disk is read-only. Choose a folder on "
                   "another one.")},
        {EACCES, N_("You have no permission to write this file. Ask its owner for it, or choose "
                    "another folder.")},
        {EPERM, N_("You have no permission to write this file. Ask its owner for it, or choose "
                   "another folder.")},
        {EIO, N_("This file cannot be written, for the disk reports an error. Choose a folder on "
                 "another one, and have this one looked at.")},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (reasons[i].error == error) {
            return fault_set(fault, FAULT_SYSTEM, name, 0, NULL, "%s", _(reasons[i].text));
        }
    }
    return fault_set_errno(fault, name, error, _("This file cannot be written"));
}

static bool folder_step(const char *path, struct fault *fault) {
    struct stat found;
    if (stat(path, &found) == 0) {
        return S_ISDIR(found.st_mode) ||
               fault_set(
                   fault, FAULT_SYSTEM, path, 0, NULL, "%s",
                   _("This is a file, and not a folder. Name another folder, or move the file "
                     "away."));
    }
    if (mkdir(path, S_IRWXU) == 0) {
        return parent_sync(path) ||
               fault_set_errno(fault, path, errno, _("This folder cannot be made"));
    }
    const int error = errno;
    if (error == EEXIST && lstat(path, &found) == 0 && S_ISLNK(found.st_mode)) {
        return fault_set(fault, FAULT_SYSTEM, path, 0, NULL, "%s",
                         _("A folder is to be made here, but there is a symbolic link that leads "
                           "nowhere. Remove it, or choose another folder."));
    }
    if (error == EEXIST) {
        return true; /* another program was faster */
    }
    return fault_set_errno(fault, path, error, _("This folder cannot be made"));
}

/* A folder that may be searched but not read cannot be synced; there is nothing better to do. */
static bool parent_sync(const char *path) {
    char parent[PATH_MAX];
    snprintf(parent, sizeof parent, "%s", path);
    char *slash = strrchr(parent, '/');
    if (!slash) {
        parent[0] = '.';
        slash = parent;
    }
    slash[1] = '\0';
    const int folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        return errno == EACCES;
    }
    const bool synced = folder_sync(folder);
    const int error = errno;
    close(folder);
    errno = error;
    return synced;
}

/* Writes the new file under another name, locked. -1: errno says why. */
static int spare_write(int folder, const char *spare, const char *bytes, size_t length) {
    unlinkat(folder, spare, 0);
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    const int file = openat(folder, spare, flags, S_IRUSR | S_IWUSR);
    if (file < 0) {
        return -1;
    }
    file_lock(file);
    if (spare_fill(file, bytes, length)) {
        return file;
    }
    const int error = errno;
    close(file);
    errno = error;
    return -1;
}

/* A write of more than 2 GiB takes several calls, and so does one that a signal interrupts. */
static bool spare_fill(int file, const char *bytes, size_t length) {
    int tries = 0;
    while (length > 0) {
        const ssize_t wrote = write(file, bytes, length);
        if (wrote > 0) {
            bytes += wrote;
            length -= (size_t)wrote;
        } else if (wrote == 0 || errno != EINTR || ++tries == TRIES_MAX) {
            return false;
        }
    }
    return file_sync(file);
}
