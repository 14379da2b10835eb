/*
 * script: keys from a file, pages to a stream: a way in without a terminal.
 */
#ifndef VADEMECUM_TUI_SCRIPT_H
#define VADEMECUM_TUI_SCRIPT_H

#include "vademecum/base/fault.h"
#include "vademecum/door/door.h"

#include <stdbool.h>
#include <stdio.h>

/*
 * Reads keys from the file `path` and writes pages of columns × rows to `out`: at each <Page>
 * exactly `rows` lines without trailing blanks, then "-- cursor ROW,COL" (0-based). What would
 * have left the screen (a link opened, …) is written as a line "-- …", and the script goes on.
 */
bool script_run(const struct door_setup *setup, const char *path, int columns, int rows, FILE *out,
                struct fault *fault);

#endif
