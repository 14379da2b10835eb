#include "vademecum/desk/command.h"

#include <string.h>

static const struct command_info commands[COMMAND_COUNT] = {
    [COMMAND_NONE] = {"", "", GROUP_MOVE, 0, "", ""},
#define COMMAND_ROW(constant, name, keys, group, needs, footer, help)                              \
    [COMMAND_##constant] = {name, keys, GROUP_##group, needs, footer, help},
    COMMAND_LIST(COMMAND_ROW)
#undef COMMAND_ROW
};

static const char *const group_titles[GROUP_COUNT] = {
    [GROUP_MOVE] = N_("Moving about"),
    [GROUP_MARK] = N_("Your mark on an item of the checklist"),
    [GROUP_REVIEW] = N_("Reviewing"),
    [GROUP_FIND] = N_("Finding practices"),
    [GROUP_TAKE] = N_("Using what you found"),
    [GROUP_LOOK] = N_("What is shown"),
    [GROUP_FIND_OUT] = N_("Finding out"),
    [GROUP_LEAVE] = N_("Leaving"),
};

const struct command_info *command_info(enum command command) {
    return &commands[command];
}

const char *command_group_title(enum command_group group) {
    return _(group_titles[group]);
}

enum command command_find(const char *name) {
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        if (strcmp(commands[command].name, name) == 0) {
            return command;
        }
    }
    return COMMAND_NONE;
}
