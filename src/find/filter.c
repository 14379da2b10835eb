#include "vademecum/find/filter.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/review/own.h"

#include <stdlib.h>
#include <string.h>

enum {
    YEAR_MAX = 9999,
    TWO = 2,
    LIST_MOST = 12 /* values that a sentence lists */
};

/* What a facet is called. */
static const struct {
    const char *name;      /* when it is typed */
    const char *others[2]; /* other names that people know */
    const char *label;     /* on the screen */
} facets[FACET_COUNT] = {
    [FACET_COUNTRY] = {"country", {NULL}, N_("country")},
    [FACET_AREA] = {"area", {NULL}, N_("area")},
    [FACET_GROUP] = {"target_group", {"group", "target"}, N_("target group")},
    [FACET_FUND] = {"fund", {NULL}, N_("funded by")},
    [FACET_COLLECTION] = {"collection", {NULL}, N_("collection")},
    [FACET_SCALE] = {"scale", {NULL}, N_("scale")},
    [FACET_YEAR] = {"year", {"active"}, N_("year active")},
    [FACET_ONGOING] = {"ongoing", {NULL}, N_("ongoing")},
    [FACET_TOOLS] = {"tools", {"tool"}, N_("has tools")},
    [FACET_SHORTLIST] = {"shortlist", {NULL}, N_("shortlist")},
    [FACET_REVIEWED] = {"reviewed", {NULL}, N_("reviewed by me")},
    [FACET_STATUS] = {"status", {NULL}, N_("my review is")},
    [FACET_OFF] = {"off", {NULL}, N_("off the list")},
    [FACET_MEETS] = {"meets", {"item"}, N_("meets the item")},
    [FACET_GAPS] = {"gaps", {"gap"}, N_("meets most of my gaps")},
};

/* The two values of a facet that has no more. */
static const char *const yes_no[] = {[FACET_NO] = "no", [FACET_YES] = "yes"};
static const char *const draft_final[] = {[FACET_DRAFT] = "draft", [FACET_FINAL] = "final"};

bool filter_has(const struct filters *filters, enum facet facet, uint32_t value) {
    for (size_t i = 0; i < filters->count; i++) {
        if (filters->chosen[i].facet == facet && filters->chosen[i].value == value) {
            return true;
        }
    }
    return false;
}

bool filter_use(const struct filters *filters, enum facet facet) {
    for (size_t i = 0; i < filters->count; i++) {
        if (filters->chosen[i].facet == facet) {
            return true;
        }
    }
    return false;
}

bool filter_add(struct filters *filters, enum facet facet, uint32_t value) {
    if (filter_has(filters, facet, value)) {
        return true;
    }
    if (filters->count == FILTERS_MAX) {
        return false;
    }
    filters->chosen[filters->count++] = (struct filter){facet, value};
    return true;
}

void filter_remove(struct filters *filters, enum facet facet, uint32_t value) {
    size_t kept = 0;
    for (size_t i = 0; i < filters->count; i++) {
        const struct filter filter = filters->chosen[i];
        if (filter.facet != facet || filter.value != value) {
            filters->chosen[kept++] = filter;
        }
    }
    filters->count = kept;
}

void filter_drop(struct filters *filters, enum facet facet) {
    size_t kept = 0;
    for (size_t i = 0; i < filters->count; i++) {
        const struct filter filter = filters->chosen[i];
        if (filter.facet != facet) {
            filters->chosen[kept++] = filter;
        }
    }
    filters->count = kept;
}

void filter_clear(struct filters *filters) {
    filters->count = 0;
}

bool filter_same(const struct filters *one, const struct filters *other) {
    bool same = one->count == other->count;
    for (size_t i = 0; same && i < one->count; i++) {
        same = filter_has(other, one->chosen[i].facet, one->chosen[i].value);
    }
    return same;
}

const char *filter_name(enum facet facet) {
    return facets[facet].name;
}

const char *filter_label(enum facet facet) {
    return _(facets[facet].label);
}

/* The names of the two values of a facet that has no more, else NULL. */
static const char *const *choice_names(enum facet facet) {
    switch (facet) {
    case FACET_ONGOING:
    case FACET_TOOLS:
    case FACET_SHORTLIST:
    case FACET_REVIEWED:
    case FACET_OFF:
    case FACET_GAPS:
        return yes_no;
    case FACET_STATUS:
        return draft_final;
    default:
        return NULL;
    }
}

/* "now", "ended", "2010s", "2018" */
static const char *year_name(uint32_t value, struct arena *arena) {
    return value == YEARS_NOW     ? "now"
           : value == YEARS_ENDED ? "ended"
           : value < YEARS_DECADE ? arena_printf(arena, "%u", (unsigned)value)
                                  : arena_printf(arena, "%us", (unsigned)value - YEARS_DECADE);
}

const char *filter_value_name(const struct catalogue *catalogue, enum facet facet, uint32_t value,
                              struct arena *arena) {
    char code[3];
    if (facets_scheme(facet)) {
        return record_cell(&catalogue->terms[value].record, TERM_TERM);
    }
    if (choice_names(facet)) {
        return choice_names(facet)[value];
    }
    switch (facet) {
    case FACET_COUNTRY:
        facets_country_code(value, code);
        return arena_copy(arena, code, strlen(code));
    case FACET_COLLECTION:
        return record_cell(&catalogue->collections[value].record, COLLECTION_ID);
    case FACET_SCALE:
        return own_field("own.scale")->choices[value].value;
    case FACET_MEETS:
        return record_cell(&catalogue->items[value].record, ITEM_ID);
    default:
        return year_name(value, arena);
    }
}

static const char *year_label(uint32_t value, const char *name) {
    return value == YEARS_NOW ? _("running now") : value == YEARS_ENDED ? _("ended") : name;
}

static const char *choice_label(enum facet facet, uint32_t value) {
    if (facet == FACET_STATUS) {
        return value == FACET_FINAL ? _("final") : _("draft");
    }
    return value == FACET_YES ? _("yes") : _("no");
}

const char *filter_value_label(const struct catalogue *catalogue, enum facet facet, uint32_t value,
                               const char *lang, struct arena *arena) {
    const char *name = filter_value_name(catalogue, facet, value, arena);
    if (facets_scheme(facet)) {
        return catalogue_text(catalogue, SCHEMA_TERMS, &catalogue->terms[value].record, TERM_LABEL,
                              lang, NULL);
    }
    if (choice_names(facet)) {
        return choice_label(facet, value);
    }
    switch (facet) {
    case FACET_COUNTRY:
        return codes_country_name(name) ? codes_country_name(name) : name;
    case FACET_COLLECTION:
        return catalogue_text(catalogue, SCHEMA_COLLECTIONS, &catalogue->collections[value].record,
                              COLLECTION_TITLE, lang, NULL);
    case FACET_SCALE:
        return _(own_field("own.scale")->choices[value].label);
    case FACET_MEETS:
        return catalogue_text(catalogue, SCHEMA_ITEMS, &catalogue->items[value].record, ITEM_TEXT,
                              lang, NULL);
    case FACET_YEAR:
        return year_label(value, name);
    default:
        return name;
    }
}

const char *filter_words(const struct catalogue *catalogue, const struct filters *filters,
                         const char *lang, const char *between, struct arena *arena) {
    const char *words = "";
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        const char *values = "";
        for (size_t i = 0; i < filters->count; i++) {
            if (filters->chosen[i].facet == facet) {
                values = arena_printf(
                    arena, "%s%s%s", values, values[0] ? ", " : "",
                    filter_value_label(catalogue, facet, filters->chosen[i].value, lang, arena));
            }
        }
        if (values[0]) {
            words = arena_printf(arena, "%s%s%s: %s", words, words[0] ? between : "",
                                 filter_label(facet), values);
        }
    }
    return words;
}

/* FACET_COUNT and the fault when it is none. */
static enum facet facet_read(const char *typed, struct arena *arena, struct fault *fault) {
    const char *folded = text_fold(arena, typed);
    struct nearest nearest = nearest_none();
    const char *all = "";
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        const char *const names[] = {facets[facet].name, facets[facet].others[0],
                                     facets[facet].others[1]};
        for (size_t i = 0; i < COUNT(names) && names[i]; i++) {
            nearest_offer(&nearest, arena, folded, names[i], names[0]);
            if (nearest.distance == 0) {
                return facet;
            }
        }
        all = arena_printf(arena, "%s%s%s", all, facet ? ", " : "", names[0]);
    }
    if (nearest.meant) {
        fault_set(fault, FAULT_USAGE, NULL, 0, NULL, _("no filter '%s'; did you mean %s?"), typed,
                  nearest.meant);
    } else {
        fault_set(fault, FAULT_USAGE, NULL, 0, NULL, _("no filter '%s'; there are %s"), typed, all);
    }
    return FACET_COUNT;
}

static bool year_read(const char *typed, uint32_t *value, struct fault *fault) {
    static const uint32_t words[] = {YEARS_NOW, YEARS_ENDED};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (strcmp(typed, year_name(words[i], NULL)) == 0) {
            *value = words[i];
            return true;
        }
    }
    char *end;
    const unsigned long year = strtoul(typed, &end, 10);
    const bool decade = strcmp(end, "s") == 0 && year % YEARS_TEN == 0;
    *value = (uint32_t)year + (decade ? YEARS_DECADE : 0);
    return (typed[0] >= '1' && typed[0] <= '9' && (*end == '\0' || decade) && year <= YEAR_MAX) ||
           fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                     _("year takes a year such as 2018, ten such as 2010s, now or ended, not '%s'"),
                     typed);
}

/* Below which number all values of a facet are. */
static size_t values_count(const struct catalogue *catalogue, enum facet facet) {
    size_t scales = 0;
    while (own_field("own.scale")->choices[scales].value) {
        scales++;
    }
    const size_t counts[FACET_COUNT] = {
        [FACET_COUNTRY] = ('Z' - 'A' + 1) * ('Z' - 'A' + 1),
        [FACET_AREA] = catalogue->term_count,
        [FACET_GROUP] = catalogue->term_count,
        [FACET_FUND] = catalogue->term_count,
        [FACET_COLLECTION] = catalogue->collection_count,
        [FACET_SCALE] = scales,
        [FACET_MEETS] = catalogue->item_count,
    };
    return choice_names(facet) ? TWO : counts[facet];
}

/* Whether the number is a value of the facet at all. */
static bool value_is(const struct catalogue *catalogue, enum facet facet, size_t value) {
    char code[3];
    const char *scheme = facets_scheme(facet);
    if (facet == FACET_COUNTRY) {
        facets_country_code((uint32_t)value, code);
        return codes_country_name(code) != NULL;
    }
    if (facet == FACET_GAPS || facet == FACET_OFF) {
        return value == FACET_YES;
    }
    return !scheme ||
           strcmp(record_cell(&catalogue->terms[value].record, TERM_SCHEME), scheme) == 0;
}

static bool value_refuse(const struct catalogue *catalogue, enum facet facet, const char *typed,
                         const char *meant, struct arena *arena, struct fault *fault) {
    const char *all = "";
    size_t count = 0;
    for (size_t i = 0; i < values_count(catalogue, facet) && !meant; i++) {
        if (value_is(catalogue, facet, i) && count++ < LIST_MOST) {
            all = arena_printf(arena, "%s%s%s", all, all[0] ? ", " : "",
                               filter_value_name(catalogue, facet, (uint32_t)i, arena));
        }
    }
    if (meant) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("%s has no value '%s'; did you mean %s?"), facets[facet].name, typed,
                         meant);
    }
    return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                     count > LIST_MOST ? _("%s has no value '%s'; there are %s, …")
                                       : _("%s has no value '%s'; there are %s"),
                     facets[facet].name, typed, all);
}

static bool value_read(const struct catalogue *catalogue, enum facet facet, const char *typed,
                       struct arena *arena, uint32_t *value, struct fault *fault) {
    if (facet == FACET_YEAR) {
        return year_read(typed, value, fault);
    }
    if (facet == FACET_COUNTRY && (*value = facets_country(typed)) != FACET_NONE) {
        return true;
    }
    struct nearest nearest = nearest_none();
    for (size_t i = 0; i < values_count(catalogue, facet); i++) {
        if (!value_is(catalogue, facet, i)) {
            continue;
        }
        const char *name = filter_value_name(catalogue, facet, (uint32_t)i, arena);
        const char *label = filter_value_label(catalogue, facet, (uint32_t)i, NULL, arena);
        nearest_offer(&nearest, arena, typed, name, name);
        nearest_offer(&nearest, arena, typed, label, name);
        if (nearest.distance == 0) {
            *value = (uint32_t)i;
            return true;
        }
    }
    return value_refuse(catalogue, facet, typed, nearest.meant, arena, fault);
}

bool filter_read(struct filters *filters, const struct catalogue *catalogue, const char *typed,
                 struct arena *arena, struct fault *fault) {
    const char *equals = strchr(typed, '=');
    if (!equals) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("a filter is written FILTER=VALUE, such as country=CZ, not '%s'"),
                         typed);
    }
    const enum facet facet = facet_read(arena_copy(arena, typed, (size_t)(equals - typed)), arena,
                                        fault);
    if (facet == FACET_COUNT) {
        return false;
    }
    for (const char *rest = equals + 1;; rest++) {
        const size_t length = strcspn(rest, ",");
        uint32_t value;
        if (!value_read(catalogue, facet, arena_copy(arena, rest, length), arena, &value, fault)) {
            return false;
        }
        if (!filter_add(filters, facet, value)) {
            return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                             _("only %d values can be chosen at once; leave out some"),
                             FILTERS_MAX);
        }
        rest += length;
        if (!*rest) {
            return true;
        }
    }
}
