#include "vademecum/find/gaps.h"

#include "vademecum/find/set.h"
#include "vademecum/review/verdict.h"

#include <string.h>

/* The practice whose gaps are meant; "" when there is none. */
static const char *gaps_practice(const struct find *find, const struct wish *wish) {
    if (wish->gaps_of) {
        return wish->gaps_of;
    }
    return find->notes.worked_on ? find->notes.worked_on : "";
}

void gaps_run(struct find *find, const struct wish *wish) {
    const char *id = gaps_practice(find, wish);
    if (find->gaps_known && strcmp(find->gaps_of, id) == 0) {
        return;
    }
    const struct catalogue *catalogue = find->catalogue;
    const size_t practices = find->taken[FIND_PRACTICES];
    find->gaps_of = arena_copy(&find->work, id, strlen(id));
    find->gaps_known = true;
    find->gap_count = 0;
    find->filtered = false;
    find->ordered = find->ordered && find->order != ORDER_GAPS;
    if (!find->gaps_met) {
        find->gaps_met = arena_array(&find->work, practices, sizeof *find->gaps_met);
        find->gaps = arena_array(&find->work, catalogue->item_count, sizeof *find->gaps);
    }
    memset(find->gaps_met, 0, practices * sizeof *find->gaps_met);
    for (size_t item = 0; item < catalogue->item_count && id[0] && find->reviewer; item++) {
        const enum verdict verdict = verdict_of(find->review, find->reviewer, id,
                                                &catalogue->items[item]);
        if (verdict != VERDICT_NOT_MET && verdict != VERDICT_PARTLY) {
            continue;
        }
        find->gaps[find->gap_count++] = item;
        const struct set *set = facets_set(find->facets, FACET_MEETS, (uint32_t)item);
        for (size_t i = 0; i < practices && set->pages; i++) {
            find->gaps_met[i] = (uint16_t)(find->gaps_met[i] + set_has(set, i));
        }
    }
}

size_t gaps_at(const struct find *find, size_t place) {
    const size_t number = find->numbers[place];
    return place < find->subjects.own ? gaps_own(find, &find->notes.own[number])
                                      : find->gaps_met[number];
}

size_t gaps_own(const struct find *find, const struct own_noted *own) {
    size_t met = 0;
    for (size_t i = 0; i < find->gap_count; i++) {
        met += own->met[find->gaps[i]];
    }
    return met;
}

bool gaps_most(const struct find *find, size_t met) {
    return 2 * met > find->gap_count;
}
