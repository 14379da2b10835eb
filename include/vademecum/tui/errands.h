/*
 * errands: what the session asks to be done outside of it.
 */
#ifndef VADEMECUM_TUI_ERRANDS_H
#define VADEMECUM_TUI_ERRANDS_H

#include "vademecum/tui/loop.h"

#include <stdbool.h>

/* Takes the session's errand and carries it out. Whether browsing goes on is returned. */
bool errands_run(struct loop *loop);

/* From here on the review is written under this name, as browse.h says. */
void errands_name(struct loop *loop, const char *name);

#endif
