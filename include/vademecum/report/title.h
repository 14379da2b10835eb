/*
 * title: what a practice is called and where it is known from; and the order of practices in
 * reports: own ones, those of the catalogue, then those that are gone, each by title.
 */
#ifndef VADEMECUM_REPORT_TITLE_H
#define VADEMECUM_REPORT_TITLE_H

#include "vademecum/report/report.h"

/* Whether a practice with this id is known, and from where. */
enum origin {
    ORIGIN_OWN,
    ORIGIN_CATALOGUE,
    ORIGIN_GONE /* from neither, or not any more */
};
enum origin title_origin(const struct report *report, const char *practice);

/* The title of a practice in the language of the report; its id when it has none. */
const char *title_of(const struct report *report, const char *practice);

/* A practice and what it is sorted by. */
struct titled {
    enum origin origin;
    const char *key; /* of its title, as order_key has it */
    const char *id;
};

/* For the practice with this id, which is borrowed; the key is in report->arena. */
struct titled title_make(const struct report *report, const char *id);

/* Below, at or above 0, as for qsort; equal titles by id. */
int title_compare(const struct titled *one, const struct titled *other);

#endif
