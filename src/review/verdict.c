#include "vademecum/review/verdict.h"

#include <string.h>

static const char *const names[VERDICT_COUNT] = {
    [VERDICT_NONE] = "",           [VERDICT_MET] = "met", [VERDICT_PARTLY] = "partly",
    [VERDICT_NOT_MET] = "not_met", [VERDICT_NA] = "na",   [VERDICT_UNKNOWN] = "unknown",
};

const char *verdict_name(enum verdict verdict) {
    return names[verdict];
}

enum verdict verdict_find(const char *name) {
    enum verdict verdict = VERDICT_COUNT - 1;
    while (verdict > VERDICT_NONE && strcmp(names[verdict], name) != 0) {
        verdict--;
    }
    return verdict;
}

enum verdict verdict_of(const struct review *review, const char *reviewer, const char *practice,
                        const struct item *item) {
    return verdict_find(
        review_value(review, reviewer, practice, record_cell(&item->record, ITEM_ID), "verdict"));
}
