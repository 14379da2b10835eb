/* Reads dates whose month is a word or a Roman number, or that name their parts, as in Japanese. */
#include "vademecum/catalogue/guess_month.h"

#include "vademecum/base/count.h"

#include <stdbool.h>
#include <string.h>

enum {
    PARTS_MAX = 3, /* of a date */
    MONTHS = 12,
    SHORT_MIN = 3 /* letters of a month's name at least, unless they are its Roman number */
};

/* A number, or the word for a month. */
struct part {
    const char *digits; /* NULL for a word */
    size_t length;      /* of them */
    int month;          /* 1 to 12, of a word */
};

/* A date that is cut into its parts. */
struct parts {
    struct part parts[PARTS_MAX];
    size_t count;
    size_t words; /* of them, or between them, that say what they are */
    bool signs;   /* more than blanks stands between */
    bool letter;  /* a word of them is one letter, as X */
};

static const char *const romans[MONTHS] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                           "vii", "viii", "ix",  "x",  "xi", "xii"};

/*
 * Folded: English, German, French, Spanish, Italian, Czech, Polish, Ukrainian, Russian, Finnish. A
 * name may be cut after three letters; the first month that has it then counts.
 */
static const char *const names[MONTHS] = {
    "january januar janner janvier enero gennaio leden ledna styczen stycznia січень січня январь "
    "января tammikuu tammikuuta",
    "february februar fevrier febrero febbraio unor unora luty lutego лютии лютого февраль февраля "
    "helmikuu helmikuuta",
    "march marz maerz mars marzo brezen brezna marzec marca березень березня март марта maaliskuu "
    "maaliskuuta",
    "april avril abril aprile duben dubna kwiecien kwietnia квітень квітня апрель апреля huhtikuu "
    "huhtikuuta",
    "may mai mayo maggio kveten kvetna maj maja травень травня маи мая toukokuu toukokuuta",
    "june juni juin junio giugno cerven cervna czerwiec czerwca червень червня июнь июня kesakuu "
    "kesakuuta",
    "july juli juillet julio luglio cervenec cervence lipiec lipca липень липня июль июля heinakuu "
    "heinakuuta",
    "august aout agosto srpen srpna sierpien sierpnia серпень серпня август августа elokuu "
    "elokuuta",
    "september septembre septiembre settembre zari wrzesien wrzesnia вересень вересня сентябрь "
    "сентября syyskuu syyskuuta",
    "october oktober octobre octubre ottobre rijen rijna pazdziernik pazdziernika жовтень жовтня "
    "октябрь октября lokakuu lokakuuta",
    "november novembre noviembre listopad listopadu listopada листопад листопада ноябрь ноября "
    "marraskuu marraskuuta",
    "december dezember decembre diciembre dicembre prosinec prosince grudzien grudnia грудень "
    "грудня декабрь декабря joulukuu joulukuuta",
};

/* Words that say no more than what a number is, or that a date follows. */
static const char *const fillers[] = {
    "of", "the", "de", "del", "den", "der", "le", "el", "il", "st", "nd", "rd", "th", "er", "ro",
};

/* Behind a year. */
static const char *const year_words[] = {"r", "roku", "г", "года", "р", "року"};

/* Behind the year, the month and the day in Chinese and Japanese, and in Korean, taken apart. */
static const char *const counters[PARTS_MAX][2] = {
    {"\u5E74", "\u1102\u1167\u11AB"},
    {"\u6708", "\u110B\u116F\u11AF"},
    {"\u65E5", "\u110B\u1175\u11AF"},
};

static bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte & 0x80);
}

static bool is_word(const char *word, const char *text, size_t length) {
    return strlen(word) == length && strncmp(word, text, length) == 0;
}

static bool is_in(const char *const *words, size_t count, const char *text, size_t length) {
    for (size_t i = 0; i < count; i++) {
        if (is_word(words[i], text, length)) {
            return true;
        }
    }
    return false;
}

/* Letters in UTF-8, up to so many. */
static size_t letters(const char *text, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        count += (text[i] & 0xC0) != 0x80;
    }
    return count;
}

/* Whether one of the names, between blanks, is the text, or begins with it when it is `cut`. */
static bool is_named(const char *list, const char *text, size_t length, bool cut) {
    while (*list) {
        const size_t name = strcspn(list, " ");
        if (name >= length && strncmp(list, text, length) == 0 && (cut || name == length)) {
            return true;
        }
        list += name + strspn(list + name, " ");
    }
    return false;
}

/* 1 to 12; 0 for none. */
static int month_of(const char *text, size_t length) {
    for (int i = 0; i < MONTHS; i++) {
        if (is_word(romans[i], text, length) || is_named(names[i], text, length, false)) {
            return i + 1;
        }
    }
    for (int i = 0; i < MONTHS && letters(text, length) >= SHORT_MIN; i++) {
        if (is_named(names[i], text, length, true)) {
            return i + 1;
        }
    }
    return 0;
}

/* Bytes of the word at the start that stands behind the part with this number; 0 for another. */
static size_t counter_length(const char *text, size_t part) {
    for (size_t i = 0; part < PARTS_MAX && i < COUNT(counters[part]); i++) {
        const size_t length = strlen(counters[part][i]);
        if (strncmp(text, counters[part][i], length) == 0) {
            return length;
        }
    }
    return 0;
}

static bool part_add(struct parts *parts, const struct part *part) {
    if (parts->count == PARTS_MAX) {
        return false;
    }
    parts->parts[parts->count++] = *part;
    return true;
}

/* Takes a word, which stands at `*text`; false when it belongs to no date. */
static bool word_take(struct parts *parts, const char **text) {
    const char *word = *text;
    const size_t counter = parts->count > 0 ? counter_length(word, parts->count - 1) : 0;
    size_t length = counter;
    while (!counter && is_letter(word[length])) {
        length++;
    }
    *text += length;
    if (counter) {
        parts->words++;
        return true;
    }
    const struct part part = {.month = month_of(word, length)};
    if (!part.month) {
        const bool year = is_in(year_words, COUNT(year_words), word, length);
        parts->words += year;
        return year || is_in(fillers, COUNT(fillers), word, length);
    }
    parts->words++;
    parts->letter = parts->letter || length == 1;
    return part_add(parts, &part);
}

static bool parts_cut(const char *text, struct parts *parts) {
    *parts = (struct parts){0};
    while (*text) {
        const size_t digits = strspn(text, "0123456789");
        if (digits > 0) {
            const struct part part = {.digits = text, .length = digits};
            text += digits;
            if (!part_add(parts, &part)) {
                return false;
            }
        } else if (is_letter(*text)) {
            if (!word_take(parts, &text)) {
                return false;
            }
        } else if (strchr(" .,-/'", *text)) {
            parts->signs = parts->signs || *text != ' ';
            text++;
        } else {
            return false;
        }
    }
    return parts->count > 0;
}

static const char *part_write(struct arena *arena, const struct part *part) {
    return part->digits ? arena_copy(arena, part->digits, part->length)
                        : arena_printf(arena, "%d", part->month);
}

/* Which part is the month, by its word; PARTS_MAX when none is, or no date can be made of them. */
static size_t month_find(const struct parts *parts) {
    size_t month = PARTS_MAX;
    size_t months = 0;
    for (size_t i = 0; i < parts->count; i++) {
        if (!parts->parts[i].digits) {
            month = i;
            months++;
        }
    }
    /* "2026 x" */
    const bool chance = parts->letter && !parts->signs && parts->count < PARTS_MAX;
    return months == 1 && !chance && parts->count > 1 && month + 1 < PARTS_MAX ? month : PARTS_MAX;
}

const char *guess_month_words(struct arena *arena, const char *text) {
    struct parts parts;
    if (!parts_cut(text, &parts)) {
        return text;
    }
    const size_t month = month_find(&parts);
    bool numbers = true;
    for (size_t i = 0; i < parts.count; i++) {
        numbers = numbers && parts.parts[i].digits;
    }
    const bool told = parts.words > 0 || (parts.count == PARTS_MAX && !parts.signs);
    if (month == PARTS_MAX && !(numbers && told)) {
        return text;
    }
    if (month == 0 && parts.count == PARTS_MAX) {
        const struct part first = parts.parts[0];
        parts.parts[0] = parts.parts[1];
        parts.parts[1] = first;
    }
    const char *joined = part_write(arena, &parts.parts[0]);
    for (size_t i = 1; i < parts.count; i++) {
        joined = arena_printf(arena, "%s.%s", joined, part_write(arena, &parts.parts[i]));
    }
    return joined;
}
