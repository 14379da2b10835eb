/* Search, filters and the way through matches, in a session. */
#include "desk.h"

static size_t place_of(const char *title) {
    for (size_t i = 0; i < session.practice_count; i++) {
        if (strstr(session.order[i].title, title)) {
            return i;
        }
    }
    ck_abort_msg("%s is not listed", title);
}

static size_t value_of(const char *label) {
    for (size_t i = 0; i < session.counts.count; i++) {
        if (strcmp(filter_value_label(&catalogue, session.counted, session.counts.values[i].value,
                                      "", &frame),
                   label) == 0) {
            return i;
        }
    }
    ck_abort_msg("no value %s", label);
}

static void point(enum panel panel, size_t entry) {
    session_point(&session, panel, (long)entry);
    arena_empty(&frame);
    layout_make(&layout, &session, 24, 80, &frame);
}

START_TEST(what_is_not_read_yet_may_still_be_found) {
    static struct session early;
    const struct session_setup setup = {.catalogue = &catalogue, .arena = &arena};
    session_open(&early, &setup);
    for (const char *keys = "/islamophobia<Enter>"; *keys;) {
        session_press(&early, keymap_parse(&keys));
    }
    ck_assert(strstr(early.message, "so far") || strstr(session_advice(&early, &frame), "so far"));
    while (session_more(&early)) {
    }
    ck_assert_uint_eq(early.practice_count, 1);
    for (const char *keys = "/zzz<Enter>"; *keys;) {
        session_press(&early, keymap_parse(&keys));
    }
    ck_assert_ptr_null(strstr(session_advice(&early, &frame), "so far"));
    session_close(&early);
}
END_TEST

START_TEST(from_a_practice_without_the_words) {
    press("<Enter>/islamo<Enter>", 24, 80);
    ck_assert(strstr(session.message, "1 of 10") != NULL);
    press("N", 24, 80);
    ck_assert_str_eq(session.message, "No match before this one.");
    press("n", 24, 80);
    ck_assert(strstr(session.subject->title, "Islamophobia") != NULL);
    ck_assert_uint_eq(session.hit, 0);
    press("<Esc><Esc>g<Enter>/islamo<Enter>J", 24, 80);
    ck_assert(strstr(session.subject->title, "Islamophobia") != NULL);
}
END_TEST

START_TEST(another_practice_begins_at_its_first_match) {
    press("/migrants<Enter><Enter>nnnn", 24, 80);
    ck_assert_uint_eq(session.hit, 3);
    press("Jn", 24, 80);
    ck_assert_uint_eq(session.hit, 0);
    press("nn<Esc>k<Enter>n", 24, 80);
    ck_assert_uint_eq(session.hit, 0);
}
END_TEST

START_TEST(filters_by_mouse) {
    press("f", 24, 80);
    point(PANEL_FACETS, FACET_AREA);
    ck_assert_int_eq(session.counted, FACET_AREA);
    const size_t value = value_of("Employment and job training");
    const size_t wanted = session.counts.values[value].count;
    point(PANEL_VALUES, value);
    point(PANEL_VALUES, value);
    ck_assert(session.counts.values[value].chosen);
    ck_assert_uint_eq(session.practice_count, wanted);
    point(PANEL_VALUES, value);
    ck_assert(!session.counts.values[value].chosen);
    ck_assert_uint_eq(session.wish.filters.count, 0);
}
END_TEST

START_TEST(each_item_is_a_match) {
    press("/item:migrants<Enter><Enter>", 24, 80);
    const struct practice *practice = session.practice;
    size_t met = 0;
    for (size_t i = 0; i < session.checklist->item_count; i++) {
        const struct item *item = &session.checklist->items[i];
        const char *text = text_fold(&frame, record_cell(&item->record, ITEM_TEXT));
        if (catalogue_mark(&catalogue, practice, item) == MARK_MET && strstr(text, "migrants")) {
            press("n", 24, 80);
            ck_assert_ptr_eq(session_item(&session), item);
            ck_assert_ptr_eq(session.practice, practice);
            met++;
        }
    }
    ck_assert_uint_ge(met, 2);
    press("n", 24, 80);
    ck_assert_ptr_ne(session.practice, practice);
}
END_TEST

START_TEST(a_comment_is_shown_at_its_item) {
    press("<Enter>jj<Tab><Tab>j1eZebra<Enter>", 24, 80);
    const struct item *item = session_item(&session);
    ck_assert_ptr_nonnull(item);
    /* Also while answered items are hidden. */
    press("H<Esc>/zebra<Enter><Enter>n", 24, 80);
    ck_assert_str_eq(session.message, "1 of 1 here: your comment");
    ck_assert_ptr_eq(session_item(&session), item);
    ck_assert_int_eq(session_panel(&session), PANEL_ITEM);
}
END_TEST

START_TEST(what_leaves_the_list_leaves_its_place) {
    press("f", 24, 80);
    point(PANEL_FACETS, FACET_SHORTLIST);
    press("<Tab>", 24, 80);
    point(PANEL_VALUES, value_of("no"));
    if (session.wish.filters.count == 0) {
        point(PANEL_VALUES, value_of("no"));
    }
    press("<Esc>jjj", 24, 80);
    const size_t focus = session.panels[PANEL_PRACTICES].focus;
    const char *gone = session_home_subject(&session)->title;
    const char *next = session.order[focus + 1].id;
    const size_t count = session.practice_count;
    press("b", 24, 80);
    ck_assert_uint_eq(session.practice_count, count - 1);
    ck_assert_str_eq(session_home_subject(&session)->id, next);
    press("u", 24, 80);
    ck_assert_uint_eq(session.practice_count, count);
    ck_assert_uint_eq(place_of(gone), focus);
    press("Gb", 24, 80);
    ck_assert_uint_eq(session.panels[PANEL_PRACTICES].focus, count - 2);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("finding");
    TCase *tcase = tcase_create("finding");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, what_is_not_read_yet_may_still_be_found);
    tcase_add_test(tcase, from_a_practice_without_the_words);
    tcase_add_test(tcase, another_practice_begins_at_its_first_match);
    tcase_add_test(tcase, filters_by_mouse);
    tcase_add_test(tcase, each_item_is_a_match);
    tcase_add_test(tcase, a_comment_is_shown_at_its_item);
    tcase_add_test(tcase, what_leaves_the_list_leaves_its_place);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
