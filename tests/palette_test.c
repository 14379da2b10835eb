/* palette: each colour can be read on black and on white. */
#include "vademecum/tui/palette.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

enum {
    BLACK = 16,
    WHITE = 231
};

static const double least = 3.9; /* as much as both grounds allow for one colour, near enough */

START_TEST(contrast_is_as_wcag_has_it) {
    ck_assert(fabs(palette_contrast(BLACK, WHITE) - 21.0) < 0.01);
    ck_assert(fabs(palette_contrast(WHITE, WHITE) - 1.0) < 0.01);
    ck_assert(fabs(palette_contrast(28, WHITE) - 4.7) < 0.1);
    ck_assert(fabs(palette_contrast(244, WHITE) - 3.95) < 0.1);
}
END_TEST

START_TEST(tone_is_readable_on_both_grounds) {
    const struct palette_color *color = palette_color((size_t)_i);
    ck_assert_msg(palette_contrast(color->rich, BLACK) >= least, "colour %d on black: %.2f",
                  color->rich, palette_contrast(color->rich, BLACK));
    ck_assert_msg(palette_contrast(color->rich, WHITE) >= least, "colour %d on white: %.2f",
                  color->rich, palette_contrast(color->rich, WHITE));
}
END_TEST

START_TEST(current_row_is_readable) {
    ck_assert(palette_contrast(palette_color(PALETTE_CURRENT)->rich, WHITE) >= 4.5);
}
END_TEST

START_TEST(no_sign_is_yellow) {
    for (size_t i = 0; i < PALETTE_COUNT; i++) {
        ck_assert_int_ne(palette_color(i)->plain, 3); /* unreadable on white */
    }
}
END_TEST

static Suite *palette_suite(void) {
    Suite *suite = suite_create("palette");
    TCase *tests = tcase_create("palette");
    tcase_add_test(tests, contrast_is_as_wcag_has_it);
    tcase_add_loop_test(tests, tone_is_readable_on_both_grounds, TONE_MET, PALETTE_FOCUS + 1);
    tcase_add_test(tests, current_row_is_readable);
    tcase_add_test(tests, no_sign_is_yellow);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void) {
    SRunner *runner = srunner_create(palette_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
