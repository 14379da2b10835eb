/*
 * names: what is asked at the edges of a review: under which name, and whether a text that was
 * begun is taken up. Only the desk uses this.
 */
#ifndef VADEMECUM_DESK_NAMES_H
#define VADEMECUM_DESK_NAMES_H

#include "vademecum/desk/session.h"

/*
 * Asks under which name to review when something is to be written and no name was chosen. To be
 * called last, for a screen that opens or closes ends a prompt.
 */
void names_ask(struct session *session);

/* What Enter and Esc do then: the name is taken, or the one that is there. */
void names_accept(struct session *session);
void names_leave(struct session *session);

/* Offers the draft, and takes the answer. */
void drafts_offer(struct session *session);
void drafts_answer(struct session *session, int key);

/* Offers one more text that was left: now, or while another is typed the next time one is begun. */
bool names_draft(struct session *session, const struct event *draft);

#endif
