#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/mark.h"
#include "vademecum/screens/screens.h"

/* The mark that waits for the answer. */
struct first_mark {
    struct subject subject;
    const struct item *item;
    enum verdict verdict;
};

static struct first_mark *first_mark_of(const struct desk *desk) {
    return desk_state(desk, SCREEN_FIRST_MARK);
}

static bool enter(struct desk *desk, const struct place *place) {
    *first_mark_of(desk) = (struct first_mark){
        .subject = *place->practice,
        .item = place->item,
        .verdict = verdict_find(place->value),
    };
    return true;
}

static void question_rows(const struct desk *desk, struct rows *rows) {
    rows->title = _("Your first mark on this practice");
    rows_add(rows, ROLE_TEXT, 0,
             arena_printf(rows->arena, _("This judges %s, not your own work. Do you review it?"),
                          rows_subject(desk, &first_mark_of(desk)->subject)));
}

static void yes(struct desk *desk, size_t entry) {
    (void)entry;
    const struct first_mark mark = *first_mark_of(desk);
    desk_close(desk);
    mark_first(desk, &mark.subject, mark.item, mark.verdict);
}

/* Own practices are added in the list. */
static void add(struct desk *desk) {
    desk_home(desk);
    act_do(desk, COMMAND_ADD);
}

static const char *refuses(const struct desk *desk, enum command command) {
    (void)desk;
    return command_info(command)->needs & (NEED_MARKED | NEED_ITEM)
               ? _("Enter gives the mark, a adds your own practice, Esc leaves it unmarked.")
               : NULL;
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("yes, I review it")},
    {COMMAND_ADD, .word = N_("add my own")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_NONE},
};

static const struct action actions[] = {
    {COMMAND_ADD, .act = add},
    {.command = COMMAND_NONE},
};

const struct screen first_mark_screen = {
    .title = N_("Your first mark"),
    .shape = SHAPE_BOX,
    .state = sizeof(struct first_mark),
    .panels = {{.name = "", .rows = question_rows, .open = yes}},
    .verbs = verbs,
    .actions = actions,
    .enter = enter,
    .refuses = refuses,
};
