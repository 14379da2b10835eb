#include "vademecum/catalogue/guess.h"

#include "vademecum/base/text.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/catalogue/syntax.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum {
    PARTS_MAX = 3, /* numbers of a date */
    YEAR_DIGITS = 4,
    MONTHS = 12,
    NO_DAY = -1
};

/* The numbers of a date that was written in some way. */
struct date_parts {
    int numbers[PARTS_MAX];
    size_t digits[PARTS_MAX]; /* of each number */
    size_t count;             /* of numbers */
    bool dots;                /* are all that stands between: then the day comes first */
};

/* Without what shows nothing around it: web pages are full of U+00A0. */
static char *trim(struct arena *arena, const char *text) {
    const char *stop = text + strlen(text);
    text += text_blanks(text, (size_t)(stop - text));
    const char *end = text;
    for (const char *next = text; next < stop;) {
        const size_t blank = text_blanks(next, (size_t)(stop - next));
        next += blank ? blank : 1;
        end = blank ? end : next;
    }
    return arena_copy(arena, text, (size_t)(end - text));
}

const char *guess_id(struct arena *arena, const char *text) {
    if (strlen(text) > GUESS_MAX) {
        return NULL;
    }
    char *id = trim(arena, text_fold(arena, text));
    for (char *byte = id; *byte; byte++) {
        if (strchr(" _/", *byte)) {
            *byte = '-';
        }
    }
    return syntax_is_id(id) ? id : NULL;
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

/* One to three numbers with ".", "/" or "-" between, and perhaps a full stop or a time behind. */
static bool date_read(const char *text, struct date_parts *parts) {
    *parts = (struct date_parts){.dots = true};
    while (true) {
        const size_t digits = strspn(text, "0123456789");
        if (digits == 0 || digits > YEAR_DIGITS) {
            return false;
        }
        parts->numbers[parts->count] = (int)strtol(text, NULL, 10);
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

static const char *year_find(struct arena *arena, const struct date_parts *parts) {
    const char *year = arena_printf(arena, "%04d", parts->numbers[0]);
    return parts->digits[0] == YEAR_DIGITS && syntax_is_date(year) ? year : NULL;
}

/* The date, or the month when there is NO_DAY. NULL when it is not in the calendar. */
static const char *date_write(struct arena *arena, int year, int month, int day) {
    const char *date = day == NO_DAY ? arena_printf(arena, "%04d-%02d", year, month)
                                     : arena_printf(arena, "%04d-%02d-%02d", year, month, day);
    return syntax_is_date(date) ? date : NULL;
}

const char *guess_date(struct arena *arena, const char *text) {
    struct date_parts parts;
    if (strlen(text) > GUESS_MAX || !date_read(guess_date_signs(arena, text), &parts)) {
        return NULL;
    }
    if (parts.count == 1) {
        return year_find(arena, &parts);
    }
    const int *numbers = parts.numbers;
    const bool year_first = parts.digits[0] == YEAR_DIGITS;
    if (!year_first && parts.digits[parts.count - 1] != YEAR_DIGITS) {
        return NULL;
    }
    if (parts.count < PARTS_MAX) {
        return year_first ? date_write(arena, numbers[0], numbers[1], NO_DAY)
                          : date_write(arena, numbers[1], numbers[0], NO_DAY);
    }
    if (year_first) {
        return date_write(arena, numbers[0], numbers[1], numbers[2]);
    }
    if (parts.dots || numbers[0] > MONTHS || numbers[0] == numbers[1]) {
        return date_write(arena, numbers[2], numbers[1], numbers[0]);
    }
    return numbers[1] > MONTHS ? date_write(arena, numbers[2], numbers[0], numbers[1]) : NULL;
}

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
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
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
    return trim(arena, signs);
}

/* "http:/brno.cz", "https//brno.cz", "http:\\\\brno.cz" */
static const char *slashes_mend(struct arena *arena, const char *url) {
    const size_t letters = strcspn(url, ":/;\\");
    const char *host = url + letters + strspn(url + letters, ":/;\\");
    const char *whole = arena_printf(arena, "%s://%s", letters > strlen("http") ? "https" : "http",
                                     host);
    return syntax_is_url(whole) ? whole : NULL;
}

const char *guess_url(struct arena *arena, const char *text) {
    if (strlen(text) > GUESS_MAX) {
        return NULL;
    }
    const char *url = trim(arena, text);
    if (syntax_is_url(url)) {
        return url;
    }
    const enum syntax_url form = syntax_url(url);
    if (form == URL_END) {
        return guess_url(arena, arena_copy(arena, url, strlen(url) - 1));
    }
    if (form == URL_SLASHES) {
        return slashes_mend(arena, url);
    }
    /* Without a dot before the path it is more likely a word than an address. */
    const char *host = url + strspn(url, "/");
    const size_t length = strcspn(host, "/?#");
    if (!memchr(host, '.', length)) {
        return NULL;
    }
    const char *whole = arena_printf(arena, "https://%s", host);
    return syntax_url(whole) == URL_END ? guess_url(arena, whole)
           : syntax_is_url(whole)       ? whole
                                        : NULL;
}

const char *guess_country(struct arena *arena, const char *text) {
    return strlen(text) > GUESS_MAX ? NULL : codes_country(trim(arena, text));
}

static char small(char byte) {
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

const char *guess_language(struct arena *arena, const char *text) {
    if (strlen(text) > GUESS_MAX) {
        return NULL;
    }
    char *tag = trim(arena, text);
    const char *code = codes_language(tag);
    if (code) {
        return code;
    }
    for (char *byte = tag; *byte; byte++) {
        *byte = *byte == '_' ? '-' : *byte;
    }
    for (char *byte = tag; *byte && *byte != '-'; byte++) {
        *byte = small(*byte);
    }
    return codes_language_valid(tag) ? tag : NULL;
}

/* Every byte beyond ASCII counts as a letter, so that none is passed over. */
static bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte & 0x80);
}

static const char *letter_next(const char *text) {
    while (*text && !is_letter(*text)) {
        text++;
    }
    return text;
}

/* Whether two texts are the same but for capitals, blanks and signs. */
static bool letters_equal(const char *one, const char *other) {
    one = letter_next(one);
    other = letter_next(other);
    while (*one && small(*one) == small(*other)) {
        one = letter_next(one + 1);
        other = letter_next(other + 1);
    }
    return *one == *other;
}

const char *guess_choice(const char *text, const char *const *choices) {
    for (size_t i = 0; strlen(text) <= GUESS_MAX && choices[i]; i++) {
        if (letters_equal(text, choices[i])) {
            return choices[i];
        }
    }
    return NULL;
}
