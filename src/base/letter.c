#include "vademecum/base/letter.h"

#include "vademecum/base/count.h"

#include <stdlib.h>
#include <utf8proc.h>

enum {
    REPLACEMENT = 0xFFFD,
    BRAILLE_BLANK = 0x2800, /* a symbol to Unicode, a blank to the eye */
    FLAG_LETTER_A = 0x1F1E6,
    FLAG_LETTER_Z = 0x1F1FF,
    DIGIT_BLOCK = 16, /* digits stand at the beginning of one, or at its end */
    DIGIT_BLOCK_REST = 6
};

struct form {
    int32_t code;
    const char *text;
};

struct range {
    int32_t first;
    int32_t last;
};

/* Small letters, by code. */
static const struct form latin_forms[] = {
    {L'ß', "ss"}, {L'æ', "ae"},  {L'ð', "d"},   {L'ø', "o"},  {L'þ', "th"}, {L'đ', "d"},
    {L'ħ', "h"},  {L'ı', "i"},   {L'ĸ', "q"},   {L'ł', "l"},  {L'ŋ', "n"},  {L'œ', "oe"},
    {L'ŧ', "t"},  {L'ƀ', "b"},   {L'ƃ', "b"},   {L'ƈ', "c"},  {L'ƌ', "d"},  {L'ƒ', "f"},
    {L'ƙ', "k"},  {L'ƚ', "l"},   {L'ƞ', "n"},   {L'ƣ', "gh"}, {L'ƥ', "p"},  {L'ƫ', "t"},
    {L'ƭ', "t"},  {L'ƴ', "y"},   {L'ƶ', "z"},   {L'ƿ', "w"},  {L'ǝ', "e"},  {L'ǥ', "g"},
    {L'ȝ', "y"},  {L'ȡ', "d"},   {L'ȣ', "ou"},  {L'ȥ', "z"},  {L'ȴ', "l"},  {L'ȵ', "n"},
    {L'ȶ', "t"},  {L'ȷ', "j"},   {L'ȸ', "db"},  {L'ȹ', "qp"}, {L'ȼ', "c"},  {L'ȿ', "s"},
    {L'ɀ', "z"},  {L'ɇ', "e"},   {L'ɉ', "j"},   {L'ɋ', "q"},  {L'ɍ', "r"},  {L'ɏ', "y"},
    {L'ɐ', "a"},  {L'ɑ', "a"},   {L'ɓ', "b"},   {L'ɔ', "o"},  {L'ɕ', "c"},  {L'ɖ', "d"},
    {L'ɗ', "d"},  {L'ɘ', "e"},   {L'ə', "e"},   {L'ɛ', "e"},  {L'ɠ', "g"},  {L'ɡ', "g"},
    {L'ɢ', "g"},  {L'ɣ', "g"},   {L'ɦ', "h"},   {L'ɨ', "i"},  {L'ɩ', "i"},  {L'ɪ', "i"},
    {L'ɫ', "l"},  {L'ɬ', "l"},   {L'ɭ', "l"},   {L'ɯ', "u"},  {L'ɱ', "m"},  {L'ɲ', "n"},
    {L'ɳ', "n"},  {L'ɴ', "n"},   {L'ɵ', "o"},   {L'ɶ', "oe"}, {L'ɼ', "r"},  {L'ɽ', "r"},
    {L'ɾ', "r"},  {L'ʀ', "r"},   {L'ʂ', "s"},   {L'ʃ', "s"},  {L'ʈ', "t"},  {L'ʉ', "u"},
    {L'ʊ', "u"},  {L'ʋ', "v"},   {L'ʌ', "v"},   {L'ʏ', "y"},  {L'ʐ', "z"},  {L'ʑ', "z"},
    {L'ʒ', "z"},  {L'ʙ', "b"},   {L'ʜ', "h"},   {L'ʝ', "j"},  {L'ʟ', "l"},  {L'ᴀ', "a"},
    {L'ᴄ', "c"},  {L'ᴅ', "d"},   {L'ᴇ', "e"},   {L'ᴊ', "j"},  {L'ᴋ', "k"},  {L'ᴍ', "m"},
    {L'ᴏ', "o"},  {L'ᴘ', "p"},   {L'ᴛ', "t"},   {L'ᴜ', "u"},  {L'ᴠ', "v"},  {L'ᴡ', "w"},
    {L'ᴢ', "z"},  {L'ᵬ', "b"},   {L'ᵭ', "d"},   {L'ᵮ', "f"},  {L'ᵯ', "m"},  {L'ᵰ', "n"},
    {L'ᵱ', "p"},  {L'ᵲ', "r"},   {L'ᵴ', "s"},   {L'ᵵ', "t"},  {L'ᵶ', "z"},  {L'ᵻ', "i"},
    {L'ᵽ', "p"},  {L'ᵾ', "u"},   {L'ᶀ', "b"},   {L'ᶁ', "d"},  {L'ᶂ', "f"},  {L'ᶃ', "g"},
    {L'ᶄ', "k"},  {L'ᶅ', "l"},   {L'ᶆ', "m"},   {L'ᶇ', "n"},  {L'ᶈ', "p"},  {L'ᶉ', "r"},
    {L'ᶊ', "s"},  {L'ᶌ', "v"},   {L'ᶍ', "x"},   {L'ᶎ', "z"},  {L'ẜ', "s"},  {L'ẝ', "s"},
    {L'ỻ', "ll"}, {L'ỽ', "v"},   {L'ỿ', "y"},   {L'ⱡ', "l"},  {L'ⱥ', "a"},  {L'ⱦ', "t"},
    {L'ⱨ', "h"},  {L'ⱪ', "k"},   {L'ⱬ', "z"},   {L'ⱱ', "v"},  {L'ⱳ', "w"},  {L'ⱴ', "v"},
    {L'ꜱ', "s"},  {L'ꜳ', "aa"},  {L'ꜵ', "ao"},  {L'ꜷ', "au"}, {L'ꜹ', "av"}, {L'ꜻ', "av"},
    {L'ꜽ', "ay"}, {L'ꝁ', "k"},   {L'ꝃ', "k"},   {L'ꝅ', "k"},  {L'ꝉ', "l"},  {L'ꝋ', "o"},
    {L'ꝍ', "o"},  {L'ꝏ', "oo"},  {L'ꝑ', "p"},   {L'ꝓ', "p"},  {L'ꝕ', "p"},  {L'ꝗ', "q"},
    {L'ꝙ', "q"},  {L'ꝛ', "r"},   {L'ꝟ', "v"},   {L'ꝡ', "vy"}, {L'ꞎ', "l"},  {L'ꞑ', "n"},
    {L'ꞓ', "c"},  {L'ꞗ', "b"}, {L'ꞙ', "f"}, {L'ꞡ', "g"},  {L'ꞣ', "k"},  {L'ꞥ', "n"},
    {L'ꞧ', "r"},  {L'ꞩ', "s"},   {L'ꞹ', "u"},
};

/*
 * Letters of other scripts, by code: Cyrillic ones that keyboards of another language lack, and
 * palochka as it is typed; Hebrew finals and the digraphs of Yiddish; the forms of Arabic alef,
 * kaf, yeh and heh; Indic letters without a vowel that may be spelt with a virama; voicing marks
 * that stand by themselves.
 */
static const struct form other_forms[] = {
    {L'ґ', "г"},
    {L'ғ', "г"},
    {L'ҕ', "г"},
    {L'җ', "ж"},
    {L'ҙ', "з"},
    {L'қ', "к"},
    {L'ҝ', "к"},
    {L'ҟ', "к"},
    {L'ҡ', "к"},
    {L'ң', "н"},
    {L'ҥ', "н"},
    {L'ҫ', "с"},
    {L'ҭ', "т"},
    {L'ү', "у"},
    {L'ұ', "у"},
    {L'ҳ', "х"},
    {L'ҷ', "ч"},
    {L'ҹ', "ч"},
    {L'һ', "х"},
    {L'ӄ', "к"},
    {L'ӈ', "н"},
    {L'ӌ', "ч"},
    {L'ӏ', "1"},
    {L'ә', "а"},
    {L'ө', "о"},
    {0x05DA, "\u05DB"},
    {0x05DD, "\u05DE"},
    {0x05DF, "\u05E0"},
    {0x05E3, "\u05E4"},
    {0x05E5, "\u05E6"},
    {0x05F0, "\u05D5\u05D5"},
    {0x05F1, "\u05D5\u05D9"},
    {0x05F2, "\u05D9\u05D9"},
    {0x0629, "\u0647"},
    {0x0649, "\u064A"},
    {0x0671, "\u0627"},
    {0x06A9, "\u0643"},
    {0x06AA, "\u0643"},
    {0x06BE, "\u0647"},
    {0x06C1, "\u0647"},
    {0x06C3, "\u0647"},
    {0x06CC, "\u064A"},
    {0x06D5, "\u0647"},
    {0x09CE, "\u09A4\u09CD"},
    {0x0D7A, "\u0D23\u0D4D"},
    {0x0D7B, "\u0D28\u0D4D"},
    {0x0D7C, "\u0D30\u0D4D"},
    {0x0D7D, "\u0D32\u0D4D"},
    {0x0D7E, "\u0D33\u0D4D"},
    {0x0D7F, "\u0D15\u0D4D"},
    {0x309B, "\u3099"},
    {0x309C, "\u309A"},
};

/*
 * What is dropped, by code: apostrophes, quotation marks, and what is typed as one of them or
 * standing for one; Armenian marks of tone and question, which stand inside words; tatweel and the
 * small letters of Arabic.
 */
static const int32_t dropped[] = {
    0x0022, 0x0027, 0x0060, 0x00B4, 0x0242, 0x0294, 0x02B9, 0x02BA, 0x02BB, 0x02BC, 0x02BD,
    0x02BE, 0x02BF, 0x02C8, 0x02EE, 0x0374, 0x0384, 0x055A, 0x055B, 0x055C, 0x055E, 0x05F3,
    0x05F4, 0x0640, 0x0674, 0x06E5, 0x06E6, 0x07F4, 0x07F5, 0x1FBD, 0x1FBF, 0x1FCD, 0x1FCE,
    0x1FCF, 0x1FDD, 0x1FDE, 0x1FDF, 0x1FEF, 0x1FFD, 0x1FFE, 0x2018, 0x2019, 0x201B, 0x201C,
    0x201D, 0x201F, 0x2032, 0x2033, 0x2035, 0xA78B, 0xA78C,
};

/*
 * By code: the accents of Latin, Greek, Cyrillic, Hebrew, Arabic and Syriac. Elsewhere a mark is a
 * vowel, a tone or another consonant, and words differ by it. A nukta goes in Hindi and Punjabi,
 * where it marks sounds of foreign words and many leave it out; it stays in Bengali and Oriya,
 * where it makes another letter.
 */
static const struct range accents[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
    {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x0711, 0x0711},
    {0x0730, 0x074A}, {0x0898, 0x089F}, {0x08CA, 0x08E1}, {0x08E3, 0x08FF}, {0x093C, 0x093C},
    {0x0951, 0x0954}, {0x0A3C, 0x0A3C}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
    {0x2DE0, 0x2DFF}, {0xA66F, 0xA672}, {0xA674, 0xA67D}, {0xA69E, 0xA69F}, {0xFB1E, 0xFB1E},
    {0xFE20, 0xFE2F},
};

size_t letter_read(const char *text, int32_t *code) {
    /* Four bytes are the most it reads, and it stops at a NUL. */
    const utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text, LETTER_BYTES,
                                                    code);
    if (taken <= 0) {
        *code = REPLACEMENT;
        return 1;
    }
    return (size_t)taken;
}

size_t letter_write(int32_t code, char bytes[LETTER_BYTES]) {
    return (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)bytes);
}

size_t letter_parts(int32_t code, enum letter_case in_case, int32_t parts[LETTER_PARTS]) {
    if (code >= FLAG_LETTER_A && code <= FLAG_LETTER_Z) {
        parts[0] = (in_case == LETTER_SMALL ? 'a' : 'A') + code - FLAG_LETTER_A;
        return 1;
    }
    int class = UTF8PROC_BOUNDCLASS_START; /* asked for by the call, of no use here */
    unsigned options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE;
    options |= in_case == LETTER_SMALL ? UTF8PROC_CASEFOLD : 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, LETTER_PARTS,
                                                           (utf8proc_option_t)options, &class);
    return count > 0 && count <= LETTER_PARTS ? (size_t)count : 0;
}

size_t letter_compose(int32_t parts[LETTER_PARTS], size_t count) {
    const utf8proc_ssize_t composed = utf8proc_normalize_utf32(parts, (utf8proc_ssize_t)count,
                                                               UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    return composed > 0 ? (size_t)composed : count;
}

static int form_compare(const void *key, const void *form) {
    const int32_t code = *(const int32_t *)key;
    const int32_t other = ((const struct form *)form)->code;
    return (code > other) - (code < other);
}

static const char *form_find(const struct form *forms, size_t count, int32_t code) {
    const struct form *form = bsearch(&code, forms, count, sizeof *forms, form_compare);
    return form ? form->text : NULL;
}

const char *letter_latin(int32_t code) {
    return form_find(latin_forms, COUNT(latin_forms), code);
}

static int code_compare(const void *key, const void *code) {
    const int32_t one = *(const int32_t *)key;
    const int32_t other = *(const int32_t *)code;
    return (one > other) - (one < other);
}

const char *letter_form(int32_t code) {
    const char *form = form_find(latin_forms, COUNT(latin_forms), code);
    form = form ? form : form_find(other_forms, COUNT(other_forms), code);
    const bool drop = bsearch(&code, dropped, COUNT(dropped), sizeof *dropped, code_compare);
    return drop ? "" : form;
}

int letter_digit(int32_t code) {
    if (utf8proc_category(code) != UTF8PROC_CATEGORY_ND) {
        return -1;
    }
    const int place = code % DIGIT_BLOCK;
    const bool from_start = utf8proc_category(code - place) == UTF8PROC_CATEGORY_ND;
    return from_start ? place : place - DIGIT_BLOCK_REST;
}

bool letter_is_blank(int32_t code) {
    const utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP || code == BRAILLE_BLANK;
}

bool letter_is_mark(int32_t code) {
    const utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

static int range_compare(const void *key, const void *range) {
    const int32_t code = *(const int32_t *)key;
    const struct range *of = range;
    return (code > of->last) - (code < of->first);
}

bool letter_is_accent(int32_t code) {
    return code >= accents[0].first &&
           bsearch(&code, accents, COUNT(accents), sizeof *accents, range_compare);
}

bool letter_is_in_words(int32_t code) {
    const utf8proc_category_t category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}
