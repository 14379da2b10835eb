#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/edit_keys.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/field.h"
#include "vademecum/screens/form_field.h"
#include "vademecum/screens/item_plan.h"
#include "vademecum/screens/plan_guide.h"
#include "vademecum/screens/screens.h"

#include <string.h>

enum {
    FIELDS_MAX = 40,
    LABEL_WIDTH = 20
};

struct form {
    const char *title; /* translated */
    struct subject subject;
    const struct item *item; /* whose plan it is, or NULL */
    struct form_field fields[FIELDS_MAX];
    size_t count;
    const char *chosen; /* value of the field in focus before one is chosen from the guide; NULL:
                           none is */
};

static const struct panel panel = {SCREEN_FORM, 0};

static struct form *form_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

/* --- what is shown --------------------------------------------------------------------------- */

/* The value for people: the label of what was chosen, names of countries. */
static const char *field_shown(const struct desk *desk, const struct form_field *field,
                               struct arena *arena) {
    if (field->command != COMMAND_NONE) {
        return _(command_info(field->command)->help);
    }
    const char *value = work_value(desk, field->practice, field->item, field->field);
    if (strcmp(field->field, "plan.due") == 0) {
        return plan_due(arena, value, "done", 0);
    }
    if (field->own) {
        return wording_fact(desk->work.catalogue, desk->work.lang, field->own, value, arena);
    }
    const struct subject *subject = listing_find(desk, field->practice);
    if (strcmp(field->field, "model") == 0 && subject) {
        const struct practice *model = work_model(desk, subject);
        return model ? work_title(desk, model) : "";
    }
    if (strcmp(field->field, "checklist") == 0 && subject) {
        const struct checklist *checklist = work_checklist(desk, subject);
        return checklist ? record_cell(&checklist->record, CHECKLIST_TITLE) : "";
    }
    if (strcmp(field->field, "status") == 0 && subject) {
        /* The checklist may have been changed since the form was opened. */
        const char *label = changes_final(desk, subject->id, work_checklist(desk, subject));
        return label ? arena_printf(arena, _("final (%s)"), label) : _("draft");
    }
    return field_choice_label(field->field, value);
}

/* How many sentences of the guide can be chosen for the field. */
static size_t guides_for(const struct desk *desk, const struct form_field *field) {
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    size_t count = 0;
    if (field->field) {
        plan_guide_list(desk, form_of(desk)->item, field->field, &scratch, &count);
    }
    arena_free(&scratch);
    return count;
}

/* What stands where nothing is filled in. */
static const char *empty_text(const struct desk *desk, const struct form_field *field,
                              struct arena *arena) {
    const size_t count = guides_for(desk, field);
    return count ? arena_printf(arena, _("...  Tab: %zu to choose from"), count) : "...";
}

static void form_rows(const struct desk *desk, struct rows *rows) {
    const struct form *form = form_of(desk);
    rows->title = form->title;
    rows->wide = true;
    for (size_t i = 0; i < form->count; i++) {
        const struct form_field *field = &form->fields[i];
        const char *value = field_shown(desk, field, rows->arena);
        struct row *row = rows_add_entry(rows, i,
                                         *value ? value : empty_text(desk, field, rows->arena));
        row->label = field->label;
        row->indent = LABEL_WIDTH;
        row->hang = 0;
    }
}

/* --- which fields ---------------------------------------------------------------------------- */

static void field_add(const struct desk *desk, struct form *form, const char *field) {
    const struct place place = {.practice = &form->subject, .item = form->item, .field = field};
    if (form->count < FIELDS_MAX) {
        form->fields[form->count++] = form_field_at(desk, &place);
    }
}

static void own_begin(const struct desk *desk, struct form *form) {
    /* What most people want to say stands first. */
    static const char *const first[] = {"own.title",        "own.organisation", "own.country",
                                        "own.city",         "own.start",        "own.area",
                                        "own.target_group", "own.summary"};
    size_t count = 0;
    const struct own_field *fields = own_fields(&count);
    form->title = _("Facts of your practice");
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        field_add(desk, form, first[i]);
    }
    for (size_t i = 0; i < count; i++) {
        bool added = false;
        for (size_t o = 0; o < sizeof first / sizeof *first; o++) {
            added |= strcmp(first[o], fields[i].name) == 0;
        }
        if (!added) {
            field_add(desk, form, fields[i].name);
        }
    }
}

static void settings_begin(const struct desk *desk, struct form *form) {
    static const char *const fields[] = {"status", "checklist", "model",
                                         "name",   "role",      "organisation"};
    form->title = _("Review settings");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        /* A practice of the catalogue needs no model: its own source stands beside it. */
        if (strcmp(fields[i], "model") != 0 || !form->subject.practice) {
            field_add(desk, form, fields[i]);
        }
    }
    form->fields[form->count++] = (struct form_field){
        .label = _("To others"), .listed = true, .command = COMMAND_REPORT};
    if (!form->subject.practice) {
        form->fields[form->count++] = (struct form_field){
            .label = _("The list"), .listed = true, .command = COMMAND_OFF_LIST};
    }
}

static bool plan_begin(struct desk *desk, struct form *form) {
    const enum verdict verdict = work_verdict(desk, &form->subject, form->item);
    if (verdict != VERDICT_NOT_MET && verdict != VERDICT_PARTLY &&
        !work_planned(desk, &form->subject, form->item)) {
        notice_say(desk, _("A plan is for items that are not met or partly met; mark it first."));
        return false;
    }
    form->title = _("Plan for this item");
    for (size_t i = 0; i < WORK_PLAN_FIELDS; i++) {
        field_add(desk, form, work_plan_fields[i]);
    }
    return true;
}

/* The place's field says which: the facts "own.", the plan "plan.", none for the settings. */
static bool enter(struct desk *desk, const struct place *place) {
    struct form *form = form_of(desk);
    *form = (struct form){.subject = *place->practice, .item = place->item};
    if (!place->field) {
        settings_begin(desk, form);
        return true;
    }
    if (strcmp(place->field, "plan.") == 0) {
        return plan_begin(desk, form);
    }
    own_begin(desk, form);
    return true;
}

/* --- what is done ---------------------------------------------------------------------------- */

static size_t count(const struct desk *desk) {
    return form_of(desk)->count;
}

static void field_open(struct desk *desk, size_t entry) {
    const struct form *form = form_of(desk);
    const struct form_field *field = &form->fields[entry];
    if (field->command != COMMAND_NONE) {
        const enum command command = field->command;
        desk_close(desk);
        act_do(desk, command);
        return;
    }
    const struct place place = {
        .practice = &form->subject,
        .question = form->item ? form->item->question : NULL,
        .item = form->item,
        .field = field->field,
    };
    /* Of a draft there is nothing to choose but to call it final. */
    const bool draft = strcmp(field->field, "status") == 0 &&
                       !changes_final(desk, field->practice, work_checklist(desk, &form->subject));
    desk_go(desk, draft ? form_field_typed(field) : form_field_screen(field), &place);
}

/* Tab: a sentence of the guide. */
static void guide_open(struct desk *desk) {
    struct form *form = form_of(desk);
    const struct form_field *field = &form->fields[window_of(desk, panel)->focus];
    if (guides_for(desk, field) == 0) {
        notice_say(desk, _("The guide has nothing for this."));
        return;
    }
    const struct place place = {
        .practice = &form->subject,
        .question = form->item->question,
        .item = form->item,
        .field = field->field,
    };
    form->chosen = work_value(desk, field->practice, field->item, field->field);
    desk_go(desk, SCREEN_GUIDE, &place);
}

/* Once a sentence was chosen, on to the next field that is empty and has some to choose from. */
static bool refresh(struct desk *desk) {
    struct form *form = form_of(desk);
    const size_t focus = window_of(desk, panel)->focus;
    if (!form->chosen || stack_screen(desk) != SCREEN_FORM) {
        return true;
    }
    const struct form_field *here = &form->fields[focus];
    const bool changed = strcmp(work_value(desk, here->practice, here->item, here->field),
                                form->chosen) != 0;
    form->chosen = NULL;
    for (size_t i = focus + 1; changed && i < form->count; i++) {
        const struct form_field *field = &form->fields[i];
        if (!*work_value(desk, field->practice, field->item, field->field) &&
            guides_for(desk, field) > 0) {
            window_focus(desk, panel, i);
            break;
        }
    }
    return true;
}

/*
 * A character begins the writing of the field: whoever types a text there means no commands.
 */
static bool key(struct desk *desk, int key) {
    char bytes[TEXT_CODE_BYTES];
    const enum command command = keymap_command(key);
    if (command == COMMAND_NEXT_STOP) {
        guide_open(desk);
        return true;
    }
    if (command == COMMAND_HELP || command == COMMAND_BY_NAME || key == ' ' ||
        edit_character(key, bytes) == 0) {
        return false;
    }
    const size_t focus = window_of(desk, panel)->focus;
    if (form_of(desk)->fields[focus].listed) {
        notice_say(desk, _("Enter shows what can be chosen here."));
        return true;
    }
    field_open(desk, focus);
    if (stack_top(desk)->key && stack_screen(desk) != SCREEN_FORM) {
        stack_top(desk)->key(desk, key);
    }
    return true;
}

static bool guided(const struct desk *desk) {
    return guides_for(desk, &form_of(desk)->fields[window_of(desk, panel)->focus]) > 0;
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("fill in")},
    {COMMAND_NONE, .word = N_("choose"), .key = PRESS_TAB, .when = guided},
    {COMMAND_NONE, .word = N_("undo"), .key = PRESS_CTRL('z')},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_NONE},
};

static size_t crumbs(const struct desk *desk, const char *crumbs[CRUMBS_MAX], struct arena *arena) {
    (void)arena;
    crumbs[0] = form_of(desk)->title;
    return 1;
}

const struct screen form_screen = {
    .title = N_("Fill in"),
    .crumbs = crumbs,
    .shape = SHAPE_BOX,
    .state = sizeof(struct form),
    .panels = {{.name = "", .entries = count, .rows = form_rows, .open = field_open}},
    .verbs = verbs,
    .enter = enter,
    .refresh = refresh,
    .key = key,
};
