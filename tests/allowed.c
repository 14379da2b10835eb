#include "allowed.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

enum {
    ESCAPE = 27,
    SGR_FLAGS = 9,
    COLORS_MAX = 256,
    FINAL_FIRST = 0x40, /* ECMA-48: bytes that end a control sequence */
    FINAL_LAST = 0x7e
};

static void plain_add(struct allowed *allowed);
static void numbered_add(struct allowed *allowed);
static void renditions_add(struct allowed *allowed);
static void tokens_add(struct allowed *allowed, const char *text);
static void list_add(struct arena *arena, struct allowed_list *list, const char *text,
                     size_t length);
static size_t sequence_length(const char *bytes, size_t length);
static void numbers_hide(const char *token, size_t length, char hidden[ALLOWED_LENGTH]);
static int text_compare(const void *left, const void *right);

bool allowed_open(struct allowed *allowed, struct arena *arena, const char *term) {
    int problem = 0;
    del_curterm(cur_term);
    *allowed = (struct allowed){.arena = arena};
    if (setupterm(term, -1, &problem) != OK) {
        return false;
    }
    plain_add(allowed);
    numbered_add(allowed);
    renditions_add(allowed);
    qsort(allowed->exact.texts, allowed->exact.count, sizeof *allowed->exact.texts, text_compare);
    return true;
}

size_t allowed_length(const char *bytes, size_t length) {
    if (bytes[0] != ESCAPE) {
        return 1;
    }
    if (length < 2) {
        return 0;
    }
    if (bytes[1] == '[') {
        return sequence_length(bytes, length);
    }
    size_t whole = strchr("()]", bytes[1]) ? 3 : 2;
    if (bytes[1] == ']' && length > 2 && bytes[2] != 'R') {
        /* Resets the colours: linux has it without an end, xterm with a bell. */
        const char *end = memchr(bytes, '\a', length);
        whole = end ? (size_t)(end - bytes) + 1 : ALLOWED_LENGTH - 1;
    }
    return whole <= length ? whole : 0;
}

bool allowed_has(const struct allowed *allowed, const char *token, size_t length) {
    char text[ALLOWED_LENGTH];
    if (length >= sizeof text || memchr(token, '\0', length)) {
        return false;
    }
    const char *key = text;
    const struct allowed_list *exact = &allowed->exact;
    snprintf(text, sizeof text, "%.*s", (int)length, token);
    if (bsearch(&key, exact->texts, exact->count, sizeof *exact->texts, text_compare)) {
        return true;
    }
    numbers_hide(token, length, text);
    for (size_t i = 0; i < allowed->numbered.count; i++) {
        if (strcmp(allowed->numbered.texts[i], text) == 0) {
            return true;
        }
    }
    return false;
}

const char *allowed_key(const char *capability) {
    const char *key = tigetstr(capability);
    return key == (const char *)-1 ? NULL : key;
}

static void plain_add(struct allowed *allowed) {
    static const char *const names[] = {
        "clear", "home",  "ed",    "el",    "el1",  "sgr0",  "bold",  "rev", "smul", "rmul", "smso",
        "rmso",  "smcup", "rmcup", "smkx",  "rmkx", "civis", "cnorm", "op",  "oc",   "cr",   "cud1",
        "cub1",  "cuf1",  "cuu1",  "ind",   "ri",   "ht",    "il1",   "dl1", "dch1", "ich1", "smir",
        "rmir",  "smacs", "rmacs", "enacs", "smam", "rmam",  "sc",    "rc",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        tokens_add(allowed, allowed_key(names[i]));
    }
    /* Terminals that do not know the marks of a paste ignore them. */
    tokens_add(allowed, "\033[?2004h\033[?2004l");
}

/* Of "rep", which starts with the letter to repeat, the sequence behind it. */
static void numbered_add(struct allowed *allowed) {
    static const char *const names[] = {"cup", "hpa", "vpa", "cuu", "cud", "cub", "cuf",  "ech",
                                        "ich", "dch", "il",  "dl",  "rep", "csr", "indn", "rin"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *text = allowed_key(names[i]);
        const char *made = text ? tparm(text, 'x', 9, 0, 0, 0, 0, 0, 0, 0) : "";
        const char *start = strchr(made, ESCAPE);
        if (start) {
            char hidden[ALLOWED_LENGTH];
            numbers_hide(start, allowed_length(start, strlen(start)), hidden);
            list_add(allowed->arena, &allowed->numbered, hidden, strlen(hidden));
        }
    }
}

static void renditions_add(struct allowed *allowed) {
    static const char *const names[] = {"setaf", "setab", "XM" /* the mouse: 0 or 1 */};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *text = allowed_key(names[i]);
        for (long color = 0; text && color < COLORS_MAX; color++) {
            tokens_add(allowed, tparm(text, color, 0, 0, 0, 0, 0, 0, 0, 0));
        }
    }
    if (tigetflag("AX") > 0) {
        tokens_add(allowed, "\033[39m\033[49m");
    }
    if (allowed_key("kmous") && !allowed_key("XM")) {
        tokens_add(allowed, "\033[?1000h\033[?1000l"); /* as curses does it then */
    }
    const char *sgr = allowed_key("sgr");
    for (long flags = 0; sgr && flags < 1 << SGR_FLAGS; flags++) {
        tokens_add(allowed, tparm(sgr, flags & 1, flags >> 1 & 1, flags >> 2 & 1, flags >> 3 & 1,
                                  flags >> 4 & 1, flags >> 5 & 1, flags >> 6 & 1, flags >> 7 & 1,
                                  flags >> 8 & 1));
    }
}

/* Each sequence and control byte of the text; "$<5>" in it is a pause. */
static void tokens_add(struct allowed *allowed, const char *text) {
    while (text && *text) {
        if (strncmp(text, "$<", 2) == 0) {
            text += strcspn(text, ">") + 1;
            continue;
        }
        const size_t length = allowed_length(text, strlen(text));
        list_add(allowed->arena, &allowed->exact, text, length);
        text += length;
    }
}

static void list_add(struct arena *arena, struct allowed_list *list, const char *text,
                     size_t length) {
    list->texts = arena_grow(arena, list->texts, list->count, &list->room, sizeof *list->texts);
    list->texts[list->count++] = arena_copy(arena, text, length);
}

/* Of what starts with ESC [. What is too long or broken off is never allowed. */
static size_t sequence_length(const char *bytes, size_t length) {
    for (size_t at = 2; at < length; at++) {
        if (bytes[at] < ' ' || bytes[at] > FINAL_LAST || at == ALLOWED_LENGTH - 1) {
            return at;
        }
        if (bytes[at] >= FINAL_FIRST) {
            return at + 1;
        }
    }
    return 0;
}

/* The token with "#" for each number. */
static void numbers_hide(const char *token, size_t length, char hidden[ALLOWED_LENGTH]) {
    size_t used = 0;
    for (size_t i = 0; i < length && used < ALLOWED_LENGTH - 1; i++) {
        const bool digit = token[i] >= '0' && token[i] <= '9';
        if (!digit || used == 0 || hidden[used - 1] != '#') {
            hidden[used++] = digit ? '#' : token[i];
        }
    }
    hidden[used] = '\0';
}

static int text_compare(const void *left, const void *right) {
    return strcmp(*(char *const *)left, *(char *const *)right);
}
