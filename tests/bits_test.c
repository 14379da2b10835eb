/* bits: sets of practices, as a block and page by page. */
#include "vademecum/base/count.h"
#include "vademecum/find/bits.h"
#include "vademecum/find/set.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>

static const size_t counts[] = {0, 1, 63, 64, 65, 4095, 4096, 4097, 9000};

START_TEST(full_set_has_its_numbers_and_no_more) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    for (size_t i = 0; i < COUNT(counts); i++) {
        struct bits bits = bits_make(&arena, counts[i]);
        ck_assert_uint_eq(bits_number(&bits), 0);
        bits_fill(&bits);
        ck_assert_uint_eq(bits_number(&bits), counts[i]);
        ck_assert(!bits_has(&bits, counts[i]));
        bits_clear(&bits);
        ck_assert_uint_eq(bits_number(&bits), 0);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(and_or_and_common_agree) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct bits thirds = bits_make(&arena, 1000);
    struct bits fifths = bits_make(&arena, 1000);
    struct bits both = bits_make(&arena, 1000);
    for (size_t i = 0; i < 1000; i++) {
        if (i % 3 == 0) {
            bits_put(&thirds, i);
        }
        if (i % 5 == 0) {
            bits_put(&fifths, i);
        }
    }
    bits_and(&both, &thirds, &fifths);
    ck_assert_uint_eq(bits_number(&both), 67);
    ck_assert_uint_eq(bits_common(&thirds, &fifths), 67);
    ck_assert(bits_has(&both, 990) && !bits_has(&both, 993));
    bits_or(&both, &thirds, &fifths);
    ck_assert_uint_eq(bits_number(&both), 334 + 200 - 67);
    arena_free(&arena);
}
END_TEST

START_TEST(set_grows_and_joins_up_to_the_count) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct set set = {.pages = NULL};
    for (size_t i = 0; i < 20000; i += 7) {
        set_put(&set, &arena, 20000 - i); /* in any order */
    }
    for (size_t i = 0; i <= 20000; i++) {
        ck_assert_int_eq(set_has(&set, i), i > 0 && (20000 - i) % 7 == 0);
    }
    ck_assert(!set_has(&set, 1000000));
    for (size_t i = 0; i < COUNT(counts); i++) {
        struct bits bits = bits_make(&arena, counts[i]);
        size_t expected = 0;
        for (size_t number = 0; number < counts[i]; number++) {
            expected += set_has(&set, number);
        }
        set_add_to(&set, &bits);
        ck_assert_uint_eq(bits_number(&bits), expected);
        ck_assert(!bits_has(&bits, counts[i]));
        bits_fill(&bits);
        ck_assert_uint_eq(set_common(&set, &bits), expected);
    }
    arena_free(&arena);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *bits = tcase_create("bits");
    tcase_add_test(bits, full_set_has_its_numbers_and_no_more);
    tcase_add_test(bits, and_or_and_common_agree);
    tcase_add_test(bits, set_grows_and_joins_up_to_the_count);
    Suite *suite = suite_create("bits");
    suite_add_tcase(suite, bits);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
