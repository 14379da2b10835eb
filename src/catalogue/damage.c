#include "vademecum/catalogue/damage.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/garbled.h"
#include "vademecum/catalogue/quote.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

enum {
    NOTHING_MAX = 20, /* bytes of a word that stands for nothing */
    ENTITY_MAX = 10,  /* letters of an entity's name */
    UNICODE_DIGITS = 4,
    LOST_LETTER = 0xFFFD
};

/* Words that stand for nothing when they are the whole text. */
static const char *const nothings[] = {
    "-",
    "--",
    "---",
    "\xE2\x80\x93",
    "\xE2\x80\x94",
    ".",
    "..",
    "...",
    "\xE2\x80\xA6",
    "?",
    "??",
    "???",
    "n/a",
    "n.a.",
    "#n/a",
    "na",
    "none",
    "null",
    "(null)",
    "nil",
    "nan",
    "tbd",
    "t.b.d.",
    "tba",
    "tbc",
    "to do",
    "todo",
    "unknown",
    "not known",
    "not available",
    "not applicable",
    "not stated",
    "no data",
    "undefined",
    "xxx",
    "/",
    "_",
    "*",
};

/* What a formula leaves that could not be worked out. */
static const char *const formulas[] = {
    "#REF!",  "#VALUE!",       "#NAME?",        "#DIV/0!",         "#NUM!",   "#NULL!",
    "#N/A",   "#SPILL!",       "#CALC!",        "#FIELD!",         "#BEZUG!", "#WERT!",
    "#NV",    "#ODKAZ!",       "#HODNOTA!",     "#ADR!",           "#ARG!",   "#VALEUR!",
    "#NOM?",  "#VALOR!",       "#\xC2\xA1REF!", "#\xC2\xA1VALOR!", "#RIF!",   "#VALORE!",
    "#NOME?", "#GETTING_DATA",
};

/* Names of entities, and endings of those that begin with the letter that they are. */
static const char *const entities[] = {
    "amp",   "lt",    "gt",    "quot",   "apos",  "nbsp",   "ndash", "mdash", "hellip",
    "lsquo", "rsquo", "ldquo", "rdquo",  "sbquo", "bdquo",  "laquo", "raquo", "euro",
    "pound", "copy",  "reg",   "trade",  "bull",  "middot", "deg",   "szlig", "thorn",
    "eth",   "sect",  "iexcl", "iquest", "shy",   "times",
};
static const char *const endings[] = {
    "acute", "grave", "circ", "tilde", "uml", "cedil", "caron", "ring", "slash", "lig", "strok",
};

static const char *const tags[] = {
    "p",   "br",  "b",     "i",  "u",  "em", "strong", "div",        "span",   "a",     "ul",
    "ol",  "li",  "h1",    "h2", "h3", "h4", "h5",     "h6",         "hr",     "img",   "font",
    "sup", "sub", "table", "tr", "td", "th", "tbody",  "blockquote", "center", "small",
};

/* Whether the list has the text, in whatever case. */
static bool is_in(const char *const *list, size_t count, const char *text, size_t length) {
    for (size_t i = 0; i < count; i++) {
        if (strlen(list[i]) == length && strncasecmp(list[i], text, length) == 0) {
            return true;
        }
    }
    return false;
}

/* A part of the text as a sentence may quote it. */
static const char *part(struct arena *arena, const char *start, size_t length) {
    return quote_text(arena, arena_copy(arena, start, length));
}

static const char *nothing_find(struct arena *arena, const char *text) {
    const size_t blanks = text_blanks(text, strlen(text));
    const char *start = text + blanks;
    size_t length = strlen(start);
    while (length > 0 && start[length - 1] == ' ') {
        length--;
    }
    return is_in(nothings, COUNT(nothings), start, length)
               ? arena_printf(arena,
                              _("\"%s\" says nothing here, and would be shown and searched like a "
                                "text. Leave "
                                "the cell empty when nothing is stated."),
                              part(arena, start, length))
               : NULL;
}

static const char *formula_find(struct arena *arena, const char *text) {
    static const char libre[] = "Err:5";
    for (const char *at = strchr(text, '#'); at; at = strchr(at + 1, '#')) {
        for (size_t i = 0; i < COUNT(formulas); i++) {
            const size_t length = strlen(formulas[i]);
            const bool whole = strchr("!?", formulas[i][length - 1]) || at == text;
            if (whole && strncmp(at, formulas[i], length) == 0 &&
                !isalnum((unsigned char)at[length])) {
                return arena_printf(
                    arena,
                    _("\"%s\" is what a spreadsheet shows for a formula that has failed. "
                      "Type the text itself, and save again."),
                    part(arena, at, length));
            }
        }
    }
    if (text[0] == '#' && text[1] == '#' && text[strspn(text, "#")] == '\0') {
        return _(
            "A spreadsheet shows \"###\" where a column is too narrow, and has saved that. Type "
            "the text itself, and save again.");
    }
    return strncmp(text, libre, sizeof libre - 1) == 0
               ? arena_printf(
                     arena,
                     _("\"%s\" is what a spreadsheet shows for a formula that has failed. Type the "
                       "text itself, and save again."),
                     part(arena, text, strlen(text)))
               : NULL;
}

/* How long the entity at "&" is, its ";" included; 0 for none. */
static size_t entity_length(const char *text) {
    const char *name = text + 1;
    if (*name == '#') {
        const bool hex = name[1] == 'x' || name[1] == 'X';
        const size_t digits = strspn(name + 1 + hex, hex ? "0123456789abcdefABCDEF" : "0123456789");
        const size_t length = 2 + hex + digits;
        return digits > 0 && digits < ENTITY_MAX && text[length] == ';' ? length + 1 : 0;
    }
    size_t length = 0;
    while (length <= ENTITY_MAX && isalnum((unsigned char)name[length])) {
        length++;
    }
    if (length < 2 || length > ENTITY_MAX || name[length] != ';') {
        return 0;
    }
    return is_in(entities, COUNT(entities), name, length) ||
                   is_in(endings, COUNT(endings), name + 1, length - 1) ||
                   (length > 3 && is_in(endings, COUNT(endings), name + 2, length - 2))
               ? length + 2
               : 0;
}

/* How long the tag at "<" is; 0 for none. */
static size_t tag_length(const char *text) {
    const bool closing = text[1] == '/';
    const char *name = text + 1 + closing;
    size_t length = 0;
    while (length < ENTITY_MAX && isalnum((unsigned char)name[length])) {
        length++;
    }
    const char *end = strchr(text, '>');
    const bool ended = name[length] == '>' || name[length] == ' ' || name[length] == '/';
    return end && ended && is_in(tags, COUNT(tags), name, length) ? (size_t)(end - text) + 1 : 0;
}

static const char *markup_find(struct arena *arena, const char *text) {
    for (const char *at = strchr(text, '&'); at; at = strchr(at + 1, '&')) {
        const size_t length = entity_length(at);
        if (length > 0) {
            return arena_printf(
                arena, _("\"%s\" is HTML for a letter or sign. Type the letter or sign itself."),
                part(arena, at, length));
        }
    }
    for (const char *at = strchr(text, '<'); at; at = strchr(at + 1, '<')) {
        const size_t length = tag_length(at);
        if (length > 0) {
            return arena_printf(arena,
                                _("\"%s\" is HTML, which is shown as it stands. Take it out."),
                                part(arena, at, length));
        }
    }
    return NULL;
}

/* How long the escape at a backslash is, as in \u00e9; 0 for none. */
static size_t escape_length(const char *text) {
    const bool told = text[1] == 'u' &&
                      strspn(text + 2, "0123456789abcdefABCDEF") >= UNICODE_DIGITS;
    return told ? 2 + UNICODE_DIGITS : 0;
}

static const char *escape_find(struct arena *arena, const char *text) {
    static const char excel[] = "_x000D_";
    for (const char *at = strchr(text, '\\'); at; at = strchr(at + 1, '\\')) {
        const size_t length = escape_length(at);
        if (length > 0) {
            return arena_printf(
                arena,
                _("\"%s\" is how a program writes a letter or sign. Type the letter or sign "
                  "itself."),
                part(arena, at, length));
        }
    }
    return strstr(text, excel)
               ? arena_printf(arena, _("\"%s\" is how Excel writes a line break. Take it out."),
                              part(arena, excel, sizeof excel - 1))
               : NULL;
}

/* Signs beyond ASCII. */
static const char *letters_find(struct arena *arena, const char *text) {
    struct garbled garbled;
    if (garbled_find(text, &garbled)) {
        return arena_printf(arena,
                            _("\"%.*s\" seems to be \"%s\", read in the wrong character set once. "
                              "Correct this text, or save the file anew as UTF-8 where it comes "
                              "from."),
                            (int)garbled.length, garbled.start, garbled.letter);
    }
    const char *end = text + strlen(text);
    int32_t before = 0;
    for (const char *at = text; at < end;) {
        const size_t ascii = bytes_ascii(at, (size_t)(end - at));
        if (ascii > 0) {
            at += ascii;
            before = at[-1];
            continue;
        }
        int32_t code = 0;
        const size_t taken = text_code(at, (size_t)(end - at), &code);
        if (taken > 0 && code == LOST_LETTER) {
            return _("This text has the sign \xEF\xBF\xBD, which stands where a letter was lost. "
                     "Type the "
                     "letter again.");
        }
        if (taken > 0 && text_invisible(code, before)) {
            return arena_printf(arena,
                                _("This text has a character that cannot be seen (U+%04X). Take it "
                                  "out: it upsets searching and the screen."),
                                (unsigned)code);
        }
        before = code;
        at += taken ? taken : 1;
    }
    return NULL;
}

const char *damage_find(struct arena *arena, const char *text) {
    const size_t length = strlen(text);
    const char *found = length <= NOTHING_MAX ? nothing_find(arena, text) : NULL;
    found = found ? found : formula_find(arena, text);
    found = found ? found : markup_find(arena, text);
    found = found ? found : escape_find(arena, text);
    return found || bytes_plain(text, length) ? found : letters_find(arena, text);
}
