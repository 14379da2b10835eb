/* facts and sign: what is told of a practice and a collection, and the one table of signs. */
#include "stage.h"

#include "vademecum/report/facts.h"

#include <locale.h>

static const struct {
    enum mark mark;
    const char *forms[SIGN_FORMS];
} signs[] = {
    {MARK_MET, {"✓", "+", "met"}},
    {MARK_NOT_MET, {"–", "-", "not shown"}},
    {MARK_UNMARKED, {"□", "_", "no mark"}},
    {MARK_ABSENT, {"·", ".", "not listed"}},
};

START_TEST(signs_are_those_of_the_table) {
    for (enum sign_form form = 0; form < SIGN_FORMS; form++) {
        ck_assert_str_eq(sign_of_mark(signs[_i].mark, form), signs[_i].forms[form]);
    }
}
END_TEST

START_TEST(time_is_told_as_far_as_stated) {
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    for (size_t i = 0; i < COUNT(times); i++) {
        char id[16];
        snprintf(id, sizeof id, "time-%zu", i);
        size_t count;
        const struct fact *facts = facts_of_practice(
            &stage.catalogue, catalogue_practice(&stage.catalogue, id), NULL, &stage.arena, &count);
        const char *time = NULL;
        for (size_t f = 0; f < count; f++) {
            time = facts[f].kind == FACT_TIME ? facts[f].text : time;
        }
        ck_assert_pstr_eq(time, times[i].time);
    }
    stage_end(&stage);
}
END_TEST

static const struct fact full_facts[] = {
    {FACT_RESULTS, "Results", "12 came", false, NULL},
    {FACT_ORGANISATION, "Organisation", "City of Brno", false, NULL},
    {FACT_PLACE, "Place", "Brno, Kuřim, South, Czechia", false, NULL},
    {FACT_SCALE, "Scale", "EU-wide", false, NULL},
    {FACT_TIME, "Time", "since 2014, ongoing", false, NULL},
    {FACT_AREAS, "Areas", "school, work", false, NULL},
    {FACT_FUNDED_BY, "Funded by", "esf", false, NULL},
    {FACT_AMOUNT, "Amount", "1\u00A0234\u00A0567.80\u00A0CZK", false, NULL},
    {FACT_PROGRAMME, "Programme", "AMIF", false, NULL},
    {FACT_LANGUAGES, "Languages", "Czech, English", false, NULL},
    {FACT_WEBSITE, "Website", "https://example.org/", true, NULL},
    {FACT_OFFICIAL_TITLE, "Official title", "Plná (Czech)", false, NULL},
    {FACT_COLLECTION, "Collection", "First", false, NULL},
    {FACT_NOTE, "Note", "one\ntwo", false, NULL},
};

static const struct fact collection_facts[] = {
    {FACT_USE, "What to do here", "Read it.", false, NULL},
    {FACT_COUNTRIES, "Countries", "Czechia, Poland", false, NULL},
    {FACT_TIME, "Time", "2020 to 2021", false, NULL},
    {FACT_SIZE, "Practices in all", "24", false, NULL},
    {FACT_PRACTICES, "Practices here", "1", false, NULL},
    {FACT_WEBSITE, "Website", "https://example.org/", true, NULL},
};

static void facts_compare(const struct fact *got, size_t got_count, const struct fact *wanted,
                          size_t count) {
    for (size_t i = 0; i < count && i < got_count; i++) {
        ck_assert_int_eq((int)got[i].kind, (int)wanted[i].kind);
        ck_assert_str_eq(got[i].label, wanted[i].label);
        ck_assert_str_eq(got[i].text, wanted[i].text);
        ck_assert_int_eq(got[i].link, wanted[i].link);
    }
    ck_assert_uint_eq(got_count, count);
}

START_TEST(facts_stand_in_order_and_only_when_stated) {
    struct stage stage;
    stage_small(&stage);
    stage_open(&stage, NULL);
    const struct catalogue *catalogue = &stage.catalogue;
    const struct practice *full = catalogue_practice(catalogue, "full");
    const struct practice *bare = catalogue_practice(catalogue, "bare");
    size_t count;
    const struct fact *facts = facts_of_practice(catalogue, full, NULL, &stage.arena, &count);
    facts_compare(facts, count, full_facts, COUNT(full_facts));
    facts = facts_of_practice(catalogue, bare, NULL, &stage.arena, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_str_eq(facts[0].text, "Second");
    facts = facts_of_collection(catalogue, full->collection, NULL, &stage.arena, &count);
    facts_compare(facts, count, collection_facts, COUNT(collection_facts));
    ck_assert_str_eq(facts_headline(catalogue, full, NULL, " · ", &stage.arena),
                     "City of Brno · Brno, Kuřim, Czechia · EU-wide · ongoing");
    ck_assert_str_eq(facts_headline(catalogue, bare, NULL, " · ", &stage.arena), "");
    ck_assert_str_eq(facts_place(catalogue, bare, NULL, &stage.arena), "");
    stage_end(&stage);
}
END_TEST

static Suite *facts_suite(void) {
    Suite *suite = suite_create("facts");
    TCase *tests = tcase_create("facts");
    tcase_add_loop_test(tests, signs_are_those_of_the_table, 0, COUNT(signs));
    tcase_add_test(tests, time_is_told_as_far_as_stated);
    tcase_add_test(tests, facts_stand_in_order_and_only_when_stated);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    SRunner *runner = srunner_create(facts_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
