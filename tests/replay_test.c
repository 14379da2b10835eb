/*
 * Whatever is done by keys, the events on the disk add up to the review that was on the screen, in
 * whatever order they are read.
 */
#include "same.h"

#include "vademecum/desk/keymap.h"
#include "vademecum/view/session.h"

#include <check.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    ROWS = 24,
    COLUMNS = 80,
    PATH_SIZE = 512,
    KEYS = 1500, /* of one session */
    SESSIONS = 2,
    ORDERS = 5, /* in which a log is read again */
    SEED = 20260302
};

/* A user's keys; those that begin something are rarer than those that go on with it. */
static const char *const moves[] = {
    ".",         ".",           ".",      ",",       "<Down>",  "<Up>",     "<Tab>", "<Enter>",
    "<Enter>",   "<Esc>",       "<Esc>",  "J",       "K",       "H",        "1",     "2",
    "3",         "4",           "0",      "<Space>", "<Space>", "<Delete>", "u",     "u",
    "u",         "<C-r>",       "e",      "e",       "i",       "p",        "w",     "P",
    "b",         "r",           "A",      "a",       "ä",       "=",        "'",     "\"",
    "<M-Enter>", "<Backspace>", "x",      " ",       "7",       "\\",       "<C-s>", "q",
    "<Right>",   "<Left>",      "<Home>", "<End>",
};

static struct arena arena;
static struct arena frame;
static struct catalogue catalogue;
static struct desk desk;
static char place[PATH_SIZE];
static int64_t now;
static uint64_t state;

static int64_t clock_read(void *context) {
    (void)context;
    return now;
}

/* xorshift: the same numbers on each machine. */
static uint64_t dice(uint64_t sides) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state % sides;
}

static struct log *log_begin(const char *folder) {
    const struct log_setup setup = {
        .folder = folder,
        .reviewer = "ana",
        .clock = {.now = clock_read},
        .random = dice(UINT64_MAX),
    };
    struct log *log;
    struct fault fault;
    ck_assert_msg(log_open(&log, &setup, &fault), "%s: %s", fault.file, fault.text);
    return log;
}

/* All events as one text, then what stands. */
static const char *review_text(const struct review *review) {
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    ck_assert_ptr_nonnull(out);
    for (int all = 1; all >= 0; all--) {
        const struct review_filter filter = {.all = all == 1};
        size_t count;
        const struct event **events = review_list(review, &filter, &arena, &count);
        for (size_t i = 0; i < count; i++) {
            char id[EVENT_ID_SIZE];
            event_id(events[i], id);
            fprintf(out, "%s %s %s %s %s %s %s\n", id, events[i]->time, events[i]->reviewer,
                    events[i]->practice, events[i]->item, events[i]->field, events[i]->value);
        }
    }
    fclose(out);
    const char *kept = arena_copy(&arena, text, size);
    free(text);
    return kept;
}

static void key_press(const char *key) {
    struct layout layout;
    struct fault fault;
    session_press(&desk, keymap_parse(&key));
    notice_take(&desk);
    /* Now and then several are written at once. */
    if (session_unwritten(&desk) && dice(4) > 0) {
        ck_assert_msg(session_save(&desk, &fault), "%s", fault.text);
    }
    arena_empty(&frame);
    session_lay_out(&desk, &layout, ROWS, COLUMNS, &frame);
}

/* A session of random keys, with a clock that jumps. What the review was at its end. */
static const char *session_play(const char *folder) {
    struct log *log = log_begin(folder);
    const struct session_setup setup = {
        .catalogue = &catalogue,
        .arena = &arena,
        .log = log,
        .reviewer = "ana",
        .clock = {.now = clock_read},
        .random = dice(UINT64_MAX),
        .named = true,
    };
    session_open(&desk, &setup);
    for (int i = 0; i < KEYS; i++) {
        now = dice(20) ? now + 1 : (int64_t)dice(4000000000);
        key_press(moves[dice(sizeof moves / sizeof *moves)]);
    }
    struct fault fault;
    ck_assert_msg(session_save(&desk, &fault), "%s", fault.text);
    const char *text = review_text(changes_review(&desk));
    session_close(&desk);
    log_close(log);
    return text;
}

/* The log's lines, some of them twice, in another order. */
static void log_shuffle(const char *from, const char *to) {
    static char *lines[2 * SESSIONS * KEYS];
    size_t count = 0;
    char *line = NULL;
    size_t room = 0;
    FILE *in = fopen(from, "r");
    ck_assert_ptr_nonnull(in);
    while (getline(&line, &room, in) > 0) {
        const uint64_t copies = 1 + (dice(4) == 0);
        for (uint64_t i = 0; i < copies; i++) {
            ck_assert_uint_lt(count, sizeof lines / sizeof *lines);
            lines[count++] = arena_copy(&arena, line, strlen(line));
        }
    }
    free(line);
    fclose(in);
    FILE *out = fopen(to, "w");
    ck_assert_ptr_nonnull(out);
    for (size_t left = count; left > 0; left--) {
        const size_t next = (size_t)dice(left);
        fputs(lines[next], out);
        lines[next] = lines[left - 1];
    }
    ck_assert_int_eq(fclose(out), 0);
}

/* How many different fields the log has events of. */
static size_t fields_count(const struct review *review) {
    static const char *const names[] = {"verdict", "comment", "evidence",  "plan.", "own.",
                                        "answer",  "note",    "shortlist", "model", "status"};
    size_t fields = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct review_filter filter = {.field = names[i], .all = true};
        size_t count;
        review_list(review, &filter, &arena, &count);
        fields += count > 0;
    }
    return fields;
}

static void place_begin(void) {
    const char *base = getenv("TMPDIR");
    const char *srcdir = getenv("srcdir");
    struct fault fault;
    arena_init(&arena, (struct arena_end){0});
    arena_init(&frame, (struct arena_end){0});
    snprintf(place, sizeof place, "%s/replay_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(place));
    const char *path = arena_printf(&arena, "%s/tests/catalogues/spring", srcdir ? srcdir : ".");
    ck_assert_msg(catalogue_open(&catalogue, &arena, path, CATALOGUE_WHOLE, &fault), "%s",
                  fault.text);
}

static void place_finish(void) {
    ck_assert_int_eq(system(arena_printf(&arena, "rm -rf '%s'", place)), 0);
    arena_free(&frame);
    arena_free(&arena);
}

START_TEST(any_order_gives_the_same_review) {
    const char *folder = arena_printf(&arena, "%s/live", place);
    const char *again = arena_printf(&arena, "%s/again", place);
    ck_assert_int_eq(mkdir(again, 0700), 0);
    state = SEED + (uint64_t)_i;
    now = 1772442847;
    const char *live = NULL;
    for (int i = 0; i < SESSIONS; i++) {
        live = session_play(folder);
    }
    for (int i = 0; i < ORDERS; i++) {
        log_shuffle(arena_printf(&arena, "%s/ana.csv", folder),
                    arena_printf(&arena, "%s/ana.csv", again));
        struct log *log = log_begin(again);
        size_t damaged;
        log_damage(log, &damaged);
        ck_assert_uint_eq(damaged, 0);
        texts_same(review_text(log_review(log)), live, "read again");
        ck_assert_uint_gt(log_review(log)->ids.count, 10);
        ck_assert_uint_gt(fields_count(log_review(log)), 3);
        log_close(log);
    }
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("replay");
    TCase *tests = tcase_create("replay");
    tcase_add_checked_fixture(tests, place_begin, place_finish);
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, any_order_gives_the_same_review, 0, getenv("SWEEP") ? 50 : 5);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
