#include "vademecum/screens/talk.h"

#include <stdlib.h>
#include <string.h>

struct talk *talk_of(const struct desk *desk) {
    return desk_state(desk, SCREEN_TALK);
}

const struct item *talk_here(const struct desk *desk) {
    const struct talk *talk = talk_of(desk);
    return talk->at < talk->count ? talk->items[talk->at].item : NULL;
}

bool talk_open(const struct desk *desk, const struct item *item) {
    const enum verdict verdict = work_verdict(desk, &talk_of(desk)->subject, item);
    return verdict == VERDICT_NONE || verdict == VERDICT_UNKNOWN;
}

/* Who can answer it, in the order of a talk with the leader. */
static size_t who_of(const struct item *item) {
    const char *const *names = schema_get(SCHEMA_ITEMS)->columns[ITEM_WHO].choices;
    size_t who = 0;
    while (names[who] && strcmp(names[who], record_cell(&item->record, ITEM_WHO)) != 0) {
        who++;
    }
    return who;
}

/* An item that all meet, or nobody, tells little of one practice. */
static size_t divided(const struct catalogue *catalogue, const struct item *item) {
    size_t not_met = 0;
    for (size_t i = 0; i < catalogue->practice_count; i++) {
        not_met += catalogue_mark(catalogue, &catalogue->practices[i], item) == MARK_NOT_MET;
    }
    return item->met < not_met ? item->met : not_met;
}

static int items_compare(const void *left, const void *right) {
    const struct talk_item *one = left;
    const struct talk_item *other = right;
    if (one->who != other->who) {
        return one->who < other->who ? -1 : 1;
    }
    if (one->divided != other->divided) {
        return one->divided > other->divided ? -1 : 1;
    }
    return one->item->index < other->item->index ? -1 : one->item->index > other->item->index;
}

void talk_gather(struct desk *desk) {
    struct talk *talk = talk_of(desk);
    struct arena *arena = desk_arena(desk, SCREEN_TALK);
    const struct checklist *checklist = work_checklist(desk, &talk->subject);
    struct talk_item *items = arena_array(arena, checklist->item_count + 1, sizeof *items);
    talk->count = 0;
    for (size_t i = 0; i < checklist->item_count; i++) {
        const struct item *item = &checklist->items[i];
        if (talk_open(desk, item)) {
            items[talk->count++] = (struct talk_item){
                .item = item,
                .who = who_of(item),
                .divided = divided(desk->work.catalogue, item),
            };
        }
    }
    qsort(items, talk->count, sizeof *items, items_compare);
    talk->items = items;
    talk->left = arena_array(arena, talk->count + 1, sizeof *talk->left);
    const size_t room = talk->minutes / TALK_EACH;
    talk->fit = room == 0 ? 1 : room < talk->count ? room : talk->count;
}

void talk_gather_left(struct desk *desk) {
    struct talk *talk = talk_of(desk);
    talk->left_count = 0;
    for (size_t i = 0; i < talk->count; i++) {
        if (talk_open(desk, talk->items[i].item)) {
            talk->left[talk->left_count++] = &talk->items[i];
        }
    }
}
