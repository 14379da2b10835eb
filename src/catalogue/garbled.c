#include "vademecum/catalogue/garbled.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/count.h"
#include "vademecum/base/text.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <wctype.h>

enum {
    HIGH_FIRST = 0x80, /* bytes that are no first byte of a letter in UTF-8: from here */
    HIGH_LAST = 0xBF,
    HIGHS = HIGH_LAST - HIGH_FIRST + 1,
    LEADS_MAX = 12,
    LETTER_MAX = 4,       /* bytes of one in UTF-8 */
    WEAK_ENOUGH = 3,      /* letters that could be meant so: as many side by side are not */
    WESTERN_FIRST = 0xC2, /* first bytes of letters, which stand for themselves in 1252 */
    WESTERN_LAST = 0xF4,
    NO_BREAK_SPACE = 0xA0,
    CEDILLA_CAPITAL = 0x015E, /* Romanian has it behind "Ă" */
    CEDILLA_SMALL = 0x015F,
    SMALL_LETTERS = 0xC3, /* first byte of à to ÿ in UTF-8 */
    LATIN_LAST = 0xC5     /* first byte of Latin letters in UTF-8 */
};

/* A character and its byte in a set. */
struct lead {
    uint16_t code;
    unsigned char byte;
};

/* A set of characters of one byte each. Where it has none, the byte's own number stands. */
struct set {
    uint16_t highs[HIGHS];        /* characters of the bytes from HIGH_FIRST on; 0: none */
    struct lead leads[LEADS_MAX]; /* of those that begin a letter in UTF-8; empty: all of 1252 */
};

static const struct set sets[] = {
    /* Windows-1252, Western Europe */
    {{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178},
     {{0, 0}}},
    /* Windows-1250, Central Europe */
    {{0x20AC, 0,      0x201A, 0,      0x201E, 0x2026, 0x2020, 0x2021, 0,      0x2030, 0x0160,
      0x2039, 0x015A, 0x0164, 0x017D, 0x0179, 0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0,      0x2122, 0x0161, 0x203A, 0x015B, 0x0165, 0x017E, 0x017A, 0x00A0,
      0x02C7, 0x02D8, 0x0141, 0x00A4, 0x0104, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0x015E, 0x00AB,
      0x00AC, 0x00AD, 0x00AE, 0x017B, 0x00B0, 0x00B1, 0x02DB, 0x0142, 0x00B4, 0x00B5, 0x00B6,
      0x00B7, 0x00B8, 0x0105, 0x015F, 0x00BB, 0x013D, 0x02DD, 0x013E, 0x017C},
     {{0x00C2, 0xC2},
      {0x0102, 0xC3},
      {0x00C4, 0xC4},
      {0x0139, 0xC5},
      {0x00CE, 0xCE},
      {0x010E, 0xCF},
      {0x0110, 0xD0},
      {0x0143, 0xD1},
      {0x00E1, 0xE1},
      {0x00E2, 0xE2},
      {0x0111, 0xF0}}},
    /* Windows-1251, Cyrillic */
    {{0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409,
      0x2039, 0x040A, 0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0,      0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0,
      0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB,
      0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6,
      0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457},
     {{0x0412, 0xC2},
      {0x0413, 0xC3},
      {0x0414, 0xC4},
      {0x0415, 0xC5},
      {0x041E, 0xCE},
      {0x041F, 0xCF},
      {0x0420, 0xD0},
      {0x0421, 0xD1},
      {0x0431, 0xE1},
      {0x0432, 0xE2},
      {0x0440, 0xF0}}},
};

/* How sure it is that a sequence is no letters that were meant. */
enum sureness {
    SURE_NOT,
    SURE_WEAK, /* with others like it */
    SURE
};

/* Where a letter stands. */
struct place {
    const char *at;
    const char *end;
    int32_t before; /* the character before it; 0 at the start */
    int run;        /* letters that could be garbled and end just before it, side by side */
};

static int lead_byte(const struct set *set, int32_t code) {
    if (set->leads[0].code == 0) {
        return code >= WESTERN_FIRST && code <= WESTERN_LAST ? code : -1;
    }
    for (size_t i = 0; i < LEADS_MAX && set->leads[i].code; i++) {
        if (set->leads[i].code == code) {
            return set->leads[i].byte;
        }
    }
    return -1;
}

static int high_byte(const struct set *set, int32_t code) {
    for (int i = 0; i < HIGHS; i++) {
        const int own = HIGH_FIRST + i;
        if (code == (set->highs[i] ? set->highs[i] : own)) {
            return own;
        }
    }
    return -1;
}

/*
 * Turns the characters at `at` back into the bytes of one letter in UTF-8, and returns how many
 * bytes of the text they took; 0 when they are none.
 */
static size_t sequence_read(const struct set *set, const char *at, const char *end,
                            unsigned char bytes[LETTER_MAX]) {
    int32_t code;
    size_t taken = text_code(at, (size_t)(end - at), &code);
    const int lead = lead_byte(set, code);
    if (lead < 0) {
        return 0;
    }
    const size_t count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    bytes[0] = (unsigned char)lead;
    for (size_t i = 1; i < count; i++) {
        const size_t more = text_code(at + taken, (size_t)(end - at) - taken, &code);
        const int high = more ? high_byte(set, code) : -1;
        if (high < 0) {
            return 0;
        }
        bytes[i] = (unsigned char)high;
        taken += more;
    }
    return text_valid((const char *)bytes, count) == count ? taken : 0;
}

static bool is_cyrillic(int32_t code) {
    return code >= 0x0400 && code <= 0x04FF;
}

static bool is_ascii_letter(int32_t code) {
    return code > 0 && code < HIGH_FIRST && isalpha((int)code);
}

static bool is_letter(int32_t code) {
    return code > 0 && iswalpha((wint_t)code);
}

/*
 * `second` is the character behind a capital. That is garbled within a word of small letters, and
 * where letters follow behind a sign; a capital that ends a word may well have a quotation mark or
 * a no-break space behind it, or a letter of its language.
 */
static enum sureness latin_judge(const struct place *place, unsigned char lead, int32_t second,
                                 int32_t next) {
    const bool within = (place->before > 0 && iswlower((wint_t)place->before)) || place->run > 0;
    const bool usual = lead == SMALL_LETTERS ? second == CEDILLA_CAPITAL || second == CEDILLA_SMALL
                                             : is_letter(second) || second == NO_BREAK_SPACE;
    return within || (is_letter(next) && !usual) ? SURE : SURE_WEAK;
}

static enum sureness sequence_judge(const struct set *set, const struct place *place, size_t taken,
                                    const unsigned char *bytes) {
    int32_t first;
    int32_t second;
    int32_t next = 0;
    const size_t size = text_code(place->at, (size_t)(place->end - place->at), &first);
    text_code(place->at + size, (size_t)(place->end - place->at) - size, &second);
    text_code(place->at + taken, (size_t)(place->end - place->at) - taken, &next);
    if (is_cyrillic(first) && (is_ascii_letter(place->before) || is_ascii_letter(next))) {
        return SURE;
    }
    if (bytes[0] == 0xE2) {
        /* Dashes, quotation marks, the euro sign. */
        const bool sign = bytes[1] <= 0x86 && bytes[1] % 2 == 0;
        return sign ? SURE : SURE_WEAK;
    }
    if (bytes[0] == 0xF0) {
        return bytes[1] == 0x9F ? SURE : SURE_WEAK;
    }
    if (bytes[0] == 0xE1) {
        /* Vietnamese. */
        return bytes[1] >= 0xB8 && bytes[1] <= 0xBB && is_letter(next) ? SURE : SURE_WEAK;
    }
    if (bytes[0] <= LATIN_LAST && !is_cyrillic(first)) {
        return latin_judge(place, bytes[0], second, next);
    }
    /* A capital in the middle of a word, again and again: Cyrillic, Greek, Hebrew, Arabic. */
    return place->run > 0 && set->leads[0].code == 0 ? SURE : SURE_WEAK;
}

bool garbled_find(const char *text, struct garbled *garbled) {
    const char *end = text + strlen(text);
    for (size_t i = 0; i < COUNT(sets); i++) {
        struct place place = {.at = text, .end = end};
        while (place.at < end) {
            const size_t ascii = bytes_ascii(place.at, (size_t)(end - place.at));
            if (ascii > 0) {
                place.at += ascii;
                place.before = place.at[-1];
                place.run = 0;
                continue;
            }
            int32_t code;
            const size_t size = text_code(place.at, (size_t)(end - place.at), &code);
            unsigned char bytes[LETTER_MAX + 1] = {0};
            /* Garbled letters stand side by side, and most others beyond ASCII do not. */
            const bool beside = size > 0 && place.at[size] & 0x80;
            const size_t taken = beside ? sequence_read(&sets[i], place.at, end, bytes) : 0;
            const enum sureness sure = taken ? sequence_judge(&sets[i], &place, taken, bytes)
                                             : SURE_NOT;
            place.run = sure == SURE_NOT ? 0 : place.run + 1;
            if (sure == SURE || place.run == WEAK_ENOUGH) {
                *garbled = (struct garbled){.start = place.at, .length = taken};
                memcpy(garbled->letter, bytes, sizeof garbled->letter);
                return true;
            }
            place.before = size ? code : 0;
            place.at += sure == SURE_WEAK ? taken : size ? size : 1;
        }
    }
    return false;
}
