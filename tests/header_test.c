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
     .refused = {3, NULL, "semicolons", false}},
    {.name = "semicolons and capitals",
     BYTES("ID;TITLE;Note\nA;B;C\n"),
     .refused = {1, NULL, "semicolons", false}},
    {.name = "semicolons between names in quotes and blanks",
     BYTES("\"Id\" ; \"Title\"\n"),
     .refused = {1, NULL, "semicolons", false}},
    {.name = "semicolons between names that nobody knows",
     BYTES("\"Nazev, cely\";\"Mesto\";\"Rok\"\n\"a\";\"b\";\"c, d\"\n"),
     .refused = {1, NULL, "semicolons", false}},
    {.name = "tabs between names that nobody knows",
     BYTES("Nazev\tMesto, okres\tRok\n"),
     .refused = {1, NULL, "tabs", false}},
    {.name = "vertical bars",
     BYTES("id|title|note\na|b|c\n"),
     .refused = {1, NULL, "vertical bars", false}},
    {.name = "colons", BYTES("id:title:note\na:b:c\n"), .refused = {1, NULL, "colons", false}},
    {.name = "the sign ^",
     BYTES("id^title^note\na^b^c\n"),
     .refused = {1, NULL, "the sign ^", false}},
    {.name = "semicolons in 8-bit letters",
     BYTES("Tytu\xB3;Miasto;Rok\n"),
     .refused = {1, NULL, "semicolons", false}},
    {.name = "commas between names that nobody knows, one with a semicolon",
     BYTES("nazev,mesto;okres,rok\n"),
     .faults = {{1, "nazev", "not known", false},
                {1, "mesto;okres", "not known", false},
                {1, "rok", "not known", false}},
     .refused = {1, "id", "without this column", false}},
    {.name = "a line for Excel, semicolons",
     BYTES("sep=;\nid;title;note\n"),
     .refused = {1, NULL,
                 "is for Excel alone. Delete it. The cells of this file are separated by "
                 "semicolons",
                 false}},
    {.name = "a line for Excel, quoted and marked",
     BYTES("\xEF\xBB\xBF\"SEP=,\"\r\nid,title,note\r\n"),
     .refused = {1, NULL, "is for Excel alone", false}},
    {.name = "a title above the header",
     BYTES("Practices; as of May, 2026\r\n\r\nid,title,note\r\n"),
     .refused = {1, NULL, "seem to stand in line 3. Delete the lines above it.", false}},
    {.name = "commas above the header",
     BYTES(",,\n\" \",,\nid,title,note\na,b,c\n"),
     .refused = {1, NULL, "stand in line 3", false}},
    {.name = "a note above a header with semicolons",
     BYTES("# made by hand\nId;Title;Note\n"),
     .refused = {1, NULL,
                 "stand in line 2. Delete the lines above it. The cells of this file are "
                 "separated by semicolons",
                 false}},
    {.name = "names of columns in the rows",
     BYTES("id,title\ntitle,id\nid,title\n"),
     .faults = {{1, "note", "is missing", false}}},
    {.name = "UTF-16 LE without a mark",
     BYTES("i\0d\0,\0t\0i\0t\0l\0e\0\n\0"),
     .refused = {1, NULL, "UTF-16", false}},
    {.name = "UTF-16 BE without a mark",
     BYTES("\0i\0d\0,\0t\0i\0t\0l\0e\0\n"),
     .refused = {1, NULL, "UTF-16", false}},
    {.name = "UTF-16 LE without a mark, Cyrillic",
     BYTES("\x3D\x04\x30\x04,\0\x3D\x04\x30\x04,\0i\0d\0\n\0a\0,\0"),
     .refused = {1, NULL, "UTF-16", false}},
    {.name = "UTF-32 LE", BYTES("\xFF\xFE\0\0i\0\0\0"), .refused = {1, NULL, "UTF-32", false}},
    {.name = "UTF-32 BE", BYTES("\0\0\xFE\xFF\0\0\0i"), .refused = {1, NULL, "UTF-32", false}},
    {.name = "UTF-32 LE without a mark",
     BYTES("i\0\0\0d\0\0\0,\0\0\0"),
     .refused = {1, NULL, "UTF-32", false}},
    {.name = "UTF-32 BE without a mark",
     BYTES("\0\0\0i\0\0\0d\0\0\0,"),
     .refused = {1, NULL, "UTF-32", false}},
    {.name = "JSON", BYTES("[{\"id\":1}]"), .refused = {1, NULL, "JSON", false}},
    {.name = "JSON behind a mark and blanks",
     BYTES("\xEF\xBB\xBF\n {\"id\":1}"),
     .refused = {1, NULL, "JSON", false}},
    {.name = "HTML", BYTES("\n<!DOCTYPE html><p>"), .refused = {1, NULL, "HTML", false}},
    {.name = "XML", BYTES("<?xml version='1.0'?>"), .refused = {1, NULL, "XML", false}},
    {.name = "RTF", BYTES("{\\rtf1\\ansi"), .refused = {1, NULL, "RTF", false}},
    {.name = "PDF", BYTES("%PDF-1.7"), .refused = {1, NULL, "PDF", false}},
    {.name = "packed", BYTES("\x1F\x8B\x08"), .refused = {1, NULL, "packed", false}},
    {.name = "8-bit letters in a name that is not needed",
     BYTES("id,title,note,M\xECsto\n"),
     .faults = {{1, "M\xECsto", "not in UTF-8", false}}},
    {.name = "8-bit letters in the header",
     BYTES("id,N\xE1zev,note\n"),
     .faults = {{1, "N\xE1zev", "not in UTF-8", false}},
     .refused = {1, "title", "header is not in UTF-8", false}},
    {.name = "a line break in a name",
     BYTES("id,title,\"note\r\n(English)\"\n"),
     .faults = {{1, "note\r\n(English)", "If \"note\" is meant, write only that", false},
                {1, "note", "is missing", false}}},
    {.name = "a line break in a name that is needed",
     BYTES("id,\"\ntitle\",note\n"),
     .faults = {{1, "\ntitle", "a line break in the name", false}},
     .refused = {1, "title", "The header has \"\ntitle\"", false}},
    {.name = "other words for columns",
     BYTES("Code,Name,Remarks\n"),
     .faults = {{1, "Code", "If \"id\" is meant", false},
                {1, "Name", "If \"title\" is meant", false},
                {1, "Remarks", "If \"note\" is meant", false}},
     .refused = {1, "id", "The header has \"Code\"; write it exactly as \"id\"", false}},
    {.name = "slips in names",
     BYTES("id,titel,noet\n"),
     .faults = {{1, "titel", "If \"title\" is meant", false},
                {1, "noet", "If \"note\" is meant", false}},
     .refused = {1, "title", "The header has \"titel\"", false}},
    {.name = "names that are half alike",
     BYTES("id,title,note,mode,bid,nite\n"),
     .faults = {{1, "mode", "so its cells are not used.", false},
                {1, "bid", "so its cells are not used.", false},
                {1, "nite", "If \"note\" is meant", false}}},
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
        {"id", TABLE_NEEDED, TABLE_LINES},
        {"title", TABLE_NEEDED, TABLE_LINES},
        {"note", TABLE_WISHED, TABLE_LINES},
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
