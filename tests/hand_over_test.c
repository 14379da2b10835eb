/* What is given to somebody: which paper the choices make, and what becomes of its file. */
#include "desk.h"
#include "vademecum/screens/hand_over.h"

/* From the first paper to the rows below all of them. */
#define IN "<End><Up><Up><Up>"
#define WITH "<End><Up><Up>"
#define READER "<End><Up>"
#define FORMAT "<End>"
/* The same where there is only one format, and the paper is the same for everybody. */
#define WITH_LAST "<End>"
/* Of the parts, the one after the first. */
#define NEXT "<Right>"

/* Keys in the box, and the paper that they choose. */
static const struct {
    const char *keys;
    enum handout_kind kind;
    enum handout_reader reader;
    const char *format;
    const char *out; /* what is left out: c e p m n */
    const char *end; /* of the file's name */
} choices[] = {
    {"", HANDOUT_REPORT, HANDOUT_COLLEAGUE, "html", "", "-2026-03-02.html"},
    {"<Right>", HANDOUT_GAPS, HANDOUT_COLLEAGUE, "html", "", "-gaps.html"},
    {"<Down>", HANDOUT_GAPS, HANDOUT_COLLEAGUE, "html", "", "-gaps.html"},
    {"<Right><Right>", HANDOUT_PLAN, HANDOUT_COLLEAGUE, "html", "", "-plan.html"},
    {"<Down><Down><Down><Space>", HANDOUT_BLANK, HANDOUT_COLLEAGUE, "html", "", "-form.html"},
    {"<Left><Left>", HANDOUT_REPORT, HANDOUT_COLLEAGUE, "csv", "", "-2026-03-02.csv"},
    {"<Left>", HANDOUT_PLAN, HANDOUT_COLLEAGUE, "ics", "", "-plan.ics"},
    {"<Left><Right>", HANDOUT_REPORT, HANDOUT_COLLEAGUE, "html", "", "-2026-03-02.html"},
    /* Who passes a paper has not chosen it. */
    {IN, HANDOUT_REPORT, HANDOUT_COLLEAGUE, "html", "", "-2026-03-02.html"},
    {"<Down><Space>" IN, HANDOUT_GAPS, HANDOUT_COLLEAGUE, "html", "", "-gaps.html"},
    {READER "<Right>", HANDOUT_REPORT, HANDOUT_DONOR, "html", "", ".html"},
    {READER "<Left>", HANDOUT_REPORT, HANDOUT_OFFICIAL, "html", "", ".html"},
    {FORMAT "<Space>", HANDOUT_REPORT, HANDOUT_COLLEAGUE, "md", "", ".md"},
    {FORMAT "<Left>", HANDOUT_REPORT, HANDOUT_COLLEAGUE, "text", "", ".txt"},
    {WITH "<Space>", HANDOUT_REPORT, HANDOUT_COLLEAGUE, "html", "c", ".html"},
    {WITH "<Space><Space>", HANDOUT_REPORT, HANDOUT_COLLEAGUE, "html", "", ".html"},
    {WITH "<Left><Space>", HANDOUT_REPORT, HANDOUT_COLLEAGUE, "html", "n", ".html"},
    {WITH NEXT "<Space>" NEXT "<Space>" NEXT "<Space>" NEXT "<Space>", HANDOUT_REPORT,
     HANDOUT_COLLEAGUE, "html", "epmn", ".html"},
    /* What a paper cannot be without does not matter to it. */
    {WITH NEXT NEXT NEXT "<Space>g<Left><Left>", HANDOUT_REPORT, HANDOUT_COLLEAGUE, "csv", "",
     ".csv"},
    {READER "<Right>g<Left>", HANDOUT_PLAN, HANDOUT_COLLEAGUE, "ics", "", ".ics"},
    {"<Left>" WITH_LAST "<Space>", HANDOUT_PLAN, HANDOUT_COLLEAGUE, "ics", "n", ".ics"},
};

static bool ends(const char *text, const char *end) {
    const size_t length = strlen(text);
    return length >= strlen(end) && strcmp(text + length - strlen(end), end) == 0;
}

/* Of the file that Enter writes. */
static const char *name_meant(void) {
    return hand_over_of(&desk)->names[hand_over_of(&desk)->meant];
}

START_TEST(choices_make_a_paper) {
    press("R", 24, 80);
    press(choices[_i].keys, 24, 80);
    const struct handout handout = hand_over_paper(&desk).handout;
    const char *out = choices[_i].out;
    ck_assert_int_eq(handout.kind, choices[_i].kind);
    ck_assert_int_eq(handout.reader, choices[_i].reader);
    ck_assert_str_eq(hand_over_paper(&desk).format, choices[_i].format);
    ck_assert_int_eq(handout.no_comment, strchr(out, 'c') != NULL);
    ck_assert_int_eq(handout.no_evidence, strchr(out, 'e') != NULL);
    ck_assert_int_eq(handout.no_plan, strchr(out, 'p') != NULL);
    ck_assert_int_eq(handout.no_model, strchr(out, 'm') != NULL);
    ck_assert_int_eq(handout.anonymous, strchr(out, 'n') != NULL);
    ck_assert_uint_eq(handout.other_count, 0);
    const char *name = name_meant();
    ck_assert_msg(ends(name, choices[_i].end), "%s", name);
}
END_TEST

/* Another reviewer says something of a practice. */
static void other_says(const char *reviewer, const char *practice, const char *field,
                       const char *value) {
    struct fault fault;
    struct log *log;
    const struct log_setup setup = {.folder = folder, .reviewer = reviewer, .clock = {now, NULL}};
    const bool item = strcmp(field, "note") != 0;
    const struct statement words = {practice, item ? "inclusivity.1.1" : "", field, value};
    ck_assert(log_open(&log, &setup, &fault));
    ck_assert(log_append(log, &words, &fault));
    log_close(log);
}

static void file_remove(const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    ck_assert_int_eq(unlink(path), 0);
}

START_TEST(others_are_those_who_have_marked_it) {
    struct fault fault;
    const char *here = arena_printf(&arena, "%s", desk.listing.order[0].id);
    other_says("ben", here, "verdict", "met");
    other_says("cora", here, "note", "seen");
    other_says("dan", desk.listing.order[1].id, "verdict", "met");
    session_close(&desk);
    log_close(review_log);
    const struct log_setup setup = {.folder = folder, .reviewer = "ana", .clock = {now, NULL}};
    ck_assert(log_open(&review_log, &setup, &fault));
    start();
    while (session_more(&desk)) {
    }
    listing_focus(&desk, (size_t)listing_place(&desk, here));
    press("R1" WITH NEXT NEXT NEXT NEXT, 24, 80);
    ck_assert_uint_eq(hand_over_paper(&desk).handout.other_count, 0);
    press("<Space>", 24, 80);
    ck_assert_uint_eq(hand_over_paper(&desk).handout.other_count, 1);
    ck_assert_str_eq(hand_over_paper(&desk).handout.others[0], "ben");
    /* What others said stays wanted, of the next practice too. */
    press("<Esc>jR", 24, 80);
    ck_assert_uint_eq(hand_over_paper(&desk).handout.other_count, 1);
    ck_assert_str_eq(hand_over_paper(&desk).handout.others[0], "dan");
    file_remove("ben.csv");
    file_remove("cora.csv");
    file_remove("dan.csv");
}
END_TEST

START_TEST(a_file_is_named_written_and_opened) {
    press("R", 24, 80);
    ck_assert_str_eq(hand_over_folder(&desk), folder);
    session_press(&desk, 'o');
    ck_assert_int_eq(notice_take(&desk).kind, ERRAND_NONE);
    ck_assert_str_eq(desk.notice.message, "Nothing is written yet: Enter writes the file.");
    session_press(&desk, PRESS_ENTER);
    const struct errand file = notice_take(&desk);
    ck_assert_int_eq(file.kind, ERRAND_HAND_OVER);
    ck_assert_str_eq(file.folder, folder);
    ck_assert_str_eq(file.text, name_meant());
    ck_assert(strncmp(file.bytes, "<!DOCTYPE html>", strlen("<!DOCTYPE html>")) == 0);
    ck_assert(file.length > strlen("<!DOCTYPE html>"));
    /* The name that is taken gets a number, and `o` goes to the one that was written. */
    const char *name = arena_printf(&arena, "%s", file.text);
    const char *path = arena_printf(&arena, "%s/%s", folder, name);
    FILE *taken = fopen(path, "w");
    ck_assert_ptr_nonnull(taken);
    ck_assert_int_eq(fclose(taken), 0);
    session_handed_over(&desk, path);
    ck_assert_str_eq(desk.notice.message,
                     arena_printf(&arena, "Written: %s. o opens it.", path));
    ck_assert_msg(ends(name_meant(), "-2.html"), "%s", name_meant());
    session_press(&desk, 'o');
    const struct errand open = notice_take(&desk);
    ck_assert_int_eq(open.kind, ERRAND_OPEN_OWN);
    ck_assert_str_eq(open.text, path);
    file_remove(name);
}
END_TEST

START_TEST(without_a_folder_nothing_is_written) {
    static const struct environment nowhere = {.home = NULL};
    desk.work.environment = &nowhere;
    press("R", 24, 80);
    ck_assert_ptr_null(hand_over_folder(&desk));
    session_press(&desk, PRESS_ENTER);
    ck_assert_int_eq(notice_take(&desk).kind, ERRAND_NONE);
    ck_assert(strstr(desk.notice.message, "There is no folder") != NULL);
}
END_TEST

START_TEST(half_a_catalogue_makes_no_paper) {
    struct catalogue begun;
    struct fault fault;
    static struct desk early;
    ck_assert(catalogue_begin(&begun, &arena, catalogue.path, &fault));
    const struct session_setup setup = {.catalogue = &begun,
                                        .arena = &arena,
                                        .log = review_log,
                                        .reviewer = "ana",
                                        .clock = {now, NULL},
                                        .environment = &environment,
                                        .named = true};
    session_open(&early, &setup);
    session_begin(&early);
    ck_assert_ptr_nonnull(early.listing.reading);
    session_press(&early, 'R');
    session_press(&early, PRESS_ENTER);
    ck_assert_int_eq(notice_take(&early).kind, ERRAND_NONE);
    ck_assert(strstr(early.notice.message, "still being read") != NULL);
    while (session_more(&early)) {
    }
    session_press(&early, PRESS_ENTER);
    ck_assert_int_eq(notice_take(&early).kind, ERRAND_HAND_OVER);
    session_close(&early);
    catalogue_close(&begun);
}
END_TEST

static Suite *hand_over_suite(void) {
    Suite *suite = suite_create("hand_over");
    TCase *tests = tcase_create("hand_over");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, choices_make_a_paper, 0, sizeof choices / sizeof *choices);
    tcase_add_test(tests, others_are_those_who_have_marked_it);
    tcase_add_test(tests, a_file_is_named_written_and_opened);
    tcase_add_test(tests, without_a_folder_nothing_is_written);
    tcase_add_test(tests, half_a_catalogue_makes_no_paper);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void) {
    SRunner *runner = srunner_create(hand_over_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
