/* Reads dates, in whatever order and with whatever signs they are written. */
#include "vademecum/catalogue/guess.h"

#include "vademecum/base/clock.h"
#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/guess_month.h"
#include "vademecum/catalogue/syntax.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum {
    PARTS_MAX = 3, /* numbers of a date */
    YEAR_DIGITS = 4,
    YEAR_FIRST = 1800, /* of this calendar; in others it is now 1447 or 2569 */
    YEAR_LAST = 2199,
    COUNTED_DIGITS = 5, /* of the days that spreadsheets count since the end of 1899 */
    COUNTED_1970 = 25569,
    COUNTED_LAST = 73050, /* the end of 2099 */
    DAY_SECONDS = 86400,
    DATE_LENGTH = 10, /* YYYY-MM-DD */
    MONTHS = 12
};

/* The numbers of a date that was written in some way. */
struct date_parts {
    int numbers[PARTS_MAX];
    size_t digits[PARTS_MAX]; /* of each number */
    size_t count;             /* of numbers */
    bool dots;                /* are all that stands between: then the day comes first */
};

/* Takes the next character off the text: dashes and slashes of all lengths as "-" and "/". */
static char sign_ascii(const char **text) {
    static const struct {
        const char *sign;
        char ascii;
    } signs[] = {
        {"\xE2\x80\x90", '-'}, /* U+2010, hyphen; U+2011, which does not break, folds to it */
        {"\xE2\x80\x92", '-'}, /* U+2012, figure dash */
        {"\xE2\x80\x93", '-'}, /* U+2013, en dash */
        {"\xE2\x80\x94", '-'}, /* U+2014, em dash */
        {"\xE2\x88\x92", '-'}, /* U+2212, minus */
        {"\xE2\x88\x95", '/'}, /* U+2215, division slash */
        {"\xD8\x8D", '/'},     /* U+060D, Arabic date separator */
        {"\xC2\xB7", '.'},     /* U+00B7, middle dot */
        {",", '.'},
    };
    for (size_t i = 0; i < COUNT(signs); i++) {
        const size_t length = strlen(signs[i].sign);
        if (strncmp(*text, signs[i].sign, length) == 0) {
            *text += length;
            return signs[i].ascii;
        }
    }
    return *(*text)++;
}

char *guess_date_signs(struct arena *arena, const char *text) {
    char *signs = text_fold(arena, text);
    char *end = signs;
    for (const char *rest = signs; *rest;) {
        *end++ = sign_ascii(&rest);
    }
    *end = '\0';
    return guess_trim(arena, signs);
}

/* The full stop behind each number is how Hungarian and several Slavic languages write dates. */
static bool date_ends(const char *text) {
    text += *text == '.';
    return !*text;
}

/* As "t00:00:00z", " 12:30" or " 12:00:00 am". */
static bool is_time(const char *text) {
    text += *text == '.';
    return *text && strchr("t ", *text) && strchr(text, ':') &&
           !text[1 + strspn(text + 1, "0123456789:.+- zampgtuc")];
}

/*
 * One to three numbers with ".", "/" or "-" between, and perhaps a full stop or a time behind. Of a
 * number that is too long for a date only its digits count.
 */
static bool parts_read(const char *text, struct date_parts *parts) {
    *parts = (struct date_parts){.dots = true};
    while (true) {
        const size_t digits = strspn(text, "0123456789");
        if (digits == 0) {
            return false;
        }
        parts->numbers[parts->count] = digits > YEAR_DIGITS ? 0 : (int)strtol(text, NULL, 10);
        parts->digits[parts->count++] = digits;
        text += digits;
        if (parts->count == PARTS_MAX || date_ends(text)) {
            break;
        }
        text += strspn(text, " ");
        if (!*text || !strchr("./-", *text)) {
            return false;
        }
        parts->dots = parts->dots && *text == '.';
        text++;
        text += strspn(text, " ");
    }
    return date_ends(text) || is_time(text);
}

/* A date has one year, of four digits, first or last. */
static enum guess_flaw year_flaw(const struct date_parts *parts) {
    size_t years = 0;
    size_t longer = 0;
    for (size_t i = 0; i < parts->count; i++) {
        years += parts->digits[i] == YEAR_DIGITS;
        longer += parts->digits[i] > YEAR_DIGITS;
    }
    if (years == 0 && parts->count > 1) {
        return GUESS_NO_YEAR;
    }
    const bool outside = parts->digits[0] == YEAR_DIGITS ||
                         parts->digits[parts->count - 1] == YEAR_DIGITS;
    return years == 1 && longer == 0 && outside ? GUESS_SOUND : GUESS_NO_DATE;
}

/* As a date is stored: year, month and day, as many as there are. */
static const char *date_write(struct arena *arena, const struct date_parts *parts) {
    const int *numbers = parts->numbers;
    const int year = parts->digits[0] == YEAR_DIGITS ? numbers[0] : numbers[parts->count - 1];
    if (parts->count == 1) {
        return arena_printf(arena, "%04d", year);
    }
    const bool year_first = parts->digits[0] == YEAR_DIGITS;
    if (parts->count < PARTS_MAX) {
        return arena_printf(arena, "%04d-%02d", year, numbers[year_first]);
    }
    const bool month_first = !parts->dots && numbers[0] <= MONTHS && numbers[1] > MONTHS;
    const int month = year_first || !month_first ? numbers[1] : numbers[0];
    const int day = year_first ? numbers[2] : month_first ? numbers[1] : numbers[0];
    return arena_printf(arena, "%04d-%02d-%02d", year, month, day);
}

/* Whether either of the two numbers before the year may be the month, and which one matters. */
static bool two_ways(const struct date_parts *parts) {
    const int *numbers = parts->numbers;
    return parts->count == PARTS_MAX && !parts->dots && parts->digits[0] != YEAR_DIGITS &&
           numbers[0] > 0 && numbers[0] <= MONTHS && numbers[1] > 0 && numbers[1] <= MONTHS &&
           numbers[0] != numbers[1];
}

static bool year_usual(const char *date) {
    const int year = atoi(date);
    return year >= YEAR_FIRST && year <= YEAR_LAST;
}

/* "20161231" and "201612", as some programs write dates; NULL for other numbers. */
static const char *joined_read(struct arena *arena, const char *text) {
    const size_t digits = strspn(text, "0123456789");
    const char *date = NULL;
    if (!text[digits] && digits == strlen("20161231")) {
        date = arena_printf(arena, "%.4s-%.2s-%.2s", text, text + 4, text + 6);
    } else if (!text[digits] && digits == strlen("201612")) {
        date = arena_printf(arena, "%.4s-%.2s", text, text + 4);
    }
    return date && year_usual(date) && syntax_is_date(date) ? date : NULL;
}

/* How many numbers in it may be years, the first of them, and what stands behind that. */
static size_t years_find(const char *text, const char **first) {
    size_t years = 0;
    *first = NULL;
    for (size_t digits; *text; text += digits + !digits) {
        digits = strspn(text, "0123456789");
        if (digits == YEAR_DIGITS && year_usual(text)) {
            *first = *first ? *first : text;
            years++;
        }
    }
    return years;
}

/* "2016/17" */
static bool is_season(const char *text) {
    const size_t digits = strspn(text, "0123456789");
    if (digits != YEAR_DIGITS || (text[digits] != '/' && text[digits] != '-')) {
        return false;
    }
    const char *next = text + digits + 1;
    return strspn(next, "0123456789") == 2 && !next[2] && atoi(next) == (atoi(text) + 1) % 100 &&
           atoi(next) > MONTHS;
}

static enum guess_flaw text_flaw(const char *text) {
    const char *first;
    const size_t years = years_find(text, &first);
    return years > 1 ? GUESS_TWO_DATES : years == 1 ? GUESS_YEAR_ONLY : GUESS_NO_DATE;
}

enum guess_flaw guess_date_flaw(struct arena *arena, const char *text, const char **date) {
    struct date_parts parts;
    *date = NULL;
    if (strlen(text) > GUESS_MAX) {
        return GUESS_NO_DATE;
    }
    const char *signs = guess_date_signs(arena, text);
    *date = joined_read(arena, signs);
    if (*date) {
        return GUESS_SOUND;
    }
    if (!parts_read(guess_month_words(arena, signs), &parts)) {
        return text_flaw(signs);
    }
    const enum guess_flaw flaw = year_flaw(&parts);
    if (flaw != GUESS_SOUND) {
        return flaw == GUESS_NO_DATE ? text_flaw(signs) : flaw;
    }
    if (is_season(signs)) {
        return GUESS_TWO_DATES;
    }
    if (two_ways(&parts)) {
        return GUESS_TWO_WAYS;
    }
    const char *written = date_write(arena, &parts);
    if (!syntax_is_date(written)) {
        return GUESS_NOWHERE;
    }
    *date = written;
    return year_usual(written) ? GUESS_SOUND : GUESS_FAR;
}

const char *guess_date(struct arena *arena, const char *text) {
    const char *date;
    guess_date_flaw(arena, text, &date);
    return date;
}

/* "42735", as a spreadsheet counts days, as a date; NULL for any other text. */
static const char *counted_read(struct arena *arena, const char *text) {
    const char *signs = guess_date_signs(arena, text);
    const size_t digits = strspn(signs, "0123456789");
    const long days = digits == COUNTED_DIGITS && !signs[digits] ? atol(signs) : 0;
    char stamp[CLOCK_STAMP_SIZE];
    if (days <= COUNTED_1970 || days > COUNTED_LAST) {
        return NULL;
    }
    clock_stamp((int64_t)(days - COUNTED_1970) * DAY_SECONDS, stamp);
    return arena_copy(arena, stamp, DATE_LENGTH);
}

const char *guess_date_advice(struct arena *arena, const char *text, enum guess_flaw flaw,
                              const char *meant) {
    static const char *const advices[] = {
        [GUESS_NO_DATE] = N_("Write it as 2014, 2014-03 or 2014-03-01."),
        [GUESS_NO_YEAR] = N_("It has no year of four digits. Write it as 2014, 2014-03 or "
                             "2014-03-01."),
        [GUESS_TWO_WAYS] = N_("It can be read in two ways. Write the year first, as in "
                              "2014-03-01."),
        [GUESS_TWO_DATES] = N_("More than one year stands in it. Write one date in each cell, as "
                               "2014, 2014-03 or 2014-03-01."),
        [GUESS_FAR] = N_("Its year is of another calendar, or mistyped. Write it as 2014, 2014-03 "
                         "or 2014-03-01."),
        [GUESS_NOWHERE] = N_("Find out which day or month is meant, and write it as "
                             "2014-03-01 or 2014-03."),
    };
    if (meant && flaw != GUESS_FAR) {
        return arena_printf(arena, _("Write it as %s."), meant);
    }
    const char *counted = counted_read(arena, text);
    if (counted) {
        return arena_printf(arena, _("If it is a spreadsheet's count of days, write %s."), counted);
    }
    const char *year;
    years_find(guess_date_signs(arena, text), &year);
    return flaw == GUESS_YEAR_ONLY
               ? arena_printf(arena, _("If only the year is known, write %.4s."), year)
               : _(advices[flaw]);
}
