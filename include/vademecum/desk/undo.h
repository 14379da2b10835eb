/*
 * undo: the commands that take back what this run wrote, and do it again; they say what became of
 * it.
 */
#ifndef VADEMECUM_DESK_UNDO_H
#define VADEMECUM_DESK_UNDO_H

struct desk;

void undo_back(struct desk *desk);
void undo_again(struct desk *desk);

#endif
