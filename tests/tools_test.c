/* tools: the link in what a reviewer wrote as a tool. */
#include "vademecum/base/count.h"
#include "vademecum/desk/work.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *text;
    const char *link;
} tools[] = {
    {"", ""},
    {"Phrase book", ""},
    {"Phrase book, https://example.org/book", "https://example.org/book"},
    {"Phrase book\nhttp://example.org", "http://example.org"},
    {"https://example.org/book Phrase book", "https://example.org/book"},
    {"a https://example.org/1 b https://example.org/2", "https://example.org/1"},
    {"javascript:alert(1)", ""},
    {"file:///etc/passwd", ""},
    {"ftp://example.org", ""},
    {"see xhttps://example.org", ""},
    {"HTTPS only", ""},
};

START_TEST(only_web_addresses_are_links) {
    const struct span link = work_link_in(tools[_i].text);
    ck_assert_uint_eq(link.length, strlen(tools[_i].link));
    ck_assert_int_eq(strncmp(link.start, tools[_i].link, link.length), 0);
}
END_TEST

int main(void) {
    TCase *links = tcase_create("links");
    tcase_add_loop_test(links, only_web_addresses_are_links, 0, (int)COUNT(tools));
    Suite *suite = suite_create("tools");
    suite_add_tcase(suite, links);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
