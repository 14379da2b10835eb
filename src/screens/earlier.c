#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/undo.h"
#include "vademecum/screens/screens.h"

/* The answers to its question. */
enum {
    UNDO,
    LEAVE,
    ANSWERS
};

static void earlier_rows(const struct desk *desk, struct rows *rows) {
    struct story_step step;
    rows->title = _("Undo");
    if (!changes_earlier(desk, rows->arena, &step)) {
        return;
    }
    rows_add(rows, ROLE_TEXT, 0, undo_question(desk, &step, rows->arena));
    rows_add_gap(rows);
    rows_add_entry(rows, UNDO,
                   arena_printf(rows->arena, _("Undo it: then it is %s again"),
                                undo_value(desk, step.event->item, step.event->field, step.before,
                                           rows->arena)));
    rows_add_entry(rows, LEAVE, _("Leave it as it is"));
}

static size_t count(const struct desk *desk) {
    (void)desk;
    return ANSWERS;
}

static bool enter(struct desk *desk, const struct place *place) {
    (void)place;
    struct arena scratch;
    struct story_step step;
    arena_init(&scratch, desk->arena->end);
    const bool there = changes_earlier(desk, &scratch, &step);
    arena_free(&scratch);
    return there;
}

static void answer(struct desk *desk, size_t entry) {
    desk_close(desk);
    if (entry == UNDO) {
        undo_earlier(desk);
    }
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("choose")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_NONE},
};

const struct screen earlier_screen = {
    .title = N_("Undo"),
    .shape = SHAPE_BOX,
    .panels = {{.name = "", .entries = count, .rows = earlier_rows, .open = answer}},
    .verbs = verbs,
    .enter = enter,
};
