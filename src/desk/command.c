#include "vademecum/desk/command.h"

#include <string.h>

static const struct command_info commands[COMMAND_COUNT] = {
    [COMMAND_NONE] = {"", "", GROUP_MOVE, 0, "", ""},
#define COMMAND_ROW(constant, name, keys, group, needs, footer, help)                              \
    [COMMAND_##constant] = {name, keys, GROUP_##group, needs, footer, help},
    COMMAND_LIST(COMMAND_ROW)
#undef COMMAND_ROW
};

/* Words that people look for, where neither name nor sentence has them. */
static const char *const words[COMMAND_COUNT] = {
    [COMMAND_CLEAR] = N_("delete remove erase unmark"),
    [COMMAND_MET] = N_("tick check yes"),
    [COMMAND_NOT_MET] = N_("no missing gap"),
    [COMMAND_AS_LAST] = N_("same again unchanged before visit"),
    [COMMAND_GO_ON] = N_("automatic advance faster jump"),
    [COMMAND_COMMENT] = N_("text edit type say"),
    [COMMAND_EVIDENCE] = N_("proof document link"),
    [COMMAND_PLAN] = N_("todo task action step deadline"),
    [COMMAND_PLANS] = N_("todo tasks actions steps deadlines gaps"),
    [COMMAND_SINCE] = N_("progress better worse before again visit"),
    [COMMAND_STORY] = N_("history past changes log who when earlier versions"),
    [COMMAND_ENTER] = N_("paper codes blank form type fill visit"),
    [COMMAND_TRANSFER] = N_("copy adapt elsewhere steps"),
    [COMMAND_WHO] = N_("example inspiration learn best"),
    [COMMAND_ADD] = N_("new create project begin start"),
    [COMMAND_FACTS] = N_("edit change rename title country place"),
    [COMMAND_SETTINGS] = N_("delete remove finish final done options"),
    [COMMAND_SHORTLIST] = N_("bookmark favourite star remember"),
    [COMMAND_UNDO] = N_("delete remove mistake wrong revert"),
    [COMMAND_SEARCH] = N_("find look"),
    [COMMAND_FILTER] = N_("narrow only target group"),
    [COMMAND_SORT] = N_("arrange list"),
    [COMMAND_GROUP] = N_("country collection headings together arrange"),
    [COMMAND_OPEN_LINK] = N_("internet web browser page address url"),
    [COMMAND_REPORT] = N_("print send share export hand over save file paper donor colleague mail "
                          "word excel pdf html"),
    [COMMAND_ROUND_BEFORE] = N_("time earlier past history then visit"),
    [COMMAND_ROUND_AFTER] = N_("time later present today"),
    [COMMAND_COMPARE] = N_("difference against example"),
    [COMMAND_DIFFER] = N_("disagree dispute colleague others opinion"),
    [COMMAND_REVIEWER] = N_("user person switch colleague login name"),
    [COMMAND_MEETING] = N_("group discuss decide vote minutes together"),
    [COMMAND_TALK] = N_("visit interview ask leader minutes left questions"),
    [COMMAND_CLOCK] = N_("time minutes long watch"),
    [COMMAND_MATRIX] = N_("table overview all"),
    [COMMAND_FIGURES] = N_("statistics numbers count chart who gap table forgotten money region"),
    [COMMAND_COLLECTIONS] = N_("source handbook origin publisher"),
    [COMMAND_LEFT_OUT] = N_("error problem warning damaged missing"),
    [COMMAND_LANGUAGE] = N_("translate translation English Czech Polish Ukrainian"),
    [COMMAND_ENLARGE] = N_("zoom full bigger"),
    [COMMAND_SAVED] = N_("save store keep"),
    [COMMAND_QUIT] = N_("exit end stop leave"),
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

const char *command_words(enum command command) {
    return words[command] ? _(words[command]) : "";
}

bool command_takes(enum command command) {
    return command == COMMAND_TALK;
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
