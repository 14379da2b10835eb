/*
 * check: judges cells and rows by the schema, so that loading and `vademecum check` say the same.
 */
#ifndef VADEMECUM_CATALOGUE_CHECK_H
#define VADEMECUM_CATALOGUE_CHECK_H

#include "vademecum/base/fault.h"
#include "vademecum/base/table.h"
#include "vademecum/catalogue/schema.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Knows the ids of the other files. */
struct check_guess {
    /* The id that is most likely meant by what stands in the column instead of one, or NULL. */
    const char *(*call)(void *context, const struct table_row *row, size_t column);
    void *context;  /* handed to call */
    uint32_t known; /* a bit for each column: 1 when what stands in it is such an id */
};

/*
 * Whether the row can be used: its key is whole, no required id or choice is empty, and those that
 * are filled have the right form. Adds every reason against it to `faults`, as FAULT_LEFT_OUT.
 * `row` has the columns of `schema`, in its order; `guess` may be NULL.
 */
bool check_usable(const struct schema *schema, const struct table_row *row,
                  const struct check_guess *guess, struct fault_list *faults);

/* The columns that decide about that, a bit each: when all are `known`, the row can be used. */
uint32_t check_deciding(const struct schema *schema);

enum {
    CHECK_COLUMNS_MAX = 32 /* columns of a file */
};

/* Blanks around the texts of a file, by column; all zero before its first row. */
struct check_blanks {
    size_t cells[CHECK_COLUMNS_MAX]; /* that have any */
    long lines[CHECK_COLUMNS_MAX];   /* on which the first of them begins */
};

/* Counts the texts of the row that begin or end with a blank. */
void check_blanks(const struct schema *schema, const struct table_row *row,
                  struct check_blanks *blanks);

/* Adds one defect for each column in which texts have blanks around them. */
void check_blanks_tell(const struct schema *schema, const struct check_blanks *blanks,
                       struct fault_list *faults);

/*
 * Adds every other defect of a row's cells (FAULT_DEFECT): dates, numbers, countries, languages
 * (also those with capitals in the language's own part, as look-ups go by small letters), values
 * that are not joined by "; ", addresses, signs of damage in texts (damage.h), texts over their
 * width, required cells left empty, tool files that are missing or outside the folder, an end
 * before the start, and what is said to go on although its end has passed. `folder` is a descriptor
 * of the catalogue's folder; `today` is YYYY-MM-DD, or NULL when the day is not known.
 */
void check_cells(const struct schema *schema, const struct table_row *row, int folder,
                 const char *today, struct fault_list *faults);

/*
 * Adds a defect for those of `count` ids that differ and yet look alike: by case, accents, blanks,
 * invisible or confusable characters (l and 1, o and 0). Of more than two that look alike, each is
 * named with the one next to it in byte order. The same id twice is no defect here. The ids may
 * have any form; `lines` says where they stand in `file`.
 */
void check_look_alikes(const char *file, const char *const *ids, const long *lines, size_t count,
                       struct fault_list *faults);

#endif
