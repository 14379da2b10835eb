/*
 * guard: keeps spreadsheets from running a cell of CSV as a formula.
 *
 * OWASP, "CSV Injection": a cell that begins with = + - @, TAB, CR or LF may be run, also with the
 * full-width and small forms of these signs.
 */
#ifndef VADEMECUM_BASE_GUARD_H
#define VADEMECUM_BASE_GUARD_H

#include "vademecum/base/arena.h"

#include <stdbool.h>

/*
 * Whether the text (UTF-8) begins like a formula, perhaps behind apostrophes. Such a text is
 * guarded by one apostrophe more, so what begins with an apostrophe and needs a guard has one:
 * without its first apostrophe it is what was meant.
 */
bool guard_needed(const char *text);

/* The text with an apostrophe before it when it needs one, else itself. */
const char *guard_add(struct arena *arena, const char *text);

/* What was meant by a text that was guarded: it, or itself from behind the guard. */
const char *guard_undo(const char *text);

#endif
