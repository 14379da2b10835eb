#include "vademecum/screens/enter.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/screens/beside.h"

#include <string.h>
#include <strings.h>

enum {
    INDENT = 2,     /* of what a line was read as */
    SIGN_WIDTH = 4, /* columns before an item */
    CODE_WIDTH = 7, /* columns before a question */
    TITLE_GAP = 4   /* columns between the title and how many marks there are */
};

struct enter *enter_of(const struct desk *desk) {
    return desk_state(desk, SCREEN_ENTER);
}

int enter_width(const struct desk *desk) {
    const int width = window_of(desk, (struct panel){SCREEN_ENTER, BESIDE_TEXT})->width;
    return width > 1 ? width - 1 : 1;
}

size_t enter_lines(const struct desk *desk) {
    return text_box_lines(enter_of(desk)->box, enter_width(desk), 0, NULL, 0);
}

bool enter_line_next(const char **text, struct span *line) {
    if (!*text) {
        return false;
    }
    const size_t length = strcspn(*text, "\n");
    *line = (struct span){*text, length};
    *text = (*text)[length] ? *text + length + 1 : NULL;
    return true;
}

/* --- what a line was read as ------------------------------------------------------------------ */

/* "met: Users help …"; of a mark that it takes the place of: "met (before: partly): Users …". */
static void item_add(const struct desk *desk, size_t entry, const struct item *item,
                     enum verdict verdict, struct rows *rows) {
    const struct enter *enter = enter_of(desk);
    const enum sign_form form = desk->look.signs;
    const char *text = rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_TEXT);
    const enum verdict before = work_verdict(desk, &enter->subject, item);
    const char *word = verdict == VERDICT_NONE
                           ? _("as it is")
                           : work_sign(desk, enter->checklist, verdict, SIGN_WORDS).text;
    const bool changes = verdict != VERDICT_NONE && before != VERDICT_NONE && before != verdict;
    struct row *row = rows_add_under(
        rows, ROLE_TEXT, entry,
        changes ? arena_printf(rows->arena, _("%s (before: %s): %s"), word,
                               work_sign(desk, enter->checklist, before, SIGN_WORDS).text, text)
                : arena_printf(rows->arena, "%s: %s", word, text));
    row->indent = INDENT;
    row->hang = SIGN_WIDTH;
    row->plain = true;
    if (form != SIGN_WORDS) {
        row->indent = SIGN_WIDTH;
        row->hang = 0;
        row->label = work_sign(desk, enter->checklist, verdict, form).text;
        row->signs = SIGNS_BESIDE;
    }
}

/* The items that the line has no sign for so far. */
static void open_items_add(const struct desk *desk, size_t entry, const struct form_line *line,
                           struct rows *rows) {
    for (size_t i = line->count; i < line->question->item_count; i++) {
        struct row *row = rows_add_under(
            rows, ROLE_DIM, entry,
            rows_cell(desk, SCHEMA_ITEMS, &line->question->items[i].record, ITEM_TEXT));
        row->indent = SIGN_WIDTH;
        row->hang = 0;
        row->plain = true;
    }
}

/* The codes that begin with what is typed so far; "" when there are none. */
static const char *codes_begun(const struct desk *desk, const struct span *typed,
                               struct arena *arena) {
    const struct checklist *checklist = enter_of(desk)->checklist;
    const char *codes = "";
    for (size_t i = 0; i < checklist->question_count; i++) {
        const char *code = form_code(&checklist->questions[i], arena);
        if (strncasecmp(code, typed->start, typed->length) == 0) {
            codes = arena_printf(arena, "%s%s%s", codes, *codes ? "  " : "", code);
        }
    }
    return codes;
}

static void told_add(enum role role, size_t entry, const char *text, struct rows *rows) {
    struct row *row = rows_add_under(rows, role, entry, text);
    row->indent = INDENT;
    row->hang = 0;
    row->plain = true;
}

/* Under its last row: what is wrong with it, then the question and each item that has a sign. On
 * the line of the cursor the items that wait for one, too. */
static size_t reading_add(const struct desk *desk, size_t entry, const struct span *typed,
                          bool current, struct rows *rows) {
    const struct enter *enter = enter_of(desk);
    struct form_line line;
    struct fault fault;
    if (form_line_blank(typed->start, typed->length)) {
        return 0;
    }
    const bool whole = form_line_read(enter->checklist, typed->start, typed->length, &line,
                                      rows->arena, &fault);
    const char *begun = current && !line.question ? codes_begun(desk, typed, rows->arena) : "";
    if (*begun) {
        told_add(ROLE_DIM, entry, begun, rows);
    } else if (!whole) {
        told_add(ROLE_TEXT, entry, arena_printf(rows->arena, "%s", fault.text), rows);
    }
    if (!line.question) {
        return 0;
    }
    told_add(ROLE_HEADING, entry,
             rows_cell(desk, SCHEMA_QUESTIONS, &line.question->record, QUESTION_TEXT), rows);
    size_t marks = 0;
    for (size_t i = 0; i < line.count; i++) {
        item_add(desk, entry, &line.question->items[i], line.verdicts[i], rows);
        marks += line.verdicts[i] != VERDICT_NONE;
    }
    if (current) {
        open_items_add(desk, entry, &line, rows);
    }
    return marks;
}

/* --- the panels ------------------------------------------------------------------------------ */

static void hint_add(const struct desk *desk, struct rows *rows) {
    const struct checklist *checklist = enter_of(desk)->checklist;
    const struct question *first = checklist->question_count ? checklist->questions : NULL;
    if (first) {
        told_add(ROLE_DIM, 0,
                 arena_printf(rows->arena,
                              _("A line for each question: its code, which stands in the margin of "
                                "the form, and a sign for each item. As in: %s %.*s"),
                              form_code(first, rows->arena),
                              first->item_count < 5 ? (int)first->item_count : 5, "+~x+?"),
                 rows);
    }
}

void enter_text_rows(const struct desk *desk, struct rows *rows) {
    struct text_box *box = enter_of(desk)->box;
    const int width = rows->width > 1 ? rows->width - 1 : 1;
    const size_t count = text_box_lines(box, width, 0, NULL, 0);
    struct span *lines = arena_array(rows->arena, count, sizeof *lines);
    const char *rest = box->text;
    struct span typed = {.start = rest, .length = 0};
    size_t marks = 0;
    size_t at = 0;
    text_box_lines(box, width, 0, lines, count);
    text_box_cursor(box, width, &at, &rows->cursor);
    for (size_t i = 0; i < count; i++) {
        struct row *row = rows_add_entry(rows, i,
                                         arena_copy(rows->arena, lines[i].start, lines[i].length));
        row->indent = 0;
        row->hang = 0;
        row->plain = true;
        if (i + 1 < count && lines[i + 1].start[-1] != '\n') {
            continue; /* it goes on in the next row */
        }
        enter_line_next(&rest, &typed);
        const char *cursor = box->text + box->cursor;
        marks += reading_add(desk, i, &typed,
                             cursor >= typed.start && cursor <= typed.start + typed.length, rows);
    }
    if (box->length == 0) {
        hint_add(desk, rows);
    }
    rows->tail = arena_printf(rows->arena, ngettext("%zu mark", "%zu marks", marks), marks);
    rows->title = rows_short(desk, rows_subject(desk, &enter_of(desk)->subject),
                             width - text_width(rows->tail, desk->look.letters) - TITLE_GAP,
                             rows->arena);
}

void enter_codes_rows(const struct desk *desk, struct rows *rows) {
    const struct checklist *checklist = enter_of(desk)->checklist;
    const struct report report = work_report(desk, rows->arena);
    rows->title = _("Codes");
    rows->tail = _("items");
    rows_add(rows, ROLE_TEXT, 0, form_line_legend(&report, checklist));
    rows_add_gap(rows);
    for (size_t i = 0; i < checklist->question_count; i++) {
        const struct question *question = &checklist->questions[i];
        struct row *row = rows_add(
            rows, ROLE_TEXT, CODE_WIDTH,
            rows_cell(desk, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT));
        row->label = form_code(question, rows->arena);
        row->tail = arena_printf(rows->arena, "%zu", question->item_count);
    }
}
