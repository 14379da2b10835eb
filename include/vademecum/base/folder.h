/*
 * folder: opens and makes folders; the names in them survive a power cut.
 */
#ifndef VADEMECUM_BASE_FOLDER_H
#define VADEMECUM_BASE_FOLDER_H

#include "vademecum/base/fault.h"

#include <stdbool.h>

/*
 * Opens the folder `path` for use with the calls of file.h; -1 and the fault (FAULT_SYSTEM) when
 * that fails. A symbolic link to a folder is followed: the user chose it.
 */
int folder_open(const char *path, struct fault *fault);

/*
 * Makes the folder `path` (0700) and those on the way to it, so that they survive a power cut. True
 * also when it is there already.
 */
bool folder_make(const char *path, struct fault *fault);

/* As folder_open, and makes the folder first, as folder_make, when it is not there. */
int folder_open_made(const char *path, struct fault *fault);

/* As file_sync, for a folder, so that the names in it last; some file systems need no such thing.
 */
bool folder_sync(int folder);

#endif
