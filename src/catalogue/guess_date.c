/* Reads dates, in whatever order and with whatever signs they are written. */
#include "vademecum/catalogue/guess.h"

#include "vademecum/base/count.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/syntax.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum {
    PARTS_MAX = 3, /* numbers of a date */
    YEAR_DIGITS = 4,
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

/* As "t00:00:00z" or " 12:30". */
static bool is_time(const char *text) {
    text += *text == '.';
    return *text && strchr("t ", *text) && strchr(text, ':') &&
           !text[1 + strspn(text + 1, "0123456789:.+-z")];
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

enum guess_flaw guess_date_flaw(struct arena *arena, const char *text, const char **date) {
    struct date_parts parts;
    *date = NULL;
    if (strlen(text) > GUESS_MAX || !parts_read(guess_date_signs(arena, text), &parts)) {
        return GUESS_NO_DATE;
    }
    const enum guess_flaw flaw = year_flaw(&parts);
    if (flaw != GUESS_SOUND) {
        return flaw;
    }
    if (two_ways(&parts)) {
        return GUESS_TWO_WAYS;
    }
    const char *written = date_write(arena, &parts);
    if (!syntax_is_date(written)) {
        return GUESS_NOWHERE;
    }
    *date = written;
    return GUESS_SOUND;
}

const char *guess_date(struct arena *arena, const char *text) {
    const char *date;
    guess_date_flaw(arena, text, &date);
    return date;
}
