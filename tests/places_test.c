/* places: which folder, which reviewer, by what the command line and the environment say. */
#include "vademecum/base/count.h"
#include "vademecum/review/places.h"

#include <check.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A home of its own, and memory. */
struct home {
    char path[256];
    char settings[512]; /* folder for the kept name */
    char kept[600];     /* the file */
    struct arena arena;
};

static void home_make(struct home *home) {
    const char *base = getenv("TMPDIR");
    snprintf(home->path, sizeof home->path, "%s/places_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(home->path));
    snprintf(home->settings, sizeof home->settings, "%s/vademecum", home->path);
    snprintf(home->kept, sizeof home->kept, "%s/reviewer", home->settings);
    arena_init(&home->arena, (struct arena_end){0});
}

static void home_keep(const struct home *home, const char *text) {
    mkdir(home->settings, S_IRWXU);
    FILE *file = fopen(home->kept, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    ck_assert_int_eq(fclose(file), 0);
}

static void home_end(struct home *home) {
    unlink(home->kept);
    rmdir(home->kept);
    rmdir(home->settings);
    ck_assert_int_eq(rmdir(home->path), 0);
    arena_free(&home->arena);
}

static const struct {
    struct environment environment;
    const char *reviews; /* NULL: there are none */
    const char *spares[5];
} folders[] = {
    {{.reviews_given = "r", .reviews = "/e", .data_home = "/d", .home = "/h"},
     "r",
     {"/tmp", "/var/tmp", "/h"}},
    {{.reviews = "e", .data_home = "/d", .home = "/h"}, "e", {"/tmp", "/var/tmp", "/h"}},
    {{.reviews = "", .data_home = "/d", .home = "/h"},
     "/d/vademecum/reviews",
     {"/tmp", "/var/tmp", "/h"}},
    {{.data_home = "d", .home = "/h"},
     "/h/.local/share/vademecum/reviews",
     {"/tmp", "/var/tmp", "/h"}},
    {{.data_home = "", .home = "/h", .temporary = "/nowhere/t"},
     "/h/.local/share/vademecum/reviews",
     {"/tmp", "/var/tmp", "/h"}},
    {{.reviews = "e", .temporary = "/dev/null"}, "e", {"/tmp", "/var/tmp"}},
    {{.reviews = "e", .temporary = "/tmp"}, "e", {"/tmp", "/var/tmp"}},
    {{.reviews = "e", .home = "/var/tmp", .temporary = "/"}, "e", {"/", "/tmp", "/var/tmp"}},
    {{.home = "/h h\n", .temporary = "t"},
     "/h h\n/.local/share/vademecum/reviews",
     {"/tmp", "/var/tmp", "/h h\n"}},
    {{.home = "/\xFF", .temporary = ""},
     "/\xFF/.local/share/vademecum/reviews",
     {"/tmp", "/var/tmp", "/\xFF"}},
    {{.home = "h"}, NULL, {NULL}},
    {{.home = ""}, NULL, {NULL}},
    {{.home = NULL}, NULL, {NULL}},
};

START_TEST(folder_is_the_first_that_is_stated) {
    struct arena arena;
    struct places places;
    struct fault fault;
    arena_init(&arena, (struct arena_end){0});
    struct environment environment = folders[_i].environment;
    environment.config_home = "/nowhere";
    const bool found = places_find(&places, &environment, &arena, &fault);
    ck_assert_int_eq(found, folders[_i].reviews != NULL);
    if (found) {
        ck_assert_str_eq(places.reviews, folders[_i].reviews);
        for (size_t i = 0; i <= PLACES_SPARES; i++) {
            ck_assert_pstr_eq(places.spares[i], folders[_i].spares[i]);
        }
        ck_assert_str_eq(places.kept, "/nowhere/vademecum/reviewer");
    } else {
        ck_assert_int_eq(fault.kind, FAULT_USAGE);
        ck_assert_ptr_nonnull(strstr(fault.text, "-R DIR"));
    }
    arena_free(&arena);
}
END_TEST

static const struct {
    const char *given; /* with -u */
    const char *stated;
    const char *kept; /* text of the file; NULL: no file */
    const char *login;
    const char *reviewer; /* NULL: refused */
    const char *from;     /* which one is refused; "" is the file */
    bool named;
} reviewers[] = {
    {"ana", "ben", "cora\n", "dora", "ana", NULL, true},
    {NULL, "ben", "cora\n", "dora", "ben", NULL, true},
    {NULL, "", "cora\n", "dora", "cora", NULL, true},
    {NULL, NULL, " \r\n cora \r\nmore", "dora", "cora", NULL, true},
    {NULL, NULL, "", "dora", "dora", NULL, false},
    {NULL, NULL, "\n", "dora", "dora", NULL, false},
    {NULL, NULL, NULL, "Dora Ž.", "dora-z", NULL, false},
    {"con", NULL, NULL, "ana", NULL, "-u", true},
    {"aux.txt", NULL, NULL, "ana", NULL, "-u", true},
    {"lpt1", NULL, NULL, "ana", NULL, "-u", true},
    {"console", NULL, NULL, "ana", "console", NULL, true},
    {NULL, NULL, NULL, "", "reviewer", NULL, false},
    {NULL, NULL, NULL, NULL, "reviewer", NULL, false},
    {"", "ben", NULL, "dora", NULL, "-u", true},
    {"../x", "ben", NULL, "dora", NULL, "-u", true},
    {NULL, "Ben", "cora\n", "dora", NULL, "VADEMECUM_REVIEWER", true},
    {NULL, NULL, "Cora\n", "dora", NULL, "", true},
    {NULL, NULL, "\x1B[31m\xFF\n", "dora", NULL, "", true},
};

START_TEST(reviewer_is_the_first_that_is_stated) {
    struct home home;
    home_make(&home);
    if (reviewers[_i].kept) {
        home_keep(&home, reviewers[_i].kept);
    }
    const struct environment environment = {
        .reviews_given = "r",
        .reviewer_given = reviewers[_i].given,
        .reviewer = reviewers[_i].stated,
        .config_home = home.path,
        .login = reviewers[_i].login,
    };
    struct places places;
    struct fault fault;
    const bool found = places_find(&places, &environment, &home.arena, &fault);
    ck_assert_int_eq(found, reviewers[_i].reviewer != NULL);
    if (found) {
        ck_assert_str_eq(places.reviewer, reviewers[_i].reviewer);
        ck_assert_int_eq(places.named, reviewers[_i].named);
    } else {
        ck_assert_int_eq(fault.kind, FAULT_USAGE);
        ck_assert_str_eq(fault.file, reviewers[_i].from[0] ? reviewers[_i].from : home.kept);
        ck_assert_ptr_nonnull(strstr(fault.text, "would do"));
    }
    home_end(&home);
}
END_TEST

START_TEST(kept_name_that_cannot_be_read_is_told) {
    struct home home;
    home_make(&home);
    ck_assert_int_eq(mkdir(home.settings, S_IRWXU), 0);
    if (_i == 0) {
        ck_assert_int_eq(mkfifo(home.kept, S_IRUSR | S_IWUSR), 0);
    } else {
        ck_assert_int_eq(mkdir(home.kept, S_IRWXU), 0);
    }
    const struct environment environment = {
        .reviews_given = "r", .config_home = home.path, .login = "ana"};
    struct places places;
    struct fault fault;
    ck_assert(!places_find(&places, &environment, &home.arena, &fault));
    ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
    ck_assert_str_eq(fault.file, home.kept);
    home_end(&home);
}
END_TEST

START_TEST(kept_name_is_found_again) {
    struct home home;
    home_make(&home);
    const struct environment environment = {
        .reviews_given = "r", .config_home = home.path, .login = "ana"};
    struct places places;
    struct fault fault;
    ck_assert(places_find(&places, &environment, &home.arena, &fault));
    ck_assert(!places.named);
    ck_assert_msg(places_keep(&places, "ben", &home.arena, &fault), "%s", fault.text);
    ck_assert(places_find(&places, &environment, &home.arena, &fault));
    ck_assert(places.named);
    ck_assert_str_eq(places.reviewer, "ben");
    ck_assert(places_keep(&places, "cora", &home.arena, &fault));
    ck_assert(places_find(&places, &environment, &home.arena, &fault));
    ck_assert_str_eq(places.reviewer, "cora");
    home_end(&home);
}
END_TEST

START_TEST(settings_are_kept_beside_the_name) {
    struct home home;
    home_make(&home);
    const struct environment environment = {
        .reviews_given = "r", .config_home = home.path, .login = "ana"};
    struct places places;
    struct fault fault;
    ck_assert(places_find(&places, &environment, &home.arena, &fault));
    ck_assert_ptr_null(places_setting(&places, "language", &home.arena));
    ck_assert(places_set(&places, "language", "cs-CZ", &home.arena));
    ck_assert(places_keep(&places, "ben", &home.arena, &fault));
    ck_assert_str_eq(places_setting(&places, "language", &home.arena), "cs-CZ");
    ck_assert(places_set(&places, "language", "fi", &home.arena));
    ck_assert_str_eq(places_setting(&places, "language", &home.arena), "fi");
    ck_assert_ptr_null(places_setting(&places, "one-panel", &home.arena));
    ck_assert_int_eq(unlink(arena_printf(&home.arena, "%s/language", home.settings)), 0);
    home_end(&home);
}
END_TEST

START_TEST(without_a_home_no_name_is_kept) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    const struct environment environment = {.reviews_given = "r", .login = "ana"};
    struct places places;
    struct fault fault;
    ck_assert(places_find(&places, &environment, &arena, &fault));
    ck_assert_ptr_null(places.kept);
    ck_assert(!places_keep(&places, "ben", &arena, &fault));
    ck_assert_ptr_nonnull(strstr(fault.text, "-u NAME"));
    ck_assert(!places_set(&places, "language", "fi", &arena));
    ck_assert_ptr_null(places_setting(&places, "language", &arena));
    arena_free(&arena);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *places = tcase_create("places");
    tcase_add_loop_test(places, folder_is_the_first_that_is_stated, 0, (int)COUNT(folders));
    tcase_add_loop_test(places, reviewer_is_the_first_that_is_stated, 0, (int)COUNT(reviewers));
    tcase_add_loop_test(places, kept_name_that_cannot_be_read_is_told, 0, 2);
    tcase_add_test(places, kept_name_is_found_again);
    tcase_add_test(places, settings_are_kept_beside_the_name);
    tcase_add_test(places, without_a_home_no_name_is_kept);
    Suite *suite = suite_create("places");
    suite_add_tcase(suite, places);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
