/* form: ids, dates and addresses, and what is wrong with them. */
#include "vademecum/catalogue/form.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof array / sizeof *array)

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
    enum form_date form;
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
    enum form_url form;
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
    {"http:/brno.cz", URL_SCHEME},
    {"http:brno.cz", URL_SCHEME},
    {"javascript:alert(1)", URL_SCHEME},
    {"JavaScript://brno.cz/%0Aalert(1)", URL_SCHEME},
    {"file:///etc/passwd", URL_SCHEME},
    {"data:text/html,x", URL_SCHEME},
    {"ftp://brno.cz", URL_SCHEME},
    {"mailto:ana@brno.cz", URL_SCHEME},
    {"-version", URL_SCHEME},
    {" https://brno.cz", URL_SCHEME},
    {"\thttps://brno.cz", URL_SCHEME},
    {"\xEF\xBB\xBFhttps://brno.cz", URL_SCHEME},
    {"httpss://brno.cz", URL_SCHEME},

    {"https://ana@brno.cz", URL_USER},
    {"https://brno.cz@evil.example/", URL_USER},
    {"https://ana:secret@brno.cz/", URL_USER},
    {"https://@brno.cz", URL_USER},

    {"https://", URL_HOST},
    {"https:///a", URL_HOST},
    {"https://?a", URL_HOST},
    {"https://#a", URL_HOST},
    {"https://.", URL_HOST},
    {"https://-version", URL_HOST},
    {"https://brno cz/", URL_HOST},
    {"https://brno.cz /", URL_HOST},
    {"https://br`id`no.cz/", URL_HOST},
    {"https://brno.cz\\a", URL_HOST},
    {"https://m\xC4\x9Bsto.cz/", URL_HOST},
    {"https://brno%2ecz/", URL_HOST},
    {"https://brno.cz:/", URL_HOST},
    {"https://brno.cz:65536", URL_HOST},
    {"https://brno.cz:123456", URL_HOST},
    {"https://brno.cz:+80", URL_HOST},
    {"https://brno.cz:80a/", URL_HOST},
    {"https://[2001:db8::1", URL_HOST},
    {"https://[]/", URL_HOST},
    {"https://[brno.cz]/", URL_HOST},
    {"https://[::1]a/", URL_HOST},
    {"https://[1:2:3:4:5:6:7:8:1:2:3:4:5:6:7:8:1:2:3:4:5:6:7:8]/", URL_HOST},
    {"https://[/]", URL_HOST},

    {"https://brno.cz/a b", URL_CHARACTER},
    {"https://brno.cz/a\nb", URL_CHARACTER},
    {"https://brno.cz/a\tb", URL_CHARACTER},
    {"https://brno.cz/a\x1B[2J", URL_CHARACTER},
    {"https://brno.cz/\x7F", URL_CHARACTER},
    {"https://brno.cz/`id`", URL_CHARACTER},
    {"https://brno.cz/\"", URL_CHARACTER},
    {"https://brno.cz/<a>", URL_CHARACTER},
    {"https://brno.cz/{a}", URL_CHARACTER},
    {"https://brno.cz/a|b", URL_CHARACTER},
    {"https://brno.cz/a^b", URL_CHARACTER},
    {"https://brno.cz/a\\b", URL_CHARACTER},
    {"https://brno.cz/[a]", URL_CHARACTER},
    {"https://brno.cz/#a#b", URL_CHARACTER},
    {"https://brno.cz/%", URL_CHARACTER},
    {"https://brno.cz/%4", URL_CHARACTER},
    {"https://brno.cz/%4g", URL_CHARACTER},
    {"https://brno.cz/%s", URL_CHARACTER},
    {"https://brno.cz/m\xC4\x9Bsto", URL_CHARACTER},
    {"https://brno.cz/\xE2\x80\xAE", URL_CHARACTER},
    {"https://brno.cz/\xFF", URL_CHARACTER},
    {"https://brno.cz; rm", URL_HOST},
};

START_TEST(id_has_length) {
    ck_assert_msg(form_id_length(ids[_i].text) == ids[_i].length, "\"%s\": %zu", ids[_i].text,
                  form_id_length(ids[_i].text));
}
END_TEST

START_TEST(date_has_form) {
    ck_assert_msg(form_date(dates[_i].text) == dates[_i].form, "\"%s\": %d", dates[_i].text,
                  (int)form_date(dates[_i].text));
}
END_TEST

START_TEST(url_has_form) {
    ck_assert_msg(form_url(urls[_i].text) == urls[_i].form, "\"%s\": %d", urls[_i].text,
                  (int)form_url(urls[_i].text));
}
END_TEST

/* An address of a given length. */
static enum form_url url_of_length(size_t length) {
    char *url = malloc(length + 1);
    ck_assert_ptr_nonnull(url);
    memset(url, 'a', length);
    memcpy(url, "https://b/", strlen("https://b/"));
    url[length] = '\0';
    const enum form_url form = form_url(url);
    free(url);
    return form;
}

START_TEST(url_may_be_long) {
    ck_assert_int_eq(url_of_length(FORM_URL_MAX), URL_SOUND);
    ck_assert_int_eq(url_of_length(FORM_URL_MAX + 1), URL_LONG);
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
    tcase_add_test(forms, url_may_be_long);
    Suite *suite = suite_create("form");
    suite_add_tcase(suite, forms);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
