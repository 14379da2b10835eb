#include "vademecum/screens/meeting.h"

#include "vademecum/base/i18n.h"
#include "vademecum/review/reviewer.h"
#include "vademecum/screens/screens.h"

#include <string.h>

static const struct panel panel = {SCREEN_MEETING, 0};

/* --- whose log is written -------------------------------------------------------------------- */

/* "group-2026-03-02" */
static const char *group_id(const struct desk *desk) {
    char day[CLOCK_STAMP_SIZE];
    clock_day(clock_now(&desk->work.clock), day);
    return arena_printf(desk->arena, "%s%s", REVIEWER_GROUP, day);
}

/* Whether all that was said so far is on the disk: then another log can take its place. */
static bool all_saved(struct desk *desk) {
    bool facts;
    struct fault fault;
    if (changes_nameless(desk)) {
        return false;
    }
    return changes_write(desk, &facts, &fault) && !changes_unsaved(desk);
}

static void log_take(struct desk *desk, struct log *log, const char *reviewer) {
    struct meeting *meeting = meeting_of(desk);
    work_rename(desk, log, reviewer);
    changes_swap(desk, &meeting->changes);
    listing_load(desk);
}

/* The group goes by the checklist and beside the model that were chosen for the practice. */
static void choices_copy(struct desk *desk, const char *practice) {
    static const char *const fields[] = {"checklist", "model"};
    const struct meeting *meeting = meeting_of(desk);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *chosen = review_value(log_review(meeting->own), meeting->own_reviewer, practice,
                                          "", fields[i]);
        if (*chosen && !*work_value(desk, practice, "", fields[i])) {
            changes_put(desk, practice, "", fields[i], chosen);
        }
    }
}

static bool begin(struct desk *desk, const struct subject *subject) {
    struct meeting *meeting = meeting_of(desk);
    struct fault fault;
    if (desk->changes.draft) {
        notice_say(desk, _("A text that you began waits: e goes on with it, or throws it away."));
        return false;
    }
    if (!all_saved(desk)) {
        notice_say(desk, _("Your own answers are not all saved yet; a meeting begins after that."));
        return false;
    }
    const char *reviewer = group_id(desk);
    if (!log_open_beside(&meeting->group, desk->work.log, reviewer, &fault)) {
        log_close(meeting->group);
        meeting->group = NULL;
        notice_say(desk, _("No meeting can be written down: %s"), fault.text);
        return false;
    }
    meeting->subject = *subject;
    meeting->own = desk->work.log;
    meeting->own_reviewer = desk->work.reviewer;
    meeting->changes = (struct changes){.named = true};
    log_take(desk, meeting->group, reviewer);
    choices_copy(desk, subject->id);
    return true;
}

/* The desk writes for the one at the keyboard again, who sees what the group has said. */
static void absent(struct desk *desk) {
    struct meeting *meeting = meeting_of(desk);
    struct fault fault;
    if (!meeting->group) {
        return;
    }
    if (!all_saved(desk) && log_state(meeting->group) == LOG_UNSAVED) {
        desk_go(desk, SCREEN_MEETING, NULL);
        notice_say(desk, _("What the group decided is NOT SAVED yet; the meeting stays open."));
        return;
    }
    log_close(meeting->group);
    meeting->group = NULL;
    log_reload(meeting->own, &fault);
    log_take(desk, meeting->own, meeting->own_reviewer);
}

/* --- what is done ---------------------------------------------------------------------------- */

static void go(struct desk *desk, size_t at) {
    struct meeting *meeting = meeting_of(desk);
    meeting->at = at;
    topic_clock_next(desk);
    window_reset(desk, panel);
}

static void step(struct desk *desk, int by) {
    const struct meeting *meeting = meeting_of(desk);
    if (by < 0 ? meeting->at == 0 : meeting->at + 1 == meeting->count) {
        notice_say(desk, by < 0 ? _("This is the first item.")
                                : _("This was the last item. R gives the report; Esc ends the "
                                    "meeting."));
        return;
    }
    go(desk, by < 0 ? meeting->at - 1 : meeting->at + 1);
}

static void next(struct desk *desk, size_t entry) {
    (void)entry;
    step(desk, +1);
}

/* Goes round, to what the group has not decided on yet. */
static void undecided(struct desk *desk, int by) {
    const struct meeting *meeting = meeting_of(desk);
    for (size_t i = 1; i <= meeting->count; i++) {
        const size_t steps = by < 0 ? meeting->count - i : i;
        const size_t at = (meeting->at + steps) % meeting->count;
        if (!meeting_decided_on(desk, at)) {
            go(desk, at);
            return;
        }
    }
    notice_say(desk, _("All is decided. R gives the report; Esc ends the meeting."));
}

static bool enter(struct desk *desk, const struct place *place) {
    struct meeting *meeting = meeting_of(desk);
    if (meeting->group) {
        return true;
    }
    const struct subject subject = *place->practice;
    arena_empty(desk_arena(desk, panel.screen));
    if (!begin(desk, &subject) || !listing_renew(desk, &meeting->subject)) {
        return false;
    }
    meeting_gather(desk);
    topic_clock_begin(desk);
    if (meeting->count == 0) {
        notice_say(desk, _("There is nothing to talk about: no item is disputed or open."));
        return false;
    }
    go(desk, 0);
    if (meeting_decided_on(desk, 0)) {
        undecided(desk, +1);
    }
    return true;
}

static bool refresh(struct desk *desk) {
    return listing_renew(desk, &meeting_of(desk)->subject);
}

static struct place place(const struct desk *desk) {
    const struct item *item = meeting_here(desk)->item;
    return (struct place){
        .practice = &meeting_of(desk)->subject,
        .question = item->question,
        .item = item,
        .field = "comment",
        .marked = true,
    };
}

static bool progress(const struct desk *desk, size_t *count, size_t *of) {
    *count = meeting_decided(desk);
    *of = meeting_of(desk)->count;
    return true;
}

static const struct action actions[] = {
    {COMMAND_RIGHT, .act_by = step, .by = +1},
    {COMMAND_LEFT, .act_by = step, .by = -1},
    {COMMAND_NEXT_UNANSWERED, .act_by = undecided, .by = +1},
    {COMMAND_PREVIOUS_UNANSWERED, .act_by = undecided, .by = -1},
    {COMMAND_CLOCK, .act = topic_clock_turn},
    {.command = COMMAND_NONE},
};

static const struct verb verbs[] = {
    VERBS_OF_MARKS,
    {COMMAND_OPEN, .word = N_("next item")},
    {.command = COMMAND_COMMENT},
    {COMMAND_PLAN, .word = N_("next step")},
    {.command = COMMAND_WHO},
    {.command = COMMAND_REPORT},
    {COMMAND_BACK, .word = N_("end")},
    {.command = COMMAND_UNDO},
    {.command = COMMAND_NEXT_UNANSWERED},
    {.command = COMMAND_CLOCK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen meeting_screen = {
    .title = N_("Meeting"),
    .command = COMMAND_MEETING,
    .raised = true,
    .state = sizeof(struct meeting),
    .panels = {{.name = "", .rows = meeting_rows, .open = next}},
    .verbs = verbs,
    .actions = actions,
    .enter = enter,
    .refresh = refresh,
    .absent = absent,
    .place = place,
    .progress = progress,
    .status = topic_status,
    .ticks = topic_ticks,
};
