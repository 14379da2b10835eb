/*
 * find_random: random catalogues, reviews, queries, filters and orders; each result against one
 * that is worked out straight from the definition, practice by practice. SEED=NUMBER in the
 * environment repeats a run.
 */
#include "stage.h"

#include "vademecum/base/order.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/find/find.h"
#include "vademecum/review/verdict.h"

#include <locale.h>
#include <stdint.h>
#include <time.h>

enum {
    ROUNDS = 60, /* catalogues */
    WISHES = 25, /* of each */
    ITEMS = 8,   /* of the checklist: two questions of four */
    PRACTICES = 90,
    OWN = 3,
    TEXT_ROOM = 256,
    TYPED_ROOM = 256
};

static const char *const words[] = {
    "Łódź", "Ústí",  "GDAŃSK",      "straße", "Strasse", "o’clock",  "d'Azur",
    "e",    "é",     "integration", "Integr", "grant",   "integral", "co-operation",
    "2018", "20",    "Æsir",        "Øre",    "ﬁnd",     "naïve",    "nai",
    "ve",   "Αθήνα", "Київ",        "x",      "women",   "men",      "omen",
    "9",    "–",     "a–b",         "ʼn",
};
static const char *const countries[] = {"CZ", "PL", "IT", "DE", ""};
static const char *const country_words[] = {"Czechia", "Poland", "Italy", "Germany", ""};
static const char *const terms[][3] = {
    {"area", "work", "Employment and women"}, {"area", "law", "Legal"},
    {"target_group", "women", "Ženy"},        {"target_group", "youth", "Young Łódź"},
    {"fund", "esf", "Social Fund"},
};
static const char *const scales[] = {"local", "regional", "national", ""};
static const char *const scale_words[] = {"local", "regional", "national", ""};
static const char *const dates[] = {"", "2016", "2017-05", "2018", "2018-01-31", "2020-12"};
static const char *const ongoings[] = {"", "yes", "no"};
static const char *const marks[] = {NULL, "met", "not_met", "unmarked"};
static const char *const verdicts[] = {"", "met", "partly", "not_met", "na"};

/* A text and where it stands. */
struct text {
    const char *field;
    const char *folded;
};

/* Everything that is known of a practice, in plain form. */
struct plain {
    const char *id;
    const char *title;
    size_t country; /* in countries */
    size_t scale;
    bool terms[COUNT(terms)];
    const char *collection;
    const char *start;
    const char *end;
    const char *ongoing;
    bool met[ITEMS]; /* by the source; of an own one by the reviewer */
    bool tools;
    const char *verdicts[ITEMS];
    bool shortlist;
    bool off; /* the list, of an own one */
    bool final;
    uint64_t last;      /* counter of its last event */
    uint64_t marked;    /* counter of its last verdict */
    const char *spoken; /* the reviewer's latest answer to a.2, folded */
    bool own;
    struct text texts[64];
    size_t text_count;
};

struct world {
    struct stage stage;
    struct review review;
    struct plain plain[PRACTICES + OWN];
    size_t count; /* of plain, own ones first */
    size_t own;
    uint64_t random;
};

static size_t draw(struct world *world, size_t below) {
    world->random ^= world->random << 13;
    world->random ^= world->random >> 7;
    world->random ^= world->random << 17;
    return (size_t)(world->random % below);
}

static const char *text_draw(struct world *world, size_t most) {
    static const char *const between[] = {" ", " ", " ", "-", "/", ", ", "\n", "’", "'"};
    struct arena *arena = &world->stage.scratch;
    const char *text = "";
    const size_t count = draw(world, most + 1);
    for (size_t i = 0; i < count; i++) {
        text = arena_printf(arena, "%s%s%s", text, i ? between[draw(world, COUNT(between))] : "",
                            words[draw(world, COUNT(words))]);
    }
    return text;
}

static void text_put(struct world *world, struct plain *plain, const char *field,
                     const char *text) {
    if (text[0]) {
        ck_assert_uint_lt(plain->text_count, COUNT(plain->texts));
        plain->texts[plain->text_count++] = (struct text){field,
                                                          text_fold(&world->stage.scratch, text)};
    }
}

static uint64_t say(struct world *world, const char *practice, const char *item, const char *field,
                    const char *value) {
    struct event event = {
        .run = "k3f9a2c17",
        .counter = world->review.highest + 1,
        .time = "",
        .reviewer = "ana",
        .practice = practice,
        .item = item,
        .field = field,
        .value = value,
    };
    review_apply(&world->review, &event);
    return event.counter;
}

static const char *item_id(struct world *world, size_t item) {
    return arena_printf(&world->stage.scratch, "a.%zu.%zu", item / 4 + 1, item % 4 + 1);
}

/* What the reviewer says of a practice. */
static void review_draw(struct world *world, struct plain *plain) {
    if (draw(world, 3) == 0) {
        return;
    }
    static const char *const fields[][2] = {
        {"comment", "comment"}, {"evidence", "evidence"}, {"plan.goal", "plan"}};
    for (size_t i = 0; i < ITEMS; i++) {
        plain->verdicts[i] = verdicts[draw(world, COUNT(verdicts))];
        if (plain->verdicts[i][0]) {
            plain->last = say(world, plain->id, item_id(world, i), "verdict", plain->verdicts[i]);
            plain->marked = plain->last;
        }
        if (plain->own && strcmp(plain->verdicts[i], "met") == 0) {
            plain->met[i] = true;
            text_put(world, plain, "item", i % 4 ? "An item" : "=SUM(1)");
        }
        const size_t field = draw(world, 12);
        if (field < COUNT(fields)) {
            const char *text = text_draw(world, 3);
            plain->last = say(world, plain->id, item_id(world, i), fields[field][0], text);
            text_put(world, plain, fields[field][1], text);
        }
    }
    if (draw(world, 3) == 0) {
        plain->shortlist = true;
        plain->last = say(world, plain->id, "", "shortlist", "yes");
    }
    if (plain->own && draw(world, 4) == 0) {
        plain->off = true;
        plain->last = say(world, plain->id, "", "off", "yes");
    }
    if (draw(world, 3) == 0) {
        plain->final = true;
        plain->last = say(world, plain->id, "", "status", "final May");
    }
    if (draw(world, 3) == 0) {
        const char *text = text_draw(world, 3);
        plain->last = say(world, plain->id, "", "note", text);
        text_put(world, plain, "note", text);
    }
    if (draw(world, 3) == 0) {
        const char *text = text_draw(world, 3);
        plain->last = say(world, plain->id, "a.1", "answer", text);
        text_put(world, plain, "answer", text);
    }
}

static void facts_draw(struct world *world, struct plain *plain, const char *id) {
    *plain = (struct plain){
        .id = id,
        .title = text_draw(world, 2),
        .country = draw(world, COUNT(countries)),
        .scale = draw(world, COUNT(scales)),
        .start = dates[draw(world, COUNT(dates))],
        .end = dates[draw(world, COUNT(dates))],
        .ongoing = ongoings[draw(world, COUNT(ongoings))],
    };
    for (size_t i = 0; i < ITEMS; i++) {
        plain->verdicts[i] = "";
    }
    plain->title = plain->title[0] ? plain->title : "Untitled";
    text_put(world, plain, "title", plain->title);
    text_put(world, plain, "id", id);
    text_put(world, plain, "country", countries[plain->country]);
    text_put(world, plain, "country", country_words[plain->country]);
    text_put(world, plain, "scale", scales[plain->scale]);
    text_put(world, plain, "scale", scale_words[plain->scale]);
    text_put(world, plain, "year", plain->start);
    text_put(world, plain, "year", plain->end);
    for (size_t i = 0; i < COUNT(terms); i++) {
        const char *field = strcmp(terms[i][0], "target_group") == 0 ? "group" : terms[i][0];
        plain->terms[i] = draw(world, 3) == 0;
        if (plain->terms[i]) {
            text_put(world, plain, field, terms[i][1]);
            text_put(world, plain, field, terms[i][2]);
        }
    }
}

static void practice_draw(struct world *world, struct plain *plain, size_t number) {
    struct stage *stage = &world->stage;
    facts_draw(world, plain, arena_printf(&stage->scratch, "p%03zu", number));
    const char *summary = text_draw(world, 8);
    const char *city = text_draw(world, 1);
    plain->collection = number % 2 ? "second" : "first";
    text_put(world, plain, "summary", summary);
    text_put(world, plain, "city", city);
    text_put(world, plain, "collection", plain->collection);
    text_put(world, plain, "collection", number % 2 ? "Second" : "First Łódź");
    PUT(stage, SCHEMA_PRACTICES,
        PRACTICE_COLUMNS, [PRACTICE_ID] = plain->id, [PRACTICE_COLLECTION] = plain->collection,
        [PRACTICE_TITLE] = plain->title, [PRACTICE_SUMMARY] = summary, [PRACTICE_CITY] = city,
        [PRACTICE_COUNTRY] = countries[plain->country], [PRACTICE_SCALE] = scales[plain->scale],
        [PRACTICE_START] = plain->start, [PRACTICE_END] = plain->end,
        [PRACTICE_ONGOING] = plain->ongoing);
    for (size_t i = 0; i < COUNT(terms); i++) {
        if (plain->terms[i]) {
            PUT(stage, SCHEMA_PRACTICE_TERMS,
                PRACTICE_TERM_COLUMNS, [PRACTICE_TERM_PRACTICE] = plain->id,
                [PRACTICE_TERM_SCHEME] = terms[i][0], [PRACTICE_TERM_TERM] = terms[i][1]);
        }
    }
    for (size_t i = 0; i < ITEMS; i++) {
        const char *mark = marks[draw(world, COUNT(marks))];
        plain->met[i] = mark && strcmp(mark, "met") == 0;
        if (mark) {
            PUT(stage, SCHEMA_MARKS, MARK_COLUMNS, [MARK_PRACTICE] = plain->id,
                [MARK_ITEM] = item_id(world, i), [MARK_MARK] = mark);
        }
        if (plain->met[i]) {
            text_put(world, plain, "item", i % 4 ? "An item" : "=SUM(1)");
        }
    }
    for (size_t i = 1; i <= 2; i++) {
        const char *answer = text_draw(world, 12);
        const char *tool = draw(world, 3) ? "" : text_draw(world, 3);
        const char *question = i == 1 ? "a.1" : "a.2";
        if (answer[0]) {
            PUT(stage, SCHEMA_ANSWERS, ANSWER_COLUMNS, [ANSWER_PRACTICE] = plain->id,
                [ANSWER_QUESTION] = question, [ANSWER_TEXT] = answer);
            text_put(world, plain, "answer", answer);
        }
        if (tool[0]) {
            PUT(stage, SCHEMA_TOOLS, TOOL_COLUMNS, [TOOL_PRACTICE] = plain->id,
                [TOOL_QUESTION] = question, [TOOL_POSITION] = "1", [TOOL_TITLE] = tool);
            text_put(world, plain, "tool", tool);
            plain->tools = true;
        }
    }
    if (draw(world, 4) == 0) {
        const char *title = text_draw(world, 2);
        if (title[0]) {
            PUT(stage, SCHEMA_TRANSLATIONS, TRANSLATION_COLUMNS, [TRANSLATION_TABLE] = "practices",
                [TRANSLATION_KEY] = plain->id, [TRANSLATION_FIELD] = "title",
                [TRANSLATION_LANG] = draw(world, 2) ? "cs" : "pl", [TRANSLATION_TEXT] = title,
                [TRANSLATION_STATUS] = "human");
            text_put(world, plain, "title", title);
        }
    }
}

static void own_draw(struct world *world, struct plain *plain, size_t number) {
    facts_draw(world, plain, arena_printf(&world->stage.scratch, "own-%zu-k3f9a2c17", number));
    plain->own = true;
    const char *values[3] = {"", "", ""};
    for (size_t i = 0; i < COUNT(terms); i++) {
        const size_t scheme = terms[i][0][0] == 'a' ? 0 : terms[i][0][0] == 't' ? 1 : 2;
        if (plain->terms[i]) {
            values[scheme] = arena_printf(&world->stage.scratch, "%s%s%s", values[scheme],
                                          values[scheme][0] ? "; " : "", terms[i][1]);
        }
    }
    const char *const facts[][2] = {
        {"own.title", plain->title},
        {"own.country", countries[plain->country]},
        {"own.scale", scales[plain->scale]},
        {"own.start", plain->start},
        {"own.end", plain->end},
        {"own.ongoing", plain->ongoing},
        {"own.area", values[0]},
        {"own.target_group", values[1]},
        {"own.fund", values[2]},
    };
    for (size_t i = 0; i < COUNT(facts); i++) {
        if (facts[i][1][0]) {
            plain->last = say(world, plain->id, "", facts[i][0], facts[i][1]);
        }
    }
}

static void world_make(struct world *world, uint64_t seed) {
    *world = (struct world){.random = seed * UINT64_C(0x9E3779B97F4A7C15) + 1};
    struct stage *stage = &world->stage;
    stage_begin(stage);
    arena_init(&stage->scratch, (struct arena_end){0});
    PUT(stage, SCHEMA_COLLECTIONS,
        COLLECTION_COLUMNS, [COLLECTION_ID] = "first", [COLLECTION_TITLE] = "First Łódź");
    PUT(stage, SCHEMA_COLLECTIONS,
        COLLECTION_COLUMNS, [COLLECTION_ID] = "second", [COLLECTION_TITLE] = "Second");
    checklist_put(stage, "grid", "first", "a");
    for (size_t i = 0; i < COUNT(terms); i++) {
        PUT(stage, SCHEMA_TERMS, TERM_COLUMNS, [TERM_SCHEME] = terms[i][0],
            [TERM_TERM] = terms[i][1], [TERM_POSITION] = "1", [TERM_LABEL] = terms[i][2]);
    }
    review_init(&world->review, &stage->scratch);
    world->own = draw(world, OWN + 1);
    world->count = world->own + draw(world, seed % 4 ? 12 : PRACTICES + 1);
    for (size_t i = 0; i < world->own; i++) {
        own_draw(world, &world->plain[i], i);
    }
    for (size_t i = world->own; i < world->count; i++) {
        practice_draw(world, &world->plain[i], i);
    }
    for (size_t i = 0; i < world->count; i++) {
        review_draw(world, &world->plain[i]);
    }
    const struct arena scratch = stage->scratch;
    stage_open(stage, NULL);
    stage->scratch = scratch; /* stage_open begins it anew */
}

/* --- what the definition says -------------------------------------------------------------- */

/* Whether a year is one in which the practice was active. */
static bool plain_active(const struct plain *plain, int year) {
    const int start = atoi(plain->start);
    const int end = atoi(plain->end);
    const bool goes_on = strcmp(plain->ongoing, "yes") == 0;
    if (start && end) {
        return start <= year && (year <= end || goes_on);
    }
    if (start) {
        return goes_on ? start <= year : start == year;
    }
    return end && end == year;
}

/* The same for all that practices are filtered by: "now", "ended", "2010s", "2018". */
static bool plain_year(const struct plain *plain, const char *name) {
    const bool goes_on = strcmp(plain->ongoing, "yes") == 0;
    if (strcmp(name, "now") == 0) {
        return goes_on;
    }
    if (strcmp(name, "ended") == 0) {
        return strcmp(plain->ongoing, "no") == 0 || (plain->end[0] && !goes_on);
    }
    const int years = name[strlen(name) - 1] == 's' ? 10 : 1;
    bool active = false;
    for (int year = atoi(name); year < atoi(name) + years; year++) {
        active |= plain_active(plain, year);
    }
    return active;
}

/* Whether a part of a word stands in a text of the field (NULL: of any). */
static bool plain_has(const struct plain *plain, const char *field, const char *part) {
    for (size_t i = 0; i < plain->text_count; i++) {
        if ((!field || strcmp(field, plain->texts[i].field) == 0) &&
            strstr(plain->texts[i].folded, part)) {
            return true;
        }
    }
    return plain->spoken && (!field || strcmp(field, "answer") == 0) && strstr(plain->spoken, part);
}

/*
 * Whether all letters and digits of a folded text, cut at what is none, are there; counts such
 * words.
 */
static bool plain_has_all(const struct plain *plain, const char *field, char *folded,
                          size_t *count) {
    static const char *const parting[] = {"’", "–", "'", "-", "/", ",", ":", "\n"};
    for (size_t i = 0; i < COUNT(parting); i++) {
        for (char *at; (at = strstr(folded, parting[i]));) {
            memset(at, ' ', strlen(parting[i]));
        }
    }
    for (char *part = strtok(folded, " "); part; part = strtok(NULL, " ")) {
        (*count)++;
        if (!plain_has(plain, field, part)) {
            return false;
        }
    }
    return true;
}

static bool plain_matches(struct world *world, const struct plain *plain, const char *typed) {
    static const char *const fields[] = {
        "title", "country", "city",  "area",       "group", "year",    "answer",   "note", "tool",
        "item",  "comment", "scale", "collection", "fund",  "summary", "evidence", "plan"};
    struct arena *arena = &world->stage.scratch;
    size_t count = 0;
    bool all = true;
    const bool asked = typed[strspn(typed, " ")] != '\0';
    while (*typed && all) {
        typed += strspn(typed, " ");
        const size_t length = strcspn(typed, " ");
        const char *token = arena_copy(arena, typed, length);
        const char *colon = strchr(token, ':');
        const char *field = NULL;
        for (size_t i = 0; colon && i < COUNT(fields); i++) {
            if (strlen(fields[i]) == (size_t)(colon - token) &&
                strncmp(fields[i], token, strlen(fields[i])) == 0) {
                field = fields[i];
            }
        }
        const char *value = field ? colon + 1 : token;
        const char *code = NULL;
        if (field && strcmp(field, "country") == 0) {
            code = codes_country(value);
        }
        if (code) {
            count++;
            all = strcmp(countries[plain->country], code) == 0;
        } else if (field && strcmp(field, "year") == 0 && strlen(value) == 4) {
            count++;
            all = plain_active(plain, atoi(value));
        } else {
            all = plain_has_all(plain, field, text_fold(arena, value), &count);
        }
        typed += length;
    }
    return all && (count > 0 || !asked);
}

/* The practice whose gaps count: of own ones the one that was marked last, else of all. */
static const struct plain *gaps_plain(const struct world *world) {
    const struct plain *best = NULL;
    for (size_t i = 0; i < world->count; i++) {
        const struct plain *plain = &world->plain[i];
        if (plain->marked && !plain->off && (!best || plain->own > best->own ||
                              (plain->own == best->own && plain->marked > best->marked))) {
            best = plain;
        }
    }
    return best;
}

static size_t gaps_count(const struct world *world, const struct plain *plain, size_t *all) {
    const struct plain *of = gaps_plain(world);
    size_t met = 0;
    *all = 0;
    for (size_t i = 0; of && i < ITEMS; i++) {
        if (strcmp(of->verdicts[i], "partly") == 0 || strcmp(of->verdicts[i], "not_met") == 0) {
            (*all)++;
            met += plain->met[i];
        }
    }
    return met;
}

static size_t answered_count(const struct plain *plain) {
    size_t count = 0;
    for (size_t i = 0; i < ITEMS; i++) {
        count += plain->verdicts[i][0] != '\0';
    }
    return count;
}

static size_t met_count(const struct plain *plain) {
    size_t count = 0;
    for (size_t i = 0; i < ITEMS; i++) {
        count += plain->met[i];
    }
    return count;
}

static bool plain_is(struct world *world, const struct plain *plain, enum facet facet,
                     uint32_t value) {
    struct arena *arena = &world->stage.scratch;
    const char *name = filter_value_name(&world->stage.catalogue, facet, value, arena);
    const bool yes = strcmp(name, "yes") == 0;
    const bool reviewed = answered_count(plain) > 0;
    size_t all;
    switch (facet) {
    case FACET_COUNTRY:
        return strcmp(countries[plain->country], name) == 0;
    case FACET_AREA:
    case FACET_GROUP:
    case FACET_FUND:
        for (size_t i = 0; i < COUNT(terms); i++) {
            if (strcmp(terms[i][0], facets_scheme(facet)) == 0 && strcmp(terms[i][1], name) == 0) {
                return plain->terms[i];
            }
        }
        return false;
    case FACET_COLLECTION:
        return plain->collection && strcmp(plain->collection, name) == 0;
    case FACET_SCALE:
        return strcmp(scales[plain->scale], name) == 0;
    case FACET_YEAR:
        return plain_year(plain, name);
    case FACET_ONGOING:
        return strcmp(plain->ongoing, name) == 0;
    case FACET_TOOLS:
        return plain->tools == yes;
    case FACET_SHORTLIST:
        return plain->shortlist == yes;
    case FACET_REVIEWED:
        return reviewed == yes;
    case FACET_OFF:
        return plain->off;
    case FACET_STATUS:
        return strcmp(name, "final") == 0 ? plain->final : reviewed && !plain->final;
    case FACET_MEETS:
        for (size_t i = 0; i < ITEMS; i++) {
            if (strcmp(item_id(world, i), name) == 0) {
                return plain->met[i];
            }
        }
        return false;
    default:
        return (2 * gaps_count(world, plain, &all) > all) == yes;
    }
}

/* Whether it passes all filters but those of one facet (FACET_COUNT: all). */
static bool plain_passes(struct world *world, const struct plain *plain,
                         const struct filters *filters, enum facet but) {
    if (plain->off && but != FACET_OFF && !filter_use(filters, FACET_OFF)) {
        return false;
    }
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        bool used = false;
        bool any = false;
        for (size_t i = 0; i < filters->count; i++) {
            if (filters->chosen[i].facet == facet) {
                used = true;
                any |= plain_is(world, plain, facet, filters->chosen[i].value);
            }
        }
        if (used && !any && facet != but) {
            return false;
        }
    }
    return true;
}

static const char *country_key(const struct world *world, const struct plain *plain) {
    (void)world;
    return plain->country == COUNT(countries) - 1 ? "\xFF" : country_words[plain->country];
}

static uint32_t start_digits(const char *date) {
    char digits[9] = "00000000";
    size_t count = 0;
    for (; *date; date++) {
        if (*date != '-') {
            digits[count++] = *date;
        }
    }
    return (uint32_t)strtoul(digits, NULL, 10);
}

/* Below 0 when one stands before the other. */
static int plain_order(struct world *world, enum order order, const struct plain *one,
                       const struct plain *other) {
    struct arena *arena = &world->stage.scratch;
    size_t all;
    const uint64_t values[ORDER_COUNT][2] = {
        [ORDER_START] = {start_digits(other->start), start_digits(one->start)},
        [ORDER_MET] = {met_count(other), met_count(one)},
        [ORDER_PROGRESS] = {answered_count(other), answered_count(one)},
        [ORDER_REVIEWED] = {other->last, one->last},
        [ORDER_GAPS] = {gaps_count(world, other, &all), gaps_count(world, one, &all)},
    };
    if (one->own != other->own) {
        return one->own ? -1 : 1;
    }
    int less = (values[order][0] > values[order][1]) - (values[order][0] < values[order][1]);
    if (order == ORDER_COUNTRY) {
        less = strcmp(country_key(world, one), country_key(world, other));
    }
    if (less == 0) {
        less = strcmp(order_key(arena, one->title), order_key(arena, other->title));
    }
    return less ? less : strcmp(one->id, other->id);
}

/* --- the two against each other ------------------------------------------------------------ */

static const char *words_draw(struct world *world) {
    static const char *const fields[] = {
        "title:", "country:", "city:",    "area:",  "group:",      "year:", "answer:",  "note:",
        "tool:",  "item:",    "comment:", "scale:", "collection:", "fund:", "summary:", "plan:"};
    static const char *const values[] = {"cz",    "czechia", "italy", "pol",  "ger",    "work",
                                         "law",   "2018",    "2016",  "20",   "item",   "sum",
                                         "first", "local",   "lodz",  "usti", "GDANSK", "strasse",
                                         "clock", "o'clock", "aesir", "ore",  "fi",     "athen",
                                         "αθη",   "київ",    "n",     "ss"};
    struct arena *arena = &world->stage.scratch;
    const char *typed = "";
    for (size_t count = draw(world, 4); count > 0; count--) {
        const char *value = draw(world, 2) ? words[draw(world, COUNT(words))]
                                           : values[draw(world, COUNT(values))];
        const char *field = draw(world, 3) ? "" : fields[draw(world, COUNT(fields))];
        typed = arena_printf(arena, "%s%s%s%s", typed, typed[0] ? " " : "", field, value);
    }
    return typed;
}

static void filters_draw(struct world *world, struct filters *filters) {
    static const char *const choices[] = {
        "country=CZ",   "country=PL,IT",     "area=work",   "area=Legal",        "group=women",
        "fund=esf",     "collection=first",  "scale=local", "year=2018",         "year=2016,2020",
        "year=now",         "year=ended,2000s",  "year=2010s",
        "ongoing=yes",  "ongoing=no",        "tools=yes",   "tools=no",          "shortlist=yes",
        "shortlist=no", "reviewed=yes",      "reviewed=no", "status=final",      "status=draft",
        "off=yes",      "meets=a.1.1",       "meets=a.1.2,a.2.3", "gaps=yes",    "collection=Second", "country=Poland",
    };
    struct fault fault;
    for (size_t count = draw(world, 3); count > 0; count--) {
        const char *choice = choices[draw(world, COUNT(choices))];
        ck_assert_msg(
            filter_read(filters, &world->stage.catalogue, choice, &world->stage.scratch, &fault),
            "%s: %s", choice, fault.text);
    }
}

static void found_check(struct world *world, struct find *find, const struct wish *wish) {
    struct arena *arena = &world->stage.scratch;
    const struct found found = find_run(find, wish, arena);
    const struct plain *expected[PRACTICES + OWN];
    size_t count = 0;
    for (size_t i = 0; i < world->count; i++) {
        const struct plain *plain = &world->plain[i];
        if (!plain_matches(world, plain, wish->words) ||
            !plain_passes(world, plain, &wish->filters, FACET_COUNT)) {
            continue;
        }
        size_t place = count++;
        for (; place > 0 && plain_order(world, wish->order, plain, expected[place - 1]) < 0;
             place--) {
            expected[place] = expected[place - 1];
        }
        expected[place] = plain;
    }
    const char *filters = filter_words(&world->stage.catalogue, &wish->filters, NULL, "; ", arena);
    const char *what = arena_printf(arena, "\"%s\" %s, by %s", wish->words, filters,
                                    sort_name(wish->order));
    ck_assert_uint_eq(found.of, world->count - found.off);
    ck_assert_msg(found.count == count, "%s: %zu found, not %zu", what, found.count, count);
    for (size_t i = 0; i < count; i++) {
        const struct subject *subject = &find_subjects(find)->list[found.places[i]];
        ck_assert_msg(strcmp(subject->id, expected[i]->id) == 0, "%s: %zu is %s, not %s", what, i,
                      subject->id, expected[i]->id);
        size_t hits;
        find_hits(find, &found.query, subject, arena, &hits);
        ck_assert_msg(hits > 0 || found.query.count == 0, "%s: no hit in %s", what, subject->id);
    }
    if (count == 0) {
        ck_assert(find_advice(find, wish, arena, NULL)[0] != '\0');
    }
    const struct who_filter filter = find_filter(&found);
    for (size_t i = world->own; i < world->count; i++) {
        const struct practice *practice = catalogue_practice(&world->stage.catalogue,
                                                             world->plain[i].id);
        ck_assert_int_eq(filter.keeps(filter.context, practice),
                         plain_passes(world, &world->plain[i], &wish->filters, FACET_COUNT));
    }
}

static void counts_check(struct world *world, struct find *find, const struct wish *wish,
                         enum facet facet) {
    struct arena *arena = &world->stage.scratch;
    const struct facet_counts counts = find_counts(find, wish, facet, arena);
    for (size_t value = 0; value < counts.count; value++) {
        size_t count = 0;
        for (size_t i = 0; i < world->count; i++) {
            const struct plain *plain = &world->plain[i];
            count += plain_matches(world, plain, wish->words) &&
                     plain_passes(world, plain, &wish->filters, facet) &&
                     plain_is(world, plain, facet, counts.values[value].value);
        }
        ck_assert_msg(
            counts.values[value].count == count, "%s %s of \"%s\": %zu, not %zu",
            filter_name(facet),
            filter_value_name(&world->stage.catalogue, facet, counts.values[value].value, arena),
            wish->words, counts.values[value].count, count);
    }
    /* What has one of the values, or states none, is all there is. */
    if (facet == FACET_COUNTRY || facet == FACET_SCALE || facet == FACET_ONGOING) {
        size_t all = counts.unstated;
        for (size_t value = 0; value < counts.count; value++) {
            all += counts.values[value].count;
        }
        size_t count = 0;
        for (size_t i = 0; i < world->count; i++) {
            count += plain_matches(world, &world->plain[i], wish->words) &&
                     plain_passes(world, &world->plain[i], &wish->filters, facet);
        }
        ck_assert_uint_eq(all, count);
    }
}

/* Types the words a character at a time, as the screen does. */
static void typed_check(struct world *world, struct find *find, const struct wish *wish) {
    char typed[TYPED_ROOM] = "";
    const char *rest = wish->words;
    while (*rest && strlen(typed) < sizeof typed - 8) {
        do {
            strncat(typed, rest++, 1);
        } while ((*rest & 0xC0) == 0x80);
        struct wish part = *wish;
        part.words = typed;
        found_check(world, find, &part);
    }
}

START_TEST(random_results_are_as_defined) {
    const char *given = getenv("SEED");
    const uint64_t seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL) * ROUNDS;
    const uint64_t number = seed + (uint64_t)_i;
    struct world *world = calloc(1, sizeof *world);
    world_make(world, number);
    printf("SEED=%llu\n", (unsigned long long)number);
    struct stage *stage = &world->stage;
    struct find *find = find_make(&stage->catalogue, &stage->arena);
    find_review(find, &world->review, "ana");
    /* In parts of any size, with searches between them. */
    struct wish wish = {.words = "e"};
    for (enum find_part part = 0; part < FIND_PARTS; part++) {
        while (find_take(find, part, 1 + draw(world, 40))) {
            find_run(find, &wish, &stage->scratch);
        }
        if (part == FIND_TERMS) {
            find_complete(find);
        }
    }
    for (size_t i = 0; i < WISHES; i++) {
        wish = (struct wish){.words = words_draw(world), .order = draw(world, ORDER_COUNT)};
        filters_draw(world, &wish.filters);
        found_check(world, find, &wish);
        counts_check(world, find, &wish, draw(world, FACET_COUNT));
        if (i % 8 == 0) {
            typed_check(world, find, &wish);
        }
        /* The review goes on meanwhile. */
        if (world->count > 0 && draw(world, 3) == 0) {
            struct plain *plain = &world->plain[draw(world, world->count)];
            const char *text = text_draw(world, 2);
            plain->last = say(world, plain->id, "a.2", "answer", text);
            plain->spoken = text_fold(&stage->scratch, text);
        }
    }
    find_free(find);
    stage_end(stage);
    free(world);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *random = tcase_create("random");
    tcase_set_timeout(random, 120);
    tcase_add_loop_test(random, random_results_are_as_defined, 0, ROUNDS);
    Suite *suite = suite_create("find_random");
    suite_add_tcase(suite, random);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
