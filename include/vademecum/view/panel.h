/*
 * panel: wraps the rows of a panel into lines.
 */
#ifndef VADEMECUM_VIEW_PANEL_H
#define VADEMECUM_VIEW_PANEL_H

#include "vademecum/view/layout.h"

#include <stdbool.h>
#include <stddef.h>

/* Screen rows that the whole panel of the top screen would take, with its title. */
int panel_height(const struct desk *desk, int number, const struct panel_strip *strip,
                 struct arena *frame);

/* Columns of the longest thing that it says, at most those of the strip. */
int panel_width(const struct desk *desk, int number, const struct panel_strip *strip,
                struct arena *frame);

/* Fills in a panel whose place is set; `alone`: no other can be seen beside it. */
void panel_fill(struct panel_view *view, const struct query *searched, const struct desk *desk,
                bool alone, struct arena *frame);

/* The next place in a line where a word that is searched for stands, from the byte `from` on. */
bool panel_match(const struct query *searched, const struct line *line, size_t from, size_t *start,
                 size_t *end);

#endif
