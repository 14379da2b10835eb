#include "vademecum/view/rows.h"

#include "vademecum/base/text.h"

#include <string.h>

enum {
    LABEL_WIDTH = 18,      /* columns of the labels beside facts */
    LABEL_BESIDE_FROM = 45 /* panels of so many columns have them beside, others above */
};

static void (*const panels[PANEL_COUNT])(const struct session *session, struct rows *rows) = {
    [PANEL_PRACTICES] = home_practices,
    [PANEL_PREVIEW] = home_preview,
    [PANEL_CRITERIA] = practice_criteria,
    [PANEL_ANSWER] = practice_answer,
    [PANEL_ABOUT] = practice_about,
    [PANEL_CHECKLIST] = practice_checklist,
    [PANEL_ITEM] = item_about,
    [PANEL_TOOLS] = practice_tools,
    [PANEL_COLLECTIONS] = lists_collections,
    [PANEL_COLLECTION] = lists_collection,
    [PANEL_LEFT_OUT] = lists_left_out,
    [PANEL_HELP] = lists_help,
    [PANEL_MENU] = lists_menu,
    [PANEL_EDIT] = forms_edit,
    [PANEL_BESIDE] = forms_beside,
    [PANEL_FORM] = forms_form,
    [PANEL_CHOICE] = forms_choice,
    [PANEL_WHO] = plan_who,
    [PANEL_WHO_DETAIL] = plan_who_detail,
    [PANEL_PLAN] = plan_plan,
    [PANEL_FACETS] = finding_facets,
    [PANEL_VALUES] = finding_values,
    [PANEL_SORT] = finding_orders,
    [PANEL_OTHER] = lists_other,
    [PANEL_LEFT] = compare_left,
    [PANEL_RIGHT] = compare_right,
    [PANEL_HEADS] = matrix_heads,
    [PANEL_MATRIX] = matrix_practices,
    [PANEL_FIGURES] = figures_rows,
};

void rows_make(const struct session *session, enum panel panel, struct rows *rows) {
    rows->title = "";
    rows->tail = "";
    panels[panel](session, rows);
}

struct row *rows_add(struct rows *rows, enum role role, int indent, const char *text) {

    rows->rows = arena_grow(rows->arena, rows->rows, rows->count, &rows->room, sizeof *rows->rows);
    struct row *row = &rows->rows[rows->count++];
    *row = (struct row){.role = role, .indent = indent, .text = text, .entry = -1};
    return row;
}

struct row *rows_add_entry(struct rows *rows, size_t entry, const char *text) {
    struct row *row = rows_add(rows, ROLE_TEXT, ROWS_INDENT, text);
    row->entry = (long)entry;
    row->hang = ROWS_INDENT;
    return row;
}

struct row *rows_add_under(struct rows *rows, enum role role, size_t entry, const char *text) {
    struct row *row = rows_add(rows, role, 2 * ROWS_INDENT, text);
    row->entry = (long)entry;
    row->under = true;
    return row;
}

void rows_add_gap(struct rows *rows) {
    if (rows->count) {
        rows_add(rows, ROLE_TEXT, 0, "");
    }
}

void rows_add_fact(struct rows *rows, const char *label, const char *text) {
    if (rows->width < LABEL_BESIDE_FROM) {
        rows_add(rows, ROLE_HEADING, 0, label);
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, text);
    } else {
        rows_add(rows, ROLE_TEXT, LABEL_WIDTH, text)->label = label;
    }
}

const char *rows_subject(const struct session *session, const struct subject *subject) {
    return subject->practice
               ? rows_cell(session, SCHEMA_PRACTICES, &subject->practice->record, PRACTICE_TITLE)
               : subject->title;
}

const char *rows_short(const struct session *session, const char *text, int width,
                       struct arena *arena) {
    const enum letters letters = session->look.letters;
    const char *more = session->look.ascii ? "..." : "…";
    if (text_width(text, letters) <= width) {
        return text;
    }
    const size_t length = text_fit(text, strlen(text), width - text_width(more, letters), letters,
                                   NULL);
    return arena_printf(arena, "%.*s%s", (int)length, text, more);
}

const char *rows_cell(const struct session *session, enum schema_id table,
                      const struct record *record, size_t column) {
    return catalogue_text(session->catalogue, table, record, column, session->lang, NULL);
}

const char *rows_not_assessed(const struct session *session) {
    return session->reading ? _("not read yet") : _("not assessed");
}
