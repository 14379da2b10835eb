/* report: the formats and counts, on a small catalogue made for it and the shipped one. */
#include "stage.h"

#include "vademecum/report/formats.h"

#include "vademecum/base/folder.h"

#include <jansson.h>
#include <locale.h>

static json_t *stage_json(struct stage *stage) {
    json_error_t error;
    json_t *root = json_loads(stage_bytes(stage), 0, &error);
    ck_assert_msg(root, "line %d: %s", error.line, error.text);
    return root;
}

/* The string at a path such as "criteria/0/title"; fails when there is none. */
static json_t *json_at(json_t *root, const char *path) {
    char part[64];
    while (*path) {
        const size_t length = strcspn(path, "/");
        ck_assert_uint_lt(length, sizeof part);
        memcpy(part, path, length);
        part[length] = '\0';
        root = json_is_array(root) ? json_array_get(root, (size_t)atoi(part))
                                   : json_object_get(root, part);
        ck_assert_msg(root, "no \"%s\"", part);
        path += length + (path[length] == '/');
    }
    return root;
}

static const struct {
    const char *checklist; /* "": the whole */
    const char *name;
    size_t count;
} spring_counts[] = {
    {"", "collections", 4},      {"", "practices", 10},       {"", "areas", 10},
    {"leaflet", "items", 16},    {"leaflet", "marks", 0},     {"leaflet", "practices", 0},
    {"spring", "criteria", 5},   {"spring", "questions", 12}, {"spring", "items", 40},
    {"spring", "practices", 10}, {"spring", "answers", 109},  {"spring", "marks", 358},
    {"spring", "met", 313},      {"spring", "not_met", 43},   {"spring", "unmarked", 2},
    {"spring", "tools", 10},
};

START_TEST(spring_has_the_numbers_of_its_source) {
    struct stage stage;
    stage_spring(&stage);
    report_json.stats(&stage.report);
    json_t *root = stage_json(&stage);
    for (size_t i = 0; i < COUNT(spring_counts); i++) {
        char path[64];
        snprintf(path, sizeof path, "%s%s/%s", spring_counts[i].checklist[0] ? "checklists/" : "",
                 spring_counts[i].checklist[0] ? spring_counts[i].checklist : "catalogue",
                 spring_counts[i].name);
        ck_assert_msg(json_integer_value(json_at(root, path)) ==
                          (json_int_t)spring_counts[i].count,
                      "%s is %lld", path, json_integer_value(json_at(root, path)));
    }
    json_decref(root);
    stage_end(&stage);
}
END_TEST

/* Keys are the columns of the file, in its order, then `more`. */
static void keys_compare(json_t *object, enum schema_id id, size_t from, const char *const *more) {
    const struct schema *schema = schema_get(id);
    const char *key;
    json_t *value;
    size_t at = from;
    json_object_foreach(object, key, value) {
        const char *wanted = at < schema->count ? schema->columns[at].name : *more++;
        ck_assert_pstr_eq(key, wanted);
        at++;
    }
    ck_assert_uint_ge(at, schema->count);
    ck_assert_ptr_null(*more);
}

START_TEST(json_list_has_the_columns_by_title) {
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    size_t count;
    const struct practice *const *practices = report_by_title(&stage.report, &count);
    report_json.list(&stage.report, practices, count);
    json_t *root = stage_json(&stage);
    ck_assert_uint_eq(json_array_size(root), COUNT(times) + 2);
    json_t *full = json_at(root, "1");
    keys_compare(full, SCHEMA_PRACTICES, 0, (const char *const[]){"terms", NULL});
    ck_assert_str_eq(json_string_value(json_at(root, "0/practice_id")), "bare");
    ck_assert_str_eq(json_string_value(json_at(root, "0/city")), "");
    ck_assert_str_eq(json_string_value(json_at(full, "practice_id")), "full");
    ck_assert_str_eq(json_string_value(json_at(full, "summary")), ODD_REPAIRED);
    ck_assert_str_eq(json_string_value(json_at(full, "terms/area/0")), "school");
    ck_assert_uint_eq(json_array_size(json_at(full, "terms/target_group")), 0);
    json_decref(root);
    stage_end(&stage);
}
END_TEST

static const struct {
    const char *path;
    const char *text;
} full_json[] = {
    {"practice_id", "full"},
    {"criteria/0/checklist_id", "grid"},
    {"criteria/0/questions/0/answer", "- a list, it seems"},
    {"criteria/0/questions/0/note", "slip"},
    {"criteria/0/questions/0/items/0/mark", "met"},
    {"criteria/0/questions/0/items/1/mark", "not_met"},
    {"criteria/0/questions/0/items/2/mark", "unmarked"},
    {"criteria/0/questions/0/items/3/mark", "absent"},
    {"criteria/0/questions/0/items/3/item_id", "a.1.4"},
    {"criteria/0/questions/0/tools/0/url", "https://example.org/g"},
    {"criteria/0/questions/0/tools/1/title", "Lost"},
    {"criteria/0/questions/0/tools/1/url", ""},
    {"criteria/0/questions/1/items/0/mark", "absent"},
};

START_TEST(json_of_a_practice_is_nested_and_whole) {
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    report_json.practice(&stage.report, catalogue_practice(&stage.catalogue, "full"));
    json_t *root = stage_json(&stage);
    for (size_t i = 0; i < COUNT(full_json); i++) {
        ck_assert_pstr_eq(json_string_value(json_at(root, full_json[i].path)), full_json[i].text);
    }
    keys_compare(root, SCHEMA_PRACTICES, 0, (const char *const[]){"terms", "criteria", NULL});
    keys_compare(json_at(root, "criteria/0/questions/0"), SCHEMA_QUESTIONS, 0,
                 (const char *const[]){"answer", "note", "items", "tools", NULL});
    keys_compare(json_at(root, "criteria/0/questions/0/tools/0"), SCHEMA_TOOLS, TOOL_POSITION,
                 (const char *const[]){NULL});
    ck_assert(json_is_null(json_at(root, "criteria/0/questions/1/answer")));
    ck_assert_uint_eq(json_array_size(json_at(root, "criteria")), 1);
    json_decref(root);
    stage_end(&stage);
}
END_TEST

START_TEST(json_of_collections_counts_their_practices) {
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    report_json.collections(&stage.report);
    json_t *root = stage_json(&stage);
    ck_assert_uint_eq(json_array_size(root), 2);
    keys_compare(json_at(root, "0"), SCHEMA_COLLECTIONS, 0,
                 (const char *const[]){"practices", NULL});
    ck_assert_int_eq((int)json_integer_value(json_at(root, "0/practices")), 1);
    json_decref(root);
    stage_end(&stage);
}
END_TEST

/* What any program may send to a terminal holds nothing that acts on it. */
START_TEST(nothing_unchecked_goes_to_a_terminal) {
    static const struct report_format *const formats[] = {&report_text, &report_json, &report_csv};
    for (size_t i = 0; i < COUNT(formats); i++) {
        struct stage stage;
        stage_small(&stage);
        stage_open(&stage, NULL);
        stage.report.terminal = true;
        size_t count;
        const struct practice *const *practices = report_by_title(&stage.report, &count);
        formats[i]->list(&stage.report, practices, count);
        formats[i]->practice(&stage.report, catalogue_practice(&stage.catalogue, "full"));
        const char *bytes = stage_bytes(&stage);
        ck_assert_uint_eq(text_valid(bytes, strlen(bytes)), strlen(bytes));
        ck_assert_ptr_null(strchr(bytes, '\x1B'));
        ck_assert_ptr_null(strstr(bytes, "\\u001b"));
        ck_assert_ptr_null(strstr(bytes, "\u202E"));
        ck_assert_ptr_null(strstr(bytes, "\xC2\x9B"));
        stage_end(&stage);
    }
}
END_TEST

struct rows {
    char *cells[64]; /* all cells, one after another; the first ones */
    size_t count;    /* of all of them */
};

static void cells_gather(void *context, const struct table_row *row) {
    struct rows *rows = context;
    for (size_t i = 0; i < row->count; i++) {
        if (rows->count < COUNT(rows->cells)) {
            rows->cells[rows->count] = strdup(row->cells[i]);
        }
        rows->count++;
    }
}

/* Reads the report back as the table `name` with these columns. */
static void csv_read(struct stage *stage, const char *name, const struct table_column *columns,
                     size_t count, struct rows *rows) {
    char path[512];
    struct fault fault;
    struct fault_list faults;
    const struct table_reader reader = {cells_gather, rows, &faults};
    fault_list_init(&faults, &stage->arena);
    snprintf(path, sizeof path, "%s/%s", stage->path, name);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(stage_bytes(stage), file);
    ck_assert_int_eq(fclose(file), 0);
    const int folder = folder_open(stage->path, &fault);
    struct table *table;
    ck_assert_msg(table_open(&table, &stage->arena, folder, name, columns, count, &reader, &fault),
                  "%s", fault.text);
    while (table_read(table, 4096, &fault) == TABLE_MORE) {
    }
    table_close(table);
    close(folder);
    ck_assert_uint_eq(faults.left_out, 0);
}

START_TEST(csv_list_can_be_put_back) {
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    const struct schema *schema = schema_get(SCHEMA_PRACTICES);
    struct table_column columns[PRACTICE_COLUMNS] = {{0}};
    for (size_t i = 0; i < PRACTICE_COLUMNS; i++) {
        columns[i].name = schema->columns[i].name;
    }
    size_t count;
    const struct practice *const *practices = report_by_title(&stage.report, &count);
    report_csv.list(&stage.report, practices, count);
    struct rows rows = {.count = 0};
    csv_read(&stage, schema->file, columns, PRACTICE_COLUMNS, &rows);
    ck_assert_uint_eq(rows.count, count * PRACTICE_COLUMNS);
    for (size_t i = 0; i < 2 * PRACTICE_COLUMNS; i++) {
        const struct record *record = &practices[i / PRACTICE_COLUMNS]->record;
        ck_assert_str_eq(rows.cells[i], record_cell(record, i % PRACTICE_COLUMNS));
    }
    for (size_t i = 0; i < COUNT(rows.cells); i++) {
        free(rows.cells[i]);
    }
    stage_end(&stage);
}
END_TEST

START_TEST(csv_of_a_practice_has_a_row_for_each_item) {
    static const struct table_column columns[] = {
        {"item_id", true, TABLE_LINES}, {"mark", true, TABLE_LINES}, {"item", true, TABLE_LINES},
        {"answer", true, TABLE_LINES}, {"tools", true, TABLE_LINES},
    };
    static const char *const wanted[] = {
        "a.1.1", "met",     "'- Sum", "'- a list, it seems", "Guide https://example.org/g; Lost",
        "a.1.2", "not_met", "An item",  "'- a list, it seems", "Guide https://example.org/g; Lost",
    };
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    report_csv.practice(&stage.report, catalogue_practice(&stage.catalogue, "full"));
    struct rows rows = {.count = 0};
    csv_read(&stage, "show.csv", columns, COUNT(columns), &rows);
    ck_assert_uint_eq(rows.count, 8 * COUNT(columns));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        ck_assert_str_eq(rows.cells[i], wanted[i]);
    }
    for (size_t i = 0; i < COUNT(rows.cells); i++) {
        free(rows.cells[i]);
    }
    char path[512];
    snprintf(path, sizeof path, "%s/show.csv", stage.path);
    unlink(path);
    stage_end(&stage);
}
END_TEST

START_TEST(text_of_a_practice_tells_all_states) {
    static const char *const parts[] = {
        "Ósma: a full one\n────────────────\nCity of Brno · Brno, Kuřim, Czechia · ",
        " · EU-wide · ongoing\n",
        "Organisation    City of Brno\n",
        "✓ met   – not shown   □ no mark   · not listed\n",
        "1 met, 1 not shown, 1 no mark, 5 not listed\n",
        "Is it?\n  - a list, it seems\n  Note: slip\n\n  ✓ - Sum\n  – An item\n  □ An item\n",
        "  · An item\n\n  Inspiring tools\n    Guide\n      https://example.org/g\n",
        "    Lost\n      no link recorded\n",
        "Is it?\n  Not assessed.\n",
        "Note        one\n            two\n",
    };
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    report_text.practice(&stage.report, catalogue_practice(&stage.catalogue, "full"));
    for (size_t i = 0; i < COUNT(parts); i++) {
        ck_assert_msg(strstr(stage_bytes(&stage), parts[i]), "\"%s\" is not in:\n%s", parts[i],
                      stage_bytes(&stage));
    }
    stage_end(&stage);
}
END_TEST

START_TEST(text_takes_words_and_another_language) {
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    stage.report.signs = SIGN_WORDS;
    stage.report.lang = "cs";
    report_text.practice(&stage.report, catalogue_practice(&stage.catalogue, "full"));
    const char *text = stage_bytes(&stage);
    ck_assert_int_eq(strncmp(text, "Plná\n────\n", strlen("Plná\n────\n")), 0);
    ck_assert_ptr_nonnull(strstr(text, "  met        - Sum\n  not shown  An item\n"));
    ck_assert_ptr_null(strstr(text, "✓"));
    stage_end(&stage);
}
END_TEST

START_TEST(formats_are_found_by_name) {
    ck_assert_ptr_eq(formats_find("text")->write, &report_text);
    ck_assert_ptr_eq(formats_find("json")->write, &report_json);
    ck_assert_ptr_eq(formats_find("csv")->write, &report_csv);
    ck_assert_ptr_null(formats_find("xml"));
}
END_TEST

static Suite *report_suite(void) {
    Suite *suite = suite_create("report");
    TCase *tests = tcase_create("report");
    tcase_add_test(tests, spring_has_the_numbers_of_its_source);
    tcase_add_test(tests, json_list_has_the_columns_by_title);
    tcase_add_test(tests, json_of_a_practice_is_nested_and_whole);
    tcase_add_test(tests, json_of_collections_counts_their_practices);
    tcase_add_test(tests, nothing_unchecked_goes_to_a_terminal);
    tcase_add_test(tests, csv_list_can_be_put_back);
    tcase_add_test(tests, csv_of_a_practice_has_a_row_for_each_item);
    tcase_add_test(tests, text_of_a_practice_tells_all_states);
    tcase_add_test(tests, text_takes_words_and_another_language);
    tcase_add_test(tests, formats_are_found_by_name);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    SRunner *runner = srunner_create(report_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
