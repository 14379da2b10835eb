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
    const bool outside = panel == PRACTICE_CRITERIA || panel == PRACTICE_ANSWER;
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
