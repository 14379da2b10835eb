/*
 * No text of a catalogue, no key and no argument reaches the terminal as anything but letters that
 * can be seen: the emulator complains of everything else, and what it shows must be the pages that
 * the program prints for a script.
 */
#include "hostile.h"
#include "usual.h"

#include <string.h>
#include <sys/wait.h>

static struct arena lasting; /* of all tests */
static const struct hostile *list;
static size_t count; /* of the list */
static const char *catalogue;

static void catalogue_make(void) {
    arena_init(&lasting, (struct arena_end){0});
    list = hostile_list(&lasting, &count);
    catalogue = hostile_catalogue(&lasting, list, count);
}

static void catalogue_remove(void) {
    hostile_remove(catalogue);
    arena_free(&lasting);
}

static const struct {
    const char *term;
    int rows;
    int columns;
} terminals[] = {
    {"xterm-256color", 24, 80}, {"vt100", 24, 80}, {"linux", 24, 80},
    {"xterm-256color", 12, 40}, {"vt100", 12, 40}, {"linux", 12, 40},
};

/* Home and a practice's panels, collections, rows left out and the menu, with links to open. */
#define PANELS "<Tab>jjjj<Tab>jjjj<Tab>jj"
static const char walk[] =
    "<Down><Down><Down><Down><Tab>jjjjjo<Tab><Enter><Tab>jjjjjjjjjjjjjjjGo<Tab>j" PANELS
    "<Tab>jj" PANELS "o<Tab>jj" PANELS "<Tab>jjj" PANELS
    "Jt<Esc>c<Enter>jjjjd<Tab>jjz<Esc>xlljx<Esc><Esc>SG<Esc>LjjG<Tab>jjjjo<Esc>"
    "!jj<Esc>ml<Esc><Esc>";

/* All questions of all practices, what those are about, and the collections, in a large window. */
#define PRACTICE "jjjjjjjjjjjjg<Tab><PgDn><PgDn><PgDn><Tab>K"
#define COLLECTION "<Tab><PgDn><PgDn><PgDn><Tab>j"
static const char long_walk[] = "jjjjjjjjjj<Enter>" PRACTICE PRACTICE PRACTICE PRACTICE PRACTICE
    PRACTICE PRACTICE PRACTICE PRACTICE PRACTICE
                                "<Esc>L" COLLECTION COLLECTION COLLECTION COLLECTION "<Esc>";

START_TEST(no_text_does_harm_on_any_terminal) {
    const char *const ascii[] = {"--ascii", NULL};
    const struct launch program = {.term = terminals[_i].term,
                                   .rows = terminals[_i].rows,
                                   .columns = terminals[_i].columns,
                                   .catalogue = catalogue};
    struct launch shown = program;
    /* The fonts of the Linux console have no ✓. */
    shown.arguments = strcmp(program.term, "linux") == 0 ? ascii : NULL;
    pty_start(&pty, &program);
    pty_walk(&pty, &shown, walk);
    quit();
}
END_TEST

START_TEST(no_text_at_all_does_harm) {
    const struct launch program = {
        .term = "xterm-256color", .rows = 50, .columns = 120, .catalogue = catalogue};
    pty_start(&pty, &program);
    pty_walk(&pty, &program, long_walk);
    quit();
}
END_TEST

/* Else the tests above would not tell much. */
START_TEST(every_text_is_seen) {
    const struct launch program = {.rows = 50, .columns = 120, .catalogue = catalogue};
    const char *keys = long_walk;
    const char *script = "<Page>";
    while (*keys) {
        const size_t length = *keys == '<' ? strcspn(keys, ">") + 1 : 1;
        script = arena_printf(&arena, "%s%.*s<Page>", script, (int)length, keys);
        keys += length;
    }
    const char *seen = launch_script(&arena, &program, script);
    for (size_t place = 0; place < count; place++) {
        ck_assert_msg(strstr(seen, hostile_tag(&arena, place)), "%s is not seen",
                      hostile_tag(&arena, place));
    }
}
END_TEST

/* Into a command's line and, as words, into Help; the line is shown again in a message. */
START_TEST(no_pasted_text_does_harm) {
    static const char *const prompts[] = {":", "?"};
    const struct launch program = {.term = "xterm-256color", .rows = 24, .columns = 80};
    const char *home = launch_page(&arena, &program, "");
    pty_start(&pty, &program);
    pty_await_page(&pty, home);
    for (size_t place = 0; place < count; place++) {
        const char *tag = hostile_tag(&arena, place);
        pty_press(&pty, prompts[_i]);
        pty_send(&pty, "\033[200~", 6);
        pty_send(&pty, list[place].bytes, list[place].length);
        /* The end of the paste, whatever the text has begun. */
        pty_send(&pty, "x\033[201~", 7);
        pty_press(&pty, "<C-u>");
        pty_send(&pty, tag, strlen(tag));
        pty_await_text(&pty, tag);
        pty_press(&pty, _i == 0 ? "<Enter><C-l>" : "<C-u><Esc><C-l>");
        pty_await_page(&pty, home);
    }
    quit();
}
END_TEST

static const struct {
    const char *arguments[4];
    int status;
} commands[] = {
    {{"list"}, 0},
    {{"show", "cz-brno-intercultural-work"}, 0},
    {{"show", "cz-brno-intercultural-work", "--format=csv"}, 0},
    {{"show", "cz-brno-intercultural-work", "--format=json"}, 0},
    {{"collections"}, 0},
    {{"compare", "cz-brno-intercultural-work", "pl-womens-meeting-club"}, 0},
    {{"stats"}, 0},
    {{"guide"}, 0},
    {{"guide", "partnership"}, 0},
    {{"check"}, 1},
    {{"show", "x\033]0;pwned\a\xe2\x80\xae\x9b"}, 1},
    {{"x\033]0;pwned\a\xe2\x80\xae\x9b"}, 2},
    {{"--x\033]0;pwned\a\xe2\x80\xae\x9b"}, 2},
    {{"check", "/x\033]0;pwned\a\xe2\x80\xae\x9b"}, 2},
    {{"--script", "/x\033]0;pwned\a\xe2\x80\xae\x9b"}, 2},
};

START_TEST(no_command_does_harm_on_a_terminal) {
    const struct launch program = {.term = "xterm-256color",
                                   .rows = 24,
                                   .columns = 80,
                                   .catalogue = catalogue,
                                   .arguments = commands[_i].arguments};
    pty_start(&pty, &program);
    pty_await_end(&pty);
    ck_assert(WIFEXITED(pty.status));
    ck_assert_int_eq(WEXITSTATUS(pty.status), commands[_i].status);
    ck_assert_uint_gt(pty.output_length, 0);
    pty_await_restored(&pty);
    pty_close(&pty);
}
END_TEST

int main(void) {
    TCase *tests;
    Suite *suite = usual_suite("hostile", &tests);
    tcase_add_unchecked_fixture(tests, catalogue_make, catalogue_remove);
    tcase_add_loop_test(tests, no_text_does_harm_on_any_terminal, 0, (int)COUNT(terminals));
    tcase_add_test(tests, no_text_at_all_does_harm);
    tcase_add_test(tests, every_text_is_seen);
    tcase_add_loop_test(tests, no_pasted_text_does_harm, 0, 2);
    tcase_add_loop_test(tests, no_command_does_harm_on_a_terminal, 0, (int)COUNT(commands));
    return usual_run(suite);
}
