#include "vademecum/review/held.h"

#include <stdlib.h>
#include <string.h>

static int by_run(const void *one, const void *other) {
    const struct event *left = *(const struct event *const *)one;
    const struct event *right = *(const struct event *const *)other;
    const int order = strcmp(left->run, right->run);
    return order ? order : event_order(left, right);
}

const char *held_list(const struct review *review, const char *reviewer, const char *practice,
                      struct arena *arena) {
    const struct review_filter filter = {.reviewer = reviewer, .practice = practice, .all = true};
    size_t count;
    const struct event **events = review_list(review, &filter, arena, &count);
    char *list = arena_alloc(arena, count * EVENT_ID_SIZE + 1);
    size_t length = 0;
    if (count == 0) {
        return "none";
    }
    qsort(events, count, sizeof *events, by_run);
    for (size_t i = 0; i < count; i++) {
        if (i + 1 == count || strcmp(events[i]->run, events[i + 1]->run) != 0) {
            char id[EVENT_ID_SIZE];
            event_id(events[i], id);
            list[length] = ' ';
            length += length > 0;
            memcpy(list + length, id, strlen(id));
            length += strlen(id);
        }
    }
    list[length] = '\0';
    return length <= EVENT_VALUE_MAX ? list : "";
}

const struct event *held_find(const struct review *review, const struct event *final) {
    struct event wanted = *final;
    wanted.field = HELD_FIELD;
    const struct event *held = review_find_before(review, &wanted);
    return held && held->value[0] && strcmp(held->run, final->run) == 0 ? held : NULL;
}

bool held_has(const struct event *held, const struct event *event) {
    if (strcmp(held->run, event->run) == 0) {
        return true;
    }
    for (const char *id = held->value; *id;) {
        const size_t length = strcspn(id, " ");
        char copy[EVENT_ID_SIZE] = "";
        struct event last;
        if (length < sizeof copy) {
            memcpy(copy, id, length);
        }
        if (event_id_read(copy, &last) && strcmp(last.run, event->run) == 0) {
            return event->counter <= last.counter;
        }
        id += length;
        id += strspn(id, " ");
    }
    return false;
}
