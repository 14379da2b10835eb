/* keymap and command: the notation of keys, and that every command is whole and its keys its own.
 */
#include "vademecum/desk/keymap.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *written;
    int key;
    const char *shown;
} keys[] = {
    {"j", 'j', "j"},
    {"<Down>", PRESS_DOWN, "Down"},
    {"<S-Tab>", PRESS_BACK_TAB, "Shift-Tab"},
    {"<C-l>", 'l' - 'a' + 1, "Ctrl-L"},
    {"<F1>", PRESS_F1, "F1"},
    {"<F12>", PRESS_F1 + 11, "F12"},
    {"<Space>", ' ', "Space"},
    {"<lt>", '<', "<"},
    {"é", 0xe9, "é"},
    {"<", '<', "<"},
};

START_TEST(a_key_is_read_and_shown) {
    const char *text = keys[_i].written;
    char shown[KEY_NAME_MAX];
    ck_assert_int_eq(keymap_parse(&text), keys[_i].key);
    ck_assert_str_eq(text, "");
    keymap_name(keys[_i].key, shown);
    ck_assert_str_eq(shown, keys[_i].shown);
}
END_TEST

START_TEST(an_unknown_key_stays_unread) {
    static const char *const unknown[] = {"<Nothing>", "<C-1>", "<F13>", "<>", "\xff", ""};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        const char *text = unknown[i];
        ck_assert_int_eq(keymap_parse(&text), PRESS_NONE);
        ck_assert_ptr_eq(text, unknown[i]);
    }
}
END_TEST

START_TEST(every_command_is_whole) {
    const enum command command = (enum command)_i;
    const struct command_info *info = command_info(command);
    ck_assert_str_ne(info->name, "");
    ck_assert_str_ne(info->footer, "");
    ck_assert_str_ne(info->help, "");
    ck_assert_int_eq(command_find(info->name), command);
}
END_TEST

START_TEST(every_key_gives_one_command) {
    const enum command command = (enum command)_i;
    const char *rest = command_info(command)->keys;
    while (*rest) {
        if (*rest == ' ') {
            rest++;
            continue;
        }
        const int key = keymap_parse(&rest);
        ck_assert_msg(key != PRESS_NONE, "keys of %s: %s", command_info(command)->name, rest);
        ck_assert_int_eq(keymap_command(key), command);
    }
}
END_TEST

START_TEST(keys_are_listed) {
    char shown[64];
    keymap_keys(COMMAND_DOWN, false, shown, sizeof shown);
    ck_assert_str_eq(shown, "Down");
    keymap_keys(COMMAND_DOWN, true, shown, sizeof shown);
    ck_assert_str_eq(shown, "Down, j");
    keymap_keys(COMMAND_SUSPEND, true, shown, sizeof shown);
    ck_assert_str_eq(shown, "");
}
END_TEST

START_TEST(groups_follow_one_another) {
    for (enum command command = COMMAND_NONE + 2; command < COMMAND_COUNT; command++) {
        ck_assert_int_ge(command_info(command)->group,
                         command_info((enum command)(command - 1))->group);
    }
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("keymap");
    TCase *tcase = tcase_create("keymap");
    const int count = sizeof keys / sizeof *keys;
    tcase_add_loop_test(tcase, a_key_is_read_and_shown, 0, count);
    tcase_add_test(tcase, an_unknown_key_stays_unread);
    tcase_add_loop_test(tcase, every_command_is_whole, COMMAND_NONE + 1, COMMAND_COUNT);
    tcase_add_loop_test(tcase, every_key_gives_one_command, COMMAND_NONE + 1, COMMAND_COUNT);
    tcase_add_test(tcase, keys_are_listed);
    tcase_add_test(tcase, groups_follow_one_another);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
