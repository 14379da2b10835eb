/* answers: what a reviewer says, put in the order of the catalogue; and its sheets. */
#include "stage.h"

#include "vademecum/report/answers.h"
#include "vademecum/report/reviews.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/review.h"

#include <locale.h>
#include <time.h>

/* A small catalogue, and a review of it. */
struct desk {
    struct stage stage;
    struct review review;
    uint64_t counter; /* of the last event */
};

static void desk_open(struct desk *desk) {
    stage_small(&desk->stage);
    stage_open(&desk->stage, NULL);
    review_init(&desk->review, &desk->stage.arena);
    desk->counter = 0;
    desk->stage.report.review = &desk->review;
    desk->stage.report.reviewer = "ana";
}

/* One event, of ana when no other reviewer is named. */
static void desk_say_as(struct desk *desk, const char *reviewer, const char *practice,
                        const char *item, const char *field, const char *value) {
    const struct event event = {
        .run = "kabcdefgh",
        .counter = ++desk->counter,
        .time = "2026-03-02T09:14:07Z",
        .reviewer = reviewer,
        .practice = practice,
        .item = item,
        .field = field,
        .value = value,
    };
    ck_assert_int_eq(review_apply(&desk->review, &event), REVIEW_NEW);
}

static void desk_say(struct desk *desk, const char *practice, const char *item, const char *field,
                     const char *value) {
    desk_say_as(desk, "ana", practice, item, field, value);
}

/* "practice/item practice/item …" */
static const char *order_of(const struct desk *desk, const struct answers *answers) {
    struct arena *arena = desk->stage.report.arena;
    const char *line = "";
    for (size_t i = 0; i < answers->count; i++) {
        line = arena_printf(arena, "%s%s%s/%s", line, i ? " " : "", answers->said[i].practice,
                            answers->said[i].item);
    }
    return line;
}

START_TEST(answers_stand_in_the_order_of_the_catalogue) {
    struct desk desk;
    desk_open(&desk);
    desk_say(&desk, "gone", "a.1.1", "verdict", "met");
    desk_say(&desk, "full", "z.1.1", "verdict", "met");
    desk_say(&desk, "full", "gone.1", "comment", "x");
    desk_say(&desk, "full", "a.1.2", "verdict", "met");
    desk_say(&desk, "full", "a.2", "answer", "x");
    desk_say(&desk, "full", "a.1.1", "comment", "x");
    desk_say(&desk, "full", "a.1", "answer", "x");
    desk_say(&desk, "full", "", "note", "x");
    desk_say(&desk, "bare", "a.1.1", "verdict", "met");
    desk_say(&desk, "own-z", "a.1.1", "verdict", "met");
    desk_say(&desk, "own-z", "", "own.title", "Z");
    desk_say_as(&desk, "ben", "full", "a.1.3", "verdict", "met");
    const struct answers all = answers_gather(&desk.stage.report, NULL);
    ck_assert_str_eq(order_of(&desk, &all),
                     "own-z/a.1.1 bare/a.1.1 full/ full/a.1 full/a.1.1 full/a.1.2 full/a.2 "
                     "full/z.1.1 full/gone.1 gone/a.1.1");
    ck_assert_int_eq(all.said[0].origin, ORIGIN_OWN);
    ck_assert_int_eq(all.said[1].origin, ORIGIN_CATALOGUE);
    ck_assert_int_eq(all.said[all.count - 1].origin, ORIGIN_GONE);
    const struct answers one = answers_gather(&desk.stage.report, "bare");
    ck_assert_str_eq(order_of(&desk, &one), "bare/a.1.1");
    stage_end(&desk.stage);
}
END_TEST

START_TEST(what_was_taken_back_is_not_said) {
    struct desk desk;
    desk_open(&desk);
    desk_say(&desk, "full", "a.1.1", "verdict", "met");
    desk_say(&desk, "full", "a.1.1", "comment", "x");
    desk_say(&desk, "full", "a.1.1", "verdict", "");
    const struct answers some = answers_gather(&desk.stage.report, NULL);
    ck_assert_uint_eq(some.count, 1);
    ck_assert_uint_eq(some.said[0].count, 1);
    ck_assert_int_eq(answers_verdict(&some.said[0]), VERDICT_NONE);
    ck_assert_str_eq(answers_value(&some.said[0], "comment"), "x");
    desk_say(&desk, "full", "a.1.1", "comment", "");
    ck_assert_uint_eq(answers_gather(&desk.stage.report, NULL).count, 0);
    stage_end(&desk.stage);
}
END_TEST

static const struct {
    const char *field;
    const char *value;
    bool shown;
} tasks[] = {
    {"verdict", "met", false}, {"verdict", "partly", true},   {"verdict", "not_met", true},
    {"verdict", "na", false},  {"verdict", "unknown", false}, {"verdict", "superb", false},
    {"plan.goal", "x", true},  {"plan.status", "done", true}, {"plan.later", "x", true},
    {"planning", "x", false},  {"comment", "x", false},
};

START_TEST(plan_is_what_asks_for_work) {
    struct desk desk;
    desk_open(&desk);
    desk_say(&desk, "full", "a.1.1", tasks[_i].field, tasks[_i].value);
    const struct answers answers = answers_gather(&desk.stage.report, NULL);
    const struct answers plan = answers_plan(&desk.stage.report, &answers);
    ck_assert_uint_eq(plan.count, tasks[_i].shown ? 1 : 0);
    stage_end(&desk.stage);
}
END_TEST

START_TEST(sheets_have_columns_for_unknown_fields_but_not_without_end) {
    enum {
        MANY = 1000
    };
    struct desk desk;
    desk_open(&desk);
    struct sheet sheet;
    const struct answers none = answers_gather(&desk.stage.report, NULL);
    answers_sheet(&desk.stage.report, &none, &sheet);
    const size_t known = sheet.count;
    ck_assert_str_eq(sheet.columns[2].name, "verdict");
    ck_assert_uint_eq(sheet.rows, 0);
    for (int i = 0; i < MANY; i++) {
        char field[24];
        snprintf(field, sizeof field, "later.%d", i);
        desk_say(&desk, "full", i % 2 ? "a.1.1" : "a.1.2", field, "x");
    }
    const struct answers many = answers_gather(&desk.stage.report, NULL);
    answers_sheet(&desk.stage.report, &many, &sheet);
    ck_assert_uint_eq(sheet.rows, 2);
    ck_assert_uint_gt(sheet.count, known);
    ck_assert_uint_le(sheet.count, known + 100);
    stage_end(&desk.stage);
}
END_TEST

/* Only a hostile review has so many; it must not take minutes. */
START_TEST(very_many_fields_are_all_shown) {
    enum {
        MANY = 100000
    };
    struct desk desk;
    desk_open(&desk);
    for (int i = 0; i < MANY; i++) {
        char field[24];
        snprintf(field, sizeof field, "later.%d", i);
        desk_say(&desk, "full", "a.1.1", field, "x");
    }
    const struct answers answers = answers_gather(&desk.stage.report, NULL);
    answers_text(&desk.stage.report, &answers);
    const char *bytes = stage_bytes(&desk.stage);
    ck_assert_ptr_nonnull(strstr(bytes, "later.99999 "));
    stage_end(&desk.stage);
}
END_TEST

static const struct {
    const char *field;
    const char *value;
    const char *spoken;
} sayings[] = {
    {"verdict", "not_met", "not met"},
    {"verdict", "superb", "superb"},
    {"comment", "not_met", "not_met"},
    {"plan.status", "done", "done"},
    {"status", "draft", "draft"},
    {"status", "final x y", "final (x y)"},
    {"status", "begun", "begun"},
    {"checklist", "grid@", "A checklist"},
    {"checklist", "grid@99", "grid@99"},
    {"checklist", "gri@", "gri@"},
    {"model", "full", "Ósma: a full one"},
    {"model", "gone", "gone"},
    {"own.country", "CZ", "Czechia"},
    {"own.country", "XQ", "XQ"},
    {"own.languages", "cs; uk; qq", "Czech, Ukrainian, qq"},
    {"own.scale", "eu", "EU-wide"},
    {"own.area", "gone", "gone"},
    {"later", "x", "x"},
};

START_TEST(values_are_told_in_words) {
    struct desk desk;
    desk_open(&desk);
    const char *told = wording_value(&desk.stage.report, sayings[_i].field, sayings[_i].value);
    ck_assert_str_eq(told, sayings[_i].spoken);
    stage_end(&desk.stage);
}
END_TEST

START_TEST(an_event_is_a_sentence) {
    struct desk desk;
    desk_open(&desk);
    struct report *report = &desk.stage.report;
    struct event event = {
        .reviewer = "ana", .practice = "gone", .item = "a.1.2", .field = "verdict", .value = ""};
    ck_assert_str_eq(wording_event(report, &event, true),
                     "ana: gone › An item (a.1.2) › Mark: (taken back)");
    event.practice = "";
    event.item = "";
    event.field = "name";
    event.value = "Ana";
    report->document->ascii = true;
    ck_assert_str_eq(wording_event(report, &event, true), "ana: Name: Ana");
    event.practice = "gone";
    ck_assert_str_eq(wording_event(report, &event, false), "ana: gone > Name: Ana");
    ck_assert_str_eq(wording_time(report->arena, "soon"), "soon");
    ck_assert_str_eq(wording_time(report->arena, "2026-03-02T09:14:07Zx"), "2026-03-02T09:14:07Zx");
    ck_assert_int_eq(setenv("TZ", "XXX-5:30", true), 0);
    tzset();
    ck_assert_str_eq(wording_time(report->arena, "2026-03-02T09:14:07Z"), "2026-03-02 14:44");
    ck_assert_str_eq(wording_day(report->arena, "2026-03-02T18:29:59Z"), "2026-03-02");
    ck_assert_str_eq(wording_day(report->arena, "2026-03-02T18:30:00Z"), "2026-03-03");
    ck_assert_str_eq(wording_day(report->arena, "soon"), "soon");
    stage_end(&desk.stage);
}
END_TEST

START_TEST(reviews_are_counted_by_reviewer_and_practice) {
    struct desk desk;
    desk_open(&desk);
    desk_say_as(&desk, "ben", "full", "a.1.1", "verdict", "met");
    desk_say(&desk, "full", "a.1.1", "verdict", "met");
    desk_say(&desk, "full", "a.1.2", "verdict", "met");
    desk_say(&desk, "full", "a.1.2", "verdict", "partly");
    desk_say(&desk, "full", "a.1.3", "verdict", "superb");
    desk_say(&desk, "full", "a.1.4", "verdict", "");
    desk_say(&desk, "full", "", "verdict", "met");
    desk_say(&desk, "full", "", "status", "final x");
    desk_say(&desk, "bare", "", "note", "x");
    desk_say(&desk, "", "", "name", "Ana");
    desk_say_as(&desk, "cora", "", "", "name", "Cora");
    const struct reviews reviews = reviews_gather(&desk.stage.report,
                                                  &(struct reviews_wanted){.reviewer = NULL});
    ck_assert_uint_eq(reviews.count, 4);
    ck_assert_str_eq(reviews.reviewed[0].practice, "bare");
    const struct reviewed *full = &reviews.reviewed[1];
    ck_assert_str_eq(full->reviewer, "ana");
    ck_assert_str_eq(full->practice, "full");
    ck_assert_str_eq(full->status, "final x");
    ck_assert_uint_eq(full->progress.verdicts[VERDICT_MET], 1);
    ck_assert_uint_eq(full->progress.verdicts[VERDICT_PARTLY], 1);
    ck_assert_uint_eq(full->progress.verdicts[VERDICT_NONE], 0);
    ck_assert_uint_eq(full->latest->counter, 8);
    ck_assert_str_eq(reviews.reviewed[2].reviewer, "ben");
    ck_assert_str_eq(reviews.reviewed[3].reviewer, "cora");
    ck_assert_str_eq(reviews.reviewed[3].practice, "");
    stage_end(&desk.stage);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *answers = tcase_create("answers");
    tcase_add_test(answers, answers_stand_in_the_order_of_the_catalogue);
    tcase_add_test(answers, what_was_taken_back_is_not_said);
    tcase_add_loop_test(answers, plan_is_what_asks_for_work, 0, (int)COUNT(tasks));
    tcase_add_test(answers, sheets_have_columns_for_unknown_fields_but_not_without_end);
    tcase_add_test(answers, very_many_fields_are_all_shown);
    tcase_add_loop_test(answers, values_are_told_in_words, 0, (int)COUNT(sayings));
    tcase_add_test(answers, an_event_is_a_sentence);
    tcase_add_test(answers, reviews_are_counted_by_reviewer_and_practice);
    Suite *suite = suite_create("answers");
    suite_add_tcase(suite, answers);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
