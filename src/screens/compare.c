#include "vademecum/screens/compare.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/screens/screens.h"

#include <string.h>

static const struct panel left = {SCREEN_COMPARE, SIDE_LEFT};
static const struct panel right = {SCREEN_COMPARE, SIDE_RIGHT};

static struct panel side_panel(const struct desk *desk) {
    return compare_side(desk) == SIDE_LEFT ? left : right;
}

static size_t count(const struct desk *desk) {
    struct compare_place place = {NULL, NULL};
    size_t found = 0;
    while (compare_next(desk, &place)) {
        found++;
    }
    return found;
}

/* Both sides scroll as one. */
static void align(struct desk *desk) {
    const bool on_right = compare_side(desk) == SIDE_RIGHT;
    window_align(desk, on_right ? left : right, on_right ? right : left);
}

/* Keeps the focus on a place, wherever it stands now. */
static void focus_keep(struct desk *desk, const struct compare_place *wanted) {
    struct compare_place place = {NULL, NULL};
    size_t nearest = 0;
    for (size_t i = 0; wanted->question && compare_next(desk, &place); i++) {
        const bool before = place.question < wanted->question ||
                            (place.question == wanted->question && place.item &&
                             (!wanted->item || place.item <= wanted->item));
        const bool same = place.question == wanted->question && place.item == wanted->item;
        nearest = before || same ? i : nearest;
    }
    window_focus(desk, side_panel(desk), nearest);
    align(desk);
}

/* The same, with the question at the top: after a leap. */
static void focus_lead(struct desk *desk, const struct compare_place *place) {
    window_first(desk, left);
    window_first(desk, right);
    if (place->question) {
        focus_keep(desk, place);
        window_lead(desk, left);
        window_lead(desk, right);
    }
}

static bool refresh(struct desk *desk) {
    struct comparison *comparison = compare_of(desk);
    window_settle(desk, side_panel(desk));
    align(desk);
    return listing_renew(desk, &comparison->sides[SIDE_LEFT]) &&
           listing_renew(desk, &comparison->sides[SIDE_RIGHT]) &&
           (!comparison->since ||
            work_round_before(desk, &comparison->sides[SIDE_LEFT], comparison->checklist));
}

static struct place place(const struct desk *desk) {
    const struct subject *sides = compare_of(desk)->sides;
    const enum side side = compare_side(desk);
    const struct compare_place here = compare_here(desk);
    return (struct place){
        .practice = &sides[side],
        .other = &sides[side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT],
        .question = here.question,
        .item = here.item,
        .field = !here.question ? NULL
                 : here.item    ? "comment"
                                : "answer",
        .marked = here.item != NULL,
        .foreign = sides[side].practice != NULL,
    };
}

/*
 * Comes up on two practices: the one that was worked on, and the place's other one; where that is
 * the same, on its last round and what goes on.
 */
static bool enter(struct desk *desk, const struct place *place) {
    struct comparison *comparison = compare_of(desk);
    const struct subject *from = place->practice;
    const struct subject *other = place->other;
    /* The own practice stands on the right, what it may learn from on the left. */
    const bool turned = !from->practice && other->practice;
    const struct subject sides[SIDES] = {turned ? *other : *from, turned ? *from : *other};
    comparison->since = strcmp(from->id, other->id) == 0;
    comparison->checklist = work_checklist(desk, from->practice && !other->practice ? other : from);
    comparison->sides[SIDE_LEFT] = sides[SIDE_LEFT];
    comparison->sides[SIDE_RIGHT] = sides[SIDE_RIGHT];
    comparison->shown = COMPARE_ALL;
    comparison->just_set = NULL;
    desk_focus(desk, comparison->since || (!sides[SIDE_RIGHT].practice && sides[SIDE_LEFT].practice)
                         ? SIDE_RIGHT
                         : SIDE_LEFT);
    const struct question *question = place->question;
    const bool listed = question && question->criterion->checklist == comparison->checklist;
    const struct compare_place at = {listed ? question : NULL, !listed       ? NULL
                                                               : place->item ? place->item
                                                               : question->item_count
                                                                   ? question->items
                                                                   : NULL};
    focus_lead(desk, &at);
    return true;
}

static void marked(struct desk *desk, const struct item *item) {
    struct comparison *comparison = compare_of(desk);
    const struct compare_place here = compare_here(desk);
    comparison->just_set = item;
    focus_keep(desk, &here);
}

static void differences(struct desk *desk) {
    struct comparison *comparison = compare_of(desk);
    const struct compare_place here = compare_here(desk);
    comparison->shown = (comparison->shown + 1) % COMPARE_SHOWN;
    comparison->just_set = NULL;
    focus_lead(desk, &here);
}

/* Both sides are at the same place: the one that is left knows where. */
static void side_go(struct desk *desk, int side) {
    if (compare_of(desk)->since) {
        notice_say(desk, _("Left is how it was last time: nothing can be changed there."));
        return;
    }
    align(desk);
    desk_focus(desk, side);
}

static void side_change(struct desk *desk) {
    side_go(desk, compare_side(desk) == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT);
}

static const char *refuses(const struct desk *desk, enum command command) {
    const struct comparison *comparison = compare_of(desk);
    const struct subject *side = &comparison->sides[compare_side(desk)];
    const bool marks = command_info(command)->group == GROUP_MARK && desk->work.log;
    if (!marks || (!side->practice && compare_here(desk).item)) {
        return NULL;
    }
    if (!side->practice) {
        return _("Marks are given to items; this is the answer to their question.");
    }
    return !comparison->sides[SIDE_LEFT].practice || !comparison->sides[SIDE_RIGHT].practice
               ? _("Marks are given on the side of your own practice; Tab goes there.")
               : _("Marks are given in the checklist of a practice; Enter goes there.");
}

static const struct action actions[] = {
    {COMMAND_DIFFERENCES, .act = differences},
    {COMMAND_NEXT_STOP, .act = side_change},
    {COMMAND_PREVIOUS_STOP, .act = side_change},
    {COMMAND_LEFT, .act_by = side_go, .by = SIDE_LEFT},
    {COMMAND_RIGHT, .act_by = side_go, .by = SIDE_RIGHT},
    {.command = COMMAND_NONE},
};

static bool has_two(const struct desk *desk) {
    return !compare_of(desk)->since;
}

static const struct verb verbs[] = {
    VERBS_OF_MARKS,
    {.command = COMMAND_DIFFERENCES},
    {COMMAND_NEXT_STOP, .word = N_("other side"), .when = has_two},
    {COMMAND_OPEN, .word = N_("open")},
    {.command = COMMAND_COMMENT},
    {.command = COMMAND_EVIDENCE},
    {.command = COMMAND_PLAN},
    {.command = COMMAND_WHO},
    {.command = COMMAND_BACK},
    {.command = COMMAND_UNDO},
    {.command = COMMAND_MATRIX},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_OPEN_LINK},
    {.command = COMMAND_REPORT},
    {.command = COMMAND_NONE},
};

const struct screen compare_screen = {
    .title = N_("Compare"),
    .shape = SHAPE_ONE,
    .raised = true,
    .state = sizeof(struct comparison),
    .panels = {{.name = "",
                .tail_first = true,
                .entries = count,
                .rows = compare_rows,
                .open = act_visit},
               {.name = "",
                .column = 1,
                .tail_first = true,
                .entries = count,
                .rows = compare_rows,
                .open = act_visit}},
    .verbs = verbs,
    .actions = actions,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .marked = marked,
    .refuses = refuses,
    .status = compare_status,
    .stops = compare_stops,
    .focus = compare_focus,
};
