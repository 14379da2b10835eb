#include "vademecum/catalogue/syntax.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    MONTHS = 12,
    FEBRUARY = 2,
    MONTH_AT = 5, /* place of the month in YYYY-MM-DD */
    DAY_AT = 8
};

static bool is_small_or_digit(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/*
 * A loop, as strspn() takes three times as long for such short texts, and every id of a catalogue
 * passes here when it is loaded.
 */
size_t syntax_id_length(const char *text) {
    size_t length = is_small_or_digit(text[0]);
    while (length &&
           (is_small_or_digit(text[length]) || text[length] == '-' || text[length] == '.')) {
        length++;
    }
    return length;
}

static bool date_written(const char *text) {
    static const char pattern[] = "0000-00-00";
    const size_t length = strlen(text);
    if (length != MONTH_AT - 1 && length != DAY_AT - 1 && length != sizeof pattern - 1) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (pattern[i] == '-' ? text[i] != '-' : !digit) {
            return false;
        }
    }
    return true;
}

static int month_days(int year, int month) {
    static const int days[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == FEBRUARY && leap);
}

enum syntax_date syntax_date(const char *text) {
    if (!date_written(text)) {
        return DATE_MISWRITTEN;
    }
    const size_t length = strlen(text);
    const int year = atoi(text);
    const int month = length > MONTH_AT ? atoi(text + MONTH_AT) : 1;
    const int day = length > DAY_AT ? atoi(text + DAY_AT) : 1;
    const bool exists = year > 0 && month > 0 && month <= MONTHS && day > 0 &&
                        day <= month_days(year, month);
    return exists ? DATE_SOUND : DATE_NOWHERE;
}

bool syntax_is_id(const char *text) {
    const size_t length = syntax_id_length(text);
    return length > 0 && length <= SYNTAX_ID_MAX && !text[length];
}

bool syntax_is_date(const char *text) {
    return syntax_date(text) == DATE_SOUND;
}
