#include "vademecum/tui/input.h"

#include "vademecum/desk/keymap.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

enum {
    PASTE_START = KEY_MAX + 1, /* keys that we define ourselves */
    PASTE_END,
    ERRORS_MAX = 20, /* failed reads in a row that mean the terminal is gone */
    LATE_MS = 1000,  /* a sequence may follow its Esc by so much */
    ESCAPE = 27,
    DELETE_CHARACTER = 127,
    FINAL_BYTE_FIRST = 0x40, /* ECMA-48: what ends a control sequence */
    FINAL_BYTE_LAST = 0x7e
};

static int key_read(struct input *input, const sigset_t *waiting, int timeout, wint_t *code);
static int key_take(struct input *input, wint_t *code);
static struct input_event event_make(struct input *input, int kind, wint_t code);
static struct input_event event_of_key(int key);
static struct input_event event_of_mouse(void);
static bool late_sequence(struct input *input, wint_t code);
static int key_of_curses(wint_t code);
static int key_of_character(wint_t code);
static long long now_ms(void);

void input_prepare(void) {
    define_key("\033[200~", PASTE_START);
    define_key("\033[201~", PASTE_END);
}

void input_mark_pastes(bool on) {
    /* Terminals that do not know the mode ignore it, as ECMA-48 asks of them. */
    fputs(on ? "\033[?2004h" : "\033[?2004l", stdout);
    fflush(stdout);
}

struct input_event input_read(struct input *input, const sigset_t *waiting, int timeout) {
    wint_t code = 0;
    const int kind = key_read(input, waiting, timeout, &code);
    if (input->errors >= ERRORS_MAX) {
        return (struct input_event){.kind = INPUT_GONE};
    }
    return kind == ERR ? (struct input_event){.kind = INPUT_NOTHING}
                       : event_make(input, kind, code);
}

/* What curses has, else what comes while we wait; ERR when nothing came. */
static int key_read(struct input *input, const sigset_t *waiting, int timeout, wint_t *code) {
    int kind = key_take(input, code);
    if (kind != ERR) {
        return kind;
    }
    struct pollfd terminal = {.fd = STDIN_FILENO, .events = POLLIN};
    const struct timespec limit = {timeout / 1000, (timeout % 1000) * 1000000L};
    const int ready = ppoll(&terminal, 1, timeout < 0 ? NULL : &limit, waiting);
    if (ready > 0 && !(terminal.revents & POLLIN)) {
        input->errors = ERRORS_MAX;
        return ERR;
    }
    kind = key_take(input, code);
    if (ready > 0 && kind == ERR) {
        input->errors++;
    }
    return kind;
}

static int key_take(struct input *input, wint_t *code) {
    const int kind = get_wch(code);
    if (kind != ERR) {
        input->errors = 0;
    }
    return kind;
}

static struct input_event event_make(struct input *input, int kind, wint_t code) {
    const bool function = kind == KEY_CODE_YES;
    if (function && code == KEY_RESIZE) {
        return (struct input_event){.kind = INPUT_RESIZE};
    }
    if (function && (code == PASTE_START || code == PASTE_END)) {
        const bool refused = code == PASTE_END && !input->typing;
        input->pasting = code == PASTE_START;
        return (struct input_event){.kind = refused ? INPUT_PASTE : INPUT_NOTHING};
    }
    if (input->pasting && !input->typing) {
        return (struct input_event){.kind = INPUT_NOTHING};
    }
    if (function && code == KEY_MOUSE) {
        return event_of_mouse();
    }
    if (function) {
        return event_of_key(key_of_curses(code));
    }
    if (late_sequence(input, code)) {
        return (struct input_event){.kind = INPUT_NOTHING};
    }
    /* A line's end in a pasted text does not accept the line. */
    const bool line_end = code == '\r' || code == '\n';
    return event_of_key(input->pasting && line_end ? ' ' : key_of_character(code));
}

static struct input_event event_of_key(int key) {
    return (struct input_event){.kind = key == PRESS_NONE ? INPUT_NOTHING : INPUT_KEY, .key = key};
}

static struct input_event event_of_mouse(void) {
    MEVENT mouse;
    if (getmouse(&mouse) != OK) {
        return (struct input_event){.kind = INPUT_NOTHING};
    }
    struct input_event event = {.kind = INPUT_POINT, .row = mouse.y, .column = mouse.x};
    if (mouse.bstate & BUTTON4_PRESSED) {
        event.key = PRESS_UP;
    } else if (mouse.bstate & BUTTON5_PRESSED) {
        event.key = PRESS_DOWN;
    } else if (!(mouse.bstate & BUTTON1_PRESSED)) {
        event.kind = INPUT_NOTHING;
    }
    return event;
}

/*
 * Over a slow line the rest of an arrow key can come so long after its Esc that curses has given
 * up on it: ESC, pause, "[1;5C". Its letters and digits must not work as keys. Whether the
 * character is part of such a rest is returned.
 */
static bool late_sequence(struct input *input, wint_t code) {
    const long long now = now_ms();
    if (input->in_sequence && now - input->escape_at <= LATE_MS) {
        input->in_sequence = code < FINAL_BYTE_FIRST || code > FINAL_BYTE_LAST;
        return true;
    }
    const bool starts = input->after_escape && now - input->escape_at <= LATE_MS &&
                        (code == '[' || code == 'O');
    input->in_sequence = starts;
    input->after_escape = code == ESCAPE;
    if (starts || code == ESCAPE) {
        input->escape_at = now;
    }
    return starts;
}

static int key_of_curses(wint_t code) {
    static const struct {
        wint_t curses;
        int key;
    } keys[] = {
        {KEY_UP, PRESS_UP},         {KEY_DOWN, PRESS_DOWN},
        {KEY_LEFT, PRESS_LEFT},     {KEY_RIGHT, PRESS_RIGHT},
        {KEY_PPAGE, PRESS_PAGE_UP}, {KEY_NPAGE, PRESS_PAGE_DOWN},
        {KEY_HOME, PRESS_HOME},     {KEY_END, PRESS_END},
        {KEY_A1, PRESS_HOME},       {KEY_C1, PRESS_END},
        {KEY_ENTER, PRESS_ENTER},   {KEY_BTAB, PRESS_BACK_TAB},
        {KEY_DC, PRESS_DELETE},     {KEY_BACKSPACE, PRESS_BACKSPACE},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].curses == code) {
            return keys[i].key;
        }
    }
    return code >= KEY_F(1) && code <= KEY_F(12) ? PRESS_F1 + (int)(code - KEY_F(1)) : PRESS_NONE;
}

static int key_of_character(wint_t code) {
    static const struct {
        wint_t character;
        int key;
    } keys[] = {
        {'\r', PRESS_ENTER},    {'\n', PRESS_ENTER},     {'\t', PRESS_TAB},
        {ESCAPE, PRESS_ESCAPE}, {'\b', PRESS_BACKSPACE}, {DELETE_CHARACTER, PRESS_BACKSPACE},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].character == code) {
            return keys[i].key;
        }
    }
    return (int)code;
}

static long long now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}
