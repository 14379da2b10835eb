/*
 * usual: the program as most tests want it, on the terminal that most people have. For Check
 * programs, which say usual_suite() and usual_run().
 */
#ifndef VADEMECUM_TESTS_USUAL_H
#define VADEMECUM_TESTS_USUAL_H

#include "pty.h"
#include "vademecum/base/count.h"

#include <check.h>
#include <ftw.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* On a question's checklist, where digits are marks. */
#define CHECKLIST "<Enter>j<Tab>"

enum {
    TIMEOUT = 120,  /* seconds for a test: something is wrong after that, not slow */
    QUIET_MS = 200, /* in which nothing may happen; a pause within a key's bytes */
    TRIES = 10,     /* of which the best counts, for others may keep the machine busy */
    EXIT_USAGE = 2
};

static struct arena arena; /* of the test */
static struct pty pty;
static char homes[PATH_MAX]; /* a folder, made once, removed at the end */

static const struct launch usual = {.term = "xterm-256color", .rows = 24, .columns = 80};

static inline void set_up(void) {
    arena_init(&arena, (struct arena_end){0});
}

static inline void tear_down(void) {
    arena_free(&arena);
}

static inline void home_make(void) {
    snprintf(homes, sizeof homes, "%s/vademecum-home.XXXXXX", launch_temporary());
    ck_assert_ptr_nonnull(mkdtemp(homes));
}

static inline int file_remove(const char *path, const struct stat *about, int kind,
                              struct FTW *place) {
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}

static inline void home_remove(void) {
    ck_assert_int_eq(nftw(homes, file_remove, 8, FTW_DEPTH | FTW_PHYS), 0);
}

/* Starts the usual program and awaits its first page. */
static inline void start_usual(void) {
    pty_start(&pty, &usual);
    pty_await_page(&pty, launch_page(&arena, &usual, ""));
}

/* The same with a new home, whose path is returned; `usual` alone has none and cannot write. */
static inline const char *start_at_home(void) {
    struct launch launch = usual;
    char *own = arena_printf(&arena, "%s/XXXXXX", homes);
    ck_assert_ptr_nonnull(mkdtemp(own));
    const char *const environment[] = {arena_printf(&arena, "HOME=%s", own), NULL};
    launch.environment = environment;
    pty_start(&pty, &launch);
    pty_await_page(&pty, launch_page(&arena, &usual, ""));
    return own;
}

/* What the usual program shows after these keys. */
static inline const char *expected(const char *keys) {
    return launch_page(&arena, &usual, keys);
}

/* Leaves with q, which must be at Home, and lets go. */
static inline void quit(void) {
    pty_press(&pty, "q");
    pty_await_end(&pty);
    ck_assert_msg(pty.status == 0, "the status is 0x%x", (unsigned)pty.status);
    pty_await_restored(&pty);
    pty_close(&pty);
}

/* A suite with one case, to which the tests go. */
static inline Suite *usual_suite(const char *name, TCase **tests) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create(name);
    *tests = tcase_create(name);
    tcase_add_unchecked_fixture(*tests, home_make, home_remove);
    tcase_add_checked_fixture(*tests, set_up, tear_down);
    tcase_set_timeout(*tests, TIMEOUT);
    suite_add_tcase(suite, *tests);
    return suite;
}

/* Runs it, and returns the exit status. */
static inline int usual_run(Suite *suite) {
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
