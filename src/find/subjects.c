#include "vademecum/find/subjects.h"

#include "vademecum/base/order.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    OWN_ROOM = 16 /* free places for own practices at first */
};

/* A subject and what it is sorted by. */
struct sorting {
    uint64_t start;  /* the first bytes of the key, the first byte highest */
    const char *key; /* order_key of the title */
    const struct subject *subject;
};

void subjects_init(struct subjects *subjects, struct arena *arena) {
    *subjects = (struct subjects){.arena = arena};
    arena_init(&subjects->sorting, arena->end);
}

void subjects_free(struct subjects *subjects) {
    arena_free(&subjects->sorting);
    subjects->keys = NULL;
    subjects->key_room = 0;
}

/* Gives the list another place, with `gap` free elements before it and `room` in all. */
static void list_move(struct subjects *subjects, size_t gap, size_t room) {
    struct subject *place = arena_array(subjects->arena, room, sizeof *place);
    if (subjects->count > 0) {
        memcpy(place + gap, subjects->list, subjects->count * sizeof *place);
    }
    subjects->list = place + gap;
    subjects->gap = gap;
    subjects->room = room;
}

void subjects_add(struct subjects *subjects, const struct practice *practice) {
    if (subjects->gap + subjects->count >= subjects->room) {
        const size_t gap = subjects->gap ? subjects->gap : OWN_ROOM;
        list_move(subjects, gap, 2 * (gap + subjects->count));
    }
    /* Keys are made as practices come, which leaves less to do when all are there. */
    const size_t number = subjects->count - subjects->own;
    subjects->keys = arena_grow(&subjects->sorting, subjects->keys, number, &subjects->key_room,
                                sizeof *subjects->keys);
    subjects->keys[number] = order_key(&subjects->sorting,
                                       record_cell(&practice->record, PRACTICE_TITLE));
    subjects->list[subjects->count++] = (struct subject){
        .id = record_cell(&practice->record, PRACTICE_ID),
        .title = record_cell(&practice->record, PRACTICE_TITLE),
        .country = record_cell(&practice->record, PRACTICE_COUNTRY),
        .practice = practice,
    };
    subjects->sorted = false;
}

static uint64_t key_start(const char *key) {
    uint64_t start = 0;
    for (size_t i = 0; i < sizeof start; i++) {
        start = start << 8 | (unsigned char)*key;
        key += *key != '\0';
    }
    return start;
}

/* Most keys differ in their first bytes, which need no look elsewhere. */
static int sorting_compare(const void *left, const void *right) {
    const struct sorting *one = left;
    const struct sorting *other = right;
    if (one->start != other->start) {
        return one->start < other->start ? -1 : 1;
    }
    const int order = strcmp(one->key, other->key);
    return order ? order : strcmp(one->subject->id, other->subject->id);
}

/* `keys`: of each in the list; NULL: they are made here. */
static void subjects_order(struct subject *list, const char *const *keys, size_t count,
                           struct arena_end end) {
    struct arena scratch;
    arena_init(&scratch, end);
    struct sorting *sorting = arena_array(&scratch, count, sizeof *sorting);
    for (size_t i = 0; i < count; i++) {
        const char *key = keys ? keys[i] : order_key(&scratch, list[i].title);
        sorting[i] = (struct sorting){.start = key_start(key), .key = key, .subject = &list[i]};
    }
    struct subject *sorted = arena_array(&scratch, count, sizeof *sorted);
    if (count > 0) {
        qsort(sorting, count, sizeof *sorting, sorting_compare);
    }
    for (size_t i = 0; i < count; i++) {
        sorted[i] = *sorting[i].subject;
    }
    if (count > 0) {
        memcpy(list, sorted, count * sizeof *list);
    }
    arena_free(&scratch);
}

void subjects_sort(struct subjects *subjects) {
    subjects_order(subjects->list + subjects->own, subjects->keys, subjects->count - subjects->own,
                   subjects->arena->end);
    subjects_free(subjects);
    subjects->sorted = true;
}

static const char *keep(struct arena *arena, const char *text) {
    return arena_copy(arena, text, strlen(text));
}

void subjects_own(struct subjects *subjects, const struct notes *notes) {
    const size_t count = notes->own_count;
    const size_t before = subjects->gap + subjects->own;
    if (subjects->own > 0) {
        subjects->list += subjects->own;
    }
    subjects->count -= subjects->own;
    subjects->gap = before;
    subjects->own = 0;
    if (count > before) {
        list_move(subjects, 2 * count, 2 * count + subjects->room);
    }
    if (count == 0) {
        return;
    }
    subjects->list -= count;
    subjects->gap -= count;
    subjects->count += count;
    subjects->own = count;
    for (size_t i = 0; i < count; i++) {
        const struct own_noted *own = &notes->own[i];
        subjects->list[i] = (struct subject){
            .id = keep(subjects->arena, own->noted.id),
            .title = keep(subjects->arena, own->title),
            .country = keep(subjects->arena, own->country_code),
        };
    }
    subjects_order(subjects->list, NULL, count, subjects->arena->end);
}

long subjects_find(const struct subjects *subjects, const char *id) {
    for (size_t i = 0; i < subjects->count; i++) {
        if (strcmp(subjects->list[i].id, id) == 0) {
            return (long)i;
        }
    }
    return -1;
}
