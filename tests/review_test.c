/* review: what events add up to, in whatever order they come. */
#include "vademecum/base/count.h"
#include "vademecum/review/review.h"

#include "vademecum/review/reviewer.h"

#include <check.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena arena;
static struct review review;

static void review_begin(void) {
    arena_init(&arena, (struct arena_end){0});
    review_init(&review, &arena);
}

static void review_finish(void) {
    arena_free(&arena);
}

static struct event made(uint64_t counter, const char *reviewer, const char *practice,
                         const char *item, const char *field, const char *value) {
    struct event event = {
        .run = "k00000000",
        .counter = counter,
        .time = "2026-03-02T09:14:07Z",
        .reviewer = reviewer,
        .practice = practice,
        .item = item,
        .field = field,
        .value = value,
    };
    struct arena scratch;
    arena_init(&scratch, (struct arena_end){0});
    size_t length;
    event_format(&scratch, &event, &length);
    arena_free(&scratch);
    return event;
}

static enum review_news put(uint64_t counter, const char *reviewer, const char *practice,
                            const char *item, const char *field, const char *value) {
    const struct event event = made(counter, reviewer, practice, item, field, value);
    return review_apply(&review, &event);
}

START_TEST(test_empty) {
    const struct event event = made(1, "ana", "p", "i", "verdict", "met");
    size_t count;
    ck_assert(!review_knows(&review, &event));
    ck_assert_ptr_null(review_find(&review, "ana", "p", "i", "verdict"));
    ck_assert_str_eq(review_value(&review, "ana", "p", "i", "verdict"), "");
    ck_assert_ptr_null(review_last(&review, "ana"));
    review_own(&review, &arena, &count);
    ck_assert_uint_eq(count, 0);
    review_reviewers(&review, &arena, &count);
    ck_assert_uint_eq(count, 0);
    const struct review_filter filters[] = {{.all = true}, {.all = false}};
    for (size_t i = 0; i < COUNT(filters); i++) {
        review_list(&review, &filters[i], &arena, &count);
        ck_assert_uint_eq(count, 0);
    }
}
END_TEST

/* Whoever gave the first title, in whatever order the events come. */
START_TEST(test_author) {
    ck_assert_str_eq(review_author(&review, "own-a"), "");
    put(7, "ana", "own-a", "", "own.title", "Café of all");
    ck_assert_str_eq(review_author(&review, "own-a"), "ana");
    put(5, "ben", "own-a", "", "own.title", "Café");
    put(6, "ben", "own-a", "", "own.title", "");
    put(4, "clara", "own-a", "", "own.city", "Brno");
    ck_assert_str_eq(review_author(&review, "own-a"), "ben");
    ck_assert_str_eq(review_author(&review, "own-b"), "");
}
END_TEST

START_TEST(test_latest) {
    ck_assert_int_eq(put(9, "ana", "p", "i", "verdict", "met"), REVIEW_NEW);
    ck_assert_int_eq(put(10, "ana", "p", "i", "verdict", "partly"), REVIEW_NEW);
    ck_assert_int_eq(put(2, "ana", "p", "i", "verdict", "na"), REVIEW_NEW);
    ck_assert_str_eq(review_value(&review, "ana", "p", "i", "verdict"), "partly");
    ck_assert_int_eq(put(10, "ana", "p", "i", "verdict", "partly"), REVIEW_KNOWN);
    ck_assert_uint_eq(review.ids.count, 3);
    ck_assert_uint_eq(review.highest, 10);
    /* Of two with one counter, the run decides. */
    struct event event = made(10, "ana", "p", "i", "verdict", "unknown");
    event.run[8] = '1';
    ck_assert_int_eq(review_apply(&review, &event), REVIEW_NEW);
    ck_assert_str_eq(review_value(&review, "ana", "p", "i", "verdict"), "unknown");
    /* Taken back: there is an event, and it says nothing. */
    put(11, "ana", "p", "i", "verdict", "");
    ck_assert_str_eq(review_value(&review, "ana", "p", "i", "verdict"), "");
    ck_assert_uint_eq(review_find(&review, "ana", "p", "i", "verdict")->counter, 11);
}
END_TEST

/* Each of the four texts is a part of what is answered, and "a", "bc" is not "ab", "c". */
START_TEST(test_apart) {
    put(1, "ana", "ab", "c", "d", "1");
    put(2, "ana", "a", "bc", "d", "2");
    put(3, "ana", "a", "b", "cd", "3");
    put(4, "ben", "a", "b", "cd", "4");
    put(5, "ana", "", "b", "cd", "5");
    ck_assert_str_eq(review_value(&review, "ana", "ab", "c", "d"), "1");
    ck_assert_str_eq(review_value(&review, "ana", "a", "bc", "d"), "2");
    ck_assert_str_eq(review_value(&review, "ana", "a", "b", "cd"), "3");
    ck_assert_str_eq(review_value(&review, "ben", "a", "b", "cd"), "4");
    ck_assert_str_eq(review_value(&review, "ana", "", "b", "cd"), "5");
    ck_assert_str_eq(review_value(&review, "ben", "ab", "c", "d"), "");
}
END_TEST

/* One id with other values, of another field too: the same one stands in any order. */
START_TEST(test_clash) {
    struct event events[] = {
        made(5, "ana", "own-x", "", "own.title", "early"),
        made(7, "ana", "own-x", "", "own.title", "one"),
        made(7, "ben", "own-y", "", "own.title", "two"),
        made(7, "ana", "own-x", "", "own.city", "three"),
    };
    events[1].check = 1;
    events[2].check = 2;
    events[3].check = 2; /* then the texts decide */
    static const size_t orders[][4] = {{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2},
                                       {2, 0, 3, 1}, {2, 1, 3, 0}, {3, 1, 2, 0}};
    for (size_t i = 0; i < COUNT(orders); i++) {
        review_init(&review, &arena);
        size_t clashes = 0;
        for (size_t j = 0; j < 4; j++) {
            clashes += review_apply(&review, &events[orders[i][j]]) == REVIEW_CLASH;
        }
        ck_assert_uint_eq(clashes, 2);
        ck_assert_uint_eq(review.ids.count, 2);
        ck_assert_str_eq(review_value(&review, "ana", "own-x", "", "own.title"), "early");
        ck_assert_str_eq(review_fact(&review, "own-x", "own.title"), "early");
        ck_assert_str_eq(review_value(&review, "ana", "own-x", "", "own.city"), "");
        ck_assert_str_eq(review_fact(&review, "own-x", "own.city"), "");
        ck_assert_str_eq(review_value(&review, "ben", "own-y", "", "own.title"), "two");
        size_t count;
        const char **own = review_own(&review, &arena, &count);
        ck_assert_uint_eq(count, 2);
        ck_assert_str_eq(own[1], "own-y");
        const struct review_filter filter = {.practice = "own-x"};
        review_list(&review, &filter, &arena, &count);
        ck_assert_uint_eq(count, 1);
    }
}
END_TEST

/* Also when the checks are equal, each text can decide. */
START_TEST(test_clash_texts) {
    struct event base = made(7, "ana", "p", "i", "f", "v");
    struct event others[6];
    for (size_t i = 0; i < COUNT(others); i++) {
        others[i] = base;
    }
    others[0].reviewer = "ben";
    others[1].practice = "q";
    others[2].item = "j";
    others[3].field = "g";
    others[4].value = "w";
    others[5].time = "3";
    for (size_t i = 0; i < COUNT(others); i++) {
        for (int turn = 0; turn < 2; turn++) {
            review_init(&review, &arena);
            review_apply(&review, turn ? &base : &others[i]);
            ck_assert_int_eq(review_apply(&review, turn ? &others[i] : &base), REVIEW_CLASH);
            const struct review_filter filter = {.all = true};
            size_t count;
            const struct event **events = review_list(&review, &filter, &arena, &count);
            ck_assert_uint_eq(count, 1);
            ck_assert(event_same(events[0], &others[i]));
        }
    }
}
END_TEST

START_TEST(test_list) {
    put(1, "ben", "p", "2", "verdict", "met");
    put(2, "ana", "q", "1", "verdict", "met");
    put(3, "ana", "p", "2", "plan.goal", "g");
    put(4, "ana", "p", "2", "plan.due", "2026-05-01");
    put(5, "ana", "p", "1", "verdict", "met");
    put(6, "ana", "p", "1", "verdict", "na");
    put(7, "ana", "", "", "name", "Ana");
    put(8, "ana", "p", "2", "x.later", "kept");
    static const struct {
        struct review_filter filter;
        const char *counters;
    } cases[] = {
        {{0}, "7 6 4 3 8 2 1 "},
        {{.all = true}, "1 2 3 4 5 6 7 8 "},
        {{.reviewer = "ana", .practice = "p"}, "6 4 3 8 "},
        {{.reviewer = "ana", .practice = "p", .field = "plan."}, "4 3 "},
        {{.practice = "p", .item = "2", .field = "verdict"}, "1 "},
        {{.practice = "p", .item = "1", .all = true}, "5 6 "},
        {{.practice = ""}, "7 "},
        {{.field = ""}, ""},
        {{.reviewer = "eva"}, ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t count;
        const struct event **events = review_list(&review, &cases[i].filter, &arena, &count);
        const char *counters = "";
        for (size_t j = 0; j < count; j++) {
            counters = arena_printf(&arena, "%s%d ", counters, (int)events[j]->counter);
        }
        ck_assert_str_eq(counters, cases[i].counters);
    }
    ck_assert_uint_eq(review_last(&review, "ana")->counter, 8);
    ck_assert_uint_eq(review_last(&review, NULL)->counter, 8);
    ck_assert_uint_eq(review_last(&review, "ben")->counter, 1);
    ck_assert_ptr_null(review_last(&review, "eva"));
}
END_TEST

START_TEST(test_own) {
    put(1, "ana", "own-cafe-1", "", "own.title", "Café");
    put(2, "ben", "own-cafe-1", "", "own.title", "Language café");
    put(3, "ana", "own-cafe-1", "", "own.city", "Brno");
    put(4, "ana", "own-cafe-1", "i", "verdict", "met");
    put(5, "ben", "own-cafe-1", "i", "verdict", "na");
    put(6, "eva", "own-gone-2", "", "own.title", "Gone");
    put(7, "ana", "own-gone-2", "", "own.title", "");
    put(8, "eva", "cz-brno", "", "own.title", "no own practice");
    put(9, "eva", "own-bus-3", "", "note", "no fact");
    put(10, "eva", "own-a-4", "", "own.title", "A");
    size_t count;
    const char **own = review_own(&review, &arena, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(own[0], "own-a-4");
    ck_assert_str_eq(own[1], "own-cafe-1");
    ck_assert_str_eq(review_fact(&review, "own-cafe-1", "own.title"), "Language café");
    ck_assert_str_eq(review_fact(&review, "own-cafe-1", "own.city"), "Brno");
    ck_assert_str_eq(review_fact(&review, "own-cafe-1", "own.country"), "");
    ck_assert_str_eq(review_value(&review, "ana", "own-cafe-1", "i", "verdict"), "met");
    ck_assert_str_eq(review_value(&review, "ben", "own-cafe-1", "i", "verdict"), "na");
    /* The slots of facts are none of a reviewer's. */
    const struct review_filter filter = {.practice = "own-cafe-1", .field = "own."};
    review_list(&review, &filter, &arena, &count);
    ck_assert_uint_eq(count, 3);
    const char **reviewers = review_reviewers(&review, &arena, &count);
    ck_assert_uint_eq(count, 3);
    ck_assert_str_eq(reviewers[2], "eva");
}
END_TEST

/* Enough events to widen the tables, and texts that go away once they are applied. */
START_TEST(test_many) {
    for (unsigned i = 0; i < 5000; i++) {
        char item[24];
        char value[24];
        snprintf(item, sizeof item, "item.%u", i % 1000);
        snprintf(value, sizeof value, "%u", i);
        ck_assert_int_eq(put(i + 1, "ana", "p", item, "comment", value), REVIEW_NEW);
        memset(item, 'x', sizeof item - 1);
    }
    for (unsigned i = 0; i < 1000; i++) {
        char item[24];
        char value[24];
        snprintf(item, sizeof item, "item.%u", i);
        snprintf(value, sizeof value, "%u", 4000 + i);
        ck_assert_str_eq(review_value(&review, "ana", "p", item, "comment"), value);
    }
    ck_assert_uint_eq(review.ids.count, 5000);
}
END_TEST

/* Whoever makes such a file on purpose must not make the program slow: here it would take minutes.
 */
START_TEST(test_many_clashes) {
    enum {
        MANY = 200000
    };
    put(5, "ana", "own-x", "", "own.title", "early");
    struct event event = made(7, "ana", "own-x", "", "own.title", "");
    for (unsigned i = 0; i < MANY; i++) {
        char value[24];
        snprintf(value, sizeof value, "%u", i);
        event.value = value;
        event.check = i + 1;
        ck_assert_int_eq(review_apply(&review, &event), i ? REVIEW_CLASH : REVIEW_NEW);
    }
    ck_assert_str_eq(review_value(&review, "ana", "own-x", "", "own.title"), "199999");
    ck_assert_str_eq(review_fact(&review, "own-x", "own.title"), "199999");
    event.value = "x";
    event.field = "own.city";
    event.check = MANY + 1;
    ck_assert_int_eq(review_apply(&review, &event), REVIEW_CLASH);
    ck_assert_str_eq(review_value(&review, "ana", "own-x", "", "own.title"), "early");
    ck_assert_str_eq(review_fact(&review, "own-x", "own.title"), "early");
}
END_TEST

static const struct {
    const char *typed;
    bool valid;
    const char *suggested;
} ids[] = {
    {"ana", true, "ana"},
    {"0", true, "0"},
    {"a.b-c", true, "a-b-c"},
    {"Ana", false, "ana"},
    {"Ana Nováková", false, "ana-novakova"},
    {"Łukasz", false, "lukasz"},
    {"../x", false, "x"},
    {"a/b", false, "a-b"},
    {"", false, "reviewer"},
    {".", false, "reviewer"},
    {"-a", false, "a"},
    {"CON", false, "con-1"},
    {"ана", false, "reviewer"},
    {"a\n", false, "a"},
    {"abcdefghijklmnopqrstuvwxyz012345", true, "abcdefghijklmnopqrstuvwxyz012345"},
    {"abcdefghijklmnopqrstuvwxyz0123456", false, "abcdefghijklmnopqrstuvwxyz012345"},
};

START_TEST(test_reviewer) {
    struct fault fault;
    ck_assert_int_eq(reviewer_valid(ids[_i].typed), ids[_i].valid);
    ck_assert_int_eq(reviewer_check(ids[_i].typed, &arena, &fault), ids[_i].valid);
    const char *suggested = reviewer_suggest(&arena, ids[_i].typed);
    ck_assert_str_eq(suggested, ids[_i].suggested);
    ck_assert(reviewer_valid(suggested));
    if (!ids[_i].valid) {
        ck_assert_int_eq(fault.kind, FAULT_USAGE);
        ck_assert_ptr_nonnull(strstr(fault.text, suggested));
    }
}
END_TEST

/* An answer that is not written yet stands at once, and gives way to the one that is. */
START_TEST(test_pending) {
    size_t count;
    const struct review_filter of_ana = {.reviewer = "ana"};
    put(5, "ana", "p", "i", "verdict", "met");
    const struct event first = made(1, "ana", "p", "i", "verdict", "partly");
    const struct event second = made(1, "ana", "p", "i", "verdict", "not_met");
    review_pend(&review, &first);
    ck_assert_str_eq(review_value(&review, "ana", "p", "i", "verdict"), "partly");
    review_pend(&review, &second);
    ck_assert_str_eq(review_value(&review, "ana", "p", "i", "verdict"), "not_met");
    put(9, "ana", "p", "i", "verdict", "na");
    ck_assert_str_eq(review_value(&review, "ana", "p", "i", "verdict"), "not_met");
    ck_assert_str_eq(review_list(&review, &of_ana, &arena, &count)[0]->value, "not_met");
    ck_assert_uint_eq(count, 1);
    ck_assert(!review_knows(&review, &first));
    ck_assert_uint_eq(review.ids.count, 2);
    review_unpend(&review, &second);
    ck_assert_str_eq(review_value(&review, "ana", "p", "i", "verdict"), "na");
}
END_TEST

/* A fact of an own practice that is not written yet is everybody's, and names the practice. */
START_TEST(test_pending_fact) {
    size_t count;
    put(5, "ben", "own-a", "", "own.title", "Old");
    const struct event title = made(1, "ana", "own-a", "", "own.title", "New");
    const struct event other = made(1, "ana", "own-b", "", "own.title", "Begun");
    review_pend(&review, &title);
    review_pend(&review, &other);
    ck_assert_str_eq(review_fact(&review, "own-a", "own.title"), "New");
    const char **own = review_own(&review, &arena, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(own[1], "own-b");
    review_unpend(&review, &title);
    review_unpend(&review, &other);
    ck_assert_str_eq(review_fact(&review, "own-a", "own.title"), "Old");
    ck_assert_str_eq(review_fact(&review, "own-b", "own.title"), "");
    ck_assert_ptr_null(review_find(&review, "ana", "own-b", "", "own.title"));
    review_unpend(&review, &other);
    review_own(&review, &arena, &count);
    ck_assert_uint_eq(count, 1);
}
END_TEST

static size_t lot(size_t below) {
    return (size_t)rand() % below;
}

/* An event of few fields, so that many are about one; some take back, some have an id twice. */
static struct event any_event(void) {
    static const char *const reviewers[] = {"ana", "ben"};
    static const char *const practices[] = {"p", "own-x", ""};
    static const char *const items[] = {"1", "2", ""};
    static const char *const fields[] = {"verdict", "status", "own.title"};
    static const char *const values[] = {"met", "final a", "draft", ""};
    struct event event = made(1 + lot(40), reviewers[lot(2)], practices[lot(3)], items[lot(3)],
                              fields[lot(3)], values[lot(4)]);
    event.run[8] = (char)('0' + lot(2));
    return event;
}

static void lists_agree(const struct review *one, const struct review *other, bool all) {
    const struct review_filter filter = {.all = all};
    size_t count;
    size_t other_count;
    const struct event **events = review_list(one, &filter, &arena, &count);
    const struct event **others = review_list(other, &filter, &arena, &other_count);
    ck_assert_uint_eq(count, other_count);
    for (size_t i = 0; i < count; i++) {
        ck_assert(event_same(events[i], others[i]));
    }
}

/* As it was then is what all events up to then add up to, in whatever order they came. */
START_TEST(test_then) {
    srand((unsigned)_i + 1);
    struct event events[60];
    const size_t count = 1 + lot(COUNT(events));
    for (size_t i = 0; i < count; i++) {
        events[i] = any_event();
        review_apply(&review, &events[i]);
    }
    for (size_t i = 0; i < count; i++) {
        struct review replayed;
        review_init(&replayed, &arena);
        for (size_t j = count; j > 0; j--) {
            if (event_order(&events[j - 1], &events[i]) <= 0) {
                review_apply(&replayed, &events[j - 1]);
            }
        }
        const struct review then = review_at(&review, &events[i]);
        lists_agree(&then, &replayed, false);
        lists_agree(&then, &replayed, true);
        size_t own;
        size_t own_replayed;
        review_own(&then, &arena, &own);
        review_own(&replayed, &arena, &own_replayed);
        ck_assert_uint_eq(own, own_replayed);
        const struct event *before = review_find_before(&review, &events[i]);
        const char *value = review_value(&replayed, events[i].reviewer, events[i].practice,
                                         events[i].item, events[i].field);
        ck_assert_str_eq(before ? before->value : "", value);
    }
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("review");
    TCase *all = tcase_create("review");
    tcase_add_checked_fixture(all, review_begin, review_finish);
    tcase_add_test(all, test_empty);
    tcase_add_test(all, test_author);
    tcase_add_test(all, test_pending);
    tcase_add_test(all, test_pending_fact);
    tcase_add_test(all, test_latest);
    tcase_add_test(all, test_apart);
    tcase_add_test(all, test_clash);
    tcase_add_test(all, test_clash_texts);
    tcase_add_test(all, test_list);
    tcase_add_test(all, test_own);
    tcase_add_test(all, test_many);
    tcase_add_loop_test(all, test_then, 0, 50);
    tcase_set_timeout(all, 60);
    tcase_add_test(all, test_many_clashes);
    tcase_add_loop_test(all, test_reviewer, 0, COUNT(ids));
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
