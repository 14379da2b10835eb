/*
 * search: the line for the words that are searched for; it narrows the list at each letter. Home
 * and Practice use it.
 */
#ifndef VADEMECUM_SCREENS_SEARCH_H
#define VADEMECUM_SCREENS_SEARCH_H

#include "vademecum/desk/ask.h"

#include <stdbool.h>

struct desk;

/* What can be done while typing. */
extern const struct verb search_verbs[];

/* Begins to ask; `asking` calls the next three when the line has changed, at Esc and at Enter. */
void search_begin(struct desk *desk, const struct asking *asking);
void search_typed(struct desk *desk);
void search_left(struct desk *desk);

/* Ends the line; whether there is anything to search for. */
bool search_end(struct desk *desk);

/* Says how many practices were found. */
void search_tell(struct desk *desk);

/* Whether anything is searched for; else says so. */
bool search_ready(struct desk *desk);

/* Says that there is no match in this direction. */
void search_tell_end(struct desk *desk, int step);

#endif
