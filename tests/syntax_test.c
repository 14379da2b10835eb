/* form: ids, dates and addresses, and what is wrong with them. */
#include "vademecum/base/count.h"
#include "vademecum/catalogue/syntax.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

struct id_case {
    const char *text;
    size_t length;
};

static const struct id_case ids[] = {
    {"a", 1},        {"0", 1},   {"cz-brno.1", 9}, {"1.2", 3}, {"a..b--", 6},
    {"", 0},         {"-a", 0},  {".a", 0},        {"A", 0},   {"aB", 1},
    {"a b", 1},      {" a", 0},  {"a/b", 1},       {"a_b", 1}, {"a\xE2\x90\x80", 1},
    {"\xC4\x8D", 0}, {"a\n", 1}, {"a~", 1},
};

struct date_case {
    const char *text;
    enum syntax_date form;
};

static const struct date_case dates[] = {
    {"2014", DATE_SOUND},
    {"2014-03", DATE_SOUND},
    {"2014-03-01", DATE_SOUND},
    {"2024-02-29", DATE_SOUND},
    {"2000-02-29", DATE_SOUND},
    {"2014-12-31", DATE_SOUND},
    {"0001-01-01", DATE_SOUND},
    {"9999", DATE_SOUND},
    {"2023-02-29", DATE_NOWHERE},
    {"1900-02-29", DATE_NOWHERE},
    {"2014-04-31", DATE_NOWHERE},
    {"2014-13", DATE_NOWHERE},
    {"2014-00", DATE_NOWHERE},
    {"2014-03-00", DATE_NOWHERE},
    {"2014-03-32", DATE_NOWHERE},
    {"0000", DATE_NOWHERE},
    {"", DATE_MISWRITTEN},
    {"14", DATE_MISWRITTEN},
    {"02014", DATE_MISWRITTEN},
    {"2014-", DATE_MISWRITTEN},
    {"2014-3", DATE_MISWRITTEN},
    {"2014-3-1", DATE_MISWRITTEN},
    {"2014-03-", DATE_MISWRITTEN},
    {"2014-03-1", DATE_MISWRITTEN},
    {"2014-03-011", DATE_MISWRITTEN},
    {"2014-03-01T", DATE_MISWRITTEN},
    {"2014/03", DATE_MISWRITTEN},
    {"2014.03.01", DATE_MISWRITTEN},
    {"1.5.2026", DATE_MISWRITTEN},
    {" 2014", DATE_MISWRITTEN},
    {"2014 ", DATE_MISWRITTEN},
    {"+201", DATE_MISWRITTEN},
    {"-2014", DATE_MISWRITTEN},
    {"2014-+1", DATE_MISWRITTEN},
    {"\xD9\xA1\xD9\xA2", DATE_MISWRITTEN},
};

struct url_case {
    const char *text;
    enum syntax_url form;
};

static const struct url_case urls[] = {
    {"https://www.brno.cz", URL_SOUND},
    {"http://brno.cz/", URL_SOUND},
    {"HTTPS://Brno.CZ/A", URL_SOUND},
    {"hTtP://localhost", URL_SOUND},
    {"https://brno.cz:8080/a/b;c=1,2?q=%C4%8D&r=(x)*!'$~_-.+@:#top", URL_SOUND},
    {"https://brno.cz?q", URL_SOUND},
    {"https://brno.cz#top/?", URL_SOUND},
    {"https://xn--hkyrky-ptac70bc.fi/", URL_SOUND},
    {"https://192.0.2.1:65535/", URL_SOUND},
    {"https://[2001:db8::1]:443/a", URL_SOUND},
    {"https://brno.cz/a@b", URL_SOUND},
    {"https://brno.cz/$(id)", URL_SOUND},

    {"", URL_SCHEME},
    {"brno.cz", URL_SCHEME},
    {"www.brno.cz/a", URL_SCHEME},
    {"//brno.cz", URL_SCHEME},
    {"http:/brno.cz", URL_SLASHES},
    {"http:brno.cz", URL_SLASHES},
    {"javascript:alert(1)", URL_OTHER},
    {"JavaScript://brno.cz/%0Aalert(1)", URL_OTHER},
    {"file:///etc/passwd", URL_OTHER},
    {"data:text/html,x", URL_OTHER},
    {"ftp://brno.cz", URL_OTHER},
    {"mailto:ana@brno.cz", URL_MAIL},
    {"-version", URL_SCHEME},
    {" https://brno.cz", URL_BLANK},
    {"\thttps://brno.cz", URL_BLANK},
    {"\xEF\xBB\xBFhttps://brno.cz", URL_SCHEME},
    {"httpss://brno.cz", URL_OTHER},

    {"https://ana@brno.cz", URL_USER},
    {"https://brno.cz@evil.example/", URL_USER},
    {"https://ana:secret@brno.cz/", URL_USER},
    {"https://@brno.cz", URL_USER},

    {"https://brno.cz https://praha.cz", URL_SEVERAL},
    {"https://brno.cz; www.praha.cz", URL_SEVERAL},
    {"www.brno.cz,www.praha.cz", URL_SEVERAL},
    {"https://brno.cz\nhttp://praha.cz", URL_SEVERAL},
    {"https://brno.cz/?to=https://praha.cz", URL_SOUND},
    {"https://brno.cz/a,b;c", URL_SOUND},
    {" https://brno.cz", URL_BLANK},
    {"ana@brno.cz", URL_MAIL},
    {"MAILTO:ana@brno.cz", URL_MAIL},
    {"tel:+420123", URL_OTHER},
    {"htp://brno.cz", URL_OTHER},
    {"brno.cz:8080/a", URL_SCHEME},
    {"https//brno.cz", URL_SLASHES},
    {"https:\\\\brno.cz", URL_SLASHES},
    {"https;//brno.cz", URL_SLASHES},
    {"https://\xD0\xBC\xD1\x96\xD1\x81\xD1\x82\xD0\xBE.ua", URL_ACCENT},
    {"https://brno.cz:0", URL_PORT},
    {"https://brno.cz:99999/a", URL_PORT},
    {"https://brno.cz.", URL_END},
    {"https://brno.cz,", URL_END},
    {"https://brno.cz;", URL_END},
    {"https://brno.cz!", URL_END},
    {"https://brno.cz/a,", URL_END},
    {"https://brno.cz/a;", URL_END},
    {"https://brno.cz/Inc.", URL_SOUND},
    {"https://brno.cz/(a)", URL_SOUND},
    {"https://https://brno.cz", URL_TWICE},
    {"https://http://brno.cz", URL_TWICE},
    {"https://brno.cz\\a", URL_BACKSLASH},
    {"https://brno.cz/a\\b", URL_BACKSLASH},
    {"https://brno.cz\342\200\213", URL_UNSEEN},
    {"https://brno.cz/a\342\200\216b", URL_UNSEEN},
    {"https://-brno.cz", URL_HYPHEN},
    {"https://brno-.cz", URL_HYPHEN},
    {"https://www.-brno.cz/a", URL_HYPHEN},
    {"https://mesto-brno.cz", URL_SOUND},
    {"https://brno.cz/100%", URL_PERCENT},
    {"https://brno.cz/%zz", URL_PERCENT},
    {"https://brno.cz/\303\241", URL_CHARACTER},
    {"see https://brno.cz", URL_BLANK},
    {"https://brno.cz and https://praha.cz", URL_SEVERAL},
    {"https://example..org", URL_DOTS},
    {"https://.example.org", URL_DOTS},
    {"https://www.example...org/a", URL_DOTS},
    {"https://www.", URL_WORD},
    {"https://www", URL_WORD},
    {"https://brno/a", URL_WORD},

    {"\u0441\u043C. https://brno.cz", URL_BLANK},
    {"see https://brno.cz", URL_BLANK},
    {"https://brno,cz", URL_SIGN},
    {"https://brno.cz|a", URL_SIGN},
    {"https://brno.cz\u2026/a", URL_SIGN},
    {"https://brno.cz)", URL_END},
    {"https://brno.cz\"", URL_END},
    {"https://brno.cz|", URL_END},
    {"@club", URL_SCHEME},
    {"https://", URL_HOST},
    {"https:///a", URL_HOST},
    {"https://?a", URL_HOST},
    {"https://#a", URL_HOST},
    {"https://.", URL_HOST},
    {"https://-version", URL_HYPHEN},
    {"https://brno cz/", URL_BLANK},
    {"https://brno.cz /", URL_BLANK},
    {"https://br`id`no.cz/", URL_SIGN},
    {"https:///\\a", URL_BACKSLASH},
    {"https://m\xC4\x9Bsto.cz/", URL_ACCENT},
    {"https://brno%2ecz/", URL_SIGN},
    {"https://brno.cz:/", URL_PORT},
    {"https://brno.cz:65536", URL_PORT},
    {"https://brno.cz:123456", URL_PORT},
    {"https://brno.cz:+80", URL_PORT},
    {"https://brno.cz:80a/", URL_PORT},
    {"https://[2001:db8::1", URL_HOST},
    {"https://[]/", URL_HOST},
    {"https://[brno.cz]/", URL_HOST},
    {"https://[::1]a/", URL_SIGN},
    {"https://[1:2:3:4:5:6:7:8:1:2:3:4:5:6:7:8:1:2:3:4:5:6:7:8]/", URL_HOST},
    {"https://[/]", URL_HOST},

    {"https://brno.cz/a b", URL_BLANK},
    {"https://brno.cz/a\nb", URL_BLANK},
    {"https://brno.cz/a\tb", URL_BLANK},
    {"https://brno.cz/a\x1B[2J", URL_CHARACTER},
    {"https://brno.cz/\x7F", URL_CHARACTER},
    {"https://brno.cz/`id`", URL_CHARACTER},
    {"https://brno.cz/\"", URL_CHARACTER},
    {"https://brno.cz/<a>", URL_CHARACTER},
    {"https://brno.cz/{a}", URL_CHARACTER},
    {"https://brno.cz/a|b", URL_CHARACTER},
    {"https://brno.cz/a^b", URL_CHARACTER},
    {"https://brno.cz/?a\\b", URL_BACKSLASH},
    {"https://brno.cz/[a]", URL_CHARACTER},
    {"https://brno.cz/#a#b", URL_CHARACTER},
    {"https://brno.cz/%", URL_PERCENT},
    {"https://brno.cz/%4", URL_PERCENT},
    {"https://brno.cz/%4g", URL_PERCENT},
    {"https://brno.cz/%s", URL_PERCENT},
    {"https://brno.cz/m\xC4\x9Bsto", URL_CHARACTER},
    {"https://brno.cz/\xE2\x80\xAE", URL_UNSEEN},
    {"https://brno.cz/\xFF", URL_CHARACTER},
    {"https://brno.cz; rm", URL_BLANK},
};

START_TEST(id_has_length) {
    ck_assert_msg(syntax_id_length(ids[_i].text) == ids[_i].length, "\"%s\": %zu", ids[_i].text,
                  syntax_id_length(ids[_i].text));
}
END_TEST

START_TEST(date_has_form) {
    ck_assert_msg(syntax_date(dates[_i].text) == dates[_i].form, "\"%s\": %d", dates[_i].text,
                  (int)syntax_date(dates[_i].text));
}
END_TEST

START_TEST(url_has_form) {
    ck_assert_msg(syntax_url(urls[_i].text) == urls[_i].form, "\"%s\": %d", urls[_i].text,
                  (int)syntax_url(urls[_i].text));
}
END_TEST

/* An address of a given length. */
static enum syntax_url url_of_length(size_t length) {
    char *url = malloc(length + 1);
    ck_assert_ptr_nonnull(url);
    memset(url, 'a', length);
    memcpy(url, "https://b.cz/", strlen("https://b.cz/"));
    url[length] = '\0';
    const enum syntax_url form = syntax_url(url);
    free(url);
    return form;
}

START_TEST(each_flaw_has_its_words) {
    for (enum syntax_url one = URL_SOUND + 1; one < URL_COUNT; one++) {
        ck_assert_str_ne(syntax_url_reason(one), "");
        for (enum syntax_url other = URL_SOUND + 1; other < one; other++) {
            ck_assert_str_ne(syntax_url_reason(one), syntax_url_reason(other));
            ck_assert_str_ne(syntax_url_advice(one), syntax_url_advice(other));
        }
    }
}
END_TEST

static const struct {
    const char *path;
    enum syntax_file form;
} paths[] = {
    {"guide.pdf", FILE_SOUND},      {"in/GUIDE.PDF", FILE_SOUND},
    {"a.b/guide.docx", FILE_SOUND}, {"evil.desktop", FILE_KIND},
    {"run.sh", FILE_KIND},          {"setup.EXE", FILE_KIND},
    {"setup.exe.", FILE_KIND},      {"evil.desktop ", FILE_KIND},
    {"table.xlsb", FILE_KIND},      {"more.oxt", FILE_KIND},
    {"a.exe/guide. .", FILE_SOUND}, {"page.html", FILE_KIND},
    {"guide.pdf.lnk", FILE_KIND},   {"guide.docm", FILE_KIND},
    {"page.svg", FILE_KIND},        {"a.sh/guide", FILE_SOUND},
    {"guide", FILE_SOUND},          {"\x1B[2J.pdf", FILE_SIGN},
    {"a\n.pdf", FILE_SIGN},         {"a\xC2\x9B.pdf", FILE_SIGN},
    {"a\x7F.pdf", FILE_SIGN},       {"p\xC5\x99\xC3\xADru\xC4\x8Dka.pdf", FILE_SOUND},
};

START_TEST(file_has_form) {
    ck_assert_msg(syntax_file(paths[_i].path) == paths[_i].form, "\"%s\"", paths[_i].path);
}
END_TEST

static const struct {
    const char *id;
    enum syntax_change change;
} changes[] = {
    {"007", CHANGE_NUMBER},
    {"00", CHANGE_NUMBER},
    {"1e5", CHANGE_NUMBER},
    {"12e34", CHANGE_NUMBER},
    {"1e-5", CHANGE_NUMBER},
    {"1.5e3", CHANGE_NUMBER},
    {"1.", CHANGE_NUMBER},
    {"101038376123456789", CHANGE_NUMBER},
    {"1.40", CHANGE_DATE},
    {"2017-10", CHANGE_DATE},
    {"2017-10-31", CHANGE_DATE},
    {"1-2-3", CHANGE_DATE},
    {"1.2.2020", CHANGE_DATE},
    {"mar-24", CHANGE_DATE},
    {"24-mar", CHANGE_DATE},
    {"1-mar-2024", CHANGE_DATE},
    {"may5", CHANGE_DATE},
    {"sept2", CHANGE_DATE},
    {"march1", CHANGE_DATE},
    {"true", CHANGE_TRUTH},
    {"false", CHANGE_TRUTH},
    {"0", CHANGE_NONE},
    {"12", CHANGE_NONE},
    {"123456789012345", CHANGE_NONE},
    {"may", CHANGE_NONE},
    {"may-", CHANGE_NONE},
    {"mars-5", CHANGE_NONE},
    {"may-cafe", CHANGE_NONE},
    {"1e5a", CHANGE_NONE},
    {"1e", CHANGE_NONE},
    {"e5", CHANGE_NONE},
    {"1-2-3-4", CHANGE_NONE},
    {"2017-2018", CHANGE_NONE},
    {"2017-", CHANGE_NONE},
    {"p-007", CHANGE_NONE},
    {"inclusivity.1.1", CHANGE_NONE},
    {"own-may5-k1e5", CHANGE_NONE},
    {"true-story", CHANGE_NONE},
    {"", CHANGE_NONE},
};

START_TEST(a_spreadsheet_changes_it) {
    ck_assert_msg(syntax_change(changes[_i].id) == changes[_i].change, "\"%s\": %d", changes[_i].id,
                  (int)syntax_change(changes[_i].id));
}
END_TEST

START_TEST(url_may_be_long) {
    ck_assert_int_eq(url_of_length(SYNTAX_URL_MAX), URL_SOUND);
    ck_assert_int_eq(url_of_length(SYNTAX_URL_MAX + 1), URL_LONG);
    ck_assert_int_eq(url_of_length(1024 * 1024), URL_LONG);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *forms = tcase_create("form");
    tcase_add_loop_test(forms, id_has_length, 0, (int)COUNT(ids));
    tcase_add_loop_test(forms, date_has_form, 0, (int)COUNT(dates));
    tcase_add_loop_test(forms, url_has_form, 0, (int)COUNT(urls));
    tcase_add_test(forms, each_flaw_has_its_words);
    tcase_add_loop_test(forms, file_has_form, 0, (int)COUNT(paths));
    tcase_add_loop_test(forms, a_spreadsheet_changes_it, 0, (int)COUNT(changes));
    tcase_add_test(forms, url_may_be_long);
    Suite *suite = suite_create("form");
    suite_add_tcase(suite, forms);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
