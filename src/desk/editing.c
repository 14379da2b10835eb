#include "vademecum/desk/editing.h"

#include "vademecum/desk/keymap.h"

#include <string.h>

enum {
    DELETE = 0x7F,
    CONTROL_LAST = 0x9F /* of those that follow DELETE */
};

static size_t cluster_before(const struct editing *editing) {
    return editing->cursor > 0 ? editing_before(editing->text, editing->cursor, editing->letters)
                               : 0;
}

/* How many bytes the cluster at `at` takes; `*blank` tells whether a word ends at it. */
static size_t cluster_step(const struct editing *editing, size_t at, bool *blank) {
    struct cluster cluster;
    const size_t taken = text_cluster(editing->text + at, editing->length - at, editing->letters,
                                      &cluster);
    *blank = cluster.space || cluster.newline;
    return taken;
}

static size_t cluster_after(const struct editing *editing) {
    bool blank;
    const size_t at = editing->cursor;
    return at < editing->length ? at + cluster_step(editing, at, &blank) : at;
}

/* Where the word starts that the cursor stands in or behind. */
static size_t word_before(const struct editing *editing) {
    size_t start = 0;
    size_t at = 0;
    bool between = true;
    while (at < editing->cursor) {
        bool blank;
        const size_t taken = cluster_step(editing, at, &blank);
        if (between && !blank) {
            start = at;
        }
        between = blank;
        at += taken;
    }
    return start;
}

/* Where the word ends that the cursor stands in or before. */
static size_t word_after(const struct editing *editing) {
    size_t at = editing->cursor;
    bool inside = false;
    while (at < editing->length) {
        bool blank;
        const size_t taken = cluster_step(editing, at, &blank);
        if (inside && blank) {
            break;
        }
        inside = !blank;
        at += taken;
    }
    return at;
}

static size_t line_start(const struct editing *editing) {
    size_t at = editing->cursor;
    while (at > 0 && editing->text[at - 1] != '\n') {
        at--;
    }
    return at;
}

static size_t line_end(const struct editing *editing) {
    return editing->cursor + strcspn(editing->text + editing->cursor, "\n");
}

static size_t kill_start(const struct editing *editing) {
    const size_t start = line_start(editing);
    return start < editing->cursor ? start : cluster_before(editing);
}

static size_t kill_end(const struct editing *editing) {
    const size_t end = line_end(editing);
    return end > editing->cursor ? end : cluster_after(editing);
}

static const struct {
    int key;
    enum edit_kind kind;
    size_t (*reach)(const struct editing *editing);
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

struct edit editing_meant(const struct editing *editing, int key) {
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        if (edits[i].key == key) {
            return (struct edit){.kind = edits[i].kind, .to = edits[i].reach(editing)};
        }
    }
    return (struct edit){.kind = EDIT_NOTHING};
}

size_t editing_before(const char *text, size_t at, enum letters letters) {
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

size_t editing_character(int key, char bytes[TEXT_CODE_BYTES]) {
    if (key < ' ' || (key >= DELETE && key <= CONTROL_LAST)) {
        return 0;
    }
    return text_encode(key, bytes);
}

/* What a change brings together can become one cluster; the cursor then goes behind it. */
static void cursor_settle(struct editing *editing) {
    if (editing->cursor > 0 && editing->text[editing->cursor] & 0x80) {
        editing->cursor = cluster_before(editing);
        editing->cursor = cluster_after(editing);
    }
}

bool editing_insert(struct editing *editing, const char *bytes, size_t length) {
    if (length >= editing->size - editing->length) {
        return false;
    }
    char *at = editing->text + editing->cursor;
    memmove(at + length, at, editing->length - editing->cursor + 1);
    memcpy(at, bytes, length);
    editing->length += length;
    editing->cursor += length;
    cursor_settle(editing);
    return true;
}

void editing_remove(struct editing *editing, size_t to) {
    const size_t start = to < editing->cursor ? to : editing->cursor;
    const size_t end = to < editing->cursor ? editing->cursor : to;
    memmove(editing->text + start, editing->text + end, editing->length - end + 1);
    editing->length -= end - start;
    editing->cursor = start;
    cursor_settle(editing);
}
