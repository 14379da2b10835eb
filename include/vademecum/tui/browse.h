/*
 * browse: the terminal as a way in.
 */
#ifndef VADEMECUM_TUI_BROWSE_H
#define VADEMECUM_TUI_BROWSE_H

#include "vademecum/base/fault.h"
#include "vademecum/door/door.h"

#include <stdbool.h>

/*
 * Shows the catalogue on the terminal until the user leaves; in colours if `color`, and it has any.
 * Standard input and output must be a terminal whose TERM can place the cursor; else false with a
 * fault that names the command line as the way out, before any byte was written. `*lost` says
 * whether a text that was being typed could be kept nowhere.
 */
bool browse_run(const struct door_setup *setup, bool color, bool *lost, struct fault *fault);

/* Gives the terminal back if curses has it; for a sudden end. */
void browse_restore(void);

#endif
