/*
 * user_editor: lets the user write a text in their own editor, which may stay open in a window of
 * its own after the command that started it has returned.
 *
 * The text stands in a file `<record>.txt`. Beside it, a record says where the text belongs and
 * what was taken over last (review/draft.h, of the kind "editor"). While the program runs, it takes
 * over what the editor saves. What was saved after the program had ended, or crashed, is offered at
 * the next start.
 */
#ifndef VADEMECUM_DOOR_USER_EDITOR_H
#define VADEMECUM_DOOR_USER_EDITOR_H

#include "vademecum/door/door.h"

/*
 * Makes a draft of each text that an editor of this reviewer has saved since the program ended,
 * and watches all their files. Removes files that nobody has touched for a week. drafts_left calls
 * it before any draft is offered.
 */
void user_editor_find(struct door *door, const char *reviewer);

/* Whether user_editor_find made this draft. */
bool user_editor_wrote(const struct door *door, const struct event *draft);

/*
 * Runs the editor on the text of ERRAND_EDITOR, and takes over what comes back; a file that comes
 * back unchanged is watched. The caller leaves the terminal to the editor meanwhile.
 */
void user_editor_edit(struct door *door, const struct errand *errand);

/*
 * Takes over what was saved since, unless something else is being typed. True when there was
 * anything: then the caller paints again.
 */
bool user_editor_take(struct door *door);

/* Notes in the records what is saved of what was taken over. To be called after each save. */
void user_editor_saved(struct door *door);

/* Gives what was begun without a name to this reviewer, who has just told theirs. */
void user_editor_name(struct door *door, const char *reviewer);

/* Takes over and saves what is there. To be called when the way in ends. */
void user_editor_end(struct door *door);

/* Leaves all files for the next start. */
void user_editor_leave(struct door *door);

#endif
