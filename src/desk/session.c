#include "vademecum/desk/session.h"

#include "vademecum/base/words.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/desk/entries.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/names.h"
#include "vademecum/desk/resume.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"
#include "vademecum/desk/typing.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    SLICES_FIRST = 1, /* read before the first screen: of a small catalogue all but marks,
                         answers and tools, which come before anybody looks */
    HALF = 500        /* thousandths */
};

static void settle(struct session *session);
static void session_greet(struct session *session);
static void reading_step(struct session *session);
static bool language_known(const struct session *session);
static void key_press(struct session *session, int key);
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
    [COMMAND_NEXT_VERDICT] = reviewing_next_verdict,
    [COMMAND_MET] = reviewing_met,
    [COMMAND_PARTLY] = reviewing_partly,
    [COMMAND_NOT_MET] = reviewing_not_met,
    [COMMAND_NOT_APPLICABLE] = reviewing_not_applicable,
    [COMMAND_NOT_KNOWN] = reviewing_not_known,
    [COMMAND_CLEAR] = reviewing_clear,
    [COMMAND_NEXT_UNANSWERED] = reviewing_next_unanswered,
    [COMMAND_PREVIOUS_UNANSWERED] = reviewing_previous_unanswered,
    [COMMAND_HIDE_ANSWERED] = reviewing_hide_answered,
    [COMMAND_SHORTLIST] = reviewing_shortlist,
    [COMMAND_COMMENT] = typing_comment,
    [COMMAND_EDITOR] = typing_editor,
    [COMMAND_EVIDENCE] = typing_evidence,
    [COMMAND_PLAN] = helping_plan,
    [COMMAND_PLANS] = helping_plans,
    [COMMAND_WHO] = helping_who,
    [COMMAND_SEARCH] = finding_search,
    [COMMAND_NEXT_MATCH] = finding_next,
    [COMMAND_PREVIOUS_MATCH] = finding_previous,
    [COMMAND_FILTER] = finding_filter,
    [COMMAND_ALL] = finding_all,
    [COMMAND_SORT] = finding_sort,
    [COMMAND_ADD] = typing_add,
    [COMMAND_FACTS] = forms_facts,
    [COMMAND_SETTINGS] = forms_settings,
    [COMMAND_UNDO] = writing_undo,
    [COMMAND_REDO] = writing_redo,
    [COMMAND_SAVED] = writing_saved,
    [COMMAND_OPEN_LINK] = browsing_open_link,
    [COMMAND_COMPARE] = others_compare,
    [COMMAND_DIFFERENCES] = comparing_differences,
    [COMMAND_MATRIX] = matrix_matrix,
    [COMMAND_FIGURES] = matrix_figures,
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

void session_open(struct session *session, const struct session_setup *setup) {
    *session = (struct session){
        .catalogue = setup->catalogue,
        .log = setup->log,
        .reviewer = setup->reviewer,
        .clock = setup->clock,
        .random = setup->random,
        .named = setup->named,
        .draft = setup->draft,
        .arena = setup->arena,
        .look = setup->look,
        .lang = setup->lang ? setup->lang : "",
        .screens = {SCREEN_HOME},
        .focus = {PANEL_PRACTICES},
        .depth = 1,
    };
    session->reading = setup->catalogue->loader ? setup->catalogue : NULL;
    arena_init(&session->listing, setup->arena->end);
    arena_init(&session->choosing, setup->arena->end);
    arena_init(&session->finding, setup->arena->end);
    arena_init(&session->counting, setup->arena->end);
    session->languages = catalogue_languages(setup->catalogue, setup->arena,
                                             &session->language_count);
    session->busy = true;
    session->wish.words = session->sought;
    subjects_open(session);
    session_greet(session);
}

void session_begin(struct session *session) {
    for (int i = 0; i < SLICES_FIRST && session->reading; i++) {
        reading_step(session);
        session->busy = subjects_more(session);
    }
    session_greet(session);
}

bool session_more(struct session *session) {
    const bool whole = session->listed_whole;
    if (!subjects_texts(session)) {
        reading_step(session);
    }
    session->busy = session->busy && subjects_more(session);
    const bool made_whole = !whole && session->listed_whole;
    if (!session->touched && (made_whole || !session->busy)) {
        session_greet(session);
    }
    return session->busy;
}

/* Indexing the answers takes about as long as reading all. */
int session_so_far(const struct session *session) {
    const size_t practices = session->catalogue->practice_count;
    const int indexed = practices ? (int)(session->indexed * HALF / practices) : HALF;
    return session->reading ? catalogue_progress(session->catalogue) / 2 : HALF + indexed;
}

void session_close(struct session *session) {
    subjects_close(session);
    arena_free(&session->choosing);
    arena_free(&session->finding);
}

void session_press(struct session *session, int key) {
    session->touched = true;
    session->message[0] = '\0';
    key_press(session, key);
    settle(session);
}

void session_paste(struct session *session, const char *text) {
    session->touched = true;
    session->message[0] = '\0';
    const bool editing = session_screen(session) == SCREEN_EDIT;
    if (!editing &&
        (session->prompt_use == PROMPT_USE_NONE || session->prompt_use == PROMPT_USE_DRAFT)) {
        session_say(session, _("Pasted text was not used: nothing is being typed here."));
    } else if (!text || !(editing ? typing_paste : prompting_paste)(session, text)) {
        session_say(session, _("The pasted text is too long; nothing of it was put in."));
    }
    settle(session);
}

void session_point(struct session *session, enum panel panel, long entry) {
    session->touched = true;
    session->asked = COMMAND_NONE;
    session->message[0] = '\0';
    const bool typing = session->prompt_use != PROMPT_USE_NONE &&
                        session->prompt_use != PROMPT_USE_OTHER &&
                        session->prompt_use != PROMPT_USE_HELP;
    if (typing || session_screen(session) == SCREEN_EDIT) {
        session_say(session, _("What is being typed comes first."));
        return;
    }
    const bool again = session_panel(session) == panel && entry >= 0 &&
                       session->panels[panel].focus == (size_t)entry;
    screens_focus(session, panel);
    if (again) {
        session_do(session, COMMAND_OPEN);
    } else if (entry >= 0) {
        scroll_focus(session, panel, (size_t)entry);
    }
    settle(session);
}

void session_do(struct session *session, enum command command) {
    if (list_left(session, command)) {
        return;
    }
    /* The key that marks also ticks the boxes of a list. */
    const bool boxes = session_screen(session) == SCREEN_CHOICE ||
                       session_screen(session) == SCREEN_FILTER;
    if (command == COMMAND_NEXT_VERDICT && boxes) {
        command = COMMAND_OPEN;
    }
    if (session_can(session, command)) {
        handlers[command](session);
    } else if (command_info(command)->group == GROUP_MARK &&
               session_screen(session) == SCREEN_COMPARE && session->log) {
        session_say(session, "%s", comparing_refusal(session));
    } else if (command_info(command)->group == GROUP_MARK &&
               session_screen(session) == SCREEN_PRACTICE && session->log) {
        session_say(session, _("Marks are given in the Checklist panel; Tab goes there."));
    } else {
        session_say(session, _("\"%s\" has nothing to do here; ? shows the keys"),
                    *command_info(command)->footer ? _(command_info(command)->footer)
                                                   : command_info(command)->name);
    }
}

bool session_can(const struct session *session, enum command command) {
    const enum screen_id screen = entries_screen(session);
    const bool home = screen == SCREEN_HOME;
    const bool practice = screen == SCREEN_PRACTICE;
    const bool reviewing = session->log != NULL;
    const enum command_group group = command_info(command)->group;
    enum panel stops[STOPS_MAX];
    struct box typing;
    if (group == GROUP_MARK && screen == SCREEN_COMPARE) {
        return reviewing && comparing_marks(session);
    }
    if (group == GROUP_MARK) {
        return reviewing && entries_on_item(session);
    }
    switch (command) {
    case COMMAND_NONE:
        return false;
    case COMMAND_OPEN:
        return !home || (session_home_subject(session) &&
                         session_model(session, session_home_subject(session)));
    case COMMAND_NEXT_PRACTICE:
    case COMMAND_PREVIOUS_PRACTICE:
        return practice || screen == SCREEN_FILTER || (home && session_home_subject(session));
    case COMMAND_ENLARGE:
        return session_stops(session, stops) > 1;
    case COMMAND_OPEN_LINK:
        return practice || home || screen == SCREEN_COLLECTIONS;
    case COMMAND_LANGUAGE:
        return session->language_count > 0;
    case COMMAND_NEXT_UNANSWERED:
    case COMMAND_PREVIOUS_UNANSWERED:
        return reviewing && ((practice && session->checklist) || home);
    case COMMAND_HIDE_ANSWERED:
        return reviewing && practice && session->checklist;
    case COMMAND_SHORTLIST:
        return reviewing && (practice || (home && session_home_subject(session)));
    case COMMAND_COMPARE:
        return session->practice_count > 1 && session->catalogue->checklist_count > 0 &&
               (practice || (home && session_home_subject(session)) || screen == SCREEN_MATRIX ||
                screen == SCREEN_COMPARE);
    case COMMAND_DIFFERENCES:
        return screen == SCREEN_COMPARE;
    case COMMAND_MATRIX:
        return session->practice_count > 0 && session->catalogue->checklist_count > 0 &&
               (practice || home || screen == SCREEN_MATRIX || screen == SCREEN_COMPARE);
    case COMMAND_FIGURES:
        return session->catalogue->practice_count > 0;
    case COMMAND_COMMENT:
    case COMMAND_EDITOR:
        return reviewing && typing_here(session, &typing);
    case COMMAND_PLAN:
        return reviewing && (entries_on_item(session) ||
                             (screen == SCREEN_PLAN && session_entries(session, PANEL_PLAN) > 0));
    case COMMAND_PLANS:
        return reviewing && practice && session->checklist;
    case COMMAND_WHO:
        return (practice && session_item(session)) ||
               (screen == SCREEN_PLAN && session_entries(session, PANEL_PLAN) > 0);
    case COMMAND_EVIDENCE:
        return reviewing && entries_on_item(session);
    case COMMAND_SEARCH:
    case COMMAND_NEXT_MATCH:
    case COMMAND_PREVIOUS_MATCH:
        return home || practice;
    case COMMAND_FILTER:
        return home || practice || screen == SCREEN_WHO || screen == SCREEN_MATRIX;
    case COMMAND_SORT:
        return home || screen == SCREEN_MATRIX;
    case COMMAND_ALL:
        return (home || screen == SCREEN_FILTER || screen == SCREEN_WHO ||
                screen == SCREEN_MATRIX) &&
               session->wish.filters.count > 0;
    case COMMAND_ADD:
        return reviewing && home;
    case COMMAND_FACTS:
        return reviewing && ((home && session_home_subject(session) &&
                              !session_home_subject(session)->practice) ||
                             (practice && !session->subject->practice));
    case COMMAND_SETTINGS:
        return reviewing && (practice || (home && session_home_subject(session) &&
                                          !session_home_subject(session)->practice));
    case COMMAND_UNDO:
    case COMMAND_REDO:
    case COMMAND_SAVED:
        return reviewing;
    default:
        return true;
    }
}

struct errand session_errand(struct session *session) {
    const struct errand errand = session->errand;
    session->errand = (struct errand){ERRAND_NONE, NULL};
    return errand;
}

size_t session_damage(const struct session *session, const struct damage **damage) {
    size_t count = 0;
    const struct damage *found = session->log ? log_damage(session->log, &count) : NULL;
    if (damage) {
        *damage = found;
    }
    return count;
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

/* Brings what is shown up to date with what a key or the mouse has changed. */
static void settle(struct session *session) {
    subjects_settle(session);
    finding_settle(session);
    entries_settle(session);
    names_ask(session);
}

/* What is to be said at the start, as far as the catalogue has been read. */
static void session_greet(struct session *session) {
    resume_begin(session);
    const size_t left_out = session->catalogue->faults.left_out;
    const struct damage *damage;
    const size_t told = session_damage(session, &damage);
    const size_t damaged = told > 0 ? damage_unsettled(session_review(session), damage, told) : 0;
    if (*session->lang && !session->busy && !language_known(session)) {
        session_say(session, _("The catalogue has nothing in the language \"%s\"."), session->lang);
    }
    if (session->draft) {
        drafts_offer(session);
    } else if (session->log && log_waiting(session->log) > 0) {
        writing_waiting(session);
    } else if (damaged) {
        session_say(session,
                    ngettext("%zu line of the reviews is damaged: ! shows it",
                             "%zu lines of the reviews are damaged: ! shows them", damaged),
                    damaged);
    } else if (left_out) {
        session_say(
            session,
            ngettext("%zu row left out: ! shows it", "%zu rows left out: ! shows them", left_out),
            left_out);
    }
}

static void reading_step(struct session *session) {
    if (session->reading && !catalogue_more(session->reading)) {
        session->reading = NULL;
        session->languages = catalogue_languages(session->catalogue, session->arena,
                                                 &session->language_count);
    }
}

static bool language_known(const struct session *session) {
    for (size_t i = 0; i < session->language_count; i++) {
        if (codes_tag_serves(session->languages[i], session->lang)) {
            return true;
        }
    }
    return false;
}

static void key_press(struct session *session, int key) {
    if (session_screen(session) == SCREEN_EDIT) {
        typing_press(session, key);
        return;
    }
    if (session->prompt_use != PROMPT_USE_NONE && prompting_press(session, key)) {
        return;
    }
    const enum command command = keymap_command(key);
    session->asked = session->asked == command ? command : COMMAND_NONE;
    if (forms_press(session, key, command)) {
        return;
    }
    if (command == COMMAND_NONE) {
        char name[KEY_NAME_MAX];
        keymap_name(key, name);
        session_say(session, _("%s does nothing here; ? shows the keys"), name);
        return;
    }
    session_do(session, command);
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
