#include "vademecum/base/i18n.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/field.h"
#include "vademecum/screens/form.h"
#include "vademecum/screens/plan_guide.h"

#include <string.h>

static const struct panel panel = {SCREEN_FORM, 0};

struct form *form_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

const struct form_field *form_focused(const struct desk *desk) {
    return &form_of(desk)->fields[window_of(desk, panel)->focus];
}

struct place form_focused_place(const struct desk *desk) {
    const struct form *form = form_of(desk);
    return (struct place){
        .practice = &form->subject,
        .question = form->item ? form->item->question : NULL,
        .item = form->item,
        .field = form_focused(desk)->field,
    };
}

size_t form_count(const struct desk *desk) {
    return form_of(desk)->count;
}

bool form_in_place(const struct form_field *field) {
    return field->command == COMMAND_NONE && form_field_screen(field) == SCREEN_LINE;
}

/* What a review's settings are called; NULL for any other field. */
static const char *setting_shown(const struct desk *desk, const struct form_field *field,
                                 struct arena *arena) {
    const struct subject *subject = listing_find(desk, field->practice);
    if (!subject) {
        return NULL;
    }
    const struct checklist *checklist = work_checklist(desk, subject);
    if (strcmp(field->field, "model") == 0) {
        const struct practice *model = work_model(desk, subject);
        return model ? work_title(desk, model) : "";
    }
    if (strcmp(field->field, "checklist") == 0) {
        return checklist ? record_cell(&checklist->record, CHECKLIST_TITLE) : "";
    }
    if (strcmp(field->field, "status") == 0) {
        /* The checklist may have been changed since the form was opened. */
        const char *label = changes_final(desk, subject->id, checklist);
        return label ? arena_printf(arena, _("final (%s)"), label) : _("draft");
    }
    return NULL;
}

/* The value for people: the label of what was chosen, names of countries. */
static const char *field_shown(const struct desk *desk, const struct form_field *field,
                               struct arena *arena) {
    if (field->command != COMMAND_NONE) {
        return _(command_info(field->command)->help);
    }
    const char *value = work_value(desk, field->practice, field->item, field->field);
    if (field->own && field->own->kind == OWN_DATE) {
        return plan_due(arena, value, "done", 0);
    }
    if (field->own) {
        return wording_fact(desk->work.catalogue, desk->work.lang, field->own, value, arena);
    }
    const char *setting = setting_shown(desk, field, arena);
    return setting ? setting : field_choice_label(field->field, value);
}

/* What stands where nothing is filled in. */
static const char *empty_text(const struct desk *desk, const struct form_field *field,
                              struct arena *arena) {
    const size_t count = field->field ? plan_guide_count(desk, form_of(desk)->item, field->field)
                                      : 0;
    return count ? arena_printf(arena, _("...  Tab: %zu to choose from"), count) : "...";
}

static void shown_add(const struct desk *desk, const struct form_field *field, size_t entry,
                      struct rows *rows) {
    const char *value = field_shown(desk, field, rows->arena);
    struct row *row = rows_add_entry(rows, entry,
                                     *value ? value : empty_text(desk, field, rows->arena));
    row->label = field->label;
    row->indent = form_field_indent(rows->width);
    row->hang = 0;
}

static const char *title_text(const struct desk *desk, struct rows *rows) {
    const struct form *form = form_of(desk);
    if (!form->item) {
        return form->title;
    }
    const struct sign sign = work_sign(desk, catalogue_checklist_of(form->item),
                                       work_verdict(desk, &form->subject, form->item),
                                       desk->look.signs);
    return arena_printf(rows->arena, "%s: %s %s", form->title, sign.text,
                        rows_cell(desk, SCHEMA_ITEMS, &form->item->record, ITEM_TEXT));
}

void form_rows(const struct desk *desk, struct rows *rows) {
    const struct form *form = form_of(desk);
    const bool in_place = form_in_place(form_focused(desk));
    rows->title = title_text(desk, rows);
    rows->wide = true;
    /* What is typed goes there. */
    rows->cursor_rows = in_place ? 1 : 0;
    rows->cursor = in_place ? form_field_indent(rows->width) : 0;
    for (size_t i = 0; i < form->count; i++) {
        const struct form_field *field = &form->fields[i];
        shown_add(desk, field, i, rows);
        if (in_place && field == form_focused(desk) && *form_field_hint(field)) {
            rows_add_under(rows, ROLE_DIM, i, form_field_hint(field))->indent = form_field_indent(
                rows->width);
        }
    }
}
