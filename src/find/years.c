#include "vademecum/find/years.h"

#include <stdlib.h>
#include <string.h>

enum {
    YEAR_MIN = 1,
    YEAR_MAX = 9999,
    DATE_DIGITS = 8 /* of YYYY-MM-DD */
};

static uint32_t date_digits(const char *date) {
    uint32_t number = 0;
    size_t digits = 0;
    for (; *date && digits < DATE_DIGITS; date++) {
        if (*date >= '0' && *date <= '9') {
            number = 10 * number + (uint32_t)(*date - '0');
            digits++;
        }
    }
    for (; digits < DATE_DIGITS; digits++) {
        number *= 10;
    }
    return number;
}

static uint16_t year_of(const char *date) {
    char *end;
    const long year = strtol(date, &end, 10);
    return end == date + 4 && year >= YEAR_MIN && year <= YEAR_MAX ? (uint16_t)year : 0;
}

struct years years_read(const char *start, const char *end, const char *ongoing) {
    return (struct years){
        .began = date_digits(start),
        .start = year_of(start),
        .end = year_of(end),
        .ongoing = strcmp(ongoing, "yes") == 0,
        .ended = strcmp(ongoing, "no") == 0 || (end[0] && strcmp(ongoing, "yes") != 0),
    };
}

bool years_active(const struct years *years, unsigned year) {
    if (years->start && year < years->start) {
        return false;
    }
    if (years->start && years->ongoing) {
        return true;
    }
    if (years->start && years->end) {
        return year <= years->end;
    }
    return year != 0 && (year == years->start || year == years->end);
}

bool years_are(const struct years *years, uint32_t value) {
    if (value == YEARS_NOW) {
        return years->ongoing;
    }
    if (value == YEARS_ENDED) {
        return years->ended;
    }
    bool active = value < YEARS_DECADE && years_active(years, value);
    for (unsigned i = 0; value >= YEARS_DECADE && i < YEARS_TEN; i++) {
        active |= years_active(years, value - YEARS_DECADE + i);
    }
    return active;
}

bool years_span(const struct years *years, unsigned now, unsigned *first, unsigned *last) {
    const unsigned start = years->start ? years->start : years->end;
    const unsigned stated = years->end ? years->end : start;
    const bool goes_on = years->start && years->ongoing && now > stated;
    *first = start;
    *last = goes_on ? now : stated;
    return start != 0;
}
