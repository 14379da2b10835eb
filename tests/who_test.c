/* who: the practices that meet an item, in the order in which they help, for both kinds of subject.
 */
#include "stage.h"

#include "vademecum/find/who.h"

#include <locale.h>

/* A practice of the catalogue. */
struct row {
    const char *id;
    const char *title;
    const char *country;
    const char *areas[4];
    const char *groups[4];
    const char *mark;     /* of the item a.1.1; NULL: not listed */
    const char *question; /* for which it has two tools; NULL: none */
};

/* In an order that is none of those looked for; equal titles stay in this order. */
static const struct row rows[] = {
    {"self", "My own", "CZ", {"work", "law"}, {"women", "youth"}, "met", NULL},
    {"beta-10", "Beta 10", "PL", {NULL}, {NULL}, "met", NULL},
    {"beta", "  beta 9", "PL", {NULL}, {NULL}, "met", NULL},
    {"alpha-2", "Alpha", "", {"care"}, {NULL}, "met", NULL},
    {"alpha", "Alpha", "PL", {NULL}, {"men"}, "met", NULL},
    {"group", "Any", "PL", {NULL}, {"women"}, "met", NULL},
    {"area", "Any", "PL", {"work"}, {NULL}, "met", NULL},
    {"area-groups", "Any", "PL", {"law"}, {"women", "youth"}, "met", NULL},
    {"areas", "Any", "PL", {"work", "law"}, {NULL}, "met", NULL},
    {"other-tool", "Any", "PL", {"work", "law"}, {"women"}, "met", "a.2"},
    {"country", "Any", "CZ", {NULL}, {NULL}, "met", NULL},
    {"tool", "Any", "PL", {NULL}, {NULL}, "met", "a.1"},
    {"tool-country", "Any", "CZ", {NULL}, {NULL}, "met", "a.1"},
    {"not-met", "Any", "CZ", {"work"}, {"women"}, "not_met", "a.1"},
    {"unmarked", "Any", "CZ", {"work"}, {"women"}, "unmarked", "a.1"},
    {"absent", "Any", "CZ", {"work"}, {"women"}, NULL, "a.1"},
};

enum {
    MET = 12 /* of the rows, without "self" */
};

static const char in_order[] = "tool-country country tool other-tool areas area-groups area group "
                               "alpha-2 alpha beta beta-10 ";

static void terms_put(struct stage *stage, const char *scheme, const char *const terms[],
                      size_t count) {
    for (size_t i = 0; i < count; i++) {
        char position[24];
        snprintf(position, sizeof position, "%zu", i + 1);
        PUT(stage, SCHEMA_TERMS, TERM_COLUMNS, [TERM_SCHEME] = scheme, [TERM_TERM] = terms[i],
            [TERM_POSITION] = position, [TERM_LABEL] = terms[i]);
    }
}

static void terms_give(struct stage *stage, const char *id, const char *scheme,
                       const char *const *terms) {
    for (; *terms; terms++) {
        PUT(stage, SCHEMA_PRACTICE_TERMS, PRACTICE_TERM_COLUMNS, [PRACTICE_TERM_PRACTICE] = id,
            [PRACTICE_TERM_SCHEME] = scheme, [PRACTICE_TERM_TERM] = *terms);
    }
}

static void row_give(struct stage *stage, const struct row *row) {
    PUT(stage, SCHEMA_PRACTICES,
        PRACTICE_COLUMNS, [PRACTICE_ID] = row->id, [PRACTICE_COLLECTION] = "c",
        [PRACTICE_TITLE] = row->title, [PRACTICE_COUNTRY] = row->country);
    terms_give(stage, row->id, "area", row->areas);
    terms_give(stage, row->id, "target_group", row->groups);
    if (row->mark) {
        PUT(stage, SCHEMA_MARKS, MARK_COLUMNS, [MARK_PRACTICE] = row->id, [MARK_ITEM] = "a.1.1",
            [MARK_MARK] = row->mark);
    }
    for (int i = 1; row->question && i <= 2; i++) {
        PUT(stage, SCHEMA_TOOLS,
            TOOL_COLUMNS, [TOOL_PRACTICE] = row->id, [TOOL_QUESTION] = row->question,
            [TOOL_POSITION] = i == 1 ? "1" : "2", [TOOL_TITLE] = i == 1 ? "First" : "Second");
    }
}

static void stage_rows(struct stage *stage) {
    /* "work" is a group as well: the schemes must not be taken for one another. */
    static const char *const areas[] = {"work", "law", "care"};
    static const char *const groups[] = {"women", "youth", "men", "work"};
    stage_begin(stage);
    PUT(stage, SCHEMA_COLLECTIONS,
        COLLECTION_COLUMNS, [COLLECTION_ID] = "c", [COLLECTION_TITLE] = "C");
    checklist_put(stage, "grid", "c", "a");
    terms_put(stage, "area", areas, COUNT(areas));
    terms_put(stage, "target_group", groups, COUNT(groups));
    for (size_t i = 0; i < COUNT(rows); i++) {
        row_give(stage, &rows[i]);
    }
    stage_open(stage, NULL);
}

static const struct practice *practice_get(const struct stage *stage, const char *id) {
    const struct practice *practice = catalogue_practice(&stage->catalogue, id);
    ck_assert_msg(practice != NULL, "%s", id);
    return practice;
}

/* The ids of the entries, a blank behind each. */
static const char *ids_of(struct stage *stage, const struct who *who) {
    const char *ids = "";
    for (size_t i = 0; i < who->count; i++) {
        ids = arena_printf(&stage->scratch, "%s%s ", ids,
                           record_cell(&who->entries[i].practice->record, PRACTICE_ID));
    }
    return ids;
}

START_TEST(catalogue_practice_finds_its_helpers_in_order) {
    struct stage stage;
    stage_rows(&stage);
    const struct item *item = catalogue_item(&stage.catalogue, "a.1.1");
    const struct kin reviewed = who_practice(practice_get(&stage, "self"), &stage.arena);
    ck_assert_uint_eq(reviewed.area_count, 2);
    ck_assert_uint_eq(reviewed.group_count, 2);
    const struct who who = who_list(&stage.catalogue, &reviewed, item, NULL, NULL, &stage.arena);
    ck_assert_str_eq(ids_of(&stage, &who), in_order);
    ck_assert_uint_eq(who.met, MET);
    ck_assert_uint_eq(who.count, MET);
    ck_assert_uint_eq(who.practices, COUNT(rows) - 1);
    ck_assert_str_eq(record_cell(&who.entries[0].tool->record, TOOL_TITLE), "First");
    ck_assert_ptr_null(who.entries[1].tool);
    ck_assert_ptr_nonnull(who.entries[2].tool);
    ck_assert_ptr_null(who.entries[3].tool);
    struct kin beside = reviewed;
    beside.model = "beta";
    const struct who first = who_list(&stage.catalogue, &beside, item, NULL, NULL, &stage.arena);
    ck_assert_ptr_eq(first.entries[0].practice, practice_get(&stage, "beta"));
    ck_assert(first.entries[0].model && !first.entries[1].model);
    stage_end(&stage);
}
END_TEST

static void fact_apply(struct review *review, const char *field, const char *value) {
    struct event event = {
        .run = "k3f9a2c17",
        .counter = review->highest + 1,
        .time = "",
        .reviewer = "ana",
        .practice = "own-cafe-k3f9a2c17",
        .item = "",
        .field = field,
        .value = value,
    };
    ck_assert_int_eq(review_apply(review, &event), REVIEW_NEW);
}

static struct who own_list(struct stage *stage, const struct review *review) {
    const struct item *item = catalogue_item(&stage->catalogue, "a.1.1");
    const struct kin reviewed = who_own(&stage->catalogue, review, "own-cafe-k3f9a2c17",
                                        &stage->arena);
    return who_list(&stage->catalogue, &reviewed, item, NULL, NULL, &stage->arena);
}

START_TEST(own_practice_finds_the_same) {
    struct stage stage;
    struct review review;
    stage_rows(&stage);
    review_init(&review, &stage.arena);
    fact_apply(&review, "own.country", "CZ");
    fact_apply(&review, "own.area", "gone; work; law");
    fact_apply(&review, "own.target_group", "women; youth");
    struct who who = own_list(&stage, &review);
    /* The practice under review is none of the catalogue's, so "self" is among them. */
    ck_assert_str_eq(ids_of(&stage, &who), "tool-country self country tool other-tool areas "
                                           "area-groups area group alpha-2 alpha beta beta-10 ");
    ck_assert_uint_eq(who.met, MET + 1);
    ck_assert_uint_eq(who.practices, COUNT(rows));
    ck_assert(who.entries[2].likeness.country);
    ck_assert_uint_eq(who.entries[1].likeness.areas, 2);
    ck_assert_uint_eq(who.entries[1].likeness.groups, 2);

    fact_apply(&review, "own.country", "PL");
    fact_apply(&review, "own.area", "care");
    fact_apply(&review, "own.target_group", "work");
    who = own_list(&stage, &review);
    ck_assert_str_eq(ids_of(&stage, &who), "tool alpha group area area-groups areas other-tool "
                                           "beta beta-10 tool-country alpha-2 country self ");
    stage_end(&stage);
}
END_TEST

START_TEST(own_practice_without_facts_has_nothing_in_common) {
    struct stage stage;
    struct review review;
    stage_rows(&stage);
    review_init(&review, &stage.arena);
    const struct who who = own_list(&stage, &review);
    /* No country is not the same country as none. */
    ck_assert_str_eq(ids_of(&stage, &who), "tool tool-country alpha-2 alpha group area area-groups "
                                           "areas other-tool country beta beta-10 self ");
    for (size_t i = 0; i < who.count; i++) {
        ck_assert(!who.entries[i].likeness.country);
        ck_assert_uint_eq(who.entries[i].likeness.areas + who.entries[i].likeness.groups, 0);
    }
    stage_end(&stage);
}
END_TEST

static bool country_keeps(void *context, const struct practice *practice) {
    const char *country = context;
    return strcmp(record_cell(&practice->record, PRACTICE_COUNTRY), country) == 0;
}

START_TEST(filter_narrows_the_list_not_the_count) {
    struct stage stage;
    stage_rows(&stage);
    const struct item *item = catalogue_item(&stage.catalogue, "a.1.1");
    const struct kin reviewed = who_practice(practice_get(&stage, "self"), &stage.arena);
    char country[] = "CZ";
    const struct who_filter filter = {country_keeps, country};
    struct who who = who_list(&stage.catalogue, &reviewed, item, &filter, NULL, &stage.arena);
    ck_assert_str_eq(ids_of(&stage, &who), "tool-country country ");
    ck_assert_uint_eq(who.met, MET);

    who = who_count(&stage.catalogue, &reviewed, item, &filter);
    ck_assert_ptr_null(who.entries);
    ck_assert_uint_eq(who.count, 2);
    ck_assert_uint_eq(who.met, MET);
    ck_assert_uint_eq(who.practices, COUNT(rows) - 1);

    country[0] = 'X';
    who = who_list(&stage.catalogue, &reviewed, item, &filter, NULL, &stage.arena);
    ck_assert_uint_eq(who.count, 0);
    ck_assert_uint_eq(who.met, MET);
    stage_end(&stage);
}
END_TEST

START_TEST(nobody_does_what_no_source_marks) {
    struct stage stage;
    stage_rows(&stage);
    const struct item *item = catalogue_item(&stage.catalogue, "a.1.2");
    const struct kin reviewed = {.id = "", .country = ""};
    const struct who who = who_list(&stage.catalogue, &reviewed, item, NULL, NULL, &stage.arena);
    ck_assert_uint_eq(who.count, 0);
    ck_assert_uint_eq(who.met, 0);
    ck_assert_uint_eq(who.practices, COUNT(rows));
    stage_end(&stage);
}
END_TEST

START_TEST(shipped_item_is_met_by_all) {
    struct stage stage;
    stage_spring(&stage);
    const struct item *item = catalogue_item(&stage.catalogue, "inclusivity.1.1");
    const struct kin reviewed = {.id = "", .country = "CZ"};
    const struct who who = who_list(&stage.catalogue, &reviewed, item, NULL, NULL, &stage.arena);
    ck_assert_uint_eq(who.met, 10);
    ck_assert_uint_eq(who.practices, 10);
    stage_end(&stage);
}
END_TEST

START_TEST(answers_speak_of_what_no_source_marks) {
    struct stage stage;
    stage_spring(&stage);
    const struct item *item = catalogue_item(&stage.catalogue, "employment.1.1");
    const struct kin reviewed = {.id = "pl-womens-meeting-club", .country = "CZ"};
    const struct who who = who_list(&stage.catalogue, &reviewed, item, NULL, NULL, &stage.arena);
    ck_assert(who_spoken(item));
    ck_assert(who.spoken);
    ck_assert_uint_eq(who_speakers(item), 3);
    ck_assert_uint_eq(who.count, 2);
    ck_assert_str_eq(record_cell(&who.entries[0].practice->record, PRACTICE_ID),
                     "cz-qualification-recognition-portal");
    for (size_t i = 0; i < who.count; i++) {
        ck_assert_ptr_eq(who.entries[i].saying, who_saying(who.entries[i].practice, item));
        ck_assert_ptr_eq(who.entries[i].saying->item, item);
        ck_assert_ptr_null(who_next_saying(who.entries[i].saying));
    }
    stage_end(&stage);
}
END_TEST

START_TEST(nothing_is_said_of_what_a_source_marks) {
    struct stage stage;
    stage_spring(&stage);
    ck_assert(!who_spoken(catalogue_item(&stage.catalogue, "inclusivity.1.1")));
    ck_assert(!who_spoken(catalogue_item(&stage.catalogue, "collaboration.1.1")));
    stage_end(&stage);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *who = tcase_create("who");
    tcase_add_test(who, catalogue_practice_finds_its_helpers_in_order);
    tcase_add_test(who, own_practice_finds_the_same);
    tcase_add_test(who, own_practice_without_facts_has_nothing_in_common);
    tcase_add_test(who, filter_narrows_the_list_not_the_count);
    tcase_add_test(who, nobody_does_what_no_source_marks);
    tcase_add_test(who, shipped_item_is_met_by_all);
    tcase_add_test(who, answers_speak_of_what_no_source_marks);
    tcase_add_test(who, nothing_is_said_of_what_a_source_marks);
    Suite *suite = suite_create("who");
    suite_add_tcase(suite, who);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
