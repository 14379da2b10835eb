/* table: where reading stops, with how little of time and memory. */
#include "seen.h"

#include <sys/resource.h>

/* Kilobytes that the process has had at its peak. */
static long peak_memory(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* Files that grow out of any bounds by a hole of zero bytes behind `bytes`. */
static const struct huge {
    const char *name;
    const char *bytes;
    off_t size;
    const char *rows;
    struct expected refused; /* table_open says false */
    struct expected broken;  /* or table_read TABLE_BROKEN */
} huges[] = {
    {.name = "10 GB of zeros",
     .bytes = "",
     .size = 10000000000,
     .refused = {1, NULL, "zero byte", false}},
    {.name = "1 GB cell",
     .bytes = "id,title\na,b\nc,",
     .size = 1000000000,
     .rows = "2|a|b\n",
     .broken = {3, "title", "longer than 1048576 bytes", false}},
    {.name = "1 GB in an open quote",
     .bytes = "id,title\na,b\nc,\"d\ne,f\n",
     .size = 1000000000,
     .rows = "2|a|b\n",
     .broken = {3, "title", "missing quotation mark", false}},
    {.name = "1 GB of header",
     .bytes = "id,title",
     .size = 1000000000,
     .refused = {1, NULL, "longer than 1048576 bytes", false}},
    {.name = "1 GB beyond the header",
     .bytes = "id,title\na,b,",
     .size = 1000000000,
     .rows = "",
     .broken = {2, NULL, "longer than 1048576 bytes", false}},
};

START_TEST(huge_file_ends_early) {
    const struct huge *huge = &huges[_i];
    struct place place;
    place_make(&place);
    file_put(&place, huge->bytes, strlen(huge->bytes));
    file_resize(&place, huge->size);
    const long before = peak_memory();
    struct seen seen;
    seen_open(&seen, place.folder, file_name, columns, COLUMNS, row_record);
    seen_read(&seen, 65536);
    if (huge->refused.fragment) {
        ck_assert_msg(!seen.opened, "%s: was opened", huge->name);
        fatal_compare(huge->name, &huge->refused, &seen);
    } else {
        ck_assert_int_eq(seen.end, TABLE_BROKEN);
        ck_assert_str_eq(seen.rows, huge->rows);
        fatal_compare(huge->name, &huge->broken, &seen);
        ck_assert_uint_lt(table_position(seen.table), 4 * TABLE_CELL_MAX);
    }
    ck_assert_int_lt(peak_memory() - before, 100 * 1024);
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

/* Limits: `count` parts are one too many; one fewer is sound. */
static const struct limit {
    const char *name;
    const char *start;
    const char *part;
    size_t count;
    struct expected broken;
} limits[] = {
    {"cell", "id,title\na,b\nc,", "x", TABLE_CELL_MAX + 1, {3, "title", "1048576 bytes", false}},
    {"quoted cell",
     "id,title\na,b\nc,\"",
     "x",
     TABLE_CELL_MAX + 1,
     {3, "title", "1048576 bytes", false}},
    {"cell of doubled quotes",
     "id,title\na,b\nc,\"",
     "\"\"",
     TABLE_CELL_MAX + 1,
     {3, "title", "1048576 bytes", false}},
    {"cells", "id,title\na,b\nc", ",", TABLE_COLUMNS_MAX, {3, NULL, "more than 1024 cells", false}},
};

START_TEST(limit_is_exact) {
    const struct limit *limit = &limits[_i];
    const char *closing = strchr(limit->start, '"') ? "\"\n" : "\n";
    struct place place;
    place_make(&place);
    for (size_t over = 0; over < 2; over++) {
        file_repeat(&place, limit->start, limit->part, limit->count - 1 + over);
        const int file = openat(place.folder, file_name, O_WRONLY | O_APPEND);
        ck_assert_int_eq(write(file, closing, strlen(closing)), (ssize_t)strlen(closing));
        close(file);
        struct seen seen;
        seen_open(&seen, place.folder, file_name, columns, COLUMNS, row_count);
        seen_read(&seen, 1000);
        if (over) {
            ck_assert_int_eq(seen.end, TABLE_BROKEN);
            fatal_compare(limit->name, &limit->broken, &seen);
        } else {
            ck_assert_msg(seen.end == TABLE_ENDED, "%s: %s", limit->name, seen.fault.text);
        }
        seen_close(&seen);
    }
    place_remove(&place);
}
END_TEST

START_TEST(million_columns_end_early) {
    struct place place;
    place_make(&place);
    file_repeat(&place, "id,title", ",x", 1000000);
    struct seen seen;
    seen_open(&seen, place.folder, file_name, columns, COLUMNS, row_count);
    ck_assert(!seen.opened);
    ck_assert_ptr_nonnull(strstr(seen.fault.text, "more than 1024 cells"));
    ck_assert_uint_lt(table_position(seen.table), 64 * 1024);
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

START_TEST(long_row_ends_reading) {
    enum {
        WIDTH = 20
    };
    static const struct table_column many[WIDTH] = {
        {"a", true, TABLE_LINES}, {"b", true, TABLE_LINES}, {"c", true, TABLE_LINES},
        {"d", true, TABLE_LINES}, {"e", true, TABLE_LINES}, {"f", true, TABLE_LINES},
        {"g", true, TABLE_LINES},
        {"h", true, TABLE_LINES}, {"i", true, TABLE_LINES}, {"j", true, TABLE_LINES},
        {"k", true, TABLE_LINES}, {"l", true, TABLE_LINES}, {"m", true, TABLE_LINES},
        {"n", true, TABLE_LINES},
        {"o", true, TABLE_LINES}, {"p", true, TABLE_LINES}, {"q", true, TABLE_LINES},
        {"r", true, TABLE_LINES}, {"s", true, TABLE_LINES}, {"t", true, TABLE_LINES},
    };
    char *cell = malloc(TABLE_CELL_MAX + 2);
    memset(cell, 'x', TABLE_CELL_MAX);
    memcpy(cell + TABLE_CELL_MAX, ",", 2);
    struct place place;
    place_make(&place);
    file_repeat(&place, "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t\n", cell, WIDTH);
    free(cell);
    const long before = peak_memory();
    struct seen seen;
    seen_open(&seen, place.folder, file_name, many, WIDTH, row_count);
    seen_read(&seen, 65536);
    ck_assert_int_eq(seen.end, TABLE_BROKEN);
    ck_assert_int_eq(seen.fault.line, 2);
    ck_assert_ptr_nonnull(strstr(seen.fault.text, "this row is longer"));
    ck_assert_int_lt(peak_memory() - before, 100 * 1024);
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

START_TEST(endless_header_is_given_up) {
    struct place place;
    place_make(&place);
    file_repeat(&place, "", "\n\n\n\n\n\n\n\n", TABLE_ROW_MAX / 8 + 65536);
    struct seen seen;
    seen_open(&seen, place.folder, file_name, columns, COLUMNS, row_count);
    ck_assert(!seen.opened);
    ck_assert_ptr_nonnull(strstr(seen.fault.text, "no whole header"));
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

/* Rows take turns in the same memory. */
START_TEST(rows_have_a_limit_and_share_memory) {
    struct place place;
    place_make(&place);
    file_repeat(&place, "id\n", "x\ny\n", TABLE_ROWS_MAX / 2 + 1);
    struct seen seen;
    seen_open(&seen, place.folder, file_name, columns, 1, row_count);
    ck_assert_msg(seen.opened, "%s", seen.fault.text);
    seen.end = table_read(seen.table, 100, &seen.fault);
    const struct arena_block *newest = seen.arena.blocks;
    const long before = peak_memory();
    seen_read(&seen, 65536);
    ck_assert_int_eq(seen.end, TABLE_BROKEN);
    ck_assert_uint_eq(seen.count, TABLE_ROWS_MAX);
    ck_assert_int_eq(seen.fault.line, TABLE_ROWS_MAX + 2L);
    ck_assert_ptr_nonnull(strstr(seen.fault.text, "more than 20000000 rows"));
    ck_assert_ptr_eq(seen.arena.blocks, newest);
    /* Not even a byte for each row. */
    ck_assert_int_lt(peak_memory() - before, TABLE_ROWS_MAX / 1024);
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

static Suite *limit_suite(void) {
    Suite *suite = suite_create("table_limit");
    TCase *limit = tcase_create("limits");
    tcase_set_timeout(limit, 120);
    tcase_add_loop_test(limit, huge_file_ends_early, 0, COUNT(huges));
    tcase_add_loop_test(limit, limit_is_exact, 0, COUNT(limits));
    tcase_add_test(limit, million_columns_end_early);
    tcase_add_test(limit, long_row_ends_reading);
    tcase_add_test(limit, endless_header_is_given_up);
    tcase_add_test(limit, rows_have_a_limit_and_share_memory);
    suite_add_tcase(suite, limit);
    return suite;
}

int main(void) {
    return suite_run(limit_suite());
}
