#include "vademecum/tui/script.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/tui/canvas.h"

#include <curses.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* A script that is being read. */
struct script {
    struct canvas canvas;
    const char *path;
    FILE *keys;
    FILE *out;
    int columns;
    int rows;
    char *line; /* that was read last, of `room` bytes; to be freed */
    size_t room;
    const char *rest; /* of it; NULL before the first */
    long number;      /* of it */
    struct clock clock; /* that stands still, … */
    int64_t later;      /* … and how many seconds scripts have let it go on */
    bool sound;       /* else `fault` says what is wrong */
    struct fault *fault;
};

static int64_t clock_later(void *context) {
    const struct script *script = context;
    return clock_now(&script->clock) + script->later;
}

/* Starts curses without a terminal: pages are read from its windows. */
static bool terminal_open(int columns, int rows, SCREEN **terminal, FILE **null,
                          struct fault *fault) {
    *null = fopen("/dev/null", "r+");
    if (!*null) {
        return fault_set_errno(fault, "/dev/null", errno, _("A page cannot be made"));
    }
    *terminal = newterm("vt100", *null, *null);
    if (!*terminal) {
        fclose(*null);
        return fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL,
                         _("A page cannot be made: the terminal description vt100 is missing; "
                           "install ncurses-base."));
    }
    resizeterm(rows, columns);
    return true;
}

static bool paint(struct door *door) {
    struct script *script = door->own;
    canvas_paint(&script->canvas, door, script->rows, script->columns);
    return true;
}

/* The next line that is no comment; false at the end, or when it cannot be read. */
static bool line_read(struct script *script) {
    while (getline(&script->line, &script->room, script->keys) >= 0) {
        script->line[strcspn(script->line, "\r\n")] = '\0';
        script->number++;
        if (script->line[0] != '#') {
            script->rest = script->line;
            return true;
        }
    }
    if (!feof(script->keys)) {
        script->sound = fault_set_errno(script->fault, script->path, errno,
                                        _("The script cannot be read"));
    }
    return false;
}

/* m met, p partly or not shown, n not met, a does not apply, u not known, d nothing said; R in
 * reverse, B bold, U underlined, . plain. */
static char role_at(int row, int column) {
    static const char tones[TONE_COUNT + 1] = ".mpnaud";
    cchar_t cell;
    wchar_t chars[CCHARW_MAX + 1] = {0};
    attr_t attributes = 0;
    short pair = 0;
    mvin_wch(row, column, &cell);
    getcchar(&cell, chars, &attributes, &pair, NULL);
    if (wcscmp(chars, L" ") == 0) {
        return ' ';
    }
    if (pair > 0 && pair <= TONE_COUNT) {
        return tones[pair - 1];
    }
    return attributes & A_REVERSE     ? 'R'
           : attributes & A_BOLD      ? 'B'
           : attributes & A_UNDERLINE ? 'U'
                                      : '.';
}

/* The screen once more, with a letter for what each cell looks like in place of what it holds. */
static void roles_print(const struct script *script) {
    for (int row = 0; row < script->rows; row++) {
        int blanks = 0;
        for (int column = 0; column < script->columns; column++) {
            const char role = role_at(row, column);
            if (role == ' ') {
                blanks++;
                continue;
            }
            fprintf(script->out, "%*s%c", blanks, "", role);
            blanks = 0;
        }
        fputc('\n', script->out);
    }
}

static int text_columns(const wchar_t *chars) {
    char bytes[CCHARW_MAX * MB_LEN_MAX + 1];
    const size_t length = wcstombs(bytes, chars, sizeof bytes - 1);
    bytes[length == (size_t)-1 ? 0 : length] = '\0';
    const int columns = text_width(bytes, LETTERS_ALL);
    return columns > 1 ? columns : 1;
}

static void row_print(FILE *out, int row, int columns) {
    int blanks = 0;
    int width = 1;
    for (int column = 0; column < columns; column += width) {
        cchar_t cell;
        wchar_t chars[CCHARW_MAX + 1] = {0};
        attr_t attributes = 0;
        short pair = 0;
        mvin_wch(row, column, &cell);
        getcchar(&cell, chars, &attributes, &pair, NULL);
        /* curses gives a wide character for its right half too. */
        width = text_columns(chars);
        if (wcscmp(chars, L" ") == 0) {
            blanks++;
            continue;
        }
        fprintf(out, "%*s%ls", blanks, "", chars);
        blanks = 0;
    }
    fputc('\n', out);
}

static void page_print(const struct script *script) {
    int cursor_row = 0;
    int cursor_column = 0;
    getyx(stdscr, cursor_row, cursor_column);
    for (int row = 0; row < script->rows; row++) {
        row_print(script->out, row, script->columns);
    }
    fprintf(script->out, "-- cursor %d,%d\n", cursor_row, cursor_column);
}

/* The next key of a line; its blanks and its end are no keys, so that scripts can be laid out. */
static struct door_event key_read(struct door *door, int patience) {
    static const char page[] = "<Page>";
    static const char roles[] = "<Roles>";
    static const char minute[] = "<Minute>";
    struct script *script = door->own;
    (void)patience;
    while ((script->rest && *script->rest) || line_read(script)) {
        if (*script->rest == ' ') {
            script->rest++;
        } else if (strncmp(script->rest, roles, sizeof roles - 1) == 0) {
            script->rest += sizeof roles - 1;
            roles_print(script);
        } else if (strncmp(script->rest, page, sizeof page - 1) == 0) {
            script->rest += sizeof page - 1;
            page_print(script);
        } else if (strncmp(script->rest, minute, sizeof minute - 1) == 0) {
            script->rest += sizeof minute - 1;
            script->later += 60;
            return (struct door_event){.kind = DOOR_AGAIN};
        } else if (*script->rest) {
            const int key = keymap_parse(&script->rest);
            if (key != PRESS_NONE) {
                return (struct door_event){.kind = DOOR_KEY, .key = key};
            }
            script->sound = fault_set(script->fault, FAULT_USAGE, script->path, script->number,
                                      NULL, _("There is no key \"%.20s\"; see vademecum keys."),
                                      script->rest);
            break;
        }
    }
    return (struct door_event){.kind = DOOR_END};
}

static bool errand_print(struct door *door, const struct errand *errand) {
    static const char *const names[] = {
        [ERRAND_OPEN_LINK] = "open",  [ERRAND_OPEN_FILE] = "open file",
        [ERRAND_MOUSE] = "mouse",     [ERRAND_REDRAW] = "redraw",
        [ERRAND_EDITOR] = "editor",   [ERRAND_NAME] = "name",
        [ERRAND_SUSPEND] = "suspend", [ERRAND_QUIT] = "quit",
        [ERRAND_HAND_OVER] = "write", [ERRAND_OPEN_OWN] = "open own",
    };
    const struct script *script = door->own;
    fprintf(script->out, "-- %s%s%s\n", names[errand->kind], errand->text ? " " : "",
            errand->text ? text_clean_line(&door->frame, errand->text, LETTERS_ALL) : "");
    return true;
}

static const struct way_in way = {
    .paint = paint,
    .read = key_read,
    .errands =
        {
            [ERRAND_OPEN_LINK] = errand_print,
            [ERRAND_OPEN_FILE] = errand_print,
            [ERRAND_OPEN_OWN] = errand_print,
            [ERRAND_HAND_OVER] = errand_print,
            [ERRAND_EDITOR] = errand_print,
            [ERRAND_NAME] = errand_print,
            [ERRAND_MOUSE] = errand_print,
            [ERRAND_REDRAW] = errand_print,
            [ERRAND_SUSPEND] = errand_print,
            [ERRAND_QUIT] = errand_print,
        },
};

bool script_run(const struct door_setup *setup, const char *path, int columns, int rows, FILE *out,
                struct fault *fault) {
    struct script script = {
        .path = path,
        .keys = fopen(path, "r"),
        .out = out,
        .clock = setup->clock,
        .columns = columns,
        .rows = rows,
        .sound = true,
        .fault = fault,
    };
    if (!script.keys) {
        return fault_set_errno(fault, path, errno, _("The script cannot be read"));
    }
    FILE *null = NULL;
    SCREEN *terminal = NULL;
    struct door_setup later = *setup;
    later.clock = (struct clock){clock_later, &script};
    const bool opened = terminal_open(columns, rows, &terminal, &null, fault);
    if (opened) {
        struct door door;
        struct look look;
        canvas_open(&script.canvas, &later, false, &look);
        theme_number(&script.canvas.theme);
        door_open(&door, &later, &way, &look, &script);
        while (session_more(&door.desk)) {
        }
        door_run(&door);
        door_close(&door);
        delscreen(terminal);
        fclose(null);
    }
    free(script.line);
    fclose(script.keys);
    return opened && script.sound;
}
