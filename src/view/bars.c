#include "vademecum/view/bars.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/resume.h"

#include <string.h>

enum {
    TENTHS = 10,     /* thousandths in a hundredth */
    TITLE_EDGES = 2, /* columns left free beside a title */
    TITLE_GAPS = 4,  /* … and beside a title and its tail */
    ASK_GAP = 3,     /* columns between a line being typed and what is said of it */
    KEYS_MAX = 64    /* bytes of a command's keys in writing */
};

/* --- the title bar --------------------------------------------------------------------------- */

static const char *title_text(const struct desk *desk, bool hinted, struct arena *frame) {
    const struct screen *screen = stack_top(desk);
    return screen->head ? screen->head(desk, hinted, frame)
                        : arena_printf(frame, "%s  %s", _("Vademecum"), _(screen->title));
}

/* The tail is made shorter first; then the title gives way: its hint, then its end. */
static void title_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    const struct screen *screen = stack_top(desk);
    const enum letters letters = desk->look.letters;
    const char *title = title_text(desk, true, frame);
    const int room = layout->columns - text_width(title, letters) - TITLE_GAPS;
    const char *tail = screen->status ? screen->status(desk, layout->columns, room, frame) : "";
    const int taken = *tail ? text_width(tail, letters) + TITLE_GAPS : TITLE_EDGES;
    if (text_width(title, letters) + taken > layout->columns) {
        title = title_text(desk, false, frame);
    }
    /* The whole stands in About. */
    layout->title = rows_short(desk, title, layout->columns - taken, frame);
    layout->title_tail = tail;
}

/* The panels of the screen, the shown one in brackets: where one is when they cannot all be seen.
 */
static const char *stops_text(const struct desk *desk, struct arena *frame) {
    int stops[PANELS_MAX];
    const size_t count = stack_stops(desk, stops);
    const int here = stack_panel(desk).number;
    const struct panel_kind *panels = stack_top(desk)->panels;
    const char *text = "";
    for (size_t i = 0; i < count; i++) {
        if (panels[stops[i]].passed && stops[i] != here) {
            continue;
        }
        text = arena_printf(frame, stops[i] == here ? "%s%s[%s]" : "%s%s%s", text,
                            *text ? "  " : "", _(panels[stops[i]].name));
    }
    return text;
}

/* --- what is saved --------------------------------------------------------------------------- */

static const char *unsaved_text(const struct desk *desk, int columns) {
    if (desk->notice.saving) {
        return _("saving...");
    }
    return log_state(desk->work.log) == LOG_RESCUED && columns >= LAYOUT_SIDE_BY_SIDE
               ? _("NOT SAVED, only in a rescue file")
               : _("NOT SAVED");
}

/*
 * What no message may hide, however little room there is: that something is not saved. "" when all
 * is, or when the message says so itself.
 */
static const char *alarm_text(const struct desk *desk, int columns) {
    if (!desk->work.log || log_state(desk->work.log) == LOG_SAVED ||
        strstr(desk->notice.message, _("NOT SAVED"))) {
        return "";
    }
    return unsaved_text(desk, columns);
}

/* What is saved, and when: never "saved" before it is. */
static const char *save_text(const struct desk *desk, int columns, struct arena *frame) {
    const struct log *log = desk->work.log;
    const struct screen *screen = stack_top(desk);
    const bool silent = !log || (!desk->notice.saving && log_state(log) == LOG_SAVED);
    struct statement words;
    if (silent && desk->notice.read) {
        return arena_printf(frame, _("reading, %d %%"), desk->notice.read / TENTHS);
    }
    if (!log) {
        return "";
    }
    if (!silent) {
        return unsaved_text(desk, columns);
    }
    if (screen->drafted && screen->drafted(desk, &words)) {
        return _("not kept yet");
    }
    char when[RESUME_TIME_SIZE];
    const int64_t at = log_saved_at(log);
    resume_time(at, clock_now(&desk->work.clock), when);
    return at ? arena_printf(frame, _("saved %s"), when) : "";
}

/* --- the footer ------------------------------------------------------------------------------ */

static const char *hint_word(const struct desk *desk, enum command command) {
    const struct screen *screen = stack_top(desk);
    const char *word = screen->word ? screen->word(desk, command) : NULL;
    return word ? word : _(command_info(command)->footer);
}

/* As many of the screen's hints as `room` columns hold. */
static const char *hints_text(const struct desk *desk, int room, struct arena *frame) {
    const enum command *panel = stack_kind(desk, stack_panel(desk))->hints;
    const enum command *list = panel ? panel : stack_top(desk)->hints;
    const char *text = "";
    for (size_t i = 0; i < HINTS_MAX && list[i] != COMMAND_NONE; i++) {
        char keys[KEYS_MAX];
        if (!act_possible(desk, list[i])) {
            continue;
        }
        keymap_keys(list[i], false, keys, sizeof keys);
        const char *longer = arena_printf(frame, "%s%s%s %s", text, *text ? "  " : "", keys,
                                          hint_word(desk, list[i]));
        if (text_width(longer, desk->look.letters) > room) {
            break;
        }
        text = longer;
    }
    return text;
}

static const char *ask_label(const struct desk *desk, int columns) {
    const struct asking *asking = desk->ask.asking;
    const bool wide = asking->wide && columns >= LAYOUT_SIDE_BY_SIDE;
    return _(wide ? asking->wide : asking->label);
}

/* Of a line longer than the footer so much is left out in front that the cursor is in sight. */
static void ask_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    const struct text_line *line = &desk->ask.line;
    const enum letters letters = desk->look.letters;
    const char *label = ask_label(desk, layout->columns);
    const char *before = arena_copy(frame, line->text, line->cursor);
    const char *cut = "";
    const char *message = desk->notice.message;
    const int told = *message ? text_width(message, letters) + ASK_GAP : 0;
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
                                  line->text + line->cursor, message);
    layout->footer_tail = "";
    layout->prompt_column = 1 + text_width(label, letters) + text_width(cut, letters) +
                            text_width(before, letters);
}

static void footer_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    const enum letters letters = desk->look.letters;
    const struct screen *screen = stack_top(desk);
    const char *message = desk->notice.message;
    layout->footer = message[0]      ? arena_copy(frame, message, strlen(message))
                     : screen->focus ? screen->focus(desk, frame)
                                     : "";
    const char *alarm = alarm_text(desk, layout->columns);
    layout->footer_tail = *alarm || layout->footer_rows > 1
                              ? alarm
                              : save_text(desk, layout->columns, frame);
    if (layout->footer_rows > 1) {
        return;
    }
    const int tail = text_width(layout->footer_tail, letters);
    if (*alarm) {
        layout->footer = rows_short(desk, layout->footer, layout->columns - tail - TITLE_GAPS,
                                    frame);
    }
    const char *between = *layout->footer ? "   " : "";
    const int room = layout->columns - text_width(layout->footer, letters) - (int)strlen(between) -
                     (tail ? tail + TITLE_GAPS : TITLE_EDGES);
    const char *told = hints_text(desk, room, frame);
    if (*told) {
        layout->footer = arena_printf(frame, "%s%s%s", layout->footer, between, told);
    }
}

int bars_footer_rows(const struct desk *desk, int rows, int columns) {
    const char *rest = ask_in_footer(desk) ? "" : desk->notice.message;
    struct span line;
    int count = 0;
    const int most = rows - LAYOUT_MESSAGE_LEAVES;
    const int alarm = *rest ? text_width(alarm_text(desk, columns), desk->look.letters) : 0;
    const int taken = text_width(rest, desk->look.letters) + alarm + TITLE_GAPS;
    while (columns > 2 && count < most &&
           text_wrap(&rest, columns - 2, desk->look.letters, &line)) {
        count++;
    }
    if (alarm && taken > columns && count < most) {
        count++; /* a row of its own */
    }
    return count > 1 ? count : 1;
}

void bars_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    const struct screen *screen = stack_top(desk);
    title_make(layout, desk, frame);
    if (layout->stops) {
        layout->stops = screen->stops ? screen->stops(desk, layout->columns - 2, frame)
                                      : stops_text(desk, frame);
    }
    if (ask_in_footer(desk)) {
        ask_make(layout, desk, frame);
    } else {
        footer_make(layout, desk, frame);
    }
}
