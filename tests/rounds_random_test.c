/*
 * Any events of several reviewers, in any order: the review as it was at an event is what all events
 * up to it add up to, nothing is missing from the story of an item, and it does not matter who is
 * named first among those who differ. Each result against one that is worked out straight from the
 * definition. SEED=NUMBER in the environment repeats a run.
 */
#include "dice.h"
#include "same.h"
#include "stage.h"

#include "vademecum/report/differ.h"
#include "vademecum/review/progress.h"
#include "vademecum/review/round.h"
#include "vademecum/review/story.h"

#include <locale.h>

enum {
    ROUNDS = 60,
    EVENTS = 120 /* at most */
};

static const char *const reviewers[] = {"ana", "ben", "group-2026-03-02"};
static const char *const practices[] = {"p", "own-x-k00000000"};
static const char *const items[] = {"inclusivity.1.1", "inclusivity.1.2", "relevance.2.3",
                                    "education.1.1"};
static const char *const checklists[] = {"spring", "leaflet"};
static const char *const marks[] = {"met", "partly", "not_met", "na", "unknown", ""};
static const char *const words[] = {"a", "b", "two\nlines", ""};
static const char *const finals[] = {"final spring", "final autumn", "final", "draft", ""};
static const char *const rounds[] = {"2", "3", ""};
static const char *const chosen[] = {"spring@1", "leaflet@1", ""};

/* What is said, of what, and how often beside the others. */
static const struct kind {
    const char *field;
    const char *const *places; /* items or checklists */
    size_t place_count;        /* 0: the practice as a whole */
    const char *const *values;
    size_t value_count;
    size_t weight;
} kinds[] = {
    {"verdict", items, COUNT(items), marks, COUNT(marks), 12},
    {"comment", items, COUNT(items), words, COUNT(words), 5},
    {"evidence", items, COUNT(items), words, COUNT(words), 2},
    {"plan.goal", items, COUNT(items), words, COUNT(words), 2},
    {"status", checklists, COUNT(checklists), finals, COUNT(finals), 4},
    {"status", NULL, 0, finals, COUNT(finals), 1},
    {REVIEW_ROUND, checklists, COUNT(checklists), rounds, COUNT(rounds), 4},
    {"checklist", NULL, 0, chosen, COUNT(chosen), 1},
    {"own.title", NULL, 0, words, COUNT(words), 1},
};

static struct stage stage;
static struct event drawn[EVENTS]; /* some of them with the same id */
static size_t drawn_count;
static const struct event *events[EVENTS]; /* those that stand, the earliest first */
static size_t count;
static struct review review;

static const struct kind *kind_draw(void) {
    size_t all = 0;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        all += kinds[i].weight;
    }
    size_t rest = dice(all);
    size_t kind = 0;
    while (rest >= kinds[kind].weight) {
        rest -= kinds[kind++].weight;
    }
    return &kinds[kind];
}

static struct event event_draw(void) {
    static const char *const runs[] = {"k00000000", "k5a5a5a5a", "kzzzzzzzz"};
    const struct kind *kind = kind_draw();
    struct event event = {
        .counter = 1 + dice(EVENTS),
        .time = "2026-03-02T09:14:07Z",
        .reviewer = DICE_PICK(reviewers),
        .practice = practices[dice(4) == 0],
        .item = kind->place_count > 0 ? kind->places[dice(kind->place_count)] : "",
        .field = kind->field,
        .value = kind->values[dice(kind->value_count)],
    };
    strcpy(event.run, DICE_PICK(runs));
    size_t length;
    event_format(&stage.arena, &event, &length);
    return event;
}

static struct review review_begin(void) {
    struct review begun;
    review_init(&begun, &stage.arena);
    begun.catalogue = &stage.catalogue;
    return begun;
}

/* Whether no other event takes its number. */
static bool stands(size_t event) {
    for (size_t i = 0; i < drawn_count; i++) {
        const bool same = drawn[i].check == drawn[event].check;
        if (event_order(&drawn[i], &drawn[event]) == 0 &&
            (same ? i < event : drawn[i].check > drawn[event].check)) {
            return false;
        }
    }
    return true;
}

static int by_id(const void *one, const void *other) {
    return event_order(*(const struct event *const *)one, *(const struct event *const *)other);
}

/* The events, some of them twice, in any order. */
static void world_make(uint64_t seed) {
    dice_begin(seed);
    stage_spring(&stage);
    review = review_begin();
    drawn_count = 30 + dice(EVENTS - 30);
    for (size_t i = 0; i < drawn_count; i++) {
        drawn[i] = event_draw();
    }
    for (size_t i = 0; i < drawn_count; i++) {
        review_apply(&review, &drawn[i]);
        review_apply(&review, &drawn[dice(i + 1)]);
        if (stands(i)) {
            events[count++] = &drawn[i];
        }
    }
    qsort(events, count, sizeof *events, by_id);
    stage.report.review = &review;
}

/* --- straight from the definition ---------------------------------------------------------------- */

static bool is_said_of(const struct event *event, const char *reviewer, const char *practice,
                       const char *item, const char *field) {
    return strcmp(event->reviewer, reviewer) == 0 && strcmp(event->practice, practice) == 0 &&
           strcmp(event->item, item) == 0 && strcmp(event->field, field) == 0;
}

/* The checklist whose rounds a field has, NULL for none. */
static const char *rounds_of(const char *item, const char *field) {
    if (strcmp(field, "status") == 0) {
        return item;
    }
    const bool parted = strcmp(field, "verdict") == 0 || strcmp(field, "comment") == 0 ||
                        strcmp(field, "evidence") == 0;
    return parted ? strcmp(item, "education.1.1") == 0 ? "leaflet" : "spring" : NULL;
}

/* What began the round in which a reviewer was after `said` events: a beginning can be taken back. */
static const struct event *start_at(size_t said, const char *reviewer, const char *practice,
                                    const char *checklist) {
    const struct event *begun[EVENTS];
    size_t depth = 0;
    for (size_t i = 0; i < said; i++) {
        if (is_said_of(events[i], reviewer, practice, checklist, REVIEW_ROUND)) {
            depth -= !events[i]->value[0] && depth > 0;
            begun[depth] = events[i];
            depth += events[i]->value[0] != '\0';
        }
    }
    return depth > 0 ? begun[depth - 1] : NULL;
}

/* The event that stood in the field of an event after `said` events, or NULL. */
static const struct event *field_at(size_t said, const struct event *of) {
    const struct event *latest = NULL;
    for (size_t i = 0; i < said; i++) {
        latest = is_said_of(events[i], of->reviewer, of->practice, of->item, of->field) ? events[i]
                                                                                        : latest;
    }
    const char *checklist = rounds_of(of->item, of->field);
    const struct event *start = latest && checklist
                                    ? start_at(said, of->reviewer, of->practice, checklist)
                                    : NULL;
    return start && event_order(latest, start) < 0 ? NULL : latest;
}

/* --- the state at an event ----------------------------------------------------------------------- */

static void event_print(FILE *out, const char *what, const struct event *event) {
    char id[EVENT_ID_SIZE] = "none";
    if (event) {
        event_id(event, id);
    }
    fprintf(out, " %s %s", what, id);
}

static void rounds_print(FILE *out, const struct review *then, const char *reviewer,
                         const char *practice, const char *checklist) {
    size_t round_count;
    const struct round *list = round_list(then, reviewer, practice, checklist, &stage.arena,
                                          &round_count);
    fprintf(out, "%s %s %s:", reviewer, practice, checklist);
    for (size_t i = 0; i < round_count; i++) {
        fprintf(out, " %s", list[i].label ? list[i].label : "open");
        event_print(out, "from", list[i].start);
        event_print(out, "to", list[i].final);
    }
    const struct checklist *whole = catalogue_checklist_chosen(&stage.catalogue, checklist);
    const struct progress progress = progress_count(then, reviewer, practice, whole->items,
                                                    whole->item_count);
    event_print(out, "goes on from", review_round(then, reviewer, practice, checklist));
    event_print(out, "behind", round_before(then, reviewer, practice, checklist));
    event_print(out, "status", round_status(then, reviewer, practice, whole));
    fprintf(out, " answered %zu closed %d\n", progress_answered(&progress),
            round_closed(then, reviewer, practice, whole));
}

static void events_print(FILE *out, const struct review *then, bool all) {
    const struct review_filter filter = {.all = all};
    size_t listed;
    const struct event **list = review_list(then, &filter, &stage.arena, &listed);
    for (size_t i = 0; i < listed; i++) {
        event_print(out, "event", list[i]);
        fprintf(out, " %s %s %s %s %s\n", list[i]->reviewer, list[i]->practice, list[i]->item,
                list[i]->field, list[i]->value);
    }
}

/* All that can be asked of a review, as a text. */
static const char *state_text(const struct review *then) {
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    events_print(out, then, true);
    events_print(out, then, false);
    for (size_t p = 0; p < COUNT(practices); p++) {
        for (size_t r = 0; r < COUNT(reviewers); r++) {
            for (size_t c = 0; c < COUNT(checklists); c++) {
                rounds_print(out, then, reviewers[r], practices[p], checklists[c]);
            }
        }
        fprintf(out, "%s is %s by %s\n", practices[p],
                review_fact(then, practices[p], "own.title"), review_author(then, practices[p]));
    }
    size_t listed;
    const char **names = review_reviewers(then, &stage.arena, &listed);
    for (size_t i = 0; i < listed; i++) {
        fprintf(out, "reviewer %s", names[i]);
        event_print(out, "last", review_last(then, names[i]));
    }
    fclose(out);
    const char *kept = arena_copy(&stage.arena, text, size);
    free(text);
    return kept;
}

static struct review replay(size_t said) {
    struct review replayed = review_begin();
    for (size_t i = 0; i < said; i++) {
        review_apply(&replayed, events[i]);
    }
    return replayed;
}

static void fields_check(const struct review *then, size_t said) {
    for (size_t i = 0; i < count; i++) {
        const struct event *of = events[i];
        const struct event *wanted = field_at(said, of);
        const char *found = review_value(then, of->reviewer, of->practice, of->item, of->field);
        ck_assert_msg(strcmp(found, wanted ? wanted->value : "") == 0,
                      "%s of %s by %s: %s, not %s", of->field, of->item, of->reviewer, found,
                      wanted ? wanted->value : "");
    }
}

/* At each label that any review has, and at some other events. */
START_TEST(state_at_an_event_is_the_replay_up_to_it) {
    world_make((uint64_t)_i);
    for (size_t i = 0; i < count; i++) {
        const bool label = strncmp(events[i]->value, "final", strlen("final")) == 0;
        if (label || dice(10) == 0) {
            const struct review then = review_at(&review, events[i]);
            const struct review replayed = replay(i + 1);
            texts_same(state_text(&then), state_text(&replayed), "then");
            fields_check(&then, i + 1);
        }
    }
    stage_end(&stage);
}
END_TEST

/* --- the story ----------------------------------------------------------------------------------- */

static bool is_told(const struct event *event, const char *practice, const char *item) {
    static const char *const fields[] = {"verdict", "comment", "evidence", "plan.goal"};
    bool told = false;
    for (size_t i = 0; i < COUNT(fields); i++) {
        told |= strcmp(event->field, fields[i]) == 0;
    }
    return told && strcmp(event->practice, practice) == 0 && strcmp(event->item, item) == 0;
}

static void step_check(const struct story_step *step, size_t place) {
    const struct event *event = events[place];
    const struct event *now = field_at(count, event);
    while (step->begin && event_order(events[place], step->begin) > 0) {
        place--;
    }
    const struct event *before = field_at(place, event);
    ck_assert(event_same(step->event, event));
    ck_assert_int_eq(step->stands, now && event_order(now, event) == 0);
    ck_assert_str_eq(step->before, before ? before->value : "");
}

/* From the last step, which is the earliest, on. Returns how many there are. */
static size_t story_check(const char *practice, const char *item) {
    size_t left;
    const struct story_step *story = story_of_item(&review, practice, item, &stage.arena, &left);
    const size_t steps = left;
    for (size_t i = 0; i < count; i++) {
        if (is_told(events[i], practice, item)) {
            ck_assert_msg(left > 0, "the story lacks an event");
            step_check(&story[--left], i);
        }
    }
    ck_assert_uint_eq(left, 0);
    return steps;
}

START_TEST(story_has_each_event_once) {
    world_make((uint64_t)_i);
    size_t steps = 0;
    for (size_t p = 0; p < COUNT(practices); p++) {
        for (size_t i = 0; i < COUNT(items); i++) {
            steps += story_check(practices[p], items[i]);
        }
    }
    ck_assert_uint_gt(steps, 10);
    stage_end(&stage);
}
END_TEST

/* --- where reviewers differ ---------------------------------------------------------------------- */

START_TEST(steps_between_two_marks_are_those_back) {
    for (enum verdict one = 0; one < VERDICT_COUNT; one++) {
        for (enum verdict other = 0; other < VERDICT_COUNT; other++) {
            const int steps = differ_steps(one, other);
            ck_assert_int_eq(steps, differ_steps(other, one));
            ck_assert_int_ge(steps, 0);
            ck_assert_int_le(steps, DIFFER_MOST);
            ck_assert(steps == 0 || one != other);
        }
    }
}
END_TEST

static size_t place_of(const struct differ *differ, const char *reviewer) {
    size_t place = 0;
    while (place < differ->reviewer_count && strcmp(differ->reviewers[place], reviewer) != 0) {
        place++;
    }
    return place;
}

/* What is known of an item; which of the two comparisons comes first does not matter. */
static void item_check(const struct differ *one, const struct disputed *item,
                       const struct differ *other) {
    size_t at = 0;
    while (at < other->count && other->items[at].item != item->item) {
        at++;
    }
    ck_assert_uint_lt(at, other->count);
    const struct disputed *same = &other->items[at];
    ck_assert_uint_eq(item->marked, same->marked);
    ck_assert_int_eq(item->apart, same->apart);
    for (size_t i = 0; i < one->reviewer_count; i++) {
        const size_t place = place_of(other, one->reviewers[i]);
        ck_assert_uint_lt(place, other->reviewer_count);
        ck_assert_int_eq(item->verdicts[i], same->verdicts[place]);
    }
    if (item->marked == 1) {
        ck_assert_str_eq(one->reviewers[item->alone], other->reviewers[same->alone]);
    }
}

static void names_shuffle(const char **names) {
    for (size_t i = 0; i < COUNT(reviewers); i++) {
        const size_t other = i + dice(COUNT(reviewers) - i);
        const char *name = names[i];
        names[i] = names[other];
        names[other] = name;
    }
}

START_TEST(it_does_not_matter_who_is_named_first) {
    world_make((uint64_t)_i);
    const char *names[COUNT(reviewers)];
    memcpy(names, reviewers, sizeof reviewers);
    for (size_t p = 0; p < COUNT(practices); p++) {
        struct differ_wish wish = {.practice = practices[p]};
        const struct differ one = differ_gather(&stage.report, &wish);
        names_shuffle(names);
        wish.reviewers = names;
        wish.reviewer_count = COUNT(names);
        const struct differ other = differ_gather(&stage.report, &wish);
        ck_assert_uint_eq(one.reviewer_count, other.reviewer_count);
        ck_assert_uint_eq(one.count, other.count);
        ck_assert_uint_eq(one.differing, other.differing);
        ck_assert_uint_eq(one.same, other.same);
        for (size_t i = 0; i < one.count; i++) {
            item_check(&one, &one.items[i], &other);
            /* Those on which they differ or agree stand in the same order. */
            ck_assert(i >= one.differing + one.same || one.items[i].item == other.items[i].item);
        }
    }
    stage_end(&stage);
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    const int most = getenv("SWEEP") ? 10 * ROUNDS : ROUNDS;
    Suite *suite = suite_create("rounds_random");
    TCase *all = tcase_create("rounds_random");
    tcase_set_timeout(all, 120);
    tcase_add_loop_test(all, state_at_an_event_is_the_replay_up_to_it, 0, most);
    tcase_add_loop_test(all, story_has_each_event_once, 0, most);
    tcase_add_test(all, steps_between_two_marks_are_those_back);
    tcase_add_loop_test(all, it_does_not_matter_who_is_named_first, 0, most);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
