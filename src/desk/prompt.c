#include "vademecum/desk/prompt.h"

#include "vademecum/base/text.h"
#include "vademecum/desk/keymap.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

enum {
    CTRL_A = 1,
    CTRL_C = 3,
    CTRL_D = 4,
    CTRL_E = 5,
    CTRL_H = 8,
    CTRL_K = 11,
    CTRL_U = 21,
    CTRL_W = 23
};

static size_t cluster_before(const struct prompt *prompt);
static size_t cluster_after(const struct prompt *prompt);
static size_t word_before(const struct prompt *prompt);
static void character_insert(struct prompt *prompt, int key);
static void bytes_remove(struct prompt *prompt, size_t from, size_t to);
static void go_start(struct prompt *prompt);
static void go_end(struct prompt *prompt);
static void go_left(struct prompt *prompt);
static void go_right(struct prompt *prompt);
static void remove_before(struct prompt *prompt);
static void remove_after(struct prompt *prompt);
static void remove_to_start(struct prompt *prompt);
static void remove_to_end(struct prompt *prompt);
static void remove_word(struct prompt *prompt);

static const struct {
    int key;
    void (*edit)(struct prompt *prompt);
} edits[] = {
    {PRESS_HOME, go_start},
    {CTRL_A, go_start},
    {PRESS_END, go_end},
    {CTRL_E, go_end},
    {PRESS_LEFT, go_left},
    {PRESS_RIGHT, go_right},
    {PRESS_BACKSPACE, remove_before},
    {CTRL_H, remove_before},
    {PRESS_DELETE, remove_after},
    {CTRL_D, remove_after},
    {CTRL_U, remove_to_start},
    {CTRL_K, remove_to_end},
    {CTRL_W, remove_word},
};

void prompt_clear(struct prompt *prompt) {
    *prompt = (struct prompt){0};
}

enum prompt_answer prompt_key(struct prompt *prompt, int key) {
    if (key == PRESS_ENTER) {
        return PROMPT_ACCEPTED;
    }
    const bool erases_nothing = prompt->length == 0 && (key == PRESS_BACKSPACE || key == CTRL_H);
    if (key == PRESS_ESCAPE || key == CTRL_C || erases_nothing) {
        return PROMPT_LEFT;
    }
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        if (edits[i].key == key) {
            edits[i].edit(prompt);
            return PROMPT_TAKEN;
        }
    }
    if (key < ' ' || key >= PRESS_UP || iswcntrl((wint_t)key)) {
        return PROMPT_NOT_MINE;
    }
    character_insert(prompt, key);
    return PROMPT_TAKEN;
}

/* Where the cluster before the cursor starts. */
static size_t cluster_before(const struct prompt *prompt) {
    size_t start = 0;
    size_t next = 0;
    while (next < prompt->cursor) {
        struct cluster cluster;
        start = next;
        next += text_cluster(prompt->text + next, prompt->length - next, LETTERS_ALL, &cluster);
    }
    return start;
}

/* Where the cluster at the cursor ends. */
static size_t cluster_after(const struct prompt *prompt) {
    if (prompt->cursor == prompt->length) {
        return prompt->length;
    }
    struct cluster cluster;
    return prompt->cursor + text_cluster(prompt->text + prompt->cursor,
                                         prompt->length - prompt->cursor, LETTERS_ALL, &cluster);
}

static size_t word_before(const struct prompt *prompt) {
    size_t start = prompt->cursor;
    while (start > 0 && prompt->text[start - 1] == ' ') {
        start--;
    }
    while (start > 0 && prompt->text[start - 1] != ' ') {
        start--;
    }
    return start;
}

static void character_insert(struct prompt *prompt, int key) {
    char bytes[MB_LEN_MAX];
    mbstate_t state = {0};
    const size_t length = wcrtomb(bytes, (wchar_t)key, &state);
    if (length == (size_t)-1 || prompt->length + length >= PROMPT_MAX) {
        return;
    }
    char *at = prompt->text + prompt->cursor;
    memmove(at + length, at, prompt->length - prompt->cursor + 1);
    memcpy(at, bytes, length);
    prompt->length += length;
    prompt->cursor += length;
}

static void bytes_remove(struct prompt *prompt, size_t from, size_t to) {
    memmove(prompt->text + from, prompt->text + to, prompt->length - to + 1);
    prompt->length -= to - from;
    prompt->cursor = from;
}

static void go_start(struct prompt *prompt) {
    prompt->cursor = 0;
}

static void go_end(struct prompt *prompt) {
    prompt->cursor = prompt->length;
}

static void go_left(struct prompt *prompt) {
    prompt->cursor = cluster_before(prompt);
}

static void go_right(struct prompt *prompt) {
    prompt->cursor = cluster_after(prompt);
}

static void remove_before(struct prompt *prompt) {
    bytes_remove(prompt, cluster_before(prompt), prompt->cursor);
}

static void remove_after(struct prompt *prompt) {
    bytes_remove(prompt, prompt->cursor, cluster_after(prompt));
}

static void remove_to_start(struct prompt *prompt) {
    bytes_remove(prompt, 0, prompt->cursor);
}

static void remove_to_end(struct prompt *prompt) {
    bytes_remove(prompt, prompt->cursor, prompt->length);
}

static void remove_word(struct prompt *prompt) {
    bytes_remove(prompt, word_before(prompt), prompt->cursor);
}
