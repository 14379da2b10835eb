/*
 * whole: reads a whole file of others, as bytes or as text in whatever encoding.
 */
#ifndef VADEMECUM_IMPORT_WHOLE_H
#define VADEMECUM_IMPORT_WHOLE_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    WHOLE_MAX = 16 * 1024 * 1024 /* bytes of a file */
};

/*
 * The bytes of the file `path`, up to WHOLE_MAX, NUL behind them; NULL and the fault (FAULT_SYSTEM,
 * or FAULT_WANTING for a larger one) when it cannot be read. In `arena`.
 */
char *whole_read(struct arena *arena, const char *path, size_t *length, struct fault *fault);

/*
 * The same as UTF-8 without a byte-order mark: what has a mark of UTF-16 is taken for that, else
 * what is no UTF-8 for Windows-1250, in which Excel writes CSV in Central Europe. `*encoding` says
 * which it was; static. NULL and the fault (FAULT_WANTING) for what is no text.
 */
char *whole_text(struct arena *arena, const char *path, size_t *length, const char **encoding,
                 struct fault *fault);

#endif
