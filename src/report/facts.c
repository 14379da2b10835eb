#include "vademecum/report/facts.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/codes.h"

#include <string.h>

/* A record whose facts are being gathered. */
struct subject {
    const struct catalogue *catalogue;
    enum schema_id table;
    const struct record *record;
    const struct practice *practice;     /* or NULL */
    const struct collection *collection; /* or NULL */
    const char *lang;                    /* that content is wished for in, or NULL */
    struct arena *arena;                 /* for texts that are made */
};

/* How a fact comes about. */
struct recipe {
    enum fact_kind kind;
    const char *(*make)(const struct subject *subject, size_t column);
    size_t column; /* of the record, or what `make` takes it for */
};

enum {
    THOUSAND_DIGITS = 3
};

static const char NO_BREAK_SPACE[] = "\xC2\xA0";

enum {
    SCHEME_AREA,
    SCHEME_GROUP,
    SCHEME_FUND
};

static const char *const schemes[] = {
    [SCHEME_AREA] = "area",
    [SCHEME_GROUP] = "target_group",
    [SCHEME_FUND] = "fund",
};

static const char *const labels[FACT_COUNT] = {
    [FACT_USE] = N_("What to do here"),
    [FACT_OBJECTIVES] = N_("Objectives"),
    [FACT_RESULTS] = N_("Results"),
    [FACT_ORGANISATION] = N_("Organisation"),
    [FACT_PUBLISHER] = N_("Publisher"),
    [FACT_PARTNERS] = N_("Partners"),
    [FACT_PLACE] = N_("Place"),
    [FACT_COUNTRIES] = N_("Countries"),
    [FACT_SCALE] = N_("Scale"),
    [FACT_TIME] = N_("Time"),
    [FACT_AREAS] = N_("Areas"),
    [FACT_GROUPS] = N_("Target groups"),
    [FACT_FUNDED_BY] = N_("Funded by"),
    [FACT_FUNDING] = N_("Funding"),
    [FACT_AMOUNT] = N_("Amount"),
    [FACT_PROGRAMME] = N_("Programme"),
    [FACT_REFERENCE] = N_("Reference"),
    [FACT_LANGUAGES] = N_("Languages"),
    [FACT_AUDIENCE] = N_("Written for"),
    [FACT_SIZE] = N_("Practices in all"),
    [FACT_PRACTICES] = N_("Practices here"),
    [FACT_WEBSITE] = N_("Website"),
    [FACT_CONTACT] = N_("Contact"),
    [FACT_OFFICIAL_TITLE] = N_("Official title"),
    [FACT_TRANSFERABILITY] = N_("Transferability"),
    [FACT_AIMS] = N_("Aims"),
    [FACT_OUTPUTS] = N_("Outputs"),
    [FACT_COLLECTION] = N_("Collection"),
    [FACT_SOURCE] = N_("Source"),
    [FACT_CREDIT] = N_("Credit"),
    [FACT_NOTE] = N_("Note"),
};

/* The words for what practices.csv has in its column scale. */
static const struct {
    const char *name;
    const char *words;
} scales[] = {
    {"local", N_("local")}, {"regional", N_("regional")},           {"national", N_("national")},
    {"eu", N_("EU-wide")},  {"international", N_("international")},
};

static struct subject practice_subject(const struct catalogue *catalogue,
                                       const struct practice *practice, const char *lang,
                                       struct arena *arena) {
    return (struct subject){
        .catalogue = catalogue,
        .table = SCHEMA_PRACTICES,
        .record = &practice->record,
        .practice = practice,
        .collection = practice->collection,
        .lang = lang,
        .arena = arena,
    };
}

static const char *cell(const struct subject *subject, size_t column) {
    return catalogue_text(subject->catalogue, subject->table, subject->record, column,
                          subject->lang, NULL);
}

static const char *official_lang(const struct subject *subject) {
    const char *lang = NULL;
    catalogue_official_title(subject->catalogue, subject->practice, &lang);
    return lang;
}

static const struct fact *facts_make(const struct subject *subject, const struct recipe *recipes,
                                     size_t recipe_count, size_t *count) {
    struct fact *facts = arena_array(subject->arena, recipe_count, sizeof *facts);
    const struct schema *schema = schema_get(subject->table);
    *count = 0;
    for (size_t i = 0; i < recipe_count; i++) {
        const struct recipe *recipe = &recipes[i];
        const char *text = recipe->make(subject, recipe->column);
        if (text[0]) {
            facts[(*count)++] = (struct fact){
                .kind = recipe->kind,
                .label = _(labels[recipe->kind]),
                .text = text,
                .link = recipe->make == cell && schema->columns[recipe->column].kind == CELL_URL,
                .lang = recipe->kind == FACT_OFFICIAL_TITLE ? official_lang(subject) : NULL,
            };
        }
    }
    return facts;
}

static const char *joined(struct arena *arena, const char *before, const char *between,
                          const char *more) {
    if (!before[0] || !more[0]) {
        return before[0] ? before : more;
    }
    return arena_printf(arena, "%s%s%s", before, between, more);
}

/* The names of codes, or the codes that have none, with commas for the cell's semicolons. */
static const char *names(struct arena *arena, const char *codes,
                         const char *(*name)(const char *)) {
    const char *line = "";
    while (*codes) {
        const size_t length = strcspn(codes, ";");
        const char *code = arena_copy(arena, codes, length);
        const char *known = name(code);
        line = joined(arena, line, ", ", known ? known : code);
        codes += length;
        codes += strspn(codes, "; ");
    }
    return line;
}

static const char *itself(const char *text) {
    return text;
}

static const char *country_names(const struct subject *subject, size_t column) {
    return names(subject->arena, record_cell(subject->record, column), codes_country_name);
}

static const char *place(const struct subject *subject, size_t column) {
    struct arena *arena = subject->arena;
    const char *city = names(arena, cell(subject, PRACTICE_CITY), itself);
    const char *region = names(arena, cell(subject, column), itself);
    return joined(arena, joined(arena, city, ", ", region), ", ",
                  country_names(subject, PRACTICE_COUNTRY));
}

static const char *scale(const struct subject *subject, size_t column) {
    const char *name = record_cell(subject->record, column);
    for (size_t i = 0; i < COUNT(scales); i++) {
        if (strcmp(scales[i].name, name) == 0) {
            return _(scales[i].words);
        }
    }
    return name;
}

static const char *time_span(struct arena *arena, const char *start, const char *end,
                             const char *ongoing) {
    const bool goes_on = strcmp(ongoing, "yes") == 0;
    const char *state = goes_on ? _("ongoing") : strcmp(ongoing, "no") == 0 ? _("completed") : "";
    const char *span = "";
    if (start[0] && strcmp(start, end) == 0) {
        span = start;
    } else if (start[0] && end[0]) {
        span = arena_printf(arena, _("%s to %s"), start, end);
    } else if (start[0]) {
        span = arena_printf(arena, goes_on ? _("since %s") : _("began %s"), start);
    } else if (end[0]) {
        span = arena_printf(arena, _("until %s"), end);
    }
    return joined(arena, span, ", ", state);
}

static const char *practice_time(const struct subject *subject, size_t column) {
    return time_span(subject->arena, record_cell(subject->record, column),
                     record_cell(subject->record, PRACTICE_END),
                     record_cell(subject->record, PRACTICE_ONGOING));
}

static const char *terms(const struct subject *subject, size_t scheme) {
    const char *line = "";
    for (const struct practice_term *of = subject->practice->terms; of; of = of->next) {
        const struct record *record = &of->term->record;
        if (strcmp(record_cell(record, TERM_SCHEME), schemes[scheme]) == 0) {
            line = joined(subject->arena, line, ", ",
                          catalogue_text(subject->catalogue, SCHEMA_TERMS, record, TERM_LABEL,
                                         subject->lang, NULL));
        }
    }
    return line;
}

static const char *language_names(const struct subject *subject, size_t column) {
    return names(subject->arena, record_cell(subject->record, column), codes_language_name);
}

static const char *official_title(const struct subject *subject, size_t column) {
    const char *lang = NULL;
    const char *title = catalogue_official_title(subject->catalogue, subject->practice, &lang);
    if (!title || strcmp(title, cell(subject, column)) == 0) {
        return "";
    }
    const char *name = codes_language_name(lang);
    return arena_printf(subject->arena, _("%s (%s)"), title, name ? name : lang);
}

static const char *collection_title(const struct subject *subject, size_t column) {
    (void)column;
    if (!subject->collection) {
        return "";
    }
    return catalogue_text(subject->catalogue, SCHEMA_COLLECTIONS, &subject->collection->record,
                          COLLECTION_TITLE, subject->lang, NULL);
}

/* "7 413 625.72 CZK": thousands are parted, with a blank that does not break the line. */
static const char *amount(const struct subject *subject, size_t column) {
    const char *digits = record_cell(subject->record, column);
    const size_t whole = strcspn(digits, ".");
    const char *line = "";
    size_t at = whole % THOUSAND_DIGITS;
    if (at > 0) {
        line = arena_copy(subject->arena, digits, at);
    }
    for (; at < whole; at += THOUSAND_DIGITS) {
        line = joined(subject->arena, line, NO_BREAK_SPACE,
                      arena_copy(subject->arena, digits + at, THOUSAND_DIGITS));
    }
    line = arena_printf(subject->arena, "%s%s", line, digits + whole);
    return joined(subject->arena, line, NO_BREAK_SPACE,
                  record_cell(subject->record, PRACTICE_CURRENCY));
}

static const struct recipe practice_recipes[] = {
    {FACT_OBJECTIVES, cell, PRACTICE_OBJECTIVES},
    {FACT_RESULTS, cell, PRACTICE_RESULTS},
    {FACT_ORGANISATION, cell, PRACTICE_ORGANISATION},
    {FACT_PARTNERS, cell, PRACTICE_PARTNERS},
    {FACT_PLACE, place, PRACTICE_REGION},
    {FACT_SCALE, scale, PRACTICE_SCALE},
    {FACT_TIME, practice_time, PRACTICE_START},
    {FACT_AREAS, terms, SCHEME_AREA},
    {FACT_GROUPS, terms, SCHEME_GROUP},
    {FACT_FUNDED_BY, terms, SCHEME_FUND},
    {FACT_FUNDING, cell, PRACTICE_FUNDING},
    {FACT_AMOUNT, amount, PRACTICE_AMOUNT},
    {FACT_PROGRAMME, cell, PRACTICE_PROGRAMME},
    {FACT_REFERENCE, cell, PRACTICE_REFERENCE},
    {FACT_LANGUAGES, language_names, PRACTICE_LANGUAGES},
    {FACT_WEBSITE, cell, PRACTICE_WEBSITE},
    {FACT_CONTACT, cell, PRACTICE_CONTACT},
    {FACT_OFFICIAL_TITLE, official_title, PRACTICE_TITLE},
    {FACT_TRANSFERABILITY, cell, PRACTICE_TRANSFERABILITY},
    {FACT_COLLECTION, collection_title, PRACTICE_COLLECTION},
    {FACT_SOURCE, cell, PRACTICE_SOURCE_URL},
    {FACT_CREDIT, cell, PRACTICE_CREDIT},
    {FACT_NOTE, cell, PRACTICE_NOTE},
};

const struct fact *facts_of_practice(const struct catalogue *catalogue,
                                     const struct practice *practice, const char *lang,
                                     struct arena *arena, size_t *count) {
    const struct subject subject = practice_subject(catalogue, practice, lang, arena);
    return facts_make(&subject, practice_recipes, COUNT(practice_recipes), count);
}

static const char *collection_time(const struct subject *subject, size_t column) {
    return time_span(subject->arena, record_cell(subject->record, column),
                     record_cell(subject->record, COLLECTION_END), "");
}

static const char *collection_practices(const struct subject *subject, size_t column) {
    (void)column;
    return arena_printf(subject->arena, "%zu", subject->collection->practices);
}

static const struct recipe collection_recipes[] = {
    {FACT_USE, cell, COLLECTION_USE},
    {FACT_PUBLISHER, cell, COLLECTION_PUBLISHER},
    {FACT_PARTNERS, cell, COLLECTION_PARTNERS},
    {FACT_COUNTRIES, country_names, COLLECTION_COUNTRIES},
    {FACT_TIME, collection_time, COLLECTION_START},
    {FACT_FUNDED_BY, cell, COLLECTION_FUNDER},
    {FACT_PROGRAMME, cell, COLLECTION_PROGRAMME},
    {FACT_REFERENCE, cell, COLLECTION_REFERENCE},
    {FACT_LANGUAGES, language_names, COLLECTION_LANGUAGES},
    {FACT_AUDIENCE, cell, COLLECTION_AUDIENCE},
    {FACT_SIZE, cell, COLLECTION_SIZE},
    {FACT_PRACTICES, collection_practices, COLLECTION_ID},
    {FACT_WEBSITE, cell, COLLECTION_URL},
    {FACT_AIMS, cell, COLLECTION_AIMS},
    {FACT_OUTPUTS, cell, COLLECTION_OUTPUTS},
    {FACT_CREDIT, cell, COLLECTION_CREDIT},
    {FACT_NOTE, cell, COLLECTION_NOTE},
};

const struct fact *facts_of_collection(const struct catalogue *catalogue,
                                       const struct collection *collection, const char *lang,
                                       struct arena *arena, size_t *count) {
    const struct subject subject = {
        .catalogue = catalogue,
        .table = SCHEMA_COLLECTIONS,
        .record = &collection->record,
        .collection = collection,
        .lang = lang,
        .arena = arena,
    };
    return facts_make(&subject, collection_recipes, COUNT(collection_recipes), count);
}

const char *facts_town(const struct catalogue *catalogue, const struct practice *practice,
                       const char *lang, struct arena *arena) {
    const struct subject subject = practice_subject(catalogue, practice, lang, arena);
    const char *city = names(arena, cell(&subject, PRACTICE_CITY), itself);
    return city[0] ? city : names(arena, cell(&subject, PRACTICE_REGION), itself);
}

const char *facts_place(const struct catalogue *catalogue, const struct practice *practice,
                        const char *lang, struct arena *arena) {
    const struct subject subject = practice_subject(catalogue, practice, lang, arena);
    return joined(arena, facts_town(catalogue, practice, lang, arena), ", ",
                  country_names(&subject, PRACTICE_COUNTRY));
}

const char *facts_headline(const struct catalogue *catalogue, const struct practice *practice,
                           const char *lang, const char *between, struct arena *arena) {
    const struct subject subject = practice_subject(catalogue, practice, lang, arena);
    const char *ongoing = cell(&subject, PRACTICE_ONGOING);
    const char *parts[] = {
        facts_place(catalogue, practice, lang, arena),
        scale(&subject, PRACTICE_SCALE),
        time_span(arena, "", "", ongoing),
    };
    const char *line = cell(&subject, PRACTICE_ORGANISATION);
    for (size_t i = 0; i < COUNT(parts); i++) {
        line = joined(arena, line, between, parts[i]);
    }
    return line;
}
