#include "vademecum/report/sign.h"

#include "vademecum/base/words.h"

/* Words are marked here and translated on their way out. */
static const char *const mark_signs[MARK_COUNT][SIGN_FORMS] = {
    [MARK_ABSENT] = {"·", ".", N_("not listed")},
    [MARK_MET] = {"✓", "+", N_("met")},
    [MARK_NOT_MET] = {"–", "-", N_("not shown")},
    [MARK_UNMARKED] = {"□", "_", N_("no mark")},
};

const char *sign_of_mark(enum mark mark, enum sign_form form) {
    const char *sign = mark_signs[mark][form];
    return form == SIGN_WORDS ? _(sign) : sign;
}

const char *sign_between(bool ascii) {
    return ascii ? " - " : " · ";
}

const char *sign_rule(bool ascii) {
    return ascii ? "-" : "─";
}
