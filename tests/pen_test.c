/* The pens for web pages and Markdown: what a text may hold never becomes markup, and what is begun
 * is ended. */
#include "stage.h"

#include "vademecum/report/formats.h"

#include <ctype.h>
#include <stdbool.h>

enum {
    DEPTHS = 64,
    TAG_MAX = 16
};

struct page {
    struct arena scratch;
    struct document document;
    char *bytes;
    size_t size;
};

static void page_open(struct page *page, const struct pen *pen) {
    arena_init(&page->scratch, (struct arena_end){0});
    page->document = (struct document){
        .pen = pen,
        .out = open_memstream(&page->bytes, &page->size),
        .width = 80,
        .letters = LETTERS_ALL,
        .scratch = &page->scratch,
    };
    ck_assert_ptr_nonnull(page->document.out);
}

static const char *page_bytes(struct page *page) {
    document_end(&page->document);
    fclose(page->document.out);
    return page->bytes;
}

static void page_close(struct page *page) {
    free(page->bytes);
    arena_free(&page->scratch);
}

static bool is_void(const char *tag) {
    static const char *const names[] = {"meta", "br", "wbr", "!doctype"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], tag) == 0) {
            return true;
        }
    }
    return false;
}

/* Reads the name behind `<` or `</`, in small letters. */
static void tag_read(const char *from, char tag[static TAG_MAX]) {
    size_t length = 0;
    while (length < TAG_MAX - 1 && (isalnum((unsigned char)from[length]) || from[length] == '!')) {
        tag[length] = (char)tolower((unsigned char)from[length]);
        length++;
    }
    tag[length] = '\0';
    ck_assert_msg(length > 0, "a bare < in \"%.40s\"", from - 1);
}

/* Fails unless each tag is ended in its place, and headings go one level deeper at a time. */
static void page_is_sound(const char *html) {
    char open[DEPTHS][TAG_MAX];
    size_t depth = 0;
    int level = 0;
    for (const char *at = strchr(html, '<'); at; at = strchr(at + 1, '<')) {
        const bool ends = at[1] == '/';
        char tag[TAG_MAX];
        tag_read(at + 1 + ends, tag);
        ck_assert_str_ne(tag, "script");
        if (ends) {
            ck_assert_msg(depth > 0 && strcmp(open[depth - 1], tag) == 0, "</%s> ends <%s>", tag,
                          depth > 0 ? open[depth - 1] : "nothing");
            depth--;
        } else if (!is_void(tag) && strchr(at, '>')[-1] != '/') {
            ck_assert_uint_lt(depth, DEPTHS);
            strcpy(open[depth++], tag);
        }
        if (!ends && tag[0] == 'h' && isdigit((unsigned char)tag[1])) {
            ck_assert_msg(tag[1] - '0' <= level + 1, "h%d follows h%d", tag[1] - '0', level);
            level = tag[1] - '0';
        }
    }
    ck_assert_uint_eq(depth, 0);
    ck_assert_ptr_nonnull(strstr(html, "<h1"));
    ck_assert_ptr_null(strstr(strstr(html, "<h1") + 1, "<h1"));
}

static const char naughty[] = "<script>alert('1')</script> & \"x\" &lt; \x1B[31m \x80 *a* _b_ `c` "
                              "[d](e) |f|";

/* All that a document can hold, with the same text everywhere. */
static void all_write(struct document *document, const char *text) {
    static const struct document_column columns[] = {{"Practice", false, NULL},
                                                     {"<b>", false, NULL}};
    const char *const cells[] = {text, text, "one\ntwo", text};
    document_title(document, text);
    document_heading(document, HEADING_PART, text);
    document_text(document, 0, text);
    document_fact(document, 0, text, 8, text);
    document_fact_link(document, 0, "Link", 8, text);
    document_fact_named(document, 1, "Tool", 8, text, text);
    document_fact_named(document, 1, "Tool", 8, text, "https://example.org/?a=1&b=<c>");
    document_heading(document, HEADING_SECTION, text);
    document_item(document, 1, sign_verdict(VERDICT_NOT_MET, SIGN_UNICODE), 2, text);
    document_fact(document, 2, "Comment", 8, text);
    document_text(document, 2, text);
    document_item(document, 1, sign_plain(""), 0, text);
    document_link(document, 2, text);
    document_line(document, 2, text);
    document_bar(document, 1, &(struct document_bar){.counts = {[TONE_MET] = 3}, .of = 4}, 3, text);
    document_bar(document, 0, &(struct document_bar){.of = 0}, 3, text);
    document_lang(document, text);
    document_text(document, 0, text);
    const char *const langs[] = {text, NULL};
    const struct document_table table = {
        .caption = text, .columns = columns, .count = 2, .cells = cells, .rows = 2, .langs = langs};
    document_table(document, &table);
    const struct sign box = {.text = text, .word = text};
    const struct document_ask asks[] = {{text, text, text}, {text, "", ""}};
    const struct document_form form = {
        .code = text, .title = text, .boxes = &box, .box_count = 1, .asks = asks, .count = 2};
    document_form(document, &form);
    document_gap(document);
}

START_TEST(page_holds_any_text_and_stays_sound) {
    struct page page;
    page_open(&page, &pen_html);
    all_write(&page.document, naughty);
    const char *html = page_bytes(&page);
    page_is_sound(html);
    ck_assert_ptr_null(strchr(html, '\x1B'));
    ck_assert_ptr_null(strstr(html, "<script"));
    ck_assert_ptr_nonnull(strstr(html, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; "));
    page_close(&page);
}
END_TEST

static const struct {
    const char *url;
    bool link;
} urls[] = {
    {"https://example.org/?a=1&b=\"2\"", true},
    {"http://example.org/", true},
    {"javascript:alert(1)", false},
    {"data:text/html,<b>", false},
    {"file:///etc/passwd", false},
};

START_TEST(only_web_addresses_become_links) {
    struct page page;
    page_open(&page, &pen_html);
    document_link(&page.document, 0, urls[_i].url);
    const char *html = page_bytes(&page);
    page_is_sound(html);
    ck_assert_int_eq(strstr(html, "<a href=") != NULL, urls[_i].link);
    page_close(&page);
}
END_TEST

START_TEST(what_belongs_to_an_item_stands_in_it) {
    struct page page;
    page_open(&page, &pen_html);
    document_item(&page.document, 0, sign_verdict(VERDICT_MET, SIGN_UNICODE), 2, "Item");
    document_fact(&page.document, 1, "Comment", 8, "Good");
    document_item(&page.document, 0, sign_plain(""), 0, "Next");
    document_text(&page.document, 0, "Behind");
    const char *html = page_bytes(&page);
    ck_assert_ptr_nonnull(strstr(
        html,
        "<ul>\n<li><span class=\"sign met\" role=\"img\" aria-label=\"met\" title=\"met\">✓"
        "</span> Item<dl>\n<div><dt>Comment</dt><dd>Good</dd></div>\n</dl>\n</li>\n<li>Next</li>\n"
        "</ul>\n<p>Behind</p>\n"));
    page_close(&page);
}
END_TEST

START_TEST(text_in_another_language_says_so) {
    struct page page;
    page_open(&page, &pen_html);
    document_lang(&page.document, "cs");
    document_heading(&page.document, HEADING_TITLE, "Jazyková kavárna");
    document_text(&page.document, 0, "Language café");
    const char *html = page_bytes(&page);
    ck_assert_ptr_nonnull(strstr(html, "<h1 lang=\"cs\">Jazyková kavárna</h1>\n<p>Language café"));
    page_close(&page);
}
END_TEST

START_TEST(nothing_written_is_no_page) {
    struct page page;
    page_open(&page, &pen_html);
    ck_assert_str_eq(page_bytes(&page), "");
    page_close(&page);
}
END_TEST

START_TEST(markdown_says_the_text_and_no_markup) {
    struct page page;
    page_open(&page, &pen_markdown);
    all_write(&page.document, naughty);
    const char *markdown = page_bytes(&page);
    ck_assert_ptr_nonnull(strstr(markdown,
                                 "# \\<script\\>alert('1')\\</script\\> & \"x\" \\&lt; "
                                 "�\\[31m � \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\|f\\|\n"));
    ck_assert_ptr_null(strstr(markdown, "\n\n\n"));
    page_close(&page);
}
END_TEST

static const struct {
    const char *text;
    const char *markdown;
} lines[] = {
    {"1. May", "1\\. May\n"}, {"2026 was good", "2026 was good\n"}, {"- no", "\\- no\n"},
    {"# no", "\\# no\n"},     {"R&D, &lt; & A", "R&D, \\&lt; & A\n"},     {"one\ntwo", "one\\\ntwo\n"},
    {"+420 1", "\\+420 1\n"},
};

START_TEST(markdown_begins_no_list_by_chance) {
    struct page page;
    page_open(&page, &pen_markdown);
    document_text(&page.document, 0, lines[_i].text);
    ck_assert_str_eq(page_bytes(&page), lines[_i].markdown);
    page_close(&page);
}
END_TEST

START_TEST(every_report_is_a_sound_page) {
    struct stage stage;
    stage_spring(&stage);
    stage.document.pen = &pen_html;
    size_t count;
    const struct practice *const *practices = report_by_title(&stage.report, &count);
    for (int which = 0; which < 4; which++) {
        const size_t before = stage.size;
        stage.document.begun = false;
        if (which == 0) {
            report_text.list(&stage.report, practices, count);
        } else if (which == 1) {
            report_text.practice(&stage.report, practices[0]);
        } else if (which == 2) {
            report_text.stats(&stage.report);
        } else {
            report_text.collections(&stage.report);
        }
        document_end(&stage.document);
        page_is_sound(stage_bytes(&stage) + before);
    }
    stage_end(&stage);
}
END_TEST

static Suite *pen_suite(void) {
    Suite *suite = suite_create("pen");
    TCase *tests = tcase_create("pen");
    tcase_add_test(tests, page_holds_any_text_and_stays_sound);
    tcase_add_loop_test(tests, only_web_addresses_become_links, 0, sizeof urls / sizeof *urls);
    tcase_add_test(tests, what_belongs_to_an_item_stands_in_it);
    tcase_add_test(tests, text_in_another_language_says_so);
    tcase_add_test(tests, nothing_written_is_no_page);
    tcase_add_test(tests, markdown_says_the_text_and_no_markup);
    tcase_add_loop_test(tests, markdown_begins_no_list_by_chance, 0, sizeof lines / sizeof *lines);
    tcase_add_test(tests, every_report_is_a_sound_page);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void) {
    SRunner *runner = srunner_create(pen_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
