/* quote: what a sentence shows of a text from a file. */
#include "vademecum/base/count.h"
#include "vademecum/catalogue/quote.h"

#include "vademecum/base/text.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum {
    HUGE_LENGTH = 1024 * 1024
};

struct pair {
    const char *given;
    const char *expected;
};

#define FORTY "1234567890123456789012345678901234567890"

static const struct pair texts[] = {
    {"", ""},
    {"Brno", "Brno"},
    {"Ústí", "Ústí"},
    {FORTY, FORTY},
    {FORTY "1", FORTY "…"},
    {FORTY "\n", FORTY "…"},
    {"a\nb\r\nc\td", "a b c d"},
    {"\x1B[2J", "\xE2\x90\x9B[2J"},
    {"a\xFF"
     "b",
     "a\xEF\xBF\xBD"
     "b"},
    {"a\xE2\x80\xAE"
     "b",
     "a\xEF\xBF\xBD"
     "b"},
    {"%s%n", "%s%n"},
};

static const struct pair characters[] = {
    {"", ""},
    {"a", "a"},
    {"ab", "a"},
    {"čb", "č"},
    {"\xE2\x80\xAE"
     "b",
     "\xEF\xBF\xBD"},
    {"\U0001F600b", "\U0001F600"},
    {"\x1B[", "\xE2\x90\x9B"},
    {"\xC4", "\xEF\xBF\xBD"},
};

static struct arena arena_start(void) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    return arena;
}

START_TEST(text_is_quoted) {
    struct arena arena = arena_start();
    ck_assert_str_eq(quote_text(&arena, texts[_i].given), texts[_i].expected);
    arena_free(&arena);
}
END_TEST

START_TEST(character_is_quoted) {
    struct arena arena = arena_start();
    ck_assert_str_eq(quote_character(&arena, characters[_i].given), characters[_i].expected);
    arena_free(&arena);
}
END_TEST

/* However long a text is, its quotation is short and whole; `piece` fills the text. */
static void long_text_check(const char *piece) {
    struct arena arena = arena_start();
    const size_t size = strlen(piece);
    char *text = arena_alloc(&arena, HUGE_LENGTH + size + 1);
    for (size_t length = 0; length < HUGE_LENGTH; length += size) {
        memcpy(text + length, piece, size);
    }
    const char *quoted = quote_text(&arena, text);
    const size_t length = strlen(quoted);
    ck_assert_int_le(text_width(quoted, LETTERS_ALL), QUOTE_WIDTH + 1);
    ck_assert_uint_ge(length, strlen("…"));
    ck_assert_str_eq(quoted + length - strlen("…"), "…");
    ck_assert_uint_eq(text_valid(quoted, length), length);
    ck_assert_ptr_null(strstr(quoted, "\xEF\xBF\xBD…"));
    arena_free(&arena);
}

START_TEST(long_texts) {
    static const char *const pieces[] = {"a",
                                         "č",
                                         "中",
                                         "\U0001F600",
                                         "a\xCC\x81",
                                         "a\xCC\x81\xCC\x81\xCC\x81",
                                         "a\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81"};
    for (size_t i = 0; i < COUNT(pieces); i++) {
        long_text_check(pieces[i]);
    }
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *quotes = tcase_create("quote");
    tcase_add_loop_test(quotes, text_is_quoted, 0, (int)COUNT(texts));
    tcase_add_loop_test(quotes, character_is_quoted, 0, (int)COUNT(characters));
    tcase_add_test(quotes, long_texts);
    Suite *suite = suite_create("quote");
    suite_add_tcase(suite, quotes);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
