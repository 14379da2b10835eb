#include "vademecum/review/event.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/review/event_cells.h"
#include "vademecum/review/reviewer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void event_run(uint64_t random, char run[EVENT_RUN_SIZE]) {
    run[0] = 'k';
    for (size_t i = 1; i < EVENT_RUN_SIZE - 1; i++) {
        run[i] = EVENT_BASE36[random % (sizeof EVENT_BASE36 - 1)];
        random /= sizeof EVENT_BASE36 - 1;
    }
    run[EVENT_RUN_SIZE - 1] = '\0';
}

bool event_run_after(const char run[EVENT_RUN_SIZE], char after[EVENT_RUN_SIZE]) {
    memmove(after, run, EVENT_RUN_SIZE);
    for (size_t i = EVENT_RUN_SIZE - 2; i > 0; i--) {
        if (after[i] != EVENT_BASE36[sizeof EVENT_BASE36 - 2]) {
            after[i] = strchr(EVENT_BASE36, after[i])[1];
            return true;
        }
        after[i] = EVENT_BASE36[0];
    }
    return false;
}

void event_id(const struct event *event, char id[EVENT_ID_SIZE]) {
    snprintf(id, EVENT_ID_SIZE, "%s-%" PRIu64, event->run, event->counter);
}

int event_order(const struct event *one, const struct event *other) {
    if (one->counter != other->counter) {
        return one->counter < other->counter ? -1 : 1;
    }
    return strcmp(one->run, other->run);
}

bool event_same(const struct event *one, const struct event *other) {
    return event_order(one, other) == 0 && strcmp(one->time, other->time) == 0 &&
           strcmp(one->reviewer, other->reviewer) == 0 &&
           strcmp(one->practice, other->practice) == 0 && strcmp(one->item, other->item) == 0 &&
           strcmp(one->field, other->field) == 0 && strcmp(one->value, other->value) == 0;
}

/* Expects valid UTF-8, in which a C1 control is two bytes. */
static bool control_at(const char *byte, const char *allowed) {
    const unsigned char first = (unsigned char)byte[0];
    const unsigned char second = (unsigned char)byte[1];
    return (first < ' ' && !strchr(allowed, first)) || first == 0x7F ||
           (first == 0xC2 && second < 0xA0);
}

/* What keeps the text from being written, as a sentence; NULL when nothing does. */
static const char *text_flaw(const char *text, size_t most, const char *allowed) {
    const size_t length = strlen(text);
    if (length > most) {
        return N_("This text is too long to be kept. Shorten it, or cut it in two.");
    }
    if (text_valid(text, length) < length) {
        return N_("This text is not in UTF-8, so it cannot be kept. Type it anew.");
    }
    for (size_t i = 0; i < length; i++) {
        if (control_at(text + i, allowed)) {
            return N_("This text holds a control character, which no text may. Type it anew.");
        }
    }
    return NULL;
}

const char *event_value(struct arena *arena, const char *typed, struct fault *fault) {
    char *value = arena_copy(arena, typed, strlen(typed));
    char *to = value;
    for (const char *from = value; *from; from++) {
        const bool pair = from[0] == '\r' && from[1] == '\n';
        *to++ = *from == '\r' ? '\n' : *from;
        from += pair;
    }
    *to = '\0';
    const char *flaw = text_flaw(value, EVENT_VALUE_MAX, "\n\t");
    if (flaw) {
        fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s", _(flaw));
        return NULL;
    }
    return value;
}

bool event_check(const struct event *event, struct fault *fault) {
    const char *const texts[] = {event->time, event->practice, event->item, event->field};
    const char *flaw = text_flaw(event->value, EVENT_VALUE_MAX, "\n\t");
    for (size_t i = 0; i < COUNT(texts) && !flaw; i++) {
        flaw = text_flaw(texts[i], EVENT_NAME_MAX, "");
    }
    if (!flaw && event->field[0] == '\0') {
        flaw = N_("An event must say which field it is about, and this one does not.");
    }
    if (!flaw && !reviewer_valid(event->reviewer)) {
        flaw = N_("An event must say whose it is, and this one names no valid reviewer.");
    }
    struct event parts;
    char id[EVENT_ID_SIZE];
    event_id(event, id);
    if (!flaw && !event_id_read(id, &parts)) {
        flaw = N_("An event must have a number, and this one has none that is valid.");
    }
    return !flaw || fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s", _(flaw));
}

/* Only the one way to write a number is taken, so that no id has two. */
bool event_id_read(const char *id, struct event *event) {
    const size_t run = EVENT_RUN_SIZE - 1;
    if (id[0] != 'k' || strspn(id + 1, EVENT_BASE36) != run - 1 || id[run] != '-') {
        return false;
    }
    const char *number = id + run + 1;
    const size_t digits = strspn(number, EVENT_DIGITS);
    if (digits == 0 || digits > 15 || number[digits] != '\0' || number[0] == '0') {
        return false;
    }
    memcpy(event->run, id, run);
    event->run[run] = '\0';
    event->counter = strtoull(number, NULL, 10);
    return true;
}
