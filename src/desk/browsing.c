#include "vademecum/base/words.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/desk/entries.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/matrix.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"
#include "vademecum/desk/tools.h"
#include "vademecum/desk/typing.h"
#include "vademecum/desk/writing.h"

#include <string.h>

static void practice_open(struct session *session);
static void question_open(struct session *session);
static void checklist_go(struct session *session);
static void item_open(struct session *session);
static void collection_go(struct session *session);
static void link_open(struct session *session);
static void damage_accept(struct session *session);
static void quit_warn(struct session *session);
static void practice_go(struct session *session, int step);
static void model_go(struct session *session, int step);

/* What Enter does in each panel. */
static void (*const opened[PANEL_COUNT])(struct session *session) = {
    [PANEL_PRACTICES] = practice_open,
    [PANEL_PREVIEW] = practice_open,
    [PANEL_CRITERIA] = question_open,
    [PANEL_ANSWER] = checklist_go,
    [PANEL_ITEM] = checklist_go,
    [PANEL_CHECKLIST] = item_open,
    [PANEL_ABOUT] = link_open,
    [PANEL_TOOLS] = link_open,
    [PANEL_COLLECTIONS] = collection_go,
    [PANEL_COLLECTION] = link_open,
    [PANEL_WHO] = helping_go,
    [PANEL_WHO_DETAIL] = helping_go,
    [PANEL_PLAN] = helping_item,
    [PANEL_OTHER] = others_choose,
    [PANEL_LEFT] = comparing_go,
    [PANEL_RIGHT] = comparing_go,
    [PANEL_MATRIX] = matrix_go,
    [PANEL_LEFT_OUT] = damage_accept,
    [PANEL_FACETS] = finding_open,
    [PANEL_VALUES] = finding_open,
    [PANEL_SORT] = finding_order,
    [PANEL_FORM] = forms_open,
    [PANEL_CHOICE] = forms_choose,
    [PANEL_MENU] = browsing_row,
    [PANEL_HELP] = browsing_row,
};

void browsing_down(struct session *session) {
    scroll_down(session, session_panel(session));
}

void browsing_up(struct session *session) {
    scroll_up(session, session_panel(session));
}

void browsing_right(struct session *session) {
    if (session_screen(session) == SCREEN_MATRIX) {
        matrix_step(session, +1);
    } else {
        screens_focus(session, entries_beside(session, +1));
    }
}

void browsing_left(struct session *session) {
    if (session_screen(session) == SCREEN_MATRIX) {
        matrix_step(session, -1);
    } else {
        screens_focus(session, entries_beside(session, -1));
    }
}

void browsing_page_down(struct session *session) {
    session->panels[session_panel(session)].pages = +1;
}

void browsing_page_up(struct session *session) {
    session->panels[session_panel(session)].pages = -1;
}

void browsing_first(struct session *session) {
    scroll_first(session, session_panel(session));
}

void browsing_last(struct session *session) {
    scroll_last(session, session_panel(session));
}

void browsing_next_stop(struct session *session) {
    if (session_screen(session) == SCREEN_MATRIX) {
        matrix_leap(session, +1);
    } else {
        screens_focus(session, entries_stop(session, +1));
    }
}

void browsing_previous_stop(struct session *session) {
    if (session_screen(session) == SCREEN_MATRIX) {
        matrix_leap(session, -1);
    } else {
        screens_focus(session, entries_stop(session, -1));
    }
}

void browsing_open(struct session *session) {
    void (*const opens)(struct session *) = opened[session_panel(session)];
    if (opens) {
        opens(session);
    }
}

void browsing_back(struct session *session) {
    if (session->enlarged) {
        session->enlarged = false;
    } else if (session->depth > 1) {
        screens_close(session);
    } else if (!finding_peel(session)) {
        session_say(session, _("This is the first screen; q closes the program."));
    }
}

void browsing_next_practice(struct session *session) {
    practice_go(session, +1);
}

void browsing_previous_practice(struct session *session) {
    practice_go(session, -1);
}

void browsing_open_link(struct session *session) {
    link_open(session);
}

void browsing_collections(struct session *session) {
    screens_show(session, SCREEN_COLLECTIONS, PANEL_COLLECTIONS);
}

void browsing_left_out(struct session *session) {
    screens_show(session, SCREEN_LEFT_OUT, PANEL_LEFT_OUT);
}

void browsing_language(struct session *session) {
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

void browsing_enlarge(struct session *session) {
    session->enlarged = !session->enlarged;
}

void browsing_mouse(struct session *session) {
    session->mouse = !session->mouse;
    session->errand.kind = ERRAND_MOUSE;
    session_say(session, session->mouse ? _("The mouse is on; M turns it off.")
                                        : _("The mouse is off; M turns it on."));
}

void browsing_redraw(struct session *session) {
    session->errand.kind = ERRAND_REDRAW;
}

void browsing_help(struct session *session) {
    screens_show(session, SCREEN_HELP, PANEL_HELP);
}

void browsing_menu(struct session *session) {
    screens_show(session, SCREEN_MENU, PANEL_MENU);
}

void browsing_by_name(struct session *session) {
    session->prompt_use = PROMPT_USE_COMMAND;
    prompt_clear(&session->prompt);
}

void browsing_suspend(struct session *session) {
    session->errand.kind = ERRAND_SUSPEND;
}

void browsing_quit(struct session *session) {
    const bool unsaved = session_unsaved(session);
    if (session->depth > 1) {
        screens_close(session);
    } else if (unsaved && session->asked != COMMAND_QUIT) {
        session->asked = COMMAND_QUIT;
        quit_warn(session);
    } else {
        session->errand.kind = ERRAND_QUIT;
    }
}

void browsing_interrupt(struct session *session) {
    session_say(session, session->depth > 1
                             ? _("q closes this screen; at the first screen q ends the program.")
                             : _("q closes the program."));
}

/* Does what the focused row of Menu or Help stands for. */
void browsing_row(struct session *session) {
    const enum panel panel = session_panel(session);
    const enum command command = session_command(session, panel, session->panels[panel].focus);
    if (command == COMMAND_NONE) {
        return;
    }
    screens_close(session);
    session_do(session, command);
}

static void practice_open(struct session *session) {
    if (session_can(session, COMMAND_OPEN)) {
        screens_show(session, SCREEN_PRACTICE, PANEL_CRITERIA);
        session->panels[PANEL_CRITERIA].focus = 0;
        session->checklist = NULL;
        screens_practice(session, session_home_subject(session));
    }
}

static void question_open(struct session *session) {
    screens_focus(session, session_question(session) ? PANEL_CHECKLIST : PANEL_ABOUT);
}

static void checklist_go(struct session *session) {
    screens_focus(session, PANEL_CHECKLIST);
}

static void item_open(struct session *session) {
    if (session->log && session_item(session)) {
        forms_item(session);
    } else {
        screens_focus(session, PANEL_TOOLS);
    }
}

static void collection_go(struct session *session) {
    screens_focus(session, PANEL_COLLECTION);
}

static void link_open(struct session *session) {
    struct errand errand = {ERRAND_NONE, NULL};
    const char *url = entries_link(session, &errand.text);
    const struct tool_entry tool = tools_here(session);
    if (errand.text) {
        errand.kind = ERRAND_OPEN_FILE;
    } else if (!*url && session->log && tool.place == TOOL_OWN) {
        typing_comment(session);
        return;
    } else if (!*url && session->log && tool.tool) {
        typing_link(session, tool.tool);
        return;
    } else if (!*url) {
        session_say(session, _("No link is recorded here."));
        return;
    } else {
        errand = (struct errand){ERRAND_OPEN_LINK, url};
    }
    session->errand = errand;
}

/* Through Home's list; beside an own practice through the models. */
static void practice_go(struct session *session, int step) {
    if (finding_facet(session, step)) {
        return;
    }
    const bool home = session_screen(session) == SCREEN_HOME;
    if (!home && !session->subject->practice) {
        model_go(session, step);
        return;
    }
    /* What a search has taken out of the list stands before all that it has left there. */
    const bool listed = home || subjects_place(session, session->subject->id) >= 0;
    const size_t place = session->panels[PANEL_PRACTICES].focus;
    const size_t last = session->practice_count ? session->practice_count - 1 : 0;
    if (step < 0 ? !listed || place == 0 : listed && place >= last) {
        session_say(session,
                    step < 0 ? _("This is the first practice.") : _("This is the last practice."));
    } else if (session->practice_count == 0) {
        session_say(session, "%s", session_advice(session, &session->listing));
    } else {
        const size_t next = listed ? place + (size_t)(long)step : 0;
        if (home) {
            scroll_focus(session, PANEL_PRACTICES, next);
        } else {
            screens_practice(session, &session->order[next]);
        }
    }
}

/* Puts the next practice of the catalogue beside the own one, and keeps the question. */
static void model_go(struct session *session, int step) {
    size_t count = 0;
    const struct subject *models = subjects_models(session, &count);
    size_t place = 0;
    while (place < count && models[place].practice != session->practice) {
        place++;
    }
    if (step < 0 ? place == 0 : place + 1 >= count) {
        session_say(session,
                    step < 0 ? _("This is the first model.") : _("This is the last model."));
        return;
    }
    const struct subject model = models[place + (size_t)(long)step];
    writing_put(session, session->subject->id, "", "model", model.id);
    screens_practice(session, session->subject);
    session_say(session, _("Beside %s now."), model.title);
}

/* Says what would be lost, and where it is when it would not. */
static void quit_warn(struct session *session) {
    const size_t count = log_unsaved(session->log);
    const char *rescue = log_rescue(session->log);
    if (rescue && log_state(session->log) == LOG_RESCUED) {
        session_say(session,
                    ngettext("%zu answer is NOT SAVED in your file, only in %s. q again closes.",
                             "%zu answers are NOT SAVED in your file, only in %s. q again closes.",
                             count),
                    count, rescue);
    } else {
        session_say(session,
                    ngettext("%zu answer is NOT SAVED and would be lost. q again closes all the "
                             "same; any other key goes on.",
                             "%zu answers are NOT SAVED and would be lost. q again closes all the "
                             "same; any other key goes on.",
                             count),
                    count);
    }
}

/* What a damaged line of the reviewer's own seems to say is written anew. */
static void damage_accept(struct session *session) {
    const struct damage *damage = NULL;
    const size_t count = session_damage(session, &damage);
    const size_t focus = session->panels[PANEL_LEFT_OUT].focus;
    const size_t before = session->catalogue->faults.kept;
    if (focus < before || focus - before >= count || !damage[focus - before].event) {
        return;
    }
    struct log_words words;
    struct fault fault;
    if (!log_acceptable(session->log, session->catalogue, &damage[focus - before], &words,
                        &fault)) {
        session_say(session, "%s", fault.text);
        return;
    }
    const bool news = writing_put(session, words.practice, words.item, words.field, words.value);
    session_say(session, "%s",
                news ? _("Accepted: it is written anew.")
                     : _("It is settled: this is what is answered now."));
}
