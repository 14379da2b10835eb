#include "vademecum/desk/session.h"

#include "vademecum/base/nearest.h"
#include "vademecum/base/words.h"
#include "vademecum/catalogue/check.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/desk/entries.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/scroll.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int title_compare(const void *left, const void *right);
static bool prompt_press(struct session *session, int key);
static void prompt_accept(struct session *session);
static void prompt_complete(struct session *session);
static enum command command_meant(const struct session *session, const char *typed);
static bool list_left(struct session *session, enum command command);
static void screen_show(struct session *session, enum screen_id screen, enum panel panel);
static void screen_begin(struct session *session);
static void prompt_end(struct session *session);
static void screen_close(struct session *session);
static void practice_show(struct session *session, size_t place);
static void panel_go(struct session *session, enum panel panel);
static void row_run(struct session *session);
static void link_open(struct session *session);
static void do_down(struct session *session);
static void do_up(struct session *session);
static void do_right(struct session *session);
static void do_left(struct session *session);
static void do_page_down(struct session *session);
static void do_page_up(struct session *session);
static void do_first(struct session *session);
static void do_last(struct session *session);
static void do_next_stop(struct session *session);
static void do_previous_stop(struct session *session);
static void do_open(struct session *session);
static void do_back(struct session *session);
static void do_next_practice(struct session *session);
static void do_previous_practice(struct session *session);
static void do_open_link(struct session *session);
static void do_collections(struct session *session);
static void do_left_out(struct session *session);
static void do_language(struct session *session);
static void do_enlarge(struct session *session);
static void do_mouse(struct session *session);
static void do_redraw(struct session *session);
static void do_help(struct session *session);
static void do_menu(struct session *session);
static void do_by_name(struct session *session);
static void do_suspend(struct session *session);
static void do_quit(struct session *session);
static void do_interrupt(struct session *session);

static void (*const handlers[COMMAND_COUNT])(struct session *session) = {
    [COMMAND_DOWN] = do_down,
    [COMMAND_UP] = do_up,
    [COMMAND_RIGHT] = do_right,
    [COMMAND_LEFT] = do_left,
    [COMMAND_PAGE_DOWN] = do_page_down,
    [COMMAND_PAGE_UP] = do_page_up,
    [COMMAND_FIRST] = do_first,
    [COMMAND_LAST] = do_last,
    [COMMAND_NEXT_STOP] = do_next_stop,
    [COMMAND_PREVIOUS_STOP] = do_previous_stop,
    [COMMAND_OPEN] = do_open,
    [COMMAND_BACK] = do_back,
    [COMMAND_NEXT_PRACTICE] = do_next_practice,
    [COMMAND_PREVIOUS_PRACTICE] = do_previous_practice,
    [COMMAND_OPEN_LINK] = do_open_link,
    [COMMAND_COLLECTIONS] = do_collections,
    [COMMAND_LEFT_OUT] = do_left_out,
    [COMMAND_LANGUAGE] = do_language,
    [COMMAND_ENLARGE] = do_enlarge,
    [COMMAND_MOUSE] = do_mouse,
    [COMMAND_REDRAW] = do_redraw,
    [COMMAND_HELP] = do_help,
    [COMMAND_MENU] = do_menu,
    [COMMAND_BY_NAME] = do_by_name,
    [COMMAND_SUSPEND] = do_suspend,
    [COMMAND_QUIT] = do_quit,
    [COMMAND_INTERRUPT] = do_interrupt,
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
    panel_go(session, panel);
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
            screen_close(session);
        } else {
            prompt_end(session);
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
        row_run(session);
        return;
    }
    const struct prompt typed = session->prompt;
    prompt_end(session);
    prompt_clear(&session->prompt);
    if (typed.length == 0) {
        return;
    }
    const enum command command = command_find(typed.text);
    const enum command meant = command_meant(session, typed.text);
    if (command != COMMAND_NONE) {
        session_do(session, command);
    } else if (meant != COMMAND_NONE) {
        session_say(session, _("There is no command \"%s\"; did you mean \"%s\"?"), typed.text,
                    command_info(meant)->name);
    } else {
        session_say(session, _("There is no command \"%s\"; ? lists them"), typed.text);
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
        session_say(session, _("No command begins like that; ? lists them"));
        return;
    }
    session->prompt.length = (size_t)snprintf(session->prompt.text, PROMPT_MAX, "%s", match);
    session->prompt.cursor = session->prompt.length;
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
    screen_close(session);
    return command == (screen == SCREEN_MENU ? COMMAND_MENU : COMMAND_HELP);
}

static void screen_show(struct session *session, enum screen_id screen, enum panel panel) {
    for (size_t i = 0; i < session->depth; i++) {
        if (session->screens[i] == screen) {
            session->depth = i + 1;
            screen_begin(session);
            return;
        }
    }
    session->screens[session->depth] = screen;
    session->focus[session->depth] = panel;
    session->depth++;
    scroll_reset(session, panel);
    screen_begin(session);
}

/* Another screen is on top now. */
static void screen_begin(struct session *session) {
    session->enlarged = false;
    prompt_end(session);
    prompt_clear(&session->prompt);
}

/* Nothing is being typed any more, but in Help there always is. */
static void prompt_end(struct session *session) {
    const bool help = session_screen(session) == SCREEN_HELP;
    session->prompt_use = help ? PROMPT_USE_HELP : PROMPT_USE_NONE;
}

static void screen_close(struct session *session) {
    if (session->depth > 1) {
        session->depth--;
        screen_begin(session);
    }
}

/* Puts the practice at this place of Home's order before the user, at the question of before. */
static void practice_show(struct session *session, size_t place) {
    const struct checklist *before = session->checklist;
    scroll_focus(session, PANEL_PRACTICES, place);
    session->practice = session->order[place];
    session->checklist = catalogue_checklist(session->catalogue, session->practice);
    const size_t item = session->panels[PANEL_CHECKLIST].focus;
    const size_t question = session->checklist == before ? session->panels[PANEL_CRITERIA].focus
                                                         : 0;
    scroll_focus(session, PANEL_CRITERIA, question);
    if (session->checklist == before && question > 0) {
        scroll_focus(session, PANEL_CHECKLIST, item);
    } else {
        session->focus[session->depth - 1] = PANEL_CRITERIA;
    }
}

/* Moves the focus to a panel of the screen. */
static void panel_go(struct session *session, enum panel panel) {
    session->focus[session->depth - 1] = panel;
}

/* Does what the focused row of Menu or Help stands for. */
static void row_run(struct session *session) {
    const enum panel panel = session_panel(session);
    const enum command command = session_command(session, panel, session->panels[panel].focus);
    if (command == COMMAND_NONE) {
        return;
    }
    screen_close(session);
    session_do(session, command);
}

static void link_open(struct session *session) {
    struct errand errand = {ERRAND_NONE, NULL};
    const char *url = entries_link(session, &errand.text);
    if (errand.text) {
        errand.kind = ERRAND_OPEN_FILE;
    } else if (!*url) {
        session_say(session, _("No link is recorded here."));
        return;
    } else if (!check_url(url)) {
        session_say(session, _("This is no http or https address, and is not opened: %s"), url);
        return;
    } else {
        errand = (struct errand){ERRAND_OPEN_LINK, url};
    }
    session->errand = errand;
}

static void do_down(struct session *session) {
    scroll_down(session, session_panel(session));
}

static void do_up(struct session *session) {
    scroll_up(session, session_panel(session));
}

static void do_right(struct session *session) {
    panel_go(session, entries_beside(session, +1));
}

static void do_left(struct session *session) {
    panel_go(session, entries_beside(session, -1));
}

static void do_page_down(struct session *session) {
    session->panels[session_panel(session)].pages = +1;
}

static void do_page_up(struct session *session) {
    session->panels[session_panel(session)].pages = -1;
}

static void do_first(struct session *session) {
    scroll_first(session, session_panel(session));
}

static void do_last(struct session *session) {
    scroll_last(session, session_panel(session));
}

static void do_next_stop(struct session *session) {
    panel_go(session, entries_stop(session, +1));
}

static void do_previous_stop(struct session *session) {
    panel_go(session, entries_stop(session, -1));
}

static void do_open(struct session *session) {
    switch (session_panel(session)) {
    case PANEL_PRACTICES:
    case PANEL_PREVIEW:
        if (session_home_practice(session)) {
            screen_show(session, SCREEN_PRACTICE, PANEL_CRITERIA);
            session->panels[PANEL_CRITERIA].focus = 0;
            practice_show(session, session->panels[PANEL_PRACTICES].focus);
        }
        break;
    case PANEL_CRITERIA:
        panel_go(session, session_question(session) ? PANEL_CHECKLIST : PANEL_ABOUT);
        break;
    case PANEL_ANSWER:
        panel_go(session, PANEL_CHECKLIST);
        break;
    case PANEL_CHECKLIST:
        panel_go(session, PANEL_TOOLS);
        break;
    case PANEL_ABOUT:
    case PANEL_TOOLS:
        link_open(session);
        break;
    case PANEL_COLLECTIONS:
        panel_go(session, PANEL_COLLECTION);
        break;
    case PANEL_COLLECTION:
        link_open(session);
        break;
    case PANEL_MENU:
    case PANEL_HELP:
        row_run(session);
        break;
    default:
        break;
    }
}

static void do_back(struct session *session) {
    if (session->enlarged) {
        session->enlarged = false;
    } else if (session->depth > 1) {
        screen_close(session);
    } else {
        session_say(session, _("This is the first screen; q closes the program."));
    }
}

static void do_next_practice(struct session *session) {
    const size_t place = session->panels[PANEL_PRACTICES].focus;
    if (place + 1 >= session->practice_count) {
        session_say(session, _("This is the last practice."));
    } else if (session_screen(session) == SCREEN_HOME) {
        scroll_focus(session, PANEL_PRACTICES, place + 1);
    } else {
        practice_show(session, place + 1);
    }
}

static void do_previous_practice(struct session *session) {
    const size_t place = session->panels[PANEL_PRACTICES].focus;
    if (place == 0) {
        session_say(session, _("This is the first practice."));
    } else if (session_screen(session) == SCREEN_HOME) {
        scroll_focus(session, PANEL_PRACTICES, place - 1);
    } else {
        practice_show(session, place - 1);
    }
}

static void do_open_link(struct session *session) {
    link_open(session);
}

static void do_collections(struct session *session) {
    screen_show(session, SCREEN_COLLECTIONS, PANEL_COLLECTIONS);
}

static void do_left_out(struct session *session) {
    screen_show(session, SCREEN_LEFT_OUT, PANEL_LEFT_OUT);
}

static void do_language(struct session *session) {
    size_t next = 0;
    for (size_t i = 0; i < session->language_count; i++) {
        if (strcmp(session->languages[i], session->lang) == 0) {
            next = i + 1;
        }
    }
    session->lang = next < session->language_count ? session->languages[next] : "";
    const char *name = language_name(session->lang);
    if (*session->lang) {
        session_say(session, _("Shown in %s where the catalogue has it; t: next language"),
                    name ? name : session->lang);
    } else {
        session_say(session, _("Shown as the catalogue has it; t: next language"));
    }
}

static void do_enlarge(struct session *session) {
    session->enlarged = !session->enlarged;
}

static void do_mouse(struct session *session) {
    session->mouse = !session->mouse;
    session->errand.kind = ERRAND_MOUSE;
    session_say(session, session->mouse ? _("The mouse is on; M turns it off.")
                                        : _("The mouse is off; M turns it on."));
}

static void do_redraw(struct session *session) {
    session->errand.kind = ERRAND_REDRAW;
}

static void do_help(struct session *session) {
    screen_show(session, SCREEN_HELP, PANEL_HELP);
}

static void do_menu(struct session *session) {
    screen_show(session, SCREEN_MENU, PANEL_MENU);
}

static void do_by_name(struct session *session) {
    session->prompt_use = PROMPT_USE_COMMAND;
    prompt_clear(&session->prompt);
}

static void do_suspend(struct session *session) {
    session->errand.kind = ERRAND_SUSPEND;
}

static void do_quit(struct session *session) {
    if (session->depth > 1) {
        screen_close(session);
    } else {
        session->errand.kind = ERRAND_QUIT;
    }
}

static void do_interrupt(struct session *session) {
    session_say(session, session->depth > 1
                             ? _("q closes this screen; at the first screen q ends the program.")
                             : _("q closes the program."));
}
