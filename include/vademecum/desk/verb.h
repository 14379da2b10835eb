/*
 * verb: what can be done here, as the footer tells it. A screen and its panels list their verbs in
 * order of use; what does not fit is left out from the end.
 */
#ifndef VADEMECUM_DESK_VERB_H
#define VADEMECUM_DESK_VERB_H

#include "vademecum/desk/command.h"

#include <stdbool.h>

struct desk;

/*
 * Told only while its command can be done, and once: the first verb of a command that `when` lets
 * through counts. The last of a list has neither command nor key.
 */
struct verb {
    enum command command; /* COMMAND_NONE: the screen takes `key` itself */
    const char *word;     /* N_(); NULL: the command's */
    enum command pair;    /* whose key is told beside it: "J K"; COMMAND_NONE: none */
    enum command last;    /* of the commands from the first on whose keys are told: "1 2 3" */
    bool brief;           /* only where one row has to tell all */
    int key;              /* of keymap.h, where there is no command */
    bool (*when)(const struct desk *desk); /* NULL: always */
};

/* clang-format off */
/* The five marks, for the list of a screen on which items are marked. */
#define VERBS_OF_MARKS \
    {COMMAND_MET, .word = N_("mark"), .last = COMMAND_NOT_KNOWN, .brief = true}, \
    {.command = COMMAND_MET}, \
    {.command = COMMAND_PARTLY}, \
    {.command = COMMAND_NOT_MET}, \
    {.command = COMMAND_NOT_APPLICABLE}, \
    {.command = COMMAND_NOT_KNOWN}
/* clang-format on */

#endif
