/* catalogue: what is linked to what, in which order, and what is told of rows that cannot be. */
#include "stage.h"

#include <check.h>
#include <locale.h>

enum {
    CELLS_MAX = 32
};

/* Forgets what the small catalogue has: a summary of bytes that are no letters. */
static void known_forget(struct fault_list *faults) {
    size_t left = 0;
    for (size_t i = 0; i < faults->kept; i++) {
        if (strcmp(faults->defects[i].column, "summary") != 0) {
            faults->defects[left++] = faults->defects[i];
        }
    }
    faults->count -= faults->kept - left;
    faults->kept = left;
}

/* Opens what was put on the stage, with whatever defects it has. */
static void stage_judge(struct stage *stage, const char *today) {
    struct fault fault;
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        ck_assert_int_eq(fclose(stage->files[id]), 0);
    }
    arena_init(&stage->arena, (struct arena_end){0});
    arena_init(&stage->scratch, (struct arena_end){0});
    ck_assert_msg(catalogue_check(&stage->catalogue, &stage->arena, stage->path, today, &fault),
                  "%s", fault.text);
    known_forget(&stage->catalogue.faults);
    stage->report.document = &stage->document;
    stage->report.document->out = open_memstream(&stage->bytes, &stage->size);
    ck_assert_ptr_nonnull(stage->report.document->out);
}

/* Adds a row to a file, and returns its line. */
static long row_add(const struct stage *stage, enum schema_id id, const char **cells) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", stage->path, schema_get(id)->file);
    FILE *file = fopen(path, "r+");
    ck_assert_ptr_nonnull(file);
    long line = 1;
    for (int byte = fgetc(file); byte != EOF; byte = fgetc(file)) {
        line += byte == '\n';
    }
    row_put(file, id, cells);
    ck_assert_int_eq(fclose(file), 0);
    return line;
}

static const char *cell(const struct record *record, size_t column) {
    return record_cell(record, column);
}

/* --- links ----------------------------------------------------------------------------------- */

START_TEST(rows_are_linked) {
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    const struct catalogue *catalogue = &stage.catalogue;
    ck_assert_uint_eq(catalogue->collection_count, 2);
    ck_assert_uint_eq(catalogue->checklist_count, 2);
    ck_assert_uint_eq(catalogue->item_count, 16);
    const struct checklist *checklist = &catalogue->checklists[1];
    ck_assert_str_eq(cell(&checklist->record, CHECKLIST_ID), "other");
    ck_assert_ptr_eq(checklist->collection, &catalogue->collections[1]);
    ck_assert_uint_eq(checklist->criterion_count, 1);
    ck_assert_uint_eq(checklist->question_count, 2);
    ck_assert_uint_eq(checklist->item_count, 8);
    ck_assert_ptr_eq(checklist->criteria->checklist, checklist);
    ck_assert_ptr_eq(checklist->criteria->questions, checklist->questions);
    ck_assert_ptr_eq(checklist->criteria->items, checklist->items);
    ck_assert_uint_eq(checklist->criteria->item_count, 8);
    const struct question *question = &checklist->questions[1];
    ck_assert_str_eq(cell(&question->record, QUESTION_ID), "z.2");
    ck_assert_ptr_eq(question->criterion, checklist->criteria);
    ck_assert_uint_eq(question->index, 3);
    ck_assert_uint_eq(question->item_count, 4);
    ck_assert_ptr_eq(question->items, &checklist->items[4]);
    ck_assert_ptr_eq(question->items[3].question, question);
    ck_assert_uint_eq(question->items[3].index, 15);
    ck_assert_ptr_eq(catalogue_item(catalogue, "z.2.4"), &question->items[3]);
    ck_assert_ptr_eq(catalogue_question(catalogue, "z.2"), question);
    ck_assert_ptr_null(catalogue_item(catalogue, "z.2"));
    ck_assert_ptr_null(catalogue_question(catalogue, ""));
    stage_end(&stage);
}
END_TEST

START_TEST(practices_are_linked) {
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    const struct catalogue *catalogue = &stage.catalogue;
    const struct practice *full = catalogue_practice(catalogue, "full");
    const struct question *question = catalogue_question(catalogue, "a.1");
    ck_assert_ptr_eq(full->collection, &catalogue->collections[0]);
    ck_assert_uint_eq(catalogue->collections[0].practices, 1);
    ck_assert_uint_eq(catalogue->collections[1].practices, catalogue->practice_count - 1);
    ck_assert_ptr_eq(&catalogue->practices[full->index], full);
    ck_assert_str_eq(cell(&catalogue_answer(full, question)->record, ANSWER_NOTE), "slip");
    ck_assert_ptr_null(catalogue_answer(full, catalogue_question(catalogue, "a.2")));
    const struct tool *tool = catalogue_tool(full, question);
    ck_assert_ptr_eq(tool, question->tools);
    ck_assert_ptr_eq(tool->practice, full);
    ck_assert_ptr_eq(tool->question, question);
    ck_assert_ptr_null(catalogue_practice(catalogue, "Full"));
    ck_assert_uint_eq(catalogue->rows[SCHEMA_PRACTICES], catalogue->practice_count);
    ck_assert_uint_eq(catalogue->rows[SCHEMA_MARKS], 3);
    ck_assert_uint_eq(catalogue->rows[SCHEMA_TOOLS], 2);
    stage_end(&stage);
}
END_TEST

START_TEST(guides_are_linked) {
    struct stage stage;
    stage_small(&stage);
    PUT(&stage, SCHEMA_GUIDES, GUIDE_COLUMNS, [GUIDE_ID] = "guide-0", [GUIDE_PLACE] = "school",
        [GUIDE_KIND] = "tool", [GUIDE_TEXT] = "X", [GUIDE_PRACTICE] = "bare");
    PUT(&stage, SCHEMA_SPEAKS, SPEAKS_COLUMNS, [SPEAKS_PRACTICE] = "full",
        [SPEAKS_QUESTION] = "a.1", [SPEAKS_ITEM] = "z.1.1", [SPEAKS_TEXT] = "X");
    stage_open(&stage, NULL);
    const struct catalogue *catalogue = &stage.catalogue;
    ck_assert_uint_eq(catalogue->guide_count, 2);
    const struct guide *guides = catalogue->guides;
    ck_assert_str_eq(cell(&guides[0].record, GUIDE_TEXT), "Ask them.");
    ck_assert_ptr_eq(guides[0].criterion, &catalogue->criteria[0]);
    ck_assert_ptr_null(guides[0].question);
    ck_assert_ptr_null(guides[0].area);
    ck_assert_ptr_eq(guides[0].practice, catalogue_practice(catalogue, "full"));
    ck_assert_ptr_null(guides[1].criterion);
    ck_assert_str_eq(cell(&guides[1].area->record, TERM_TERM), "school");
    const struct saying *saying = catalogue_item(catalogue, "a.1.2")->sayings;
    ck_assert_ptr_eq(saying->practice, guides[0].practice);
    ck_assert_ptr_eq(saying->question, catalogue_question(catalogue, "a.1"));
    ck_assert_ptr_null(saying->next);
    ck_assert_ptr_nonnull(catalogue_item(catalogue, "z.1.1")->sayings);
    ck_assert_ptr_null(catalogue_item(catalogue, "a.1.1")->sayings);
    stage_end(&stage);
}
END_TEST

/* Of one practice alone, and without the files. */
START_TEST(guides_of_one_practice) {
    struct stage stage;
    struct catalogue catalogue;
    struct arena arena;
    struct fault fault;
    stage_small(&stage);
    PUT(&stage, SCHEMA_GUIDES, GUIDE_COLUMNS, [GUIDE_ID] = "guide-0", [GUIDE_PLACE] = "school",
        [GUIDE_KIND] = "tool", [GUIDE_TEXT] = "X", [GUIDE_PRACTICE] = "bare");
    stage_open(&stage, NULL);
    arena_init(&arena, (struct arena_end){0});
    ck_assert(
        catalogue_open_practice(&catalogue, &arena, stage.path, "bare", CATALOGUE_WHOLE, &fault));
    ck_assert_uint_eq(catalogue.guide_count, 1);
    ck_assert_str_eq(cell(&catalogue.guides->record, GUIDE_ID), "guide-0");
    ck_assert_ptr_null(catalogue_item(&catalogue, "a.1.2")->sayings);
    ck_assert(catalogue_open(&catalogue, &arena, stage.path, CATALOGUE_TOOLS, &fault));
    ck_assert_uint_eq(catalogue.guide_count, 0);
    ck_assert_uint_eq(catalogue.faults.left_out, 0);
    arena_free(&arena);
    stage_end(&stage);
}
END_TEST

START_TEST(checklist_of_a_practice) {
    struct stage stage;
    stage_small(&stage);
    PUT(&stage, SCHEMA_COLLECTIONS,
        COLLECTION_COLUMNS, [COLLECTION_ID] = "third", [COLLECTION_TITLE] = "Third");
    PUT(&stage, SCHEMA_PRACTICES, PRACTICE_COLUMNS, [PRACTICE_ID] = "third",
        [PRACTICE_COLLECTION] = "third", [PRACTICE_TITLE] = "Third");
    stage_open(&stage, NULL);
    const struct catalogue *catalogue = &stage.catalogue;
    static const char *const uses[][2] = {{"full", "grid"}, {"bare", "other"}, {"third", "other"}};
    for (size_t i = 0; i < COUNT(uses); i++) {
        const struct practice *practice = catalogue_practice(catalogue, uses[i][0]);
        const struct checklist *checklist = catalogue_checklist(catalogue, practice);
        ck_assert_str_eq(cell(&checklist->record, CHECKLIST_ID), uses[i][1]);
    }
    stage_end(&stage);
}
END_TEST

/* --- order ----------------------------------------------------------------------------------- */

/* Numbers of rows in the order of their file. */
static const int orders[][3] = {{1, 2, 3}, {3, 2, 1}, {2, 3, 1}, {3, 1, 2}, {1, 3, 2}, {2, 1, 3}};

static void ordered_put(struct stage *stage, const int *order) {
    for (size_t i = 0; i < 3; i++) {
        char number[2] = {(char)('0' + order[i]), '\0'};
        char question[4] = {'q', number[0], '\0'};
        char item[4] = {'i', number[0], '\0'};
        char term[4] = {'t', number[0], '\0'};
        PUT(stage, SCHEMA_QUESTIONS, QUESTION_COLUMNS, [QUESTION_ID] = question,
            [QUESTION_CRITERION] = "c", [QUESTION_POSITION] = number, [QUESTION_TEXT] = "Q");
        PUT(stage, SCHEMA_ITEMS, ITEM_COLUMNS, [ITEM_ID] = item, [ITEM_QUESTION] = "q2",
            [ITEM_POSITION] = number, [ITEM_TEXT] = "I");
        PUT(stage, SCHEMA_TERMS, TERM_COLUMNS, [TERM_SCHEME] = "area", [TERM_TERM] = term,
            [TERM_POSITION] = number, [TERM_LABEL] = "T");
        PUT(stage, SCHEMA_PRACTICE_TERMS, PRACTICE_TERM_COLUMNS, [PRACTICE_TERM_PRACTICE] = "p",
            [PRACTICE_TERM_SCHEME] = "area", [PRACTICE_TERM_TERM] = term);
        PUT(stage, SCHEMA_ANSWERS, ANSWER_COLUMNS, [ANSWER_PRACTICE] = "p",
            [ANSWER_QUESTION] = question, [ANSWER_TEXT] = "A");
        PUT(stage, SCHEMA_TOOLS, TOOL_COLUMNS, [TOOL_PRACTICE] = "p", [TOOL_QUESTION] = question,
            [TOOL_POSITION] = "1", [TOOL_TITLE] = number);
        PUT(stage, SCHEMA_TOOLS, TOOL_COLUMNS, [TOOL_PRACTICE] = "o", [TOOL_QUESTION] = "q1",
            [TOOL_POSITION] = number, [TOOL_TITLE] = number);
    }
}

START_TEST(chains_are_in_order) {
    struct stage stage;
    stage_begin(&stage);
    PUT(&stage, SCHEMA_COLLECTIONS,
        COLLECTION_COLUMNS, [COLLECTION_ID] = "l", [COLLECTION_TITLE] = "L");
    PUT(&stage, SCHEMA_CHECKLISTS, CHECKLIST_COLUMNS, [CHECKLIST_ID] = "k",
        [CHECKLIST_COLLECTION] = "l", [CHECKLIST_TITLE] = "K");
    PUT(&stage, SCHEMA_CRITERIA, CRITERION_COLUMNS, [CRITERION_ID] = "c",
        [CRITERION_CHECKLIST] = "k", [CRITERION_POSITION] = "1", [CRITERION_TITLE] = "C");
    PUT(&stage, SCHEMA_PRACTICES,
        PRACTICE_COLUMNS, [PRACTICE_ID] = "p", [PRACTICE_COLLECTION] = "l", [PRACTICE_TITLE] = "P");
    PUT(&stage, SCHEMA_PRACTICES,
        PRACTICE_COLUMNS, [PRACTICE_ID] = "o", [PRACTICE_COLLECTION] = "l", [PRACTICE_TITLE] = "O");
    ordered_put(&stage, orders[_i]);
    stage_open(&stage, NULL);
    const struct catalogue *catalogue = &stage.catalogue;
    const struct practice *practice = catalogue_practice(catalogue, "p");
    const struct answer *answer = practice->answers;
    const struct tool *tool = practice->tools;
    const struct tool *other = catalogue_practice(catalogue, "o")->tools;
    const struct practice_term *term = practice->terms;
    for (size_t i = 0; i < 3; i++) {
        const char number[] = {(char)('1' + i), '\0'};
        ck_assert_str_eq(cell(&catalogue->questions[i].record, QUESTION_ID) + 1, number);
        ck_assert_str_eq(cell(&catalogue->items[i].record, ITEM_ID) + 1, number);
        ck_assert_str_eq(cell(&catalogue->terms[i].record, TERM_TERM) + 1, number);
        ck_assert_ptr_eq(answer->question, &catalogue->questions[i]);
        ck_assert_ptr_eq(tool->question, &catalogue->questions[i]);
        ck_assert_str_eq(cell(&other->record, TOOL_TITLE), number);
        ck_assert_ptr_eq(term->term, &catalogue->terms[i]);
        answer = answer->next;
        tool = tool->next;
        other = other->next;
        term = term->next;
    }
    ck_assert(!answer && !tool && !other && !term);
    /* Of a question, in order of the file. */
    size_t tools = 0;
    long line = 0;
    for (tool = catalogue->questions[0].tools; tool; tool = tool->next_practice) {
        ck_assert_int_lt(line, tool->record.line);
        line = tool->record.line;
        tools++;
    }
    ck_assert_uint_eq(tools, 4);
    stage_end(&stage);
}
END_TEST

/* --- rows that cannot be used ----------------------------------------------------------------- */

/* A row added to the small catalogue, and what is told of it. */
struct added_case {
    enum schema_id id;
    const char *cells[CELLS_MAX];
    const char *column;
    const char *fragment; /* of the sentence */
};

static const struct added_case added[] = {
    /* Keys used twice, with the line of the first. */
    {SCHEMA_COLLECTIONS, {"first", "X"}, "collection_id", "\"first\" stands in line 2 already."},
    {SCHEMA_ITEMS, {"a.1.2", "a.1", "9", "X"}, "item_id", "\"a.1.2\" stands in line 3 already."},
    {SCHEMA_TERMS, {"area", "school", "9", "X"}, "term", "\"area/school\" stands in line 3"},
    {SCHEMA_PRACTICE_TERMS, {"full", "fund", "esf"}, "term", "\"full/fund/esf\" stands in line 4"},
    {SCHEMA_ANSWERS, {"full", "a.1", "X"}, "question_id", "\"full/a.1\" stands in line 2"},
    {SCHEMA_MARKS, {"full", "a.1.3", "met"}, "item_id", "\"full/a.1.3\" stands in line 4"},
    {SCHEMA_TOOLS, {"full", "a.1", "2", "X"}, "position", "\"full/a.1/2\" stands in line 3"},
    {SCHEMA_TRANSLATIONS,
     {"practices", "full", "title", "cs", "X", "human"},
     "lang",
     "\"practices/full/title/cs\" stands in line 2"},
    /* References to nothing, with what is near. */
    {SCHEMA_CHECKLISTS, {"k", "nowhere", "K"}, "collection_id", "\"nowhere\". Add it there"},
    {SCHEMA_CRITERIA, {"k", "grib", "9", "K"}, "checklist_id", "If \"grid\" is meant"},
    {SCHEMA_QUESTIONS, {"k", "q", "9", "K"}, "criterion_id", "criteria.csv has no row \"q\"."},
    {SCHEMA_ITEMS, {"k", "b.2", "9", "K"}, "question_id", "If \"a.2\" is meant"},
    {SCHEMA_PRACTICE_TERMS, {"full", "fund", "work"}, "term", "\"work\" in the scheme \"fund\"."},
    {SCHEMA_PRACTICE_TERMS, {"bare", "area", "schol"}, "term", "If \"school\" is meant"},
    {SCHEMA_PRACTICE_TERMS, {"bare", "area", "The School"}, "term", "is not an id"},
    {SCHEMA_PRACTICE_TERMS, {"bare", "area", "School"}, "term", "If \"school\" is meant"},
    {SCHEMA_ANSWERS, {"fulll", "a.2", "X"}, "practice_id", "If \"full\" is meant"},
    {SCHEMA_ANSWERS, {"Ósma: a full one", "a.2", "X"}, "practice_id", "If \"full\" is meant"},
    {SCHEMA_MARKS, {"full", "q.q.q.q.q", "met"}, "item_id", "Add it there"},
    {SCHEMA_TOOLS, {"full", "", "3", "X"}, "question_id", "This cell is empty"},
    {SCHEMA_GUIDES, {"h", "a.9", "goal", "X", "full", "a.1"}, "place", "\"a.9\""},
    {SCHEMA_GUIDES, {"h", "esf", "goal", "X", "full", "a.1"}, "place", "\"esf\""},
    {SCHEMA_GUIDES, {"h", "a", "goal", "X", "fulll", ""}, "practice_id", "If \"full\" is meant"},
    {SCHEMA_GUIDES, {"h", "a", "goal", "X", "", ""}, "practice_id", "This cell is empty"},
    {SCHEMA_GUIDES, {"h", "a", "goal", "X", "full", "a.9"}, "question_id", "no row \"a.9\""},
    {SCHEMA_GUIDES, {"h", "a", "goal", "X", "full", "a.2"}, "question_id", "no answer of \"full\""},
    {SCHEMA_GUIDES, {"guide-1", "a", "goal", "X", "full", "a.1"}, "guide_id", "stands in line 2"},
    {SCHEMA_SPEAKS, {"full", "a.1", "a.1.2", "X"}, "item_id", "stands in line 2"},
    {SCHEMA_SPEAKS, {"full", "a.1", "a.1.9", "X"}, "item_id", "\"a.1.9\""},
    {SCHEMA_SPEAKS, {"full", "a.2", "a.1.3", "X"}, "question_id", "to \"a.2\""},
    {SCHEMA_SPEAKS, {"bare", "a.1", "a.1.3", "X"}, "question_id", "no answer of \"bare\""},
    /* Translations of nothing. */
    {SCHEMA_TRANSLATIONS, {"guides", "guide-9", "text", "cs", "X", "human"}, "key", "guide-9"},
    {SCHEMA_TRANSLATIONS, {"speaks", "full/a.1/a.1.3", "text", "cs", "X", "human"}, "key", "a.1.3"},
    {SCHEMA_TRANSLATIONS, {"speaks", "full/a.1", "text", "cs", "X", "human"}, "key", "full/a.1"},
    {SCHEMA_TRANSLATIONS, {"items", "a.9.9", "text", "cs", "X", "human"}, "key", "\"a.9.9\""},
    {SCHEMA_TRANSLATIONS, {"terms", "work", "label", "cs", "X", "human"}, "key", "\"work\""},
    {SCHEMA_TRANSLATIONS, {"items", "a.1.1", "txt", "cs", "X", "human"}, "field", "\"txt\""},
    {SCHEMA_TRANSLATIONS, {"answers", "full", "text", "cs", "X", "human"}, "key", "\"full\""},
    {SCHEMA_TRANSLATIONS, {"answers", "full/a.2", "text", "cs", "X", "human"}, "key", "full/a.2"},
    {SCHEMA_TRANSLATIONS, {"answers", "full/a.1/", "text", "cs", "X", "human"}, "key", "a.1/\""},
    {SCHEMA_TRANSLATIONS, {"answers", "full/a.1/x", "text", "cs", "X", "human"}, "key", "a.1/x"},
    {SCHEMA_TRANSLATIONS, {"tools", "full/a.1", "title", "cs", "X", "human"}, "key", "full/a.1"},
    {SCHEMA_TRANSLATIONS, {"tools", "full/a.1/3", "title", "cs", "X", "human"}, "key", "a.1/3"},
    {SCHEMA_TRANSLATIONS, {"tools", "full/a.1/1/", "title", "cs", "X", "human"}, "key", "1/1/"},
};

START_TEST(row_is_left_out) {
    struct stage stage;
    stage_small(&stage);
    const struct added_case *given = &added[_i];
    const char *cells[CELLS_MAX];
    memcpy(cells, given->cells, sizeof cells);
    fflush(stage.files[given->id]);
    const long line = row_add(&stage, given->id, cells);
    stage_judge(&stage, NULL);
    const struct fault_list *faults = &stage.catalogue.faults;
    ck_assert_uint_eq(faults->count, 1);
    ck_assert_uint_eq(faults->left_out, 1);
    ck_assert_str_eq(faults->defects[0].file, schema_get(given->id)->file);
    ck_assert_int_eq(faults->defects[0].line, line);
    ck_assert_str_eq(faults->defects[0].column, given->column);
    ck_assert_msg(strstr(faults->defects[0].text, given->fragment) != NULL, "%s",
                  faults->defects[0].text);
    stage_end(&stage);
}
END_TEST

/* These are sound. */
static const struct added_case sound[] = {
    {SCHEMA_TRANSLATIONS, {"answers", "full/a.1", "text", "cs", "X", "human"}, "", ""},
    {SCHEMA_TRANSLATIONS, {"tools", "full/a.1/2", "title", "cs", "X", "machine"}, "", ""},
    {SCHEMA_TRANSLATIONS, {"terms", "area/work", "label", "cs", "X", "outdated"}, "", ""},
    {SCHEMA_TRANSLATIONS, {"practices", "full", "title", "pl", "X", "human"}, "", ""},
    {SCHEMA_TRANSLATIONS, {"guides", "guide-1", "text", "cs", "X", "human"}, "", ""},
    {SCHEMA_TRANSLATIONS, {"speaks", "full/a.1/a.1.2", "text", "cs", "X", "human"}, "", ""},
    {SCHEMA_MARKS, {"bare", "z.2.4", "unmarked"}, "", ""},
    {SCHEMA_GUIDES, {"h", "school", "first_step", "X", "bare", ""}, "", ""},
    {SCHEMA_GUIDES, {"h", "a.2", "tool", "X", "full", "a.1"}, "", ""},
    {SCHEMA_SPEAKS, {"full", "a.1", "z.1.1", "X"}, "", ""},
    {SCHEMA_TOOLS, {"bare", "a.1", "1", "X"}, "", ""},
};

START_TEST(row_is_sound) {
    struct stage stage;
    stage_small(&stage);
    const char *cells[CELLS_MAX];
    memcpy(cells, sound[_i].cells, sizeof cells);
    fflush(stage.files[sound[_i].id]);
    row_add(&stage, sound[_i].id, cells);
    stage_judge(&stage, NULL);
    ck_assert_uint_eq(stage.catalogue.faults.count, 0);
    stage_end(&stage);
}
END_TEST

/* As where two files were joined: one sentence for the row, not one for each of its cells. */
START_TEST(header_in_a_row) {
    struct stage stage;
    stage_small(&stage);
    PUT(&stage, SCHEMA_COLLECTIONS,
        COLLECTION_COLUMNS, [COLLECTION_ID] = "collection_id", [COLLECTION_TITLE] = "title");
    PUT(&stage, SCHEMA_COLLECTIONS,
        COLLECTION_COLUMNS, [COLLECTION_ID] = "Collection_ID", [COLLECTION_TITLE] = "TITLE");
    stage_judge(&stage, NULL);
    const struct fault_list *faults = &stage.catalogue.faults;
    ck_assert_uint_eq(faults->count, 2);
    ck_assert_uint_eq(faults->left_out, 2);
    ck_assert_ptr_nonnull(strstr(faults->defects[0].text, "names of the columns"));
    stage_end(&stage);
}
END_TEST

START_TEST(long_key_is_refused) {
    char key[600] = "full/a.1/";
    memset(key + strlen(key), '1', sizeof key - strlen(key) - 1);
    struct stage stage;
    stage_small(&stage);
    PUT(&stage, SCHEMA_TRANSLATIONS, TRANSLATION_COLUMNS, [TRANSLATION_TABLE] = "tools",
        [TRANSLATION_KEY] = key, [TRANSLATION_FIELD] = "title", [TRANSLATION_LANG] = "cs",
        [TRANSLATION_TEXT] = "X", [TRANSLATION_STATUS] = "human");
    stage_judge(&stage, NULL);
    ck_assert_uint_eq(stage.catalogue.faults.left_out, 1);
    ck_assert_str_eq(stage.catalogue.faults.defects[0].column, "key");
    stage_end(&stage);
}
END_TEST

/* Look-alikes and keys used twice are found last, and stand in the order of lines all the same. */
START_TEST(defects_are_in_order) {
    static const char *const ids[] = {"l0dz", "full", "x y", "lodz", "bare", "Z"};
    struct stage stage;
    stage_small(&stage);
    for (size_t i = 0; i < COUNT(ids); i++) {
        PUT(&stage, SCHEMA_PRACTICES,
            PRACTICE_COLUMNS, [PRACTICE_ID] = ids[i], [PRACTICE_COLLECTION] = "first",
            [PRACTICE_TITLE] = "X", [PRACTICE_CITY] = "\xFF", [PRACTICE_END] = "soon");
    }
    stage_judge(&stage, NULL);
    const struct fault_list *faults = &stage.catalogue.faults;
    /* The end of each of the six, what else is wrong with them, and bytes: two and all others. */
    size_t told = 0;
    long line = 0;
    for (size_t i = 0; i < faults->count; i++) {
        if (strcmp(faults->defects[i].file, "practices.csv") == 0) {
            ck_assert_int_le(line, faults->defects[i].line);
            line = faults->defects[i].line;
            told++;
        }
    }
    ck_assert_uint_eq(told, 6 + 5 + 3);
    stage_end(&stage);
}
END_TEST

/* What refers to a row that is there but was left out is not told that it is not there. */
START_TEST(left_out_row_is_there) {
    struct stage stage;
    stage_small(&stage);
    PUT(&stage, SCHEMA_PRACTICES, PRACTICE_COLUMNS, [PRACTICE_ID] = "dropped",
        [PRACTICE_COLLECTION] = "nosuch", [PRACTICE_TITLE] = "X");
    for (size_t i = 0; i < 2; i++) {
        PUT(&stage, SCHEMA_PRACTICE_TERMS,
            PRACTICE_TERM_COLUMNS, [PRACTICE_TERM_PRACTICE] = i ? "dropped" : "away",
            [PRACTICE_TERM_SCHEME] = "area", [PRACTICE_TERM_TERM] = "work");
        PUT(&stage, SCHEMA_TRANSLATIONS, TRANSLATION_COLUMNS, [TRANSLATION_TABLE] = "practices",
            [TRANSLATION_KEY] = i ? "dropped" : "away", [TRANSLATION_FIELD] = "title",
            [TRANSLATION_LANG] = "cs", [TRANSLATION_TEXT] = "X", [TRANSLATION_STATUS] = "human");
    }
    stage_judge(&stage, NULL);
    const struct fault_list *faults = &stage.catalogue.faults;
    ck_assert_uint_eq(faults->count, 3);
    ck_assert_msg(strstr(faults->defects[0].text, "nosuch"), "%s", faults->defects[0].text);
    ck_assert_msg(strstr(faults->defects[1].text, "away"), "%s", faults->defects[1].text);
    ck_assert_msg(strstr(faults->defects[2].text, "away"), "%s", faults->defects[2].text);
    stage_end(&stage);
}
END_TEST

/* Rows that were pasted twice are told once, after the first. */
START_TEST(many_repeated_rows_are_one) {
    struct stage stage;
    stage_small(&stage);
    for (int i = 0; i < 200; i++) {
        char id[16];
        snprintf(id, sizeof id, "many-%d", i % 100);
        PUT(&stage, SCHEMA_PRACTICES, PRACTICE_COLUMNS, [PRACTICE_ID] = id,
            [PRACTICE_COLLECTION] = "first", [PRACTICE_TITLE] = "X");
    }
    stage_judge(&stage, NULL);
    const struct fault_list *faults = &stage.catalogue.faults;
    ck_assert_uint_eq(faults->count, 100);
    ck_assert_uint_eq(faults->left_out, 100);
    ck_assert_uint_eq(faults->kept, 9);
    ck_assert_msg(strstr(faults->defects[0].text, "\"many-0\" stands in line"), "%s",
                  faults->defects[0].text);
    ck_assert_msg(strstr(faults->defects[8].text, "further up already"), "%s",
                  faults->defects[8].text);
    stage_end(&stage);
}
END_TEST

/* A fault that hundreds of rows have is one sentence. */
START_TEST(many_like_defects_are_one) {
    struct stage stage;
    stage_small(&stage);
    for (int i = 0; i < 200; i++) {
        char id[16];
        snprintf(id, sizeof id, "many-%d", i);
        PUT(&stage, SCHEMA_PRACTICES,
            PRACTICE_COLUMNS, [PRACTICE_ID] = id, [PRACTICE_COLLECTION] = "first",
            [PRACTICE_TITLE] = "X", [PRACTICE_COUNTRY] = "Germany");
    }
    stage_judge(&stage, NULL);
    const struct fault_list *faults = &stage.catalogue.faults;
    ck_assert_uint_eq(faults->count, 200);
    ck_assert_uint_eq(faults->kept, 1);
    ck_assert_uint_eq(faults->folded, 199);
    ck_assert_msg(strstr(faults->defects[0].text, "Write DE (Germany). It is the same in 199 more"),
                  "%s", faults->defects[0].text);
    stage_end(&stage);
}
END_TEST

/* --- files that cannot be read ------------------------------------------------------------------
 */

/* Rows that refer to the file are not judged, and the last file still is. */
START_TEST(file_is_missing) {
    const enum schema_id id = (enum schema_id)_i;
    const bool newer = schema_newer(id);
    struct stage stage;
    stage_small(&stage);
    PUT(&stage, SCHEMA_TRANSLATIONS, TRANSLATION_COLUMNS, [TRANSLATION_TABLE] = "practices",
        [TRANSLATION_KEY] = "full", [TRANSLATION_FIELD] = "nothing", [TRANSLATION_LANG] = "cs",
        [TRANSLATION_TEXT] = "X", [TRANSLATION_STATUS] = "human");
    char path[512];
    snprintf(path, sizeof path, "%s/%s", stage.path, schema_get(id)->file);
    ck_assert_int_eq(unlink(path), 0);
    stage_judge(&stage, NULL);
    const struct fault_list *faults = &stage.catalogue.faults;
    const bool last = id == SCHEMA_TRANSLATIONS;
    ck_assert_uint_eq(faults->count, last || newer ? 1 : 2);
    ck_assert_str_eq(faults->defects[last || newer ? 0 : 1].file, "translations.csv");
    if (!newer) {
        ck_assert_str_eq(faults->defects[0].file, schema_get(id)->file);
        ck_assert_int_eq(faults->defects[0].line, 0);
    }
    stage_end(&stage);
}
END_TEST

static const struct {
    const char *name;
    const char *told; /* the file that is told of it; NULL: none is */
} beside[] = {
    {"PRACTICES.CSV", "practices.csv"},
    {"practices (1).csv", "practices.csv"},
    {"practices.csv.txt", "practices.csv"},
    {"Copy of practices.csv", "practices.csv"},
    {"practices.sync-conflict-20260302-101010-ABCDEFG.csv", "practices.csv"},
    {"practices (conflicted copy 2026-03-02).csv", "practices.csv"},
    {"practices.ods", "practices.csv"},
    {"practice_terms-ana.csv", "practice_terms.csv"},
    {"practices.csv~", NULL},
    {".~lock.practices.csv#", NULL},
    {"practices.csv.bak", NULL},
    {"my_practices.csv", NULL},
    {"notes.csv", NULL},
    {"datapackage.json", NULL},
};

/* A copy is told of, as nothing in it is read; and named when the file itself is not there. */
START_TEST(copies_are_told) {
    struct stage stage;
    stage_small(&stage);
    char path[512];
    char other[512];
    snprintf(path, sizeof path, "%s/%s", stage.path, beside[_i].name);
    FILE *copy = fopen(path, "w");
    ck_assert_ptr_nonnull(copy);
    fclose(copy);
    stage_judge(&stage, NULL);
    const struct fault_list *faults = &stage.catalogue.faults;
    ck_assert_uint_eq(faults->count, beside[_i].told ? 1 : 0);
    if (beside[_i].told) {
        ck_assert_str_eq(faults->defects[0].file, beside[_i].told);
        ck_assert_msg(strstr(faults->defects[0].text, beside[_i].name), "%s",
                      faults->defects[0].text);
    }
    ck_assert_int_eq(unlink(path), 0);
    stage_end(&stage);
    stage_small(&stage);
    snprintf(path, sizeof path, "%s/practices.csv", stage.path);
    snprintf(other, sizeof other, "%s/practices (1).csv", stage.path);
    ck_assert_int_eq(rename(path, other), 0);
    stage_judge(&stage, NULL);
    ck_assert_msg(strstr(stage.catalogue.faults.defects[0].text,
                         "\"practices (1).csv\" is there: if it is meant, give it the name"),
                  "%s", stage.catalogue.faults.defects[0].text);
    ck_assert_int_eq(unlink(other), 0);
    stage_end(&stage);
}
END_TEST

/* Ten gigabytes that take no place on the disk: there would be no memory for so many rows. */
START_TEST(file_is_huge) {
    struct stage stage;
    stage_small(&stage);
    fputs("\"a\",\"first\",\"", stage.files[SCHEMA_PRACTICES]);
    fflush(stage.files[SCHEMA_PRACTICES]);
    ck_assert_int_eq(ftruncate(fileno(stage.files[SCHEMA_PRACTICES]), (off_t)10000000000), 0);
    stage_judge(&stage, NULL);
    const struct fault_list *faults = &stage.catalogue.faults;
    ck_assert_str_eq(faults->defects[0].file, "practices.csv");
    ck_assert_msg(strstr(faults->defects[0].text, "longer than 1048576 bytes") != NULL, "%s",
                  faults->defects[0].text);
    stage_end(&stage);
}
END_TEST

/* What stopped the reading is kept also when the list is full. */
START_TEST(room_is_made_in_a_full_list) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault_list faults;
    fault_list_init(&faults, &arena);
    for (size_t i = 0; i < FAULT_LIST_MAX + 1; i++) {
        fault_list_add(&faults, FAULT_DEFECT, "a.csv", 1, NULL, "%s", "one of many");
    }
    fault_list_make_room(&faults);
    fault_list_add(&faults, FAULT_LEFT_OUT, "b.csv", 1, NULL, "%s", "stopped");
    ck_assert_uint_eq(faults.kept, FAULT_LIST_MAX);
    ck_assert_uint_eq(faults.count, FAULT_LIST_MAX + 2);
    ck_assert_str_eq(faults.defects[FAULT_LIST_MAX - 1].text, "stopped");
    arena_free(&arena);
}
END_TEST

START_TEST(file_breaks_off) {
    struct stage stage;
    stage_small(&stage);
    fputs("\"c\",\"open", stage.files[SCHEMA_CRITERIA]);
    PUT(&stage, SCHEMA_QUESTIONS, QUESTION_COLUMNS, [QUESTION_ID] = "c.1",
        [QUESTION_CRITERION] = "c", [QUESTION_POSITION] = "1", [QUESTION_TEXT] = "Q");
    PUT(&stage, SCHEMA_ITEMS, ITEM_COLUMNS, [ITEM_ID] = "c.1.1", [ITEM_QUESTION] = "c.1",
        [ITEM_POSITION] = "1", [ITEM_TEXT] = "I");
    PUT(&stage, SCHEMA_ITEMS, ITEM_COLUMNS, [ITEM_ID] = "c.2.1", [ITEM_QUESTION] = "c.2",
        [ITEM_POSITION] = "1", [ITEM_TEXT] = "I");
    stage_judge(&stage, NULL);
    const struct fault_list *faults = &stage.catalogue.faults;
    ck_assert_uint_eq(faults->count, 2);
    ck_assert_str_eq(faults->defects[0].file, "criteria.csv");
    ck_assert_ptr_nonnull(strstr(faults->defects[0].text, "The rest of the file is left out."));
    ck_assert_ptr_nonnull(strstr(faults->defects[0].text, "What refers to it is not checked."));
    ck_assert_str_eq(faults->defects[1].column, "question_id");
    stage_end(&stage);
}
END_TEST

/* To use a catalogue, every file is needed but those that older ones do without. */
START_TEST(use_needs_every_file) {
    const char *file = schema_get((enum schema_id)_i)->file;
    struct stage stage;
    stage_small(&stage);
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        fflush(stage.files[id]);
    }
    char path[512];
    snprintf(path, sizeof path, "%s/%s", stage.path, file);
    ck_assert_int_eq(unlink(path), 0);
    struct catalogue catalogue;
    struct arena arena;
    struct fault fault;
    arena_init(&arena, (struct arena_end){0});
    const bool opened = catalogue_open(&catalogue, &arena, stage.path, CATALOGUE_WHOLE, &fault);
    ck_assert_int_eq(opened, schema_newer((enum schema_id)_i));
    if (!opened) {
        ck_assert_int_eq(fault.kind, FAULT_WANTING);
        ck_assert_str_eq(fault.file, file);
    }
    arena_free(&arena);
    stage_judge(&stage, NULL);
    stage_end(&stage);
}
END_TEST

START_TEST(folder_has_no_catalogue) {
    struct stage stage;
    struct catalogue catalogue;
    struct arena arena;
    struct fault fault;
    stage_begin(&stage);
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", stage.path, schema_get(id)->file);
        ck_assert_int_eq(fclose(stage.files[id]), 0);
        ck_assert_int_eq(unlink(path), 0);
    }
    arena_init(&arena, (struct arena_end){0});
    ck_assert(!catalogue_check(&catalogue, &arena, stage.path, NULL, &fault));
    ck_assert_int_eq(fault.kind, FAULT_WANTING);
    ck_assert_str_eq(fault.file, stage.path);
    ck_assert_int_eq(rmdir(stage.path), 0);
    ck_assert(!catalogue_check(&catalogue, &arena, stage.path, NULL, &fault));
    ck_assert_str_eq(fault.file, stage.path);
    arena_free(&arena);
}
END_TEST

START_TEST(today_is_known) {
    static const struct {
        const char *today;
        size_t count;
    } days[] = {{NULL, 0}, {"2026-12-31", 0}, {"2027-01-01", 1}};
    for (size_t i = 0; i < COUNT(days); i++) {
        struct stage stage;
        stage_small(&stage);
        stage_judge(&stage, days[i].today);
        ck_assert_uint_eq(stage.catalogue.faults.count, days[i].count);
        stage_end(&stage);
    }
}
END_TEST

/* --- look-ups -----------------------------------------------------------------------------------
 */

START_TEST(marks_are_four) {
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    const struct catalogue *catalogue = &stage.catalogue;
    const struct practice *full = catalogue_practice(catalogue, "full");
    static const enum mark expected[] = {MARK_MET, MARK_NOT_MET, MARK_UNMARKED, MARK_ABSENT};
    static const char *const names[] = {"met", "not_met", "unmarked", "absent"};
    for (size_t i = 0; i < COUNT(expected); i++) {
        ck_assert_int_eq(catalogue_mark(catalogue, full, &catalogue->items[i]), expected[i]);
        ck_assert_str_eq(catalogue_mark_name(expected[i]), names[i]);
    }
    const struct tally tally = catalogue_tally(catalogue, full, catalogue->items, 8);
    ck_assert_uint_eq(tally.marks[MARK_MET], 1);
    ck_assert_uint_eq(tally.marks[MARK_NOT_MET], 1);
    ck_assert_uint_eq(tally.marks[MARK_UNMARKED], 1);
    ck_assert_uint_eq(tally.marks[MARK_ABSENT], 5);
    ck_assert_uint_eq(catalogue_listed(&tally), 3);
    const struct tally other = catalogue_tally(catalogue, catalogue_practice(catalogue, "bare"),
                                               catalogue->items, catalogue->item_count);
    ck_assert_uint_eq(catalogue_listed(&other), 0);
    stage_end(&stage);
}
END_TEST

static void translation_put(struct stage *stage, const char *const cells[TRANSLATION_COLUMNS]) {
    const char *copy[TRANSLATION_COLUMNS];
    memcpy(copy, cells, sizeof copy);
    row_put(stage->files[SCHEMA_TRANSLATIONS], SCHEMA_TRANSLATIONS, copy);
}

START_TEST(texts_are_translated) {
    static const char *const rows[][TRANSLATION_COLUMNS] = {
        {"tools", "full/a.1/2", "title", "pl", "Zgubiony", "human"},
        {"tools", "full/a.1/1", "title", "pl", "Przewodnik", "human"},
        {"practices", "bare", "title", "pl", "Goła", "human"},
        {"practices", "bare", "summary", "cs", "Holá", "official"},
    };
    struct stage stage;
    stage_small(&stage);
    for (size_t i = 0; i < COUNT(rows); i++) {
        translation_put(&stage, rows[i]);
    }
    stage_open(&stage, NULL);
    const struct catalogue *catalogue = &stage.catalogue;
    const struct practice *full = catalogue_practice(catalogue, "full");
    const struct practice *bare = catalogue_practice(catalogue, "bare");
    const struct record *tool = &full->tools->next->record;
    bool found;
    ck_assert_str_eq(
        catalogue_text(catalogue, SCHEMA_PRACTICES, &full->record, PRACTICE_TITLE, "cs", &found),
        "Plná");
    ck_assert(found);
    ck_assert_str_eq(catalogue_text(catalogue, SCHEMA_TOOLS, tool, TOOL_TITLE, "pl", NULL),
                     "Zgubiony");
    ck_assert_str_eq(catalogue_text(catalogue, SCHEMA_TOOLS, tool, TOOL_TITLE, "cs", &found),
                     "Lost");
    ck_assert(!found);
    ck_assert_str_eq(catalogue_text(catalogue, SCHEMA_TOOLS, tool, TOOL_TITLE, NULL, &found),
                     "Lost");
    ck_assert_str_eq(catalogue_text(catalogue, SCHEMA_TOOLS, tool, TOOL_TITLE, "", &found), "Lost");
    const char *lang = NULL;
    ck_assert_str_eq(catalogue_official_title(catalogue, full, &lang), "Plná");
    ck_assert_str_eq(lang, "cs");
    ck_assert_ptr_null(catalogue_official_title(catalogue, bare, &lang));
    size_t count;
    const char *const *languages = catalogue_languages(catalogue, &stage.arena, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(languages[0], "cs");
    ck_assert_str_eq(languages[1], "pl");
    stage_end(&stage);
}
END_TEST

START_TEST(nearest_practice) {
    static const char *const typed[][2] = {
        {"full", "full"},   {"FULL", "full"}, {"fulll", "full"},
        {"osma", "full"},   {"bar", "bare"},  {"baer", "bare"},
        {"zzzzzzzz", NULL}, {"", NULL},       {"time-33", "time-3"},
    };
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    for (size_t i = 0; i < COUNT(typed); i++) {
        const struct practice *found = catalogue_nearest(&stage.catalogue, typed[i][0]);
        ck_assert_pstr_eq(found ? cell(&found->record, PRACTICE_ID) : NULL, typed[i][1]);
    }
    stage_end(&stage);
}
END_TEST

/* A catalogue of headers alone. */
START_TEST(empty_catalogue) {
    struct stage stage;
    stage_begin(&stage);
    stage_open(&stage, NULL);
    size_t count;
    ck_assert_uint_eq(stage.catalogue.practice_count, 0);
    ck_assert_ptr_null(catalogue_practice(&stage.catalogue, "full"));
    ck_assert_ptr_null(catalogue_nearest(&stage.catalogue, "full"));
    catalogue_languages(&stage.catalogue, &stage.arena, &count);
    ck_assert_uint_eq(count, 0);
    stage_end(&stage);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *tests = tcase_create("catalogue");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, rows_are_linked);
    tcase_add_test(tests, practices_are_linked);
    tcase_add_test(tests, guides_are_linked);
    tcase_add_test(tests, header_in_a_row);
    tcase_add_test(tests, guides_of_one_practice);
    tcase_add_test(tests, checklist_of_a_practice);
    tcase_add_loop_test(tests, chains_are_in_order, 0, (int)COUNT(orders));
    tcase_add_loop_test(tests, row_is_left_out, 0, (int)COUNT(added));
    tcase_add_loop_test(tests, row_is_sound, 0, (int)COUNT(sound));
    tcase_add_test(tests, long_key_is_refused);
    tcase_add_test(tests, defects_are_in_order);
    tcase_add_test(tests, left_out_row_is_there);
    tcase_add_test(tests, many_like_defects_are_one);
    tcase_add_test(tests, many_repeated_rows_are_one);
    tcase_add_loop_test(tests, file_is_missing, 0, SCHEMA_COUNT);
    tcase_add_loop_test(tests, copies_are_told, 0, COUNT(beside));
    tcase_add_test(tests, file_is_huge);
    tcase_add_test(tests, room_is_made_in_a_full_list);
    tcase_add_test(tests, file_breaks_off);
    tcase_add_loop_test(tests, use_needs_every_file, 0, SCHEMA_COUNT);
    tcase_add_test(tests, folder_has_no_catalogue);
    tcase_add_test(tests, today_is_known);
    tcase_add_test(tests, marks_are_four);
    tcase_add_test(tests, texts_are_translated);
    tcase_add_test(tests, nearest_practice);
    tcase_add_test(tests, empty_catalogue);
    Suite *suite = suite_create("catalogue");
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
