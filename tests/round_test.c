/* round: what a mark is worth once its round was closed and another one has begun. */
#include "vademecum/review/round.h"

#include "vademecum/review/held.h"
#include "vademecum/review/verdict.h"

#include <check.h>
#include <locale.h>
#include <stdio.h>
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

static struct event made(uint64_t counter, const char *item, const char *field, const char *value) {
    struct event event = {
        .run = "k00000000",
        .counter = counter,
        .time = "2026-03-02T09:14:07Z",
        .reviewer = "ana",
        .practice = "p",
        .item = item,
        .field = field,
        .value = value,
    };
    size_t length;
    event_format(&arena, &event, &length);
    return event;
}

static struct event put(const char *item, const char *field, const char *value) {
    const struct event event = made(++last, item, field, value);
    review_apply(&review, &event);
    return event;
}

static const struct item *item(const char *id) {
    return catalogue_item(&catalogue, id);
}

static const char *value(const char *id, const char *field) {
    return review_value(&review, "ana", "p", id, field);
}

static const char *last_value(const char *id, const char *field) {
    return round_last(&review, round_before(&review, "ana", "p", "spring"), item(id), field);
}

static const struct checklist *checklist(const char *id) {
    for (size_t i = 0; i < catalogue.checklist_count; i++) {
        if (strcmp(record_cell(&catalogue.checklists[i].record, CHECKLIST_ID), id) == 0) {
            return &catalogue.checklists[i];
        }
    }
    ck_abort_msg("no checklist %s", id);
}

static bool closed(const char *id) {
    return round_closed(&review, "ana", "p", checklist(id));
}

static void first_round(void) {
    put("inclusivity.1.1", "verdict", "partly");
    put("inclusivity.1.1", "comment", "Only by bus.");
    put("inclusivity.1.1", "plan.action", "Ask the drivers");
    put("inclusivity.1.2", "verdict", "met");
    put("education.1.1", "verdict", "met");
    put("spring", "status", "final spring");
}

START_TEST(closed_round_stands_until_the_next_begins) {
    first_round();
    ck_assert(closed("spring"));
    ck_assert(!closed("leaflet"));
    ck_assert_str_eq(value("inclusivity.1.1", "verdict"), "partly");
    ck_assert_str_eq(last_value("inclusivity.1.1", "verdict"), "");
}
END_TEST

START_TEST(next_round_begins_without_marks) {
    first_round();
    put("spring", REVIEW_ROUND, "2");
    put("inclusivity.1.1", "verdict", "met");
    ck_assert(!closed("spring"));
    ck_assert_str_eq(value("inclusivity.1.1", "verdict"), "met");
    ck_assert_str_eq(value("inclusivity.1.1", "comment"), "");
    ck_assert_str_eq(value("inclusivity.1.2", "verdict"), "");
    ck_assert_int_eq(verdict_of(&review, "ana", "p", item("inclusivity.1.2")), VERDICT_NONE);
    ck_assert_str_eq(last_value("inclusivity.1.1", "verdict"), "partly");
    ck_assert_str_eq(last_value("inclusivity.1.1", "comment"), "Only by bus.");
    ck_assert_str_eq(last_value("inclusivity.1.2", "verdict"), "met");
    /* A plan goes on, and so does the review by another checklist. */
    ck_assert_str_eq(value("inclusivity.1.1", "plan.action"), "Ask the drivers");
    ck_assert_str_eq(value("education.1.1", "verdict"), "met");
}
END_TEST

START_TEST(beginning_can_be_taken_back) {
    first_round();
    put("spring", REVIEW_ROUND, "2");
    put("inclusivity.1.2", "verdict", "not_met");
    put("spring", "status", "final autumn");
    put("spring", REVIEW_ROUND, "3");
    put("spring", REVIEW_ROUND, "");
    ck_assert_str_eq(value("inclusivity.1.2", "verdict"), "not_met");
    ck_assert_str_eq(last_value("inclusivity.1.2", "verdict"), "met");
    put("spring", REVIEW_ROUND, "");
    ck_assert_ptr_null(review_round(&review, "ana", "p", "spring"));
    ck_assert_str_eq(value("inclusivity.1.1", "verdict"), "partly");
}
END_TEST

START_TEST(rounds_are_listed) {
    size_t count;
    first_round();
    put("spring", REVIEW_ROUND, "2");
    put("spring", "status", "final late");
    put("spring", "status", "final autumn");
    put("spring", REVIEW_ROUND, "3");
    const struct round *rounds = round_list(&review, "ana", "p", "spring", &arena, &count);
    ck_assert_uint_eq(count, 3);
    ck_assert_str_eq(rounds[0].label, "spring");
    ck_assert_str_eq(rounds[1].label, "autumn");
    ck_assert_ptr_null(rounds[2].label);
    round_list(&review, "ana", "p", "leaflet", &arena, &count);
    ck_assert_uint_eq(count, 1);
}
END_TEST

/* A beginning that is not written yet hides all that is, and nothing that is said with it. */
START_TEST(unwritten_beginning_counts) {
    first_round();
    const struct event start = made(1, "spring", REVIEW_ROUND, "2");
    const struct event mark = made(1, "inclusivity.1.2", "verdict", "na");
    review_pend(&review, &start);
    review_pend(&review, &mark);
    ck_assert_str_eq(value("inclusivity.1.1", "verdict"), "");
    ck_assert_str_eq(value("inclusivity.1.2", "verdict"), "na");
    ck_assert_str_eq(last_value("inclusivity.1.1", "verdict"), "partly");
    review_unpend(&review, &start);
    ck_assert_str_eq(value("inclusivity.1.1", "verdict"), "partly");
}
END_TEST

/* Before there were rounds, a final was of the practice. */
START_TEST(final_of_a_practice_is_of_its_checklist) {
    put("inclusivity.1.1", "verdict", "partly");
    put("", "status", "final spring");
    ck_assert(closed("spring"));
    ck_assert(!closed("leaflet"));
    put("", "checklist", "leaflet@1");
    ck_assert(closed("spring"));
    ck_assert(!closed("leaflet"));
    put("", "status", "final leaflet");
    ck_assert(closed("leaflet"));
    put("leaflet", "status", "draft");
    ck_assert(!closed("leaflet"));
    put("leaflet", "status", "final again");
    put("leaflet", REVIEW_ROUND, "2");
    ck_assert(!closed("leaflet"));
}
END_TEST

static bool begins(const char *reviewer, const struct statement *words, struct statement *begin) {
    size_t count;
    const struct statement *list = round_begins(&review, reviewer, words, &arena, &count);
    if (count == 1) {
        *begin = *list;
    }
    return count == 1;
}

START_TEST(mark_of_a_closed_round_begins_the_next) {
    struct statement begin;
    const struct statement mark = {"p", "inclusivity.1.2", "verdict", "not_met"};
    const struct statement comment = {"p", "inclusivity.1.2", "comment", "x"};
    const struct statement other = {"p", "education.1.1", "verdict", "met"};
    ck_assert(!begins("ana", &mark, &begin));
    first_round();
    ck_assert(!begins("ana", &comment, &begin));
    ck_assert(!begins("ana", &other, &begin));
    ck_assert(!begins("ben", &mark, &begin));
    ck_assert(begins("ana", &mark, &begin));
    ck_assert_str_eq(begin.item, "spring");
    ck_assert_str_eq(begin.field, REVIEW_ROUND);
    ck_assert_str_eq(begin.value, "2");
    put(begin.item, begin.field, begin.value);
    ck_assert(!begins("ana", &mark, &begin));
    put("spring", "status", "final autumn");
    ck_assert(begins("ana", &mark, &begin));
    ck_assert_str_eq(begin.value, "3");
}
END_TEST

/* What another start of the program said. */
static void put_elsewhere(const char *run, uint64_t counter, const char *item, const char *field) {
    struct event event = made(counter, item, field, "partly");
    memcpy(event.run, run, sizeof event.run);
    size_t length;
    event_format(&arena, &event, &length);
    review_apply(&review, &event);
}

static void put_held(void) {
    put("spring", HELD_FIELD, held_list(&review, "ana", "p", &arena));
}

static size_t late_count(size_t round) {
    size_t count;
    const struct round *rounds = round_list(&review, "ana", "p", "spring", &arena, &count);
    ck_assert_uint_lt(round, count);
    round_late(&review, rounds[round].final, &arena, &count);
    return count;
}

/* With what the round was closed that what stands in a field came in after; "" for none. */
static const char *missed(const char *id, const char *field) {
    const struct event *final = round_missed(&review, review_find(&review, "ana", "p", id, field),
                                             &arena);
    return final ? final->value : "";
}

START_TEST(what_comes_in_after_the_end_is_told) {
    last = 100;
    put_elsewhere("kaaaaaaaa", 40, "inclusivity.1.1", "verdict");
    put("inclusivity.1.2", "verdict", "met");
    put_held();
    put("spring", "status", "final spring");
    ck_assert_uint_eq(late_count(0), 0);
    /* A run that was held goes on, and one comes that was not known. */
    put_elsewhere("kaaaaaaaa", 41, "inclusivity.1.1", "comment");
    put_elsewhere("kbbbbbbbb", 30, "inclusivity.1.4", "verdict");
    put_elsewhere("kbbbbbbbb", 31, "inclusivity.1.4", "verdict");
    put_elsewhere("kbbbbbbbb", 32, "inclusivity.1", "answer");
    put_elsewhere("kbbbbbbbb", 33, "", "note");
    ck_assert_uint_eq(late_count(0), 4);
    ck_assert_str_eq(value("inclusivity.1.4", "verdict"), "partly");
    /* Not of this round: another checklist, the model, what is later than its end. */
    put_elsewhere("kbbbbbbbb", 34, "education.1.1", "verdict");
    put_elsewhere("kbbbbbbbb", 35, "", "model");
    put_elsewhere("kbbbbbbbb", 300, "inclusivity.2.1", "verdict");
    ck_assert_uint_eq(late_count(0), 4);
    ck_assert_str_eq(missed("inclusivity.1.4", "verdict"), "final spring");
    ck_assert_str_eq(missed("inclusivity.1.1", "comment"), "final spring");
    ck_assert_str_eq(missed("inclusivity.1.1", "verdict"), "");
    ck_assert_str_eq(missed("inclusivity.2.1", "verdict"), "");
}
END_TEST

/* Another device did not know that the round was closed: its mark is of the next one. */
START_TEST(mark_after_the_end_goes_into_the_next_round) {
    const struct statement mark = {"p", "inclusivity.1.2", "verdict", "not_met"};
    put("inclusivity.1.1", "verdict", "met");
    put("inclusivity.1.1", "comment", "before");
    put_held();
    put("spring", "status", "final spring");
    size_t count;
    round_begins(&review, "ana", &mark, &arena, &count);
    ck_assert_uint_eq(count, 1);

    put("inclusivity.1.1", "comment", "a word put right");
    put_elsewhere("k11111111", ++last, "inclusivity.1.3", "verdict");
    put_elsewhere("k11111111", ++last, "inclusivity.1.3", "evidence");
    put_elsewhere("k11111111", ++last, "inclusivity.1.2", "verdict");
    put_elsewhere("k11111111", ++last, "education.1.1", "verdict");
    const struct statement *begin = round_begins(&review, "ana", &mark, &arena, &count);
    ck_assert_uint_eq(count, 3);
    ck_assert_str_eq(begin[0].field, REVIEW_ROUND);
    ck_assert_str_eq(begin[1].item, "inclusivity.1.3");
    ck_assert_str_eq(begin[1].field, "verdict");
    ck_assert_str_eq(begin[1].value, "partly");
    ck_assert_str_eq(begin[2].field, "evidence");
}
END_TEST

START_TEST(each_round_has_its_own_late_answers) {
    last = 100;
    put("inclusivity.1.2", "verdict", "met");
    put_held();
    put("spring", "status", "final spring");
    put("spring", REVIEW_ROUND, "2");
    last = 200;
    put("inclusivity.1.2", "verdict", "partly");
    put_held();
    put("spring", "status", "final autumn");
    put_elsewhere("kbbbbbbbb", 40, "inclusivity.1.1", "verdict");
    put_elsewhere("kbbbbbbbb", 150, "inclusivity.1.1", "verdict");
    put_elsewhere("kbbbbbbbb", 151, "inclusivity.1.3", "verdict");
    ck_assert_uint_eq(late_count(0), 1);
    ck_assert_uint_eq(late_count(1), 2);
}
END_TEST

/* Nobody can tell when it was closed by what does not write it down. */
START_TEST(end_without_what_was_held_tells_nothing) {
    last = 100;
    put_held();
    put("inclusivity.1.2", "verdict", "met");
    struct event final = made(++last, "spring", "status", "final spring");
    memcpy(final.run, "kcccccccc", sizeof final.run);
    size_t length;
    event_format(&arena, &final, &length);
    review_apply(&review, &final);
    put_elsewhere("kbbbbbbbb", 40, "inclusivity.1.1", "verdict");
    ck_assert_uint_eq(late_count(0), 0);
    ck_assert_str_eq(held_list(&review, "ana", "q", &arena), "none");
}
END_TEST

static size_t lot(size_t below) {
    return (size_t)rand() % below;
}

static void swap(struct event *events, size_t one, size_t other) {
    const struct event kept = events[one];
    events[one] = events[other];
    events[other] = kept;
}

/* Each round is what all events up to its end add up to, in whatever order they come. */
START_TEST(round_is_what_came_before_its_end) {
    static const char *const marks[] = {"met", "partly", "not_met", ""};
    static const char *const items[] = {"inclusivity.1.1", "relevance.2.3", "education.1.1"};
    struct event events[80];
    srand((unsigned)_i + 1);
    const size_t count = 20 + lot(60);
    for (size_t i = 0; i < count; i++) {
        const size_t kind = lot(8);
        events[i] = kind == 0   ? made(i + 1, "spring", "status", lot(2) ? "final a" : "draft")
                    : kind == 1 ? made(i + 1, "spring", REVIEW_ROUND, lot(3) ? "2" : "")
                                : made(i + 1, items[lot(3)], "verdict", marks[lot(4)]);
    }
    struct review ordered;
    review_init(&ordered, &arena);
    ordered.catalogue = &catalogue;
    for (size_t i = 0; i < count; i++) {
        swap(events, i, i + lot(count - i));
    }
    for (size_t i = 0; i < count; i++) {
        review_apply(&review, &events[i]);
    }
    size_t round_count;
    const struct round *rounds = round_list(&review, "ana", "p", "spring", &arena, &round_count);
    for (size_t i = 0; i < round_count; i++) {
        if (!rounds[i].final) {
            continue;
        }
        struct review replayed;
        review_init(&replayed, &arena);
        replayed.catalogue = &catalogue;
        for (size_t j = 0; j < count; j++) {
            if (event_order(&events[j], rounds[i].final) <= 0) {
                review_apply(&replayed, &events[j]);
            }
        }
        const struct review then = review_at(&review, rounds[i].final);
        for (size_t j = 0; j < 3; j++) {
            ck_assert_int_eq(verdict_of(&then, "ana", "p", item(items[j])),
                             verdict_of(&replayed, "ana", "p", item(items[j])));
        }
    }
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("round");
    TCase *all = tcase_create("round");
    tcase_add_checked_fixture(all, begin, finish);
    tcase_add_test(all, closed_round_stands_until_the_next_begins);
    tcase_add_test(all, next_round_begins_without_marks);
    tcase_add_test(all, beginning_can_be_taken_back);
    tcase_add_test(all, rounds_are_listed);
    tcase_add_test(all, unwritten_beginning_counts);
    tcase_add_test(all, final_of_a_practice_is_of_its_checklist);
    tcase_add_test(all, mark_of_a_closed_round_begins_the_next);
    tcase_add_test(all, what_comes_in_after_the_end_is_told);
    tcase_add_test(all, mark_after_the_end_goes_into_the_next_round);
    tcase_add_test(all, each_round_has_its_own_late_answers);
    tcase_add_test(all, end_without_what_was_held_tells_nothing);
    tcase_add_loop_test(all, round_is_what_came_before_its_end, 0, 60);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
