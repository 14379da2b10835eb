#include "vademecum/catalogue/form.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"
#define HEXADECIMAL DIGITS "abcdefABCDEF"

enum {
    MONTHS = 12,
    FEBRUARY = 2,
    MONTH_AT = 5, /* place of the month in YYYY-MM-DD */
    DAY_AT = 8,
    PORT_DIGITS = 5,
    PORT_MAX = 65535
};

static bool is_small_or_digit(char byte);
static bool date_written(const char *text);
static int month_days(int year, int month);
static const char *scheme_skip(const char *text);
static bool host_sound(const char *host, size_t length);
static size_t host_length(const char *host, size_t length);
static bool port_sound(const char *port, size_t length);
static bool path_sound(const char *path);

/*
 * A loop, as strspn() takes three times as long for such short texts, and every id of a catalogue
 * passes here when it is loaded.
 */
size_t form_id_length(const char *text) {
    size_t length = is_small_or_digit(text[0]);
    while (length &&
           (is_small_or_digit(text[length]) || text[length] == '-' || text[length] == '.')) {
        length++;
    }
    return length;
}

enum form_date form_date(const char *text) {
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

enum form_url form_url(const char *text) {
    if (strnlen(text, FORM_URL_MAX + 1) > FORM_URL_MAX) {
        return URL_LONG;
    }
    const char *host = scheme_skip(text);
    if (!host) {
        return URL_SCHEME;
    }
    const size_t length = strcspn(host, "/?#");
    if (memchr(host, '@', length)) {
        return URL_USER;
    }
    if (!host_sound(host, length)) {
        return URL_HOST;
    }
    return path_sound(host + length) ? URL_SOUND : URL_CHARACTER;
}

static bool is_small_or_digit(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
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

static const char *scheme_skip(const char *text) {
    static const char *const schemes[] = {"https://", "http://", NULL};
    for (size_t i = 0; schemes[i]; i++) {
        if (strncasecmp(text, schemes[i], strlen(schemes[i])) == 0) {
            return text + strlen(schemes[i]);
        }
    }
    return NULL;
}

static bool host_sound(const char *host, size_t length) {
    const size_t name = host_length(host, length);
    return name && (name == length ||
                    (host[name] == ':' && port_sound(host + name + 1, length - name - 1)));
}

/* Bytes of the host's name or address, 0 when it is neither. */
static size_t host_length(const char *host, size_t length) {
    if (host[0] != '[') {
        return strspn(host, LETTERS DIGITS) ? strspn(host, LETTERS DIGITS ".-_") : 0;
    }
    const char *end = memchr(host, ']', length);
    char address[INET6_ADDRSTRLEN];
    const size_t size = end ? (size_t)(end - host) - 1 : 0;
    if (size == 0 || size >= sizeof address) {
        return 0;
    }
    memcpy(address, host + 1, size);
    address[size] = '\0';
    struct in6_addr parsed;
    return inet_pton(AF_INET6, address, &parsed) == 1 ? size + 2 : 0;
}

static bool port_sound(const char *port, size_t length) {
    return length > 0 && length <= PORT_DIGITS && strspn(port, DIGITS) == length &&
           atoi(port) <= PORT_MAX;
}

/* Path, query and fragment. */
static bool path_sound(const char *path) {
    bool fragment = false;
    while (*path) {
        path += strspn(path, LETTERS DIGITS "-._~!$&'()*+,;=:@/?");
        if (*path == '%') {
            if (strspn(path + 1, HEXADECIMAL) < 2) {
                return false;
            }
            path++;
        } else if (*path == '#' && !fragment) {
            fragment = true;
            path++;
        } else if (*path) {
            return false;
        }
    }
    return true;
}
