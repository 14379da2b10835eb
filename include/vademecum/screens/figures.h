/*
 * figures: how many practices meet what; and the practices behind one of these numbers. What both
 * screens share.
 */
#ifndef VADEMECUM_SCREENS_FIGURES_H
#define VADEMECUM_SCREENS_FIGURES_H

#include "vademecum/desk/desk.h"
#include "vademecum/report/figures.h"

/* The figure in focus; NULL when there is none. Lives until figures are counted anew. */
const struct figure *figures_here(const struct desk *desk);

#endif
