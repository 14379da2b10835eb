/*
 * scroll: the arithmetic of a panel's window and focus. Only the desk uses this.
 */
#ifndef VADEMECUM_DESK_SCROLL_H
#define VADEMECUM_DESK_SCROLL_H

#include "vademecum/desk/session.h"

/* To the top, with the focus on the first entry. */
void scroll_reset(struct session *session, enum panel panel);

/* Puts the focus on an entry (the last one when there are fewer), and what depends on it anew. */
void scroll_focus(struct session *session, enum panel panel, size_t entry);

/*
 * A step down or up: to the next entry, or by a line where a long row or text without entries is
 * to be read on.
 */
void scroll_down(struct session *session, enum panel panel);
void scroll_up(struct session *session, enum panel panel);

/* To the first or last entry, and to the start or end of the text. */
void scroll_first(struct session *session, enum panel panel);
void scroll_last(struct session *session, enum panel panel);

#endif
