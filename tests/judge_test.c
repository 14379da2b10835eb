/* judge: what passes in silence, and which sentence is said of what does not. */
#include "vademecum/base/count.h"
#include "vademecum/catalogue/judge.h"

#include <check.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    LINE = 12,
    LABEL_WIDTH = 10,
    HUGE_LENGTH = 1024 * 1024
};

static const char *const marks[] = {"met", "not_met", "unmarked", NULL};

static const struct schema_column columns[] = {
    [CELL_TEXT] = {"label", CELL_TEXT, false, LABEL_WIDTH, NULL},
    [CELL_ID] = {"practice_id", CELL_ID, true, 0, NULL},
    [CELL_NUMBER] = {"position", CELL_NUMBER, true, 0, NULL},
    [CELL_AMOUNT] = {"amount", CELL_AMOUNT, false, 0, NULL},
    [CELL_CURRENCY] = {"currency", CELL_CURRENCY, false, 0, NULL},
    [CELL_DATE] = {"start", CELL_DATE, false, 0, NULL},
    [CELL_COUNTRY] = {"country", CELL_COUNTRY, false, 0, NULL},
    [CELL_COUNTRIES] = {"countries", CELL_COUNTRIES, false, 0, NULL},
    [CELL_LANGUAGE] = {"lang", CELL_LANGUAGE, false, 0, NULL},
    [CELL_LANGUAGES] = {"languages", CELL_LANGUAGES, false, 0, NULL},
    [CELL_CHOICE] = {"mark", CELL_CHOICE, true, 0, marks},
    [CELL_CHOICES] = {"mark", CELL_CHOICES, false, 0, marks},
    [CELL_URL] = {"url", CELL_URL, false, 0, NULL},
    [CELL_FILE] = {"file", CELL_FILE, false, 0, NULL},
};

/* Cells that are as they should be. */
struct sound_case {
    enum cell_kind kind;
    const char *text;
};

static const struct sound_case sounds[] = {
    {CELL_TEXT, "1234567890"}, {CELL_TEXT, "čččččččččč"},
    {CELL_TEXT, "'t Huis"},    {CELL_TEXT, "- a point"},
    {CELL_TEXT, "中中中中中"}, {CELL_TEXT, "a\nb\tc"},
    {CELL_ID, "cz-brno.1"},    {CELL_NUMBER, "0"},
    {CELL_NUMBER, "12"},       {CELL_NUMBER, "999999999"},
    {CELL_AMOUNT, "0"},        {CELL_AMOUNT, "7413625.72"},
    {CELL_AMOUNT, "12.5"},     {CELL_AMOUNT, "999999999999999.99"},
    {CELL_CURRENCY, "CZK"},    {CELL_CURRENCY, "EUR"},
    {CELL_DATE, "2014"},       {CELL_DATE, "2014-03-01"},
    {CELL_COUNTRY, "CZ"},      {CELL_COUNTRY, "XK"},
    {CELL_COUNTRIES, "CZ"},    {CELL_COUNTRIES, "CZ; PL; IT"},
    {CELL_LANGUAGE, "cs"},     {CELL_LANGUAGE, "pt-BR"},
    {CELL_LANGUAGE, "rom"},    {CELL_LANGUAGES, "cs; en; zh-Hant"},
    {CELL_CHOICES, "met"},     {CELL_CHOICES, "met; not_met"},
    {CELL_CHOICE, "not_met"},  {CELL_URL, "https://www.brno.cz/a?b=%20#c"},
    {CELL_FILE, "there.pdf"},  {CELL_FILE, "sub/there.pdf"},
    {CELL_FILE, "-there.pdf"}, {CELL_FILE, "%2e%2e"},
};

/* Cells that are not, each with one sentence. */
struct wrong_case {
    enum cell_kind kind;
    const char *text;
    const char *sentence;
};

#define AMOUNT_ADVICE "Write digits only, such as 7413625.72, and the currency beside it."
#define CURRENCY_ADVICE "Write the three capital letters of one, such as EUR or CZK."
#define ID_FORM "an id may hold a to z, 0 to 9, dot and hyphen, and starts with a letter or digit. "

static const struct wrong_case wrongs[] = {
    {CELL_CHOICES, "met; not-met",
     "\"not-met\" may not stand here. Write \"not_met\"; the choice is: met, not_met, unmarked."},
    {CELL_TEXT, "12345678901",
     "This text is 11 characters wide, and only 10 fit on the screen. Shorten it by 1 or more."},
    {CELL_TEXT, "中中中中中中",
     "This text is 12 characters wide, and only 10 fit on the screen. Shorten it by 2 or more."},

    {CELL_ID, "CZ Brno",
     "\"CZ Brno\" is not an id: " ID_FORM "Write \"cz-brno\", the same in every file."},
    {CELL_ID, "brno ",
     "\"brno \" is not an id: " ID_FORM "Write \"brno\", the same in every file."},
    {CELL_ID, "-brno", "\"-brno\" is not an id: " ID_FORM "Replace its character 1, \"-\"."},
    {CELL_ID, "br\xE2\x90\x80no",
     "\"br\xE2\x90\x80no\" is not an id: " ID_FORM "Replace its character 3, \"\xE2\x90\x80\"."},
    {CELL_ID, "сz", /* Cyrillic */
     "\"сz\" is not an id: " ID_FORM "Replace its character 1, \"с\"."},
    {CELL_ID, "a%s%n", "\"a%s%n\" is not an id: " ID_FORM "Replace its character 2, \"%\"."},

    {CELL_NUMBER, "-1",
     "\"-1\" is not a whole number of 0 or more. Write it in digits only, such as 12."},
    {CELL_NUMBER, "1.5",
     "\"1.5\" is not a whole number of 0 or more. Write it in digits only, such as 12."},
    {CELL_NUMBER, " 1",
     "\" 1\" is not a whole number of 0 or more. Write it in digits only, such as 12."},
    {CELL_NUMBER, "1000000000",
     "\"1000000000\" is too large a number. Write one of at most 9 digits."},

    {CELL_AMOUNT, "7,413", "\"7,413\" is not an amount of money. " AMOUNT_ADVICE},
    {CELL_AMOUNT, "7 413", "\"7 413\" is not an amount of money. " AMOUNT_ADVICE},
    {CELL_AMOUNT, "12.", "\"12.\" is not an amount of money. " AMOUNT_ADVICE},
    {CELL_AMOUNT, "1.234", "\"1.234\" is not an amount of money. " AMOUNT_ADVICE},
    {CELL_AMOUNT, ".5", "\".5\" is not an amount of money. " AMOUNT_ADVICE},
    {CELL_AMOUNT, "1000000000000000",
     "\"1000000000000000\" is not an amount of money. " AMOUNT_ADVICE},
    {CELL_CURRENCY, "Euro", "\"Euro\" is not a currency. " CURRENCY_ADVICE},
    {CELL_CURRENCY, "Kč", "\"Kč\" is not a currency. " CURRENCY_ADVICE},
    {CELL_CURRENCY, "EURO", "\"EURO\" is not a currency. " CURRENCY_ADVICE},

    {CELL_DATE, "1.5.2026",
     "\"1.5.2026\" is not a date in the form used here. Write it as 2026-05-01."},
    {CELL_DATE, "2026/05", "\"2026/05\" is not a date in the form used here. Write it as 2026-05."},
    {CELL_DATE, "spring",
     "\"spring\" is not a date in the form used here. Write it as 2014, 2014-03 or 2014-03-01."},
    {CELL_DATE, "2014-02-30",
     "\"2014-02-30\" is not in the calendar. Correct its year, month or day."},
    {CELL_DATE, "30. 2. 2017",
     "\"30. 2. 2017\" is not in the calendar. Find out which day or month is meant, and "
     "write it as 2014-03-01 or 2014-03."},
    {CELL_DATE, "31/04/2017 12:30",
     "\"31/04/2017 12:30\" is not in the calendar. Find out which day or month is meant, "
     "and write it as 2014-03-01 or 2014-03."},
    {CELL_DATE, "13/2017",
     "\"13/2017\" is not in the calendar. Find out which day or month is meant, and "
     "write it as 2014-03-01 or 2014-03."},
    {CELL_DATE, "3/4/2017",
     "\"3/4/2017\" is not a date in the form used here. It can be read in two ways. Write the year "
     "first, as in 2014-03-01."},
    {CELL_DATE, "1.5.17",
     "\"1.5.17\" is not a date in the form used here. It has no year of four digits. Write it as "
     "2014, 2014-03 or 2014-03-01."},

    {CELL_DATE, "31.XII.2016",
     "\"31.XII.2016\" is not a date in the form used here. Write it as 2016-12-31."},
    {CELL_DATE, "2016年12月31日",
     "\"2016年12月31日\" is not a date in the form used here. Write it as 2016-12-31."},
    {CELL_DATE, "spring 2016",
     "\"spring 2016\" is not a date in the form used here. If only the year is known, write "
     "2016."},
    {CELL_DATE, "ca. 2016?",
     "\"ca. 2016?\" is not a date in the form used here. If only the year is known, write 2016."},
    {CELL_DATE, "2014-2016",
     "\"2014-2016\" is not a date in the form used here. More than one year stands in it. Write "
     "one date in each cell, as 2014, 2014-03 or 2014-03-01."},
    {CELL_DATE, "1395/10/11",
     "\"1395/10/11\" is not a date in the form used here. Its year is of another calendar, or "
     "mistyped. Write it as 2014, 2014-03 or 2014-03-01."},
    {CELL_DATE, "42735",
     "\"42735\" is not a date in the form used here. If it is a spreadsheet's count of days, write "
     "2016-12-31."},

    {CELL_COUNTRY, "Czechia", "\"Czechia\" is not a country code. Write CZ (Czechia)."},
    {CELL_COUNTRY, "cz", "\"cz\" is not a country code. Write CZ (Czechia)."},
    {CELL_COUNTRY, "UK", "\"UK\" is not a country code. Write GB (United Kingdom)."},
    {CELL_COUNTRY, "EL", "\"EL\" is not a country code. Write GR (Greece)."},
    {CELL_COUNTRY, "CZ; PL",
     "\"CZ; PL\" is not a country code. Write the two capital letters of one country, such as CZ "
     "for Czechia."},
    {CELL_COUNTRIES, "CZ, PL",
     "\"CZ, PL\" is not a country code. Write the two capital letters of each country, as in "
     "\"CZ; PL\"."},
    {CELL_COUNTRIES, "CZ; Poland", "\"Poland\" is not a country code. Write PL (Poland)."},
    {CELL_COUNTRIES, "CZ;PL",
     "In \"CZ;PL\" the blanks are not as they should be. Write one blank after each semicolon, and "
     "no other."},
    {CELL_COUNTRIES, "CZ ; PL",
     "In \"CZ ; PL\" the blanks are not as they should be. Write one blank after each semicolon, "
     "and no other."},
    {CELL_COUNTRIES, "CZ;  PL",
     "In \"CZ;  PL\" the blanks are not as they should be. Write one blank after each semicolon, "
     "and no other."},
    {CELL_COUNTRIES, "CZ; PL ",
     "In \"CZ; PL \" the blanks are not as they should be. Write one blank after each semicolon, "
     "and no other."},
    {CELL_COUNTRIES, " CZ",
     "In \" CZ\" the blanks are not as they should be. Write one blank after each semicolon, and "
     "no other."},
    {CELL_COUNTRIES, "CZ;\nPL",
     "In \"CZ; PL\" the blanks are not as they should be. Write one blank after each semicolon, "
     "and no other."},
    {CELL_COUNTRIES, "CZ;",
     "In \"CZ;\" a value is missing before or after a semicolon. Add it, or delete the "
     "semicolon."},
    {CELL_COUNTRIES, "; CZ",
     "In \"; CZ\" a value is missing before or after a semicolon. Add it, or delete the "
     "semicolon."},
    {CELL_COUNTRIES, "CZ; ; PL",
     "In \"CZ; ; PL\" a value is missing before or after a semicolon. Add it, or delete the "
     "semicolon."},

    {CELL_LANGUAGE, "Czech", "\"Czech\" is not a language code. Write cs (Czech)."},
    {CELL_LANGUAGE, "cz", "\"cz\" is not a language code. Write cs (Czech)."},
    {CELL_LANGUAGE, "CS", "\"CS\" is not a language code. Write cs (Czech)."},
    {CELL_LANGUAGE, "ABC-RS", "\"ABC-RS\" is not a language code. Write abc-RS."},
    {CELL_LANGUAGE, "Elvish",
     "\"Elvish\" is not a language code. Write the two small letters of one language, such as cs "
     "for Czech."},
    {CELL_LANGUAGES, "cs, en",
     "\"cs, en\" is not a language code. Write the two small letters of each language, as in "
     "\"cs; en\"."},
    {CELL_LANGUAGES, "cs; English", "\"English\" is not a language code. Write en (English)."},

    {CELL_CHOICE, "Not met",
     "\"Not met\" may not stand here. Write \"not_met\"; the choice is: met, not_met, unmarked."},
    {CELL_CHOICE, "met ",
     "\"met \" may not stand here. Write \"met\"; the choice is: met, not_met, unmarked."},
    {CELL_CHOICE, "maybe",
     "\"maybe\" may not stand here. Write one of these: met, not_met, unmarked."},

    {CELL_URL, "www.brno.cz",
     "\"www.brno.cz\" is not a web address that can be opened. If a web page is meant, write "
     "\"https://www.brno.cz\"."},
    {CELL_URL, "javascript:alert(1)",
     "\"javascript:alert(1)\" is not a web address that can be opened. It is another kind of "
     "link. Write that of a web page, which begins with https:// or http://."},
    {CELL_URL, "https://ana@brno.cz",
     "\"https://ana@brno.cz\" is not a web address that can be opened. Take out the \"@\" and what "
     "stands between \"//\" and it."},
    {CELL_URL, "https:///",
     "\"https:///\" is not a web address that can be opened. After \"//\" the name of a site must "
     "stand, such as www.example.org."},
    {CELL_URL, "https://b.cz/a\x1B]8",
     "\"https://b.cz/a\xE2\x90\x9B]8\" is not a web address that can be opened. It holds a "
     "letter with an accent or another sign that none may have; copy it from the address line of a "
     "browser."},
};

/* Tool files that may not be opened; what is said of them is the business of base/file. */
static const char *const files[] = {
    "missing.pdf", "../there.pdf", "sub/../there.pdf", "/etc/passwd",
    "sub",         "link.pdf",     "linked/there.pdf", "loop",
    "fifo",        "there.pdf/",   "there.pdf ",
};

/* What a cell is judged with. */
struct court {
    struct arena arena;
    struct arena scratch;
    struct fault_list faults;
    char path[256]; /* of a folder of its own */
    int folder;     /* its descriptor */
};

static void court_open(struct court *court) {
    const char *folder = getenv("TMPDIR");
    arena_init(&court->arena, (struct arena_end){0});
    arena_init(&court->scratch, (struct arena_end){0});
    fault_list_init(&court->faults, &court->arena);
    snprintf(court->path, sizeof court->path, "%s/judge_test.XXXXXX", folder ? folder : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(court->path));
    court->folder = open(court->path, O_RDONLY | O_DIRECTORY);
    ck_assert_int_ge(court->folder, 0);
}

static void court_close(struct court *court) {
    static const char *const names[] = {"sub/there.pdf", "there.pdf", "-there.pdf", "%2e%2e",
                                        "link.pdf",      "linked",    "loop",       "fifo"};
    for (size_t i = 0; i < COUNT(names); i++) {
        unlinkat(court->folder, names[i], 0);
    }
    unlinkat(court->folder, "sub", AT_REMOVEDIR);
    close(court->folder);
    ck_assert_int_eq(rmdir(court->path), 0);
    arena_free(&court->scratch);
    arena_free(&court->arena);
}

static void file_make(const struct court *court, const char *name) {
    const int file = openat(court->folder, name, O_WRONLY | O_CREAT | O_EXCL, 0600);
    ck_assert_int_ge(file, 0);
    close(file);
}

static void files_make(const struct court *court) {
    ck_assert_int_eq(mkdirat(court->folder, "sub", 0700), 0);
    file_make(court, "there.pdf");
    file_make(court, "-there.pdf");
    file_make(court, "%2e%2e");
    file_make(court, "sub/there.pdf");
    ck_assert_int_eq(symlinkat("there.pdf", court->folder, "link.pdf"), 0);
    ck_assert_int_eq(symlinkat("sub", court->folder, "linked"), 0);
    ck_assert_int_eq(symlinkat("loop", court->folder, "loop"), 0);
    ck_assert_int_eq(mkfifoat(court->folder, "fifo", 0600), 0);
}

static void cell_judge(struct court *court, enum cell_kind kind, const char *text) {
    judge_cell(&(struct cell){
        .file = "tools.csv",
        .line = LINE,
        .column = &columns[kind],
        .text = text,
        .folder = court->folder,
        .kind = FAULT_DEFECT,
        .scratch = &court->scratch,
        .faults = &court->faults,
    });
    /* Nothing that was kept may lie in the scratch arena. */
    arena_free(&court->scratch);
}

START_TEST(sound_cells) {
    struct court court;
    court_open(&court);
    files_make(&court);
    cell_judge(&court, sounds[_i].kind, sounds[_i].text);
    ck_assert_msg(court.faults.count == 0, "\"%s\": %s", sounds[_i].text,
                  court.faults.count ? court.faults.defects[0].text : "");
    court_close(&court);
}
END_TEST

START_TEST(wrong_cells) {
    struct court court;
    court_open(&court);
    cell_judge(&court, wrongs[_i].kind, wrongs[_i].text);
    ck_assert_uint_eq(court.faults.count, 1);
    const struct defect *defect = &court.faults.defects[0];
    ck_assert_str_eq(defect->text, wrongs[_i].sentence);
    ck_assert_str_eq(defect->file, "tools.csv");
    ck_assert_str_eq(defect->column, columns[wrongs[_i].kind].name);
    ck_assert_int_eq(defect->line, LINE);
    ck_assert_int_eq(defect->kind, FAULT_DEFECT);
    court_close(&court);
}
END_TEST

START_TEST(wrong_files) {
    struct court court;
    court_open(&court);
    files_make(&court);
    cell_judge(&court, CELL_FILE, files[_i]);
    char start[64];
    snprintf(start, sizeof start, "\"%s\" cannot be opened. ", files[_i]);
    ck_assert_msg(court.faults.count == 1, "\"%s\" is taken", files[_i]);
    const char *text = court.faults.defects[0].text;
    ck_assert_msg(strncmp(text, start, strlen(start)) == 0 && strlen(text) > strlen(start),
                  "\"%s\": %s", files[_i], text);
    court_close(&court);
}
END_TEST

/* Two values that are wrong make two faults, and the joining a third. */
START_TEST(several_wrong) {
    struct court court;
    court_open(&court);
    cell_judge(&court, CELL_COUNTRIES, "Czechia;Poland");
    ck_assert_uint_eq(court.faults.count, 3);
    ck_assert_str_eq(court.faults.defects[0].text,
                     "\"Czechia\" is not a country code. Write CZ (Czechia).");
    ck_assert_str_eq(court.faults.defects[1].text,
                     "\"Poland\" is not a country code. Write PL (Poland).");
    court_close(&court);
}
END_TEST

/* The largest cells there are: few faults, short sentences, and soon. */
START_TEST(huge_cells) {
    struct court court;
    court_open(&court);
    static const char *const pieces[] = {"x;", ";", "A", " ", "\xFF", "1", "č"};
    for (size_t i = 0; i < COUNT(pieces); i++) {
        char *text = arena_alloc(&court.arena, HUGE_LENGTH + 1);
        for (size_t length = 0; length + strlen(pieces[i]) <= HUGE_LENGTH;
             length += strlen(pieces[i])) {
            memcpy(text + length, pieces[i], strlen(pieces[i]));
        }
        for (enum cell_kind kind = CELL_TEXT; kind <= CELL_FILE; kind++) {
            fault_list_init(&court.faults, &court.arena);
            cell_judge(&court, kind, text);
            ck_assert_uint_ge(court.faults.count, 1);
            ck_assert_uint_le(court.faults.count, 10);
            ck_assert_uint_lt(strlen(court.faults.defects[0].text), 1000);
        }
    }
    court_close(&court);
}
END_TEST

START_TEST(empty_cells) {
    struct court court;
    court_open(&court);
    struct cell cell = {
        .file = "marks.csv",
        .line = LINE,
        .column = &columns[CELL_NUMBER],
        .text = "",
        .kind = FAULT_DEFECT,
        .scratch = &court.scratch,
        .faults = &court.faults,
    };
    judge_empty(&cell);
    cell.kind = FAULT_LEFT_OUT;
    judge_empty(&cell);
    ck_assert_uint_eq(court.faults.count, 2);
    ck_assert_uint_eq(court.faults.left_out, 1);
    ck_assert_str_eq(court.faults.defects[0].text,
                     "This cell is empty, and every row needs it. Fill it in.");
    ck_assert_str_eq(court.faults.defects[1].text,
                     "This cell is empty, and the row cannot be used without it. Fill it in, or "
                     "delete the row.");
    court_close(&court);
}
END_TEST

START_TEST(deciding_kinds) {
    for (enum cell_kind kind = CELL_TEXT; kind <= CELL_FILE; kind++) {
        ck_assert_int_eq(judge_decides(kind), kind == CELL_ID || kind == CELL_CHOICE);
    }
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *judgements = tcase_create("judge");
    tcase_set_timeout(judgements, 60);
    tcase_add_loop_test(judgements, sound_cells, 0, (int)COUNT(sounds));
    tcase_add_loop_test(judgements, wrong_cells, 0, (int)COUNT(wrongs));
    tcase_add_loop_test(judgements, wrong_files, 0, (int)COUNT(files));
    tcase_add_test(judgements, several_wrong);
    tcase_add_test(judgements, huge_cells);
    tcase_add_test(judgements, empty_cells);
    tcase_add_test(judgements, deciding_kinds);
    Suite *suite = suite_create("judge");
    suite_add_tcase(suite, judgements);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
