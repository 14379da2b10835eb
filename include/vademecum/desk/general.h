/*
 * general: what commands do on any screen that has no way of its own.
 */
#ifndef VADEMECUM_DESK_GENERAL_H
#define VADEMECUM_DESK_GENERAL_H

#include "vademecum/desk/screen.h"

/* The last one has COMMAND_NONE. */
extern const struct action general_actions[];

#endif
