/*
 * verdict: what a reviewer says of an item.
 */
#ifndef VADEMECUM_REVIEW_VERDICT_H
#define VADEMECUM_REVIEW_VERDICT_H

#include "vademecum/catalogue/catalogue.h"
#include "vademecum/review/review.h"

enum verdict {
    VERDICT_NONE, /* unanswered, or taken back */
    VERDICT_MET,
    VERDICT_PARTLY,
    VERDICT_NOT_MET,
    VERDICT_NA,      /* does not apply */
    VERDICT_UNKNOWN, /* asked, and nobody knows: an answer */
    VERDICT_COUNT
};

/* As it stands in the log: "met", "partly", "not_met", "na", "unknown"; "" for VERDICT_NONE. */
const char *verdict_name(enum verdict verdict);

/* The verdict of that name; VERDICT_NONE for any other text. */
enum verdict verdict_find(const char *name);

/* What the reviewer says of an item; `reviewer` and `practice` are ids. */
enum verdict verdict_of(const struct review *review, const char *reviewer, const char *practice,
                        const struct item *item);

#endif
