/*
 * handover: texts that an editor has given back as they were, because it goes on in a window of its
 * own. What is saved there is taken over whenever it comes, until the program ends.
 */
#ifndef VADEMECUM_TUI_HANDOVER_H
#define VADEMECUM_TUI_HANDOVER_H

#include "vademecum/tui/loop.h"

/* Keeps an eye on the file at `path`, which holds the text of an ERRAND_EDITOR. */
void handover_keep(struct loop *loop, const char *path, const struct errand *errand);

/*
 * Takes over what was saved since, unless something else is being typed. Whether there was anything
 * is returned: then the screen is to be painted again.
 */
bool handover_take(struct loop *loop);

/* Takes over and saves what is there, and removes the files of which something was taken and all is
   saved. At the end of the loop. */
void handover_end(struct loop *loop);

#endif
