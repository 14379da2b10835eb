/*
 * load_translations: takes in translations of what all other files hold.
 */
#ifndef VADEMECUM_CATALOGUE_LOAD_TRANSLATIONS_H
#define VADEMECUM_CATALOGUE_LOAD_TRANSLATIONS_H

#include "vademecum/catalogue/loader.h"

/* Makes room for the rows. */
void load_translations_begin(struct loader *loader);

/* Takes in a row of translations.csv. */
void load_translations_row(struct loader *loader, const struct table_row *row);

#endif
