/* text_box: a text being typed, and the keys that only it has. */
#include "vademecum/base/count.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/text_box.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROUNDS = 1500,
    SAMPLE_MAX = 256,
    WIDE = 1000
};

/* Keys of every kind, and characters that are trouble for one another. */
static const char any_keys[] =
    "ab  -<C-j><C-i><M-Enter>\u00e9\u0301\u6f22\u3000\u00a0\u200d\u202e\ufe0f\u1112\u1161\u11ab"
    "\u05d0\u093e\U0001f600\U0001f3fd\U0001f1e8\xc2\x9b\x7f"
    "<Left><Right><Up><Down><Home><End><PgUp><PgDn><C-Left><C-Right><Backspace><Delete><Tab><F1>"
    "<C-a><C-d><C-e><C-h><C-k><C-u><C-w><C-y><C-t><C-z>";

static struct text_box *box_new(const char *text) {
    struct text_box *box = calloc(1, sizeof *box);
    ck_assert_ptr_nonnull(box);
    text_box_start(box, text, LETTERS_ALL);
    return box;
}

static void type(struct text_box *box, const char *keys, int width) {
    while (*keys) {
        const int key = keymap_parse(&keys);
        ck_assert_int_ne(key, PRESS_NONE);
        ck_assert_int_eq(text_box_key(box, key, width), TEXT_BOX_TAKEN);
    }
}

/* The text with "|" for the cursor. */
static void show(const struct text_box *box, char shown[SAMPLE_MAX]) {
    ck_assert_uint_lt(box->length + 1, SAMPLE_MAX);
    memcpy(shown, box->text, box->cursor);
    shown[box->cursor] = '|';
    strcpy(shown + box->cursor + 1, box->text + box->cursor);
}

/* Whether a cluster starts at the byte, or the text ends there. */
static bool is_boundary(const char *text, size_t wanted) {
    size_t at = 0;
    while (at < wanted) {
        struct cluster cluster;
        at += text_cluster(text + at, TEXT_TO_NUL, LETTERS_ALL, &cluster);
    }
    return at == wanted;
}

/* The next number of a fixed series. */
static unsigned number_next(unsigned *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* A text of `pieces`, at most `most` of them. */
static void sample_next(unsigned *state, const char *const pieces[], size_t count, size_t most,
                        char text[SAMPLE_MAX]) {
    size_t length = 0;
    for (size_t wanted = number_next(state) % (most + 1); wanted > 0; wanted--) {
        const char *piece = pieces[number_next(state) % count];
        ck_assert_uint_lt(length + strlen(piece), SAMPLE_MAX);
        memcpy(text + length, piece, strlen(piece));
        length += strlen(piece);
    }
    text[length] = '\0';
}

/* Any pieces of a text, few of them plain. */
static void wild_next(unsigned *state, char text[SAMPLE_MAX]) {
    static const char *const pieces[] = {
        "a",      "word",   "long-term", "and/or", " ",      "  ",     "   ",        "\n",
        "\n\n",   "\t",     "-",         "\u00E9", "\u0301", "\u4E2D", "\u3000",     "\u00A0",
        "\u200D", "\uFE0F", "\u202E",    "\u2026", "\u1112", "\u1161", "\U0001F469", "\U0001F3FD",
    };
    sample_next(state, pieces, COUNT(pieces), 24, text);
}

/* Puts the cursor on any of its places. */
static void cursor_drop(struct text_box *box, unsigned *state) {
    box->cursor = number_next(state) % (unsigned)(box->length + 1);
    while (!is_boundary(box->text, box->cursor)) {
        box->cursor--;
    }
}

/* The numbers of any_keys; how many there are is returned. */
static size_t keys_read(int keys[sizeof any_keys]) {
    size_t count = 0;
    const char *rest = any_keys;
    for (int key = keymap_parse(&rest); key != PRESS_NONE; key = keymap_parse(&rest)) {
        keys[count++] = key;
    }
    ck_assert_str_eq(rest, "");
    return count;
}

/* What keys make of a text at a width, the cursor at its end at first. */
static const struct {
    const char *text;
    const char *keys;
    int width;
    const char *shown;
} edits[] = {
    {"", "Brno", WIDE, "Brno|"},
    {"", "a<M-Enter>b<C-j>c", WIDE, "a\nb\nc|"},
    {"", "a<C-i>b", WIDE, "a\tb|"},
    {"Ústí", "<Left><Left>x", WIDE, "Úsx|tí"},
    {"ab\ncd", "<Left><Left><Left>x", WIDE, "abx|\ncd"},
    {"ab\ncd", "<Left><Left><Left><Right>x", WIDE, "ab\nx|cd"},
    {"ab\ncd", "<Left><Left><Backspace>", WIDE, "ab|cd"},
    {"ab\ncd", "<Up><Delete>", WIDE, "ab|cd"},
    {"ab\ncd", "<Up><C-d><C-h>", WIDE, "a|cd"},
    /* Lines are those of the screen. */
    {"one two six", "<Home>x", 7, "one two x|six"},
    {"one two six", "<Home><Left>x", 7, "one twox| six"},
    {"one two six", "<C-a><Up>x", 7, "x|one two six"},
    {"one two six", "<Up><End>x", 7, "one twox| six"},
    {"one two six", "<Up><C-a><C-e>x", 7, "one twox| six"},
    {"one  two", "<Up><End>", 4, "one | two"},
    {"one  ", "<Home><End>", 4, "one  |"},
    {"one  \ntwo", "<Up><End>", 4, "one  |\ntwo"},
    {"abcdef", "<Up><End>", 3, "ab|cdef"},
    {"abcdef", "<Home>", 3, "abc|def"},
    {"a\n", "<Home>", WIDE, "a\n|"},
    {"a\n", "<Up>", WIDE, "|a\n"},
    /* Up and down. */
    {"abc\nd\nefg", "<Up><Up>", WIDE, "abc|\nd\nefg"},
    {"abc\nd\nefg", "<Up><Up><Down>", WIDE, "abc\nd|\nefg"},
    {"abc\nd\nefg", "<Up><Left><Right><Up>", WIDE, "a|bc\nd\nefg"},
    {"abc\n\nefg", "<Left><Up><Up>", WIDE, "ab|c\n\nefg"},
    {"abc", "<Up><Down><Down>", WIDE, "abc|"},
    {"中文\nabcd", "<Left><Up>", WIDE, "中|文\nabcd"},
    {"中文\nabcd", "<Left><Up><Down>", WIDE, "中文\nabc|d"},
    {"中文\nabcd", "<Left><Left><Up>", WIDE, "中|文\nabcd"},
    {"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12", "<PgUp>", WIDE,
     "1\n2|\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12"},
    {"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12", "<PgUp><PgUp>", WIDE,
     "1|\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12"},
    {"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12", "<PgUp><PgDn>", WIDE,
     "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12|"},
    {"1\n2", "<PgUp><PgDn><PgDn>", WIDE, "1\n2|"},
    /* By words. */
    {"one  two\nsix", "<C-Left>", WIDE, "one  two\n|six"},
    {"one  two\nsix", "<C-Left><C-Left>", WIDE, "one  |two\nsix"},
    {"one  two", "<C-Left><C-Left><C-Left>", WIDE, "|one  two"},
    {"one  two\nsix", "<PgUp><Home><C-Right>", WIDE, "one|  two\nsix"},
    {"one  two\nsix", "<PgUp><Home><C-Right><C-Right>", WIDE, "one  two|\nsix"},
    {"one  two ", "<Home><C-Right><C-Right><C-Right>", WIDE, "one  two |"},
    {"one\tdvě\u3000six", "<C-Left><C-Left>", WIDE, "one\t|dvě\u3000six"},
    /* Killed and put back. */
    {"one two", "<C-w>", WIDE, "one |"},
    {"one two", "<C-w><Home><C-y>", WIDE, "two|one "},
    {"one two", "<C-w><C-w><C-y>", WIDE, "one two|"},
    {"one two", "<C-w><Left><C-w><C-y>", WIDE, "one| "},
    {"one two", "<C-w><C-y><C-y>", WIDE, "one twotwo|"},
    {"one two six", "<C-Left><C-Left><C-w><C-k><C-y>", WIDE, "one two six|"},
    {"one", "<C-k><C-y>", WIDE, "one|"},
    {"one two", "<C-w><C-k><C-y>", WIDE, "one two|"},
    {"ab\ncd", "<C-u>", WIDE, "ab\n|"},
    {"ab\ncd", "<C-u><C-u>", WIDE, "ab|"},
    {"ab\ncd", "<C-u><C-u><C-u>", WIDE, "|"},
    {"ab\ncd", "<C-u><C-u><C-u><C-u><C-y>", WIDE, "ab\ncd|"},
    {"ab\ncd", "<Up><Home><C-k>", WIDE, "|\ncd"},
    {"ab\ncd", "<Up><Home><C-k><C-k>", WIDE, "|cd"},
    {"ab\ncd", "<Up><Home><C-k><C-k><C-k><C-k><C-y>", WIDE, "ab\ncd|"},
    /* The whole line is killed, not the part that the width shows. */
    {"one two six", "<C-u>", 4, "|"},
    /* A letter goes with its accents, also when a change brings them together. */
    {"ae\u0301", "<Backspace>", WIDE, "a|"},
    {"e\n\u0301", "<Home><Backspace>", WIDE, "e\u0301|"},
    {"\u0301", "<Home>e", WIDE, "e\u0301|"},
};

START_TEST(keys_edit_the_text) {
    for (size_t i = 0; i < COUNT(edits); i++) {
        struct text_box *box = box_new(edits[i].text);
        char shown[SAMPLE_MAX];
        type(box, edits[i].keys, edits[i].width);
        show(box, shown);
        ck_assert_msg(strcmp(shown, edits[i].shown) == 0, "%s in \"%s\" gives \"%s\"",
                      edits[i].keys, edits[i].text, shown);
        free(box);
    }
}
END_TEST

START_TEST(other_keys_are_told) {
    static const struct {
        int key;
        enum text_box_answer answer;
    } cases[] = {
        {PRESS_ENTER, TEXT_BOX_ACCEPTED},
        {PRESS_ESCAPE, TEXT_BOX_LEFT},
        {PRESS_CTRL('c'), TEXT_BOX_LEFT},
        {PRESS_F1, TEXT_BOX_NOT_MINE},
        {PRESS_TAB, TEXT_BOX_NOT_MINE},
        {PRESS_BACK_TAB, TEXT_BOX_NOT_MINE},
        {PRESS_CTRL('t'), TEXT_BOX_NOT_MINE},
        {PRESS_CTRL('l'), TEXT_BOX_NOT_MINE},
        {PRESS_CTRL('m'), TEXT_BOX_NOT_MINE},
        {0x1b, TEXT_BOX_NOT_MINE},
        {0x7f, TEXT_BOX_NOT_MINE},
        {0x85, TEXT_BOX_NOT_MINE},
        {0x9b, TEXT_BOX_NOT_MINE},
        {0xd800, TEXT_BOX_NOT_MINE},
        {PRESS_NONE, TEXT_BOX_NOT_MINE},
        {PRESS_BACKSPACE, TEXT_BOX_TAKEN},
        {PRESS_DELETE, TEXT_BOX_TAKEN},
        {PRESS_CTRL('k'), TEXT_BOX_TAKEN},
        {PRESS_CTRL('y'), TEXT_BOX_TAKEN},
        {PRESS_WORD_LEFT, TEXT_BOX_TAKEN},
        {PRESS_WORD_RIGHT, TEXT_BOX_TAKEN},
        {PRESS_UP, TEXT_BOX_TAKEN},
    };
    struct text_box *box = box_new("");
    for (size_t i = 0; i < COUNT(cases); i++) {
        const enum text_box_answer answer = text_box_key(box, cases[i].key, WIDE);
        ck_assert_msg(answer == cases[i].answer, "key %#x: %d", (unsigned)cases[i].key, answer);
        ck_assert_str_eq(box->text, "");
    }
    ck_assert(!box->changed);
    free(box);
}
END_TEST

START_TEST(a_change_is_told) {
    static const struct {
        const char *keys;
        bool changed;
    } cases[] = {
        {"<Left><Up><Home><C-Left><End>", false},
        {"<C-k><Delete><C-y>", false},
        {"x", true},
        {"<C-j>", true},
        {"<Backspace>", true},
        {"<C-w>", true},
        {"x<Backspace><Left>", true},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text_box *box = box_new("one two");
        ck_assert(!box->changed);
        type(box, cases[i].keys, WIDE);
        ck_assert_msg(box->changed == cases[i].changed, "%s", cases[i].keys);
        text_box_start(box, "", LETTERS_ALL);
        ck_assert(!box->changed);
        free(box);
    }
}
END_TEST

START_TEST(what_was_killed_goes_into_the_next_text) {
    struct text_box *box = box_new("one two");
    type(box, "<C-w>", WIDE);
    text_box_start(box, "six ", LETTERS_ALL);
    type(box, "<C-y>", WIDE);
    ck_assert_str_eq(box->text, "six two");
    type(box, "<C-w>", WIDE);
    text_box_start(box, "", LETTERS_ALL);
    /* This starts anew, and takes nothing. */
    type(box, "<C-w><C-y>", WIDE);
    ck_assert_str_eq(box->text, "two");
    free(box);
}
END_TEST

START_TEST(a_full_text_takes_no_more) {
    struct text_box *box = box_new("");
    for (int i = 0; i < EVENT_VALUE_MAX / 3; i++) {
        text_box_key(box, 0x20ac, WIDE);
    }
    ck_assert_uint_eq(box->length, EVENT_VALUE_MAX - 1);
    ck_assert_int_eq(text_box_key(box, 0xe9, WIDE), TEXT_BOX_FULL);
    ck_assert_int_eq(text_box_key(box, 'a', WIDE), TEXT_BOX_TAKEN);
    ck_assert_int_eq(text_box_key(box, 'a', WIDE), TEXT_BOX_FULL);
    ck_assert_int_eq(text_box_key(box, PRESS_ALT_ENTER, WIDE), TEXT_BOX_FULL);
    ck_assert_uint_eq(box->length, EVENT_VALUE_MAX);
    ck_assert_uint_eq(strlen(box->text), EVENT_VALUE_MAX);

    type(box, "<C-u><C-y>", WIDE);
    ck_assert_uint_eq(box->length, EVENT_VALUE_MAX);
    ck_assert_int_eq(text_box_key(box, PRESS_CTRL('y'), WIDE), TEXT_BOX_FULL);
    ck_assert_uint_eq(box->length, EVENT_VALUE_MAX);
    ck_assert_uint_eq(strlen(box->text), EVENT_VALUE_MAX);
    free(box);
}
END_TEST

START_TEST(a_text_that_is_too_long_is_cut_at_a_character) {
    char *text = malloc(EVENT_VALUE_MAX + 8);
    ck_assert_ptr_nonnull(text);
    memset(text, 'a', EVENT_VALUE_MAX - 1);
    strcpy(text + EVENT_VALUE_MAX - 1, "éa");
    struct text_box *box = box_new(text);
    ck_assert_uint_eq(box->length, EVENT_VALUE_MAX - 1);
    ck_assert_uint_eq(strlen(box->text), box->length);
    ck_assert_uint_eq(box->cursor, box->length);
    free(box);
    free(text);
}
END_TEST

/* Where the cursor is seen behind so many bytes of a text. */
static const struct {
    const char *text;
    size_t cursor;
    int width;
    size_t line;
    int column;
} places[] = {
    {"", 0, 5, 0, 0},          {"abc", 3, 3, 0, 3},       {"abcd", 3, 3, 1, 0},
    {"abcd", 4, 3, 1, 1},      {"a\n", 1, 5, 0, 1},       {"a\n", 2, 5, 1, 0},
    {"\n\n", 1, 5, 1, 0},      {"\n\n", 2, 5, 2, 0},      {"one two", 3, 4, 0, 3},
    {"one two", 4, 4, 1, 0},   {"one   two", 4, 3, 0, 3}, {"one   two", 5, 3, 0, 3},
    {"one   two", 6, 3, 1, 0}, {"one     ", 8, 5, 0, 5},  {"    one", 4, 5, 1, 0},
    {"    one", 3, 5, 0, 3},   {"long-term", 5, 6, 1, 0}, {"中文", 3, 5, 0, 2},
    {"中文", 6, 3, 1, 2},      {"中", 3, 1, 0, 1},        {"a\tb", 2, 5, 0, 2},
    {"e\u0301x", 3, 5, 0, 1},
};

START_TEST(the_cursor_has_a_place) {
    for (size_t i = 0; i < COUNT(places); i++) {
        struct text_box *box = box_new(places[i].text);
        size_t line = 99;
        int column = 99;
        box->cursor = places[i].cursor;
        text_box_cursor(box, places[i].width, &line, &column);
        ck_assert_msg(line == places[i].line && column == places[i].column,
                      "case %zu: line %zu, column %d", i, line, column);
        free(box);
    }
}
END_TEST

START_TEST(letters_take_the_columns_that_are_shown) {
    struct text_box *box = box_new("");
    size_t line = 99;
    int column = 99;
    text_box_start(box, "a…b", LETTERS_ASCII);
    text_box_cursor(box, WIDE, &line, &column);
    ck_assert_int_eq(column, 5);
    ck_assert_uint_eq(text_box_lines(box, 4, 0, NULL, 0), 2);
    free(box);
}
END_TEST

/* The lines of a text by text_wrap alone; their number is returned. */
static size_t lines_expect(const char *text, int width, struct span lines[SAMPLE_MAX],
                           size_t starts[SAMPLE_MAX]) {
    const char *rest = text;
    size_t count = 0;
    starts[0] = 0;
    while (text_wrap(&rest, width, LETTERS_ALL, &lines[count])) {
        count++;
        starts[count] = (size_t)(rest - text);
    }
    if (count == 0 || rest[-1] == '\n') {
        lines[count++] = (struct span){.start = rest, .length = 0};
    }
    return count;
}

/* Columns from byte `start` to byte `end`. */
static int columns_between(const char *text, size_t start, size_t end) {
    char piece[SAMPLE_MAX];
    memcpy(piece, text + start, end - start);
    piece[end - start] = '\0';
    return text_width(piece, LETTERS_ALL);
}

/* Holds every place of the cursor against the lines that text_wrap makes. */
static bool places_agree(struct text_box *box, int width, const size_t starts[], size_t count) {
    size_t here = 0;
    for (size_t at = 0; at <= box->length; at++) {
        if (!is_boundary(box->text, at)) {
            continue;
        }
        while (here + 1 < count && starts[here + 1] <= at) {
            here++;
        }
        const int columns = columns_between(box->text, starts[here], at);
        size_t line = SIZE_MAX;
        int column = -1;
        box->cursor = at;
        text_box_cursor(box, width, &line, &column);
        if (line != here || column != (columns < width ? columns : width)) {
            return false;
        }
    }
    return true;
}

START_TEST(lines_and_cursor_are_those_of_text_wrap) {
    unsigned state = 11;
    struct text_box *box = box_new("");
    for (int round = 0; round < ROUNDS; round++) {
        char text[SAMPLE_MAX];
        struct span expected[SAMPLE_MAX];
        struct span lines[SAMPLE_MAX];
        size_t starts[SAMPLE_MAX];
        const int width = 1 + (int)(number_next(&state) % 12);
        wild_next(&state, text);
        text_box_start(box, text, LETTERS_ALL);
        const size_t count = lines_expect(box->text, width, expected, starts);
        const size_t first = number_next(&state) % (count + 1);
        ck_assert_uint_eq(text_box_lines(box, width, first, lines, SAMPLE_MAX), count);
        for (size_t i = first; i < count; i++) {
            ck_assert_ptr_eq(lines[i - first].start, expected[i].start);
            ck_assert_uint_eq(lines[i - first].length, expected[i].length);
        }
        ck_assert_msg(places_agree(box, width, starts, count), "\"%s\" at width %d", text, width);
    }
    free(box);
}
END_TEST

/* Whether the box's lines are those that text_wrap makes of its text. */
static bool lines_agree(struct text_box *box, int width) {
    struct span expected[SAMPLE_MAX];
    struct span lines[SAMPLE_MAX];
    size_t starts[SAMPLE_MAX];
    const size_t count = lines_expect(box->text, width, expected, starts);
    bool same = text_box_lines(box, width, 0, lines, SAMPLE_MAX) == count;
    for (size_t i = 0; same && i < count; i++) {
        same = lines[i].start == expected[i].start && lines[i].length == expected[i].length;
    }
    return same;
}

/* They are kept from key to key, which nobody must see. */
START_TEST(lines_follow_every_key) {
    int keys[sizeof any_keys];
    const size_t count = keys_read(keys);
    unsigned state = 17;
    struct text_box *box = box_new("");
    for (int round = 0; round < 20 * ROUNDS; round++) {
        if (round % 100 == 0) {
            char text[SAMPLE_MAX];
            wild_next(&state, text);
            text_box_start(box, text, LETTERS_ALL);
            cursor_drop(box, &state);
        }
        const int width = 1 + round / 100 % 12 + (number_next(&state) % 20 == 0);
        const int key = keys[number_next(&state) % count];
        ck_assert(lines_agree(box, width));
        if (box->length + box->killed_length + 8 < SAMPLE_MAX) {
            text_box_key(box, key, width);
        } else {
            text_box_key(box, PRESS_CTRL('w'), width);
        }
        ck_assert_msg(lines_agree(box, width), "key %#x makes \"%s\" at width %d", (unsigned)key,
                      box->text, width);
    }
    free(box);
}
END_TEST

/* Whether the text is UTF-8 with no control but LF and TAB. */
static bool is_clean(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)text[i];
        const bool c1 = byte == 0xc2 && (unsigned char)text[i + 1] < 0xa0;
        if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7f || c1) {
            return false;
        }
    }
    return text_valid(text, length) == length;
}

START_TEST(any_keys_keep_the_text_whole) {
    int keys[sizeof any_keys];
    const size_t count = keys_read(keys);
    unsigned state = 7;
    struct text_box *box = box_new("");
    for (int i = 0; i < 10 * ROUNDS; i++) {
        if (box->length > SAMPLE_MAX) {
            text_box_start(box, "", LETTERS_ALL);
        }
        const int key = keys[number_next(&state) % count];
        text_box_key(box, key, 1 + (int)(number_next(&state) % 9));
        const bool whole = box->cursor <= box->length && strlen(box->text) == box->length &&
                           is_clean(box->text, box->length) &&
                           is_boundary(box->text, box->cursor) &&
                           is_clean(box->killed, box->killed_length);
        ck_assert_msg(whole, "key %#x makes \"%s\"", (unsigned)key, box->text);
    }
    free(box);
}
END_TEST

START_TEST(up_and_down_come_back_to_the_column) {
    unsigned state = 3;
    int gone = 0;
    struct text_box *box = box_new("");
    for (int round = 0; round < 4 * ROUNDS; round++) {
        char text[SAMPLE_MAX];
        const int width = 1 + (int)(number_next(&state) % 12);
        wild_next(&state, text);
        text_box_start(box, text, LETTERS_ALL);
        cursor_drop(box, &state);
        size_t line;
        size_t now;
        int column;
        int column_now;
        text_box_cursor(box, width, &line, &column);
        const size_t lines = text_box_lines(box, width, 0, NULL, 0);
        const bool down = number_next(&state) % 2;
        const size_t most = down ? lines - 1 - line : line;
        const size_t steps = most > 0 ? 1 + number_next(&state) % most : 0;
        gone += steps > 0;
        for (size_t i = 0; i < steps; i++) {
            text_box_key(box, down ? PRESS_DOWN : PRESS_UP, width);
        }
        text_box_cursor(box, width, &now, &column_now);
        ck_assert_uint_eq(now, down ? line + steps : line - steps);
        ck_assert_int_le(column_now, column);
        ck_assert(is_boundary(box->text, box->cursor));
        for (size_t i = 0; i < steps; i++) {
            text_box_key(box, down ? PRESS_UP : PRESS_DOWN, width);
        }
        text_box_cursor(box, width, &now, &column_now);
        ck_assert_uint_eq(now, line);
        ck_assert_int_eq(column_now, column);
    }
    ck_assert_int_gt(gone, ROUNDS);
    free(box);
}
END_TEST

START_TEST(home_and_end_stay_on_the_line) {
    unsigned state = 5;
    struct text_box *box = box_new("");
    for (int round = 0; round < ROUNDS; round++) {
        char text[SAMPLE_MAX];
        const int width = 1 + (int)(number_next(&state) % 12);
        wild_next(&state, text);
        text_box_start(box, text, LETTERS_ALL);
        cursor_drop(box, &state);
        size_t line;
        size_t now;
        int column;
        text_box_cursor(box, width, &line, &column);
        text_box_key(box, PRESS_HOME, width);
        text_box_cursor(box, width, &now, &column);
        ck_assert_uint_eq(now, line);
        ck_assert_int_eq(column, 0);
        text_box_key(box, PRESS_END, width);
        text_box_cursor(box, width, &now, &column);
        ck_assert_uint_eq(now, line);
        /* One place farther is another line, or nothing. */
        const size_t end = box->cursor;
        text_box_key(box, PRESS_RIGHT, width);
        text_box_cursor(box, width, &now, &column);
        ck_assert(box->cursor == end ? end == box->length : now == line + 1);
    }
    free(box);
}
END_TEST

START_TEST(what_is_killed_can_be_put_back) {
    static const char *const pieces[] = {"a",  "word", "žluť", " ",      "  ",
                                         "\n", "\t",   "中",   "e\u0301"};
    static const int kills[] = {PRESS_CTRL('u'), PRESS_CTRL('k'), PRESS_CTRL('w')};
    unsigned state = 13;
    struct text_box *box = box_new("");
    for (int round = 0; round < 4 * ROUNDS; round++) {
        char text[SAMPLE_MAX];
        sample_next(&state, pieces, COUNT(pieces), 24, text);
        text_box_start(box, text, LETTERS_ALL);
        cursor_drop(box, &state);
        for (unsigned count = 1 + number_next(&state) % 5; count > 0; count--) {
            text_box_key(box, kills[number_next(&state) % COUNT(kills)], 8);
        }
        if (box->length == strlen(text)) {
            continue;
        }
        ck_assert_int_eq(text_box_key(box, PRESS_CTRL('y'), 8), TEXT_BOX_TAKEN);
        ck_assert_str_eq(box->text, text);
    }
    free(box);
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("text_box");
    TCase *tcase = tcase_create("text_box");
    tcase_add_test(tcase, keys_edit_the_text);
    tcase_add_test(tcase, other_keys_are_told);
    tcase_add_test(tcase, a_change_is_told);
    tcase_add_test(tcase, what_was_killed_goes_into_the_next_text);
    tcase_add_test(tcase, a_full_text_takes_no_more);
    tcase_add_test(tcase, a_text_that_is_too_long_is_cut_at_a_character);
    tcase_add_test(tcase, the_cursor_has_a_place);
    tcase_add_test(tcase, letters_take_the_columns_that_are_shown);
    tcase_add_test(tcase, lines_and_cursor_are_those_of_text_wrap);
    tcase_add_test(tcase, lines_follow_every_key);
    tcase_add_test(tcase, any_keys_keep_the_text_whole);
    tcase_add_test(tcase, up_and_down_come_back_to_the_column);
    tcase_add_test(tcase, home_and_end_stay_on_the_line);
    tcase_add_test(tcase, what_is_killed_can_be_put_back);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
