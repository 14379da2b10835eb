/* Finds ids that a spreadsheet takes for something else and writes anew in its own way. */
#include "vademecum/catalogue/syntax.h"

#include "vademecum/base/count.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"

enum {
    DIGITS_KEPT = 15, /* of a number in spreadsheets, IEEE 754 */
    YEAR_DIGITS = 4,
    GROUPS_MAX = 3, /* numbers in a date */
    MONTH_LETTERS = 3
};

/* Two or three numbers with dots or hyphens between, of which one at most may be a year. */
static bool is_date(const char *id) {
    size_t groups = 0;
    size_t years = 0;
    while (true) {
        const size_t digits = strspn(id, DIGITS);
        if (digits == 0 || digits > YEAR_DIGITS || ++groups > GROUPS_MAX) {
            return false;
        }
        years += digits > 2;
        id += digits;
        if (!*id) {
            return groups > 1 && years <= 1;
        }
        if (!strchr(".-", *id++)) {
            return false;
        }
    }
}

/* Bytes of the English name of a month at the start, whole or in short; 0 when there is none. */
static size_t month_length(const char *text) {
    static const char *const months[] = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december",
    };
    const size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    if (letters == strlen("sept") && strncmp(text, "sept", letters) == 0) {
        return letters;
    }
    for (size_t i = 0; i < COUNT(months); i++) {
        const bool whole = letters == strlen(months[i]);
        if ((whole || letters == MONTH_LETTERS) && strncmp(text, months[i], letters) == 0) {
            return letters;
        }
    }
    return 0;
}

/* "mar-24", "may5", "5-may", "1.mar.24" */
static bool is_month_date(const char *id) {
    const char *rest = id + strspn(id, DIGITS);
    const bool first = rest > id;
    rest += first && *rest && strchr(".-", *rest);
    const size_t month = month_length(rest);
    if (month == 0) {
        return false;
    }
    rest += month;
    rest += *rest && strchr(".-", *rest);
    const size_t digits = strspn(rest, DIGITS);
    return !rest[digits] && digits <= YEAR_DIGITS && (first || digits > 0) && rest - id > 0 &&
           (digits > 0 || (rest[-1] != '.' && rest[-1] != '-'));
}

/* A number that is written anew in another way: 12 is not, 012, 1.20 and 1e5 are. */
static bool is_number(const char *id) {
    const size_t whole = strspn(id, DIGITS);
    const char *rest = id + whole;
    const size_t part = *rest == '.' ? 1 + strspn(rest + 1, DIGITS) : 0;
    rest += part;
    bool power = false;
    if (*rest == 'e' && whole > 0) {
        const char *digits = rest + 1 + (rest[1] == '-');
        power = strspn(digits, DIGITS) > 0;
        rest = power ? digits + strspn(digits, DIGITS) : rest;
    }
    const bool padded = whole > 1 && id[0] == '0';
    return whole > 0 && !*rest && (power || part > 0 || padded || whole > DIGITS_KEPT);
}

enum syntax_change syntax_change(const char *id) {
    if (strcmp(id, "true") == 0 || strcmp(id, "false") == 0) {
        return CHANGE_TRUTH;
    }
    if (is_date(id) || is_month_date(id)) {
        return CHANGE_DATE;
    }
    return is_number(id) ? CHANGE_NUMBER : CHANGE_NONE;
}
