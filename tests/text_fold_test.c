/* fold: what a text is compared by, and its letters in ASCII. */
#include "vademecum/base/text.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum {
    LAST_CODE = 0x10FFFF
};

static struct arena arena_start(void) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    return arena;
}

static size_t code_write(int32_t code, char *out) {
    return (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)out);
}

/* The code point after this one: each where there are any, some of the empty planes. */
static int32_t code_next(int32_t code) {
    const bool crowded = code < 0x40000 || (code >= 0xE0000 && code < 0xE1000);
    const int32_t next = code + (crowded ? 1 : 0xFF);
    return next == 0xD800 ? 0xE000 : next;
}

START_TEST(fold_texts) {
    static const struct {
        const char *text;
        const char *folded;
    } cases[] = {
        {"", ""},
        {"Brno 60", "brno 60"},
        {"\u0141\u00F3d\u017A", "lodz"},
        {"\u00DAst\u00ED", "usti"},
        {"U\u0301sti\u0301", "usti"},
        {"GDA\u0143SK", "gdansk"},
        {"STRA\u1E9EE stra\u00DFe", "strasse strasse"},
        {"\u00C6\u0152\u00D8\u0110\u0126\u0166\u00DE\u00D0\u0131\u0130", "aeoeodhtthdii"},
        {"\u01FD\u01FF", "aeo"},
        {"\uFB01\uFF21\u00B2", "fia2"},
        {"\u041A\u0418\u0407\u0412", "\u043A\u0438\u0456\u0432"},
        {"\u1FB3\u03B1\u0345", "\u03B1\u03B1"},
        {"a\u00ADb\u200Bc\u200Dd\uFEFFe\u3164f\u202Eg", "abcdefg"},
        {"a\u00A0b\u2028c\u2800d", "a b c d"},
        {"\U0001F1E8\U0001F1FF", "cz"},
        {"It's \"it\u2019s\" \u201CO`\u00B4\uFF07\u02BC\u201D", "its its o"},
        {"\u304B\u3099 \uFF76\uFF9F \u3042\u3099 \u309B",
         "\u304C \u30AB\u309A \u3042\u3099 \u3099"},
        {"a\x01\n\tb", "a\x01\n\tb"},
        {"\377A\xC5", "\uFFFDa\uFFFD"},
        {"\uFDFA", "\u0635\u0644\u064A \u0627\u0644\u0644\u0647 \u0639\u0644\u064A\u0647 "
                   "\u0648\u0633\u0644\u0645"},
    };
    struct arena arena = arena_start();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_str_eq(text_fold(&arena, cases[i].text), cases[i].folded);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(fold_ignores_composition) {
    struct arena arena = arena_start();
    for (int32_t code = 1; code <= LAST_CODE; code = code_next(code)) {
        char text[8] = "";
        code_write(code, text);
        utf8proc_uint8_t *apart = utf8proc_NFD((const utf8proc_uint8_t *)text);
        utf8proc_uint8_t *whole = utf8proc_NFC((const utf8proc_uint8_t *)text);
        const char *folded = text_fold(&arena, text);
        if (strcmp(text_fold(&arena, (const char *)apart), folded) != 0 ||
            strcmp(text_fold(&arena, (const char *)whole), folded) != 0 ||
            strcmp(text_fold(&arena, folded), folded) != 0) {
            ck_abort_msg("U+%04X folds to %s", (unsigned)code, folded);
        }
        free(apart);
        free(whole);
        arena_empty(&arena);
    }
    arena_free(&arena);
}
END_TEST

/* Digits come in tens, in their order. */
START_TEST(digits_of_all_scripts_are_ascii) {
    struct arena arena = arena_start();
    int expected = 0;
    size_t count = 0;
    for (int32_t code = '0'; code < LAST_CODE; code++) {
        if (utf8proc_category(code) != UTF8PROC_CATEGORY_ND) {
            ck_assert_int_eq(expected, 0);
            continue;
        }
        char text[8] = "";
        const char digit[2] = {(char)('0' + expected), '\0'};
        code_write(code, text);
        ck_assert_str_eq(text_fold(&arena, text), digit);
        expected = (expected + 1) % 10;
        count++;
    }
    ck_assert_uint_ge(count, 600);
    arena_free(&arena);
}
END_TEST

START_TEST(letters_of_all_tables_are_found) {
    static const char *const pairs[][2] = {
        {"\u0259\u018F\u014B\u014A\u0253\u0181", "eennbb"},
        {"\u0257\u018A\u0199\u0198\u01B4\u01B3", "ddkkyy"},
        {"\u025B\u0190\u0254\u0186\u0263\u0292\u01B7", "eeoogzz"},
        {"\u0138\u017F\u1E9E\u00DF\uA7B9\uA7B8", "qsssssuu"},
        {"\u0491\u0490\u0451\u0401", "\u0433\u0433\u0435\u0435"},
        {"\u04E9\u049B", "\u043E\u043A"},
        {"\u05DA\u05E5", "\u05DB\u05E6"},
        {"\u0629\u06D5\u06A9\u06CC", "\u0647\u0647\u0643\u064A"},
        {"\u0D7F\u09CE", "\u0D15\u0D4D\u09A4\u09CD"},
    };
    struct arena arena = arena_start();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        ck_assert_str_eq(text_fold(&arena, pairs[i][0]), pairs[i][1]);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(ascii_forms) {
    static const struct {
        wchar_t character;
        const char *form;
    } cases[] = {
        {L'a', "a"},       {L' ', " "},       {L'\n', ""},      {L'\0', ""},      {L'\u0142', "l"},
        {L'\u0152', "OE"}, {L'\u2192', "->"}, {L'\u2713', "+"}, {L'\u25B8', ">"}, {L'\u0439', ""},
        {L'\u0301', ""},   {L'\u200B', ""},   {L'\u3000', " "}, {L'\uFDFA', ""},  {L'\u2122', "TM"},
        {L'\u0149', "'n"}, {L'\u0259', "e"},  {L'\u014A', "N"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char form[CLUSTER_CHARS + 1];
        ck_assert_uint_eq(text_ascii(cases[i].character, form), strlen(cases[i].form));
        ck_assert_str_eq(form, cases[i].form);
    }
}
END_TEST

START_TEST(words_are_found_in_any_order) {
    static const struct {
        const char *words;
        bool found;
    } cases[] = {
        {"", true},
        {"  ", true},
        {"lin", true},
        {"zilina city", true},
        {" city  of", true},
        {"of of", true},
        {"cityof", false},
        {"city bratislava", false},
        {"city of zilinaa", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_msg(text_words_in("city of zilina", cases[i].words) == cases[i].found, "\"%s\"",
                      cases[i].words);
    }
    ck_assert(!text_words_in("", "a"));
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *cases = tcase_create("fold");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, fold_texts);
    tcase_add_test(cases, fold_ignores_composition);
    tcase_add_test(cases, digits_of_all_scripts_are_ascii);
    tcase_add_test(cases, letters_of_all_tables_are_found);
    tcase_add_test(cases, ascii_forms);
    tcase_add_test(cases, words_are_found_in_any_order);
    Suite *suite = suite_create("fold");
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
