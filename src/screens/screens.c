#include "vademecum/screens/screens.h"

const struct screen *const screens_all[SCREEN_COUNT] = {
    [SCREEN_HOME] = &home_screen,
    [SCREEN_PRACTICE] = &practice_screen,
    [SCREEN_COLLECTIONS] = &collections_screen,
    [SCREEN_LEFT_OUT] = &left_out_screen,
    [SCREEN_HELP] = &help_screen,
    [SCREEN_MENU] = &menu_screen,
    [SCREEN_WRITE] = &write_screen,
    [SCREEN_FORM] = &form_screen,
    [SCREEN_CHOICE] = &choice_screen,
    [SCREEN_WHO] = &who_screen,
    [SCREEN_PLAN] = &plan_screen,
    [SCREEN_FILTER] = &filter_screen,
    [SCREEN_SORT] = &sort_screen,
    [SCREEN_COMPARE_WITH] = &compare_with_screen,
    [SCREEN_COMPARE] = &compare_screen,
    [SCREEN_MATRIX] = &matrix_screen,
    [SCREEN_FIGURES] = &figures_screen,
};
