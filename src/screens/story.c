#include "vademecum/review/story.h"
#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/resume.h"
#include "vademecum/desk/undo.h"
#include "vademecum/review/field.h"
#include "vademecum/screens/screens.h"

#include <string.h>

enum {
    STANDS_WIDTH = 10, /* columns for what stands */
    TITLE_GAP = 2      /* columns between the title and its tail */
};

struct story {
    struct subject subject;
    const struct item *item;
    const struct story_step *steps; /* the latest first; in the screen's arena */
    size_t count;
};

static const struct panel panel = {SCREEN_STORY, 0};

static struct story *story_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

static void story_take(struct desk *desk) {
    struct story *story = story_of(desk);
    struct arena *arena = desk_arena(desk, panel.screen);
    arena_empty(arena);
    story->steps = story_of_item(changes_review(desk), story->subject.id,
                                 record_cell(&story->item->record, ITEM_ID), arena, &story->count);
}

static const struct story_step *step_here(const struct desk *desk) {
    const struct story *story = story_of(desk);
    const size_t focus = window_of(desk, panel)->focus;
    return focus < story->count ? &story->steps[focus] : NULL;
}

/* --- what is shown --------------------------------------------------------------------------- */

/* "yesterday 21:40 · ana · Mark: partly" */
static const char *step_text(const struct desk *desk, const struct story_step *step,
                             struct arena *arena) {
    const struct event *event = step->event;
    const char *between = sign_between(desk->look.ascii);
    char when[RESUME_TIME_SIZE];
    resume_stamp(event->time, clock_now(&desk->work.clock), when);
    return arena_printf(arena, "%s%s%s%s%s: %s", when, between, event->reviewer, between,
                        field_label(event->field),
                        undo_value(desk, event->item, event->field, event->value, arena));
}

/* What stood before, and from which start of the program it comes. */
static const char *rest_text(const struct desk *desk, const struct story_step *step,
                             struct arena *arena) {
    const struct event *event = step->event;
    const char *run = arena_printf(arena, _("start %s"), event->run);
    if (step->final) {
        run = arena_printf(arena, _("%s%scame in after final %s"), run,
                           sign_between(desk->look.ascii), field_final(step->final->value));
    }
    return *step->before == '\0'
               ? run
               : arena_printf(arena, _("before: %s%s%s"),
                              undo_value(desk, event->item, event->field, step->before, arena),
                              sign_between(desk->look.ascii), run);
}

static void story_rows(const struct desk *desk, struct rows *rows) {
    const struct story *story = story_of(desk);
    rows->tail = _("stands");
    rows->title = rows_short(desk,
                             rows_cell(desk, SCHEMA_ITEMS, &story->item->record, ITEM_TEXT),
                             rows->width - text_width(rows->tail, desk->look.letters) - TITLE_GAP,
                             rows->arena);
    for (size_t i = 0; i < story->count; i++) {
        const struct story_step *step = &story->steps[i];
        struct row *row = rows_add_entry(rows, i, step_text(desk, step, rows->arena));
        row->tail = step->stands ? (desk->look.ascii ? "*" : "•") : "";
        row->tail_width = STANDS_WIDTH;
        rows_add_under(rows, ROLE_DIM, i, rest_text(desk, step, rows->arena))->indent = 2 *
                                                                                        ROWS_INDENT;
    }
    if (story->count == 0) {
        rows_add(rows, ROLE_TEXT, 0, _("Nothing was said of this item yet."));
    }
}

/* --- what is done ---------------------------------------------------------------------------- */

static size_t count(const struct desk *desk) {
    return story_of(desk)->count;
}

static bool enter(struct desk *desk, const struct place *place) {
    struct story *story = story_of(desk);
    story->subject = *place->practice;
    story->item = place->item;
    story_take(desk);
    return true;
}

static bool refresh(struct desk *desk) {
    struct story *story = story_of(desk);
    const size_t before = story->count;
    const size_t focus = window_of(desk, panel)->focus;
    if (!listing_renew(desk, &story->subject)) {
        return false;
    }
    story_take(desk);
    /* What was said since stands above: the focus stays on its step. */
    if (before > 0 && story->count > before) {
        window_stay(desk, panel, focus + story->count - before);
    }
    return true;
}

static struct place place(const struct desk *desk) {
    const struct story *story = story_of(desk);
    return (struct place){
        .practice = &story->subject,
        .question = story->item->question,
        .item = story->item,
        .marked = true,
    };
}

static const char *refuses(const struct desk *desk, enum command command) {
    (void)desk;
    return command_info(command)->group == GROUP_MARK
               ? _("Marks are given in the checklist of a practice; Esc goes back there.")
               : NULL;
}

static bool is_mine(const struct desk *desk, const struct story_step *step) {
    return strcmp(step->event->reviewer, desk->work.reviewer) == 0;
}

static bool can_be_taken_back(const struct desk *desk) {
    const struct story_step *step = step_here(desk);
    return step && is_mine(desk, step) && step->stands;
}

static bool can_be_said_again(const struct desk *desk) {
    const struct story_step *step = step_here(desk);
    return step && is_mine(desk, step) && !step->stands;
}

/*
 * What stands gets what stood before; what does not is said again. The mark that began a round has
 * none before it there.
 */
static void step_turn(struct desk *desk, size_t entry) {
    const struct story_step *step = step_here(desk);
    (void)entry;
    if (!step) {
        return;
    }
    const struct event *event = step->event;
    const char *value = !step->stands ? event->value : step->begin ? "" : step->before;
    if (!is_mine(desk, step)) {
        notice_say(desk, _("%s said this; nobody else can take it back."), event->reviewer);
        return;
    }
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const char *told = arena_printf(&scratch, "%s: %s", field_label(event->field),
                                    undo_value(desk, event->item, event->field, value, &scratch));
    if (!changes_put(desk, event->practice, event->item, event->field, value)) {
        notice_say(desk, _("That is what stands already."));
    } else if (!desk->notice.message[0]) {
        notice_say(desk, _("Now %s. u undoes it."), told);
    }
    arena_free(&scratch);
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("take it back"), .when = can_be_taken_back},
    {COMMAND_OPEN, .word = N_("say it again"), .when = can_be_said_again},
    {.command = COMMAND_UNDO},
    {.command = COMMAND_COMMENT},
    {.command = COMMAND_EVIDENCE},
    {.command = COMMAND_PLAN},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen story_screen = {
    .title = N_("Story"),
    .command = COMMAND_STORY,
    .state = sizeof(struct story),
    .panels = {{.name = "", .entries = count, .rows = story_rows, .open = step_turn}},
    .verbs = verbs,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .refuses = refuses,
};
