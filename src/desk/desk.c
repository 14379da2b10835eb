#include "vademecum/desk/desk.h"

#include "vademecum/base/i18n.h"
#include "vademecum/exchange/open.h"

void desk_open(struct desk *desk) {
    for (size_t i = 0; i < SCREEN_COUNT; i++) {
        desk->states[i] = arena_alloc(desk->arena, desk->screens[i]->state);
        arena_init(&desk->arenas[i], desk->arena->end);
    }
}

void desk_end(struct desk *desk) {
    for (size_t i = 0; i < SCREEN_COUNT; i++) {
        arena_free(&desk->arenas[i]);
    }
}

void *desk_state(const struct desk *desk, enum screen_id screen) {
    return desk->states[screen];
}

struct arena *desk_arena(struct desk *desk, enum screen_id screen) {
    return &desk->arenas[screen];
}

bool desk_go(struct desk *desk, enum screen_id screen, const struct place *place) {
    const struct screen *coming = desk->screens[screen];
    const struct stack before = desk->stack;
    if (stack_push(desk, screen)) {
        window_first(desk, stack_panel(desk));
    }
    ask_end(desk);
    if (!coming->enter || coming->enter(desk, place)) {
        return true;
    }
    stack_restore(desk, &before);
    if (desk->ask.asking == coming->asking) {
        ask_end(desk);
    }
    return false;
}

void desk_close(struct desk *desk) {
    if (desk->stack.depth > 1) {
        stack_pop(desk);
        ask_end(desk);
    }
}

void desk_home(struct desk *desk) {
    stack_clear(desk);
    ask_end(desk);
}

void desk_close_to(struct desk *desk, enum screen_id screen) {
    stack_pop_to(desk, screen);
    ask_end(desk);
}

void desk_focus(struct desk *desk, int number) {
    stack_focus(desk, number);
}

/* Lets screens end what they had begun, once they are left by whatever way. */
static void absent_tell(struct desk *desk) {
    for (size_t i = 0; i < SCREEN_COUNT; i++) {
        if (desk->screens[i]->absent && stack_focus_of(desk, (enum screen_id)i) < 0) {
            desk->screens[i]->absent(desk);
        }
    }
}

void desk_refresh(struct desk *desk) {
    absent_tell(desk);
    for (size_t i = 0; i < desk->stack.depth; i++) {
        const struct screen *screen = desk->screens[desk->stack.screens[i]];
        if (screen->refresh && !screen->refresh(desk)) {
            desk_home(desk);
            if (!desk->notice.message[0]) {
                notice_say(desk, _("This practice is no longer there."));
            }
        }
    }
}

void desk_open_link(struct desk *desk, const char *url, const char *file) {
    struct fault fault;
    if (*file) {
        notice_errand(desk, ERRAND_OPEN_FILE, file);
    } else if (*url && !open_possible(url, &fault)) {
        notice_say(desk, "%s", fault.text);
    } else if (*url) {
        notice_errand(desk, ERRAND_OPEN_LINK, url);
    } else {
        notice_say(desk, _("No link is recorded here."));
    }
}
