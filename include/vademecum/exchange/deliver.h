/*
 * deliver: finds where a file that is to be handed over can go, and writes it there.
 */
#ifndef VADEMECUM_EXCHANGE_DELIVER_H
#define VADEMECUM_EXCHANGE_DELIVER_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/review/places.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The user's folder for documents: what user-dirs.dirs in the folder of settings calls so (the
 * format of xdg-user-dirs), if it is there, else the user's own folder. NULL when there is neither.
 * In `arena`.
 */
const char *deliver_documents(const struct environment *environment, struct arena *arena);

/*
 * The folders of sticks and other disks that are plugged in and can be written to, `*count`: mount
 * points below /media and /run/media that the file `mounts` lists (/proc/self/mounts, see
 * fstab(5)). None when there is no such file. In `arena`.
 */
const char *const *deliver_sticks(const char *mounts, struct arena *arena, size_t *count);

/*
 * The name that a new file called `name` would get in the folder now: with a number, when it is
 * taken. `name` itself when the folder cannot be read. In `arena`.
 */
const char *deliver_name(const char *folder, const char *name, struct arena *arena);

/*
 * Writes a new file at `path`, at once and so that it survives a power cut. Never overwrites a
 * file: when the name is taken, a number comes behind it ("report-2.html"). `*written` is the whole
 * path from the root, in `arena`. False and the fault (FAULT_SYSTEM) when it cannot be written.
 */
bool deliver_file(const char *path, const char *bytes, size_t length, struct arena *arena,
                  const char **written, struct fault *fault);

#endif
