#include "vademecum/base/words.h"
#include "vademecum/desk/editing.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/planning.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"
#include "vademecum/desk/typing.h"
#include "vademecum/desk/writing.h"
#include "vademecum/report/planned.h"
#include "vademecum/review/field.h"
#include "vademecum/review/own.h"

#include <string.h>

static void own_field_add(struct session *session, const char *practice,
                          const struct own_field *own);
static void field_type(struct session *session, const struct form_field *field, const char *prefix);
static bool proposed_chosen(const struct session *session, const struct form_field *field,
                            const char *wanted);
static void form_add(struct session *session, const struct form_field *field);
static void choice_begin(struct session *session, const struct form_field *field);
static size_t options_make(struct session *session, const struct form_field *field,
                           const struct option **options);
static size_t options_of_own(const struct session *session, const struct own_field *own,
                             struct option *options);
static size_t options_of_checklists(struct session *session, struct option *options);
static size_t options_of_models(const struct session *session, struct option *options);
static size_t options_of_item(struct session *session, struct option *options);
static size_t options_of_tools(struct session *session, const struct form_field *field,
                               struct option *options);
static size_t options_of_status(const struct form_field *field, struct option *options);
static void option_none_add(struct session *session);
static void option_toggle(struct session *session, const struct option *option);
static const char *unknown_values(const struct session *session, struct arena *arena);
static size_t options_most(const struct session *session, const struct form_field *field);

void forms_facts(struct session *session) {
    const struct subject *subject = session_screen(session) == SCREEN_HOME
                                        ? session_home_subject(session)
                                        : session->subject;
    forms_own(session, subject->id);
}

void forms_own(struct session *session, const char *practice) {
    /* What most people want to say stands first. */
    static const char *const first[] = {"own.title",        "own.organisation", "own.country",
                                        "own.city",         "own.start",        "own.area",
                                        "own.target_group", "own.summary"};
    size_t count = 0;
    const struct own_field *fields = own_fields(&count);
    session->form = (struct form){.kind = FORM_OWN};
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        own_field_add(session, practice, own_field(first[i]));
    }
    for (size_t i = 0; i < count; i++) {
        bool added = false;
        for (size_t o = 0; o < sizeof first / sizeof *first; o++) {
            added |= strcmp(first[o], fields[i].name) == 0;
        }
        if (!added) {
            own_field_add(session, practice, &fields[i]);
        }
    }
    screens_show(session, SCREEN_FORM, PANEL_FORM);
}

static void own_field_add(struct session *session, const char *practice,
                          const struct own_field *own) {
    const struct form_field field = {
        .practice = practice,
        .item = "",
        .field = own->name,
        .label = _(own->label),
        .own = own,
        .listed = own->kind == OWN_CHOICE || own->kind == OWN_TERMS,
        .many = own->kind == OWN_TERMS,
    };
    form_add(session, &field);
}

void forms_settings(struct session *session) {
    const struct subject *subject = session_screen(session) == SCREEN_HOME
                                        ? session_home_subject(session)
                                        : session->subject;
    const char *practice = subject->id;
    const struct form_field fields[] = {
        {practice, "", "checklist", _("Checklist"), NULL, true, false},
        {practice, "", "model", _("Model beside it"), NULL, true, false},
        {practice, "", "status", _("Status"), NULL, true, false},
        {"", "", "name", _("Your name"), NULL, false, false},
        {"", "", "organisation", _("Organisation"), NULL, false, false},
    };
    session->form = (struct form){.kind = FORM_SETTINGS};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        /* A practice of the catalogue needs no model: its own source stands beside it. */
        if (strcmp(fields[i].field, "model") != 0 || !subject->practice) {
            form_add(session, &fields[i]);
        }
    }
    screens_show(session, SCREEN_FORM, PANEL_FORM);
}

void planning_form(struct session *session, const struct item *item) {
    session->form = (struct form){.kind = FORM_PLAN};
    for (size_t i = 0; i < PLANNING_FIELDS; i++) {
        const char *name = planning_fields[i];
        const struct form_field field = {
            .practice = session->subject->id,
            .item = record_cell(&item->record, ITEM_ID),
            .field = name,
            .label = field_label(name),
            .own = strcmp(name, "plan.due") == 0 ? own_field("own.start") : NULL,
            .listed = strcmp(name, "plan.tool") == 0 || strcmp(name, "plan.status") == 0,
        };
        form_add(session, &field);
    }
    screens_show(session, SCREEN_FORM, PANEL_FORM);
}

void forms_open(struct session *session) {
    const struct form_field *field = &session->form.fields[session->panels[PANEL_FORM].focus];
    if (field->listed) {
        choice_begin(session, field);
    } else {
        field_type(session, field, NULL);
    }
}

bool forms_press(struct session *session, int key, enum command command) {
    const enum screen_id screen = session_screen(session);
    const bool asks = command == COMMAND_HELP || command == COMMAND_BY_NAME;
    char bytes[TEXT_CODE_BYTES];
    if ((screen != SCREEN_FORM && screen != SCREEN_CHOICE) || asks || key == ' ' ||
        editing_character(key, bytes) == 0) {
        return false;
    }
    if (screen == SCREEN_CHOICE) {
        const bool known = command != COMMAND_NONE &&
                           (command_info(command)->group == GROUP_MOVE || command == COMMAND_QUIT);
        if (!known) {
            session_say(session,
                        _("Letters do nothing here: arrows move, Enter takes, Esc leaves."));
        }
        return !known;
    }
    const struct form_field *field = &session->form.fields[session->panels[PANEL_FORM].focus];
    if (field->listed) {
        session_say(session, _("Enter shows what can be chosen here."));
        return true;
    }
    forms_open(session);
    if (session_screen(session) == SCREEN_EDIT) {
        typing_press(session, key);
    }
    return true;
}

/* A text for the field; `prefix`, unless NULL, is put before it. */
static void field_type(struct session *session, const struct form_field *field,
                       const char *prefix) {
    const struct box typing = {
        .prefix = prefix,
        .practice = field->practice,
        .item = field->item,
        .field = field->field,
        .title = field->label,
        .own = field->own,
    };
    typing_begin(session, &typing);
}

void forms_item(struct session *session) {
    const struct form_field field = {
        .practice = session->subject->id,
        .item = record_cell(&session_item(session)->record, ITEM_ID),
        .field = "verdict",
        .label = record_cell(&session_item(session)->record, ITEM_TEXT),
        .listed = true,
    };
    choice_begin(session, &field);
}

void forms_choose(struct session *session) {
    const struct option *option = &session->choice.options[session->panels[PANEL_CHOICE].focus];
    const struct form_field *field = &session->choice.field;
    if (field->many) {
        option_toggle(session, option);
        return;
    }
    screens_close(session);
    if (option->command != COMMAND_NONE) {
        session_do(session, option->command);
        return;
    }
    if (option->typed) {
        field_type(session, field, option->value);
        return;
    }
    writing_put(session, field->practice, field->item, field->field, option->value);
    if (strcmp(field->field, "verdict") == 0) {
        const struct item *item = catalogue_item(session->catalogue, field->item);
        reviewing_set(session, item, item);
    }
    screens_again(session);
}

bool session_chosen(const struct session *session, size_t entry) {
    const struct form_field *field = &session->choice.field;
    const char *value = writing_value(session, field->practice, field->item, field->field);
    const char *wanted = session->choice.options[entry].value;
    if (!*value && (strcmp(field->field, "checklist") == 0 || strcmp(field->field, "model") == 0)) {
        return wanted && proposed_chosen(session, field, wanted);
    }
    if (!wanted) {
        return false;
    }
    const size_t length = strlen(wanted);
    if (session->choice.options[entry].typed) {
        return length && strncmp(value, wanted, length) == 0;
    }
    if (!*value && strcmp(field->field, "status") == 0) {
        return strcmp(wanted, "draft") == 0;
    }
    if (!field->many) {
        return strcmp(value, wanted) == 0;
    }
    for (const char *at = strstr(value, wanted); at; at = strstr(at + 1, wanted)) {
        const bool starts = at == value || at[-1] == ' ';
        if (starts && (at[length] == '\0' || at[length] == ';')) {
            return true;
        }
    }
    return false;
}

/* Nothing chosen means the checklist or model that is shown. */
static bool proposed_chosen(const struct session *session, const struct form_field *field,
                            const char *wanted) {
    const struct subject *subject = session_subject(session, field->practice);
    if (!subject) {
        return false;
    }
    if (strcmp(field->field, "model") == 0) {
        const struct practice *model = session_model(session, subject);
        return model && strcmp(wanted, record_cell(&model->record, PRACTICE_ID)) == 0;
    }
    const struct checklist *checklist = session_checklist(session, subject);
    const char *id = checklist ? record_cell(&checklist->record, CHECKLIST_ID) : "";
    return *id && strncmp(wanted, id, strlen(id)) == 0 && wanted[strlen(id)] == '@';
}

static void form_add(struct session *session, const struct form_field *field) {
    if (session->form.count < FORM_FIELDS_MAX) {
        session->form.fields[session->form.count++] = *field;
    }
}

static void choice_begin(struct session *session, const struct form_field *field) {
    arena_empty(&session->choosing);
    session->choice = (struct choice){.field = *field};
    session->choice.count = options_make(session, field, &session->choice.options);
    option_none_add(session);
    screens_show(session, SCREEN_CHOICE, PANEL_CHOICE);
    for (size_t i = 0; i < session->choice.count; i++) {
        if (session_chosen(session, i) && *session->choice.options[i].value) {
            scroll_focus(session, PANEL_CHOICE, i);
            break;
        }
    }
}

static size_t options_make(struct session *session, const struct form_field *field,
                           const struct option **options) {
    struct option *made = arena_array(&session->choosing, options_most(session, field),
                                      sizeof *made);
    *options = made;
    if (field->own) {
        return options_of_own(session, field->own, made);
    }
    if (strcmp(field->field, "checklist") == 0) {
        return options_of_checklists(session, made);
    }
    if (strcmp(field->field, "model") == 0) {
        return options_of_models(session, made);
    }
    if (strcmp(field->field, "verdict") == 0) {
        return options_of_item(session, made);
    }
    if (strcmp(field->field, "plan.tool") == 0) {
        return options_of_tools(session, field, made);
    }
    return options_of_status(field, made);
}

static size_t options_of_own(const struct session *session, const struct own_field *own,
                             struct option *options) {
    size_t count = 0;
    for (const struct own_choice *choice = own->choices; choice && choice->value; choice++) {
        options[count++] = (struct option){choice->value, _(choice->label), false, COMMAND_NONE};
    }
    for (size_t i = 0; own->scheme && i < session->catalogue->term_count; i++) {
        const struct record *record = &session->catalogue->terms[i].record;
        if (strcmp(record_cell(record, TERM_SCHEME), own->scheme) == 0) {
            options[count++] = (struct option){record_cell(record, TERM_TERM),
                                               record_cell(record, TERM_LABEL), false,
                                               COMMAND_NONE};
        }
    }
    return count;
}

static size_t options_of_checklists(struct session *session, struct option *options) {
    const struct catalogue *catalogue = session->catalogue;
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        const struct record *record = &catalogue->checklists[i].record;
        options[i] = (struct option){
            arena_printf(&session->choosing, "%s@%s", record_cell(record, CHECKLIST_ID),
                         record_cell(record, CHECKLIST_VERSION)),
            record_cell(record, CHECKLIST_TITLE),
            false,
            COMMAND_NONE,
        };
    }
    return catalogue->checklist_count;
}

/* All of the catalogue, whatever Home is narrowed to: a filter left on hides no model. */
static size_t options_of_models(const struct session *session, struct option *options) {
    size_t count = 0;
    const struct subject *models = subjects_models(session, &count);
    for (size_t i = 0; i < count; i++) {
        options[i] = (struct option){models[i].id, session_title(session, models[i].practice),
                                     false, COMMAND_NONE};
    }
    return count;
}

/* The marks, and what else can be done with an item. */
static size_t options_of_item(struct session *session, struct option *options) {
    static const enum command commands[] = {COMMAND_COMMENT, COMMAND_EVIDENCE, COMMAND_PLAN,
                                            COMMAND_WHO};
    size_t count = 0;
    for (enum verdict verdict = VERDICT_NONE + 1; verdict <= VERDICT_COUNT; verdict++) {
        const enum verdict one = verdict % VERDICT_COUNT;
        options[count++] = (struct option){verdict_name(one),
                                           arena_printf(&session->choosing, "%s %s",
                                                        sign_of_verdict(one, session->look.signs),
                                                        sign_of_verdict(one, SIGN_WORDS)),
                                           false, COMMAND_NONE};
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        options[count++] = (struct option){NULL, _(command_info(commands[i])->help), false,
                                           commands[i]};
    }
    return count;
}

/* The tools that any practice has for the question, or one that the user writes down. */
static size_t options_of_tools(struct session *session, const struct form_field *field,
                               struct option *options) {
    const struct item *item = catalogue_item(session->catalogue, field->item);
    size_t count = 0;
    options[count++] = (struct option){"", _("write it down yourself"), true, COMMAND_NONE};
    for (const struct tool *tool = item->question->tools; tool; tool = tool->next_practice) {
        const char *title = record_cell(&tool->record, TOOL_TITLE);
        const char *practice = session_title(session, tool->practice);
        options[count++] = (struct option){
            planned_tool_value(&session->choosing, tool),
            arena_printf(&session->choosing, _("%s, of %s"), title, practice), false, COMMAND_NONE};
    }
    return count;
}

static size_t options_of_status(const struct form_field *field, struct option *options) {
    static const struct option of_plan[] = {{"open", N_("open"), false, COMMAND_NONE},
                                            {"done", N_("done"), false, COMMAND_NONE},
                                            {"dropped", N_("dropped"), false, COMMAND_NONE}};
    static const struct option of_review[] = {
        {"draft", N_("draft: still being worked on"), false, COMMAND_NONE},
        {"final ", N_("final: with a label of your own, such as the date"), true, COMMAND_NONE}};
    const bool plan = strcmp(field->field, "plan.status") == 0;
    const struct option *list = plan ? of_plan : of_review;
    const size_t count = plan ? sizeof of_plan / sizeof *of_plan
                              : sizeof of_review / sizeof *of_review;
    for (size_t i = 0; i < count; i++) {
        options[i] = list[i];
        options[i].label = _(list[i].label);
    }
    return count;
}

/* What was chosen can be taken back; lists that have such an entry need no second one. */
static void option_none_add(struct session *session) {
    struct choice *choice = &session->choice;
    const char *field = choice->field.field;
    const bool proposed = strcmp(field, "model") == 0 || strcmp(field, "checklist") == 0;
    if (strcmp(field, "status") == 0) {
        return; /* a draft is what is not called final */
    }
    for (size_t i = 0; i < choice->count; i++) {
        const char *value = choice->options[i].value;
        if (choice->field.many || (value && !*value)) {
            return;
        }
    }
    struct option *options = arena_array(&session->choosing, choice->count + 1, sizeof *options);
    memcpy(options, choice->options, choice->count * sizeof *options);
    options[choice->count] = (struct option){
        "", proposed ? _("whichever is suggested") : _("not stated"), false, COMMAND_NONE};
    choice->options = options;
    choice->count++;
}

/* Puts the value among the field's, in the order of the options, or takes it out. */
static void option_toggle(struct session *session, const struct option *option) {
    const struct form_field *field = &session->choice.field;
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    const char *value = unknown_values(session, &scratch);
    for (size_t i = 0; i < session->choice.count; i++) {
        const struct option *one = &session->choice.options[i];
        if (session_chosen(session, i) != (one == option)) {
            value = arena_printf(&scratch, "%s%s%s", value, *value ? "; " : "", one->value);
        }
    }
    writing_put(session, field->practice, field->item, field->field, value);
    arena_free(&scratch);
}

/* Values that are none of the options, as from another catalogue: they are kept. */
static const char *unknown_values(const struct session *session, struct arena *arena) {
    const struct form_field *field = &session->choice.field;
    char *rest = arena_printf(arena, "%s",
                              writing_value(session, field->practice, field->item, field->field));
    const char *kept = "";
    for (const char *one = strsep(&rest, ";"); one; one = strsep(&rest, ";")) {
        one += strspn(one, " ");
        bool known = !*one;
        for (size_t i = 0; i < session->choice.count; i++) {
            known |= strcmp(session->choice.options[i].value, one) == 0;
        }
        if (!known) {
            kept = arena_printf(arena, "%s%s%s", kept, *kept ? "; " : "", one);
        }
    }
    return kept;
}

/* The tools are those of all practices, of which Home may list only a few. */
static size_t options_most(const struct session *session, const struct form_field *field) {
    const struct item *item = catalogue_item(session->catalogue, field->item);
    return find_subjects(session->find)->count + session->catalogue->term_count +
           session->catalogue->checklist_count + (item ? item->question->tool_count : 0) +
           FORM_FIELDS_MAX;
}
