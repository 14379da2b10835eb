/*
 * compare, comparing and matrix: who differs in what; both sides in step;
 * and what the matrix has counted of all practices is what a plain count gives.
 */
#include "desk.h"
#include "vademecum/base/count.h"
#include "vademecum/desk/act.h"
#include "vademecum/screens/compare.h"
#include "vademecum/screens/matrix.h"
#include "vademecum/screens/practice.h"

static const struct panel LEFT = {SCREEN_COMPARE, SIDE_LEFT};
static const struct panel RIGHT = {SCREEN_COMPARE, SIDE_RIGHT};
static const struct panel MATRIX = {SCREEN_MATRIX, MATRIX_ROWS};

/* A macro, for clang takes no struct as a constant. */
#define MET                                                                                        \
    { true, MARK_MET, VERDICT_NONE }

static const struct {
    struct stand one;
    struct stand other;
    bool differs;
} stands[] = {
    /* two of the catalogue, by their marks */
    {MET, MET, false},
    {MET, {true, MARK_NOT_MET, VERDICT_NONE}, true},
    {{true, MARK_ABSENT, VERDICT_NONE}, {true, MARK_UNMARKED, VERDICT_NONE}, true},
    {MET, {true, MARK_MET, VERDICT_PARTLY}, false},
    {{true, MARK_MET, VERDICT_MET}, {true, MARK_MET, VERDICT_PARTLY}, true},
    /* two own ones, by their verdicts */
    {{false, MARK_ABSENT, VERDICT_NONE}, {false, MARK_ABSENT, VERDICT_NONE}, false},
    {{false, MARK_ABSENT, VERDICT_NONE}, {false, MARK_ABSENT, VERDICT_MET}, true},
    {{false, MARK_ABSENT, VERDICT_NA}, {false, MARK_ABSENT, VERDICT_UNKNOWN}, true},
    /* one of each */
    {MET, {false, MARK_ABSENT, VERDICT_MET}, false},
    {MET, {false, MARK_ABSENT, VERDICT_PARTLY}, true},
    {MET, {false, MARK_ABSENT, VERDICT_NONE}, true},
    {{true, MARK_NOT_MET, VERDICT_NONE}, {false, MARK_ABSENT, VERDICT_NOT_MET}, false},
    {{true, MARK_ABSENT, VERDICT_NONE}, {false, MARK_ABSENT, VERDICT_NONE}, false},
    {{true, MARK_UNMARKED, VERDICT_NONE}, {false, MARK_ABSENT, VERDICT_NONE}, false},
    {{true, MARK_ABSENT, VERDICT_NONE}, {false, MARK_ABSENT, VERDICT_MET}, true},
};

START_TEST(whether_two_differ) {
    ck_assert_int_eq(compare_stands_differ(&stands[_i].one, &stands[_i].other), stands[_i].differs);
    ck_assert_int_eq(compare_stands_differ(&stands[_i].other, &stands[_i].one), stands[_i].differs);
}
END_TEST

/* A stand by its number: of all that there can be, those of sources first. */
static struct stand stand_numbered(size_t number) {
    const size_t sourced = (size_t)MARK_COUNT * VERDICT_COUNT;
    return (struct stand){
        .sourced = number < sourced,
        .mark = number < sourced ? (enum mark)(number / VERDICT_COUNT) : MARK_ABSENT,
        .verdict = (enum verdict)(number % VERDICT_COUNT),
    };
}

START_TEST(both_sides_see_the_same) {
    const size_t count = ((size_t)MARK_COUNT + 1) * VERDICT_COUNT;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++) {
            const struct stand one = stand_numbered(i);
            const struct stand other = stand_numbered(j);
            const bool ahead = compare_stands_ahead(&one, &other);
            const bool behind = compare_stands_ahead(&other, &one);
            ck_assert_int_eq(compare_stands_differ(&one, &other),
                             compare_stands_differ(&other, &one));
            ck_assert(!(ahead && behind));
            ck_assert(i != j || (!ahead && !compare_stands_differ(&one, &other)));
        }
    }
}
END_TEST

/* The places that are shown, counted by hand. */
static size_t places_expected(enum compare_shown shown) {
    const struct checklist *checklist = compare_of(&desk)->checklist;
    size_t count = shown == COMPARE_ALL ? checklist->question_count : 0;
    for (size_t i = 0; i < checklist->item_count; i++) {
        const struct stand left = compare_stands(&desk, SIDE_LEFT, &checklist->items[i]);
        const struct stand right = compare_stands(&desk, SIDE_RIGHT, &checklist->items[i]);
        count += shown == COMPARE_ALL ||
                 (shown == COMPARE_LEFT_AHEAD ? compare_stands_ahead(&left, &right)
                                              : compare_stands_ahead(&right, &left));
    }
    return count;
}

START_TEST(what_is_shown_of_each_pair) {
    for (size_t one = 0; one < desk.listing.count; one++) {
        for (size_t other = 0; other < desk.listing.count; other++) {
            if (one == other) {
                continue;
            }
            const struct place pair = {.practice = &desk.listing.order[one],
                                       .other = &desk.listing.order[other]};
            ck_assert(desk_go(&desk, SCREEN_COMPARE, &pair));
            for (enum compare_shown shown = COMPARE_ALL; shown < COMPARE_SHOWN; shown++) {
                ck_assert_int_eq(compare_of(&desk)->shown, shown);
                ck_assert_uint_eq(window_entries(&desk, LEFT), places_expected(shown));
                ck_assert_uint_eq(window_entries(&desk, RIGHT), places_expected(shown));
                press("d", 36, 120);
            }
            ck_assert_int_eq(compare_of(&desk)->shown, COMPARE_ALL);
            press("<Esc>", 36, 120);
        }
    }
}
END_TEST

/* Tab brings up the other side at the same place. */
static void sides_are_level(int columns) {
    const struct compare_place here = compare_here(&desk);
    const enum side side = compare_side(&desk);
    ck_assert_uint_eq(layout.panel_count, 1);
    press("<Tab>", 30, columns);
    ck_assert_int_ne(compare_side(&desk), side);
    ck_assert_ptr_eq(compare_here(&desk).question, here.question);
    ck_assert_ptr_eq(compare_here(&desk).item, here.item);
}

START_TEST(both_sides_are_level) {
    static const char *const keys[] = {"<Down>", "<Down>", "<PgDn>", "<Up>", "<PgUp>",
                                       "<End>",  "<Tab>",  "d",      "1",    "2"};
    press("aMine<Enter><Esc>c<Enter>", 30, 100 + _i);
    srand((unsigned)_i);
    for (int i = 0; i < 300; i++) {
        press(keys[(size_t)rand() % COUNT(keys)], 30, 100 + _i);
        sides_are_level(100 + _i);
    }
}
END_TEST

START_TEST(a_mark_goes_to_the_own_side_only) {
    press("aMine<Enter><Esc>c<Enter>", 36, 120);
    const struct item *item = compare_here(&desk).item;
    const struct subject *own = &compare_of(&desk)->sides[SIDE_RIGHT];
    const struct subject *model = &compare_of(&desk)->sides[SIDE_LEFT];
    ck_assert_ptr_null(own->practice);
    press("2", 36, 120);
    ck_assert_int_eq(work_verdict(&desk, own, item), VERDICT_PARTLY);
    ck_assert(!act_possible(&desk, COMMAND_HIDE_ANSWERED));
    press("<Tab>1", 36, 120);
    own = &compare_of(&desk)->sides[SIDE_RIGHT];
    model = &compare_of(&desk)->sides[SIDE_LEFT];
    ck_assert_int_eq(work_verdict(&desk, own, item), VERDICT_PARTLY);
    ck_assert_int_eq(work_verdict(&desk, model, item), VERDICT_NONE);
    press("<Tab><Space>", 36, 120);
    ck_assert_int_eq(work_verdict(&desk, &compare_of(&desk)->sides[SIDE_RIGHT], item),
                     VERDICT_NOT_MET);
}
END_TEST

START_TEST(enter_goes_to_the_item_and_esc_comes_back) {
    press("cj", 36, 120); /* letters narrow the list */
    press("<Esc><Enter><Down><Down><Tab>", 36, 120);
    const struct item *item = compare_here(&desk).item;
    const struct subject *right = &compare_of(&desk)->sides[SIDE_RIGHT];
    press("<Enter>", 36, 120);
    ck_assert_int_eq(stack_screen(&desk), SCREEN_PRACTICE);
    ck_assert_ptr_eq(practice_of(&desk)->model, right->practice);
    ck_assert_ptr_eq(practice_item(&desk), item);
    press("<Esc>", 36, 120);
    ck_assert_int_eq(stack_screen(&desk), SCREEN_COMPARE);
    ck_assert_ptr_eq(compare_here(&desk).item, item);
}
END_TEST

/* Each practice and item, one by one; those of sources only. */
static size_t column_expected(size_t column) {
    const struct matrix_column about = matrix_column(&desk, column);
    size_t count = 0;
    for (size_t p = 0; p < desk.listing.count; p++) {
        const struct subject *subject = &desk.listing.order[p];
        size_t listed = 0;
        size_t all_met = 0;
        for (size_t i = 0; i < about.count; i++) {
            const struct item *item = &about.items[i];
            const enum mark mark = subject->practice
                                       ? catalogue_mark(&catalogue, subject->practice, item)
                                       : MARK_ABSENT;
            listed += mark != MARK_ABSENT;
            all_met += mark == MARK_MET;
        }
        count += listed > 0 && all_met == listed;
    }
    return count;
}

/* Column by column, from the first to the last and back. */
static void columns_are_right(void) {
    const size_t columns = matrix_columns(&desk);
    while (matrix_of(&desk)->column > 0) {
        press("<Left>", 36, 120);
    }
    for (size_t i = 0; i < columns; i++) {
        ck_assert_uint_eq(matrix_of(&desk)->column, i);
        size_t of;
        ck_assert_uint_eq(matrix_column_met(&desk, &of), column_expected(i));
        ck_assert_uint_ge(of, column_expected(i));
        press("<Right>", 36, 120);
    }
    while (matrix_of(&desk)->column > 0) {
        press("<Left>", 36, 120);
    }
}

START_TEST(the_columns_are_counted) {
    press("aMine<Enter><Esc>x", 36, 120);
    columns_are_right();
    press("x", 36, 120);
    columns_are_right();
    /* A whole criterion, met by the own practice: figures count sources only, so do columns. */
    size_t of;
    const size_t before = matrix_column_met(&desk, &of);
    press("<Enter>1", 36, 120);
    for (size_t i = 1; i < matrix_column(&desk, 0).count; i++) {
        press(".1", 36, 120);
    }
    press("<Esc>", 36, 120);
    ck_assert_int_eq(stack_screen(&desk), SCREEN_MATRIX);
    columns_are_right();
    ck_assert_uint_eq(matrix_column_met(&desk, &of), before);
    ck_assert_uint_le(of, catalogue.practice_count);
    columns_are_right();
}
END_TEST

/* The cursor stands on the focused cell, and that cell shows the mark. */
START_TEST(the_cursor_is_on_the_cell) {
    static const int widths[] = {40, 60, 80, 120, 200};
    const int columns = widths[_i];
    press("x", 20, columns);
    for (size_t i = 0; i + 1 < matrix_columns(&desk); i++) {
        const struct panel_view *view = &layout.panels[1];
        const struct window *state = window_of(&desk, MATRIX);
        const struct row *row = view->lines[state->focus_top].row;
        const int from = view->width - text_width(row->tail, LETTERS_ALL);
        const int at = layout.cursor_column - view->left - from;
        const char *tail = row->tail;
        ck_assert_int_ge(at, 0);
        tail += text_fit(tail, strlen(tail), at, LETTERS_ALL, NULL);
        const struct subject *subject = &desk.listing.order[state->focus];
        const struct item *item = matrix_column(&desk, matrix_of(&desk)->column).items;
        const char *sign = sign_of_mark(catalogue_mark(&catalogue, subject->practice, item),
                                        SIGN_UNICODE);
        ck_assert_msg(strncmp(tail, sign, strlen(sign)) == 0, "column %zu: \"%s\" at %d", i,
                      row->tail, at);
        press("<Right>", 20, columns);
    }
}
END_TEST

/* What another program of the same reviewer writes meanwhile. */
static void written_elsewhere(const char *practice, const char *title) {
    struct log *other;
    struct fault fault;
    const struct log_setup setup = {
        .folder = folder, .reviewer = "ana", .clock = {now, NULL}, .random = 9};
    const struct statement words = {practice, "", "own.title", title};
    ck_assert(log_open(&other, &setup, &fault));
    ck_assert_msg(log_append(other, &words, &fault), "%s", fault.text);
    log_close(other);
}

START_TEST(the_list_changes_meanwhile) {
    press("aMine<Enter><Esc>c<Enter>", 36, 120);
    const char *model = compare_of(&desk)->sides[SIDE_LEFT].id;
    const char *own = compare_of(&desk)->sides[SIDE_RIGHT].id;
    const size_t count = desk.listing.count;
    written_elsewhere("own-aaa-k00000000", "AAA");
    press("1", 36, 120);
    ck_assert_uint_eq(desk.listing.count, count + 1);
    ck_assert_int_eq(stack_screen(&desk), SCREEN_COMPARE);
    ck_assert_str_eq(compare_of(&desk)->sides[SIDE_LEFT].id, model);
    ck_assert_str_eq(compare_of(&desk)->sides[SIDE_RIGHT].id, own);
    /* The matrix has the new row. */
    press("x", 36, 120);
    ck_assert_uint_eq(window_entries(&desk, MATRIX), count + 1);
    columns_are_right();
    /* What is gone is compared no more. */
    press("<Esc>", 36, 120);
    ck_assert_int_eq(stack_screen(&desk), SCREEN_COMPARE);
    written_elsewhere(own, "");
    press("2", 36, 120);
    ck_assert_int_eq(stack_screen(&desk), SCREEN_HOME);
    ck_assert(strstr(desk.notice.message, "no longer there") != NULL);
    press("c", 36, 120);
    ck_assert_uint_eq(window_entries(&desk, ((struct panel){SCREEN_COMPARE_WITH, 0})), count - 1);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("compare");
    TCase *tcase = tcase_create("compare");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 120);
    tcase_add_loop_test(tcase, whether_two_differ, 0, COUNT(stands));
    tcase_add_test(tcase, both_sides_see_the_same);
    tcase_add_test(tcase, what_is_shown_of_each_pair);
    tcase_add_loop_test(tcase, both_sides_are_level, 0, 3);
    tcase_add_test(tcase, a_mark_goes_to_the_own_side_only);
    tcase_add_test(tcase, enter_goes_to_the_item_and_esc_comes_back);
    tcase_add_test(tcase, the_columns_are_counted);
    tcase_add_loop_test(tcase, the_cursor_is_on_the_cell, 0, 5);
    tcase_add_test(tcase, the_list_changes_meanwhile);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
