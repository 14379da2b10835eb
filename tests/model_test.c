/* model: the practice beside which an own practice is reviewed when nobody has chosen one. */
#include "stage.h"

#include "vademecum/find/model.h"
#include "vademecum/review/own.h"

#include <locale.h>

enum {
    ROWS_MAX = 4,
    TERMS_MAX = 3
};

/* A practice of the catalogue: what is left out is not stated. */
struct row {
    const char *id;
    const char *country;
    const char *areas[TERMS_MAX + 1];
    const char *groups[TERMS_MAX + 1];
    const char *mark;   /* of the item a.1.1 */
    const char *answer; /* question that it has an answer for */
    const char *speaks; /* item that this answer speaks of */
};

/* A catalogue, the practice under review, and its model. */
struct choosing {
    const char *why;
    struct row rows[ROWS_MAX]; /* up to one without id; titles are the ids */
    const char *self;          /* id of the practice under review */
    const char *model;         /* NULL: none */
};

/* The practice under review is in CZ, for women and youth, about work and law. */
static const struct choosing choosings[] = {
    {"no practice", {{.id = NULL}}, "own", NULL},
    {"only itself", {{.id = "self", .mark = "met"}}, "self", NULL},
    {"areas and groups count together",
     {{.id = "a", .mark = "met", .areas = {"work", "law"}},
      {.id = "b", .mark = "met", .areas = {"law"}, .groups = {"women", "youth"}},
      {.id = "c", .mark = "met", .areas = {"care"}, .groups = {"men", "women"}}},
     "own",
     "b"},
    {"what is shared comes before the country",
     {{.id = "a", .mark = "met", .country = "CZ"},
      {.id = "b", .mark = "met", .country = "PL", .groups = {"women"}}},
     "own",
     "b"},
    {"the country comes before the title",
     {{.id = "a", .mark = "met", .country = "PL", .areas = {"work"}},
      {.id = "b", .mark = "met", .country = "CZ", .groups = {"women"}}},
     "own",
     "b"},
    {"the title decides last",
     {{.id = "b", .mark = "met", .country = "CZ"},
      {.id = "a", .mark = "met", .country = "CZ"},
      {.id = "c", .mark = "met", .country = "CZ"}},
     "own",
     "a"},
    {"numbers in titles count by value",
     {{.id = "a10", .mark = "met"}, {.id = "a9", .mark = "met"}, {.id = "b1", .mark = "met"}},
     "own",
     "a9"},
    {"without a mark or answer it is no model",
     {{.id = "a", .country = "CZ", .areas = {"work", "law"}}, {.id = "b", .mark = "not_met"}},
     "own",
     "b"},
    {"an answer is enough",
     {{.id = "a", .country = "CZ"}, {.id = "b", .answer = "a.2"}},
     "own",
     "b"},
    {"a listed item is enough",
     {{.id = "a", .country = "CZ"}, {.id = "b", .mark = "unmarked"}},
     "own",
     "b"},
    {"an answer of another checklist is none",
     {{.id = "a", .areas = {"work"}, .answer = "z.1"}, {.id = "b", .mark = "met"}},
     "own",
     "b"},
    {"but not when it speaks of an item",
     {{.id = "a", .country = "CZ", .areas = {"work"}},
      {.id = "b", .answer = "z.1", .speaks = "a.1.1"}},
     "own",
     "b"},
    {"where none is assessed any will do",
     {{.id = "b"}, {.id = "a"}, {.id = "c", .areas = {"law"}}},
     "own",
     "c"},
    {"it is never its own model",
     {{.id = "self", .mark = "met", .areas = {"work"}}, {.id = "z"}},
     "self",
     "z"},
};

static void terms_give(struct stage *stage, const char *id, const char *scheme,
                       const char *const *terms) {
    for (; *terms; terms++) {
        PUT(stage, SCHEMA_PRACTICE_TERMS, PRACTICE_TERM_COLUMNS, [PRACTICE_TERM_PRACTICE] = id,
            [PRACTICE_TERM_SCHEME] = scheme, [PRACTICE_TERM_TERM] = *terms);
    }
}

static void row_give(struct stage *stage, const struct row *row) {
    PUT(stage, SCHEMA_PRACTICES, PRACTICE_COLUMNS, [PRACTICE_ID] = row->id,
        [PRACTICE_COLLECTION] = "c", [PRACTICE_TITLE] = row->id, [PRACTICE_COUNTRY] = row->country);
    terms_give(stage, row->id, "area", row->areas);
    terms_give(stage, row->id, "target_group", row->groups);
    if (row->mark) {
        PUT(stage, SCHEMA_MARKS, MARK_COLUMNS, [MARK_PRACTICE] = row->id, [MARK_ITEM] = "a.1.1",
            [MARK_MARK] = row->mark);
    }
    if (row->answer) {
        PUT(stage, SCHEMA_ANSWERS, ANSWER_COLUMNS, [ANSWER_PRACTICE] = row->id,
            [ANSWER_QUESTION] = row->answer, [ANSWER_TEXT] = "An answer.");
    }
    if (row->speaks) {
        PUT(stage, SCHEMA_SPEAKS,
            SPEAKS_COLUMNS, [SPEAKS_PRACTICE] = row->id, [SPEAKS_QUESTION] = row->answer,
            [SPEAKS_ITEM] = row->speaks, [SPEAKS_TEXT] = "It does so.");
    }
}

static void stage_rows(struct stage *stage, const struct row *rows) {
    static const char *const terms[][2] = {
        {"area", "work"},          {"area", "law"},           {"area", "care"},
        {"target_group", "women"}, {"target_group", "youth"}, {"target_group", "men"},
    };
    stage_begin(stage);
    PUT(stage, SCHEMA_COLLECTIONS,
        COLLECTION_COLUMNS, [COLLECTION_ID] = "c", [COLLECTION_TITLE] = "C");
    checklist_put(stage, "grid", "c", "a");
    checklist_put(stage, "other", "c", "z");
    for (size_t i = 0; i < COUNT(terms); i++) {
        PUT(stage, SCHEMA_TERMS, TERM_COLUMNS, [TERM_SCHEME] = terms[i][0],
            [TERM_TERM] = terms[i][1], [TERM_POSITION] = "1", [TERM_LABEL] = terms[i][1]);
    }
    for (size_t i = 0; i < ROWS_MAX && rows[i].id; i++) {
        row_give(stage, &rows[i]);
    }
    stage_open(stage, NULL);
}

/* The practice under review, with the terms of the staged catalogue. */
static struct kin reviewed_make(struct stage *stage, const char *id) {
    struct kin reviewed = {.id = id, .country = "CZ"};
    const struct catalogue *catalogue = &stage->catalogue;
    reviewed.areas = own_terms(&stage->arena, catalogue, "area", "work; law", &reviewed.area_count);
    reviewed.groups = own_terms(&stage->arena, catalogue, "target_group", "women; youth",
                                &reviewed.group_count);
    ck_assert_uint_eq(reviewed.area_count + reviewed.group_count, 4);
    return reviewed;
}

START_TEST(model_is_chosen) {
    const struct choosing *choosing = &choosings[_i];
    struct stage stage;
    stage_rows(&stage, choosing->rows);
    const struct kin reviewed = reviewed_make(&stage, choosing->self);
    const struct practice *model = model_default(
        &stage.catalogue, &reviewed, &stage.catalogue.checklists[0], NULL, &stage.arena);
    const char *id = model ? record_cell(&model->record, PRACTICE_ID) : NULL;
    ck_assert_msg((!id && !choosing->model) ||
                      (id && choosing->model && strcmp(id, choosing->model) == 0),
                  "%s: %s", choosing->why, id ? id : "none");
    stage_end(&stage);
}
END_TEST

START_TEST(without_a_checklist_any_assessment_counts) {
    static const struct row rows[ROWS_MAX] = {{.id = "b", .mark = "met", .answer = "a.1"},
                                              {.id = "a"}};
    struct stage stage;
    stage_rows(&stage, rows);
    const struct kin reviewed = reviewed_make(&stage, "own");
    const struct practice *model = model_default(&stage.catalogue, &reviewed, NULL, NULL,
                                                 &stage.arena);
    ck_assert_str_eq(record_cell(&model->record, PRACTICE_ID), "b");
    stage_end(&stage);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *models = tcase_create("model");
    tcase_add_loop_test(models, model_is_chosen, 0, (int)COUNT(choosings));
    tcase_add_test(models, without_a_checklist_any_assessment_counts);
    Suite *suite = suite_create("model");
    suite_add_tcase(suite, models);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
