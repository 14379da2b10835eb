/*
 * load_guides: takes in guides and sayings, which were taken from practices and their answers.
 */
#ifndef VADEMECUM_CATALOGUE_LOAD_GUIDES_H
#define VADEMECUM_CATALOGUE_LOAD_GUIDES_H

#include "vademecum/catalogue/loader.h"

/* Takes in a row of guides.csv. */
void load_guide(struct loader *loader, const struct table_row *row);

/* Makes the guides out of the rows that were held. */
void load_guides_end(struct loader *loader);

/* Takes in a row of speaks.csv. */
void load_saying(struct loader *loader, const struct table_row *row);

/* Whether the answer of the practice to the question says something of that item. */
bool load_saying_exists(const struct loader *loader, size_t practice, size_t question,
                        const char *item);

#endif
