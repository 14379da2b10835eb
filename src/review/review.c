#include "vademecum/review/review_parts.h"

#include "vademecum/base/count.h"

#include <stdlib.h>
#include <string.h>

void review_init(struct review *review, struct arena *arena) {
    *review = (struct review){.arena = arena};
}

static uint64_t id_hash(const struct event *event) {
    const char *run = event->run;
    return map_hash(&run, 1) ^ event->counter * UINT64_C(0x9E3779B97F4A7C15);
}

/* The number of the record with the id of the event, or MAP_NONE. */
static long record_find(const struct review *review, const struct event *event,
                        struct map_search *search) {
    *search = map_search(&review->ids, id_hash(event));
    long found = map_next(&review->ids, search);
    while (found != MAP_NONE && event_order(&review->events[found]->event, event) != 0) {
        found = map_next(&review->ids, search);
    }
    return found;
}

static struct review_key event_key(const struct event *event, enum review_chain chain) {
    return (struct review_key){
        .reviewer = chain == CHAIN_SHARED ? "" : event->reviewer,
        .practice = event->practice,
        .item = event->item,
        .field = event->field,
    };
}

static bool key_same(const struct review_key *one, const struct review_key *other) {
    return strcmp(one->field, other->field) == 0 && strcmp(one->item, other->item) == 0 &&
           strcmp(one->practice, other->practice) == 0 &&
           strcmp(one->reviewer, other->reviewer) == 0;
}

static struct review_slot *slot_find(const struct review *review, const struct review_key *key,
                                     struct map_search *search) {
    const char *const texts[] = {key->reviewer, key->practice, key->item, key->field};
    *search = map_search(&review->keys, map_hash(texts, COUNT(texts)));
    long found = map_next(&review->keys, search);
    while (found != MAP_NONE && !key_same(&review->slots[found]->key, key)) {
        found = map_next(&review->keys, search);
    }
    return found == MAP_NONE ? NULL : review->slots[found];
}

struct review_slot *review_slot(const struct review *review, const struct review_key *key) {
    struct map_search search;
    /* Where there are no answers, there may be no reviewer either. */
    return review->keys.count > 0 ? slot_find(review, key, &search) : NULL;
}

static const char *text_keep(struct review *review, const char *text) {
    return text[0] ? arena_copy(review->arena, text, strlen(text)) : "";
}

static struct review_slot *slot_make(struct review *review, const struct review_key *key,
                                     enum review_chain chain) {
    struct map_search search;
    struct review_slot *slot = slot_find(review, key, &search);
    if (!slot) {
        slot = arena_alloc(review->arena, sizeof *slot);
        slot->key = (struct review_key){
            .reviewer = text_keep(review, key->reviewer),
            .practice = text_keep(review, key->practice),
            .item = text_keep(review, key->item),
            .field = text_keep(review, key->field),
        };
        slot->chain = chain;
        review->slots = arena_grow(review->arena, review->slots, review->keys.count,
                                   &review->slot_room, sizeof(struct review_slot *));
        review->slots[map_add(&review->keys, review->arena, &search)] = slot;
    }
    return slot;
}

/* The texts of a key lie in the arena already. */
static void key_borrow(struct event *event, const struct review_key *key) {
    event->reviewer = key->reviewer;
    event->practice = key->practice;
    event->item = key->item;
    event->field = key->field;
}

static void record_link(struct review *review, struct review_record *record,
                        enum review_chain chain) {
    const struct review_key key = event_key(&record->event, chain);
    struct review_slot *slot = slot_make(review, &key, chain);
    record->before[chain] = slot->newest;
    slot->newest = record;
    /* Only the one that it has beaten has the same order. */
    if (!slot->latest || event_order(&record->event, slot->latest) >= 0) {
        slot->latest = &record->event;
    }
}

static bool shared_is(const struct event *event) {
    return (strncmp(event->field, "own.", 4) == 0 && strncmp(event->practice, "own-", 4) == 0) ||
           (!event->practice[0] && strcmp(event->field, REVIEW_DAMAGE) == 0);
}

static struct review_record *record_make(struct review *review, const struct event *event) {
    struct review_record *record = arena_alloc(review->arena, sizeof *record);
    const struct review_key key = event_key(event, CHAIN_REVIEWER);
    const struct review_slot *slot = slot_make(review, &key, CHAIN_REVIEWER);
    record->event = *event;
    record->event.time = text_keep(review, event->time);
    key_borrow(&record->event, &slot->key);
    record->event.value = text_keep(review, event->value);
    review->round_events += strcmp(event->field, REVIEW_ROUND) == 0;
    record_link(review, record, CHAIN_REVIEWER);
    if (shared_is(event)) {
        record_link(review, record, CHAIN_SHARED);
    }
    if (event->counter > review->highest ||
        (event->counter == review->highest && strcmp(event->run, review->highest_run) > 0)) {
        review->highest = event->counter;
        memcpy(review->highest_run, event->run, sizeof event->run);
    }
    return record;
}

/* Which of two events with one id stands: any order will do, so long as it is the same everywhere.
 */
static int clash_order(const struct event *one, const struct event *other) {
    if (one->check != other->check) {
        return one->check < other->check ? -1 : 1;
    }
    const char *const pairs[][2] = {
        {one->value, other->value},       {one->field, other->field}, {one->item, other->item},
        {one->practice, other->practice}, {one->time, other->time},
    };
    int order = strcmp(one->reviewer, other->reviewer);
    for (size_t i = 0; i < COUNT(pairs) && order == 0; i++) {
        order = strcmp(pairs[i][0], pairs[i][1]);
    }
    return order;
}

/* Looks for the latest event anew, after one was beaten; drops the beaten, which may be many. */
static void slot_renew(struct review_slot *slot) {
    slot->latest = NULL;
    struct review_record **place = &slot->newest;
    while (*place) {
        struct review_record *record = *place;
        if (record->beaten) {
            *place = record->before[slot->chain];
            continue;
        }
        if (!slot->latest || event_order(&record->event, slot->latest) > 0) {
            slot->latest = &record->event;
        }
        place = &record->before[slot->chain];
    }
}

enum review_news review_apply(struct review *review, const struct event *event) {
    struct map_search search;
    const long found = record_find(review, event, &search);
    if (found == MAP_NONE) {
        review->events = arena_grow(review->arena, review->events, review->ids.count,
                                    &review->event_room, sizeof(struct review_record *));
        struct review_record *record = record_make(review, event);
        review->events[map_add(&review->ids, review->arena, &search)] = record;
        return REVIEW_NEW;
    }
    struct review_record *holder = review->events[found];
    if (event_same(&holder->event, event)) {
        return REVIEW_KNOWN;
    }
    if (clash_order(event, &holder->event) > 0) {
        holder->beaten = true;
        review->events[found] = record_make(review, event);
        for (enum review_chain chain = 0; chain < CHAIN_COUNT; chain++) {
            const struct review_key key = event_key(&holder->event, chain);
            struct review_slot *slot = review_slot(review, &key);
            if (slot && slot->latest == &holder->event) {
                slot_renew(slot);
            }
        }
    }
    return REVIEW_CLASH;
}

void review_pend(struct review *review, const struct event *event) {
    struct event *pending = arena_alloc(review->arena, sizeof *pending);
    *pending = *event;
    pending->counter = 0;
    pending->time = text_keep(review, event->time);
    pending->value = text_keep(review, event->value);
    review->round_events += strcmp(event->field, REVIEW_ROUND) == 0;
    for (enum review_chain chain = 0; chain < (shared_is(event) ? CHAIN_COUNT : CHAIN_SHARED);
         chain++) {
        const struct review_key key = event_key(event, chain);
        struct review_slot *slot = slot_make(review, &key, chain);
        if (chain == CHAIN_REVIEWER) {
            key_borrow(pending, &slot->key);
        }
        slot->pending = pending;
    }
}

void review_unpend(struct review *review, const struct event *event) {
    for (enum review_chain chain = 0; chain < CHAIN_COUNT; chain++) {
        const struct review_key key = event_key(event, chain);
        struct review_slot *slot = review_slot(review, &key);
        if (slot) {
            slot->pending = NULL;
        }
    }
}

const struct event *review_event(const struct review *review, const struct event *event) {
    struct map_search search;
    const long found = record_find(review, event, &search);
    return found == MAP_NONE ? NULL : &review->events[found]->event;
}

bool review_knows(const struct review *review, const struct event *event) {
    return review_event(review, event);
}
