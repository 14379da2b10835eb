#include "vademecum/review/reviewer.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"

#include <string.h>

enum {
    SHOWN_MAX = 100 /* bytes of what was typed that a sentence quotes */
};

#define LETTERS_AND_DIGITS "abcdefghijklmnopqrstuvwxyz0123456789"

/* Names of devices to Windows, also with something behind a dot. */
static const char *const devices[] = {
    "con",  "prn",  "aux",  "nul",  "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
};

bool reviewer_valid(const char *id) {
    const size_t length = strlen(id);
    return length > 0 && length <= REVIEWER_MAX && strchr(LETTERS_AND_DIGITS, id[0]) &&
           strspn(id, LETTERS_AND_DIGITS ".-") == length;
}

static bool is_device(const char *id) {
    const size_t length = strcspn(id, ".");
    for (size_t i = 0; i < COUNT(devices); i++) {
        if (strlen(devices[i]) == length && strncmp(devices[i], id, length) == 0) {
            return true;
        }
    }
    return false;
}

bool reviewer_portable(const char *id) {
    return reviewer_valid(id) && !is_device(id);
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
    if (length == 0) {
        return "reviewer";
    }
    return is_device(id) ? arena_printf(arena, "%s-1", id) : id;
}

bool reviewer_check(const char *id, struct arena *scratch, struct fault *fault) {
    if (reviewer_portable(id)) {
        return true;
    }
    if (reviewer_valid(id)) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("\"%s\" cannot be the name of a reviewer: Windows keeps it for itself, "
                           "so a file of that name cannot be carried there. \"%s\" would do."),
                         id, reviewer_suggest(scratch, id));
    }
    return fault_set(
        fault, FAULT_USAGE, NULL, 0, NULL,
        _("\"%.*s\" cannot be the name of a reviewer. It may hold a to z, 0 to 9, dots "
          "and hyphens, must begin with a letter or digit, and has at most %d "
          "characters. \"%s\" would do."),
        SHOWN_MAX, id, REVIEWER_MAX, reviewer_suggest(scratch, id));
}

bool reviewer_group(const char *id) {
    return strncmp(id, REVIEWER_GROUP, strlen(REVIEWER_GROUP)) == 0;
}
