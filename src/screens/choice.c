#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/edit_keys.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/mark.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/review/field.h"
#include "vademecum/screens/form_field.h"
#include "vademecum/screens/screens.h"

#include <string.h>

/* One of the values that can be chosen. */
struct option {
    const char *value;    /* as stored */
    const char *label;    /* for people */
    bool typed;           /* a text is to be written */
    enum command command; /* that is carried out instead; COMMAND_NONE: the value is written */
};

struct choice {
    struct subject subject; /* as for its field's place */
    const struct item *item;
    struct form_field field; /* that is chosen for */
    struct arena *arena;     /* the screen's */
    struct option *options;  /* in the screen's arena */
    size_t count;
    size_t room;
};

static const struct panel panel = {SCREEN_CHOICE, 0};

static struct choice *choice_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

static const char *value_now(const struct desk *desk) {
    const struct form_field *field = &choice_of(desk)->field;
    return work_value(desk, field->practice, field->item, field->field);
}

/* Nothing chosen means the checklist or model that is shown. */
static bool proposed_chosen(const struct desk *desk, const struct choice *choice,
                            const char *wanted) {
    if (strcmp(choice->field.field, "model") == 0) {
        const struct practice *model = work_model(desk, &choice->subject);
        return model && strcmp(wanted, record_cell(&model->record, PRACTICE_ID)) == 0;
    }
    const struct checklist *checklist = work_checklist(desk, &choice->subject);
    const char *id = checklist ? record_cell(&checklist->record, CHECKLIST_ID) : "";
    return *id && strncmp(wanted, id, strlen(id)) == 0 && wanted[strlen(id)] == '@';
}

/* Whether the value is one of several, which "; " stands between. */
static bool value_among(const char *values, const char *wanted) {
    const size_t length = strlen(wanted);
    for (const char *at = strstr(values, wanted); at; at = strstr(at + 1, wanted)) {
        const bool starts = at == values || at[-1] == ' ';
        if (starts && (at[length] == '\0' || at[length] == ';')) {
            return true;
        }
    }
    return false;
}

static bool option_chosen(const struct desk *desk, const struct option *option) {
    const struct choice *choice = choice_of(desk);
    const char *field = choice->field.field;
    const char *value = value_now(desk);
    const char *wanted = option->value;
    if (!wanted) {
        return false;
    }
    if (!*value && (strcmp(field, "checklist") == 0 || strcmp(field, "model") == 0)) {
        return proposed_chosen(desk, choice, wanted);
    }
    if (option->typed) {
        return *wanted && strncmp(value, wanted, strlen(wanted)) == 0;
    }
    if (!*value && strcmp(field, "status") == 0) {
        return strcmp(wanted, "draft") == 0;
    }
    return choice->field.many ? value_among(value, wanted) : strcmp(value, wanted) == 0;
}

/* --- which options --------------------------------------------------------------------------- */

static void option_add(struct choice *choice, const struct option *option) {
    choice->options = arena_grow(choice->arena, choice->options, choice->count, &choice->room,
                                 sizeof *choice->options);
    choice->options[choice->count++] = *option;
}

static void value_add(struct choice *choice, const char *value, const char *label) {
    option_add(choice, &(struct option){.value = value, .label = label});
}

/* Those that the field has by itself, or the terms of its scheme. */
static void listed_options(struct desk *desk, struct choice *choice) {
    const struct own_field *own = choice->field.own;
    const struct catalogue *catalogue = desk->work.catalogue;
    const struct own_choice *one = field_choices(choice->field.field);
    for (; one && one->value; one++) {
        value_add(choice, one->value, _(one->label));
    }
    for (size_t i = 0; own && own->scheme && i < catalogue->term_count; i++) {
        const struct record *record = &catalogue->terms[i].record;
        if (strcmp(record_cell(record, TERM_SCHEME), own->scheme) == 0) {
            value_add(choice, record_cell(record, TERM_TERM), record_cell(record, TERM_LABEL));
        }
    }
}

static void checklist_options(struct desk *desk, struct choice *choice) {
    const struct catalogue *catalogue = desk->work.catalogue;
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        const struct record *record = &catalogue->checklists[i].record;
        value_add(choice,
                  arena_printf(choice->arena, "%s@%s", record_cell(record, CHECKLIST_ID),
                               record_cell(record, CHECKLIST_VERSION)),
                  record_cell(record, CHECKLIST_TITLE));
    }
}

/* All of the catalogue, whatever Home is narrowed to: a filter left on hides no model. */
static void model_options(struct desk *desk, struct choice *choice) {
    size_t count = 0;
    const struct subject *models = listing_models(desk, &count);
    for (size_t i = 0; i < count; i++) {
        value_add(choice, models[i].id, work_title(desk, models[i].practice));
    }
}

/* The marks, and what else can be done with an item. */
static void item_options(struct desk *desk, struct choice *choice) {
    static const enum command commands[] = {COMMAND_COMMENT, COMMAND_EVIDENCE, COMMAND_PLAN,
                                            COMMAND_WHO, COMMAND_STORY};
    const struct checklist *checklist = choice->item ? catalogue_checklist_of(choice->item) : NULL;
    for (enum verdict verdict = VERDICT_NONE + 1; verdict <= VERDICT_COUNT; verdict++) {
        const enum verdict one = verdict % VERDICT_COUNT;
        const struct sign sign = work_sign(desk, checklist, one, desk->look.signs);
        value_add(choice, verdict_name(one),
                  arena_printf(choice->arena, "%s %s", sign.text, sign.word));
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        option_add(choice, &(struct option){.label = _(command_info(commands[i])->help),
                                            .command = commands[i]});
    }
}

/* The tools that any practice has for the question, or one that the user writes down. */
static void tool_options(struct desk *desk, struct choice *choice) {
    struct arena *arena = choice->arena;
    option_add(choice,
               &(struct option){.value = "", .label = _("write it down yourself"), .typed = true});
    for (const struct tool *tool = choice->item->question->tools; tool;
         tool = tool->next_practice) {
        value_add(choice, plan_tool_value(arena, tool),
                  arena_printf(arena, _("%s, of %s"), record_cell(&tool->record, TOOL_TITLE),
                               work_title(desk, tool->practice)));
    }
}

/* In which role the reviewer judges; any other word will do too. */
static void role_options(struct desk *desk, struct choice *choice) {
    (void)desk;
    for (const struct own_choice *one = field_choices("role"); one->value; one++) {
        value_add(choice, one->value, _(one->label));
    }
    option_add(choice, &(struct option){.label = _("another word"), .typed = true});
}

static void status_options(struct desk *desk, struct choice *choice) {
    (void)desk;
    value_add(choice, "draft", _("draft: still being worked on"));
    option_add(choice,
               &(struct option){.value = choice->field.prefix,
                                .label = _("final: with a label of your own, such as the date"),
                                .typed = true});
}

/* What was chosen can be taken back; lists that have such an entry need no second one. */
static void none_add(struct choice *choice) {
    const char *field = choice->field.field;
    const bool proposed = strcmp(field, "model") == 0 || strcmp(field, "checklist") == 0;
    if (choice->field.many || strcmp(field, "status") == 0) {
        return; /* a draft is what is not called final */
    }
    for (size_t i = 0; i < choice->count; i++) {
        const char *value = choice->options[i].value;
        if (value && !*value) {
            return;
        }
    }
    value_add(choice, "", proposed ? _("let the program choose") : _("not stated"));
}

static void options_make(struct desk *desk, struct choice *choice) {
    static const struct {
        const char *field;
        void (*make)(struct desk *desk, struct choice *choice);
    } makers[] = {
        {"role", role_options},    {"checklist", checklist_options}, {"model", model_options},
        {"verdict", item_options}, {"plan.tool", tool_options},      {"status", status_options},
    };
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        if (strcmp(makers[i].field, choice->field.field) == 0) {
            makers[i].make(desk, choice);
            none_add(choice);
            return;
        }
    }
    listed_options(desk, choice);
    none_add(choice);
}

/* --- what is shown --------------------------------------------------------------------------- */

static void choice_rows(const struct desk *desk, struct rows *rows) {
    const struct choice *choice = choice_of(desk);
    rows->title = choice->field.label;
    for (size_t i = 0; i < choice->count; i++) {
        const struct option *option = &choice->options[i];
        rows_add_entry(rows, i,
                       option->value
                           ? arena_printf(rows->arena, "[%s] %s",
                                          option_chosen(desk, option) ? "x" : " ", option->label)
                           : option->label);
    }
}

/* --- what is done ---------------------------------------------------------------------------- */

static size_t count(const struct desk *desk) {
    return choice_of(desk)->count;
}

static bool enter(struct desk *desk, const struct place *place) {
    struct choice *choice = choice_of(desk);
    struct arena *arena = desk_arena(desk, panel.screen);
    arena_empty(arena);
    *choice = (struct choice){
        .arena = arena,
        .subject = place->practice ? *place->practice : (struct subject){0},
        .item = place->item,
        .field = form_field_at(desk, place),
    };
    options_make(desk, choice);
    for (size_t i = 0; i < choice->count; i++) {
        if (option_chosen(desk, &choice->options[i]) && *choice->options[i].value) {
            window_focus(desk, panel, i);
            break;
        }
    }
    return true;
}

/* Values that are none of the options, as from another catalogue: they are kept. */
static const char *unknown_values(const struct desk *desk, struct arena *arena) {
    const struct choice *choice = choice_of(desk);
    char *rest = arena_printf(arena, "%s", value_now(desk));
    const char *kept = "";
    for (const char *one = strsep(&rest, ";"); one; one = strsep(&rest, ";")) {
        one += strspn(one, " ");
        bool known = !*one;
        for (size_t i = 0; i < choice->count; i++) {
            known |= strcmp(choice->options[i].value, one) == 0;
        }
        if (!known) {
            kept = arena_printf(arena, "%s%s%s", kept, *kept ? "; " : "", one);
        }
    }
    return kept;
}

/* Puts the value among the field's, in the order of the options, or takes it out. */
static void option_toggle(struct desk *desk, const struct option *option) {
    const struct choice *choice = choice_of(desk);
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const char *value = unknown_values(desk, &scratch);
    for (size_t i = 0; i < choice->count; i++) {
        const struct option *one = &choice->options[i];
        if (option_chosen(desk, one) != (one == option)) {
            value = arena_printf(&scratch, "%s%s%s", value, *value ? "; " : "", one->value);
        }
    }
    changes_put(desk, choice->field.practice, choice->field.item, choice->field.field, value);
    arena_free(&scratch);
}

static void option_take(struct desk *desk, size_t entry) {
    const struct choice *choice = choice_of(desk);
    const struct option *option = &choice->options[entry];
    const struct form_field *field = &choice->field;
    if (field->many) {
        option_toggle(desk, option);
        return;
    }
    desk_close(desk);
    if (option->command != COMMAND_NONE) {
        act_do(desk, option->command);
        return;
    }
    if (option->typed) {
        const struct place place = {.practice = &choice->subject,
                                    .question = choice->item ? choice->item->question : NULL,
                                    .item = choice->item,
                                    .field = field->field};
        desk_go(desk, form_field_typed(field), &place);
        return;
    }
    if (strcmp(field->field, "verdict") == 0) {
        mark_give(desk, &choice->subject, choice->item, verdict_find(option->value));
    } else {
        changes_put(desk, field->practice, field->item, field->field, option->value);
    }
}

/* A text that is typed here by mistake is no commands. */
static bool key(struct desk *desk, int key) {
    char bytes[TEXT_CODE_BYTES];
    const enum command command = keymap_command(key);
    const bool known = command == COMMAND_HELP || command == COMMAND_BY_NAME ||
                       command == COMMAND_QUIT ||
                       (command != COMMAND_NONE && command_info(command)->group == GROUP_MOVE);
    if (known || key == ' ' || edit_character(key, bytes) == 0) {
        return false;
    }
    notice_say(desk, _("Letters do nothing here: arrows move, Enter takes, Esc leaves."));
    return true;
}

static bool many(const struct desk *desk) {
    return choice_of(desk)->field.many;
}

static const struct verb verbs[] = {
    {COMMAND_NONE, .word = N_("tick"), .key = ' ', .when = many},
    {COMMAND_OPEN, .word = N_("choose")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_NONE},
};

const struct screen choice_screen = {
    .title = N_("Choose"),
    .shape = SHAPE_BOX,
    .boxes = true,
    .state = sizeof(struct choice),
    .panels = {{.name = "", .entries = count, .rows = choice_rows, .open = option_take}},
    .verbs = verbs,
    .enter = enter,
    .key = key,
};
