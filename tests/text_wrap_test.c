/* wrap: how wide a text is, how much of it fits, where its lines end. */
#include "vademecum/base/text.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROUNDS = 5000,
    SAMPLE_MAX = 200
};

#define FAMILY "\U0001F469\u200D\U0001F469\u200D\U0001F467"
#define FLAG "\U0001F1E8\U0001F1FF"

/* The next number of a fixed series. */
static unsigned number_next(unsigned *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* A text of pieces that are trouble for one another, and of any bytes at all. */
static void sample_next(unsigned *state, char text[SAMPLE_MAX]) {
    static const char *const pieces[] = {
        "a",       "b",      "word",       "longer-word", "and/or",     " ",      "  ",
        "\n",      "\r\n",   "\r",         "\t",          "-",          "/",      "\u00E9",
        "e\u0301", "\u0301", "\u4E2D",     "\u3000",      "\u00A0",     "\u200D", "\uFE0F",
        "\u200B",  "\u202E", "\uFB01",     "\u2026",      "\u0142",     "\u1112", "\u1161",
        "\u11AB",  "\u1160", "\u093E",     "\u0435",      "\xE3\x81",   "\x82",   "\x1B",
        "\u05D0",  FLAG,     "\U0001F3FD", FAMILY,        "\U000E0041", "\u00AD", "\u2010",
    };
    size_t length = 0;
    size_t wanted = number_next(state) % 40;
    while (wanted-- > 0) {
        const char byte[2] = {(char)(number_next(state) % 255 + 1), '\0'};
        const unsigned pick = number_next(state) % (sizeof pieces / sizeof *pieces + 10);
        const char *piece = pick < sizeof pieces / sizeof *pieces ? pieces[pick] : byte;
        if (length + strlen(piece) < SAMPLE_MAX) {
            memcpy(text + length, piece, strlen(piece));
            length += strlen(piece);
        }
    }
    text[length] = '\0';
}

START_TEST(width_and_fit) {
    static const struct {
        const char *text;
        int width; /* of the whole text */
        int room;
        size_t fits;
        int used;
        enum letters letters;
    } cases[] = {
        {"", 0, 5, 0, 0, LETTERS_ALL},
        {"abc", 3, 5, 3, 3, LETTERS_ALL},
        {"abc", 3, 3, 3, 3, LETTERS_ALL},
        {"abc", 3, 2, 2, 2, LETTERS_ALL},
        {"abc", 3, 0, 0, 0, LETTERS_ALL},
        {"abc", 3, -1, 0, 0, LETTERS_ALL},
        {"ab\nc", 4, 9, 2, 2, LETTERS_ALL},
        {"ab\r\nc", 4, 9, 2, 2, LETTERS_ALL},
        {"\u4E2D\u4E2D", 4, 3, 3, 2, LETTERS_ALL},
        {"a\u4E2D\u4E2D", 5, 4, 4, 3, LETTERS_ALL},
        {"\u4E2D", 2, 1, 0, 0, LETTERS_ALL},
        {"\u4E2D", 1, 1, 3, 1, LETTERS_ASCII},
        {"abe\u0301", 3, 3, 5, 3, LETTERS_ALL},
        {"abe\u0301", 3, 2, 2, 2, LETTERS_ALL},
        {"a\u2026b", 5, 3, 1, 1, LETTERS_ASCII},
        {"a\u2026b", 5, 4, 4, 4, LETTERS_ASCII},
        {"\x1B[m\xFF", 4, 9, 4, 4, LETTERS_ALL},
        {FAMILY, 6, 4, 14, 4, LETTERS_ALL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int used = -1;
        const size_t fits = text_fit(cases[i].text, strlen(cases[i].text), cases[i].room,
                                     cases[i].letters, &used);
        ck_assert_msg(fits == cases[i].fits, "case %zu: %zu bytes", i, fits);
        ck_assert_msg(used == cases[i].used, "case %zu: %d columns", i, used);
        const int width = text_width(cases[i].text, cases[i].letters);
        ck_assert_msg(width == cases[i].width, "case %zu: width %d", i, width);
    }
    /* A character cut by the end of its cell is not completed by what lies behind. */
    ck_assert_uint_eq(text_fit("A\xE3\x81\x82", 3, 9, LETTERS_ALL, NULL), 3);
    int used;
    text_fit("A\xE3\x81\x82", 3, 9, LETTERS_ALL, &used);
    ck_assert_int_eq(used, 3);
    text_fit("a\0b", 3, 9, LETTERS_ALL, &used);
    ck_assert_int_eq(used, 3);
}
END_TEST

START_TEST(wrap_lines) {
    static const struct {
        const char *text;
        int width;
        const char *lines; /* each with | behind it */
    } cases[] = {
        {"", 5, ""},
        {"one two", 9, "one two|"},
        {"one two", 7, "one two|"},
        {"one two", 6, "one|two|"},
        {"one two", 3, "one|two|"},
        {"one two", 2, "on|e|tw|o|"},
        {"one   two", 4, "one|two|"},
        {"a cdefghij", 5, "a|cdefg|hij|"},
        {"one\ntwo", 9, "one|two|"},
        {"one\r\ntwo", 3, "one|two|"},
        {"one\n\ntwo\n", 9, "one||two|"},
        {"\n", 9, "|"},
        {"\n\n", 9, "||"},
        {"one   \ntwo  ", 3, "one|two|"},
        {"   ", 2, "|"},
        {"  one two", 6, "  one|two|"},
        {"    one", 5, "|one|"},
        {"a\tb c", 3, "a\tb|c|"},
        {"long-term", 5, "long-|term|"},
        {"long-term", 4, "long|-ter|m|"},
        {"and/or else", 6, "and/or|else|"},
        {"and/or else", 5, "and/|or|else|"},
        {"in covid-19", 9, "in|covid-19|"},
        {"in 2020-21", 8, "in|2020-21|"},
        {"a -bcd", 4, "a|-bcd|"},
        {"p\u0159\u00ED-\u0159e\u010D", 4, "p\u0159\u00ED-|\u0159e\u010D|"},
        {"x ab\u2010cd", 5, "x ab\u2010|cd|"},
        {"ab\u00A0cd ef", 6, "ab\u00A0cd|ef|"},
        {"ab\u00A0cd", 3, "ab\u00A0|cd|"},
        {"\u4E2D\u4E2D\u4E2D", 5, "\u4E2D\u4E2D|\u4E2D|"},
        {"\u4E2D\u4E2D\na", 1, "\u4E2D|\u4E2D|a|"},
        {"\u4E2D a", 1, "\u4E2D|a|"},
        {"abce\u0301f", 4, "abce\u0301|f|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char lines[SAMPLE_MAX] = "";
        const char *rest = cases[i].text;
        struct span line;
        while (text_wrap(&rest, cases[i].width, LETTERS_ALL, &line)) {
            strncat(lines, line.start, line.length);
            strcat(lines, "|");
        }
        ck_assert_str_eq(lines, cases[i].lines);
        ck_assert(*rest == '\0');
    }
}
END_TEST

/* Marks where each cluster of the text starts, and which are blanks or newlines. */
static void boundaries_find(const char *text, enum letters letters, bool starts[], bool blanks[]) {
    size_t at = 0;
    memset(starts, 0, SAMPLE_MAX * sizeof *starts);
    memset(blanks, 0, SAMPLE_MAX * sizeof *blanks);
    while (text[at]) {
        struct cluster cluster;
        starts[at] = true;
        const size_t taken = text_cluster(text + at, TEXT_TO_NUL, letters, &cluster);
        for (size_t i = 0; i < taken; i++) {
            blanks[at + i] = cluster.space || cluster.newline;
        }
        at += taken;
    }
    starts[at] = true;
}

START_TEST(wrap_loses_nothing) {
    unsigned state = 2;
    for (int round = 0; round < ROUNDS; round++) {
        char text[SAMPLE_MAX];
        bool starts[SAMPLE_MAX];
        bool blanks[SAMPLE_MAX];
        sample_next(&state, text);
        const enum letters letters = round % 4 ? LETTERS_ALL : LETTERS_ASCII;
        const int width = (int)(number_next(&state) % 12) + 1;
        boundaries_find(text, letters, starts, blanks);
        const char *rest = text;
        const char *seen = text; /* all before it stood on a line or was left out rightly */
        struct span line;
        for (size_t lines = 0; text_wrap(&rest, width, letters, &line); lines++) {
            ck_assert_uint_lt(lines, SAMPLE_MAX);
            for (; seen < line.start; seen++) {
                ck_assert(blanks[seen - text]);
            }
            seen = line.start + line.length;
            ck_assert(seen <= rest);
            ck_assert(starts[line.start - text] && starts[seen - text]);
            int used;
            const size_t fits = text_fit(line.start, line.length, width, letters, &used);
            struct cluster first;
            ck_assert(fits == line.length ||
                      text_cluster(line.start, line.length, letters, &first) == line.length);
        }
        for (; *seen; seen++) {
            ck_assert(blanks[seen - text]);
        }
    }
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *cases = tcase_create("wrap");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, width_and_fit);
    tcase_add_test(cases, wrap_lines);
    tcase_add_test(cases, wrap_loses_nothing);
    Suite *suite = suite_create("wrap");
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
