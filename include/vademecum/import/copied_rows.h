/*
 * copied_rows: copies rows of an existing catalogue, as they are, into a new one.
 */
#ifndef VADEMECUM_IMPORT_COPIED_ROWS_H
#define VADEMECUM_IMPORT_COPIED_ROWS_H

#include "vademecum/base/fault.h"
#include "vademecum/import/new_rows.h"

#include <stdbool.h>

/*
 * Adds all rows of a file of the catalogue in the folder `path`. A file that older catalogues do
 * not have may be missing. False and the fault when it cannot be read to its end.
 */
bool copied_rows_add(struct new_rows *rows, const char *path, enum schema_id id,
                     struct fault *fault);

#endif
