/*
 * load_rows: takes in practices and the rows that belong to them, as they are read.
 */
#ifndef VADEMECUM_CATALOGUE_LOAD_ROWS_H
#define VADEMECUM_CATALOGUE_LOAD_ROWS_H

#include "vademecum/catalogue/loader.h"

/* Make room: for practices, for their marks. */
void load_practices_begin(struct loader *loader);
void load_marks_begin(struct loader *loader);

/* Looks which mark stands in a row; returns a bit for its column, as references_look does. */
uint32_t load_mark_look(struct loader *loader, const struct table_row *row);

/* Take in a row of the file of practices, or of one whose rows belong to practices. */
void load_practice(struct loader *loader, const struct table_row *row);
void load_practice_term(struct loader *loader, const struct table_row *row);
void load_answer(struct loader *loader, const struct table_row *row);
void load_mark(struct loader *loader, const struct table_row *row);
void load_tool(struct loader *loader, const struct table_row *row);

/*
 * For all rows that belong to practices: as references_find; a row that refers to an unknown row is
 * then unknown too.
 */
long load_reference(struct loader *loader, const struct table_row *row, size_t column);

/* The practice that the column names, or NULL. */
struct practice *load_practice_of(struct loader *loader, const struct table_row *row,
                                  size_t column);

/* Reports that the key of the row stands in the line `earlier` already. */
void load_repeated(struct loader *loader, const struct table_row *row, long earlier);

/* Memory for one more thing of this size, which is the same for all of a pool; all zero. */
void *load_pool_take(struct pool *pool, struct arena *arena, size_t size);

#endif
