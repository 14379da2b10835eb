/*
 * projects: turns a table of projects into practices, by a mapping. A row that could not stand in a
 * catalogue without a defect is left out and told; the others come in.
 */
#ifndef VADEMECUM_IMPORT_PROJECTS_H
#define VADEMECUM_IMPORT_PROJECTS_H

#include "vademecum/base/fault.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/import/new_rows.h"
#include "vademecum/import/project_file.h"
#include "vademecum/import/project_map.h"

#include <stdbool.h>
#include <stddef.h>

struct projects_counts {
    size_t rows; /* in which something stands */
    size_t practices;
    size_t known;  /* rows left out because the catalogue has them already */
    size_t failed; /* rows left out because something is wrong in them */
};

/*
 * Makes rows of the file, which the mapping is bound to. `into` is the catalogue that they will
 * join, NULL for a new one; `words` has the terms that may be used, NULL: none. `name` is of the
 * file: a collection is called so where the mapping has none. `today` is YYYY-MM-DD. `told` gets a
 * line for each row left out, by its number in a spreadsheet.
 */
void projects_rows(struct new_rows *rows, const struct project_file *file,
                   const struct project_map *map, const char *name, const struct catalogue *into,
                   const struct catalogue *words, const char *today, struct projects_counts *counts,
                   struct fault_list *told);

#endif
