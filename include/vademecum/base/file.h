/*
 * file: opens that cannot be led astray.
 */
#ifndef VADEMECUM_BASE_FILE_H
#define VADEMECUM_BASE_FILE_H

#include "vademecum/base/fault.h"

#include <stdbool.h>

/*
 * Opens the folder `path` for use with the calls below; -1 and the fault (FAULT_SYSTEM) when that
 * fails. A symbolic link to a folder is followed: the user chose it.
 */
int folder_open(const char *path, struct fault *fault);

/*
 * Opens the file `path` below `folder` for reading and checks that it is a regular file, without
 * ever waiting for a FIFO. `path` is relative; no part of it may be "..", and no symbolic link may
 * be followed, so the file is inside the folder. -1 and a fault that names the true cause else:
 * FAULT_WANTING when there is no such file, FAULT_SYSTEM for any other cause.
 */
int file_open_inside(int folder, const char *path, struct fault *fault);

#endif
