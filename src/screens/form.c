#include "vademecum/screens/form.h"
#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/review/field.h"
#include "vademecum/screens/plan_guide.h"
#include "vademecum/screens/screens.h"

#include <string.h>

static const struct panel panel = {SCREEN_FORM, 0};

/* --- which fields ---------------------------------------------------------------------------- */

static void field_add(const struct desk *desk, struct form *form, const char *field) {
    const struct place place = {.practice = &form->subject, .item = form->item, .field = field};
    if (form->count < FORM_FIELDS_MAX) {
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

/* Says of which marks an item can be planned for. */
static void plan_refuse(struct desk *desk, const struct item *item) {
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    notice_say(desk, _("A plan is for an item marked %s; mark it first."),
               work_wanting(desk, catalogue_checklist_of(item), &scratch));
    arena_free(&scratch);
}

static bool plan_begin(struct desk *desk, struct form *form) {
    const enum verdict verdict = work_verdict(desk, &form->subject, form->item);
    if (verdict != VERDICT_NOT_MET && verdict != VERDICT_PARTLY &&
        !work_planned(desk, &form->subject, form->item)) {
        plan_refuse(desk, form->item);
        return false;
    }
    form->title = _("Plan");
    for (size_t i = 0; i < WORK_PLAN_FIELDS; i++) {
        field_add(desk, form, work_plan_fields[i]);
    }
    return true;
}

static bool fields_begin(struct desk *desk, const struct place *place) {
    struct form *form = form_of(desk);
    const struct item *item = place->item;
    *form = (struct form){.subject = *place->practice};
    if (!place->field) {
        settings_begin(desk, form);
        return true;
    }
    if (field_plan(place->field)) {
        form->item = item;
        return plan_begin(desk, form);
    }
    own_begin(desk, form);
    return true;
}

/*
 * The place's field says which: the facts "own.", the plan "plan.", none for the settings. A whole
 * name, as "plan.due", is where the focus goes.
 */
static bool enter(struct desk *desk, const struct place *place) {
    struct form *form = form_of(desk);
    const struct form before = *form; /* which may lie open under other screens */
    const bool begun = fields_begin(desk, place);
    if (!begun) {
        *form = before;
    }
    for (size_t i = 0; begun && place->field && i < form->count; i++) {
        const char *field = form->fields[i].field;
        if (field && strcmp(field, place->field) == 0) {
            window_focus(desk, panel, i);
        }
    }
    return begun;
}

/* --- what is done ---------------------------------------------------------------------------- */

/* Once a sentence was chosen, on to the next field that is empty. */
static bool refresh(struct desk *desk) {
    struct form *form = form_of(desk);
    if (!form->chosen || stack_screen(desk) != SCREEN_FORM) {
        return true;
    }
    const struct form_field *here = form_focused(desk);
    const bool changed = strcmp(work_value(desk, here->practice, here->item, here->field),
                                form->chosen) != 0;
    form->chosen = NULL;
    for (size_t i = window_of(desk, panel)->focus + 1; changed && i < form->count; i++) {
        const struct form_field *field = &form->fields[i];
        if (!*work_value(desk, field->practice, field->item, field->field)) {
            window_focus(desk, panel, i);
            break;
        }
    }
    return true;
}

/* What is undone is of this item: that needs no words. */
static struct place place(const struct desk *desk) {
    struct place here = form_focused_place(desk);
    here.field = NULL;
    return here;
}

/* --- what the footer says -------------------------------------------------------------------- */

static bool in_place(const struct desk *desk) {
    return form_in_place(form_focused(desk));
}

static bool listed(const struct desk *desk) {
    return form_focused(desk)->listed;
}

static bool opened(const struct desk *desk) {
    return !in_place(desk) && !listed(desk);
}

static bool guided(const struct desk *desk) {
    const char *field = form_focused(desk)->field;
    return field && plan_guide_count(desk, form_of(desk)->item, field) > 0;
}

static const struct verb verbs[] = {
    {COMMAND_NONE, .word = N_("next field"), .key = PRESS_ENTER, .when = in_place},
    {COMMAND_NONE, .word = N_("choose"), .key = PRESS_ENTER, .when = listed},
    {COMMAND_NONE, .word = N_("fill in"), .key = PRESS_ENTER, .when = opened},
    {COMMAND_NONE, .word = N_("choose"), .key = PRESS_TAB, .when = guided},
    {COMMAND_NONE, .word = N_("save and close"), .key = PRESS_CTRL('s')},
    {.command = COMMAND_BACK},
    {COMMAND_NONE, .word = N_("undo"), .key = PRESS_CTRL('z')},
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
    .panels = {{.name = "", .entries = form_count, .rows = form_rows, .open = form_open}},
    .verbs = verbs,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .key = form_key,
    .paste = form_paste,
};
