/* meant: guesses at what a wrong cell was to say, and no guess where it could be wrong. */
#include "vademecum/base/count.h"
#include "vademecum/catalogue/guess.h"

#include <check.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef const char *meant_call(struct arena *arena, const char *text);

/* A wrong text and what it is taken for; NULL: nothing. */
struct guess {
    meant_call *call;
    const char *text;
    const char *expected;
};

static const struct guess guesses[] = {
    {guess_id, "CZ Brno", "cz-brno"},
    {guess_id, " cz-brno", "cz-brno"},
    {guess_id, "cz-brno\t", "cz-brno"},
    {guess_id,
     "\xC2\xA0"
     "cz-brno\xC2\xA0",
     "cz-brno"},
    {guess_id, "cz_brno", "cz-brno"},
    {guess_id, "Łódź", "lodz"},
    {guess_id, "cz\xE2\x80\x8B-brno", "cz-brno"},
    {guess_url, "\xE2\x80\xAFwww.example.org\xE2\x80\x8B", "https://www.example.org"},
    {guess_language,
     "\xE3\x80\x80"
     "Czech\xE2\x80\x8B",
     "cs"},
    {guess_id,
     "\xEF\xBB\xBF"
     "cz-brno\xE2\x80\x89",
     "cz-brno"},
    {guess_id, "-brno", NULL},
    {guess_id, "brno!", NULL},
    {guess_id, "сz-brno", NULL}, /* the first letter is Cyrillic */
    {guess_id, "", NULL},
    {guess_id, " ", NULL},

    {guess_url, "https://brno.cz)", "https://brno.cz"},
    {guess_url, "\"https://brno.cz\"", "https://brno.cz"},
    {guess_url, "\u201Cwww.brno.cz\u201D", "https://www.brno.cz"},
    {guess_url, "\u201Ewww.brno.cz\u201C", "https://www.brno.cz"},
    {guess_url, "(brno.cz)", "https://brno.cz"},
    {guess_url, "10.1000/182", "https://doi.org/10.1000/182"},
    {guess_url, "doi:10.1000/182", "https://doi.org/10.1000/182"},
    {guess_date, "1.5.2026", "2026-05-01"},
    {guess_date, "1. 5. 2026", "2026-05-01"},
    {guess_date, "01.05.2026 ", "2026-05-01"},
    {guess_date, "31/12/2026", "2026-12-31"},
    {guess_date, "12/31/2026", "2026-12-31"},
    {guess_date, "5/5/2026", "2026-05-05"},
    {guess_date, "1/5/2026", NULL},
    {guess_date, "1-5-2026", NULL},
    {guess_date, "1.5-2026", NULL},
    {guess_date, "2026/05", "2026-05"},
    {guess_date, "2026/5/1", "2026-05-01"},
    {guess_date, "2026-5", "2026-05"},
    {guess_date, "2026.05.01", "2026-05-01"},
    {guess_date, "5/2026", "2026-05"},
    {guess_date, "2026-05-01T00:00:00Z", "2026-05-01"},
    {guess_date, "1.5.2026 12:30", "2026-05-01"},
    {guess_date, " 2014", "2014"},
    {guess_date, "2017 ", "2017"},
    {guess_date, "2017\xC2\xA0", "2017"},
    {guess_date, "0000 ", NULL},
    {guess_date,
     "31.\xC2\xA0"
     "12.\xC2\xA0"
     "2026",
     "2026-12-31"},
    {guess_date,
     "31.\xE2\x80\xAF"
     "12.\xE2\x80\xAF"
     "2026",
     "2026-12-31"},
    {guess_date,
     "31.\xE2\x80\x89"
     "12.\xE2\x80\x89"
     "2026\xE3\x80\x80",
     "2026-12-31"},
    {guess_date,
     "31.\xE2\x80\x8B"
     "12.2026",
     "2026-12-31"},
    {guess_date, "2026. 12. 31.", "2026-12-31"},
    {guess_date, "2026. 12.", "2026-12"},
    {guess_date, "31. 12. 2026.", "2026-12-31"},
    {guess_date, "2026. 12. 31. 12:30", "2026-12-31"},
    {guess_date,
     "2026\xE2\x80\x91"
     "12\xE2\x80\x91"
     "31",
     "2026-12-31"},
    {guess_date,
     "2026\xE2\x80\x93"
     "12\xE2\x88\x92"
     "31",
     "2026-12-31"},
    {guess_date, "２０２６／１２／３１", "2026-12-31"},
    {guess_date, "31.12..2026", NULL},
    {guess_date, "2026..", NULL},
    {guess_date, "1.5.", NULL},
    {guess_date, "2014-2016", NULL},
    {guess_date, "31.2.2026", NULL},
    {guess_date, "13/13/2026", NULL},
    {guess_date, "1.5.26", NULL},
    {guess_date, "1.5.2026 to 2.5.2026", NULL},
    {guess_date, "2026-05-01 to 2027", NULL},
    {guess_date, "2026-", NULL},
    {guess_date, "2026 05", NULL},
    {guess_date, "1.2.3.4", NULL},
    {guess_date, "20260501", "2026-05-01"},
    {guess_date, "202605", "2026-05"},
    {guess_date, "20261301", NULL},
    {guess_date, "99990501", NULL},
    {guess_date, "May 2026", "2026-05"},
    {guess_date, "31.XII.2016", "2016-12-31"},
    {guess_date, "31 XII 2016 r.", "2016-12-31"},
    {guess_date, "XII/2016", "2016-12"},
    {guess_date, "2016.XII.31.", "2016-12-31"},
    {guess_date, "31.IIX.2016", NULL},
    {guess_date, "31.XII.16", NULL},
    {guess_date, "2016年12月31日", "2016-12-31"},
    {guess_date, "2016年12月", "2016-12"},
    {guess_date, "2016年", "2016"},
    {guess_date, "2016년 12월 31일", "2016-12-31"},
    {guess_date, "平成28年12月31日", NULL},
    {guess_date, "31. prosince 2016", "2016-12-31"},
    {guess_date, "31 grudnia 2016 r.", "2016-12-31"},
    {guess_date, "31 грудня 2016 р.", "2016-12-31"},
    {guess_date, "31 декабря 2016 г.", "2016-12-31"},
    {guess_date, "31.12.2016 г.", "2016-12-31"},
    {guess_date, "1er août 2016", "2016-08-01"},
    {guess_date, "3. März 2016", "2016-03-03"},
    {guess_date, "1. červenec 2016", "2016-07-01"},
    {guess_date, "1. června 2016", "2016-06-01"},
    {guess_date, "December 31, 2016", "2016-12-31"},
    {guess_date, "31st of December 2016", "2016-12-31"},
    {guess_date, "31-Dec-2016", "2016-12-31"},
    {guess_date, "2016-Dec-31", "2016-12-31"},
    {guess_date, "31-Dec-16", NULL},
    {guess_date, "Declared 2016", NULL},
    {guess_date, "May June 2016", NULL},
    {guess_date, "31·12·2016", "2016-12-31"},
    {guess_date, "31,12,2016", "2016-12-31"},
    {guess_date, "31 12 2016", "2016-12-31"},
    {guess_date, "2016 12 31", "2016-12-31"},
    {guess_date, "12/31/2016 12:00:00 AM", "2016-12-31"},
    {guess_date, "1395/10/11", "1395-10-11"},
    {guess_date, "2559", "2559"},
    {guess_date, "2016/17", NULL},
    {guess_date, "0.5.2026", NULL},
    {guess_date, ".5.2026", NULL},
    {guess_date, "1.00005.2026", NULL},
    {guess_date, "1.5.2026 12", NULL},
    {guess_date, "99999999999999999999.1.2", NULL},
    {guess_date, "", NULL},

    {guess_url, "www.brno.cz", "https://www.brno.cz"},
    {guess_url, "brno.cz/a?b#c", "https://brno.cz/a?b#c"},
    {guess_url, "//brno.cz", "https://brno.cz"},
    {guess_url, " https://brno.cz ", "https://brno.cz"},
    {guess_url, "http://brno.cz\n", "http://brno.cz"},
    {guess_url, "http:/brno.cz", "http://brno.cz"},
    {guess_url, "https//brno.cz/a", "https://brno.cz/a"},
    {guess_url, "https://brno.cz/a,", "https://brno.cz/a"},
    {guess_url, "https://brno.cz.", "https://brno.cz"},
    {guess_url, "www.brno.cz.", "https://www.brno.cz"},
    {guess_url, "<https://brno.cz>", "https://brno.cz"},
    {guess_url, "<www.brno.cz/a>.", NULL},
    {guess_url, "htps://brno.cz", "https://brno.cz"},
    {guess_url, "htp://brno.cz/a", "http://brno.cz/a"},
    {guess_url, "Hhttps://brno.cz", "https://brno.cz"},
    {guess_url, "ttp://brno.cz", "http://brno.cz"},
    {guess_url, "ssh://brno.cz", NULL},
    {guess_url, "sftp://brno.cz", NULL},
    {guess_url, "<>", NULL},
    {guess_url, "www.", NULL},
    {guess_url, "https://brno.cz https://praha.cz", NULL},
    {guess_url, "none", NULL},
    {guess_url, "docs/guide.pdf", NULL},
    {guess_url, "ana@brno.cz", NULL},
    {guess_url, "https://ana@brno.cz", NULL},
    {guess_url, "ftp://brno.cz/a", NULL},
    {guess_url, "javascript:alert(document.cookie)", NULL},
    {guess_url, "mailto:ana@brno.cz", NULL},
    {guess_url, "https://brno.cz/a b", NULL},
    {guess_url, "brno.cz and praha.cz", NULL},
    {guess_url, "...", NULL},
    {guess_url, "", NULL},

    {guess_country, "Czechia", "CZ"},
    {guess_country, " CZ ", "CZ"},
    {guess_country, "pl", "PL"},
    {guess_country, "uk", "GB"},
    {guess_country, "CZ; PL", NULL},
    {guess_country, "CZE", "CZ"},
    {guess_country, "deu", "DE"},
    {guess_country, "Deutschland", "DE"},
    {guess_country, "Česko", "CZ"},
    {guess_country, "CESKA REPUBLIKA", "CZ"},
    {guess_country, "ΕΛΛΑΔΑ", "GR"},
    {guess_country, "Україна", "UA"},
    {guess_country, "Magyarország", "HU"},
    {guess_country, "Éire", "IE"},
    {guess_country, "Holland", "NL"},
    {guess_country, "Weißrussland", "BY"},
    {guess_country, "repubblica ceca", "CZ"},
    {guess_country, "Iso-Britannia", "GB"},
    {guess_country, "США", "US"},
    {guess_country, "Côte d’Ivoire", "CI"},
    {guess_country, "cote d`ivoire", "CI"},
    {guess_country, "Bosnia-Herzegovina", NULL},
    {guess_country, "Bosnia and Herzegovina", "BA"},
    {guess_country, "Vietnam", "VN"},
    {guess_country, "Afghánistán", "AF"},
    {guess_country, "Turkiye", "TR"},
    {guess_country, "Deutschlan", NULL},
    {guess_country, "---", NULL},
    {guess_country, "", NULL},

    {guess_language, "Czech", "cs"},
    {guess_language, "CS", "cs"},
    {guess_language, " cs", "cs"},
    {guess_language, "cz", "cs"},
    {guess_language, "pt_BR", "pt-BR"},
    {guess_language, "PT-BR", "pt-BR"},
    {guess_language, "ROM", "rom"},
    {guess_language, "cs; en", NULL},
    {guess_language, "Elvish", NULL},
    {guess_language, "", NULL},
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
    ck_assert_pstr_eq(guess_choice(choosing->text, choices), choosing->expected);
}
END_TEST

/* Nothing is guessed about a long text, whatever it holds. */
START_TEST(long_texts) {
    static meant_call *const calls[] = {guess_id, guess_date, guess_url, guess_country,
                                        guess_language};
    static const char *const starts[] = {"brno", "2026/05", "brno.cz", "CZ", "CS"};
    struct arena arena = arena_start();
    for (size_t i = 0; i < COUNT(calls); i++) {
        char text[GUESS_MAX + 2];
        memset(text, ' ', sizeof text - 1);
        text[GUESS_MAX + 1] = '\0';
        memcpy(text, starts[i], strlen(starts[i]));
        ck_assert_ptr_null(calls[i](&arena, text));
        text[GUESS_MAX] = '\0';
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
