#include "vademecum/review/parcel.h"

#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"
#include "vademecum/review/field.h"
#include "vademecum/review/own.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Reads all lines of the file, wherever links lead to it. */
static bool file_read(struct reading *reading, const char *path, struct fault *fault) {
    char whole[PATH_MAX];
    if (!realpath(path, whole)) {
        return fault_set_errno(fault, path, errno, _("This file cannot be read"));
    }
    char *slash = strrchr(whole, '/');
    *slash = '\0';
    const int folder = folder_open(whole[0] ? whole : "/", fault);
    if (folder < 0) {
        return false;
    }
    struct stamp stamp;
    struct fault flaw;
    const bool read = reading_file(reading, folder, slash + 1, &stamp, &flaw);
    close(folder);
    return read || fault_set(fault, flaw.kind, path, flaw.line, NULL, "%s", flaw.text);
}

/* Of two events with one number the same one stands everywhere: whether it is `event`. */
static bool event_stands(const struct event *event, const struct event *here, struct arena *arena) {
    struct review both;
    review_init(&both, arena);
    review_apply(&both, here);
    review_apply(&both, event);
    return event_same(review_event(&both, event), event);
}

static void damage_add(struct parcel *parcel, struct damage damage, const char *path) {
    damage.file = path;
    parcel->damage[parcel->damage_count++] = damage;
}

static void event_take(struct parcel *parcel, const struct event *event, const struct event *here,
                       const char *path, struct arena *arena) {
    if (here && event_same(event, here)) {
        parcel->known++;
    } else if (!here || event_stands(event, here, arena)) {
        parcel->events[parcel->count++] = event;
    } else {
        char id[EVENT_ID_SIZE];
        event_id(event, id);
        damage_add(parcel,
                   (struct damage){.why = arena_printf(arena,
                                                       _("The answer %s is here already with "
                                                         "other words. Those are kept."),
                                                       id)},
                   path);
    }
}

/* Whether the file is no log, which is told of it as a whole, or one in which nothing stands. */
static bool nothing_in(const struct reading *reading, size_t events) {
    return events == 0 && (reading->damage_kept == 0 ||
                           (reading->damage_kept == 1 && reading->damage[0].line == 0));
}

bool parcel_read(struct parcel *parcel, const char *path, const struct review *here,
                 struct arena *arena, struct fault *fault) {
    struct reading reading;
    reading_init(&reading, arena);
    *parcel = (struct parcel){0};
    if (!file_read(&reading, path, fault)) {
        return false;
    }
    const struct review_filter filter = {.all = true};
    size_t count;
    const struct event **events = review_list(&reading.review, &filter, arena, &count);
    if (nothing_in(&reading, count)) {
        return fault_set(fault, FAULT_WANTING, path, 0, NULL, "%s",
                         _("This file holds no answers of a review, so nothing of it was taken."));
    }
    parcel->events = arena_array(arena, count + 1, sizeof(const struct event *));
    parcel->damage = arena_array(arena, count + reading.damage_kept + 1, sizeof *parcel->damage);
    for (size_t i = 0; i < reading.damage_kept; i++) {
        if (!reading_settled(here, &reading.damage[i]) &&
            !reading_settled(&reading.review, &reading.damage[i])) {
            damage_add(parcel, reading.damage[i], path);
        }
    }
    for (size_t i = 0; i < count; i++) {
        event_take(parcel, events[i], review_event(here, events[i]), path, arena);
    }
    return true;
}

static bool text_among(const char *const *texts, size_t count, const char *text) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(texts[i], text) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether a reviewer says it of an answer that is wanted, or of themselves. */
static bool event_wanted(const struct parcel_wish *wish, const struct event *event) {
    if (!text_among(wish->reviewers, wish->reviewer_count, event->reviewer)) {
        return false;
    }
    return wish->practice_count == 0 ||
           text_among(wish->practices, wish->practice_count, event->practice) ||
           (!event->practice[0] && strcmp(event->field, REVIEW_DAMAGE) != 0);
}

static bool fact_is(const struct event *event) {
    return own_is(event->practice) && field_fact(event->field);
}

/* The own practices that wanted events speak of, `*count`. */
static const char **own_wanted(const struct parcel_wish *wish, const struct event *const *events,
                               size_t event_count, struct arena *arena, size_t *count) {
    const char **own = arena_array(arena, event_count + 1, sizeof *own);
    *count = 0;
    for (size_t i = 0; i < event_count; i++) {
        const char *practice = events[i]->practice;
        if (own_is(practice) && event_wanted(wish, events[i]) &&
            !text_among(own, *count, practice)) {
            own[(*count)++] = practice;
        }
    }
    return own;
}

const struct event **parcel_choose(const struct review *review, const struct parcel_wish *wish,
                                   struct arena *arena, size_t *count) {
    const struct review_filter filter = {.all = true};
    size_t all;
    const struct event **events = review_list(review, &filter, arena, &all);
    size_t own_count;
    const char **own = own_wanted(wish, events, all, arena, &own_count);
    size_t answers = 0;
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        const struct event *event = events[i];
        if (event_wanted(wish, event) ||
            (fact_is(event) && text_among(own, own_count, event->practice))) {
            events[(*count)++] = event;
            answers += event->practice[0] != '\0';
        }
    }
    *count = answers > 0 ? *count : 0;
    return events;
}

const char *parcel_bytes(const struct event *const *events, size_t count, struct arena *arena,
                         size_t *length) {
    const char **lines = arena_array(arena, count + 1, sizeof *lines);
    size_t *lengths = arena_array(arena, count + 1, sizeof *lengths);
    lines[0] = EVENT_HEADER;
    lengths[0] = strlen(EVENT_HEADER);
    *length = lengths[0];
    for (size_t i = 0; i < count; i++) {
        struct event event = *events[i];
        lines[i + 1] = event_format(arena, &event, &lengths[i + 1]);
        *length += lengths[i + 1];
    }
    char *bytes = arena_bytes(arena, *length + 1);
    char *end = bytes;
    for (size_t i = 0; i <= count; i++) {
        memcpy(end, lines[i], lengths[i]);
        end += lengths[i];
    }
    *end = '\0';
    return bytes;
}
