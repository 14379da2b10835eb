/* Knows files that are no logs, or not any more, by their first bytes. */
#include "vademecum/review/event.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum {
    MARK_MAX = 4, /* bytes of the mark of wide letters */
    LETTERS = 4,  /* place in `wides` of the first that begins with "ev", behind all the marks */
    SIGN_MAX = 8  /* bytes of what separates two cells, with the quotation marks around it */
};

static bool begins(const char *bytes, size_t length, const char *start) {
    return length >= strlen(start) && strncasecmp(bytes, start, strlen(start)) == 0;
}

/* Bytes of the letters, digits and hyphens at the start, as an id has them. */
static size_t word_length(const char *bytes, size_t length) {
    size_t end = 0;
    while (end < length && (isalnum((unsigned char)bytes[end]) || bytes[end] == '-')) {
        end++;
    }
    return end;
}

/* Bytes of some sign between two cells, and the quotation marks around it; 0 for none. */
static size_t sign_length(const char *bytes, size_t length) {
    size_t end = 0;
    bool sign = false;
    while (end < length && !isalnum((unsigned char)bytes[end]) &&
           !(bytes[end] == '\0' || strchr(",;|\t\r\n", bytes[end]))) {
        sign = sign || bytes[end] != '"';
        end++;
    }
    return sign && end <= SIGN_MAX ? end : 0;
}

/* Passes over byte-order marks, the "sep=" of Excel, and a quotation mark. */
static size_t start_length(const char *bytes, size_t length) {
    size_t start = bytes_marks(bytes, length);
    if (begins(bytes + start, length - start, "sep=")) {
        const char *end = memchr(bytes + start, '\n', length - start);
        start = end ? (size_t)(end + 1 - bytes) : length;
    }
    return start < length && bytes[start] == '"' ? start + 1 : start;
}

/* Whether a header or an event begins here whose cells a sign separates that is never read. */
static bool separated_otherwise(const char *bytes, size_t length) {
    const size_t start = start_length(bytes, length);
    bytes += start;
    length -= start;
    const size_t word = word_length(bytes, length);
    const size_t sign = sign_length(bytes + word, length - word);
    const char *next = bytes + word + sign;
    const size_t rest = length - word - sign;
    if (sign == 0) {
        return false;
    }
    if (word == strlen("event") && begins(bytes, length, "event") && begins(next, rest, "time")) {
        const size_t time = strlen("time");
        const size_t again = sign_length(next + time, rest - time);
        return begins(next + time + again, rest - time - again, "reviewer");
    }
    char id[EVENT_ID_SIZE] = "";
    struct event event;
    memcpy(id, bytes, word < sizeof id ? word : 0);
    return event_id_read(id, &event) && word_length(next, rest) >= strlen("2026");
}

static const char utf_16[] = N_("This file was saved as UTF-16. Save it as \"CSV UTF-8\".");
static const char utf_32[] = N_("This file was saved as UTF-32. Save it as \"CSV UTF-8\".");

/* Files that have two or four bytes for each letter, by the first of them: a mark, or "ev". */
static const struct {
    const char *bytes;
    size_t length;
    const char *why;
} wides[] = {
    {"\xFF\xFE\0\0", 4, utf_32}, {"\0\0\xFE\xFF", 4, utf_32},   {"\xFF\xFE", 2, utf_16},
    {"\xFE\xFF", 2, utf_16},     {"e\0\0\0v\0\0\0", 8, utf_32}, {"\0\0\0e\0\0\0v", 8, utf_32},
    {"e\0v\0", 4, utf_16},       {"\0e\0v", 4, utf_16},
};

/* What is to be said of a file with wide letters; NULL for another. */
static const char *wide_find(const char *bytes, size_t length) {
    for (size_t i = 0; i < COUNT(wides); i++) {
        if (length >= wides[i].length && memcmp(bytes, wides[i].bytes, wides[i].length) == 0) {
            return wides[i].why;
        }
    }
    return NULL;
}

/* Whether the word "event" begins in it in wide letters, behind a mark or without. */
static bool begins_wide(const char *bytes, size_t length) {
    for (size_t mark = 0; mark <= MARK_MAX && mark < length; mark += 2) {
        for (size_t i = LETTERS; i < COUNT(wides); i++) {
            if (length - mark >= wides[i].length &&
                memcmp(bytes + mark, wides[i].bytes, wides[i].length) == 0) {
                return true;
            }
        }
    }
    return false;
}

bool event_begins_oddly(const char *bytes, size_t length) {
    return begins_wide(bytes, length) || separated_otherwise(bytes, length);
}

bool event_foreign(const char *bytes, size_t length, const char **why) {
    const char *found = wide_find(bytes, length);
    if (!found && length >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0) {
        found = N_("This file was saved as a spreadsheet's own file. Save it as \"CSV UTF-8\".");
    } else if (!found && separated_otherwise(bytes, length)) {
        found = N_("The cells of this file are not separated by commas: a spreadsheet has put "
                   "another sign between them. Save it as CSV with commas.");
    }
    if (found) {
        *why = found;
    }
    return found;
}
