#include "vademecum/review/review_parts.h"

#include "vademecum/base/count.h"

#include <stdlib.h>
#include <string.h>

enum {
    ROOM_FIRST = 64 /* places of a hash table that holds something */
};

void review_init(struct review *review, struct arena *arena) {
    *review = (struct review){.arena = arena};
}

/* FNV-1a, the NUL included, so that "a", "bc" is not "ab", "c". */
static size_t hash_text(size_t hash, const char *text) {
    const size_t prime = (size_t)UINT64_C(0x100000001B3);
    do {
        hash = (hash ^ (unsigned char)*text) * prime;
    } while (*text++);
    return hash;
}

static size_t hash_id(const struct event *event) {
    const size_t hash = hash_text((size_t)event->counter, event->run);
    return hash ^ hash >> 15;
}

/* Where the event with this id is, or would be put. */
static struct review_record **record_place(const struct review *review, const struct event *event) {
    size_t i = hash_id(event);
    for (;; i++) {
        struct review_record **place = &review->events[i & (review->event_room - 1)];
        if (!*place || event_order(&(*place)->event, event) == 0) {
            return place;
        }
    }
}

static void records_widen(struct review *review) {
    struct review_record **old = review->events;
    const size_t room = review->event_room;
    review->event_room = room ? 2 * room : ROOM_FIRST;
    review->events = arena_array(review->arena, review->event_room, sizeof(struct review_record *));
    for (size_t i = 0; i < room; i++) {
        if (old[i]) {
            *record_place(review, &old[i]->event) = old[i];
        }
    }
}

static struct review_key event_key(const struct event *event, enum review_chain chain) {
    return (struct review_key){
        .reviewer = chain == CHAIN_SHARED ? "" : event->reviewer,
        .practice = event->practice,
        .item = event->item,
        .field = event->field,
    };
}

static size_t hash_key(const struct review_key *key) {
    const size_t seed = (size_t)UINT64_C(0xCBF29CE484222325);
    const size_t hash = hash_text(hash_text(seed, key->reviewer), key->practice);
    const size_t all = hash_text(hash_text(hash, key->item), key->field);
    return all ^ all >> 15;
}

/* Where the slot is, or would be put. */
static struct review_slot **slot_place(const struct review *review, const struct review_key *key) {
    size_t i = hash_key(key);
    for (;; i++) {
        struct review_slot **place = &review->slots[i & (review->slot_room - 1)];
        const struct review_slot *slot = *place;
        if (!slot ||
            (strcmp(slot->key.field, key->field) == 0 && strcmp(slot->key.item, key->item) == 0 &&
             strcmp(slot->key.practice, key->practice) == 0 &&
             strcmp(slot->key.reviewer, key->reviewer) == 0)) {
            return place;
        }
    }
}

static void slots_widen(struct review *review) {
    struct review_slot **old = review->slots;
    const size_t room = review->slot_room;
    review->slot_room = room ? 2 * room : ROOM_FIRST;
    review->slots = arena_array(review->arena, review->slot_room, sizeof(struct review_slot *));
    for (size_t i = 0; i < room; i++) {
        if (old[i]) {
            *slot_place(review, &old[i]->key) = old[i];
        }
    }
}

struct review_slot *review_slot(const struct review *review, const struct review_key *key) {
    return review->slot_room > 0 ? *slot_place(review, key) : NULL;
}

static const char *text_keep(struct review *review, const char *text) {
    return text[0] ? arena_copy(review->arena, text, strlen(text)) : "";
}

static struct review_slot *slot_make(struct review *review, const struct review_key *key,
                                     enum review_chain chain) {
    if (2 * review->slot_count >= review->slot_room) {
        slots_widen(review);
    }
    struct review_slot **place = slot_place(review, key);
    if (!*place) {
        struct review_slot *slot = arena_alloc(review->arena, sizeof *slot);
        slot->key = (struct review_key){
            .reviewer = text_keep(review, key->reviewer),
            .practice = text_keep(review, key->practice),
            .item = text_keep(review, key->item),
            .field = text_keep(review, key->field),
        };
        slot->chain = chain;
        review->slot_count++;
        *place = slot;
    }
    return *place;
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

static void record_add(struct review *review, struct review_record **place,
                       const struct event *event) {
    struct review_record *record = arena_alloc(review->arena, sizeof *record);
    const struct review_key key = event_key(event, CHAIN_REVIEWER);
    const struct review_slot *slot = slot_make(review, &key, CHAIN_REVIEWER);
    record->event = *event;
    record->event.time = text_keep(review, event->time);
    key_borrow(&record->event, &slot->key);
    record->event.value = text_keep(review, event->value);
    review->round_events += strcmp(event->field, REVIEW_ROUND) == 0;
    *place = record;
    record_link(review, record, CHAIN_REVIEWER);
    if (shared_is(event)) {
        record_link(review, record, CHAIN_SHARED);
    }
    if (event->counter > review->highest ||
        (event->counter == review->highest && strcmp(event->run, review->highest_run) > 0)) {
        review->highest = event->counter;
        memcpy(review->highest_run, event->run, sizeof event->run);
    }
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
    if (2 * review->event_count >= review->event_room) {
        records_widen(review);
    }
    struct review_record **place = record_place(review, event);
    struct review_record *holder = *place;
    if (!holder) {
        review->event_count++;
        record_add(review, place, event);
        return REVIEW_NEW;
    }
    if (event_same(&holder->event, event)) {
        return REVIEW_KNOWN;
    }
    if (clash_order(event, &holder->event) > 0) {
        holder->beaten = true;
        record_add(review, place, event);
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

bool review_knows(const struct review *review, const struct event *event) {
    return review->event_room > 0 && *record_place(review, event);
}

const struct event *review_event(const struct review *review, const struct event *event) {
    const struct review_record *record = review->event_room > 0 ? *record_place(review, event)
                                                                : NULL;
    return record ? &record->event : NULL;
}
