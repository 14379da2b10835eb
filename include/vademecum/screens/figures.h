/*
 * figures: how many practices meet each criterion, question and item; tables of two facets; and the
 * practices behind one of these numbers. What the three screens share.
 */
#ifndef VADEMECUM_SCREENS_FIGURES_H
#define VADEMECUM_SCREENS_FIGURES_H

#include "vademecum/desk/desk.h"
#include "vademecum/report/cross.h"
#include "vademecum/report/figures.h"

/*
 * The figure in focus; NULL when there is none, or a table is. Lives until figures are counted
 * again.
 */
const struct figure *figures_here(const struct desk *desk);

/* The table in focus, or NULL; and what it is called, translated. Static. */
const struct cross_pair *figures_pair_here(const struct desk *desk);
const char *figures_pair_title(struct cross_pair pair);

/* The cell in focus in the table, or NULL. Lives until the table is counted again. */
const struct cross_cell *figures_table_here(const struct desk *desk);

/* "Housing and community / Women". In `arena`. */
const char *figures_table_title(const struct desk *desk, const struct cross_value *row,
                                const struct cross_value *column, struct arena *arena);

#endif
