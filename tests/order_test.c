/* order: the keys by which texts sort for people. */
#include "vademecum/base/count.h"
#include "vademecum/base/order.h"
#include "vademecum/base/text.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static int compared(struct arena *arena, const char *one, const char *other) {
    const int order = strcmp(order_key(arena, one), order_key(arena, other));
    return (order > 0) - (order < 0);
}

static void ascend(const char *const *texts, size_t count) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++) {
            ck_assert_msg(compared(&arena, texts[i], texts[j]) == (i > j) - (i < j), "%s, %s",
                          texts[i], texts[j]);
        }
    }
    arena_free(&arena);
}

START_TEST(numbers_sort_by_value) {
    static const char *const texts[] = {
        "",
        "2 modules",
        "10 modules",
        "Module",
        "Module 0",
        "Module 00001",
        "Module 2",
        "Module 2 a",
        "Module 2.9",
        "Module 2.10",
        "Module 2a",
        "Module 9",
        "Module \u0661\u0660", /* ten */
        "Module 011",
        "Module 99",
        "Module 100",
        "Module 999999999",
        "Module 1000000000",
        "Module 18446744073709551615",
        "Module 18446744073709551616",
        "Module 0018446744073709551617",
        "Module 99999999999999999999999999999999999999999999",
        "Module 100000000000000000000000000000000000000000000",
        "Module A",
        "Module2",
        "Module10",
        "Modules",
    };
    ascend(texts, COUNT(texts));
}
END_TEST

START_TEST(blanks_and_signs_before_a_title_do_not_count) {
    static const char *const equal[][2] = {
        {" \t\n Brno", "Brno"},
        {"\u00A0\u2003\u3000Brno \u00A0", "Brno"},
        {"\u200B\uFEFFBr\u00ADno", "Brno"},
        {"\"Brno\"", "Brno"},
        {"\u201EBrno\u201C", "Brno"},
        {"\u00ABBrno", "Brno"},
        {"\u00BF(Brno", "Brno"},
        {"\U0001F3E0 Brno", "Brno"},
        {"#1 Brno", "1 Brno"},
        {"Brno \u00A0  60", "Brno 60"},
        {"Module 007", "Module 7"},
        {"Module 000", "Module 0"},
        {"Module \uFF17\uFF10", "Module 70"},
    };
    static const char *const texts[] = {"   ",          "++",       "Brno",
                                        " Gda\u0144sk", "\"Lund\"", "  Zl\u00EDn"};
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    for (size_t i = 0; i < COUNT(equal); i++) {
        ck_assert_msg(compared(&arena, equal[i][0], equal[i][1]) == 0, "%s", equal[i][0]);
    }
    arena_free(&arena);
    ascend(texts, COUNT(texts));
}
END_TEST

START_TEST(long_titles_have_keys_too) {
    char one[2000];
    char other[2000];
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    for (size_t digit = 0; digit < 2; digit++) {
        memset(one, digit ? '9' : 'x', sizeof one);
        memset(other, digit ? '9' : 'x', sizeof other);
        one[sizeof one - 2] = '\0';
        other[sizeof other - 1] = '\0';
        ck_assert_int_eq(compared(&arena, one, other), -1);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(without_an_order_of_the_locale_accents_do_not_count) {
    static const char *const texts[] = {
        "\u010Caj",        "Cena", "Hora", "Ikona", "\u0141\u00F3d\u017A", "Lund", "Zima",
        "\u017D\u017Eatec"};
    static const char *const locales[] = {"C", "POSIX", "C.UTF-8"};
    for (size_t i = 0; i < COUNT(locales); i++) {
        ck_assert_ptr_nonnull(setlocale(LC_COLLATE, locales[i]));
        ascend(texts, COUNT(texts));
    }
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *order = tcase_create("order");
    tcase_add_test(order, numbers_sort_by_value);
    tcase_add_test(order, blanks_and_signs_before_a_title_do_not_count);
    tcase_add_test(order, long_titles_have_keys_too);
    tcase_add_test(order, without_an_order_of_the_locale_accents_do_not_count);
    Suite *suite = suite_create("order");
    suite_add_tcase(suite, order);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
