/* meeting: what a group decides goes to a log of its own, and into nobody else's. */
#include "desk.h"
#include "vademecum/screens/meeting.h"

enum {
    FILE_MOST = 16 * 1024 /* bytes of a log here */
};

#define GROUP "group-2026-03-02"

static struct arena kept;

/* The bytes of a file in the folder; "" when there is none. */
static const char *bytes_of(const char *name) {
    char *bytes = arena_alloc(&kept, FILE_MOST);
    FILE *file = fopen(arena_printf(&kept, "%s/%s", folder, name), "rb");
    if (file) {
        bytes[fread(bytes, 1, FILE_MOST - 1, file)] = '\0';
        fclose(file);
    }
    return bytes;
}

/* What another reviewer has said before. */
static void say_as(const char *reviewer, const char *item, const char *verdict) {
    struct log *log;
    struct fault fault;
    const struct statement words = {desk.listing.order[0].id, item, "verdict", verdict};
    ck_assert(log_open_beside(&log, review_log, reviewer, &fault));
    ck_assert_msg(log_append(log, &words, &fault), "%s", fault.text);
    log_close(log);
}

static const char *said_by(const char *reviewer, const char *item, const char *field) {
    return review_value(changes_review(&desk), reviewer, desk.listing.order[0].id, item, field);
}

static void begin(void) {
    arena_init(&kept, (struct arena_end){NULL, NULL});
    set_up();
    say_as("ben", "inclusivity.1.2", "met");
    say_as("ben", "inclusivity.1.1", "met");
    say_as("clara", "inclusivity.1.2", "not_met");
    press("<Enter><Down><Tab>3<Enter><Esc>", 24, 80);
    ck_assert_str_eq(said_by("ana", "inclusivity.1.1", "verdict"), "not_met");
}

static void end(void) {
    static const char *const names[] = {"ben.csv", "clara.csv", "dora.csv", GROUP ".csv"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        unlink(arena_printf(&kept, "%s/%s", folder, names[i]));
    }
    arena_free(&kept);
    tear_down();
}

START_TEST(nobodys_own_log_changes) {
    static const char *const names[] = {"ana.csv", "ben.csv", "clara.csv"};
    const char *before[3];
    for (size_t i = 0; i < 3; i++) {
        before[i] = bytes_of(names[i]);
        ck_assert(*before[i]);
    }
    press(":meeting<Enter>", 24, 80);
    ck_assert_int_eq(stack_screen(&desk), SCREEN_MEETING);
    ck_assert_str_eq(desk.work.reviewer, GROUP);
    press("2eAgreed.<Enter>pAsk<Enter><Esc><Enter>1<Enter>0u.3<Space>", 24, 80);
    ck_assert_str_eq(desk.work.reviewer, GROUP);
    press("<Esc>", 24, 80);
    ck_assert_str_eq(desk.work.reviewer, "ana");
    ck_assert_ptr_eq(desk.work.log, review_log);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_str_eq(bytes_of(names[i]), before[i]);
    }
    ck_assert(strstr(bytes_of(GROUP ".csv"), "partly") != NULL);
    ck_assert_str_eq(said_by("ana", "inclusivity.1.1", "verdict"), "not_met");
}
END_TEST

START_TEST(decisions_are_the_groups) {
    press(":meeting<Enter>", 24, 80);
    const char *item = record_cell(&meeting_here(&desk)->item->record, ITEM_ID);
    ck_assert_str_eq(item, "inclusivity.1.1");
    ck_assert_int_eq(meeting_here(&desk)->apart, DIFFER_MOST);
    press("2eAgreed.<Enter>pAsk<Enter><Esc><Esc>", 24, 80);
    ck_assert_str_eq(said_by(GROUP, item, "verdict"), "partly");
    ck_assert_str_eq(said_by(GROUP, item, "comment"), "Agreed.");
    ck_assert_str_eq(said_by(GROUP, item, "plan.action"), "Ask");
    /* It goes on where it ended. */
    press(":meeting<Enter>", 24, 80);
    ck_assert_uint_eq(meeting_decided(&desk), 1);
    ck_assert_uint_eq(meeting_of(&desk)->at, 1);
}
END_TEST

/* Disputed items come first; then all that nobody has marked. */
START_TEST(disputed_then_open) {
    press(":meeting<Enter>", 24, 80);
    const struct meeting *meeting = meeting_of(&desk);
    ck_assert_uint_eq(meeting->count, 40);
    for (size_t i = 0; i < meeting->count; i++) {
        ck_assert_int_eq(meeting->items[i].apart > 0, i < 2);
    }
}
END_TEST

/* What the group has decided puts nothing farther apart. */
START_TEST(a_decision_is_no_opinion) {
    press(":meeting<Enter><Enter>.2<Esc>", 24, 80);
    const struct report report = work_report(&desk, &kept);
    const struct differ_wish wish = {.practice = desk.listing.order[0].id};
    const struct differ differ = differ_gather(&report, &wish);
    ck_assert_uint_eq(differ.differing, 2);
    ck_assert_uint_eq(differ.count, 2);
    ck_assert_uint_eq(differ.reviewer_count, 4);
}
END_TEST

START_TEST(undo_goes_no_further_than_the_meeting) {
    press(":meeting<Enter>u1u", 24, 80);
    ck_assert_str_eq(said_by("ana", "inclusivity.1.1", "verdict"), "not_met");
    ck_assert_str_eq(said_by(GROUP, "inclusivity.1.1", "verdict"), "");
    press("<Esc>u", 24, 80);
    ck_assert_str_eq(said_by("ana", "inclusivity.1.1", "verdict"), "");
}
END_TEST

/* However it is left, the desk writes for ana again. */
START_TEST(every_way_out_ends_it) {
    static const char *const ways[] = {"q", "<Esc>", "w<Esc><Esc>", "R<Esc><Esc>"};
    press(":meeting<Enter>1", 24, 80);
    press(ways[_i], 24, 80);
    ck_assert_str_eq(desk.work.reviewer, "ana");
    ck_assert_ptr_null(meeting_of(&desk)->group);
}
END_TEST

START_TEST(what_came_in_meanwhile_is_compared) {
    const struct panel differ = {SCREEN_DIFFER, 0};
    press("V", 24, 80);
    ck_assert_ptr_nonnull(row_with(differ, "clara"));
    ck_assert_ptr_null(row_with(differ, "dora"));
    press("<Esc>", 24, 80);
    say_as("dora", "inclusivity.1.2", "partly");
    press("V", 24, 80);
    ck_assert_ptr_nonnull(row_with(differ, "dora"));
    ck_assert_str_eq(desk.notice.message, "");
    press("<Esc>", 24, 80);
    say_as("ana", "inclusivity.1.2", "partly");
    session_press(&desk, 'V');
    ck_assert_ptr_nonnull(strstr(desk.notice.message, "1 answer under your name came in"));
}
END_TEST

START_TEST(who_sits_down_undoes_nothing_of_others) {
    struct log *theirs;
    struct fault fault;
    ck_assert(log_open_beside(&theirs, review_log, "ben", &fault));
    ck_assert_uint_gt(desk.changes.count, 0);
    session_rename(&desk, theirs, "ben");
    ck_assert_uint_eq(desk.changes.count, 0);
    press("u<Esc>", 24, 80);
    ck_assert_str_eq(said_by("ana", "inclusivity.1.1", "verdict"), "not_met");
    session_rename(&desk, review_log, "ana");
    log_close(theirs);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("meeting");
    TCase *tcase = tcase_create("meeting");
    tcase_add_checked_fixture(tcase, begin, end);
    tcase_add_test(tcase, nobodys_own_log_changes);
    tcase_add_test(tcase, decisions_are_the_groups);
    tcase_add_test(tcase, disputed_then_open);
    tcase_add_test(tcase, a_decision_is_no_opinion);
    tcase_add_test(tcase, undo_goes_no_further_than_the_meeting);
    tcase_add_test(tcase, what_came_in_meanwhile_is_compared);
    tcase_add_test(tcase, who_sits_down_undoes_nothing_of_others);
    tcase_add_loop_test(tcase, every_way_out_ends_it, 0, 4);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
