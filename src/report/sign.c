#include "vademecum/report/sign.h"

#include "vademecum/base/i18n.h"

#include <string.h>

/* Words are marked here and translated on their way out. */
static const char *const mark_signs[MARK_COUNT][SIGN_FORMS] = {
    [MARK_ABSENT] = {"·", ".", N_("not listed")},
    [MARK_MET] = {"✓", "+", N_("met")},
    [MARK_NOT_MET] = {"–", "-", N_("not shown")},
    [MARK_UNMARKED] = {"□", "_", N_("no mark")},
};

static const char *const verdict_signs[VERDICT_COUNT][SIGN_FORMS] = {
    [VERDICT_NONE] = {"·", ".", N_("unanswered")},
    [VERDICT_MET] = {"✓", "+", N_("met")},
    [VERDICT_PARTLY] = {"~", "~", N_("partly")},
    [VERDICT_NOT_MET] = {"✗", "x", N_("not met")},
    [VERDICT_NA] = {"○", "o", N_("does not apply")},
    [VERDICT_UNKNOWN] = {"?", "?", N_("not known")},
};

static const char *const jotting_signs[JOTTING_COUNT][SIGN_FORMS] = {
    [JOTTING_WRITTEN] = {"≡", "=", N_("written on")},
    [JOTTING_PLANNED] = {"→", "*", N_("planned")},
};

const char *sign_of_mark(enum mark mark, enum sign_form form) {
    const char *sign = mark_signs[mark][form];
    return form == SIGN_WORDS ? _(sign) : sign;
}

const char *sign_of_verdict(enum verdict verdict, enum sign_form form) {
    const char *sign = verdict_signs[verdict][form];
    return form == SIGN_WORDS ? _(sign) : sign;
}

struct sign sign_mark(enum mark mark, enum sign_form form) {
    static const enum tone tones[MARK_COUNT] = {
        [MARK_ABSENT] = TONE_DIM,
        [MARK_MET] = TONE_MET,
        [MARK_NOT_MET] = TONE_PARTLY,
        [MARK_UNMARKED] = TONE_DIM,
    };
    return (struct sign){sign_of_mark(mark, form), sign_of_mark(mark, SIGN_WORDS), tones[mark]};
}

struct sign sign_verdict(enum verdict verdict, enum sign_form form) {
    static const enum tone tones[VERDICT_COUNT] = {
        [VERDICT_NONE] = TONE_DIM,      [VERDICT_MET] = TONE_MET,
        [VERDICT_PARTLY] = TONE_PARTLY, [VERDICT_NOT_MET] = TONE_NOT_MET,
        [VERDICT_NA] = TONE_NA,         [VERDICT_UNKNOWN] = TONE_UNKNOWN,
    };
    return (struct sign){sign_of_verdict(verdict, form), sign_of_verdict(verdict, SIGN_WORDS),
                         tones[verdict]};
}

struct sign sign_called(const struct catalogue *catalogue, const char *lang,
                        const struct checklist *checklist, enum verdict verdict,
                        enum sign_form form) {
    static const size_t columns[VERDICT_COUNT] = {
        [VERDICT_MET] = CHECKLIST_MET,
        [VERDICT_PARTLY] = CHECKLIST_PARTLY,
        [VERDICT_NOT_MET] = CHECKLIST_NOT_MET,
        [VERDICT_UNKNOWN] = CHECKLIST_UNKNOWN,
    };
    struct sign sign = sign_verdict(verdict, form);
    if (!checklist || columns[verdict] == 0) {
        return sign;
    }
    const char *called = catalogue_text(catalogue, SCHEMA_CHECKLISTS, &checklist->record,
                                        columns[verdict], lang, NULL);
    if (called[0]) {
        sign.word = called;
        sign.text = form == SIGN_WORDS ? called : sign.text;
    }
    return sign;
}

static bool sign_is(const struct sign *sign, const char *text, size_t length) {
    return strlen(sign->text) == length && strncmp(sign->text, text, length) == 0;
}

enum tone sign_tone(const char *text, size_t length) {
    for (enum sign_form form = SIGN_UNICODE; form <= SIGN_ASCII; form++) {
        for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++) {
            const struct sign sign = sign_verdict(verdict, form);
            if (sign_is(&sign, text, length)) {
                return sign.tone;
            }
        }
        for (enum mark mark = 0; mark < MARK_COUNT; mark++) {
            const struct sign sign = sign_mark(mark, form);
            if (sign_is(&sign, text, length)) {
                return sign.tone;
            }
        }
    }
    return TONE_NONE;
}

int sign_width(enum sign_form form, enum letters letters) {
    int widest = 0;
    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        const int width = text_width(sign_of_verdict(verdict, form), letters);
        widest = width > widest ? width : widest;
    }
    return widest;
}

struct sign sign_plain(const char *text) {
    return (struct sign){.text = text};
}

const char *sign_of_jotting(enum jotting jotting, enum sign_form form) {
    const char *sign = jotting_signs[jotting][form];
    return form == SIGN_WORDS ? _(sign) : sign;
}

const char *sign_between(bool ascii) {
    return ascii ? " - " : " · ";
}

const char *sign_step(bool ascii) {
    return ascii ? " > " : " › ";
}

const char *sign_rule(bool ascii) {
    return ascii ? "-" : "─";
}

const char *sign_bar(size_t count, size_t of, int width, bool ascii, struct arena *arena) {
    static const char *const full[] = {"█", "#"};
    static const char *const rest[] = {"░", "."};
    size_t filled = 0;
    if (of > 0) {
        filled = (count * (size_t)width + of / 2) / of;
    }
    /* Never rounds few to none, or many to all. */
    if (filled == 0 && count > 0) {
        filled = 1;
    } else if (filled == (size_t)width && count < of) {
        filled--;
    }
    char *bar = arena_alloc(arena, (size_t)width * strlen(full[0]) + 1);
    for (size_t i = 0; i < (size_t)width; i++) {
        strcat(bar, i < filled ? full[ascii] : rest[ascii]);
    }
    return bar;
}

/* Cells of a bar, the fuller the better, so that they differ without colours too. */
static const char *const cells[TONE_COUNT][2] = {
    [TONE_MET] = {"█", "#"}, [TONE_PARTLY] = {"▓", "~"},  [TONE_NOT_MET] = {"▒", "x"},
    [TONE_NA] = {"○", "o"},  [TONE_UNKNOWN] = {"?", "?"}, [TONE_DIM] = {"░", "."},
};

const char *sign_bar_marks(const struct sign_count *counts, size_t kinds, bool ascii,
                           struct arena *arena) {
    size_t room = 1;
    for (size_t i = 0; i < kinds; i++) {
        room += counts[i].count * strlen(cells[counts[i].sign.tone][ascii]);
    }
    char *bar = arena_alloc(arena, room);
    char *end = bar;
    for (size_t i = 0; i < kinds; i++) {
        for (size_t cell = 0; cell < counts[i].count; cell++) {
            end = stpcpy(end, cells[counts[i].sign.tone][ascii]);
        }
    }
    return bar;
}

const char *sign_bar_numbers(const struct sign_count *counts, size_t kinds, bool words,
                             struct arena *arena) {
    const char *text = "";
    for (size_t i = 0; i < kinds; i++) {
        const struct sign *sign = &counts[i].sign;
        const bool met = sign->tone == TONE_MET;
        if (words && counts[i].count > 0) {
            text = arena_printf(arena, "%s%s%zu %s", text, *text ? ", " : "", counts[i].count,
                                sign->word);
        } else if (!words && (met || (counts[i].count > 0 && sign->tone != TONE_DIM))) {
            text = arena_printf(arena, "%s%s%s%zu", text, *text ? " " : "", met ? "" : sign->text,
                                counts[i].count);
        }
    }
    return text;
}

enum tone sign_cell_tone(const char *text, size_t length) {
    for (enum tone tone = TONE_MET; tone < TONE_COUNT; tone++) {
        for (size_t form = 0; form < 2; form++) {
            const char *cell = cells[tone][form];
            if (strlen(cell) == length && strncmp(cell, text, length) == 0) {
                return tone;
            }
        }
    }
    return TONE_NONE;
}
