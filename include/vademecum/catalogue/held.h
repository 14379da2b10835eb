/*
 * held: holds the rows of a file until all of it has been read, and then puts them in order.
 */
#ifndef VADEMECUM_CATALOGUE_HELD_H
#define VADEMECUM_CATALOGUE_HELD_H

#include "vademecum/catalogue/loader.h"

/* Holds the row. */
void held_add(struct loader *loader, const struct table_row *row);

/* Puts the rows in order, below their parents and by position, and makes their directory. */
void held_sort(struct loader *loader);

#endif
