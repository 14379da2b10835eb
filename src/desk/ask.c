#include "vademecum/desk/ask.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/keymap.h"

#include <stdio.h>
#include <string.h>

void ask_set(struct desk *desk, const char *text) {
    struct text_line *line = &desk->ask.line;
    text_line_clear(line);
    line->length = (size_t)snprintf(line->text, sizeof line->text, "%s", text);
    line->cursor = line->length;
}

void ask_begin(struct desk *desk, const struct asking *asking, const char *text) {
    desk->ask.asking = asking;
    ask_set(desk, text);
}

void ask_end(struct desk *desk) {
    ask_begin(desk, stack_top(desk)->asking, "");
}

const char *ask_behind(const struct desk *desk) {
    return desk->ask.behind ? desk->ask.behind : "";
}

void ask_behind_set(struct desk *desk, const char *behind) {
    desk->ask.behind = behind;
}

void ask_choose(struct desk *desk) {
    text_line_choose(&desk->ask.line);
}

static void line_changed(struct desk *desk) {
    if (desk->ask.asking->typed) {
        desk->ask.asking->typed(desk);
    }
}

/* The first Esc takes the words away that narrow a list, the second one leaves it. */
static void line_leave(struct desk *desk, bool empty) {
    const struct asking *asking = desk->ask.asking;
    if (asking->list && !empty) {
        ask_set(desk, "");
        line_changed(desk);
    } else if (asking->left) {
        asking->left(desk);
    } else {
        ask_end(desk);
    }
}

bool ask_press(struct desk *desk, int key) {
    const struct asking *asking = desk->ask.asking;
    if (asking->key && asking->key(desk, key)) {
        return true;
    }
    if (asking->list && (key == PRESS_HOME || key == PRESS_END)) {
        return false; /* they go over the list, as the arrows do */
    }
    const bool empty = desk->ask.line.length == 0;
    switch (text_line_key(&desk->ask.line, key)) {
    case TEXT_LINE_TAKEN:
        line_changed(desk);
        return true;
    case TEXT_LINE_FULL:
        notice_say(desk, _("This line is full; write it shorter."));
        return true;
    case TEXT_LINE_ACCEPTED:
        asking->accepted(desk);
        return true;
    case TEXT_LINE_LEFT:
        line_leave(desk, empty);
        return true;
    case TEXT_LINE_NOT_MINE:
        break;
    }
    /* The arrows move over the list that is narrowed; a command's line has no use for them. */
    return !asking->list && !(asking->arrows_pass && (key == PRESS_DOWN || key == PRESS_UP));
}

bool ask_paste(struct desk *desk, const char *text) {
    if (text_line_put(&desk->ask.line, text) == TEXT_LINE_FULL) {
        return false;
    }
    line_changed(desk);
    return true;
}

const char *ask_shown(const struct desk *desk, int room, struct arena *arena, int *cursor) {
    const struct text_line *line = &desk->ask.line;
    const enum letters letters = desk->look.letters;
    const char *before = arena_copy(arena, line->text, line->cursor);
    const char *cut = "";
    while (text_width(before, letters) > room - text_width(cut, letters)) {
        const size_t part = text_fit(before, strlen(before), room / 2, letters, NULL);
        if (part == 0) {
            break;
        }
        before += part;
        cut = "<";
    }
    *cursor = text_width(cut, letters) + text_width(before, letters);
    const char *behind = line->text + line->cursor;
    const size_t length = text_fit(behind, strlen(behind), room + 1 - *cursor, letters, NULL);
    return arena_printf(arena, "%s%s%.*s", cut, before, (int)length, behind);
}

bool ask_in_footer(const struct desk *desk) {
    const struct asking *asking = desk->ask.asking;
    return asking && !asking->list && !asking->boxed && !asking->plain;
}
