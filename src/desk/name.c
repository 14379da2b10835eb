#include "vademecum/desk/name.h"

#include "vademecum/desk/desk.h"

void name_ask(struct desk *desk) {
    const bool answered = desk->notice.errand.kind == ERRAND_NAME;
    if (changes_nameless(desk) && !answered && stack_screen(desk) != SCREEN_NAME) {
        desk_go(desk, SCREEN_NAME, NULL);
    }
}
