/*
 * own_list: own practices, as reports show them.
 */
#ifndef VADEMECUM_REPORT_OWN_LIST_H
#define VADEMECUM_REPORT_OWN_LIST_H

#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The ids of all own practices by title, `*count` of them, in report->arena. Their facts are the
 * latest of all reviewers.
 */
const char *const *own_list_gather(const struct report *report, size_t *count);

/*
 * One row for each: practice_id, then the columns of practices.csv and the three schemes of terms,
 * in the order of own_fields.
 */
void own_list_sheet(const struct report *report, const char *const *ids, size_t count,
                    struct sheet *sheet);

/* For people. */
void own_list_text(const struct report *report, const char *const *ids, size_t count);

/* One of them, with what report->reviewer says of it, for people. */
void own_list_show(const struct report *report, const char *id);

/* Whether report->reviewer has taken it off the list. */
bool own_list_off(const struct report *report, const char *id);

/*
 * All practices, `*count` of them, as Home lists them: own ones first, each by title, but for
 * `*off` that are off the list.
 */
const struct practice *const *own_list_all(const struct report *report, size_t *count, size_t *off);

#endif
