/*
 * file: opens files without following links; writes that survive a power cut.
 */
#ifndef VADEMECUM_BASE_FILE_H
#define VADEMECUM_BASE_FILE_H

#include "vademecum/base/fault.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * As openat, for the owner alone (0600) when it makes a file; goes on when a signal interrupts it.
 */
int file_open_at(int folder, const char *name, int flags);

/*
 * Opens the file `path` below `folder` for reading and checks that it is a regular file, without
 * ever waiting for a FIFO. `path` is relative; no part of it may be "..", and no symbolic link may
 * be followed, so the file is inside the folder. -1 and a fault that names the true cause else:
 * FAULT_WANTING when there is no such file, FAULT_SYSTEM for any other cause.
 */
int file_open_inside(int folder, const char *path, struct fault *fault);

/*
 * Opens the file `name` in `folder` to add to its end and to read it, and makes it (0600) when it
 * is not there. As file_open_inside, it is a regular file that no link leads to, and a FIFO makes
 * nobody wait. -1 and a fault (FAULT_SYSTEM) that names the true cause else.
 */
int file_open_append(int folder, const char *name, struct fault *fault);

/*
 * Puts `length` bytes in the place of the file `name`, at once: whoever looks, also after a power
 * cut, finds the old file or the new one. What a crash left of an earlier call is removed. The
 * folder is locked meanwhile, so that two programs do it one after the other.
 */
bool file_replace(int folder, const char *name, const char *bytes, size_t length,
                  struct fault *fault);

/*
 * The same, and returns the new file, open and locked before anybody can see it under that name; -1
 * and the fault when it is not in its place.
 */
int file_replace_held(int folder, const char *name, const char *bytes, size_t length,
                      struct fault *fault);

/* Whether a file is ours alone. */
enum file_lock {
    FILE_LOCKED,  /* it is, until it is unlocked or closed */
    FILE_BUSY,    /* another program has held it for a second */
    FILE_LOCKLESS /* there are no locks where the file is */
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

/* Fills the fault: why `name` cannot be written, by an errno or, for half a write, 0; false. */
bool file_write_fault(struct fault *fault, const char *name, int error);

#endif
