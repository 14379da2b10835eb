#include "vademecum/screens/practice.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/find/model.h"
#include "vademecum/screens/screens.h"
#include "vademecum/screens/search.h"

#include <stdint.h>
#include <string.h>

/* --- coming up and keeping up ---------------------------------------------------------------- */

static bool enter(struct desk *desk, const struct place *place) {
    struct practice_screen *screen = practice_of(desk);
    const struct place to = *place;
    if (!work_model(desk, to.practice)) {
        notice_say(desk, _("This practice cannot be opened."));
        return false;
    }
    screen->checklist = NULL;
    stack_focus_in(desk, SCREEN_HOME, 0);
    practice_show(desk, to.practice);
    if (to.question && to.question->criterion->checklist == screen->checklist) {
        practice_go_question(desk, to.question);
        if (to.item) {
            practice_go_item(desk, to.item);
        }
    }
    return true;
}

/* When others have answered, the next key is still meant for the same item. */
static void answers_follow(struct desk *desk, struct practice_screen *screen) {
    const uint64_t events = changes_stamp(desk);
    if (events != screen->events && screen->at && !practice_stay(desk, screen->at)) {
        screen->just_set = screen->at;
        practice_stay(desk, screen->at);
    }
    screen->events = events;
    screen->at = practice_item(desk);
}

static bool refresh(struct desk *desk) {
    struct practice_screen *screen = practice_of(desk);
    const struct checklist *before = screen->checklist;
    if (!listing_renew(desk, &screen->subject)) {
        return false;
    }
    screen->model = work_model(desk, &screen->subject);
    screen->checklist = work_checklist(desk, &screen->subject);
    if (screen->checklist != before) {
        window_focus(desk, practice_panel(PRACTICE_CRITERIA), 0);
        stack_focus_in(desk, SCREEN_PRACTICE, PRACTICE_CRITERIA);
    }
    answers_follow(desk, screen);
    screen->complete = practice_complete(desk);
    return screen->model != NULL;
}

static const char *refuses(const struct desk *desk, enum command command) {
    const unsigned needs = command_info(command)->needs;
    const bool marks = (needs & NEED_MARKED) && desk->work.log;
    if (!marks && (needs & NEED_ITEM) && !practice_item(desk)) {
        return _("This is for an item; choose a question in Criteria first.");
    }
    if (!marks || practice_on_item(desk)) {
        return NULL;
    }
    switch (stack_focus_of(desk, SCREEN_PRACTICE)) {
    case PRACTICE_TOOLS:
        return _("Marks are given on an item; Left goes to the items.");
    case PRACTICE_CRITERIA:
        return practice_question(desk)
                   ? _("Marks are given on an item; Enter goes to the items.")
                   : _("This is for an item; choose a question in Criteria first.");
    default:
        return _("Marks are given on an item; Left goes to the questions.");
    }
}

/* --- through practices, models and matches --------------------------------------------------- */

/*
 * Puts the next practice of the catalogue beside the own one, and keeps the question. It passes
 * over those that have nothing to show for the checklist, unless the model has nothing either.
 */
static void model_step(struct desk *desk, int step) {
    const struct practice_screen *screen = practice_of(desk);
    const struct catalogue *catalogue = desk->work.catalogue;
    const bool shows = model_assessed(catalogue, screen->model, screen->checklist);
    size_t count = 0;
    const struct subject *models = listing_models(desk, &count);
    size_t place = 0;
    while (place < count && models[place].practice != screen->model) {
        place++;
    }
    place += (size_t)(long)step; /* past either end it is no place */
    while (shows && place < count &&
           !model_assessed(catalogue, models[place].practice, screen->checklist)) {
        place += (size_t)(long)step;
    }
    if (place >= count) {
        notice_say(desk, step < 0 ? _("This is the first model.") : _("This is the last model."));
        return;
    }
    const struct subject model = models[place];
    changes_put(desk, screen->subject.id, "", "model", model.id);
    practice_show(desk, &screen->subject);
    notice_say(desk, _("The model is %s now."), model.title);
}

static void practice_step(struct desk *desk, int step) {
    const struct listing *listing = &desk->listing;
    const struct subject *subject = &practice_of(desk)->subject;
    if (!subject->practice) {
        model_step(desk, step);
        return;
    }
    /* What a search has taken out of the list stands before all that it has left there. */
    const long here = listing_place(desk, subject->id);
    const size_t last = listing->count ? listing->count - 1 : 0;
    if (step < 0 ? here <= 0 : here >= 0 && (size_t)here >= last) {
        notice_say(desk,
                   step < 0 ? _("This is the first practice.") : _("This is the last practice."));
    } else if (listing->count == 0) {
        struct arena scratch;
        arena_init(&scratch, desk->arena->end);
        notice_say(desk, "%s", listing_advice(desk, &scratch));
        arena_free(&scratch);
    } else {
        practice_show(desk, &listing->order[here + step]);
    }
}

/* Within a practice from text to text, and then on to the next practice. */
static void match(struct desk *desk, int step) {
    if (!search_ready(desk) || practice_hit(desk, step)) {
        return;
    }
    const long to = listing_beside(desk, practice_of(desk)->subject.id, step);
    if (to < 0) {
        search_tell_end(desk, step);
    } else {
        practice_show(desk, &desk->listing.order[to]);
        practice_hit(desk, step);
    }
}

static void words_typed(struct desk *desk) {
    practice_of(desk)->hit = SIZE_MAX;
    search_typed(desk);
}

static void searched(struct desk *desk) {
    practice_of(desk)->hit = SIZE_MAX;
    if (search_end(desk) && !practice_hit(desk, +1)) {
        search_tell(desk);
    }
}

static const struct asking searching = {
    .label = "/",
    .verbs = search_verbs,
    .arrows_pass = true,
    .typed = words_typed,
    .accepted = searched,
    .left = search_left,
};

static void search(struct desk *desk) {
    search_begin(desk, &searching);
}

static void hide_answered(struct desk *desk) {
    struct practice_screen *screen = practice_of(desk);
    screen->hide_answered = !screen->hide_answered;
    screen->just_set = NULL;
    window_reset(desk, practice_panel(PRACTICE_CHECKLIST));
    notice_say(desk, screen->hide_answered ? _("Only unanswered items are shown; H shows all.")
                                           : _("All items are shown."));
}

static void settings(struct desk *desk) {
    struct place here = practice_place(desk);
    here.field = NULL;
    desk_go(desk, SCREEN_FORM, &here);
}

static void plans(struct desk *desk) {
    const struct place here = practice_place(desk);
    desk_go(desk, SCREEN_PLAN, &here);
}

/* --- the screen ------------------------------------------------------------------------------ */

static const struct action actions[] = {
    {COMMAND_DOWN, .act_by = practice_walk, .by = +1},
    {COMMAND_UP, .act_by = practice_walk, .by = -1},
    {COMMAND_NEXT_PRACTICE, .act_by = practice_step, .by = +1},
    {COMMAND_PREVIOUS_PRACTICE, .act_by = practice_step, .by = -1},
    {COMMAND_NEXT_UNANSWERED, .act_by = practice_unanswered, .by = +1},
    {COMMAND_PREVIOUS_UNANSWERED, .act_by = practice_unanswered, .by = -1},
    {COMMAND_HIDE_ANSWERED, .act = hide_answered},
    {COMMAND_SETTINGS, .act = settings},
    {COMMAND_PLANS, .act = plans},
    {COMMAND_SEARCH, .act = search},
    {COMMAND_NEXT_MATCH, .act_by = match, .by = +1},
    {COMMAND_PREVIOUS_MATCH, .act_by = match, .by = -1},
    {COMMAND_FILTER, .act_by = act_go, .by = SCREEN_FILTER},
    {COMMAND_COMMENT, .act = practice_write},
    {COMMAND_OPEN_LINK, .act = practice_open_link},
    {.command = COMMAND_NONE},
};

/* The panels that tell of the item in focus, as bits. */
enum {
    ON_ITEM = 1u << PRACTICE_ASK | 1u << PRACTICE_YOU
};

static bool on_about(const struct desk *desk) {
    return !practice_question(desk);
}

static bool on_question(const struct desk *desk) {
    return practice_question(desk) != NULL;
}

static size_t criteria_count(const struct desk *desk) {
    const struct checklist *checklist = practice_of(desk)->checklist;
    return 1 + (checklist ? checklist->question_count : 0);
}

const struct screen practice_screen = {
    .title = N_("Practice"),
    .shape = SHAPE_THREE,
    .narrowed = true,
    .raised = true,
    .state = sizeof(struct practice_screen),
    .panels = {[PRACTICE_CRITERIA] = {.name = N_("Criteria"),
                                      .resets = 1u << PRACTICE_ABOUT | 1u << PRACTICE_CHECKLIST |
                                                ON_ITEM | 1u << PRACTICE_ANSWER |
                                                1u << PRACTICE_GUIDE | 1u << PRACTICE_TOOLS,
                                      .entries = criteria_count,
                                      .rows = practice_criteria_rows,
                                      .open = practice_open_question},
               [PRACTICE_ABOUT] = {.name = N_("About"),
                                   .column = 1,
                                   .shown = on_about,
                                   .rows = practice_about_rows,
                                   .open = practice_open_first,
                                   .verbs = practice_about_verbs},
               [PRACTICE_CHECKLIST] = {.name = N_("Checklist"),
                                       .column = 1,
                                       .tail_first = true,
                                       .resets = ON_ITEM,
                                       .shown = on_question,
                                       .entries = practice_items,
                                       .rows = practice_checklist_rows,
                                       .open = practice_open_item,
                                       .verbs = practice_checklist_verbs},
               [PRACTICE_ASK] = {.name = N_("To ask"),
                                 .column = 1,
                                 .passed = true,
                                 .shown = on_question,
                                 .rows = practice_ask_rows,
                                 .open = practice_open_items},
               [PRACTICE_YOU] = {.name = N_("You"),
                                 .column = 1,
                                 .passed = true,
                                 .shown = on_question,
                                 .rows = practice_you_rows,
                                 .open = practice_open_items},
               [PRACTICE_ANSWER] = {.name = N_("Answer"),
                                    .column = 1,
                                    .wide_column = 2,
                                    .passed = true,
                                    .shown = on_question,
                                    .rows = practice_answer_rows,
                                    .open = practice_open_items},
               [PRACTICE_GUIDE] = {.name = N_("Guide"),
                                   .column = 1,
                                   .tail_first = true,
                                   .shown = practice_guided,
                                   .rows = practice_guide_rows,
                                   .open = practice_open_items},
               [PRACTICE_MORE] = {.name = N_("More"),
                                  .column = 1,
                                  .passed = true,
                                  .shown = on_question,
                                  .rows = practice_more_rows,
                                  .open = practice_open_items},
               [PRACTICE_TOOLS] = {.name = N_("Tools"),
                                   .column = 2,
                                   .entries = practice_tool_count,
                                   .rows = practice_tools_rows,
                                   .open = practice_open_tool,
                                   .verbs = practice_tools_verbs}},
    .verbs = practice_verbs,
    .actions = actions,
    .enter = enter,
    .refresh = refresh,
    .place = practice_place,
    .marked = practice_marked,
    .refuses = refuses,
    .crumbs = practice_crumbs,
    .progress = practice_progress,
    .status = practice_status,
    .stops = practice_stops,
};
