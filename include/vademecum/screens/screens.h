/*
 * screens: all screens. Only this file names them all.
 */
#ifndef VADEMECUM_SCREENS_SCREENS_H
#define VADEMECUM_SCREENS_SCREENS_H

#include "vademecum/desk/screen.h"

extern const struct screen home_screen;
extern const struct screen practice_screen;
extern const struct screen collections_screen;
extern const struct screen left_out_screen;
extern const struct screen help_screen;
extern const struct screen menu_screen;
extern const struct screen write_screen;
extern const struct screen form_screen;
extern const struct screen choice_screen;
extern const struct screen who_screen;
extern const struct screen plan_screen;
extern const struct screen filter_screen;
extern const struct screen sort_screen;
extern const struct screen compare_with_screen;
extern const struct screen compare_screen;
extern const struct screen matrix_screen;
extern const struct screen figures_screen;

/* By their ids. */
extern const struct screen *const screens_all[SCREEN_COUNT];

#endif
