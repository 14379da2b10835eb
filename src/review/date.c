#include "vademecum/review/date.h"

#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/guess.h"
#include "vademecum/catalogue/quote.h"

#include <stdbool.h>

static bool flaw_tell(enum guess_flaw flaw, const char *shown, struct fault *fault) {
    switch (flaw) {
    case GUESS_NO_YEAR:
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("\"%s\" has no year of four digits. Write the year too, as in "
                           "1.5.2026."),
                         shown);
    case GUESS_TWO_WAYS:
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("\"%s\" can be read in two ways. Write the day first with dots, as in "
                           "1.5.2026, or the year first, as in 2026-05-01."),
                         shown);
    case GUESS_NOWHERE:
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("\"%s\" is not in the calendar. Correct its day, month or year."),
                         shown);
    case GUESS_NO_DATE:
    case GUESS_TWO_DATES:
    case GUESS_YEAR_ONLY:
    case GUESS_FAR:
    case GUESS_SOUND:
        break;
    }
    return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                     _("\"%s\" is not a date. Write it as 1.5.2026, 2026-05-01, 2026-05 or 2026."),
                     shown);
}

const char *date_read(struct arena *arena, const char *typed, struct fault *fault) {
    if (!*guess_date_signs(arena, typed)) {
        return "";
    }
    const char *date;
    const enum guess_flaw flaw = guess_date_flaw(arena, typed, &date);
    if (!date) {
        flaw_tell(flaw, quote_text(arena, typed), fault);
    }
    return date;
}
