/* table: the rows, line numbers and faults of every kind of file; the writer. */
#include "seen.h"

/* Files with the header id,title; `broken` stands when reading ends early. */
static const struct reading {
    const char *name;
    const char *bytes;
    size_t length;
    const char *rows;
    struct expected faults[FAULTS_MAX];
    struct expected broken;
} readings[] = {
    {.name = "CRLF", BYTES("id,title\r\na,b\r\nc,d\r\n"), .rows = "2|a|b\n3|c|d\n"},
    {.name = "LF", BYTES("id,title\na,b\nc,d\n"), .rows = "2|a|b\n3|c|d\n"},
    {.name = "CR", BYTES("id,title\ra,b\rc,d\r"), .rows = "2|a|b\n3|c|d\n"},
    {.name = "mixed ends", BYTES("id,title\ra,b\nc,d\r\ne,f"), .rows = "2|a|b\n3|c|d\n4|e|f\n"},
    {.name = "no final newline", BYTES("id,title\na,b\nc,d"), .rows = "2|a|b\n3|c|d\n"},
    {.name = "final open row of one empty cell", BYTES("id,title\na,"), .rows = "2|a|\n"},
    {.name = "mark", BYTES("\xEF\xBB\xBFid,title\na,b\n"), .rows = "2|a|b\n"},
    {.name = "mark, quoted",
     BYTES("\xEF\xBB\xBF\"id\",\"title\"\r\n\"a\",\"b\"\r\n"),
     .rows = "2|a|b\n"},
    {.name = "header only", BYTES("id,title\r\n"), .rows = ""},
    {.name = "header only, no newline", BYTES("id,title"), .rows = ""},
    {.name = "columns swapped", BYTES("title,id\nb,a\n"), .rows = "2|a|b\n"},
    {.name = "blank lines LF", BYTES("\n\nid,title\n\na,b\n\n\nc,d\n\n"), .rows = "5|a|b\n8|c|d\n"},
    {.name = "blank lines CRLF",
     BYTES("\r\nid,title\r\n\r\n\r\na,b\r\n\r\nc,d\r\n"),
     .rows = "5|a|b\n7|c|d\n"},
    {.name = "blank lines CR", BYTES("id,title\r\r\ra,b\r\rc,d"), .rows = "4|a|b\n6|c|d\n"},
    {.name = "CR and then CRLF", BYTES("id,title\r\r\na,b"), .rows = "3|a|b\n"},
    {.name = "newlines in quotes",
     BYTES("id,title\na,\"1\n2\r\n3\r4\"\nc,d\n"),
     .rows = "2|a|1\n2\r\n3\r4\n6|c|d\n"},
    {.name = "newlines at the edges of quotes",
     BYTES("id,title\r\n\"\ra\",\"b\n\"\r\nc,d\r\n"),
     .rows = "2|\ra|b\n\n5|c|d\n"},
    {.name = "newline in a quoted header",
     BYTES("id,title,\"x\ny\"\na,b,c\n"),
     .rows = "3|a|b\n",
     .faults = {{1, "x\ny", "line break in the name", false}}},
    {.name = "blanks are kept",
     BYTES("id,title\n a ,\tb\t\n\" c \",\"\td\"\n"),
     .rows = "2| a |\tb\t\n3| c |\td\n"},
    {.name = "doubled quotes",
     BYTES("id,title\n\"\"\"\",\"a \"\"b\"\"\"\n"),
     .rows = "2|\"|a \"b\"\n"},
    {.name = "empty and quoted empty", BYTES("id,title\na,\n\"\",\"b\"\n"), .rows = "2|a|\n3||b\n"},
    {.name = "a row with nothing in it",
     BYTES("id,title\na,b\n,\nc,d\n"),
     .rows = "2|a|b\n4|c|d\n",
     .faults = {{3, NULL, "Nothing stands in this row", false}}},
    {.name = "rows with nothing in them",
     BYTES("id,title\n,\n\"\",\"\"\na,b\n   \n,,,,\n \t,\xC2\xA0\n\xE2\x80\x8B,"
           "\"\xEF\xBB\xBF\n\xE2\x81\xA0\xE3\x80\x80\"\n"),
     .rows = "4|a|b\n",
     .faults = {{2, NULL, "in 6 rows, from this line to line 9", false}}},
    {.name = "rows with nothing in them before an open quote",
     BYTES("id,title\n,\n,\na,\"b\n"),
     .rows = "",
     .faults = {{2, NULL, "in 2 rows, from this line to line 3", false}},
     .broken = {4, "title", "goes on to the end, line 5", false}},
    {.name = "cells that only look empty are empty",
     BYTES("id,title\na, \t\n\xE2\x80\xAF,b\nc,\xC2\xA0 d\n"),
     .rows = "2|a|\n3||b\n4|c|\xC2\xA0 d\n"},
    {.name = "format signs",
     BYTES("id,title\n%n%s,%s\nx\n"),
     .rows = "2|%n%s|%s\n",
     .faults = {{3, "title", "too few cells (1 for 2", true}}},

    {.name = "marks of git",
     BYTES("id,title\na,b\n<<<<<<< HEAD\nc,d\n=======\nc,e\n>>>>>>> theirs\nf,g\n"),
     .rows = "2|a|b\n4|c|d\n6|c|e\n8|f|g\n",
     .faults = {{3, NULL, "a conflict mark that git has left", false},
                {5, NULL, "a conflict mark", false},
                {7, NULL, "a conflict mark", false}}},
    {.name = "the end of a file as DOS has it",
     BYTES("id,title\na,b\n\x1A"),
     .rows = "2|a|b\n",
     .faults = {{3, NULL, "Nothing stands in this row", false}}},
    {.name = "zero bytes at the end",
     BYTES("id,title\na,b\n\0\0\0\0"),
     .rows = "2|a|b\n",
     .faults = {{3, "id", "Zero bytes in this cell: 4", false},
                {3, NULL, "Nothing stands in this row", false}}},
    {.name = "commas at the end of rows",
     BYTES("id,title\na,b,,\nc,d\ne,f,\xC2\xA0\n"),
     .rows = "2|a|b\n3|c|d\n4|e|f\n",
     .faults = {{2, NULL, "2 rows have cells in which nothing stands (up to line 4)", false}}},
    {.name = "commas at the end of the header",
     BYTES("id,title,,\na,b\nc,d,,\ne\n"),
     .rows = "2|a|b\n3|c|d\n",
     .faults = {{1, NULL, "without a name: 2", false}, {4, "title", "too few cells", true}}},
    {.name = "too many, the first one too many empty",
     BYTES("id,title\na,b,,more\n"),
     .rows = "",
     .faults = {{2, NULL, "too many cells (4 for 2 columns); the first one too many is \"more\"",
                 true}}},
    {.name = "a file in an old encoding",
     BYTES("id,title\na,\xE1\nb,\xE1\nc,\xE1\nd,\xE1\ne,f\ng,\xE1\n"),
     .rows = "2|a|\xE1\n3|b|\xE1\n4|c|\xE1\n5|d|\xE1\n6|e|f\n7|g|\xE1\n",
     .faults = {{2, "title", "not in UTF-8", false},
                {3, "title", "not in UTF-8", false},
                {4, "title", "not in UTF-8", false},
                {5, NULL, "2 more cells, up to line 7, are not in UTF-8", false}}},
    {.name = "too few",
     BYTES("id,title\na\nb,c\n"),
     .rows = "3|b|c\n",
     .faults = {{2, "title", "the first one missing is in column 2, \"title\"", true}}},
    {.name = "too many",
     BYTES("id,title\na,b,more,still\nb,c\n"),
     .rows = "3|b|c\n",
     .faults = {{2, NULL, "too many cells (4 for 2 columns); the first one too many is \"more\"",
                 true}}},
    {.name = "too many, the extra one cut within no character",
     BYTES("id,title\na,b,"
           "123456789012345678901234567890123456789012345678901234567\xE2\x90\x80rest\n"),
     .rows = "",
     .faults = {{2, NULL, "67\xE2\x90\x80…\"", true}}},
    {.name = "too few after a long row",
     BYTES("id,title\n\"a\nb\",c\nd\ne,f\n"),
     .rows = "2|a\nb|c\n5|e|f\n",
     .faults = {{4, "title", "left out", true}}},

    {.name = "Latin-1",
     BYTES("id,title\na,caf\xE9\nb,caf\xC3\xA9\n"),
     .rows = "2|a|caf\xE9\n3|b|caf\xC3\xA9\n",
     .faults = {{2, "title", "not in UTF-8", false}}},
    {.name = "Latin-1 on the third line of a cell",
     BYTES("id,title\na,\"x\r\ny\nz\xE9\n\"\n"),
     .rows = "2|a|x\r\ny\nz\xE9\n\n",
     .faults = {{4, "title", "not in UTF-8", false}}},
    {.name = "half a character at the end of a cell",
     BYTES("id,title\n\xE3\x81,\x82"
           "b\n"),
     .rows = "2|\xE3\x81|\x82"
             "b\n",
     .faults = {{2, "id", "UTF-8", false}, {2, "title", "UTF-8", false}}},
    {.name = "Latin-1 in an unknown column",
     BYTES("id,title,z\na,b,\xE9\n"),
     .rows = "2|a|b\n",
     .faults = {{1, "z", "not known", false}}},
    {.name = "zero bytes",
     BYTES("id,title\na\0,\0b\0\n"),
     .rows = "2|a␀|␀b␀\n",
     .faults = {{2, "id", "Zero bytes in this cell: 1", false},
                {2, "title", "Zero bytes in this cell: 2", false}}},

    {.name = "open quote",
     BYTES("id,title\na,b\nc,\"d\ne,f\ng,h\n"),
     .rows = "2|a|b\n",
     .broken = {3, "title", "never closed", false}},
    {.name = "open quote after a long row",
     BYTES("id,title\r\n\"a\r\n\r\nb\",c\r\n\"d,e\r\nf,g"),
     .rows = "2|a\r\n\r\nb|c\n",
     .broken = {5, "id", "never closed", false}},
    {.name = "open quote in CR lines",
     BYTES("id,title\ra,b\r\"c\rd"),
     .rows = "2|a|b\n",
     .broken = {3, "id", "never closed", false}},
    {.name = "open quote that a later row closes",
     BYTES("id,title\n\"a\",\"b\"\n\"c\",\"d\n\"e\",\"f\"\n"),
     .rows = "2|a|b\n",
     .broken = {3, "title", "goes on to line 4", false}},
    {.name = "quote in an unquoted cell",
     BYTES("id,title\na,b\nc,d\"e\nf,g\n"),
     .rows = "2|a|b\n",
     .broken = {3, "title", "does not begin with one", false}},
    {.name = "blank before a quote",
     BYTES("id,title\n\"a\", \"b\"\n"),
     .rows = "",
     .broken = {2, "title", "no blank may stand before", false}},
    {.name = "text after a quote",
     BYTES("id,title\n\"a\"b,c\n"),
     .rows = "",
     .broken = {2, "id", "text or a blank follows", false}},
    {.name = "blank after a quote",
     BYTES("id,title\na,b\n\"a\" ,c\n"),
     .rows = "2|a|b\n",
     .broken = {3, "id", "text or a blank follows", false}},
    {.name = "stray quote beyond the header",
     BYTES("id,title\na,b,c\"\n"),
     .rows = "",
     .broken = {2, NULL, "does not begin with one", false}},
    {.name = "quote that is the whole rest",
     BYTES("id,title\na,\""),
     .rows = "",
     .broken = {2, "title", "never closed", false}},
};

START_TEST(reading_gives_rows_and_faults) {
    const struct reading *reading = &readings[_i];
    struct place place;
    place_make(&place);
    file_put(&place, reading->bytes, reading->length);
    for (size_t i = 0; i < COUNT(slices); i++) {
        struct seen seen;
        seen_open(&seen, place.folder, file_name, columns, COLUMNS, row_record);
        ck_assert_msg(seen.opened, "%s: %s", reading->name, seen.fault.text);
        ck_assert_uint_eq(table_size(seen.table), reading->length);
        seen_read(&seen, slices[i]);
        ck_assert_msg(strcmp(seen.rows, reading->rows) == 0, "%s, slices of %zu: rows\n%s",
                      reading->name, slices[i], seen.rows);
        faults_compare(reading->name, reading->faults, &seen);
        if (reading->broken.fragment) {
            ck_assert_msg(seen.end == TABLE_BROKEN, "%s: not broken", reading->name);
            fatal_compare(reading->name, &reading->broken, &seen);
        } else {
            ck_assert_msg(seen.end == TABLE_ENDED, "%s: %s", reading->name, seen.fault.text);
            ck_assert_uint_eq(table_position(seen.table), reading->length);
        }
        ck_assert_int_eq(table_read(seen.table, 1, &seen.fault), seen.end);
        seen_close(&seen);
    }
    place_remove(&place);
}
END_TEST

START_TEST(missing_and_doubled_columns_give_cells) {
    static const struct table_column three[] = {
        {"id", TABLE_NEEDED, TABLE_LINES}, {"note", TABLE_WISHED, TABLE_LINES}, {"title", TABLE_NEEDED, TABLE_LINES},
    };
    static const char bytes[] = "title,id,title\nfirst,a,second\n";
    struct place place;
    place_make(&place);
    file_put(&place, bytes, sizeof bytes - 1);
    struct seen seen;
    seen_open(&seen, place.folder, file_name, three, COUNT(three), row_record);
    seen_read(&seen, 64);
    ck_assert_str_eq(seen.rows, "2|a||first\n");
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

START_TEST(writer_quotes_everything) {
    static const char *const cells[] = {"", "a\"b", " x\r\ny,"};
    char *bytes = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&bytes, &size);
    table_write(out, cells, COUNT(cells));
    table_write(out, cells, 1);
    fclose(out);
    ck_assert_str_eq(bytes, "\"\",\"a\"\"b\",\" x\r\ny,\"\r\n\"\"\r\n");
    free(bytes);
}
END_TEST

START_TEST(writer_leaves_its_error_in_the_stream) {
    static const char *const cells[] = {"more than there is room for"};
    char room[4];
    FILE *out = fmemopen(room, sizeof room, "w");
    ck_assert_ptr_nonnull(out);
    table_write(out, cells, COUNT(cells));
    fflush(out);
    ck_assert_int_ne(ferror(out), 0);
    fclose(out);
}
END_TEST

static Suite *table_suite(void) {
    Suite *suite = suite_create("table");
    TCase *reading = tcase_create("reading");
    tcase_add_loop_test(reading, reading_gives_rows_and_faults, 0, COUNT(readings));
    tcase_add_test(reading, missing_and_doubled_columns_give_cells);
    suite_add_tcase(suite, reading);
    TCase *writing = tcase_create("writing");
    tcase_add_test(writing, writer_quotes_everything);
    tcase_add_test(writing, writer_leaves_its_error_in_the_stream);
    suite_add_tcase(suite, writing);
    return suite;
}

int main(void) {
    return suite_run(table_suite());
}
