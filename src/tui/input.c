#include "vademecum/tui/input.h"

#include "vademecum/base/count.h"
#include "vademecum/base/text.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/tui/late.h"

#include <curses.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>
#include <wctype.h>

enum {
    /* Keys that we define ourselves, far above those that curses numbers from KEY_MAX on. */
    PASTE_START = KEY_MAX + 0x1000,
    PASTE_END,
    ALT_ENTER,
    WORD_LEFT,
    WORD_RIGHT,
    PASTE_START_NUMBER = 200, /* in the sequences that they are */
    PASTE_END_NUMBER = 201,
    PART = ERR - 1,  /* what key_take returns for a part of a character */
    ERRORS_MAX = 20, /* failed reads in a row that mean the terminal is gone */
    ESCAPE = 27,
    DELETE_CHARACTER = 127,
    KEYPAD = KEY_MAX + 0x2000 /* and the character that is on the key */
};

/*
 * What a keypad sends in its application mode, which curses asks for, where terminfo does not say
 * so: of tmux, screen and many others it does not know even Enter.
 */
static void keypad_prepare(void) {
    static const char sent[] = "jklmnopqrstuvwxyXM";
    static const char meant[] = "*+,-./0123456789=\r";
    for (size_t i = 0; sent[i]; i++) {
        const char sequence[] = {ESCAPE, 'O', sent[i], '\0'};
        if (key_defined(sequence) == 0) {
            define_key(sequence, KEYPAD + meant[i]);
        }
    }
}

void input_prepare(void) {
    static const struct {
        const char *sequence;
        int code;
    } sequences[] = {
        {"\033[200~", PASTE_START}, {"\033[201~", PASTE_END},  {"\033\r", ALT_ENTER},
        {"\033\n", ALT_ENTER},      {"\033b", WORD_LEFT},      {"\033f", WORD_RIGHT},
        {"\033[1;5D", WORD_LEFT},   {"\033[1;5C", WORD_RIGHT},
    };
    static const struct {
        const char *capability; /* of terminfo */
        int code;
    } capabilities[] = {{"kLFT5", WORD_LEFT}, {"kRIT5", WORD_RIGHT}};
    for (size_t i = 0; i < COUNT(sequences); i++) {
        define_key(sequences[i].sequence, sequences[i].code);
    }
    for (size_t i = 0; i < COUNT(capabilities); i++) {
        const char *sequence = tigetstr(capabilities[i].capability);
        if (sequence && sequence != (const char *)-1) {
            define_key(sequence, capabilities[i].code);
        }
    }
    keypad_prepare();
    keyok(KEY_SUSPEND, false); /* on the Linux console this is Ctrl-Z, which we want as such */
    input_report_mouse(false);
}

void input_mark_pastes(bool on) {
    /* Terminals that do not know the mode ignore it, as ECMA-48 asks of them. */
    fputs(on ? "\033[?2004h" : "\033[?2004l", stdout);
    fflush(stdout);
}

void input_report_mouse(bool on) {
    mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
    /* Ignores reports that another program has left on. */
    keyok(KEY_MOUSE, on);
}

bool input_waits(void) {
    struct pollfd terminal = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&terminal, 1, 0) > 0;
}

/* Returns OK when a character is whole, else PART. Drops what is no character. */
static int byte_take(struct input *input, char byte, wint_t *code) {
    const bool starts = mbsinit(&input->part);
    wchar_t character = L'\0';
    const size_t taken = mbrtowc(&character, &byte, 1, &input->part);
    if (taken == (size_t)-1) {
        input->part = (mbstate_t){0};
        *code = (unsigned char)byte;
        return !starts ? byte_take(input, byte, code) : late_control(*code) ? OK : PART;
    }
    *code = (wint_t)character;
    return taken == (size_t)-2 ? PART : OK;
}

/* Avoids get_wch(): it forgets the first piece of a character that comes in two. */
static int key_take(struct input *input, wint_t *code) {
    const int key = getch();
    if (key == ERR) {
        return ERR;
    }
    input->errors = 0;
    if (key > UCHAR_MAX) {
        *code = (wint_t)key;
        return KEY_CODE_YES;
    }
    return byte_take(input, (char)key, code);
}

/* Takes what curses has, else waits for more; ERR when nothing came. */
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

/* The start or the end of a paste. */
static struct input_event event_of_mark(struct input *input, bool starts) {
    const bool ended = input->pasting && !starts;
    const bool fits = input->pasted < sizeof input->paste;
    input->paste[fits ? input->pasted : 0] = '\0';
    input->pasting = starts;
    input->after_return = false;
    input->pasted = 0;
    return (struct input_event){.kind = ended ? INPUT_PASTE : INPUT_NOTHING,
                                .text = fits ? input->paste : NULL};
}

/* Ignores what was swallowed, unless it ends as the mark of a paste. */
static struct input_event event_of_rest(struct input *input, wint_t code) {
    if (!input->in_sequence && code == '~' &&
        (input->number == PASTE_START_NUMBER || input->number == PASTE_END_NUMBER)) {
        return event_of_mark(input, input->number == PASTE_START_NUMBER);
    }
    return (struct input_event){.kind = INPUT_NOTHING};
}

/* Takes what is pasted as text, never as keys or commands. */
static void paste_add(struct input *input, wint_t code) {
    const bool pair = input->after_return && code == '\n';
    input->after_return = code == '\r';
    const wint_t kept = code == '\r' ? '\n' : code;
    if (pair || (iswcntrl(kept) && kept != '\n' && kept != '\t')) {
        return;
    }
    char bytes[TEXT_CODE_BYTES];
    const size_t length = text_encode((int)kept, bytes);
    if (length < sizeof input->paste - input->pasted) {
        memcpy(input->paste + input->pasted, bytes, length);
        input->pasted += length;
    } else {
        input->pasted = sizeof input->paste;
    }
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

static struct input_event event_of_key(int key) {
    return (struct input_event){.kind = key == PRESS_NONE ? INPUT_NOTHING : INPUT_KEY, .key = key};
}

static int key_of_character(wint_t code) {
    static const struct {
        wint_t character;
        int key;
    } keys[] = {
        {'\r', PRESS_ENTER},    {'\n', PRESS_ENTER},     {'\t', PRESS_TAB},
        {ESCAPE, PRESS_ESCAPE}, {'\b', PRESS_BACKSPACE}, {DELETE_CHARACTER, PRESS_BACKSPACE},
    };
    for (size_t i = 0; i < COUNT(keys); i++) {
        if (keys[i].character == code) {
            return keys[i].key;
        }
    }
    return (int)code;
}

static int key_of_curses(wint_t code) {
    static const struct {
        wint_t curses;
        int key;
    } keys[] = {
        {KEY_UP, PRESS_UP},
        {KEY_DOWN, PRESS_DOWN},
        {KEY_LEFT, PRESS_LEFT},
        {KEY_RIGHT, PRESS_RIGHT},
        {KEY_PPAGE, PRESS_PAGE_UP},
        {KEY_NPAGE, PRESS_PAGE_DOWN},
        {KEY_HOME, PRESS_HOME},
        {KEY_END, PRESS_END},
        {KEY_A1, PRESS_HOME},
        {KEY_C1, PRESS_END},
        {KEY_ENTER, PRESS_ENTER},
        {KEY_BTAB, PRESS_BACK_TAB},
        {KEY_DC, PRESS_DELETE},
        {KEY_BACKSPACE, PRESS_BACKSPACE},
        {ALT_ENTER, PRESS_ALT_ENTER},
        {WORD_LEFT, PRESS_WORD_LEFT},
        {WORD_RIGHT, PRESS_WORD_RIGHT},
    };
    for (size_t i = 0; i < COUNT(keys); i++) {
        if (keys[i].curses == code) {
            return keys[i].key;
        }
    }
    if (code > KEYPAD) {
        return key_of_character(code - KEYPAD);
    }
    return code >= KEY_F(1) && code <= KEY_F(12) ? PRESS_F1 + (int)(code - KEY_F(1)) : PRESS_NONE;
}

static struct input_event event_make(struct input *input, int kind, wint_t code) {
    const bool function = kind == KEY_CODE_YES;
    if (function && code == KEY_RESIZE) {
        return (struct input_event){.kind = INPUT_RESIZE};
    }
    if (function && (code == PASTE_START || code == PASTE_END)) {
        return event_of_mark(input, code == PASTE_START);
    }
    if (!function && late_take(input, code)) {
        return event_of_rest(input, code);
    }
    if (input->pasting) {
        if (!function) {
            paste_add(input, code);
        }
        return (struct input_event){.kind = INPUT_NOTHING};
    }
    if (!function && late_control(code)) {
        return (struct input_event){.kind = INPUT_NOTHING};
    }
    if (function && code == KEY_MOUSE) {
        return event_of_mouse();
    }
    if (function) {
        return event_of_key(key_of_curses(code));
    }
    const bool break_typed = code == '\n' && input->breaks;
    return event_of_key(break_typed ? '\n' : key_of_character(code));
}

struct input_event input_read(struct input *input, const sigset_t *waiting, int timeout) {
    wint_t code = 0;
    const int kind = key_read(input, waiting, timeout, &code);
    if (input->errors >= ERRORS_MAX) {
        return (struct input_event){.kind = INPUT_GONE};
    }
    return kind == ERR || kind == PART ? (struct input_event){.kind = INPUT_NOTHING}
                                       : event_make(input, kind, code);
}
