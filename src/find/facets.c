#include "vademecum/find/facets.h"

#include "vademecum/base/count.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/find/set.h"
#include "vademecum/review/own.h"

#include <stdlib.h>
#include <string.h>

enum {
    LETTERS = 26,
    COUNTRIES = LETTERS * LETTERS,
    TWO = 2 /* yes and no */
};

/* A value and the practices that have it. */
struct value {
    struct set set;
    const char *folded; /* its words, or NULL while nobody has asked for them */
};

/* All values of one facet, or of the terms of all schemes. */
struct values {
    struct value *list;
    size_t count;
};

struct facets {
    const struct catalogue *catalogue;
    struct arena *arena;
    struct values countries;
    struct values terms;
    struct values collections;
    struct values scales;
    struct values items;
    struct values ongoing;
    struct values tools;
    struct years *years; /* by index of the practice */
    size_t year_room;
    uint16_t *met; /* items, by index of the practice */
    size_t met_room;
    size_t count; /* practices, by the highest index */
    const char *const *languages;
    size_t language_count;
};

/* Texts being joined and folded. */
struct joining {
    struct arena *arena;
    const char *text;
};

static const struct own_choice *scales(void) {
    return own_field("own.scale")->choices;
}

static struct values values_make(struct arena *arena, size_t count) {
    return (struct values){
        .list = arena_array(arena, count, sizeof(struct value)),
        .count = count,
    };
}

struct facets *facets_make(const struct catalogue *catalogue, struct arena *arena) {
    struct facets *facets = arena_alloc(arena, sizeof *facets);
    size_t scale_count = 0;
    while (scales()[scale_count].value) {
        scale_count++;
    }
    *facets = (struct facets){
        .catalogue = catalogue,
        .arena = arena,
        .countries = values_make(arena, COUNTRIES),
        .terms = values_make(arena, catalogue->term_count),
        .collections = values_make(arena, catalogue->collection_count),
        .scales = values_make(arena, scale_count),
        .items = values_make(arena, catalogue->item_count),
        .ongoing = values_make(arena, TWO),
        .tools = values_make(arena, TWO),
    };
    return facets;
}

static void practices_room(struct facets *facets, size_t index) {
    while (index >= facets->year_room) {
        facets->years = arena_grow(facets->arena, facets->years, facets->year_room,
                                   &facets->year_room, sizeof *facets->years);
    }
    while (index >= facets->met_room) {
        facets->met = arena_grow(facets->arena, facets->met, facets->met_room, &facets->met_room,
                                 sizeof *facets->met);
    }
    if (index >= facets->count) {
        facets->count = index + 1;
    }
}

static void value_put(struct facets *facets, const struct values *values, size_t value,
                      const struct practice *practice) {
    if (value < values->count) {
        set_put(&values->list[value].set, facets->arena, practice->index);
    }
}

void facets_add_practice(struct facets *facets, const struct practice *practice) {
    const struct record *record = &practice->record;
    const char *ongoing = record_cell(record, PRACTICE_ONGOING);
    practices_room(facets, practice->index);
    facets->years[practice->index] = years_read(record_cell(record, PRACTICE_START),
                                                record_cell(record, PRACTICE_END), ongoing);
    value_put(facets, &facets->countries, facets_country(record_cell(record, PRACTICE_COUNTRY)),
              practice);
    value_put(facets, &facets->scales, facets_scale(record_cell(record, PRACTICE_SCALE)), practice);
    if (practice->collection) {
        value_put(facets, &facets->collections,
                  (size_t)(practice->collection - facets->catalogue->collections), practice);
    }
    if (strcmp(ongoing, "yes") == 0 || strcmp(ongoing, "no") == 0) {
        value_put(facets, &facets->ongoing, ongoing[0] == 'y' ? FACET_YES : FACET_NO, practice);
    }
}

void facets_add_terms(struct facets *facets, const struct practice *practice) {
    for (const struct practice_term *of = practice->terms; of; of = of->next) {
        value_put(facets, &facets->terms, (size_t)(of->term - facets->catalogue->terms), practice);
    }
}

void facets_add_answers(struct facets *facets, const struct practice *practice) {
    const struct catalogue *catalogue = facets->catalogue;
    practices_room(facets, practice->index);
    uint16_t met = 0;
    for (size_t i = 0; i < catalogue->item_count; i++) {
        if (catalogue_mark(catalogue, practice, &catalogue->items[i]) == MARK_MET) {
            value_put(facets, &facets->items, i, practice);
            met = (uint16_t)(met + (met < UINT16_MAX));
        }
    }
    facets->met[practice->index] = met;
    value_put(facets, &facets->tools, practice->tools ? FACET_YES : FACET_NO, practice);
}

void facets_languages(struct facets *facets, const char *const *languages, size_t count) {
    struct values *all[] = {&facets->terms, &facets->collections, &facets->items};
    facets->languages = languages;
    facets->language_count = count;
    for (size_t i = 0; i < COUNT(all); i++) {
        for (size_t j = 0; j < all[i]->count; j++) {
            all[i]->list[j].folded = NULL;
        }
    }
}

/* The field in which a value is found, as a bit; of terms it hangs on their scheme. */
static uint32_t value_field(const struct facets *facets, enum facet kind, size_t value) {
    static const enum sought fields[FACET_COUNT] = {
        [FACET_COUNTRY] = SOUGHT_COUNTRY, [FACET_AREA] = SOUGHT_AREA,
        [FACET_GROUP] = SOUGHT_GROUP,     [FACET_FUND] = SOUGHT_FUND,
        [FACET_SCALE] = SOUGHT_SCALE,     [FACET_COLLECTION] = SOUGHT_COLLECTION,
        [FACET_MEETS] = SOUGHT_ITEM,
    };
    if (kind != FACET_AREA) {
        return SOUGHT_BIT(fields[kind]);
    }
    const char *scheme = record_cell(&facets->catalogue->terms[value].record, TERM_SCHEME);
    while (kind < FACET_FUND && strcmp(facets_scheme(kind), scheme) != 0) {
        kind++;
    }
    return SOUGHT_BIT(fields[kind]);
}

static const struct values *facet_values(const struct facets *facets, enum facet facet) {
    const struct values *const all[FACET_COUNT] = {
        [FACET_COUNTRY] = &facets->countries, [FACET_AREA] = &facets->terms,
        [FACET_GROUP] = &facets->terms,       [FACET_FUND] = &facets->terms,
        [FACET_SCALE] = &facets->scales,      [FACET_COLLECTION] = &facets->collections,
        [FACET_ONGOING] = &facets->ongoing,   [FACET_TOOLS] = &facets->tools,
        [FACET_MEETS] = &facets->items,
    };
    return all[facet];
}

static bool text_join(void *context, const struct sought_text *text) {
    struct joining *joining = context;
    joining->text = arena_printf(joining->arena, "%s\n%s", joining->text, text->text);
    return true;
}

/* Folded, a newline between its texts; made when it is wanted first. */
static const char *value_words(struct facets *facets, enum facet kind, size_t value) {
    const struct catalogue *catalogue = facets->catalogue;
    struct value *of = &facet_values(facets, kind)->list[value];
    if (of->folded) {
        return of->folded;
    }
    struct arena scratch;
    arena_init(&scratch, facets->arena->end);
    struct joining joining = {.arena = &scratch, .text = ""};
    const struct sought_walk walk = {
        .take = text_join,
        .context = &joining,
        .languages = facets->languages,
        .language_count = facets->language_count,
    };
    char code[3];
    if (kind == FACET_COUNTRY) {
        facets_country_code((uint32_t)value, code);
        sought_country(code, &walk);
    } else if (kind == FACET_AREA) {
        sought_term(catalogue, &catalogue->terms[value], &walk);
    } else if (kind == FACET_COLLECTION) {
        sought_collection(catalogue, &catalogue->collections[value], &walk);
    } else if (kind == FACET_SCALE) {
        sought_scale(scales()[value].value, &walk);
    } else {
        sought_item(catalogue, &catalogue->items[value], &walk);
    }
    of->folded = text_fold(facets->arena, joining.text);
    arena_free(&scratch);
    return of->folded;
}

static void values_find(struct facets *facets, const struct values *values, enum facet kind,
                        const char *part, uint32_t fields, struct bits *found) {
    for (size_t i = 0; i < values->count; i++) {
        if (values->list[i].set.pages && value_field(facets, kind, i) & fields &&
            strstr(value_words(facets, kind, i), part)) {
            set_add_to(&values->list[i].set, found);
        }
    }
}

/* Facets whose values are found by their words; that of areas has the terms of all schemes. */
static const enum facet worded[] = {FACET_COUNTRY, FACET_AREA, FACET_COLLECTION, FACET_SCALE,
                                    FACET_MEETS};

void facets_find(struct facets *facets, const char *part, uint32_t fields, struct bits *found) {
    for (size_t i = 0; i < COUNT(worded) && fields & SOUGHT_SHARED; i++) {
        values_find(facets, facet_values(facets, worded[i]), worded[i], part, fields, found);
    }
}

static void words_near(const char *folded, struct near *near) {
    while (*folded) {
        size_t length = 0;
        for (size_t letter; (letter = text_letter(folded + length)) > 0;) {
            length += letter;
        }
        near_offer(near, folded, length, 0);
        folded += length > 0 ? length : 1;
    }
}

void facets_near(struct facets *facets, struct near *near) {
    for (size_t i = 0; i < COUNT(worded); i++) {
        const struct values *values = facet_values(facets, worded[i]);
        for (size_t value = 0; value < values->count; value++) {
            if (values->list[value].set.pages) {
                words_near(value_words(facets, worded[i], value), near);
            }
        }
    }
}

const struct set *facets_set(const struct facets *facets, enum facet facet, uint32_t value) {
    const struct values *values = facet_values(facets, facet);
    return values && value < values->count ? &values->list[value].set : NULL;
}

void facets_year(const struct facets *facets, unsigned year, struct bits *found) {
    for (size_t i = 0; i < facets->count && i < found->count; i++) {
        if (years_are(&facets->years[i], year)) {
            bits_put(found, i);
        }
    }
}

struct years facets_years(const struct facets *facets, size_t practice) {
    return practice < facets->count ? facets->years[practice] : (struct years){0};
}

size_t facets_met(const struct facets *facets, size_t practice) {
    return practice < facets->count ? facets->met[practice] : 0;
}

uint32_t facets_country(const char *code) {
    /* A code as it should be is not looked up: that takes its time, and there are many. */
    const bool plain = code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z' &&
                       code[2] == '\0';
    const char *known = plain ? code : code[0] ? codes_country(code) : NULL;
    return known ? (uint32_t)((known[0] - 'A') * LETTERS + known[1] - 'A') : FACET_NONE;
}

void facets_country_code(uint32_t value, char code[3]) {
    code[0] = (char)('A' + value / LETTERS % LETTERS);
    code[1] = (char)('A' + value % LETTERS);
    code[2] = '\0';
}

uint32_t facets_scale(const char *scale) {
    const struct own_choice *choices = scales();
    for (uint32_t i = 0; scale[0] && choices[i].value; i++) {
        if (strcmp(choices[i].value, scale) == 0) {
            return i;
        }
    }
    return FACET_NONE;
}

size_t facets_values(const struct facets *facets, enum facet facet) {
    const struct values *values = facet_values(facets, facet);
    return values ? values->count : 0;
}

const char *facets_scheme(enum facet facet) {
    static const char *const schemes[FACET_COUNT] = {
        [FACET_AREA] = "area",
        [FACET_GROUP] = "target_group",
        [FACET_FUND] = "fund",
    };
    return schemes[facet];
}
