/* Search, filters and the way through matches, in a session. */
#include "desk.h"
#include "vademecum/screens/practice.h"

static const struct panel FACETS = {SCREEN_FILTER, 0};
static const struct panel VALUES = {SCREEN_FILTER, 1};

static size_t place_of(const char *title) {
    for (size_t i = 0; i < desk.listing.count; i++) {
        if (strstr(desk.listing.order[i].title, title)) {
            return i;
        }
    }
    ck_abort_msg("%s is not listed", title);
}

/* The row of a value in the filter. */
static const struct row *value_row(const char *label) {
    const struct row *row = row_with(VALUES, label);
    ck_assert_msg(row != NULL, "no value %s", label);
    return row;
}

static void point(struct panel panel, long entry) {
    session_point(&desk, panel, entry);
    lay_out(24, 80);
}

START_TEST(what_is_not_read_yet_may_still_be_found) {
    static struct desk early;
    const struct session_setup setup = {.catalogue = &catalogue, .arena = &arena};
    session_open(&early, &setup);
    for (const char *keys = "/islamophobia<Enter>"; *keys;) {
        session_press(&early, keymap_parse(&keys));
    }
    ck_assert(strstr(early.notice.message, "so far") || strstr(listing_advice(&early, &frame), "so far"));
    while (session_more(&early)) {
    }
    ck_assert_uint_eq(early.listing.count, 1);
    for (const char *keys = "/zzz<Enter>"; *keys;) {
        session_press(&early, keymap_parse(&keys));
    }
    ck_assert_ptr_null(strstr(listing_advice(&early, &frame), "so far"));
    session_close(&early);
}
END_TEST

/* In the user's own language as far as there is anything; nobody is told when there is not. */
START_TEST(titles_in_the_language_of_the_user) {
    static const char *const brno = "cz-brno-intercultural-work";
    static const struct {
        const char *wished;
        const char *own;
        const char *title;
        bool told; /* that there is nothing in it */
    } languages[] = {
        {NULL, NULL, "Intercultural workers in Brno", false},
        {NULL, "cs-CZ", "Zvyšování", false},
        {NULL, "uk-UA", "Intercultural workers in Brno", false},
        {"uk", NULL, "Intercultural workers in Brno", true},
        {"es", "cs-CZ", "Intercultural workers in Brno", false},
    };
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        static struct desk abroad;
        const struct session_setup setup = {.catalogue = &catalogue,
                                            .arena = &arena,
                                            .lang = languages[i].wished,
                                            .own_lang = languages[i].own};
        session_open(&abroad, &setup);
        while (session_more(&abroad)) {
        }
        const struct practice *practice = catalogue_practice(&catalogue, brno);
        ck_assert_ptr_nonnull(strstr(work_title(&abroad, practice), languages[i].title));
        ck_assert_int_eq(strstr(abroad.notice.message, "has nothing in") != NULL,
                         languages[i].told);
        session_close(&abroad);
    }
}
END_TEST

START_TEST(from_a_practice_without_the_words) {
    press("<Enter>/islamo<Enter>", 24, 80);
    ck_assert(strstr(desk.notice.message, "1 of 10") != NULL);
    press("N", 24, 80);
    ck_assert_str_eq(desk.notice.message, "No match before this one.");
    press("n", 24, 80);
    ck_assert(strstr(practice_of(&desk)->subject.title, "Islamophobia") != NULL);
    ck_assert_uint_eq(practice_of(&desk)->hit, 0);
    press("<Esc><Esc>g<Enter>/islamo<Enter>J", 24, 80);
    ck_assert(strstr(practice_of(&desk)->subject.title, "Islamophobia") != NULL);
}
END_TEST

START_TEST(another_practice_begins_at_its_first_match) {
    press("/migrants<Enter><Enter>nnnn", 24, 80);
    ck_assert_uint_eq(practice_of(&desk)->hit, 3);
    press("Jn", 24, 80);
    ck_assert_uint_eq(practice_of(&desk)->hit, 0);
    press("nn<Esc>k<Enter>n", 24, 80);
    ck_assert_uint_eq(practice_of(&desk)->hit, 0);
}
END_TEST

START_TEST(filters_by_mouse) {
    press("f", 24, 80);
    point(FACETS, FACET_AREA);
    const long value = value_row("Employment and job training")->entry;
    const size_t wanted = strtoul(value_row("Employment and job training")->tail, NULL, 10);
    point(VALUES, value);
    point(VALUES, value);
    ck_assert(strstr(value_row("Employment and job training")->text, "[x]") != NULL);
    ck_assert_uint_eq(desk.listing.count, wanted);
    point(VALUES, value);
    ck_assert(strstr(value_row("Employment and job training")->text, "[x]") == NULL);
    ck_assert_uint_eq(desk.listing.wish.filters.count, 0);
}
END_TEST

START_TEST(each_item_is_a_match) {
    press("/item:migrants<Enter><Enter>", 24, 80);
    const struct practice *practice = practice_of(&desk)->model;
    size_t met = 0;
    for (size_t i = 0; i < practice_of(&desk)->checklist->item_count; i++) {
        const struct item *item = &practice_of(&desk)->checklist->items[i];
        const char *text = text_fold(&frame, record_cell(&item->record, ITEM_TEXT));
        if (catalogue_mark(&catalogue, practice, item) == MARK_MET && strstr(text, "migrants")) {
            press("n", 24, 80);
            ck_assert_ptr_eq(practice_item(&desk), item);
            ck_assert_ptr_eq(practice_of(&desk)->model, practice);
            met++;
        }
    }
    ck_assert_uint_ge(met, 2);
    press("n", 24, 80);
    ck_assert_ptr_ne(practice_of(&desk)->model, practice);
}
END_TEST

START_TEST(a_comment_is_shown_at_its_item) {
    press("<Enter>jj<Right>j1<Enter>eZebra<Enter>", 24, 80);
    const struct item *item = practice_item(&desk);
    ck_assert_ptr_nonnull(item);
    /* Also while answered items are hidden. */
    press("H<Esc>/zebra<Enter><Enter>n", 24, 80);
    ck_assert_str_eq(desk.notice.message, "1 of 1 here: your comment");
    ck_assert_ptr_eq(practice_item(&desk), item);
    ck_assert_int_eq(stack_panel(&desk).number, PRACTICE_YOU);
}
END_TEST

START_TEST(what_leaves_the_list_leaves_its_place) {
    press("f", 24, 80);
    point(FACETS, FACET_SHORTLIST);
    press("<Tab>", 24, 80);
    point(VALUES, value_row(" no")->entry);
    if (desk.listing.wish.filters.count == 0) {
        point(VALUES, value_row(" no")->entry);
    }
    press("<Esc>jjj", 24, 80);
    const size_t focus = window_of(&desk, PRACTICES)->focus;
    const char *gone = listing_here(&desk)->title;
    const char *next = desk.listing.order[focus + 1].id;
    const size_t count = desk.listing.count;
    press("b", 24, 80);
    ck_assert_uint_eq(desk.listing.count, count - 1);
    ck_assert_str_eq(listing_here(&desk)->id, next);
    press("u", 24, 80);
    ck_assert_uint_eq(desk.listing.count, count);
    ck_assert_uint_eq(place_of(gone), focus);
    press("Gb", 24, 80);
    ck_assert_uint_eq(window_of(&desk, PRACTICES)->focus, count - 2);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("finding");
    TCase *tcase = tcase_create("finding");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, what_is_not_read_yet_may_still_be_found);
    tcase_add_test(tcase, titles_in_the_language_of_the_user);
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
