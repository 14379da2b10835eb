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

/* Adds one practice; `changes` of a year is how many more are active in it, modulo SIZE_MAX + 1. */
static void years_add(const struct years *years, unsigned now, bool counts, size_t *changes,
                      size_t *stated, bool *seen) {
    unsigned first;
    unsigned last;
    if (!years_span(years, now, &first, &last)) {
        return;
    }
    for (unsigned year = first; year <= last; year++) {
        seen[year] |= years_active(years, year);
    }
    if (counts) {
        (*stated)++;
        for (unsigned year = first; year <= last; year++) {
            const bool active = years_active(years, year);
            changes[year] += active;
            changes[year + 1] -= active;
        }
    }
}

static void counts_add(struct facet_count **counts, size_t *count, size_t *room,
                       struct arena *arena, const struct facet_count *value) {
    *counts = arena_grow(arena, *counts, *count, room, sizeof **counts);
    (*counts)[(*count)++] = *value;
}

/* Adds up where the number of active practices changes: one pass, however many years. */
static void years_count(struct find *find, const struct members *base, struct arena *arena,
                        const struct filters *filters, struct facet_counts *counts) {
    struct arena scratch;
    arena_init(&scratch, arena->end);
    size_t *changes = arena_array(&scratch, YEARS + 1, sizeof *changes);
    bool *seen = arena_array(&scratch, YEARS + 1, sizeof *seen);
    unsigned now = 0;
    size_t stated = 0;
    const size_t practices = base->practices.count;
    for (size_t i = 0; i < practices + find->notes.own_count; i++) {
        const struct years years = i < practices ? facets_years(find->facets, i)
                                                 : find->notes.own[i - practices].years;
        now = years.start > now ? years.start : now;
        now = years.end > now ? years.end : now;
    }
    for (size_t i = 0; i < filters->count; i++) {
        const struct filter *filter = &filters->chosen[i];
        now = filter->facet == FACET_YEAR && filter->value > now ? filter->value : now;
    }
    for (size_t i = 0; i < practices + find->notes.own_count; i++) {
        const bool own = i >= practices;
        const struct years years = own ? find->notes.own[i - practices].years
                                       : facets_years(find->facets, i);
        years_add(&years, now, own ? base->own[i - practices] : bits_has(&base->practices, i),
                  changes, &stated, seen);
    }
    struct facet_count *values = NULL;
    size_t room = 0;
    size_t active = 0;
    for (uint32_t year = 1; year < YEARS; year++) {
        active += changes[year];
        const struct facet_count count = {
            .value = year,
            .count = active,
            .chosen = filter_has(filters, FACET_YEAR, year),
        };
        if (seen[year] || count.chosen) {
            counts_add(&values, &counts->count, &room, arena, &count);
        }
    }
    counts->values = values;
    counts->unstated = members_number(find, base) - stated;
    arena_free(&scratch);
}

/* Below which number all values of a facet are. */
static size_t values_number(const struct find *find, enum facet facet) {
    const bool reviewers = facet == FACET_SHORTLIST || facet == FACET_REVIEWED ||
                           facet == FACET_STATUS || facet == FACET_GAPS;
    return reviewers ? YES_AND_NO : facets_values(find->facets, facet);
}

/* Whether the value is to be shown: some practice has it. */
static bool value_stands(const struct find *find, enum facet facet, uint32_t value) {
    const char *scheme = facets_scheme(facet);
    const struct set *set = facets_set(find->facets, facet, value);
    if (scheme &&
        strcmp(record_cell(&find->catalogue->terms[value].record, TERM_SCHEME), scheme) != 0) {
        return false;
    }
    if (facet == FACET_GAPS) {
        return value == FACET_YES;
    }
    if (!set || set->pages) {
        return true;
    }
    for (size_t i = 0; i < find->notes.own_count; i++) {
        if (notes_own_has(&find->notes, &find->notes.own[i], facet, value)) {
            return true;
        }
    }
    return false;
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
    }
    counts.values = values;
    arena_free(&scratch);
    return counts;
}
