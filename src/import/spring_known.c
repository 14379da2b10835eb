#include "vademecum/import/spring_known.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/quote.h"
#include "vademecum/import/spring_grid.h"

#include <string.h>

/* What tells that two practices are one. Nearly all marks are "met", so that one tells little. */
enum {
    POINTS_MET = 1,
    POINTS_OTHER = 12,  /* the same mark, but another one than "met" */
    POINTS_NAME = 15,   /* a rare name that both have */
    POINTS_ANSWER = 60, /* the same answer, word by word */
    POINTS_APART = -25, /* another mark */
    POINTS_ALIKE = 25,  /* that a practice needs to be named */
    POINTS_KNOWN = 55,  /* that make sure of it */
    NAME_LEAST = 4,     /* bytes of a name */
    NAME_MOST = 4       /* practices that have a rare one */
};

/* The practices of the catalogue, each with its points. */
struct scores {
    const struct spring_reading *reading;
    int *points;
};

/* --- what a practice of the catalogue tells --------------------------------------------------- */

static const char *cells_join(struct arena *arena, const char *text, const struct record *record,
                              enum schema_id id) {
    for (size_t i = 0; i < schema_get(id)->count; i++) {
        text = arena_printf(arena, "%s %s", text, record_cell(record, i));
    }
    return text;
}

static const char *practice_text(struct arena *arena, const struct practice *practice) {
    const char *text = cells_join(arena, "", &practice->record, SCHEMA_PRACTICES);
    for (const struct answer *answer = practice->answers; answer; answer = answer->next) {
        text = arena_printf(arena, "%s %s", text, record_cell(&answer->record, ANSWER_TEXT));
    }
    for (const struct tool *tool = practice->tools; tool; tool = tool->next) {
        text = cells_join(arena, text, &tool->record, SCHEMA_TOOLS);
    }
    return text_fold(arena, text);
}

static void texts_make(struct spring_reading *reading) {
    const struct catalogue *into = reading->into;
    reading->texts = arena_array(reading->arena, into->practice_count, sizeof *reading->texts);
    for (size_t i = 0; i < into->practice_count; i++) {
        reading->texts[i] = practice_text(reading->arena, &into->practices[i]);
    }
}

/* --- names in the answers of the page --------------------------------------------------------- */

/* Points for those practices that have a name which few have. */
static void name_count(struct scores *scores, const char *name, size_t length) {
    const char **texts = scores->reading->texts;
    const char *folded = text_fold(scores->reading->arena,
                                   arena_copy(scores->reading->arena, name, length));
    size_t have[NAME_MOST];
    size_t count = 0;
    for (size_t i = 0; count <= NAME_MOST && i < scores->reading->into->practice_count; i++) {
        if (strstr(texts[i], folded) && spring_word_stands(texts[i], folded, strlen(folded)) &&
            count++ < NAME_MOST) {
            have[count - 1] = i;
        }
    }
    for (size_t i = 0; count <= NAME_MOST && i < count; i++) {
        scores->points[have[i]] += POINTS_NAME;
    }
}

/* How many bytes the word takes that begins here. */
static size_t word_length(const char *text) {
    return strcspn(text, " \n.,;:!?()/\"");
}

/* A word with a capital, or a letter beyond ASCII, that is not the first of a sentence. */
static void names_count(struct scores *scores, const char *text) {
    bool first = true;
    while (*text) {
        const size_t length = word_length(text);
        const bool capital = (*text >= 'A' && *text <= 'Z') || *text & 0x80;
        if (capital && !first && length >= NAME_LEAST) {
            name_count(scores, text, length);
        }
        first = length > 0 ? false : first;
        text += length;
        if (*text) {
            first |= strchr("\n.!?:", *text) != NULL;
            text++;
        }
    }
}

/* --- marks and answers ------------------------------------------------------------------------ */

static void mark_count(struct scores *scores, const char *const *cells) {
    const struct catalogue *into = scores->reading->into;
    const struct item *item = catalogue_item(into, cells[MARK_ITEM]);
    for (size_t i = 0; item && i < into->practice_count; i++) {
        const enum mark mark = catalogue_mark(into, &into->practices[i], item);
        const bool same = strcmp(catalogue_mark_name(mark), cells[MARK_MARK]) == 0;
        scores->points[i] += mark == MARK_ABSENT ? 0
                             : !same             ? POINTS_APART
                             : mark == MARK_MET  ? POINTS_MET
                                                 : POINTS_OTHER;
    }
}

static void answer_count(struct scores *scores, const char *const *cells) {
    const struct catalogue *into = scores->reading->into;
    const struct question *question = catalogue_question(into, cells[ANSWER_QUESTION]);
    for (size_t i = 0; question && i < into->practice_count; i++) {
        const struct answer *answer = catalogue_answer(&into->practices[i], question);
        if (answer && spring_same(scores->reading, record_cell(&answer->record, ANSWER_TEXT),
                                  cells[ANSWER_TEXT])) {
            scores->points[i] += POINTS_ANSWER;
        }
    }
    names_count(scores, cells[ANSWER_TEXT]);
}

static void scores_make(struct scores *scores, const struct spring_reading *reading) {
    const struct new_rows_file *marks = &reading->rows->files[SCHEMA_MARKS];
    const struct new_rows_file *answers = &reading->rows->files[SCHEMA_ANSWERS];
    scores->reading = reading;
    scores->points = arena_array(reading->arena, reading->into->practice_count,
                                 sizeof *scores->points);
    for (size_t i = reading->practice_from[SCHEMA_MARKS]; i < marks->count; i++) {
        mark_count(scores, marks->rows[i]);
    }
    for (size_t i = reading->practice_from[SCHEMA_ANSWERS]; i < answers->count; i++) {
        answer_count(scores, answers->rows[i]);
    }
}

enum spring_likeness spring_known_find(struct spring_reading *reading,
                                       const struct practice **known) {
    struct scores scores;
    int most = POINTS_ALIKE - 1;
    bool alone = true;
    *known = reading->named;
    if (*known || !reading->into) {
        return *known ? SPRING_KNOWN : SPRING_NEW;
    }
    if (!reading->texts) {
        texts_make(reading);
    }
    scores_make(&scores, reading);
    for (size_t i = 0; i < reading->into->practice_count; i++) {
        alone = scores.points[i] > most || (alone && scores.points[i] < most);
        if (scores.points[i] > most) {
            most = scores.points[i];
            *known = &reading->into->practices[i];
        }
    }
    return !*known || !alone ? SPRING_NEW : most < POINTS_KNOWN ? SPRING_ALIKE : SPRING_KNOWN;
}

/* Whether an address, which may be none, stands in the line; "https://" may be missing there. */
static bool address_in(const char *line, const char *address) {
    const char *bare = strstr(address, "://");
    bare = bare ? bare + strlen("://") : address;
    const char *at = bare[0] ? strstr(line, bare) : NULL;
    const char *end = at ? at + strlen(bare) : NULL;
    return at && (end[0] == '\0' || end[0] == ' ' || strcmp(end, "/") == 0);
}

const struct practice *spring_known_named(const struct spring_reading *reading, const char *line) {
    const struct catalogue *into = reading->into;
    for (size_t i = 0; into && i < into->practice_count; i++) {
        const struct practice *practice = &into->practices[i];
        const char *lang;
        const char *official = catalogue_official_title(into, practice, &lang);
        if (spring_same(reading, record_cell(&practice->record, PRACTICE_TITLE), line) ||
            (official && spring_same(reading, official, line)) ||
            address_in(line, record_cell(&practice->record, PRACTICE_WEBSITE)) ||
            address_in(line, record_cell(&practice->record, PRACTICE_SOURCE_URL))) {
            return practice;
        }
    }
    return NULL;
}

/* --- joining ---------------------------------------------------------------------------------- */

/* Whether the catalogue's practice wants such a row. */
typedef bool row_wants(const struct spring_reading *reading, const struct practice *known,
                       const char *const *cells);

static bool answer_wanted(const struct spring_reading *reading, const struct practice *known,
                          const char *const *cells) {
    const struct question *question = catalogue_question(reading->into, cells[ANSWER_QUESTION]);
    return !question || !catalogue_answer(known, question);
}

static bool tool_wanted(const struct spring_reading *reading, const struct practice *known,
                        const char *const *cells) {
    const struct question *question = catalogue_question(reading->into, cells[TOOL_QUESTION]);
    return !question || !catalogue_tool(known, question);
}

static bool mark_wanted(const struct spring_reading *reading, const struct practice *known,
                        const char *const *cells) {
    const struct item *item = catalogue_item(reading->into, cells[MARK_ITEM]);
    const enum mark mark = item ? catalogue_mark(reading->into, known, item) : MARK_ABSENT;
    const char *name = catalogue_mark_name(mark);
    if (mark != MARK_ABSENT && strcmp(name, cells[MARK_MARK]) != 0) {
        fault_list_add(reading->told, FAULT_DEFECT, reading->name, reading->practice_line, NULL,
                       _("%s, %s: the page has \"%s\", the catalogue \"%s\", which stays"),
                       record_cell(&known->record, PRACTICE_ID), cells[MARK_ITEM], cells[MARK_MARK],
                       name);
    }
    return mark == MARK_ABSENT;
}

/* Keeps the practice's rows that are wanted, with its id in the catalogue. Returns how many. */
static size_t rows_keep(struct spring_reading *reading, enum schema_id id, row_wants *wanted,
                        const struct practice *known) {
    struct new_rows_file *file = &reading->rows->files[id];
    const size_t from = reading->practice_from[id];
    size_t kept = from;
    for (size_t i = from; i < file->count; i++) {
        if (wanted(reading, known, file->rows[i])) {
            file->rows[kept] = file->rows[i];
            file->rows[kept++][0] = record_cell(&known->record, PRACTICE_ID);
        }
    }
    file->count = kept;
    return kept - from;
}

void spring_known_join(struct spring_reading *reading, const struct practice *known) {
    const size_t answers = rows_keep(reading, SCHEMA_ANSWERS, answer_wanted, known);
    const size_t marks = rows_keep(reading, SCHEMA_MARKS, mark_wanted, known);
    const size_t tools = rows_keep(reading, SCHEMA_TOOLS, tool_wanted, known);
    const char *title = quote_text(reading->arena, record_cell(&known->record, PRACTICE_TITLE));
    reading->rows->files[SCHEMA_PRACTICES].count = reading->practice_from[SCHEMA_PRACTICES];
    reading->counts->known++;
    if (answers + marks + tools == 0) {
        fault_list_add(reading->told, FAULT_DEFECT, reading->name, reading->practice_line, NULL,
                       _("this practice is \"%s\", which is here already; nothing was added"),
                       title);
        return;
    }
    fault_list_add(reading->told, FAULT_DEFECT, reading->name, reading->practice_line, NULL,
                   _("this practice is \"%s\", which is here already; added to it: answers %zu, "
                     "marks %zu, tools %zu"),
                   title, answers, marks, tools);
}
