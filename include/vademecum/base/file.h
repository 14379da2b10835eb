/*
 * file: opens files without following links; writes that survive a power cut.
 */
#ifndef VADEMECUM_BASE_FILE_H
#define VADEMECUM_BASE_FILE_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

#include <stdbool.h>
#include <stddef.h>

/* The last part of a path, the file's name in its folder; within `path`. */
const char *file_name_of(const char *path);

/* The same without its ending, of which ".profile" has none. In `arena`. */
char *file_stem(struct arena *arena, const char *path);

/*
 * As openat: the open file, or -1 and errno. Makes a file for the owner alone (0600), and tries
 * again when a signal interrupts it.
 */
int file_open_at(int folder, const char *name, int flags);

/*
 * Opens the file `path` below `folder` for reading and checks that it is a regular file, without
 * ever waiting for a FIFO. `path` is relative; no part of it may be "..", and no symbolic link is
 * followed, so the file is inside the folder. On failure returns -1, and the fault names the true
 * cause: FAULT_WANTING when there is no such file, FAULT_SYSTEM for any other cause.
 */
int file_open_inside(int folder, const char *path, struct fault *fault);

/*
 * Opens the file `name` in `folder` to add to its end and to read it, and makes it (0600) when it
 * is not there. As with file_open_inside, it is a regular file that no link leads to, and a FIFO
 * makes nobody wait. On failure returns -1, and the fault (FAULT_SYSTEM) names the true cause.
 */
int file_open_append(int folder, const char *name, struct fault *fault);

/*
 * Replaces the file `name` by one of `length` bytes at once: whoever looks, also after a power
 * cut, finds the old file or the new one. Removes what a crash left of an earlier call. Locks the
 * folder meanwhile, so that two programs do this one after the other.
 */
bool file_replace(int folder, const char *name, const char *bytes, size_t length,
                  struct fault *fault);

/*
 * The same, and returns the new file, open and locked before anybody can see it under that name; -1
 * and the fault when it is not in its place.
 */
int file_replace_held(int folder, const char *name, const char *bytes, size_t length,
                      struct fault *fault);

/* Who has a file locked. */
enum file_lock {
    FILE_LOCKED,  /* we, until it is unlocked or closed */
    FILE_BUSY,    /* another program, for a second by now */
    FILE_LOCKLESS /* nobody: there are no locks where the file is */
};

/* Locks an open file or folder against other programs that do so, and waits a second at most. */
enum file_lock file_lock(int file);

/* The same without waiting. */
enum file_lock file_lock_now(int file);

void file_unlock(int file);

/*
 * Writes all bytes to the end of an open file in one call. On false errno says why; it is 0 when
 * only a part was written.
 */
bool file_write(int file, const char *bytes, size_t length);

/* Waits until the disk has all of an open file. On false errno says why. */
bool file_sync(int file);

/*
 * Fills the fault with the reason why `name` cannot be written, by an errno or, when only a part
 * was written, 0; returns false.
 */
bool file_write_fault(struct fault *fault, const char *name, int error);

#endif
