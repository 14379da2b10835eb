#include "vademecum/base/words.h"
#include "vademecum/catalogue/check.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/desk/entries.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"

#include <string.h>

static void link_open(struct session *session);

void browsing_down(struct session *session) {
    scroll_down(session, session_panel(session));
}

void browsing_up(struct session *session) {
    scroll_up(session, session_panel(session));
}

void browsing_right(struct session *session) {
    screens_focus(session, entries_beside(session, +1));
}

void browsing_left(struct session *session) {
    screens_focus(session, entries_beside(session, -1));
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
    screens_focus(session, entries_stop(session, +1));
}

void browsing_previous_stop(struct session *session) {
    screens_focus(session, entries_stop(session, -1));
}

void browsing_open(struct session *session) {
    switch (session_panel(session)) {
    case PANEL_PRACTICES:
    case PANEL_PREVIEW:
        if (session_home_practice(session)) {
            screens_show(session, SCREEN_PRACTICE, PANEL_CRITERIA);
            session->panels[PANEL_CRITERIA].focus = 0;
            screens_practice(session, session->panels[PANEL_PRACTICES].focus);
        }
        break;
    case PANEL_CRITERIA:
        screens_focus(session, session_question(session) ? PANEL_CHECKLIST : PANEL_ABOUT);
        break;
    case PANEL_ANSWER:
        screens_focus(session, PANEL_CHECKLIST);
        break;
    case PANEL_CHECKLIST:
        screens_focus(session, PANEL_TOOLS);
        break;
    case PANEL_ABOUT:
    case PANEL_TOOLS:
        link_open(session);
        break;
    case PANEL_COLLECTIONS:
        screens_focus(session, PANEL_COLLECTION);
        break;
    case PANEL_COLLECTION:
        link_open(session);
        break;
    case PANEL_MENU:
    case PANEL_HELP:
        browsing_row(session);
        break;
    default:
        break;
    }
}

void browsing_back(struct session *session) {
    if (session->enlarged) {
        session->enlarged = false;
    } else if (session->depth > 1) {
        screens_close(session);
    } else {
        session_say(session, _("This is the first screen; q closes the program."));
    }
}

void browsing_next_practice(struct session *session) {
    const size_t place = session->panels[PANEL_PRACTICES].focus;
    if (place + 1 >= session->practice_count) {
        session_say(session, _("This is the last practice."));
    } else if (session_screen(session) == SCREEN_HOME) {
        scroll_focus(session, PANEL_PRACTICES, place + 1);
    } else {
        screens_practice(session, place + 1);
    }
}

void browsing_previous_practice(struct session *session) {
    const size_t place = session->panels[PANEL_PRACTICES].focus;
    if (place == 0) {
        session_say(session, _("This is the first practice."));
    } else if (session_screen(session) == SCREEN_HOME) {
        scroll_focus(session, PANEL_PRACTICES, place - 1);
    } else {
        screens_practice(session, place - 1);
    }
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
    if (session->depth > 1) {
        screens_close(session);
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
