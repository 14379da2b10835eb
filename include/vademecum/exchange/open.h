/*
 * open: opens web addresses and local files in the user's own program, never through a shell.
 */
#ifndef VADEMECUM_EXCHANGE_OPEN_H
#define VADEMECUM_EXCHANGE_OPEN_H

#include "vademecum/base/fault.h"

#include <stdbool.h>

/* Whether an address may be opened; if not, false and the fault (FAULT_WANTING). */
bool open_possible(const char *url, struct fault *fault);

/*
 * Opens an http or https address (syntax_is_url, catalogue/check.h) with the first program in
 * $BROWSER that can be started and does not fail at once, and when $BROWSER names none, with
 * xdg-open, for which there must be a `desktop`, X or Wayland. `browser` is the value of $BROWSER
 * or NULL: commands separated by ":", each a program and its words separated by blanks; quotation
 * marks have no meaning. "%s" in a word stands for the address, "%%" for "%"; without a "%s" the
 * address comes last.
 *
 * The program runs detached: it has a session of its own without a terminal, its input and output
 * are /dev/null, no other file is open, and signals are as they are by default. It is no child of
 * the caller, who waits half a second at most to see whether it fails. To be called while there is
 * only one thread.
 *
 * False when the address is not one to open (FAULT_WANTING), or no program has opened it
 * (FAULT_SYSTEM: the sentence then begins with the whole address, to be copied). An address in a
 * sentence can be shown as it is.
 */
bool open_address(const char *url, const char *browser, bool desktop, struct fault *fault);

/*
 * Opens `path` inside the folder `catalogue` with xdg-open, detached as above, if file_open_inside
 * opens it; xdg-open gets the path from the root. False and that fault, or the fault of the folder,
 * or FAULT_SYSTEM with the path at the end of the sentence when xdg-open does not open it.
 */
bool open_file(const char *catalogue, const char *path, struct fault *fault);

/*
 * Opens a file that this program has written, whatever its kind, by its path from the root, with
 * xdg-open, detached as above. False and FAULT_SYSTEM with the path at the end of the sentence when
 * xdg-open does not open it.
 */
bool open_own(const char *path, struct fault *fault);

#endif
