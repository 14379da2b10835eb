#include "vademecum/find/sort.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/base/order.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/find/find_parts.h"
#include "vademecum/find/gaps.h"

#include <stdlib.h>
#include <string.h>

enum {
    COUNTRIES = 26 * 26,
    DIGIT = 256, /* values of a digit by which is sorted */
    DIGIT_BITS = 8,
    KEY_BITS = 64
};

/* A subject and what it is sorted by: the least first. */
struct keyed {
    uint64_t key;
    uint32_t place;
};

/* A country and what it is sorted by. */
struct country_key {
    const char *name; /* as order_key has it */
    uint32_t value;
};

static const struct {
    const char *name;
    const char *label;
} orders[ORDER_COUNT] = {
    [ORDER_TITLE] = {"title", N_("title")},
    [ORDER_COUNTRY] = {"country", N_("country")},
    [ORDER_START] = {"start", N_("start, the latest first")},
    [ORDER_MET] = {"met", N_("items met, the most first")},
    [ORDER_PROGRESS] = {"progress", N_("my progress")},
    [ORDER_REVIEWED] = {"reviewed", N_("last reviewed")},
    [ORDER_GAPS] = {"gaps", N_("meets most of my gaps")},
};

const char *sort_name(enum order order) {
    return orders[order].name;
}

const char *sort_label(enum order order) {
    return _(orders[order].label);
}

enum order sort_read(const char *typed, struct arena *scratch, struct fault *fault) {
    struct nearest nearest = nearest_none();
    const char *all = "";
    for (enum order order = 0; order < ORDER_COUNT; order++) {
        nearest_offer(&nearest, scratch, typed, orders[order].name, orders[order].name);
        if (nearest.distance == 0) {
            return order;
        }
        all = arena_printf(scratch, "%s%s%s", all, order ? ", " : "", orders[order].name);
    }
    if (nearest.meant) {
        fault_set(fault, FAULT_USAGE, NULL, 0, NULL, _("no order '%s'; did you mean %s?"), typed,
                  nearest.meant);
    } else {
        fault_set(fault, FAULT_USAGE, NULL, 0, NULL, _("no order '%s'; there are %s"), typed, all);
    }
    return ORDER_COUNT;
}

static uint32_t country_of(const struct subject *subject) {
    return facets_country(subject->country);
}

static int country_compare(const void *left, const void *right) {
    const struct country_key *one = left;
    const struct country_key *other = right;
    const int order = strcmp(one->name, other->name);
    return order ? order : (one->value > other->value) - (one->value < other->value);
}

/* The place of each country among all, by name in the order of the locale. */
static const uint32_t *country_ranks(const struct find *find, struct arena *scratch) {
    bool seen[COUNTRIES] = {false};
    struct country_key keys[COUNTRIES];
    size_t count = 0;
    for (size_t i = 0; i < find->subjects.count; i++) {
        const uint32_t value = country_of(&find->subjects.list[i]);
        if (value < COUNTRIES && !seen[value]) {
            char code[3];
            seen[value] = true;
            facets_country_code(value, code);
            const char *name = codes_country_name(code);
            keys[count++] = (struct country_key){order_key(scratch, name ? name : code), value};
        }
    }
    uint32_t *ranks = arena_array(scratch, COUNTRIES, sizeof *ranks);
    qsort(keys, count, sizeof *keys, country_compare);
    for (size_t i = 0; i < count; i++) {
        ranks[keys[i].value] = (uint32_t)i;
    }
    return ranks;
}

static uint64_t key_of(const struct find *find, enum order order, size_t place,
                       const uint32_t *ranks) {
    const bool own = place < find->subjects.own;
    const size_t number = find->numbers[place];
    const struct noted *noted = own ? &find->notes.own[number].noted
                                    : notes_of(&find->notes, number);
    switch (order) {
    case ORDER_COUNTRY: {
        const uint32_t country = country_of(&find->subjects.list[place]);
        return country < COUNTRIES ? ranks[country] : COUNTRIES;
    }
    case ORDER_START:
        return UINT64_MAX -
               (own ? find->notes.own[number].years : facets_years(find->facets, number)).began;
    case ORDER_MET:
        return UINT64_MAX - (own ? noted->met : facets_met(find->facets, number));
    case ORDER_PROGRESS:
        return UINT64_MAX - (noted ? noted->answered : 0);
    case ORDER_REVIEWED:
        return UINT64_MAX - (noted ? noted->last : 0);
    case ORDER_GAPS:
        return UINT64_MAX - gaps_at(find, place);
    default:
        return 0;
    }
}

/*
 * Digit by digit from the lowest, so that equal keys stay in their order, and only those digits in
 * which keys differ. Returns what was sorted, in one place or the other.
 */
static struct keyed *keyed_sort(struct keyed *keyed, size_t count, struct arena *scratch) {
    uint64_t differ = 0;
    for (size_t i = 1; i < count; i++) {
        differ |= keyed[i].key ^ keyed[0].key;
    }
    struct keyed *other = differ ? arena_array(scratch, count, sizeof *other) : NULL;
    for (unsigned shift = 0; shift < KEY_BITS; shift += DIGIT_BITS) {
        if ((differ >> shift & (DIGIT - 1)) == 0) {
            continue;
        }
        size_t starts[DIGIT + 1] = {0};
        for (size_t i = 0; i < count; i++) {
            starts[(keyed[i].key >> shift & (DIGIT - 1)) + 1]++;
        }
        for (size_t i = 0; i < DIGIT; i++) {
            starts[i + 1] += starts[i];
        }
        for (size_t i = 0; i < count; i++) {
            other[starts[keyed[i].key >> shift & (DIGIT - 1)]++] = keyed[i];
        }
        struct keyed *sorted = other;
        other = keyed;
        keyed = sorted;
    }
    return keyed;
}

/* Which group a practice of the catalogue is in: the least stands first. */
static uint64_t group_of(const struct find *find, enum grouping grouping, size_t place,
                         const uint32_t *ranks) {
    const struct collection *collection = find->subjects.list[place].practice->collection;
    switch (grouping) {
    case GROUPING_COUNTRY:
        return key_of(find, ORDER_COUNTRY, place, ranks);
    case GROUPING_COLLECTION:
        return (uint64_t)(collection - find->catalogue->collections);
    default:
        return 0;
    }
}

/* Brings the practices of each group together, and keeps their order. */
static struct keyed *grouped(const struct find *find, enum grouping grouping, struct keyed *keyed,
                             size_t count, const uint32_t *ranks, struct arena *scratch) {
    for (size_t i = 0; i < count; i++) {
        keyed[i].key = group_of(find, grouping, keyed[i].place, ranks);
    }
    return keyed_sort(keyed, count, scratch);
}

static void places_put(uint32_t *places, const struct keyed *sorted, size_t count) {
    for (size_t i = 0; i < count; i++) {
        places[i] = sorted[i].place;
    }
}

const uint32_t *sort_run(struct find *find, enum grouping grouping, enum order order) {
    const size_t count = find->subjects.count;
    if (find->ordered && find->order == order && find->grouping == grouping) {
        return find->order_places;
    }
    struct arena scratch;
    arena_init(&scratch, find->work.end);
    struct keyed *keyed = arena_array(&scratch, count, sizeof *keyed);
    const bool by_country = order == ORDER_COUNTRY || grouping == GROUPING_COUNTRY;
    const uint32_t *ranks = by_country ? country_ranks(find, &scratch) : NULL;
    for (size_t i = 0; i < count; i++) {
        keyed[i] = (struct keyed){key_of(find, order, i, ranks), (uint32_t)i};
    }
    if (!find->order_places) {
        find->order_places = arena_array(&find->work, count, sizeof *find->order_places);
    }
    const size_t own = find->subjects.own;
    struct keyed *others = keyed_sort(keyed + own, count - own, &scratch);
    places_put(find->order_places, keyed_sort(keyed, own, &scratch), own);
    others = grouped(find, grouping, others, count - own, ranks, &scratch);
    places_put(find->order_places + own, others, count - own);
    arena_free(&scratch);
    find->order = order;
    find->grouping = grouping;
    find->ordered = true;
    return find->order_places;
}
