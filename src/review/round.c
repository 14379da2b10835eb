#include "vademecum/review/round.h"

#include <string.h>

const char *round_label(const char *status) {
    static const char final[] = "final ";
    return strncmp(status, final, sizeof final - 1) == 0 ? status + sizeof final - 1 : NULL;
}

/* Takes in the next event of a status: it closes the round, or opens it again. */
static void status_take(struct round *round, const struct event *event) {
    round->label = round_label(event->value);
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
    const struct review_filter filter = {
        .reviewer = reviewer, .practice = practice, .item = checklist, .all = true};
    size_t event_count;
    const struct event **events = review_list(review, &filter, arena, &event_count);
    struct round *rounds = arena_array(arena, event_count + 1, sizeof *rounds);
    *count = 1;
    for (size_t i = 0; i < event_count; i++) {
        if (strcmp(events[i]->field, REVIEW_ROUND) == 0) {
            start_take(rounds, count, events[i]);
        } else if (strcmp(events[i]->field, "status") == 0) {
            status_take(&rounds[*count - 1], events[i]);
        }
    }
    return rounds;
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

bool round_closed(const struct review *review, const char *reviewer, const char *practice,
                  const char *checklist) {
    return round_label(review_value(review, reviewer, practice, checklist, "status")) != NULL;
}
