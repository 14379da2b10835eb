/*
 * cross: each cell has the practices that a plain look at every practice finds, those that nobody
 * has come first, and money is added up by currency.
 */
#include "stage.h"

#include "vademecum/report/cross.h"

#include <locale.h>

#define NOW INT64_C(1772442840) /* 2026-03-02 */

static const enum facet sides[] = {FACET_AREA, FACET_GROUP,      FACET_FUND,  FACET_COUNTRY,
                                   FACET_YEAR, FACET_COLLECTION, FACET_SCALE, CROSS_REGION};

/* All practices of the catalogue. */
static const struct practice *const *all_of(struct stage *stage) {
    const size_t count = stage->catalogue.practice_count;
    const struct practice **all = arena_array(&stage->arena, count + 1, sizeof *all);
    for (size_t i = 0; i < count; i++) {
        all[i] = &stage->catalogue.practices[i];
    }
    return all;
}

static struct cross count_of(struct stage *stage, enum facet rows, enum facet columns) {
    return cross_count(&stage->catalogue, all_of(stage), stage->catalogue.practice_count,
                       (struct cross_pair){rows, columns}, NOW, &stage->arena);
}

/* Three practices: language courses for women until 2010 and now, and one that states nothing. */
static void small_open(struct stage *stage) {
    stage_begin(stage);
    PUT(stage, SCHEMA_COLLECTIONS,
        COLLECTION_COLUMNS, [COLLECTION_ID] = "c", [COLLECTION_TITLE] = "C");
    PUT(stage, SCHEMA_TERMS, TERM_COLUMNS, [TERM_SCHEME] = "area", [TERM_TERM] = "language",
        [TERM_POSITION] = "1", [TERM_LABEL] = "Language");
    PUT(stage, SCHEMA_TERMS, TERM_COLUMNS, [TERM_SCHEME] = "area", [TERM_TERM] = "housing",
        [TERM_POSITION] = "2", [TERM_LABEL] = "Housing");
    PUT(stage, SCHEMA_TERMS, TERM_COLUMNS, [TERM_SCHEME] = "target_group", [TERM_TERM] = "women",
        [TERM_POSITION] = "1", [TERM_LABEL] = "Women");
    PUT(stage, SCHEMA_PRACTICES,
        PRACTICE_COLUMNS, [PRACTICE_ID] = "old", [PRACTICE_COLLECTION] = "c",
        [PRACTICE_TITLE] = "Old", [PRACTICE_COUNTRY] = "CZ", [PRACTICE_START] = "2008",
        [PRACTICE_END] = "2010", [PRACTICE_AMOUNT] = "1000.5", [PRACTICE_CURRENCY] = "CZK");
    PUT(stage, SCHEMA_PRACTICES, PRACTICE_COLUMNS, [PRACTICE_ID] = "new",
        [PRACTICE_COLLECTION] = "c", [PRACTICE_TITLE] = "New", [PRACTICE_COUNTRY] = "CZ",
        [PRACTICE_START] = "2008", [PRACTICE_ONGOING] = "yes", [PRACTICE_AMOUNT] = "20.75",
        [PRACTICE_CURRENCY] = "CZK", [PRACTICE_REGION] = "Brno");
    PUT(stage, SCHEMA_PRACTICES,
        PRACTICE_COLUMNS, [PRACTICE_ID] = "silent", [PRACTICE_COLLECTION] = "c",
        [PRACTICE_TITLE] = "Silent", [PRACTICE_AMOUNT] = "3", [PRACTICE_CURRENCY] = "EUR");
    const char *const terms[][3] = {{"old", "area", "language"},
                                    {"old", "target_group", "women"},
                                    {"new", "area", "language"},
                                    {"silent", "area", "housing"}};
    for (size_t i = 0; i < COUNT(terms); i++) {
        PUT(stage, SCHEMA_PRACTICE_TERMS,
            PRACTICE_TERM_COLUMNS, [PRACTICE_TERM_PRACTICE] = terms[i][0],
            [PRACTICE_TERM_SCHEME] = terms[i][1], [PRACTICE_TERM_TERM] = terms[i][2]);
    }
    stage_open(stage, NULL);
}

static void pair_check(struct stage *stage, enum facet rows, enum facet columns) {
    const struct cross cross = count_of(stage, rows, columns);
    size_t kinds = 0;
    ck_assert_uint_gt(cross.count, 0);
    for (size_t i = 0; i < cross.count; i++) {
        const struct cross_cell *cell = &cross.cells[i];
        size_t count = 0;
        for (size_t p = 0; p < stage->catalogue.practice_count; p++) {
            const struct practice *practice = &stage->catalogue.practices[p];
            count += cross_has(&stage->catalogue, &cell->row, practice) &&
                     cross_has(&stage->catalogue, &cell->column, practice);
        }
        ck_assert_uint_eq(cell->count, count);
        ck_assert_uint_le(cell->dated, cell->count);
        ck_assert(i == 0 || cross.cells[i - 1].kind <= cell->kind);
        ck_assert(cell->kind != CROSS_NONE || count == 0);
        ck_assert(cell->kind != CROSS_LONE || count == 1);
        ck_assert(cell->kind == CROSS_NONE || count > 0);
    }
    for (enum cross_kind kind = 0; kind < CROSS_KINDS; kind++) {
        kinds += cross.kinds[kind];
    }
    ck_assert_uint_eq(kinds, cross.count);
}

START_TEST(every_pair_is_right) {
    struct stage stage;
    stage_spring(&stage);
    for (size_t one = 0; one < COUNT(sides); one++) {
        for (size_t other = 0; other < COUNT(sides); other++) {
            if (one != other) {
                pair_check(&stage, sides[one], sides[other]);
            }
        }
    }
    stage_end(&stage);
}
END_TEST

START_TEST(kinds_and_money) {
    struct stage stage;
    small_open(&stage);
    const struct cross cross = count_of(&stage, FACET_AREA, FACET_GROUP);
    ck_assert_uint_eq(cross.since, 2016);
    ck_assert_uint_eq(cross.count, 4);
    ck_assert_uint_eq(cross.cells[0].kind, CROSS_NONE); /* housing for women */
    ck_assert_str_eq(cross_label(&stage.catalogue, &cross.cells[0].row, NULL, &stage.arena),
                     "Housing");
    ck_assert_uint_eq(cross.cells[1].kind, CROSS_STALE); /* language for women */
    ck_assert_uint_eq(cross.cells[1].latest, 2010);
    ck_assert_str_eq(cross_money(cross.cells[1].money, &stage.arena), "1000.50 CZK");
    ck_assert_uint_eq(cross.cells[2].kind, CROSS_MORE); /* language, no group stated */
    ck_assert_uint_eq(cross.cells[2].latest, 2026);
    ck_assert_uint_eq(cross.cells[3].count, 1);
    ck_assert_uint_eq(cross.cells[3].latest, 0);
    ck_assert_str_eq(cross_money(cross.cells[3].money, &stage.arena), "3 EUR");
    stage_end(&stage);
}
END_TEST

START_TEST(money_is_added_by_currency) {
    struct stage stage;
    small_open(&stage);
    const struct cross cross = count_of(&stage, FACET_COLLECTION, FACET_COUNTRY);
    ck_assert_uint_eq(cross.count, 2);
    ck_assert_uint_eq(cross.cells[0].count, 2);
    ck_assert_str_eq(cross_money(cross.cells[0].money, &stage.arena), "1021.25 CZK");
    ck_assert_uint_eq(cross.cells[1].column.value, FACET_NONE);
    stage_end(&stage);
}
END_TEST

/* From the first to the last year nothing is left out, and the years of gaps are there. */
START_TEST(years_are_whole) {
    struct stage stage;
    small_open(&stage);
    const struct cross cross = count_of(&stage, CROSS_REGION, FACET_YEAR);
    size_t brno = 0;
    for (size_t i = 0; i < cross.count; i++) {
        brno += cross.cells[i].row.region[0] && cross.cells[i].count == 1;
        ck_assert(cross.cells[i].kind != CROSS_STALE);
    }
    ck_assert_uint_eq(brno, 2026 - 2008 + 1);
    stage_end(&stage);
}
END_TEST

START_TEST(names_are_read) {
    struct stage stage;
    struct cross_pair pair;
    struct fault fault;
    stage_spring(&stage);
    ck_assert(cross_read("area,group", &stage.arena, &pair, &fault));
    ck_assert(pair.rows == FACET_AREA && pair.columns == FACET_GROUP);
    ck_assert(cross_read("region,year", &stage.arena, &pair, &fault));
    ck_assert(pair.rows == CROSS_REGION && pair.columns == FACET_YEAR);
    const char *const wrong[] = {"",
                                 ",",
                                 "area",
                                 "area,",
                                 "area,area",
                                 "group,target_group",
                                 "area,group,year",
                                 "area,colour",
                                 "Area,group"};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        ck_assert_msg(!cross_read(wrong[i], &stage.arena, &pair, &fault), "%s", wrong[i]);
        ck_assert_int_eq(fault.kind, FAULT_USAGE);
    }
    stage_end(&stage);
}
END_TEST

START_TEST(a_catalogue_without_anything) {
    struct stage stage;
    stage_begin(&stage);
    stage_open(&stage, NULL);
    for (size_t i = 1; i < COUNT(sides); i++) {
        const struct cross cross = count_of(&stage, sides[0], sides[i]);
        ck_assert_uint_eq(cross.count, 0);
        cross_text(&stage.report, &cross);
    }
    stage_end(&stage);
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("cross");
    TCase *tcase = tcase_create("cross");
    tcase_add_test(tcase, every_pair_is_right);
    tcase_add_test(tcase, kinds_and_money);
    tcase_add_test(tcase, money_is_added_by_currency);
    tcase_add_test(tcase, years_are_whole);
    tcase_add_test(tcase, names_are_read);
    tcase_add_test(tcase, a_catalogue_without_anything);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
