#include "vademecum/report/plan_words.h"

#include "vademecum/base/clock.h"
#include "vademecum/base/i18n.h"

#include <stdio.h>
#include <string.h>

bool plan_ended(const char *status) {
    return strcmp(status, "done") == 0 || strcmp(status, "dropped") == 0;
}

bool plan_overdue(const char *due, const char *status, int64_t now) {
    char today[CLOCK_STAMP_SIZE];
    if (!*due || plan_ended(status) || !clock_day(now, today)) {
        return false;
    }
    /* A month or a year is past when all of it is. */
    return strncmp(due, today, strlen(due)) < 0;
}

const char *plan_due(struct arena *arena, const char *due, const char *status, int64_t now) {
    int year = 0;
    int month = 0;
    int day = 0;
    const int parts = sscanf(due, "%4d-%2d-%2d", &year, &month, &day);
    const char *shown = parts == 3   ? arena_printf(arena, "%d.%d.%d", day, month, year)
                        : parts == 2 ? arena_printf(arena, "%d/%d", month, year)
                                     : due;
    return plan_overdue(due, status, now) ? arena_printf(arena, _("%s, overdue"), shown) : shown;
}

const struct tool *plan_tool(const struct question *question, const char *value) {
    const struct tool *tool = question && *value ? question->tools : NULL;
    for (; tool; tool = tool->next_practice) {
        const char *title = record_cell(&tool->record, TOOL_TITLE);
        const size_t length = strlen(title);
        const char *rest = strncmp(value, title, length) == 0 ? value + length : NULL;
        if (rest && (!*rest || (strncmp(rest, ", ", 2) == 0 &&
                                strcmp(rest + 2, record_cell(&tool->record, TOOL_URL)) == 0))) {
            return tool;
        }
    }
    return NULL;
}

const char *plan_tool_value(struct arena *arena, const struct tool *tool) {
    const char *title = record_cell(&tool->record, TOOL_TITLE);
    const char *url = record_cell(&tool->record, TOOL_URL);
    return *url ? arena_printf(arena, "%s, %s", title, url) : title;
}
