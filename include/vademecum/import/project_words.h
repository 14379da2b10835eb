/*
 * project_words: a first mapping of a table of projects, guessed from the names of its columns in
 * English, Czech and Polish.
 */
#ifndef VADEMECUM_IMPORT_PROJECT_WORDS_H
#define VADEMECUM_IMPORT_PROJECT_WORDS_H

#include "vademecum/base/fault.h"
#include "vademecum/import/project_file.h"
#include "vademecum/report/sheet.h"

#include <stdbool.h>

/*
 * Cuts the file and fills the sheet, which is new, with a mapping: a row for each of its columns,
 * with what it most likely becomes, or ""; then what every row gets. False and the fault
 * (FAULT_WANTING) when no column is recognised.
 */
bool project_words_guess(struct project_file *file, struct sheet *sheet, struct fault *fault);

/* Whether what stands for a title is the head of a row of sums, such as "Total". */
bool project_words_sum(struct arena *arena, const char *title);

#endif
