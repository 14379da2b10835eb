/* fault: what a fault holds, how it is told, and what a list keeps. */
#include "vademecum/base/count.h"
#include "vademecum/base/fault.h"

#include <check.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Fills every byte, so that a field that is not set shows. */
static struct fault fault_stale(void) {
    struct fault fault;
    memset(&fault, 'x', sizeof fault);
    return fault;
}

START_TEST(fault_holds_what_it_was_given) {
    struct fault fault = fault_stale();
    ck_assert(!fault_set(&fault, FAULT_LEFT_OUT, "a.csv", 12, "title", "%d of %s", 3, "four"));
    ck_assert_int_eq(fault.kind, FAULT_LEFT_OUT);
    ck_assert_str_eq(fault.file, "a.csv");
    ck_assert_int_eq(fault.line, 12);
    ck_assert_str_eq(fault.column, "title");
    ck_assert_str_eq(fault.text, "3 of four");
}
END_TEST

START_TEST(fault_without_a_place_has_none) {
    struct fault fault = fault_stale();
    fault_set(&fault, FAULT_USAGE, NULL, 0, NULL, "text");
    ck_assert_str_eq(fault.file, "");
    ck_assert_int_eq(fault.line, 0);
    ck_assert_str_eq(fault.column, "");
}
END_TEST

START_TEST(long_texts_are_cut) {
    char text[3 * FAULT_TEXT_MAX];
    memset(text, 'y', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    struct fault fault = fault_stale();
    fault_set(&fault, FAULT_DEFECT, text, 1, text, "%s", text);
    ck_assert_uint_eq(strlen(fault.file), FAULT_FILE_MAX - 1);
    ck_assert_uint_eq(strlen(fault.column), FAULT_COLUMN_MAX - 1);
    ck_assert_uint_eq(strlen(fault.text), FAULT_TEXT_MAX - 1);
    fault_set_errno(&fault, text, ENOENT, "%s", text);
    ck_assert_uint_eq(strlen(fault.text), FAULT_TEXT_MAX - 1);
}
END_TEST

START_TEST(system_fault_says_why) {
    struct fault fault = fault_stale();
    ck_assert(!fault_set_errno(&fault, "a.csv", ENOSPC, "%s cannot be saved", "It"));
    ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
    ck_assert_str_eq(fault.file, "a.csv");
    ck_assert_int_eq(fault.line, 0);
    ck_assert_str_eq(fault.column, "");
    ck_assert_int_eq(strncmp(fault.text, "It cannot be saved: ", 20), 0);
    ck_assert_int_eq(strncmp(fault.text + 20, strerror(ENOSPC), strlen(strerror(ENOSPC))), 0);
    ck_assert_str_eq(fault.text + 20 + strlen(strerror(ENOSPC)), ".");
}
END_TEST

static const struct told {
    const char *file;
    long line;
    const char *column;
    const char *line_told;
} tolds[] = {
    {"a.csv", 7, "title", "a.csv:7: title: text"},
    {"a.csv", 7, NULL, "a.csv:7: text"},
    {"a.csv", 0, "title", "a.csv: title: text"},
    {"a.csv", 0, NULL, "a.csv: text"},
    {NULL, 0, NULL, "text"},
    {NULL, 7, NULL, "text"},
    {NULL, 0, "title", "title: text"},
    {"%s%n", 1, "%d", "%s%n:1: %d: text"},
};

START_TEST(line_is_told_as_compilers_do) {
    const struct told *told = &tolds[_i];
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault fault;
    fault_set(&fault, FAULT_DEFECT, told->file, told->line, told->column, "text");
    ck_assert_str_eq(fault_line(&fault, &arena), told->line_told);
    struct fault_list list;
    fault_list_init(&list, &arena);
    fault_list_add(&list, FAULT_DEFECT, told->file, told->line, told->column, "text");
    ck_assert_str_eq(fault_defect_line(&list.defects[0], &arena), told->line_told);
    arena_free(&arena);
}
END_TEST

START_TEST(list_keeps_order_and_counts) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault_list list;
    fault_list_init(&list, &arena);
    ck_assert_uint_eq(list.count, 0);
    char file[] = "a.csv";
    char column[] = "title";
    for (int i = 0; i < 100; i++) {
        const enum fault_kind kind = i % 4 ? FAULT_DEFECT : FAULT_LEFT_OUT;
        fault_list_add(&list, kind, file, i + 1, column, "number %d", i);
    }
    file[0] = column[0] = '?';
    ck_assert_uint_eq(list.count, 100);
    ck_assert_uint_eq(list.kept, 100);
    ck_assert_uint_eq(list.left_out, 25);
    for (int i = 0; i < 100; i++) {
        const struct defect *defect = &list.defects[i];
        char text[32];
        snprintf(text, sizeof text, "number %d", i);
        ck_assert_int_eq(defect->kind, i % 4 ? FAULT_DEFECT : FAULT_LEFT_OUT);
        ck_assert_str_eq(defect->file, "a.csv");
        ck_assert_int_eq(defect->line, i + 1);
        ck_assert_str_eq(defect->column, "title");
        ck_assert_str_eq(defect->text, text);
    }
    arena_free(&arena);
}
END_TEST

/* Up to eight that are alike stand one by one; of more, the first speaks for all. */
START_TEST(like_defects_are_folded) {
    struct arena arena;
    struct fault_list list;
    arena_init(&arena, (struct arena_end){0});
    fault_list_init(&list, &arena);
    for (long line = 1; line <= 9; line++) {
        fault_list_add(&list, FAULT_DEFECT, "a.csv", line, "title", "Same.");
        fault_list_add(&list, FAULT_DEFECT, "a.csv", line, line % 2 ? "note" : "city", "Same.");
    }
    fault_list_fold(&list);
    ck_assert_uint_eq(list.count, 18);
    ck_assert_uint_eq(list.kept, 10);
    ck_assert_uint_eq(list.folded, 8);
    ck_assert_int_eq(list.defects[0].line, 1);
    ck_assert_str_eq(list.defects[0].text,
                     "Same. It is the same in 8 more lines, the last of them line 9.");
    ck_assert_str_eq(list.defects[1].column, "note");
    ck_assert_int_eq(list.defects[9].line, 9);
    arena_free(&arena);
}
END_TEST

START_TEST(full_list_goes_on_counting) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    struct fault_list list;
    fault_list_init(&list, &arena);
    for (long i = 0; i < FAULT_LIST_MAX; i++) {
        fault_list_add(&list, FAULT_DEFECT, NULL, i, NULL, "kept");
    }
    const struct arena_block *newest = arena.blocks;
    for (long i = 0; i < FAULT_LIST_MAX; i++) {
        fault_list_add(&list, FAULT_LEFT_OUT, "a.csv", i, NULL, "counted");
    }
    ck_assert_uint_eq(list.kept, FAULT_LIST_MAX);
    ck_assert_uint_eq(list.count, 2 * FAULT_LIST_MAX);
    ck_assert_uint_eq(list.left_out, FAULT_LIST_MAX);
    ck_assert_int_eq(list.defects[FAULT_LIST_MAX - 1].line, FAULT_LIST_MAX - 1);
    ck_assert_ptr_eq(arena.blocks, newest);
    arena_free(&arena);
}
END_TEST

static Suite *fault_suite(void) {
    Suite *suite = suite_create("fault");
    TCase *one = tcase_create("one fault");
    tcase_add_test(one, fault_holds_what_it_was_given);
    tcase_add_test(one, fault_without_a_place_has_none);
    tcase_add_test(one, long_texts_are_cut);
    tcase_add_test(one, system_fault_says_why);
    tcase_add_loop_test(one, line_is_told_as_compilers_do, 0, COUNT(tolds));
    suite_add_tcase(suite, one);

    TCase *list = tcase_create("list");
    tcase_add_test(list, list_keeps_order_and_counts);
    tcase_add_test(list, like_defects_are_folded);
    tcase_add_test(list, full_list_goes_on_counting);
    suite_add_tcase(suite, list);
    return suite;
}

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    SRunner *runner = srunner_create(fault_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
