/* planned: when a plan is late, and how its date and its tool are told. */
#include "vademecum/base/count.h"
#include "vademecum/report/plan_words.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

enum {
    NOON = 1772452800 /* 2026-03-02 12:00 UTC */
};

static const struct {
    const char *due;
    const char *status;
    const char *shown;
} plans[] = {
    {"", "", ""},
    {"2026-03-01", "", "1.3.2026, overdue"},
    {"2026-03-01", "open", "1.3.2026, overdue"},
    {"2026-03-01", "done", "1.3.2026"},
    {"2026-03-01", "dropped", "1.3.2026"},
    {"2026-03-02", "open", "2.3.2026"},
    {"2026-03-03", "open", "3.3.2026"},
    {"2026-02", "open", "2/2026, overdue"},
    {"2026-03", "open", "3/2026"},
    {"2025", "open", "2025, overdue"},
    {"2026", "open", "2026"},
    {"2025-12-31", "open", "31.12.2025, overdue"},
    {"soon", "open", "soon"},
};

START_TEST(a_past_date_is_told) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    ck_assert_str_eq(plan_due(&arena, plans[_i].due, plans[_i].status, NOON), plans[_i].shown);
    arena_free(&arena);
}
END_TEST

/* The day is that of the place: an hour to the west it is over an hour later. */
START_TEST(a_day_ends_at_midnight_here) {
    const int64_t midnight = NOON + 12 * 60 * 60;
    ck_assert_int_eq(setenv("TZ", "UTC0", 1), 0);
    tzset();
    ck_assert(!plan_overdue("2026-03-02", "open", midnight - 1));
    ck_assert(plan_overdue("2026-03-02", "open", midnight));
    ck_assert_int_eq(setenv("TZ", "WEST1", 1), 0);
    tzset();
    ck_assert(!plan_overdue("2026-03-02", "open", midnight));
    ck_assert(plan_overdue("2026-03-02", "open", midnight + 60 * 60));
}
END_TEST

START_TEST(a_tool_is_found_by_what_it_was_chosen_as) {
    struct catalogue catalogue;
    struct arena arena;
    struct fault fault;
    const char *srcdir = getenv("srcdir");
    arena_init(&arena, (struct arena_end){0});
    const char *path = arena_printf(&arena, "%s/tests/catalogues/spring", srcdir ? srcdir : ".");
    ck_assert_msg(catalogue_open(&catalogue, &arena, path, CATALOGUE_WHOLE, &fault), "%s",
                  fault.text);
    size_t found = 0;
    for (size_t i = 0; i < catalogue.practice_count; i++) {
        const struct tool *first = catalogue.practices[i].tools;
        const struct question *question = first ? first->question : NULL;
        if (!question) {
            continue;
        }
        for (const struct tool *tool = question->tools; tool; tool = tool->next_practice) {
            const char *value = plan_tool_value(&arena, tool);
            const struct tool *meant = plan_tool(question, value);
            ck_assert_ptr_nonnull(meant);
            ck_assert_str_eq(plan_tool_value(&arena, meant), value);
            ck_assert_ptr_null(plan_tool(question, arena_printf(&arena, "%s!", value)));
            found++;
        }
        ck_assert_ptr_null(plan_tool(question, ""));
    }
    ck_assert_ptr_null(plan_tool(NULL, "x"));
    ck_assert_uint_gt(found, 0);
    arena_free(&arena);
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    setenv("TZ", "UTC0", 1);
    TCase *planned = tcase_create("planned");
    tcase_add_loop_test(planned, a_past_date_is_told, 0, (int)COUNT(plans));
    tcase_add_test(planned, a_day_ends_at_midnight_here);
    tcase_add_test(planned, a_tool_is_found_by_what_it_was_chosen_as);
    Suite *suite = suite_create("plan_words");
    suite_add_tcase(suite, planned);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
