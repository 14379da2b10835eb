/* same: two long texts; of those that differ, only where, for Check takes no longer messages. */
#ifndef VADEMECUM_TESTS_SAME_H
#define VADEMECUM_TESTS_SAME_H

#include <check.h>
#include <stddef.h>

/* `what` says what the text is that should be as the wanted one. */
static inline void texts_same(const char *text, const char *wanted, const char *what) {
    size_t line = 0;
    size_t at = 0;
    for (; text[at] && text[at] == wanted[at]; at++) {
        line = text[at] == '\n' ? at + 1 : line;
    }
    ck_assert_msg(text[at] == wanted[at], "%s: %.200s\nwanted: %.200s", what, text + line,
                  wanted + line);
}

#endif
