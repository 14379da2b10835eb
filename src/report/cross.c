#include "vademecum/report/cross.h"

#include "vademecum/base/clock.h"
#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/find/filter.h"
#include "vademecum/find/years.h"
#include "vademecum/review/own.h"

#include <stdlib.h>
#include <string.h>

enum {
    RECENT = 10,                                  /* years */
    HUNDREDTHS = 100,                             /* of one of a currency */
    COUNTRIES = ('Z' - 'A' + 1) * ('Z' - 'A' + 1) /* values of facets_country */
};

/* What is counted. */
struct counting {
    const struct catalogue *catalogue;
    struct arena *arena;
    const struct practice *const *practices;
    size_t practice_count;
    unsigned now; /* year */
};

/* The values of a side. */
struct values {
    struct cross_value *list;
    size_t count;
    size_t room;
};

static struct years years_of(const struct practice *practice) {
    return years_read(record_cell(&practice->record, PRACTICE_START),
                      record_cell(&practice->record, PRACTICE_END),
                      record_cell(&practice->record, PRACTICE_ONGOING));
}

static bool has_year(const struct practice *practice, uint32_t year) {
    const struct years years = years_of(practice);
    unsigned first;
    unsigned last;
    return year == FACET_NONE ? !years_span(&years, 0, &first, &last) : years_active(&years, year);
}

/* Whether it has the term; of FACET_NONE, whether it has none of the facet's scheme. */
static bool has_term(const struct catalogue *catalogue, const struct cross_value *value,
                     const struct practice *practice) {
    for (const struct practice_term *of = practice->terms; of; of = of->next) {
        const char *scheme = record_cell(&of->term->record, TERM_SCHEME);
        if (value->value == FACET_NONE && strcmp(scheme, facets_scheme(value->facet)) == 0) {
            return false;
        }
        if (value->value == (uint32_t)(of->term - catalogue->terms)) {
            return true;
        }
    }
    return value->value == FACET_NONE;
}

/* The first region of a cell, or of its rest, `*length` bytes; the next one follows "; ". */
static const char *region_first(const char *cell, size_t *length) {
    cell += strspn(cell, "; ");
    *length = strcspn(cell, ";");
    return cell;
}

static bool region_same(const struct cross_value *value, const char *region, size_t length) {
    return value->length == length && memcmp(value->region, region, length) == 0;
}

static bool has_region(const struct cross_value *value, const char *cell) {
    size_t length;
    const char *region = region_first(cell, &length);
    while (*region && !region_same(value, region, length)) {
        region = region_first(region + length, &length);
    }
    return value->length == 0 ? *cell == '\0' : *region != '\0';
}

bool cross_has(const struct catalogue *catalogue, const struct cross_value *value,
               const struct practice *practice) {
    const struct record *record = &practice->record;
    if (value->facet == CROSS_REGION) {
        return has_region(value, record_cell(record, PRACTICE_REGION));
    }
    if (facets_scheme(value->facet)) {
        return has_term(catalogue, value, practice);
    }
    switch (value->facet) {
    case FACET_COUNTRY:
        return facets_country(record_cell(record, PRACTICE_COUNTRY)) == value->value;
    case FACET_SCALE:
        return facets_scale(record_cell(record, PRACTICE_SCALE)) == value->value;
    case FACET_COLLECTION:
        return practice->collection == &catalogue->collections[value->value];
    default:
        return has_year(practice, value->value);
    }
}

static void value_add(const struct counting *counting, struct values *values, enum facet facet,
                      size_t value) {
    values->list = arena_grow(counting->arena, values->list, values->count, &values->room,
                              sizeof *values->list);
    values->list[values->count++] = (struct cross_value){
        .facet = facet, .value = (uint32_t)value, .region = ""};
}

static void terms_add(const struct counting *counting, struct values *values, enum facet facet) {
    for (size_t i = 0; i < counting->catalogue->term_count; i++) {
        if (strcmp(record_cell(&counting->catalogue->terms[i].record, TERM_SCHEME),
                   facets_scheme(facet)) == 0) {
            value_add(counting, values, facet, i);
        }
    }
}

/* Every year between the first and the last in which a practice was active. */
static void years_add(const struct counting *counting, struct values *values) {
    unsigned first = 0;
    unsigned last = 0;
    for (size_t i = 0; i < counting->practice_count; i++) {
        const struct years years = years_of(counting->practices[i]);
        unsigned began;
        unsigned ended;
        if (years_span(&years, counting->now, &began, &ended)) {
            first = first == 0 || began < first ? began : first;
            last = ended > last ? ended : last;
        }
    }
    for (unsigned year = first; year > 0 && year <= last; year++) {
        value_add(counting, values, FACET_YEAR, year);
    }
}

/* The country's name, or its code, for which there is room in `code`. */
static const char *country_name(const struct cross_value *value, char code[3]) {
    facets_country_code(value->value, code);
    return codes_country_name(code) ? codes_country_name(code) : code;
}

static int country_compare(const void *one, const void *other) {
    char codes[2][3];
    return strcmp(country_name(one, codes[0]), country_name(other, codes[1]));
}

static int region_compare(const void *one, const void *other) {
    const struct cross_value *left = one;
    const struct cross_value *right = other;
    const size_t shared = left->length < right->length ? left->length : right->length;
    const int order = memcmp(left->region, right->region, shared);
    return order ? order : (left->length > right->length) - (left->length < right->length);
}

static void values_sort(struct values *values, int (*compare)(const void *, const void *)) {
    if (values->count > 0) {
        qsort(values->list, values->count, sizeof *values->list, compare);
    }
}

/* Adds the countries that any practice has. */
static void countries_add(const struct counting *counting, struct values *values) {
    bool had[COUNTRIES] = {false};
    for (size_t i = 0; i < counting->practice_count; i++) {
        const uint32_t country = facets_country(
            record_cell(&counting->practices[i]->record, PRACTICE_COUNTRY));
        if (country < COUNTRIES && !had[country]) {
            had[country] = true;
            value_add(counting, values, FACET_COUNTRY, country);
        }
    }
    values_sort(values, country_compare);
}

static void region_add(const struct counting *counting, struct values *values, const char *region,
                       size_t length) {
    for (size_t i = 0; i < values->count; i++) {
        if (region_same(&values->list[i], region, length)) {
            return;
        }
    }
    value_add(counting, values, CROSS_REGION, 0);
    values->list[values->count - 1].region = region;
    values->list[values->count - 1].length = length;
}

static void regions_add(const struct counting *counting, struct values *values) {
    for (size_t i = 0; i < counting->practice_count; i++) {
        size_t length;
        const char *region = region_first(
            record_cell(&counting->practices[i]->record, PRACTICE_REGION), &length);
        for (; *region; region = region_first(region + length, &length)) {
            region_add(counting, values, region, length);
        }
    }
    values_sort(values, region_compare);
}

static size_t scale_count(void) {
    size_t count = 0;
    while (own_field("own.scale")->choices[count].value) {
        count++;
    }
    return count;
}

/* The values of a side, and last, where there are such practices, that it is not stated. */
static struct values side_values(const struct counting *counting, enum facet facet) {
    struct values values = {NULL, 0, 0};
    if (facet == CROSS_REGION) {
        regions_add(counting, &values);
    } else if (facets_scheme(facet)) {
        terms_add(counting, &values, facet);
    } else if (facet == FACET_YEAR) {
        years_add(counting, &values);
    } else if (facet == FACET_COUNTRY) {
        countries_add(counting, &values);
    } else {
        const size_t count = facet == FACET_SCALE ? scale_count()
                                                  : counting->catalogue->collection_count;
        for (size_t i = 0; i < count; i++) {
            value_add(counting, &values, facet, i);
        }
    }
    const struct cross_value unstated = {.facet = facet, .value = FACET_NONE, .region = ""};
    for (size_t i = 0; facet != FACET_COLLECTION && i < counting->practice_count; i++) {
        if (cross_has(counting->catalogue, &unstated, counting->practices[i])) {
            value_add(counting, &values, facet, FACET_NONE);
            break;
        }
    }
    return values;
}

/* Hundredths of "1200.5"; false for what is no amount. */
static bool amount_read(const char *amount, uint64_t *hundredths) {
    char *end;
    const uint64_t whole = strtoull(amount, &end, 10);
    uint64_t part = 0;
    uint64_t worth = HUNDREDTHS / 10;
    bool read = amount[0] >= '0' && amount[0] <= '9' && whole < UINT64_MAX / HUNDREDTHS;
    if (*end == '.') {
        for (end++; *end >= '0' && *end <= '9' && worth > 0; end++, worth /= 10) {
            part += (uint64_t)(*end - '0') * worth;
        }
    }
    *hundredths = whole * HUNDREDTHS + part;
    return read && *end == '\0';
}

static void money_add(const struct counting *counting, struct cross_cell *cell,
                      const struct practice *practice) {
    const char *currency = record_cell(&practice->record, PRACTICE_CURRENCY);
    uint64_t hundredths;
    if (!amount_read(record_cell(&practice->record, PRACTICE_AMOUNT), &hundredths)) {
        return;
    }
    struct cross_money *money = cell->money;
    while (money && strcmp(money->currency, currency) != 0) {
        money = money->next;
    }
    if (!money) {
        money = arena_alloc(counting->arena, sizeof *money);
        *money = (struct cross_money){currency, 0, cell->money};
        cell->money = money;
    }
    money->hundredths += hundredths < UINT64_MAX - money->hundredths ? hundredths : 0;
}

static void cell_count(const struct counting *counting, struct cross_cell *cell,
                       const struct practice *practice) {
    const struct years years = years_of(practice);
    unsigned first;
    unsigned last;
    cell->count++;
    if (years_span(&years, counting->now, &first, &last)) {
        cell->dated++;
        cell->latest = last > cell->latest ? last : cell->latest;
    }
    money_add(counting, cell, practice);
}

/* The cells of all pairs, row by row, for `rows->count` × `columns->count`. */
static struct cross_cell *cells_count(const struct counting *counting, const struct values *rows,
                                      const struct values *columns) {
    struct cross_cell *cells = arena_array(counting->arena, rows->count * columns->count + 1,
                                           sizeof *cells);
    size_t *places = arena_array(counting->arena, columns->count + 1, sizeof *places);
    for (size_t i = 0; i < rows->count * columns->count; i++) {
        cells[i].row = rows->list[i / columns->count];
        cells[i].column = columns->list[i % columns->count];
    }
    for (size_t p = 0; p < counting->practice_count; p++) {
        const struct practice *practice = counting->practices[p];
        size_t count = 0;
        for (size_t c = 0; c < columns->count; c++) {
            if (cross_has(counting->catalogue, &columns->list[c], practice)) {
                places[count++] = c;
            }
        }
        for (size_t r = 0; r < rows->count; r++) {
            if (cross_has(counting->catalogue, &rows->list[r], practice)) {
                for (size_t c = 0; c < count; c++) {
                    cell_count(counting, &cells[r * columns->count + places[c]], practice);
                }
            }
        }
    }
    return cells;
}

static enum cross_kind kind_of(const struct cross *cross, const struct cross_cell *cell) {
    const bool years = cell->row.facet == FACET_YEAR || cell->column.facet == FACET_YEAR;
    if (cell->row.value == FACET_NONE || cell->column.value == FACET_NONE) {
        return CROSS_MORE;
    }
    if (cell->count == 0) {
        return CROSS_NONE;
    }
    if (!years && cell->dated == cell->count && cell->latest < cross->since) {
        return CROSS_STALE;
    }
    return cell->count == 1 ? CROSS_LONE : CROSS_MORE;
}

/* Puts cells in order of their kinds. That nobody states neither is no cell. */
static void cells_order(struct cross *cross, struct cross_cell *cells, size_t count,
                        struct arena *arena) {
    struct cross_cell *ordered = arena_array(arena, count + 1, sizeof *ordered);
    for (size_t i = 0; i < count; i++) {
        cells[i].kind = kind_of(cross, &cells[i]);
    }
    for (enum cross_kind kind = 0; kind < CROSS_KINDS; kind++) {
        for (size_t i = 0; i < count; i++) {
            if (cells[i].kind == kind && (kind == CROSS_NONE || cells[i].count > 0)) {
                ordered[cross->count++] = cells[i];
                cross->kinds[kind]++;
            }
        }
    }
    cross->cells = ordered;
}

struct cross cross_count(const struct catalogue *catalogue, const struct practice *const *practices,
                         size_t count, struct cross_pair pair, int64_t now, struct arena *arena) {
    char stamp[CLOCK_STAMP_SIZE];
    clock_stamp(now, stamp);
    const struct counting counting = {catalogue, arena, practices, count,
                                      (unsigned)strtoul(stamp, NULL, 10)};
    struct cross cross = {.pair = pair, .practices = count, .since = counting.now - RECENT};
    const struct values rows = side_values(&counting, pair.rows);
    const struct values columns = side_values(&counting, pair.columns);
    cells_order(&cross, cells_count(&counting, &rows, &columns), rows.count * columns.count, arena);
    return cross;
}
