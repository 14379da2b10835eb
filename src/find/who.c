#include "vademecum/find/who.h"

#include "vademecum/base/order.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/review/own.h"

#include <stdlib.h>
#include <string.h>

/* An entry, and its title where places are not known. */
struct titled {
    struct who_entry entry;
    const char *title; /* order_key, or "" */
};

static const struct term **practice_terms(const struct practice *practice, const char *scheme,
                                          struct arena *arena, size_t *count) {
    const struct term **terms = NULL;
    size_t room = 0;
    *count = 0;
    for (const struct practice_term *term = practice->terms; term; term = term->next) {
        if (strcmp(record_cell(&term->term->record, TERM_SCHEME), scheme) == 0) {
            terms = arena_grow(arena, terms, *count, &room, sizeof *terms);
            terms[(*count)++] = term->term;
        }
    }
    return terms;
}

struct kin who_practice(const struct practice *practice, struct arena *arena) {
    struct kin reviewed = {
        .id = record_cell(&practice->record, PRACTICE_ID),
        .country = record_cell(&practice->record, PRACTICE_COUNTRY),
    };
    reviewed.areas = practice_terms(practice, "area", arena, &reviewed.area_count);
    reviewed.groups = practice_terms(practice, "target_group", arena, &reviewed.group_count);
    return reviewed;
}

struct kin who_own(const struct catalogue *catalogue, const struct review *review, const char *id,
                   struct arena *arena) {
    const char *country = codes_country(review_fact(review, id, "own.country"));
    const char *areas = review_fact(review, id, "own.area");
    const char *groups = review_fact(review, id, "own.target_group");
    struct kin reviewed = {.id = id, .country = country ? country : ""};
    reviewed.areas = own_terms(arena, catalogue, "area", areas, &reviewed.area_count);
    reviewed.groups = own_terms(arena, catalogue, "target_group", groups, &reviewed.group_count);
    return reviewed;
}

static bool terms_hold(const struct term *const *terms, size_t count, const struct term *wanted) {
    for (size_t i = 0; i < count; i++) {
        if (terms[i] == wanted) {
            return true;
        }
    }
    return false;
}

struct likeness who_likeness(const struct kin *reviewed, const struct practice *practice) {
    struct likeness likeness = {
        .country = reviewed->country[0] &&
                   strcmp(record_cell(&practice->record, PRACTICE_COUNTRY), reviewed->country) == 0,
    };
    for (const struct practice_term *term = practice->terms; term; term = term->next) {
        likeness.areas += terms_hold(reviewed->areas, reviewed->area_count, term->term);
        likeness.groups += terms_hold(reviewed->groups, reviewed->group_count, term->term);
    }
    return likeness;
}

bool who_spoken(const struct item *item) {
    return item->met == 0 && item->sayings;
}

static const struct saying *saying_from(const struct saying *saying,
                                        const struct practice *practice) {
    while (saying && saying->practice != practice) {
        saying = saying->next;
    }
    return saying;
}

const struct saying *who_saying(const struct practice *practice, const struct item *item) {
    return saying_from(item->sayings, practice);
}

const struct saying *who_next_saying(const struct saying *saying) {
    return saying_from(saying->next, saying->practice);
}

size_t who_speakers(const struct item *item) {
    size_t count = 0;
    for (const struct saying *saying = item->sayings; saying; saying = saying->next) {
        count += who_saying(saying->practice, item) == saying;
    }
    return count;
}

static bool meets(const struct catalogue *catalogue, const struct practice *practice,
                  const struct item *item) {
    return who_spoken(item) ? who_saying(practice, item) != NULL
                            : catalogue_mark(catalogue, practice, item) == MARK_MET;
}

static bool keeps(const struct who_filter *filter, const struct practice *practice) {
    return !filter || filter->keeps(filter->context, practice);
}

struct who who_count(const struct catalogue *catalogue, const struct kin *reviewed,
                     const struct item *item, const struct who_filter *filter) {
    const struct practice *self = catalogue_practice(catalogue, reviewed->id);
    struct who who = {
        .practices = catalogue->practice_count - (self ? 1 : 0),
        .spoken = who_spoken(item),
    };
    for (size_t i = 0; i < catalogue->practice_count; i++) {
        const struct practice *practice = &catalogue->practices[i];
        if (practice != self && meets(catalogue, practice, item)) {
            who.met++;
            who.count += keeps(filter, practice);
        }
    }
    return who;
}

static int more_first(size_t one, size_t other) {
    return (one < other) - (one > other);
}

static int entry_order(const struct who_entry *one, const struct who_entry *other) {
    const int orders[] = {
        more_first(one->model, other->model),
        more_first(one->likeness.country, other->likeness.country),
        more_first(one->tool != NULL, other->tool != NULL),
        more_first(one->likeness.areas, other->likeness.areas),
        more_first(one->likeness.groups, other->likeness.groups),
    };
    int order = 0;
    for (size_t i = 0; i < sizeof orders / sizeof *orders && order == 0; i++) {
        order = orders[i];
    }
    return order;
}

static int titled_order(const void *left, const void *right) {
    const struct titled *one = left;
    const struct titled *other = right;
    const int order = entry_order(&one->entry, &other->entry);
    const int by_title = order ? order : strcmp(one->title, other->title);
    return by_title
               ? by_title
               : (one->entry.place > other->entry.place) - (one->entry.place < other->entry.place);
}

struct who who_list(const struct catalogue *catalogue, const struct kin *reviewed,
                    const struct item *item, const struct who_filter *filter,
                    const uint32_t *places, struct arena *arena) {
    const struct practice *self = catalogue_practice(catalogue, reviewed->id);
    const struct practice *model = reviewed->model ? catalogue_practice(catalogue, reviewed->model)
                                                   : NULL;
    struct who who = who_count(catalogue, reviewed, item, filter);
    struct titled *titled = arena_array(arena, who.count, sizeof *titled);
    size_t count = 0;
    for (size_t i = 0; i < catalogue->practice_count; i++) {
        const struct practice *practice = &catalogue->practices[i];
        if (practice != self && meets(catalogue, practice, item) && keeps(filter, practice)) {
            const char *title = record_cell(&practice->record, PRACTICE_TITLE);
            titled[count].title = places ? "" : order_key(arena, title);
            titled[count++].entry = (struct who_entry){
                .practice = practice,
                .saying = who.spoken ? who_saying(practice, item) : NULL,
                .tool = catalogue_tool(practice, item->question),
                .likeness = who_likeness(reviewed, practice),
                .model = practice == model,
                .place = places ? places[practice->index] : practice->index,
            };
        }
    }
    if (count) {
        qsort(titled, count, sizeof *titled, titled_order);
    }
    struct who_entry *entries = arena_array(arena, count, sizeof *entries);
    for (size_t i = 0; i < count; i++) {
        entries[i] = titled[i].entry;
    }
    who.entries = entries;
    return who;
}
