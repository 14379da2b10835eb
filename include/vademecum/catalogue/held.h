/*
 * held: holds the rows of a file until all of it has been read, and then puts them in order.
 */
#ifndef VADEMECUM_CATALOGUE_HELD_H
#define VADEMECUM_CATALOGUE_HELD_H

#include "vademecum/catalogue/loader.h"

/* Holds a copy of the row. A row that cannot be used becomes a defect, and is left out. */
void held_add(struct loader *loader, const struct table_row *row);

/* Sorts the rows by their parents and positions, and makes their directory. */
void held_sort(struct loader *loader);

#endif
