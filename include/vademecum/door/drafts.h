/*
 * drafts: keeps the text that is being typed, so that a crash costs no more than two seconds of it.
 */
#ifndef VADEMECUM_DOOR_DRAFTS_H
#define VADEMECUM_DOOR_DRAFTS_H

#include "vademecum/door/door.h"

/*
 * Keeps the draft when it is due, removes it when the text was accepted or thrown away, and offers
 * what another session has left, one text after another. Returns whether the footer says anything
 * new.
 */
bool drafts_tend(struct door *door);

/*
 * Looks once for what earlier sessions have left: texts that an editor has saved meanwhile, and
 * texts that were being typed. To be called when the first screen is there, which need not wait for
 * this. Returns whether one is offered.
 */
bool drafts_left(struct door *door);

/* Keeps the draft now, when there is one. */
void drafts_keep(struct door *door);

/* In how many ms a draft is to be kept; -1: nothing is being typed that is not kept yet. */
int drafts_due(const struct door *door);

#endif
