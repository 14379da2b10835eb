/*
 * search: the line in which words are typed that practices are to have; it narrows the list at
 * once. Home and Practice use it.
 */
#ifndef VADEMECUM_SCREENS_SEARCH_H
#define VADEMECUM_SCREENS_SEARCH_H

#include "vademecum/desk/ask.h"

#include <stdbool.h>

struct desk;

/* What can be done while typing. */
extern const struct verb search_verbs[];

/* Begins to type; `asking` has the three below for what is typed, and for Enter and Esc. */
void search_begin(struct desk *desk, const struct asking *asking);
void search_typed(struct desk *desk);
void search_left(struct desk *desk);

/* Enter: ends the line; whether there is anything to search for. */
bool search_end(struct desk *desk);

/* Says how many practices were found. */
void search_tell(struct desk *desk);

/* Whether anything is searched for; else says so. */
bool search_ready(struct desk *desk);

/* Says that there is no match in this direction. */
void search_tell_end(struct desk *desk, int step);

#endif
