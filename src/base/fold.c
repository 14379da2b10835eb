/* Letters in plainer clothes: for comparing, and for terminals that know ASCII alone. */
#include "vademecum/base/text.h"

#include <ctype.h>
#include <locale.h>
#include <string.h>
#include <utf8proc.h>

enum {
    REPLACEMENT = 0xFFFD,
    BRAILLE_BLANK = 0x2800, /* a symbol to Unicode, a blank to the eye */
    FLAG_LETTER_A = 0x1F1E6,
    FLAG_LETTER_Z = 0x1F1FF,
    PARTS_MAX = 18, /* the most that one character falls into: U+FDFA */
    CODE_BYTES = 4
};

/* A character and its ASCII form. */
struct form {
    int32_t code;
    const char *ascii;
};

/* Small letters that Unicode does not take apart. */
static const struct form letter_forms[] = {
    {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"},  {0x00FE, "th"}, {0x0111, "d"},
    {0x0127, "h"},  {0x0131, "i"},  {0x0142, "l"}, {0x0153, "oe"}, {0x0167, "t"},  {0, NULL},
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

static bool ascii_part(int32_t part, char *form, size_t *length);
static const char *form_find(const struct form *forms, int32_t code);
static size_t fold_next(struct folded *folded, const char *text);
static void fold_code(struct folded *folded, int32_t code);
static void fold_part(struct folded *folded, int32_t part);
static void put_byte(struct folded *folded, char byte);
static size_t take_apart(int32_t code, unsigned options, int32_t parts[PARTS_MAX]);
static bool is_blank(int32_t code);
static bool is_mark(int32_t code);

size_t text_ascii(wchar_t character, char form[CLUSTER_CHARS + 1]) {
    const int32_t code = (int32_t)character;
    int32_t parts[PARTS_MAX] = {code};
    size_t count = 1;
    /* A sign as a whole first: taken apart, ≠ would be = and ´ a blank. */
    if (is_blank(code)) {
        parts[0] = ' ';
    } else if (!form_find(sign_forms, code)) {
        count = take_apart(code, 0, parts);
    }

    size_t length = 0;
    bool marked = false;
    bool known = true;
    for (size_t i = 0; i < count && known; i++) {
        if (is_mark(parts[i])) {
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
    const utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)folded, CODE_BYTES,
                                                    &code);
    if (taken <= 0) {
        return 0;
    }
    const utf8proc_category_t category = utf8proc_category(code);
    const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    const bool number = category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
    return letter || number ? (size_t)taken : 0;
}

char *text_sort_key(struct arena *arena, const char *text) {
    const char *locale = setlocale(LC_COLLATE, NULL);
    const bool plain = !locale || strcmp(locale, "C") == 0 || strncmp(locale, "C.", 2) == 0 ||
                       strcmp(locale, "POSIX") == 0;
    if (plain) {
        return text_fold(arena, text);
    }
    const size_t length = strxfrm(NULL, text, 0);
    char *key = arena_alloc(arena, length + 1);
    strxfrm(key, text, length + 1);
    return key;
}

/* Appends the ASCII form of a character that cannot be taken apart; false when it has none. */
static bool ascii_part(int32_t part, char *form, size_t *length) {
    const int32_t lower = utf8proc_tolower(part);
    const char plain[2] = {part >= ' ' && part < 0x7F ? (char)part : '\0', '\0'};
    const char *piece = plain;
    if (part >= 0x80) {
        piece = form_find(letter_forms, lower);
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

static const char *form_find(const struct form *forms, int32_t code) {
    for (; forms->ascii; forms++) {
        if (forms->code == code) {
            return forms->ascii;
        }
    }
    return NULL;
}

/* Folds the first character of the text; returns its bytes. */
static size_t fold_next(struct folded *folded, const char *text) {
    const char byte = *text;
    if (!(byte & 0x80)) {
        put_byte(folded, (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte));
        return 1;
    }
    int32_t code;
    /* Four bytes are the most it reads, and it stops at a NUL. */
    const utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text, CODE_BYTES,
                                                    &code);
    fold_code(folded, taken > 0 ? code : REPLACEMENT);
    return taken > 0 ? (size_t)taken : 1;
}

/*
 * Takes the character apart before it folds the parts, so that a letter with its mark in one
 * character folds as the two would: ᾳ has a mark that, folded alone, is a letter.
 */
static void fold_code(struct folded *folded, int32_t code) {
    int32_t parts[PARTS_MAX];
    int32_t small[PARTS_MAX];
    const size_t count = take_apart(code, UTF8PROC_STRIPMARK, parts);
    for (size_t i = 0; i < count; i++) {
        const size_t smalls = take_apart(parts[i], UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD, small);
        for (size_t j = 0; j < smalls; j++) {
            fold_part(folded, small[j]);
        }
    }
}

/* Appends one part as it is compared. */
static void fold_part(struct folded *folded, int32_t part) {
    const char *form = form_find(letter_forms, part);
    utf8proc_uint8_t bytes[CODE_BYTES + 1] = {' '};
    if (!form) {
        if (!is_blank(part)) {
            utf8proc_encode_char(part, bytes);
        }
        form = (const char *)bytes;
    }
    for (; *form; form++) {
        put_byte(folded, *form);
    }
}

static void put_byte(struct folded *folded, char byte) {
    if (folded->count == folded->room && folded->arena) {
        folded->bytes = arena_grow(folded->arena, folded->bytes, folded->count, &folded->room, 1);
    }
    if (folded->count < folded->room) {
        folded->bytes[folded->count++] = byte;
    }
}

/* Writes what the character is made of to `parts`; returns how many: none for an invisible one. */
static size_t take_apart(int32_t code, unsigned options, int32_t parts[PARTS_MAX]) {
    if (code >= FLAG_LETTER_A && code <= FLAG_LETTER_Z) {
        parts[0] = 'A' + code - FLAG_LETTER_A;
        return 1;
    }
    int class = UTF8PROC_BOUNDCLASS_START; /* asked for by the call, of no use here */
    options |= UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE;
    const utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, PARTS_MAX,
                                                           (utf8proc_option_t)options, &class);
    return count > 0 && count <= PARTS_MAX ? (size_t)count : 0;
}

static bool is_blank(int32_t code) {
    const utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP || code == BRAILLE_BLANK;
}

static bool is_mark(int32_t code) {
    const utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}
