#include "vademecum/base/text.h"
#include "vademecum/base/words.h"
#include "vademecum/report/planned.h"
#include "vademecum/report/spoken.h"
#include "vademecum/review/own.h"
#include "vademecum/view/rows.h"

#include <string.h>

enum {
    LABEL_WIDTH = 20,
    TITLE_GAP = 2 /* columns between what is written and the keys for it */
};

static const char *field_shown(const struct session *session, const struct form_field *field,
                               struct arena *arena);
static const char *own_hint(const struct own_field *own);

void forms_edit(const struct session *session, struct rows *rows) {
    const int width = rows->width > 1 ? rows->width - 1 : 1;
    const size_t count = editor_lines(session->editor, width, 0, NULL, 0);
    struct span *lines = arena_array(rows->arena, count, sizeof *lines);
    editor_lines(session->editor, width, 0, lines, count);
    rows->title = session->box.title;
    const char *keys = _("Enter keeps, Esc leaves");
    const enum letters letters = session->look.letters;
    const int both = text_width(rows->title, letters) + TITLE_GAP + text_width(keys, letters);
    rows->tail = rows->width < ROWS_NARROW || both > rows->width ? "" : keys;
    for (size_t i = 0; i < count; i++) {
        struct row *row = rows_add_entry(rows, i,
                                         arena_copy(rows->arena, lines[i].start, lines[i].length));
        row->indent = 0;
        row->hang = 0;
        row->plain = true;
    }
}

/* What helps to write it: the item or question, and the answer that stands beside it. */
void forms_beside(const struct session *session, struct rows *rows) {
    const struct item *item = catalogue_item(session->catalogue, session->box.item);
    const struct question *question = item ? item->question
                                           : catalogue_question(session->catalogue,
                                                                session->box.item);
    rows->title = _("Beside it");
    rows_add(rows, ROLE_TEXT, 0,
             _("Enter keeps the text. Ctrl-J begins a new line. Esc leaves, and asks first when "
               "something was changed."));
    if (session->box.own && *own_hint(session->box.own)) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, 0, own_hint(session->box.own));
    }
    if (question && !item) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0, record_cell(&question->record, QUESTION_TEXT));
    }
    if (item) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0, record_cell(&item->record, ITEM_TEXT));
        rows_add(rows, ROLE_TEXT, 0, record_cell(&item->record, ITEM_ASK));
    }
    if (!question || !session->practice) {
        return;
    }
    const struct answer *answer = catalogue_answer(session->practice, question);
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, session_title(session, session->practice));
    rows_add(rows, ROLE_TEXT, 0,
             answer ? record_cell(&answer->record, ANSWER_TEXT)
                    : _("The source does not answer this question."));
}

void forms_form(const struct session *session, struct rows *rows) {
    static const char *const titles[] = {
        [FORM_OWN] = N_("Facts of your practice"),
        [FORM_PLAN] = N_("Plan for this item"),
        [FORM_SETTINGS] = N_("Review settings"),
    };
    rows->title = _(titles[session->form.kind]);
    for (size_t i = 0; i < session->form.count; i++) {
        const struct form_field *field = &session->form.fields[i];
        const char *value = field_shown(session, field, rows->arena);
        struct row *row = rows_add_entry(rows, i, *value ? value : "...");
        row->label = field->label;
        row->indent = LABEL_WIDTH;
        row->hang = 0;
    }
}

void forms_choice(const struct session *session, struct rows *rows) {
    rows->title = session->choice.field.label;
    rows->tail = session->choice.field.many ? _("Enter puts on or off, Esc goes back") : "";
    for (size_t i = 0; i < session->choice.count; i++) {
        if (!session->choice.options[i].value) {
            rows_add_entry(rows, i, session->choice.options[i].label);
            continue;
        }
        rows_add_entry(rows, i,
                       arena_printf(rows->arena, "[%s] %s", session_chosen(session, i) ? "x" : " ",
                                    session->choice.options[i].label));
    }
}

/* What the field can hold, said before it is refused. */
static const char *own_hint(const struct own_field *own) {
    static const char *const hints[OWN_KINDS] = {
        [OWN_DATE] = N_("A day, month or year: 1.5.2024, 5/2024, 2024."),
        [OWN_COUNTRY] = N_("The country's name in English, or its two letters: Czechia, CZ."),
        [OWN_LANGUAGE] = N_("The language's name or code: Czech, cs."),
        [OWN_LANGUAGES] = N_("Names or codes of languages, with commas between: Czech, uk."),
        [OWN_LINK] = N_("A web address that begins with https:// or http://."),
    };
    return hints[own->kind] ? _(hints[own->kind]) : "";
}

/* The value for people: the label of what was chosen, names of countries. */
static const char *field_shown(const struct session *session, const struct form_field *field,
                               struct arena *arena) {
    const char *value = session_written(session, field->practice, field->item, field->field);
    if (strcmp(field->field, "plan.due") == 0) {
        return planned_due(arena, value, "done", 0);
    }
    if (field->own) {
        return own_shown(session, field->own, value, arena);
    }
    const struct subject *subject = session_subject(session, field->practice);
    if (strcmp(field->field, "model") == 0 && subject) {
        const struct practice *model = session_model(session, subject);
        return model ? session_title(session, model) : "";
    }
    if (strcmp(field->field, "checklist") == 0 && subject) {
        const struct checklist *checklist = session_checklist(session, subject);
        return checklist ? record_cell(&checklist->record, CHECKLIST_TITLE) : "";
    }
    if (strcmp(field->field, "status") == 0) {
        return spoken_status(arena, value);
    }
    return strcmp(field->field, "plan.status") == 0 ? plan_status(value) : value;
}
