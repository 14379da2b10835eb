#include "vademecum/screens/practice.h"

#include <stdint.h>
#include <string.h>

struct practice_screen *practice_of(const struct desk *desk) {
    return desk->states[SCREEN_PRACTICE];
}

struct panel practice_panel(int number) {
    return (struct panel){SCREEN_PRACTICE, number};
}

size_t practice_focus(const struct desk *desk, int number) {
    return window_of(desk, practice_panel(number))->focus;
}

const struct question *practice_question(const struct desk *desk) {
    const struct checklist *checklist = practice_of(desk)->checklist;
    const size_t focus = practice_focus(desk, PRACTICE_CRITERIA);
    return focus > 0 && checklist && focus <= checklist->question_count
               ? &checklist->questions[focus - 1]
               : NULL;
}

/* With answered items hidden, the one answered last stays in sight all the same. */
static bool item_shown(const struct desk *desk, const struct item *item) {
    const struct practice_screen *screen = practice_of(desk);
    return !screen->hide_answered || item == screen->just_set ||
           work_verdict(desk, &screen->subject, item) == VERDICT_NONE;
}

size_t practice_items_of(const struct desk *desk, const struct question *question) {
    size_t count = 0;
    for (size_t i = 0; question && i < question->item_count; i++) {
        count += item_shown(desk, &question->items[i]);
    }
    return count;
}

size_t practice_items(const struct desk *desk) {
    return practice_items_of(desk, practice_question(desk));
}

const struct item *practice_item_at(const struct desk *desk, size_t entry) {
    const struct question *question = practice_question(desk);
    size_t left = entry;
    for (size_t i = 0; question && i < question->item_count; i++) {
        if (item_shown(desk, &question->items[i]) && left-- == 0) {
            return &question->items[i];
        }
    }
    return NULL;
}

const struct item *practice_item(const struct desk *desk) {
    return practice_item_at(desk, practice_focus(desk, PRACTICE_CHECKLIST));
}

bool practice_on_item(const struct desk *desk) {
    const int panel = stack_focus_of(desk, SCREEN_PRACTICE);
    return panel >= PRACTICE_CHECKLIST && panel < PRACTICE_TOOLS && practice_item(desk);
}

/* The entry of Checklist that the item is, or -1. */
static long entry_of(const struct desk *desk, const struct item *item) {
    const size_t count = practice_items(desk);
    for (size_t i = 0; i < count; i++) {
        if (practice_item_at(desk, i) == item) {
            return (long)i;
        }
    }
    return -1;
}

void practice_go_question(struct desk *desk, const struct question *question) {
    const struct checklist *checklist = practice_of(desk)->checklist;
    window_focus(desk, practice_panel(PRACTICE_CRITERIA),
                 (size_t)(question - checklist->questions) + 1);
}

void practice_go_item(struct desk *desk, const struct item *item) {
    practice_go_question(desk, item->question);
    practice_of(desk)->just_set = NULL;
    stack_focus_in(desk, SCREEN_PRACTICE, PRACTICE_CHECKLIST);
    const long entry = entry_of(desk, item);
    if (entry >= 0) {
        window_focus(desk, practice_panel(PRACTICE_CHECKLIST), (size_t)entry);
    }
}

bool practice_stay(struct desk *desk, const struct item *item) {
    const long entry = entry_of(desk, item);
    if (entry >= 0) {
        window_stay(desk, practice_panel(PRACTICE_CHECKLIST), (size_t)entry);
    }
    return entry >= 0;
}

void practice_show(struct desk *desk, const struct subject *subject) {
    struct practice_screen *screen = practice_of(desk);
    const struct checklist *before = screen->checklist;
    const long place = listing_place(desk, subject->id);
    const struct subject shown = *subject;
    if (place >= 0) {
        listing_focus(desk, (size_t)place);
    }
    if (!screen->subject.id || strcmp(screen->subject.id, shown.id) != 0) {
        screen->hit = SIZE_MAX;
    }
    screen->subject = shown;
    screen->model = work_model(desk, &screen->subject);
    screen->checklist = work_checklist(desk, &screen->subject);
    screen->just_set = NULL;
    const bool same = screen->checklist == before;
    const size_t item = practice_focus(desk, PRACTICE_CHECKLIST);
    const size_t question = same ? practice_focus(desk, PRACTICE_CRITERIA) : 0;
    window_focus(desk, practice_panel(PRACTICE_CRITERIA), question);
    if (!same) {
        stack_focus_in(desk, SCREEN_PRACTICE, PRACTICE_CRITERIA);
    } else if (question > 0) {
        window_focus(desk, practice_panel(PRACTICE_CHECKLIST), item);
    }
}

bool practice_own_place(const struct question *question) {
    return question->item_count > 0 && *record_cell(&question->items[0].record, ITEM_SHOWS) != '\0';
}
