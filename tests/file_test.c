/* file: what is opened, and what is refused for which reason. */
#include "vademecum/base/count.h"
#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    TURNS = 5000, /* successful openings of a file that changes all the time */
    TURNS_MAX = 1000000
};

/*
 * A folder for one test:
 *
 *     place/secret                    outside
 *     place/in/plain  in/-r  in/%2e%2e  in/a/b/deep  in/closed  in/locked/file
 *     place/in/out -> ../secret   in/up -> ..   in/loop -> loop   in/near -> plain   in/null -> …
 *     place/in/fifo   in/socket
 *     place/way -> in
 */
struct place {
    char path[256];
    int outer; /* descriptor of place/ */
    int inner; /* descriptor of place/in/, from folder_open */
};

static const char *const folders[] = {"in", "in/a", "in/a/b", "in/locked"};
static const char *const files[] = {"secret",      "in/plain",  "in/-r",         "in/%2e%2e",
                                    "in/a/b/deep", "in/closed", "in/locked/file"};
static const struct {
    const char *target;
    const char *name;
} links[] = {
    {"../secret", "in/out"}, {"..", "in/up"},  {"loop", "in/loop"},
    {"plain", "in/near"},    {"a", "in/to-a"}, {"/dev/null", "in/null"},
    {"nowhere", "in/dead"},  {"in", "way"},    {"/etc/passwd", "in/a/passwd"},
};

static void place_make(struct place *place) {
    const char *base = getenv("TMPDIR");
    snprintf(place->path, sizeof place->path, "%s/file_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(place->path));
    struct fault fault;
    place->outer = folder_open(place->path, &fault);
    ck_assert_int_ge(place->outer, 0);
    for (size_t i = 0; i < COUNT(folders); i++) {
        ck_assert_int_eq(mkdirat(place->outer, folders[i], 0700), 0);
    }
    for (size_t i = 0; i < COUNT(files); i++) {
        const int file = openat(place->outer, files[i], O_WRONLY | O_CREAT | O_EXCL, 0600);
        ck_assert_int_eq(write(file, files[i], strlen(files[i])), (ssize_t)strlen(files[i]));
        close(file);
    }
    for (size_t i = 0; i < COUNT(links); i++) {
        ck_assert_int_eq(symlinkat(links[i].target, place->outer, links[i].name), 0);
    }
    ck_assert_int_eq(mkfifoat(place->outer, "in/fifo", 0600), 0);
    ck_assert_int_eq(mknodat(place->outer, "in/socket", S_IFSOCK | 0600, 0), 0);
    ck_assert_int_eq(fchmodat(place->outer, "in/closed", 0, 0), 0);
    ck_assert_int_eq(fchmodat(place->outer, "in/locked", 0, 0), 0);
    char inner[sizeof place->path + 4];
    snprintf(inner, sizeof inner, "%s/in", place->path);
    place->inner = folder_open(inner, &fault);
    ck_assert_int_ge(place->inner, 0);
}

static void place_remove(struct place *place) {
    ck_assert_int_eq(fchmodat(place->outer, "in/locked", 0700, 0), 0);
    unlinkat(place->outer, "in/fifo", 0);
    unlinkat(place->outer, "in/socket", 0);
    for (size_t i = 0; i < COUNT(links); i++) {
        unlinkat(place->outer, links[i].name, 0);
    }
    for (size_t i = 0; i < COUNT(files); i++) {
        unlinkat(place->outer, files[i], 0);
    }
    for (size_t i = COUNT(folders); i > 0; i--) {
        unlinkat(place->outer, folders[i - 1], AT_REMOVEDIR);
    }
    close(place->inner);
    close(place->outer);
    ck_assert_int_eq(rmdir(place->path), 0);
}

/* A descriptor is the lowest free one, so a leak shows as a gap. */
static int descriptor_next(void) {
    const int next = open("/", O_RDONLY);
    close(next);
    return next;
}

static const struct opening {
    const char *path;    /* from place/in/ */
    const char *content; /* of the file */
} openings[] = {
    {"plain", "in/plain"},
    {"-r", "in/-r"},
    {"%2e%2e", "in/%2e%2e"},
    {"a/b/deep", "in/a/b/deep"},
    {"./a//b/./deep", "in/a/b/deep"},
    {".//plain", "in/plain"},
};

START_TEST(file_inside_is_opened) {
    const struct opening *opening = &openings[_i];
    struct place place;
    place_make(&place);
    const int next = descriptor_next();
    struct fault fault = {0};
    const int file = file_open_inside(place.inner, opening->path, &fault);
    ck_assert_msg(file >= 0, "%s: %s", opening->path, fault.text);
    char content[64];
    const ssize_t length = read(file, content, sizeof content);
    ck_assert_int_eq(length, (ssize_t)strlen(opening->content));
    ck_assert_mem_eq(content, opening->content, (size_t)length);
    ck_assert_int_ne(fcntl(file, F_GETFD) & FD_CLOEXEC, 0);
    ck_assert_int_lt(write(file, "x", 1), 0);
    close(file);
    ck_assert_int_eq(descriptor_next(), next);
    place_remove(&place);
}
END_TEST

static const struct refusal {
    const char *path; /* from place/in/ */
    const char *part; /* that the sentence begins with; NULL: anything */
    const char *reason;
    enum fault_kind kind;
} refusals[] = {
    {"none", "This file", "does not exist", FAULT_WANTING},
    {"a/none/deep", "\"none\"", "does not exist", FAULT_WANTING},
    {"a", "This file", "is a folder", FAULT_SYSTEM},
    {".", "This file", "is a folder", FAULT_SYSTEM},
    {"a/b/", NULL, "names a folder", FAULT_SYSTEM},
    {"plain/", NULL, "names a folder", FAULT_SYSTEM},
    {"plain/deep", "\"plain\"", "takes it for a folder", FAULT_SYSTEM},
    {"fifo", "This file", "FIFO", FAULT_SYSTEM},
    {"fifo/x", "\"fifo\"", "FIFO", FAULT_SYSTEM},
    {"socket", "This file", "socket", FAULT_SYSTEM},
    {"..", NULL, "outside the folder", FAULT_SYSTEM},
    {"../secret", NULL, "\"..\"", FAULT_SYSTEM},
    {"../../etc/passwd", NULL, "outside the folder", FAULT_SYSTEM},
    {"a/../plain", NULL, "\"..\"", FAULT_SYSTEM},
    {"a/../../secret", NULL, "\"..\"", FAULT_SYSTEM},
    {"a/..", NULL, "\"..\"", FAULT_SYSTEM},
    {"/etc/passwd", NULL, "begins with a slash", FAULT_SYSTEM},
    {"//plain", NULL, "begins with a slash", FAULT_SYSTEM},
    {"out", "This file", "symbolic link", FAULT_SYSTEM},
    {"up/secret", "\"up\"", "symbolic link", FAULT_SYSTEM},
    {"loop", "This file", "symbolic link", FAULT_SYSTEM},
    {"loop/loop", "\"loop\"", "symbolic link", FAULT_SYSTEM},
    {"near", "This file", "symbolic link", FAULT_SYSTEM},
    {"to-a/b/deep", "\"to-a\"", "symbolic link", FAULT_SYSTEM},
    {"null", "This file", "symbolic link", FAULT_SYSTEM},
    {"dead", "This file", "symbolic link", FAULT_SYSTEM},
    {"a/passwd", "\"passwd\"", "symbolic link", FAULT_SYSTEM},
};

START_TEST(refusal_names_the_true_cause) {
    const struct refusal *refusal = &refusals[_i];
    struct place place;
    place_make(&place);
    const int next = descriptor_next();
    struct fault fault = {0};
    const int file = file_open_inside(place.inner, refusal->path, &fault);
    ck_assert_msg(file == -1, "%s was opened", refusal->path);
    ck_assert_str_eq(fault.file, refusal->path);
    ck_assert_msg(strstr(fault.text, refusal->reason), "%s: %s", refusal->path, fault.text);
    if (refusal->part) {
        ck_assert_msg(strstr(fault.text, refusal->part) == fault.text, "%s: %s", refusal->path,
                      fault.text);
    }
    ck_assert_int_eq(fault.kind, refusal->kind);
    ck_assert_int_eq(descriptor_next(), next);
    place_remove(&place);
}
END_TEST

START_TEST(empty_and_overlong_names_are_refused) {
    struct place place;
    place_make(&place);
    struct fault fault = {0};
    ck_assert_int_eq(file_open_inside(place.inner, "", &fault), -1);
    ck_assert_ptr_nonnull(strstr(fault.text, "empty"));
    char path[NAME_MAX + 8];
    memset(path, 'n', sizeof path);
    memcpy(path, "a/", 2);
    path[NAME_MAX + 3] = '\0';
    ck_assert_int_eq(file_open_inside(place.inner, path, &fault), -1);
    ck_assert_ptr_nonnull(strstr(fault.text, "longer than"));
    path[NAME_MAX + 2] = '\0';
    ck_assert_int_eq(file_open_inside(place.inner, path, &fault), -1);
    ck_assert_ptr_nonnull(strstr(fault.text, "does not exist"));
    place_remove(&place);
}
END_TEST

START_TEST(device_is_refused) {
    struct fault fault = {0};
    const int folder = folder_open("/dev", &fault);
    ck_assert_int_ge(folder, 0);
    ck_assert_int_eq(file_open_inside(folder, "zero", &fault), -1);
    ck_assert_ptr_nonnull(strstr(fault.text, "device"));
    close(folder);
}
END_TEST

/* Puts a file and a link that leads outside in turn under the name "turn", while `parent` lives. */
static _Noreturn void turns_take(const struct place *place, pid_t parent) {
    const int folder = place->outer;
    bool turned = true;
    while (turned && getppid() == parent) {
        turned = symlinkat("../secret", folder, "in/next") == 0 &&
                 renameat(folder, "in/next", folder, "in/turn") == 0 &&
                 linkat(folder, "in/plain", folder, "in/next", 0) == 0 &&
                 renameat(folder, "in/next", folder, "in/turn") == 0;
    }
    _exit(!turned);
}

START_TEST(link_put_there_in_between_is_not_followed) {
    struct place place;
    place_make(&place);
    const pid_t parent = getpid();
    const pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        turns_take(&place, parent);
    }
    int opened = 0;
    bool outside = false;
    for (long i = 0; i < TURNS_MAX && opened < TURNS && !outside; i++) {
        struct fault fault;
        const int file = file_open_inside(place.inner, "turn", &fault);
        if (file >= 0) {
            char content[16] = "";
            outside = read(file, content, sizeof content - 1) < 0 || strcmp(content, "in/plain");
            opened++;
            close(file);
        }
    }
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    ck_assert(!outside);
    ck_assert_int_gt(opened, 0);
    unlinkat(place.outer, "in/turn", 0);
    unlinkat(place.outer, "in/next", 0);
    place_remove(&place);
}
END_TEST

/* For root nothing is locked: then it is opened. */
START_TEST(lack_of_permission_is_named) {
    static const char *const paths[] = {"closed", "locked/file"};
    struct place place;
    place_make(&place);
    for (size_t i = 0; i < COUNT(paths); i++) {
        const int plain = openat(place.inner, paths[i], O_RDONLY);
        const bool denied = plain < 0 && errno == EACCES;
        struct fault fault = {0};
        const int file = file_open_inside(place.inner, paths[i], &fault);
        ck_assert_int_eq(file < 0, denied);
        if (denied) {
            ck_assert_ptr_nonnull(strstr(fault.text, "no permission"));
        } else {
            close(plain);
            close(file);
        }
    }
    place_remove(&place);
}
END_TEST

START_TEST(folder_that_is_a_link_is_opened) {
    struct place place;
    place_make(&place);
    char path[sizeof place.path + 8];
    snprintf(path, sizeof path, "%s/way", place.path);
    struct fault fault = {0};
    const int folder = folder_open(path, &fault);
    ck_assert_msg(folder >= 0, "%s", fault.text);
    const int file = file_open_inside(folder, "plain", &fault);
    ck_assert_msg(file >= 0, "%s", fault.text);
    ck_assert_int_eq(file_open_inside(folder, "out", &fault), -1);
    close(file);
    close(folder);
    place_remove(&place);
}
END_TEST

static const struct no_folder {
    const char *path; /* from place/ */
    const char *reason;
} no_folders[] = {
    {"none", "no such folder"},  {"secret", "not a folder"},    {"secret/in", "not a folder"},
    {"in/fifo", "not a folder"}, {"in/dead", "no such folder"}, {"in/loop", "cannot be opened: "},
};

START_TEST(what_is_no_folder_is_refused) {
    const struct no_folder *one = &no_folders[_i];
    struct place place;
    place_make(&place);
    char path[sizeof place.path + 32];
    snprintf(path, sizeof path, "%s/%s", place.path, one->path);
    struct fault fault = {0};
    ck_assert_int_eq(folder_open(path, &fault), -1);
    ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
    ck_assert_str_eq(fault.file, path);
    ck_assert_msg(strstr(fault.text, one->reason), "%s: %s", one->path, fault.text);
    place_remove(&place);
}
END_TEST

static Suite *file_suite(void) {
    Suite *suite = suite_create("file");
    TCase *inside = tcase_create("inside");
    tcase_add_loop_test(inside, file_inside_is_opened, 0, COUNT(openings));
    tcase_add_loop_test(inside, refusal_names_the_true_cause, 0, COUNT(refusals));
    tcase_add_test(inside, empty_and_overlong_names_are_refused);
    tcase_add_test(inside, device_is_refused);
    tcase_add_test(inside, link_put_there_in_between_is_not_followed);
    tcase_add_test(inside, lack_of_permission_is_named);
    suite_add_tcase(suite, inside);

    TCase *folder = tcase_create("folder");
    tcase_add_test(folder, folder_that_is_a_link_is_opened);
    tcase_add_loop_test(folder, what_is_no_folder_is_refused, 0, COUNT(no_folders));
    suite_add_tcase(suite, folder);
    return suite;
}

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    SRunner *runner = srunner_create(file_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
