/* differ: how far apart the marks of several reviewers are, and how that is told. */
#include "stage.h"

#include "vademecum/report/differ.h"
#include "vademecum/review/review.h"

#include <locale.h>

enum {
    REVIEWERS = 3,
    ROUNDS = 200,
    SAID = 12 /* marks in each */
};

static const char *const names[REVIEWERS] = {"ana", "ben", "clara"};

static const struct differ_wish of_all = {.practice = "full"};

static struct stage stage;
static struct review review;
static uint64_t counter;

static void set_up(void) {
    stage_small(&stage);
    stage_open(&stage, NULL);
    review_init(&review, &stage.arena);
    counter = 0;
    stage.report.review = &review;
    stage.report.reviewer = "ana";
}

static void tear_down(void) {
    stage_end(&stage);
}

static void say(const char *reviewer, const char *item, const char *field, const char *value) {
    const struct event event = {
        .run = "kabcdefgh",
        .counter = ++counter,
        .time = "2026-03-02T09:14:07Z",
        .reviewer = reviewer,
        .practice = item[0] ? "full" : "",
        .item = item,
        .field = field,
        .value = value,
    };
    ck_assert_int_eq(review_apply(&review, &event), REVIEW_NEW);
}

static void mark(const char *reviewer, const char *item, enum verdict verdict) {
    say(reviewer, item, "verdict", verdict_name(verdict));
}

static const char *summary(void) {
    const struct differ differ = differ_gather(&stage.report, &of_all);
    return differ_summary(&stage.report, &differ);
}

START_TEST(steps_do_not_depend_on_who_is_first) {
    for (enum verdict one = 0; one < VERDICT_COUNT; one++) {
        for (enum verdict other = 0; other < VERDICT_COUNT; other++) {
            const int steps = differ_steps(one, other);
            const bool said = one != VERDICT_NONE && other != VERDICT_NONE;
            ck_assert_int_eq(steps, differ_steps(other, one));
            ck_assert_int_le(steps, DIFFER_MOST);
            ck_assert_int_eq(steps > 0, said && one != other);
        }
    }
    ck_assert_int_eq(differ_steps(VERDICT_MET, VERDICT_NOT_MET), 2);
    ck_assert_int_eq(differ_steps(VERDICT_MET, VERDICT_PARTLY), 1);
    ck_assert_int_eq(differ_steps(VERDICT_NOT_MET, VERDICT_UNKNOWN), 1);
    ck_assert_int_eq(differ_steps(VERDICT_NA, VERDICT_MET), 2);
}
END_TEST

START_TEST(counts_are_told_in_one_sentence) {
    ck_assert_str_eq(summary(), "Nobody has marked an item of this practice yet.");
    mark("ana", "a.1.1", VERDICT_MET);
    ck_assert_ptr_nonnull(strstr(summary(), "Only ana has marked items"));
    mark("ben", "a.1.1", VERDICT_MET);
    mark("ana", "a.1.2", VERDICT_MET);
    mark("ben", "a.1.2", VERDICT_NOT_MET);
    ck_assert_str_eq(summary(), "Same on 1 of 2; differ on 1.");
    mark("ana", "a.1.3", VERDICT_NA);
    mark("ben", "a.2.1", VERDICT_PARTLY);
    say("ana", "", "name", "Ana");
    ck_assert_str_eq(summary(),
                     "Same on 1 of 2; differ on 1; 1 only Ana answered; 1 only ben answered.");
    mark("ben", "a.1.2", VERDICT_NONE);
    ck_assert_str_eq(summary(),
                     "Same on 1 of 1; differ on 0; 2 only Ana answered; 1 only ben answered.");
}
END_TEST

START_TEST(the_farthest_apart_come_first) {
    mark("ana", "a.1.1", VERDICT_MET);
    mark("ben", "a.1.1", VERDICT_MET);
    mark("ben", "a.1.2", VERDICT_MET);
    mark("ana", "a.1.3", VERDICT_MET);
    mark("ben", "a.1.3", VERDICT_PARTLY);
    mark("ana", "a.1.4", VERDICT_MET);
    mark("clara", "a.1.4", VERDICT_NOT_MET);
    static const char *const order[] = {"a.1.4", "a.1.3", "a.1.1", "a.1.2"};
    const struct differ differ = differ_gather(&stage.report, &of_all);
    ck_assert_uint_eq(differ.reviewer_count, REVIEWERS);
    ck_assert_uint_eq(differ.count, COUNT(order));
    for (size_t i = 0; i < COUNT(order); i++) {
        ck_assert_str_eq(record_cell(&differ.items[i].item->record, ITEM_ID), order[i]);
    }
    ck_assert_uint_eq(differ.differing, 2);
    ck_assert_uint_eq(differ.same, 1);
    ck_assert_uint_eq(differ.alone[1], 1);
}
END_TEST

/* What two of the reviewers look like from either side, and that nothing is counted twice. */
static void both_sides_are_equal(const char *one, const char *other) {
    const char *const there[] = {one, other};
    const char *const back[] = {other, one};
    struct differ_wish wish = {.practice = "full", .reviewers = there, .reviewer_count = 2};
    const struct differ first = differ_gather(&stage.report, &wish);
    wish.reviewers = back;
    const struct differ second = differ_gather(&stage.report, &wish);
    ck_assert_uint_eq(first.count, second.count);
    ck_assert_uint_eq(first.differing, second.differing);
    ck_assert_uint_eq(first.same, second.same);
    size_t alone = 0;
    for (size_t i = 0; i < first.reviewer_count; i++) {
        alone += first.alone[i];
        ck_assert_uint_eq(first.alone[i], second.alone[second.reviewer_count - 1 - i]);
    }
    ck_assert_uint_eq(first.count, first.differing + first.same + alone);
    /* What one alone has marked goes by reviewer. */
    for (size_t i = 0; i < first.differing + first.same; i++) {
        ck_assert_ptr_eq(first.items[i].item, second.items[i].item);
        ck_assert_int_eq(first.items[i].apart, second.items[i].apart);
        ck_assert_int_eq(first.items[i].apart > 0, i < first.differing);
    }
}

START_TEST(differences_are_symmetric) {
    srand((unsigned)_i);
    for (int i = 0; i < SAID; i++) {
        const size_t item = (size_t)rand() % stage.catalogue.item_count;
        mark(names[(size_t)rand() % REVIEWERS],
             record_cell(&stage.catalogue.items[item].record, ITEM_ID),
             (enum verdict)(rand() % VERDICT_COUNT));
    }
    both_sides_are_equal("ana", "ben");
    both_sides_are_equal("ben", "clara");
    both_sides_are_equal("clara", "ana");
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("differ");
    TCase *tcase = tcase_create("differ");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, steps_do_not_depend_on_who_is_first);
    tcase_add_test(tcase, counts_are_told_in_one_sentence);
    tcase_add_test(tcase, the_farthest_apart_come_first);
    tcase_add_loop_test(tcase, differences_are_symmetric, 0, ROUNDS);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
