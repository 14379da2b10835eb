/* keymap and command: the notation of keys, and that every command is whole and its keys its own.
 */
#include "vademecum/desk/keyboard.h"
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

/* Each row as the layouts have it, so that a letter beside its place in the table is found. */
START_TEST(letters_are_taken_by_their_place) {
    static const struct {
        enum keyboard keyboard;
        const char *written;
        const char *meant;
    } rows[] = {
        {KEYBOARD_CYRILLIC, "йцукенгшщз", "qwertyuiop"},
        {KEYBOARD_CYRILLIC, "фівапролд", "asdfghjkl"},
        {KEYBOARD_CYRILLIC, "ячсмитьбю", "zxcvbnm,."},
        {KEYBOARD_CYRILLIC, "ЙЦУКЕНГШЩЗ", "QWERTYUIOP"},
        {KEYBOARD_CYRILLIC, "ФІВАПРОЛДЖ", "ASDFGHJKL:"},
        {KEYBOARD_CYRILLIC, "ЯЧСМИТЬ", "ZXCVBNM"},
        {KEYBOARD_CYRILLIC, "ыЫўЎ", "sSoO"},
        {KEYBOARD_GREEK, ";ςερτυθιοπ", "qwertyuiop"},
        {KEYBOARD_GREEK, "ασδφγηξκλ", "asdfghjkl"},
        {KEYBOARD_GREEK, "ζχψωβνμ", "zxcvbnm"},
        {KEYBOARD_GREEK, "ΕΡΤΥΘΙΟΠ", "ERTYUIOP"},
        {KEYBOARD_GREEK, "ΑΣΔΦΓΗΞΚΛ", "ASDFGHJKL"},
        {KEYBOARD_GREEK, "ΖΧΨΩΒΝΜ", "ZXCVBNM"},
        {KEYBOARD_CZECH, "+ěščřžýáíé", "1234567890"},
        {KEYBOARD_CZECH, "+ľščťžýáíé", "1234567890"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *written = rows[i].written;
        for (const char *meant = rows[i].meant; *meant; meant++) {
            const int key = keymap_parse(&written);
            const struct keyboard_key taken = keyboard_place(key, 1u << rows[i].keyboard);
            ck_assert_msg(taken.key == *meant, "%s: %c, not %c", rows[i].meant, taken.key, *meant);
            ck_assert_int_eq(taken.keyboard, rows[i].keyboard);
            ck_assert_msg(keymap_command(key) == COMMAND_NONE, "a key of its own: %c", *meant);
        }
        ck_assert_str_eq(written, "");
    }
}
END_TEST

static bool letter_reached(int letter, enum keyboard keyboard) {
    for (int key = 1; key < PRESS_UP; key++) {
        const struct keyboard_key taken = keyboard_place(key, 1u << keyboard);
        if (taken.keyboard == keyboard && taken.key == letter) {
            return true;
        }
    }
    return false;
}

START_TEST(every_letter_command_is_reached) {
    const char *rest = command_info((enum command)_i)->keys;
    for (int key = 0; rest += strspn(rest, " "), (key = keymap_parse(&rest)) != PRESS_NONE;) {
        if ((key >= 'a' && key <= 'z') || (key >= 'A' && key <= 'Z')) {
            ck_assert_msg(letter_reached(key, KEYBOARD_CYRILLIC), "Cyrillic: %c", key);
            ck_assert_msg(letter_reached(key, KEYBOARD_GREEK), "Greek: %c", key);
        } else if (key >= '0' && key <= '9') {
            ck_assert_msg(letter_reached(key, KEYBOARD_CZECH), "Czech: %c", key);
        }
    }
}
END_TEST

START_TEST(keys_of_all_keyboards_stand_for_themselves) {
    for (int key = 1; key < 0x80; key++) {
        const struct keyboard_key taken = keyboard_place(key, 0);
        ck_assert_int_eq(taken.key, key == '+' ? '1' : key);
        ck_assert_int_eq(taken.keyboard, key == '+' ? KEYBOARD_CZECH : KEYBOARD_ANY);
    }
    ck_assert_int_eq(keyboard_place(PRESS_DOWN, 0).key, PRESS_DOWN);
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
    tcase_add_test(tcase, letters_are_taken_by_their_place);
    tcase_add_loop_test(tcase, every_letter_command_is_reached, COMMAND_NONE + 1, COMMAND_COUNT);
    tcase_add_test(tcase, keys_of_all_keyboards_stand_for_themselves);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
