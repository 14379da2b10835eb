/* Knows files that are no logs, or not any more, by their first bytes. */
#include "vademecum/review/event.h"

#include "vademecum/base/i18n.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum {
    SIGN_MAX = 8 /* bytes of what separates two cells, with the quotation marks around it */
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
           !(iscntrl((unsigned char)bytes[end]) || strchr(",;|", bytes[end]))) {
        sign = sign || bytes[end] != '"';
        end++;
    }
    return sign && end <= SIGN_MAX ? end : 0;
}

/* Passes over a byte-order mark, the "sep=" of Excel, and a quotation mark. */
static size_t start_length(const char *bytes, size_t length) {
    size_t start = begins(bytes, length, "\xEF\xBB\xBF") ? strlen("\xEF\xBB\xBF") : 0;
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

/* The two bytes with which a log in UTF-16 goes on behind its mark, if it has one. */
static bool is_utf_16(const char *bytes, size_t length) {
    return length >= 4 && (memcmp(bytes, "e\0v\0", 4) == 0 || memcmp(bytes, "\0e\0v", 4) == 0);
}

static bool has_mark(const char *bytes, size_t length) {
    return length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

bool event_begins_oddly(const char *bytes, size_t length) {
    const size_t mark = has_mark(bytes, length) ? 2 : 0;
    return is_utf_16(bytes + mark, length - mark) || separated_otherwise(bytes, length);
}

bool event_foreign(const char *bytes, size_t length, const char **why) {
    const char *found = NULL;
    if (has_mark(bytes, length) || is_utf_16(bytes, length)) {
        found = utf_16;
    } else if (length >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0) {
        found = N_("This file was saved as a spreadsheet's own file. Save it as \"CSV UTF-8\".");
    } else if (separated_otherwise(bytes, length)) {
        found = N_("The cells of this file are not separated by commas: a spreadsheet has put "
                   "another sign between them. Save it as CSV with commas.");
    }
    if (found) {
        *why = found;
    }
    return found;
}
