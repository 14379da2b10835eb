#include "vademecum/desk/act.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/mark.h"

/* What the place and the desk have of what is needed. */
static unsigned place_gives(const struct desk *desk, const struct place *place, unsigned needs) {
    const bool written = desk->work.log && !place->foreign;
    const struct subject *practice = place->practice;
    const bool listed = needs & NEED_CHECKLIST && practice && work_checklist(desk, practice);
    return (practice ? NEED_PRACTICE : 0) | (practice && !practice->practice ? NEED_OWN : 0) |
           (listed ? NEED_CHECKLIST : 0) | (place->item ? NEED_ITEM : 0) |
           (place->item && place->marked ? NEED_MARKED : 0) | (place->field ? NEED_TEXT : 0) |
           (written ? NEED_WRITING : 0);
}

static unsigned desk_gives(const struct desk *desk) {
    int stops[PANELS_MAX];
    return (desk->work.log ? NEED_REVIEWER : 0) | (changes_at(desk) ? 0 : NEED_NOW) |
           (stack_stops(desk, stops) > 1 ? NEED_PANELS : 0) |
           (desk->work.language_count > 0 ? NEED_LANGUAGES : 0) |
           (desk->listing.count > 1 ? NEED_OTHERS : 0) |
           (desk->work.catalogue->practice_count > 0 ? NEED_PRACTICES : 0) |
           (desk->listing.wish.filters.count > 0 ? NEED_FILTERS : 0);
}

/* The first thing that the command needs and that is not there; 0: nothing. */
static unsigned missing(const struct desk *desk, enum command command) {
    const unsigned needs = command_info(command)->needs;
    if (!needs) {
        return 0;
    }
    const struct place place = stack_place(desk);
    const unsigned lacks = needs & ~(place_gives(desk, &place, needs) | desk_gives(desk));
    const unsigned first = lacks & ~(lacks - 1);
    /* Where no practice is, there is no checklist for that reason. */
    return first == NEED_CHECKLIST && !place.practice ? NEED_PRACTICE : first;
}

/* Of a need, how to come by it. */
static const char *need_sentence(unsigned need) {
    static const struct {
        unsigned need;
        const char *sentence;
    } sentences[] = {
        {NEED_REVIEWER, N_("Nothing can be written: there is no folder for your reviews.")},
        {NEED_PRACTICE, N_("This is for a practice; choose one in the list.")},
        {NEED_ITEM, N_("This is for an item: Enter opens the practice first.")},
        {NEED_MARKED, N_("Marks belong to an item: Enter opens the practice first.")},
        {NEED_CHECKLIST, N_("This is for a checklist, and the catalogue has none.")},
        {NEED_OWN, N_("This is for practices of your own; a adds one.")},
        {NEED_TEXT, N_("Nothing is written here.")},
        {NEED_WRITING, N_("Marks and texts belong to your own side; Tab goes there.")},
        {NEED_PANELS, N_("There is only one panel here.")},
        {NEED_LANGUAGES, N_("The catalogue has no other language.")},
        {NEED_OTHERS, N_("There is no other practice to put beside it.")},
        {NEED_PRACTICES, N_("This catalogue has no practices yet.")},
        {NEED_NOW, N_("This is how it was: nothing can be changed. > goes on to now.")},
        {NEED_FILTERS, N_("No filter is set; f sets one.")},
    };
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        if (sentences[i].need == need) {
            return _(sentences[i].sentence);
        }
    }
    return "";
}

void act_go(struct desk *desk, int screen) {
    const struct place place = stack_place(desk);
    desk_go(desk, (enum screen_id)screen, &place);
}

/* How a screen does a command; one with COMMAND_NONE: it does not. */
static struct action action_of(const struct desk *desk, const struct screen *screen,
                               enum command command) {
    const struct action *const tables[] = {screen->actions, desk->general};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        for (const struct action *action = tables[i]; action && action->command != COMMAND_NONE;
             action++) {
            if (action->command == command) {
                return *action;
            }
        }
    }
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if (desk->screens[i]->command == command) {
            return (struct action){command, .act_by = act_go, .by = i};
        }
    }
    return (struct action){.command = COMMAND_NONE};
}

static const char *refusal(const struct desk *desk, const struct screen *screen,
                           enum command command) {
    return screen->refuses ? screen->refuses(desk, command) : NULL;
}

bool act_possible(const struct desk *desk, enum command command) {
    const struct screen *screen = desk->screens[stack_worked_on(desk)];
    return action_of(desk, screen, command).command != COMMAND_NONE && !missing(desk, command) &&
           !refusal(desk, screen, command);
}

/*
 * Of a screen that passes its keys on, those that move about move in its list; any other does what
 * the list says it does, on the screen below. Whether that was all (the list's own key closes it).
 */
static bool list_left(struct desk *desk, enum command command) {
    const enum command own = stack_top(desk)->passes;
    const bool stays = command_info(command)->group == GROUP_MOVE || command == COMMAND_QUIT ||
                       command == COMMAND_INTERRUPT || command == COMMAND_REDRAW;
    if (own == COMMAND_NONE || stays) {
        return false;
    }
    desk_close(desk);
    return command == own;
}

static void action_do(struct desk *desk, const struct action *action) {
    if (action->act_by) {
        action->act_by(desk, action->by);
    } else {
        action->act(desk);
    }
}

/* Of a command that the screen does not have, where it is had. */
static const char *nothing_here(enum command command) {
    static const struct {
        enum command command;
        const char *sentence;
    } sentences[] = {
        {COMMAND_PLANS, N_("Open your practice first (Enter), then P.")},
        {COMMAND_HIDE_ANSWERED, N_("Open your practice first (Enter), then H.")},
        {COMMAND_SETTINGS, N_("Open the practice first (Enter), then r.")},
        {COMMAND_NEXT_UNANSWERED, N_("Items are in a practice: Esc goes back to it.")},
        {COMMAND_PREVIOUS_UNANSWERED, N_("Items are in a practice: Esc goes back to it.")},
        {COMMAND_CLOCK, N_("The clock is for a meeting or a talk: :meeting, :talk.")},
        {COMMAND_NEXT_PRACTICE, N_("Esc goes back; J is for the list and for a practice.")},
        {COMMAND_PREVIOUS_PRACTICE, N_("Esc goes back; K is for the list and for a practice.")},
        {COMMAND_OPEN_LINK, N_("There is no link here; a practice and its tools have links.")},
        {COMMAND_DIFFERENCES, N_("Compare two practices first: c.")},
        {COMMAND_ADD, N_("Go back to the first screen (Esc), then a.")},
        {COMMAND_REVIEWER, N_("Go back to the first screen (Esc), then :reviewer.")},
        {COMMAND_SEARCH, N_("Go back to the list or a practice (Esc), then /.")},
        {COMMAND_NEXT_MATCH, N_("Go back to the list or a practice (Esc), then n.")},
        {COMMAND_PREVIOUS_MATCH, N_("Go back to the list or a practice (Esc), then N.")},
        {COMMAND_FILTER, N_("Go back to the list (Esc), then f.")},
        {COMMAND_ALL, N_("Go back to the list (Esc), then F.")},
        {COMMAND_SORT, N_("Go back to the list (Esc), then s.")},
        {COMMAND_GROUP, N_("Go back to the list (Esc), then v.")},
        {COMMAND_NEXT_GROUP, N_("Go back to the list (Esc), then }.")},
        {COMMAND_PREVIOUS_GROUP, N_("Go back to the list (Esc), then {.")},
    };
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        if (sentences[i].command == command) {
            return _(sentences[i].sentence);
        }
    }
    return _("This key does nothing here; ? shows the keys.");
}

void act_do(struct desk *desk, enum command command) {
    if (list_left(desk, command)) {
        return;
    }
    const struct screen *screen = stack_top(desk);
    if (command == COMMAND_NEXT_VERDICT && screen->boxes) {
        command = COMMAND_OPEN;
    }
    const struct action action = action_of(desk, screen, command);
    const bool there = action.command != COMMAND_NONE;
    const char *refused = refusal(desk, screen, command);
    const unsigned lacks = missing(desk, command);
    if (refused) {
        notice_say(desk, "%s", refused);
    } else if (there && !lacks) {
        action_do(desk, &action);
    } else if (there) {
        notice_say(desk, "%s", need_sentence(lacks));
    } else {
        notice_say(desk, "%s", nothing_here(command));
    }
}

void act_open(struct desk *desk) {
    const struct panel panel = stack_panel(desk);
    const struct panel_kind *kind = stack_kind(desk, panel);
    if (kind->open) {
        kind->open(desk, window_of(desk, panel)->focus);
    }
}

void act_visit(struct desk *desk, size_t entry) {
    const struct place place = stack_place(desk);
    (void)entry;
    if (place.practice) {
        desk_go(desk, SCREEN_PRACTICE, &place);
    }
}

/* What is said of a mark, as of the last one, is not passed over. */
void act_mark(struct desk *desk, int verdict) {
    const struct place place = stack_place(desk);
    const enum screen_id screen = stack_screen(desk);
    mark_give(desk, place.practice, place.item, (enum verdict)verdict);
    if (desk->work.goes_on && verdict != VERDICT_NONE && screen == SCREEN_PRACTICE &&
        stack_screen(desk) == screen && !desk->notice.message[0]) {
        act_do(desk, COMMAND_NEXT_UNANSWERED);
    }
}

void act_mark_next(struct desk *desk) {
    const struct place place = stack_place(desk);
    mark_step(desk, place.practice, place.item);
}

const char *act_refuse_undo(const struct desk *desk, enum command command) {
    (void)desk;
    return command == COMMAND_UNDO || command == COMMAND_REDO
               ? _("Go back (Esc) before you undo or redo, to see what changes.")
               : NULL;
}

const char *act_refuse_marks(const struct desk *desk, enum command command) {
    (void)desk;
    return command_info(command)->group == GROUP_MARK
               ? _("Marks are given in the checklist of a practice; Enter goes there.")
               : NULL;
}
