#include "vademecum/base/text.h"

#include "vademecum/base/count.h"

#include <ctype.h>
#include <string.h>
#include <utf8proc.h>

enum {
    DELETE = 0x7F,
    NEXT_LINE = 0x85,
    NO_BREAK_SPACE = 0xA0,
    SOFT_HYPHEN = 0xAD,
    FIGURE_SPACE = 0x2007,
    ZERO_WIDTH_SPACE = 0x200B,
    NON_JOINER = 0x200C,
    JOINER = 0x200D,
    NARROW_NO_BREAK_SPACE = 0x202F,
    CONTROL_PICTURES = 0x2400,
    PICTURE_OF_DELETE = 0x2421,
    DOTTED_CIRCLE = 0x25CC, /* what a mark stands on that has nothing to stand on */
    BRAILLE_BLANK = 0x2800, /* a symbol to Unicode, a blank to the eye */
    REPLACEMENT = 0xFFFD,
    FLAG_LETTER_A = 0x1F1E6,
    FLAG_LETTER_Z = 0x1F1FF,
    SKIN_TONE_FIRST = 0x1F3FB,
    SKIN_TONE_LAST = 0x1F3FF,
    TAG_FIRST = 0xE0020, /* letters that only flags of regions are made of */
    TAG_LAST = 0xE007F
};

/* The characters from `first` to `last`. */
struct range {
    int32_t first;
    int32_t last;
};

/* Scripts whose letters a joiner or non-joiner behind them gives another shape. */
static const struct range joined[] = {
    {0x0600, 0x08FF}, /* Arabic, Syriac, Thaana, N'Ko, Mandaic */
    {0x0900, 0x0DFF}, /* the scripts of India and Sri Lanka */
    {0x0F00, 0x109F}, /* Tibetan, Myanmar */
    {0x1780, 0x18AF}, /* Khmer, Mongolian */
    {0xA800, 0xABFF}, /* more of India and its neighbours */
    {0xFB50, 0xFDFF}, /* forms of Arabic letters */
    {0xFE70, 0xFEFE}, /* the same */
    {0x11000, 0x11FFF},
};

/* Scripts in which words stand side by side, with a zero-width space where a line may break. */
static const struct range unspaced[] = {{0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}};

static const char soft_hyphen[] = "\xC2\xAD";

/* What a character does on a terminal. */
enum nature {
    NATURE_SPACING, /* takes columns of its own */
    NATURE_MARK,    /* is drawn over the character before it */
    NATURE_INNER,  /* is drawn into the one before, and only there: the rest of a Hangul syllable */
    NATURE_SILENT, /* draws nothing, but changes its neighbours: a joiner, a variation selector */
    NATURE_HIDDEN  /* must not get there: a control, a format character, one that shows nothing */
};

/* The cluster of a control: a newline, a tab, or the picture of any other. */
static size_t cluster_control(const char *bytes, size_t length, enum letters letters,
                              struct cluster *cluster) {
    const unsigned char first = (unsigned char)bytes[0];
    const bool pair = first == '\r' && length > 1 && bytes[1] == '\n';
    if (first == '\n' || pair) {
        cluster->width = 0;
        cluster->newline = true;
        return pair ? 2 : 1;
    }
    if (first == '\t') {
        cluster->chars[0] = ' ';
        cluster->space = true;
    } else if (letters == LETTERS_ASCII) {
        cluster->chars[0] = '?';
    } else {
        cluster->chars[0] = first == DELETE ? PICTURE_OF_DELETE : CONTROL_PICTURES + first;
    }
    return 1;
}

/* The bytes of the character at `bytes`; for a byte that starts none, 1 and U+FFFD. */
static size_t code_step(const char *bytes, size_t length, int32_t *code) {
    const size_t taken = text_code(bytes, length, code);
    if (taken == 0) {
        *code = REPLACEMENT;
        return 1;
    }
    return taken;
}

/* The cluster behind a soft hyphen, which took `taken` bytes; a blank at the end of the text. */
static size_t cluster_behind(const char *bytes, size_t taken, size_t length, enum letters letters,
                             struct cluster *cluster) {
    while (length - taken >= sizeof soft_hyphen - 1 &&
           memcmp(bytes + taken, soft_hyphen, sizeof soft_hyphen - 1) == 0) {
        taken += sizeof soft_hyphen - 1;
    }
    if (taken == length || !bytes[taken]) {
        cluster->chars[0] = ' ';
        cluster->space = true;
        return taken;
    }
    return taken + text_cluster(bytes + taken, length - taken, letters, cluster);
}

static enum nature code_nature(int32_t code) {
    const utf8proc_property_t *property = utf8proc_get_property(code);
    switch (property->category) {
    case UTF8PROC_CATEGORY_CF:
        return code == JOINER || code == NON_JOINER ? NATURE_SILENT : NATURE_HIDDEN;
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return NATURE_HIDDEN;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
        return property->ignorable ? NATURE_SILENT : NATURE_MARK;
    default:
        break;
    }
    if (property->ignorable || code == BRAILLE_BLANK) {
        return NATURE_HIDDEN;
    }
    const bool inner = property->boundclass == UTF8PROC_BOUNDCLASS_V ||
                       property->boundclass == UTF8PROC_BOUNDCLASS_T;
    return inner && wcwidth((wchar_t)code) == 0 ? NATURE_INNER : NATURE_SPACING;
}

/* Whether the locale has the character, with columns of its own or without as its nature wants. */
static bool code_prints(int32_t code, enum nature nature, enum letters letters) {
    if (letters == LETTERS_ASCII) {
        return true;
    }
    const int width = wcwidth((wchar_t)code);
    return nature == NATURE_SPACING ? width > 0 : width == 0;
}

static bool code_is_within(int32_t code, const struct range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (code >= ranges[i].first && code <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

/* Whether nothing is shown of a character behind another one. */
static bool code_is_dropped(int32_t code, int32_t before) {
    return code == SOFT_HYPHEN ||
           (code == ZERO_WIDTH_SPACE && code_is_within(before, unspaced, COUNT(unspaced)));
}

/*
 * Reads what belongs to the cluster of `base` behind it, writes the first `room` marks of it to
 * `marks`, and returns its bytes.
 */
static size_t cluster_marks(const char *bytes, size_t length, int32_t base, enum letters letters,
                            wchar_t *marks, size_t room) {
    size_t taken = 0;
    size_t count = 0;
    int32_t before = base;
    int32_t state = 0;
    const bool toned = utf8proc_get_property(base)->boundclass ==
                       UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
    /* No ASCII byte belongs to the character before it, and neither does the NUL at the end. */
    while (taken < length && bytes[taken] & 0x80) {
        int32_t next;
        const size_t more = code_step(bytes + taken, length - taken, &next);
        const enum nature nature = code_nature(next);
        if (code_is_dropped(next, base)) {
            taken += more;
            continue;
        }
        const bool tone = toned && next >= SKIN_TONE_FIRST && next <= SKIN_TONE_LAST;
        if (nature == NATURE_HIDDEN || (nature == NATURE_SPACING && !tone) ||
            utf8proc_grapheme_break_stateful(before, next, &state)) {
            break;
        }
        const bool shapes = (next == JOINER || next == NON_JOINER) &&
                            code_is_within(base, joined, COUNT(joined));
        const bool drawn = nature == NATURE_MARK || nature == NATURE_INNER || shapes;
        if (drawn && count < room && code_prints(next, nature, letters)) {
            marks[count++] = (wchar_t)next;
        }
        before = next;
        taken += more;
    }
    return taken;
}

/* Whether the character is a blank at which a line may break. */
static bool code_is_blank(int32_t code) {
    return utf8proc_category(code) == UTF8PROC_CATEGORY_ZS && code != NO_BREAK_SPACE &&
           code != FIGURE_SPACE && code != NARROW_NO_BREAK_SPACE;
}

/* Puts the cluster into ASCII. */
static void cluster_ascii(struct cluster *cluster) {
    char form[CLUSTER_CHARS + 1];
    size_t length = text_ascii(cluster->chars[0], form);
    /* An accent may go from a letter; on a sign or a blank it is the meaning, as in ≠. */
    if (length == 0 || (cluster->chars[1] && !isalnum((unsigned char)form[0]))) {
        form[0] = '?';
        length = 1;
    }
    for (size_t i = 0; i <= CLUSTER_CHARS; i++) {
        cluster->chars[i] = i < length ? form[i] : L'\0';
    }
    cluster->width = (int)length;
}

/*
 * A cluster ends before anything that takes columns of its own, even where Unicode would go on (a
 * family, a flag, a skin tone): terminals disagree about the width of such sequences, and one wrong
 * guess shifts the rest of the row. What would glue them is left out, so that each terminal sees
 * single characters, about which all agree.
 */
size_t text_cluster(const char *bytes, size_t length, enum letters letters,
                    struct cluster *cluster) {
    const unsigned char first = (unsigned char)bytes[0];
    *cluster = (struct cluster){.width = 1};
    if (first < ' ' || first == DELETE) {
        return cluster_control(bytes, length, letters, cluster);
    }
    if (first < 0x80 && (length == 1 || !(bytes[1] & 0x80))) {
        cluster->chars[0] = first;
        cluster->space = first == ' ';
        return 1;
    }

    int32_t base;
    const size_t taken = code_step(bytes, length, &base);
    if (base == SOFT_HYPHEN) {
        return cluster_behind(bytes, taken, length, letters, cluster);
    }
    if (base >= FLAG_LETTER_A && base <= FLAG_LETTER_Z) {
        base += 'A' - FLAG_LETTER_A;
    }
    const enum nature nature = code_nature(base);
    if ((nature != NATURE_SPACING && nature != NATURE_MARK) ||
        !code_prints(base, nature, letters)) {
        cluster->chars[0] = letters == LETTERS_ASCII ? '?' : REPLACEMENT;
        return taken;
    }
    size_t count = 0;
    if (nature == NATURE_MARK) {
        cluster->chars[count++] = DOTTED_CIRCLE;
    }
    cluster->chars[count++] = (wchar_t)base;
    const size_t more = cluster_marks(bytes + taken, length - taken, base, letters,
                                      cluster->chars + count, CLUSTER_CHARS - count);
    cluster->space = code_is_blank(base) && !cluster->chars[1];
    if (letters == LETTERS_ASCII) {
        cluster_ascii(cluster);
    } else if (nature == NATURE_SPACING) {
        cluster->width = wcwidth((wchar_t)base);
    }
    return taken + more;
}

bool text_cluster_starts(const char *bytes, size_t length) {
    int32_t code;
    if (text_code(bytes, length, &code) == 0) {
        return false;
    }
    const bool tone = code >= SKIN_TONE_FIRST && code <= SKIN_TONE_LAST;
    return code_nature(code) == NATURE_SPACING && !tone;
}

/* Writes the text as it may be shown to `out`, unless that is NULL, and returns its bytes. */
static size_t clean_write(const char *text, enum letters letters, char newline, char *out) {
    size_t count = 0;
    while (*text) {
        /* Nearly all bytes of a text are ASCII and followed by ASCII, and stay as they are. */
        if (*text >= ' ' && *text < DELETE && !(text[1] & 0x80)) {
            if (out) {
                out[count] = *text;
            }
            count++;
            text++;
            continue;
        }
        struct cluster cluster;
        text += text_cluster(text, TEXT_TO_NUL, letters, &cluster);
        if (cluster.newline) {
            cluster.chars[0] = newline;
        }
        for (const wchar_t *at = cluster.chars; *at; at++) {
            utf8proc_uint8_t bytes[TEXT_CODE_BYTES];
            const size_t length = (size_t)utf8proc_encode_char((int32_t)*at, bytes);
            if (out) {
                memcpy(out + count, bytes, length);
            }
            count += length;
        }
    }
    return count;
}

static char *clean(struct arena *arena, const char *text, enum letters letters, char newline) {
    char *out = arena_alloc(arena, clean_write(text, letters, newline, NULL) + 1);
    clean_write(text, letters, newline, out);
    return out;
}

char *text_clean(struct arena *arena, const char *text, enum letters letters) {
    return clean(arena, text, letters, '\n');
}

char *text_clean_line(struct arena *arena, const char *text, enum letters letters) {
    return clean(arena, text, letters, ' ');
}

/* Whether the character leaves the place empty where it stands. */
static bool code_is_unseen(int32_t code) {
    const utf8proc_property_t *property = utf8proc_get_property(code);
    switch (property->category) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    case UTF8PROC_CATEGORY_CC:
        return code == '\t' || code == '\n' || code == '\r' || code == NEXT_LINE;
    case UTF8PROC_CATEGORY_CN:
        return false;
    default:
        return property->ignorable || code == BRAILLE_BLANK;
    }
}

size_t text_blanks(const char *bytes, size_t length) {
    size_t blanks = 0;
    while (blanks < length) {
        int32_t code;
        const size_t taken = text_code(bytes + blanks, length - blanks, &code);
        if (taken == 0 || !code_is_unseen(code)) {
            break;
        }
        blanks += taken;
    }
    return blanks;
}

bool text_invisible(int32_t code, int32_t before) {
    const utf8proc_property_t *property = utf8proc_get_property(code);
    const bool mark = property->category == UTF8PROC_CATEGORY_MN ||
                      property->category == UTF8PROC_CATEGORY_ME;
    const bool tag = code >= TAG_FIRST && code <= TAG_LAST;
    return code_is_unseen(code) && property->category != UTF8PROC_CATEGORY_ZS &&
           property->category != UTF8PROC_CATEGORY_CC && !mark && !tag && code != JOINER &&
           code != NON_JOINER && !code_is_dropped(code, before);
}
