/*
 * screens: which screen lies on top, what it shows, and which of its panels has the focus. Only the
 * desk uses this.
 */
#ifndef VADEMECUM_DESK_SCREENS_H
#define VADEMECUM_DESK_SCREENS_H

#include "vademecum/desk/session.h"

/* Puts a screen on top with the focus on a panel; one that lies further below comes up as it was.
 */
void screens_show(struct session *session, enum screen_id screen, enum panel panel);

/* The same, but what lies on it stays below it. Not for the first screen. */
void screens_raise(struct session *session, enum screen_id screen, enum panel panel);

/* Takes the top screen away; the first one stays. */
void screens_close(struct session *session);

/* Puts a practice before the user, at the question of before; Home goes there when it lists it. */
void screens_practice(struct session *session, const struct subject *subject);

/* Shows the practice anew after its model or checklist has changed. */
void screens_again(struct session *session);

/* Moves the focus to a panel of the screen. */
void screens_focus(struct session *session, enum panel panel);

/* Nothing is being typed any more, but in Help there always is. */
void screens_end_prompt(struct session *session);

#endif
