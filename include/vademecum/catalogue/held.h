/*
 * held: the rows of a file that are held until all of it has been read, so that they can be put in
 * order.
 */
#ifndef VADEMECUM_CATALOGUE_HELD_H
#define VADEMECUM_CATALOGUE_HELD_H

#include "vademecum/catalogue/loader.h"

/* Holds the row. */
void held_add(struct loader *loader, const struct table_row *row);

/* Puts the rows in their order, and makes the directory of that order. */
void held_sort(struct loader *loader);

#endif
