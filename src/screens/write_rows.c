#include "vademecum/base/i18n.h"
#include "vademecum/screens/write.h"

struct write *write_of(const struct desk *desk) {
    return desk_state(desk, SCREEN_WRITE);
}

bool write_one_line(const struct desk *desk) {
    return stack_focus_of(desk, SCREEN_LINE) >= 0;
}

struct panel write_panel(const struct desk *desk) {
    return (struct panel){write_one_line(desk) ? SCREEN_LINE : SCREEN_WRITE, WRITE_TEXT};
}

int write_width(const struct desk *desk) {
    const int width = window_of(desk, write_panel(desk))->width;
    return width > 1 ? width - 1 : 1;
}

size_t write_lines(const struct desk *desk) {
    return text_box_lines(write_of(desk)->box, write_width(desk), 0, NULL, 0);
}

void write_follow(struct desk *desk) {
    size_t line = 0;
    int column = 0;
    text_box_cursor(write_of(desk)->box, write_width(desk), &line, &column);
    window_focus(desk, write_panel(desk), line);
}

/* What the field can hold, said before it is refused. */
static const char *own_hint(const struct own_field *own) {
    static const char *const hints[OWN_KINDS] = {
        [OWN_DATE] = N_("A day, month or year: 1.5.2024, 5/2024, 2024."),
        [OWN_LINK] = N_("A web address that begins with https:// or http://."),
    };
    const char *hint = own->help ? own->help : hints[own->kind];
    return hint ? _(hint) : "";
}

/* The text as far as it was typed; `plain`: not as one that a letter takes the place of. */
static void typed_add(const struct desk *desk, bool plain, struct rows *rows) {
    const struct write *write = write_of(desk);
    const int width = rows->width > 1 ? rows->width - 1 : 1;
    const size_t count = text_box_lines(write->box, width, 0, NULL, 0);
    struct span *lines = arena_array(rows->arena, count, sizeof *lines);
    text_box_lines(write->box, width, 0, lines, count);
    rows->title = write->creates ? _("Title of your practice") : write->field.label;
    size_t line = 0;
    text_box_cursor(write->box, width, &line, &rows->cursor);
    for (size_t i = 0; i < count; i++) {
        struct row *row = rows_add_entry(rows, i,
                                         arena_copy(rows->arena, lines[i].start, lines[i].length));
        row->indent = 0;
        row->hang = 0;
        row->plain = plain;
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
    const struct own_field *own = write->field.own;
    rows->wide = true;
    typed_add(desk, !write->offered, rows);
    if (*write->field.prefix) {
        rows->title = _("Call this review final");
        rows_add(rows, ROLE_TEXT, 0, open_text(desk, rows->arena));
    }
    if (own && *own_hint(own)) {
        rows_add(rows, ROLE_TEXT, 0, own_hint(own));
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
    if (field->own && *own_hint(field->own)) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, 0, own_hint(field->own));
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
