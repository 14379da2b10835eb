#include "invent.h"

#include "places.h"

#include "vademecum/base/table.h"

#include <ctype.h>
#include <string.h>

enum {
    ID_SIZE = 16,
    ID_NUMBERS = INVENT_MOST, /* ids of a country: three syllables of 100 each */
    LAST_YEAR = 2025,         /* in which a practice starts */
    YEARS = 25,               /* in which practices have started */
    TERMS_MEAN = 5            /* of a practice */
};

/* A practice under way. */
struct practice {
    char id[ID_SIZE];
    const struct place *place;
    const char *city;
    struct chance chance;
};

static void country_make(struct inventor *inventor, const struct place *place, uint32_t first,
                         uint32_t count);
static void id_spell(char id[ID_SIZE], const char *code, uint32_t number);
static void practice_make(struct inventor *inventor, struct practice *practice);
static void practice_write(struct inventor *inventor, struct practice *practice);
static void where_write(struct inventor *inventor, struct practice *practice);
static void period_write(struct inventor *inventor, struct practice *practice);
static void answers_write(struct inventor *inventor, struct practice *practice);
static void marks_write(struct inventor *inventor, struct practice *practice);
static void terms_write(struct inventor *inventor, struct practice *practice);
static void tools_write(struct inventor *inventor, struct practice *practice);
static void titles_write(struct inventor *inventor, struct practice *practice);
static void sentences_put(struct inventor *inventor, size_t column, struct chance *chance,
                          uint32_t least, uint32_t most);
static void row_write(struct inventor *inventor, enum schema_id id);

void invent(struct inventor *inventor, uint32_t practices) {
    size_t places;
    const struct place *place = places_all(&places);
    const unsigned all = places_weight();
    uint64_t weight = 0;
    uint32_t first = 0;
    for (size_t i = 0; i < places; i++) {
        weight += place[i].weight;
        const uint32_t end = (uint32_t)(weight * practices / all);
        country_make(inventor, &place[i], first, end - first);
        first = end;
    }
}

/*
 * The practices of a country, of which the first is number `first` of all. Each has a range of ids
 * to itself, so that the ids come sorted, and each once, without being kept.
 */
static void country_make(struct inventor *inventor, const struct place *place, uint32_t first,
                         uint32_t count) {
    struct practice practice = {.place = place};
    uint32_t cities = 1;
    while (cities < PLACE_CITIES && place->cities[cities]) {
        cities++;
    }
    for (uint32_t i = 0; i < count; i++) {
        practice.chance = chance_of(inventor->seed, (uint64_t)first + i);
        const uint32_t range = ID_NUMBERS / count;
        id_spell(practice.id, place->code, i * range + chance_below(&practice.chance, range));
        practice.city = place->cities[chance_low(&practice.chance, cities)];
        practice_make(inventor, &practice);
    }
}

/* As "cz-gamovi"; a greater number makes an id that sorts behind. */
static void id_spell(char id[ID_SIZE], const char *code, uint32_t number) {
    static const char heads[] = "bcdfghjklmnpqrstvwxz";
    static const char tails[] = "aeiou";
    char *end = id;
    *end++ = (char)tolower((unsigned char)code[0]);
    *end++ = (char)tolower((unsigned char)code[1]);
    *end++ = '-';
    for (uint32_t part = ID_NUMBERS / 100; part > 0; part /= 100) {
        const uint32_t syllable = number / part % 100;
        *end++ = heads[syllable / 5];
        *end++ = tails[syllable % 5];
    }
    *end = '\0';
}

static void practice_make(struct inventor *inventor, struct practice *practice) {
    const struct pattern *pattern = inventor->pattern;
    for (size_t i = 0; i < pattern->question_count; i++) {
        inventor->answered[i] = chance_hits(&practice->chance, pattern->questions[i].answers,
                                            pattern->practices);
    }
    practice_write(inventor, practice);
    terms_write(inventor, practice);
    answers_write(inventor, practice);
    marks_write(inventor, practice);
    tools_write(inventor, practice);
    titles_write(inventor, practice);
}

static void practice_write(struct inventor *inventor, struct practice *practice) {
    struct prose *cells = inventor->cells;
    struct chance *chance = &practice->chance;
    const struct vocabulary *words = inventor->vocabulary;
    const struct pattern *pattern = inventor->pattern;
    const uint32_t collections = (uint32_t)pattern->collection_count;
    prose_add(&cells[PRACTICE_ID], "%s", practice->id);
    prose_add(&cells[PRACTICE_COLLECTION], "%s",
              pattern->collections[collections - 1 - chance_low(chance, collections)]);
    prose_title(&cells[PRACTICE_TITLE], words, chance, 2 + chance_below(chance, 4));
    if (chance_hits(chance, 1, 2)) {
        prose_add(&cells[PRACTICE_TITLE], ", %s", practice->city);
    }
    sentences_put(inventor, PRACTICE_SUMMARY, chance, 60, 180);
    sentences_put(inventor, PRACTICE_OBJECTIVES, chance, 30, 80);
    prose_title(&cells[PRACTICE_ORGANISATION], words, chance, 2 + chance_below(chance, 4));
    if (chance_hits(chance, 1, 2)) {
        prose_title(&cells[PRACTICE_PARTNERS], words, chance, 3);
        prose_add(&cells[PRACTICE_PARTNERS], "; ");
        prose_title(&cells[PRACTICE_PARTNERS], words, chance, 2);
    }
    where_write(inventor, practice);
    period_write(inventor, practice);
    if (chance_hits(chance, 1, 3)) {
        sentences_put(inventor, PRACTICE_FUNDING, chance, 30, 90);
    }
    if (chance_hits(chance, 1, 2)) {
        prose_add(&cells[PRACTICE_WEBSITE], "https://www.%s.example/", practice->id + 3);
    }
    prose_add(&cells[PRACTICE_SOURCE_URL], "https://practices.example/%s", practice->id);
    if (chance_hits(chance, 1, 5)) {
        sentences_put(inventor, PRACTICE_TRANSFERABILITY, chance, 40, 100);
    }
    prose_add(&cells[PRACTICE_LANG], "en");
    prose_add(&cells[PRACTICE_CREDIT], "Made up to measure with");
    if (chance_hits(chance, 1, 5)) {
        sentences_put(inventor, PRACTICE_NOTE, chance, 40, 120);
    }
    row_write(inventor, SCHEMA_PRACTICES);
}

static void where_write(struct inventor *inventor, struct practice *practice) {
    static const char *const scales[] = {"",      "",         "local",    "local",
                                         "local", "regional", "national", "local",
                                         "",      "regional", "eu",       "international"};
    struct prose *cells = inventor->cells;
    struct chance *chance = &practice->chance;
    const struct place *place = practice->place;
    prose_add(&cells[PRACTICE_COUNTRY], "%s", place->code);
    if (chance_hits(chance, 3, 10)) {
        prose_add(&cells[PRACTICE_REGION], "%s Region", practice->city);
    }
    if (chance_hits(chance, 6, 10)) {
        prose_add(&cells[PRACTICE_CITY], "%s", practice->city);
    }
    prose_add(&cells[PRACTICE_SCALE], "%s",
              scales[chance_low(chance, sizeof scales / sizeof *scales)]);
    if (chance_hits(chance, 1, 4)) {
        const bool english = strcmp(place->language, "en") == 0;
        prose_add(&cells[PRACTICE_LANGUAGES], english ? "%s" : "%s; en", place->language);
    }
}

static void period_write(struct inventor *inventor, struct practice *practice) {
    struct prose *cells = inventor->cells;
    struct chance *chance = &practice->chance;
    if (chance_hits(chance, 1, 20)) {
        return;
    }
    const uint32_t year = LAST_YEAR - chance_low(chance, YEARS);
    prose_add(&cells[PRACTICE_START], "%u", year);
    if (chance_hits(chance, 6, 10)) {
        prose_add(&cells[PRACTICE_START], "-%02u", 1 + chance_below(chance, 12));
    }
    const uint32_t end = year + 1 + chance_below(chance, 4);
    if (end <= LAST_YEAR && chance_hits(chance, 1, 2)) {
        prose_add(&cells[PRACTICE_END], "%u-%02u", end, 1 + chance_below(chance, 12));
        prose_add(&cells[PRACTICE_ONGOING], "no");
    } else if (chance_hits(chance, 3, 4)) {
        prose_add(&cells[PRACTICE_ONGOING], "yes");
    }
}

static void answers_write(struct inventor *inventor, struct practice *practice) {
    const struct pattern *pattern = inventor->pattern;
    for (size_t i = 0; i < pattern->question_count; i++) {
        if (!inventor->answered[i]) {
            continue;
        }
        prose_add(&inventor->cells[ANSWER_PRACTICE], "%s", practice->id);
        prose_add(&inventor->cells[ANSWER_QUESTION], "%s", pattern->questions[i].id);
        sentences_put(inventor, ANSWER_TEXT, &practice->chance, 20, 370);
        if (chance_hits(&practice->chance, 16, 100)) {
            sentences_put(inventor, ANSWER_NOTE, &practice->chance, 20, 80);
        }
        row_write(inventor, SCHEMA_ANSWERS);
    }
}

/* An item of a question that has no answer is not listed, as in the sources. */
static void marks_write(struct inventor *inventor, struct practice *practice) {
    const struct pattern *pattern = inventor->pattern;
    for (size_t i = 0; i < pattern->item_count; i++) {
        const struct pattern_item *item = &pattern->items[i];
        if (!inventor->answered[item->question]) {
            continue;
        }
        uint32_t dice = chance_below(&practice->chance, pattern->questions[item->question].answers);
        for (size_t j = 0; j < MARK_SORTS; j++) {
            if (dice < item->marks[j]) {
                const char *cells[MARK_COLUMNS] = {practice->id, item->id, pattern_marks[j]};
                table_write(inventor->files[SCHEMA_MARKS], cells, MARK_COLUMNS);
                break;
            }
            dice -= item->marks[j];
        }
    }
}

/* One that no practice has yet is given as if half a practice had it. */
static void terms_write(struct inventor *inventor, struct practice *practice) {
    const struct pattern *pattern = inventor->pattern;
    const uint32_t all = 2 * pattern->given + (uint32_t)pattern->term_count;
    for (size_t i = 0; i < pattern->term_count; i++) {
        const struct pattern_term *term = &pattern->terms[i];
        if (chance_hits(&practice->chance, (2 * term->practices + 1) * TERMS_MEAN, all)) {
            const char *cells[PRACTICE_TERM_COLUMNS] = {practice->id, term->scheme, term->id};
            table_write(inventor->files[SCHEMA_PRACTICE_TERMS], cells, PRACTICE_TERM_COLUMNS);
        }
    }
}

static void tools_write(struct inventor *inventor, struct practice *practice) {
    const struct pattern *pattern = inventor->pattern;
    struct chance *chance = &practice->chance;
    for (size_t i = 0; i < pattern->question_count; i++) {
        const struct pattern_question *question = &pattern->questions[i];
        /* So often again that the mean is right. */
        const uint32_t all = question->tools + question->answers;
        for (unsigned position = 1;
             inventor->answered[i] && chance_hits(chance, question->tools, all); position++) {
            struct prose *cells = inventor->cells;
            prose_add(&cells[TOOL_PRACTICE], "%s", practice->id);
            prose_add(&cells[TOOL_QUESTION], "%s", question->id);
            prose_add(&cells[TOOL_POSITION], "%u", position);
            prose_title(&cells[TOOL_TITLE], inventor->vocabulary, chance, 5);
            if (chance_hits(chance, 6, 10)) {
                prose_add(&cells[TOOL_URL], "https://tools.example/%s/%u", practice->id, position);
                prose_add(&cells[TOOL_LANG], "%s", practice->place->language);
            }
            sentences_put(inventor, TOOL_NOTE, chance, 20, 100);
            row_write(inventor, SCHEMA_TOOLS);
        }
    }
}

/* The title in the language of the country, as most have it. */
static void titles_write(struct inventor *inventor, struct practice *practice) {
    const char *language = practice->place->language;
    if (strcmp(language, "en") == 0 || !chance_hits(&practice->chance, 8, 10)) {
        return;
    }
    struct prose *cells = inventor->cells;
    prose_add(&cells[TRANSLATION_TABLE], "practices");
    prose_add(&cells[TRANSLATION_KEY], "%s", practice->id);
    prose_add(&cells[TRANSLATION_FIELD], "title");
    prose_add(&cells[TRANSLATION_LANG], "%s", language);
    prose_title(&cells[TRANSLATION_TEXT], inventor->vocabulary, &practice->chance, 4);
    prose_add(&cells[TRANSLATION_STATUS], "official");
    row_write(inventor, SCHEMA_TRANSLATIONS);
}

/* A text of at least `least` and about `most` bytes; lengths in the middle are the most frequent.
 */
static void sentences_put(struct inventor *inventor, size_t column, struct chance *chance,
                          uint32_t least, uint32_t most) {
    const uint32_t half = (most - least) / 2;
    const uint32_t length = least + chance_below(chance, half) + chance_below(chance, half);
    prose_sentences(&inventor->cells[column], inventor->vocabulary, chance, length);
}

/* Writes the cells as a row, and empties them. */
static void row_write(struct inventor *inventor, enum schema_id id) {
    const char *cells[PRACTICE_COLUMNS];
    const size_t count = schema_get(id)->count;
    for (size_t i = 0; i < count; i++) {
        cells[i] = inventor->cells[i].bytes;
    }
    table_write(inventor->files[id], cells, count);
    for (size_t i = 0; i < count; i++) {
        prose_clear(&inventor->cells[i]);
    }
}
