/*
 * titled: the one order by title of practices that are told together: own ones, those of the
 * catalogue, then those that are gone.
 */
#ifndef VADEMECUM_REPORT_TITLED_H
#define VADEMECUM_REPORT_TITLED_H

#include "vademecum/report/answers.h"
#include "vademecum/report/report.h"

/* A practice and what it is sorted by. */
struct titled {
    enum origin origin;
    const char *key; /* of its title, as order_key has it */
    const char *id;
};

/* Of the practice with this id, which must live as long; the rest is in report->arena. */
struct titled titled_make(const struct report *report, const char *id);

/* Below, at or above 0, as for qsort; equal titles by id. */
int titled_compare(const struct titled *one, const struct titled *other);

#endif
