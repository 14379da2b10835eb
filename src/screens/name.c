#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/review/reviewer.h"
#include "vademecum/screens/screens.h"

/* The name that the program has found is offered: a letter takes its place. */
static bool enter(struct desk *desk, const struct place *place) {
    (void)place;
    ask_set(desk, desk->work.reviewer);
    ask_choose(desk);
    return true;
}

static void accept(struct desk *desk) {
    const struct text_line *line = &desk->ask.line;
    const char *name = arena_copy(desk->arena, line->text, line->length);
    if (!reviewer_portable(name)) {
        ask_set(desk, reviewer_suggest(desk->arena, name));
        notice_say(desk, _("A name has small letters; Enter takes %s."), desk->ask.line.text);
        return;
    }
    desk_close(desk);
    notice_errand(desk, ERRAND_NAME, name);
}

/* Esc takes the name that is there. */
static void leave(struct desk *desk) {
    ask_set(desk, desk->work.reviewer);
    accept(desk);
}

static const struct verb verbs[] = {
    {COMMAND_NONE, .word = N_("take this name"), .key = PRESS_ENTER},
    {COMMAND_NONE, .word = N_("keep the old one"), .key = PRESS_ESCAPE},
    {.command = COMMAND_NONE},
};

static const struct asking naming = {
    .boxed = true,
    .verbs = verbs,
    .accepted = accept,
    .left = leave,
};

static void name_rows(const struct desk *desk, struct rows *rows) {
    rows->title = _("Under which name do you review?");
    const char *line = ask_shown(desk, rows->width - 1, rows->arena, &rows->cursor);
    struct row *row = rows_add_entry(rows, 0, line);
    row->indent = 0;
    row->plain = !desk->ask.line.chosen;
    rows_add(rows, ROLE_TEXT, 0,
             _("All that you mark and write is kept under it. It is asked only once."));
}

static size_t count(const struct desk *desk) {
    (void)desk;
    return 1;
}

const struct screen name_screen = {
    .title = N_("Your name"),
    .shape = SHAPE_BOX,
    .panels = {{.name = "", .entries = count, .rows = name_rows}},
    .asking = &naming,
    .enter = enter,
};
