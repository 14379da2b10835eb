/*
 * figures: each is what a plain count of marks and terms gives, and bars show no more than that.
 */
#include "stage.h"

#include "vademecum/report/figures.h"

#include <locale.h>

/* Met, not met, and met as far as it is listed, one practice and item after the other. */
static struct figure expected(const struct catalogue *catalogue, const struct figure *figure) {
    struct figure wanted = {.count = 0};
    for (size_t p = 0; p < catalogue->practice_count; p++) {
        const struct practice *practice = &catalogue->practices[p];
        size_t listed = 0;
        size_t met = 0;
        for (size_t i = 0; i < figure->item_count; i++) {
            const enum mark mark = catalogue_mark(catalogue, practice, &figure->items[i]);
            listed += mark != MARK_ABSENT;
            met += mark == MARK_MET;
        }
        bool has = figure->checklist && met == figure->item_count;
        for (const struct practice_term *term = practice->terms; term; term = term->next) {
            has |= &term->term->record == figure->record;
        }
        has |= figure->kind == FIGURE_COUNTRY &&
               strcmp(record_cell(&practice->record, PRACTICE_COUNTRY), figure->id) == 0;
        wanted.count += has;
        wanted.of += has || met < listed || !figure->checklist;
        wanted.part += !has && listed > 0 && met == listed;
    }
    return wanted;
}

START_TEST(all_figures_are_right) {
    struct stage stage;
    size_t of_kind[FIGURE_KINDS] = {0};
    size_t nobody = 0;
    size_t in_part = 0;
    stage_spring(&stage);
    const struct catalogue *catalogue = &stage.catalogue;
    const struct figures counted = figures_count(catalogue, NULL, &stage.arena);
    const struct figure *figures = counted.list;
    for (size_t i = 0; i < counted.count; i++) {
        const struct figure wanted = expected(catalogue, &figures[i]);
        ck_assert_msg(figures[i].count == wanted.count && figures[i].of == wanted.of &&
                          figures[i].part == wanted.part,
                      "%s %s: %zu/%zu, in part %zu", figures_kind(figures[i].kind), figures[i].id,
                      figures[i].count, figures[i].of, figures[i].part);
        in_part += figures[i].part;
        nobody += figures[i].count == 0;
        if (i > 0 && !figures[i].checklist && figures[i].kind == figures[i - 1].kind) {
            ck_assert_uint_le(figures[i].count, figures[i - 1].count);
        }
        of_kind[figures[i].kind]++;
    }
    ck_assert_uint_eq(of_kind[FIGURE_CRITERION], catalogue->criterion_count);
    ck_assert_uint_eq(of_kind[FIGURE_QUESTION], catalogue->question_count);
    ck_assert_uint_eq(of_kind[FIGURE_ITEM], catalogue->item_count);
    ck_assert_uint_gt(of_kind[FIGURE_COUNTRY], 1);
    ck_assert_uint_gt(of_kind[FIGURE_FUND], 1);
    /* Terms that nobody has are there too. */
    ck_assert_uint_eq(of_kind[FIGURE_AREA] + of_kind[FIGURE_GROUP] + of_kind[FIGURE_FUND],
                      catalogue->term_count);
    ck_assert_uint_gt(nobody, 0);
    /* SPRING leaves out whole questions of some practices. */
    ck_assert_uint_gt(in_part, 0);
    stage_end(&stage);
}
END_TEST

/* Who is behind a figure are as many as it says. */
START_TEST(parts_add_up) {
    struct stage stage;
    stage_spring(&stage);
    const struct catalogue *catalogue = &stage.catalogue;
    const struct figures figures = figures_count(catalogue, NULL, &stage.arena);
    for (size_t i = 0; i < figures.count; i++) {
        size_t parts[FIGURE_HAS + 1] = {0};
        for (size_t p = 0; p < catalogue->practice_count; p++) {
            parts[figures_part(catalogue, &figures.list[i], &catalogue->practices[p])]++;
        }
        ck_assert_uint_eq(parts[FIGURE_HAS], figures.list[i].count);
        ck_assert_uint_eq(parts[FIGURE_HAS] + parts[FIGURE_LACKS], figures.list[i].of);
        ck_assert_uint_eq(parts[FIGURE_IN_PART], figures.list[i].part);
    }
    stage_end(&stage);
}
END_TEST

static const struct practice *every_second(const void *context, size_t place) {
    const struct catalogue *catalogue = context;
    return place % 2 ? NULL : &catalogue->practices[place];
}

START_TEST(only_those_that_are_asked_for) {
    struct stage stage;
    stage_spring(&stage);
    const struct figures_of of = {every_second, &stage.catalogue, stage.catalogue.practice_count};
    const struct figures counted = figures_count(&stage.catalogue, &of, &stage.arena);
    const struct figure *figures = counted.list;
    ck_assert_uint_eq(counted.practices, 5);
    ck_assert_uint_eq(counted.assessed, 5);
    size_t countries = 0;
    for (size_t i = 0; i < counted.count; i++) {
        ck_assert_uint_le(figures[i].of, 5);
        countries += figures[i].kind == FIGURE_COUNTRY ? figures[i].count : 0;
    }
    ck_assert_uint_eq(countries, 5);
    stage_end(&stage);
}
END_TEST

START_TEST(a_catalogue_without_anything) {
    struct stage stage;
    stage_begin(&stage);
    stage_open(&stage, NULL);
    ck_assert_uint_eq(figures_count(&stage.catalogue, NULL, &stage.arena).count, 0);
    figures_text(&stage.report);
    stage_end(&stage);
}
END_TEST

static const struct {
    size_t count;
    size_t of;
    const char *bar;
} bars[] = {
    {0, 0, "...."},  {0, 10, "...."},     {1, 1000, "#..."}, {5, 10, "##.."},
    {6, 10, "##.."}, {999, 1000, "###."}, {10, 10, "####"},
};

/* Few are not none, and many are not all. */
START_TEST(a_bar) {
    struct stage stage;
    stage_spring(&stage);
    const struct figure figure = {.count = bars[_i].count, .of = bars[_i].of};
    ck_assert_str_eq(sign_bar(figure.count, figure.of, 4, true, &stage.arena), bars[_i].bar);
    ck_assert_int_eq(text_width(sign_bar(figure.count, figure.of, 4, false, &stage.arena), LETTERS_ALL), 4);
    stage_end(&stage);
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("figures");
    TCase *tcase = tcase_create("figures");
    tcase_add_test(tcase, all_figures_are_right);
    tcase_add_test(tcase, parts_add_up);
    tcase_add_test(tcase, only_those_that_are_asked_for);
    tcase_add_test(tcase, a_catalogue_without_anything);
    tcase_add_loop_test(tcase, a_bar, 0, COUNT(bars));
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
