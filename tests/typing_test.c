/*
 * What comes in from a terminal, whole or in pieces, as keys or as a paste; and links that go out.
 */
#include "allowed.h"
#include "usual.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    LOST_MS = 1100, /* after which a string that has not ended is none */
    ESCAPE_MS = 50, /* in which Esc must act */
    PRACTICES = 10  /* in the shipped catalogue */
};

/* --- keys --------------------------------------------------------------------------------------
 */

START_TEST(escape_acts_at_once) {
    long long best = QUIET_MS;
    const char *home = expected("?<Esc>");
    const char *help = expected("?");
    start_usual();
    for (int i = 0; i < TRIES; i++) {
        pty_press(&pty, "?");
        pty_await_page(&pty, help);
        const long long since = pty_now();
        pty_press(&pty, "<Esc>");
        pty_await_page(&pty, home);
        best = pty_now() - since < best ? pty_now() - since : best;
    }
    ck_assert_int_le(best, ESCAPE_MS);
    quit();
}
END_TEST

/* What may come behind an Esc that is the first byte of a key, over a slow line. */
static const char *const rests[] = {"[1;5C", "OB", "[2~", "OP", "[B", "[[A", "[<0;3;3M", "[M 1j"};

START_TEST(late_rest_of_a_key_does_nothing) {
    const char *own = start_at_home();
    pty_press(&pty, CHECKLIST "?");
    pty_await_page(&pty, expected(CHECKLIST "?"));
    pty_press(&pty, "<Esc>");
    pty_await_page(&pty, expected(CHECKLIST "?<Esc>"));
    pty_await_nothing(&pty, QUIET_MS);
    pty_send(&pty, rests[_i], 1);
    pty_await_nothing(&pty, QUIET_MS);
    pty_send(&pty, rests[_i] + 1, strlen(rests[_i]) - 1);
    pty_await_nothing(&pty, QUIET_MS);
    pty_press(&pty, "j");
    pty_await_page(&pty, expected(CHECKLIST "?<Esc>j"));
    pty_press(&pty, "q");
    quit();
    /* Nothing was written: the home is still empty, and so can be removed. */
    ck_assert_int_eq(rmdir(own), 0);
}
END_TEST

static const char *const strangers[] = {"\033[99;99~", "\033[1;9Z",    "\033OZ",  "\033[?1;2c",
                                        "\033[I",      "\033[<0;3;3M", "\033[[Z", "\033[M 1j"};

/* At most the Esc of a sequence that means nothing here is taken for a key. */
START_TEST(unknown_sequence_is_no_more_than_escape) {
    start_usual();
    /* Newer entries of terminfo know what says that the window was chosen: then it is not even an
     * Esc. */
    const char *chosen = allowed_key("kxIN");
    const bool known = chosen && strcmp(chosen, strangers[_i]) == 0;
    const char *home = expected(known ? "" : "<Esc>");
    pty_send(&pty, strangers[_i], strlen(strangers[_i]));
    pty_await_page(&pty, home);
    pty_await_nothing(&pty, QUIET_MS);
    pty_press(&pty, "j");
    pty_await_page(&pty, expected("j"));
    quit();
}
END_TEST

/* What terminals answer late, and controls of one byte. In Home b would write, and : and ? open. */
static const char *const replies[] = {
    "\033]1b:\a",
    "\033]1b?\033\\",
    "\033P1b:\033\\",
    "\033_b:?\033\\",
    "\033^b:?\033\\",
    "\033Xb:\x9c",
    "\x9b"
    "1;5b",
    "\xc2\x9b"
    "1;5b",
    "\x9d"
    "1b:\a",
    "\xc2\x9d"
    "1b:\a",
    "\x90"
    "1b:\x9c",
    "\xc2\x90"
    "b:\xc2\x9c",
    "\x8f"
    "b",
    "\x9e"
    "b:\x9c",
    "\x9f"
    "b:\x9c",
};

/* Whole, and with a pause at every place. */
START_TEST(reply_of_the_terminal_is_swallowed) {
    const char *reply = replies[_i];
    const size_t length = strlen(reply);
    const char *own = start_at_home();
    const char *home = expected(*reply == '\033' ? "<Esc>" : "");
    for (size_t first = 1; first <= length; first++) {
        pty_send(&pty, reply, first);
        if (first < length) {
            poll(NULL, 0, QUIET_MS);
        }
        pty_send(&pty, reply + first, length - first);
        pty_await_page(&pty, home);
        pty_await_nothing(&pty, QUIET_MS);
    }
    pty_press(&pty, "j");
    pty_await_page(&pty, expected("j"));
    quit();
    ck_assert_int_eq(rmdir(own), 0);
}
END_TEST

/* A string whose end is lost does not take the keys for ever; P behind Esc is also a key. */
START_TEST(lost_end_of_a_reply_costs_a_second) {
    start_usual();
    pty_send(&pty, "\033]11;rgb", 8);
    pty_await_page(&pty, expected("<Esc>"));
    poll(NULL, 0, LOST_MS);
    pty_press(&pty, "j");
    pty_await_page(&pty, expected("j"));
    pty_press(&pty, "?");
    pty_await_page(&pty, expected("j?"));
    pty_press(&pty, "<Esc>");
    pty_await_page(&pty, expected("j"));
    poll(NULL, 0, QUIET_MS);
    pty_press(&pty, "P");
    pty_await_page(&pty, expected("jP"));
    pty_close(&pty);
}
END_TEST

/* Types whose terminfo does not know what the keypad sends. */
static const char *const padless[] = {"tmux-256color", "screen-256color", "vt220", "linux"};

START_TEST(keypad_works_everywhere) {
    const char *const ascii[] = {"--ascii", NULL};
    const struct launch program = {.term = padless[_i], .rows = 24, .columns = 80};
    struct launch shown = program;
    shown.arguments = strcmp(program.term, "linux") == 0 ? ascii : NULL;
    pty_start(&pty, &program);
    pty_await_page(&pty, launch_page(&arena, &shown, ""));
    pty_send(&pty, "\033OM", 3);
    pty_await_page(&pty, launch_page(&arena, &shown, "<Enter>"));
    pty_press(&pty, ":");
    pty_send(&pty, "\033Om\033Ok\033Oo", 9);
    pty_await_page(&pty, launch_page(&arena, &shown, "<Enter>:-+/"));
    pty_close(&pty);
}
END_TEST

static void log_read(const char *path, char *log, size_t size) {
    FILE *file = fopen(path, "r");
    log[file ? fread(log, 1, size - 1, file) : 0] = '\0';
    if (file) {
        fclose(file);
    }
}

/* Where the locale has no letters but ASCII they are shown so, and kept as they are. */
START_TEST(letters_do_not_vanish_in_a_poor_locale) {
    static const char *const locales[] = {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=", "LC_ALL=xx_XX"};
    char *own = arena_printf(&arena, "%s/XXXXXX", homes);
    ck_assert_ptr_nonnull(mkdtemp(own));
    const char *const environment[] = {arena_printf(&arena, "HOME=%s", own), locales[_i], NULL};
    struct launch launch = usual;
    launch.environment = environment;
    pty_start(&pty, &launch);
    pty_await_text(&pty, "Practices");
    pty_press(&pty, CHECKLIST "e");
    pty_await_text(&pty, "Entersaves");
    pty_send(&pty, "p\u0159\u00edli\u0161", 9);
    pty_await_text(&pty, strcmp(locales[_i], "LC_ALL=") == 0 ? "p\u0159\u00edli\u0161" : "prilis");
    pty_press(&pty, "<Enter>");
    const char *path = arena_printf(&arena, "%s/.local/share/vademecum/reviews/ana.csv", own);
    const long long deadline = pty_now() + PTY_DEADLINE_MS;
    char log[1000] = "";
    while (!strstr(log, "p\u0159\u00edli\u0161") && pty_now() < deadline) {
        pty_page(&pty);
        poll(NULL, 0, 1);
        log_read(path, log, sizeof log);
    }
    ck_assert_msg(pty_now() < deadline, "the log is: %s", log);
    pty_close(&pty);
}
END_TEST

START_TEST(bytes_that_are_no_characters_do_no_harm) {
    char bytes[1000];
    memset(bytes, 0xff, sizeof bytes);
    start_usual();
    pty_send(&pty, bytes, sizeof bytes);
    pty_send(&pty, "\xe9\xc3(\xed\xa0\x80", 6);
    pty_press(&pty, "<Esc>");
    pty_await_text(&pty, "Thisisthefirstscreen");
    pty_press(&pty, "j");
    pty_await_page(&pty, expected("j"));
    quit();
}
END_TEST

START_TEST(character_in_two_pieces_is_one) {
    start_usual();
    pty_press(&pty, ":");
    pty_await_page(&pty, expected(":"));
    pty_send(&pty, "\xc5", 1);
    pty_await_nothing(&pty, QUIET_MS);
    pty_send(&pty, "\xbd", 1);
    pty_await_page(&pty, expected(":Ž"));
    pty_close(&pty);
}
END_TEST

START_TEST(paste_is_refused_in_words) {
    static const char paste[] = "\033[200~1 2\rjjq!?L\033[201~";
    const char *own = start_at_home();
    pty_press(&pty, CHECKLIST "j");
    pty_await_page(&pty, expected(CHECKLIST "j"));
    pty_send(&pty, paste, strlen(paste));
    pty_await_text(&pty, "Pastedtextwasnotused");
    pty_press(&pty, "k");
    pty_await_page(&pty, expected(CHECKLIST "jk"));
    pty_press(&pty, "q");
    quit();
    ck_assert_int_eq(rmdir(own), 0);
}
END_TEST

/* Over a slow line the marks of a paste can come in pieces too. */
START_TEST(paste_with_late_marks_is_refused) {
    start_usual();
    pty_press(&pty, "jj<Esc>");
    pty_await_page(&pty, expected("jj<Esc>"));
    pty_await_nothing(&pty, QUIET_MS);
    pty_send(&pty, "[200~qk", 7);
    pty_await_nothing(&pty, QUIET_MS);
    pty_send(&pty, "!\033", 2);
    pty_await_nothing(&pty, QUIET_MS);
    pty_send(&pty, "[201~", 5);
    pty_await_text(&pty, "Pastedtextwasnotused");
    pty_press(&pty, "k");
    pty_await_page(&pty, expected("jjk"));
    quit();
}
END_TEST

START_TEST(paste_into_a_line_is_text) {
    /* The controls among it would leave the line, complete, empty or accept it. */
    static const char paste[] = "\033[200~col\tx\rlec\003\025\nq\033[201~";
    start_usual();
    pty_press(&pty, ":");
    pty_await_page(&pty, expected(":"));
    pty_send(&pty, paste, strlen(paste));
    pty_await_page(&pty, expected(":col<Space>x<Space>lec<Space>q"));
    pty_press(&pty, "<Esc>");
    pty_await_page(&pty, expected(""));
    quit();
}
END_TEST

START_TEST(long_paste_is_taken_to_its_end) {
    enum {
        LENGTH = 1 << 18
    };
    char *paste = arena_alloc(&arena, LENGTH + 1);
    memset(paste, 'q', LENGTH);
    start_usual();
    pty_send(&pty, "\033[200~", 6);
    pty_send(&pty, paste, LENGTH);
    pty_send(&pty, "\033[201~", 6);
    pty_await_text(&pty, "Pastedtextwasnotused");
    quit();
}
END_TEST

/* Where too much is pasted, and what is said of it. */
static const struct {
    const char *keys;
    const char *told;
    const char *last; /* that is painted then */
} overfull[] = {
    {CHECKLIST "e", "Thepastedtextistoolong", "theotherpanel"},
    {"?", "Thepastedtextistoolong", "Enterdoit"},
    {"/", "Thepastedtextistoolong", "nothingofitwasputin"},
    {":", "Thepastedtextistoolong", "nothingofitwasputin"},
};

START_TEST(too_long_a_paste_is_refused_at_once) {
    enum {
        LENGTH = 1 << 18
    };
    char *paste = arena_alloc(&arena, LENGTH + 1);
    for (size_t i = 0; i < LENGTH; i++) {
        paste[i] = "word "[i % 5];
    }
    start_at_home();
    pty_press(&pty, overfull[_i].keys);
    pty_await_page(&pty, expected(overfull[_i].keys));
    pty_send(&pty, "\033[200~", 6);
    pty_send(&pty, paste, LENGTH);
    pty_send(&pty, "\033[201~", 6);
    pty_await_text(&pty, overfull[_i].told);
    pty_await_text(&pty, overfull[_i].last);
    pty_await_nothing(&pty, QUIET_MS);
    pty_close(&pty);
}
END_TEST

/* A text of many lines comes in whole, in its order, and without the controls in it. */
START_TEST(long_paste_into_a_text_is_taken) {
    enum {
        LINES = 8000
    };
    char *paste = arena_alloc(&arena, LINES * 8 + 1);
    for (size_t i = 0; i < LINES; i++) {
        sprintf(paste + 8 * i, "l%05zu\a\r", i);
    }
    start_at_home();
    pty_press(&pty, CHECKLIST "e");
    pty_await_page(&pty, expected(CHECKLIST "e"));
    pty_send(&pty, "\033[200~", 6);
    pty_send(&pty, paste, strlen(paste));
    pty_send(&pty, "\033[201~", 6);
    pty_await_text(&pty, "l07999");
    pty_press(&pty, "end");
    pty_await_text(&pty, "end");
    pty_press(&pty, "<Enter>");
    pty_await_text(&pty, "saved");
    pty_close(&pty);
}
END_TEST

START_TEST(mouse_points_at_a_row) {
    const char *third = expected("MM<Down><Down>");
    start_usual();
    pty_press(&pty, "M");
    pty_await_text(&pty, "Themouseison;");
    pty_send(&pty, "\033[<0;5;11M\033[<0;5;11m", 20);
    pty_await_page(&pty, third);
    quit();
}
END_TEST

/* --- links -------------------------------------------------------------------------------------
 */

/* Each practice's, on a usual and on the smallest screen. */
START_TEST(link_without_an_opener_is_shown_whole) {
    static const char *const environment[] = {"PATH=/nonexistent", NULL};
    static const char opens[] = "-- open ";
    struct launch program = usual;
    program.environment = environment;
    program.rows = _i < PRACTICES ? 24 : 10;
    program.columns = _i < PRACTICES ? 80 : 40;
    const char *keys = "o";
    for (int i = 0; i < _i % PRACTICES; i++) {
        keys = arena_printf(&arena, "J%s", keys);
    }
    const char *script = launch_script(&arena, &usual, keys);
    ck_assert_msg(strncmp(script, opens, sizeof opens - 1) == 0, "no link: %s", script);
    script += sizeof opens - 1;
    pty_start(&pty, &program);
    pty_press(&pty, keys);
    pty_await_text(&pty, arena_copy(&arena, script, strcspn(script, "\n")));
    pty_await_text(&pty, "Copythisaddress");
    quit();
}
END_TEST

/* An opener that writes wherever it can, and wants its terminal and its group to end. */
static const char opener[] = "#!/bin/sh\n"
                             "echo noise; echo noise >&2; (echo noise >/dev/tty) 2>/dev/null\n"
                             "trap '' HUP; kill -HUP 0\n"
                             "printf '%s' \"$1\" >\"$0.part\" && mv \"$0.part\" \"$0.said\"\n";

START_TEST(opener_gets_the_link_and_leaves_the_screen_alone) {
    /* $BROWSER has blanks between its words, so a path in it may have none. */
    const char *path = arena_printf(&arena, "%s/opener", homes);
    const int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, S_IRWXU);
    ck_assert_int_eq(dprintf(file, "%s", opener), (int)strlen(opener));
    close(file);
    const char *said = arena_printf(&arena, "%s.said", path);
    const char *const environment[] = {
        "BROWSER=opener", arena_printf(&arena, "PATH=%s:%s", homes, getenv("PATH")), NULL};
    struct launch program = usual;
    program.environment = environment;
    pty_start(&pty, &program);
    pty_await_page(&pty, expected(""));
    pty_press(&pty, "o");
    pty_await_text(&pty, "openhttp");
    const long long deadline = pty_now() + PTY_DEADLINE_MS;
    while (access(said, F_OK) != 0 && pty_now() < deadline) {
        poll(NULL, 0, 1);
    }
    char link[200] = "";
    FILE *read = fopen(said, "r");
    ck_assert_ptr_nonnull(read);
    ck_assert_ptr_nonnull(fgets(link, sizeof link, read));
    fclose(read);
    unlink(said);
    unlink(path);
    ck_assert_ptr_nonnull(strstr(launch_script(&arena, &usual, "o"), link));
    pty_press(&pty, "j");
    pty_await_page(&pty, expected("j"));
    ck_assert_ptr_null(strstr(pty.output, "noise"));
    quit();
}
END_TEST

/* --- editors -----------------------------------------------------------------------------------
 */

/* An editor that returns at once, and saves when it is told to, in the way of most: by a rename. */
static const char window[] = "#!/bin/sh\n"
                             "{ until [ -e \"$0.go\" ]; do :; done\n"
                             "echo later >\"$1.new\"; mv \"$1.new\" \"$1\"; } >/dev/null 2>&1 &\n";

START_TEST(editor_in_a_window_loses_nothing) {
    char *own = arena_printf(&arena, "%s/XXXXXX", homes);
    ck_assert_ptr_nonnull(mkdtemp(own));
    const char *path = arena_printf(&arena, "%s/window", own);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(window, file);
    fchmod(fileno(file), S_IRWXU);
    fclose(file);
    const char *const environment[] = {arena_printf(&arena, "HOME=%s", own),
                                       arena_printf(&arena, "VISUAL=%s", path), NULL};
    struct launch launch = usual;
    launch.environment = environment;
    pty_start(&pty, &launch);
    pty_await_page(&pty, expected(""));
    pty_press(&pty, CHECKLIST "E");
    pty_await_text(&pty, "Youreditorhaschangednothing.");
    pty_press(&pty, "j");
    pty_await_page(&pty, expected(CHECKLIST "j"));
    fclose(fopen(arena_printf(&arena, "%s.go", path), "w"));
    pty_await_text(&pty, "Whatyouhavesavedinyoureditor");
    pty_press(&pty, "k");
    pty_await_text(&pty, "later");
    pty_close(&pty);
}
END_TEST

int main(void) {
    TCase *tests;
    Suite *suite = usual_suite("typing", &tests);
    tcase_add_test(tests, escape_acts_at_once);
    tcase_add_loop_test(tests, late_rest_of_a_key_does_nothing, 0, (int)COUNT(rests));
    tcase_add_loop_test(tests, unknown_sequence_is_no_more_than_escape, 0, (int)COUNT(strangers));
    tcase_add_loop_test(tests, reply_of_the_terminal_is_swallowed, 0, (int)COUNT(replies));
    tcase_add_test(tests, lost_end_of_a_reply_costs_a_second);
    tcase_add_loop_test(tests, keypad_works_everywhere, 0, (int)COUNT(padless));
    tcase_add_loop_test(tests, letters_do_not_vanish_in_a_poor_locale, 0, 4);
    tcase_add_test(tests, editor_in_a_window_loses_nothing);
    tcase_add_test(tests, bytes_that_are_no_characters_do_no_harm);
    tcase_add_test(tests, character_in_two_pieces_is_one);
    tcase_add_test(tests, paste_is_refused_in_words);
    tcase_add_test(tests, paste_with_late_marks_is_refused);
    tcase_add_test(tests, paste_into_a_line_is_text);
    tcase_add_test(tests, long_paste_is_taken_to_its_end);
    tcase_add_loop_test(tests, too_long_a_paste_is_refused_at_once, 0, (int)COUNT(overfull));
    tcase_add_test(tests, long_paste_into_a_text_is_taken);
    tcase_add_test(tests, mouse_points_at_a_row);
    tcase_add_loop_test(tests, link_without_an_opener_is_shown_whole, 0, 2 * PRACTICES);
    tcase_add_test(tests, opener_gets_the_link_and_leaves_the_screen_alone);
    return usual_run(suite);
}
