#include "vademecum/import/page.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/stranger.h"
#include "vademecum/base/text.h"
#include "vademecum/import/whole.h"

#include <string.h>

struct glyph {
    const char *bytes;
    enum page_sign sign;
};

static const struct glyph glyphs[] = {
    {"✓", PAGE_TICK}, {"✔", PAGE_TICK}, {"☑", PAGE_TICK}, {"√", PAGE_TICK}, {"✅", PAGE_TICK},
    {"–", PAGE_DASH}, {"−", PAGE_DASH}, {"—", PAGE_DASH}, {"‐", PAGE_DASH}, {"‑", PAGE_DASH},
    {"‒", PAGE_DASH}, {"―", PAGE_DASH}, {"-", PAGE_DASH}, {"✗", PAGE_DASH}, {"✘", PAGE_DASH},
};

static bool text_check(const char *path, const char *bytes, size_t length, struct fault *fault) {
    const size_t valid = text_valid(bytes, length);
    if (stranger_find(bytes, length)) {
        return fault_set(fault, FAULT_WANTING, path, 0, NULL, "%s",
                         _("this is no plain text; in the browser choose Save As, \"Text\", or "
                           "copy the page into an editor and save it as text in UTF-8"));
    }
    if (valid < length) {
        return fault_set(fault, FAULT_WANTING, path, bytes_lines(bytes, valid) + 1, NULL, "%s",
                         _("this is not UTF-8; save the page again as text in UTF-8"));
    }
    return true;
}

/* A copy without blanks at its ends; each run of blanks inside is one space. */
static const char *text_trim(struct arena *arena, const char *bytes, size_t length) {
    char *trimmed = arena_bytes(arena, length + 1);
    size_t to = 0;
    for (size_t at = 0; at < length;) {
        const size_t blanks = text_blanks(bytes + at, length - at);
        if (blanks > 0) {
            at += blanks;
            if (to > 0 && at < length) {
                trimmed[to++] = ' ';
            }
            continue;
        }
        trimmed[to++] = bytes[at++];
    }
    trimmed[to] = '\0';
    return trimmed;
}

/* Takes the sign off the front of a text. A hyphen needs a blank behind it to be one. */
static enum page_sign sign_take(const char **text) {
    for (size_t i = 0; i < COUNT(glyphs); i++) {
        const size_t length = strlen(glyphs[i].bytes);
        const bool blank = strncmp(*text, glyphs[i].bytes, length) == 0 && (*text)[length] == ' ';
        const bool close = glyphs[i].sign == PAGE_TICK && (*text)[length] != '\0' &&
                           strncmp(*text, glyphs[i].bytes, length) == 0;
        if (blank || close) {
            *text += length;
            *text += strspn(*text, " ");
            return glyphs[i].sign;
        }
    }
    return PAGE_PLAIN;
}

enum page_sign page_sign_alone(const char *text) {
    for (size_t i = 0; i < COUNT(glyphs); i++) {
        if (strcmp(text, glyphs[i].bytes) == 0) {
            return glyphs[i].sign;
        }
    }
    return PAGE_PLAIN;
}

static void line_add(struct page *page, size_t *room, struct arena *arena, long number,
                     const char *bytes, size_t length) {
    const char *text = text_trim(arena, bytes, length);
    const enum page_sign sign = sign_take(&text);
    if (!text[0]) {
        return;
    }
    page->lines = arena_grow(arena, page->lines, page->count, room, sizeof *page->lines);
    page->lines[page->count++] = (struct page_line){.number = number, .sign = sign, .text = text};
}

bool page_read(struct page *page, struct arena *arena, const char *path, struct fault *fault) {
    size_t length;
    size_t room = 0;
    const char *bytes = whole_read(arena, path, &length, fault);
    *page = (struct page){.count = 0};
    if (!bytes || !text_check(path, bytes, length, fault)) {
        return false;
    }
    long number = 1;
    for (size_t at = 0; at < length; number++) {
        const size_t line = bytes_line_whole(bytes + at, length - at);
        line_add(page, &room, arena, number, bytes + at, line);
        at += line;
    }
    return true;
}
