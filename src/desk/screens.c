#include "vademecum/desk/screens.h"

#include "vademecum/desk/scroll.h"

static void screen_begin(struct session *session);

void screens_show(struct session *session, enum screen_id screen, enum panel panel) {
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
    scroll_focus(session, panel, 0);
    scroll_first(session, panel);
    screen_begin(session);
}

void screens_close(struct session *session) {
    if (session->depth > 1) {
        session->depth--;
        screen_begin(session);
    }
}

void screens_practice(struct session *session, size_t place) {
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

void screens_focus(struct session *session, enum panel panel) {
    session->focus[session->depth - 1] = panel;
}

void screens_end_prompt(struct session *session) {
    const bool help = session_screen(session) == SCREEN_HELP;
    session->prompt_use = help ? PROMPT_USE_HELP : PROMPT_USE_NONE;
}

/* Another screen is on top now. */
static void screen_begin(struct session *session) {
    session->enlarged = false;
    screens_end_prompt(session);
    prompt_clear(&session->prompt);
}
