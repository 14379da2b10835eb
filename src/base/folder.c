#include "vademecum/base/folder.h"

#include "vademecum/base/file.h"
#include "vademecum/base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int folder_open(const char *path, struct fault *fault) {
    const int folder = file_open_at(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        return folder;
    }
    const int error = errno;
    if (error == ENOENT) {
        fault_set(fault, FAULT_SYSTEM, path, 0, NULL, "%s",
                  _("There is no such folder. Check how its name is written."));
    } else if (error == ENOTDIR) {
        fault_set(fault, FAULT_SYSTEM, path, 0, NULL, "%s",
                  _("This is not a folder. Name the folder that the files are in."));
    } else if (error == EACCES) {
        fault_set(fault, FAULT_SYSTEM, path, 0, NULL, "%s",
                  _("You have no permission to look into this folder. Ask its owner for it."));
    } else {
        fault_set_errno(fault, path, error, _("This folder cannot be opened"));
    }
    return -1;
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

bool folder_sync(int folder) {
    return file_sync(folder) || errno == EINVAL || errno == ENOTSUP;
}
