/* text: which clusters bytes become, and that nothing else reaches a terminal. */
#include "vademecum/base/text.h"

#include <check.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum {
    LAST_CODE = 0x10FFFF
};

#define FAMILY "\U0001F469\u200D\U0001F469\u200D\U0001F467"
#define FLAG "\U0001F1E8\U0001F1FF"
#define THUMB "\U0001F44D\U0001F3FD"
#define HEART "\u2764\uFE0F"

static struct arena arena_start(void) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    return arena;
}

static size_t code_write(int32_t code, char *out) {
    return (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)out);
}

/* Whether nobody would see the character, or the terminal would do something else than draw it. */
static bool code_is_harmful(int32_t code) {
    const utf8proc_category_t category = utf8proc_category(code);
    /* These shape the letter before them, or are not let through. */
    if (code == 0x200C || code == 0x200D) {
        return false;
    }
    return category == UTF8PROC_CATEGORY_CN || category >= UTF8PROC_CATEGORY_ZL ||
           utf8proc_get_property(code)->ignorable || code == 0x2800;
}

/* The code point after this one: each where there are any, some of the empty planes. */
static int32_t code_next(int32_t code) {
    const bool crowded = code < 0x40000 || (code >= 0xE0000 && code < 0xE1000);
    const int32_t next = code + (crowded ? 1 : 0xFF);
    return next == 0xD800 ? 0xE000 : next;
}

/* Whether the cluster fits one cell: a character with all the columns, and the rest with none. */
static bool fits_cell(const struct cluster *cluster) {
    bool fits = wcwidth(cluster->chars[0]) == cluster->width && cluster->width > 0;
    for (size_t i = 0; cluster->chars[i]; i++) {
        fits = fits && !code_is_harmful((int32_t)cluster->chars[i]);
        fits = fits && (i == 0 || wcwidth(cluster->chars[i]) == 0);
    }
    return fits;
}

/* Whether the cluster is of ASCII, a column for each character. */
static bool fits_ascii(const struct cluster *cluster) {
    bool fits = (size_t)cluster->width == wcslen(cluster->chars) && cluster->width > 0;
    for (size_t i = 0; cluster->chars[i]; i++) {
        fits = fits && cluster->chars[i] >= L' ' && cluster->chars[i] <= L'~';
    }
    return fits;
}

START_TEST(each_code_point) {
    for (int32_t code = 0x20; code <= LAST_CODE; code = code_next(code)) {
        char text[8] = "a";
        const size_t bytes = code_write(code, text + 1);
        struct cluster alone;
        struct cluster behind;
        struct cluster ascii;
        const size_t taken = text_cluster(text + 1, bytes, LETTERS_ALL, &alone);
        const size_t also = text_cluster(text + 1, TEXT_TO_NUL, LETTERS_ASCII, &ascii);
        text_cluster(text, TEXT_TO_NUL, LETTERS_ALL, &behind);
        if (taken != bytes || also != bytes || !fits_cell(&alone) || !fits_cell(&behind) ||
            !fits_ascii(&ascii)) {
            ck_abort_msg("U+%04X comes out as U+%04X U+%04X, %d columns", (unsigned)code,
                         (unsigned)alone.chars[0], (unsigned)alone.chars[1], alone.width);
        }
    }
}
END_TEST

START_TEST(each_cluster) {
    static const struct {
        const char *text;
        size_t taken;
        const wchar_t *chars;
        int width;
        bool newline;
        bool space;
    } cases[] = {
        {"ab", 1, L"a", 1, false, false},
        {" a", 1, L" ", 1, false, true},
        {"\ta", 1, L" ", 1, false, true},
        {"\na", 1, L"", 0, true, false},
        {"\r\na", 2, L"", 0, true, false},
        {"\ra", 1, L"\u240D", 1, false, false},
        {"\x7F", 1, L"\u2421", 1, false, false},
        {"\xC2\x85", 2, L"\uFFFD", 1, false, false},
        {"\u017A", 2, L"\u017A", 1, false, false},
        {"z\u0301a", 3, L"z\u0301", 1, false, false},
        {"\u4E2D\u4E2D", 3, L"\u4E2D", 2, false, false},
        {"\u00A0a", 2, L"\u00A0", 1, false, false},
        {"\u2007a", 3, L"\u2007", 1, false, false},
        {"\u202Fa", 3, L"\u202F", 1, false, false},
        {"\u2003a", 3, L"\u2003", 1, false, true},
        {"\u3000a", 3, L"\u3000", 2, false, true},
        {" \u0301a", 3, L" \u0301", 1, false, false},
        {"\u0301a", 2, L"\u25CC\u0301", 1, false, false},
        {"\u0301\u0302a", 4, L"\u25CC\u0301\u0302", 1, false, false},
        {"\u05E9\u05C1", 4, L"\u05E9\u05C1", 1, false, false},
        {"\u0645\u06CC\u200C\u062E", 2, L"\u0645", 1, false, false},
        {"\u06CC\u200C\u062E", 5, L"\u06CC\u200C", 1, false, false},
        {"\u0647\u200D ", 5, L"\u0647\u200D", 1, false, false},
        {"\u0628\u064E\u200C\u0628", 7, L"\u0628\u064E\u200C", 1, false, false},
        {"\u0915\u094D\u200D\u0937", 9, L"\u0915\u094D\u200D", 1, false, false},
        {"a\u200Cb", 4, L"a", 1, false, false},
        {"n\u00ADt", 3, L"n", 1, false, false},
        {"\u00DF\u00AD\u00ADf", 6, L"\u00DF", 1, false, false},
        {"e\u00AD\u0301", 5, L"e\u0301", 1, false, false},
        {"\u00ADab", 3, L"a", 1, false, false},
        {"\u00AD\u00AD\n", 5, L"", 0, true, false},
        {"\u00AD", 2, L" ", 1, false, true},
        {" \u00ADa", 3, L" ", 1, false, true},
        {"\u1780\u200B\u1780", 6, L"\u1780", 1, false, false},
        {"a\u200Bb", 1, L"a", 1, false, false},
        {"\u200Bb", 3, L"\uFFFD", 1, false, false},
        {FAMILY, 7, L"\U0001F469", 2, false, false},
        {FLAG, 4, L"C", 1, false, false},
        {THUMB, 8, L"\U0001F44D", 2, false, false},
        {HEART, 6, L"\u2764", 1, false, false},
        {"1\uFE0F\u20E3", 7, L"1\u20E3", 1, false, false},
        {"\u1112\u1161\u11AB", 9, L"\u1112\u1161\u11AB", 2, false, false},
        {"\uD558\u11AB", 6, L"\uD558\u11AB", 2, false, false},
        {"\u1112\u1160\u11AB", 3, L"\u1112", 2, false, false},
        {"\u1161a", 3, L"\uFFFD", 1, false, false},
        {"a\u1161", 1, L"a", 1, false, false},
        {"\u3164", 3, L"\uFFFD", 1, false, false},
        {"\u200D\u0301", 3, L"\uFFFD", 1, false, false},
        {"\u0939\u093F", 3, L"\u0939", 1, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct cluster cluster;
        const size_t taken = text_cluster(cases[i].text, strlen(cases[i].text), LETTERS_ALL,
                                          &cluster);
        ck_assert_msg(taken == cases[i].taken, "case %zu: took %zu", i, taken);
        ck_assert_msg(wcscmp(cluster.chars, cases[i].chars) == 0, "case %zu: U+%04X U+%04X", i,
                      (unsigned)cluster.chars[0], (unsigned)cluster.chars[1]);
        ck_assert_msg(cluster.width == cases[i].width, "case %zu: width %d", i, cluster.width);
        ck_assert_msg(cluster.newline == cases[i].newline, "case %zu: newline", i);
        ck_assert_msg(cluster.space == cases[i].space, "case %zu: space", i);
    }
}
END_TEST

START_TEST(controls_show) {
    for (int byte = 0; byte < 0x20; byte++) {
        const char text[1] = {(char)byte};
        struct cluster cluster;
        ck_assert_uint_eq(text_cluster(text, 1, LETTERS_ALL, &cluster), 1);
        if (byte != '\n' && byte != '\t') {
            ck_assert_int_eq(cluster.chars[0], 0x2400 + byte);
            text_cluster(text, 1, LETTERS_ASCII, &cluster);
            ck_assert_int_eq(cluster.chars[0], '?');
        }
    }
    for (int byte = 0x80; byte < 0x100; byte++) {
        const char text[2] = {(char)byte, 'a'};
        struct cluster cluster;
        ck_assert_uint_eq(text_cluster(text, 2, LETTERS_ALL, &cluster), 1);
        ck_assert(wcscmp(cluster.chars, L"\uFFFD") == 0 && cluster.width == 1);
    }
}
END_TEST

START_TEST(marks_pile_up) {
    static const size_t counts[] = {1, 4, 5, 40, 10000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        const size_t length = 1 + 2 * counts[i];
        char *text = calloc(length + 3, 1);
        ck_assert_ptr_nonnull(text);
        text[0] = 'a';
        for (size_t mark = 0; mark < counts[i]; mark++) {
            memcpy(text + 1 + 2 * mark, "\u0301", 2);
        }
        memcpy(text + length, "bc", 2);
        struct cluster cluster;
        ck_assert_uint_eq(text_cluster(text, TEXT_TO_NUL, LETTERS_ALL, &cluster), length);
        ck_assert_uint_eq(wcslen(cluster.chars), 1 + (counts[i] < 4 ? counts[i] : 4));
        ck_assert_int_eq(cluster.width, 1);
        ck_assert_int_eq(text_width(text, LETTERS_ALL), 3);
        ck_assert_uint_eq(text_cluster(text + 1, TEXT_TO_NUL, LETTERS_ALL, &cluster), length - 1);
        ck_assert_uint_eq(wcslen(cluster.chars), 1 + (counts[i] < 4 ? counts[i] : 4));
        ck_assert_int_eq(text_width(text, LETTERS_ASCII), 3);
        const char *rest = text;
        struct span line;
        ck_assert(text_wrap(&rest, 2, LETTERS_ALL, &line));
        ck_assert_uint_eq(line.length, length + 1);
        free(text);
    }
}
END_TEST

START_TEST(clean_shows) {
    static const struct {
        const char *text;
        const char *all;
        const char *ascii;
    } cases[] = {
        {"", "", ""},
        {"a\tb\nc\r\nd", "a b\nc\nd", "a b\nc\nd"},
        {"\x1B[2Jx", "\u241B[2Jx", "?[2Jx"},
        {"\x1B[6n", "\u241B[6n", "?[6n"},
        {"\x1B]0;title\x07", "\u241B]0;title\u2407", "?]0;title?"},
        {"\x1B]8;;http://x\x1B\\y", "\u241B]8;;http://x\u241B\\y", "?]8;;http://x?\\y"},
        {"\x1B]52;c;aGk=", "\u241B]52;c;aGk=", "?]52;c;aGk="},
        {"\033c\033P\033_", "\u241Bc\u241BP\u241B_", "?c?P?_"},
        {"\2332J\302\2332J", "\uFFFD2J\uFFFD2J", "?2J?2J"},
        {"a\bb\vc\fd\re", "a\u2408b\u240Bc\u240Cd\u240De", "a?b?c?d?e"},
        {"a\u202Eb\u2066c\u200Fd\u061Ce", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe", "a?b?c?d?e"},
        {"a\u00ADb\u200Bc\uFEFFd\u2060e", "ab\uFFFDc\uFFFDd\uFFFDe", "ab?c?d?e"},
        {"a\u2028b\u2029c\uFFFFd\uE000e", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe", "a?b?c?d?e"},
        {"a\u180Eb\u3164c\U000E0041d\U000E0FFFe", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe", "a?b?c?d?e"},
        {"a\u200Db\u200Cc\uFE0Fd\u034Fe\U000E0100", "abcde", "abcde"},
        {"\u05E9\u05DC\u05D5\u05DD \u0633\u0644\u0627\u0645",
         "\u05E9\u05DC\u05D5\u05DD \u0633\u0644\u0627\u0645", "???? ????"},
        {FAMILY " " FLAG, "\U0001F469\U0001F469\U0001F467 CZ", "??? CZ"},
        /* Malformed: a stray continuation, truncated, overlong, a surrogate, too high, never. */
        {"\x80|\xBF\x80|", "\uFFFD|\uFFFD\uFFFD|", "?|??|"},
        {"\xC3|\xE3\x81|\xF0\x9F\x98|", "\uFFFD|\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD|", "?|??|???|"},
        {"\xC0\xAF|\xE0\x80\xAF|\xF0\x80\x80\xAF",
         "\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD\uFFFD", "??|???|????"},
        {"\xC1\xBF|\xE0\x9F\xBF", "\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD", "??|???"},
        {"\xED\xA0\x80|\xED\xBF\xBF", "\uFFFD\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD", "???|???"},
        {"\xF4\x90\x80\x80|\xFE|\xFF", "\uFFFD\uFFFD\uFFFD\uFFFD|\uFFFD|\uFFFD", "????|?|?"},
        {"\xF8\x88\x80\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", "?????"},
        {"\xE3\x81", "\uFFFD\uFFFD", "??"},
        {"\202B", "\uFFFDB", "?B"},
        {"\xC5\x81\xC3\xB3", "\u0141\u00F3", "Lo"},
        /* ASCII. */
        {"\u00DAst\u00ED \u0141\u00F3d\u017A Gdan\u0301sk",
         "\u00DAst\u00ED \u0141\u00F3d\u017A Gdan\u0301sk", "Usti Lodz Gdansk"},
        {"\u00DF\u1E9E\u00E6\u00C6\u0153\u0152\u00FE\u00DE",
         "\u00DF\u1E9E\u00E6\u00C6\u0153\u0152\u00FE\u00DE", "ssSSaeAEoeOEthTH"},
        {"\u00F8\u00D8\u0111\u0110\u00F0\u00D0\u0131\u0130\u0127\u0126\u0167\u0166",
         "\u00F8\u00D8\u0111\u0110\u00F0\u00D0\u0131\u0130\u0127\u0126\u0167\u0166",
         "oOdDdDiIhHtT"},
        {"\u201Ea\u201C \u2018b\u2019 \u00ABc\u00BB", "\u201Ea\u201C \u2018b\u2019 \u00ABc\u00BB",
         "\"a\" 'b' \"c\""},
        {"1\u20132\u2014\u2026 \u2022 \u00A0\u20AC\u00BD",
         "1\u20132\u2014\u2026 \u2022 \u00A0\u20AC\u00BD", "1-2--... *  EUR1/2"},
        {"\u2260=\u0338 \u00B4\u00A8 m\u00B2 \uFB01", "\u2260=\u0338 \u00B4\u00A8 m\u00B2 \uFB01",
         "!=? '? m2 fi"},
        {"\u0435\u4E2D\uFDFA\u0301", "\u0435\u4E2D\uFDFA\u0301", "???"},
    };
    struct arena arena = arena_start();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_str_eq(text_clean(&arena, cases[i].text, LETTERS_ALL), cases[i].all);
        ck_assert_str_eq(text_clean(&arena, cases[i].text, LETTERS_ASCII), cases[i].ascii);
    }
    ck_assert_str_eq(text_clean_line(&arena, "a\nb\r\n\nc\r", LETTERS_ALL), "a b  c\u240D");
    arena_free(&arena);
}
END_TEST

START_TEST(clean_stays_clean) {
    static const char *const pieces[] = {
        "a",      " ",      "\t",     "\n",     "\r",     "=",          "\033",       "\u00E9",
        "\u0301", "\u4E2D", "\u3000", "\u00A0", "\u200D", "\uFE0F",     "\u200B",     "\u202E",
        "\uFB01", "\u2026", "\u0142", "\u1112", "\u1161", "\u11AB",     "\u1160",     "\u093E",
        "\u05D0", "\u25CC", "\u2764", "\u20E3", "\u00AD", "\U0001F1E8", "\U0001F3FD", "\U0001F469",
        "\x80",   "\xC5",   "\xE3",   "\x81",   "\xF0",   "\x9F",       "\u0600",     "\U000E0041",
    };
    const size_t count = sizeof pieces / sizeof *pieces;
    struct arena arena = arena_start();
    for (size_t i = 0; i < count * count * count; i++) {
        char text[16];
        snprintf(text, sizeof text, "%s%s%s", pieces[i / count / count], pieces[i / count % count],
                 pieces[i % count]);
        const enum letters letters = i % 2 ? LETTERS_ALL : LETTERS_ASCII;
        const char *once = text_clean(&arena, text, letters);
        if (text_valid(once, strlen(once)) != strlen(once) ||
            strcmp(text_clean(&arena, once, letters), once) != 0 ||
            text_width(once, letters) != text_width(text, letters) ||
            strchr(text_clean_line(&arena, text, letters), '\n')) {
            ck_abort_msg("%zu: %s comes out as %s", i, text, once);
        }
        arena_empty(&arena);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(valid_bytes) {
    static const struct {
        const char *text;
        size_t valid;
    } cases[] = {
        {"", 0},
        {"abcdefghijk", 11},
        {"abcdefgh\u017Aabcdefgh", 18},
        {"abcdefgh\xFF", 8},
        {"abcdefghi\xC5", 9},
        {"\xED\xA0\x80", 0},
        {"\xC0\x80", 0},
        {"\u4E2D\xE4\xB8", 3},
        {"a\u202E\x1B", 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_uint_eq(text_valid(cases[i].text, strlen(cases[i].text)), cases[i].valid);
    }
    for (size_t bad = 0; bad < 24; bad++) {
        char text[] = "abcdefghijklmnopqrstuvwx";
        text[bad] = '\xFF';
        ck_assert_uint_eq(text_valid(text, strlen(text)), bad);
    }
    ck_assert_uint_eq(text_valid("a\0b", 3), 3);
    ck_assert_uint_eq(text_valid("\u4E2D", 2), 0);
}
END_TEST

START_TEST(poor_locale) {
    setlocale(LC_ALL, "C");
    struct arena arena = arena_start();
    ck_assert_str_eq(text_clean(&arena, "\u0141o\u0301d\u017A \u4E2D", LETTERS_ASCII), "Lodz ?");
    ck_assert_str_eq(text_clean(&arena, "\u0141a", LETTERS_ALL), "\uFFFDa");
    ck_assert_int_eq(text_width("\u0141a\u0301\u4E2D", LETTERS_ALL), 3);
    arena_free(&arena);
    setlocale(LC_ALL, "C.UTF-8");
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *cases = tcase_create("text");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, each_code_point);
    tcase_add_test(cases, each_cluster);
    tcase_add_test(cases, controls_show);
    tcase_add_test(cases, marks_pile_up);
    tcase_add_test(cases, clean_shows);
    tcase_add_test(cases, clean_stays_clean);
    tcase_add_test(cases, valid_bytes);
    tcase_add_test(cases, poor_locale);
    Suite *suite = suite_create("text");
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
