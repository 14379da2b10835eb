#include "vademecum/screens/choice.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/catalogue/names.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/find/model.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/report/shown.h"
#include "vademecum/review/field.h"

#include <stdlib.h>
#include <string.h>

/* How well an option fits the words that were typed. */
enum choice_fit {
    FIT_WHOLE, /* they are one of its names */
    FIT_START, /* one of its names begins with them */
    FIT_WORDS, /* its names have them all */
    FIT_NOT
};

static void option_add(struct choice *choice, const struct option *option) {
    choice->options = arena_grow(choice->arena, choice->options, choice->count, &choice->room,
                                 sizeof *choice->options);
    choice->options[choice->count] = *option;
    choice->options[choice->count++].names = arena_printf(choice->arena, "\n%s\n",
                                                          text_fold(choice->arena, option->label));
}

static void value_add(struct choice *choice, const char *value, const char *label) {
    option_add(choice, &(struct option){.value = value, .label = label});
}

static void name_add(void *context, const char *code, const char *name) {
    struct choice *choice = context;
    for (size_t i = 0; i < choice->count; i++) {
        struct option *option = &choice->options[i];
        if (strcmp(option->value, code) == 0) {
            option->names = arena_printf(choice->arena, "%s%s\n", option->names,
                                         text_fold(choice->arena, name));
        }
    }
}

static void code_add(void *context, const char *code, const char *name) {
    struct choice *choice = context;
    option_add(choice, &(struct option){.value = code, .label = name, .code = code});
    name_add(choice, code, code);
}

/* Their names begin with the label. */
static int option_compare(const void *left, const void *right) {
    return strcmp(((const struct option *)left)->names, ((const struct option *)right)->names);
}

/* All countries or languages, if the field holds them. */
static void coded_options(struct choice *choice, enum own_kind kind) {
    if (kind == OWN_COUNTRY) {
        codes_countries(code_add, choice);
        names_each(name_add, choice);
    } else if (kind == OWN_LANGUAGE || kind == OWN_LANGUAGES) {
        codes_languages(code_add, choice);
        codes_language_aliases(name_add, choice);
    } else {
        return;
    }
    qsort(choice->options, choice->count, sizeof *choice->options, option_compare);
}

/* Adds the values of the field itself, or the terms of its scheme. */
static void listed_options(struct desk *desk, struct choice *choice) {
    const struct own_field *own = choice->field.own;
    const struct catalogue *catalogue = desk->work.catalogue;
    const struct own_choice *one = field_choices(choice->field.field);
    for (; one && one->value; one++) {
        value_add(choice, one->value, _(one->label));
    }
    if (own) {
        coded_options(choice, own->kind);
    }
    for (size_t i = 0; own && own->scheme && i < catalogue->term_count; i++) {
        const struct record *record = &catalogue->terms[i].record;
        if (strcmp(record_cell(record, TERM_SCHEME), own->scheme) == 0) {
            value_add(choice, record_cell(record, TERM_TERM), record_cell(record, TERM_LABEL));
        }
    }
}

/* Whether a source has marked any practice by the checklist. */
static bool is_marked_by(const struct catalogue *catalogue, const struct checklist *checklist) {
    for (size_t i = 0; i < catalogue->practice_count; i++) {
        const struct tally tally = catalogue_tally(catalogue, &catalogue->practices[i],
                                                   checklist->items, checklist->item_count);
        if (tally.marks[MARK_ABSENT] < checklist->item_count) {
            return true;
        }
    }
    return false;
}

static void checklist_options(struct desk *desk, struct choice *choice) {
    const struct catalogue *catalogue = desk->work.catalogue;
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        const struct checklist *checklist = &catalogue->checklists[i];
        const struct record *record = &checklist->record;
        const char *title = record_cell(record, CHECKLIST_TITLE);
        const bool told = shown_transfers(checklist) || is_marked_by(catalogue, checklist);
        value_add(
            choice,
            arena_printf(choice->arena, "%s@%s", record_cell(record, CHECKLIST_ID),
                         record_cell(record, CHECKLIST_VERSION)),
            told ? title
                 : arena_printf(choice->arena, _("%s (no practice is marked with it)"), title));
    }
}

/*
 * All of the catalogue, whatever Home is narrowed to: a filter left on hides no model. Those that
 * have something to show for the checklist come first.
 */
static void model_options(struct desk *desk, struct choice *choice) {
    const struct checklist *checklist = work_checklist(desk, &choice->subject);
    size_t count = 0;
    const struct subject *models = listing_models(desk, &count);
    bool *shows = arena_array(choice->arena, count, sizeof *shows);
    for (size_t i = 0; i < count; i++) {
        shows[i] = model_assessed(desk->work.catalogue, models[i].practice, checklist);
        if (shows[i]) {
            value_add(choice, models[i].id, work_title(desk, models[i].practice));
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (!shows[i]) {
            value_add(choice, models[i].id, work_title(desk, models[i].practice));
        }
    }
}

/* The key that does the same without this list; NULL when it is no single letter or sign. */
static const char *letter_of(enum command command, struct arena *arena) {
    char keys[KEY_NAME_MAX];
    keymap_keys(command, false, keys, sizeof keys);
    return strlen(keys) == 1 ? arena_printf(arena, "%s", keys) : NULL;
}

/* The marks, and what else can be done with an item. */
static void item_options(struct desk *desk, struct choice *choice) {
    static const enum command marks[VERDICT_COUNT] = {
        [VERDICT_MET] = COMMAND_MET,           [VERDICT_PARTLY] = COMMAND_PARTLY,
        [VERDICT_NOT_MET] = COMMAND_NOT_MET,   [VERDICT_NA] = COMMAND_NOT_APPLICABLE,
        [VERDICT_UNKNOWN] = COMMAND_NOT_KNOWN,
    };
    static const struct {
        enum command command;
        const char *label;
    } others[] = {
        {COMMAND_COMMENT, N_("Write a comment")},
        {COMMAND_EVIDENCE, N_("Write down what shows it: a photo, a page, a visit")},
        {COMMAND_PLAN, N_("Plan what to do about it")},
        {COMMAND_WHO, N_("See who meets it, with their answers and tools")},
        {COMMAND_STORY, N_("See all that was said of it, and take it back")},
    };
    const struct checklist *checklist = choice->item ? catalogue_checklist_of(choice->item) : NULL;
    for (enum verdict verdict = VERDICT_NONE + 1; verdict <= VERDICT_COUNT; verdict++) {
        const enum verdict one = verdict % VERDICT_COUNT;
        const struct sign sign = work_sign(desk, checklist, one, desk->look.signs);
        option_add(choice, &(struct option){
                               .value = verdict_name(one),
                               .label = arena_printf(choice->arena, "%s %s", sign.text, sign.word),
                               .code = letter_of(marks[one], choice->arena),
                           });
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        option_add(choice, &(struct option){
                               .label = _(others[i].label),
                               .code = letter_of(others[i].command, choice->arena),
                               .command = others[i].command,
                           });
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

void choice_options(struct desk *desk, struct choice *choice) {
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

/* --- narrowed -------------------------------------------------------------------------------- */

static enum choice_fit option_fit(const struct option *option, const char *typed,
                                  struct arena *scratch) {
    return strstr(option->names, arena_printf(scratch, "\n%s\n", typed)) ? FIT_WHOLE
           : strstr(option->names, arena_printf(scratch, "\n%s", typed)) ? FIT_START
           : text_words_in(option->names, typed)                         ? FIT_WORDS
                                                                         : FIT_NOT;
}

/* The country or language that none of the names is quite the name of. */
static void meant_find(struct choice *choice, const char *typed, struct arena *scratch) {
    const struct own_field *own = choice->field.own;
    const char *meant = own ? own_meant(scratch, own, typed) : NULL;
    for (size_t i = 0; meant && i < choice->count && choice->shown_count == 0; i++) {
        if (strcmp(choice->options[i].label, meant) == 0) {
            choice->shown[choice->shown_count++] = i;
            choice->meant = true;
        }
    }
}

void choice_narrow(struct choice *choice, const char *words) {
    struct arena scratch;
    arena_init(&scratch, choice->arena->end);
    const char *typed = text_fold(&scratch, words + strspn(words, " "));
    choice->shown = arena_array(choice->arena, choice->count, sizeof *choice->shown);
    choice->shown_count = 0;
    choice->meant = false;
    for (enum choice_fit fit = FIT_WHOLE; fit < FIT_NOT; fit++) {
        for (size_t i = 0; i < choice->count; i++) {
            if (option_fit(&choice->options[i], typed, &scratch) == fit) {
                choice->shown[choice->shown_count++] = i;
            }
        }
    }
    if (choice->shown_count == 0) {
        meant_find(choice, typed, &scratch);
    }
    arena_free(&scratch);
}
