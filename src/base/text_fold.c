/* Folds case and accents away for comparing, and writes ASCII for terminals that know no more. */
#include "vademecum/base/text.h"

#include "vademecum/base/count.h"
#include "vademecum/base/letter.h"

#include <ctype.h>
#include <string.h>
#include <utf8proc.h>

/* A character and its ASCII form. */
struct form {
    int32_t code;
    const char *ascii;
};

/* Quotes, dashes, bullets and the signs that texts of the catalogue and of the program use. */
static const struct form sign_forms[] = {
    {0x00A9, "(c)"}, {0x00AB, "\""},  {0x00AE, "(R)"}, {0x00B4, "'"},  {0x00B7, "."},
    {0x00BB, "\""},  {0x00D7, "x"},   {0x02B9, "'"},   {0x02BC, "'"},  {0x2010, "-"},
    {0x2011, "-"},   {0x2012, "-"},   {0x2013, "-"},   {0x2014, "--"}, {0x2015, "--"},
    {0x2018, "'"},   {0x2019, "'"},   {0x201A, "'"},   {0x201B, "'"},  {0x201C, "\""},
    {0x201D, "\""},  {0x201E, "\""},  {0x201F, "\""},  {0x2022, "*"},  {0x2023, "*"},
    {0x2032, "'"},   {0x2033, "\""},  {0x2039, "<"},   {0x203A, ">"},  {0x2043, "-"},
    {0x2044, "/"},   {0x20AC, "EUR"}, {0x2190, "<-"},  {0x2192, "->"}, {0x2212, "-"},
    {0x2219, "*"},   {0x2260, "!="},  {0x2264, "<="},  {0x2265, ">="}, {0x25A0, "*"},
    {0x25AA, "*"},   {0x25B8, ">"},   {0x25CF, "*"},   {0x25E6, "*"},  {0x2713, "+"},
    {0x2717, "x"},   {0, NULL},
};

/* A text being folded into an arena. */
struct folded {
    struct arena *arena; /* borrowed; NULL: the room is enough for any character */
    char *bytes;         /* NUL-terminated only at the end */
    size_t count;        /* bytes written */
    size_t room;         /* bytes there is room for */
};

static const char *form_find(const struct form *forms, int32_t code) {
    for (; forms->ascii; forms++) {
        if (forms->code == code) {
            return forms->ascii;
        }
    }
    return NULL;
}

/* Appends the ASCII form of a character that cannot be taken apart; false when it has none. */
static bool ascii_part(int32_t part, char *form, size_t *length) {
    const int32_t lower = utf8proc_tolower(part);
    const char plain[2] = {part >= ' ' && part < 0x7F ? (char)part : '\0', '\0'};
    const char *piece = plain;
    if (part >= 0x80) {
        piece = letter_latin(lower);
    }
    if (!piece) {
        piece = form_find(sign_forms, part);
    }
    const size_t more = piece ? strlen(piece) : 0;
    if (more == 0 || more > CLUSTER_CHARS - *length) {
        return false;
    }
    for (; *piece; piece++) {
        form[(*length)++] = (char)(lower != part ? toupper((unsigned char)*piece) : *piece);
    }
    return true;
}

size_t text_ascii(wchar_t character, char form[CLUSTER_CHARS + 1]) {
    const int32_t code = (int32_t)character;
    int32_t parts[LETTER_PARTS] = {code};
    size_t count = 1;
    /* A sign as a whole first: taken apart, ≠ would be = and ´ a blank. */
    if (letter_is_blank(code)) {
        parts[0] = ' ';
    } else if (!form_find(sign_forms, code)) {
        count = letter_parts(code, LETTER_AS_IS, parts);
    }

    size_t length = 0;
    bool marked = false;
    bool known = true;
    for (size_t i = 0; i < count && known; i++) {
        if (letter_is_mark(parts[i])) {
            marked = true;
        } else {
            known = ascii_part(parts[i], form, &length);
        }
    }
    /* An accent may go from a letter; what a mark does to a sign or a blank is its meaning. */
    if (!known || (marked && length > 0 && !isalnum((unsigned char)form[0]))) {
        length = 0;
    }
    form[length] = '\0';
    return length;
}

static void put_byte(struct folded *folded, char byte) {
    if (folded->count == folded->room && folded->arena) {
        folded->bytes = arena_grow(folded->arena, folded->bytes, folded->count, &folded->room, 1);
    }
    if (folded->count < folded->room) {
        folded->bytes[folded->count++] = byte;
    }
}

static bool is_kana(int32_t code) {
    static const int32_t ranges[][2] = {
        {0x3041, 0x3096}, {0x309D, 0x30FF}, {0x3300, 0x3357}, {0xFF66, 0xFF9D}, {0x1F200, 0x1F23B}};
    for (size_t i = 0; i < COUNT(ranges); i++) {
        if (code >= ranges[i][0] && code <= ranges[i][1]) {
            return true;
        }
    }
    return false;
}

/* The bytes of the voicing mark at the start of the text, in any of its forms; 0: there is none. */
static size_t voicing_read(const char *text, int32_t *mark) {
    static const int32_t forms[][2] = {{0x3099, 0x3099}, {0x309A, 0x309A}, {0x309B, 0x3099},
                                       {0x309C, 0x309A}, {0xFF9E, 0x3099}, {0xFF9F, 0x309A}};
    int32_t code = 0;
    const size_t taken = *text & 0x80 ? letter_read(text, &code) : 0;
    for (size_t i = 0; i < COUNT(forms); i++) {
        if (code == forms[i][0]) {
            *mark = forms[i][1];
            return taken;
        }
    }
    return 0;
}

static void put_text(struct folded *folded, const char *text) {
    for (; *text; text++) {
        put_byte(folded, *text);
    }
}

static void put_code(struct folded *folded, int32_t code) {
    char bytes[LETTER_BYTES];
    const size_t length = letter_write(code, bytes);
    for (size_t i = 0; i < length; i++) {
        put_byte(folded, bytes[i]);
    }
}

/* Appends one part as it is compared. */
static void fold_part(struct folded *folded, int32_t part) {
    if (letter_is_accent(part)) {
        return;
    }
    const char *form = letter_form(part);
    const int digit = letter_digit(part);
    if (form) {
        put_text(folded, form);
    } else if (digit >= 0) {
        put_byte(folded, (char)('0' + digit));
    } else {
        put_code(folded, letter_is_blank(part) ? ' ' : part);
    }
}

/*
 * Appends kana, put together with its voicing mark, or the one `behind` it: else か would be found
 * in が, of which it would be a part. Returns the bytes of the mark behind it.
 */
static size_t fold_kana(struct folded *folded, int32_t code, const char *behind) {
    int32_t parts[LETTER_PARTS];
    size_t count = letter_parts(code, LETTER_SMALL, parts);
    size_t taken = 0;
    if (count == 1) {
        taken = voicing_read(behind, &parts[count]);
        count += taken > 0;
    }
    count = letter_compose(parts, count);
    for (size_t i = 0; i < count; i++) {
        fold_part(folded, parts[i]);
    }
    return taken;
}

/*
 * Takes the character apart before it folds the parts, so that a letter with its mark in one
 * character folds as the two would: ᾳ has a mark that, folded alone, is a letter.
 */
static void fold_code(struct folded *folded, int32_t code) {
    const char *form = letter_form(code);
    if (form) {
        put_text(folded, form);
        return;
    }
    int32_t parts[LETTER_PARTS];
    int32_t small[LETTER_PARTS];
    const size_t count = letter_parts(code, LETTER_AS_IS, parts);
    for (size_t i = 0; i < count; i++) {
        const size_t smalls = letter_is_accent(parts[i])
                                  ? 0
                                  : letter_parts(parts[i], LETTER_SMALL, small);
        for (size_t j = 0; j < smalls; j++) {
            fold_part(folded, small[j]);
        }
    }
}

/* Folds the first character of the text, with the voicing mark behind kana; returns its bytes. */
static size_t fold_next(struct folded *folded, const char *text) {
    const char byte = *text;
    if (!(byte & 0x80)) {
        if (byte != '\'' && byte != '"' && byte != '`') {
            put_byte(folded, (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte));
        }
        return 1;
    }
    int32_t code;
    const size_t taken = letter_read(text, &code);
    if (is_kana(code)) {
        return taken + fold_kana(folded, code, text + taken);
    }
    fold_code(folded, code);
    return taken;
}

char *text_fold(struct arena *arena, const char *text) {
    const size_t length = strlen(text);
    struct folded folded = {.arena = arena, .room = length + 1};
    folded.bytes = arena_alloc(arena, folded.room);
    for (size_t at = 0; at < length;) {
        at += fold_next(&folded, text + at);
    }
    put_byte(&folded, '\0');
    return folded.bytes;
}

bool text_words_in(const char *folded, const char *words) {
    while (*words) {
        const size_t length = strcspn(words, " ");
        bool found = length == 0;
        for (const char *at = folded; !found && *at; at++) {
            found = strncmp(at, words, length) == 0;
        }
        if (!found) {
            return false;
        }
        words += length;
        words += strspn(words, " ");
    }
    return true;
}

size_t text_fold_next(const char *text, char folded[TEXT_FOLD_ROOM], size_t *length) {
    struct folded into = {.bytes = folded, .room = TEXT_FOLD_ROOM};
    const size_t taken = fold_next(&into, text);
    *length = into.count;
    return taken;
}

size_t text_letter(const char *folded) {
    int32_t code;
    const size_t taken = *folded ? letter_read(folded, &code) : 0;
    return taken > 0 && letter_is_in_words(code) ? taken : 0;
}
