/* file, file_replace, folder: folders and files that survive a power cut, and why one cannot be
 * written. */
#include "vademecum/base/count.h"
#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char place[256];
static int folder;
static struct fault fault;

static void place_begin(void) {
    const char *base = getenv("TMPDIR");
    snprintf(place, sizeof place, "%.200s/file_write_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(place));
    folder = folder_open(place, &fault);
    ck_assert_int_ge(folder, 0);
}

static void place_finish(void) {
    char command[sizeof place + 16];
    close(folder);
    snprintf(command, sizeof command, "rm -rf '%s'", place);
    ck_assert_int_eq(system(command), 0);
}

static const char *inside(const char *name) {
    static char path[sizeof place + NAME_MAX + 2];
    snprintf(path, sizeof path, "%s/%s", place, name);
    return path;
}

static const char *content(const char *name) {
    static char bytes[64];
    const int file = openat(folder, name, O_RDONLY);
    ck_assert_int_ge(file, 0);
    const ssize_t length = read(file, bytes, sizeof bytes - 1);
    ck_assert_int_ge(length, 0);
    bytes[length] = '\0';
    close(file);
    return bytes;
}

START_TEST(test_folder_make) {
    ck_assert(folder_make(inside("a/b/c"), &fault));
    ck_assert(folder_make(inside("a/b/c"), &fault));
    ck_assert(folder_make(inside("a//d/"), &fault));
    ck_assert(folder_make("/", &fault));
    struct stat found;
    ck_assert_int_eq(stat(inside("a/d"), &found), 0);
    ck_assert_uint_eq(found.st_mode & 0777, 0700);
    ck_assert_int_eq(fchdir(folder), 0);
    ck_assert(folder_make("near", &fault));
    ck_assert_int_eq(fstatat(folder, "near", &found, 0), 0);
    ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

START_TEST(test_folder_refused) {
    ck_assert_int_eq(symlinkat("nowhere", folder, "link"), 0);
    ck_assert(file_replace(folder, "file", "x", 1, &fault));
    ck_assert(!folder_make(inside("link"), &fault));
    ck_assert_ptr_nonnull(strstr(fault.text, "leads nowhere"));
    ck_assert(!folder_make(inside("file/below"), &fault));
    ck_assert_ptr_nonnull(strstr(fault.text, "not a folder"));
    char path[PATH_MAX + 2];
    memset(path, 'a', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    ck_assert(!folder_make(path, &fault));
    ck_assert_ptr_nonnull(strstr(fault.text, "longer"));
    path[NAME_MAX + 1] = '\0';
    ck_assert(!folder_make(path, &fault));
    ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
    ck_assert(!folder_make("", &fault) || access("", F_OK) != 0);
}
END_TEST

START_TEST(test_replace) {
    ck_assert(file_replace(folder, "x", "old", 3, &fault));
    ck_assert_str_eq(content("x"), "old");
    /* What a crash has left does not matter. */
    const int spare = openat(folder, ".x.new", O_WRONLY | O_CREAT, 0600);
    ck_assert_int_eq(write(spare, "something longer", 16), 16);
    close(spare);
    ck_assert(file_replace(folder, "x", "new", 3, &fault));
    ck_assert_str_eq(content("x"), "new");
    ck_assert_int_eq(faccessat(folder, ".x.new", F_OK, 0), -1);
    ck_assert(file_replace(folder, "x", "", 0, &fault));
    ck_assert_str_eq(content("x"), "");
    /* A link is replaced, and what it leads to is not touched. */
    ck_assert(file_replace(folder, "far", "far", 3, &fault));
    ck_assert_int_eq(symlinkat("far", folder, "link"), 0);
    ck_assert_int_eq(symlinkat("far", folder, ".link.new"), 0);
    ck_assert(file_replace(folder, "link", "near", 4, &fault));
    ck_assert_str_eq(content("link"), "near");
    ck_assert_str_eq(content("far"), "far");
}
END_TEST

START_TEST(test_replace_refused) {
    char name[NAME_MAX + 1];
    memset(name, 'a', NAME_MAX);
    name[NAME_MAX] = '\0';
    ck_assert(!file_replace(folder, name, "x", 1, &fault));
    ck_assert_int_eq(mkdirat(folder, "folder", 0700), 0);
    ck_assert(!file_replace(folder, "folder", "x", 1, &fault));
    ck_assert_int_eq(faccessat(folder, ".folder.new", F_OK, 0), -1);
    ck_assert_int_eq(mkdirat(folder, ".x.new", 0700), 0);
    ck_assert(!file_replace(folder, "x", "x", 1, &fault));
    const int other = folder_open(place, &fault);
    ck_assert_int_eq(file_lock(other), FILE_LOCKED);
    ck_assert(!file_replace(folder, "y", "x", 1, &fault));
    ck_assert_ptr_nonnull(strstr(fault.text, "Another program"));
    close(other);
    ck_assert(file_replace(folder, "y", "x", 1, &fault));
}
END_TEST

START_TEST(test_append) {
    const int one = file_open_append(folder, "x", &fault);
    ck_assert_int_ge(one, 0);
    const int other = file_open_append(folder, "x", &fault);
    ck_assert_int_ge(other, 0);
    ck_assert(file_write(one, "a", 1) && file_write(other, "b", 1) && file_write(one, "c", 1));
    ck_assert(file_sync(one));
    ck_assert_str_eq(content("x"), "abc");
    ck_assert_int_eq(file_lock(one), FILE_LOCKED);
    ck_assert_int_eq(file_lock(other), FILE_BUSY);
    file_unlock(one);
    ck_assert_int_eq(file_lock(other), FILE_LOCKED);
    close(one);
    close(other);
    ck_assert_int_eq(file_lock(other), FILE_LOCKLESS);
    ck_assert(!file_sync(other));
    ck_assert(!file_write(other, "d", 1));
    ck_assert_int_eq(errno, EBADF);
}
END_TEST

START_TEST(test_append_refused) {
    static const struct {
        const char *name;
        const char *sentence;
    } cases[] = {
        {"link", "symbolic link"}, {"fifo", "FIFO"}, {"folder", "it is a folder"}, {"../x", ".."},
        {"/x", "begins with"},     {"", "empty"},
    };
    ck_assert_int_eq(symlinkat("nowhere", folder, "link"), 0);
    ck_assert_int_eq(mkfifoat(folder, "fifo", 0600), 0);
    ck_assert_int_eq(mkdirat(folder, "folder", 0700), 0);
    for (size_t i = 0; i < COUNT(cases); i++) {
        ck_assert_int_eq(file_open_append(folder, cases[i].name, &fault), -1);
        ck_assert_msg(strstr(fault.text, cases[i].sentence), "%s", fault.text);
    }
    ck_assert_int_eq(faccessat(folder, "nowhere", F_OK, 0), -1);
}
END_TEST

START_TEST(test_full) {
    const int full = open("/dev/full", O_WRONLY);
    ck_assert_int_ge(full, 0);
    ck_assert(!file_write(full, "x", 1));
    ck_assert_int_eq(errno, ENOSPC);
    close(full);
}
END_TEST

START_TEST(test_fault) {
    static const struct {
        int error;
        const char *sentence;
    } cases[] = {
        {0, "only in part"},  {ENOSPC, "disk is full"}, {EDQUOT, "your share"},
        {EROFS, "read-only"}, {EACCES, "permission"},   {EPERM, "permission"},
        {EIO, "reports an"},  {EFBIG, "longer"},        {EMFILE, "open files"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ck_assert(!file_write_fault(&fault, "x.csv", cases[i].error));
        ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
        ck_assert_str_eq(fault.file, "x.csv");
        ck_assert_msg(strstr(fault.text, cases[i].sentence), "%s", fault.text);
    }
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("save");
    TCase *all = tcase_create("save");
    tcase_add_checked_fixture(all, place_begin, place_finish);
    tcase_add_test(all, test_folder_make);
    tcase_add_test(all, test_folder_refused);
    tcase_add_test(all, test_replace);
    tcase_add_test(all, test_replace_refused);
    tcase_add_test(all, test_append);
    tcase_add_test(all, test_append_refused);
    tcase_add_test(all, test_full);
    tcase_add_test(all, test_fault);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
