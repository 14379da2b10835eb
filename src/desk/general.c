#include "vademecum/desk/general.h"

#include "vademecum/base/words.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/command_line.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/resume.h"
#include "vademecum/desk/undo.h"

/* --- moving about ---------------------------------------------------------------------------- */

static void down(struct desk *desk) {
    window_down(desk, stack_panel(desk));
}

static void up(struct desk *desk) {
    window_up(desk, stack_panel(desk));
}

static void right(struct desk *desk) {
    stack_focus(desk, stack_beside(desk, +1));
}

static void left(struct desk *desk) {
    stack_focus(desk, stack_beside(desk, -1));
}

static void page_down(struct desk *desk) {
    window_page(desk, stack_panel(desk), +1);
}

static void page_up(struct desk *desk) {
    window_page(desk, stack_panel(desk), -1);
}

static void first(struct desk *desk) {
    window_first(desk, stack_panel(desk));
}

static void last(struct desk *desk) {
    window_last(desk, stack_panel(desk));
}

static void next_stop(struct desk *desk) {
    stack_focus(desk, stack_stop(desk, +1));
}

static void previous_stop(struct desk *desk) {
    stack_focus(desk, stack_stop(desk, -1));
}

static void back(struct desk *desk) {
    if (desk->stack.enlarged) {
        stack_enlarge(desk);
    } else {
        desk_close(desk);
    }
}

/* --- marking and writing --------------------------------------------------------------------- */

/* From unanswered over met, partly, not met, does not apply and not known back to unanswered. */
static void next_verdict(struct desk *desk) {
    const struct place place = stack_place(desk);
    act_mark(desk, (work_verdict(desk, place.practice, place.item) + 1) % VERDICT_COUNT);
}

static void met(struct desk *desk) {
    act_mark(desk, VERDICT_MET);
}

static void partly(struct desk *desk) {
    act_mark(desk, VERDICT_PARTLY);
}

static void not_met(struct desk *desk) {
    act_mark(desk, VERDICT_NOT_MET);
}

static void not_applicable(struct desk *desk) {
    act_mark(desk, VERDICT_NA);
}

static void not_known(struct desk *desk) {
    act_mark(desk, VERDICT_UNKNOWN);
}

static void clear(struct desk *desk) {
    act_mark(desk, VERDICT_NONE);
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

static void facts(struct desk *desk) {
    field_go(desk, SCREEN_FORM, "own.");
}

static void shortlist(struct desk *desk) {
    const struct place place = stack_place(desk);
    const bool listed = *work_value(desk, place.practice->id, "", "shortlist") != '\0';
    changes_put(desk, place.practice->id, "", "shortlist", listed ? "" : "yes");
    notice_say(desk, listed ? _("Taken off your shortlist.") : _("Put on your shortlist."));
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

/* --- going elsewhere ------------------------------------------------------------------------- */

static void who(struct desk *desk) {
    field_go(desk, SCREEN_WHO, NULL);
}

static void compare(struct desk *desk) {
    field_go(desk, SCREEN_COMPARE_WITH, NULL);
}

static void matrix(struct desk *desk) {
    field_go(desk, SCREEN_MATRIX, NULL);
}

static void figures(struct desk *desk) {
    desk_go(desk, SCREEN_FIGURES, NULL);
}

static void collections(struct desk *desk) {
    desk_go(desk, SCREEN_COLLECTIONS, NULL);
}

static void left_out(struct desk *desk) {
    desk_go(desk, SCREEN_LEFT_OUT, NULL);
}

static void help(struct desk *desk) {
    desk_go(desk, SCREEN_HELP, NULL);
}

static void menu(struct desk *desk) {
    desk_go(desk, SCREEN_MENU, NULL);
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
    {COMMAND_DOWN, down},
    {COMMAND_UP, up},
    {COMMAND_RIGHT, right},
    {COMMAND_LEFT, left},
    {COMMAND_PAGE_DOWN, page_down},
    {COMMAND_PAGE_UP, page_up},
    {COMMAND_FIRST, first},
    {COMMAND_LAST, last},
    {COMMAND_NEXT_STOP, next_stop},
    {COMMAND_PREVIOUS_STOP, previous_stop},
    {COMMAND_OPEN, act_open},
    {COMMAND_BACK, back},
    {COMMAND_NEXT_VERDICT, next_verdict},
    {COMMAND_MET, met},
    {COMMAND_PARTLY, partly},
    {COMMAND_NOT_MET, not_met},
    {COMMAND_NOT_APPLICABLE, not_applicable},
    {COMMAND_NOT_KNOWN, not_known},
    {COMMAND_CLEAR, clear},
    {COMMAND_COMMENT, comment},
    {COMMAND_EDITOR, editor},
    {COMMAND_EVIDENCE, evidence},
    {COMMAND_PLAN, plan},
    {COMMAND_WHO, who},
    {COMMAND_FACTS, facts},
    {COMMAND_SHORTLIST, shortlist},
    {COMMAND_UNDO, undo_back},
    {COMMAND_REDO, undo_again},
    {COMMAND_SAVED, saved},
    {COMMAND_COMPARE, compare},
    {COMMAND_MATRIX, matrix},
    {COMMAND_FIGURES, figures},
    {COMMAND_COLLECTIONS, collections},
    {COMMAND_LEFT_OUT, left_out},
    {COMMAND_LANGUAGE, work_language},
    {COMMAND_ENLARGE, stack_enlarge},
    {COMMAND_MOUSE, notice_mouse},
    {COMMAND_REDRAW, redraw},
    {COMMAND_HELP, help},
    {COMMAND_MENU, menu},
    {COMMAND_BY_NAME, command_line_begin},
    {COMMAND_SUSPEND, suspend},
    {COMMAND_QUIT, quit},
    {COMMAND_INTERRUPT, interrupt},
    {COMMAND_NONE, NULL},
};
