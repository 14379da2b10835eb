/* nearest: the name that was most likely meant, and the nearest of those that were offered. */
#include "vademecum/base/nearest.h"

#include <check.h>
#include <stdlib.h>

static struct arena arena;

static void arena_begin(void) {
    arena_init(&arena, (struct arena_end){0});
}

static void arena_finish(void) {
    arena_free(&arena);
}

START_TEST(test_distance) {
    ck_assert_int_eq(nearest_distance(&arena, "BRNO", "brno"), 0);
    ck_assert_int_lt(nearest_distance(&arena, "title", "subtitle"),
                     nearest_distance(&arena, "titel", "title"));
    ck_assert_int_lt(nearest_distance(&arena, "titel", "title"), NEAREST_FAR);
    ck_assert_int_eq(nearest_distance(&arena, "title", "country"), NEAREST_FAR);
    ck_assert_int_lt(nearest_distance(&arena, "nite", "note"), NEAREST_FAR);
    ck_assert_int_eq(nearest_distance(&arena, "name", "note"), NEAREST_FAR);
    ck_assert_int_eq(nearest_distance(&arena, "code", "note"), NEAREST_FAR);
    ck_assert_int_eq(nearest_distance(&arena, "enum", "end"), NEAREST_FAR);
    ck_assert_int_eq(nearest_distance(&arena, "fond", "end"), NEAREST_FAR);
    ck_assert_int_eq(nearest_distance(&arena, "fund", "end"), NEAREST_FAR);
}
END_TEST

START_TEST(test_offer) {
    struct nearest nearest = nearest_none();
    ck_assert(!nearest_offer(&nearest, &arena, "titel", "country", "c"));
    ck_assert_ptr_null(nearest.meant);
    ck_assert(nearest_offer(&nearest, &arena, "titel", "title", "first"));
    ck_assert(!nearest_offer(&nearest, &arena, "titel", "title", "second"));
    ck_assert_str_eq(nearest.meant, "first");
    ck_assert(nearest_offer(&nearest, &arena, "titel", "Titel", "same"));
    ck_assert_str_eq(nearest.meant, "same");
    ck_assert_int_eq(nearest.distance, 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("nearest");
    TCase *all = tcase_create("nearest");
    tcase_add_checked_fixture(all, arena_begin, arena_finish);
    tcase_add_test(all, test_distance);
    tcase_add_test(all, test_offer);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
