#include "vademecum/report/calendar.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/answers.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/review/field.h"

#include <stdio.h>
#include <string.h>

enum {
    LINE_MOST = 75, /* bytes of a line without its end, RFC 5545 3.1 */
    STAMP = 32      /* bytes of a date or time with its NUL */
};

struct day {
    int year;
    int month;
    int day;
};

static int month_length(int year, int month) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return lengths[month - 1] + (month == 2 && leap);
}

/* The last day of YYYY, YYYY-MM or YYYY-MM-DD; false for any other text. */
static bool day_read(const char *date, struct day *day) {
    int end = 0;
    *day = (struct day){.month = 12};
    const int got = sscanf(date, "%4d-%2d-%2d%n", &day->year, &day->month, &day->day, &end);
    if (got < 1 || day->year < 1 || day->month < 1 || day->month > 12) {
        return false;
    }
    if (got < 3) {
        day->day = month_length(day->year, day->month);
    }
    return day->day >= 1 && day->day <= month_length(day->year, day->month);
}

static struct day day_after(struct day day) {
    if (++day.day > month_length(day.year, day.month)) {
        day.day = 1;
        day.month++;
    }
    if (day.month > 12) {
        day.month = 1;
        day.year++;
    }
    return day;
}

/* Writes one line, folded between characters: each further line begins with a blank. */
static void line_put(const struct report *report, const char *line) {
    FILE *out = report->document->out;
    size_t column = 0;
    for (; *line; line++) {
        const bool starts = ((unsigned char)*line & 0xC0) != 0x80;
        const size_t length = (unsigned char)*line >= 0xF0   ? 4
                              : (unsigned char)*line >= 0xE0 ? 3
                              : (unsigned char)*line >= 0xC0 ? 2
                                                             : 1;
        if (starts && column + length > LINE_MOST) {
            fputs("\r\n ", out);
            column = 1;
        }
        fputc(*line, out);
        column++;
    }
    fputs("\r\n", out);
}

/* Writes "NAME:text" with what has a meaning there escaped. */
static void text_put(const struct report *report, const char *name, const char *text) {
    const char *raw = report_raw(report, text);
    char *escaped = arena_array(report->arena, strlen(raw) + 1, 2);
    char *to = escaped;
    for (; *raw; raw++) {
        if (strchr("\\;,\n", *raw)) {
            *to++ = '\\';
        }
        if (*raw != '\r') {
            *to++ = *raw == '\n' ? 'n' : *raw;
        }
    }
    line_put(report, arena_printf(report->arena, "%s:%s", name, escaped));
}

static void day_put(const struct report *report, const char *name, struct day day) {
    line_put(report, arena_printf(report->arena, "%s;VALUE=DATE:%04d%02d%02d", name, day.year,
                                  day.month, day.day));
}

/* "20260302T091400Z", of the latest word on the date: "2026-03-02T09:14:00Z". */
static const char *stamp_of(const struct said *said, struct arena *arena) {
    const char *time = "";
    for (size_t i = 0; i < said->count; i++) {
        if (strcmp(said->fields[i]->field, "plan.due") == 0) {
            time = said->fields[i]->time;
        }
    }
    char *stamp = arena_alloc(arena, STAMP);
    size_t length = 0;
    for (; *time && length < STAMP - 1; time++) {
        if (!strchr("-:", *time)) {
            stamp[length++] = *time;
        }
    }
    return length == strlen("20260302T091400Z") ? stamp : "19700101T000000Z";
}

/* Writes what is to be done, by whom and why, a line each. */
static const char *details(const struct report *report, const struct said *said, bool anonymous) {
    static const char *const fields[] = {
        "plan.goal",     "plan.owner",  "plan.tool", "plan.indicator",
        "plan.baseline", "plan.target", "plan.risk",
    };
    const char *text = report_cell(report, SCHEMA_ITEMS, &said->of_item->record, ITEM_TEXT);
    for (size_t i = 0; i < COUNT(fields); i++) {
        const char *value = answers_value(said, fields[i]);
        if (value[0] && !(anonymous && strcmp(fields[i], "plan.owner") == 0)) {
            text = arena_printf(report->arena, "%s\n%s: %s", text, field_label(fields[i]), value);
        }
    }
    return text;
}

static void event_write(const struct report *report, const struct said *said, struct day day,
                        bool anonymous) {
    const char *action = answers_value(said, "plan.action");
    const char *title = title_of(report, said->practice);
    line_put(report, "BEGIN:VEVENT");
    text_put(report, "UID",
             arena_printf(report->arena, "%s/%s@vademecum", said->practice, said->item));
    text_put(report, "DTSTAMP", stamp_of(said, report->arena));
    day_put(report, "DTSTART", day);
    day_put(report, "DTEND", day_after(day));
    text_put(report, "SUMMARY",
             arena_printf(
                 report->arena, "%s: %s", title,
                 action[0] ? action
                           : report_cell(report, SCHEMA_ITEMS, &said->of_item->record, ITEM_TEXT)));
    text_put(report, "DESCRIPTION", details(report, said, anonymous));
    line_put(report, "TRANSP:TRANSPARENT");
    line_put(report, "END:VEVENT");
}

void calendar_write(const struct report *report, const char *practice, bool anonymous) {
    const struct answers answers = answers_gather(report, practice);
    line_put(report, "BEGIN:VCALENDAR");
    line_put(report, "VERSION:2.0");
    line_put(report, "PRODID:-//Vademecum//" VADEMECUM_VERSION "//EN");
    for (size_t i = 0; i < answers.count; i++) {
        const struct said *said = &answers.said[i];
        const char *status = answers_value(said, "plan.status");
        struct day day;
        if (said->of_item && !plan_ended(status) &&
            day_read(answers_value(said, "plan.due"), &day)) {
            event_write(report, said, day, anonymous);
        }
    }
    line_put(report, "END:VCALENDAR");
}
