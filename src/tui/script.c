#include "vademecum/base/words.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/tui/browse.h"
#include "vademecum/tui/drafts.h"
#include "vademecum/tui/errands.h"
#include "vademecum/tui/loop.h"

#include <curses.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static bool terminal_open(int columns, int rows, SCREEN **terminal, FILE **null,
                          struct fault *fault);
static bool keys_run(struct loop *loop, const char *path, FILE *keys, FILE *out, int columns,
                     int rows, struct fault *fault);
static bool line_run(struct loop *loop, const char *path, long number, const char *line, FILE *out,
                     int columns, int rows, struct fault *fault);
static void errand_print(struct loop *loop, FILE *out);
static void page_print(struct loop *loop, FILE *out, int columns, int rows);
static void row_print(FILE *out, int row, int columns);
static int text_columns(const wchar_t *chars);

bool script_run(const struct browse *browse, const char *path, int columns, int rows, FILE *out,
                struct fault *fault) {
    FILE *keys = fopen(path, "r");
    if (!keys) {
        return fault_set_errno(fault, path, errno, _("The script cannot be read"));
    }
    FILE *null = NULL;
    SCREEN *terminal = NULL;
    bool done = terminal_open(columns, rows, &terminal, &null, fault);
    if (done) {
        struct loop loop;
        loop_open(&loop, browse, false);
        while (session_more(&loop.desk)) {
        }
        done = keys_run(&loop, path, keys, out, columns, rows, fault);
        loop_close(&loop);
        delscreen(terminal);
        fclose(null);
    }
    fclose(keys);
    return done;
}

/* curses on no terminal at all: its windows are the cell grid that pages are read from. */
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

static bool keys_run(struct loop *loop, const char *path, FILE *keys, FILE *out, int columns,
                     int rows, struct fault *fault) {
    char *line = NULL;
    size_t room = 0;
    long number = 0;
    bool sound = true;
    loop_paint(loop, rows, columns);
    while (sound && getline(&line, &room, keys) >= 0) {
        line[strcspn(line, "\r\n")] = '\0';
        number++;
        if (line[0] != '#') {
            sound = line_run(loop, path, number, line, out, columns, rows, fault);
        }
    }
    free(line);
    if (sound && !feof(keys)) {
        sound = fault_set_errno(fault, path, errno, _("The script cannot be read"));
    }
    return sound;
}

/* A line of keys; its blanks and its end are no keys, so that scripts can be laid out. */
static bool line_run(struct loop *loop, const char *path, long number, const char *line, FILE *out,
                     int columns, int rows, struct fault *fault) {
    static const char page[] = "<Page>";
    while (*line) {
        if (*line == ' ') {
            line++;
            continue;
        }
        if (strncmp(line, page, sizeof page - 1) == 0) {
            line += sizeof page - 1;
            page_print(loop, out, columns, rows);
            continue;
        }
        const int key = keymap_parse(&line);
        if (key == PRESS_NONE) {
            return fault_set(fault, FAULT_USAGE, path, number, NULL,
                             _("There is no key \"%.20s\"; see vademecum keys."), line);
        }
        session_press(&loop->desk, key);
        loop_paint(loop, rows, columns);
        errand_print(loop, out);
        loop_save(loop, rows, columns);
        drafts_tend(loop);
    }
    return true;
}

static void errand_print(struct loop *loop, FILE *out) {
    static const char *const names[] = {
        [ERRAND_OPEN_LINK] = "open",  [ERRAND_OPEN_FILE] = "open file", [ERRAND_MOUSE] = "mouse",
        [ERRAND_REDRAW] = "redraw",   [ERRAND_EDITOR] = "editor",       [ERRAND_NAME] = "name",
        [ERRAND_SUSPEND] = "suspend", [ERRAND_QUIT] = "quit",
    };
    const struct errand errand = notice_take(&loop->desk);
    if (errand.kind == ERRAND_NONE) {
        return;
    }
    fprintf(out, "-- %s%s%s\n", names[errand.kind], errand.text ? " " : "",
            errand.text ? text_clean_line(&loop->frame, errand.text, LETTERS_ALL) : "");
    if (errand.kind == ERRAND_NAME) {
        errands_name(loop, errand.text);
    }
}

static void page_print(struct loop *loop, FILE *out, int columns, int rows) {
    loop_paint(loop, rows, columns);
    int cursor_row = 0;
    int cursor_column = 0;
    getyx(stdscr, cursor_row, cursor_column);
    for (int row = 0; row < rows; row++) {
        row_print(out, row, columns);
    }
    fprintf(out, "-- cursor %d,%d\n", cursor_row, cursor_column);
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

static int text_columns(const wchar_t *chars) {
    char bytes[CCHARW_MAX * MB_LEN_MAX + 1];
    const size_t length = wcstombs(bytes, chars, sizeof bytes - 1);
    bytes[length == (size_t)-1 ? 0 : length] = '\0';
    const int columns = text_width(bytes, LETTERS_ALL);
    return columns > 1 ? columns : 1;
}
