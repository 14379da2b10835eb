#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    TRIES_MAX = 100 /* of a call that signals interrupt */
};

bool file_replace(int folder, const char *name, const char *bytes, size_t length,
                  struct fault *fault) {
    const int file = file_replace_held(folder, name, bytes, length, fault);
    if (file >= 0) {
        close(file);
    }
    return file >= 0;
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
