/* deliver: where papers can go, and that none is overwritten. */
#include "vademecum/exchange/deliver.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A home of its own, and memory. */
struct home {
    char path[256];
    struct arena arena;
};

static void home_make(struct home *home) {
    const char *base = getenv("TMPDIR");
    snprintf(home->path, sizeof home->path, "%s/deliver_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(home->path));
    arena_init(&home->arena, (struct arena_end){0});
}

static const char *inside(struct home *home, const char *name) {
    return arena_printf(&home->arena, "%s/%s", home->path, name);
}

static void file_put(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    ck_assert_int_eq(fclose(file), 0);
}

static void home_end(struct home *home) {
    static const char *const names[] = {".config/user-dirs.dirs",
                                        ".config",
                                        "Doku \"mente",
                                        "a-2.b",
                                        "a.b",
                                        "plain",
                                        "plain-2",
                                        "mounts"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        remove(inside(home, names[i]));
    }
    ck_assert_int_eq(rmdir(home->path), 0);
    arena_free(&home->arena);
}

static const struct {
    const char *settings; /* what user-dirs.dirs holds; NULL: there is none */
    const char *folder;   /* below home; "": home itself */
} documents[] = {
    {NULL, ""},
    {"XDG_DOCUMENTS_DIR=\"$HOME/Doku \\\"mente\"\n", "/Doku \"mente"},
    {"# a note\nXDG_MUSIC_DIR=\"$HOME/M\"\n  XDG_DOCUMENTS_DIR=\"$HOME/Doku \\\"mente\"\n",
     "/Doku \"mente"},
    {"XDG_DOCUMENTS_DIR=\"$HOME/gone\"\n", ""},
    {"XDG_DOCUMENTS_DIR=\"relative\"\n", ""},
    {"XDG_DOCUMENTS_DIR=$HOME/unquoted\n", ""},
    {"", ""},
};

START_TEST(documents_go_where_the_desktop_says) {
    struct home home;
    home_make(&home);
    mkdir(inside(&home, ".config"), S_IRWXU);
    mkdir(inside(&home, "Doku \"mente"), S_IRWXU);
    if (documents[_i].settings) {
        file_put(inside(&home, ".config/user-dirs.dirs"), documents[_i].settings);
    }
    const struct environment environment = {.home = home.path};
    ck_assert_str_eq(deliver_documents(&environment, &home.arena),
                     arena_printf(&home.arena, "%s%s", home.path, documents[_i].folder));
    home_end(&home);
}
END_TEST

START_TEST(without_a_home_there_is_no_folder) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    ck_assert_ptr_null(deliver_documents(&(struct environment){0}, &arena));
    ck_assert_ptr_null(deliver_documents(&(struct environment){.home = "relative"}, &arena));
    arena_free(&arena);
}
END_TEST

START_TEST(sticks_are_what_is_mounted_below_media) {
    struct home home;
    home_make(&home);
    size_t count;
    deliver_sticks(inside(&home, "mounts"), &home.arena, &count);
    ck_assert_uint_eq(count, 0);
    file_put(inside(&home, "mounts"), "proc /proc proc rw 0 0\n/dev/sda1 / ext4 rw 0 0\n"
                                      "/dev/sdb1 /media/nobody/NOT\\040THERE vfat rw 0 0\nx\n\n");
    deliver_sticks(inside(&home, "mounts"), &home.arena, &count);
    ck_assert_uint_eq(count, 0);
    home_end(&home);
}
END_TEST

static const char *delivered(struct home *home, const char *name, const char *bytes) {
    struct fault fault;
    const char *written = NULL;
    ck_assert_msg(
        deliver_file(inside(home, name), bytes, strlen(bytes), &home->arena, &written, &fault),
        "%s", fault.text);
    return strrchr(written, '/') + 1;
}

START_TEST(no_file_is_overwritten) {
    struct home home;
    home_make(&home);
    ck_assert_str_eq(delivered(&home, "a.b", "one"), "a.b");
    ck_assert_str_eq(delivered(&home, "a.b", "two"), "a-2.b");
    ck_assert_str_eq(delivered(&home, "plain", "one"), "plain");
    ck_assert_str_eq(delivered(&home, "plain", "two"), "plain-2");
    char line[8] = "";
    FILE *file = fopen(inside(&home, "a.b"), "r");
    ck_assert_ptr_nonnull(file);
    ck_assert_ptr_nonnull(fgets(line, sizeof line, file));
    fclose(file);
    ck_assert_str_eq(line, "one");
    home_end(&home);
}
END_TEST

START_TEST(what_cannot_be_written_is_told) {
    struct home home;
    home_make(&home);
    struct fault fault;
    const char *written;
    ck_assert(!deliver_file(inside(&home, "gone/a.b"), "x", 1, &home.arena, &written, &fault));
    ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
    ck_assert(!deliver_file(inside(&home, ""), "x", 1, &home.arena, &written, &fault));
    ck_assert_int_eq(fault.kind, FAULT_USAGE);
    home_end(&home);
}
END_TEST

static Suite *deliver_suite(void) {
    Suite *suite = suite_create("deliver");
    TCase *tests = tcase_create("deliver");
    tcase_add_loop_test(tests, documents_go_where_the_desktop_says, 0,
                        sizeof documents / sizeof *documents);
    tcase_add_test(tests, without_a_home_there_is_no_folder);
    tcase_add_test(tests, sticks_are_what_is_mounted_below_media);
    tcase_add_test(tests, no_file_is_overwritten);
    tcase_add_test(tests, what_cannot_be_written_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void) {
    SRunner *runner = srunner_create(deliver_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
