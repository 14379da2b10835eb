/*
 * Whatever is said, undone and done again, in any order: each undo gives what stood before, each
 * redo what stood before the undo, and both only add to the log. SEED=NUMBER in the environment
 * repeats a run.
 */
#include "desk.h"
#include "dice.h"
#include "same.h"

#include "vademecum/base/count.h"
#include "vademecum/desk/undo.h"

#include <string.h>

enum {
    ROUNDS = 40,
    STEPS = 120 /* of a session */
};

static const char *const practices[] = {"cz-brno-intercultural-work", "own-x-k00000000"};
static const char *const items[] = {"inclusivity.1.1", "inclusivity.1.2", "education.1.1"};
static const char *const checklists[] = {"spring", "leaflet"};
static const char *const marks[] = {"met", "partly", "not_met", "na", "unknown", ""};
static const char *const words[] = {"a", "b", "two\nlines", ""};
static const char *const fields[] = {"verdict", "comment", "evidence", "plan.goal"};
static const char *const finals[] = {"final spring", "final autumn", "draft"};

static const char *stood[STEPS + 1]; /* by how many changes stand, what did then */
static char *saved;                  /* the log, as it was */
static size_t saved_size;

/* What the reviewer says now. */
static const char *state(void) {
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    for (size_t p = 0; p < COUNT(practices); p++) {
        for (size_t f = 0; f < COUNT(fields); f++) {
            for (size_t i = 0; i < COUNT(items); i++) {
                fprintf(out, "%s %s %s: %s\n", practices[p], items[i], fields[f],
                        changes_value(&desk, practices[p], items[i], fields[f]));
            }
        }
        for (size_t c = 0; c < COUNT(checklists); c++) {
            const struct event *start = review_round(changes_review(&desk), "ana", practices[p],
                                                     checklists[c]);
            fprintf(out, "%s %s: %s, round %s\n", practices[p], checklists[c],
                    changes_value(&desk, practices[p], checklists[c], "status"),
                    start ? start->value : "1");
        }
    }
    fclose(out);
    const char *kept = arena_copy(&arena, text, size);
    free(text);
    return kept;
}

/* The log begins with what was in it. */
static void save(void) {
    struct fault fault;
    char path[64];
    ck_assert_msg(session_save(&desk, &fault), "%s", fault.text);
    snprintf(path, sizeof path, "%s/ana.csv", folder);
    FILE *in = fopen(path, "r");
    if (!in) {
        ck_assert_uint_eq(saved_size, 0);
        return;
    }
    char *line = NULL;
    size_t room = 0;
    const ssize_t length = getdelim(&line, &room, '\0', in);
    fclose(in);
    ck_assert_int_ge(length, (ssize_t)saved_size);
    ck_assert(saved_size == 0 || memcmp(line, saved, saved_size) == 0);
    free(saved);
    saved = line;
    saved_size = (size_t)length;
}

static void mark_say(const char *practice) {
    changes_put(&desk, practice, DICE_PICK(items), "verdict", DICE_PICK(marks));
}

static void mark_step(const char *practice) {
    changes_step(&desk, practice, items[0], "verdict", DICE_PICK(marks));
}

static void words_say(const char *practice) {
    changes_put(&desk, practice, DICE_PICK(items), fields[1 + dice(3)], DICE_PICK(words));
}

static void last_say(const char *practice) {
    changes_put_last(&desk, practice, DICE_PICK(items), marks[dice(5)], DICE_PICK(words));
}

static void status_say(const char *practice) {
    changes_put(&desk, practice, DICE_PICK(checklists), "status", DICE_PICK(finals));
}

static void (*const sayings[])(const char *practice) = {mark_say, mark_say,  mark_step, words_say,
                                                        words_say, last_say, status_say};

static void say(void) {
    DICE_PICK(sayings)(DICE_PICK(practices));
    stood[desk.changes.count] = state();
}

/* Nobody else has changed anything. */
static void done_check(const struct undone *undone) {
    const struct change *told = undone->told;
    ck_assert_msg(undone->done, "not done: %s %s %s, %s to %s", told->practice, told->item,
                  told->field, told->before, told->after);
}

static void undo_one(void) {
    const bool any = desk.changes.count > 0;
    const struct undone undone = changes_undo(&desk);
    ck_assert_int_eq(undone.told != NULL, any);
    done_check(&undone);
    texts_same(state(), stood[desk.changes.count], "undone");
}

static void redo_one(void) {
    const struct undone undone = changes_redo(&desk);
    done_check(&undone);
    texts_same(state(), stood[desk.changes.count], "redone");
}

static void session_play(void) {
    stood[0] = state();
    saved_size = 0;
    for (size_t i = 0; i < STEPS && desk.changes.count + 3 < STEPS; i++) {
        const size_t what = dice(8);
        if (what < 5) {
            say();
        } else if (what < 7) {
            undo_one();
        } else {
            redo_one();
        }
        save();
    }
}

START_TEST(each_undo_gives_what_stood_before) {
    dice_begin((uint64_t)_i);
    session_play();
    while (desk.changes.count > 0) {
        undo_one();
        save();
    }
    texts_same(state(), stood[0], "all undone");
    while (desk.changes.count < desk.changes.total) {
        redo_one();
        save();
    }
    free(saved);
    saved = NULL;
}
END_TEST

/* What was saved before the start is taken back one by one, and each can be done again. */
START_TEST(undo_after_a_start_gives_what_stood_before) {
    struct story_step step;
    dice_begin((uint64_t)_i);
    session_play();
    start();
    for (size_t i = 0; i < 20 && changes_earlier(&desk, &arena, &step); i++) {
        const char *before = state();
        const char *practice = step.event->practice;
        const char *item = step.event->item;
        const char *field = step.event->field;
        changes_adopt(&desk, &step);
        ck_assert(changes_undo(&desk).done);
        save();
        ck_assert_str_eq(changes_value(&desk, practice, item, field), step.before);
        const char *after = state();
        ck_assert(changes_redo(&desk).done);
        save();
        texts_same(state(), before, "redone");
        ck_assert(changes_undo(&desk).done);
        save();
        texts_same(state(), after, "undone again");
    }
    free(saved);
    saved = NULL;
}
END_TEST

int main(void) {
    const int most = getenv("SWEEP") ? 4 * ROUNDS : ROUNDS;
    Suite *suite = suite_create("undo_random");
    TCase *all = tcase_create("undo_random");
    tcase_set_timeout(all, 120);
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_loop_test(all, each_undo_gives_what_stood_before, 0, most);
    tcase_add_loop_test(all, undo_after_a_start_gives_what_stood_before, 0, most);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
