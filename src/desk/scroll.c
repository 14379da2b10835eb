#include "vademecum/desk/scroll.h"

#include "vademecum/desk/typing.h"

#include <limits.h>

static bool focus_cut(const struct panel_state *state, const struct fit *fit, int above);
static long row_of_entry(const struct fit *fit, size_t entry);
static long row_of_heading(const struct fit *fit, long row);
static int entry_end(const struct fit *fit, long row);
static size_t row_of_line(const struct fit *fit, int line);
static int window_place(const struct panel_state *state, const struct fit *fit);
static int window_follow(const struct panel_state *state, const struct fit *fit, int above);
static bool page_turn(struct session *session, enum panel panel, const struct fit *fit, int *above);
static bool text_behind(enum panel panel);
static int clamp(int value, int least, int most);
static int last_above(const struct fit *fit);

void scroll_reset(struct session *session, enum panel panel) {
    session->panels[panel] = (struct panel_state){0};
}

void scroll_focus(struct session *session, enum panel panel, size_t entry) {
    /* The panels whose contents hang on a panel's focus: each starts at its top again. */
    static const enum panel dependants[PANEL_COUNT][STOPS_MAX + 1] = {
        [PANEL_PRACTICES] = {PANEL_PREVIEW},
        [PANEL_CRITERIA] = {PANEL_ANSWER, PANEL_ABOUT, PANEL_CHECKLIST, PANEL_ITEM, PANEL_TOOLS},
        [PANEL_CHECKLIST] = {PANEL_ITEM},
        [PANEL_COLLECTIONS] = {PANEL_COLLECTION},
        [PANEL_WHO] = {PANEL_WHO_DETAIL},
    };
    struct panel_state *state = &session->panels[panel];
    const size_t count = session_entries(session, panel);
    state->focus = entry < count ? entry : count ? count - 1 : 0;
    state->follow = true;
    for (const enum panel *other = dependants[panel]; *other != PANEL_NONE; other++) {
        scroll_reset(session, *other);
    }
}

void scroll_down(struct session *session, enum panel panel) {
    struct panel_state *state = &session->panels[panel];
    const int below = state->above + state->visible;
    const bool whole = state->focus_end <= below;
    if (whole && state->focus + 1 < session_entries(session, panel)) {
        scroll_focus(session, panel, state->focus + 1);
    } else if (below < state->lines) {
        state->scroll = 1;
    }
}

void scroll_up(struct session *session, enum panel panel) {
    struct panel_state *state = &session->panels[panel];
    const bool started = state->focus_top >= state->above &&
                         state->focus_top < state->above + state->visible;
    if (started && state->focus > 0) {
        scroll_focus(session, panel, state->focus - 1);
    } else if (state->above > 0) {
        state->scroll = -1;
    }
}

void scroll_first(struct session *session, enum panel panel) {
    struct panel_state *state = &session->panels[panel];
    scroll_focus(session, panel, 0);
    state->top_row = 0;
    state->top_line = 0;
    /* The first entry may stand below a long text, whose start is what was asked for. */
    state->follow = false;
}

void scroll_last(struct session *session, enum panel panel) {
    struct panel_state *state = &session->panels[panel];
    const size_t count = session_entries(session, panel);
    if (count) {
        scroll_focus(session, panel, count - 1);
    }
    /* The end of a text lies behind its last entry; a list keeps to its own. */
    state->follow = count && state->focus_end - state->focus_top > 0 && !text_behind(panel);
    state->scroll = state->follow ? 0 : INT_MAX;
}

bool session_fit(struct session *session, enum panel panel, const struct fit *fit) {
    struct panel_state *state = &session->panels[panel];
    state->width = fit->width;
    if (panel == PANEL_EDIT) {
        typing_follow(session);
    }
    int above = window_place(state, fit);
    bool moved = false;
    if (state->pages) {
        moved = page_turn(session, panel, fit, &above);
    } else if (session->seeking == panel && fit->match >= 0) {
        above = clamp(fit->match - fit->visible / 2, 0, last_above(fit));
    } else if (state->follow || focus_cut(state, fit, above)) {
        above = window_follow(state, fit, above);
    }
    session->seeking = session->seeking == panel ? PANEL_NONE : session->seeking;
    state->pages = 0;
    state->scroll = 0;
    state->follow = false;
    state->lead = false;
    const size_t row = row_of_line(fit, above);
    const long focused = row_of_entry(fit, state->focus);
    state->top_row = fit->first_row + row;
    state->top_line = fit->rows ? above - fit->row_starts[row] : 0;
    state->above = above;
    state->visible = fit->visible;
    state->lines = fit->row_starts[fit->rows];
    state->focus_top = focused < 0 ? above : fit->row_starts[focused];
    state->focus_end = focused < 0 ? above : entry_end(fit, focused);
    return moved;
}

/* The row of the last heading above a row; the row itself when there is none. */
static long row_of_heading(const struct fit *fit, long row) {
    long heading = row;
    while (heading >= 0 && fit->entries[heading] >= 0) {
        heading--;
    }
    return heading >= 0 ? heading : row;
}

/* Whether a window of another size, or longer lines, would hide the focus that was in sight. */
static bool focus_cut(const struct panel_state *state, const struct fit *fit, int above) {
    const long focused = row_of_entry(fit, state->focus);
    const bool seen = state->focus_top >= state->above &&
                      state->focus_top < state->above + state->visible;
    return seen && focused >= 0 &&
           (fit->row_starts[focused] < above || fit->row_starts[focused] >= above + fit->visible) &&
           (fit->visible < state->visible || fit->row_starts[fit->rows] > state->lines);
}

/* The first row of those laid out that is of the entry, or -1. */
static long row_of_entry(const struct fit *fit, size_t entry) {
    for (size_t i = 0; i < fit->rows; i++) {
        if (fit->entries[i] == (long)entry) {
            return (long)i;
        }
    }
    return -1;
}

/* The line behind the entry that starts with the row. */
static int entry_end(const struct fit *fit, long row) {
    size_t end = (size_t)row + 1;
    while (end < fit->rows && fit->entries[end] == fit->entries[row]) {
        end++;
    }
    return fit->row_starts[end];
}

static size_t row_of_line(const struct fit *fit, int line) {
    size_t row = 0;
    while (row + 1 < fit->rows && fit->row_starts[row + 1] <= line) {
        row++;
    }
    return row;
}

/* Lines above the window when it stands where it stood, moved by what was scrolled since. */
static int window_place(const struct panel_state *state, const struct fit *fit) {
    int line = 0;
    if (state->top_row >= fit->first_row && state->top_row < fit->first_row + fit->rows) {
        const size_t row = state->top_row - fit->first_row;
        const int height = fit->row_starts[row + 1] - fit->row_starts[row];
        line = fit->row_starts[row] + clamp(state->top_line, 0, height);
    } else if (state->top_row >= fit->first_row + fit->rows) {
        line = last_above(fit);
    }
    const int most = last_above(fit);
    if (state->scroll > most - line) {
        return most;
    }
    return clamp(line + state->scroll, 0, most);
}

/*
 * Moves the window as little as shows the focused entry whole, with the headings right above it; of
 * one that is higher than the window, its start.
 */
static int window_follow(const struct panel_state *state, const struct fit *fit, int above) {
    const long focused = row_of_entry(fit, state->focus);
    if (focused < 0) {
        return above;
    }
    const int end = entry_end(fit, focused);
    const int top = fit->row_starts[focused];
    long first = focused;
    while (first > 0 && fit->entries[first - 1] < 0 &&
           end - fit->row_starts[first - 1] <= fit->visible) {
        first--;
    }
    const int with_headings = fit->row_starts[first];
    if (state->lead) {
        above = fit->row_starts[row_of_heading(fit, focused)];
    }
    if (end > above + fit->visible) {
        above = end - fit->visible;
    }
    if (with_headings < above) {
        above = with_headings;
    }
    return end - top > fit->visible ? top : clamp(above, 0, last_above(fit));
}

/* Moves the window by a page, and the focus to the first entry in it; to the edge at the end. */
static bool page_turn(struct session *session, enum panel panel, const struct fit *fit,
                      int *above) {
    struct panel_state *state = &session->panels[panel];
    const size_t count = session_entries(session, panel);
    const int before = *above;
    const int page = fit->visible > 1 ? fit->visible - 1 : 1;
    *above = clamp(before + state->pages * page, 0, last_above(fit));
    const size_t old = state->focus;
    if (count == 0) {
        return false;
    }
    const bool edge = *above == 0 || *above == last_above(fit);
    size_t focus = !edge ? old : state->pages < 0 ? 0 : count - 1;
    for (size_t i = 0; *above != before && i < fit->rows; i++) {
        if (fit->entries[i] >= 0 && fit->row_starts[i] >= *above &&
            fit->row_starts[i + 1] <= *above + fit->visible &&
            row_of_entry(fit, (size_t)fit->entries[i]) == (long)i) {
            focus = (size_t)fit->entries[i];
            break;
        }
    }
    if (focus == old) {
        return false;
    }
    scroll_focus(session, panel, focus);
    return true;
}

/* Whether the panel is a text to be read, in which entries stand. */
static bool text_behind(enum panel panel) {
    return panel == PANEL_ABOUT;
}

static int clamp(int value, int least, int most) {
    return value < least ? least : value > most ? most : value;
}

static int last_above(const struct fit *fit) {
    const int lines = fit->row_starts[fit->rows];
    return lines > fit->visible ? lines - fit->visible : 0;
}
