/*
 * undo: the commands that undo what this run wrote, and redo it; they say what became of it.
 */
#ifndef VADEMECUM_DESK_UNDO_H
#define VADEMECUM_DESK_UNDO_H

#include "vademecum/review/story.h"

struct desk;

/* Undoes; when this run has nothing left to undo, offers what was saved before (SCREEN_EARLIER). */
void undo_back(struct desk *desk);
void undo_again(struct desk *desk);

/* Undoes what changes_earlier gives. */
void undo_earlier(struct desk *desk);

/* The question whether to undo it: what, where and from when. In `arena`. */
const char *undo_question(const struct desk *desk, const struct story_step *step,
                          struct arena *arena);

/* The value of a field in words, cut to what a message has room for. `item` is an id, or "". */
const char *undo_value(const struct desk *desk, const char *item, const char *field,
                       const char *value, struct arena *arena);

#endif
