/* palette: each colour can be read on black and on white. */
#include "vademecum/tui/palette.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

enum {
    BLACK = 16,
    CUBE = 16, /* the first colour of the cube of 6 x 6 x 6 */
    WHITE = 231,
    GREYS = 232 /* the first of the greys */
};

static const double least = 3.9; /* as much as both grounds allow for one colour, near enough */

/* The share of light of one channel, 0 to 255, as WCAG reckons it. */
static double channel_light(int channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static int cube_level(int step) {
    return step == 0 ? 0 : 55 + 40 * step;
}

static double luminance(short color) {
    if (color >= GREYS) {
        return channel_light(8 + 10 * (color - GREYS));
    }
    const int place = color - CUBE;
    return 0.2126 * channel_light(cube_level(place / 36)) +
           0.7152 * channel_light(cube_level(place / 6 % 6)) +
           0.0722 * channel_light(cube_level(place % 6));
}

/* The contrast of a colour of the 256 (16 and above) against another, from 1 to 21, by WCAG 2.2. */
static double contrast(short one, short other) {
    const double left = luminance(one);
    const double right = luminance(other);
    return left > right ? (left + 0.05) / (right + 0.05) : (right + 0.05) / (left + 0.05);
}

START_TEST(contrast_is_as_wcag_has_it) {
    ck_assert(fabs(contrast(BLACK, WHITE) - 21.0) < 0.01);
    ck_assert(fabs(contrast(WHITE, WHITE) - 1.0) < 0.01);
    ck_assert(fabs(contrast(28, WHITE) - 4.7) < 0.1);
    ck_assert(fabs(contrast(244, WHITE) - 3.95) < 0.1);
}
END_TEST

START_TEST(tone_is_readable_on_both_grounds) {
    const struct palette_color *color = palette_color((size_t)_i);
    ck_assert_msg(contrast(color->rich, BLACK) >= least, "colour %d on black: %.2f", color->rich,
                  contrast(color->rich, BLACK));
    ck_assert_msg(contrast(color->rich, WHITE) >= least, "colour %d on white: %.2f", color->rich,
                  contrast(color->rich, WHITE));
}
END_TEST

START_TEST(current_row_is_readable) {
    ck_assert(contrast(palette_color(PALETTE_CURRENT)->rich, WHITE) >= 4.5);
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
