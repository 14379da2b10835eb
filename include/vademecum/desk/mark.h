/*
 * mark: gives an item the reviewer's mark.
 */
#ifndef VADEMECUM_DESK_MARK_H
#define VADEMECUM_DESK_MARK_H

#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/find.h"
#include "vademecum/review/verdict.h"

struct desk;

/*
 * Gives the mark. The first one on a practice of the catalogue brings up a question first: it
 * judges that practice, and not the reviewer's own work, as somebody new may think.
 */
void mark_give(struct desk *desk, const struct subject *subject, const struct item *item,
               enum verdict verdict);

/* The same for the next verdict, of a key that goes from verdict to verdict (changes_step). */
void mark_step(struct desk *desk, const struct subject *subject, const struct item *item);

/* Gives it after that question. Steps that follow within a few seconds are undone with it. */
void mark_first(struct desk *desk, const struct subject *subject, const struct item *item,
                enum verdict verdict);

#endif
