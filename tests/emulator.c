#include "emulator.h"

#include <stdio.h>
#include <string.h>

enum {
    SLICE = 1024, /* bytes looked at at once */
    DELETE = 127,
    PARAMETERS_MAX = 8,
    TAB_STOPS = 8
};

/* A control sequence, taken apart. */
struct sequence {
    char final; /* the byte that says what to do */
    int parameters[PARAMETERS_MAX];
    int count; /* of them, at least 1 */
};

static void slice_feed(struct emulator *emulator, const char *bytes, size_t length);
static size_t control_step(struct emulator *emulator, const char *bytes, size_t length);
static size_t character_step(struct emulator *emulator, const char *bytes, size_t length);
static bool character_sound(wchar_t character);
static void character_show(struct emulator *emulator, wchar_t character, const char *bytes,
                           size_t length);
static void control_do(struct emulator *emulator, char control);
static void escape_do(struct emulator *emulator, const char *token);
static struct sequence sequence_read(const char *token, size_t length);
static void sequence_do(struct emulator *emulator, const struct sequence *sequence);
static void erase_do(struct emulator *emulator, const struct sequence *sequence);
static void repeat_do(struct emulator *emulator, int times);
static void move_do(struct emulator *emulator, const struct sequence *sequence);
static void modes_set(struct emulator *emulator, const struct sequence *sequence);
static void rendition_set(struct emulator *emulator, const struct sequence *sequence);
static void complain(struct emulator *emulator, const char *what, const char *bytes, size_t length);

void emulator_open(struct emulator *emulator, struct arena *arena, const char *term, int rows,
                   int columns) {
    *emulator = (struct emulator){.arena = arena};
    grid_open(&emulator->grid, arena, rows, columns);
    if (!allowed_open(&emulator->allowed, arena, term)) {
        complain(emulator, "terminfo does not know the terminal", term, strlen(term));
    }
}

void emulator_feed(struct emulator *emulator, const char *bytes, size_t length) {
    while (length) {
        const size_t size = length < SLICE ? length : SLICE;
        slice_feed(emulator, bytes, size);
        bytes += size;
        length -= size;
    }
}

void emulator_finish(struct emulator *emulator) {
    if (emulator->pending_length) {
        complain(emulator, "there is no end of", emulator->pending, emulator->pending_length);
    }
}

static void slice_feed(struct emulator *emulator, const char *bytes, size_t length) {
    char all[ALLOWED_LENGTH + SLICE];
    const size_t count = emulator->pending_length + length;
    memcpy(all, emulator->pending, emulator->pending_length);
    memcpy(all + emulator->pending_length, bytes, length);
    size_t at = 0;
    size_t taken = 1;
    while (at < count && taken) {
        const unsigned char first = (unsigned char)all[at];
        taken = first < ' ' || first == DELETE ? control_step(emulator, all + at, count - at)
                                               : character_step(emulator, all + at, count - at);
        at += taken;
    }
    emulator->pending_length = count - at;
    memcpy(emulator->pending, all + at, count - at);
}

/* Takes one control or sequence and returns its bytes; 0 when more of them must come first. */
static size_t control_step(struct emulator *emulator, const char *bytes, size_t length) {
    const size_t taken = allowed_length(bytes, length);
    if (taken == 0) {
        return 0;
    }
    if (!allowed_has(&emulator->allowed, bytes, taken)) {
        complain(emulator, "terminfo does not have", bytes, taken);
        return 1;
    }
    if (taken == 1) {
        control_do(emulator, bytes[0]);
    } else if (bytes[1] != '[') {
        escape_do(emulator, bytes);
    } else {
        const struct sequence sequence = sequence_read(bytes, taken);
        sequence_do(emulator, &sequence);
    }
    return taken;
}

/* The same for a character. */
static size_t character_step(struct emulator *emulator, const char *bytes, size_t length) {
    wchar_t character = L'\0';
    mbstate_t state = {0};
    const size_t taken = mbrtowc(&character, bytes, length, &state);
    if (taken == (size_t)-2) {
        return 0;
    }
    if (taken == (size_t)-1) {
        complain(emulator, "this is no UTF-8:", bytes, 1);
        return 1;
    }
    character_show(emulator, character, bytes, taken);
    return taken;
}

static void character_show(struct emulator *emulator, wchar_t character, const char *bytes,
                           size_t length) {
    if (!character_sound(character)) {
        complain(emulator, "nobody can see", bytes, length);
        return;
    }
    if (emulator->modes.drawing) {
        complain(emulator, "this is drawn as a piece of a line:", bytes, length);
    }
    if (wcwidth(character) > 0 && emulator->modes.inserts) {
        grid_shift_cells(&emulator->grid, wcwidth(character));
    }
    if (wcwidth(character) == 0 && !grid_mark(&emulator->grid, character)) {
        complain(emulator, "there is no room for the mark", bytes, length);
    }
    if (wcwidth(character) > 0 && !grid_put(&emulator->grid, character, emulator->reverse)) {
        complain(emulator, "this goes over the edge:", bytes, length);
    }
}

/* Whether it can be seen: no control, no direction, nothing invisible, nothing unassigned. */
static bool character_sound(wchar_t character) {
    static const struct {
        wchar_t first;
        wchar_t last;
    } unsound[] = {
        {0x7f, 0x9f},        {0xad, 0xad},     {0x34f, 0x34f},     {0x600, 0x605},
        {0x61c, 0x61c},      {0x6dd, 0x6dd},   {0x70f, 0x70f},     {0x8e2, 0x8e2},
        {0x115f, 0x1160},    {0x17b4, 0x17b5}, {0x180b, 0x180f},   {0x200b, 0x200f},
        {0x2028, 0x202e},    {0x2060, 0x206f}, {0x2800, 0x2800},   {0x3164, 0x3164},
        {0xd800, 0xf8ff},    {0xfe00, 0xfe0f}, {0xfeff, 0xfeff},   {0xffa0, 0xffa0},
        {0xfff0, 0xfffb},    {0xfffe, 0xffff}, {0x1d173, 0x1d17a}, {0x1f1e6, 0x1f1ff},
        {0xe0000, 0x10ffff},
    };
    for (size_t i = 0; i < sizeof unsound / sizeof *unsound; i++) {
        if (character >= unsound[i].first && character <= unsound[i].last) {
            return false;
        }
    }
    return wcwidth(character) >= 0;
}

static void control_do(struct emulator *emulator, char control) {
    struct grid *grid = &emulator->grid;
    switch (control) {
    case '\r':
        grid_move(grid, grid->row, 0);
        break;
    case '\n':
        grid_line_feed(grid);
        break;
    case '\b':
        grid_move(grid, grid->row, grid->column - 1);
        break;
    case '\t':
        grid_move(grid, grid->row, (grid->column / TAB_STOPS + 1) * TAB_STOPS);
        break;
    default:
        emulator->modes.drawing = control == '\016';
        break;
    }
}

/* What starts with ESC but not with ESC [. */
static void escape_do(struct emulator *emulator, const char *token) {
    struct grid *grid = &emulator->grid;
    switch (token[1]) {
    case '=':
    case '>':
        emulator->modes.keypad = token[1] == '=';
        break;
    case '(':
        emulator->modes.drawing = token[2] == '0';
        break;
    case 'D':
        grid_line_feed(grid);
        break;
    case 'M':
        grid_line_back(grid);
        break;
    case '7':
        emulator->saved_row = grid->row;
        emulator->saved_column = grid->column;
        break;
    case '8':
        grid_move(grid, emulator->saved_row, emulator->saved_column);
        break;
    case ')':
    case ']':
        break; /* the other set of letters; the colours as they were */
    default:
        complain(emulator, "this emulator does not know", token, 2);
        break;
    }
}

static struct sequence sequence_read(const char *token, size_t length) {
    struct sequence sequence = {.final = token[length - 1], .count = 1};
    for (size_t at = 2; at < length; at++) {
        int *number = &sequence.parameters[sequence.count - 1];
        if (token[at] >= '0' && token[at] <= '9') {
            *number = *number * 10 + (token[at] - '0');
        } else if (token[at] == ';' && sequence.count < PARAMETERS_MAX) {
            sequence.count++;
        }
    }
    return sequence;
}

static void sequence_do(struct emulator *emulator, const struct sequence *sequence) {
    struct grid *grid = &emulator->grid;
    const int number = sequence->parameters[0] ? sequence->parameters[0] : 1;
    switch (sequence->final) {
    case 'm':
        rendition_set(emulator, sequence);
        break;
    case 'h':
    case 'l':
        modes_set(emulator, sequence);
        break;
    case 'J':
    case 'K':
    case 'X':
        erase_do(emulator, sequence);
        break;
    case '@':
    case 'P':
        grid_shift_cells(grid, sequence->final == '@' ? number : -number);
        break;
    case 'L':
    case 'M':
        grid_shift_lines(grid, sequence->final == 'L' ? number : -number);
        break;
    case 'S':
    case 'T':
        grid_scroll(grid, sequence->final == 'T' ? number : -number);
        break;
    case 'b':
        repeat_do(emulator, number);
        break;
    case 'r':
        grid_margins(grid, number - 1, sequence->parameters[1] - 1);
        break;
    default:
        move_do(emulator, sequence);
        break;
    }
}

static void erase_do(struct emulator *emulator, const struct sequence *sequence) {
    struct grid *grid = &emulator->grid;
    const int number = sequence->parameters[0];
    const int left = grid->columns - grid->column;
    if (sequence->final == 'X') {
        grid_blank(grid, grid->column, grid->column + (number < left ? number : left));
    } else if (sequence->final == 'K' && number == 1) {
        grid_blank(grid, 0, grid->column + 1);
    } else if (sequence->final == 'K') {
        grid_blank(grid, grid->column, grid->columns);
    } else {
        /* That all of the screen is cleared is asked for at its top left only. */
        emulator->clears += grid->row == 0 && grid->column == 0;
        grid_blank(grid, grid->column, (grid->rows - grid->row) * grid->columns);
    }
}

/* The character before the cursor, which must have been written just now. */
static void repeat_do(struct emulator *emulator, int times) {
    const struct grid *grid = &emulator->grid;
    if (grid->column == 0 || grid->wraps) {
        complain(emulator, "there is nothing to repeat", "", 0);
        return;
    }
    const wchar_t character = grid->cells[grid->row * grid->columns + grid->column - 1].chars[0];
    for (int i = 0; i < times; i++) {
        character_show(emulator, character, "", 0);
    }
}

static void move_do(struct emulator *emulator, const struct sequence *sequence) {
    struct grid *grid = &emulator->grid;
    const int first = sequence->parameters[0] ? sequence->parameters[0] : 1;
    const int second = sequence->parameters[1] ? sequence->parameters[1] : 1;
    switch (sequence->final) {
    case 'H':
        grid_move(grid, first - 1, second - 1);
        break;
    case 'G':
        grid_move(grid, grid->row, first - 1);
        break;
    case 'd':
        grid_move(grid, first - 1, grid->column);
        break;
    case 'A':
    case 'B':
        grid_move(grid, grid->row + (sequence->final == 'B' ? first : -first), grid->column);
        break;
    case 'C':
    case 'D':
        grid_move(grid, grid->row, grid->column + (sequence->final == 'C' ? first : -first));
        break;
    case 'c':
    case 't':
        break; /* the cursor's shape, the window's title */
    default:
        complain(emulator, "this emulator does not know ESC [ and", &sequence->final, 1);
        break;
    }
}

static void modes_set(struct emulator *emulator, const struct sequence *sequence) {
    const bool on = sequence->final == 'h';
    for (int i = 0; i < sequence->count; i++) {
        switch (sequence->parameters[i]) {
        case 1:
            emulator->modes.keypad = on;
            break;
        case 4:
            emulator->modes.inserts = on;
            break;
        case 7:
            emulator->modes.stopped = !on;
            break;
        case 25:
            emulator->modes.hidden = !on;
            break;
        case 1000:
            emulator->modes.mouse = on;
            break;
        case 1049:
            emulator->modes.alternate = on;
            break;
        case 2004:
            emulator->modes.pastes = on;
            break;
        default:
            break;
        }
    }
}

static void rendition_set(struct emulator *emulator, const struct sequence *sequence) {
    for (int i = 0; i < sequence->count; i++) {
        const int number = sequence->parameters[i];
        const bool colors = (number >= 30 && number <= 48 && number != 39) || number >= 90;
        const bool ends = number == 10 || number == 24 || number == 27 || number == 39 ||
                          number == 49;
        emulator->colored |= colors;
        emulator->reverse = number == 7 || (emulator->reverse && number != 0 && number != 27);
        emulator->modes.rendered = number != 0 && (emulator->modes.rendered || !ends);
        if (number == 38 || number == 48) {
            return; /* what follows says which colour */
        }
    }
}

static void complain(struct emulator *emulator, const char *what, const char *bytes,
                     size_t length) {
    char *text = emulator->complaint;
    if (*text) {
        return;
    }
    size_t used = (size_t)snprintf(text, EMULATOR_COMPLAINT, "at %d,%d: %s ", emulator->grid.row,
                                   emulator->grid.column, what);
    for (size_t i = 0; i < length && used + 5 < EMULATOR_COMPLAINT; i++) {
        const unsigned char byte = (unsigned char)bytes[i];
        used += (size_t)snprintf(text + used, EMULATOR_COMPLAINT - used,
                                 byte > ' ' && byte < DELETE ? "%c" : "\\x%02x", byte);
    }
}
