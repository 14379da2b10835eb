/* header: the first row of a file against the columns that were asked for. */
#include "seen.h"

/* Headers held against id (required), title (required) and note. */
static const struct heading {
    const char *name;
    const char *bytes;
    size_t length;
    struct expected faults[FAULTS_MAX];
    struct expected refused; /* table_open says false */
} headings[] = {
    {.name = "sound", BYTES("id,title,note\n")},
    {.name = "0 bytes", BYTES(""), .refused = {0, NULL, "is empty", false}},
    {.name = "only a mark", BYTES("\xEF\xBB\xBF"), .refused = {0, NULL, "is empty", false}},
    {.name = "only a newline", BYTES("\r\n"), .refused = {0, NULL, "is empty", false}},
    {.name = "a mark and newlines",
     BYTES("\xEF\xBB\xBF\n\n\n"),
     .refused = {0, NULL, "is empty", false}},
    {.name = "UTF-16 LE", BYTES("\xFF\xFEi\0d\0"), .refused = {1, NULL, "UTF-16", false}},
    {.name = "UTF-16 BE", BYTES("\xFE\xFF\0i\0d"), .refused = {1, NULL, "CSV UTF-8", false}},
    {.name = "spreadsheet",
     BYTES("PK\x03\x04rest"),
     .refused = {1, NULL, "spreadsheet's own file", false}},
    {.name = "old spreadsheet",
     BYTES("\xD0\xCF\x11\xE0rest"),
     .refused = {1, NULL, "spreadsheet's own file", false}},
    {.name = "zeros", BYTES("\0\0\0\0"), .refused = {1, NULL, "zero byte", false}},
    {.name = "semicolons",
     BYTES("id;title;note\na;b;c\n"),
     .refused = {1, NULL, "separated by semicolons", false}},
    {.name = "semicolons, quoted",
     BYTES("\"title\";\"id\"\r\n"),
     .refused = {1, NULL, "Save As", false}},
    {.name = "semicolons, marked",
     BYTES("\xEF\xBB\xBF\"title\";\"id\"\r\n"),
     .refused = {1, NULL, "semicolons", false}},
    {.name = "semicolons with commas in them",
     BYTES("id;\"title, long\";note\n"),
     .refused = {1, NULL, "semicolons", false}},
    {.name = "tabs", BYTES("x\tnote\tid"), .refused = {1, NULL, "separated by tabs", false}},
    {.name = "tabs, quoted",
     BYTES("\"id\"\t\"title\"\r\n"),
     .refused = {1, NULL, "separated by tabs", false}},
    {.name = "semicolons after a blank line",
     BYTES("\n\nid;title\n"),
     .refused = {1, NULL, "semicolons", false}},
    {.name = "commas, and a semicolon in a name",
     BYTES("id,title,note,a;b\n"),
     .faults = {{1, "a;b", "not known", false}}},
    {.name = "required column missing",
     BYTES("\nid,note\n"),
     .refused = {2, "title", "cannot be used without this column", false}},
    {.name = "other column missing",
     BYTES("id,title\n"),
     .faults = {{1, "note", "is missing", false}}},
    {.name = "unknown columns",
     BYTES("zzz,id,title,note,Notes\n"),
     .faults = {{1, "zzz", "not known, so its cells are not used.", false},
                {1, "Notes", "If \"note\" is meant", false}}},
    {.name = "blanks around a name",
     BYTES("id,title, note \n"),
     .faults = {{1, " note ", "Remove them, so that it is \"note\"", false},
                {1, "note", "is missing", false}}},
    {.name = "blanks around a required name",
     BYTES("id,title\t,note\n"),
     .faults = {{1, "title\t", "blanks around its name", false}},
     .refused = {1, "title", "write it exactly as \"title\"", false}},
    {.name = "capitals in a required name",
     BYTES("ID,title,note\n"),
     .faults = {{1, "ID", "If \"id\" is meant", false}},
     .refused = {1, "id", "The header has \"ID\"", false}},
    {.name = "doubled", BYTES("id,title,id,note\n"), .faults = {{1, "id", "there twice", false}}},
    {.name = "nameless",
     BYTES("id,title,,note,,\n"),
     .faults = {{1, NULL, "without a name: 3, the first of them in place 3", false}}},
    {.name = "zero byte in a name",
     BYTES("id\0,title,note\n"),
     .faults = {{1, "id␀", "not known", false}},
     .refused = {1, "id", "without this column", false}},
    {.name = "open quote",
     BYTES("id,\"title\nnote\na,b,c\n"),
     .refused = {1, NULL, "never closed", false}},
    {.name = "stray quote",
     BYTES("id,ti\"tle\n"),
     .refused = {1, NULL, "does not begin with one", false}},
};

START_TEST(header_is_held_against_columns) {
    static const struct table_column three[] = {
        {"id", true, TABLE_LINES}, {"title", true, TABLE_LINES}, {"note", false, TABLE_LINES},
    };
    const struct heading *heading = &headings[_i];
    struct place place;
    place_make(&place);
    file_put(&place, heading->bytes, heading->length);
    struct seen seen;
    seen_open(&seen, place.folder, file_name, three, COUNT(three), row_record);
    faults_compare(heading->name, heading->faults, &seen);
    if (heading->refused.fragment) {
        ck_assert_msg(!seen.opened, "%s: was opened", heading->name);
        fatal_compare(heading->name, &heading->refused, &seen);
    } else {
        ck_assert_msg(seen.opened, "%s: %s", heading->name, seen.fault.text);
    }
    seen_close(&seen);
    place_remove(&place);
}
END_TEST

static Suite *header_suite(void) {
    Suite *suite = suite_create("header");
    TCase *match = tcase_create("match");
    tcase_add_loop_test(match, header_is_held_against_columns, 0, COUNT(headings));
    suite_add_tcase(suite, match);
    return suite;
}

int main(void) {
    return suite_run(header_suite());
}
