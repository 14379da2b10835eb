#include "vademecum/review/field.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/catalogue/guess.h"
#include "vademecum/catalogue/quote.h"
#include "vademecum/catalogue/syntax.h"
#include "vademecum/review/date.h"
#include "vademecum/review/own.h"
#include "vademecum/review/verdict.h"

#include <string.h>

/* What was typed for a field. */
struct input {
    const char *name;                 /* of the field */
    const struct own_choice *choices; /* that it has, or NULL */
    const char *text;                 /* not empty */
    const struct catalogue *catalogue;
    struct arena *arena; /* for the value, and for all that is made on the way to it */
    struct fault *fault; /* gets what is wrong with it */
};

struct field {
    enum field_place place;
    const char *name;
    const char *label;                               /* untranslated */
    const char *(*value)(const struct input *input); /* as stored, or NULL after the fault */
    const struct own_choice *choices;                /* or NULL: field_choices */
};

static const struct own_choice plan_statuses[] = {
    {"open", N_("open")}, {"done", N_("done")}, {"dropped", N_("dropped")}, {NULL, NULL}};

static const struct own_choice roles[] = {{"staff", N_("staff")},
                                          {"participant", N_("participant")},
                                          {"peer", N_("peer")},
                                          {"funder", N_("funder")},
                                          {NULL, NULL}};
static const struct own_choice yes_no[] = {{"yes", N_("yes")}, {"no", N_("no")}, {NULL, NULL}};

enum {
    CHOICES_MAX = 3 /* of a field of this file */
};

static const char *joined(struct arena *arena, const char *const *texts, size_t count) {
    const char *line = count > 0 ? texts[0] : "";
    for (size_t i = 1; i < count; i++) {
        line = arena_printf(arena, "%s, %s", line, texts[i]);
    }
    return line;
}

static const char *choice_refuse(const struct input *input, const char *meant,
                                 const char *const *choices) {
    size_t count = 0;
    while (choices[count]) {
        count++;
    }
    const char *list = joined(input->arena, choices, count);
    const char *quoted = quote_text(input->arena, input->text);
    if (meant) {
        fault_set(input->fault, FAULT_USAGE, NULL, 0, NULL,
                  _("\"%s\" cannot be the %s; did you mean %s? It is one of: %s"), quoted,
                  input->name, meant, list);
    } else {
        fault_set(input->fault, FAULT_USAGE, NULL, 0, NULL,
                  _("\"%s\" cannot be the %s. Write one of these: %s"), quoted, input->name, list);
    }
    return NULL;
}

static const char *nearest_of(struct arena *arena, const char *typed, const char *const *names,
                              size_t count) {
    struct nearest nearest = nearest_none();
    for (size_t i = 0; i < count; i++) {
        nearest_offer(&nearest, arena, typed, names[i], names[i]);
    }
    return nearest.meant;
}

/* One of the choices, of which the last is followed by NULL. */
static const char *choice_value(const struct input *input, const char *const *choices) {
    size_t count = 0;
    for (; choices[count]; count++) {
        if (strcmp(choices[count], input->text) == 0) {
            return choices[count];
        }
    }
    const char *meant = guess_choice(input->text, choices);
    return choice_refuse(
        input, meant ? meant : nearest_of(input->arena, input->text, choices, count), choices);
}

static const char *verdict_value(const struct input *input) {
    const char *names[VERDICT_COUNT] = {NULL};
    for (enum verdict verdict = VERDICT_NONE + 1; verdict < VERDICT_COUNT; verdict++) {
        names[verdict - 1] = verdict_name(verdict);
    }
    return choice_value(input, names);
}

static const char *text_value(const struct input *input) {
    return input->text;
}

static const char *date_value(const struct input *input) {
    return date_read(input->arena, input->text, input->fault);
}

static const char *listed_value(const struct input *input) {
    const char *values[CHOICES_MAX + 1] = {NULL};
    for (size_t i = 0; i < CHOICES_MAX && input->choices[i].value; i++) {
        values[i] = input->choices[i].value;
    }
    return choice_value(input, values);
}

/* Adds the version, for a later one may ask for other things: "spring@1". */
static const char *checklist_value(const struct input *input) {
    const struct catalogue *catalogue = input->catalogue;
    const size_t count = catalogue->checklist_count;
    const char **choices = arena_array(input->arena, count + 1, sizeof *choices);
    for (size_t i = 0; i < count; i++) {
        const struct record *record = &catalogue->checklists[i].record;
        choices[i] = arena_printf(input->arena, "%s@%s", record_cell(record, CHECKLIST_ID),
                                  record_cell(record, CHECKLIST_VERSION));
    }
    return choice_value(input, choices);
}

static const char *model_value(const struct input *input) {
    if (catalogue_practice(input->catalogue, input->text)) {
        return input->text;
    }
    const struct practice *meant = catalogue_nearest(input->catalogue, input->text);
    const char *quoted = quote_text(input->arena, input->text);
    if (meant) {
        fault_set(input->fault, FAULT_USAGE, NULL, 0, NULL,
                  _("\"%s\" is no practice of the catalogue; did you mean %s?"), quoted,
                  record_cell(&meant->record, PRACTICE_ID));
    } else {
        fault_set(
            input->fault, FAULT_USAGE, NULL, 0, NULL,
            _("\"%s\" is no practice of the catalogue, and only one of these can be a model."),
            quoted);
    }
    return NULL;
}

bool field_fact(const char *name) {
    return strncmp(name, "own.", strlen("own.")) == 0;
}

bool field_plan(const char *name) {
    return strncmp(name, "plan.", strlen("plan.")) == 0;
}

const char *field_final(const char *status) {
    static const char final[] = "final ";
    const size_t length = sizeof final - 1;
    return strncmp(status, final, length) == 0 ? status + length : NULL;
}

static const char *status_value(const struct input *input) {
    const char *label = field_final(input->text);
    if (strcmp(input->text, "draft") == 0 || (label && label[strspn(label, " \t\n")])) {
        return input->text;
    }
    fault_set(
        input->fault, FAULT_USAGE, NULL, 0, NULL,
        _("\"%s\" is no status of a review. Write \"draft\", or \"final\" and a name for this "
          "state of the review, such as \"final spring 2026\"."),
        quote_text(input->arena, input->text));
    return NULL;
}

static const char *link_value(const struct input *input) {
    if (syntax_is_url(input->text)) {
        return input->text;
    }
    const char *quoted = quote_text(input->arena, input->text);
    const char *meant = guess_url(input->arena, input->text);
    if (meant) {
        fault_set(input->fault, FAULT_USAGE, NULL, 0, NULL,
                  _("\"%s\" is not a web address that can be opened. Is %s meant?"), quoted, meant);
    } else {
        fault_set(input->fault, FAULT_USAGE, NULL, 0, NULL,
                  _("\"%s\" is not a web address that can be opened. %s"), quoted,
                  syntax_url_advice(syntax_url(input->text)));
    }
    return NULL;
}

static const struct field fields[] = {
    {FIELD_OF_ITEM, "verdict", N_("Mark"), verdict_value, NULL},
    {FIELD_OF_ITEM, "comment", N_("Comment"), text_value, NULL},
    {FIELD_OF_ITEM, "evidence", N_("Evidence"), text_value, NULL},
    {FIELD_OF_ITEM, "plan.goal", N_("Goal"), text_value, NULL},
    {FIELD_OF_ITEM, "plan.action", N_("What to do"), text_value, NULL},
    {FIELD_OF_ITEM, "plan.tool", N_("Inspired by"), text_value, NULL},
    {FIELD_OF_ITEM, "plan.owner", N_("Who"), text_value, NULL},
    {FIELD_OF_ITEM, "plan.due", N_("By when"), date_value, NULL},
    {FIELD_OF_ITEM, "plan.indicator", N_("Measured by"), text_value, NULL},
    {FIELD_OF_ITEM, "plan.baseline", N_("As it is now"), text_value, NULL},
    {FIELD_OF_ITEM, "plan.target", N_("As it should be"), text_value, NULL},
    {FIELD_OF_ITEM, "plan.risk", N_("If it goes wrong"), text_value, NULL},
    {FIELD_OF_ITEM, "plan.status", N_("Status"), listed_value, plan_statuses},
    {FIELD_OF_ITEM, "plan.result", N_("Result"), text_value, NULL},
    {FIELD_OF_QUESTION, "answer", N_("Answer"), text_value, NULL},
    {FIELD_OF_QUESTION, "tool", N_("Tool"), text_value, NULL},
    {FIELD_OF_PRACTICE, "note", N_("Note"), text_value, NULL},
    {FIELD_OF_PRACTICE, "shortlist", N_("Shortlist"), listed_value, yes_no},
    {FIELD_OF_PRACTICE, "checklist", N_("Checklist"), checklist_value, NULL},
    {FIELD_OF_PRACTICE, "model", N_("Model"), model_value, NULL},
    {FIELD_OF_PRACTICE, "status", N_("Review"), status_value, NULL},
    {FIELD_OF_OWN, "off", N_("Off the list"), listed_value, yes_no},
    {FIELD_OF_TOOL, "tool.url", N_("Link"), link_value, NULL},
    {FIELD_OF_REVIEWER, "name", N_("Name"), text_value, NULL},
    {FIELD_OF_REVIEWER, "role", N_("Role"), text_value, roles},
    {FIELD_OF_REVIEWER, "organisation", N_("Organisation"), text_value, NULL},
};

const char *const *field_names(enum field_place place, struct arena *arena, size_t *count) {
    size_t own_count;
    const struct own_field *own = own_fields(&own_count);
    const char **names = arena_array(arena, own_count + COUNT(fields), sizeof *names);
    *count = 0;
    for (size_t i = 0; i < own_count && place == FIELD_OF_OWN; i++) {
        names[(*count)++] = own[i].name;
    }
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (fields[i].place == place) {
            names[(*count)++] = fields[i].name;
        }
    }
    return names;
}

static const struct field *field_find(enum field_place place, const char *name) {
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (fields[i].place == place && strcmp(fields[i].name, name) == 0) {
            return &fields[i];
        }
    }
    return NULL;
}

bool field_known(enum field_place place, const char *name) {
    return (place == FIELD_OF_OWN && own_field(name)) || field_find(place, name);
}

const char *field_nearest(enum field_place place, struct arena *arena, const char *typed) {
    size_t count;
    const char *const *names = field_names(place, arena, &count);
    return nearest_of(arena, typed, names, count);
}

const char *field_label(const char *name) {
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (strcmp(fields[i].name, name) == 0) {
            return _(fields[i].label);
        }
    }
    const struct own_field *own = own_field(name);
    return own ? _(own->label) : name;
}

const struct own_choice *field_choices(const char *name) {
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (strcmp(fields[i].name, name) == 0) {
            return fields[i].choices;
        }
    }
    const struct own_field *own = own_field(name);
    return own ? own->choices : NULL;
}

const char *field_choice_label(const char *name, const char *value) {
    const struct own_choice *choice = field_choices(name);
    while (choice && choice->value && strcmp(choice->value, value) != 0) {
        choice++;
    }
    return choice && choice->value ? _(choice->label) : value;
}

const char *field_value(enum field_place place, const char *name, const struct catalogue *catalogue,
                        struct arena *arena, const char *typed, struct fault *fault) {
    if (!typed[0]) {
        return "";
    }
    if (place == FIELD_OF_OWN && own_field(name)) {
        return own_value(arena, catalogue, own_field(name), typed, fault);
    }
    const struct field *field = field_find(place, name);
    const struct input input = {
        .name = name,
        .choices = field->choices,
        .text = typed,
        .catalogue = catalogue,
        .arena = arena,
        .fault = fault,
    };
    return field->value(&input);
}

bool field_possible(const char *name, const struct catalogue *catalogue, struct arena *arena,
                    const char *value, struct fault *fault) {
    for (enum field_place place = 0; place < FIELD_PLACES; place++) {
        if (field_known(place, name)) {
            return field_value(place, name, catalogue, arena, value, fault) != NULL;
        }
    }
    return true;
}

static bool tool_is(const struct tool *tool, const char *key) {
    const char *question = record_cell(&tool->record, TOOL_QUESTION);
    const size_t length = strlen(question);
    return strncmp(key, question, length) == 0 && key[length] == '/' &&
           strcmp(key + length + 1, record_cell(&tool->record, TOOL_POSITION)) == 0;
}

const struct tool *field_tool(const struct catalogue *catalogue, const char *key) {
    const size_t length = strcspn(key, "/");
    char id[SYNTAX_ID_MAX + 1];
    if (!key[length] || length > SYNTAX_ID_MAX) {
        return NULL;
    }
    memcpy(id, key, length);
    id[length] = '\0';
    const struct practice *practice = catalogue_practice(catalogue, id);
    const struct tool *tool = practice ? practice->tools : NULL;
    while (tool && !tool_is(tool, key + length + 1)) {
        tool = tool->next;
    }
    return tool;
}
