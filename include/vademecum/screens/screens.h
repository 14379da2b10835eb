/*
 * screens: all screens, as the list in desk/screen.h has them.
 */
#ifndef VADEMECUM_SCREENS_SCREENS_H
#define VADEMECUM_SCREENS_SCREENS_H

#include "vademecum/desk/screen.h"

#define SCREEN_EXTERN(constant, name) extern const struct screen name##_screen;
SCREEN_LIST(SCREEN_EXTERN)
#undef SCREEN_EXTERN

/* The screens by their ids. */
extern const struct screen *const screens_all[SCREEN_COUNT];

#endif
