/* swallowed: rows inside a cell that a stray quotation mark opened, and texts that are none. */
#include "seen.h"

#define HEADER "id,group,title,text,date,note\n"

enum {
    WIDTH = 6
};

static const struct table_column shaped[WIDTH] = {
    {"id", true, TABLE_WORD},     {"group", true, TABLE_WORD}, {"title", true, TABLE_LINE},
    {"text", false, TABLE_LINES}, {"date", false, TABLE_WORD}, {"note", TABLE_WISHED, TABLE_LINES},
};

static const struct swallowing {
    const char *name;
    const char *bytes;
    const char *rows; /* that are given, by their lines */
    size_t left_out;  /* rows */
    struct expected faults[FAULTS_MAX];
    struct expected broken;
} swallowings[] = {
    {.name = "two marks in titles, rows between them",
     .bytes = HEADER "p1,g,One,,,\n"
                     "p2,g,\"Two,,2017,\n"
                     "p3,g,Three,,,\n"
                     "p4,g,Four,,,\n"
                     "p5,g,Five\",,,\n"
                     "p6,g,Six,,,\n",
     .rows = "2 7 ",
     .left_out = 4,
     .faults = {{3, "title", "goes on to line 6, and what looks like 3 rows", true}}},
    {.name = "the same with CR LF",
     .bytes = HEADER "p2,g,\"Two,,2017,\r\n"
                     "p3,g,Three,,,\r\n"
                     "p5,g,Five\",,,\r\n",
     .rows = "",
     .left_out = 3,
     .faults = {{2, "title", "goes on to line 4, and what looks like 2 rows", true}}},
    {.name = "two marks in titles of neighbours",
     .bytes = HEADER "p2,g,\"Two,,2017,\n"
                     "p3,g,Three\",,,\n",
     .rows = "",
     .left_out = 2,
     .faults = {{2, "title", "goes on to line 3, and what looks like 1 row stands", true}}},
    {.name = "two marks in a column of long texts",
     .bytes = HEADER "p2,g,Two,\"What was done,2017,\n"
                     "p3,g,Three,We did a lot,,\n"
                     "p4,g,Four,We did more\",,\n",
     .rows = "",
     .left_out = 3,
     .faults = {{2, "text", "goes on to line 4, and what looks like 2 rows", true}}},
    {.name = "marks in different columns",
     .bytes = HEADER "p2,g,\"Two,,2017,\n"
                     "p3,g,Three,,,\n"
                     "p4,g,Four,text\",,\n"
                     "p5,g,Five,,,\n",
     .rows = "5 ",
     .left_out = 3,
     .faults = {{2, "title", "a line break may not stand here", false},
                {2, "note", "It goes on to line 4, and what looks like 2 rows", true}}},
    {.name = "marks in ids",
     .bytes = HEADER "\"p2,g,Two,,2017,\n"
                     "p3,g,Three,,,\n"
                     "p4,g,Four,,,\n"
                     "p5\",g,Five,,,\n",
     .rows = "",
     .left_out = 4,
     .faults = {{2, "id", "goes on to line 5, and what looks like 3 rows", true}}},
    {.name = "marks in a column that nobody knows",
     .bytes = "id,group,title,text,date,note,x\n"
              "p2,g,Two,,2017,,\"a\n"
              "p3,g,Three,,,,\n"
              "p4,g,Four,,,,b\"\n",
     .rows = "",
     .left_out = 3,
     .faults = {{1, "x", "not known", false},
                {2, "x", "goes on to line 4, and what looks like 2 rows", true}}},
    {.name = "columns in another order",
     .bytes = "title,text,id,note,group,date\n"
              "\"Two,,p2,,g,2017\n"
              "Three,,p3,,g,\n"
              "Four\",,p4,,g,\n",
     .rows = "",
     .left_out = 3,
     .faults = {{2, "title", "goes on to line 4, and what looks like 2 rows", true}}},
    {.name = "rows whose ids are wrong too",
     .bytes = HEADER "p2,g,Two,\"What was done,2017,\n"
                     "Org 3,The group,Three,text,,\n"
                     "Org 4,The group,Four,text,,\n"
                     "Org 5,The group,Five,text,,\n"
                     "Org 6,The group,Six,text\",,\n"
                     "p7,g,Seven,,,\n",
     .rows = "7 ",
     .left_out = 5,
     .faults = {{2, "text", "goes on to line 6, and what looks like 4 rows", true}}},
    {.name = "a mark without its fellow",
     .bytes = HEADER "p2,g,\"Two,,2017,\n"
                     "p3,g,Three,,,\n"
                     "p4,g,Four,,,\n",
     .rows = "",
     .broken = {2, "title",
                "goes on to the end, line 5. Add the closing one. What looks like 2 rows", false}},
    {.name = "a closing mark that is missing in a quoted file",
     .bytes = HEADER "\"p2\",\"g\",\"Two,\"\",\"\",\"\"\n"
                     "\"p3\",\"g\",\"Three\",\"\",\"\",\"\"\n",
     .rows = "",
     .broken = {2, "title", "goes on to line 3, where text follows", false}},
    {.name = "a line break in a title and in a date",
     .bytes = HEADER "p1,g,\"One\nand more\",,\"2017\n\",\n",
     .rows = "2 ",
     .faults = {{2, "title", "goes on to line 3, and a line break may not stand here", false},
                {3, "date", "goes on to line 4", false}}},
    {.name = "a row of several lines that is left out",
     .bytes = HEADER "p1,g,One,\"two\n\nparagraphs\"\n",
     .rows = "",
     .left_out = 1,
     .faults = {{2, "date", "It goes on to line 4: look whether", true}}},

    {.name = "paragraphs, lists, and a table within a text",
     .bytes = HEADER
     "p1,g,One,\"First, we met. Then, in 2017, we began, and more came, as planned.\n\n"
     "Second, it grew:\r\n- language, culture, work, money, rights, homes\r\n"
     "- 3,5 million, of which half, in kind, for rooms, food, buses\n"
     "Brno, Praha, Ostrava, Plzen, Usti, Most\n"
     "Brno,Praha,Ostrava,Plzen,Usti,Most\n"
     "one,two,three four,five,six seven,eight\n"
     "However,we left.\",2017,\"See:\nhttps://example.org/a,b\n\n1,5 %, 2, 3, 4, 5\"\n",
     .rows = "2 "},
};

static void line_record(void *context, const struct table_row *row) {
    struct seen *seen = context;
    fprintf(seen->out, "%ld ", row->line);
}

START_TEST(swallowed_rows_are_told) {
    const struct swallowing *given = &swallowings[_i];
    struct place place;
    place_make(&place);
    file_put(&place, given->bytes, strlen(given->bytes));
    for (size_t i = 0; i < COUNT(slices); i++) {
        struct seen seen;
        seen_open(&seen, place.folder, file_name, shaped, WIDTH, line_record);
        ck_assert_msg(seen.opened, "%s: %s", given->name, seen.fault.text);
        seen_read(&seen, slices[i]);
        ck_assert_msg(strcmp(seen.rows, given->rows) == 0, "%s: rows %s", given->name, seen.rows);
        faults_compare(given->name, given->faults, &seen);
        ck_assert_msg(seen.faults.left_out == given->left_out, "%s: %zu left out", given->name,
                      seen.faults.left_out);
        ck_assert_int_eq(seen.end, given->broken.fragment ? TABLE_BROKEN : TABLE_ENDED);
        if (given->broken.fragment) {
            fatal_compare(given->name, &given->broken, &seen);
        }
        seen_close(&seen);
    }
    place_remove(&place);
}
END_TEST

/* One cell of many lines: told from more than 50 on. */
START_TEST(very_long_cell_is_told) {
    struct place place;
    place_make(&place);
    for (size_t over = 0; over < 2; over++) {
        file_repeat(&place, HEADER "p1,g,One,\"A line, and another.", "\nOne more, here.",
                    49 + over);
        const int file = openat(place.folder, file_name, O_WRONLY | O_APPEND);
        ck_assert_int_eq(write(file, "\",,\n", 4), 4);
        close(file);
        struct seen seen;
        seen_open(&seen, place.folder, file_name, shaped, WIDTH, line_record);
        seen_read(&seen, 4096);
        ck_assert_str_eq(seen.rows, "2 ");
        ck_assert_uint_eq(seen.faults.count, over);
        if (over) {
            ck_assert_ptr_nonnull(strstr(seen.faults.defects[0].text, "goes on to line 52"));
        }
        seen_close(&seen);
    }
    place_remove(&place);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("swallowed");
    TCase *rows = tcase_create("rows");
    tcase_add_loop_test(rows, swallowed_rows_are_told, 0, COUNT(swallowings));
    tcase_add_test(rows, very_long_cell_is_told);
    suite_add_tcase(suite, rows);
    return suite_run(suite);
}
