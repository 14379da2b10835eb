#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/screens/screens.h"

#include <string.h>

enum {
    KEYS_WIDTH = 19, /* columns for the keys before a command's sentence */
    KEYS_MAX = 64,   /* bytes of them */
    SIGNS_WIDTH = 6
};

/* The commands of a list, in its order. */
struct commands {
    enum command list[COMMAND_COUNT];
    size_t count;
};

/* Those whose keys, names and sentences have all the words that were typed. */
static struct commands commands_told(const struct desk *desk) {
    struct commands commands = {.count = 0};
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const char *words = text_fold(&scratch, desk->ask.line.text);
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        const struct command_info *info = command_info(command);
        char keys[KEYS_MAX];
        keymap_keys(command, true, keys, sizeof keys);
        const char *told = text_fold(
            &scratch, arena_printf(&scratch, "%s %s %s", keys, info->name, _(info->help)));
        if (text_words_in(told, words)) {
            commands.list[commands.count++] = command;
        }
    }
    arena_free(&scratch);
    return commands;
}

/* Those that can be done here. The ones that only move come last: who opens the menu looks for
   something to do. */
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
    return commands;
}

static void commands_add(const struct commands *commands, struct rows *rows) {
    enum command_group group = GROUP_COUNT;
    for (size_t i = 0; i < commands->count; i++) {
        const enum command command = commands->list[i];
        const struct command_info *info = command_info(command);
        char keys[KEYS_MAX];
        keymap_keys(command, true, keys, sizeof keys);
        if (info->group != group) {
            group = info->group;
            rows_add_gap(rows);
            rows_add(rows, ROLE_HEADING, 0, command_group_title(group));
        }
        const char *shown = *keys ? keys : arena_printf(rows->arena, ":%s", info->name);
        struct row *row = rows_add_entry(rows, i, _(info->help));
        row->label = arena_copy(rows->arena, shown, strlen(shown));
        row->indent = KEYS_WIDTH;
        row->hang = 0;
    }
    if (commands->count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("No key or command has these words."));
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

static void own_signs_add(enum sign_form form, struct rows *rows) {
    static const char *const left[JOTTING_COUNT] = {
        [JOTTING_WRITTEN] = N_("you wrote a comment or evidence"),
        [JOTTING_PLANNED] = N_("you have a plan for it"),
    };
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Your mark on an item"));
    for (enum verdict verdict = VERDICT_NONE; verdict < VERDICT_COUNT; verdict++) {
        sign_add(rows, sign_of_verdict(verdict, form), sign_of_verdict(verdict, SIGN_WORDS));
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("What you left on an item"));
    for (enum jotting jotting = 0; jotting < JOTTING_COUNT; jotting++) {
        sign_add(rows, sign_of_jotting(jotting, form),
                 arena_printf(rows->arena, "%s: %s", sign_of_jotting(jotting, SIGN_WORDS),
                              _(left[jotting])));
    }
}

static void help_rows(const struct desk *desk, struct rows *rows) {
    const struct commands commands = commands_told(desk);
    const struct text_line *typed = &desk->ask.line;
    const enum sign_form form = desk->look.signs == SIGN_WORDS ? SIGN_UNICODE : desk->look.signs;
    rows->title = _("Keys");
    rows_add(rows, ROLE_TEXT, 0,
             typed->length
                 ? arena_printf(rows->arena, _("With \"%s\":"), typed->text)
                 : _("Type a word to narrow the list; Enter does the row; Esc goes back."));
    commands_add(&commands, rows);
    if (typed->length == 0) {
        source_signs_add(form, rows);
        if (desk->work.log) {
            own_signs_add(form, rows);
        }
    }
}

static void menu_rows(const struct desk *desk, struct rows *rows) {
    const struct commands commands = commands_possible(desk);
    rows->title = _("Menu");
    commands_add(&commands, rows);
}

static size_t help_count(const struct desk *desk) {
    return commands_told(desk).count;
}

static size_t menu_count(const struct desk *desk) {
    return commands_possible(desk).count;
}

/* Closes the list, and does what the row stands for. */
static void row_do(struct desk *desk, const struct commands *commands, size_t entry) {
    if (entry < commands->count) {
        desk_close(desk);
        act_do(desk, commands->list[entry]);
    }
}

static void help_open(struct desk *desk, size_t entry) {
    const struct commands commands = commands_told(desk);
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

const struct screen help_screen = {
    .title = N_("Help"),
    .passes = COMMAND_HELP,
    .panels = {{.name = "", .entries = help_count, .rows = help_rows, .open = help_open}},
    .hints = {COMMAND_BACK, COMMAND_OPEN},
    .asking = &narrowing,
};

const struct screen menu_screen = {
    .title = N_("Menu"),
    .passes = COMMAND_MENU,
    .panels = {{.name = "", .entries = menu_count, .rows = menu_rows, .open = menu_open}},
    .hints = {COMMAND_OPEN, COMMAND_BACK},
};
