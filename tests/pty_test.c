/*
 * The program on a terminal, which it must find, use, share and give back. What the screen shows is
 * compared with the pages that it prints for a script of the same keys.
 */
#include "usual.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>

enum {
    HANG_UP_MS = 1000 /* in which the program must end when its terminal is gone */
};

/* --- types of terminal -------------------------------------------------------------------------
 */

static const char *const terms[] = {"xterm-256color", "vt100",         "linux",
                                    "vt220",          "tmux-256color", "screen-256color",
                                    "rxvt-unicode",   "xterm-mono"};

static const char walk[] =
    "<Down><Down><Tab>jjkk<Tab><Enter><Tab>jjjj<Tab><Down><Down><Tab><Tab><Tab><Tab><Right><Right>"
    "<Left>zzJKt<Down>tL<Down><Tab><Esc>!<Esc>?ink<Down><Esc><Esc>m<Down><Esc>:help<Enter><Esc>"
    "MM:no<Space>such<Enter>q";

START_TEST(every_terminal_shows_every_screen) {
    const char *const ascii[] = {"--ascii", NULL};
    const struct launch program = {.term = terms[_i], .rows = 24, .columns = 80};
    struct launch shown = program;
    /* The fonts of the Linux console have no ✓. */
    shown.arguments = strcmp(program.term, "linux") == 0 ? ascii : NULL;
    pty_start(&pty, &program);
    pty_walk(&pty, &shown, walk);
    quit();
}
END_TEST

START_TEST(terminal_of_no_use_is_refused) {
    static const char *const names[] = {NULL,   "",     "dumb",   "no-such-terminal", "x\033]0;y\a",
                                        "vt52", "hurd", "cons25", "adm3a",            "hp2621"};
    const struct launch program = {.term = names[_i], .rows = 24, .columns = 80};
    struct launch known = program;
    known.term = NULL; /* for the emulator; TERM comes by the environment */
    const char *const environment[] = {arena_printf(&arena, "TERM=%s", names[_i] ? names[_i] : ""),
                                       NULL};
    known.environment = names[_i] ? environment : NULL;
    pty_start(&pty, &known);
    pty_await_end(&pty);
    ck_assert(WIFEXITED(pty.status));
    ck_assert_int_eq(WEXITSTATUS(pty.status), EXIT_USAGE);
    ck_assert_ptr_nonnull(strstr(pty.output, "or use a command such as"));
    ck_assert_ptr_null(strchr(pty.output, '\033'));
    pty_await_restored(&pty);
    pty_close(&pty);
}
END_TEST

START_TEST(no_terminal_is_refused) {
    static const struct {
        enum launch_place input;
        enum launch_place output;
    } places[] = {{PLACE_NOWHERE, PLACE_TERMINAL},
                  {PLACE_TERMINAL, PLACE_NOWHERE},
                  {PLACE_NOWHERE, PLACE_NOWHERE},
                  {PLACE_CLOSED, PLACE_TERMINAL},
                  {PLACE_TERMINAL, PLACE_CLOSED}};
    struct launch program = usual;
    program.input = places[_i].input;
    program.output = places[_i].output;
    pty_start(&pty, &program);
    pty_await_end(&pty);
    ck_assert(WIFEXITED(pty.status));
    ck_assert_int_eq(WEXITSTATUS(pty.status), EXIT_USAGE);
    ck_assert_ptr_nonnull(strstr(pty.output, "vademecum list"));
    ck_assert_ptr_null(strchr(pty.output, '\033'));
    ck_assert_double_lt(pty.seconds, 0.5);
    pty_close(&pty);
}
END_TEST

/* --- colour ------------------------------------------------------------------------------------
 */

static const struct {
    const char *term;
    const char *environment;
    const char *argument;
    bool colored;
} colors[] = {
    {"xterm-256color", NULL, NULL, true},
    {"xterm-256color", "NO_COLOR=1", NULL, false},
    {"xterm-256color", "NO_COLOR=", NULL, true},
    {"xterm-256color", "NO_COLOR=1", "--color=always", true},
    {"xterm-256color", NULL, "--color=never", false},
    {"xterm-256color", "NO_COLOR=1", "--color=auto", false},
    {"vt100", NULL, "--color=always", false},
};

START_TEST(colour_comes_where_it_is_wished) {
    const char *const environment[] = {colors[_i].environment, NULL};
    const char *const arguments[] = {colors[_i].argument, NULL};
    const struct launch program = {.term = colors[_i].term,
                                   .rows = 24,
                                   .columns = 80,
                                   .environment = environment,
                                   .arguments = arguments};
    pty_start(&pty, &program);
    /* To a checklist with marks, which are what has colours. */
    pty_walk(&pty, &program, "<Enter><Down>");
    ck_assert_int_eq(pty.emulator.colored, colors[_i].colored);
    pty_press(&pty, "q");
    quit();
}
END_TEST

/* --- size --------------------------------------------------------------------------------------
 */

static const struct {
    int rows;
    int columns;
} sizes[] = {{1, 1},   {1, 80},  {24, 1},  {2, 10},   {10, 3}, {9, 40},
             {10, 39}, {10, 40}, {24, 80}, {60, 250}, {0, 0},  {500, 500}};

START_TEST(every_size_is_survived) {
    struct launch program = usual;
    program.rows = sizes[_i].rows;
    program.columns = sizes[_i].columns;
    struct launch shown = program.rows ? program : usual;
    pty_start(&pty, &program);
    pty_walk(&pty, &shown, "<Down><Down><Enter>j<Tab>");
    pty_resize(&pty, 24, 80);
    pty_await_page(&pty, expected("<Down><Down><Enter>j<Tab>"));
    pty_press(&pty, "q");
    quit();
}
END_TEST

/* curses counts rows and columns in a short. */
START_TEST(vast_sizes_are_survived) {
    static const struct {
        int rows;
        int columns;
    } vast[] = {{40000, 100}, {24, 40000}};
    start_usual();
    const struct winsize size = {.ws_row = (unsigned short)vast[_i].rows,
                                 .ws_col = (unsigned short)vast[_i].columns};
    ck_assert_int_eq(ioctl(pty.master, TIOCSWINSZ, &size), 0);
    pty_press(&pty, ":");
    pty_resize(&pty, 24, 80);
    pty_await_page(&pty, expected(":"));
    pty_press(&pty, "<Esc>");
    pty_await_page(&pty, expected(""));
    quit();
}
END_TEST

/* A number from 1 to `most`. */
static int number_draw(unsigned *state, int most) {
    *state = *state * 1103515245U + 12345U;
    return (int)(*state >> 16) % most + 1;
}

START_TEST(many_sizes_leave_no_trace) {
    static const char *const places[] = {"<Down><Down><Down>", "<Enter>jj<Tab><Tab>j", "?<PgDn><PgDn><PgDn>", "mjj",
                                         ":col"};
    unsigned state = 20260302U + (unsigned)_i;
    start_usual();
    pty_press(&pty, places[_i]);
    for (int i = 0; i < 60; i++) {
        pty_resize(&pty, number_draw(&state, 60), number_draw(&state, 200));
    }
    pty_resize(&pty, 24, 80);
    pty_await_page(&pty, expected(places[_i]));
    pty_close(&pty);
}
END_TEST

/* The pointer marks it. */
/* Also what is being typed, and no draft of it is lost on the way. */
START_TEST(sizes_leave_typed_text_alone) {
    static const char keys[] = CHECKLIST "eposters<Space>in<Space>four<Space>languages";
    unsigned state = 20260303U;
    start_at_home();
    pty_press(&pty, keys);
    pty_await_page(&pty, expected(keys));
    for (int i = 0; i < 20; i++) {
        pty_resize(&pty, number_draw(&state, 60), number_draw(&state, 200));
    }
    pty_resize(&pty, 24, 80);
    pty_await_page(&pty, expected(keys));
    pty_close(&pty);
}
END_TEST

START_TEST(smaller_window_keeps_the_focus_in_sight) {
    start_usual();
    pty_press(&pty, "G");
    pty_await_page(&pty, expected("G"));
    pty_resize(&pty, 10, 40);
    pty_await_text(&pty, "[Practices]"); /* one panel at a time: painted anew */
    pty_await_text(&pty, "▸");
    pty_close(&pty);
}
END_TEST

/* --- signals -----------------------------------------------------------------------------------
 */

static const int ends[] = {SIGTERM, SIGINT,  SIGHUP,    SIGQUIT, SIGUSR1,
                           SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPOLL};

START_TEST(signal_gives_the_terminal_back) {
    start_usual();
    pty_press(&pty, "M");
    pty_await_text(&pty, "Themouseison;");
    ck_assert(pty.emulator.modes.mouse);
    kill(pty.process, ends[_i]);
    pty_await_end(&pty);
    ck_assert(WIFSIGNALED(pty.status));
    ck_assert_int_eq(WTERMSIG(pty.status), ends[_i]);
    pty_await_restored(&pty);
    pty_close(&pty);
}
END_TEST

/* What a reader of a pipe means is nothing to who browses. */
START_TEST(broken_pipe_is_nothing) {
    start_usual();
    kill(pty.process, SIGPIPE);
    pty_press(&pty, "j");
    pty_await_page(&pty, expected("j"));
    quit();
}
END_TEST

START_TEST(crash_gives_the_terminal_back) {
    struct termios now;
    start_usual();
    kill(pty.process, SIGABRT);
    pty_await_end(&pty);
    ck_assert(WIFSIGNALED(pty.status));
    ck_assert_int_eq(WTERMSIG(pty.status), SIGABRT);
    ck_assert_int_eq(tcgetattr(pty.slave, &now), 0);
    ck_assert_uint_eq(now.c_lflag & (ICANON | ECHO | ISIG), ICANON | ECHO | ISIG);
    ck_assert_uint_eq(now.c_iflag & ICRNL, ICRNL);
    ck_assert(!pty.emulator.modes.alternate);
    ck_assert(!pty.emulator.modes.keypad);
    ck_assert(!pty.emulator.modes.pastes);
    ck_assert(!pty.emulator.modes.hidden);
    ck_assert(!pty.emulator.modes.rendered);
    pty_close(&pty);
}
END_TEST

/* The best of some tries, for others may keep the machine busy. */
START_TEST(hang_up_ends_it) {
    struct launch program = usual;
    program.deaf = _i > 0;
    long long best = HANG_UP_MS;
    for (int i = 0; i < TRIES && best >= HANG_UP_MS; i++) {
        pty_start(&pty, &program);
        pty_await_page(&pty, expected(""));
        const double before = pty_seconds(&pty);
        const long long since = pty_now();
        pty_hang_up(&pty);
        pty_await_end(&pty);
        best = pty_now() - since;
        ck_assert_double_lt(pty.seconds - before, 0.2);
        pty_close(&pty);
    }
    ck_assert_int_lt(best, HANG_UP_MS);
}
END_TEST

START_TEST(hang_up_keeps_what_is_typed) {
    static const char keys[] = CHECKLIST "eposters";
    const char *own = start_at_home();
    pty_press(&pty, keys);
    pty_await_page(&pty, expected(keys));
    pty_hang_up(&pty);
    pty_await_end(&pty);
    pty_close(&pty);
    const char *path = arena_printf(&arena, "%s/.local/share/vademecum/reviews/.ana.draft", own);
    char draft[1000] = "";
    FILE *file = fopen(path, "r");
    ck_assert_msg(file, "there is no %s", path);
    draft[fread(draft, 1, sizeof draft - 1, file)] = '\0';
    fclose(file);
    ck_assert_msg(strstr(draft, "posters"), "the draft is: %s", draft);
}
END_TEST

/* Stops the program, checks that the terminal is another's, and lets it go on at another size. */
static void stop_and_go_on(const char *keys) {
    struct launch larger = usual;
    larger.rows = 30;
    larger.columns = 100;
    pty_await_stop(&pty);
    pty_await_restored(&pty);
    emulator_feed(&pty.emulator, "$ ls\r\n", 6);
    pty_resize(&pty, larger.rows, larger.columns);
    kill(pty.process, SIGCONT);
    pty_await_page(&pty, launch_page(&arena, &larger, keys));
    pty_press(&pty, "j");
    pty_await_page(&pty, launch_page(&arena, &larger, arena_printf(&arena, "%sj", keys)));
    ck_assert(pty.emulator.modes.pastes);
}

START_TEST(suspend_by_command) {
    start_usual();
    pty_press(&pty, "j:suspend<Enter>");
    stop_and_go_on("j");
    quit();
}
END_TEST

START_TEST(suspend_by_signal) {
    start_usual();
    pty_press(&pty, "jM");
    pty_await_page(&pty, expected("jM"));
    kill(pty.process, SIGTSTP);
    stop_and_go_on("jM");
    ck_assert(pty.emulator.modes.mouse);
    quit();
}
END_TEST

/* Nothing can be put back before such a stop, so the shell does it, and we anew afterwards. */
START_TEST(stop_without_notice) {
    struct termios raw;
    start_usual();
    ck_assert_int_eq(tcgetattr(pty.slave, &raw), 0);
    kill(pty.process, SIGSTOP);
    pty_await_stop(&pty);
    ck_assert_int_eq(tcsetattr(pty.slave, TCSANOW, &pty.before), 0);
    emulator_feed(&pty.emulator, "$ ls\r\n", 6);
    kill(pty.process, SIGCONT);
    pty_await_page(&pty, expected(""));
    pty_press(&pty, "j");
    pty_await_page(&pty, expected("j"));
    struct termios now;
    ck_assert_int_eq(tcgetattr(pty.slave, &now), 0);
    ck_assert_uint_eq(now.c_lflag, raw.c_lflag);
    quit();
}
END_TEST

START_TEST(redraw_mends_the_screen) {
    start_usual();
    emulator_feed(&pty.emulator, "\033[5;10HMessage from root", 23);
    ck_assert_str_ne(pty_page(&pty), expected(""));
    const int clears = pty.emulator.clears;
    pty_press(&pty, "<C-l>");
    pty_await_page(&pty, expected("<C-l>"));
    ck_assert_int_gt(pty.emulator.clears, clears);
    quit();
}
END_TEST

int main(void) {
    TCase *tests;
    Suite *suite = usual_suite("pty", &tests);
    tcase_add_loop_test(tests, every_terminal_shows_every_screen, 0, (int)COUNT(terms));
    tcase_add_loop_test(tests, terminal_of_no_use_is_refused, 0, 10);
    tcase_add_loop_test(tests, no_terminal_is_refused, 0, 5);
    tcase_add_loop_test(tests, colour_comes_where_it_is_wished, 0, (int)COUNT(colors));
    tcase_add_loop_test(tests, every_size_is_survived, 0, (int)COUNT(sizes));
    tcase_add_loop_test(tests, vast_sizes_are_survived, 0, 2);
    tcase_add_loop_test(tests, many_sizes_leave_no_trace, 0, 5);
    tcase_add_test(tests, sizes_leave_typed_text_alone);
    tcase_add_test(tests, smaller_window_keeps_the_focus_in_sight);
    tcase_add_loop_test(tests, signal_gives_the_terminal_back, 0, (int)COUNT(ends));
    tcase_add_test(tests, broken_pipe_is_nothing);
    tcase_add_test(tests, crash_gives_the_terminal_back);
    tcase_add_loop_test(tests, hang_up_ends_it, 0, 2);
    tcase_add_test(tests, hang_up_keeps_what_is_typed);
    tcase_add_test(tests, suspend_by_command);
    tcase_add_test(tests, suspend_by_signal);
    tcase_add_test(tests, stop_without_notice);
    tcase_add_test(tests, redraw_mends_the_screen);
    return usual_run(suite);
}
