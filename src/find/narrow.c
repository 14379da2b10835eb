/* What the filters leave, and what each value of a facet would leave. */
#include "vademecum/base/order.h"
#include "vademecum/find/find_parts.h"

#include "vademecum/review/verdict.h"

#include <stdlib.h>
#include <string.h>

/* A value and what it is sorted by. */
struct value_key {
    const char *label; /* as order_key has it */
    struct facet_count count;
};

static void facet_run(struct find *find, enum facet facet);
static void value_add(struct find *find, struct members *members, enum facet facet, uint32_t value);
static void noted_add(const struct find *find, struct bits *found, enum facet facet,
                      uint32_t value);
static bool gaps_most(const struct find *find, size_t met);
static const char *gaps_practice(const struct find *find, const struct wish *wish);
static size_t own_count(const struct find *find, const struct members *base, enum facet facet,
                        uint32_t value);
static void counts_add(struct facet_count **counts, size_t *count, size_t *room,
                       struct arena *arena, const struct facet_count *value);
static size_t values_number(const struct find *find, enum facet facet);
static size_t value_count(struct find *find, const struct members *base, enum facet facet,
                          uint32_t value, struct arena *scratch);
static bool value_stands(const struct find *find, enum facet facet, uint32_t value);
static void years_count(struct find *find, const struct members *base, struct arena *arena,
                        const struct filters *filters, struct facet_counts *counts);
static void years_add(const struct years *years, unsigned now, bool counts, size_t *changes,
                      size_t *stated, bool *seen);
static void labels_sort(const struct find *find, struct facet_count *values, size_t count,
                        enum facet facet, struct arena *scratch);
static int key_compare(const void *left, const void *right);

enum {
    YEARS = 10000,
    YES_AND_NO = 2
};

void narrow_run(struct find *find, const struct wish *wish) {
    if (find->filtered && filters_same(&find->filters, &wish->filters)) {
        return;
    }
    find->filters = wish->filters;
    find->filtered = true;
    members_and(find, &find->kept, &find->all, &find->all);
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        if (filters_use(&find->filters, facet)) {
            facet_run(find, facet);
            members_and(find, &find->kept, &find->kept, &find->facet_members[facet]);
        }
    }
}

struct members narrow_without(struct find *find, const struct wish *wish, enum facet facet,
                              struct arena *arena) {
    narrow_run(find, wish);
    struct members result = members_make(find, arena);
    members_and(find, &result, &find->all, &find->all);
    for (enum facet other = 0; other < FACET_COUNT; other++) {
        if (other != facet && filters_use(&find->filters, other)) {
            members_and(find, &result, &result, &find->facet_members[other]);
        }
    }
    return result;
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

struct facet_counts find_counts(struct find *find, const struct wish *wish, enum facet facet,
                                struct arena *arena) {
    find_refresh(find);
    gaps_run(find, wish);
    struct arena scratch;
    arena_init(&scratch, arena->end);
    struct members base = narrow_without(find, wish, facet, &scratch);
    const struct query query = query_read(&scratch, wish->words ? wish->words : "");
    members_and(find, &base, &base, evaluate_run(find, &query));
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
        const bool chosen = filters_has(&wish->filters, facet, value);
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
            value_add(find, members, facet, find->filters.chosen[i].value);
        }
    }
}

/* Adds the members with the value. */
static void value_add(struct find *find, struct members *members, enum facet facet,
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
                             : own_has(&find->notes, own, facet, value);
        members->own[number] |= has;
    }
}

/* Of the facets that are the reviewer's: few practices have anything said of them. */
static void noted_add(const struct find *find, struct bits *found, enum facet facet,
                      uint32_t value) {
    struct arena scratch;
    arena_init(&scratch, find->work.end);
    struct bits chosen = bits_make(&scratch, found->count);
    if (noted_is(NULL, facet, value)) {
        bits_fill(&chosen);
    }
    for (size_t i = 0; i < find->notes.noted_count; i++) {
        const struct noted *noted = &find->notes.noted[i];
        if (noted->practice >= found->count) {
            continue;
        }
        const uint64_t bit = UINT64_C(1) << noted->practice % BITS_WORD;
        uint64_t *word = &chosen.words[noted->practice / BITS_WORD];
        *word = noted_is(noted, facet, value) ? *word | bit : *word & ~bit;
    }
    bits_or(found, found, &chosen);
    arena_free(&scratch);
}

/* Whether that is more than half of the gaps. */
static bool gaps_most(const struct find *find, size_t met) {
    return 2 * met > find->gap_count;
}

/* The practice whose gaps are meant; "" when there is none. */
static const char *gaps_practice(const struct find *find, const struct wish *wish) {
    if (wish->gaps_of) {
        return wish->gaps_of;
    }
    return find->notes.worked_on ? find->notes.worked_on : "";
}

static void counts_add(struct facet_count **counts, size_t *count, size_t *room,
                       struct arena *arena, const struct facet_count *value) {
    *counts = arena_grow(arena, *counts, *count, room, sizeof **counts);
    (*counts)[(*count)++] = *value;
}

/* Below which number all values of a facet are. */
static size_t values_number(const struct find *find, enum facet facet) {
    const bool reviewers = facet == FACET_SHORTLIST || facet == FACET_REVIEWED ||
                           facet == FACET_STATUS || facet == FACET_GAPS;
    return reviewers ? YES_AND_NO : facets_values(find->facets, facet);
}

/* How many of the base have the value. */
static size_t value_count(struct find *find, const struct members *base, enum facet facet,
                          uint32_t value, struct arena *scratch) {
    const struct set *set = facets_set(find->facets, facet, value);
    if (set) {
        return set_common(set, &base->practices) + own_count(find, base, facet, value);
    }
    struct members members = members_make(find, scratch);
    value_add(find, &members, facet, value);
    members_and(find, &members, &members, base);
    return members_number(find, &members);
}

static size_t own_count(const struct find *find, const struct members *base, enum facet facet,
                        uint32_t value) {
    size_t count = 0;
    for (size_t i = 0; i < find->notes.own_count; i++) {
        count += base->own[i] && own_has(&find->notes, &find->notes.own[i], facet, value);
    }
    return count;
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
        if (own_has(&find->notes, &find->notes.own[i], facet, value)) {
            return true;
        }
    }
    return false;
}

/* By the years in which the number of active practices changes: one pass, however many years. */
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
            .chosen = filters_has(filters, FACET_YEAR, year),
        };
        if (seen[year] || count.chosen) {
            counts_add(&values, &counts->count, &room, arena, &count);
        }
    }
    counts->values = values;
    counts->unstated = members_number(find, base) - stated;
    arena_free(&scratch);
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

static int key_compare(const void *left, const void *right) {
    const struct value_key *one = left;
    const struct value_key *other = right;
    const int order = strcmp(one->label, other->label);
    return order
               ? order
               : (one->count.value > other->count.value) - (one->count.value < other->count.value);
}
