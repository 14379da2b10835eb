/* talk: what there is to ask, in which order, how much of it fits, and what is left. */
#include "desk.h"
#include "vademecum/screens/talk.h"

#include <string.h>

static const char *who_of(const struct talk_item *item) {
    return record_cell(&item->item->record, ITEM_WHO);
}

/* The leader first, documents last; the most divided of each first; what is marked not at all. */
START_TEST(the_order_of_a_talk) {
    static const char *const order[] = {"leader", "staff", "participants", "documents"};
    press("<Enter><Down><Tab>1<Enter><Esc>:talk<Enter>", 24, 80);
    ck_assert_int_eq(stack_screen(&desk), SCREEN_TALK);
    const struct talk *talk = talk_of(&desk);
    ck_assert_uint_eq(talk->count, 39);
    ck_assert_uint_eq(talk->fit, 8);
    for (size_t i = 0; i < talk->count; i++) {
        const struct talk_item *item = &talk->items[i];
        ck_assert_str_eq(who_of(item), order[item->who]);
        ck_assert_str_ne(record_cell(&item->item->record, ITEM_ID), "inclusivity.1.1");
        const struct talk_item *before = i ? item - 1 : item;
        ck_assert_uint_le(before->who, item->who);
        ck_assert(before->who < item->who || before->divided >= item->divided);
    }
    ck_assert_uint_gt(talk->items[0].divided, 0);
}
END_TEST

START_TEST(minutes_are_understood) {
    static const struct {
        const char *keys;
        size_t minutes; /* 0: refused */
        size_t fit;
    } cases[] = {
        {":talk<Enter>", 25, 8},
        {":talk<Space>40<Enter>", 40, 13},
        {":talk<Space><Space>1<Enter>", 1, 1},
        {":talk<Space>600<Enter>", 600, 40},
        {":talk<Space>601<Enter>", 0, 0},
        {":talk<Space>99999999999999999999<Enter>", 0, 0},
        {":talk<Space>0<Enter>", 0, 0},
        {":talk<Space>ten<Enter>", 0, 0},
        {":matrix<Space>5<Enter>", 0, 0},
    };
    press(cases[_i].keys, 24, 80);
    ck_assert_int_eq(stack_screen(&desk), cases[_i].minutes ? SCREEN_TALK : SCREEN_HOME);
    if (cases[_i].minutes) {
        ck_assert_uint_eq(talk_of(&desk)->minutes, cases[_i].minutes);
        ck_assert_uint_eq(talk_of(&desk)->fit, cases[_i].fit);
    } else {
        ck_assert(desk.notice.message[0]);
    }
}
END_TEST

/* What has no mark after the talk, or is not known, is left; Enter goes on with it. */
START_TEST(what_was_left) {
    press(":talk<Space>9<Enter>1<Enter><Enter>0<Enter><Enter>", 24, 80);
    const struct talk *talk = talk_of(&desk);
    ck_assert_uint_eq(talk->fit, 3);
    ck_assert_ptr_null(talk_here(&desk));
    ck_assert_uint_eq(talk->left_count, 39);
    ck_assert_ptr_eq(talk->left[0], &talk->items[1]);
    ck_assert_ptr_eq(talk->left[1], &talk->items[2]);
    press("<Down><Down><Enter>", 24, 80);
    ck_assert_ptr_eq(talk_here(&desk), talk->items[3].item);
    press("2", 24, 80);
    press("<Right><Left>", 24, 80);
    ck_assert_ptr_eq(talk_here(&desk), talk->items[3].item);
}
END_TEST

/* The next talk begins with what was left of this one. */
START_TEST(the_next_visit) {
    press(":talk<Space>9<Enter>1<Enter><Enter>", 24, 80);
    const struct item *left = talk_here(&desk);
    press("<Esc>:talk<Enter>", 24, 80);
    ck_assert_ptr_eq(talk_here(&desk), left);
    ck_assert_uint_eq(talk_of(&desk)->count, 39);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("talk");
    TCase *tcase = tcase_create("talk");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, the_order_of_a_talk);
    tcase_add_loop_test(tcase, minutes_are_understood, 0, 9);
    tcase_add_test(tcase, what_was_left);
    tcase_add_test(tcase, the_next_visit);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
