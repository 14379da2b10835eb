/* story: what each event has changed, and which was the last of a reviewer. */
#include "vademecum/review/story.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static struct arena arena;
static struct catalogue catalogue;
static struct review review;
static uint64_t last;

static void begin(void) {
    const char *srcdir = getenv("srcdir");
    struct fault fault;
    arena_init(&arena, (struct arena_end){0});
    const char *path = arena_printf(&arena, "%s/tests/catalogues/spring", srcdir ? srcdir : ".");
    ck_assert_msg(catalogue_open(&catalogue, &arena, path, 0, &fault), "%s", fault.text);
    review_init(&review, &arena);
    review.catalogue = &catalogue;
    last = 0;
}

static void finish(void) {
    arena_free(&arena);
}

static void put(const char *reviewer, const char *item, const char *field, const char *value) {
    struct event event = {
        .run = "k00000000",
        .counter = ++last,
        .time = "2026-03-02T09:14:07Z",
        .reviewer = reviewer,
        .practice = "p",
        .item = item,
        .field = field,
        .value = value,
    };
    size_t length;
    event_format(&arena, &event, &length);
    review_apply(&review, &event);
}

static void says(const char *item, const char *field, const char *value) {
    put("ana", item, field, value);
}

START_TEST(story_has_all_that_was_said_the_latest_first) {
    says("inclusivity.1.1", "verdict", "partly");
    says("inclusivity.1.1", "comment", "Only by bus.");
    put("ben", "inclusivity.1.1", "verdict", "met");
    says("inclusivity.1.2", "verdict", "met");
    says("inclusivity.1.1", "verdict", "met");
    says("inclusivity.1.1", "plan.action", "Ask the drivers");
    size_t count;
    const struct story_step *story = story_of_item(&review, "p", "inclusivity.1.1", &arena, &count);
    ck_assert_uint_eq(count, 5);
    ck_assert_str_eq(story[0].event->value, "Ask the drivers");
    ck_assert_str_eq(story[0].before, "");
    ck_assert_str_eq(story[1].event->value, "met");
    ck_assert_str_eq(story[1].before, "partly");
    ck_assert(story[1].stands);
    ck_assert_str_eq(story[2].event->reviewer, "ben");
    ck_assert_str_eq(story[2].before, "");
    ck_assert_str_eq(story[4].event->value, "partly");
    ck_assert(!story[4].stands);
}
END_TEST

START_TEST(first_mark_of_a_round_stands_for_what_the_last_one_said) {
    says("inclusivity.1.1", "verdict", "partly");
    says("spring", "status", "final spring");
    says("spring", "round", "2");
    says("inclusivity.1.1", "verdict", "met");
    says("inclusivity.1.2", "verdict", "met");
    size_t count;
    const struct story_step *story = story_of_item(&review, "p", "inclusivity.1.1", &arena, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(story[0].begin->field, "round");
    ck_assert_str_eq(story[0].before, "partly");
    ck_assert(!story[1].stands);
    ck_assert_ptr_null(story_of_item(&review, "p", "inclusivity.1.2", &arena, &count)[0].begin);
}
END_TEST

START_TEST(last_goes_back_through_what_a_reviewer_changed) {
    struct story_step step;
    ck_assert(!story_last(&review, "ana", NULL, &arena, &step));
    says("inclusivity.1.1", "verdict", "partly");
    says("inclusivity.1.1", "comment", "Only by bus.");
    says("inclusivity.1.1", "comment", "Only by bus.");
    put("ben", "inclusivity.1.1", "comment", "By train.");
    ck_assert(story_last(&review, "ana", NULL, &arena, &step));
    ck_assert_str_eq(step.event->field, "comment");
    ck_assert_uint_eq(step.event->counter, 2);
    ck_assert(story_last(&review, "ana", step.event, &arena, &step));
    ck_assert_str_eq(step.event->value, "partly");
    ck_assert(!story_last(&review, "ana", step.event, &arena, &step));
}
END_TEST

static size_t lot(size_t below) {
    return (size_t)rand() % below;
}

/* Whatever is said, in rounds and by several: each event of an item is told once, in its order. */
START_TEST(story_loses_nothing) {
    static const char *const items[] = {"inclusivity.1.1", "relevance.2.3", "education.1.1"};
    static const char *const fields[] = {"verdict", "comment", "evidence", "plan.action"};
    size_t said[3] = {0};
    srand((unsigned)_i + 1);
    for (size_t left = 20 + lot(80); left > 0; left--) {
        const size_t kind = lot(10);
        const size_t item = lot(3);
        if (kind < 2) {
            says("spring", kind ? "status" : "round", kind ? "final a" : lot(3) ? "2" : "");
        } else {
            put(lot(2) ? "ana" : "ben", items[item], fields[lot(4)], lot(4) ? "met" : "");
            said[item]++;
        }
    }
    for (size_t i = 0; i < 3; i++) {
        size_t count;
        const struct story_step *story = story_of_item(&review, "p", items[i], &arena, &count);
        ck_assert_uint_eq(count, said[i]);
        for (size_t j = 1; j < count; j++) {
            ck_assert_int_lt(event_order(story[j].event, story[j - 1].event), 0);
        }
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("story");
    TCase *tests = tcase_create("story");
    tcase_add_checked_fixture(tests, begin, finish);
    tcase_add_test(tests, story_has_all_that_was_said_the_latest_first);
    tcase_add_test(tests, first_mark_of_a_round_stands_for_what_the_last_one_said);
    tcase_add_test(tests, last_goes_back_through_what_a_reviewer_changed);
    tcase_add_loop_test(tests, story_loses_nothing, 0, 40);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
