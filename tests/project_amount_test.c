/*
 * project_amount: sums of money as tables have them.
 */
#include "vademecum/import/project_amount.h"

#include "vademecum/base/count.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>

static const struct {
    const char *text;
    char decimal;
    const char *amount; /* NULL: refused */
    const char *currency;
} sums[] = {
    {"1200", 0, "1200", ""},
    {"0", 0, "0", ""},
    {"1 234 567,50 Kč", 0, "1234567.50", "CZK"},
    {"1\u00A0234\u00A0567,5", 0, "1234567.5", ""},
    {"1\u202F234", 0, "1234", ""},
    {"1.234.567,50", 0, "1234567.50", ""},
    {"1,234,567.50", 0, "1234567.50", ""},
    {"1,234,567", 0, "1234567", ""},
    {"1'234'567.50", 0, "1234567.50", ""},
    {"1 200 000,- Kč", 0, "1200000", "CZK"},
    {"1 200 000,– Kč", 0, "1200000", "CZK"},
    {"€ 30", 0, "30", "EUR"},
    {"30 000 zł", 0, "30000", "PLN"},
    {"PLN 12.5", 0, "12.5", "PLN"},
    {"7413625.72 CHF", 0, "7413625.72", "CHF"},
    {"1,234", 0, NULL, NULL},
    {"1,234", '.', "1234", ""},
    {"1.234", ',', "1234", ""},
    {"12,50", '.', NULL, NULL},
    {"12 3", 0, NULL, NULL},
    {"1 2345", 0, NULL, NULL},
    {"1.234,567", 0, NULL, NULL},
    {"-5", 0, NULL, NULL},
    {"asi 500 Kč", 0, NULL, NULL},
    {"5 mil. Kč", 0, NULL, NULL},
    {"10-20", 0, NULL, NULL},
    {"1,5E+06", 0, NULL, NULL},
    {"1 2 3 4 5 6 7 8 9 10", 0, NULL, NULL},
    {"Kč", 0, NULL, NULL},
    {"", 0, NULL, NULL},
    {"hodně", 0, NULL, NULL},
};

START_TEST(a_sum) {
    struct arena arena;
    struct fault fault = {.kind = FAULT_NONE};
    const char *amount = NULL;
    const char *currency = NULL;
    arena_init(&arena, (struct arena_end){NULL, NULL});
    const bool read = project_amount_read(&arena, sums[_i].text, sums[_i].decimal, &amount,
                                          &currency, &fault);
    ck_assert_msg(read == (sums[_i].amount != NULL), "%s: %s", sums[_i].text, fault.text);
    if (read) {
        ck_assert_str_eq(amount, sums[_i].amount);
        ck_assert_str_eq(currency, sums[_i].currency);
    } else {
        ck_assert_int_eq(fault.kind, FAULT_USAGE);
        ck_assert(fault.text[0]);
    }
    arena_free(&arena);
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("project_amount");
    TCase *tcase = tcase_create("project_amount");
    tcase_add_loop_test(tcase, a_sum, 0, COUNT(sums));
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
