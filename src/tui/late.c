#include "vademecum/tui/late.h"

#include "vademecum/base/clock.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

enum {
    LATE_MS = 1000,       /* a sequence may follow its Esc by so much */
    STRING_MS = 5000,     /* in which a string of the terminal must have ended */
    BURST_MS = 50,        /* within which no person presses two keys on purpose */
    NUMBER_MAX = 1000,    /* larger ones in sequences are of no interest */
    MOUSE_CHARACTERS = 3, /* of an old mouse report, behind ESC [ M */
    BELL = 7,
    CANCEL = 0x18,
    SUBSTITUTE = 0x1a,
    ESCAPE = 27,
    FINAL_BYTE_FIRST = 0x40, /* ECMA-48: what ends a control sequence */
    FINAL_BYTE_LAST = 0x7e,
    CONTROL_FIRST = 0x80, /* the controls of one byte that stand for ESC and a capital letter */
    CONTROL_LAST = 0x9f,
    CONTROL_LETTER = 0x40, /* what such a control lies above its letter */
    STRING_END = 0x9c
};

/* Takes a character of the string in; another sequence or a cancel ends it too. */
static void string_follow(struct input *input, wint_t code) {
    const bool escaped = input->after_escape;
    input->after_escape = code == ESCAPE;
    if (escaped && (code == '[' || code == 'O')) {
        input->in_string = false;
        input->length = code == '[' ? 0 : 1;
    } else {
        input->in_sequence = !(code == BELL || code == CANCEL || code == SUBSTITUTE ||
                               code == STRING_END || (escaped && code == '\\'));
    }
}

/* Takes a character of the sequence in; after the last one `in_sequence` is false. */
static void sequence_follow(struct input *input, wint_t code) {
    const bool first = input->length++ == 0;
    if (input->more > 0) {
        input->in_sequence = --input->more > 0;
    } else if (first && code == '[') {
        input->more = 1; /* a function key of the Linux console: ESC [ [ A */
    } else if (first && code == 'M') {
        input->more = MOUSE_CHARACTERS;
    } else if (code >= '0' && code <= '9') {
        const int number = input->number * 10 + (int)(code - '0');
        input->number = number < NUMBER_MAX ? number : NUMBER_MAX;
    } else {
        input->in_sequence = code < FINAL_BYTE_FIRST || code > FINAL_BYTE_LAST;
    }
}

/* Whether more comes at once. */
static bool in_burst(void) {
    struct pollfd terminal = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&terminal, 1, BURST_MS) > 0;
}

/* A person can press Esc and then P, but not as fast as a terminal sends them, or what follows. */
static bool string_starts(const struct input *input, wint_t code, int64_t now) {
    return code == ']' || now - input->escape_at <= BURST_MS || in_burst();
}

/* `now` is INT64_MAX when it is too late to follow an Esc. */
static bool sequence_starts(struct input *input, wint_t code, int64_t now) {
    const bool control = late_control(code) && !input->pasting;
    const wint_t letter = control ? code - CONTROL_LETTER : code;
    const bool follows = control || (input->after_escape && now != INT64_MAX);
    input->length = letter == '[' ? 0 : 1;
    input->number = 0;
    input->more = 0;
    input->in_string = follows && !input->pasting && strchr("PX]^_", (int)letter) && letter &&
                       (control || string_starts(input, code, now));
    return input->in_string || (follows && (letter == '[' || letter == 'O'));
}

/*
 * Over a slow line the rest of an arrow key can come so long after its Esc that curses has given
 * up on it: ESC, pause, "[1;5C". A terminal also answers late what a program before us has asked:
 * with a sequence, or with a string that ends in ST or a bell. Their letters and digits must not
 * work as keys. Whether the character is part of such a rest is returned.
 */
bool late_take(struct input *input, wint_t code) {
    const int64_t now = clock_ticks();
    /* The end of a paste is waited for however long it takes. */
    const bool in_time = input->pasting || (now - input->heard_at <= LATE_MS &&
                                            now - input->escape_at <= input->limit);
    input->heard_at = now;
    if (input->in_sequence && in_time) {
        (input->in_string ? string_follow : sequence_follow)(input, code);
        return true;
    }
    input->in_sequence = sequence_starts(input, code, in_time ? now : INT64_MAX);
    input->after_escape = code == ESCAPE;
    if (input->in_sequence || code == ESCAPE) {
        input->escape_at = now;
        input->limit = input->in_string ? STRING_MS : LATE_MS;
    }
    return input->in_sequence;
}

bool late_control(wint_t code) {
    return code >= CONTROL_FIRST && code <= CONTROL_LAST;
}
