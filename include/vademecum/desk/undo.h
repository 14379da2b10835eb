/*
 * undo: the commands that take back what this run wrote, and do it again; they say what became of
 * it.
 */
#ifndef VADEMECUM_DESK_UNDO_H
#define VADEMECUM_DESK_UNDO_H

#include "vademecum/review/story.h"

struct desk;

/* Where this run has nothing left to undo, what was saved before is offered (SCREEN_EARLIER). */
void undo_back(struct desk *desk);
void undo_again(struct desk *desk);

/* Takes back what changes_earlier tells. */
void undo_earlier(struct desk *desk);

/* Whether it is to be taken back: what, where and from when. In `arena`. */
const char *undo_question(const struct desk *desk, const struct story_step *step, struct arena *arena);

/* The value of a field of an item in words, cut to what a message has room for; `item` may be "".
 */
const char *undo_value(const struct desk *desk, const char *item, const char *field,
                       const char *value, struct arena *arena);

#endif
