/* skip: rows that nobody wants; what is left of a file is as libcsv reads it. */
#include "seen.h"

#include "vademecum/base/skip.h"

enum {
    ROUNDS = 6000,
    BYTES_MAX = 120,
    LONG_FILE = 100 * 1024
};

/* xorshift64*: the same numbers everywhere. */
static unsigned random_below(uint64_t *state, unsigned limit) {
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (unsigned)((*state * 0x2545F4914F6CDD1D) >> 33) % limit;
}

static const struct {
    const char *bytes;
    size_t length; /* that is passed over; 0: libcsv has to read it */
} rows[] = {
    {"b,t\na,t\n", 4},
    {"b,t\r\n", 5},
    {"\"b\",\"t\"\r\n", 9},
    {"\"b\",\"one, two\"\n", 15},
    {"\"b\",\"so \"\"called\"\"\"\n", 20},
    {"\"b\",\"\"\"\"\n", 9},
    {"b,\n", 3},
    {",t\n", 3},
    {"aa,t\n", 5},
    {"\"\",\"\"\n", 6},
    /* wanted */
    {"a,t\n", 0},
    {"\"a\",t\n", 0},
    /* not whole */
    {"b,t", 0},
    {"b,t\r", 0},
    {"\"b\",\"one\n", 0},
    {"", 0},
    /* of other rows than the header's, or none */
    {"b\n", 0},
    {"b,t,u\n", 0},
    {"b,t,\n", 0},
    {"\n", 0},
    {"\r\n", 0},
    /* over several lines, or of a line end that is a CR alone */
    {"\"b\",\"one\ntwo\"\n", 0},
    {"\"b\",\"one\rtwo\"\n", 0},
    {"b,t\rb,u\n", 0},
    /* not as libcsv wants it */
    {"b,t\"\n", 0},
    {"b,\"t\"u\n", 0},
    {"b, \"t\"\n", 0},
    {"\"b,t\n", 0},
    {"\"b\" ,t\n", 0},
};

START_TEST(only_what_is_plain_is_passed_over) {
    const struct skip skip = {.width = 2, .place = 0, .text = "a"};
    const char *bytes = rows[_i].bytes;
    ck_assert_uint_eq(skip_row(&skip, bytes, strlen(bytes)), rows[_i].length);
}
END_TEST

START_TEST(the_cell_may_stand_anywhere) {
    const struct skip skip = {.width = 2, .place = 1, .text = "a"};
    ck_assert_uint_eq(skip_row(&skip, "a,b\n", 4), 4);
    ck_assert_uint_eq(skip_row(&skip, "b,a\n", 4), 0);
}
END_TEST

/* Only those whose id is "a". */
static void row_choose(void *context, const struct table_row *row) {
    if (strcmp(row->cells[0], "a") == 0) {
        row_record(context, row);
    }
}

/* A file of rows as programs write them, with some bytes put wrong. */
static size_t random_file(uint64_t *state, char *bytes) {
    static const char *const parts[] = {
        "a,t\n",       "b,t\n",          "\"b\",\"t\"\r\n",   "\"a\",\"t\"\r\n",   "b,\"x\"\"y\"\n",
        "\"a\",\"\n\"\n", "\"b\",\"\r\n\"\r\n", "\n", "b\n", "a,t,u\n", ",\n", "b,t\r",
    };
    static const char meaning[] = "\",\r\na ";
    size_t length = (size_t)sprintf(bytes, random_below(state, 2) ? "id,title\n" : "title,id\r\n");
    while (length < BYTES_MAX) {
        const char *part = parts[random_below(state, COUNT(parts))];
        strcpy(bytes + length, part);
        length += strlen(part);
    }
    if (random_below(state, 2)) {
        bytes[10 + random_below(state, BYTES_MAX - 10)] = meaning[random_below(state,
                                                                           sizeof meaning - 1)];
    }
    return length;
}

START_TEST(the_rest_is_as_it_was) {
    struct place place;
    place_make(&place);
    uint64_t state = 5;
    size_t given = 0;
    for (int round = 0; round < ROUNDS; round++) {
        char bytes[2 * BYTES_MAX];
        file_put(&place, bytes, random_file(&state, bytes));
        struct seen all;
        struct seen some;
        seen_open(&all, place.folder, file_name, columns, COLUMNS, row_choose);
        seen_read(&all, 65536);
        seen_open(&some, place.folder, file_name, columns, COLUMNS, row_record);
        ck_assert(some.opened);
        table_only(some.table, 0, "a");
        seen_read(&some, slices[random_below(&state, COUNT(slices))]);
        ck_assert_str_eq(some.rows, all.rows);
        ck_assert_int_eq(some.end, all.end);
        ck_assert_uint_eq(some.faults.left_out, all.faults.left_out);
        if (all.end == TABLE_BROKEN) {
            ck_assert_str_eq(fault_line(&some.fault, &some.arena),
                             fault_line(&all.fault, &all.arena));
        }
        given += some.count;
        seen_close(&all);
        seen_close(&some);
    }
    ck_assert_uint_gt(given, ROUNDS);
    place_remove(&place);
}
END_TEST

/* In slices of a byte no row is ever whole, so that libcsv reads all of it. */
START_TEST(simple_rows_are_as_libcsv_reads_them) {
    struct place place;
    place_make(&place);
    uint64_t state = 11;
    size_t given = 0;
    for (int round = 0; round < ROUNDS; round++) {
        char bytes[2 * BYTES_MAX];
        file_put(&place, bytes, random_file(&state, bytes));
        struct seen parsed;
        struct seen cut;
        seen_open(&parsed, place.folder, file_name, columns, COLUMNS, row_record);
        seen_read(&parsed, 1);
        seen_open(&cut, place.folder, file_name, columns, COLUMNS, row_record);
        seen_read(&cut, 65536);
        ck_assert_str_eq(cut.rows, parsed.rows);
        ck_assert_int_eq(cut.end, parsed.end);
        ck_assert_uint_eq(cut.faults.count, parsed.faults.count);
        ck_assert_uint_eq(cut.faults.left_out, parsed.faults.left_out);
        if (parsed.end == TABLE_BROKEN) {
            ck_assert_str_eq(fault_line(&cut.fault, &cut.arena),
                             fault_line(&parsed.fault, &parsed.arena));
        }
        given += cut.count;
        seen_close(&parsed);
        seen_close(&cut);
    }
    ck_assert_uint_gt(given, ROUNDS);
    place_remove(&place);
}
END_TEST

/* Rows of which some begin in one buffer of the file and end in the next. */
START_TEST(rows_in_two_buffers_are_as_libcsv_reads_them) {
    static const char *const ends[] = {"\n", "\r\n"};
    static char bytes[LONG_FILE + BYTES_MAX];
    struct place place;
    struct seen parsed;
    struct seen cut;
    place_make(&place);
    uint64_t state = 7;
    size_t length = (size_t)sprintf(bytes, "id,title\n");
    while (length < LONG_FILE) {
        length += (size_t)sprintf(bytes + length, "\"a\",\"x%*d\"\"y\"%s",
                                  (int)random_below(&state, BYTES_MAX - 20), 0,
                                  ends[random_below(&state, 2)]);
    }
    file_put(&place, bytes, length);
    seen_open(&parsed, place.folder, file_name, columns, COLUMNS, row_record);
    seen_read(&parsed, 1);
    seen_open(&cut, place.folder, file_name, columns, COLUMNS, row_record);
    seen_read(&cut, 65536);
    ck_assert_uint_gt(cut.count, 0);
    ck_assert_uint_eq(cut.count, parsed.count);
    ck_assert_str_eq(cut.rows, parsed.rows);
    seen_close(&parsed);
    seen_close(&cut);
    place_remove(&place);
}
END_TEST

static Suite *skip_suite(void) {
    Suite *suite = suite_create("skip");
    TCase *same = tcase_create("skip");
    tcase_set_timeout(same, 120);
    tcase_add_loop_test(same, only_what_is_plain_is_passed_over, 0, (int)COUNT(rows));
    tcase_add_test(same, the_cell_may_stand_anywhere);
    tcase_add_test(same, the_rest_is_as_it_was);
    tcase_add_test(same, simple_rows_are_as_libcsv_reads_them);
    tcase_add_test(same, rows_in_two_buffers_are_as_libcsv_reads_them);
    suite_add_tcase(suite, same);
    return suite;
}

int main(void) {
    return suite_run(skip_suite());
}
