/* travel: what is shown of then, and that nothing can be written there. */
#include "vademecum/desk/travel.h"

#include "vademecum/desk/act.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/view/session.h"

#include <check.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena arena;
static struct arena frame;
static struct catalogue catalogue;
static struct desk desk;
static struct log *review_log;
static char folder[] = "/tmp/vademecum-travel-XXXXXX";

static int64_t now(void *context) {
    (void)context;
    return 1772442840;
}

static void review_copy(const char *name) {
    char line[4096];
    const char *srcdir = getenv("srcdir");
    snprintf(line, sizeof line, "%s/tests/reviews/%s/ana.csv", srcdir ? srcdir : ".", name);
    FILE *from = fopen(line, "r");
    ck_assert_msg(from != NULL, "%s cannot be read", line);
    snprintf(line, sizeof line, "%s/ana.csv", folder);
    FILE *to = fopen(line, "w");
    ck_assert_ptr_nonnull(to);
    while (fgets(line, sizeof line, from)) {
        fputs(line, to);
    }
    fclose(from);
    fclose(to);
}

static void begin(void) {
    struct fault fault;
    char path[4096];
    const char *srcdir = getenv("srcdir");
    strcpy(folder + strlen(folder) - strlen("XXXXXX"), "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    review_copy("rounds");
    arena_init(&arena, (struct arena_end){NULL, NULL});
    arena_init(&frame, (struct arena_end){NULL, NULL});
    snprintf(path, sizeof path, "%s/tests/catalogues/spring", srcdir ? srcdir : ".");
    ck_assert(catalogue_open(&catalogue, &arena, path, CATALOGUE_WHOLE, &fault));
    const struct log_setup log_setup = {.folder = folder,
                                        .reviewer = "ana",
                                        .catalogue = &catalogue,
                                        .clock = {now, NULL}};
    ck_assert(log_open(&review_log, &log_setup, &fault));
    const struct session_setup setup = {
        .catalogue = &catalogue,
        .arena = &arena,
        .log = review_log,
        .reviewer = "ana",
        .clock = {now, NULL},
        .named = true,
    };
    session_open(&desk, &setup);
}

static void finish(void) {
    char path[4096];
    session_close(&desk);
    log_close(review_log);
    snprintf(path, sizeof path, "%s/ana.csv", folder);
    unlink(path);
    rmdir(folder);
    arena_free(&frame);
    arena_free(&arena);
}

static void key_press(int key) {
    struct layout layout;
    session_press(&desk, key);
    notice_take(&desk);
    arena_empty(&frame);
    session_lay_out(&desk, &layout, 24, 80, &frame);
}

static void keys_press(const char *keys) {
    while (*keys) {
        const int key = keymap_parse(&keys);
        ck_assert_int_ne(key, PRESS_NONE);
        key_press(key);
    }
}

static const char *mark(void) {
    const struct place place = stack_place(&desk);
    return work_value(&desk, place.practice->id, "inclusivity.1.1", "verdict");
}

START_TEST(round_is_shown_as_it_was) {
    ck_assert_str_eq(mark(), "partly");
    keys_press("<lt>");
    ck_assert_str_eq(mark(), "met");
    keys_press("<lt>");
    ck_assert_str_eq(mark(), "met");
    keys_press(">");
    ck_assert_str_eq(mark(), "partly");
    ck_assert_ptr_null(changes_at(&desk));
}
END_TEST

START_TEST(what_is_written_meanwhile_does_not_change_it) {
    keys_press("<Enter>.<Home>1");
    struct fault fault;
    ck_assert(session_save(&desk, &fault));
    keys_press("<lt>");
    ck_assert_str_eq(mark(), "met");
    ck_assert_str_eq(work_value(&desk, stack_place(&desk).practice->id, "inclusivity.1.2",
                                "verdict"),
                     "partly");
}
END_TEST

/* Whatever is done, and then agreed to, nothing is left to be written of a practice. */
START_TEST(no_command_writes_there) {
    const enum command command = (enum command)_i;
    if (command == COMMAND_ROUND_AFTER) {
        return;
    }
    keys_press("<lt><Enter>.<Home>");
    act_do(&desk, command);
    keys_press("<Enter><Enter>");
    size_t count;
    const struct statement *waiting = log_pending(review_log, &count);
    for (size_t i = 0; i < count; i++) {
        ck_assert_msg(!waiting[i].practice[0], "%s writes %s", command_info(command)->name,
                      waiting[i].field);
    }
}
END_TEST

/* What is still to be written is not called saved. */
START_TEST(who_changes_what_is_final_is_told) {
    const char *practice = stack_place(&desk).practice->id;
    changes_put(&desk, practice, "spring", "status", "final May");
    changes_put(&desk, practice, "inclusivity.1.1", "comment", "Asked again.");
    ck_assert(changes_wait(&desk));
    ck_assert_str_eq(desk.notice.message,
                     "This review is final (May), and this changes it. u undoes it.");
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("travel");
    TCase *all = tcase_create("travel");
    tcase_add_checked_fixture(all, begin, finish);
    tcase_add_test(all, round_is_shown_as_it_was);
    tcase_add_test(all, what_is_written_meanwhile_does_not_change_it);
    tcase_add_test(all, who_changes_what_is_final_is_told);
    tcase_add_loop_test(all, no_command_writes_there, COMMAND_NONE + 1, COMMAND_COUNT);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
