#include "vademecum/base/words.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/resume.h"
#include "vademecum/view/layout.h"

#include <string.h>

enum {
    HINTS_MAX = 8,
    TENTHS = 10,  /* thousandths in a hundredth */
    KEYS_MAX = 64 /* bytes of a command's keys in writing */
};

static const char *title_text(const struct session *session, struct arena *frame);
static const char *title_tail(const struct session *session, struct arena *frame);
static const char *title_tail_short(const struct session *session, struct arena *frame);
static const char *home_tail(const struct session *session, struct arena *frame);
static const char *checklist_tail(const struct session *session, struct arena *frame);
static const char *save_text(const struct session *session, struct arena *frame);
static const char *stops_text(const struct session *session, struct arena *frame);
static const char *focus_text(const struct session *session, struct arena *frame);
static const char *source_word(const struct session *session);
static const char *hints_text(const struct session *session, int room, struct arena *frame);

/* What the footer tells of each screen's keys, the most helpful first. */
static const enum command hints[][HINTS_MAX] = {
    [SCREEN_HOME] = {COMMAND_OPEN, COMMAND_ADD, COMMAND_HELP, COMMAND_MENU, COMMAND_NEXT_STOP,
                     COMMAND_COLLECTIONS, COMMAND_QUIT},
    [SCREEN_PRACTICE] = {COMMAND_NEXT_VERDICT, COMMAND_HELP, COMMAND_NEXT_UNANSWERED,
                         COMMAND_NEXT_STOP, COMMAND_BACK, COMMAND_NEXT_PRACTICE, COMMAND_OPEN_LINK,
                         COMMAND_MENU},
    [SCREEN_COLLECTIONS] = {COMMAND_NEXT_STOP, COMMAND_BACK, COMMAND_HELP, COMMAND_OPEN_LINK},
    [SCREEN_LEFT_OUT] = {COMMAND_BACK, COMMAND_HELP},
    [SCREEN_HELP] = {COMMAND_BACK, COMMAND_OPEN},
    [SCREEN_MENU] = {COMMAND_OPEN, COMMAND_BACK},
    [SCREEN_EDIT] = {COMMAND_NONE},
    [SCREEN_FORM] = {COMMAND_OPEN, COMMAND_BACK, COMMAND_UNDO, COMMAND_HELP},
    [SCREEN_CHOICE] = {COMMAND_OPEN, COMMAND_BACK},
    [SCREEN_WHO] = {COMMAND_OPEN, COMMAND_BACK, COMMAND_NEXT_STOP, COMMAND_HELP},
    [SCREEN_PLAN] = {COMMAND_PLAN, COMMAND_OPEN, COMMAND_WHO, COMMAND_BACK, COMMAND_HELP},
    [SCREEN_OTHER] = {COMMAND_OPEN, COMMAND_BACK},
    [SCREEN_COMPARE] = {COMMAND_NEXT_VERDICT, COMMAND_DIFFERENCES, COMMAND_NEXT_STOP, COMMAND_OPEN,
                        COMMAND_COMMENT, COMMAND_BACK, COMMAND_MATRIX, COMMAND_HELP},
    [SCREEN_MATRIX] = {COMMAND_OPEN, COMMAND_MATRIX, COMMAND_BACK, COMMAND_HELP, COMMAND_COMPARE},
    [SCREEN_FIGURES] = {COMMAND_BACK, COMMAND_HELP},
};

/* The same where a link can be opened. */
static const enum command hints_linked[HINTS_MAX] = {
    COMMAND_OPEN_LINK, COMMAND_NEXT_STOP, COMMAND_BACK, COMMAND_HELP, COMMAND_NEXT_PRACTICE};

void footer_make(struct layout *layout, const struct session *session, struct arena *frame) {
    const enum letters letters = session->look.letters;
    /* The whole stands in About. */
    layout->title = rows_short(session, title_text(session, frame), layout->columns - 2, frame);
    const int beside = layout->columns - text_width(layout->title, letters) - 4;
    layout->title_tail = session_screen(session) == SCREEN_COMPARE
                             ? compare_title(session, beside, frame)
                         : session_screen(session) == SCREEN_MATRIX
                             ? matrix_title(session, beside, frame)
                             : title_tail(session, frame);
    if (text_width(layout->title, letters) + text_width(layout->title_tail, letters) + 4 >
        layout->columns) {
        layout->title_tail = title_tail_short(session, frame);
    }
    if (layout->stops) {
        layout->stops = session_screen(session) == SCREEN_COMPARE
                            ? compare_stops(session, layout->columns - 2, frame)
                            : stops_text(session, frame);
    }
    if (session->prompt_use == PROMPT_USE_COMMAND || session->prompt_use == PROMPT_USE_NAME) {
        layout->footer = arena_printf(frame, "%s%s   %s", footer_prompt(session),
                                      session->prompt.text, session->message);
        layout->footer_tail = "";
        return;
    }
    layout->footer = session->message[0]
                         ? arena_copy(frame, session->message, strlen(session->message))
                         : focus_text(session, frame);
    layout->footer_tail = save_text(session, frame);
    if (layout->footer_rows == 1) {
        const char *between = *layout->footer ? "   " : "";
        const int tail = text_width(layout->footer_tail, letters);
        const int room = layout->columns - text_width(layout->footer, letters) -
                         (int)strlen(between) - (tail ? tail + 4 : 2);
        layout->footer = arena_printf(frame, "%s%s%s", layout->footer, between,
                                      hints_text(session, room, frame));
    }
}

const char *footer_prompt(const struct session *session) {
    return session->prompt_use == PROMPT_USE_NAME ? _("Under which name do you review? ") : ":";
}

int footer_rows(const struct session *session, int rows, int columns) {
    const bool prompted = session->prompt_use == PROMPT_USE_COMMAND ||
                          session->prompt_use == PROMPT_USE_NAME;
    const char *rest = prompted ? "" : session->message;
    struct span line;
    int count = 0;
    while (columns > 2 && count < rows - LAYOUT_MESSAGE_LEAVES &&
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
        [SCREEN_EDIT] = N_("Write"),
        [SCREEN_FORM] = N_("Fill in"),
        [SCREEN_CHOICE] = N_("Choose"),
        [SCREEN_WHO] = N_("Who does this well"),
        [SCREEN_PLAN] = N_("Plan"),
        [SCREEN_OTHER] = N_("Compare with"),
        [SCREEN_COMPARE] = N_("Compare"),
        [SCREEN_MATRIX] = N_("Matrix"),
        [SCREEN_FIGURES] = N_("Figures"),
    };
    const enum screen_id screen = session_screen(session);
    if (screen == SCREEN_HOME) {
        return _(names[screen]);
    }
    if (screen == SCREEN_PRACTICE) {
        const char *title = catalogue_text(session->catalogue, SCHEMA_PRACTICES,
                                           &session->practice->record, PRACTICE_TITLE,
                                           session->lang, NULL);
        return session->subject->practice ? title
                                          : arena_printf(frame, _("%s, beside %s (J K change)"),
                                                         session->subject->title, title);
    }
    return arena_printf(frame, "%s  %s", _(names[SCREEN_HOME]), _(names[screen]));
}

static const char *title_tail(const struct session *session, struct arena *frame) {
    const enum screen_id screen = session_screen(session);
    if (screen == SCREEN_PRACTICE && session->checklist) {
        return checklist_tail(session, frame);
    }
    if (screen == SCREEN_HOME) {
        return home_tail(session, frame);
    }
    return "";
}

/* How far the review is: what matters most beside a long title. */
static const char *title_tail_short(const struct session *session, struct arena *frame) {
    if (session_screen(session) != SCREEN_PRACTICE || !session->checklist || !session->log) {
        return "";
    }
    const struct progress progress = session_progress(
        session, session->subject, session->checklist->items, session->checklist->item_count);
    return arena_printf(frame, "%zu/%zu", progress_answered(&progress),
                        session->checklist->item_count);
}

/* "11 practices · 2 rows left out: ! · reviewer ana" */
static const char *home_tail(const struct session *session, struct arena *frame) {
    const char *between = sign_between(session->look.ascii);
    const size_t left_out = session->catalogue->faults.left_out;
    const char *text = arena_printf(
        frame, ngettext("%zu practice", "%zu practices", session->practice_count),
        session->practice_count);
    if (left_out) {
        text = arena_printf(
            frame, ngettext("%s%s%zu row left out: !", "%s%s%zu rows left out: !", left_out), text,
            between, left_out);
    }
    return session->log
               ? arena_printf(frame, _("%s%sreviewer %s"), text, between, session->reviewer)
               : text;
}

/* "28/40 · SPRING checklist, 40 items · ana" */
static const char *checklist_tail(const struct session *session, struct arena *frame) {
    const struct checklist *checklist = session->checklist;
    const char *between = sign_between(session->look.ascii);
    const char *name = arena_printf(
        frame, ngettext("%s, %zu item", "%s, %zu items", checklist->item_count),
        record_cell(&checklist->record, CHECKLIST_TITLE), checklist->item_count);
    if (!session->log) {
        return name;
    }
    const struct progress progress = session_progress(session, session->subject, checklist->items,
                                                      checklist->item_count);
    return arena_printf(frame, "%zu/%zu%s%s%s%s", progress_answered(&progress),
                        checklist->item_count, between, name, between, session->reviewer);
}

/* The panels of the screen, the shown one in brackets: where one is when they cannot all be seen.
 */
static const char *stops_text(const struct session *session, struct arena *frame) {
    static const char *const names[PANEL_COUNT] = {
        [PANEL_PRACTICES] = N_("Practices"), [PANEL_PREVIEW] = N_("Preview"),
        [PANEL_CRITERIA] = N_("Criteria"),   [PANEL_ANSWER] = N_("Answer"),
        [PANEL_ABOUT] = N_("About"),         [PANEL_CHECKLIST] = N_("Checklist"),
        [PANEL_TOOLS] = N_("Tools"),         [PANEL_COLLECTIONS] = N_("Collections"),
        [PANEL_COLLECTION] = N_("About it"), [PANEL_EDIT] = N_("Text"),
        [PANEL_BESIDE] = N_("Beside it"),    [PANEL_WHO] = N_("Practices"),
        [PANEL_WHO_DETAIL] = N_("How"),
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
    if (session_screen(session) == SCREEN_COMPARE) {
        return compare_focus(session, frame);
    }
    if (session_screen(session) == SCREEN_MATRIX) {
        return matrix_focus(session, frame);
    }
    if (session_screen(session) != SCREEN_PRACTICE) {
        return "";
    }
    const struct item *item = session_item(session);
    const struct question *question = session_question(session);
    if (!question) {
        return "";
    }
    if (session_panel(session) == PANEL_CHECKLIST && item) {
        const char *source = sign_of_mark(
            catalogue_mark(session->catalogue, session->practice, item), SIGN_WORDS);
        const char *yours = sign_of_verdict(session_verdict(session, session->subject, item),
                                            SIGN_WORDS);
        return session->log ? arena_printf(frame, _("%s: %s%syou: %s"), source_word(session),
                                           source, sign_between(session->look.ascii), yours)
                            : arena_printf(frame, "%s: %s", source_word(session), source);
    }
    const struct tally tally = catalogue_tally(session->catalogue, session->practice,
                                               question->items, question->item_count);
    if (tally_listed(&tally) == 0) {
        return _("source: not assessed");
    }
    return arena_printf(frame, _("source: %zu of %zu met"), tally.marks[MARK_MET],
                        tally_listed(&tally));
}

static const char *source_word(const struct session *session) {
    return session->subject->practice ? _("source") : _("model");
}

/* What is saved, and when: never "saved" before it is. */
static const char *save_text(const struct session *session, struct arena *frame) {
    const bool silent = !session->log || (!session->saving && log_state(session->log) == LOG_SAVED);
    if (silent && session->read) {
        return arena_printf(frame, _("reading, %d %%"), session->read / TENTHS);
    }
    if (!session->log) {
        return "";
    }
    if (session->saving) {
        return _("saving...");
    }
    if (log_state(session->log) == LOG_UNSAVED) {
        return _("NOT SAVED");
    }
    if (log_state(session->log) == LOG_RESCUED) {
        return _("NOT SAVED, only in a rescue file");
    }
    if (session_screen(session) == SCREEN_EDIT && session->editor->changed) {
        return _("not kept yet");
    }
    char when[RESUME_TIME_SIZE];
    const int64_t at = log_saved_at(session->log);
    resume_time(at, clock_now(&session->clock), when);
    return at ? arena_printf(frame, _("saved %s"), when) : "";
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
