/*
 * late: recognises sequences of the terminal that come so late that they look like keys. A part of
 * input.
 */
#ifndef VADEMECUM_TUI_LATE_H
#define VADEMECUM_TUI_LATE_H

#include "vademecum/tui/input.h"

/*
 * Whether the character is part of such a sequence, and so no key. To be called for each in turn.
 */
bool late_take(struct input *input, wint_t code);

/* Whether the character is a control of one byte beyond ASCII (ECMA-48, C1). */
bool late_control(wint_t code);

#endif
