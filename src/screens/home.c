#include "vademecum/screens/home.h"
#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/screens/screens.h"
#include "vademecum/screens/search.h"

#include <string.h>

static const struct panel practices = {SCREEN_HOME, 0};

/* "11 practices · 2 rows left out: ! · reviewer ana" */
static const char *status(const struct desk *desk, int columns, int room, struct arena *arena) {
    (void)columns;
    const char *between = sign_between(desk->look.ascii);
    const size_t left_out = desk->work.catalogue->faults.left_out;
    const size_t all = desk->listing.found.of;
    const char *text = arena_printf(arena, ngettext("%zu practice", "%zu practices", all), all);
    if (desk->listing.count < all) {
        text = arena_printf(arena, _("%zu of %s"), desk->listing.count, text);
    }
    if (desk->listing.found.off > 0) {
        text = arena_printf(arena, _("%s%s%zu off the list"), text, between,
                            desk->listing.found.off);
    }
    if (left_out) {
        text = arena_printf(
            arena, ngettext("%s%s%zu row left out: !", "%s%s%zu rows left out: !", left_out), text,
            between, left_out);
    }
    if (desk->work.log) {
        text = arena_printf(arena, _("%s%sreviewer %s"), text, between, desk->work.reviewer);
    }
    return rows_fitting(desk, text, room);
}

/* --- what is done ---------------------------------------------------------------------------- */

static size_t count(const struct desk *desk) {
    return desk->listing.count;
}

static struct place place(const struct desk *desk) {
    return (struct place){.practice = listing_here(desk), .field = "note"};
}

static const char *refuses(const struct desk *desk, enum command command) {
    const struct subject *here = listing_here(desk);
    if (command == COMMAND_OPEN && desk->listing.meant) {
        return NULL;
    }
    if (command == COMMAND_OPEN && !(here && work_model(desk, here))) {
        return _("There is no practice here to open.");
    }
    if (command == COMMAND_SETTINGS && here && here->practice) {
        return _("Open the practice first (Enter), then r.");
    }
    return !here && (command == COMMAND_COMMENT || command == COMMAND_EDITOR)
               ? _("There is no practice here to write about.")
               : NULL;
}

static void practice_open(struct desk *desk, size_t entry) {
    (void)entry;
    if (listing_mend(desk)) {
        search_tell(desk);
    } else if (act_possible(desk, COMMAND_OPEN)) {
        const struct place here = place(desk);
        desk_go(desk, SCREEN_PRACTICE, &here);
    }
}

static void step_to(struct desk *desk, int step) {
    const size_t focus = window_of(desk, practices)->focus;
    const size_t last = desk->listing.count ? desk->listing.count - 1 : 0;
    if (desk->listing.count == 0) {
        notice_say(desk, _("There is no practice here to go to."));
    } else if (step < 0 ? focus == 0 : focus >= last) {
        notice_say(desk,
                   step < 0 ? _("This is the first practice.") : _("This is the last practice."));
    } else {
        listing_focus(desk, focus + (size_t)(long)step);
    }
}

/* Into the practice, to where the reviewer was when it is the same; there it goes on. */
static void unanswered(struct desk *desk, int command) {
    struct place to = place(desk);
    const struct event *last = review_last(changes_review(desk), desk->work.reviewer);
    const char *id = last && strcmp(last->practice, to.practice->id) == 0 ? last->item : "";
    to.item = catalogue_item(desk->work.catalogue, id);
    to.question = to.item ? to.item->question : catalogue_question(desk->work.catalogue, id);
    if (work_checklist(desk, to.practice) && desk_go(desk, SCREEN_PRACTICE, &to)) {
        act_do(desk, (enum command)command);
    }
}

/* The first practice of the group after, or of this one, or of the one before. */
static void group_step(struct desk *desk, int step) {
    const size_t focus = window_of(desk, practices)->focus;
    const struct group *group = listing_group(desk, focus);
    const struct listing *listing = &desk->listing;
    if (!group) {
        notice_say(desk, _("The practices are not grouped; v groups them."));
    } else if (step < 0 && focus > group->first) {
        listing_focus(desk, group->first);
    } else if (step < 0 ? group == listing->groups
                        : group + 1 == listing->groups + listing->group_count) {
        notice_say(desk, step < 0 ? _("This is the first group.") : _("This is the last group."));
    } else {
        listing_focus(desk, group[step].first);
    }
}

static void searched(struct desk *desk) {
    if (search_end(desk)) {
        search_tell(desk);
    }
}

static const struct asking searching = {
    .label = "/",
    .verbs = search_verbs,
    .arrows_pass = true,
    .typed = search_typed,
    .accepted = searched,
    .left = search_left,
};

static void search(struct desk *desk) {
    search_begin(desk, &searching);
}

static void match(struct desk *desk, int step) {
    if (!search_ready(desk)) {
        return;
    }
    const struct subject *here = listing_here(desk);
    const long to = here ? listing_beside(desk, here->id, step) : -1;
    if (to < 0) {
        search_tell_end(desk, step);
    } else {
        listing_focus(desk, (size_t)to);
    }
}

/* One layer after another: the search, then the filters. */
static void back(struct desk *desk) {
    if (desk->listing.words[0]) {
        listing_unseek(desk);
        notice_say(desk, _("The search is over."));
    } else if (desk->listing.wish.filters.count > 0) {
        listing_unfilter(desk);
    } else {
        notice_say(desk, _("This is the first screen; q closes the program."));
    }
}

static void add(struct desk *desk) {
    const struct place title = {.field = "own.title"};
    desk_go(desk, SCREEN_LINE, &title);
}

static void settings(struct desk *desk) {
    struct place here = place(desk);
    here.field = NULL;
    desk_go(desk, SCREEN_FORM, &here);
}

static void open_link(struct desk *desk) {
    const struct subject *here = listing_here(desk);
    desk_open_link(desk, here ? work_link_of(desk, here) : "", "");
}

/* Somebody else sits down. */
static void reviewer_ask(struct desk *desk) {
    if (changes_unsaved(desk)) {
        notice_say(desk, _("Your answers are not all saved yet; others can begin after that."));
    } else if (desk->changes.draft) {
        notice_say(desk, _("A text that you began waits: e goes on with it, or throws it away."));
    } else {
        desk_go(desk, SCREEN_NAME, NULL);
    }
}

static const struct action actions[] = {
    {COMMAND_BACK, .act = back},
    {COMMAND_NEXT_PRACTICE, .act_by = step_to, .by = +1},
    {COMMAND_PREVIOUS_PRACTICE, .act_by = step_to, .by = -1},
    {COMMAND_NEXT_UNANSWERED, .act_by = unanswered, .by = COMMAND_NEXT_UNANSWERED},
    {COMMAND_PREVIOUS_UNANSWERED, .act_by = unanswered, .by = COMMAND_PREVIOUS_UNANSWERED},
    {COMMAND_SEARCH, .act = search},
    {COMMAND_NEXT_MATCH, .act_by = match, .by = +1},
    {COMMAND_PREVIOUS_MATCH, .act_by = match, .by = -1},
    {COMMAND_FILTER, .act_by = act_go, .by = SCREEN_FILTER},
    {COMMAND_SORT, .act_by = act_go, .by = SCREEN_SORT},
    {COMMAND_GROUP, .act = listing_regroup},
    {COMMAND_NEXT_GROUP, .act_by = group_step, .by = +1},
    {COMMAND_PREVIOUS_GROUP, .act_by = group_step, .by = -1},
    {COMMAND_ADD, .act = add},
    {COMMAND_SETTINGS, .act = settings},
    {COMMAND_REVIEWER, .act = reviewer_ask},
    {COMMAND_PLANS, .act_by = act_go, .by = SCREEN_PLAN},
    {COMMAND_OPEN_LINK, .act = open_link},
    {.command = COMMAND_NONE},
};

static const struct verb verbs[] = {
    {.command = COMMAND_OPEN},
    {.command = COMMAND_SEARCH},
    {.command = COMMAND_ADD},
    {COMMAND_NEXT_UNANSWERED, .word = N_("review it")},
    {.command = COMMAND_FILTER},
    {COMMAND_ALL, .word = N_("no filters")},
    {.command = COMMAND_SORT},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_COMPARE},
    {.command = COMMAND_MATRIX},
    {.command = COMMAND_FIGURES},
    {.command = COMMAND_COLLECTIONS},
    {.command = COMMAND_GROUP},
    {.command = COMMAND_NEXT_STOP},
    {COMMAND_QUIT, .word = N_("quit")},
    {COMMAND_COMMENT, .word = N_("your note")},
    {.command = COMMAND_SHORTLIST},
    {.command = COMMAND_REPORT},
    {.command = COMMAND_PLANS},
    {.command = COMMAND_FACTS},
    {COMMAND_SETTINGS, .word = N_("settings")},
    {COMMAND_OPEN_LINK, .word = N_("website")},
    {.command = COMMAND_UNDO},
    {.command = COMMAND_LANGUAGE},
    {.command = COMMAND_NONE},
};

const struct screen home_screen = {
    .title = N_("Vademecum"),
    .telling = true,
    .narrowed = true,
    .panels =
        {{.name = N_("Practices"),
          .position = POSITION_ENTRIES,
          .resets = 1u << 1,
          .entries = count,
          .rows = home_practices_rows,
          .open = practice_open},
         {.name = N_("Preview"), .column = 1, .rows = home_preview_rows, .open = practice_open}},
    .verbs = verbs,
    .actions = actions,
    .place = place,
    .refuses = refuses,
    .status = status,
};
