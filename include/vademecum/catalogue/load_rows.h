/*
 * load_rows: takes in practices and the rows that belong to them, as they are read.
 */
#ifndef VADEMECUM_CATALOGUE_LOAD_ROWS_H
#define VADEMECUM_CATALOGUE_LOAD_ROWS_H

#include "vademecum/catalogue/loader.h"

/* Make room: for practices, for their marks, for translations. */
void load_practices_begin(struct loader *loader);
void load_marks_begin(struct loader *loader);
void load_translations_begin(struct loader *loader);

/* Looks which mark stands in a row; returns a bit for its column, as references_look does. */
uint32_t load_mark_look(struct loader *loader, const struct table_row *row);

/* Take in a row of the file of practices, or of one whose rows belong to practices. */
void load_practice(struct loader *loader, const struct table_row *row);
void load_practice_term(struct loader *loader, const struct table_row *row);
void load_answer(struct loader *loader, const struct table_row *row);
void load_mark(struct loader *loader, const struct table_row *row);
void load_tool(struct loader *loader, const struct table_row *row);
void load_translation(struct loader *loader, const struct table_row *row);

#endif
