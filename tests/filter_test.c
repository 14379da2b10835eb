/* filter: values chosen, read from what was typed, and told in words. */
#include "stage.h"

#include "vademecum/find/filter.h"

#include <locale.h>

START_TEST(typed_filters_are_read_by_name_or_label) {
    static const struct {
        const char *typed;
        const char *words;
    } cases[] = {
        {"country=CZ", "country: Czechia"},
        {"Country=czechia", "country: Czechia"},
        {"country=CZ,Italy,UK", "country: Czechia, Italy, UK"},
        {"area=employment", "area: Employment and job training"},
        {"area=Employment and job training", "area: Employment and job training"},
        {"group=women", "target group: Women"},
        {"target_group=women", "target group: Women"},
        {"fund=amif", "funded by: AMIF (EU migration fund)"},
        {"collection=spring", NULL},
        {"scale=local,EU-wide", "scale: local, EU-wide"},
        {"year=2018", "year active: 2018"},
        {"year=now,2010s", "year active: running now, 2010s"},
        {"year=ended", "year active: ended"},
        {"ongoing=yes", "ongoing: yes"},
        {"tools=no", "has tools: no"},
        {"shortlist=yes", "shortlist: yes"},
        {"reviewed=no", "reviewed by me: no"},
        {"status=final", "my review is: final"},
        {"off=yes", "off the list: yes"},
        {"meets=inclusivity.1.1", NULL},
        {"gaps=yes", "meets most of my gaps: yes"},
    };
    struct stage stage;
    struct fault fault;
    stage_spring(&stage);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct filters filters = {.count = 0};
        ck_assert_msg(filter_read(&filters, &stage.catalogue, cases[i].typed, &stage.arena, &fault),
                      "%s: %s", cases[i].typed, fault.text);
        const char *words = filter_words(&stage.catalogue, &filters, NULL, " · ", &stage.arena);
        if (cases[i].words) {
            ck_assert_str_eq(words, cases[i].words);
        } else {
            ck_assert(strchr(words, ':') != NULL);
        }
        /* Their names can be typed again. */
        const struct filter first = filters.chosen[0];
        const char *again = arena_printf(
            &stage.arena, "%s=%s", filter_name(first.facet),
            filter_value_name(&stage.catalogue, first.facet, first.value, &stage.arena));
        struct filters same = {.count = 0};
        ck_assert(filter_read(&same, &stage.catalogue, again, &stage.arena, &fault));
        ck_assert(filter_has(&same, first.facet, first.value));
    }
    stage_end(&stage);
}
END_TEST

START_TEST(slips_are_told_with_what_was_meant) {
    static const char *const cases[][2] = {
        {"contry=CZ", "no filter 'contry'; did you mean country?"},
        {"zzz=CZ", "no filter 'zzz'; there are country, area"},
        {"country=Czehia", "did you mean CZ?"},
        {"area=employement", "did you mean employment?"},
        {"scale=lokal", "did you mean local?"},
        {"ongoing=maybe", "there are no, yes"},
        {"gaps=no", "there are yes"},
        {"off=no", "there are yes"},
        {"year=soon", "such as 2018"},
        {"year=", "such as 2018"},
        {"year=20180", "such as 2018"},
        {"year=2018s", "such as 2018"},
        {"meets=nothing", "…"},
        {"country", "FILTER=VALUE"},
        {"area=women", "area has no value"},
    };
    struct stage stage;
    struct fault fault;
    stage_spring(&stage);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct filters filters = {.count = 0};
        ck_assert_msg(!filter_read(&filters, &stage.catalogue, cases[i][0], &stage.arena, &fault),
                      "%s", cases[i][0]);
        ck_assert_int_eq(fault.kind, FAULT_USAGE);
        ck_assert_msg(strstr(fault.text, cases[i][1]) != NULL, "%s: %s", cases[i][0], fault.text);
    }
    stage_end(&stage);
}
END_TEST

START_TEST(values_are_added_once_and_taken_back) {
    struct filters filters = {.count = 0};
    ck_assert(filter_add(&filters, FACET_YEAR, 2018));
    ck_assert(filter_add(&filters, FACET_YEAR, 2018));
    ck_assert(filter_add(&filters, FACET_YEAR, 2019));
    ck_assert(filter_add(&filters, FACET_TOOLS, FACET_YES));
    ck_assert_uint_eq(filters.count, 3);
    struct filters other = {.count = 0};
    filter_add(&other, FACET_TOOLS, FACET_YES);
    filter_add(&other, FACET_YEAR, 2019);
    ck_assert(!filter_same(&filters, &other));
    filter_remove(&filters, FACET_YEAR, 2018);
    ck_assert(filter_same(&filters, &other));
    filter_drop(&filters, FACET_YEAR);
    ck_assert(!filter_use(&filters, FACET_YEAR));
    ck_assert(filter_has(&filters, FACET_TOOLS, FACET_YES));
    filter_clear(&filters);
    ck_assert_uint_eq(filters.count, 0);
    for (uint32_t year = 1; year <= FILTERS_MAX; year++) {
        ck_assert(filter_add(&filters, FACET_YEAR, year));
    }
    ck_assert(!filter_add(&filters, FACET_YEAR, FILTERS_MAX + 1));
    ck_assert(filter_add(&filters, FACET_YEAR, 1));
}
END_TEST

START_TEST(years_are_active_as_far_as_stated) {
    static const struct {
        const char *start;
        const char *end;
        const char *ongoing;
        const char *active; /* of the years 2015 to 2020 */
    } cases[] = {
        {"2016-05", "2018", "no", "-xxx--"}, {"2016", "", "", "-x----"},
        {"2016", "", "yes", "-xxxxx"},       {"", "2018-12-31", "", "---x--"},
        {"", "", "yes", "------"},           {"", "", "", "------"},
        {"2016", "2017", "yes", "-xxxxx"},   {"", "2017", "yes", "--x---"},
        {"2018", "2016", "", "------"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct years years = years_read(cases[i].start, cases[i].end, cases[i].ongoing);
        for (unsigned year = 2015; year <= 2020; year++) {
            ck_assert_msg(years_active(&years, year) == (cases[i].active[year - 2015] == 'x'),
                          "case %zu, %u", i, year);
        }
    }
}
END_TEST

START_TEST(years_are_filtered_by_tens_and_by_what_goes_on) {
    static const struct {
        const char *start;
        const char *end;
        const char *ongoing;
        bool now;
        bool ended;
        bool nineties;
        bool twenties;
    } cases[] = {
        {"1999-12", "2001", "no", false, true, true, false},
        {"1997", "", "yes", true, false, true, true},
        {"2000", "", "", false, false, false, false},
        {"2019", "2020-01", "", false, true, false, true},
        {"2019", "2026-12", "yes", true, false, false, true},
        {"", "", "no", false, true, false, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct years years = years_read(cases[i].start, cases[i].end, cases[i].ongoing);
        ck_assert_int_eq(years_are(&years, YEARS_NOW), cases[i].now);
        ck_assert_int_eq(years_are(&years, YEARS_ENDED), cases[i].ended);
        ck_assert_int_eq(years_are(&years, YEARS_DECADE + 1990), cases[i].nineties);
        ck_assert_int_eq(years_are(&years, YEARS_DECADE + 2020), cases[i].twenties);
    }
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *filter = tcase_create("filter");
    tcase_add_test(filter, typed_filters_are_read_by_name_or_label);
    tcase_add_test(filter, slips_are_told_with_what_was_meant);
    tcase_add_test(filter, values_are_added_once_and_taken_back);
    tcase_add_test(filter, years_are_active_as_far_as_stated);
    tcase_add_test(filter, years_are_filtered_by_tens_and_by_what_goes_on);
    Suite *suite = suite_create("filter");
    suite_add_tcase(suite, filter);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
