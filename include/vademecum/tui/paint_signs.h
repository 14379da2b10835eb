/*
 * paint_signs: colours the signs in texts that have been painted, by what each sign says. A part of
 * paint.
 */
#ifndef VADEMECUM_TUI_PAINT_SIGNS_H
#define VADEMECUM_TUI_PAINT_SIGNS_H

#include "vademecum/desk/desk.h"
#include "vademecum/tui/theme.h"

#include <stdbool.h>
#include <stddef.h>

/* Gives each sign its own colour, or only one that begins the text. `length` is its bytes. */
void paint_signs(int row, int column, const char *text, size_t length, bool first,
                 const struct desk *desk, const struct theme *theme);

/* The same for a bar of marks and its numbers, see sign_bar_marks. */
void paint_signs_bar(int row, int column, const char *text, size_t length, const struct desk *desk,
                     const struct theme *theme);

#endif
