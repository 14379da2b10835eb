#include "vademecum/screens/compare.h"

#include "vademecum/review/progress.h"
#include "vademecum/review/round.h"

static const struct panel panel = {SCREEN_COMPARE, 0};

struct comparison *compare_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

enum side compare_side(const struct desk *desk) {
    return stack_focus_of(desk, panel.screen) == SIDE_RIGHT ? SIDE_RIGHT : SIDE_LEFT;
}

/* The event with which the round on the left ended; NULL on the right, and of two practices. */
static const struct event *side_end(const struct desk *desk, enum side side) {
    const struct comparison *comparison = compare_of(desk);
    return comparison->since && side == SIDE_LEFT
               ? work_round_before(desk, &comparison->sides[side], comparison->checklist)
               : NULL;
}

struct review compare_review(const struct desk *desk, enum side side) {
    const struct event *end = side_end(desk, side);
    const struct review *shown = changes_review(desk);
    return end ? review_at(shown, end) : *shown;
}

const char *compare_said(const struct desk *desk, enum side side, const char *item,
                         const char *field) {
    const struct review review = compare_review(desk, side);
    return round_value(&review, desk->work.reviewer, compare_of(desk)->sides[side].id, item, field);
}

const char *compare_title(const struct desk *desk, enum side side, struct arena *arena) {
    const struct event *end = side_end(desk, side);
    return end ? work_last_title(end, arena)
               : rows_subject(desk, &compare_of(desk)->sides[side]);
}

/* Of one practice at two times what its source says is the same: only what you say counts. */
struct stand compare_stands(const struct desk *desk, enum side side, const struct item *item) {
    const struct comparison *comparison = compare_of(desk);
    const struct subject *subject = &comparison->sides[side];
    const struct practice *practice = comparison->since ? NULL : subject->practice;
    const struct review review = compare_review(desk, side);
    return (struct stand){
        .sourced = practice != NULL,
        .mark = practice ? catalogue_mark(desk->work.catalogue, practice, item) : MARK_ABSENT,
        .verdict = verdict_of(&review, desk->work.reviewer, subject->id, item),
    };
}

bool compare_reviewed(const struct desk *desk, enum side side) {
    const struct checklist *checklist = compare_of(desk)->checklist;
    const struct review review = compare_review(desk, side);
    const struct progress progress = progress_count(&review, desk->work.reviewer,
                                                    compare_of(desk)->sides[side].id,
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
