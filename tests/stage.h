/*
 * stage: a small catalogue in a folder of its own, and a report on it. Order of calls: stage_small,
 * or stage_begin, PUT, stage_open; or stage_spring or stage_shipped; then report; stage_bytes;
 * stage_end.
 */
#ifndef VADEMECUM_TESTS_STAGE_H
#define VADEMECUM_TESTS_STAGE_H

#include "vademecum/base/count.h"
#include "vademecum/base/table.h"
#include "vademecum/report/pen.h"
#include "vademecum/report/report.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Writes one row: PUT(folder, SCHEMA_ITEMS, ITEM_COLUMNS, [ITEM_ID] = "a.1.1", …) */
#define PUT(stage, id, columns, ...)                                                               \
    row_put((stage)->files[id], id, (const char *[columns]){__VA_ARGS__})

/* Characters that are no letters but valid, and bytes that are not UTF-8. */
#define ODD "a\x1B[2J\u202E\xC2\x9B \xFF\xC3 \U0001F600 \"q\" \\ end"
#define ODD_REPAIRED "a\x1B[2J\u202E\xC2\x9B \uFFFD\uFFFD \U0001F600 \"q\" \\ end"

/* A catalogue in a folder of its own, and a report on it. */
struct stage {
    char path[256];
    char folder[512];          /* of a catalogue that was there, when that is open */
    FILE *files[SCHEMA_COUNT]; /* while it is written */
    struct arena arena;
    struct arena scratch;
    struct catalogue catalogue;
    struct document document;
    struct report report;
    char *bytes; /* that were reported */
    size_t size; /* of them */
};

/* A practice's dates, and what is said of them. */
static const struct {
    const char *start;
    const char *end;
    const char *ongoing;
    const char *time; /* NULL: no such fact */
} times[] = {
    {"2014-03", "2019-09", "no", "2014-03 to 2019-09, completed"},
    {"2014", "", "yes", "since 2014, ongoing"},
    {"2014", "", "", "began 2014"},
    {"2014", "", "no", "began 2014, completed"},
    {"", "2019", "", "until 2019"},
    {"", "", "yes", "ongoing"},
    {"", "", "no", "completed"},
    {"2014", "2014", "no", "2014, completed"},
    {"2014", "2026-12-31", "yes", "2014 to 2026-12-31, ongoing"},
    {"", "", "", NULL},
};

static inline void stage_begin(struct stage *stage) {
    const char *base = getenv("TMPDIR");
    *stage = (struct stage){.size = 0};
    snprintf(stage->path, sizeof stage->path, "%s/report_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(stage->path));
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        const struct schema *schema = schema_get(id);
        char path[512];
        snprintf(path, sizeof path, "%s/%s", stage->path, schema->file);
        stage->files[id] = fopen(path, "w");
        ck_assert_ptr_nonnull(stage->files[id]);
        for (size_t i = 0; i < schema->count; i++) {
            fprintf(stage->files[id], "%s%s", i ? "," : "", schema->columns[i].name);
        }
        fputs("\n", stage->files[id]);
    }
}

static inline void row_put(FILE *file, enum schema_id id, const char **cells) {
    const size_t count = schema_get(id)->count;
    for (size_t i = 0; i < count; i++) {
        cells[i] = cells[i] ? cells[i] : "";
    }
    table_write(file, cells, count);
}

static inline void practices_put(struct stage *stage) {
    PUT(stage, SCHEMA_PRACTICES, PRACTICE_COLUMNS, [PRACTICE_ID] = "full",
        [PRACTICE_COLLECTION] = "first", [PRACTICE_TITLE] = "Ósma: a full one",
        [PRACTICE_SUMMARY] = ODD, [PRACTICE_ORGANISATION] = "City of Brno",
        [PRACTICE_COUNTRY] = "CZ", [PRACTICE_REGION] = "South", [PRACTICE_CITY] = "Brno; Kuřim",
        [PRACTICE_SCALE] = "eu", [PRACTICE_START] = "2014", [PRACTICE_ONGOING] = "yes",
        [PRACTICE_LANGUAGES] = "cs; en", [PRACTICE_WEBSITE] = "https://example.org/",
        [PRACTICE_RESULTS] = "12 came", [PRACTICE_AMOUNT] = "1234567.80",
        [PRACTICE_CURRENCY] = "CZK", [PRACTICE_PROGRAMME] = "AMIF", [PRACTICE_PROOF] = "a page",
        [PRACTICE_LANG] = "en", [PRACTICE_NOTE] = "one\ntwo");
    PUT(stage, SCHEMA_PRACTICES, PRACTICE_COLUMNS, [PRACTICE_ID] = "bare",
        [PRACTICE_COLLECTION] = "second", [PRACTICE_TITLE] = "bare");
    for (size_t i = 0; i < COUNT(times); i++) {
        char id[16];
        snprintf(id, sizeof id, "time-%zu", i);
        PUT(stage, SCHEMA_PRACTICES,
            PRACTICE_COLUMNS, [PRACTICE_ID] = id, [PRACTICE_COLLECTION] = "second",
            [PRACTICE_TITLE] = "Time", [PRACTICE_START] = times[i].start,
            [PRACTICE_END] = times[i].end, [PRACTICE_ONGOING] = times[i].ongoing);
    }
}

static inline void checklist_put(struct stage *stage, const char *checklist, const char *collection,
                                 const char *criterion) {
    PUT(stage, SCHEMA_CHECKLISTS, CHECKLIST_COLUMNS, [CHECKLIST_ID] = checklist,
        [CHECKLIST_COLLECTION] = collection, [CHECKLIST_TITLE] = "A checklist");
    PUT(stage, SCHEMA_CRITERIA, CRITERION_COLUMNS, [CRITERION_ID] = criterion,
        [CRITERION_CHECKLIST] = checklist, [CRITERION_POSITION] = "1", [CRITERION_TITLE] = "Sound");
    for (int q = 1; q <= 2; q++) {
        char question[16];
        snprintf(question, sizeof question, "%s.%d", criterion, q);
        PUT(stage, SCHEMA_QUESTIONS,
            QUESTION_COLUMNS, [QUESTION_ID] = question, [QUESTION_CRITERION] = criterion,
            [QUESTION_POSITION] = q == 1 ? "1" : "2", [QUESTION_TEXT] = "Is it?");
        for (int i = 1; i <= 4; i++) {
            char item[24];
            char position[8];
            snprintf(item, sizeof item, "%s.%d", question, i);
            snprintf(position, sizeof position, "%d", i);
            PUT(stage, SCHEMA_ITEMS, ITEM_COLUMNS, [ITEM_ID] = item, [ITEM_QUESTION] = question,
                [ITEM_POSITION] = position, [ITEM_TEXT] = i == 1 ? "- Sum" : "An item");
        }
    }
}

static inline void assessment_put(struct stage *stage) {
    static const char *const marks[][2] = {
        {"a.1.1", "met"}, {"a.1.2", "not_met"}, {"a.1.3", "unmarked"}};
    for (size_t i = 0; i < COUNT(marks); i++) {
        PUT(stage, SCHEMA_MARKS, MARK_COLUMNS, [MARK_PRACTICE] = "full", [MARK_ITEM] = marks[i][0],
            [MARK_MARK] = marks[i][1]);
    }
    PUT(stage, SCHEMA_ANSWERS, ANSWER_COLUMNS, [ANSWER_PRACTICE] = "full",
        [ANSWER_QUESTION] = "a.1", [ANSWER_TEXT] = "- a list, it seems", [ANSWER_NOTE] = "slip");
    PUT(stage, SCHEMA_TOOLS, TOOL_COLUMNS, [TOOL_PRACTICE] = "full", [TOOL_QUESTION] = "a.1",
        [TOOL_POSITION] = "1", [TOOL_TITLE] = "Guide", [TOOL_URL] = "https://example.org/g");
    PUT(stage, SCHEMA_TOOLS, TOOL_COLUMNS, [TOOL_PRACTICE] = "full", [TOOL_QUESTION] = "a.1",
        [TOOL_POSITION] = "2", [TOOL_TITLE] = "Lost");
    PUT(stage, SCHEMA_GUIDES,
        GUIDE_COLUMNS, [GUIDE_ID] = "guide-1", [GUIDE_PLACE] = "a", [GUIDE_KIND] = "goal",
        [GUIDE_TEXT] = "Ask them.", [GUIDE_PRACTICE] = "full", [GUIDE_QUESTION] = "a.1");
    PUT(stage, SCHEMA_SPEAKS, SPEAKS_COLUMNS, [SPEAKS_PRACTICE] = "full", [SPEAKS_QUESTION] = "a.1",
        [SPEAKS_ITEM] = "a.1.2", [SPEAKS_TEXT] = "They are asked.");
}

static inline void stage_small(struct stage *stage) {
    stage_begin(stage);
    PUT(stage, SCHEMA_COLLECTIONS, COLLECTION_COLUMNS, [COLLECTION_ID] = "first",
        [COLLECTION_TITLE] = "First", [COLLECTION_USE] = "Read it.",
        [COLLECTION_COUNTRIES] = "CZ; PL", [COLLECTION_SIZE] = "24", [COLLECTION_START] = "2020",
        [COLLECTION_END] = "2021", [COLLECTION_URL] = "https://example.org/");
    PUT(stage, SCHEMA_COLLECTIONS,
        COLLECTION_COLUMNS, [COLLECTION_ID] = "second", [COLLECTION_TITLE] = "Second");
    checklist_put(stage, "grid", "first", "a");
    checklist_put(stage, "other", "second", "z");
    static const char *const terms[][3] = {
        {"area", "work", "2"}, {"area", "school", "1"}, {"fund", "esf", "1"}};
    for (size_t i = 0; i < COUNT(terms); i++) {
        PUT(stage, SCHEMA_TERMS, TERM_COLUMNS, [TERM_SCHEME] = terms[i][0],
            [TERM_TERM] = terms[i][1], [TERM_POSITION] = terms[i][2], [TERM_LABEL] = terms[i][1]);
        PUT(stage, SCHEMA_PRACTICE_TERMS, PRACTICE_TERM_COLUMNS, [PRACTICE_TERM_PRACTICE] = "full",
            [PRACTICE_TERM_SCHEME] = terms[i][0], [PRACTICE_TERM_TERM] = terms[i][1]);
    }
    practices_put(stage);
    assessment_put(stage);
    PUT(stage, SCHEMA_TRANSLATIONS, TRANSLATION_COLUMNS, [TRANSLATION_TABLE] = "practices",
        [TRANSLATION_KEY] = "full", [TRANSLATION_FIELD] = "title", [TRANSLATION_LANG] = "cs",
        [TRANSLATION_TEXT] = "Plná", [TRANSLATION_STATUS] = "official");
}

/* Opens what stands in the folder `path`, or, when that is NULL, what was put on the stage. */
static inline void stage_open(struct stage *stage, const char *path) {
    struct fault fault;
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        if (stage->files[id]) {
            ck_assert_int_eq(fclose(stage->files[id]), 0);
        }
    }
    arena_init(&stage->arena, (struct arena_end){0});
    arena_init(&stage->scratch, (struct arena_end){0});
    const bool opened = catalogue_open(&stage->catalogue, &stage->arena, path ? path : stage->path,
                                       CATALOGUE_WHOLE, &fault);
    ck_assert_msg(opened, "%s", fault.text);
    ck_assert_uint_eq(stage->catalogue.faults.left_out, 0);
    stage->document = (struct document){
        .pen = &pen_text,
        .width = 80,
        .letters = LETTERS_ALL,
        .scratch = &stage->scratch,
    };
    stage->report = (struct report){
        .catalogue = &stage->catalogue,
        .arena = &stage->arena,
        .document = &stage->document,
        .signs = SIGN_UNICODE,
    };
    stage->report.document->out = open_memstream(&stage->bytes, &stage->size);
    ck_assert_ptr_nonnull(stage->report.document->out);
}

static inline const char *stage_bytes(struct stage *stage) {
    fflush(stage->report.document->out);
    return stage->bytes;
}

static inline void stage_end(struct stage *stage) {
    fclose(stage->report.document->out);
    free(stage->bytes);
    arena_free(&stage->arena);
    arena_free(&stage->scratch);
    for (enum schema_id id = 0; id < SCHEMA_COUNT && stage->path[0]; id++) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", stage->path, schema_get(id)->file);
        unlink(path);
    }
    rmdir(stage->path);
}

static inline void stage_folder(struct stage *stage, const char *folder) {
    const char *source = getenv("srcdir");
    *stage = (struct stage){.size = 0};
    snprintf(stage->folder, sizeof stage->folder, "%s/%s", source ? source : ".", folder);
    stage_open(stage, stage->folder);
}

/* Ten practices, which stay as they are. */
static inline void stage_spring(struct stage *stage) {
    stage_folder(stage, "tests/catalogues/spring");
}

/* The catalogue that is shipped, which grows: nothing of it may be counted. */
static inline void stage_shipped(struct stage *stage) {
    stage_folder(stage, "catalogue");
}

#endif
