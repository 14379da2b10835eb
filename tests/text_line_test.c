/* text_line: a line being typed. */
#include "vademecum/base/text.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/text_line.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void type(struct text_line *line, const char *keys) {
    while (*keys) {
        const int key = keymap_parse(&keys);
        ck_assert_int_ne(key, PRESS_NONE);
        ck_assert_int_eq(text_line_key(line, key), TEXT_LINE_TAKEN);
    }
}

/* What keys make of an empty line; "|" in the result stands for the cursor. */
static const struct {
    const char *keys;
    const char *line;
} edits[] = {
    {"Brno", "Brno|"},
    {"Ústí<Left><Left>x", "Úsx|tí"},
    {"abc<Home>x", "x|abc"},
    {"abc<C-a><Right><C-k>", "a|"},
    {"one two<C-w>", "one |"},
    {"one two  <C-w>", "one |"},
    {"one<C-u>", "|"},
    {"abc<Left><Delete>", "ab|"},
    {"abc<Left><C-h>", "a|c"},
    {"abc<C-a><C-d><C-e>d", "bcd|"},
    /* A letter goes with its accents: e and U+0301 are one to a reader. */
    {"ae\xcc\x81<Backspace>", "a|"},
    {"ae\xcc\x81z<Left><Left>x", "ax|e\xcc\x81z"},
};

START_TEST(keys_edit_the_line) {
    struct text_line line;
    char shown[TEXT_LINE_MAX + 1];
    text_line_clear(&line);
    type(&line, edits[_i].keys);
    memcpy(shown, line.text, line.cursor);
    shown[line.cursor] = '|';
    strcpy(shown + line.cursor + 1, line.text + line.cursor);
    ck_assert_str_eq(shown, edits[_i].line);
}
END_TEST

/* The same with a line that stands there and was chosen. */
static const struct {
    const char *keys;
    const char *line;
} choices[] = {
    {"x", "x|"},
    {"xy", "xy|"},
    {"ž", "ž|"},
    {"<Backspace>", "|"},
    {"<Delete>x", "x|"},
    {"<End>x", "Ústíx|"},
    {"<Left>x", "Ústx|í"},
    {"<Home>x", "x|Ústí"},
    {"<C-w>x", "x|"},
    {"<End><Backspace>", "Úst|"},
};

START_TEST(what_is_typed_takes_the_place_of_a_chosen_line) {
    struct text_line line;
    char shown[TEXT_LINE_MAX + 1];
    text_line_clear(&line);
    text_line_put(&line, "Ústí");
    text_line_choose(&line);
    type(&line, choices[_i].keys);
    memcpy(shown, line.text, line.cursor);
    shown[line.cursor] = '|';
    strcpy(shown + line.cursor + 1, line.text + line.cursor);
    ck_assert_str_eq(shown, choices[_i].line);
}
END_TEST

START_TEST(what_is_put_takes_the_place_of_a_chosen_line) {
    struct text_line line;
    char long_text[2 * TEXT_LINE_MAX];
    memset(long_text, 'x', sizeof long_text);
    long_text[sizeof long_text - 1] = '\0';
    text_line_clear(&line);
    text_line_choose(&line);
    ck_assert_int_eq(text_line_put(&line, "Brno"), TEXT_LINE_TAKEN);
    text_line_choose(&line);
    ck_assert_int_eq(text_line_put(&line, long_text), TEXT_LINE_FULL);
    ck_assert_str_eq(line.text, "Brno");
    text_line_choose(&line);
    ck_assert_int_eq(text_line_put(&line, "Praha"), TEXT_LINE_TAKEN);
    ck_assert_str_eq(line.text, "Praha");
}
END_TEST

START_TEST(enter_escape_and_others_are_told) {
    struct text_line line;
    text_line_clear(&line);
    ck_assert_int_eq(text_line_key(&line, PRESS_ENTER), TEXT_LINE_ACCEPTED);
    ck_assert_int_eq(text_line_key(&line, PRESS_ESCAPE), TEXT_LINE_LEFT);
    ck_assert_int_eq(text_line_key(&line, 3), TEXT_LINE_LEFT);
    ck_assert_int_eq(text_line_key(&line, PRESS_BACKSPACE), TEXT_LINE_LEFT);
    ck_assert_int_eq(text_line_key(&line, PRESS_UP), TEXT_LINE_NOT_MINE);
    ck_assert_int_eq(text_line_key(&line, 0x9b), TEXT_LINE_NOT_MINE);
    ck_assert_str_eq(line.text, "");
}
END_TEST

START_TEST(a_full_line_takes_no_more) {
    struct text_line line;
    text_line_clear(&line);
    for (int i = 0; i < 2 * TEXT_LINE_MAX; i++) {
        text_line_key(&line, 0x20ac);
    }
    ck_assert_uint_lt(line.length, TEXT_LINE_MAX);
    ck_assert_uint_eq(strlen(line.text), line.length);
    ck_assert_uint_eq(line.length % strlen("€"), 0);
    ck_assert_int_eq(text_line_key(&line, 0x20ac), TEXT_LINE_FULL);
}
END_TEST

START_TEST(any_keys_keep_the_line_whole) {
    static const int keys[] = {
        'a',        ' ',         0xe9,       0x301,     0x6f22,          0x1f600,
        PRESS_LEFT, PRESS_RIGHT, PRESS_HOME, PRESS_END, PRESS_BACKSPACE, PRESS_DELETE,
        4,          21,          11,         23};
    struct text_line line;
    text_line_clear(&line);
    srand(7);
    for (int i = 0; i < 20000; i++) {
        text_line_key(&line, keys[(size_t)rand() % (sizeof keys / sizeof *keys)]);
        ck_assert_uint_le(line.cursor, line.length);
        ck_assert_uint_eq(strlen(line.text), line.length);
        ck_assert_uint_eq(text_valid(line.text, line.length), line.length);
        ck_assert_uint_eq(text_valid(line.text, line.cursor), line.cursor);
    }
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("text_line");
    TCase *tcase = tcase_create("text_line");
    tcase_add_loop_test(tcase, keys_edit_the_line, 0, sizeof edits / sizeof *edits);
    tcase_add_loop_test(tcase, what_is_typed_takes_the_place_of_a_chosen_line, 0,
                        sizeof choices / sizeof *choices);
    tcase_add_test(tcase, what_is_put_takes_the_place_of_a_chosen_line);
    tcase_add_test(tcase, enter_escape_and_others_are_told);
    tcase_add_test(tcase, a_full_line_takes_no_more);
    tcase_add_test(tcase, any_keys_keep_the_line_whole);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
