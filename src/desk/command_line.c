#include "vademecum/desk/command_line.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/keymap.h"

#include <stdio.h>
#include <string.h>

/* By its name, or by its key: ":q" is typed by habit. */
static enum command command_typed(const char *typed) {
    const enum command named = command_find(typed);
    const char *rest = typed;
    const int key = keymap_parse(&rest);
    return named != COMMAND_NONE || *rest ? named : keymap_command(key);
}

/* The name of the command that was most likely meant, or NULL. */
static const char *command_meant(const struct desk *desk, const char *typed) {
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    struct nearest nearest = nearest_none();
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        const char *name = command_info(command)->name;
        nearest_offer(&nearest, &scratch, typed, name, name);
    }
    arena_free(&scratch);
    return nearest.meant;
}

/* Cuts off what stands behind the name of a command that takes it: "25" of "talk 25". */
static const char *behind_cut(char *typed) {
    char *blank = strchr(typed, ' ');
    if (!blank) {
        return NULL;
    }
    *blank = '\0';
    if (command_takes(command_find(typed))) {
        return blank + 1 + strspn(blank + 1, " ");
    }
    *blank = ' ';
    return NULL;
}

static void line_accept(struct desk *desk) {
    struct text_line typed = desk->ask.line;
    ask_end(desk);
    if (typed.length == 0) {
        return;
    }
    const char *behind = behind_cut(typed.text);
    const enum command command = command_typed(typed.text);
    const char *meant = command_meant(desk, typed.text);
    if (command != COMMAND_NONE) {
        ask_behind_set(desk, behind);
        act_do(desk, command);
        ask_behind_set(desk, NULL);
    } else if (meant) {
        notice_say(desk, _("There is no command \"%s\"; did you mean \"%s\"?"), typed.text, meant);
    } else {
        notice_say(desk, _("There is no command \"%s\"; m is a menu of all"), typed.text);
    }
}

/* Completes what all commands that begin like the line have in common. */
static bool line_complete(struct desk *desk, int key) {
    const struct text_line *line = &desk->ask.line;
    const char *match = NULL;
    const char *other = NULL;
    size_t length = 0;
    if (key != PRESS_TAB) {
        return false;
    }
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        const char *name = command_info(command)->name;
        if (strncmp(name, line->text, line->length) != 0) {
            continue;
        }
        size_t same = 0;
        while (match && same < length && match[same] == name[same]) {
            same++;
        }
        length = match ? same : strlen(name);
        other = match ? name : NULL;
        match = match ? match : name;
    }
    if (!match) {
        notice_say(desk, _("No command begins like that; m is a menu of all"));
    } else if (other && length == line->length) {
        notice_say(desk, _("\"%s\" and \"%s\" begin like that; type on"), match, other);
    } else {
        char common[TEXT_LINE_MAX];
        snprintf(common, sizeof common, "%.*s", (int)length, match);
        ask_set(desk, common);
    }
    return true;
}

static const struct verb verbs[] = {
    {COMMAND_NONE, .word = N_("do it"), .key = PRESS_ENTER},
    {COMMAND_NONE, .word = N_("complete"), .key = PRESS_TAB},
    {COMMAND_NONE, .word = N_("leave"), .key = PRESS_ESCAPE},
    {.command = COMMAND_NONE},
};

static const struct asking command_line = {
    .label = ":",
    .verbs = verbs,
    .key = line_complete,
    .accepted = line_accept,
};

void command_line_begin(struct desk *desk) {
    ask_begin(desk, &command_line, "");
}
