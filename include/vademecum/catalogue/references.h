/*
 * references: finds the rows of other files that the cells of a row refer to, and guesses what was
 * meant.
 */
#ifndef VADEMECUM_CATALOGUE_REFERENCES_H
#define VADEMECUM_CATALOGUE_REFERENCES_H

#include "vademecum/catalogue/loader.h"

/* Finds the columns of the file that refer to others. To be called before its first row. */
void references_begin(struct loader *loader);

/* Puts the keys of a file that has been read in order. */
void references_end(struct loader *loader);

/*
 * The file has a row with this key. When it was left out, nobody is to be told that it is not
 * there.
 */
void references_drop(struct loader *loader, const char *key);

/* Looks them up in a row. Returns a bit for each column that has the id of a row. */
uint32_t references_look(struct loader *loader, const struct table_row *row);

/*
 * After references_look: the row that a cell refers to, or REFERENCE_NONE after telling that there
 * is none, or REFERENCE_LOST.
 */
long references_find(struct loader *loader, const struct table_row *row, size_t column);

/*
 * The id nearest to what stands in the column, by itself or by the words that people know its row
 * by; NULL when none is near or the column refers to no file. `context` is the loader.
 */
const char *references_guess(void *context, const struct table_row *row, size_t column);

#endif
