#include "vademecum/base/words.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/resume.h"
#include "vademecum/view/layout.h"

#include <string.h>

enum {
    HINTS_MAX = 8,
    TENTHS = 10,       /* thousandths in a hundredth */
    TITLE_WIDE = 100,  /* columns from which the status has room beside long titles */
    TITLE_EDGES = 2,   /* columns left free beside a title */
    TITLE_GAPS = 4,    /* … and beside a title and its tail */
    PROMPT_GAP = 3,    /* columns between a line being typed and what is said of it */
    STATUS_LABEL = 24, /* most columns of a final review's label */
    KEYS_MAX = 64      /* bytes of a command's keys in writing */
};

static void prompt_make(struct layout *layout, const struct session *session, struct arena *frame);
static const char *prompt_label(const struct session *session, int columns);
static void title_make(struct layout *layout, const struct session *session, struct arena *frame);
static const char *title_text(const struct session *session, bool hinted, struct arena *frame);
static const char *title_tail(const struct session *session, struct arena *frame);
static const char *title_tail_short(const struct session *session, struct arena *frame);
static const char *home_tail(const struct session *session, struct arena *frame);
static bool reviewing(const struct session *session);
static const char *checklist_tail(const struct session *session, bool named, struct arena *frame);
static const char *status_text(const struct session *session, bool begun, struct arena *frame);
static const char *alarm_text(const struct session *session, int columns);
static const char *unsaved_text(const struct session *session, int columns);
static const char *save_text(const struct session *session, int columns, struct arena *frame);
static const char *stops_text(const struct session *session, struct arena *frame);
static const char *focus_text(const struct session *session, struct arena *frame);
static const char *source_word(const struct session *session);
static const char *hint_word(const struct session *session, enum command command);
static const char *hints_text(const struct session *session, int room, struct arena *frame);

/* What the footer tells of each screen's keys, the most helpful first. */
static const enum command hints[][HINTS_MAX] = {
    [SCREEN_HOME] = {COMMAND_OPEN, COMMAND_SEARCH, COMMAND_HELP, COMMAND_FILTER, COMMAND_ADD,
                     COMMAND_COMPARE, COMMAND_MENU, COMMAND_NEXT_STOP},
    [SCREEN_PRACTICE] = {COMMAND_NEXT_VERDICT, COMMAND_HELP, COMMAND_NEXT_UNANSWERED,
                         COMMAND_NEXT_STOP, COMMAND_BACK, COMMAND_NEXT_PRACTICE, COMMAND_OPEN_LINK,
                         COMMAND_MENU},
    [SCREEN_COLLECTIONS] = {COMMAND_NEXT_STOP, COMMAND_BACK, COMMAND_HELP, COMMAND_OPEN_LINK},
    [SCREEN_LEFT_OUT] = {COMMAND_BACK, COMMAND_HELP},
    [SCREEN_HELP] = {COMMAND_BACK, COMMAND_OPEN},
    [SCREEN_MENU] = {COMMAND_OPEN, COMMAND_BACK},
    [SCREEN_EDIT] = {COMMAND_NEXT_STOP},
    [SCREEN_FORM] = {COMMAND_OPEN, COMMAND_BACK, COMMAND_HELP},
    [SCREEN_CHOICE] = {COMMAND_OPEN, COMMAND_BACK},
    [SCREEN_WHO] = {COMMAND_OPEN, COMMAND_BACK, COMMAND_FILTER, COMMAND_ALL, COMMAND_NEXT_STOP,
                    COMMAND_HELP},
    [SCREEN_FILTER] = {COMMAND_OPEN, COMMAND_NEXT_STOP, COMMAND_ALL, COMMAND_BACK, COMMAND_HELP},
    [SCREEN_SORT] = {COMMAND_OPEN, COMMAND_BACK},
    [SCREEN_PLAN] = {COMMAND_PLAN, COMMAND_OPEN, COMMAND_WHO, COMMAND_BACK, COMMAND_HELP},
    [SCREEN_OTHER] = {COMMAND_OPEN, COMMAND_BACK},
    [SCREEN_COMPARE] = {COMMAND_NEXT_VERDICT, COMMAND_DIFFERENCES, COMMAND_NEXT_STOP, COMMAND_OPEN,
                        COMMAND_COMMENT, COMMAND_BACK, COMMAND_MATRIX, COMMAND_HELP},
    [SCREEN_MATRIX] = {COMMAND_OPEN, COMMAND_MATRIX, COMMAND_BACK, COMMAND_HELP, COMMAND_COMPARE,
                       COMMAND_FILTER, COMMAND_SORT},
    [SCREEN_FIGURES] = {COMMAND_BACK, COMMAND_HELP},
};

/* The same where a link can be opened. */
static const enum command hints_linked[HINTS_MAX] = {COMMAND_OPEN_LINK, COMMAND_NEXT_STOP,
                                                     COMMAND_COMMENT,   COMMAND_BACK,
                                                     COMMAND_HELP,      COMMAND_NEXT_PRACTICE};

void footer_make(struct layout *layout, const struct session *session, struct arena *frame) {
    const enum letters letters = session->look.letters;
    title_make(layout, session, frame);
    if (layout->stops) {
        layout->stops = session_screen(session) == SCREEN_COMPARE
                            ? compare_stops(session, layout->columns - 2, frame)
                            : stops_text(session, frame);
    }
    if (footer_prompted(session)) {
        prompt_make(layout, session, frame);
        return;
    }
    layout->footer = session->message[0]
                         ? arena_copy(frame, session->message, strlen(session->message))
                         : focus_text(session, frame);
    const char *alarm = alarm_text(session, layout->columns);
    layout->footer_tail = *alarm || layout->footer_rows > 1
                              ? alarm
                              : save_text(session, layout->columns, frame);
    if (layout->footer_rows > 1) {
        return;
    }
    const int tail = text_width(layout->footer_tail, letters);
    if (*alarm) {
        layout->footer = rows_short(session, layout->footer, layout->columns - tail - TITLE_GAPS,
                                    frame);
    }
    const char *between = *layout->footer ? "   " : "";
    const int room = layout->columns - text_width(layout->footer, letters) - (int)strlen(between) -
                     (tail ? tail + TITLE_GAPS : TITLE_EDGES);
    const char *told = hints_text(session, room, frame);
    if (*told) {
        layout->footer = arena_printf(frame, "%s%s%s", layout->footer, between, told);
    }
}

bool footer_prompted(const struct session *session) {
    return session->prompt_use == PROMPT_USE_COMMAND || session->prompt_use == PROMPT_USE_NAME ||
           session->prompt_use == PROMPT_USE_SEARCH;
}

/* Of a line longer than the footer so much is left out in front that the cursor is in sight. */
static void prompt_make(struct layout *layout, const struct session *session, struct arena *frame) {
    const struct prompt *prompt = &session->prompt;
    const enum letters letters = session->look.letters;
    const char *label = prompt_label(session, layout->columns);
    const char *before = arena_copy(frame, prompt->text, prompt->cursor);
    const char *cut = "";
    const int told = *session->message ? text_width(session->message, letters) + PROMPT_GAP : 0;
    const int all = layout->columns - TITLE_EDGES - text_width(label, letters) - 1;
    const int room = told < all / 2 ? all - told : all;
    while (text_width(before, letters) > room - text_width(cut, letters)) {
        const size_t part = text_fit(before, strlen(before), room / 2, letters, NULL);
        if (part == 0) {
            break;
        }
        before += part;
        cut = "<";
    }
    layout->footer = arena_printf(frame, "%s%s%s%s   %s", label, cut, before,
                                  prompt->text + prompt->cursor, session->message);
    layout->footer_tail = "";
    layout->prompt_column = 1 + text_width(label, letters) + text_width(cut, letters) +
                            text_width(before, letters);
}

static const char *prompt_label(const struct session *session, int columns) {
    if (session->prompt_use != PROMPT_USE_NAME) {
        return session->prompt_use == PROMPT_USE_SEARCH ? "/" : ":";
    }
    return columns < LAYOUT_SIDE_BY_SIDE ? _("Your name: ") : _("Under which name do you review? ");
}

int footer_rows(const struct session *session, int rows, int columns) {
    const char *rest = footer_prompted(session) ? "" : session->message;
    struct span line;
    int count = 0;
    const int most = rows - LAYOUT_MESSAGE_LEAVES;
    const int alarm = *rest ? text_width(alarm_text(session, columns), session->look.letters) : 0;
    const int taken = text_width(rest, session->look.letters) + alarm + TITLE_GAPS;
    while (columns > 2 && count < most &&
           text_wrap(&rest, columns - 2, session->look.letters, &line)) {
        count++;
    }
    if (alarm && taken > columns && count < most) {
        count++; /* a row of its own */
    }
    return count > 1 ? count : 1;
}

/* The tail is made shorter first; then the title gives way: its hint, then its end. */
static void title_make(struct layout *layout, const struct session *session, struct arena *frame) {
    const enum letters letters = session->look.letters;
    const char *title = title_text(session, true, frame);
    const int room = layout->columns - text_width(title, letters) - TITLE_GAPS;
    const char *tail = session_screen(session) == SCREEN_COMPARE
                           ? compare_title(session, room, frame)
                       : session_screen(session) == SCREEN_MATRIX
                           ? matrix_title(session, room, frame)
                           : title_tail(session, frame);
    if (text_width(tail, letters) > room && layout->columns >= TITLE_WIDE && reviewing(session)) {
        tail = checklist_tail(session, false, frame);
    }
    if (text_width(tail, letters) > room) {
        tail = title_tail_short(session, frame);
    }
    const int taken = *tail ? text_width(tail, letters) + TITLE_GAPS : TITLE_EDGES;
    if (text_width(title, letters) + taken > layout->columns) {
        title = title_text(session, false, frame);
    }
    /* The whole stands in About. */
    layout->title = rows_short(session, title, layout->columns - taken, frame);
    layout->title_tail = tail;
}

static const char *title_text(const struct session *session, bool hinted, struct arena *frame) {
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
        [SCREEN_FILTER] = N_("Filter"),
        [SCREEN_SORT] = N_("Sort"),
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
        const char *title = session_title(session, session->practice);
        return session->subject->practice
                   ? title
                   : arena_printf(frame,
                                  hinted ? _("%s, beside %s (J K change)") : _("%s, beside %s"),
                                  session->subject->title, title);
    }
    return arena_printf(frame, "%s  %s", _(names[SCREEN_HOME]), _(names[screen]));
}

static const char *title_tail(const struct session *session, struct arena *frame) {
    const enum screen_id screen = session_screen(session);
    if (screen == SCREEN_PRACTICE && session->checklist) {
        return checklist_tail(session, true, frame);
    }
    if (screen == SCREEN_HOME) {
        return home_tail(session, frame);
    }
    return "";
}

/* Whether a practice is shown that is reviewed. */
static bool reviewing(const struct session *session) {
    return session_screen(session) == SCREEN_PRACTICE && session->checklist && session->log;
}

/* How far the review is: what matters most beside a long title. */
static const char *title_tail_short(const struct session *session, struct arena *frame) {
    if (!reviewing(session)) {
        return "";
    }
    const struct progress progress = session_progress(
        session, session->subject, session->checklist->items, session->checklist->item_count);
    return arena_printf(frame, "%zu/%zu%s", progress_answered(&progress),
                        session->checklist->item_count, status_text(session, false, frame));
}

/* "11 practices · 2 rows left out: ! · reviewer ana" */
static const char *home_tail(const struct session *session, struct arena *frame) {
    const char *between = sign_between(session->look.ascii);
    const size_t left_out = session->catalogue->faults.left_out;
    const size_t all = session->found.of;
    const char *text = arena_printf(frame, ngettext("%zu practice", "%zu practices", all), all);
    if (session->practice_count < all) {
        text = arena_printf(frame, _("%zu of %s"), session->practice_count, text);
    }
    if (left_out) {
        text = arena_printf(
            frame, ngettext("%s%s%zu row left out: !", "%s%s%zu rows left out: !", left_out), text,
            between, left_out);
    }
    return session->log
               ? arena_printf(frame, _("%s%sreviewer %s"), text, between, session->reviewer)
               : text;
}

/* "28/40 · SPRING checklist, 40 items · draft · ana"; the checklist only where it is `named`. */
static const char *checklist_tail(const struct session *session, bool named, struct arena *frame) {
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
    const size_t answered = progress_answered(&progress);
    const bool begun = answered > 0 || !session->subject->practice;
    return arena_printf(frame, "%zu/%zu%s%s%s%s%s", answered, checklist->item_count,
                        named ? between : "", named ? name : "", status_text(session, begun, frame),
                        between, session->reviewer);
}

/* " · final after the visit"; of a draft nothing, unless that is `begun`: " · draft". */
static const char *status_text(const struct session *session, bool begun, struct arena *frame) {
    const char *between = sign_between(session->look.ascii);
    const char *label = session_final(session, session->subject->id);
    if (label) {
        return arena_printf(frame, _("%sfinal %s"), between,
                            rows_short(session, label, STATUS_LABEL, frame));
    }
    return begun ? arena_printf(frame, _("%sdraft"), between) : "";
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
        [PANEL_WHO_DETAIL] = N_("How"),      [PANEL_ITEM] = N_("To ask"),
        [PANEL_FACETS] = N_("Filter by"),    [PANEL_VALUES] = N_("Values"),
    };
    enum panel stops[STOPS_MAX];
    const size_t count = session_stops(session, stops);
    const char *text = "";
    for (size_t i = 0; i < count; i++) {
        /* What to ask is seen together with Checklist, and takes its place while it is read. */
        const bool below = session_panel(session) == PANEL_ITEM;
        if (stops[i] == (below ? PANEL_CHECKLIST : PANEL_ITEM)) {
            continue;
        }
        const bool here = stops[i] == session_panel(session);
        text = arena_printf(frame, here ? "%s%s[%s]" : "%s%s%s", text, *text ? "  " : "",
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
    if ((session_panel(session) == PANEL_CHECKLIST || session_panel(session) == PANEL_ITEM) &&
        item) {
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
        return arena_printf(frame, _("%s: not assessed"), source_word(session));
    }
    return arena_printf(frame, _("%s: %zu of %zu met"), source_word(session), tally.marks[MARK_MET],
                        tally_listed(&tally));
}

static const char *source_word(const struct session *session) {
    return session->subject->practice ? _("source") : _("model");
}

/*
 * What no message may hide, however little room there is: that something is not saved. "" when all
 * is, or when the message says so itself.
 */
static const char *alarm_text(const struct session *session, int columns) {
    if (!session->log || log_state(session->log) == LOG_SAVED ||
        strstr(session->message, _("NOT SAVED"))) {
        return "";
    }
    return unsaved_text(session, columns);
}

static const char *unsaved_text(const struct session *session, int columns) {
    if (session->saving) {
        return _("saving...");
    }
    return log_state(session->log) == LOG_RESCUED && columns >= LAYOUT_SIDE_BY_SIDE
               ? _("NOT SAVED, only in a rescue file")
               : _("NOT SAVED");
}

/* What is saved, and when: never "saved" before it is. */
static const char *save_text(const struct session *session, int columns, struct arena *frame) {
    const bool silent = !session->log || (!session->saving && log_state(session->log) == LOG_SAVED);
    if (silent && session->read) {
        return arena_printf(frame, _("reading, %d %%"), session->read / TENTHS);
    }
    if (!session->log) {
        return "";
    }
    if (!silent) {
        return unsaved_text(session, columns);
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
                                          hint_word(session, list[i]));
        if (text_width(longer, session->look.letters) > room) {
            break;
        }
        text = longer;
    }
    return text;
}

/* What the key does here, where that is not what it does in most places. */
static const char *hint_word(const struct session *session, enum command command) {
    static const struct {
        enum command command;
        enum panel panel;
        const char *word;
    } words[] = {
        {COMMAND_OPEN, PANEL_FORM, N_("fill in")},
        {COMMAND_OPEN, PANEL_CHOICE, N_("choose")},
        {COMMAND_OPEN, PANEL_SORT, N_("choose")},
        {COMMAND_OPEN, PANEL_VALUES, N_("on or off")},
        {COMMAND_COMMENT, PANEL_TOOLS, N_("your tool")},
        {COMMAND_COMMENT, PANEL_ABOUT, N_("your note")},
    };
    const enum panel panel = session_panel(session);
    if (command == COMMAND_OPEN && panel == PANEL_CHOICE && session->choice.field.many) {
        return _("on or off");
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (words[i].command == command && words[i].panel == panel) {
            return _(words[i].word);
        }
    }
    return _(command_info(command)->footer);
}
