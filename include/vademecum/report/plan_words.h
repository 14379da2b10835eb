/*
 * plan_words: puts what is planned for an item into words.
 */
#ifndef VADEMECUM_REPORT_PLAN_WORDS_H
#define VADEMECUM_REPORT_PLAN_WORDS_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"

#include <stdbool.h>
#include <stdint.h>

/* Whether the status of a plan says that nothing is left to do: done or dropped. */
bool plan_ended(const char *status);

/*
 * Whether a plan should be done by now: its date, as stored, lies before the day (month, year) of
 * `now`, in seconds since 1970 in the local time zone, and it has not ended.
 */
bool plan_overdue(const char *due, const char *status, int64_t now);

/* The date as people write it, and that it is past: "1.5.2026, overdue"; "" for "". In `arena`. */
const char *plan_due(struct arena *arena, const char *due, const char *status, int64_t now);

/*
 * The tool of the catalogue that a plan for an item of this question takes: `value` is what
 * plan_tool_value makes of it. NULL when it is none.
 */
const struct tool *plan_tool(const struct question *question, const char *value);

/* The value for a tool: its title, then its link if it has one. In `arena`. */
const char *plan_tool_value(struct arena *arena, const struct tool *tool);

#endif
