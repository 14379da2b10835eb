#include "vademecum/desk/stack.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"

void stack_open(struct desk *desk, bool enlarged) {
    desk->stack = (struct stack){.screens = {SCREEN_HOME}, .depth = 1, .enlarged = enlarged};
}

enum screen_id stack_screen(const struct desk *desk) {
    return desk->stack.screens[desk->stack.depth - 1];
}

const struct screen *stack_top(const struct desk *desk) {
    return desk->screens[stack_screen(desk)];
}

struct panel stack_panel(const struct desk *desk) {
    return (struct panel){(int)stack_screen(desk), desk->stack.focus[desk->stack.depth - 1]};
}

const struct panel_kind *stack_kind(const struct desk *desk, struct panel panel) {
    return &desk->screens[panel.screen]->panels[panel.number];
}

int stack_focus_of(const struct desk *desk, enum screen_id screen) {
    for (size_t i = 0; i < desk->stack.depth; i++) {
        if (desk->stack.screens[i] == screen) {
            return desk->stack.focus[i];
        }
    }
    return -1;
}

enum screen_id stack_worked_on(const struct desk *desk) {
    size_t depth = desk->stack.depth;
    while (depth > 1 && desk->screens[desk->stack.screens[depth - 1]]->passes != COMMAND_NONE) {
        depth--;
    }
    return desk->stack.screens[depth - 1];
}

struct place stack_place(const struct desk *desk) {
    const struct screen *screen = desk->screens[stack_worked_on(desk)];
    return screen->place ? screen->place(desk) : (struct place){0};
}

/* Takes a screen out of the stack, wherever it lies. */
static void screen_drop(struct stack *stack, enum screen_id screen) {
    size_t kept = 0;
    for (size_t i = 0; i < stack->depth; i++) {
        if (stack->screens[i] != screen) {
            stack->screens[kept] = stack->screens[i];
            stack->focus[kept++] = stack->focus[i];
        }
    }
    stack->depth = kept;
}

bool stack_push(struct desk *desk, enum screen_id screen) {
    struct stack *stack = &desk->stack;
    if (desk->screens[screen]->raised) {
        screen_drop(stack, screen);
    } else if (stack_focus_of(desk, screen) >= 0) {
        stack_pop_to(desk, screen);
        return false;
    }
    stack->screens[stack->depth] = screen;
    stack->focus[stack->depth] = desk->screens[screen]->first;
    stack->depth++;
    return true;
}

void stack_pop(struct desk *desk) {
    if (desk->stack.depth > 1) {
        desk->stack.depth--;
    }
}

void stack_clear(struct desk *desk) {
    desk->stack.depth = 1;
}

void stack_pop_to(struct desk *desk, enum screen_id screen) {
    while (desk->stack.depth > 1 && stack_screen(desk) != screen) {
        stack_pop(desk);
    }
}

void stack_focus(struct desk *desk, int number) {
    desk->stack.focus[desk->stack.depth - 1] = number;
}

void stack_focus_in(struct desk *desk, enum screen_id screen, int number) {
    for (size_t i = 0; i < desk->stack.depth; i++) {
        if (desk->stack.screens[i] == screen) {
            desk->stack.focus[i] = number;
        }
    }
}

void stack_enlarge(struct desk *desk) {
    desk->stack.enlarged = !desk->stack.enlarged;
    if (desk->stack.enlarged) {
        notice_say(desk, _("One panel at a time, also at the next start; z shows all again."));
    }
}

void stack_sized(struct desk *desk, int columns) {
    desk->stack.columns = columns;
}

int stack_column(const struct desk *desk, int number) {
    const struct panel_kind *kind = &stack_top(desk)->panels[number];
    const bool wide = kind->wide_column && desk->stack.columns >= STACK_WIDE;
    return wide ? kind->wide_column : kind->column;
}

size_t stack_shown(const struct desk *desk, int shown[PANELS_MAX]) {
    const struct panel_kind *panels = stack_top(desk)->panels;
    size_t count = 0;
    for (int i = 0; i < PANELS_MAX && panels[i].rows; i++) {
        if (!panels[i].shown || panels[i].shown(desk)) {
            shown[count++] = i;
        }
    }
    return count;
}

/* Whether Tab goes to the panel: what is only read needs no stop when it is seen whole. */
static bool panel_stops(const struct desk *desk, int number) {
    const struct panel panel = {(int)stack_screen(desk), number};
    const struct panel_kind *kind = stack_kind(desk, panel);
    const struct window *window = window_of(desk, panel);
    return !kind->head && (!kind->passed || stack_panel(desk).number == number ||
                           window->lines > window->visible);
}

size_t stack_stops(const struct desk *desk, int stops[PANELS_MAX]) {
    int shown[PANELS_MAX];
    const size_t all = stack_shown(desk, shown);
    size_t count = 0;
    for (size_t i = 0; i < all; i++) {
        if (panel_stops(desk, shown[i])) {
            stops[count++] = shown[i];
        }
    }
    return count;
}

int stack_stop(const struct desk *desk, int step) {
    int stops[PANELS_MAX];
    const size_t count = stack_stops(desk, stops);
    size_t place = 0;
    for (size_t i = 0; i < count; i++) {
        place = stops[i] == stack_panel(desk).number ? i : place;
    }
    return stops[(place + count + (size_t)(step + (int)count)) % count];
}

int stack_beside(const struct desk *desk, int step) {
    int stops[PANELS_MAX];
    const size_t count = stack_stops(desk, stops);
    const int here = stack_panel(desk).number;
    for (size_t i = 0; i < count; i++) {
        if (stack_column(desk, stops[i]) == stack_column(desk, here) + step) {
            return stops[i];
        }
    }
    return here;
}

void stack_restore(struct desk *desk, const struct stack *before) {
    desk->stack = *before;
}

void stack_marked(struct desk *desk, const struct item *item) {
    for (size_t i = 0; i < desk->stack.depth; i++) {
        const struct screen *screen = desk->screens[desk->stack.screens[i]];
        if (screen->marked) {
            screen->marked(desk, item);
        }
    }
}
