#include "vademecum/review/round.h"

#include "vademecum/base/count.h"
#include "vademecum/review/field.h"
#include "vademecum/review/held.h"

#include <stdlib.h>
#include <string.h>

/* What is said anew of an item in each round. */
static const char *const round_fields[] = {"verdict", "comment", "evidence"};

/* Takes in the next event of a status: it closes the round, or opens it again. */
static void status_take(struct round *round, const struct event *event) {
    round->label = field_final(event->value);
    round->final = round->label ? event : NULL;
}

/* Takes in the next event that begins a round; an empty one takes the latest beginning back. */
static void start_take(struct round *rounds, size_t *count, const struct event *event) {
    if (event->value[0]) {
        rounds[(*count)++] = (struct round){.start = event};
    } else if (*count > 1) {
        --*count;
    }
}

const struct round *round_list(const struct review *review, const char *reviewer,
                               const char *practice, const char *checklist, struct arena *arena,
                               size_t *count) {
    const struct review_filter filter = {.reviewer = reviewer, .practice = practice, .all = true};
    size_t event_count;
    const struct event **events = review_list(review, &filter, arena, &event_count);
    struct round *rounds = arena_array(arena, event_count + 1, sizeof *rounds);
    *count = 1;
    for (size_t i = 0; i < event_count; i++) {
        const char *item = events[i]->item;
        if (item[0] && strcmp(item, checklist) != 0) {
            continue;
        }
        if (strcmp(events[i]->field, REVIEW_ROUND) == 0) {
            start_take(rounds, count, events[i]);
        } else if (strcmp(events[i]->field, "status") == 0) {
            status_take(&rounds[*count - 1], events[i]);
        }
    }
    return rounds;
}

/* Whether `one` was said later; what is not written yet is later than all that is. */
static bool later(const struct event *one, const struct event *other) {
    return one->counter == 0 || (other->counter > 0 && event_order(one, other) > 0);
}

const struct event *round_before(const struct review *review, const char *reviewer,
                                 const char *practice, const char *checklist) {
    const struct event *start = review_round(review, reviewer, practice, checklist);
    if (!start) {
        return NULL;
    }
    struct event status = *start;
    status.field = "status";
    /* What is not written yet is later than all that is. */
    status.counter = start->counter > 0 ? start->counter : EVENT_COUNTER_MAX;
    const struct event *final = review_find_before(review, &status);
    status.item = "";
    const struct event *whole = review_find_before(review, &status);
    final = whole && (!final || later(whole, final)) ? whole : final;
    return final ? final : start;
}

const char *round_last(const struct review *review, const struct event *before,
                       const struct item *item, const char *field) {
    if (!before) {
        return "";
    }
    const struct review then = review_at(review, before);
    return review_value(&then, before->reviewer, before->practice,
                        record_cell(&item->record, ITEM_ID), field);
}

/* Whether anything is marked by the checklist, as the review was then. */
static bool marked_then(const struct review *then, const char *reviewer, const char *practice,
                        const struct checklist *checklist) {
    for (size_t i = 0; i < checklist->item_count; i++) {
        const char *id = record_cell(&checklist->items[i].record, ITEM_ID);
        if (review_value(then, reviewer, practice, id, "verdict")[0]) {
            return true;
        }
    }
    return false;
}

/* Whether what was said of the practice as a whole was meant for the checklist. */
static bool whole_means(const struct review *review, const struct event *whole,
                        const struct checklist *checklist) {
    const struct review then = review_at(review, whole);
    const char *id = record_cell(&checklist->record, CHECKLIST_ID);
    const char *chosen = review_value(&then, whole->reviewer, whole->practice, "", "checklist");
    const size_t length = strcspn(chosen, "@");
    return chosen[0] ? strlen(id) == length && strncmp(chosen, id, length) == 0
                     : marked_then(&then, whole->reviewer, whole->practice, checklist);
}

const struct event *round_status(const struct review *review, const char *reviewer,
                                 const char *practice, const struct checklist *checklist) {
    const char *id = record_cell(&checklist->record, CHECKLIST_ID);
    const struct event *own = review_find(review, reviewer, practice, id, "status");
    const struct event *whole = review_find(review, reviewer, practice, "", "status");
    const struct event *start = review_round(review, reviewer, practice, id);
    const bool over = whole && ((own && later(own, whole)) || (start && later(start, whole)));
    return whole && !over && whole_means(review, whole, checklist) ? whole : own;
}

/* Whether it says something by the checklist, or is the note on the practice. */
static bool answer_is(const struct review *review, const char *checklist,
                      const struct event *event) {
    const struct item *item = catalogue_item(review->catalogue, event->item);
    const struct question *question = item ? item->question
                                           : catalogue_question(review->catalogue, event->item);
    return question ? strcmp(record_cell(&question->criterion->checklist->record, CHECKLIST_ID),
                             checklist) == 0
                    : strcmp(event->field, "note") == 0;
}

/* In the place of an earlier one of its field, else behind the others. */
static void late_take(const struct event **late, size_t *count, const struct event *event) {
    size_t place = 0;
    while (place < *count && (strcmp(late[place]->item, event->item) != 0 ||
                              strcmp(late[place]->field, event->field) != 0)) {
        place++;
    }
    late[place] = event;
    *count += place == *count;
}

const struct event *const *round_late(const struct review *review, const struct event *final,
                                      struct arena *arena, size_t *count) {
    const bool closed = strcmp(final->field, "status") == 0 && field_final(final->value);
    const struct event *held = closed ? held_find(review, final) : NULL;
    *count = 0;
    if (!held || !review->catalogue) {
        return NULL;
    }
    const struct review then = review_at(review, final);
    const struct event *before = round_before(&then, final->reviewer, final->practice, final->item);
    const struct review_filter filter = {
        .reviewer = final->reviewer, .practice = final->practice, .all = true};
    size_t event_count;
    const struct event **events = review_list(&then, &filter, arena, &event_count);
    const struct event **late = arena_array(arena, event_count + 1, sizeof *late);
    for (size_t i = 0; i < event_count; i++) {
        if ((!before || event_order(events[i], before) > 0) && !held_has(held, events[i]) &&
            answer_is(review, final->item, events[i])) {
            late_take(late, count, events[i]);
        }
    }
    return late;
}

const struct event *round_missed(const struct review *review, const struct event *event,
                                 struct arena *arena) {
    const struct item *item = review->catalogue ? catalogue_item(review->catalogue, event->item)
                                                : NULL;
    const char *checklist = item ? record_cell(&catalogue_checklist_of(item)->record, CHECKLIST_ID)
                                 : "";
    if (!item || !review_find(review, event->reviewer, event->practice, checklist, HELD_FIELD)) {
        return NULL;
    }
    size_t count;
    const struct round *rounds = round_list(review, event->reviewer, event->practice, checklist,
                                            arena, &count);
    for (size_t i = 0; i < count; i++) {
        const struct event *final = rounds[i].final;
        if (final && event_order(event, final) < 0) {
            const struct event *held = held_find(review, final);
            return held && !held_has(held, event) ? final : NULL;
        }
    }
    return NULL;
}

bool round_closed(const struct review *review, const char *reviewer, const char *practice,
                  const struct checklist *checklist) {
    const struct event *status = round_status(review, reviewer, practice, checklist);
    return status && field_final(status->value);
}

const char *round_value(const struct review *review, const char *reviewer, const char *practice,
                        const char *item, const char *field) {
    if (strcmp(field, REVIEW_ROUND) == 0) {
        const struct event *start = review_round(review, reviewer, practice, item);
        return start ? start->value : "";
    }
    if (strcmp(field, "status") == 0 && review->catalogue) {
        const struct checklist *checklist = catalogue_checklist_chosen(review->catalogue, item);
        const struct event *says = checklist ? round_status(review, reviewer, practice, checklist)
                                             : NULL;
        return says ? says->value : "";
    }
    return field_fact(field) ? review_fact(review, practice, field)
                             : review_value(review, reviewer, practice, item, field);
}

/* Says a field again that is empty now, and was not when `then` was. */
static void field_refill(struct log *log, const struct review *then, const char *reviewer,
                         const struct statement *words) {
    const char *was = round_value(then, reviewer, words->practice, words->item, words->field);
    const char *is = round_value(log_review(log), reviewer, words->practice, words->item,
                                 words->field);
    if (was[0] && !is[0]) {
        log_pend(log, &(struct statement){words->practice, words->item, words->field, was});
    }
}

void round_refill(struct log *log, const struct event *start) {
    const struct review *review = log_review(log);
    const struct checklist *checklist = catalogue_checklist_chosen(review->catalogue, start->item);
    struct event edge = *start;
    /* Before all of the same second, and what is not written yet behind all that is. */
    edge.run[0] = '\0';
    edge.counter = start->counter > 0 ? start->counter : EVENT_COUNTER_MAX;
    const struct review then = review_at(review, &edge);
    for (size_t i = 0; checklist && i < checklist->item_count; i++) {
        const char *item = record_cell(&checklist->items[i].record, ITEM_ID);
        for (size_t f = 0; f < COUNT(round_fields); f++) {
            field_refill(log, &then, start->reviewer,
                         &(struct statement){start->practice, item, round_fields[f], ""});
        }
    }
    field_refill(log, &then, start->reviewer,
                 &(struct statement){start->practice, start->item, "status", ""});
}

/* The number of the round after the one that goes on. */
static int number_next(const struct review *review, const char *reviewer, const char *practice,
                       const char *checklist) {
    const struct event *start = review_round(review, reviewer, practice, checklist);
    return start ? (int)strtol(start->value, NULL, 10) + 1 : 2;
}

/* Whether one that is written was said after another that is. */
static bool said_since(const struct event *event, const struct event *final) {
    return event->counter > 0 && final->counter > 0 && event_order(event, final) > 0;
}

/* What another device said of an item after `final`, where it gave a mark; but not `words`. */
static void item_carry(const struct review *review, const struct event *final, const char *item,
                       const struct statement *words, struct statement *carried, size_t *count) {
    for (size_t i = 0; i < COUNT(round_fields); i++) {
        const struct event *event = review_find(review, final->reviewer, final->practice, item,
                                                round_fields[i]);
        if (i == 0 && !(event && said_since(event, final))) {
            return;
        }
        const bool same = strcmp(item, words->item) == 0 &&
                          strcmp(round_fields[i], words->field) == 0;
        if (event && event->value[0] && said_since(event, final) && !same) {
            carried[(*count)++] = (struct statement){event->practice, item, event->field,
                                                     event->value};
        }
    }
}

const struct statement *round_begins(const struct review *review, const char *reviewer,
                                     const struct statement *words, struct arena *arena,
                                     size_t *count) {
    const bool mark = strcmp(words->field, "verdict") == 0 && words->value[0] && review->catalogue;
    const struct item *item = mark ? catalogue_item(review->catalogue, words->item) : NULL;
    const struct checklist *checklist = item ? catalogue_checklist_of(item) : NULL;
    *count = 0;
    if (!checklist || !round_closed(review, reviewer, words->practice, checklist)) {
        return NULL;
    }
    const char *id = record_cell(&checklist->record, CHECKLIST_ID);
    const struct event *final = round_status(review, reviewer, words->practice, checklist);
    struct statement *begin = arena_array(arena, 1 + checklist->item_count * COUNT(round_fields),
                                          sizeof *begin);
    begin[(*count)++] = (struct statement){
        .practice = words->practice,
        .item = id,
        .field = REVIEW_ROUND,
        .value = arena_printf(arena, "%d", number_next(review, reviewer, words->practice, id)),
    };
    /* Where nobody told what was held, the reviewer may have changed the closed round itself. */
    for (size_t i = 0; i < checklist->item_count && held_find(review, final); i++) {
        item_carry(review, final, record_cell(&checklist->items[i].record, ITEM_ID), words, begin,
                   count);
    }
    return begin;
}
