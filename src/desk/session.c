#include "vademecum/desk/session.h"

#include "vademecum/base/nearest.h"
#include "vademecum/base/words.h"
#include "vademecum/desk/entries.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int title_compare(const void *left, const void *right);
static bool prompt_press(struct session *session, int key);
static void prompt_accept(struct session *session);
static void prompt_complete(struct session *session);
static enum command command_typed(const char *typed);
static enum command command_meant(const struct session *session, const char *typed);
static bool list_left(struct session *session, enum command command);

static void (*const handlers[COMMAND_COUNT])(struct session *session) = {
    [COMMAND_DOWN] = browsing_down,
    [COMMAND_UP] = browsing_up,
    [COMMAND_RIGHT] = browsing_right,
    [COMMAND_LEFT] = browsing_left,
    [COMMAND_PAGE_DOWN] = browsing_page_down,
    [COMMAND_PAGE_UP] = browsing_page_up,
    [COMMAND_FIRST] = browsing_first,
    [COMMAND_LAST] = browsing_last,
    [COMMAND_NEXT_STOP] = browsing_next_stop,
    [COMMAND_PREVIOUS_STOP] = browsing_previous_stop,
    [COMMAND_OPEN] = browsing_open,
    [COMMAND_BACK] = browsing_back,
    [COMMAND_NEXT_PRACTICE] = browsing_next_practice,
    [COMMAND_PREVIOUS_PRACTICE] = browsing_previous_practice,
    [COMMAND_OPEN_LINK] = browsing_open_link,
    [COMMAND_COLLECTIONS] = browsing_collections,
    [COMMAND_LEFT_OUT] = browsing_left_out,
    [COMMAND_LANGUAGE] = browsing_language,
    [COMMAND_ENLARGE] = browsing_enlarge,
    [COMMAND_MOUSE] = browsing_mouse,
    [COMMAND_REDRAW] = browsing_redraw,
    [COMMAND_HELP] = browsing_help,
    [COMMAND_MENU] = browsing_menu,
    [COMMAND_BY_NAME] = browsing_by_name,
    [COMMAND_SUSPEND] = browsing_suspend,
    [COMMAND_QUIT] = browsing_quit,
    [COMMAND_INTERRUPT] = browsing_interrupt,
};

void session_open(struct session *session, const struct catalogue *catalogue, struct arena *arena,
                  struct look look, const char *lang) {
    const size_t count = catalogue->practice_count;
    *session = (struct session){
        .catalogue = catalogue,
        .arena = arena,
        .look = look,
        .lang = lang ? lang : "",
        .order = arena_array(arena, count, sizeof *session->order),
        .practice_count = count,
        .screens = {SCREEN_HOME},
        .focus = {PANEL_PRACTICES},
        .depth = 1,
    };
    session->languages = catalogue_languages(catalogue, arena, &session->language_count);
    for (size_t i = 0; i < count; i++) {
        session->order[i] = &catalogue->practices[i];
    }
    if (count) {
        qsort(session->order, count, sizeof *session->order, title_compare);
    }
    if (catalogue->faults.left_out) {
        session_say(session,
                    ngettext("%zu row left out: ! shows it", "%zu rows left out: ! shows them",
                             catalogue->faults.left_out),
                    catalogue->faults.left_out);
    }
}

void session_press(struct session *session, int key) {
    session->message[0] = '\0';
    if (session->prompt_use != PROMPT_USE_NONE && prompt_press(session, key)) {
        return;
    }
    const enum command command = keymap_command(key);
    if (command == COMMAND_NONE) {
        char name[KEY_NAME_MAX];
        keymap_name(key, name);
        session_say(session, _("%s does nothing here; ? shows the keys"), name);
        return;
    }
    session_do(session, command);
}

void session_point(struct session *session, enum panel panel, long entry) {
    session->message[0] = '\0';
    const bool again = session_panel(session) == panel && entry >= 0 &&
                       session->panels[panel].focus == (size_t)entry;
    screens_focus(session, panel);
    if (again) {
        session_do(session, COMMAND_OPEN);
    } else if (entry >= 0) {
        scroll_focus(session, panel, (size_t)entry);
    }
}

void session_do(struct session *session, enum command command) {
    if (list_left(session, command)) {
        return;
    }
    if (session_can(session, command)) {
        handlers[command](session);
    } else {
        session_say(session, _("\"%s\" has nothing to do here; ? shows the keys"),
                    command_info(command)->name);
    }
}

bool session_can(const struct session *session, enum command command) {
    const enum screen_id screen = entries_screen(session);
    switch (command) {
    case COMMAND_NONE:
        return false;
    case COMMAND_NEXT_PRACTICE:
    case COMMAND_PREVIOUS_PRACTICE:
        return screen == SCREEN_PRACTICE || screen == SCREEN_HOME;
    case COMMAND_OPEN_LINK:
        return screen == SCREEN_PRACTICE || screen == SCREEN_HOME || screen == SCREEN_COLLECTIONS;
    case COMMAND_LANGUAGE:
        return session->language_count > 0;
    default:
        return true;
    }
}

struct errand session_errand(struct session *session) {
    const struct errand errand = session->errand;
    session->errand = (struct errand){ERRAND_NONE, NULL};
    return errand;
}

void session_say(struct session *session, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(session->message, sizeof session->message, format, arguments);
    va_end(arguments);
}

enum screen_id session_screen(const struct session *session) {
    return session->screens[session->depth - 1];
}

enum panel session_panel(const struct session *session) {
    return session->focus[session->depth - 1];
}

static int title_compare(const void *left, const void *right) {
    const struct practice *one = *(const struct practice *const *)left;
    const struct practice *other = *(const struct practice *const *)right;
    const int order = strcoll(record_cell(&one->record, PRACTICE_TITLE),
                              record_cell(&other->record, PRACTICE_TITLE));
    return order ? order : (one->index > other->index) - (one->index < other->index);
}

/* Whether the key was one for the line being typed. */
static bool prompt_press(struct session *session, int key) {
    if (session->prompt_use == PROMPT_USE_COMMAND && key == PRESS_TAB) {
        prompt_complete(session);
        return true;
    }
    const bool help = session->prompt_use == PROMPT_USE_HELP;
    const bool empty = session->prompt.length == 0;
    switch (prompt_key(&session->prompt, key)) {
    case PROMPT_TAKEN:
        if (help) {
            scroll_reset(session, PANEL_HELP);
        }
        return true;
    case PROMPT_ACCEPTED:
        prompt_accept(session);
        return true;
    case PROMPT_LEFT:
        if (help && !empty) {
            prompt_clear(&session->prompt);
            scroll_reset(session, PANEL_HELP);
        } else if (help) {
            screens_close(session);
        } else {
            screens_end_prompt(session);
            prompt_clear(&session->prompt);
        }
        return true;
    case PROMPT_NOT_MINE:
        break;
    }
    /* In Help the arrows move over the list; a command's line has no use for them. */
    return !help;
}

static void prompt_accept(struct session *session) {
    if (session->prompt_use == PROMPT_USE_HELP) {
        browsing_row(session);
        return;
    }
    const struct prompt typed = session->prompt;
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

static void prompt_complete(struct session *session) {
    const char *typed = session->prompt.text;
    const char *match = NULL;
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        const char *name = command_info(command)->name;
        if (strncmp(name, typed, session->prompt.length) == 0) {
            if (match) {
                session_say(session, _("\"%s\" and \"%s\" begin like that; type on"), match, name);
                return;
            }
            match = name;
        }
    }
    if (!match) {
        session_say(session, _("No command begins like that; m is a menu of all"));
        return;
    }
    session->prompt.length = (size_t)snprintf(session->prompt.text, PROMPT_MAX, "%s", match);
    session->prompt.cursor = session->prompt.length;
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

/*
 * In Menu and Help the keys that move about move in the list; any other does what the list says it
 * does, on the screen below. Whether that was all (the list's own key closes it) is returned.
 */
static bool list_left(struct session *session, enum command command) {
    const enum screen_id screen = session_screen(session);
    const bool stays = command_info(command)->group == GROUP_MOVE || command == COMMAND_QUIT ||
                       command == COMMAND_INTERRUPT || command == COMMAND_REDRAW;
    if ((screen != SCREEN_MENU && screen != SCREEN_HELP) || stays) {
        return false;
    }
    screens_close(session);
    return command == (screen == SCREEN_MENU ? COMMAND_MENU : COMMAND_HELP);
}
