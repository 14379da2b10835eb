/* source: what is no file to read, and files that change while they are read. */
#include "seen.h"

#include <errno.h>
#include <sys/syscall.h>

static bool interrupted; /* each read is, for ever */

/* In the place of the C library's. */
ssize_t read(int file, void *bytes, size_t size) {
    if (interrupted) {
        errno = EINTR;
        return -1;
    }
    return syscall(SYS_read, file, bytes, size);
}

static const struct refusal {
    const char *folder; /* NULL: the test's own */
    const char *name;
    const char *fragment;
} refusals[] = {
    {NULL, "none.csv", "does not exist"}, {NULL, "../t.csv", ".."},
    {NULL, ".", "is a folder"},           {"/dev", "zero", "is a device"},
    {"/dev", "null", "is a device"},
};

START_TEST(what_is_no_file_is_refused) {
    const struct refusal *refusal = &refusals[_i];
    struct place place;
    place_make(&place);
    struct seen seen;
    const int folder = refusal->folder ? open(refusal->folder, O_RDONLY | O_DIRECTORY)
                                       : dup(place.folder);
    seen_open(&seen, folder, refusal->name, columns, COLUMNS, row_record);
    ck_assert(!seen.opened);
    ck_assert_str_eq(seen.fault.file, refusal->name);
    ck_assert_msg(strstr(seen.fault.text, refusal->fragment), "%s", seen.fault.text);
    seen_close(&seen);
    close(folder);
    table_close(NULL);
    place_remove(&place);
}
END_TEST

START_TEST(fifo_is_refused_at_once) {
    struct place place;
    place_make(&place);
    ck_assert_int_eq(mkfifoat(place.folder, file_name, 0600), 0);
    struct seen seen;
    seen_open(&seen, place.folder, file_name, columns, COLUMNS, row_record);
    ck_assert(!seen.opened);
    ck_assert_ptr_nonnull(strstr(seen.fault.text, "FIFO"));
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

START_TEST(endless_interruption_is_given_up) {
    struct place place;
    place_make(&place);
    file_repeat(&place, "id,title\n", "a,b\n", 10000);
    struct seen seen;
    seen_open(&seen, place.folder, file_name, columns, COLUMNS, row_count);
    ck_assert(seen.opened);
    interrupted = true;
    seen_read(&seen, 65536);
    interrupted = false;
    ck_assert_int_eq(seen.end, TABLE_BROKEN);
    ck_assert_ptr_nonnull(strstr(seen.fault.text, "cannot be read on"));
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

START_TEST(growing_file_ends) {
    struct place place;
    place_make(&place);
    file_repeat(&place, "id,title\n", "a,b\n", 10000);
    struct seen seen;
    seen_open(&seen, place.folder, file_name, columns, COLUMNS, row_count);
    ck_assert(seen.opened);
    const int file = openat(place.folder, file_name, O_WRONLY | O_APPEND);
    while (seen.end == TABLE_MORE) {
        ck_assert_int_eq(write(file, "c,d\nc,d\n", 8), 8);
        seen.end = table_read(seen.table, 4, &seen.fault);
    }
    close(file);
    ck_assert_int_eq(seen.end, TABLE_ENDED);
    ck_assert_uint_eq(seen.count, 10000);
    ck_assert_uint_eq(seen.faults.count, 1);
    ck_assert_ptr_nonnull(strstr(seen.faults.defects[0].text, "changed while"));
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

START_TEST(shrinking_file_ends) {
    struct place place;
    place_make(&place);
    file_repeat(&place, "id,title\n", "a,b\n", 10000);
    struct seen seen;
    seen_open(&seen, place.folder, file_name, columns, COLUMNS, row_count);
    file_resize(&place, 0);
    seen_read(&seen, 64);
    ck_assert_int_eq(seen.end, TABLE_ENDED);
    ck_assert_uint_lt(seen.count, 10000);
    ck_assert_ptr_nonnull(strstr(seen.faults.defects[seen.faults.kept - 1].text, "changed while"));
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

START_TEST(read_file_survives_its_removal) {
    struct place place;
    place_make(&place);
    file_repeat(&place, "id,title\n", "a,b\n", 10000);
    struct seen seen;
    seen_open(&seen, place.folder, file_name, columns, COLUMNS, row_count);
    ck_assert_int_eq(unlinkat(place.folder, file_name, 0), 0);
    seen_read(&seen, 64);
    ck_assert_int_eq(seen.end, TABLE_ENDED);
    ck_assert_uint_eq(seen.count, 10000);
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

static Suite *source_suite(void) {
    Suite *suite = suite_create("source");
    TCase *refused = tcase_create("refused");
    tcase_add_loop_test(refused, what_is_no_file_is_refused, 0, COUNT(refusals));
    tcase_add_test(refused, fifo_is_refused_at_once);
    suite_add_tcase(suite, refused);
    TCase *changing = tcase_create("changing");
    tcase_add_test(changing, endless_interruption_is_given_up);
    tcase_add_test(changing, growing_file_ends);
    tcase_add_test(changing, shrinking_file_ends);
    tcase_add_test(changing, read_file_survives_its_removal);
    suite_add_tcase(suite, changing);
    return suite;
}

int main(void) {
    return suite_run(source_suite());
}
