#include "vademecum/catalogue/guess.h"

#include "vademecum/base/count.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/catalogue/syntax.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

char *guess_trim(struct arena *arena, const char *text) {
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
    char *id = guess_trim(arena, text_fold(arena, text));
    for (char *byte = id; *byte; byte++) {
        if (strchr(" _/", *byte)) {
            *byte = '-';
        }
    }
    return syntax_is_id(id) ? id : NULL;
}

/* "http:/brno.cz", "https//brno.cz", "http:\\\\brno.cz", "htps://brno.cz" */
static const char *slashes_mend(struct arena *arena, const char *url) {
    const size_t letters = strcspn(url, ":/;\\");
    const char *host = url + letters + strspn(url + letters, ":/;\\");
    const bool secure = memchr(url, 's', letters) || memchr(url, 'S', letters);
    const char *whole = arena_printf(arena, "%s://%s", secure ? "https" : "http", host);
    return syntax_is_url(whole) ? whole : NULL;
}

/* Whether the letters before "://" are those of http or https, with one too few or too many. */
static bool is_slip_of_http(const char *url) {
    const size_t letters = strspn(url, "htpsHTPS");
    return letters >= strlen("htp") && letters <= strlen("httpss") && strchr("hHtT", url[0]) &&
           (memchr(url, 'p', letters) || memchr(url, 'P', letters)) &&
           strncmp(url + letters, "://", strlen("://")) == 0;
}

/* What stands in the signs that people and programs put around an address; NULL without any. */
static const char *quotes_remove(struct arena *arena, const char *url) {
    static const char *const pairs[][2] = {
        {"<", ">"},           {"\"", "\""},         {"'", "'"},           {"(", ")"},
        {"\u201C", "\u201D"}, {"\u201E", "\u201C"}, {"\u00AB", "\u00BB"}, {"\u2018", "\u2019"},
    };
    const size_t bytes = strlen(url);
    for (size_t i = 0; i < COUNT(pairs); i++) {
        const size_t first = strlen(pairs[i][0]);
        const size_t last = strlen(pairs[i][1]);
        if (bytes > first + last && strncmp(url, pairs[i][0], first) == 0 &&
            strcmp(url + bytes - last, pairs[i][1]) == 0) {
            return arena_copy(arena, url + first, bytes - first - last);
        }
    }
    return NULL;
}

const char *guess_url(struct arena *arena, const char *text) {
    if (strlen(text) > GUESS_MAX) {
        return NULL;
    }
    const char *url = guess_trim(arena, text);
    if (syntax_is_url(url)) {
        return url;
    }
    const char *inside = quotes_remove(arena, url);
    if (inside) {
        return guess_url(arena, inside);
    }
    const size_t bytes = strlen(url);
    const char *number = url + (strncasecmp(url, "doi:", strlen("doi:")) == 0 ? strlen("doi:") : 0);
    if (strncmp(number, "10.", strlen("10.")) == 0 && strchr(number, '/')) {
        const char *doi = arena_printf(arena, "https://doi.org/%s", number);
        return syntax_is_url(doi) ? doi : NULL;
    }
    const enum syntax_url form = syntax_url(url);
    if (form == URL_END) {
        return guess_url(arena, arena_copy(arena, url, bytes - 1));
    }
    if (form == URL_SLASHES || is_slip_of_http(url)) {
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
    return strlen(text) > GUESS_MAX ? NULL : codes_country(guess_trim(arena, text));
}

static char small(char byte) {
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

const char *guess_language(struct arena *arena, const char *text) {
    if (strlen(text) > GUESS_MAX) {
        return NULL;
    }
    char *tag = guess_trim(arena, text);
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
