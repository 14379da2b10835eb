/* date: dates as people type them, and a sentence for what is none. */
#include "vademecum/base/count.h"
#include "vademecum/review/date.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *typed;
    const char *expected;
} dates[] = {
    {"1.5.2026", "2026-05-01"},
    {"1. 5. 2026", "2026-05-01"},
    {" 01.05.2026 ", "2026-05-01"},
    {"31/12/2026", "2026-12-31"},
    {"12/31/2026", "2026-12-31"},
    {"5/5/2026", "2026-05-05"},
    {"2026-05-01", "2026-05-01"},
    {" 2026-05-01\n", "2026-05-01"},
    {"2026-5-1", "2026-05-01"},
    {"2026/5/1", "2026-05-01"},
    {"2026-05", "2026-05"},
    {"2026-5", "2026-05"},
    {"5/2026", "2026-05"},
    {"5.2026", "2026-05"},
    {"2026", "2026"},
    {" 2026\t", "2026"},
    {"29.2.2024", "2024-02-29"},
    {"2026-05-01T00:00:00Z", "2026-05-01"},
    {"31.\xC2\xA0"
     "12.\xC2\xA0"
     "2026",
     "2026-12-31"},
    {"31.\xE2\x80\xAF"
     "12.\xE2\x80\xAF"
     "2026",
     "2026-12-31"},
    {"31.\xE2\x80\x89"
     "12. 2026",
     "2026-12-31"},
    {"\xC2\xA0"
     "2026\xE2\x80\x8B",
     "2026"},
    {"2026. 12. 31.", "2026-12-31"},
    {"31. 12. 2026.", "2026-12-31"},
    {"2026\xE2\x80\x93"
     "12",
     "2026-12"},
    {"٣١/١٢/٢٠٢٦", "2026-12-31"},
    {"۱۴/۵/۲۰۲۶", "2026-05-14"},
    {"२०२६-०५-०१", "2026-05-01"},
    {"31 May 2026", "2026-05-31"},
    {"May 2026", "2026-05"},
    {"31. V. 2026", "2026-05-31"},
    {"20260501", "2026-05-01"},
    {"1.5.9998", "9998-05-01"},
    {"", ""},
    {" \t\n", ""},
    {"\xC2\xA0\xE2\x80\x8B", ""},
};

START_TEST(date_is_read) {
    struct arena arena;
    struct fault fault;
    arena_init(&arena, (struct arena_end){0});
    ck_assert_pstr_eq(date_read(&arena, dates[_i].typed, &fault), dates[_i].expected);
    arena_free(&arena);
}
END_TEST

static const struct {
    const char *typed;
    const char *told; /* a part of the sentence */
} refusals[] = {
    {"31.2.2026", "\"31.2.2026\" is not in the calendar"},
    {"29.2.2026", "not in the calendar"},
    {"2026-02-29", "not in the calendar"},
    {"2026-13", "not in the calendar"},
    {"13.2026", "not in the calendar"},
    {"13/13/2026", "not in the calendar"},
    {"0.5.2026", "not in the calendar"},
    {"1.0.2026", "not in the calendar"},
    {"2026-00-01", "not in the calendar"},
    {"2026-02-30T00:00:00Z", "not in the calendar"},
    {"30.2.2026 12:30", "not in the calendar"},
    {"0/5/2026", "not in the calendar"},
    {"1.2026.5", "is not a date"},
    {"1.00005.2026", "is not a date"},
    {"1/5/2026", "read in two ways"},
    {"1/5\xC2\xA0/2026", "read in two ways"},
    {"31.\xC2\xA0"
     "2.\xC2\xA0"
     "2026",
     "not in the calendar"},
    {"1-5-2026", "read in two ways"},
    {"1.5-2026", "read in two ways"},
    {"1.5.26", "no year of four digits"},
    {"1.5.", "no year of four digits"},
    {"1/5", "no year of four digits"},
    {"soon", "is not a date"},
    {"2014-2016", "is not a date"},
    {"26", "is not a date"},
    {"spring 2026", "is not a date"},
    {"2026 05", "is not a date"},
    {"2026-", "is not a date"},
    {"-2026", "is not a date"},
    {"2026 x", "is not a date"},
    {"1.5.2026 to 2.5.2026", "is not a date"},
    {"1.2.3.2026", "is not a date"},
    {"99999999999999999999.1.2", "no year of four digits"},
    {".", "is not a date"},
    {"\x1B[2J", "\"␛[2J\" is not a date"},
    {"\xFF", "is not a date"},
};

START_TEST(no_date_is_refused_in_words) {
    struct arena arena;
    struct fault fault = {.kind = FAULT_NONE};
    arena_init(&arena, (struct arena_end){0});
    ck_assert_ptr_null(date_read(&arena, refusals[_i].typed, &fault));
    ck_assert_int_eq(fault.kind, FAULT_USAGE);
    ck_assert_msg(strstr(fault.text, refusals[_i].told), "%s", fault.text);
    arena_free(&arena);
}
END_TEST

START_TEST(long_text_is_quoted_short) {
    enum {
        LENGTH = 60000
    };
    char text[LENGTH + 1];
    struct arena arena;
    struct fault fault;
    memset(text, '1', LENGTH);
    text[LENGTH] = '\0';
    arena_init(&arena, (struct arena_end){0});
    ck_assert_ptr_null(date_read(&arena, text, &fault));
    ck_assert_ptr_nonnull(strstr(fault.text, "…\" is not a date"));
    arena_free(&arena);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *reading = tcase_create("date");
    tcase_add_loop_test(reading, date_is_read, 0, (int)COUNT(dates));
    tcase_add_loop_test(reading, no_date_is_refused_in_words, 0, (int)COUNT(refusals));
    tcase_add_test(reading, long_text_is_quoted_short);
    Suite *suite = suite_create("date");
    suite_add_tcase(suite, reading);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
