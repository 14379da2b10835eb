#include "vademecum/find/filter_apply.h"

#include "vademecum/find/gaps.h"
#include "vademecum/find/members.h"
#include "vademecum/find/set.h"

/* Which members pass the filters of one facet. */
static void facet_run(struct find *find, enum facet facet) {
    struct members *members = &find->facet_members[facet];
    if (!members->practices.words) {
        *members = members_make(find, &find->work);
    }
    bits_clear(&members->practices);
    for (size_t i = 0; i < find->notes.own_count; i++) {
        members->own[i] = false;
    }
    for (size_t i = 0; i < find->filters.count; i++) {
        if (find->filters.chosen[i].facet == facet) {
            filter_apply_value(find, members, facet, find->filters.chosen[i].value);
        }
    }
}

/* Takes out what is off the list, unless that is what is looked for. */
static void off_drop(const struct find *find, const struct filters *filters, enum facet counted,
                     struct members *members) {
    const bool wanted = counted == FACET_OFF || filter_use(filters, FACET_OFF);
    for (size_t i = 0; i < find->notes.own_count && !wanted; i++) {
        members->own[i] = members->own[i] && !find->notes.own[i].off;
    }
}

void filter_apply(struct find *find, const struct wish *wish) {
    if (find->filtered && filter_same(&find->filters, &wish->filters)) {
        return;
    }
    find->filters = wish->filters;
    find->filtered = true;
    members_and(find, &find->kept, &find->all, &find->all);
    off_drop(find, &find->filters, FACET_COUNT, &find->kept);
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        if (filter_use(&find->filters, facet)) {
            facet_run(find, facet);
            members_and(find, &find->kept, &find->kept, &find->facet_members[facet]);
        }
    }
}

struct members filter_apply_without(struct find *find, const struct wish *wish, enum facet facet,
                                    struct arena *arena) {
    filter_apply(find, wish);
    struct members result = members_make(find, arena);
    members_and(find, &result, &find->all, &find->all);
    off_drop(find, &find->filters, facet, &result);
    for (enum facet other = 0; other < FACET_COUNT; other++) {
        if (other != facet && filter_use(&find->filters, other)) {
            members_and(find, &result, &result, &find->facet_members[other]);
        }
    }
    return result;
}

/* Adds by what the reviewer said, which is little: few practices have anything said of them. */
static void noted_add(const struct find *find, struct bits *found, enum facet facet,
                      uint32_t value) {
    struct arena scratch;
    arena_init(&scratch, find->work.end);
    struct bits chosen = bits_make(&scratch, found->count);
    if (notes_is(NULL, facet, value)) {
        bits_fill(&chosen);
    }
    for (size_t i = 0; i < find->notes.noted_count; i++) {
        const struct noted *noted = &find->notes.noted[i];
        if (noted->practice >= found->count) {
            continue;
        }
        const uint64_t bit = UINT64_C(1) << noted->practice % BITS_WORD;
        uint64_t *word = &chosen.words[noted->practice / BITS_WORD];
        *word = notes_is(noted, facet, value) ? *word | bit : *word & ~bit;
    }
    bits_or(found, found, &chosen);
    arena_free(&scratch);
}

void filter_apply_value(struct find *find, struct members *members, enum facet facet,
                        uint32_t value) {
    const struct set *set = facets_set(find->facets, facet, value);
    if (set) {
        set_add_to(set, &members->practices);
    } else if (facet == FACET_YEAR) {
        facets_year(find->facets, value, &members->practices);
    } else if (facet == FACET_GAPS) {
        for (size_t i = 0; i < members->practices.count; i++) {
            if (gaps_most(find, find->gaps_met[i]) == (value == FACET_YES)) {
                bits_put(&members->practices, i);
            }
        }
    } else {
        noted_add(find, &members->practices, facet, value);
    }
    for (size_t place = 0; place < find->subjects.own; place++) {
        const size_t number = find->numbers[place];
        const struct own_noted *own = &find->notes.own[number];
        const bool has = facet == FACET_GAPS
                             ? gaps_most(find, gaps_at(find, place)) == (value == FACET_YES)
                             : notes_own_has(&find->notes, own, facet, value);
        members->own[number] |= has;
    }
}
