#include "vademecum/review/date.h"

#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/guess.h"
#include "vademecum/catalogue/quote.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    NUMBERS_MAX = 3, /* of a date */
    MONTHS = 12,
    YEAR_MIN = 1000, /* a smaller number was hardly meant to be one */
    YEAR_MAX = 9999
};

/* Why a text cannot be taken. */
enum flaw {
    FLAW_NO_DATE,  /* words, or numbers in no order of a date */
    FLAW_YEAR,     /* the year is missing, or cut to two digits */
    FLAW_TWO_WAYS, /* either number may be the month */
    FLAW_NOWHERE   /* it is not in the calendar */
};

/* What looks like a date. */
struct numbers {
    long values[NUMBERS_MAX];
    size_t count; /* of numbers, also of those beyond the last that fits */
    size_t signs; /* that stand between them: dots, slashes, hyphens */
    size_t years; /* how many of the values may be a year */
};

static bool flaw_tell(enum flaw flaw, const char *shown, struct fault *fault) {
    switch (flaw) {
    case FLAW_YEAR:
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("\"%s\" has no year of four digits. Write the year too, as in "
                           "1.5.2026."),
                         shown);
    case FLAW_TWO_WAYS:
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("\"%s\" can be read in two ways. Write the day first with dots, as in "
                           "1.5.2026, or the year first, as in 2026-05-01."),
                         shown);
    case FLAW_NOWHERE:
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("\"%s\" is not in the calendar. Correct its day, month or year."),
                         shown);
    case FLAW_NO_DATE:
        break;
    }
    return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                     _("\"%s\" is not a date. Write it as 1.5.2026, 2026-05-01, 2026-05 or 2026."),
                     shown);
}

/* False for a text that holds anything but numbers, blanks and the signs of dates. */
static bool numbers_read(const char *text, struct numbers *numbers) {
    *numbers = (struct numbers){.count = 0};
    while (*text) {
        if (strspn(text, "0123456789") == 0) {
            if (!strchr(" ./-", *text)) {
                return false;
            }
            numbers->signs += *text != ' ';
            text++;
            continue;
        }
        char *end;
        const long value = strtol(text, &end, 10);
        if (numbers->count < NUMBERS_MAX) {
            numbers->values[numbers->count] = value;
        }
        numbers->count++;
        numbers->years += value >= YEAR_MIN && value <= YEAR_MAX;
        text = end;
    }
    return true;
}

static enum flaw flaw_find(const char *signs) {
    struct numbers numbers;
    if (!numbers_read(signs, &numbers) || numbers.count > NUMBERS_MAX) {
        return FLAW_NO_DATE;
    }
    if (numbers.count > 1 && numbers.years == 0) {
        return FLAW_YEAR;
    }
    if (numbers.count < 2 || numbers.signs != numbers.count - 1 || numbers.years > 1) {
        return FLAW_NO_DATE;
    }
    const long *values = numbers.values;
    const bool months = values[0] > 0 && values[0] <= MONTHS && values[1] > 0 &&
                        values[1] <= MONTHS;
    return numbers.count == NUMBERS_MAX && months ? FLAW_TWO_WAYS : FLAW_NOWHERE;
}

const char *date_read(struct arena *arena, const char *typed, struct fault *fault) {
    const char *signs = guess_date_signs(arena, typed);
    if (!*signs) {
        return "";
    }
    const char *date = guess_date(arena, typed);
    if (!date) {
        flaw_tell(flaw_find(signs), quote_text(arena, typed), fault);
    }
    return date;
}
