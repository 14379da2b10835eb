#include "vademecum/review/story.h"

#include "vademecum/review/field.h"
#include "vademecum/review/held.h"
#include "vademecum/review/round.h"

#include <string.h>

/* Whether the event before this one began the round that its mark is the first of. */
static bool round_began(const struct review *review, const struct event *event,
                        const struct event *before) {
    const struct item *item = review->catalogue ? catalogue_item(review->catalogue, event->item)
                                                : NULL;
    if (!item || strcmp(event->field, "verdict") != 0 || strcmp(before->field, REVIEW_ROUND) != 0) {
        return false;
    }
    const struct checklist *checklist = item->question->criterion->checklist;
    return before->value[0] && strcmp(before->run, event->run) == 0 &&
           strcmp(before->reviewer, event->reviewer) == 0 &&
           strcmp(before->item, record_cell(&checklist->record, CHECKLIST_ID)) == 0;
}

/* The event at a place of all that is about its practice, in their order. */
static struct story_step step_at(const struct review *review, const struct event *const *events,
                           size_t place) {
    const struct event *event = events[place];
    const bool began = place > 0 && round_began(review, event, events[place - 1]);
    const size_t until = place - began;
    struct story_step step = {
        .event = event,
        .before = "",
        .begin = began ? events[place - 1] : NULL,
        .stands = review_find(review, event->reviewer, event->practice, event->item,
                              event->field) == event,
    };
    if (until > 0) {
        const struct review then = review_at(review, events[until - 1]);
        step.before = round_value(&then, event->reviewer, event->practice, event->item,
                                  event->field);
    }
    return step;
}

static const struct event **practice_events(const struct review *review, const char *practice,
                                            struct arena *arena, size_t *count) {
    const struct review_filter filter = {.practice = practice, .all = true};
    return review_list(review, &filter, arena, count);
}

/* Whether it is told in the story of an item. */
static bool field_told(const char *field) {
    static const char *const fields[] = {"verdict", "comment", "evidence"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (strcmp(fields[i], field) == 0) {
            return true;
        }
    }
    return field_plan(field);
}

const struct story_step *story_of_item(const struct review *review, const char *practice,
                                 const char *item, struct arena *arena, size_t *count) {
    size_t event_count;
    const struct event **events = practice_events(review, practice, arena, &event_count);
    struct story_step *steps = arena_array(arena, event_count + 1, sizeof *steps);
    *count = 0;
    for (size_t i = event_count; i-- > 0;) {
        if (strcmp(events[i]->item, item) == 0 && field_told(events[i]->field)) {
            steps[*count] = step_at(review, events, i);
            steps[(*count)++].final = round_missed(review, events[i], arena);
        }
    }
    return steps;
}

/* The step that an event is. */
static struct story_step step_of(const struct review *review, const struct event *event,
                           struct arena *arena) {
    size_t count;
    const struct event **events = practice_events(review, event->practice, arena, &count);
    size_t place = count;
    while (place > 0 && events[place - 1] != event) {
        place--;
    }
    return step_at(review, events, place - 1);
}

bool story_last(const struct review *review, const char *reviewer, const struct event *bound,
                struct arena *arena, struct story_step *step) {
    const struct review_filter filter = {.reviewer = reviewer, .all = true};
    size_t count;
    const struct event **events = review_list(review, &filter, arena, &count);
    for (size_t i = count; i-- > 0;) {
        const struct event *event = events[i];
        const bool passed = !event->practice[0] || strcmp(event->field, REVIEW_ROUND) == 0 ||
                            strcmp(event->field, HELD_FIELD) == 0 ||
                            (bound && event_order(event, bound) >= 0);
        if (passed) {
            continue;
        }
        *step = step_of(review, event, arena);
        if (strcmp(step->before, event->value) != 0 || step->begin) {
            return true;
        }
    }
    return false;
}
