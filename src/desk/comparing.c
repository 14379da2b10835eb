#include "vademecum/desk/comparing.h"

#include "vademecum/base/words.h"
#include "vademecum/desk/entries.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"

#include <string.h>

static void place_lead(struct session *session, const struct compare_place *place);
static bool item_shown(const struct session *session, const struct item *item);

bool comparing_next(const struct session *session, struct compare_place *place) {
    const struct checklist *checklist = session->comparison.checklist;
    const bool differences = session->comparison.differences;
    const struct question *question = place->question;
    size_t next = 0;
    if (!checklist) {
        return false;
    }
    if (question && place->item) {
        next = (size_t)(place->item - question->items) + 1;
    } else {
        question = question ? question + 1 : checklist->questions;
    }
    for (; question < checklist->questions + checklist->question_count; question++, next = 0) {
        for (; next < question->item_count; next++) {
            if (item_shown(session, &question->items[next])) {
                *place = (struct compare_place){question, &question->items[next]};
                return true;
            }
        }
        if (!differences) {
            *place = (struct compare_place){question, NULL};
            return true;
        }
    }
    return false;
}

struct compare_place comparing_here(const struct session *session) {
    const size_t focus =
        session->panels[comparing_side(session) == SIDE_LEFT ? PANEL_LEFT : PANEL_RIGHT].focus;
    struct compare_place place = {NULL, NULL};
    for (size_t i = 0; i <= focus; i++) {
        if (!comparing_next(session, &place)) {
            return (struct compare_place){NULL, NULL};
        }
    }
    return place;
}

enum side comparing_side(const struct session *session) {
    return entries_panel(session) == PANEL_RIGHT ? SIDE_RIGHT : SIDE_LEFT;
}

struct stand comparing_stand(const struct session *session, enum side side,
                             const struct item *item) {
    const struct subject *subject = session->comparison.sides[side];
    const struct practice *practice = subject->practice;
    return (struct stand){
        .sourced = practice != NULL,
        .mark = practice ? catalogue_mark(session->catalogue, practice, item) : MARK_ABSENT,
        .verdict = session_verdict(session, subject, item),
    };
}

bool comparing_reviewed(const struct session *session, enum side side) {
    const struct checklist *checklist = session->comparison.checklist;
    const struct progress progress = session_progress(session, session->comparison.sides[side],
                                                      checklist->items, checklist->item_count);
    return progress_answered(&progress) > 0;
}

bool comparing_marks(const struct session *session) {
    return !session->comparison.sides[comparing_side(session)]->practice &&
           comparing_here(session).item;
}

const char *comparing_refusal(const struct session *session) {
    struct subject *const *sides = session->comparison.sides;
    if (!sides[comparing_side(session)]->practice) {
        return _("Marks are given to items; this is the answer to their question.");
    }
    return !sides[SIDE_LEFT]->practice || !sides[SIDE_RIGHT]->practice
               ? _("Marks are given on the side of your own practice; Tab goes there.")
               : _("Marks are given in the checklist of a practice; Enter goes there.");
}

bool comparing_typing(const struct session *session, struct box *box) {
    const struct subject *subject = session->comparison.sides[comparing_side(session)];
    const struct compare_place place = comparing_here(session);
    if (!place.question || subject->practice) {
        return false;
    }
    *box = (struct box){
        .practice = subject->id,
        .item = place.item ? record_cell(&place.item->record, ITEM_ID)
                           : record_cell(&place.question->record, QUESTION_ID),
        .field = place.item ? "comment" : "answer",
        .title = place.item ? _("Comment") : _("Your answer"),
    };
    return true;
}

void comparing_show(struct session *session, const struct subject *from,
                    const struct subject *other, const struct question *question,
                    const struct item *item) {
    struct comparison *comparison = &session->comparison;
    /* The own practice stands on the right, what it may learn from on the left. */
    const bool turned = !from->practice && other->practice;
    comparison->sides[SIDE_LEFT] = subjects_keep(session, turned ? other : from);
    comparison->sides[SIDE_RIGHT] = subjects_keep(session, turned ? from : other);
    comparison->checklist = session_checklist(session,
                                              from->practice && !other->practice ? other : from);
    comparison->differences = false;
    screens_raise(session, SCREEN_COMPARE,
                  from->practice && other->practice        ? PANEL_LEFT
                  : comparison->sides[SIDE_LEFT]->practice ? PANEL_RIGHT
                                                           : PANEL_LEFT);
    scroll_first(session, PANEL_LEFT);
    scroll_first(session, PANEL_RIGHT);
    if (question && question->criterion->checklist == comparison->checklist) {
        const struct compare_place place = {question, item                   ? item
                                                      : question->item_count ? question->items
                                                                             : NULL};
        place_lead(session, &place);
    }
}

void comparing_differences(struct session *session) {
    struct compare_place place = comparing_here(session);
    session->comparison.differences = !session->comparison.differences;
    session->just_set = NULL;
    scroll_first(session, PANEL_LEFT);
    scroll_first(session, PANEL_RIGHT);
    place_lead(session, &place);
}

void comparing_go(struct session *session) {
    const struct compare_place place = comparing_here(session);
    comparing_visit(session, session->comparison.sides[comparing_side(session)], place.question,
                    place.item);
}

void comparing_focus(struct session *session, const struct compare_place *wanted) {
    struct compare_place place = {NULL, NULL};
    size_t nearest = 0;
    for (size_t i = 0; wanted->question && comparing_next(session, &place); i++) {
        const bool before = place.question < wanted->question ||
                            (place.question == wanted->question && place.item &&
                             (!wanted->item || place.item <= wanted->item));
        const bool same = place.question == wanted->question && place.item == wanted->item;
        nearest = before || same ? i : nearest;
    }
    const enum panel panel = comparing_side(session) == SIDE_LEFT ? PANEL_LEFT : PANEL_RIGHT;
    scroll_focus(session, panel, nearest);
    comparing_align(session);
}

void comparing_align(struct session *session) {
    const bool right = comparing_side(session) == SIDE_RIGHT;
    session->panels[right ? PANEL_LEFT : PANEL_RIGHT] =
        session->panels[right ? PANEL_RIGHT : PANEL_LEFT];
}

void comparing_visit(struct session *session, const struct subject *subject,
                     const struct question *question, const struct item *item) {
    if (!session_model(session, subject)) {
        session_say(session, _("This practice cannot be opened."));
        return;
    }
    screens_raise(session, SCREEN_PRACTICE, PANEL_CRITERIA);
    session->panels[PANEL_CRITERIA].focus = 0;
    session->checklist = NULL;
    screens_practice(session, subject);
    if (!question || question->criterion->checklist != session->checklist) {
        return;
    }
    if (item) {
        reviewing_item(session, item);
    } else {
        scroll_focus(session, PANEL_CRITERIA,
                     1 + (size_t)(question - session->checklist->questions));
    }
}

void comparing_again(struct session *session) {
    struct comparison *comparison = &session->comparison;
    comparison->from = subjects_renew(session, comparison->from);
    comparison->model = subjects_renew(session, comparison->model);
    comparison->other_count = 0;
    comparison->folded_order = NULL;
    session->matrix.counted = 0;
    bool gone = false;
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        const bool was = comparison->sides[side] != NULL;
        comparison->sides[side] = subjects_renew(session, comparison->sides[side]);
        gone |= was && !comparison->sides[side];
    }
    for (size_t i = 1; i < session->depth; i++) {
        const bool compares = session->screens[i] == SCREEN_COMPARE && gone;
        const bool chooses = session->screens[i] == SCREEN_OTHER && !comparison->from;
        if (compares || chooses) {
            session->depth = 1;
            screens_end_prompt(session);
            session_say(session, _("This practice is no longer there."));
        }
    }
    if (session_screen(session) == SCREEN_OTHER) {
        others_narrow(session);
    }
}

/* As comparing_focus, with the question at the top: after a leap. */
static void place_lead(struct session *session, const struct compare_place *place) {
    comparing_focus(session, place);
    session->panels[PANEL_LEFT].lead = true;
    session->panels[PANEL_RIGHT].lead = true;
}

/* An item that was marked just now stays in sight, also when it differs no more. */
static bool item_shown(const struct session *session, const struct item *item) {
    if (!session->comparison.differences || item == session->just_set) {
        return true;
    }
    const struct stand left = comparing_stand(session, SIDE_LEFT, item);
    const struct stand right = comparing_stand(session, SIDE_RIGHT, item);
    return stand_differs(&left, &right);
}
