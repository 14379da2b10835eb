#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/base/text.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/mark.h"
#include "vademecum/screens/choice.h"
#include "vademecum/screens/screens.h"

#include <string.h>

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

/* --- what is shown --------------------------------------------------------------------------- */

enum {
    MANY = 13,     /* options from which it is said that letters narrow them */
    CODE_WIDTH = 5, /* columns of a code */
    TYPED_GAP = 2   /* columns between a title and what was typed */
};

/* The row has what was typed, and the box stays as high as it was for all of them. */
static void choice_rows(const struct desk *desk, struct rows *rows) {
    const struct choice *choice = choice_of(desk);
    const char *typed = desk->ask.line.text;
    const int room = rows->width - text_width(typed, desk->look.letters) - TYPED_GAP;
    rows->title = *typed ? arena_printf(rows->arena, "%s: %s",
                                        rows_short(desk, choice->field.label, room, rows->arena),
                                        typed)
                         : choice->field.label;
    rows->wide = choice->count >= MANY;
    rows->tail = *typed || choice->count < MANY ? "" : _("type to narrow");
    if (choice->field.own && choice->field.own->help) {
        rows_add(rows, ROLE_DIM, ROWS_INDENT, _(choice->field.own->help));
    }
    const size_t above = rows->count;
    if (choice->meant) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("Is this meant?"));
    } else if (choice->shown_count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("Not here; Esc takes it away."));
    }
    for (size_t i = 0; i < choice->shown_count; i++) {
        const struct option *option = &choice->options[choice->shown[i]];
        struct row *row = rows_add_entry(
            rows, i,
            option->value ? arena_printf(rows->arena, "[%s] %s",
                                         option_chosen(desk, option) ? "x" : " ", option->label)
                          : option->label);
        row->tail = option->code;
        row->tail_width = option->code ? CODE_WIDTH : 0;
    }
    for (size_t i = rows->count; i < above + choice->count && i < (size_t)rows->height; i++) {
        rows_add(rows, ROLE_TEXT, 0, "");
    }
}

/* --- what is done ---------------------------------------------------------------------------- */

static size_t count(const struct desk *desk) {
    return choice_of(desk)->shown_count;
}

/* The first that is chosen, else the first. */
static void chosen_focus(struct desk *desk) {
    const struct choice *choice = choice_of(desk);
    window_first(desk, panel);
    for (size_t i = 0; i < choice->shown_count; i++) {
        const struct option *option = &choice->options[choice->shown[i]];
        if (option_chosen(desk, option) && *option->value) {
            window_focus(desk, panel, i);
            return;
        }
    }
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
    choice_options(desk, choice);
    choice_narrow(choice, "");
    chosen_focus(desk);
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
    if (entry >= choice->shown_count) {
        return;
    }
    const struct option *option = &choice->options[choice->shown[entry]];
    const struct form_field *field = &choice->field;
    if (field->many) {
        option_toggle(desk, option);
        ask_choose(desk); /* the next letters are about another */
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

static void words_typed(struct desk *desk) {
    choice_of(desk)->ticked = false;
    choice_narrow(choice_of(desk), desk->ask.line.text);
    if (desk->ask.line.length > 0) {
        window_first(desk, panel);
    } else {
        chosen_focus(desk);
    }
}

static bool many(const struct desk *desk) {
    return choice_of(desk)->field.many;
}

static bool one(const struct desk *desk) {
    return !many(desk);
}

/* Of an item, the keys that give marks and lead on do so in the list of them too. */
static bool key_taken(struct desk *desk, int key) {
    const struct choice *choice = choice_of(desk);
    if (strcmp(choice->field.field, "verdict") != 0 || desk->ask.line.length > 0) {
        return false;
    }
    for (size_t i = 0; i < choice->shown_count; i++) {
        const char *code = choice->options[choice->shown[i]].code;
        if (code && key == code[0]) {
            option_take(desk, i);
            return true;
        }
    }
    return false;
}

/* Who has ticked by a blank is done by Enter, which else would take the tick away again. */
static bool done(const struct desk *desk) {
    return many(desk) && choice_of(desk)->ticked;
}

static void accept(struct desk *desk) {
    if (done(desk)) {
        desk_close(desk);
    } else {
        act_open(desk);
    }
}

/* A blank ticks, unless it parts the words of a name. */
static bool ticked(struct desk *desk, int key) {
    if (key_taken(desk, key)) {
        return true;
    }
    const bool ticks = key == ' ' && (many(desk) || desk->ask.line.length == 0);
    if (ticks) {
        choice_of(desk)->ticked = many(desk) && choice_of(desk)->shown_count > 0;
        act_open(desk);
    }
    return ticks;
}

static const struct asking narrowing = {
    .list = true,
    .key = ticked,
    .typed = words_typed,
    .accepted = accept,
    .left = desk_close,
};

static const struct verb verbs[] = {
    {COMMAND_NONE, .word = N_("tick"), .key = ' ', .when = many},
    {COMMAND_NONE, .word = N_("done"), .key = PRESS_ENTER, .when = done},
    {COMMAND_OPEN, .word = N_("choose"), .when = one},
    {.command = COMMAND_BACK},
    {.command = COMMAND_NONE},
};

const struct screen choice_screen = {
    .title = N_("Choose"),
    .shape = SHAPE_BOX,
    .state = sizeof(struct choice),
    .panels = {{.name = "", .entries = count, .rows = choice_rows, .open = option_take}},
    .verbs = verbs,
    .asking = &narrowing,
    .enter = enter,
};
