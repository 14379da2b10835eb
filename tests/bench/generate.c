/*
 * generate CATALOGUE FOLDER SIZE [SEED]
 *
 * Makes a catalogue of any size in FOLDER, which holds none yet. SIZE is a number of practices, or
 * M (10,000), L (100,000), or S, which is CATALOGUE as it is. Collections, checklists and terms are
 * those of CATALOGUE; practices are made up, with the shares of answers, marks, terms and tools
 * that CATALOGUE has. The same SEED (1) gives the same bytes on every machine.
 *
 * Texts have the lengths of a national database rather than of the shipped catalogue, whose
 * summaries and notes are three times as long.
 *
 * Exit: 0; 1 something failed, and FOLDER holds a part; 2 usage.
 */
#include "chance.h"
#include "pattern.h"
#include "places.h"
#include "prose.h"

#include "vademecum/base/table.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    PRACTICES_MOST = 1000000, /* so that no country has more than there are ids */
    SIZE_M = 10000,
    SIZE_L = 100000,
    ID_SIZE = 16,
    ID_NUMBERS = 1000000, /* ids of a country: three syllables of 100 each */
    PATH_SIZE = 4096,
    BUFFER = 256 * 1024, /* of each file */
    LAST_YEAR = 2025,    /* in which a practice starts */
    YEARS = 25,          /* in which practices have started */
    TERMS_MEAN = 5       /* of a practice */
};

/* What a catalogue is made with. */
struct maker {
    const char *from;   /* folder of the catalogue that it is like */
    const char *folder; /* where it goes */
    uint32_t practices; /* how many it gets; 0: it is a copy */
    uint64_t seed;
    struct arena arena; /* for all that is below */
    struct pattern pattern;
    struct vocabulary *vocabulary;
    FILE *files[SCHEMA_COUNT];            /* that are being written */
    struct prose cells[PRACTICE_COLUMNS]; /* of the row under way; no table is wider */
};

/* A practice under way. */
struct practice {
    char id[ID_SIZE];
    const struct place *place;
    const char *city;
    struct chance chance;
    bool *answered; /* for each question of the pattern */
};

static bool wish_read(struct maker *maker, int argc, char **argv);
static bool catalogue_make(struct maker *maker);
static bool files_open(struct maker *maker);
static bool files_close(struct maker *maker);
static void heading_write(struct maker *maker, enum schema_id id);
static void country_make(struct maker *maker, const struct place *place, uint32_t first,
                         uint32_t count);
static void id_spell(char id[ID_SIZE], const char *code, uint32_t number);
static void practice_make(struct maker *maker, struct practice *practice);
static void practice_write(struct maker *maker, struct practice *practice);
static void where_write(struct maker *maker, struct practice *practice);
static void period_write(struct maker *maker, struct practice *practice);
static void answers_write(struct maker *maker, struct practice *practice);
static void marks_write(struct maker *maker, struct practice *practice);
static void terms_write(struct maker *maker, struct practice *practice);
static void tools_write(struct maker *maker, struct practice *practice);
static void titles_write(struct maker *maker, struct practice *practice);
static void translations_copy(struct maker *maker, bool before);
static void sentences_put(struct maker *maker, size_t column, struct chance *chance, uint32_t least,
                          uint32_t most);
static void row_write(struct maker *maker, enum schema_id id);
static bool file_copy(const struct maker *maker, const char *name);
static FILE *file_make(const struct maker *maker, const char *name);
static bool complain(const char *name, const char *why);

/* The tables that are made up; the others are copied. */
static const bool made[SCHEMA_COUNT] = {
    [SCHEMA_PRACTICES] = true, [SCHEMA_PRACTICE_TERMS] = true, [SCHEMA_ANSWERS] = true,
    [SCHEMA_MARKS] = true,     [SCHEMA_TOOLS] = true,          [SCHEMA_TRANSLATIONS] = true,
};

int main(int argc, char **argv) {
    struct maker *maker = calloc(1, sizeof *maker);
    if (!maker || !wish_read(maker, argc, argv)) {
        fputs("Usage: generate CATALOGUE FOLDER SIZE [SEED]; SIZE is S, M, L or 1 to 1000000\n",
              stderr);
        return 2;
    }
    arena_init(&maker->arena, (struct arena_end){0});
    const bool done = catalogue_make(maker);
    arena_free(&maker->arena);
    free(maker);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool wish_read(struct maker *maker, int argc, char **argv) {
    if (argc < 4 || argc > 5) {
        return false;
    }
    maker->from = argv[1];
    maker->folder = argv[2];
    maker->seed = argc == 5 ? strtoull(argv[4], NULL, 10) : 1;
    if (strcmp(argv[3], "S") == 0) {
        return true;
    }
    if (strcmp(argv[3], "M") == 0 || strcmp(argv[3], "L") == 0) {
        maker->practices = argv[3][0] == 'M' ? SIZE_M : SIZE_L;
        return true;
    }
    char *end;
    const long practices = strtol(argv[3], &end, 10);
    maker->practices = (uint32_t)practices;
    return !*end && practices >= 1 && practices <= PRACTICES_MOST;
}

static bool catalogue_make(struct maker *maker) {
    struct fault fault;
    if (!pattern_read(&maker->pattern, &maker->arena, maker->from, &fault)) {
        return complain(fault.file, fault.text);
    }
    if (mkdir(maker->folder, 0777) != 0 && errno != EEXIST) {
        return complain(maker->folder, strerror(errno));
    }
    if (!file_copy(maker, "datapackage.json") || !files_open(maker)) {
        return false;
    }
    if (maker->practices > 0) {
        maker->vocabulary = vocabulary_make(&maker->arena);
        translations_copy(maker, true);
        size_t places;
        const struct place *place = places_all(&places);
        const unsigned all = places_weight();
        uint64_t weight = 0;
        uint32_t first = 0;
        for (size_t i = 0; i < places; i++) {
            weight += place[i].weight;
            const uint32_t end = (uint32_t)(weight * maker->practices / all);
            country_make(maker, &place[i], first, end - first);
            first = end;
        }
        translations_copy(maker, false);
    }
    return files_close(maker);
}

/* Copies the files that are copied, and opens the others. */
static bool files_open(struct maker *maker) {
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        if (!made[id] || maker->practices == 0) {
            if (!file_copy(maker, schema_get(id)->file)) {
                return false;
            }
            continue;
        }
        maker->files[id] = file_make(maker, schema_get(id)->file);
        if (!maker->files[id]) {
            return false;
        }
        setvbuf(maker->files[id], NULL, _IOFBF, BUFFER);
        heading_write(maker, id);
    }
    return true;
}

static bool files_close(struct maker *maker) {
    bool done = true;
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        FILE *file = maker->files[id];
        if (file) {
            const bool failed = ferror(file);
            if (fclose(file) != 0 || failed) {
                done = complain(schema_get(id)->file, "it could not be written");
            }
        }
    }
    return done;
}

static void heading_write(struct maker *maker, enum schema_id id) {
    const struct schema *schema = schema_get(id);
    for (size_t i = 0; i < schema->count; i++) {
        prose_add(&maker->cells[i], "%s", schema->columns[i].name);
    }
    row_write(maker, id);
}

/*
 * The practices of a country, of which the first is number `first` of all. Each has a range of ids
 * to itself, so that the ids come sorted, and each once, without being kept.
 */
static void country_make(struct maker *maker, const struct place *place, uint32_t first,
                         uint32_t count) {
    struct practice practice = {.place = place};
    practice.answered = arena_array(&maker->arena, maker->pattern.question_count, sizeof(bool));
    uint32_t cities = 1;
    while (cities < PLACE_CITIES && place->cities[cities]) {
        cities++;
    }
    for (uint32_t i = 0; i < count; i++) {
        practice.chance = chance_of(maker->seed, (uint64_t)first + i);
        const uint32_t range = ID_NUMBERS / count;
        id_spell(practice.id, place->code, i * range + chance_below(&practice.chance, range));
        practice.city = place->cities[chance_low(&practice.chance, cities)];
        practice_make(maker, &practice);
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

static void practice_make(struct maker *maker, struct practice *practice) {
    const struct pattern *pattern = &maker->pattern;
    for (size_t i = 0; i < pattern->question_count; i++) {
        practice->answered[i] = chance_hits(&practice->chance, pattern->questions[i].answers,
                                            pattern->practices);
    }
    practice_write(maker, practice);
    terms_write(maker, practice);
    answers_write(maker, practice);
    marks_write(maker, practice);
    tools_write(maker, practice);
    titles_write(maker, practice);
}

static void practice_write(struct maker *maker, struct practice *practice) {
    struct prose *cells = maker->cells;
    struct chance *chance = &practice->chance;
    const struct vocabulary *words = maker->vocabulary;
    const struct pattern *pattern = &maker->pattern;
    const uint32_t collections = (uint32_t)pattern->collection_count;
    prose_add(&cells[PRACTICE_ID], "%s", practice->id);
    prose_add(&cells[PRACTICE_COLLECTION], "%s",
              pattern->collections[collections - 1 - chance_low(chance, collections)]);
    prose_title(&cells[PRACTICE_TITLE], words, chance, 2 + chance_below(chance, 4));
    if (chance_hits(chance, 1, 2)) {
        prose_add(&cells[PRACTICE_TITLE], ", %s", practice->city);
    }
    sentences_put(maker, PRACTICE_SUMMARY, chance, 60, 180);
    sentences_put(maker, PRACTICE_OBJECTIVES, chance, 30, 80);
    prose_title(&cells[PRACTICE_ORGANISATION], words, chance, 2 + chance_below(chance, 4));
    if (chance_hits(chance, 1, 2)) {
        prose_title(&cells[PRACTICE_PARTNERS], words, chance, 3);
        prose_add(&cells[PRACTICE_PARTNERS], "; ");
        prose_title(&cells[PRACTICE_PARTNERS], words, chance, 2);
    }
    where_write(maker, practice);
    period_write(maker, practice);
    if (chance_hits(chance, 1, 3)) {
        sentences_put(maker, PRACTICE_FUNDING, chance, 30, 90);
    }
    if (chance_hits(chance, 1, 2)) {
        prose_add(&cells[PRACTICE_WEBSITE], "https://www.%s.example/", practice->id + 3);
    }
    prose_add(&cells[PRACTICE_SOURCE_URL], "https://practices.example/%s", practice->id);
    if (chance_hits(chance, 1, 5)) {
        sentences_put(maker, PRACTICE_TRANSFERABILITY, chance, 40, 100);
    }
    prose_add(&cells[PRACTICE_LANG], "en");
    prose_add(&cells[PRACTICE_CREDIT], "Made up to measure with");
    if (chance_hits(chance, 1, 5)) {
        sentences_put(maker, PRACTICE_NOTE, chance, 40, 120);
    }
    row_write(maker, SCHEMA_PRACTICES);
}

static void where_write(struct maker *maker, struct practice *practice) {
    static const char *const scales[] = {"",      "",         "local",    "local",
                                         "local", "regional", "national", "local",
                                         "",      "regional", "eu",       "international"};
    struct prose *cells = maker->cells;
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

static void period_write(struct maker *maker, struct practice *practice) {
    struct prose *cells = maker->cells;
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

static void answers_write(struct maker *maker, struct practice *practice) {
    const struct pattern *pattern = &maker->pattern;
    for (size_t i = 0; i < pattern->question_count; i++) {
        if (!practice->answered[i]) {
            continue;
        }
        prose_add(&maker->cells[ANSWER_PRACTICE], "%s", practice->id);
        prose_add(&maker->cells[ANSWER_QUESTION], "%s", pattern->questions[i].id);
        sentences_put(maker, ANSWER_TEXT, &practice->chance, 20, 370);
        if (chance_hits(&practice->chance, 16, 100)) {
            sentences_put(maker, ANSWER_NOTE, &practice->chance, 20, 80);
        }
        row_write(maker, SCHEMA_ANSWERS);
    }
}

/* An item of a question that has no answer is not listed, as in the sources. */
static void marks_write(struct maker *maker, struct practice *practice) {
    const struct pattern *pattern = &maker->pattern;
    for (size_t i = 0; i < pattern->item_count; i++) {
        const struct pattern_item *item = &pattern->items[i];
        if (!practice->answered[item->question]) {
            continue;
        }
        uint32_t dice = chance_below(&practice->chance, pattern->questions[item->question].answers);
        for (size_t j = 0; j < MARK_SORTS; j++) {
            if (dice < item->marks[j]) {
                const char *cells[MARK_COLUMNS] = {practice->id, item->id, pattern_marks[j]};
                table_write(maker->files[SCHEMA_MARKS], cells, MARK_COLUMNS);
                break;
            }
            dice -= item->marks[j];
        }
    }
}

/* One that no practice has yet is given as if half a practice had it. */
static void terms_write(struct maker *maker, struct practice *practice) {
    const struct pattern *pattern = &maker->pattern;
    const uint32_t all = 2 * pattern->given + (uint32_t)pattern->term_count;
    for (size_t i = 0; i < pattern->term_count; i++) {
        const struct pattern_term *term = &pattern->terms[i];
        if (chance_hits(&practice->chance, (2 * term->practices + 1) * TERMS_MEAN, all)) {
            const char *cells[PRACTICE_TERM_COLUMNS] = {practice->id, term->scheme, term->id};
            table_write(maker->files[SCHEMA_PRACTICE_TERMS], cells, PRACTICE_TERM_COLUMNS);
        }
    }
}

static void tools_write(struct maker *maker, struct practice *practice) {
    const struct pattern *pattern = &maker->pattern;
    struct chance *chance = &practice->chance;
    for (size_t i = 0; i < pattern->question_count; i++) {
        const struct pattern_question *question = &pattern->questions[i];
        /* So often again that the mean is right. */
        const uint32_t all = question->tools + question->answers;
        for (unsigned position = 1;
             practice->answered[i] && chance_hits(chance, question->tools, all); position++) {
            struct prose *cells = maker->cells;
            prose_add(&cells[TOOL_PRACTICE], "%s", practice->id);
            prose_add(&cells[TOOL_QUESTION], "%s", question->id);
            prose_add(&cells[TOOL_POSITION], "%u", position);
            prose_title(&cells[TOOL_TITLE], maker->vocabulary, chance, 5);
            if (chance_hits(chance, 6, 10)) {
                prose_add(&cells[TOOL_URL], "https://tools.example/%s/%u", practice->id, position);
                prose_add(&cells[TOOL_LANG], "%s", practice->place->language);
            }
            sentences_put(maker, TOOL_NOTE, chance, 20, 100);
            row_write(maker, SCHEMA_TOOLS);
        }
    }
}

/* The title in the language of the country, as most have it. */
static void titles_write(struct maker *maker, struct practice *practice) {
    const char *language = practice->place->language;
    if (strcmp(language, "en") == 0 || !chance_hits(&practice->chance, 8, 10)) {
        return;
    }
    struct prose *cells = maker->cells;
    prose_add(&cells[TRANSLATION_TABLE], "practices");
    prose_add(&cells[TRANSLATION_KEY], "%s", practice->id);
    prose_add(&cells[TRANSLATION_FIELD], "title");
    prose_add(&cells[TRANSLATION_LANG], "%s", language);
    prose_title(&cells[TRANSLATION_TEXT], maker->vocabulary, &practice->chance, 4);
    prose_add(&cells[TRANSLATION_STATUS], "official");
    row_write(maker, SCHEMA_TRANSLATIONS);
}

/* Those of the tables that sort before "practices", or behind it. */
static void translations_copy(struct maker *maker, bool before) {
    const struct pattern *pattern = &maker->pattern;
    for (size_t i = 0; i < pattern->translation_count; i++) {
        const char *const *cells = pattern->translations[i].cells;
        if (before == (strcmp(cells[TRANSLATION_TABLE], "practices") < 0)) {
            table_write(maker->files[SCHEMA_TRANSLATIONS], cells, TRANSLATION_COLUMNS);
        }
    }
}

/* A text of at least `least` and about `most` bytes; lengths in the middle are the most frequent.
 */
static void sentences_put(struct maker *maker, size_t column, struct chance *chance, uint32_t least,
                          uint32_t most) {
    const uint32_t half = (most - least) / 2;
    const uint32_t length = least + chance_below(chance, half) + chance_below(chance, half);
    prose_sentences(&maker->cells[column], maker->vocabulary, chance, length);
}

/* Writes the cells as a row, and empties them. */
static void row_write(struct maker *maker, enum schema_id id) {
    const char *cells[PRACTICE_COLUMNS];
    const size_t count = schema_get(id)->count;
    for (size_t i = 0; i < count; i++) {
        cells[i] = maker->cells[i].bytes;
    }
    table_write(maker->files[id], cells, count);
    for (size_t i = 0; i < count; i++) {
        prose_clear(&maker->cells[i]);
    }
}

static bool file_copy(const struct maker *maker, const char *name) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s", maker->from, name);
    FILE *from = fopen(path, "rb");
    if (!from) {
        return complain(path, strerror(errno));
    }
    FILE *to = file_make(maker, name);
    if (!to) {
        fclose(from);
        return false;
    }
    char block[BUFSIZ];
    size_t length;
    while ((length = fread(block, 1, sizeof block, from)) > 0) {
        fwrite(block, 1, length, to);
    }
    const bool failed = ferror(from) || ferror(to);
    fclose(from);
    return (fclose(to) == 0 && !failed) || complain(name, "it could not be copied");
}

/* Only a new file, so that no catalogue of somebody is lost. */
static FILE *file_make(const struct maker *maker, const char *name) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s", maker->folder, name);
    FILE *file = fopen(path, "wbx");
    if (!file) {
        complain(path, strerror(errno));
    }
    return file;
}

static bool complain(const char *name, const char *why) {
    fprintf(stderr, "generate: %s: %s\n", name, why);
    return false;
}
