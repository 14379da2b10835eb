#include "vademecum/screens/practice.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/screens/screens.h"
#include "vademecum/screens/search.h"

#include <stdint.h>

/* --- coming up and keeping up ---------------------------------------------------------------- */

static bool enter(struct desk *desk, const struct place *place) {
    struct practice_screen *screen = practice_of(desk);
    const struct place to = *place;
    if (!work_model(desk, to.practice)) {
        notice_say(desk, _("This practice cannot be opened."));
        return false;
    }
    screen->checklist = NULL;
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
    const size_t events = changes_review(desk)->event_count;
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
    return screen->model != NULL;
}

static void marked(struct desk *desk, const struct item *item) {
    struct practice_screen *screen = practice_of(desk);
    screen->just_set = item;
    if (!screen->at || !practice_stay(desk, screen->at)) {
        practice_stay(desk, item);
    }
}

/* What `e` writes: a tool, a comment, an answer or a note. */
static const char *field_here(const struct desk *desk) {
    if (!practice_question(desk)) {
        return "note";
    }
    if (stack_focus_of(desk, SCREEN_PRACTICE) == PRACTICE_TOOLS) {
        return "tool";
    }
    return practice_on_item(desk) ? "comment" : "answer";
}

static struct place place(const struct desk *desk) {
    return (struct place){
        .practice = &practice_of(desk)->subject,
        .question = practice_question(desk),
        .item = practice_item(desk),
        .field = field_here(desk),
        .marked = practice_on_item(desk),
    };
}

static const char *refuses(const struct desk *desk, enum command command) {
    const bool marks = (command_info(command)->needs & NEED_MARKED) && desk->work.log;
    return marks && !practice_on_item(desk)
               ? _("Marks are given in the Checklist panel; Tab goes there.")
               : NULL;
}

/* --- Enter ----------------------------------------------------------------------------------- */

static void question_open(struct desk *desk, size_t entry) {
    (void)entry;
    desk_focus(desk, practice_question(desk) ? PRACTICE_CHECKLIST : PRACTICE_ABOUT);
}

static void checklist_go(struct desk *desk, size_t entry) {
    (void)entry;
    desk_focus(desk, PRACTICE_CHECKLIST);
}

static void item_open(struct desk *desk, size_t entry) {
    (void)entry;
    struct place here = place(desk);
    here.field = "verdict";
    if (desk->work.log && here.item) {
        desk_go(desk, SCREEN_CHOICE, &here);
    } else {
        desk_focus(desk, PRACTICE_TOOLS);
    }
}

/* A tool without a link opens the box to write one down. */
static void tool_open(struct desk *desk, const struct tool_entry *entry) {
    struct place here = place(desk);
    const char *file = entry->tool ? record_cell(&entry->tool->record, TOOL_FILE) : "";
    const struct span own = entry->own ? work_link_in(entry->own) : (struct span){"", 0};
    const char *url = entry->tool ? work_tool_link(desk, entry->tool)
                                  : arena_copy(desk->arena, own.start, own.length);
    if (*file || *url || !desk->work.log) {
        desk_open_link(desk, url, file);
        return;
    }
    here.tool = entry->tool;
    here.field = entry->tool ? "tool.url" : here.field;
    desk_go(desk, entry->tool ? SCREEN_LINE : SCREEN_WRITE, &here);
}

static void open_link(struct desk *desk) {
    const struct tool_entry tool = practice_tool_here(desk);
    if (tool.place != TOOL_PLACES) {
        tool_open(desk, &tool);
    } else {
        desk_open_link(desk, work_link_of(desk, &practice_of(desk)->subject), "");
    }
}

static void open_address(struct desk *desk, size_t entry) {
    (void)entry;
    open_link(desk);
}

/* --- through practices, models and matches --------------------------------------------------- */

/* Puts the next practice of the catalogue beside the own one, and keeps the question. */
static void model_step(struct desk *desk, int step) {
    const struct practice_screen *screen = practice_of(desk);
    size_t count = 0;
    const struct subject *models = listing_models(desk, &count);
    size_t place = 0;
    while (place < count && models[place].practice != screen->model) {
        place++;
    }
    if (step < 0 ? place == 0 : place + 1 >= count) {
        notice_say(desk, step < 0 ? _("This is the first model.") : _("This is the last model."));
        return;
    }
    const struct subject model = models[place + (size_t)(long)step];
    changes_put(desk, screen->subject.id, "", "model", model.id);
    practice_show(desk, &screen->subject);
    notice_say(desk, _("Beside %s now."), model.title);
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
    struct place here = place(desk);
    here.field = NULL;
    desk_go(desk, SCREEN_FORM, &here);
}

static void plans(struct desk *desk) {
    const struct place here = place(desk);
    desk_go(desk, SCREEN_PLAN, &here);
}

/* --- the screen ------------------------------------------------------------------------------ */

static const struct action actions[] = {
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
    {COMMAND_OPEN_LINK, .act = open_link},
    {.command = COMMAND_NONE},
};

/* Where a link can be opened. */
static const enum command hints_linked[HINTS_MAX] = {COMMAND_OPEN_LINK, COMMAND_NEXT_STOP,
                                                     COMMAND_COMMENT,   COMMAND_BACK,
                                                     COMMAND_HELP,      COMMAND_NEXT_PRACTICE};

static const char *word(const struct desk *desk, enum command command) {
    const int panel = stack_panel(desk).number;
    if (command != COMMAND_COMMENT) {
        return NULL;
    }
    return panel == PRACTICE_TOOLS   ? _("your tool")
           : panel == PRACTICE_ABOUT ? _("your note")
                                     : NULL;
}

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
                                      .resets = 1u << PRACTICE_ANSWER | 1u << PRACTICE_ABOUT |
                                                1u << PRACTICE_CHECKLIST | 1u << PRACTICE_ITEM |
                                                1u << PRACTICE_TOOLS,
                                      .entries = criteria_count,
                                      .rows = practice_criteria_rows,
                                      .open = question_open},
               [PRACTICE_ANSWER] = {.name = N_("Answer"),
                                    .under = UNDER_REST,
                                    .shown = on_question,
                                    .rows = practice_answer_rows,
                                    .open = checklist_go},
               [PRACTICE_ABOUT] = {.name = N_("About"),
                                   .column = 1,
                                   .text = true,
                                   .shown = on_about,
                                   .entries = practice_tool_count,
                                   .rows = practice_about_rows,
                                   .open = open_address,
                                   .hints = hints_linked},
               [PRACTICE_CHECKLIST] = {.name = N_("Checklist"),
                                       .column = 1,
                                       .tail_first = true,
                                       .resets = 1u << PRACTICE_ITEM,
                                       .shown = on_question,
                                       .entries = practice_items,
                                       .rows = practice_checklist_rows,
                                       .open = item_open},
               [PRACTICE_ITEM] = {.name = N_("To ask"),
                                  .column = 1,
                                  .under = UNDER_NEED,
                                  .shown = on_question,
                                  .rows = practice_item_rows,
                                  .open = checklist_go},
               [PRACTICE_TOOLS] = {.name = N_("Tools"),
                                   .column = 2,
                                   .shown = on_question,
                                   .entries = practice_tool_count,
                                   .rows = practice_tools_rows,
                                   .open = open_address,
                                   .hints = hints_linked}},
    .hints = {COMMAND_NEXT_VERDICT, COMMAND_HELP, COMMAND_NEXT_UNANSWERED, COMMAND_NEXT_STOP,
              COMMAND_BACK, COMMAND_NEXT_PRACTICE, COMMAND_OPEN_LINK, COMMAND_MENU},
    .actions = actions,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .marked = marked,
    .refuses = refuses,
    .head = practice_head,
    .status = practice_status,
    .focus = practice_focus_words,
    .word = word,
};
