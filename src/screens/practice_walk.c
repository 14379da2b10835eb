#include "vademecum/base/i18n.h"
#include "vademecum/screens/practice.h"

/* Nobody goes round the ends of the checklist unawares: the first time it is only said. */
static bool round_asked(struct desk *desk, int step) {
    const enum command command = step < 0 ? COMMAND_PREVIOUS_UNANSWERED : COMMAND_NEXT_UNANSWERED;
    const bool again = notice_again(desk, command);
    if (!again) {
        notice_say(desk, step < 0 ? _("No unanswered item before this one; , again begins at "
                                      "the end.")
                                  : _("No unanswered item behind this one; . again begins at "
                                      "the top."));
    }
    return again;
}

/*
 * The place of the current item, or that from which one step leads into the current question; -1
 * before the first item, and behind the last as many as there are.
 */
static long place_before(const struct desk *desk, int step) {
    const struct checklist *checklist = practice_of(desk)->checklist;
    const struct question *question = practice_question(desk);
    const struct item *here = practice_item(desk);
    const int panel = stack_focus_of(desk, SCREEN_PRACTICE);
    /* From a question the way leads to its first items, also to the very first. */
    const bool outside = panel == PRACTICE_CRITERIA;
    if (here && !(outside && step > 0)) {
        return here - checklist->items;
    }
    if (!question || question->item_count == 0) {
        return step > 0 ? -1 : (long)checklist->item_count;
    }
    const long first = question->items - checklist->items;
    return step > 0 ? first - 1 : first + (long)question->item_count;
}

/* To the next unanswered item behind the current one, over all questions, or before it. */
void practice_unanswered(struct desk *desk, int step) {
    const struct practice_screen *screen = practice_of(desk);
    const struct checklist *checklist = screen->checklist;
    const struct item *here = practice_item(desk);
    const long count = (long)checklist->item_count;
    const long from = place_before(desk, step);
    for (long i = 1; i <= count; i++) {
        const long place = from + i * step;
        const struct item *item = &checklist->items[(place + count) % count];
        if (work_verdict(desk, &screen->subject, item) != VERDICT_NONE) {
            continue;
        }
        const bool beyond = place < 0 || place >= count;
        if (beyond && item == here) {
            notice_say(desk, _("This is the only item without your mark."));
        } else if (!beyond || round_asked(desk, step)) {
            practice_go_item(desk, item);
        }
        return;
    }
    notice_say(desk, _("All items are answered. P shows the plan, R gives a report, r makes it "
                       "final."));
}

/* Whether a step leads out of the question, when all of it has been seen. */
static bool at_edge(const struct desk *desk, int step) {
    const struct window *window = window_of(desk, practice_panel(PRACTICE_CHECKLIST));
    const size_t count = practice_items(desk);
    return step > 0 ? window->focus + 1 >= count && window->above + window->visible >= window->lines
                    : window->focus == 0 && window->above == 0;
}

/* To the first item of a later question, or the last of an earlier one; false: there is none. */
static bool question_beyond(struct desk *desk, int step) {
    const struct checklist *checklist = practice_of(desk)->checklist;
    const long count = (long)checklist->question_count;
    for (long at = practice_question(desk) - checklist->questions + step; at >= 0 && at < count;
         at += step) {
        const size_t items = practice_items_of(desk, &checklist->questions[at]);
        if (items > 0) {
            practice_go_question(desk, &checklist->questions[at]);
            practice_go_item(desk, practice_item_at(desk, step > 0 ? 0 : items - 1));
            return true;
        }
    }
    return false;
}

void practice_walk(struct desk *desk, int step) {
    const bool items = stack_panel(desk).number == PRACTICE_CHECKLIST && practice_question(desk);
    if (items && at_edge(desk, step)) {
        if (!question_beyond(desk, step)) {
            notice_say(desk, step > 0 ? _("This is the last item.")
                                      : _("This is the first item."));
        }
    } else if (step > 0) {
        window_down(desk, stack_panel(desk));
    } else {
        window_up(desk, stack_panel(desk));
    }
}

/* "< Criteria  [Local people]  Tools >": what lies left and right of what is seen. */
const char *practice_stops(const struct desk *desk, int room, struct arena *arena) {
    const struct question *question = practice_question(desk);
    const char *label = question ? record_cell(&question->record, QUESTION_LABEL) : _("About");
    const char *names[] = {_("Criteria"), *label ? label : _("Checklist"), _("Tools")};
    const int here = stack_column(desk, stack_panel(desk).number);
    const char *left = here > 0 ? (desk->look.ascii ? "< " : "← ") : "";
    const char *right = here < 2 ? (desk->look.ascii ? " >" : " →") : "";
    const char *frame = arena_printf(arena, "%s%s  []  %s%s", left, names[0], names[2], right);
    names[1] = rows_short(desk, names[1], room - text_width(frame, desk->look.letters), arena);
    const char *text = left;
    for (int i = 0; i < 3; i++) {
        text = arena_printf(arena, i == here ? "%s%s[%s]" : "%s%s%s", text, i > 0 ? "  " : "",
                            names[i]);
    }
    return arena_printf(arena, "%s%s", text, right);
}
