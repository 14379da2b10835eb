/* Guards lines from spreadsheets that only open and save them, and mends what they changed. */
#include "vademecum/review/event_mend.h"

#include "vademecum/base/clock.h"
#include "vademecum/base/count.h"
#include "vademecum/base/guard.h"
#include "vademecum/base/text.h"

#include <ctype.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    GUARDED_MAX = 64,   /* bytes of a text that begins with a letter and may yet be a date */
    MONTH_LETTERS = 10, /* ASCII letters with which the name of a month begins at most */
    TIME_NUMBERS = 6,   /* year, month, day, hour, minute, second */
    NOON = 12           /* hours */
};

#define LETTERS "abcdefghijklmnopqrstuvwxyz"
#define KEPT "as "
#define KEPT_BETWEEN '|'

/* Cells that are to be put back, and what their check has to be. */
struct mending {
    struct arena *arena;
    const char **cells;    /* CELL_COUNT; changed while trying */
    const char *values[2]; /* that may have stood in the cell of the value */
    uint32_t check;        /* that has to fit */
};

/* A time as its numbers. */
struct moment {
    unsigned long numbers[TIME_NUMBERS]; /* in the order in which they stand in it */
    size_t count;                        /* of them */
    bool afternoon;                      /* "PM" stands in it */
    bool morning;                        /* "AM" stands in it */
};

/* As written by iconv; first those of the languages that most users write. */
static const char *const encodings[] = {"CP1252", "CP1250", "CP1251",    "CP1253",
                                        "CP1254", "CP1257", "MACINTOSH", "MAC-CENTRALEUROPE"};

/* Looks at small letters only for words that some language has for true and false. */
static bool word_risky(const char *word) {
    static const char *const truths[] = {
        "true",      "false",      "wahr",   "falsch",   "vrai",   "faux",  "vero",   "falso",
        "verdadero", "verdadeiro", "pravda", "nepravda", "prawda", "waar",  "onwaar", "igaz",
        "hamis",     "tosi",       "sant",   "usant",    "sann",   "sand",  "falsk",  "falskt",
        "adevarat",  "fals",       "dogru",  "yanlis",   "istina", "benar", "salah",
    };
    for (size_t i = 0; i < COUNT(truths); i++) {
        if (strcmp(word, truths[i]) == 0) {
            return true;
        }
    }
    return word[strspn(word, LETTERS "_.-")] != '\0';
}

/*
 * Whether a spreadsheet of any language could run it, or read it as a number, a date, a truth or an
 * error. Rather too often than too seldom: what is guarded needlessly is read all the same.
 */
static bool text_risky(const char *text) {
    if (guard_needed(text)) {
        return true;
    }
    const unsigned char first = (unsigned char)text[0];
    if (first < 0x80 && !isalpha(first)) {
        return first != '\0';
    }
    if (strlen(text) > GUARDED_MAX || strpbrk(text, "\\\n")) {
        return false;
    }
    bool letters = true;
    for (const char *byte = text; *byte; byte++) {
        letters = letters && (unsigned char)*byte < 0x80 && !isdigit((unsigned char)*byte);
    }
    return !letters || (!strchr(text, ' ') && word_risky(text));
}

const char *event_mend_guard(struct arena *arena, const char *value) {
    char *cell = arena_alloc(arena, 2 * strlen(value) + 2);
    char *to = cell;
    if (text_risky(value)) {
        *to++ = '\'';
    }
    for (; *value; value++) {
        const bool escaped = *value == '\\' || *value == '\n';
        if (escaped) {
            *to++ = '\\';
        }
        *to++ = *value == '\n' ? 'n' : *value;
    }
    return cell;
}

const char *event_mend_unguard(struct arena *arena, const char *cell) {
    cell += cell[0] == '\'';
    char *value = arena_alloc(arena, strlen(cell) + 1);
    char *to = value;
    for (; *cell; cell++) {
        if (*cell != '\\') {
            *to++ = *cell;
            continue;
        }
        cell++;
        if (*cell != '\\' && *cell != 'n') {
            return NULL;
        }
        *to++ = *cell == 'n' ? '\n' : '\\';
    }
    return value;
}

/* The time at which an event would be given this counter, so many seconds ahead. */
static void stamp_before(uint64_t counter, unsigned drift, char stamp[CLOCK_STAMP_SIZE]) {
    clock_stamp(counter > drift ? (int64_t)(counter - drift) : 0, stamp);
}

/* Whether the time cannot be found again from the counter, so that it must be kept. */
static bool time_lost(const char *time, uint64_t counter) {
    for (unsigned drift = 0; drift <= EVENT_DRIFT_MAX; drift++) {
        char stamp[CLOCK_STAMP_SIZE];
        stamp_before(counter, drift, stamp);
        if (strcmp(stamp, time) == 0) {
            return false;
        }
    }
    return true;
}

/* An id or the name of a field. No date begins with so long a word, or holds two without blanks. */
static bool name_risky(const char *name) {
    const size_t word = strspn(name, LETTERS);
    const size_t rest = strspn(name + word, EVENT_DIGITS ".-_/");
    const bool second = word > 0 && rest > 0 && strspn(name + word + rest, LETTERS) > 1;
    return word <= MONTH_LETTERS && !second && text_risky(name);
}

const char *event_mend_keep(struct arena *arena, const char *const cells[CELL_COUNT],
                            uint64_t counter) {
    const char *value = cells[CELL_VALUE];
    bool risky = (value[0] == '\'' && strlen(value) <= GUARDED_MAX) ||
                 time_lost(cells[CELL_TIME], counter);
    for (enum cell i = CELL_TIME; i < CELL_VALUE; i++) {
        risky = risky || (i != CELL_TIME && name_risky(cells[i]));
        if (strchr(cells[i], KEPT_BETWEEN)) {
            return NULL;
        }
    }
    const bool short_one = strlen(value) <= GUARDED_MAX;
    return risky ? arena_printf(arena, KEPT "%s|%s|%s|%s|%s%s%s", cells[CELL_TIME],
                                cells[CELL_REVIEWER], cells[CELL_PRACTICE], cells[CELL_ITEM],
                                cells[CELL_FIELD], short_one ? "|" : "", short_one ? value : "")
                 : NULL;
}

static bool mending_fits(struct mending *mending, const char *time) {
    mending->cells[CELL_TIME] = time;
    for (size_t i = 0; i < COUNT(mending->values); i++) {
        mending->cells[CELL_VALUE] = mending->values[i];
        if (event_cells_check((const char *const *)mending->cells) == mending->check) {
            return true;
        }
    }
    return false;
}

static bool moment_read(const char *spelled, struct moment *moment) {
    *moment = (struct moment){0};
    const char *half = strpbrk(spelled, "aApP");
    while (moment->count < TIME_NUMBERS) {
        spelled += strcspn(spelled, EVENT_DIGITS);
        if (!*spelled) {
            break;
        }
        char *end;
        moment->numbers[moment->count++] = strtoul(spelled, &end, 10);
        spelled = end;
    }
    moment->afternoon = half && toupper((unsigned char)*half) == 'P';
    moment->morning = half && !moment->afternoon;
    return moment->count >= TIME_NUMBERS - 1;
}

/* Tries each second when seconds were left out. */
static bool moment_try(struct mending *mending, const struct moment *moment, const int order[3]) {
    const unsigned long *numbers = moment->numbers;
    unsigned long year = numbers[order[0]];
    year += year < 100 ? 2000 : 0;
    unsigned long hour = numbers[3];
    if (moment->afternoon || moment->morning) {
        hour = hour % NOON + (moment->afternoon ? NOON : 0);
    }
    const bool exact = moment->count == TIME_NUMBERS;
    const unsigned long last = exact ? numbers[5] : 59;
    for (unsigned long second = exact ? last : 0; second <= last; second++) {
        if (mending_fits(mending,
                         arena_printf(mending->arena, "%04lu-%02lu-%02luT%02lu:%02lu:%02luZ", year,
                                      numbers[order[1]], numbers[order[2]], hour, numbers[4],
                                      second))) {
            return true;
        }
    }
    return false;
}

/* As a spreadsheet writes a date and a time, in whatever order a country has them. */
static bool spelled_try(struct mending *mending, const char *spelled) {
    static const int orders[][3] = {{0, 1, 2}, {2, 1, 0}, {2, 0, 1}};
    struct moment moment;
    if (!moment_read(spelled, &moment)) {
        return false;
    }
    for (size_t i = 0; i < COUNT(orders); i++) {
        if (moment_try(mending, &moment, orders[i])) {
            return true;
        }
    }
    return false;
}

/* Tries each time that the cell or the counter may mean. */
static bool mending_try(struct mending *mending, uint64_t counter) {
    const char *spelled = mending->cells[CELL_TIME];
    const char *value = mending->cells[CELL_VALUE];
    mending->values[0] = value;
    mending->values[1] = arena_printf(mending->arena, "'%s", value);
    bool fits = mending_fits(mending, spelled);
    for (unsigned drift = 0; drift <= EVENT_DRIFT_MAX && !fits; drift++) {
        char *stamp = arena_alloc(mending->arena, CLOCK_STAMP_SIZE);
        stamp_before(counter, drift, stamp);
        fits = mending_fits(mending, stamp);
    }
    if (!fits && !spelled_try(mending, spelled)) {
        mending->cells[CELL_TIME] = spelled;
        mending->cells[CELL_VALUE] = value;
        return false;
    }
    return true;
}

/* Whether it stands in the form in which it is written here. */
static bool time_ours(const char *time) {
    return strlen(time) > 0 && strchr(time, 'T') && time[strlen(time) - 1] == 'Z';
}

/*
 * The value only when the time was rewritten: a program that takes guards away does that too, and
 * what a person has changed in a value must not go without a word.
 */
static bool kept_read(struct arena *arena, const char *kept, const char *cells[CELL_COUNT]) {
    if (strncmp(kept, KEPT, strlen(KEPT)) != 0) {
        return false;
    }
    const bool rewritten = !time_ours(cells[CELL_TIME]);
    char *part = arena_copy(arena, kept, strlen(kept)) + strlen(KEPT);
    for (enum cell i = CELL_TIME; i < CELL_VALUE; i++) {
        char *end = strchr(part, KEPT_BETWEEN);
        if (!end && i + 1 < CELL_VALUE) {
            return false;
        }
        cells[i] = part;
        part = end ? end + 1 : NULL;
        if (end) {
            *end = '\0';
        }
    }
    cells[CELL_VALUE] = part && rewritten ? part : cells[CELL_VALUE];
    return true;
}

bool event_mend(struct arena *arena, const char *cells[CELL_COUNT], const char *kept,
                uint64_t counter) {
    const char *found[CELL_COUNT];
    memcpy(found, cells, sizeof found);
    struct mending mending = {.arena = arena, .cells = cells};
    bool fits = event_check_read(cells, &mending.check) && mending_try(&mending, counter);
    if (!fits && kept_read(arena, kept, cells)) {
        fits = mending_try(&mending, counter);
    }
    if (!fits) {
        memcpy(cells, found, sizeof found);
    }
    return fits;
}

/* Undoes two changes: what was UTF-8 is it no more, or each byte was taken for a letter. */
const char *event_mend_recode(struct arena *arena, const char *bytes, size_t *length,
                              size_t number) {
    const bool twice = text_valid(bytes, *length) == *length;
    const char *other = encodings[number];
    const iconv_t conversion = twice ? iconv_open(other, "UTF-8") : iconv_open("UTF-8", other);
    if (conversion == (iconv_t)-1) {
        return NULL;
    }
    char *from = arena_copy(arena, bytes, *length);
    size_t left = *length;
    size_t room = 3 * *length + 1;
    char *line = arena_alloc(arena, room);
    char *to = line;
    const size_t most = room;
    const bool whole = iconv(conversion, &from, &left, &to, &room) != (size_t)-1;
    iconv_close(conversion);
    *length = most - room;
    return whole && text_valid(line, *length) == *length ? line : NULL;
}

size_t event_mend_recodings(void) {
    return COUNT(encodings);
}
