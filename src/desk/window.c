#include "vademecum/desk/window.h"

#include "vademecum/desk/desk.h"

#include <limits.h>

static int clamp(int value, int least, int most) {
    return value < least ? least : value > most ? most : value;
}

static struct window *window_at(struct desk *desk, struct panel panel) {
    return &desk->windows[panel.screen][panel.number];
}

const struct window *window_of(const struct desk *desk, struct panel panel) {
    return &desk->windows[panel.screen][panel.number];
}

size_t window_entries(const struct desk *desk, struct panel panel) {
    const struct panel_kind *kind = &desk->screens[panel.screen]->panels[panel.number];
    return kind->entries ? kind->entries(desk) : 0;
}

bool window_shows_focus(const struct window *window) {
    return window->focus_top >= window->above &&
           window->focus_top < window->above + window->visible;
}

void window_reset(struct desk *desk, struct panel panel) {
    *window_at(desk, panel) = (struct window){0};
}

void window_focus(struct desk *desk, struct panel panel, size_t entry) {
    const struct screen *screen = desk->screens[panel.screen];
    window_stay(desk, panel, entry);
    window_at(desk, panel)->follow = true;
    for (int other = 0; other < PANELS_MAX; other++) {
        if (screen->panels[panel.number].resets & 1u << other) {
            window_reset(desk, (struct panel){panel.screen, other});
        }
    }
}

void window_stay(struct desk *desk, struct panel panel, size_t entry) {
    /* The first needs no count, so that a screen may not know its entries yet. */
    const size_t count = entry ? window_entries(desk, panel) : 0;
    window_at(desk, panel)->focus = entry < count ? entry : count ? count - 1 : 0;
}

void window_lead(struct desk *desk, struct panel panel) {
    window_at(desk, panel)->lead = true;
}

void window_seek(struct desk *desk, struct panel panel) {
    window_at(desk, panel)->seek = true;
}

void window_hide(struct desk *desk, struct panel panel) {
    struct window *window = window_at(desk, panel);
    window->lines = 1;
    window->visible = 0;
}

void window_align(struct desk *desk, struct panel panel, struct panel like) {
    *window_at(desk, panel) = *window_at(desk, like);
}

void window_down(struct desk *desk, struct panel panel) {
    struct window *window = window_at(desk, panel);
    const int below = window->above + window->visible;
    const bool whole = window->focus_end <= below;
    if (whole && window->focus + 1 < window_entries(desk, panel)) {
        window_focus(desk, panel, window->focus + 1);
    } else if (below < window->lines) {
        window->scroll = 1;
    }
}

void window_up(struct desk *desk, struct panel panel) {
    struct window *window = window_at(desk, panel);
    if (window_shows_focus(window) && window->focus > 0) {
        window_focus(desk, panel, window->focus - 1);
    } else if (window->above > 0) {
        window->scroll = -1;
    }
}

void window_page(struct desk *desk, struct panel panel, int pages) {
    window_at(desk, panel)->pages = pages;
}

void window_first(struct desk *desk, struct panel panel) {
    struct window *window = window_at(desk, panel);
    window_focus(desk, panel, 0);
    window->top_row = 0;
    window->top_line = 0;
    /* The first entry may stand below a long text, whose start is what was asked for. */
    window->follow = false;
}

void window_last(struct desk *desk, struct panel panel) {
    struct window *window = window_at(desk, panel);
    const size_t count = window_entries(desk, panel);
    if (count) {
        window_focus(desk, panel, count - 1);
    }
    /* The end of a text lies behind its last entry; a list keeps to its own. */
    window->follow = count && window->focus_end - window->focus_top > 0 &&
                     !desk->screens[panel.screen]->panels[panel.number].text;
    window->scroll = window->follow ? 0 : INT_MAX;
}

void window_settle(struct desk *desk, struct panel panel) {
    struct window *window = window_at(desk, panel);
    const size_t entries = window_entries(desk, panel);
    const size_t last = entries ? entries - 1 : 0;
    if (window->focus > last) {
        window->focus = last;
        window->follow = true;
    }
}

static int last_above(const struct fit *fit) {
    const int lines = fit->row_starts[fit->rows];
    return lines > fit->visible ? lines - fit->visible : 0;
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

/* The row of the last heading above a row; the row itself when there is none. */
static long row_of_heading(const struct fit *fit, long row) {
    long heading = row;
    while (heading >= 0 && fit->entries[heading] >= 0) {
        heading--;
    }
    return heading >= 0 ? heading : row;
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

/* Whether a window of another size, or longer lines, would hide the focus that was in sight. */
static bool focus_cut(const struct window *state, const struct fit *fit, int above) {
    const long focused = row_of_entry(fit, state->focus);
    const bool seen = state->focus_top >= state->above &&
                      state->focus_top < state->above + state->visible;
    return seen && focused >= 0 &&
           (fit->row_starts[focused] < above || fit->row_starts[focused] >= above + fit->visible) &&
           (fit->visible < state->visible || fit->row_starts[fit->rows] > state->lines);
}

/* Lines above the window when it stands where it stood, moved by what was scrolled since. */
static int window_place(const struct window *state, const struct fit *fit) {
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
static int window_follow(const struct window *state, const struct fit *fit, int above) {
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
static bool page_turn(struct desk *desk, struct panel panel, const struct fit *fit, int *above) {
    struct window *state = &desk->windows[panel.screen][panel.number];
    const size_t count = window_entries(desk, panel);
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
    window_focus(desk, panel, focus);
    return true;
}

/* Where the cursor stands in a text, so that a screen reader goes on where it has not been yet. */
static int line_to_read(const struct window *window) {
    const int end = window->above + window->visible;
    const int last = (end < window->lines ? end : window->lines) - 1;
    return window->read_on && last > window->above ? last : window->above;
}

/* In a text the cursor stays on what was searched for until it is moved. */
static void found_set(struct window *window, const struct fit *fit, bool widened) {
    if (window->seek) {
        window->found = fit->match + 1;
    } else if (window->scroll || window->pages || window->follow || widened) {
        window->found = 0;
    }
}

bool window_fit(struct desk *desk, struct panel panel, const struct fit *fit) {
    struct window *window = window_at(desk, panel);
    const struct screen *screen = desk->screens[panel.screen];
    const bool widened = window->width != fit->width;
    window->width = fit->width;
    if (screen->widened && panel.number == 0) {
        screen->widened(desk, fit->width);
    }
    int above = window_place(window, fit);
    bool moved = false;
    if (window->pages) {
        moved = page_turn(desk, panel, fit, &above);
    } else if (window->seek && fit->match >= 0) {
        const long entry = fit->entries[row_of_line(fit, fit->match)];
        window->focus = entry >= 0 ? (size_t)entry : window->focus;
        above = clamp(fit->match - fit->visible / 2, 0, last_above(fit));
    } else if (window->follow || focus_cut(window, fit, above)) {
        above = window_follow(window, fit, above);
    }
    found_set(window, fit, widened);
    const size_t row = row_of_line(fit, above);
    const long focused = row_of_entry(fit, window->focus);
    const bool moves = window->scroll || window->pages || window->follow;
    window->read_on = moves ? window->scroll > 0 : window->read_on;
    window->seek = false;
    window->pages = 0;
    window->scroll = 0;
    window->follow = false;
    window->lead = false;
    window->top_row = fit->first_row + row;
    window->top_line = fit->rows ? above - fit->row_starts[row] : 0;
    window->above = above;
    window->visible = fit->visible;
    window->lines = fit->row_starts[fit->rows];
    window->focus_top = focused < 0 ? line_to_read(window) : fit->row_starts[focused];
    window->focus_end = focused < 0 ? window->focus_top : entry_end(fit, focused);
    return moved;
}
