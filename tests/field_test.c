/* field: which fields there are, and what they take. */
#include "stage.h"

#include "vademecum/base/text.h"
#include "vademecum/review/field.h"
#include "vademecum/review/verdict.h"

#include <locale.h>

static const struct {
    enum field_place place;
    size_t count;
    const char *first;
    const char *last;
} places[FIELD_PLACES] = {
    {FIELD_OF_ITEM, 14, "verdict", "plan.result"}, {FIELD_OF_QUESTION, 2, "answer", "tool"},
    {FIELD_OF_PRACTICE, 5, "note", "status"},      {FIELD_OF_OWN, 30, "own.title", "off"},
    {FIELD_OF_TOOL, 1, "tool.url", "tool.url"},    {FIELD_OF_REVIEWER, 3, "name", "organisation"},
};

START_TEST(each_place_has_its_fields) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    size_t count;
    const char *const *names = field_names(places[_i].place, &arena, &count);
    ck_assert_uint_eq(count, places[_i].count);
    ck_assert_str_eq(names[0], places[_i].first);
    ck_assert_str_eq(names[count - 1], places[_i].last);
    for (size_t i = 0; i < count; i++) {
        for (enum field_place place = 0; place < FIELD_PLACES; place++) {
            ck_assert_int_eq(field_known(place, names[i]), place == places[_i].place);
        }
        ck_assert_str_ne(field_label(names[i]), names[i]);
    }
    ck_assert_str_eq(field_label("later.field"), "later.field");
    ck_assert(!field_known(places[_i].place, ""));
    arena_free(&arena);
}
END_TEST

static const struct {
    enum field_place place;
    const char *typed;
    const char *nearest; /* NULL: none */
} slips[] = {
    {FIELD_OF_ITEM, "commnt", "comment"},
    {FIELD_OF_ITEM, "Evidence", "evidence"},
    {FIELD_OF_ITEM, "due", "plan.due"},
    {FIELD_OF_ITEM, "zzzzzz", NULL},
    {FIELD_OF_OWN, "own.titel", "own.title"},
    {FIELD_OF_PRACTICE, "short", "shortlist"},
    {FIELD_OF_REVIEWER, "", NULL},
};

START_TEST(slips_are_recognised) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    const char *nearest = field_nearest(slips[_i].place, &arena, slips[_i].typed);
    if (slips[_i].nearest) {
        ck_assert_ptr_nonnull(nearest);
        ck_assert_str_eq(nearest, slips[_i].nearest);
    } else {
        ck_assert_ptr_null(nearest);
    }
    arena_free(&arena);
}
END_TEST

static const struct {
    enum field_place place;
    const char *name;
    const char *typed;
    const char *stored; /* or what the refusal has in it */
    bool refused;
} inputs[] = {
    {FIELD_OF_ITEM, "verdict", "met", "met", false},
    {FIELD_OF_ITEM, "verdict", "unknown", "unknown", false},
    {FIELD_OF_ITEM, "verdict", "", "", false},
    {FIELD_OF_ITEM, "verdict", "Not Met", "did you mean not_met?", true},
    {FIELD_OF_ITEM, "verdict", "partley", "did you mean partly?", true},
    {FIELD_OF_ITEM, "verdict", "superb", "met, partly, not_met, na, unknown", true},
    {FIELD_OF_ITEM, "verdict", "\x1B[2J\xFF", "met, partly", true},
    {FIELD_OF_ITEM, "comment", "any\ntext", "any\ntext", false},
    {FIELD_OF_ITEM, "plan.due", "1.5.2026", "2026-05-01", false},
    {FIELD_OF_ITEM, "plan.due", "2026-05", "2026-05", false},
    {FIELD_OF_ITEM, "plan.due", "1/5/2026", "two ways", true},
    {FIELD_OF_ITEM, "plan.due", "soon", "not a date", true},
    {FIELD_OF_ITEM, "plan.status", "dropped", "dropped", false},
    {FIELD_OF_ITEM, "plan.status", "Done", "did you mean done?", true},
    {FIELD_OF_QUESTION, "answer", "yes", "yes", false},
    {FIELD_OF_PRACTICE, "shortlist", "yes", "yes", false},
    {FIELD_OF_PRACTICE, "shortlist", "no", "no", false},
    {FIELD_OF_PRACTICE, "shortlist", "1", "yes, no", true},
    {FIELD_OF_PRACTICE, "checklist", "spring@1", "spring@1", false},
    {FIELD_OF_PRACTICE, "checklist", "spring", "did you mean spring@1?", true},
    {FIELD_OF_PRACTICE, "checklist", "spring@2", "spring@1", true},
    {FIELD_OF_PRACTICE, "model", "cz-brno-intercultural-work", "cz-brno-intercultural-work", false},
    {FIELD_OF_PRACTICE, "model", "brno", "did you mean cz-brno-intercultural-work?", true},
    {FIELD_OF_PRACTICE, "model", "own-cafe-k3f9a2c17", "can be a model", true},
    {FIELD_OF_PRACTICE, "status", "draft", "draft", false},
    {FIELD_OF_PRACTICE, "status", "final spring", "final spring", false},
    {FIELD_OF_PRACTICE, "status", "final", "draft", true},
    {FIELD_OF_PRACTICE, "status", "final \t", "draft", true},
    {FIELD_OF_PRACTICE, "status", "finally", "draft", true},
    {FIELD_OF_OWN, "own.country", "Czechia", "CZ", false},
    {FIELD_OF_OWN, "own.title", "", "", false},
    {FIELD_OF_OWN, "own.country", "Atlantis", "Atlantis", true},
    {FIELD_OF_TOOL, "tool.url", "https://example.org/", "https://example.org/", false},
    {FIELD_OF_TOOL, "tool.url", "www.example.org", "Is https://www.example.org meant?", true},
    {FIELD_OF_TOOL, "tool.url", "javascript:alert(1)", "https://", true},
    {FIELD_OF_REVIEWER, "name", "Ana Nováková", "Ana Nováková", false},
};

START_TEST(values_are_stored_or_refused) {
    struct stage stage;
    stage_spring(&stage);
    struct fault fault;
    const char *value = field_value(inputs[_i].place, inputs[_i].name, &stage.catalogue,
                                    &stage.arena, inputs[_i].typed, &fault);
    if (inputs[_i].refused) {
        ck_assert_ptr_null(value);
        ck_assert_int_eq(fault.kind, FAULT_USAGE);
        ck_assert_msg(strstr(fault.text, inputs[_i].stored), "%s", fault.text);
    } else {
        ck_assert_msg(value, "%s", fault.text);
        ck_assert_str_eq(value, inputs[_i].stored);
    }
    stage_end(&stage);
}
END_TEST

static const struct {
    const char *key;
    const char *title; /* NULL: no such tool */
} tools[] = {
    {"full/a.1/1", "Guide"}, {"full/a.1/2", "Lost"},
    {"full/a.1/3", NULL},    {"full/a.2/1", NULL},
    {"bare/a.1/1", NULL},    {"full/a.1", NULL},
    {"full/a.1/", NULL},     {"full/a.1/11", NULL},
    {"full", NULL},          {"", NULL},
    {"/a.1/1", NULL},        {"full//1", NULL},
    {"none/a.1/1", NULL},    {"full/a.1/1/", NULL},
    {"full/a.1/1 ", NULL},
};

START_TEST(tools_are_found_by_their_keys) {
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    const struct tool *tool = field_tool(&stage.catalogue, tools[_i].key);
    ck_assert_int_eq(tool != NULL, tools[_i].title != NULL);
    if (tool) {
        ck_assert_str_eq(record_cell(&tool->record, TOOL_TITLE), tools[_i].title);
    }
    stage_end(&stage);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *field = tcase_create("field");
    tcase_add_loop_test(field, each_place_has_its_fields, 0, FIELD_PLACES);
    tcase_add_loop_test(field, slips_are_recognised, 0, (int)COUNT(slips));
    tcase_add_loop_test(field, values_are_stored_or_refused, 0, (int)COUNT(inputs));
    tcase_add_loop_test(field, tools_are_found_by_their_keys, 0, (int)COUNT(tools));
    Suite *suite = suite_create("field");
    suite_add_tcase(suite, field);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
