/* document: text wrapped, entries, headings and tables, on pages of any width. */
#include "vademecum/base/count.h"
#include "vademecum/report/pen.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum {
    WIDEST = 130
};

static const char prose[] =
    "Ústí nad Labem, Łódź and 日本語 words, one aVeryLongWordThatHasNoPlaceToBreak";

/* Paper, and what was written on it. */
struct sheet {
    struct arena scratch;
    struct document document;
    char *bytes;
    size_t size;
};

static void sheet_open(struct sheet *sheet, int width, enum letters letters) {
    arena_init(&sheet->scratch, (struct arena_end){0});
    sheet->document = (struct document){
        .pen = &pen_text,
        .out = open_memstream(&sheet->bytes, &sheet->size),
        .width = width,
        .ascii = letters == LETTERS_ASCII,
        .letters = letters,
        .scratch = &sheet->scratch,
    };
    ck_assert_ptr_nonnull(sheet->document.out);
}

static void sheet_close(struct sheet *sheet) {
    free(sheet->bytes);
    arena_free(&sheet->scratch);
}

static const char *sheet_text(struct sheet *sheet) {
    fclose(sheet->document.out);
    return sheet->bytes;
}

/* Columns of the widest line; fails on a trailing blank. */
static int widest_line(const char *text) {
    int widest = 0;
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    while (*text) {
        const size_t length = strcspn(text, "\n");
        ck_assert_msg(length == 0 || text[length - 1] != ' ', "trailing blank in \"%s\"", text);
        const int width = text_width(arena_copy(&arena, text, length), LETTERS_ALL);
        widest = width > widest ? width : widest;
        text += length + 1;
    }
    arena_free(&arena);
    return widest;
}

/* The text without blanks and newlines. */
static char *bare(const char *text) {
    char *copy = malloc(strlen(text) + 1);
    char *to = copy;
    ck_assert_ptr_nonnull(copy);
    for (; *text; text++) {
        if (!strchr(" \n", *text)) {
            *to++ = *text;
        }
    }
    *to = '\0';
    return copy;
}

START_TEST(text_fits_and_keeps_all_at_any_width) {
    char *whole = bare(prose);
    for (int width = 2; width < WIDEST; width++) {
        struct sheet sheet;
        sheet_open(&sheet, width, LETTERS_ALL);
        document_text(&sheet.document, 0, prose);
        const char *text = sheet_text(&sheet);
        ck_assert_int_le(widest_line(text), width);
        char *got = bare(text);
        ck_assert_str_eq(got, whole);
        free(got);
        sheet_close(&sheet);
    }
    free(whole);
}
END_TEST

static const struct {
    int width;
    int depth;
    const char *label;
    int columns;
    const char *text;
    const char *page;
} entries[] = {
    {40, 0, "Place", 8, "Brno, Czechia", "Place   Brno, Czechia\n"},
    {26, 1, "Place", 8, "Brno and some more", "  Place   Brno and some\n          more\n"},
    {40, 0, "A label too wide", 8, "text", "A label too wide\n        text\n"},
    {16, 0, "Place", 8, "Brno, Czechia", "Place\n  Brno, Czechia\n"},
    {40, 0, "Place", 8, "", ""},
    {40, 1, "", 0, "one\ntwo\n\nthree", "  one\n  two\n\n  three\n"},
    {40, 0, "✓", 2, "met", "✓ met\n"},
    {40, 0, "\x1B[31mred", 12, "\x1B]0;x\x07", "␛[31mred    ␛]0;x␇\n"},
};

START_TEST(entry_is_laid_out) {
    struct sheet sheet;
    sheet_open(&sheet, entries[_i].width, LETTERS_ALL);
    document_fact(&sheet.document, entries[_i].depth, entries[_i].label, entries[_i].columns,
                  entries[_i].text);
    ck_assert_str_eq(sheet_text(&sheet), entries[_i].page);
    sheet_close(&sheet);
}
END_TEST

START_TEST(line_is_never_wrapped_but_always_checked) {
    struct sheet sheet;
    sheet_open(&sheet, 10, LETTERS_ALL);
    document_line(&sheet.document, 1, "https://example.org/a/long/way\nto\x1B go");
    ck_assert_str_eq(sheet_text(&sheet), "  https://example.org/a/long/way to␛ go\n");
    sheet_close(&sheet);
}
END_TEST

START_TEST(heading_has_a_rule_as_wide_as_its_widest_line) {
    struct sheet sheet;
    sheet_open(&sheet, 12, LETTERS_ALL);
    document_heading(&sheet.document, HEADING_PART, "Łódź 日本 and");
    ck_assert_str_eq(sheet_text(&sheet), "Łódź 日本\nand\n─────────\n");
    sheet_close(&sheet);
    sheet_open(&sheet, 12, LETTERS_ASCII);
    document_heading(&sheet.document, HEADING_PART, "Łódź");
    ck_assert_str_eq(sheet_text(&sheet), "Lodz\n----\n");
    sheet_close(&sheet);
}
END_TEST

static const struct document_column columns[] = {
    {"Practice", false, NULL}, {"Where", false, NULL}, {"Id", true, NULL}};

static void table_put(struct sheet *sheet, const char *const *cells, size_t rows) {
    const struct document_table table = {
        .caption = "Practices",
        .columns = columns,
        .count = COUNT(columns),
        .cells = cells,
        .rows = rows,
    };
    document_table(&sheet->document, &table);
}
static const char *const cells[] = {
    "Intercultural workers in Brno",
    "Brno",
    "cz-brno-intercultural-work",
    "Rada Imigrantów",
    "Gdańsk",
    "pl-gdansk",
    "Nowhere",
    "",
    "xx",
};

START_TEST(table_is_aligned_where_there_is_room) {
    struct sheet sheet;
    sheet_open(&sheet, 70, LETTERS_ALL);
    table_put(&sheet, cells, COUNT(cells) / COUNT(columns));
    ck_assert_str_eq(sheet_text(&sheet),
                     "Practice                       Where   Id\n"
                     "Intercultural workers in Brno  Brno    cz-brno-intercultural-work\n"
                     "Rada Imigrantów                Gdańsk  pl-gdansk\n"
                     "Nowhere                                xx\n");
    sheet_close(&sheet);
}
END_TEST

START_TEST(table_wraps_cells_and_indents_where_they_go_on) {
    struct sheet sheet;
    sheet_open(&sheet, 56, LETTERS_ALL);
    table_put(&sheet, cells, 1);
    ck_assert_str_eq(sheet_text(&sheet),
                     "Practice               Where  Id\n"
                     "Intercultural workers  Brno   cz-brno-intercultural-work\n"
                     "  in Brno\n");
    sheet_close(&sheet);
}
END_TEST

START_TEST(table_stacks_cells_behind_their_titles_where_there_is_no_room) {
    struct sheet sheet;
    sheet_open(&sheet, 30, LETTERS_ALL);
    table_put(&sheet, cells, 1);
    ck_assert_str_eq(sheet_text(&sheet),
                     "Intercultural workers in Brno\n  Where  Brno\n  cz-brno-intercultural-work\n");
    sheet_close(&sheet);
}
END_TEST

START_TEST(table_keeps_all_and_ids_whole_at_any_width) {
    for (int width = 1; width < WIDEST; width++) {
        struct sheet sheet;
        sheet_open(&sheet, width, LETTERS_ALL);
        table_put(&sheet, cells, COUNT(cells) / COUNT(columns));
        const char *text = sheet_text(&sheet);
        ck_assert_ptr_nonnull(strstr(text, "cz-brno-intercultural-work"));
        ck_assert(width < 29 || widest_line(text) <= width);
        ck_assert(width < 29 || strstr(text, "Intercultural"));
        sheet_close(&sheet);
    }
}
END_TEST

static Suite *document_suite(void) {
    Suite *suite = suite_create("document");
    TCase *tests = tcase_create("document");
    tcase_add_test(tests, text_fits_and_keeps_all_at_any_width);
    tcase_add_loop_test(tests, entry_is_laid_out, 0, COUNT(entries));
    tcase_add_test(tests, line_is_never_wrapped_but_always_checked);
    tcase_add_test(tests, heading_has_a_rule_as_wide_as_its_widest_line);
    tcase_add_test(tests, table_is_aligned_where_there_is_room);
    tcase_add_test(tests, table_wraps_cells_and_indents_where_they_go_on);
    tcase_add_test(tests, table_stacks_cells_behind_their_titles_where_there_is_no_room);
    tcase_add_test(tests, table_keeps_all_and_ids_whole_at_any_width);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    SRunner *runner = srunner_create(document_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
