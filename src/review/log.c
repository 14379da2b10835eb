#include "vademecum/review/log.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/quote.h"
#include "vademecum/review/field.h"
#include "vademecum/review/held.h"
#include "vademecum/review/log_parts.h"
#include "vademecum/review/places.h"
#include "vademecum/review/reviewer.h"

#include <stdio.h>
#include <string.h>

bool log_open(struct log **opened, const struct log_setup *setup, struct fault *fault) {
    *opened = NULL;
    struct arena kept;
    arena_init(&kept, setup->end);
    if (!reviewer_check(setup->reviewer, &kept, fault)) {
        arena_free(&kept);
        return false;
    }
    struct log *log = arena_alloc(&kept, sizeof *log);
    log->kept = kept;
    log->setup = *setup;
    log->mark = places_mark(&log->kept, setup->folder);
    for (size_t i = 0; i < 2; i++) {
        arena_init(&log->stores[i], setup->end);
    }
    arena_init(&log->scratch, setup->end);
    log->name = arena_printf(&log->kept, "%s.csv", setup->reviewer);
    event_run(setup->random, log->run);
    reading_init(&log->reading, &log->stores[log->store]);
    log->reading.review.catalogue = setup->catalogue;
    fault_list_init(&log->notices, &log->kept);
    *opened = log;
    return log_load(log, fault);
}

bool log_open_beside(struct log **opened, const struct log *log, const char *reviewer,
                     struct fault *fault) {
    const uint64_t multiplier = UINT64_C(6364136223846793005);
    struct log_setup setup = log->setup;
    setup.reviewer = reviewer;
    /* Events of both are told apart by their run, should they come in the same second. */
    setup.random = setup.random * multiplier + 1;
    return log_open(opened, &setup, fault);
}

void log_close(struct log *log) {
    if (!log) {
        return;
    }
    arena_free(&log->scratch);
    for (size_t i = 0; i < 2; i++) {
        arena_free(&log->stores[i]);
    }
    struct arena kept = log->kept;
    arena_free(&kept);
}

const struct review *log_review(const struct log *log) {
    return &log->reading.review;
}

/* A text that only looks empty is none. */
static const char *text_said(const char *text) {
    return text[text_blanks(text, strlen(text))] ? text : "";
}

/* All of the event but its number, in the scratch memory. */
static bool event_prepare(struct log *log, const struct statement *words, struct event *event,
                          struct fault *fault) {
    char *stamp = arena_alloc(&log->scratch, CLOCK_STAMP_SIZE);
    clock_stamp(clock_now(&log->setup.clock), stamp);
    *event = (struct event){
        .counter = 1,
        .time = stamp,
        .reviewer = log->setup.reviewer,
        .practice = words->practice,
        .item = words->item,
        .field = words->field,
        .value = event_value(&log->scratch, text_said(words->value), fault),
    };
    memcpy(event->run, log->run, sizeof event->run);
    return event->value && event_check(event, fault);
}

/* Whether it closes a round: then what is held of it is said before. */
static bool words_close(const struct statement *words) {
    return words->practice[0] && strcmp(words->field, "status") == 0 && field_final(words->value);
}

/*
 * Prepares an event, and the one that has to be said before it; `*count` grows by them. What is
 * held is known only when that one gets its number.
 */
static bool events_prepare(struct log *log, const struct statement *words, struct event *events,
                           size_t *count, struct fault *fault) {
    const struct statement held = {words->practice, words->item, HELD_FIELD, ""};
    return (!words_close(words) || event_prepare(log, &held, &events[(*count)++], fault)) &&
           event_prepare(log, words, &events[(*count)++], fault);
}

/* Adds all or, when one cannot be written at all, none; waits for the disk once. */
static bool words_append(struct log *log, const struct statement *words, size_t said,
                         struct fault *fault) {
    arena_empty(&log->scratch);
    struct event *events = arena_array(&log->scratch, 2 * said, sizeof *events);
    size_t count = 0;
    for (size_t i = 0; i < said; i++) {
        if (!events_prepare(log, &words[i], events, &count, fault)) {
            return false;
        }
    }
    const size_t place = log->count;
    for (size_t i = 0; i < count; i++) {
        log_add(log, &events[i]);
    }
    const bool saved = log_save(log, fault);
    for (size_t i = place; i < place + count; i++) {
        log_number(log, &log->events[i]);
        event_id(&log->events[i].event, log->newest);
    }
    return saved;
}

bool log_append(struct log *log, const struct statement *words, struct fault *fault) {
    return words_append(log, words, 1, fault);
}

size_t log_readings(const struct log *log) {
    return log->readings;
}

const char *log_newest(const struct log *log) {
    return log->newest;
}

bool log_write(struct log *log, struct fault *fault) {
    struct statement words;
    struct fault refusal;
    bool refused = false;
    while (log_pend_take(log, &words)) {
        if (!log_append(log, &words, fault) && fault->kind == FAULT_USAGE) {
            refused = true;
            refusal = *fault;
        }
    }
    /* What has failed once may be saved by now, and then nobody need be told. */
    const bool saved = log_retry(log, fault);
    if (saved && refused) {
        *fault = refusal;
    }
    return saved && !refused;
}

bool log_retry(struct log *log, struct fault *fault) {
    arena_empty(&log->scratch);
    if (log_state(log) == LOG_SAVED || log_save(log, fault)) {
        return true;
    }
    struct fault rescue;
    if (!log_rescue_write(log, &rescue)) {
        fault_list_add(&log->notices, FAULT_SYSTEM, rescue.file, 0, NULL, "%s", rescue.text);
    }
    return false;
}

const char *log_rescue(const struct log *log) {
    return log->rescue_path;
}

int64_t log_saved_at(const struct log *log) {
    return log->saved_at;
}

bool log_reload(struct log *log, struct fault *fault) {
    arena_empty(&log->scratch);
    return log_load(log, fault);
}

const struct damage *log_damage(const struct log *log, size_t *count) {
    *count = log->reading.damage_kept;
    return log->reading.damage;
}

bool log_acceptable(const struct log *log, const struct catalogue *catalogue,
                    const struct damage *damage, struct statement *words, struct fault *fault) {
    const struct event *event = damage->event;
    if (!event) {
        return fault_set(fault, FAULT_USAGE, damage->file, damage->line, NULL, "%s",
                         _("This line cannot be read, so it cannot be accepted."));
    }
    if (strcmp(event->reviewer, log->setup.reviewer) != 0) {
        return fault_set(fault, FAULT_USAGE, damage->file, damage->line, NULL,
                         _("This line is by %s, who alone can accept it."), event->reviewer);
    }
    *words = (struct statement){event->practice, event->item, event->field, event->value};
    struct arena scratch;
    arena_init(&scratch, log->setup.end);
    struct fault flaw;
    const bool possible = field_possible(event->field, catalogue, &scratch, event->value, &flaw);
    if (!possible && strcmp(event->field, "verdict") == 0) {
        fault_set(fault, FAULT_USAGE, damage->file, damage->line, NULL,
                  _("\"%s\" is no mark, so this line cannot be accepted. Mark %s of %s anew."),
                  quote_text(&scratch, event->value), event->item, event->practice);
    } else if (!possible) {
        fault_set(fault, FAULT_USAGE, damage->file, damage->line, NULL,
                  _("\"%s\" cannot be the %s of %s, so this line cannot be accepted. Write it "
                    "anew."),
                  quote_text(&scratch, event->value), event->field, event->practice);
    }
    arena_free(&scratch);
    return possible;
}

/* Copies the texts, for damage lies in a store that the next reading may empty. */
static struct statement words_copy(struct arena *arena, const struct statement *words) {
    return (struct statement){
        .practice = arena_printf(arena, "%s", words->practice),
        .item = arena_printf(arena, "%s", words->item),
        .field = arena_printf(arena, "%s", words->field),
        .value = arena_printf(arena, "%s", words->value),
    };
}

/* What says that the reviewer has dealt with the damage. */
static struct statement damage_words(struct arena *arena, const struct damage *damage,
                                     const char *value) {
    return words_copy(arena, &(struct statement){"", damage->mark, REVIEW_DAMAGE, value});
}

bool log_accept(struct log *log, const struct catalogue *catalogue, const struct damage *damage,
                size_t count, struct fault *fault) {
    struct arena copy;
    arena_init(&copy, log->setup.end);
    struct statement *words = arena_array(&copy, 2 * count + 1, sizeof *words);
    size_t said = 0;
    struct fault flaw;
    for (size_t i = 0; i < count; i++) {
        struct statement seen;
        if (log_acceptable(log, catalogue, &damage[i], &seen, i > 0 ? &flaw : fault)) {
            words[said++] = words_copy(&copy, &seen);
            words[said++] = damage_words(&copy, &damage[i], REVIEW_ACCEPTED);
        }
    }
    const bool saved = said > 0 && words_append(log, words, said, fault);
    arena_free(&copy);
    return saved;
}

bool log_put_aside(struct log *log, const struct damage *damage, size_t count,
                   struct fault *fault) {
    struct arena copy;
    arena_init(&copy, log->setup.end);
    struct statement *words = arena_array(&copy, count + 1, sizeof *words);
    size_t said = 0;
    struct fault flaw;
    for (size_t i = 0; i < count; i++) {
        if (log_dismissible(log, &damage[i], i > 0 ? &flaw : fault)) {
            words[said++] = damage_words(&copy, &damage[i], REVIEW_ASIDE);
        }
    }
    const bool saved = said > 0 && words_append(log, words, said, fault);
    arena_free(&copy);
    return saved;
}

bool log_dismissible(const struct log *log, const struct damage *damage, struct fault *fault) {
    const struct event *event = damage->event;
    if (!damage->mark[0]) {
        return fault_set(fault, FAULT_USAGE, damage->file, 0, NULL, "%s",
                         _("This is a whole file. Move it out of the folder."));
    }
    if (event && strcmp(event->reviewer, log->setup.reviewer) != 0) {
        return fault_set(fault, FAULT_USAGE, damage->file, damage->line, NULL,
                         _("This line is by %s, who alone can put it aside."), event->reviewer);
    }
    return true;
}

const struct fault_list *log_notices(const struct log *log) {
    return &log->notices;
}
