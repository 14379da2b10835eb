#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/report/wording.h"
#include "vademecum/screens/screens.h"

enum {
    LEAVE, /* stands first, for whoever presses Enter without reading */
    CHANGE,
    ANSWERS
};

/* What somebody else has added. */
static struct subject *subject_of(const struct desk *desk) {
    return desk_state(desk, SCREEN_WHOSE);
}

static bool enter(struct desk *desk, const struct place *place) {
    *subject_of(desk) = *place->practice;
    return true;
}

static bool refresh(struct desk *desk) {
    return listing_renew(desk, subject_of(desk));
}

static size_t count(const struct desk *desk) {
    (void)desk;
    return ANSWERS;
}

static void whose_rows(const struct desk *desk, struct rows *rows) {
    const struct report report = work_report(desk, rows->arena);
    const char *author = wording_reviewer_name(
        &report, review_author(changes_review(desk), subject_of(desk)->id));
    rows->title = arena_printf(rows->arena, _("%s has added this practice"), author);
    rows_add(rows, ROLE_TEXT, 0,
             arena_printf(rows->arena,
                          _("Its facts are the same for all reviewers: what you change here, %s "
                            "sees too. Your marks and comments stay your own."),
                          author));
    rows_add_gap(rows);
    rows_add_entry(rows, LEAVE, _("Leave its facts as they are"));
    rows_add_entry(rows, CHANGE, _("Change them"));
}

static void answer(struct desk *desk, size_t entry) {
    const struct place facts = {.practice = subject_of(desk), .field = "own."};
    desk_close(desk);
    if (entry == CHANGE) {
        desk_go(desk, SCREEN_FORM, &facts);
    }
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("choose")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_NONE},
};

const struct screen whose_screen = {
    .title = N_("Whose practice"),
    .shape = SHAPE_BOX,
    .state = sizeof(struct subject),
    .panels = {{.name = "", .entries = count, .rows = whose_rows, .open = answer}},
    .verbs = verbs,
    .enter = enter,
    .refresh = refresh,
};
