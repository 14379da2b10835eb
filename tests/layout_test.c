/*
 * session, window and layout together: whatever the keys and the size, the session stays whole, its
 * layout stays on the screen, and everything can be reached.
 */
#include "desk.h"
#include "vademecum/screens/practice.h"
#include "vademecum/view/box.h"

enum {
    STEPS = 2500,
    SEEDS = 4,
    SEEDS_SWEEP = 80,
    PRESSES_MAX = 2000,
    SEED = 20260302
};

static uint64_t random_state;

static const struct {
    int rows;
    int columns;
} sizes[] = {{10, 40}, {12, 40}, {20, 60}, {24, 79}, {24, 80}, {36, 120}, {60, 250}, {10, 200}};

static const struct panel HELP = {SCREEN_HELP, 0};
static const struct panel MATRIX = {SCREEN_MATRIX, 1};
static const struct panel LEFT = {SCREEN_COMPARE, 0};
static const struct panel RIGHT = {SCREEN_COMPARE, 1};
static const struct panel CHECKLIST = {SCREEN_PRACTICE, PRACTICE_CHECKLIST};
static const struct panel ASK = {SCREEN_PRACTICE, PRACTICE_ASK};

static bool panels_same(struct panel one, struct panel other) {
    return one.screen == other.screen && one.number == other.number;
}

/* xorshift: the same numbers on each machine. */
static size_t dice(size_t sides) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (size_t)(random_state % sides);
}

static void session_is_whole(void) {
    int stops[PANELS_MAX];
    const size_t count = stack_stops(&desk, stops);
    bool stands_on_stop = false;
    ck_assert_uint_ge(desk.stack.depth, 1);
    ck_assert_uint_le(desk.stack.depth, SCREEN_COUNT);
    for (size_t i = 0; i < count; i++) {
        const struct panel panel = {(int)stack_screen(&desk), stops[i]};
        const size_t entries = window_entries(&desk, panel);
        const size_t focus = window_of(&desk, panel)->focus;
        ck_assert_msg(focus < (entries ? entries : 1), "panel %d: entry %zu of %zu", stops[i],
                      focus, entries);
        stands_on_stop |= stops[i] == stack_panel(&desk).number;
    }
    ck_assert_msg(stands_on_stop, "screen %d does not have panel %d", (int)stack_screen(&desk),
                  stack_panel(&desk).number);
}

/* What the focus is on is in the catalogue or in the list, so that any command can work on it. */
static void place_is_there(void) {
    const struct place place = stack_place(&desk);
    const char *practice = place.practice ? place.practice->id : "";
    const bool created = strncmp(practice, "own-", strlen("own-")) == 0;
    ck_assert_msg(!*practice || created || listing_find(&desk, practice), "no practice %s",
                  practice);
    if (place.question) {
        const char *id = record_cell(&place.question->record, QUESTION_ID);
        ck_assert_ptr_eq(place.question, catalogue_question(&catalogue, id));
    }
    if (place.item) {
        const char *id = record_cell(&place.item->record, ITEM_ID);
        ck_assert_ptr_eq(place.item, catalogue_item(&catalogue, id));
        ck_assert_ptr_eq(place.item->question, place.question);
    }
    ck_assert(!place.marked || (place.item && place.practice));
}

static void layout_is_on_screen(int rows, int columns) {
    ck_assert_int_ge(layout.cursor_row, 0);
    ck_assert_int_lt(layout.cursor_row, rows);
    ck_assert_int_ge(layout.cursor_column, 0);
    ck_assert_int_lt(layout.cursor_column, columns);
    for (size_t i = 0; i < layout.panel_count; i++) {
        const struct panel_view *view = &layout.panels[i];
        const struct window *state = window_of(&desk, view->panel);
        const int lines = view->fit.row_starts[view->fit.rows];
        ck_assert_int_ge(view->left, 0);
        ck_assert_int_le(view->left + view->width, columns);
        ck_assert_int_ge(view->top, layout.body_top);
        ck_assert_int_gt(view->height, 0);
        ck_assert_int_le(view->top + 1 + view->height, rows - layout.footer_rows);
        ck_assert_int_ge(state->above, 0);
        ck_assert_int_le(state->above, lines > view->height ? lines - view->height : 0);
        for (size_t o = 0; o < i; o++) {
            const struct panel_view *other = &layout.panels[o];
            const bool apart = other->left + other->width <= view->left ||
                               other->top + 1 + other->height <= view->top;
            ck_assert_msg(apart, "panels %zu and %zu lie on one another", o, i);
        }
    }
}

START_TEST(any_keys_at_any_size) {
    static const char *const keys[] = {
        "<Down>",  "<Down>", "<Down>", "<Up>",        "<Left>",  "<Right>", "<PgDn>",  "<PgUp>",
        "<Home>",  "<End>",  "<Tab>",  "<Tab>",       "<S-Tab>", "<Enter>", "<Enter>", "<Enter>",
        "<Esc>",   "J",      "K",      "L",           "!",       "t",       "z",       "M",
        "?",       "m",      ":",      "menu",        "o",       "x",       "q",       "<C-c>",
        "<C-l>",   "<F1>",   "<F9>",   "<Backspace>", ".",       ",",       "1",       "3",
        "e",       "i",      "p",      "P",           "w",       "H",       "u",       "<C-r>",
        "r",       "a",      "b",      "c",           "c",       "d",       "S",       "x",
        "<Space>", "2",      "/",      "n",           "f",       "s",       "F",
    };
    random_state = SEED + (uint64_t)_i;
    for (int i = 0; i < STEPS; i++) {
        const size_t size = dice(sizeof sizes / sizeof *sizes);
        press(keys[dice(sizeof keys / sizeof *keys)], sizes[size].rows, sizes[size].columns);
        session_is_whole();
        place_is_there();
        layout_is_on_screen(sizes[size].rows, sizes[size].columns);
    }
    for (int i = 0; i < 3 * SCREEN_COUNT; i++) {
        press("<Esc>", 24, 80);
        if (stack_top(&desk)->paste) {
            press("<Delete>", 24, 80);
        }
    }
    ck_assert_int_eq(stack_screen(&desk), SCREEN_HOME);
    ck_assert_ptr_null(desk.ask.asking);
}
END_TEST

/* Of the checklist it goes on to the next question, which may have one item too. */
static bool goes_on(void) {
    return panels_same(stack_panel(&desk), CHECKLIST) && !desk.notice.message[0];
}

/* Down until nothing moves any more shows the last line and entry, Up the first. */
static void walk_panel(struct panel panel, int rows, int columns) {
    const struct window *state = window_of(&desk, panel);
    for (int i = 0; i < PRESSES_MAX; i++) {
        const struct window before = *state;
        press("<Down>", rows, columns);
        if (state->focus == before.focus && state->above == before.above && !goes_on()) {
            break;
        }
        ck_assert_msg(i < PRESSES_MAX - 1, "panel %d has no end", panel.number);
        const bool seen = state->focus_top < state->above + state->visible;
        ck_assert_msg(seen || state->focus == 0, "entry %zu of panel %d is below the window",
                      state->focus, panel.number);
    }
    ck_assert_int_ge(state->above + state->visible, state->lines);
    const size_t entries = window_entries(&desk, panel);
    ck_assert_uint_eq(state->focus, entries ? entries - 1 : 0);
    for (int i = 0; i < PRESSES_MAX && (state->above > 0 || state->focus > 0); i++) {
        press("<Up>", rows, columns);
    }
    ck_assert_int_eq(state->above, 0);
    ck_assert_uint_eq(state->focus, 0);
}

START_TEST(every_line_can_be_reached) {
    const int rows = sizes[_i].rows;
    const int columns = sizes[_i].columns;
    static const char *const ways[] = {"",
                                       "<Tab>",
                                       "<Enter><Tab>",
                                       "<Enter>jj<Tab>",
                                       "<Enter>jj<Right>",
                                       "<Enter>jj<Right><Right>",
                                       "L",
                                       "L<Tab>",
                                       "m",
                                       "<F1>",
                                       "c",
                                       "c<Enter>",
                                       "x",
                                       "S"};
    for (size_t place = 0; place < catalogue.practice_count; place += 3) {
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
            start();
            lay_out(rows, columns);
            for (size_t step = 0; step < place; step++) {
                press("<Down>", rows, columns);
            }
            if (desk.listing.count && (ways[i][0] || place == 0)) {
                press(ways[i], rows, columns);
                walk_panel(stack_panel(&desk), rows, columns);
            }
        }
    }
}
END_TEST

/* However long the message, and whatever stands above: each panel shows a line. */
START_TEST(a_long_message_leaves_lines) {
    static const char *const ways[] = {"",  "<Enter>",  "<Enter>jj",    "<Enter>jj<Right>",
                                       "L", "c<Enter>", "/mi<Enter>",   "/mi<Enter>x",
                                       "x", "S",        "<Enter>jj.ew", "/mi<Enter><Enter>jj"};
    const int rows = sizes[_i].rows;
    const int columns = sizes[_i].columns;
    for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
        start();
        press(ways[way], rows, columns);
        for (int words = 1; words <= 60; words++) {
            desk.notice.message[0] = '\0';
            for (int i = 0; i < words; i++) {
                strcat(desk.notice.message, "abcdefghijklm ");
            }
            lay_out(rows, columns);
            session_is_whole();
            layout_is_on_screen(rows, columns);
        }
    }
}
END_TEST

static bool panel_is_shown(struct panel panel) {
    for (size_t i = 0; i < layout.panel_count; i++) {
        if (panels_same(layout.panels[i].panel, panel)) {
            return true;
        }
    }
    return false;
}

/* What is to be asked about an item stands under the items; where it is cut, Tab goes there. */
START_TEST(what_to_ask_is_at_hand) {
    const int rows = sizes[_i].rows;
    const int columns = sizes[_i].columns;
    lay_out(rows, columns);
    press("<Down><Down><Down><Down>.", rows, columns);
    const size_t count = practice_of(&desk)->checklist->item_count;
    for (size_t i = 0; i < count; i++) {
        const struct window *state = window_of(&desk, ASK);
        const struct item *item = practice_item(&desk);
        ck_assert_ptr_eq(item, &practice_of(&desk)->checklist->items[i]);
        ck_assert_msg(panel_is_shown(CHECKLIST) && panel_is_shown(ASK), "item %zu at %dx%d", i,
                      columns, rows);
        ck_assert_int_gt(state->visible, 0);
        ck_assert_int_eq(state->above, 0);
        if (rows >= 20) {
            ck_assert_msg(state->lines <= state->visible, "at %dx%d item %zu has %d of %d lines",
                          columns, rows, i, state->visible, state->lines);
        }
        if (state->lines > state->visible) {
            press("<Tab>", rows, columns);
            ck_assert(panels_same(stack_panel(&desk), ASK));
            walk_panel(ASK, rows, columns);
            press("<Enter>", rows, columns);
        }
        ck_assert(panels_same(stack_panel(&desk), CHECKLIST));
        ck_assert_ptr_eq(practice_item(&desk), item);
        press(".", rows, columns);
    }
}
END_TEST

START_TEST(every_row_is_whole_in_its_panel) {
    static const char *const ways[] = {"",          "<Enter>", "<Enter>jj", "<Enter>jjjjj<Tab>",
                                       "L",         "m",       "c",         "c<Enter>",
                                       "c<Enter>d", "x",       "xx",        "S"};
    const int rows = sizes[_i].rows;
    const int columns = sizes[_i].columns;
    for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
        start();
        lay_out(rows, columns);
        press(ways[way], rows, columns);
        for (size_t i = 0; i < layout.panel_count; i++) {
            const struct panel_view *view = &layout.panels[i];
            ck_assert_msg(text_width(view->title, LETTERS_ALL) +
                                  text_width(view->tail, LETTERS_ALL) <
                              view->width,
                          "at %dx%d \"%s\" \"%s\" is cut", columns, rows, view->title, view->tail);
            for (int line = 0; line < view->fit.row_starts[view->fit.rows]; line++) {
                const struct row *row = view->lines[line].row;
                int used = 0;
                text_fit(view->lines[line].text.start, view->lines[line].text.length, columns,
                         LETTERS_ALL, &used);
                ck_assert_int_le(view->lines[line].left + used + row->tail_width, view->width);
                if (row->tail) {
                    ck_assert_int_lt(text_width(row->tail, LETTERS_ALL), row->tail_width);
                }
                if (row->label && view->lines[line].text.length) {
                    ck_assert(!view->lines[line].first ||
                              text_width(row->label, LETTERS_ALL) < row->indent);
                }
            }
        }
    }
}
END_TEST

/* A box lies inside the screen, over a page whose focus it leaves in sight. */
START_TEST(a_box_leaves_the_focus_in_sight) {
    static const char *const ways[] = {
        "jjjj<Enter>jj<Right><Enter>",         "jjjj<Enter>jj<Right><Down><Enter>",
        "jjjj<Enter>jjjjjj<Right>jjjj<Enter>", "jjjj<Enter>r<Enter>",
        "jjjj<Enter>rj<Enter>",
    };
    const int rows = sizes[_i].rows;
    const int columns = sizes[_i].columns;
    for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
        start();
        lay_out(rows, columns);
        press(ways[way], rows, columns);
        ck_assert_int_eq(stack_top(&desk)->shape, SHAPE_BOX);
        ck_assert_uint_eq(layout.panel_count, 1);
        ck_assert(!!layout.page == box_floats(&desk, rows, columns));
        if (!layout.page || rows < 24) {
            continue; /* there is not room enough for both */
        }
        const struct panel_strip beside = box_beside(layout.page, layout.page_desk);
        ck_assert_int_gt(beside.height, 0);
        ck_assert_msg(layout.box.top + layout.box.height <= beside.top ||
                          layout.box.top >= beside.top + beside.height,
                      "\"%s\" at %dx%d", ways[way], columns, rows);
        ck_assert_int_ge(layout.box.top, layout.body_top);
        ck_assert_int_le(layout.box.top + layout.box.height, rows - layout.footer_rows);
        ck_assert_int_ge(layout.box.left, 0);
        ck_assert_int_le(layout.box.left + layout.box.width, columns);
    }
}
END_TEST

START_TEST(a_resize_keeps_the_focus) {
    lay_out(36, 120);
    press("<Down><Down><Down><Down><Enter><Down><Down><Down><Right><Down>", 36, 120);
    const struct item *item = practice_item(&desk);
    ck_assert_ptr_nonnull(item);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const struct window *state = window_of(&desk, CHECKLIST);
        lay_out(1, 1);
        ck_assert(layout.too_small);
        lay_out(sizes[i].rows, sizes[i].columns);
        ck_assert_ptr_eq(practice_item(&desk), item);
        ck_assert(panels_same(stack_panel(&desk), CHECKLIST));
        ck_assert_int_ge(state->focus_top, state->above);
        ck_assert_int_lt(state->focus_top, state->above + state->visible);
    }
}
END_TEST

START_TEST(another_practice_keeps_the_question) {
    lay_out(24, 80);
    press("<Enter><Down><Down><Down><Right><Down>", 24, 80);
    const struct question *question = practice_question(&desk);
    const struct practice *practice = practice_of(&desk)->model;
    const struct item *item = practice_item(&desk);
    press("J", 24, 80);
    ck_assert_ptr_ne(practice_of(&desk)->model, practice);
    ck_assert_ptr_eq(practice_question(&desk), question);
    ck_assert_ptr_eq(practice_item(&desk), item);
    press("K", 24, 80);
    ck_assert_ptr_eq(practice_of(&desk)->model, practice);
    press("<Esc>", 24, 80);
    ck_assert_ptr_eq(listing_here(&desk)->practice, practice);
}
END_TEST

/* How often the rows of one panel are made. */
static void (*rows_real)(const struct desk *desk, struct rows *rows);
static int rows_made;

static void rows_counted(const struct desk *of, struct rows *rows) {
    rows_made++;
    rows_real(of, rows);
}

/* For its height, and to be shown. */
START_TEST(a_key_asks_a_panel_twice_at_most) {
    static const char *const keys[] = {"<Space>", "<Down>", ".", "u", "<PgDn>", "<Tab>", "J"};
    const struct screen *const *all = desk.screens;
    const struct screen *screens[SCREEN_COUNT];
    struct screen counted = *all[SCREEN_PRACTICE];
    memcpy(screens, all, sizeof screens);
    screens[SCREEN_PRACTICE] = &counted;
    rows_real = counted.panels[_i].rows;
    counted.panels[_i].rows = rows_counted;
    desk.screens = screens;
    press("<Enter>G<Right>", 36, 120);
    ck_assert_int_gt(rows_made + (_i == PRACTICE_ABOUT), 0);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        rows_made = 0;
        press(keys[i], 36, 120);
        /* A page that is turned moves the focus: then the screen is laid out again. */
        ck_assert_int_le(rows_made, strcmp(keys[i], "<PgDn>") == 0 ? 4 : 2);
    }
    desk.screens = all;
}
END_TEST

START_TEST(a_click_goes_to_the_entry) {
    long entry = -1;
    lay_out(24, 80);
    const struct panel_view *list = &layout.panels[0];
    ck_assert_int_eq(layout_at(&layout, &desk, 0, 3, &entry).screen, -1);
    ck_assert(panels_same(layout_at(&layout, &desk, list->top + 12, list->left, &entry), PRACTICES));
    ck_assert_int_ge(entry, 1);
    session_point(&desk, PRACTICES, entry);
    ck_assert_uint_eq(window_of(&desk, PRACTICES)->focus, (size_t)entry);
    session_point(&desk, PRACTICES, entry);
    ck_assert_int_eq(stack_screen(&desk), SCREEN_PRACTICE);
}
END_TEST

START_TEST(a_click_in_a_narrowed_list_goes_there) {
    press("?mark", 24, 80);
    session_point(&desk, HELP, 1);
    ck_assert_uint_eq(window_of(&desk, HELP)->focus, 1);
    ck_assert_str_eq(desk.notice.message, "");
    press("<Esc><Esc>?undo", 24, 80);
    session_point(&desk, HELP, 0);
    ck_assert_int_eq(stack_screen(&desk), SCREEN_HOME);
    ck_assert(strstr(desk.notice.message, "nothing to undo") != NULL);
}
END_TEST

START_TEST(a_click_on_heads_and_on_the_other_side) {
    long entry = -1;
    lay_out(24, 120);
    press("x", 24, 120);
    for (int row = 1; row < 3; row++) {
        ck_assert_int_eq(layout_at(&layout, &desk, row, 100, &entry).screen, -1);
    }
    ck_assert(panels_same(layout_at(&layout, &desk, 5, 100, &entry), MATRIX));
    press("<Esc>c", 24, 120);
    session_point(&desk, ((struct panel){SCREEN_COMPARE_WITH, 0}), 2);
    session_point(&desk, ((struct panel){SCREEN_COMPARE_WITH, 0}), 2);
    ck_assert_int_eq(stack_screen(&desk), SCREEN_COMPARE);
    press("<Tab>", 24, 120);
    ck_assert(panels_same(layout_at(&layout, &desk, 7, 100, &entry), RIGHT));
    session_point(&desk, RIGHT, entry);
    ck_assert_uint_eq(window_of(&desk, LEFT)->focus, (size_t)entry);
    ck_assert_uint_eq(window_of(&desk, RIGHT)->focus, (size_t)entry);
    session_is_whole();
}
END_TEST

int main(void) {
    const int count = sizeof sizes / sizeof *sizes;
    Suite *suite = suite_create("layout");
    TCase *tcase = tcase_create("layout");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 120);
    tcase_add_loop_test(tcase, any_keys_at_any_size, 0, getenv("SWEEP") ? SEEDS_SWEEP : SEEDS);
    tcase_add_loop_test(tcase, every_line_can_be_reached, 0, count);
    tcase_add_loop_test(tcase, what_to_ask_is_at_hand, 0, count);
    tcase_add_loop_test(tcase, every_row_is_whole_in_its_panel, 0, count);
    tcase_add_loop_test(tcase, a_box_leaves_the_focus_in_sight, 0, count);
    tcase_add_test(tcase, a_resize_keeps_the_focus);
    tcase_add_test(tcase, another_practice_keeps_the_question);
    tcase_add_loop_test(tcase, a_key_asks_a_panel_twice_at_most, 0, PRACTICE_TOOLS + 1);
    tcase_add_test(tcase, a_click_goes_to_the_entry);
    tcase_add_loop_test(tcase, a_long_message_leaves_lines, 0, count);
    tcase_add_test(tcase, a_click_in_a_narrowed_list_goes_there);
    tcase_add_test(tcase, a_click_on_heads_and_on_the_other_side);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
