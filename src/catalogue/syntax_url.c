/* Takes addresses of web pages apart, and says what is wrong with one. */
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/syntax.h"

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
#define BLANKS " \t\r\n"
#define SENTENCE_SIGNS ".,;:!?)]}>\"'|*"

enum {
    PORT_DIGITS = 5,
    PORT_MAX = 65535
};

/* What is wrong, as the rest of a sentence, and what to do. */
struct flaw {
    const char *reason;
    const char *advice;
};

static const struct flaw flaws[URL_COUNT] = {
    [URL_LONG] = {N_("it is longer than 2048 letters"),
                  N_("Look for a shorter one for this page: at most 2048 letters.")},
    [URL_SEVERAL] = {N_("there is more than one address"),
                     N_("There is more than one address. Keep one; write the others in a note.")},
    [URL_BLANK] = {N_("it holds a blank"),
                   N_("It holds a blank, and no address may. Copy it from the address line of a "
                      "browser.")},
    [URL_MAIL] = {N_("it is an address for mail"),
                  N_("It is an address for mail. Write it under contact, and here that of a page, "
                     "or nothing.")},
    [URL_OTHER] = {N_("it does not begin with http:// or https://, but as another kind of link"),
                   N_("It is another kind of link. Write that of a web page, which begins with "
                      "https:// or http://.")},
    [URL_SLASHES] = {N_("no \"://\" stands behind http or https"),
                     N_("Behind http or https \"://\" must stand, as in https://www.example.org.")},
    [URL_SCHEME] = {N_("it does not begin with http:// or https://"),
                    N_("Write one that begins with https:// or http://.")},
    [URL_USER] = {N_("what stands before its \"@\" can make one site look like another"),
                  N_("Take out the \"@\" and what stands between \"//\" and it.")},
    [URL_TWICE] = {N_("http:// or https:// stands twice"),
                   N_("http:// or https:// stands twice. Delete the first one.")},
    [URL_BACKSLASH] = {N_("it holds a backslash"),
                       N_("It holds a backslash. Addresses have \"/\" there.")},
    [URL_UNSEEN] = {N_("it holds a character that cannot be seen"),
                    N_("It holds a character that cannot be seen. Type the address anew, or copy "
                       "it from the address line of a browser.")},
    [URL_HYPHEN] = {N_("a part of the name of its site begins or ends with a hyphen"),
                    N_("A part of the name of its site begins or ends with a hyphen. Look for a "
                       "letter that is missing there.")},
    [URL_ACCENT] = {N_("the name of its site holds a letter with an accent or of another script"),
                    N_("The name of its site holds a letter with an accent or of another script. "
                       "Copy it from the address line of a browser, which writes such a name with "
                       "xn--.")},
    [URL_PORT] = {N_("no number up to 65535 stands behind the colon"),
                  N_("Behind the colon a number from 1 to 65535 must stand, as in "
                     "https://www.example.org:8080, or no colon.")},
    [URL_END] = {N_("it ends with a sign that does not belong to it"),
                 N_("Delete the sign at its end; it belongs to the sentence around it.")},
    [URL_DOTS] = {N_("the name of its site has a dot too many"),
                  N_("In the name of its site a dot stands too many, or a part is missing beside "
                     "one. Correct it, as in https://www.example.org.")},
    [URL_WORD] = {N_("the name of its site is not whole"),
                  N_("The name of its site is not whole: it is several parts with dots, such as "
                     "www.example.org.")},
    [URL_HOST] = {N_("no name of a site stands where one should"),
                  N_("After \"//\" the name of a site must stand, such as www.example.org.")},
    [URL_SIGN] =
        {N_("the name of its site has a sign that may not stand there"),
         N_("The name of its site has a sign that may not stand there. Copy it from the address "
            "line of a browser.")},
    [URL_PERCENT] = {N_("a \"%\" in it has no two digits behind it"),
                     N_("Behind each \"%\" two digits from 0 to 9 or a to f must stand, as in "
                        "%20. Copy it from the address line of a browser.")},
    [URL_CHARACTER] = {N_("it holds a sign that no web address may have"),
                       N_("It holds a letter with an accent or another sign that none may have; "
                          "copy it from the address line of a browser.")},
};

/* Whether behind an address, and a blank or a sign that parts a list, another one begins. */
static bool has_several(const char *text) {
    static const char *const begins[] = {"http://", "https://", "www.", NULL};
    for (const char *rest = text; *(rest += strcspn(rest, BLANKS ",;|"));) {
        rest += strspn(rest, BLANKS ",;|");
        for (size_t i = 0; begins[i]; i++) {
            if (rest > text && strncasecmp(rest, begins[i], strlen(begins[i])) == 0) {
                const size_t word = strcspn(text, BLANKS ",;|");
                const size_t first = word > 0 ? word - 1 : 0; /* a full stop may end it */
                return memchr(text, '.', first) || memchr(text, ':', first);
            }
        }
    }
    return false;
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

/* "tel:", but not "localhost:80" and not "brno.cz:80/a". */
static bool has_scheme(const char *text) {
    const size_t letters = strspn(text, LETTERS DIGITS "+-");
    return letters > 0 && text[letters] == ':' && !strchr(DIGITS, text[letters + 1]);
}

/* Says what is wrong with a text that does not begin with http:// or https://. */
static enum syntax_url scheme_judge(const char *text) {
    if (strncasecmp(text, "http", strlen("http")) == 0) {
        const char *rest = text + strlen("http");
        rest += *rest == 's' || *rest == 'S';
        if (*rest && strchr(":/;\\", *rest)) {
            return URL_SLASHES;
        }
    }
    const bool mail = strncasecmp(text, "mailto:", strlen("mailto:")) == 0;
    const char *at = strchr(text, '@');
    if (mail || (!has_scheme(text) && at && at > text && strchr(at, '.') && !strchr(text, '/'))) {
        return URL_MAIL;
    }
    return has_scheme(text) ? URL_OTHER : URL_SCHEME;
}

static bool has_unseen(const char *text) {
    int32_t before = 0;
    for (size_t left = strlen(text); left > 0;) {
        int32_t code;
        const size_t size = text_code(text, left, &code);
        if (size > 0 && text_invisible(code, before)) {
            return true;
        }
        before = size > 0 ? code : 0;
        text += size > 0 ? size : 1;
        left -= size > 0 ? size : 1;
    }
    return false;
}

/* URL_ACCENT or URL_SIGN for a name with a letter or a sign beyond ASCII, else URL_SOUND. */
static enum syntax_url beyond_judge(const char *text, size_t length) {
    enum syntax_url form = URL_SOUND;
    for (size_t i = 0; i < length; i++) {
        const bool first = (text[i] & 0xC0) == 0xC0;
        if (first && text_letter(text + i) > 0) {
            return URL_ACCENT;
        }
        form = text[i] & 0x80 ? URL_SIGN : form;
    }
    return form;
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
           atoi(port) <= PORT_MAX && atoi(port) > 0;
}

/* Whether a part between dots begins or ends with a hyphen. */
static bool has_hyphen_at_end(const char *name, size_t length) {
    return name[0] == '-' || name[length - 1] == '-' || memmem(name, length, ".-", 2) ||
           memmem(name, length, "-.", 2);
}

/* The name of a site, made of characters that it may have. */
static enum syntax_url name_judge(const char *name, size_t length) {
    static const char local[] = "localhost";
    if (memmem(name, length, "..", 2)) {
        return URL_DOTS;
    }
    if (has_hyphen_at_end(name, length)) {
        return URL_HYPHEN;
    }
    const bool closed = name[length - 1] == '.';
    if (!memchr(name, '.', length - closed)) {
        const bool is_local = length == sizeof local - 1 && strncasecmp(name, local, length) == 0;
        return is_local ? URL_SOUND : URL_WORD;
    }
    return closed ? URL_END : URL_SOUND;
}

static enum syntax_url host_judge(const char *host, size_t length) {
    if (memchr(host, '@', length)) {
        return URL_USER;
    }
    const enum syntax_url beyond = beyond_judge(host, length);
    if (beyond != URL_SOUND) {
        return beyond;
    }
    const size_t name = host_length(host, length);
    if (name == 0) {
        return host[0] == '.' && length > 1   ? URL_DOTS
               : host[0] == '-' && length > 1 ? URL_HYPHEN
                                              : URL_HOST;
    }
    if (name < length && host[name] == ':' && length > name + 1) {
        if (!port_sound(host + name + 1, length - name - 1)) {
            return URL_PORT;
        }
    } else if (name < length) {
        const bool sentence = !host[length] && strspn(host + name, SENTENCE_SIGNS) == length - name;
        return sentence ? URL_END : host[name] == ':' ? URL_PORT : URL_SIGN;
    }
    return host[0] == '[' ? URL_SOUND : name_judge(host, name);
}

/* Path, query and fragment. */
static enum syntax_url path_judge(const char *path) {
    bool fragment = false;
    while (*path) {
        path += strspn(path, LETTERS DIGITS "-._~!$&'()*+,;=:@/?");
        if (*path == '%') {
            if (strspn(path + 1, HEXADECIMAL) < 2) {
                return URL_PERCENT;
            }
            path++;
        } else if (*path == '#' && !fragment) {
            fragment = true;
            path++;
        } else if (*path) {
            return URL_CHARACTER;
        }
    }
    return URL_SOUND;
}

/* A full stop may end a path, as that of "Inc."; these do not. */
static bool ends_in_sentence(const char *path) {
    const size_t length = strlen(path);
    return length > 0 && strchr(",;:", path[length - 1]);
}

enum syntax_url syntax_url(const char *text) {
    if (strnlen(text, SYNTAX_URL_MAX + 1) > SYNTAX_URL_MAX) {
        return URL_LONG;
    }
    if (has_several(text)) {
        return URL_SEVERAL;
    }
    if (text[strcspn(text, BLANKS)]) {
        return URL_BLANK;
    }
    const char *host = scheme_skip(text);
    if (!host) {
        return scheme_judge(text);
    }
    if (scheme_skip(host)) {
        return URL_TWICE;
    }
    if (strchr(text, '\\')) {
        return URL_BACKSLASH;
    }
    if (has_unseen(text)) {
        return URL_UNSEEN;
    }
    const size_t length = strcspn(host, "/?#");
    const enum syntax_url form = host_judge(host, length);
    if (form != URL_SOUND) {
        return form;
    }
    const enum syntax_url path = path_judge(host + length);
    return path == URL_SOUND && ends_in_sentence(host + length) ? URL_END : path;
}

bool syntax_is_url(const char *text) {
    return syntax_url(text) == URL_SOUND;
}

const char *syntax_url_reason(enum syntax_url form) {
    return _(flaws[form].reason);
}

const char *syntax_url_advice(enum syntax_url form) {
    return _(flaws[form].advice);
}
