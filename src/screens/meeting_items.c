#include "vademecum/review/reviewer.h"
#include "vademecum/screens/meeting.h"

static const enum screen_id screen = SCREEN_MEETING;

struct meeting *meeting_of(const struct desk *desk) {
    return desk_state(desk, screen);
}

const struct disputed *meeting_here(const struct desk *desk) {
    return &meeting_of(desk)->items[meeting_of(desk)->at];
}

bool meeting_decided_on(const struct desk *desk, size_t at) {
    const struct meeting *meeting = meeting_of(desk);
    return work_verdict(desk, &meeting->subject, meeting->items[at].item) != VERDICT_NONE;
}

size_t meeting_decided(const struct desk *desk) {
    size_t count = 0;
    for (size_t i = 0; i < meeting_of(desk)->count; i++) {
        count += meeting_decided_on(desk, i);
    }
    return count;
}

/* All reviewers but groups: what a group has decided is no further opinion. */
static const char *const *persons(const struct desk *desk, struct arena *arena, size_t *count) {
    size_t all;
    const char *const *others = work_others(desk, &all);
    const char **list = arena_array(arena, all + 1, sizeof *list);
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        if (!reviewer_group(others[i])) {
            list[(*count)++] = others[i];
        }
    }
    return list;
}

static const struct disputed *disputed_find(const struct differ *differ, const struct item *item) {
    for (size_t i = 0; i < differ->count; i++) {
        if (differ->items[i].item == item) {
            return &differ->items[i];
        }
    }
    return NULL;
}

/* Nobody has marked it, or all that is said is that nobody knows. */
static bool item_open(const struct disputed *disputed, size_t reviewers) {
    for (size_t i = 0; disputed && i < reviewers; i++) {
        if (disputed->verdicts[i] != VERDICT_NONE && disputed->verdicts[i] != VERDICT_UNKNOWN) {
            return false;
        }
    }
    return true;
}

void meeting_gather(struct desk *desk) {
    struct meeting *meeting = meeting_of(desk);
    struct arena *arena = desk_arena(desk, screen);
    const struct checklist *checklist = work_checklist(desk, &meeting->subject);
    const struct report report = work_report(desk, arena);
    struct differ_wish wish = {.practice = meeting->subject.id, .checklist = checklist};
    wish.reviewers = persons(desk, arena, &wish.reviewer_count);
    meeting->differ = wish.reviewer_count > 0 ? differ_gather(&report, &wish) : (struct differ){0};
    const struct differ *differ = &meeting->differ;
    struct disputed *items = arena_array(arena, checklist->item_count + 1, sizeof *items);
    const enum verdict *none = arena_array(arena, differ->reviewer_count + 1, sizeof *none);
    meeting->count = 0;
    for (size_t i = 0; i < differ->differing; i++) {
        items[meeting->count++] = differ->items[i];
    }
    for (size_t i = 0; i < checklist->item_count; i++) {
        const struct item *item = &checklist->items[i];
        const struct disputed *disputed = disputed_find(differ, item);
        if (item_open(disputed, differ->reviewer_count)) {
            items[meeting->count++] = disputed ? *disputed
                                               : (struct disputed){.item = item, .verdicts = none};
        }
    }
    meeting->items = items;
}
