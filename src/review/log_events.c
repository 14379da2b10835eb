/* Keeps the events of this session: which are saved, which wait, and their numbers. */
#include "vademecum/review/held.h"
#include "vademecum/review/log_parts.h"

#include <string.h>

enum log_state log_state(const struct log *log) {
    enum log_state state = LOG_SAVED;
    for (size_t i = 0; i < log->count; i++) {
        const struct log_event *ours = &log->events[i];
        if (!ours->saved && !ours->rescued) {
            return LOG_UNSAVED;
        }
        state = ours->saved || ours->earlier ? state : LOG_RESCUED;
    }
    return state;
}

size_t log_unsaved(const struct log *log) {
    size_t unsaved = 0;
    for (size_t i = 0; i < log->count; i++) {
        unsaved += !log->events[i].saved && !log->events[i].earlier;
    }
    return unsaved;
}

size_t log_waiting(const struct log *log) {
    size_t waiting = 0;
    for (size_t i = 0; i < log->count; i++) {
        waiting += !log->events[i].saved && log->events[i].earlier;
    }
    return waiting;
}

const struct event *log_first(const struct log *log) {
    for (size_t i = 0; i < log->count; i++) {
        if (!log->events[i].earlier) {
            return &log->events[i].event;
        }
    }
    return NULL;
}

static const char *text_keep(struct log *log, const char *text) {
    return arena_copy(&log->kept, text, strlen(text));
}

/* It gets its number when it is written. */
static struct event pending_event(const struct log *log, const struct statement *words) {
    return (struct event){
        .time = "",
        .reviewer = log->setup.reviewer,
        .practice = words->practice,
        .item = words->item,
        .field = words->field,
        .value = words->value,
    };
}

static void pending_lay(const struct log *log, struct review *review,
                        const struct statement *words) {
    char stamp[CLOCK_STAMP_SIZE];
    struct event event = pending_event(log, words);
    clock_stamp(clock_now(&log->setup.clock), stamp);
    event.time = stamp;
    review_pend(review, &event);
}

void log_pend(struct log *log, const struct statement *words) {
    log->pending = arena_grow(&log->kept, log->pending, log->pending_count, &log->pending_room,
                              sizeof *log->pending);
    log->pending[log->pending_count] = (struct statement){
        .practice = text_keep(log, words->practice),
        .item = text_keep(log, words->item),
        .field = text_keep(log, words->field),
        .value = text_keep(log, words->value),
    };
    pending_lay(log, &log->reading.review, &log->pending[log->pending_count++]);
}

const struct statement *log_pending(const struct log *log, size_t *count) {
    *count = log->pending_count;
    return log->pending;
}

void log_pend_all(struct log *log, const struct log *from) {
    for (size_t i = 0; i < from->pending_count; i++) {
        log_pend(log, &from->pending[i]);
    }
}

void log_pend_again(const struct log *log, struct review *review) {
    for (size_t i = 0; i < log->pending_count; i++) {
        pending_lay(log, review, &log->pending[i]);
    }
}

bool log_pend_take(struct log *log, struct statement *words) {
    if (log->pending_count == 0) {
        return false;
    }
    *words = log->pending[0];
    log->pending_count--;
    memmove(log->pending, log->pending + 1, log->pending_count * sizeof *log->pending);
    const struct event event = pending_event(log, words);
    review_unpend(&log->reading.review, &event);
    return true;
}

struct log_event *log_add(struct log *log, const struct event *event) {
    log->events = arena_grow(&log->kept, log->events, log->count, &log->room, sizeof *log->events);
    struct log_event *ours = &log->events[log->count++];
    *ours = (struct log_event){.event = *event};
    ours->event.time = text_keep(log, event->time);
    ours->event.reviewer = text_keep(log, event->reviewer);
    ours->event.practice = text_keep(log, event->practice);
    ours->event.item = text_keep(log, event->item);
    ours->event.field = text_keep(log, event->field);
    ours->event.value = text_keep(log, event->value);
    return ours;
}

/* Makes the event the latest. Where the counter cannot grow, a later run comes after. */
static void event_number(struct event *event, const struct review *review, int64_t now) {
    const uint64_t seconds = now > 0 ? (uint64_t)now : 0;
    event->counter = EVENT_COUNTER_LATEST;
    if (seconds > review->highest && seconds <= EVENT_COUNTER_LATEST) {
        event->counter = seconds;
    } else if (review->highest < EVENT_COUNTER_LATEST) {
        event->counter = review->highest + 1;
    } else if (!event_run_after(review->highest_run, event->run)) {
        /* Behind the last run of the highest counter nothing can be: any place is taken then. */
        while (review_knows(review, event)) {
            event_run_after(event->run, event->run);
        }
    }
}

void log_number(struct log *log, struct log_event *ours) {
    if (ours->numbered) {
        return;
    }
    const struct review *review = &log->reading.review;
    event_number(&ours->event, review, clock_now(&log->setup.clock));
    if (strcmp(ours->event.field, HELD_FIELD) == 0) {
        ours->event.value = text_keep(
            log, held_list(review, ours->event.reviewer, ours->event.practice, &log->scratch));
    }
    size_t length;
    event_format(&log->scratch, &ours->event, &length); /* for its check */
    review_apply(&log->reading.review, &ours->event);
    ours->numbered = true;
}
