#include "vademecum/screens/compare.h"

#include "vademecum/review/progress.h"

static const struct panel panel = {SCREEN_COMPARE, 0};

struct comparison *compare_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

enum side compare_side(const struct desk *desk) {
    return stack_focus_of(desk, panel.screen) == SIDE_RIGHT ? SIDE_RIGHT : SIDE_LEFT;
}

struct stand compare_stands(const struct desk *desk, enum side side, const struct item *item) {
    const struct subject *subject = &compare_of(desk)->sides[side];
    const struct practice *practice = subject->practice;
    return (struct stand){
        .sourced = practice != NULL,
        .mark = practice ? catalogue_mark(desk->work.catalogue, practice, item) : MARK_ABSENT,
        .verdict = work_verdict(desk, subject, item),
    };
}

bool compare_reviewed(const struct desk *desk, enum side side) {
    const struct checklist *checklist = compare_of(desk)->checklist;
    const struct progress progress = work_progress(desk, &compare_of(desk)->sides[side],
                                                   checklist->items, checklist->item_count);
    return progress_answered(&progress) > 0;
}

/* An item that was marked just now stays in sight, also when it differs no more. */
static bool item_shown(const struct desk *desk, const struct item *item) {
    const enum compare_shown shown = compare_of(desk)->shown;
    if (shown == COMPARE_ALL || item == compare_of(desk)->just_set) {
        return true;
    }
    const struct stand left = compare_stands(desk, SIDE_LEFT, item);
    const struct stand right = compare_stands(desk, SIDE_RIGHT, item);
    return shown == COMPARE_LEFT_AHEAD ? compare_stands_ahead(&left, &right)
                                       : compare_stands_ahead(&right, &left);
}

bool compare_next(const struct desk *desk, struct compare_place *place) {
    const struct checklist *checklist = compare_of(desk)->checklist;
    const bool all = compare_of(desk)->shown == COMPARE_ALL;
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
            if (item_shown(desk, &question->items[next])) {
                *place = (struct compare_place){question, &question->items[next]};
                return true;
            }
        }
        if (all) {
            *place = (struct compare_place){question, NULL};
            return true;
        }
    }
    return false;
}

struct compare_place compare_here(const struct desk *desk) {
    const size_t focus =
        window_of(desk, (struct panel){panel.screen, (int)compare_side(desk)})->focus;
    struct compare_place place = {NULL, NULL};
    for (size_t i = 0; i <= focus; i++) {
        if (!compare_next(desk, &place)) {
            return (struct compare_place){NULL, NULL};
        }
    }
    return place;
}
