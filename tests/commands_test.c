/*
 * commands: every command is in at least one script of keys in tests/pages/, so that a page shows
 * what it does; and every screen has a page at each of three sizes.
 */
#include "vademecum/desk/keymap.h"
#include "vademecum/view/session.h"

#include <check.h>
#include <glob.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    LINE_MAX_BYTES = 1024
};

static struct arena arena;
static struct arena frame;
static struct catalogue spring;
static struct catalogue named; /* that the script names, in place of spring */
static struct desk desk;
static struct log *review_log;
static bool done[COMMAND_COUNT];

static const struct {
    int columns;
    int rows;
} sizes[] = {{80, 24}, {40, 12}, {120, 36}};

enum {
    SIZES = sizeof sizes / sizeof *sizes
};

static bool shown[SCREEN_COUNT][SIZES];
static int columns; /* of the script that is played */
static int rows;

static int64_t now(void *context) {
    (void)context;
    return 1772442840;
}

static void key_press(int key) {
    struct layout layout;
    struct fault fault;
    const char *label = desk.ask.asking ? desk.ask.asking->label : NULL;
    if (label && strcmp(label, ":") == 0 && key == PRESS_ENTER) {
        char name[LINE_MAX_BYTES];
        snprintf(name, sizeof name, "%.*s", (int)strcspn(desk.ask.line.text, " "),
                 desk.ask.line.text);
        done[command_find(name)] = true;
    } else if (!desk.ask.asking && !stack_top(&desk)->paste) {
        done[keymap_command(key)] = true;
    }
    session_press(&desk, key);
    if (notice_take(&desk).kind == ERRAND_NAME) {
        session_rename(&desk, review_log, "ana");
    }
    if (session_unwritten(&desk)) {
        ck_assert_msg(session_save(&desk, &fault), "%s", fault.text);
    }
    arena_empty(&frame);
    session_lay_out(&desk, &layout, rows, columns, &frame);
}

static void page_note(void) {
    for (size_t i = 0; i < SIZES; i++) {
        shown[stack_screen(&desk)][i] |= sizes[i].columns == columns && sizes[i].rows == rows;
    }
}

/* What is in a folder of tests/reviews/ when the script names one, as in tests/pages.test. */
static void reviews_copy(const char *path, const char *folder) {
    char line[LINE_MAX_BYTES];
    char name[64] = "";
    FILE *keys = fopen(path, "r");
    ck_assert_msg(keys != NULL, "%s cannot be read", path);
    while (fgets(line, sizeof line, keys) && line[0] == '#') {
        sscanf(line, "# reviews: %63s", name);
    }
    fclose(keys);
    if (name[0]) {
        const char *srcdir = getenv("srcdir");
        snprintf(line, sizeof line,
                 "for log in '%s/tests/reviews/%s/'*.csv; do"
                 " [ ! -f \"$log\" ] || { cp \"$log\" %s && chmod -R u+w %s; } || exit; done",
                 srcdir ? srcdir : ".", name, folder, folder);
        ck_assert_int_eq(system(line), 0);
    }
}

/* The catalogue that the script is played on: spring, or what its line "# args: -C" names. */
static struct catalogue *catalogue_of(const char *path) {
    char line[LINE_MAX_BYTES];
    char name[256] = "";
    static char folder[LINE_MAX_BYTES]; /* the catalogue borrows it */
    struct fault fault;
    FILE *keys = fopen(path, "r");
    ck_assert_msg(keys != NULL, "%s cannot be read", path);
    while (fgets(line, sizeof line, keys) && line[0] == '#') {
        sscanf(line, "# args: -C %255s", name);
    }
    fclose(keys);
    if (!name[0]) {
        return &spring;
    }
    const char *srcdir = getenv("srcdir");
    snprintf(folder, sizeof folder, "%s/%s", srcdir ? srcdir : ".", name);
    ck_assert(catalogue_open(&named, &arena, folder, CATALOGUE_WHOLE, &fault));
    return &named;
}

static void reviews_remove(const char *folder) {
    char line[LINE_MAX_BYTES];
    snprintf(line, sizeof line, "rm -r %s", folder);
    ck_assert_int_eq(system(line), 0);
}

static bool begins(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

static void script_play(const char *path) {
    static const char page[] = "<Page>";
    static const char *const passed[] = {"<Roles>", "<Minute>"};
    char line[LINE_MAX_BYTES];
    char folder[] = "/tmp/vademecum-commands-XXXXXX";
    struct fault fault;
    ck_assert_ptr_nonnull(mkdtemp(folder));
    reviews_copy(path, folder);
    struct catalogue *catalogue = catalogue_of(path);
    const struct log_setup log_setup = {
        .folder = folder, .reviewer = "ana", .catalogue = catalogue, .clock = {now, NULL}};
    ck_assert(log_open(&review_log, &log_setup, &fault));
    FILE *keys = fopen(path, "r");
    ck_assert_msg(keys != NULL, "%s cannot be read", path);
    const struct session_setup setup = {
        .catalogue = catalogue,
        .arena = &arena,
        .log = review_log,
        .reviewer = "ana",
        .clock = {now, NULL},
        .named = true,
    };
    session_open(&desk, &setup);
    columns = sizes[0].columns;
    rows = sizes[0].rows;
    while (fgets(line, sizeof line, keys)) {
        sscanf(line, "# size: %dx%d", &columns, &rows);
        desk.changes.named &= strcmp(line, "# env: VADEMECUM_REVIEWER=\n") != 0;
        const char *rest = line[0] == '#' ? "" : line;
        while (*rest && *rest != '\n') {
            if (*rest == ' ') {
                rest++;
            } else if (strncmp(rest, page, sizeof page - 1) == 0) {
                rest += sizeof page - 1;
                page_note();
            } else if (begins(rest, passed[0]) || begins(rest, passed[1])) {
                rest = strchr(rest, '>') + 1;
            } else {
                const int key = keymap_parse(&rest);
                ck_assert_msg(key != PRESS_NONE, "%s has no key at: %s", path, rest);
                key_press(key);
            }
        }
    }
    fclose(keys);
    session_close(&desk);
    log_close(review_log);
    reviews_remove(folder);
}

START_TEST(every_command_is_in_a_script) {
    struct fault fault;
    char path[4096];
    glob_t scripts;
    const char *srcdir = getenv("srcdir");
    snprintf(path, sizeof path, "%s/tests/catalogues/spring", srcdir ? srcdir : ".");
    arena_init(&arena, (struct arena_end){NULL, NULL});
    arena_init(&frame, (struct arena_end){NULL, NULL});
    ck_assert(catalogue_open(&spring, &arena, path, CATALOGUE_WHOLE, &fault));
    snprintf(path, sizeof path, "%s/tests/pages/*.keys", srcdir ? srcdir : ".");
    ck_assert_int_eq(glob(path, 0, NULL, &scripts), 0);
    for (size_t i = 0; i < scripts.gl_pathc; i++) {
        script_play(scripts.gl_pathv[i]);
    }
    globfree(&scripts);
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        ck_assert_msg(done[command], "no script in tests/pages has \"%s\"",
                      command_info(command)->name);
    }
    for (size_t screen = 0; screen < SCREEN_COUNT; screen++) {
        for (size_t i = 0; i < SIZES; i++) {
            ck_assert_msg(shown[screen][i], "no page of the screen \"%s\" at %dx%d",
                          desk.screens[screen]->title, sizes[i].columns, sizes[i].rows);
        }
    }
    arena_free(&frame);
    arena_free(&arena);
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("commands");
    TCase *tcase = tcase_create("commands");
    tcase_add_test(tcase, every_command_is_in_a_script);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
