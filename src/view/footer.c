#include "vademecum/base/words.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/view/layout.h"

#include <string.h>

enum {
    HINTS_MAX = 8,
    KEYS_MAX = 64 /* bytes of a command's keys in writing */
};

static const char *title_text(const struct session *session, struct arena *frame);
static const char *title_tail(const struct session *session, struct arena *frame);
static const char *text_short(const char *text, int width, const struct session *session,
                              struct arena *frame);
static const char *stops_text(const struct session *session, struct arena *frame);
static const char *focus_text(const struct session *session, struct arena *frame);
static const char *hints_text(const struct session *session, int room, struct arena *frame);

/* What the footer tells of each screen's keys, the most helpful first. */
static const enum command hints[][HINTS_MAX] = {
    [SCREEN_HOME] = {COMMAND_OPEN, COMMAND_HELP, COMMAND_MENU, COMMAND_NEXT_STOP,
                     COMMAND_COLLECTIONS, COMMAND_QUIT},
    [SCREEN_PRACTICE] = {COMMAND_NEXT_STOP, COMMAND_BACK, COMMAND_HELP, COMMAND_NEXT_PRACTICE,
                         COMMAND_OPEN_LINK, COMMAND_MENU, COMMAND_ENLARGE},
    [SCREEN_COLLECTIONS] = {COMMAND_NEXT_STOP, COMMAND_BACK, COMMAND_HELP, COMMAND_OPEN_LINK},
    [SCREEN_LEFT_OUT] = {COMMAND_BACK, COMMAND_HELP},
    [SCREEN_HELP] = {COMMAND_BACK, COMMAND_OPEN},
    [SCREEN_MENU] = {COMMAND_OPEN, COMMAND_BACK},
};

/* The same where a link can be opened. */
static const enum command hints_linked[HINTS_MAX] = {
    COMMAND_OPEN_LINK, COMMAND_NEXT_STOP, COMMAND_BACK, COMMAND_HELP, COMMAND_NEXT_PRACTICE};

void footer_make(struct layout *layout, const struct session *session, struct arena *frame) {
    const enum letters letters = session->look.letters;
    layout->title = text_short(title_text(session, frame), layout->columns - 2, session, frame);
    layout->title_tail = title_tail(session, frame);
    if (layout->stops) {
        layout->stops = stops_text(session, frame);
    }
    if (session->prompt_use == PROMPT_USE_COMMAND) {
        layout->footer = arena_printf(frame, ":%s   %s", session->prompt.text, session->message);
        layout->footer_tail = "";
        return;
    }
    layout->footer = session->message[0]
                         ? arena_copy(frame, session->message, strlen(session->message))
                         : focus_text(session, frame);
    layout->footer_tail = "";
    if (layout->footer_rows == 1) {
        const char *between = *layout->footer ? "   " : "";
        const int room = layout->columns - text_width(layout->footer, letters) -
                         (int)strlen(between) - 2;
        layout->footer = arena_printf(frame, "%s%s%s", layout->footer, between,
                                      hints_text(session, room, frame));
    }
}

int footer_rows(const struct session *session, int rows, int columns) {
    const char *rest = session->prompt_use == PROMPT_USE_COMMAND ? "" : session->message;
    struct span line;
    int count = 0;
    while (columns > 2 && count < rows / 2 &&
           text_wrap(&rest, columns - 2, session->look.letters, &line)) {
        count++;
    }
    return count > 1 ? count : 1;
}

static const char *title_text(const struct session *session, struct arena *frame) {
    static const char *const names[] = {
        [SCREEN_HOME] = N_("Vademecum"),
        [SCREEN_PRACTICE] = "",
        [SCREEN_COLLECTIONS] = N_("Collections"),
        [SCREEN_LEFT_OUT] = N_("Left out"),
        [SCREEN_HELP] = N_("Help"),
        [SCREEN_MENU] = N_("Menu"),
    };
    const enum screen_id screen = session_screen(session);
    if (screen == SCREEN_HOME) {
        return _(names[screen]);
    }
    if (screen == SCREEN_PRACTICE) {
        return catalogue_text(session->catalogue, SCHEMA_PRACTICES, &session->practice->record,
                              PRACTICE_TITLE, session->lang, NULL);
    }
    return arena_printf(frame, "%s  %s", _(names[SCREEN_HOME]), _(names[screen]));
}

static const char *title_tail(const struct session *session, struct arena *frame) {
    const enum screen_id screen = session_screen(session);
    if (screen == SCREEN_PRACTICE && session->checklist) {
        const struct checklist *checklist = session->checklist;
        return arena_printf(frame, ngettext("%s, %zu item", "%s, %zu items", checklist->item_count),
                            record_cell(&checklist->record, CHECKLIST_TITLE),
                            checklist->item_count);
    }
    if (screen == SCREEN_HOME) {
        return arena_printf(frame,
                            ngettext("%zu practice", "%zu practices", session->practice_count),
                            session->practice_count);
    }
    return "";
}

/* The text, or what of it fits and a sign that there is more: the whole stands in About. */
static const char *text_short(const char *text, int width, const struct session *session,
                              struct arena *frame) {
    const enum letters letters = session->look.letters;
    const char *more = session->look.ascii ? "..." : "…";
    if (text_width(text, letters) <= width) {
        return text;
    }
    const size_t length = text_fit(text, strlen(text), width - text_width(more, letters), letters,
                                   NULL);
    return arena_printf(frame, "%.*s%s", (int)length, text, more);
}

/* The panels of the screen, the shown one in brackets: where one is when they cannot all be seen.
 */
static const char *stops_text(const struct session *session, struct arena *frame) {
    static const char *const names[PANEL_COUNT] = {
        [PANEL_PRACTICES] = N_("Practices"), [PANEL_PREVIEW] = N_("Preview"),
        [PANEL_CRITERIA] = N_("Criteria"),   [PANEL_ANSWER] = N_("Answer"),
        [PANEL_ABOUT] = N_("About"),         [PANEL_CHECKLIST] = N_("Checklist"),
        [PANEL_TOOLS] = N_("Tools"),         [PANEL_COLLECTIONS] = N_("Collections"),
        [PANEL_COLLECTION] = N_("About it"),
    };
    enum panel stops[STOPS_MAX];
    const size_t count = session_stops(session, stops);
    const char *text = "";
    for (size_t i = 0; i < count; i++) {
        const bool here = stops[i] == session_panel(session);
        text = arena_printf(frame, here ? "%s%s[%s]" : "%s%s%s", text, i ? "  " : "",
                            _(names[stops[i]]));
    }
    return text;
}

/* The focus in words, for who cannot tell the signs apart. */
static const char *focus_text(const struct session *session, struct arena *frame) {
    if (session_screen(session) != SCREEN_PRACTICE) {
        return "";
    }
    const struct item *item = session_item(session);
    const struct question *question = session_question(session);
    if (!question) {
        return "";
    }
    if (session_panel(session) == PANEL_CHECKLIST && item) {
        const enum mark mark = catalogue_mark(session->catalogue, session->practice, item);
        return arena_printf(frame, _("source: %s"), sign_of_mark(mark, SIGN_WORDS));
    }
    const struct tally tally = catalogue_tally(session->catalogue, session->practice,
                                               question->items, question->item_count);
    if (tally_listed(&tally) == 0) {
        return _("source: not assessed");
    }
    return arena_printf(frame, _("source: %zu of %zu met"), tally.marks[MARK_MET],
                        tally_listed(&tally));
}

/* As many of the screen's hints as `room` columns hold. */
static const char *hints_text(const struct session *session, int room, struct arena *frame) {
    const bool linked = session_panel(session) == PANEL_TOOLS ||
                        session_panel(session) == PANEL_ABOUT;
    const enum command *list = linked ? hints_linked : hints[session_screen(session)];
    const char *text = "";
    for (size_t i = 0; i < HINTS_MAX && list[i] != COMMAND_NONE; i++) {
        char keys[KEYS_MAX];
        if (!session_can(session, list[i])) {
            continue;
        }
        keymap_keys(list[i], false, keys, sizeof keys);
        const char *longer = arena_printf(frame, "%s%s%s %s", text, *text ? "  " : "", keys,
                                          _(command_info(list[i])->footer));
        if (text_width(longer, session->look.letters) > room) {
            break;
        }
        text = longer;
    }
    return text;
}
