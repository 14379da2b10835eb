#include "vademecum/review/review_parts.h"

#include <stdlib.h>
#include <string.h>

/* The latest event of a slot that is none of those after `last`. */
static const struct event *slot_then(const struct review_slot *slot, const struct event *last) {
    const struct event *latest = NULL;
    for (const struct review_record *record = slot->newest; record;
         record = record->before[slot->chain]) {
        if (!record->beaten && event_order(&record->event, last) <= 0 &&
            (!latest || event_order(&record->event, latest) > 0)) {
            latest = &record->event;
        }
    }
    return latest;
}

/* The event of a slot that stands, whatever round it is of. */
static const struct event *slot_any(const struct review *review, const struct review_slot *slot) {
    if (review->until) {
        return slot_then(slot, review->until);
    }
    return slot->pending ? slot->pending : slot->latest;
}

/* The latest event of a slot before another one of it. */
static const struct event *slot_before(const struct review_slot *slot, const struct event *event) {
    const struct event *latest = NULL;
    for (const struct review_record *record = slot->newest; record;
         record = record->before[slot->chain]) {
        if (!record->beaten && (event == slot->pending || event_order(&record->event, event) < 0) &&
            (!latest || event_order(&record->event, latest) > 0)) {
            latest = &record->event;
        }
    }
    return latest;
}

const struct event *review_round(const struct review *review, const char *reviewer,
                                 const char *practice, const char *checklist) {
    const struct review_key key = {reviewer, practice, checklist, REVIEW_ROUND};
    const struct review_slot *slot = review_slot(review, &key);
    const struct event *event = slot ? slot_any(review, slot) : NULL;
    int taken_back = 0;
    for (; event; event = slot_before(slot, event)) {
        if (!event->value[0]) {
            taken_back++;
        } else if (taken_back-- == 0) {
            return event;
        }
    }
    return NULL;
}

/* The checklist whose rounds part what is said in a field, NULL when none do. */
static const char *round_checklist(const struct review *review, const struct review_key *key) {
    static const char *const fields[] = {"verdict", "comment", "evidence"};
    if (strcmp(key->field, "status") == 0) {
        return key->item;
    }
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (strcmp(key->field, fields[i]) == 0) {
            const struct item *item = catalogue_item(review->catalogue, key->item);
            return item ? record_cell(&item->question->criterion->checklist->record, CHECKLIST_ID)
                        : NULL;
        }
    }
    return NULL;
}

/* Whether an event was said before the round of its field began. */
static bool round_is_over(const struct review *review, const struct review_slot *slot,
                          const struct event *event) {
    if (review->round_events == 0 || !review->catalogue || event == slot->pending ||
        slot->chain != CHAIN_REVIEWER) {
        return false;
    }
    const struct review_key *key = &slot->key;
    const char *checklist = round_checklist(review, key);
    const struct event *start = checklist
                                    ? review_round(review, key->reviewer, key->practice, checklist)
                                    : NULL;
    /* One that is not written yet is later than all that are. */
    return start && (start->counter == 0 || event_order(event, start) < 0);
}

static const struct event *slot_stands(const struct review *review,
                                       const struct review_slot *slot) {
    const struct event *event = slot_any(review, slot);
    return event && round_is_over(review, slot, event) ? NULL : event;
}

struct review review_at(const struct review *review, const struct event *last) {
    struct review then = *review;
    then.until = last;
    return then;
}

const struct event *review_find_before(const struct review *review, const struct event *event) {
    const struct review_key key = {event->reviewer, event->practice, event->item, event->field};
    const struct review_slot *slot = review_slot(review, &key);
    return slot ? slot_then(slot, event) : NULL;
}

const struct event *review_find(const struct review *review, const char *reviewer,
                                const char *practice, const char *item, const char *field) {
    const struct review_key key = {reviewer, practice, item, field};
    const struct review_slot *slot = review_slot(review, &key);
    return slot ? slot_stands(review, slot) : NULL;
}

const char *review_value(const struct review *review, const char *reviewer, const char *practice,
                         const char *item, const char *field) {
    const struct event *event = review_find(review, reviewer, practice, item, field);
    return event ? event->value : "";
}

static bool text_wanted(const char *wanted, const char *text) {
    return !wanted || strcmp(wanted, text) == 0;
}

static bool field_wanted(const char *wanted, const char *field) {
    const size_t length = wanted ? strlen(wanted) : 0;
    if (length > 0 && wanted[length - 1] == '.') {
        return strncmp(wanted, field, length) == 0;
    }
    return text_wanted(wanted, field);
}

static bool filter_passes(const struct review *review, const struct review_filter *filter,
                          const struct event *event) {
    const bool after = review->until && event_order(event, review->until) > 0;
    return !after && text_wanted(filter->reviewer, event->reviewer) &&
           text_wanted(filter->practice, event->practice) &&
           text_wanted(filter->item, event->item) && field_wanted(filter->field, event->field);
}

static int by_id(const void *one, const void *other) {
    const struct event *const *left = one;
    const struct event *const *right = other;
    return event_order(*left, *right);
}

static int by_key(const void *one, const void *other) {
    const struct event *left = *(const struct event *const *)one;
    const struct event *right = *(const struct event *const *)other;
    const char *const pairs[][2] = {
        {left->reviewer, right->reviewer},
        {left->practice, right->practice},
        {left->item, right->item},
        {left->field, right->field},
    };
    int order = 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs && order == 0; i++) {
        order = strcmp(pairs[i][0], pairs[i][1]);
    }
    return order;
}

const struct event **review_list(const struct review *review, const struct review_filter *filter,
                                 struct arena *arena, size_t *count) {
    const size_t most = filter->all ? review->ids.count : review->keys.count;
    const struct event **events = arena_array(arena, most + 1, sizeof *events);
    *count = 0;
    if (filter->all) {
        for (size_t i = 0; i < review->ids.count; i++) {
            const struct review_record *record = review->events[i];
            if (filter_passes(review, filter, &record->event)) {
                events[(*count)++] = &record->event;
            }
        }
    } else {
        for (size_t i = 0; i < review->keys.count; i++) {
            const struct review_slot *slot = review->slots[i];
            const struct event *stands = slot_stands(review, slot);
            if (stands && slot->chain == CHAIN_REVIEWER && filter_passes(review, filter, stands)) {
                events[(*count)++] = stands;
            }
        }
    }
    qsort(events, *count, sizeof *events, filter->all ? by_id : by_key);
    return events;
}

const struct event *review_last(const struct review *review, const char *reviewer) {
    const struct review_filter filter = {.reviewer = reviewer};
    const struct event *last = NULL;
    for (size_t i = 0; i < review->ids.count; i++) {
        const struct review_record *record = review->events[i];
        if (record->event.practice[0] && filter_passes(review, &filter, &record->event) &&
            (!last || event_order(&record->event, last) > 0)) {
            last = &record->event;
        }
    }
    return last;
}

static int by_text(const void *one, const void *other) {
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* Sorts the texts and leaves each only once; returns how many there are then. */
static size_t texts_sort(const char **texts, size_t count) {
    qsort(texts, count, sizeof *texts, by_text);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || strcmp(texts[kept - 1], texts[i]) != 0) {
            texts[kept++] = texts[i];
        }
    }
    return kept;
}

const char **review_own(const struct review *review, struct arena *arena, size_t *count) {
    const char **own = arena_array(arena, review->keys.count + 1, sizeof *own);
    *count = 0;
    for (size_t i = 0; i < review->keys.count; i++) {
        const struct review_slot *slot = review->slots[i];
        const struct event *stands = slot_stands(review, slot);
        if (stands && slot->chain == CHAIN_SHARED && slot->key.practice[0] && stands->value[0]) {
            own[(*count)++] = slot->key.practice;
        }
    }
    *count = texts_sort(own, *count);
    return own;
}

const char *review_fact(const struct review *review, const char *practice, const char *field) {
    return review_shared(review, practice, "", field);
}

/* The earliest event of a slot, else the one that waits. */
static const struct event *slot_first(const struct review *review, const struct review_slot *slot) {
    const struct event *first = NULL;
    for (const struct review_record *record = slot->newest; record;
         record = record->before[slot->chain]) {
        const struct event *event = &record->event;
        const bool counts = !record->beaten && event->value[0] &&
                            (!review->until || event_order(event, review->until) <= 0);
        if (counts && (!first || event_order(event, first) < 0)) {
            first = event;
        }
    }
    return first || review->until ? first : slot->pending;
}

const char *review_author(const struct review *review, const char *practice) {
    const struct review_key key = {"", practice, "", "own.title"};
    const struct review_slot *slot = review_slot(review, &key);
    const struct event *first = slot ? slot_first(review, slot) : NULL;
    return first ? first->reviewer : "";
}

const char *review_shared(const struct review *review, const char *practice, const char *item,
                          const char *field) {
    return review_value(review, "", practice, item, field);
}

const char **review_reviewers(const struct review *review, struct arena *arena, size_t *count) {
    const char **reviewers = arena_array(arena, review->keys.count + 1, sizeof *reviewers);
    *count = 0;
    for (size_t i = 0; i < review->keys.count; i++) {
        const struct review_slot *slot = review->slots[i];
        if (slot->chain == CHAIN_REVIEWER && slot_any(review, slot)) {
            reviewers[(*count)++] = slot->key.reviewer;
        }
    }
    *count = texts_sort(reviewers, *count);
    return reviewers;
}
