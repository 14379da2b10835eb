#include "vademecum/import/project_amount.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/guess.h"
#include "vademecum/catalogue/quote.h"

#include <string.h>

#define DIGITS "0123456789"

enum {
    GROUPS_MAX = 8, /* of digits in one sum */
    GROUP = 3,      /* digits between two signs of thousands */
    CENTS = 2,      /* digits of decimals, at most */
    LETTERS = 3     /* of a currency */
};

/* The digits of a sum, and what stands between them. */
struct sum {
    const char *groups[GROUPS_MAX];
    size_t lengths[GROUPS_MAX];
    char signs[GROUPS_MAX]; /* behind each: ' ', ',' or '.' */
    size_t count;
};

static const struct {
    const char *word; /* folded */
    const char *code;
} currencies[] = {
    {"kc", "CZK"}, {"korun", "CZK"}, {"zl", "PLN"},   {"zlotych", "PLN"}, {"zloty", "PLN"},
    {"€", "EUR"},  {"euro", "EUR"},  {"eura", "EUR"}, {"eur", "EUR"},     {"ft", "HUF"},
    {"$", "USD"},  {"£", "GBP"},     {"lei", "RON"},
};

const char *project_amount_currency(struct arena *arena, const char *text) {
    const char *folded = guess_trim(arena, text_fold(arena, text));
    for (size_t i = 0; i < COUNT(currencies); i++) {
        if (strcmp(currencies[i].word, folded) == 0) {
            return currencies[i].code;
        }
    }
    if (strlen(folded) != LETTERS || strspn(folded, "abcdefghijklmnopqrstuvwxyz") != LETTERS) {
        return NULL;
    }
    char *code = arena_copy(arena, folded, LETTERS);
    for (size_t i = 0; i < LETTERS; i++) {
        code[i] = (char)(code[i] - 'a' + 'A');
    }
    return code;
}

/* Cuts the digits apart; what follows the last of them, or NULL when there are
 * no or too many. */
static const char *sum_cut(const char *text, struct sum *sum) {
    *sum = (struct sum){.count = 0};
    while (sum->count < GROUPS_MAX) {
        const size_t digits = strspn(text, DIGITS);
        if (digits == 0) {
            return NULL;
        }
        sum->groups[sum->count] = text;
        sum->lengths[sum->count] = digits;
        text += digits;
        const size_t blanks = strspn(text, " ");
        const bool apart = strchr(".,'", *text) && *text && text[1] && strchr(DIGITS, text[1]);
        const bool blank = blanks > 0 && text[blanks] && strchr(DIGITS, text[blanks]);
        sum->signs[sum->count++] = blank ? ' ' : *text;
        if (!blank && !apart) {
            return text;
        }
        text += blank ? blanks : 1;
    }
    return NULL;
}

/* Whether the last group is decimals; false with `*unclear` when that cannot be
 * told. */
static bool has_decimals(const struct sum *sum, char decimal, bool *unclear) {
    const size_t last = sum->count - 1;
    const char sign = last > 0 ? sum->signs[last - 1] : ' ';
    *unclear = false;
    if (sign != ',' && sign != '.') {
        return false;
    }
    if (decimal) {
        return sign == decimal;
    }
    *unclear = last == 1 && sum->lengths[last] == GROUP;
    return sum->lengths[last] <= CENTS;
}

/* Whether all before the decimals is one number, cut into thousands by one and
 * the same sign. */
static bool is_whole(const struct sum *sum, size_t groups) {
    for (size_t i = 1; i < groups; i++) {
        if (sum->lengths[i] != GROUP || sum->lengths[0] > GROUP ||
            sum->signs[i - 1] != sum->signs[0]) {
            return false;
        }
    }
    return true;
}

/* What stands for "no hellers" behind a sum: ",-" in any form. */
static const char *dash_skip(const char *rest) {
    static const char *const dashes[] = {",-", ",–", ",—", ".-"};
    for (size_t i = 0; i < COUNT(dashes); i++) {
        const size_t length = strlen(dashes[i]);
        if (strncmp(rest, dashes[i], length) == 0) {
            return rest + length;
        }
    }
    return rest;
}

/* The currency before or behind a sum; NULL for something else. */
static const char *currency_find(struct arena *arena, const char *before, const char *behind) {
    const char *front = guess_trim(arena, before);
    const char *back = guess_trim(arena, dash_skip(behind));
    if (!front[0] && !back[0]) {
        return "";
    }
    return front[0] && back[0] ? NULL : project_amount_currency(arena, front[0] ? front : back);
}

bool project_amount_read(struct arena *arena, const char *text, char decimal, const char **amount,
                         const char **currency, struct fault *fault) {
    const char *folded = guess_trim(arena, text_fold(arena, text));
    const size_t before = strcspn(folded, DIGITS);
    struct sum sum;
    bool unclear = false;
    const char *rest = sum_cut(folded + before, &sum);
    *currency = rest ? currency_find(arena, arena_copy(arena, folded, before), rest) : NULL;
    const bool decimals = *currency && has_decimals(&sum, decimal, &unclear);
    const size_t groups = *currency ? sum.count - decimals : 0;
    if (!*currency || !is_whole(&sum, groups) || (decimals && sum.lengths[groups] > CENTS)) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL, _("\"%s\" is not an amount of money."),
                         quote_text(arena, text));
    }
    if (unclear) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("\"%s\" can be read in two ways. Write , or . under \"how\" in the "
                           "mapping: what stands before the decimals."),
                         quote_text(arena, text));
    }
    *amount = "";
    for (size_t i = 0; i < sum.count; i++) {
        *amount = arena_printf(arena, "%s%s%.*s", *amount, i == groups ? "." : "",
                               (int)sum.lengths[i], sum.groups[i]);
    }
    return true;
}
