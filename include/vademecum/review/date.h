/*
 * date: turns a date as people type it into one as it is stored.
 */
#ifndef VADEMECUM_REVIEW_DATE_H
#define VADEMECUM_REVIEW_DATE_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

/*
 * The date that was typed, as YYYY-MM-DD, YYYY-MM or YYYY: "1.5.2026" and "31/12/2026" with the day
 * first, "2026-05-01" with the year first, "5/2026", "2026-05", "2026"; in digits, blanks and
 * dashes of any script, with or without a full stop at the end. "" for an empty or blank text. NULL
 * and the fault (FAULT_USAGE) when there is no such day, when two readings are possible
 * ("1/5/2026"), or when it is no date.
 */
const char *date_read(struct arena *arena, const char *typed, struct fault *fault);

#endif
