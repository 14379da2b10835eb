#include "vademecum/desk/edit_keys.h"

#include "vademecum/desk/keymap.h"

#include <string.h>

enum {
    DELETE = 0x7F,
    CONTROL_LAST = 0x9F /* of those that follow DELETE */
};

static size_t cluster_before(const struct edit_text *edited) {
    return edited->cursor > 0 ? edit_before(edited->text, edited->cursor, edited->letters) : 0;
}

/* How many bytes the cluster at `at` takes; `*blank` tells whether a word ends at it. */
static size_t cluster_step(const struct edit_text *edited, size_t at, bool *blank) {
    struct cluster cluster;
    const size_t taken = text_cluster(edited->text + at, edited->length - at, edited->letters,
                                      &cluster);
    *blank = cluster.space || cluster.newline;
    return taken;
}

static size_t cluster_after(const struct edit_text *edited) {
    bool blank;
    const size_t at = edited->cursor;
    return at < edited->length ? at + cluster_step(edited, at, &blank) : at;
}

/* Where the word starts that the cursor stands in or behind. */
static size_t word_before(const struct edit_text *edited) {
    size_t start = 0;
    size_t at = 0;
    bool between = true;
    while (at < edited->cursor) {
        bool blank;
        const size_t taken = cluster_step(edited, at, &blank);
        if (between && !blank) {
            start = at;
        }
        between = blank;
        at += taken;
    }
    return start;
}

/* Where the word ends that the cursor stands in or before. */
static size_t word_after(const struct edit_text *edited) {
    size_t at = edited->cursor;
    bool inside = false;
    while (at < edited->length) {
        bool blank;
        const size_t taken = cluster_step(edited, at, &blank);
        if (inside && blank) {
            break;
        }
        inside = !blank;
        at += taken;
    }
    return at;
}

static size_t line_start(const struct edit_text *edited) {
    size_t at = edited->cursor;
    while (at > 0 && edited->text[at - 1] != '\n') {
        at--;
    }
    return at;
}

static size_t line_end(const struct edit_text *edited) {
    return edited->cursor + strcspn(edited->text + edited->cursor, "\n");
}

static size_t kill_start(const struct edit_text *edited) {
    const size_t start = line_start(edited);
    return start < edited->cursor ? start : cluster_before(edited);
}

static size_t kill_end(const struct edit_text *edited) {
    const size_t end = line_end(edited);
    return end > edited->cursor ? end : cluster_after(edited);
}

static const struct {
    int key;
    enum edit_kind kind;
    size_t (*reach)(const struct edit_text *edited);
} edits[] = {
    {PRESS_LEFT, EDIT_MOVE, cluster_before},
    {PRESS_RIGHT, EDIT_MOVE, cluster_after},
    {PRESS_WORD_LEFT, EDIT_MOVE, word_before},
    {PRESS_WORD_RIGHT, EDIT_MOVE, word_after},
    {PRESS_HOME, EDIT_MOVE, line_start},
    {PRESS_CTRL('a'), EDIT_MOVE, line_start},
    {PRESS_END, EDIT_MOVE, line_end},
    {PRESS_CTRL('e'), EDIT_MOVE, line_end},
    {PRESS_BACKSPACE, EDIT_REMOVE, cluster_before},
    {PRESS_CTRL('h'), EDIT_REMOVE, cluster_before},
    {PRESS_DELETE, EDIT_REMOVE, cluster_after},
    {PRESS_CTRL('d'), EDIT_REMOVE, cluster_after},
    {PRESS_CTRL('w'), EDIT_KILL, word_before},
    {PRESS_CTRL('u'), EDIT_KILL, kill_start},
    {PRESS_CTRL('k'), EDIT_KILL, kill_end},
};

struct edit edit_meant(const struct edit_text *edited, int key) {
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        if (edits[i].key == key) {
            return (struct edit){.kind = edits[i].kind, .to = edits[i].reach(edited)};
        }
    }
    return (struct edit){.kind = EDIT_NOTHING};
}

size_t edit_before(const char *text, size_t at, enum letters letters) {
    size_t next = at - 1;
    while (next > 0 && text[next] & 0x80 && !text_cluster_starts(text + next, at - next)) {
        next--;
    }
    size_t start = next;
    while (next < at) {
        struct cluster cluster;
        start = next;
        next += text_cluster(text + next, TEXT_TO_NUL, letters, &cluster);
    }
    return start;
}

size_t edit_character(int key, char bytes[TEXT_CODE_BYTES]) {
    if (key < ' ' || (key >= DELETE && key <= CONTROL_LAST)) {
        return 0;
    }
    return text_encode(key, bytes);
}

/* What a change brings together can become one cluster; the cursor then goes behind it. */
static void cursor_settle(struct edit_text *edited) {
    if (edited->cursor > 0 && edited->text[edited->cursor] & 0x80) {
        edited->cursor = cluster_before(edited);
        edited->cursor = cluster_after(edited);
    }
}

bool edit_insert(struct edit_text *edited, const char *bytes, size_t length) {
    if (length >= edited->size - edited->length) {
        return false;
    }
    char *at = edited->text + edited->cursor;
    memmove(at + length, at, edited->length - edited->cursor + 1);
    memcpy(at, bytes, length);
    edited->length += length;
    edited->cursor += length;
    cursor_settle(edited);
    return true;
}

void edit_remove(struct edit_text *edited, size_t to) {
    const size_t start = to < edited->cursor ? to : edited->cursor;
    const size_t end = to < edited->cursor ? edited->cursor : to;
    memmove(edited->text + start, edited->text + end, edited->length - end + 1);
    edited->length -= end - start;
    edited->cursor = start;
    cursor_settle(edited);
}
