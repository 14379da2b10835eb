#include "vademecum/review/reviewer.h"

#include "vademecum/base/text.h"
#include "vademecum/base/words.h"

#include <string.h>

enum {
    SHOWN_MAX = 100 /* bytes of what was typed that a sentence quotes */
};

#define LETTERS_AND_DIGITS "abcdefghijklmnopqrstuvwxyz0123456789"

bool reviewer_valid(const char *id) {
    const size_t length = strlen(id);
    return length > 0 && length <= REVIEWER_MAX && strchr(LETTERS_AND_DIGITS, id[0]) &&
           strspn(id, LETTERS_AND_DIGITS ".-") == length;
}

const char *reviewer_suggest(struct arena *arena, const char *typed) {
    const char *folded = text_fold(arena, typed);
    char *id = arena_alloc(arena, REVIEWER_MAX + 1);
    size_t length = 0;
    for (const char *rest = folded; *rest && length < REVIEWER_MAX; rest++) {
        const bool kept = strchr(LETTERS_AND_DIGITS, *rest);
        if (kept) {
            id[length++] = *rest;
        } else if (length > 0 && id[length - 1] != '-') {
            id[length++] = '-';
        }
    }
    while (length > 0 && id[length - 1] == '-') {
        id[--length] = '\0';
    }
    return length > 0 ? id : "reviewer";
}

bool reviewer_check(const char *id, struct arena *scratch, struct fault *fault) {
    return reviewer_valid(id) ||
           fault_set(
               fault, FAULT_USAGE, NULL, 0, NULL,
               _("\"%.*s\" cannot be the name of a reviewer. It may hold a to z, 0 to 9, dots "
                 "and hyphens, must begin with a letter or digit, and has at most %d "
                 "characters. \"%s\" would do."),
               SHOWN_MAX, id, REVIEWER_MAX, reviewer_suggest(scratch, id));
}
