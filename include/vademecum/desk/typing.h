/*
 * typing: a text of several lines being typed for a field. Only the desk uses this.
 */
#ifndef VADEMECUM_DESK_TYPING_H
#define VADEMECUM_DESK_TYPING_H

#include "vademecum/desk/session.h"

/* Opens the box on what the field holds now. Texts of `typing` must outlive the box. */
void typing_begin(struct session *session, const struct box *typing);

/* Keeps the cursor's line in sight. */
void typing_follow(struct session *session);

/* Takes a key while the box is open. */
void typing_press(struct session *session, int key);

/* Puts a pasted text in while the box is open; false, with nothing done, when it is too long. */
bool typing_paste(struct session *session, const char *text);

/* Opens the box for the link of a tool that has none. */
void typing_link(struct session *session, const struct tool *tool);

/* What `e` writes on here: a comment, an answer or a note; false when it means nothing. */
bool typing_here(const struct session *session, struct box *typing);

#endif
