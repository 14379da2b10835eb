#include "vademecum/desk/entries.h"

#include "vademecum/base/text.h"
#include "vademecum/base/words.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/matrix.h"
#include "vademecum/desk/tools.h"

#include <string.h>

enum {
    KEYS_MAX = 64 /* bytes of a command's keys in writing */
};

static size_t depth_below(const struct session *session);
static bool item_stops(const struct session *session);
static size_t stop_place(const struct session *session, const enum panel *stops, size_t count);
static int panel_column(enum panel panel);
static size_t command_count(const struct session *session, enum panel panel);
static enum command command_at(enum panel panel, int place);
static bool command_listed(const struct session *session, enum panel panel, enum command command,
                           const char *words, struct arena *scratch);
static const char *subject_link(const struct session *session, const struct subject *subject);
static bool item_shown(const struct session *session, const struct item *item);
static size_t item_count(const struct session *session);
static size_t compare_count(const struct session *session);
static size_t plan_count(const struct session *session);

enum screen_id entries_screen(const struct session *session) {
    return session->screens[depth_below(session) - 1];
}

enum panel entries_panel(const struct session *session) {
    return session->focus[depth_below(session) - 1];
}

size_t session_stops(const struct session *session, enum panel stops[STOPS_MAX]) {
    static const enum panel of_screen[][STOPS_MAX + 1] = {
        [SCREEN_HOME] = {PANEL_PRACTICES, PANEL_PREVIEW},
        [SCREEN_PRACTICE] = {PANEL_CRITERIA, PANEL_ANSWER, PANEL_CHECKLIST, PANEL_ITEM,
                             PANEL_TOOLS},
        [SCREEN_COLLECTIONS] = {PANEL_COLLECTIONS, PANEL_COLLECTION},
        [SCREEN_LEFT_OUT] = {PANEL_LEFT_OUT},
        [SCREEN_HELP] = {PANEL_HELP},
        [SCREEN_MENU] = {PANEL_MENU},
        [SCREEN_EDIT] = {PANEL_EDIT, PANEL_BESIDE},
        [SCREEN_FORM] = {PANEL_FORM},
        [SCREEN_CHOICE] = {PANEL_CHOICE},
        [SCREEN_WHO] = {PANEL_WHO, PANEL_WHO_DETAIL},
        [SCREEN_PLAN] = {PANEL_PLAN},
        [SCREEN_FILTER] = {PANEL_FACETS, PANEL_VALUES},
        [SCREEN_SORT] = {PANEL_SORT},
        [SCREEN_OTHER] = {PANEL_OTHER},
        [SCREEN_COMPARE] = {PANEL_LEFT, PANEL_RIGHT},
        [SCREEN_MATRIX] = {PANEL_MATRIX},
        [SCREEN_FIGURES] = {PANEL_FIGURES},
    };
    static const enum panel about[STOPS_MAX + 1] = {PANEL_CRITERIA, PANEL_ABOUT};
    const enum screen_id screen = session_screen(session);
    const bool on_about = screen == SCREEN_PRACTICE && !session_question(session);
    const enum panel *list = on_about ? about : of_screen[screen];
    size_t count = 0;
    for (size_t i = 0; list[i] != PANEL_NONE; i++) {
        if (list[i] != PANEL_ITEM || item_stops(session)) {
            stops[count++] = list[i];
        }
    }
    return count;
}

bool entries_on_item(const struct session *session) {
    const enum panel panel = entries_panel(session);
    return entries_screen(session) == SCREEN_PRACTICE &&
           (panel == PANEL_CHECKLIST || panel == PANEL_ITEM) && session_item(session);
}

enum panel entries_stop(const struct session *session, int step) {
    enum panel stops[STOPS_MAX];
    const size_t count = session_stops(session, stops);
    const size_t place = stop_place(session, stops, count);
    return stops[(place + count + (size_t)(step + (int)count)) % count];
}

enum panel entries_beside(const struct session *session, int step) {
    enum panel stops[STOPS_MAX];
    const size_t count = session_stops(session, stops);
    const enum panel here = session_panel(session);
    const int column = panel_column(here) + step;
    for (size_t i = 0; i < count; i++) {
        if (panel_column(stops[i]) == column) {
            return stops[i];
        }
    }
    return here;
}

const char *entries_link(const struct session *session, const char **file) {
    *file = NULL;
    if (session_screen(session) == SCREEN_COLLECTIONS) {
        const size_t focus = session->panels[PANEL_COLLECTIONS].focus;
        return focus < session->catalogue->collection_count
                   ? record_cell(&session->catalogue->collections[focus].record, COLLECTION_URL)
                   : "";
    }
    const struct tool_entry tool = tools_here(session);
    if (tool.place != TOOL_PLACES) {
        return tools_link(session, &tool, file);
    }
    const struct subject *subject = session_screen(session) == SCREEN_HOME
                                        ? session_home_subject(session)
                                        : session->subject;
    return subject ? subject_link(session, subject) : "";
}

void entries_settle(struct session *session) {
    enum panel stops[STOPS_MAX];
    const size_t count = session_stops(session, stops);
    for (size_t i = 0; i < count; i++) {
        struct panel_state *state = &session->panels[stops[i]];
        const size_t entries = session_entries(session, stops[i]);
        if (state->focus >= entries) {
            state->focus = entries ? entries - 1 : 0;
            state->follow = true;
        }
    }
    if (session_screen(session) == SCREEN_COMPARE) {
        comparing_align(session);
    } else if (session_screen(session) == SCREEN_MATRIX) {
        matrix_settle(session);
    }
}

size_t session_entries(const struct session *session, enum panel panel) {
    switch (panel) {
    case PANEL_PRACTICES:
        return session->practice_count;
    case PANEL_CRITERIA:
        return 1 + (session->checklist ? session->checklist->question_count : 0);
    case PANEL_CHECKLIST:
        return item_count(session);
    case PANEL_ABOUT:
    case PANEL_TOOLS:
        return tools_count(session);
    case PANEL_COLLECTIONS:
        return session->catalogue->collection_count;
    case PANEL_LEFT_OUT:
        return session->catalogue->faults.kept + session_damage(session, NULL);
    case PANEL_EDIT:
        return editor_lines(session->editor, session_edit_width(session), 0, NULL, 0);
    case PANEL_WHO:
        return session->who.count;
    case PANEL_PLAN:
        return plan_count(session);
    case PANEL_FACETS:
        return FACET_COUNT;
    case PANEL_VALUES:
        return session->counts.count;
    case PANEL_SORT:
        return ORDER_COUNT;
    case PANEL_OTHER:
        return session->comparison.other_count;
    case PANEL_LEFT:
    case PANEL_RIGHT:
        return compare_count(session);
    case PANEL_MATRIX:
        return session->practice_count;
    case PANEL_FORM:
        return session->form.count;
    case PANEL_CHOICE:
        return session->choice.count;
    case PANEL_HELP:
    case PANEL_MENU:
        return command_count(session, panel);
    default:
        return 0;
    }
}

const struct question *session_question(const struct session *session) {
    const size_t focus = session->panels[PANEL_CRITERIA].focus;
    return focus > 0 && session->checklist && focus <= session->checklist->question_count
               ? &session->checklist->questions[focus - 1]
               : NULL;
}

const struct item *session_item(const struct session *session) {
    return session_item_at(session, session->panels[PANEL_CHECKLIST].focus);
}

const struct item *session_item_at(const struct session *session, size_t entry) {
    const struct question *question = session_question(session);
    size_t left = entry;
    for (size_t i = 0; question && i < question->item_count; i++) {
        if (item_shown(session, &question->items[i]) && left-- == 0) {
            return &question->items[i];
        }
    }
    return NULL;
}

enum command session_command(const struct session *session, enum panel panel, size_t entry) {
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    const char *words = text_fold(&scratch, session->prompt.text);
    enum command found = COMMAND_NONE;
    size_t left = entry;
    for (int place = 1; place < COMMAND_COUNT && found == COMMAND_NONE; place++) {
        const enum command command = command_at(panel, place);
        if (command_listed(session, panel, command, words, &scratch) && left-- == 0) {
            found = command;
        }
    }
    arena_free(&scratch);
    return found;
}

/* How many screens there are without Menu and Help on top. */
static size_t depth_below(const struct session *session) {
    size_t depth = session->depth;
    while (depth > 1 && (session->screens[depth - 1] == SCREEN_MENU ||
                         session->screens[depth - 1] == SCREEN_HELP)) {
        depth--;
    }
    return depth;
}

/* Whether what stands under the items is to be gone to: what is seen whole needs no stop. */
static bool item_stops(const struct session *session) {
    const struct panel_state *state = &session->panels[PANEL_ITEM];
    return session_panel(session) == PANEL_ITEM || state->lines > state->visible;
}

static size_t stop_place(const struct session *session, const enum panel *stops, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (stops[i] == session_panel(session)) {
            return i;
        }
    }
    return 0;
}

/* Panels that stand beside one another have columns beside one another. */
static int panel_column(enum panel panel) {
    static const int columns[PANEL_COUNT] = {
        [PANEL_PREVIEW] = 1, [PANEL_CHECKLIST] = 1,  [PANEL_ITEM] = 1,  [PANEL_ABOUT] = 1,
        [PANEL_BESIDE] = 1,  [PANEL_WHO_DETAIL] = 1, [PANEL_TOOLS] = 2, [PANEL_COLLECTION] = 1,
        [PANEL_VALUES] = 1,  [PANEL_RIGHT] = 1,
    };
    return columns[panel];
}

static size_t command_count(const struct session *session, enum panel panel) {
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    const char *words = text_fold(&scratch, session->prompt.text);
    size_t count = 0;
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        count += command_listed(session, panel, command, words, &scratch);
    }
    arena_free(&scratch);
    return count;
}

/* In the menu the keys that only move come last: who opens it looks for something to do. */
static enum command command_at(enum panel panel, int place) {
    int moves = 0;
    while (command_info((enum command)(moves + 1))->group == GROUP_MOVE) {
        moves++;
    }
    const int others = COMMAND_COUNT - 1 - moves;
    if (panel != PANEL_MENU) {
        return (enum command)place;
    }
    return (enum command)(place <= others ? place + moves : place - others);
}

/* The menu lists what can be done here; the help lists what has all the words (folded). */
static bool command_listed(const struct session *session, enum panel panel, enum command command,
                           const char *words, struct arena *scratch) {
    if (panel == PANEL_MENU) {
        return session_can(session, command) && command != COMMAND_MENU &&
               command != COMMAND_INTERRUPT;
    }
    const struct command_info *info = command_info(command);
    char keys[KEYS_MAX];
    keymap_keys(command, true, keys, sizeof keys);
    const char *told = text_fold(
        scratch, arena_printf(scratch, "%s %s %s", keys, info->name, _(info->help)));
    return text_words_in(told, words);
}

static const char *subject_link(const struct session *session, const struct subject *subject) {
    if (!subject->practice) {
        return session_value(session, subject, "", "own.website");
    }
    const struct record *record = &subject->practice->record;
    const char *website = record_cell(record, PRACTICE_WEBSITE);
    return *website ? website : record_cell(record, PRACTICE_SOURCE_URL);
}

/* With answered items hidden, the one answered last stays in sight all the same. */
static bool item_shown(const struct session *session, const struct item *item) {
    return !session->hide_answered || item == session->just_set ||
           session_verdict(session, session->subject, item) == VERDICT_NONE;
}

static size_t item_count(const struct session *session) {
    const struct question *question = session_question(session);
    size_t count = 0;
    for (size_t i = 0; question && i < question->item_count; i++) {
        count += item_shown(session, &question->items[i]);
    }
    return count;
}

static size_t compare_count(const struct session *session) {
    struct compare_place place = {NULL, NULL};
    size_t count = 0;
    while (comparing_next(session, &place)) {
        count++;
    }
    return count;
}

static size_t plan_count(const struct session *session) {
    size_t count = 0;
    while (session_plan_item(session, count)) {
        count++;
    }
    return count;
}
