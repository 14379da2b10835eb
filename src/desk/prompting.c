#include "vademecum/base/nearest.h"
#include "vademecum/base/words.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/names.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"

#include <stdio.h>
#include <string.h>

static void line_changed(struct session *session);
static void list_narrow(struct session *session);
static void prompt_accept(struct session *session);
static void prompt_complete(struct session *session);
static enum command command_typed(const char *typed);
static enum command command_meant(const struct session *session, const char *typed);

bool prompting_press(struct session *session, int key) {
    if (session->prompt_use == PROMPT_USE_COMMAND && key == PRESS_TAB) {
        prompt_complete(session);
        return true;
    }
    if (session->prompt_use == PROMPT_USE_DRAFT) {
        drafts_answer(session, key);
        return true;
    }
    const bool help = session->prompt_use == PROMPT_USE_HELP ||
                      session->prompt_use == PROMPT_USE_OTHER;
    const bool search = session->prompt_use == PROMPT_USE_SEARCH;
    const bool empty = session->prompt.length == 0;
    switch (prompt_key(&session->prompt, key)) {
    case PROMPT_TAKEN:
        line_changed(session);
        return true;
    case PROMPT_FULL:
        session_say(session, _("This line is full; write it shorter."));
        return true;
    case PROMPT_ACCEPTED:
        prompt_accept(session);
        return true;
    case PROMPT_LEFT:
        if (help && !empty) {
            prompt_clear(&session->prompt);
            list_narrow(session);
        } else if (help) {
            screens_close(session);
        } else if (session->prompt_use == PROMPT_USE_NAME) {
            names_leave(session);
        } else if (search) {
            finding_leave(session);
        } else {
            screens_end_prompt(session);
            prompt_clear(&session->prompt);
        }
        return true;
    case PROMPT_NOT_MINE:
        break;
    }
    /* The arrows move over the list that is narrowed; a command's line has no use for them. */
    return !help && !(search && (key == PRESS_DOWN || key == PRESS_UP));
}

bool prompting_paste(struct session *session, const char *text) {
    if (prompt_put(&session->prompt, text) == PROMPT_FULL) {
        return false;
    }
    line_changed(session);
    return true;
}

/* What follows the line while it is typed. */
static void line_changed(struct session *session) {
    if (session->prompt_use == PROMPT_USE_HELP || session->prompt_use == PROMPT_USE_OTHER) {
        list_narrow(session);
    } else if (session->prompt_use == PROMPT_USE_SEARCH) {
        finding_typed(session);
    }
}

/* What was typed above the list has changed. */
static void list_narrow(struct session *session) {
    scroll_reset(session, session_panel(session));
    if (session->prompt_use == PROMPT_USE_OTHER) {
        others_narrow(session);
    }
}

static void prompt_accept(struct session *session) {
    if (session->prompt_use == PROMPT_USE_OTHER) {
        others_choose(session);
        return;
    }
    if (session->prompt_use == PROMPT_USE_HELP) {
        browsing_row(session);
        return;
    }
    if (session->prompt_use == PROMPT_USE_SEARCH) {
        finding_accept(session);
        return;
    }
    const struct prompt typed = session->prompt;
    if (session->prompt_use == PROMPT_USE_NAME) {
        names_accept(session);
        return;
    }
    screens_end_prompt(session);
    prompt_clear(&session->prompt);
    if (typed.length == 0) {
        return;
    }
    const enum command command = command_typed(typed.text);
    const enum command meant = command_meant(session, typed.text);
    if (command != COMMAND_NONE) {
        session_do(session, command);
    } else if (meant != COMMAND_NONE) {
        session_say(session, _("There is no command \"%s\"; did you mean \"%s\"?"), typed.text,
                    command_info(meant)->name);
    } else {
        session_say(session, _("There is no command \"%s\"; m is a menu of all"), typed.text);
    }
}

/* As far as all the commands that begin like that are the same. */
static void prompt_complete(struct session *session) {
    struct prompt *prompt = &session->prompt;
    const char *match = NULL;
    const char *other = NULL;
    size_t length = 0;
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        const char *name = command_info(command)->name;
        if (strncmp(name, prompt->text, prompt->length) != 0) {
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
        session_say(session, _("No command begins like that; m is a menu of all"));
        return;
    }
    if (other && length == prompt->length) {
        session_say(session, _("\"%s\" and \"%s\" begin like that; type on"), match, other);
        return;
    }
    snprintf(prompt->text, sizeof prompt->text, "%.*s", (int)length, match);
    prompt->length = length;
    prompt->cursor = length;
}

/* By its name, or by its key: ":q" is typed by habit. */
static enum command command_typed(const char *typed) {
    const enum command named = command_find(typed);
    const char *rest = typed;
    const int key = keymap_parse(&rest);
    return named != COMMAND_NONE || *rest ? named : keymap_command(key);
}

static enum command command_meant(const struct session *session, const char *typed) {
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    enum command nearest = COMMAND_NONE;
    int least = NEAREST_FAR;
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        const int distance = nearest_distance(&scratch, typed, command_info(command)->name);
        if (distance < least) {
            least = distance;
            nearest = command;
        }
    }
    arena_free(&scratch);
    return nearest;
}
