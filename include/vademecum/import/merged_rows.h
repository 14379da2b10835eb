/*
 * merged_rows: the rows of one catalogue that another lacks.
 */
#ifndef VADEMECUM_IMPORT_MERGED_ROWS_H
#define VADEMECUM_IMPORT_MERGED_ROWS_H

#include "vademecum/base/fault.h"
#include "vademecum/import/new_rows.h"

#include <stdbool.h>

/*
 * Adds the rows of the catalogue in the folder `from` whose keys the one in the folder `into` does
 * not have; all of them where `into` is NULL. `told` gets a line for each row that both have with
 * other cells. False and the fault when a file of either cannot be read to its end.
 */
bool merged_rows_add(struct new_rows *rows, const char *from, const char *into,
                     struct fault_list *told, struct fault *fault);

#endif
