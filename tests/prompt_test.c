/* prompt: a line being typed. */
#include "vademecum/base/text.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/prompt.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void type(struct prompt *prompt, const char *keys) {
    while (*keys) {
        const int key = keymap_parse(&keys);
        ck_assert_int_ne(key, PRESS_NONE);
        ck_assert_int_eq(prompt_key(prompt, key), PROMPT_TAKEN);
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
    struct prompt prompt;
    char shown[PROMPT_MAX + 1];
    prompt_clear(&prompt);
    type(&prompt, edits[_i].keys);
    memcpy(shown, prompt.text, prompt.cursor);
    shown[prompt.cursor] = '|';
    strcpy(shown + prompt.cursor + 1, prompt.text + prompt.cursor);
    ck_assert_str_eq(shown, edits[_i].line);
}
END_TEST

START_TEST(enter_escape_and_others_are_told) {
    struct prompt prompt;
    prompt_clear(&prompt);
    ck_assert_int_eq(prompt_key(&prompt, PRESS_ENTER), PROMPT_ACCEPTED);
    ck_assert_int_eq(prompt_key(&prompt, PRESS_ESCAPE), PROMPT_LEFT);
    ck_assert_int_eq(prompt_key(&prompt, 3), PROMPT_LEFT);
    ck_assert_int_eq(prompt_key(&prompt, PRESS_BACKSPACE), PROMPT_LEFT);
    ck_assert_int_eq(prompt_key(&prompt, PRESS_UP), PROMPT_NOT_MINE);
    ck_assert_int_eq(prompt_key(&prompt, 0x9b), PROMPT_NOT_MINE);
    ck_assert_str_eq(prompt.text, "");
}
END_TEST

START_TEST(a_full_line_takes_no_more) {
    struct prompt prompt;
    prompt_clear(&prompt);
    for (int i = 0; i < 2 * PROMPT_MAX; i++) {
        prompt_key(&prompt, 0x20ac);
    }
    ck_assert_uint_lt(prompt.length, PROMPT_MAX);
    ck_assert_uint_eq(strlen(prompt.text), prompt.length);
    ck_assert_uint_eq(prompt.length % strlen("€"), 0);
    ck_assert_int_eq(prompt_key(&prompt, 0x20ac), PROMPT_FULL);
}
END_TEST

START_TEST(any_keys_keep_the_line_whole) {
    static const int keys[] = {
        'a',        ' ',         0xe9,       0x301,     0x6f22,          0x1f600,
        PRESS_LEFT, PRESS_RIGHT, PRESS_HOME, PRESS_END, PRESS_BACKSPACE, PRESS_DELETE,
        4,          21,          11,         23};
    struct prompt prompt;
    prompt_clear(&prompt);
    srand(7);
    for (int i = 0; i < 20000; i++) {
        prompt_key(&prompt, keys[(size_t)rand() % (sizeof keys / sizeof *keys)]);
        ck_assert_uint_le(prompt.cursor, prompt.length);
        ck_assert_uint_eq(strlen(prompt.text), prompt.length);
        ck_assert_uint_eq(text_valid(prompt.text, prompt.length), prompt.length);
        ck_assert_uint_eq(text_valid(prompt.text, prompt.cursor), prompt.cursor);
    }
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("prompt");
    TCase *tcase = tcase_create("prompt");
    tcase_add_loop_test(tcase, keys_edit_the_line, 0, sizeof edits / sizeof *edits);
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
