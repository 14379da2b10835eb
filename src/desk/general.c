#include "vademecum/desk/general.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/command_line.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/resume.h"
#include "vademecum/desk/travel.h"
#include "vademecum/desk/undo.h"

#include <string.h>

/* --- moving about ---------------------------------------------------------------------------- */

static void down(struct desk *desk) {
    window_down(desk, stack_panel(desk));
}

static void up(struct desk *desk) {
    window_up(desk, stack_panel(desk));
}

static void beside(struct desk *desk, int step) {
    stack_focus(desk, stack_beside(desk, step));
}

static void page(struct desk *desk, int step) {
    window_page(desk, stack_panel(desk), step);
}

static void first(struct desk *desk) {
    window_first(desk, stack_panel(desk));
}

static void last(struct desk *desk) {
    window_last(desk, stack_panel(desk));
}

static void stop(struct desk *desk, int step) {
    stack_focus(desk, stack_stop(desk, step));
}

/* --- marking and writing --------------------------------------------------------------------- */

/* Of a round that is closed the next mark begins another one, in which it is the last. */
static void as_last(struct desk *desk) {
    const struct place place = stack_place(desk);
    const struct item *item = place.item;
    const char *id = record_cell(&item->record, ITEM_ID);
    const bool closed = changes_final(desk, place.practice->id,
                                      item->question->criterion->checklist) != NULL;
    const char *verdict = closed ? work_value(desk, place.practice->id, id, "verdict")
                                 : work_last(desk, place.practice, item, "verdict");
    const char *comment = closed ? work_value(desk, place.practice->id, id, "comment")
                                 : work_last(desk, place.practice, item, "comment");
    if (!*verdict) {
        notice_say(desk, _("This item had no mark last time."));
        return;
    }
    changes_put_last(desk, place.practice->id, id, verdict, comment);
    stack_marked(desk, item);
}

/* Goes to a screen at the place in focus, for another field of it unless NULL. */
static void field_go(struct desk *desk, enum screen_id screen, const char *field) {
    struct place place = stack_place(desk);
    place.field = field ? field : place.field;
    desk_go(desk, screen, &place);
}

static void comment(struct desk *desk) {
    field_go(desk, SCREEN_WRITE, NULL);
}

static void evidence(struct desk *desk) {
    field_go(desk, SCREEN_WRITE, "evidence");
}

/* The text is taken out of the box to the user's own editor. */
static void editor(struct desk *desk) {
    const struct place place = stack_place(desk);
    if (desk_go(desk, SCREEN_WRITE, &place)) {
        act_do(desk, COMMAND_EDITOR);
    }
}

static void plan(struct desk *desk) {
    field_go(desk, SCREEN_FORM, "plan.");
}

/* Facts are the same for all: whoever did not add the practice is asked first. */
static void facts(struct desk *desk) {
    const struct place place = stack_place(desk);
    field_go(desk, work_mine(desk, place.practice) ? SCREEN_FORM : SCREEN_WHOSE, "own.");
}

static void shortlist(struct desk *desk) {
    const struct place place = stack_place(desk);
    const bool listed = *work_value(desk, place.practice->id, "", "shortlist") != '\0';
    changes_put(desk, place.practice->id, "", "shortlist", listed ? "" : "yes");
    notice_say(desk, listed ? _("Taken off your shortlist.") : _("Put on your shortlist."));
}

/* Of the list of the reviewer alone: others go on seeing the practice. */
static void off_list(struct desk *desk) {
    const struct place place = stack_place(desk);
    const char *id = place.practice->id;
    const bool off = strcmp(work_value(desk, id, "", "off"), "yes") == 0;
    changes_put(desk, id, "", "off", off ? "" : "yes");
    notice_say(desk, off ? _("Back on the list.")
                         : _("Taken off the list; nothing of it is lost. u brings it back; later: "
                             "f, off the list."));
}

static void saved(struct desk *desk) {
    const struct log *log = desk->work.log;
    const int64_t at = log_saved_at(log);
    char when[RESUME_TIME_SIZE];
    resume_time(at, clock_now(&desk->work.clock), when);
    if (changes_unsaved(desk)) {
        notice_say(desk,
                   ngettext("%zu answer is NOT SAVED; it is tried again and again.",
                            "%zu answers are NOT SAVED; they are tried again and again.",
                            log_unsaved(log)),
                   log_unsaved(log));
    } else if (log_waiting(log) > 0) {
        changes_waiting(desk);
    } else if (at) {
        notice_say(desk, _("All is saved, last at %s."), when);
    } else {
        notice_say(desk, _("All is saved; nothing was written yet since the start."));
    }
}

/* --- leaving --------------------------------------------------------------------------------- */

static void redraw(struct desk *desk) {
    notice_errand(desk, ERRAND_REDRAW, NULL);
}

static void suspend(struct desk *desk) {
    notice_errand(desk, ERRAND_SUSPEND, NULL);
}

/* Says what would be lost, and where it is when it would not. */
static void quit_warn(struct desk *desk) {
    const size_t count = log_unsaved(desk->work.log);
    const char *rescue = log_rescue(desk->work.log);
    if (rescue && log_state(desk->work.log) == LOG_RESCUED) {
        notice_say(desk,
                   ngettext("%zu answer is NOT SAVED in your file, only in %s. q again closes.",
                            "%zu answers are NOT SAVED in your file, only in %s. q again closes.",
                            count),
                   count, rescue);
    } else {
        notice_say(desk,
                   ngettext("%zu answer is NOT SAVED and would be lost. q again closes all the "
                            "same; any other key goes on.",
                            "%zu answers are NOT SAVED and would be lost. q again closes all the "
                            "same; any other key goes on.",
                            count),
                   count);
    }
}

static void quit(struct desk *desk) {
    if (desk->stack.depth > 1) {
        desk_close(desk);
    } else if (changes_unsaved(desk) && !notice_again(desk, COMMAND_QUIT)) {
        quit_warn(desk);
    } else {
        notice_errand(desk, ERRAND_QUIT, NULL);
    }
}

static void interrupt(struct desk *desk) {
    notice_say(desk, desk->stack.depth > 1
                         ? _("q closes this screen; at the first screen q ends the program.")
                         : _("q closes the program."));
}

/* --- the table ------------------------------------------------------------------------------- */

const struct action general_actions[] = {
    {COMMAND_DOWN, .act = down},
    {COMMAND_UP, .act = up},
    {COMMAND_RIGHT, .act_by = beside, .by = +1},
    {COMMAND_LEFT, .act_by = beside, .by = -1},
    {COMMAND_PAGE_DOWN, .act_by = page, .by = +1},
    {COMMAND_PAGE_UP, .act_by = page, .by = -1},
    {COMMAND_FIRST, .act = first},
    {COMMAND_LAST, .act = last},
    {COMMAND_NEXT_STOP, .act_by = stop, .by = +1},
    {COMMAND_PREVIOUS_STOP, .act_by = stop, .by = -1},
    {COMMAND_OPEN, .act = act_open},
    {COMMAND_BACK, .act = desk_close},
    {COMMAND_NEXT_VERDICT, .act = act_mark_next},
    {COMMAND_MET, .act_by = act_mark, .by = VERDICT_MET},
    {COMMAND_PARTLY, .act_by = act_mark, .by = VERDICT_PARTLY},
    {COMMAND_NOT_MET, .act_by = act_mark, .by = VERDICT_NOT_MET},
    {COMMAND_NOT_APPLICABLE, .act_by = act_mark, .by = VERDICT_NA},
    {COMMAND_NOT_KNOWN, .act_by = act_mark, .by = VERDICT_UNKNOWN},
    {COMMAND_GO_ON, .act = work_go_on},
    {COMMAND_CLEAR, .act_by = act_mark, .by = VERDICT_NONE},
    {COMMAND_AS_LAST, .act = as_last},
    {COMMAND_COMMENT, .act = comment},
    {COMMAND_EDITOR, .act = editor},
    {COMMAND_EVIDENCE, .act = evidence},
    {COMMAND_PLAN, .act = plan},
    {COMMAND_ALL, .act = listing_unfilter},
    {COMMAND_FACTS, .act = facts},
    {COMMAND_ROUND_BEFORE, .act_by = travel_step, .by = -1},
    {COMMAND_ROUND_AFTER, .act_by = travel_step, .by = +1},
    {COMMAND_SHORTLIST, .act = shortlist},
    {COMMAND_OFF_LIST, .act = off_list},
    {COMMAND_UNDO, .act = undo_back},
    {COMMAND_REDO, .act = undo_again},
    {COMMAND_SAVED, .act = saved},
    {COMMAND_LANGUAGE, .act = work_language},
    {COMMAND_ENLARGE, .act = stack_enlarge},
    {COMMAND_MOUSE, .act = notice_mouse},
    {COMMAND_REDRAW, .act = redraw},
    {COMMAND_BY_NAME, .act = command_line_begin},
    {COMMAND_SUSPEND, .act = suspend},
    {COMMAND_QUIT, .act = quit},
    {COMMAND_INTERRUPT, .act = interrupt},
    {.command = COMMAND_NONE},
};
