#include "vademecum/desk/name.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/review/reviewer.h"

static void name_accept(struct desk *desk) {
    const struct text_line *line = &desk->ask.line;
    const char *name = arena_copy(desk->arena, line->text, line->length);
    if (!reviewer_portable(name)) {
        ask_set(desk, reviewer_suggest(desk->arena, name));
        notice_say(desk, _("small letters; Enter takes it"));
        return;
    }
    ask_end(desk);
    notice_errand(desk, ERRAND_NAME, name);
}

/* Esc takes the name that is there. */
static void name_leave(struct desk *desk) {
    ask_set(desk, desk->work.reviewer);
    name_accept(desk);
}

static const struct verb verbs[] = {
    {COMMAND_NONE, .word = N_("take this name"), .key = PRESS_ENTER},
    {COMMAND_NONE, .word = N_("keep the old one"), .key = PRESS_ESCAPE},
    {.command = COMMAND_NONE},
};

static const struct asking name = {
    .label = N_("Your name: "),
    .wide = N_("Under which name do you review? "),
    .verbs = verbs,
    .accepted = name_accept,
    .left = name_leave,
};

void name_ask(struct desk *desk) {
    const bool answered = desk->notice.errand.kind == ERRAND_NAME;
    if (changes_nameless(desk) && !answered && desk->ask.asking != &name) {
        ask_begin(desk, &name, desk->work.reviewer);
    }
}
