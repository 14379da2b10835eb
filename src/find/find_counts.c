/* Counts the practices that each value of a facet would leave. */
#include "vademecum/base/order.h"
#include "vademecum/find/filter_apply.h"
#include "vademecum/find/find_parts.h"
#include "vademecum/find/gaps.h"
#include "vademecum/find/match.h"
#include "vademecum/find/members.h"
#include "vademecum/find/set.h"

#include <stdlib.h>
#include <string.h>

enum {
    YEARS = 10000,
    YES_AND_NO = 2
};

/* A value and what it is sorted by. */
struct value_key {
    const char *label; /* as order_key has it */
    struct facet_count count;
};

static size_t own_count(const struct find *find, const struct members *base, enum facet facet,
                        uint32_t value) {
    size_t count = 0;
    for (size_t i = 0; i < find->notes.own_count; i++) {
        count += base->own[i] && notes_own_has(&find->notes, &find->notes.own[i], facet, value);
    }
    return count;
}

static void counts_add(struct facet_count **counts, size_t *count, size_t *room,
                       struct arena *arena, const struct facet_count *value) {
    *counts = arena_grow(arena, *counts, *count, room, sizeof **counts);
    (*counts)[(*count)++] = *value;
}

/* The years of a practice of the catalogue, or behind these of an own one. */
static struct years years_of(const struct find *find, const struct members *base, size_t i) {
    const size_t practices = base->practices.count;
    return i < practices ? facets_years(find->facets, i) : find->notes.own[i - practices].years;
}

static bool base_has(const struct members *base, size_t i) {
    const size_t practices = base->practices.count;
    return i < practices ? bits_has(&base->practices, i) : base->own[i - practices];
}

/* What practices state that may be found by it: how many do, and from when to when. */
struct stated {
    unsigned first;
    unsigned last;
    size_t count; /* of the base */
};

static struct stated years_stated(const struct find *find, const struct members *base) {
    struct stated stated = {.first = YEARS};
    for (size_t i = 0; i < base->practices.count + find->notes.own_count; i++) {
        const struct years years = years_of(find, base, i);
        unsigned first;
        unsigned last;
        const bool known = years_span(&years, 0, &first, &last);
        stated.count += base_has(base, i) && (known || years.ongoing || years.ended);
        stated.first = known && first < stated.first ? first : stated.first;
        stated.last = known && last > stated.last ? last : stated.last;
    }
    return stated;
}

static size_t year_count(const struct find *find, const struct members *base, uint32_t value) {
    size_t count = 0;
    for (size_t i = 0; i < base->practices.count + find->notes.own_count; i++) {
        const struct years years = years_of(find, base, i);
        count += base_has(base, i) && years_are(&years, value);
    }
    return count;
}

/* Running and ended ones, then ten years at a time, the latest first, and single years chosen. */
static void years_count(struct find *find, const struct members *base, struct arena *arena,
                        const struct filters *filters, struct facet_counts *counts) {
    const struct stated stated = years_stated(find, base);
    uint32_t wanted[YEARS / YEARS_TEN + FILTERS_MAX + YES_AND_NO] = {YEARS_NOW, YEARS_ENDED};
    size_t count = YES_AND_NO;
    for (unsigned ten = stated.last / YEARS_TEN + 1; ten-- > stated.first / YEARS_TEN;) {
        wanted[count++] = YEARS_DECADE + ten * YEARS_TEN;
    }
    for (size_t i = 0; i < filters->count; i++) {
        if (filters->chosen[i].facet == FACET_YEAR && filters->chosen[i].value < YEARS) {
            wanted[count++] = filters->chosen[i].value;
        }
    }
    struct facet_count *values = arena_array(arena, count, sizeof *values);
    for (size_t i = 0; i < count; i++) {
        values[i] = (struct facet_count){
            .value = wanted[i],
            .count = year_count(find, base, wanted[i]),
            .chosen = filter_has(filters, FACET_YEAR, wanted[i]),
        };
    }
    counts->values = values;
    counts->count = count;
    counts->unstated = members_number(find, base) - stated.count;
}

/* Below which number all values of a facet are. */
static size_t values_number(const struct find *find, enum facet facet) {
    const bool reviewers = facet == FACET_SHORTLIST || facet == FACET_REVIEWED ||
                           facet == FACET_STATUS || facet == FACET_OFF || facet == FACET_GAPS;
    return reviewers ? YES_AND_NO : facets_values(find->facets, facet);
}

/* Whether the value is to be shown: that nobody has one is worth knowing, but of countries. */
static bool value_stands(const struct find *find, enum facet facet, uint32_t value) {
    const char *scheme = facets_scheme(facet);
    if (scheme) {
        return strcmp(record_cell(&find->catalogue->terms[value].record, TERM_SCHEME), scheme) == 0;
    }
    if (facet == FACET_GAPS || facet == FACET_OFF) {
        return value == FACET_YES;
    }
    const struct set *set = facets_set(find->facets, facet, value);
    bool stands = facet != FACET_COUNTRY || set->pages;
    for (size_t i = 0; i < find->notes.own_count && !stands; i++) {
        stands = notes_own_has(&find->notes, &find->notes.own[i], facet, value);
    }
    return stands;
}

/* How many of the base have the value. */
static size_t value_count(struct find *find, const struct members *base, enum facet facet,
                          uint32_t value, struct arena *scratch) {
    const struct set *set = facets_set(find->facets, facet, value);
    if (set) {
        return set_common(set, &base->practices) + own_count(find, base, facet, value);
    }
    struct members members = members_make(find, scratch);
    filter_apply_value(find, &members, facet, value);
    members_and(find, &members, &members, base);
    return members_number(find, &members);
}

static int key_compare(const void *left, const void *right) {
    const struct value_key *one = left;
    const struct value_key *other = right;
    const int order = strcmp(one->label, other->label);
    return order
               ? order
               : (one->count.value > other->count.value) - (one->count.value < other->count.value);
}

static void labels_sort(const struct find *find, struct facet_count *values, size_t count,
                        enum facet facet, struct arena *scratch) {
    struct value_key *keys = arena_array(scratch, count, sizeof *keys);
    for (size_t i = 0; i < count; i++) {
        const char *label = filter_value_label(find->catalogue, facet, values[i].value, NULL,
                                               scratch);
        keys[i] = (struct value_key){order_key(scratch, label), values[i]};
    }
    if (count > 0) {
        qsort(keys, count, sizeof *keys, key_compare);
    }
    for (size_t i = 0; i < count; i++) {
        values[i] = keys[i].count;
    }
}

/* Items of checklists that some practice is marked with come first, each kind in its order. */
static void marked_first(const struct find *find, struct facet_count *values, size_t count,
                         struct arena *scratch) {
    const struct catalogue *catalogue = find->catalogue;
    struct facet_count *all = arena_array(scratch, count, sizeof *all);
    bool *marked = arena_array(scratch, catalogue->checklist_count, sizeof *marked);
    size_t put = 0;
    for (size_t i = 0; i < count; i++) {
        const struct item *item = &catalogue->items[values[i].value];
        all[i] = values[i];
        marked[catalogue_checklist_of(item) - catalogue->checklists] |= values[i].count > 0;
    }
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < count; i++) {
            const struct item *item = &catalogue->items[all[i].value];
            if (marked[catalogue_checklist_of(item) - catalogue->checklists] == (pass == 0)) {
                values[put++] = all[i];
            }
        }
    }
}

struct facet_counts find_counts(struct find *find, const struct wish *wish, enum facet facet,
                                struct arena *arena) {
    find_refresh(find);
    gaps_run(find, wish);
    struct arena scratch;
    arena_init(&scratch, arena->end);
    struct members base = filter_apply_without(find, wish, facet, &scratch);
    const struct query query = find_query(find, wish->words, &scratch);
    members_and(find, &base, &base, match_run(find, &query));
    struct facet_counts counts = {.values = NULL};
    if (facet == FACET_YEAR) {
        years_count(find, &base, arena, &wish->filters, &counts);
        arena_free(&scratch);
        return counts;
    }
    struct facet_count *values = NULL;
    size_t room = 0;
    size_t stated = 0;
    for (uint32_t value = 0; value < values_number(find, facet); value++) {
        const bool chosen = filter_has(&wish->filters, facet, value);
        if (!chosen && !value_stands(find, facet, value)) {
            continue;
        }
        const struct facet_count count = {
            .value = value,
            .count = value_count(find, &base, facet, value, &scratch),
            .chosen = chosen,
        };
        stated += count.count;
        counts_add(&values, &counts.count, &room, arena, &count);
    }
    const bool single = facet == FACET_COUNTRY || facet == FACET_SCALE || facet == FACET_ONGOING;
    counts.unstated = single ? members_number(find, &base) - stated : 0;
    if (facet == FACET_COUNTRY) {
        labels_sort(find, values, counts.count, facet, &scratch);
    } else if (facet == FACET_MEETS) {
        marked_first(find, values, counts.count, &scratch);
    }
    counts.values = values;
    arena_free(&scratch);
    return counts;
}
