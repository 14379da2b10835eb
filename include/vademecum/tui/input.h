/*
 * input: what curses reads becomes keys of the keymap.
 */
#ifndef VADEMECUM_TUI_INPUT_H
#define VADEMECUM_TUI_INPUT_H

#include "vademecum/review/event.h"

#include <signal.h>
#include <stdbool.h>
#include <wchar.h>

enum input_kind {
    INPUT_NOTHING, /* a time-out, or a piece of something that is swallowed */
    INPUT_KEY,     /* `key`, as keymap.h has them */
    INPUT_POINT,   /* a click or wheel at `row`, `column`; `key` is PRESS_NONE, or Up or Down */
    INPUT_RESIZE,  /* the terminal has another size */
    INPUT_PASTE,   /* a paste has ended; `text` is what came */
    INPUT_GONE     /* the terminal is gone */
};

struct input_event {
    enum input_kind kind;
    int key;
    int row;
    int column;
    const char *text; /* UTF-8, of controls only LF and TAB; in the input; NULL: too long */
};

/*
 * Tells apart what arrives: a lone Esc from the start of a sequence that came late, a paste from
 * typing, a terminal that is gone from a moment without keys. One for a terminal; all zero at
 * first. Large: not for the stack.
 */
struct input {
    mbstate_t part;      /* of a character whose last bytes have yet to come */
    bool after_escape;   /* a lone Esc came within the last second */
    long long escape_at; /* when, in ms of the monotonic clock */
    long long heard_at;  /* when the last character came, in the same */
    int limit;           /* ms after escape_at in which the sequence must end */
    bool in_sequence;    /* a late sequence is being swallowed to its final byte */
    bool in_string;      /* it is a string, up to ST or a bell */
    int length;          /* characters of it so far, without its introducer */
    int number;          /* in it */
    int more;            /* characters that belong to it whatever they are */
    bool pasting;        /* between the marks of a bracketed paste */
    bool after_return;   /* the last character of the paste was a CR */
    bool breaks;         /* Ctrl-J is a line's end and not Enter; set by the caller */
    int errors;          /* reads that failed at once, in a row */
    size_t pasted;       /* bytes of the paste so far, also of one that is too long */
    char paste[EVENT_VALUE_MAX + 1];
};

/*
 * Waits up to `timeout` ms (-1: for ever) for what comes next; meanwhile the signals are let
 * through that `waiting` does not block (see signals.h). stdscr must be in nodelay mode.
 */
struct input_event input_read(struct input *input, const sigset_t *waiting, int timeout);

/* Whether something can be read at once. */
bool input_waits(void);

/* Asks the terminal to mark pastes, and to stop that. */
void input_mark_pastes(bool on);

/* Asks the terminal to report clicks and the wheel, and to stop that. */
void input_report_mouse(bool on);

/*
 * Defines the keys that curses does not know by itself: the marks of a paste, Alt with Enter, B and
 * F, Ctrl with arrows. To be called after initscr or newterm.
 */
void input_prepare(void);

#endif
