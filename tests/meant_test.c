/* meant: guesses at what a wrong cell was to say, and no guess where it could be wrong. */
#include "vademecum/catalogue/meant.h"

#include <check.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof array / sizeof *array)

typedef const char *meant_call(struct arena *arena, const char *text);

/* A wrong text and what it is taken for; NULL: nothing. */
struct guess {
    meant_call *call;
    const char *text;
    const char *expected;
};

static const struct guess guesses[] = {
    {meant_id, "CZ Brno", "cz-brno"},
    {meant_id, " cz-brno", "cz-brno"},
    {meant_id, "cz-brno\t", "cz-brno"},
    {meant_id,
     "\xC2\xA0"
     "cz-brno\xC2\xA0",
     "cz-brno"},
    {meant_id, "cz_brno", "cz-brno"},
    {meant_id, "Łódź", "lodz"},
    {meant_id, "cz\xE2\x80\x8B-brno", "cz-brno"},
    {meant_id, "-brno", NULL},
    {meant_id, "brno!", NULL},
    {meant_id, "сz-brno", NULL}, /* the first letter is Cyrillic */
    {meant_id, "", NULL},
    {meant_id, " ", NULL},

    {meant_date, "1.5.2026", "2026-05-01"},
    {meant_date, "1. 5. 2026", "2026-05-01"},
    {meant_date, "01.05.2026 ", "2026-05-01"},
    {meant_date, "31/12/2026", "2026-12-31"},
    {meant_date, "12/31/2026", "2026-12-31"},
    {meant_date, "5/5/2026", "2026-05-05"},
    {meant_date, "1/5/2026", NULL},
    {meant_date, "1-5-2026", NULL},
    {meant_date, "1.5-2026", NULL},
    {meant_date, "2026/05", "2026-05"},
    {meant_date, "2026/5/1", "2026-05-01"},
    {meant_date, "2026-5", "2026-05"},
    {meant_date, "2026.05.01", "2026-05-01"},
    {meant_date, "5/2026", "2026-05"},
    {meant_date, "2026-05-01T00:00:00Z", "2026-05-01"},
    {meant_date, "1.5.2026 12:30", "2026-05-01"},
    {meant_date, " 2014", "2014"},
    {meant_date, "2017 ", "2017"},
    {meant_date, "2017\xC2\xA0", "2017"},
    {meant_date, "0000 ", NULL},
    {meant_date,
     "31.\xC2\xA0"
     "12.\xC2\xA0"
     "2026",
     "2026-12-31"},
    {meant_date,
     "31.\xE2\x80\xAF"
     "12.\xE2\x80\xAF"
     "2026",
     "2026-12-31"},
    {meant_date,
     "31.\xE2\x80\x89"
     "12.\xE2\x80\x89"
     "2026\xE3\x80\x80",
     "2026-12-31"},
    {meant_date,
     "31.\xE2\x80\x8B"
     "12.2026",
     "2026-12-31"},
    {meant_date, "2026. 12. 31.", "2026-12-31"},
    {meant_date, "2026. 12.", "2026-12"},
    {meant_date, "31. 12. 2026.", "2026-12-31"},
    {meant_date, "2026. 12. 31. 12:30", "2026-12-31"},
    {meant_date,
     "2026\xE2\x80\x91"
     "12\xE2\x80\x91"
     "31",
     "2026-12-31"},
    {meant_date,
     "2026\xE2\x80\x93"
     "12\xE2\x88\x92"
     "31",
     "2026-12-31"},
    {meant_date, "２０２６／１２／３１", "2026-12-31"},
    {meant_date, "31.12..2026", NULL},
    {meant_date, "2026..", NULL},
    {meant_date, "1.5.", NULL},
    {meant_date, "2014-2016", NULL},
    {meant_date, "31.2.2026", NULL},
    {meant_date, "13/13/2026", NULL},
    {meant_date, "1.5.26", NULL},
    {meant_date, "1.5.2026 to 2.5.2026", NULL},
    {meant_date, "2026-05-01 to 2027", NULL},
    {meant_date, "2026-", NULL},
    {meant_date, "2026 05", NULL},
    {meant_date, "1.2.3.4", NULL},
    {meant_date, "20260501", NULL},
    {meant_date, "May 2026", NULL},
    {meant_date, "0.5.2026", NULL},
    {meant_date, ".5.2026", NULL},
    {meant_date, "1.00005.2026", NULL},
    {meant_date, "1.5.2026 12", NULL},
    {meant_date, "99999999999999999999.1.2", NULL},
    {meant_date, "", NULL},

    {meant_url, "www.brno.cz", "https://www.brno.cz"},
    {meant_url, "brno.cz/a?b#c", "https://brno.cz/a?b#c"},
    {meant_url, "//brno.cz", "https://brno.cz"},
    {meant_url, " https://brno.cz ", "https://brno.cz"},
    {meant_url, "http://brno.cz\n", "http://brno.cz"},
    {meant_url, "http:/brno.cz", "http://brno.cz"},
    {meant_url, "https//brno.cz/a", "https://brno.cz/a"},
    {meant_url, "https://brno.cz/a,", "https://brno.cz/a"},
    {meant_url, "https://brno.cz.", "https://brno.cz"},
    {meant_url, "www.brno.cz.", "https://www.brno.cz"},
    {meant_url, "www.", NULL},
    {meant_url, "https://brno.cz https://praha.cz", NULL},
    {meant_url, "none", NULL},
    {meant_url, "docs/guide.pdf", NULL},
    {meant_url, "ana@brno.cz", NULL},
    {meant_url, "https://ana@brno.cz", NULL},
    {meant_url, "ftp://brno.cz/a", NULL},
    {meant_url, "javascript:alert(document.cookie)", NULL},
    {meant_url, "mailto:ana@brno.cz", NULL},
    {meant_url, "https://brno.cz/a b", NULL},
    {meant_url, "brno.cz and praha.cz", NULL},
    {meant_url, "...", NULL},
    {meant_url, "", NULL},

    {meant_country, "Czechia", "CZ"},
    {meant_country, " CZ ", "CZ"},
    {meant_country, "pl", "PL"},
    {meant_country, "uk", "GB"},
    {meant_country, "CZ; PL", NULL},
    {meant_country, "CZE", "CZ"},
    {meant_country, "deu", "DE"},
    {meant_country, "Deutschland", "DE"},
    {meant_country, "Česko", "CZ"},
    {meant_country, "CESKA REPUBLIKA", "CZ"},
    {meant_country, "ΕΛΛΑΔΑ", "GR"},
    {meant_country, "Україна", "UA"},
    {meant_country, "Magyarország", "HU"},
    {meant_country, "Éire", "IE"},
    {meant_country, "Holland", "NL"},
    {meant_country, "Côte d’Ivoire", "CI"},
    {meant_country, "cote d`ivoire", "CI"},
    {meant_country, "Bosnia-Herzegovina", NULL},
    {meant_country, "Bosnia and Herzegovina", "BA"},
    {meant_country, "Vietnam", "VN"},
    {meant_country, "Afghánistán", "AF"},
    {meant_country, "Turkiye", "TR"},
    {meant_country, "Deutschlan", NULL},
    {meant_country, "---", NULL},
    {meant_country, "", NULL},

    {meant_language, "Czech", "cs"},
    {meant_language, "CS", "cs"},
    {meant_language, " cs", "cs"},
    {meant_language, "cz", "cs"},
    {meant_language, "pt_BR", "pt-BR"},
    {meant_language, "PT-BR", "pt-BR"},
    {meant_language, "ROM", "rom"},
    {meant_language, "cs; en", NULL},
    {meant_language, "Elvish", NULL},
    {meant_language, "", NULL},
};

static const char *const choices[] = {"met", "not_met", "unmarked", NULL};

/* A text and the choice that it is taken for; NULL: none. */
struct choosing {
    const char *text;
    const char *expected;
};

static const struct choosing choosings[] = {
    {"Met", "met"},
    {" met ", "met"},
    {"not met", "not_met"},
    {"NOT-MET", "not_met"},
    {"met.", "met"},
    {"unmet", NULL},
    {"notmetx", NULL},
    {"no", NULL},
    {"m\xC3\xA9t", NULL},
    {"met \xE2\x9C\x93", NULL},
    {"", NULL},
    {"1", NULL},
    {"me", NULL},
    {"unmarked\xC2\xA0", NULL},
};

static struct arena arena_start(void) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    return arena;
}

START_TEST(guess_is_made) {
    const struct guess *guess = &guesses[_i];
    struct arena arena = arena_start();
    const char *meant = guess->call(&arena, guess->text);
    const bool equal = meant && guess->expected ? strcmp(meant, guess->expected) == 0
                                                : meant == guess->expected;
    ck_assert_msg(equal, "\"%s\" is taken for \"%s\"", guess->text, meant ? meant : "(nothing)");
    arena_free(&arena);
}
END_TEST

START_TEST(choice_is_meant) {
    const struct choosing *choosing = &choosings[_i];
    ck_assert_pstr_eq(meant_choice(choosing->text, choices), choosing->expected);
}
END_TEST

/* Nothing is guessed about a long text, whatever it holds. */
START_TEST(long_texts) {
    static meant_call *const calls[] = {meant_id, meant_date, meant_url, meant_country,
                                        meant_language};
    static const char *const starts[] = {"brno", "2026/05", "brno.cz", "CZ", "CS"};
    struct arena arena = arena_start();
    for (size_t i = 0; i < COUNT(calls); i++) {
        char text[MEANT_MAX + 2];
        memset(text, ' ', sizeof text - 1);
        text[MEANT_MAX + 1] = '\0';
        memcpy(text, starts[i], strlen(starts[i]));
        ck_assert_ptr_null(calls[i](&arena, text));
        text[MEANT_MAX] = '\0';
        ck_assert_ptr_nonnull(calls[i](&arena, text));
    }
    arena_free(&arena);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *meanings = tcase_create("meant");
    tcase_add_loop_test(meanings, guess_is_made, 0, (int)COUNT(guesses));
    tcase_add_loop_test(meanings, choice_is_meant, 0, (int)COUNT(choosings));
    tcase_add_test(meanings, long_texts);
    Suite *suite = suite_create("meant");
    suite_add_tcase(suite, meanings);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
