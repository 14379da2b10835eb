/*
 * footer: the last rows of the screen: what is being typed or said, and what can be done here.
 */
#ifndef VADEMECUM_VIEW_FOOTER_H
#define VADEMECUM_VIEW_FOOTER_H

#include "vademecum/view/layout.h"

/* How many rows it takes: a message takes what it needs, but leaves a little to the rest. */
int footer_rows(const struct layout *layout, const struct desk *desk);

/* What can be done here, as far as it fits into so many columns: the lower edge of a box. */
const char *footer_verbs(const struct desk *desk, int columns, struct arena *frame);

/* Fills it in, after footer_rows. */
void footer_make(struct layout *layout, const struct desk *desk, struct arena *frame);

#endif
