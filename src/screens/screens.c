#include "vademecum/screens/screens.h"

const struct screen *const screens_all[SCREEN_COUNT] = {
#define SCREEN_ROW(constant, name) [SCREEN_##constant] = &name##_screen,
    SCREEN_LIST(SCREEN_ROW)
#undef SCREEN_ROW
};
