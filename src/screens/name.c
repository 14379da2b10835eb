#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/review/reviewer.h"
#include "vademecum/screens/screens.h"

#include <string.h>

/* The name that the program has found is offered: a letter takes its place. */
static bool enter(struct desk *desk, const struct place *place) {
    (void)place;
    ask_set(desk, desk->work.reviewer);
    ask_choose(desk);
    return true;
}

/* Two people whose names have no Latin letter must not both become "reviewer". */
static void name_suggest(struct desk *desk, const char *name) {
    const char *suggested = reviewer_suggest(desk->arena, name);
    if (*name && !strpbrk(text_fold(desk->arena, name), suggested)) {
        ask_choose(desk);
        notice_say(desk, _("Please write the name with the letters a to z."));
        return;
    }
    ask_set(desk, suggested);
    notice_say(desk, _("A name has a to z, 0 to 9 and hyphens; Enter takes %s."), suggested);
}

static void accept(struct desk *desk) {
    const struct text_line *line = &desk->ask.line;
    const char *name = arena_copy(desk->arena, line->text, line->length);
    if (desk->changes.named && strcmp(name, desk->work.reviewer) == 0) {
        desk_close(desk);
        return;
    }
    if (!reviewer_portable(name)) {
        name_suggest(desk, name);
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

/* Who reviews here already, but for groups: meetings begin those by themselves. */
static const char *names_joined(const struct desk *desk, struct arena *arena) {
    size_t count;
    const char **names = review_reviewers(changes_now(desk), arena, &count);
    const char *line = "";
    for (size_t i = 0; i < count; i++) {
        if (!reviewer_group(names[i]) && strcmp(names[i], desk->work.reviewer) != 0) {
            line = arena_printf(arena, "%s%s%s", line, line[0] ? ", " : "", names[i]);
        }
    }
    return line;
}

static void name_rows(const struct desk *desk, struct rows *rows) {
    rows->title = _("Under which name do you review?");
    const char *line = ask_shown(desk, rows->width - 1, rows->arena, &rows->cursor);
    struct row *row = rows_add_entry(rows, 0, line);
    row->indent = 0;
    row->plain = !desk->ask.line.chosen;
    rows_add(rows, ROLE_TEXT, 0,
             desk->changes.named
                 ? _("All that you mark and write from now on is kept under it, also after the next "
                     "start.")
                 : _("All that you mark and write is kept under it. It is asked only once; for "
                     "somebody else, type :reviewer."));
    const char *names = names_joined(desk, rows->arena);
    if (names[0]) {
        rows_add(rows, ROLE_DIM, 0, arena_printf(rows->arena, _("Reviewers here: %s"), names));
    }
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
