#include "vademecum/desk/screens.h"

#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"

#include <stdint.h>
#include <string.h>

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
    scroll_first(session, panel);
    screen_begin(session);
}

void screens_raise(struct session *session, enum screen_id screen, enum panel panel) {
    size_t kept = 0;
    for (size_t i = 0; i < session->depth; i++) {
        if (session->screens[i] != screen) {
            session->screens[kept] = session->screens[i];
            session->focus[kept++] = session->focus[i];
        }
    }
    session->depth = kept;
    screens_show(session, screen, panel);
}

void screens_close(struct session *session) {
    if (session->depth > 1) {
        session->depth--;
        screen_begin(session);
    }
}

void screens_practice(struct session *session, const struct subject *subject) {
    const struct checklist *before = session->checklist;
    const long place = subjects_place(session, subject->id);
    if (place >= 0) {
        scroll_focus(session, PANEL_PRACTICES, (size_t)place);
    }
    if (!session->subject || strcmp(session->shown.id, subject->id) != 0) {
        session->hit = SIZE_MAX;
    }
    session->shown = *subject;
    session->subject = &session->shown;
    session->practice = session_model(session, session->subject);
    session->checklist = session_checklist(session, session->subject);
    session->just_set = NULL;
    const size_t item = session->panels[PANEL_CHECKLIST].focus;
    const size_t question = session->checklist == before ? session->panels[PANEL_CRITERIA].focus
                                                         : 0;
    scroll_focus(session, PANEL_CRITERIA, question);
    if (session->checklist != before) {
        session->focus[session->depth - 1] = PANEL_CRITERIA;
    } else if (question > 0) {
        scroll_focus(session, PANEL_CHECKLIST, item);
    }
}

void screens_again(struct session *session) {
    const struct checklist *before = session->checklist;
    if (!session->subject) {
        return;
    }
    session->practice = session_model(session, session->subject);
    session->checklist = session_checklist(session, session->subject);
    if (session->checklist != before) {
        scroll_focus(session, PANEL_CRITERIA, 0);
        for (size_t i = 0; i < session->depth; i++) {
            if (session->screens[i] == SCREEN_PRACTICE) {
                session->focus[i] = PANEL_CRITERIA;
            }
        }
    }
}

void screens_focus(struct session *session, enum panel panel) {
    session->focus[session->depth - 1] = panel;
}

void screens_end_prompt(struct session *session) {
    const enum screen_id screen = session_screen(session);
    session->prompt_use = screen == SCREEN_HELP    ? PROMPT_USE_HELP
                          : screen == SCREEN_OTHER ? PROMPT_USE_OTHER
                                                   : PROMPT_USE_NONE;
}

/* Another screen is on top now. */
static void screen_begin(struct session *session) {
    session->enlarged = false;
    screens_end_prompt(session);
    prompt_clear(&session->prompt);
}
