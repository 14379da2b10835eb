#include "vademecum/base/i18n.h"
#include "vademecum/screens/write.h"

static const struct panel form = {SCREEN_FORM, 0};

struct write *write_of(const struct desk *desk) {
    return desk_state(desk, SCREEN_WRITE);
}

bool write_one_line(const struct desk *desk) {
    return stack_focus_of(desk, SCREEN_LINE) >= 0;
}

bool write_inside(const struct desk *desk) {
    const struct stack *stack = &desk->stack;
    /* A text with a prefix is a decision of its own, which its box puts into words. */
    return stack->depth > 1 && stack_screen(desk) == SCREEN_LINE &&
           stack->screens[stack->depth - 2] == SCREEN_FORM && !*write_of(desk)->field.prefix;
}

struct panel write_panel(const struct desk *desk) {
    return (struct panel){write_one_line(desk) ? SCREEN_LINE : SCREEN_WRITE, WRITE_TEXT};
}

int write_width(const struct desk *desk) {
    const int width = window_of(desk, write_panel(desk))->width;
    const int room = width - (write_inside(desk) ? form_field_indent(width) : 0);
    return room > 1 ? room - 1 : 1;
}

size_t write_lines(const struct desk *desk) {
    return write_inside(desk) ? window_entries(desk, form)
                              : text_box_lines(write_of(desk)->box, write_width(desk), 0, NULL, 0);
}

void write_follow(struct desk *desk) {
    size_t line = 0;
    int column = 0;
    text_box_cursor(write_of(desk)->box, write_width(desk), &line, &column);
    if (write_inside(desk)) {
        line = window_of(desk, write_panel(desk))->focus;
    }
    window_focus(desk, write_panel(desk), line);
}

/* The text as far as it was typed, from the column `indent` on: each line is a row of its own, or
 * all are one entry. `plain`: it is not one that a letter takes the place of. */
static void lines_add(const struct desk *desk, int indent, bool plain, long entry,
                      struct rows *rows) {
    struct text_box *box = write_of(desk)->box;
    const int width = rows->width - indent > 1 ? rows->width - indent - 1 : 1;
    const size_t count = text_box_lines(box, width, 0, NULL, 0);
    struct span *lines = arena_array(rows->arena, count, sizeof *lines);
    text_box_lines(box, width, 0, lines, count);
    size_t line = 0;
    text_box_cursor(box, width, &line, &rows->cursor);
    rows->cursor += indent;
    rows->cursor_rows = entry < 0 ? 0 : line + 1;
    for (size_t i = 0; i < count; i++) {
        const char *text = arena_copy(rows->arena, lines[i].start, lines[i].length);
        struct row *row = entry < 0 ? rows_add_entry(rows, i, text)
                          : i == 0  ? rows_add_entry(rows, (size_t)entry, text)
                                    : rows_add_under(rows, ROLE_TEXT, (size_t)entry, text);
        row->indent = indent;
        row->hang = 0;
        row->plain = plain;
    }
}

static void typed_add(const struct desk *desk, bool plain, struct rows *rows) {
    const struct write *write = write_of(desk);
    rows->title = write->creates ? _("Title of your practice") : write->field.label;
    lines_add(desk, 0, plain, -1, rows);
}

/* The field's row, and below it the text that Ctrl-Z brings back. */
static void field_add(const struct desk *desk, const struct row *shown, struct rows *rows) {
    const struct write *write = write_of(desk);
    const size_t entry = (size_t)shown->entry;
    const size_t first = rows->count;
    lines_add(desk, shown->indent, !write->offered, shown->entry, rows);
    rows->rows[first].label = shown->label;
    if (write->replaced) {
        const char *other = rows_short(desk,
                                       arena_printf(rows->arena, _("Ctrl-Z: %s"), write->other),
                                       rows->width - shown->indent, rows->arena);
        rows_add_under(rows, ROLE_DIM, entry, other)->indent = shown->indent;
    }
}

/* The rows of the form, of which the one in focus gives way to what is typed. */
static void inside_add(const struct desk *desk, struct rows *rows) {
    const long focus = (long)window_of(desk, write_panel(desk))->focus;
    struct rows shown = {.arena = rows->arena, .width = rows->width, .height = rows->height};
    rows_make(desk, form, &shown);
    rows->title = shown.title;
    rows->wide = shown.wide;
    for (size_t i = 0; i < shown.count; i++) {
        const struct row *row = &shown.rows[i];
        if (row->entry == focus && !row->under) {
            field_add(desk, row, rows);
        } else {
            *rows_add(rows, row->role, row->indent, row->text) = *row;
        }
    }
}

void write_text_rows(const struct desk *desk, struct rows *rows) {
    typed_add(desk, true, rows);
}

/* How much of the checklist a review leaves open that is about to be called final. */
static const char *open_text(const struct desk *desk, struct arena *arena) {
    const struct subject *subject = listing_find(desk, write_of(desk)->field.practice);
    const struct checklist *checklist = subject ? work_checklist(desk, subject) : NULL;
    if (!checklist) {
        return _("A label for it, such as the date.");
    }
    const struct progress progress = work_progress(desk, subject, checklist->items,
                                                   checklist->item_count);
    const size_t open = checklist->item_count - progress_answered(&progress);
    return open ? arena_printf(arena,
                               ngettext("A label for it, such as the date. %zu item has no mark.",
                                        "A label for it, such as the date. %zu items have no mark.",
                                        open),
                               open)
                : _("A label for it, such as the date. All items have a mark.");
}

void write_line_rows(const struct desk *desk, struct rows *rows) {
    const struct write *write = write_of(desk);
    if (write_inside(desk)) {
        inside_add(desk, rows);
        return;
    }
    rows->wide = true;
    typed_add(desk, !write->offered, rows);
    if (*write->field.prefix) {
        rows->title = _("Call this review final");
        rows_add(rows, ROLE_TEXT, 0, open_text(desk, rows->arena));
    }
    if (*form_field_hint(&write->field)) {
        rows_add(rows, ROLE_TEXT, 0, form_field_hint(&write->field));
    }
}

void write_beside_rows(const struct desk *desk, struct rows *rows) {
    const struct form_field *field = &write_of(desk)->field;
    const struct catalogue *catalogue = desk->work.catalogue;
    const struct item *item = catalogue_item(catalogue, field->item);
    const struct question *question = item ? item->question
                                           : catalogue_question(catalogue, field->item);
    const struct subject *subject = listing_find(desk, field->practice);
    const struct practice *model = subject ? work_model(desk, subject) : NULL;
    rows->title = _("Help");
    rows_add(
        rows, ROLE_TEXT, 0,
        _("Enter saves the text. Ctrl-J begins a new line. Ctrl-Z brings the old text back. Esc "
          "cancels, and asks first when something was changed."));
    if (*form_field_hint(field)) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, 0, form_field_hint(field));
    }
    if (question) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0,
                 item ? record_cell(&item->record, ITEM_TEXT)
                      : record_cell(&question->record, QUESTION_TEXT));
    }
    if (item) {
        rows_add(rows, ROLE_TEXT, 0, record_cell(&item->record, ITEM_ASK));
    }
    if (!question || !model) {
        return;
    }
    const struct answer *answer = catalogue_answer(model, question);
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, work_title(desk, model));
    rows_add(rows, ROLE_TEXT, 0,
             answer ? record_cell(&answer->record, ANSWER_TEXT)
                    : _("The source does not answer this question."));
}
