/* table: random files: what is written is read, on the right lines, in any slices. */
#include "seen.h"

/* xorshift64*: the same numbers everywhere. */
static unsigned random_below(uint64_t *state, unsigned limit) {
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (unsigned)((*state * 0x2545F4914F6CDD1D) >> 33) % limit;
}

/* Random bytes without NUL, most of them such that mean something in CSV, behind an "x". */
static void random_cell(uint64_t *state, char *cell, unsigned longest) {
    static const char meaning[] = "\",\r\n;\t '=\xEF\xBB\xBF";
    const unsigned length = 1 + random_below(state, longest - 1);
    cell[0] = 'x';
    for (unsigned i = 1; i < length; i++) {
        cell[i] = random_below(state, 2) ? meaning[random_below(state, sizeof meaning - 1)]
                                         : (char)(1 + random_below(state, 255));
    }
    cell[length] = '\0';
}

enum {
    ROUNDS = 4000,
    WIDTH_MAX = 3,
    ROWS = 4,
    CELL_BYTES = 24
};

/* What a reader of the written rows compares them with. */
struct written {
    char cells[ROWS][WIDTH_MAX][CELL_BYTES];
    size_t width;
    size_t row; /* that is to come */
};

static void row_compare(void *context, const struct table_row *row) {
    struct written *written = context;
    ck_assert_uint_lt(written->row, ROWS);
    ck_assert_uint_eq(row->count, written->width);
    for (size_t i = 0; i < row->count; i++) {
        const char *cell = written->cells[written->row][i];
        ck_assert_uint_eq(row->lengths[i], strlen(cell));
        ck_assert_mem_eq(row->cells[i], cell, row->lengths[i] + 1);
    }
    written->row++;
}

static void rows_write(const struct place *place, struct written *written, uint64_t *state) {
    static const char *const names[] = {"a", "b", "c"};
    FILE *out = fdopen(file_make(place), "w");
    ck_assert_ptr_nonnull(out);
    table_write(out, names, written->width);
    for (size_t row = 0; row < ROWS; row++) {
        const char *cells[WIDTH_MAX];
        for (size_t i = 0; i < written->width; i++) {
            random_cell(state, written->cells[row][i], CELL_BYTES);
            cells[i] = written->cells[row][i];
        }
        table_write(out, cells, written->width);
    }
    ck_assert_int_eq(fclose(out), 0);
}

START_TEST(what_is_written_is_read) {
    static const struct table_column abc[] = {
        {"a", true, TABLE_LINES}, {"b", true, TABLE_LINES}, {"c", true, TABLE_LINES},
    };
    struct place place;
    place_make(&place);
    uint64_t state = 20260302;
    for (int round = 0; round < ROUNDS; round++) {
        struct written written = {.width = 1 + random_below(&state, WIDTH_MAX)};
        rows_write(&place, &written, &state);
        struct arena arena;
        arena_init(&arena, (struct arena_end){0});
        struct fault_list faults;
        fault_list_init(&faults, &arena);
        const struct table_reader reader = {row_compare, &written, &faults};
        struct table *table;
        struct fault fault;
        ck_assert_msg(table_open(&table, &arena, place.folder, file_name, abc, written.width,
                                 &reader, &fault),
                      "round %d: %s", round, fault.text);
        const size_t slice = slices[random_below(&state, COUNT(slices))];
        enum table_state end;
        do {
            end = table_read(table, slice, &fault);
        } while (end == TABLE_MORE);
        ck_assert_msg(end == TABLE_ENDED, "round %d: %s", round, fault.text);
        ck_assert_uint_eq(written.row, ROWS);
        ck_assert_uint_eq(faults.left_out, 0);
        table_close(table);
        arena_free(&arena);
    }
    place_remove(&place);
}
END_TEST

/* Line of the byte at `at`, counted as an editor does: a second way to the same number. */
static long line_at(const char *bytes, size_t at) {
    long line = 1;
    for (size_t i = 0; i < at; i++) {
        line += bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');
    }
    return line;
}

/* Writes rows of one cell, with blank lines between, and the rows that are to come of it. */
static void random_file(uint64_t *state, FILE *out, char **bytes, FILE *rows) {
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    static const char *const cells[] = {"x",      "\"x\"", "\"1\n2\"", "\"1\r\n\r\n2\"",
                                        "\"\ry\"", "\"y\n\""};
    static const char *const texts[] = {"x", "x", "1\n2", "1\r\n\r\n2", "\ry", "y\n"};
    const char *end = ends[random_below(state, COUNT(ends))];
    fprintf(out, "id%s", end);
    for (unsigned i = random_below(state, 12); i > 0; i--) {
        for (unsigned blanks = random_below(state, 3); blanks > 0; blanks--) {
            fputs(end, out);
        }
        fflush(out);
        const unsigned which = random_below(state, COUNT(cells));
        fprintf(rows, "%ld|%s\n", line_at(*bytes, (size_t)ftell(out)), texts[which]);
        fprintf(out, "%s%s", cells[which], end);
    }
}

START_TEST(line_numbers_are_an_editors) {
    struct place place;
    place_make(&place);
    uint64_t state = 7;
    for (int round = 0; round < ROUNDS; round++) {
        char *bytes = NULL;
        char *rows = NULL;
        size_t size = 0;
        size_t rows_size = 0;
        FILE *out = open_memstream(&bytes, &size);
        FILE *expected = open_memstream(&rows, &rows_size);
        random_file(&state, out, &bytes, expected);
        fclose(out);
        fclose(expected);
        file_put(&place, bytes, size);
        struct seen seen;
        seen_open(&seen, place.folder, file_name, columns, 1, row_record);
        seen_read(&seen, slices[random_below(&state, COUNT(slices))]);
        ck_assert_str_eq(seen.rows, rows);
        seen_close(&seen);
        free(bytes);
        free(rows);
    }
    place_remove(&place);
}
END_TEST

/* All that was read, as one text. */
static char *seen_tell(struct seen *seen) {
    char *told = arena_printf(&seen->arena, "opened %d, end %d\n%s", seen->opened, (int)seen->end,
                              seen->rows);
    if (!seen->opened || seen->end == TABLE_BROKEN) {
        told = arena_printf(&seen->arena, "%s%s\n", told, fault_line(&seen->fault, &seen->arena));
    }
    for (size_t i = 0; i < seen->faults.kept; i++) {
        told = arena_printf(&seen->arena, "%s%s\n", told,
                            fault_defect_line(&seen->faults.defects[i], &seen->arena));
    }
    return told;
}

START_TEST(any_bytes_give_the_same_in_any_slices) {
    static const char meaning[] = "\",\r\n;a\0\xC3\xA9\xE9 ";
    struct place place;
    place_make(&place);
    uint64_t state = 99;
    for (int round = 0; round < ROUNDS; round++) {
        char bytes[80] = "id,title\n";
        size_t length = random_below(&state, 8) ? strlen(bytes) : 0;
        for (unsigned more = random_below(&state, 64); more > 0; more--) {
            bytes[length++] = meaning[random_below(&state, sizeof meaning - 1)];
        }
        file_put(&place, bytes, length);
        struct seen whole;
        struct seen cut;
        seen_open(&whole, place.folder, file_name, columns, COLUMNS, row_record);
        seen_read(&whole, 65536);
        seen_open(&cut, place.folder, file_name, columns, COLUMNS, row_record);
        seen_read(&cut, 1 + random_below(&state, 8));
        ck_assert_str_eq(seen_tell(&cut), seen_tell(&whole));
        seen_close(&whole);
        seen_close(&cut);
    }
    place_remove(&place);
}
END_TEST

static Suite *random_suite(void) {
    Suite *suite = suite_create("table_random");
    TCase *same = tcase_create("same");
    tcase_set_timeout(same, 120);
    tcase_add_test(same, what_is_written_is_read);
    tcase_add_test(same, line_numbers_are_an_editors);
    tcase_add_test(same, any_bytes_give_the_same_in_any_slices);
    suite_add_tcase(suite, same);
    return suite;
}

int main(void) {
    return suite_run(random_suite());
}
