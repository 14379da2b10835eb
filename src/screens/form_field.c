#include "vademecum/screens/form_field.h"

#include "vademecum/base/i18n.h"
#include "vademecum/review/field.h"

#include <string.h>

enum {
    LABEL_WIDTH = 20,
    LABEL_NARROW = 15,      /* in panels … */
    LABEL_NARROW_UNDER = 45 /* … of fewer columns than these */
};

/* How the fields are called where they are written; others as they are called everywhere. */
static const struct {
    const char *field;
    const char *label;
    const char *like;   /* the fact of an own practice that a typed text is taken as, or NULL */
    const char *prefix; /* put before a typed text */
    bool lines;
    bool listed;
} kinds[] = {
    {"comment", N_("Comment"), NULL, "", true, false},
    {"evidence", N_("Evidence"), NULL, "", true, false},
    {"answer", N_("Your answer"), NULL, "", true, false},
    {"note", N_("Your note"), NULL, "", true, false},
    {"tool", N_("Your tool: name, then link"), NULL, "", true, false},
    {"tool.url", N_("The tool's link, if known"), "own.website", "", false, false},
    {"checklist", N_("Checklist"), NULL, "", false, true},
    {"model", N_("Model beside it"), NULL, "", false, true},
    {"status", N_("Status"), NULL, "final ", false, true},
    {"verdict", NULL, NULL, "", false, true},
    {"name", N_("Your name"), NULL, "", false, false},
    {"role", N_("Your role"), NULL, "", false, true},
    {"organisation", N_("Organisation"), NULL, "", false, false},
    {"plan.tool", NULL, NULL, "", false, true},
    {"plan.due", NULL, "own.start", "", false, false},
    {"plan.status", NULL, NULL, "", false, true},
};

/* Whether a list of all values is offered. */
static bool kind_listed(enum own_kind kind) {
    return kind == OWN_CHOICE || kind == OWN_TERMS || kind == OWN_COUNTRY || kind == OWN_LANGUAGE ||
           kind == OWN_LANGUAGES;
}

struct form_field form_field_of(const char *practice, const char *item, const char *field) {
    const struct own_field *own = own_field(field);
    struct form_field found = {
        .practice = practice,
        .item = item,
        .field = field,
        .label = own ? _(own->label) : field_label(field),
        .own = own,
        .prefix = "",
        .lines = own && own->kind == OWN_TEXT,
        .listed = own && kind_listed(own->kind),
        .many = own && (own->kind == OWN_TERMS || own->kind == OWN_LANGUAGES),
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].field, field) == 0) {
            found.label = kinds[i].label ? _(kinds[i].label) : found.label;
            found.own = kinds[i].like ? own_field(kinds[i].like) : found.own;
            found.prefix = kinds[i].prefix;
            found.lines = kinds[i].lines;
            found.listed = kinds[i].listed;
        }
    }
    return found;
}

const char *form_field_hint(const struct form_field *field) {
    static const char *const hints[OWN_KINDS] = {
        [OWN_DATE] = N_("A day, month or year: 1.5.2024, 5/2024, 2024."),
        [OWN_LINK] = N_("A web address that begins with https:// or http://."),
    };
    const struct own_field *own = field->own;
    const char *hint = !own ? NULL : own->help ? own->help : hints[own->kind];
    return hint ? _(hint) : "";
}

int form_field_indent(int width) {
    return width < LABEL_NARROW_UNDER ? LABEL_NARROW : LABEL_WIDTH;
}

enum screen_id form_field_typed(const struct form_field *field) {
    return field->lines ? SCREEN_WRITE : SCREEN_LINE;
}

enum screen_id form_field_screen(const struct form_field *field) {
    return field->listed ? SCREEN_CHOICE : form_field_typed(field);
}

struct form_field form_field_at(const struct desk *desk, const struct place *place) {
    const char *field = place->field;
    const char *practice = place->practice ? place->practice->id : "";
    const char *item = "";
    if (field_known(FIELD_OF_REVIEWER, field)) {
        practice = "";
    } else if (field_known(FIELD_OF_TOOL, field) && place->tool) {
        char key[WORK_TOOL_KEY_SIZE];
        work_tool_key(place->tool, key);
        practice = "";
        item = arena_copy(desk->arena, key, strlen(key));
    } else if (field_known(FIELD_OF_QUESTION, field) && place->question) {
        item = record_cell(&place->question->record, QUESTION_ID);
    } else if (field_known(FIELD_OF_ITEM, field) && place->item) {
        item = record_cell(&place->item->record, ITEM_ID);
    } else if (strcmp(field, "status") == 0 && place->practice) {
        /* It belongs to the checklist in use. */
        const struct checklist *checklist = work_checklist(desk, place->practice);
        item = checklist ? record_cell(&checklist->record, CHECKLIST_ID) : "";
    }
    struct form_field found = form_field_of(practice, item, field);
    if (strcmp(field, "verdict") == 0) {
        found.label = record_cell(&place->item->record, ITEM_TEXT);
    }
    return found;
}
