#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/screens/screens.h"

#include <string.h>

enum {
    KEYS_WIDTH = 19, /* columns for the keys before a command's sentence */
    KEYS_MAX = 64,   /* bytes of them */
    STEP_KEYS = 5,   /* commands of a step, at most */
    SIGNS_WIDTH = 6
};

/* The commands of a list, in its order. */
struct commands {
    enum command list[2 * COMMAND_COUNT];
    size_t here; /* the first of them, which stand under a heading of their own */
    size_t count;
};

/* --- which commands -------------------------------------------------------------------------- */

/* Whether its keys, names, sentence and further words have all the words that were typed. */
static bool command_told(enum command command, const char *typed, struct arena *scratch) {
    const struct command_info *info = command_info(command);
    char keys[KEYS_MAX];
    keymap_keys(command, true, keys, sizeof keys);
    const char *told = text_fold(scratch, arena_printf(scratch, "%s %s %s %s %s", keys, info->name,
                                                       _(info->footer), _(info->help),
                                                       command_words(command)));
    return text_words_in(told, typed);
}

/* Keeps those that have the words; all when none were typed. */
static void commands_narrow(const struct desk *desk, struct commands *commands) {
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const char *typed = text_fold(&scratch, desk->ask.line.text);
    size_t kept = 0;
    for (size_t i = 0; i < commands->count; i++) {
        if (command_told(commands->list[i], typed, &scratch)) {
            commands->list[kept++] = commands->list[i];
        }
    }
    commands->count = kept;
    arena_free(&scratch);
}

/* A command that several verbs name is offered once. */
static bool command_listed(const struct commands *commands, enum command command) {
    for (size_t i = 0; i < commands->count; i++) {
        if (commands->list[i] == command) {
            return true;
        }
    }
    return false;
}

static void verbs_add(const struct desk *desk, const struct verb *verbs,
                      struct commands *commands) {
    for (const struct verb *verb = verbs; verb && (verb->command != COMMAND_NONE || verb->key);
         verb++) {
        if (verb->command != COMMAND_NONE && verb->command != COMMAND_HELP &&
            act_possible(desk, verb->command) && !command_listed(commands, verb->command)) {
            commands->list[commands->count++] = verb->command;
        }
    }
}

/* Adds the verbs of the screen below, as far as they can be done. */
static void commands_here(const struct desk *desk, struct commands *commands) {
    const enum screen_id worked_on = stack_worked_on(desk);
    const struct screen *screen = desk->screens[worked_on];
    const int focus = stack_focus_of(desk, worked_on);
    verbs_add(desk, focus >= 0 ? screen->panels[focus].verbs : NULL, commands);
    verbs_add(desk, screen->verbs, commands);
    commands->here = commands->count;
}

/*
 * The commands for Help: first those of the screen below, then all; or those with the words typed.
 */
static struct commands commands_all(const struct desk *desk) {
    struct commands commands = {.count = 0};
    if (desk->ask.line.length == 0) {
        commands_here(desk, &commands);
    }
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        commands.list[commands.count++] = command;
    }
    if (desk->ask.line.length > 0) {
        commands_narrow(desk, &commands);
    }
    return commands;
}

/*
 * The commands for the menu: those that can be done here. Those that only move come last: who opens
 * the menu looks for something to do.
 */
static struct commands commands_possible(const struct desk *desk) {
    struct commands commands = {.count = 0};
    for (int moves = 0; moves <= 1; moves++) {
        for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
            if ((command_info(command)->group == GROUP_MOVE) == (moves == 1) &&
                command != COMMAND_MENU && command != COMMAND_INTERRUPT &&
                act_possible(desk, command)) {
                commands.list[commands.count++] = command;
            }
        }
    }
    commands_narrow(desk, &commands);
    return commands;
}

/* --- rows ------------------------------------------------------------------------------------ */

static void command_add(const struct commands *commands, size_t entry, struct rows *rows) {
    const struct command_info *info = command_info(commands->list[entry]);
    char keys[KEYS_MAX];
    keymap_keys(commands->list[entry], true, keys, sizeof keys);
    const char *shown = *keys ? keys : arena_printf(rows->arena, ":%s", info->name);
    struct row *row = rows_add_entry(rows, entry, _(info->help));
    row->label = arena_copy(rows->arena, shown, strlen(shown));
    row->indent = KEYS_WIDTH;
    row->hang = 0;
}

static void commands_add(const struct commands *commands, struct rows *rows) {
    enum command_group group = GROUP_COUNT;
    for (size_t i = 0; i < commands->count; i++) {
        const enum command_group next = command_info(commands->list[i])->group;
        if (i < commands->here ? i == 0 : next != group || i == commands->here) {
            group = i < commands->here ? GROUP_COUNT : next;
            rows_add_gap(rows);
            rows_add(rows, ROLE_HEADING, 0,
                     i < commands->here ? _("On this screen") : command_group_title(group));
        }
        command_add(commands, i, rows);
    }
    if (commands->count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("No key or command has these words."));
    }
}

/* What to press, and what for. */
static const struct step {
    enum command commands[STEP_KEYS];
    const char *sentence;
} steps[] = {
    {{COMMAND_ADD}, N_("Add your own work: a name is enough.")},
    {{COMMAND_NEXT_UNANSWERED}, N_("Go to the first item; beside it stands a good example.")},
    {{COMMAND_MET, COMMAND_PARTLY, COMMAND_NOT_MET, COMMAND_NOT_APPLICABLE, COMMAND_NOT_KNOWN},
     N_("Mark it: met, partly, not met, does not apply, not known. Then on to the next.")},
    {{COMMAND_COMMENT, COMMAND_PLAN, COMMAND_WHO},
     N_("Write a comment, plan what is missing, see who does it well.")},
    {{COMMAND_REPORT}, N_("Give the result to somebody: a report, a plan, a table.")},
};

static void step_add(const struct step *step, size_t number, struct rows *rows) {
    const char *keys = "";
    for (size_t i = 0; i < STEP_KEYS && step->commands[i] != COMMAND_NONE; i++) {
        char key[KEYS_MAX];
        keymap_keys(step->commands[i], false, key, sizeof key);
        keys = arena_printf(rows->arena, "%s%s%s", keys, *keys ? " " : "", key);
    }
    struct row *row = rows_add(rows, ROLE_TEXT, KEYS_WIDTH, _(step->sentence));
    row->label = arena_printf(rows->arena, "%zu.  %s", number, keys);
}

static void beginning_add(const struct desk *desk, struct rows *rows) {
    rows_add(rows, ROLE_TEXT, 0,
             _("Vademecum shows how others help migrants settle, and has a checklist to hold your "
               "own work against theirs. It needs no network, and saves each answer at once."));
    if (!desk->work.log) {
        return;
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("A first review in five steps"));
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        step_add(&steps[i], i + 1, rows);
    }
}

static void sign_add(struct rows *rows, const char *sign, const char *meaning) {
    struct row *row = rows_add(rows, ROLE_TEXT, SIGNS_WIDTH, meaning);
    row->label = arena_printf(rows->arena, "  %s", sign);
    row->signs = SIGNS_BESIDE;
}

static void source_signs_add(enum sign_form form, struct rows *rows) {
    static const enum mark marks[] = {MARK_MET, MARK_NOT_MET, MARK_UNMARKED, MARK_ABSENT};
    static const char *const meanings[MARK_COUNT] = {
        [MARK_MET] = N_("the source shows the practice to meet it"),
        [MARK_NOT_MET] = N_("the source lists it with a dash: it does not show it"),
        [MARK_UNMARKED] = N_("the source lists it without a mark"),
        [MARK_ABSENT] = N_("the source does not list it for this practice"),
    };
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("What the source says of an item"));
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        sign_add(rows, sign_of_mark(marks[i], form),
                 arena_printf(rows->arena, "%s: %s", sign_of_mark(marks[i], SIGN_WORDS),
                              _(meanings[marks[i]])));
    }
}

/* As the checklist of the practice that is looked at calls them. */
static void own_signs_add(const struct desk *desk, enum sign_form form, struct rows *rows) {
    static const char *const left[JOTTING_COUNT] = {
        [JOTTING_WRITTEN] = N_("you wrote a comment or evidence"),
        [JOTTING_PLANNED] = N_("you have a plan for it"),
    };
    const struct subject *subject = stack_place(desk).practice;
    const struct checklist *checklist = subject ? work_checklist(desk, subject) : NULL;
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Your mark on an item"));
    for (enum verdict verdict = VERDICT_NONE; verdict < VERDICT_COUNT; verdict++) {
        const struct sign sign = work_sign(desk, checklist, verdict, form);
        sign_add(rows, sign.text, sign.word);
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("What you left on an item"));
    for (enum jotting jotting = 0; jotting < JOTTING_COUNT; jotting++) {
        sign_add(rows, sign_of_jotting(jotting, form),
                 arena_printf(rows->arena, "%s: %s", sign_of_jotting(jotting, SIGN_WORDS),
                              _(left[jotting])));
    }
}

static void typed_add(const struct desk *desk, struct rows *rows) {
    const struct text_line *typed = &desk->ask.line;
    rows_add(rows, ROLE_TEXT, 0,
             typed->length
                 ? arena_printf(rows->arena, _("With \"%s\":"), typed->text)
                 : _("Type a word to narrow the list; Enter does the row; Esc goes back."));
}

static void help_rows(const struct desk *desk, struct rows *rows) {
    const struct commands commands = commands_all(desk);
    const enum sign_form form = desk->look.signs == SIGN_WORDS ? SIGN_UNICODE : desk->look.signs;
    rows->title = _("Help");
    typed_add(desk, rows);
    if (desk->ask.line.length == 0) {
        rows_add_gap(rows);
        beginning_add(desk, rows);
        if (desk->work.log) {
            own_signs_add(desk, form, rows);
        }
        source_signs_add(form, rows);
    }
    commands_add(&commands, rows);
}

static void menu_rows(const struct desk *desk, struct rows *rows) {
    const struct commands commands = commands_possible(desk);
    rows->title = _("Menu");
    typed_add(desk, rows);
    commands_add(&commands, rows);
}

static size_t help_count(const struct desk *desk) {
    return commands_all(desk).count;
}

static size_t menu_count(const struct desk *desk) {
    return commands_possible(desk).count;
}

/* Closes the list, and does what the row stands for; not one that has not come into sight yet. */
static void row_do(struct desk *desk, const struct commands *commands, size_t entry) {
    if (entry < commands->count && window_shows_focus(window_of(desk, stack_panel(desk)))) {
        desk_close(desk);
        act_do(desk, commands->list[entry]);
    }
}

static void help_open(struct desk *desk, size_t entry) {
    const struct commands commands = commands_all(desk);
    row_do(desk, &commands, entry);
}

static void menu_open(struct desk *desk, size_t entry) {
    const struct commands commands = commands_possible(desk);
    row_do(desk, &commands, entry);
}

static void words_typed(struct desk *desk) {
    window_reset(desk, stack_panel(desk));
}

static const struct asking narrowing = {
    .list = true,
    .typed = words_typed,
    .accepted = act_open,
    .left = desk_close,
};

static const struct verb help_verbs[] = {
    {.command = COMMAND_BACK},
    {COMMAND_OPEN, .word = N_("do it")},
    {.command = COMMAND_NONE},
};

static const struct verb menu_verbs[] = {
    {COMMAND_OPEN, .word = N_("do it")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_NONE},
};

const struct screen help_screen = {
    .title = N_("Help"),
    .command = COMMAND_HELP,
    .passes = COMMAND_HELP,
    .panels =
        {{.name = "", .text = true, .entries = help_count, .rows = help_rows, .open = help_open}},
    .verbs = help_verbs,
    .asking = &narrowing,
};

const struct screen menu_screen = {
    .title = N_("Menu"),
    .command = COMMAND_MENU,
    .passes = COMMAND_MENU,
    .panels = {{.name = "", .entries = menu_count, .rows = menu_rows, .open = menu_open}},
    .verbs = menu_verbs,
    .asking = &narrowing,
};
