/* Measures how wide a text is, how much of it fits, and where its lines end. */
#include "vademecum/base/text.h"

#include <limits.h>
#include <wctype.h>

enum {
    HYPHEN = 0x2010
};

/* Whether the byte is a character of ASCII that shows as itself. */
static bool is_plain(char byte) {
    return byte >= ' ' && byte <= '~';
}

/*
 * How many bytes at the start, `most` at most, are ASCII characters that make a cluster of one
 * column each.
 */
static size_t plain_run(const char *bytes, size_t length, size_t most) {
    const size_t end = length < most ? length : most;
    size_t run = 0;
    while (run < end && is_plain(bytes[run])) {
        run++;
    }
    /* What comes behind may be a mark on the last one. */
    return run > 0 && run < length && bytes[run] & 0x80 ? run - 1 : run;
}

int text_width(const char *text, enum letters letters) {
    size_t width = 0;
    while (*text) {
        const size_t run = plain_run(text, TEXT_TO_NUL, TEXT_TO_NUL);
        width += run;
        text += run;
        if (*text) {
            struct cluster cluster;
            text += text_cluster(text, TEXT_TO_NUL, letters, &cluster);
            width += cluster.newline ? 1 : (size_t)cluster.width;
        }
    }
    return width < INT_MAX ? (int)width : INT_MAX;
}

size_t text_fit(const char *text, size_t length, int width, enum letters letters, int *used) {
    size_t at = 0;
    int column = 0;
    while (at < length && column < width) {
        const size_t run = plain_run(text + at, length - at, (size_t)(width - column));
        at += run;
        column += (int)run;
        if (at == length || column == width) {
            break;
        }
        struct cluster cluster;
        const size_t taken = text_cluster(text + at, length - at, letters, &cluster);
        if (cluster.newline || cluster.width > width - column) {
            break;
        }
        at += taken;
        column += cluster.width;
    }
    if (used) {
        *used = column;
    }
    return at;
}

/* As text_cluster up to the NUL, faster for ASCII; there, of `chars` only the first is right. */
static size_t cluster_step(const char *at, enum letters letters, struct cluster *cluster) {
    if (!is_plain(at[0]) || at[1] & 0x80) {
        return text_cluster(at, TEXT_TO_NUL, letters, cluster);
    }
    cluster->chars[0] = at[0];
    cluster->width = 1;
    cluster->newline = false;
    cluster->space = at[0] == ' ';
    return 1;
}

/* Whether a line may be cut between the two characters and the next one. */
static bool breaks_behind(const wchar_t recent[2], wchar_t next) {
    const bool joint = recent[1] == '-' || recent[1] == '/' || recent[1] == HYPHEN;
    return joint && iswalpha((wint_t)recent[0]) && iswalpha((wint_t)next);
}

bool text_wrap(const char **rest, int width, enum letters letters, struct span *line) {
    const char *start = *rest;
    const char *at = start;
    const char *end = start;  /* of the line as far as it is filled, without blanks behind it */
    const char *cut = NULL;   /* where it ends if it is cut at the last place seen; NULL: none */
    const char *after = NULL; /* where the next one starts then */
    wchar_t recent[2] = {0};
    int column = 0;
    struct cluster cluster = {0};
    while (*at) {
        const size_t taken = cluster_step(at, letters, &cluster);
        if (cluster.newline) {
            at += taken;
            break;
        }
        if (cluster.space) {
            cut = end;
            after = at + taken;
        } else {
            if (breaks_behind(recent, cluster.chars[0])) {
                cut = at;
                after = at;
            }
            if (cluster.width > width - column && at > start) {
                end = cut ? cut : end;
                at = cut ? after : at;
                break;
            }
            end = at + taken;
        }
        /* Blanks may hang over the edge, and so does a cluster wider than the line. */
        column = cluster.width < width - column ? column + cluster.width : width;
        recent[0] = recent[1];
        recent[1] = cluster.chars[0];
        at += taken;
    }
    if (at == start) {
        return false;
    }
    *line = (struct span){.start = start, .length = (size_t)(end - start)};
    *rest = at;
    return true;
}
