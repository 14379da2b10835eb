/* check: which rows can be used, which defects the others have, which ids look alike. */
#include "vademecum/base/count.h"
#include "vademecum/catalogue/check.h"
#include "vademecum/catalogue/syntax.h"

#include <check.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    LINE = 7,
    CELLS_MAX = 32,
    FOUND_MAX = 4,
    IDS_MAX = 6,
    MANY = 100000
};

static const char TODAY[] = "2026-03-02";

/* A row of a schema, and the faults that are expected of it. */
struct row_case {
    enum schema_id id;
    const char *cells[CELLS_MAX];
    const char *left_out[FOUND_MAX]; /* columns that make it unusable, NULL-terminated */
    const char *defects[FOUND_MAX];  /* columns with other defects, NULL-terminated */
};

static const struct row_case rows[] = {
    {SCHEMA_MARKS, {"cz-brno", "cost.1.1", "met"}, {NULL}, {NULL}},
    {SCHEMA_MARKS, {"", "cost.1.1", "met"}, {"practice_id"}, {NULL}},
    {SCHEMA_MARKS, {" ", "\t\n", "met"}, {"practice_id", "item_id"}, {NULL}},
    {SCHEMA_MARKS,
     {"\xC2\xA0", "\xE2\x80\x8B\xEF\xBB\xBF", "met"},
     {"practice_id", "item_id"},
     {NULL}},
    {SCHEMA_CRITERIA, {"a", "s", "1", "\xE2\x81\xA0 \xE3\x80\x80", ""}, {NULL}, {"title"}},
    {SCHEMA_CRITERIA, {"a", "s", "1", "N/A", "#REF!"}, {NULL}, {"title", "label"}},
    {SCHEMA_MARKS, {"cz brno", "cost.1.1", "yes"}, {"practice_id", "mark"}, {NULL}},
    {SCHEMA_MARKS, {"cz-brno", "cost.1.1", ""}, {"mark"}, {NULL}},
    {SCHEMA_TERMS, {"area", "x", "1", "X", ""}, {NULL}, {NULL}},
    {SCHEMA_TERMS, {"areas", "x", "", "X", ""}, {"scheme"}, {"position"}},
    {SCHEMA_TERMS, {"area", "x", "first", "", ""}, {NULL}, {"position", "label"}},
    {SCHEMA_ITEMS,
     {"a.1", "a", "1", "Text",
      "This question is a good deal longer than the hundred and twenty columns which the widest of "
      "all panels has for what is asked",
      "impact"},
     {NULL},
     {"ask"}},
    {SCHEMA_ITEMS, {"a.1", "a", "1", "Text", "", "profit"}, {"dac"}, {NULL}},
    {SCHEMA_ITEMS, {"a.1", "a", "1", "Text", "", "", "", "mayor"}, {"who"}, {NULL}},
    {SCHEMA_CRITERIA, {"a", "s", "1", "Title", "17 columns of it."}, {NULL}, {"label"}},
    {SCHEMA_CRITERIA, {"a", "", "1", "Title", ""}, {"checklist_id"}, {NULL}},
    {SCHEMA_PRACTICES,
     {[PRACTICE_ID] = "p",
      [PRACTICE_COLLECTION] = "c",
      [PRACTICE_TITLE] = "Title",
      [PRACTICE_COUNTRY] = "CZ",
      [PRACTICE_SCALE] = "local",
      [PRACTICE_START] = "2014",
      [PRACTICE_END] = "2014-02",
      [PRACTICE_ONGOING] = "no",
      [PRACTICE_AMOUNT] = "7413625.72",
      [PRACTICE_CURRENCY] = "CZK",
      [PRACTICE_SOURCE_URL] = "https://a.cz",
      [PRACTICE_LANGUAGES] = "cs; en",
      [PRACTICE_LANG] = "en"},
     {NULL},
     {NULL}},
    {SCHEMA_PRACTICES,
     {[PRACTICE_ID] = "p",
      [PRACTICE_COLLECTION] = "c",
      [PRACTICE_TITLE] = "Title",
      [PRACTICE_COUNTRY] = "Czechia",
      [PRACTICE_START] = "1.5.2014",
      [PRACTICE_CURRENCY] = "euro",
      [PRACTICE_WEBSITE] = "a.cz"},
     {NULL},
     {"country", "start", "currency", "website"}},
    {SCHEMA_PRACTICES,
     {[PRACTICE_ID] = "p",
      [PRACTICE_COLLECTION] = "c",
      [PRACTICE_TITLE] = "Title",
      [PRACTICE_AMOUNT] = "7,413"},
     {NULL},
     {"amount", "currency"}},
    {SCHEMA_PRACTICES,
     {[PRACTICE_ID] = "p",
      [PRACTICE_COLLECTION] = "c",
      [PRACTICE_SCALE] = "town",
      [PRACTICE_ONGOING] = "Yes"},
     {"scale", "ongoing"},
     {"title"}},
    {SCHEMA_GUIDES, {"g", "inclusivity", "aim", "Text", "p", "", ""}, {"kind"}, {NULL}},
    {SCHEMA_GUIDES, {"g", "inclusivity", "goal", "", "p", "", ""}, {NULL}, {"text"}},
    {SCHEMA_SPEAKS, {"p", "q", "", "Text"}, {"item_id"}, {NULL}},
    {SCHEMA_TOOLS, {"p", "q", "", "Tool", "", "", "", ""}, {"position"}, {NULL}},
    {SCHEMA_TOOLS, {"p", "q", "1", "Tool", "", "no/such.pdf", "", ""}, {NULL}, {"file"}},
    {SCHEMA_TOOLS, {"p", "q", "1", "Tool", "", "../secret", "Czech", ""}, {NULL}, {"file", "lang"}},
    {SCHEMA_TRANSLATIONS, {"practices", "", "title", "cs", "T", "human"}, {"key"}, {NULL}},
    {SCHEMA_TRANSLATIONS, {"practices", "p", "title", "Czech", "T", "human"}, {NULL}, {"lang"}},
    {SCHEMA_TRANSLATIONS, {"practices", "p", "title", "", "T", "human"}, {"lang"}, {NULL}},
    {SCHEMA_TRANSLATIONS, {"practices", "p", "title", "cs", "T", ""}, {"status"}, {NULL}},
    {SCHEMA_SYNONYMS, {"vzdělávání", "area:social", "cs"}, {NULL}, {NULL}},
    {SCHEMA_SYNONYMS, {"здоров'я", "health", "uk"}, {NULL}, {NULL}},
    {SCHEMA_SYNONYMS, {"social work", "help", "en"}, {NULL}, {"word"}},
    {SCHEMA_SYNONYMS, {"job", "area:", "en"}, {NULL}, {"meaning"}},
    {SCHEMA_SYNONYMS, {"job", "work, help", "en"}, {NULL}, {"meaning"}},
    {SCHEMA_SYNONYMS, {"job", "work", "English"}, {NULL}, {"lang"}},
    {SCHEMA_CHECKLISTS, {"s", "", "Title", "", ""}, {"collection_id"}, {NULL}},
    {SCHEMA_CRITERIA, {"a", "s", "0", "Title", ""}, {NULL}, {"position"}},
    {SCHEMA_CRITERIA, {"a", "s", "-1", "Title", ""}, {NULL}, {"position"}},
    {SCHEMA_CRITERIA, {"a", "s", "10", "Title", ""}, {NULL}, {NULL}},
};

/* Fails unless the faults are of this kind and in these columns. */
static void faults_check(const struct fault_list *faults, enum fault_kind kind, const char *file,
                         const char *const *expected) {
    size_t count = 0;
    while (count < FOUND_MAX && expected[count]) {
        ck_assert_msg(count < faults->count, "%s: no fault in %s", file, expected[count]);
        const struct defect *defect = &faults->defects[count];
        ck_assert_str_eq(defect->column, expected[count]);
        ck_assert_str_eq(defect->file, file);
        ck_assert_int_eq(defect->line, LINE);
        ck_assert_int_eq(defect->kind, kind);
        count++;
    }
    ck_assert_msg(faults->count == count, "%s: %s", file,
                  faults->count > count ? faults->defects[count].text : "");
}

/* The dates of a practice, and what is wrong with them. */
struct period_case {
    const char *start;
    const char *end;
    const char *ongoing;
    const char *found[FOUND_MAX]; /* columns, NULL-terminated */
};

static const struct period_case periods[] = {
    {"2017", "2018", "no", {NULL}},
    {"2017-10", "2017", "", {NULL}},
    {"2017", "2017-01-01", "", {NULL}},
    {"", "2017", "", {NULL}},
    {"2017", "", "yes", {NULL}},
    {"2018", "2017", "", {"end"}},
    {"2017-10", "2017-09-30", "no", {"end"}},
    {"2017-10-02", "2017-10-01", "no", {"end"}},
    {"2017", "2026-03-01", "yes", {"ongoing"}},
    {"2017", "2026-02", "yes", {"ongoing"}},
    {"2017", "2026-03-02", "yes", {NULL}},
    {"2017", "2026-03", "yes", {NULL}},
    {"2017", "2026", "yes", {NULL}},
    {"2017", "2027", "yes", {NULL}},
    {"", "2025", "yes", {"ongoing"}},
    {"2018", "2017", "yes", {"end", "ongoing"}},
    {"soon", "2017", "", {"start"}},
};

START_TEST(period_is_judged) {
    const struct period_case *given = &periods[_i];
    const struct schema *schema = schema_get(SCHEMA_PRACTICES);
    const char *cells[PRACTICE_COLUMNS];
    for (size_t i = 0; i < COUNT(cells); i++) {
        cells[i] = "";
    }
    cells[PRACTICE_ID] = cells[PRACTICE_COLLECTION] = cells[PRACTICE_TITLE] = "p";
    cells[PRACTICE_START] = given->start;
    cells[PRACTICE_END] = given->end;
    cells[PRACTICE_ONGOING] = given->ongoing;
    const struct table_row row = {.line = LINE, .count = schema->count, .cells = cells};
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault_list faults;
    fault_list_init(&faults, &arena);
    check_cells(schema, &row, -1, TODAY, &faults);
    faults_check(&faults, FAULT_DEFECT, schema->file, given->found);
    fault_list_init(&faults, &arena);
    check_cells(schema, &row, -1, NULL, &faults);
    for (size_t i = 0; i < faults.count; i++) {
        ck_assert_str_ne(faults.defects[i].column, "ongoing");
    }
    arena_free(&arena);
}
END_TEST

/* A guess is asked for only where it is needed, and stands in the sentence. */
static const char *guess_made(void *context, const struct table_row *row, size_t column) {
    ++*(int *)context;
    return strcmp(row->cells[column], "Known to all") == 0 ? "known.1" : NULL;
}

START_TEST(id_is_guessed) {
    const struct schema *schema = schema_get(SCHEMA_MARKS);
    const char *const cells[] = {"cz-brno", "Known to all", "met"};
    const struct table_row row = {.line = LINE, .count = schema->count, .cells = cells};
    int asked = 0;
    const struct check_guess guess = {guess_made, &asked, 0};
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault_list faults;
    fault_list_init(&faults, &arena);
    ck_assert(!check_usable(schema, &row, &guess, &faults));
    ck_assert_int_eq(asked, 1);
    ck_assert_uint_eq(faults.count, 1);
    ck_assert_ptr_nonnull(strstr(faults.defects[0].text, "If \"known.1\" is meant, write that."));
    arena_free(&arena);
}
END_TEST

START_TEST(row_is_judged) {
    const struct row_case *given = &rows[_i];
    const struct schema *schema = schema_get(given->id);
    const char *cells[CELLS_MAX];
    for (size_t i = 0; i < COUNT(cells); i++) {
        cells[i] = given->cells[i] ? given->cells[i] : "";
    }
    const struct table_row row = {.line = LINE, .count = schema->count, .cells = cells};
    const int folder = open(".", O_RDONLY | O_DIRECTORY);
    ck_assert_int_ge(folder, 0);
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault_list faults;
    fault_list_init(&faults, &arena);
    ck_assert_int_eq(check_usable(schema, &row, NULL, &faults), given->left_out[0] == NULL);
    faults_check(&faults, FAULT_LEFT_OUT, schema->file, given->left_out);
    fault_list_init(&faults, &arena);
    check_cells(schema, &row, folder, TODAY, &faults);
    faults_check(&faults, FAULT_DEFECT, schema->file, given->defects);
    arena_free(&arena);
    close(folder);
}
END_TEST

/* Told once for a column, with how many and where the first is. */
START_TEST(blanks_around_are_told_once) {
    const struct schema *schema = schema_get(SCHEMA_CRITERIA);
    static const char *const titles[] = {"in order",
                                         " before",
                                         "in  between",
                                         "behind\xC2\xA0",
                                         "\xE3\x80\x80"
                                         "both\n",
                                         "\xE2\x9D\xA4\xEF\xB8\x8F",
                                         "",
                                         "caf\xC3\xA9"};
    struct check_blanks blanks = {0};
    for (size_t i = 0; i < COUNT(titles); i++) {
        const char *const cells[] = {"a", " s", "1", titles[i], i == 6 ? "\tx" : ""};
        const struct table_row row = {
            .line = LINE + (long)i, .count = schema->count, .cells = cells};
        check_blanks(schema, &row, &blanks);
    }
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault_list faults;
    fault_list_init(&faults, &arena);
    check_blanks_tell(schema, &blanks, &faults);
    ck_assert_uint_eq(faults.count, 2);
    ck_assert_str_eq(faults.defects[0].column, "title");
    ck_assert_int_eq(faults.defects[0].line, LINE + 1);
    ck_assert_str_eq(faults.defects[0].text, "Blanks stand before or behind the text of 3 cells of "
                                             "this column, the first of them here. Take them out.");
    ck_assert_str_eq(faults.defects[1].column, "label");
    ck_assert_int_eq(faults.defects[1].line, LINE + 6);
    arena_free(&arena);
}
END_TEST

/* A row stays unusable when the list of faults is full. */
START_TEST(list_is_full) {
    const struct schema *schema = schema_get(SCHEMA_MARKS);
    const char *const cells[] = {"cz brno", "cost.1.1", "met"};
    const struct table_row row = {.line = LINE, .count = schema->count, .cells = cells};
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault_list faults;
    fault_list_init(&faults, &arena);
    faults.kept = FAULT_LIST_MAX;
    faults.count = FAULT_LIST_MAX;
    ck_assert(!check_usable(schema, &row, NULL, &faults));
    ck_assert_uint_eq(faults.count, FAULT_LIST_MAX + 1);
    arena_free(&arena);
}
END_TEST

/* Ids, on lines 1, 2, …, and the lines of those that are told, with the lines they look like. */
struct look_case {
    const char *ids[IDS_MAX]; /* NULL-terminated */
    long pairs[IDS_MAX];      /* line told, line it looks like, …; 0-terminated */
};

static const struct look_case looks[] = {
    {{NULL}, {0}},
    {{"a"}, {0}},
    {{"a", "b", "ab"}, {0}},
    {{"a", "a"}, {0}},
    {{"cz-brno", "cz-Brno"}, {2, 1}},
    {{"item.10", "x", "item.lO"}, {3, 1}},
    {{"effectiveness.1.1", "effectiveness.l.1"}, {2, 1}},
    {{"cz-brno", "cz-brno "}, {2, 1}},
    {{"cz-brno", "cz brno", "czbrno"}, {3, 2}},
    {{"cz-brno", "cz\xE2\x80\x8B-brno"}, {2, 1}},
    {{"cafe", "café"}, {2, 1}},
    {{"caf\xC3\xA9", "cafe\xCC\x81"}, {2, 1}},
    {{"mail", "mall"}, {0}},
    {{"b", "a", "B", "a", "b"}, {3, 1}},
    {{"\xFF", "\xFE"}, {2, 1}},
};

START_TEST(look_is_told) {
    const struct look_case *given = &looks[_i];
    long lines[IDS_MAX];
    size_t count = 0;
    for (; given->ids[count]; count++) {
        lines[count] = (long)count + 1;
    }
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault_list faults;
    fault_list_init(&faults, &arena);
    check_look_alikes("practices.csv", given->ids, lines, count, &faults);
    size_t told = 0;
    for (; given->pairs[2 * told]; told++) {
        ck_assert_uint_lt(told, faults.count);
        const struct defect *defect = &faults.defects[told];
        char likeness[32];
        snprintf(likeness, sizeof likeness, " in line %ld.", given->pairs[2 * told + 1]);
        ck_assert_int_eq(defect->line, given->pairs[2 * told]);
        ck_assert_msg(strstr(defect->text, likeness) != NULL, "%s", defect->text);
        ck_assert_str_eq(defect->file, "practices.csv");
        ck_assert_str_eq(defect->column, "");
        ck_assert_int_eq(defect->kind, FAULT_DEFECT);
    }
    ck_assert_uint_eq(faults.count, told);
    arena_free(&arena);
}
END_TEST

START_TEST(look_sentence) {
    const char *const ids[] = {"cz-brno", "CZ-brno"};
    const long lines[] = {9, 4};
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault_list faults;
    fault_list_init(&faults, &arena);
    check_look_alikes("practices.csv", ids, lines, COUNT(ids), &faults);
    ck_assert_uint_eq(faults.count, 1);
    ck_assert_int_eq(faults.defects[0].line, 9);
    ck_assert_str_eq(faults.defects[0].text,
                     "\"cz-brno\" looks like \"CZ-brno\" in line 4. If they are the same, write "
                     "them alike; if not, change one of them.");
    arena_free(&arena);
}
END_TEST

/* Comparing each with each would take hours. */
START_TEST(looks_of_many) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault_list faults;
    fault_list_init(&faults, &arena);
    const char **ids = arena_array(&arena, MANY, sizeof *ids);
    long *lines = arena_array(&arena, MANY, sizeof *lines);
    for (size_t i = 0; i < MANY; i++) {
        /* Without 1 and 0, so that only case can make two look alike. */
        char *id = arena_printf(&arena, "%s-%zo", i % 2 ? "id" : "ID", i / 2);
        for (char *byte = id; *byte; byte++) {
            *byte = *byte == '1' ? '8' : *byte == '0' ? '9' : *byte;
        }
        ids[i] = id;
        lines[i] = (long)i + 1;
    }
    check_look_alikes("practices.csv", ids, lines, MANY, &faults);
    ck_assert_uint_eq(faults.count, MANY / 2);
    arena_free(&arena);
}
END_TEST

START_TEST(ids_dates_urls) {
    char id[128 + 2];
    memset(id, 'a', sizeof id - 1);
    id[sizeof id - 1] = '\0';
    ck_assert(!syntax_is_id(id));
    id[sizeof id - 2] = '\0';
    ck_assert(syntax_is_id(id));
    ck_assert(syntax_is_id("0"));
    ck_assert(!syntax_is_id(""));
    ck_assert(!syntax_is_id("a b"));
    ck_assert(syntax_is_date("2014-03-01"));
    ck_assert(!syntax_is_date("2014-02-30"));
    ck_assert(!syntax_is_date("2014-2"));
    ck_assert(syntax_is_url("HTTPS://brno.cz"));
    ck_assert(!syntax_is_url("javascript:alert(1)"));
    ck_assert(!syntax_is_url("https://brno.cz/a b"));
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *checks = tcase_create("check");
    tcase_set_timeout(checks, 60);
    tcase_add_loop_test(checks, row_is_judged, 0, (int)COUNT(rows));
    tcase_add_loop_test(checks, period_is_judged, 0, (int)COUNT(periods));
    tcase_add_test(checks, id_is_guessed);
    tcase_add_test(checks, blanks_around_are_told_once);
    tcase_add_test(checks, list_is_full);
    tcase_add_loop_test(checks, look_is_told, 0, (int)COUNT(looks));
    tcase_add_test(checks, look_sentence);
    tcase_add_test(checks, looks_of_many);
    tcase_add_test(checks, ids_dates_urls);
    Suite *suite = suite_create("check");
    suite_add_tcase(suite, checks);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
