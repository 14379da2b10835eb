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
    ESCAPED_BYTE = 3, /* as in %C3 */
    LOST_MARKS = 3,   /* question marks that are more than doubt */
    DELETE = 0x7F,
    CONTROLS_END = 0xA0,
    LOST_LETTER = 0xFFFD
};

/* Words that stand for nothing when they are the whole text. */
static const char *const nothings[] = {
    "\xE2\x80\x93",
    "\xE2\x80\x94",
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
    "[object Object]",
};

/* Signs of which any number, with or without blanks, says nothing. */
static const char signs[] = " -._*/!~+=|";

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
    const bool nothing = length > 0 && (strspn(start, signs) >= length ||
                                        is_in(nothings, COUNT(nothings), start, length));
    return nothing
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

/* The word around `at`, up to the blanks beside it, and its length. */
static const char *word_around(const char *text, const char *at, size_t *length) {
    static const char blanks[] = " \t\r\n";
    const char *start = at;
    while (start > text && !strchr(blanks, start[-1])) {
        start--;
    }
    *length = strcspn(start, blanks);
    return start;
}

/* Whether the word may be an address, where "?" and "%" have a meaning. */
static bool is_address(const char *word, size_t length) {
    return memchr(word, '/', length) || memchr(word, '=', length) || memchr(word, '@', length);
}

/* Whether a letter was most likely where a question mark is, as in "Wroc?aw" and "?esko". */
static bool letter_is_lost(const char *word, size_t length) {
    if (is_address(word, length)) {
        return false;
    }
    const char *end = word + length;
    for (const char *mark = memchr(word, '?', length); mark;
         mark = memchr(mark + 1, '?', (size_t)(end - mark) - 1)) {
        const unsigned char before = mark > word ? (unsigned char)mark[-1] : 0;
        const unsigned char after = (unsigned char)mark[1];
        const bool within = mark == word || isalpha(before) || before >= CONTROLS_END;
        if (within && (islower(after) || (isupper(after) && isupper(before)))) {
            return true;
        }
    }
    return false;
}

static const char *question_find(struct arena *arena, const char *text) {
    const char *mark = strchr(text, '?');
    while (mark) {
        size_t length;
        const char *word = word_around(text, mark, &length);
        const bool marks = length >= LOST_MARKS && strspn(word, "?") == length;
        if (marks || letter_is_lost(word, length)) {
            return arena_printf(arena,
                                _("\"%s\" has a question mark where most likely a letter was lost. "
                                  "Type the letter again."),
                                part(arena, word, length));
        }
        mark = strchr(word + length, '?');
    }
    return NULL;
}

/* How long the escape at a backslash is, as in \u00e9; 0 for none. */
static size_t escape_length(const char *text) {
    const bool told = text[1] == 'u' &&
                      strspn(text + 2, "0123456789abcdefABCDEF") >= UNICODE_DIGITS;
    return told ? 2 + UNICODE_DIGITS : 0;
}

/* How long the start of a letter is that is written as in an address, %C3%A9; 0 for none. */
static size_t percent_length(const char *text) {
    const bool told = text[1] && strchr("CDEcde", text[1]) && isxdigit((unsigned char)text[2]) &&
                      text[ESCAPED_BYTE] == '%' && text[ESCAPED_BYTE + 1] &&
                      strchr("89ABab", text[ESCAPED_BYTE + 1]) &&
                      isxdigit((unsigned char)text[ESCAPED_BYTE + 2]);
    return told ? 2 * (size_t)ESCAPED_BYTE : 0;
}

static const char *program_told(struct arena *arena, const char *at, size_t length) {
    return arena_printf(
        arena,
        _("\"%s\" is how a program writes a letter or sign. Type the letter or sign itself."),
        part(arena, at, length));
}

static const char *percent_find(struct arena *arena, const char *text) {
    const char *at = strchr(text, '%');
    while (at) {
        const size_t told = percent_length(at);
        size_t length = 1;
        const char *word = told > 0 ? word_around(text, at, &length) : at;
        if (told > 0 && !is_address(word, length)) {
            return program_told(arena, at, told);
        }
        at = strchr(word + length, '%');
    }
    return NULL;
}

static const char *escape_find(struct arena *arena, const char *text) {
    static const char excel[] = "_x000D_";
    for (const char *at = strchr(text, '\\'); at; at = strchr(at + 1, '\\')) {
        const size_t length = escape_length(at);
        if (length > 0) {
            return program_told(arena, at, length);
        }
    }
    return strstr(text, excel)
               ? arena_printf(arena, _("\"%s\" is how Excel writes a line break. Take it out."),
                              part(arena, excel, sizeof excel - 1))
               : percent_find(arena, text);
}

/* The controls of ASCII, but for a tab and the line ends. */
static const char controls[] =
    "\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17"
    "\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\x7F";

static const char *unseen_told(struct arena *arena, int32_t code) {
    return arena_printf(arena,
                        _("This text has a character that cannot be seen (U+%04X). Take it out: it "
                          "upsets searching and the screen."),
                        (unsigned)code);
}

static const char *control_find(struct arena *arena, const char *text) {
    const char *control = text + strcspn(text, controls);
    return *control ? unseen_told(arena, *control) : NULL;
}

/* Whether no font or only one can draw it: private use, no character, the place of an object. */
static bool code_is_private(int32_t code) {
    return (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000 || code == 0xFFFC ||
           (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
}

/* A sentence about a character that damage has left behind `before`; NULL for any other. */
static const char *code_told(struct arena *arena, int32_t code, int32_t before) {
    if (code == LOST_LETTER) {
        return _("This text has the sign \xEF\xBF\xBD, which stands where a letter was lost. Type "
                 "the letter again.");
    }
    if (code_is_private(code)) {
        return arena_printf(
            arena,
            _("This text has a sign that hardly any font can show (U+%04X), often a bullet or a "
              "picture of a word processor. Type another, or take it out."),
            (unsigned)code);
    }
    const bool control = code >= DELETE && code < CONTROLS_END;
    return control || text_invisible(code, before) ? unseen_told(arena, code) : NULL;
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
        const char *told = taken > 0 ? code_told(arena, code, before) : NULL;
        if (told) {
            return told;
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
    found = found ? found : question_find(arena, text);
    if (found || (bytes_plain(text, length) && !memchr(text, DELETE, length))) {
        return found;
    }
    found = control_find(arena, text);
    return found ? found : letters_find(arena, text);
}
