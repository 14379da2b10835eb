/*
 * program: how a command is cut into words, what starting one says, and how its end is learnt. What
 * a program is started with, link_test and visual_test look at.
 */
#include "vademecum/base/count.h"
#include "vademecum/exchange/program.h"

#include <check.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct command {
    const char *command;
    const char *last;
    const char *words; /* each in brackets */
} commands[] = {
    {"ed", "text", "[ed][text]"},
    {" \ted\n", "text", "[ed][text]"},
    {"ed -a  --new\t-b", "a text", "[ed][-a][--new][-b][a text]"},
    {"ed 'a b' \"c\" \\ d", "", "[ed]['a][b'][\"c\"][\\][d][]"},
    {"ed ;id $(id) `id` ~ * >x |x & %s", "%s", "[ed][;id][$(id)][`id`][~][*][>x][|x][&][%s][%s]"},
    {"", "text", "[text]"},
    {" \t\n", "text", "[text]"},
};

START_TEST(command_is_cut_at_blanks_alone) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    char shown[256] = "";
    char **words = program_words(&arena, commands[_i].command, commands[_i].last);
    for (char *end = shown; *words; words++) {
        end += sprintf(end, "[%s]", *words);
    }
    ck_assert_str_eq(shown, commands[_i].words);
    arena_free(&arena);
}
END_TEST

static const struct ending {
    const char *script; /* for sh */
    int exited;         /* with which status, or -1 */
    int signal;         /* that ended it, or 0 */
} endings[] = {
    {"exit 0", 0, 0},
    {"exit 7", 7, 0},
    {"kill -KILL $$", -1, SIGKILL},
    {"kill -HUP $$; exit 0", -1, SIGHUP}, /* it would live on with the signal blocked or ignored */
    {"kill -INT $$; exit 0", -1, SIGINT},
    {"kill -TERM $$; exit 0", -1, SIGTERM},
    {"kill -PIPE $$; exit 0", -1, SIGPIPE},
};

START_TEST(end_is_learnt_and_signals_are_as_by_default) {
    static const int ignored[] = {SIGHUP, SIGPIPE};
    void (*habits[COUNT(ignored)])(int);
    for (size_t i = 0; i < COUNT(ignored); i++) {
        habits[i] = signal(ignored[i], SIG_IGN);
    }
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    char script[64];
    snprintf(script, sizeof script, "%s", endings[_i].script);
    char *const words[] = {(char[]){"sh"}, (char[]){"-c"}, script, NULL};
    pid_t process;
    ck_assert_int_eq(program_start(words, NULL, &process), 0);
    const int status = program_wait(process);
    sigprocmask(SIG_SETMASK, &before, NULL);
    for (size_t i = 0; i < COUNT(ignored); i++) {
        signal(ignored[i], habits[i]);
    }
    ck_assert_int_eq(status == 0, endings[_i].exited == 0);
    ck_assert_int_eq(WIFEXITED(status) ? WEXITSTATUS(status) : -1, endings[_i].exited);
    ck_assert_int_eq(WIFSIGNALED(status) ? WTERMSIG(status) : 0, endings[_i].signal);
}
END_TEST

START_TEST(what_is_no_program_is_told) {
    static const struct {
        char name[24];
        int error;
    } names[] = {{"no-such-program-here", ENOENT},
                 {"/no/such", ENOENT},
                 {"/dev/null", EACCES},
                 {"/", EACCES}};
    /* A folder in it that is closed to us would be told of instead. */
    setenv("PATH", "/usr/bin:/bin", 1);
    for (size_t i = 0; i < COUNT(names); i++) {
        char name[sizeof names->name];
        memcpy(name, names[i].name, sizeof name);
        char *const words[] = {name, NULL};
        pid_t process;
        ck_assert_int_eq(program_start(words, NULL, &process), names[i].error);
    }
    ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
    ck_assert_int_eq(errno, ECHILD);
}
END_TEST

START_TEST(child_of_nobody_is_not_waited_for) {
    ck_assert_int_eq(program_wait(getpid()), -1);
}
END_TEST

static Suite *program_suite(void) {
    Suite *suite = suite_create("program");
    TCase *words = tcase_create("words");
    tcase_add_loop_test(words, command_is_cut_at_blanks_alone, 0, COUNT(commands));
    suite_add_tcase(suite, words);
    TCase *processes = tcase_create("processes");
    tcase_add_loop_test(processes, end_is_learnt_and_signals_are_as_by_default, 0, COUNT(endings));
    tcase_add_test(processes, what_is_no_program_is_told);
    tcase_add_test(processes, child_of_nobody_is_not_waited_for);
    suite_add_tcase(suite, processes);
    return suite;
}

int main(void) {
    SRunner *runner = srunner_create(program_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
