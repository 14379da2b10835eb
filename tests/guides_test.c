/* guides: which sentences help with a question, a criterion and an area; and of what the answers of
 * the shipped catalogue speak. */
#include "stage.h"

#include "vademecum/catalogue/guides.h"

/* How many guides of a kind help with the topic, and the first of them. */
static size_t found(struct stage *stage, struct guides_topic topic, enum guides_kind kind,
                    const char *first) {
    size_t count;
    const struct guide *const *guides = guides_find(&stage->catalogue, &topic, kind, &stage->arena,
                                                    &count);
    ck_assert_uint_gt(count, 0);
    ck_assert_str_eq(record_cell(&guides[0]->record, GUIDE_ID), first);
    return count;
}

START_TEST(a_question_has_its_own) {
    struct stage stage;
    stage_spring(&stage);
    const struct guides_topic topic = {
        .question = catalogue_question(&stage.catalogue, "partnership.2")};
    ck_assert_uint_eq(found(&stage, topic, GUIDES_KINDS, "partnership.2-first-step-01"), 17);
    ck_assert_uint_eq(found(&stage, topic, GUIDES_GOAL, "partnership.2-goal-01"), 3);
    ck_assert_uint_eq(found(&stage, topic, GUIDES_OBSTACLE, "partnership.2-obstacle-01"), 2);
    stage_end(&stage);
}
END_TEST

START_TEST(a_question_has_those_of_its_criterion) {
    struct stage stage;
    stage_spring(&stage);
    const struct guides_topic topic = {
        .question = catalogue_question(&stage.catalogue, "employment.1")};
    ck_assert_uint_eq(found(&stage, topic, GUIDES_TOOL, "employment-tool-01"), 2);
    stage_end(&stage);
}
END_TEST

START_TEST(a_criterion_has_those_of_its_questions) {
    struct stage stage;
    stage_spring(&stage);
    const struct question *question = catalogue_question(&stage.catalogue, "partnership.1");
    const struct guides_topic topic = {.criterion = question->criterion};
    ck_assert_uint_eq(found(&stage, topic, GUIDES_GOAL, "partnership.1-goal-01"), 6);
    stage_end(&stage);
}
END_TEST

START_TEST(nothing_helps_with_nothing) {
    struct stage stage;
    size_t count;
    stage_spring(&stage);
    const struct guides_topic none = {.question = NULL};
    guides_find(&stage.catalogue, &none, GUIDES_KINDS, &stage.arena, &count);
    ck_assert_uint_eq(count, 0);
    stage_end(&stage);
}
END_TEST

START_TEST(every_guide_has_a_kind) {
    struct stage stage;
    stage_shipped(&stage);
    size_t kinds[GUIDES_KINDS] = {0};
    for (size_t i = 0; i < stage.catalogue.guide_count; i++) {
        const enum guides_kind kind = guides_kind(&stage.catalogue.guides[i]);
        ck_assert_int_lt(kind, GUIDES_KINDS);
        kinds[kind]++;
    }
    for (enum guides_kind kind = 0; kind < GUIDES_KINDS; kind++) {
        ck_assert_uint_gt(kinds[kind], 0);
    }
    stage_end(&stage);
}
END_TEST

START_TEST(answers_speak_of_the_leaflet) {
    struct stage stage;
    stage_shipped(&stage);
    size_t items = 0;
    size_t spoken = 0;
    for (size_t i = 0; i < stage.catalogue.item_count; i++) {
        const struct item *item = &stage.catalogue.items[i];
        const struct record *checklist = &item->question->criterion->checklist->record;
        const bool leaflet = strcmp(record_cell(checklist, CHECKLIST_ID), "leaflet") == 0;
        items += leaflet;
        spoken += leaflet && item->sayings;
    }
    ck_assert_uint_eq(items, 16);
    ck_assert_uint_ge(spoken, 14);
    stage_end(&stage);
}
END_TEST

START_TEST(every_area_has_practices) {
    struct stage stage;
    stage_shipped(&stage);
    size_t areas = 0;
    for (size_t i = 0; i < stage.catalogue.term_count; i++) {
        const struct term *term = &stage.catalogue.terms[i];
        const bool area = strcmp(record_cell(&term->record, TERM_SCHEME), "area") == 0;
        areas += area;
        ck_assert(!area || term->practices > 0);
    }
    ck_assert_uint_eq(areas, 10);
    stage_end(&stage);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("guides");
    TCase *all = tcase_create("all");
    tcase_add_test(all, a_question_has_its_own);
    tcase_add_test(all, a_question_has_those_of_its_criterion);
    tcase_add_test(all, a_criterion_has_those_of_its_questions);
    tcase_add_test(all, nothing_helps_with_nothing);
    tcase_add_test(all, every_guide_has_a_kind);
    tcase_add_test(all, answers_speak_of_the_leaflet);
    tcase_add_test(all, every_area_has_practices);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed > 0;
}
