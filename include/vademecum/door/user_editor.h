/*
 * user_editor: texts in an editor of the user's own, which may go on in a window when it has
 * returned.
 *
 * The text stands in a file `<record>.txt`, beside a record that says where it belongs and what was
 * taken over last (review/draft.h, of the kind "editor"). So what is saved there is taken over
 * while the program runs, and offered at the next start when it had ended before; also after a
 * crash in the middle of editing.
 */
#ifndef VADEMECUM_DOOR_USER_EDITOR_H
#define VADEMECUM_DOOR_USER_EDITOR_H

#include "vademecum/door/door.h"

/*
 * Makes a draft of each text that an editor of this reviewer has saved since the program ended, and
 * keeps an eye on all of them; removes those that nobody has touched for a week. Before
 * drafts_next.
 */
void user_editor_find(struct door *door, const char *reviewer);

/* Whether a draft was made by user_editor_find. */
bool user_editor_wrote(const struct door *door, const struct event *draft);

/*
 * Lets the user edit the text of ERRAND_EDITOR, and takes over what comes back; when it comes back
 * as it was, an eye is kept on it. The terminal is the editor's meanwhile.
 */
void user_editor_edit(struct door *door, const struct errand *errand);

/*
 * Takes over what was saved since, unless something else is being typed. Whether there was anything
 * is returned: then the screen is to be painted again.
 */
bool user_editor_take(struct door *door);

/* Once what was taken over is saved, says so in the records. After each save. */
void user_editor_saved(struct door *door);

/* The one at the keyboard, who had no name yet, is this reviewer: what was begun so far is theirs. */
void user_editor_name(struct door *door, const char *reviewer);

/* Takes over and saves what is there. When the way in ends. */
void user_editor_end(struct door *door);

/* Leaves all files for the next start. */
void user_editor_leave(struct door *door);

#endif
