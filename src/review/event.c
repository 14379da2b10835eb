#include "vademecum/review/event.h"

#include "vademecum/base/table.h"
#include "vademecum/base/text.h"
#include "vademecum/base/words.h"
#include "vademecum/review/reviewer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* The cells of a line. */
enum cell {
    CELL_EVENT,
    CELL_TIME,
    CELL_REVIEWER,
    CELL_PRACTICE,
    CELL_ITEM,
    CELL_FIELD,
    CELL_VALUE,
    CELL_CHECK,
    CELL_COUNT
};

enum {
    SEPARATOR = 0x1F, /* between the cells that a check is made of */
    CHECK_SIZE = 10   /* "k", eight hexadecimal digits, NUL */
};

#define DIGITS "0123456789"
#define BASE36 DIGITS "abcdefghijklmnopqrstuvwxyz"
#define MARK "\xEF\xBB\xBF"

static const char *const names[CELL_COUNT] = {"event", "time",  "reviewer", "practice",
                                              "item",  "field", "value",    "check"};

static const char *text_flaw(const char *text, size_t most, const char *allowed);
static bool control_at(const char *byte, const char *allowed);
static const char *value_guard(struct arena *arena, const char *value);
static const char *value_unguard(struct arena *arena, const char *cell);
static char *cell_quote(char *to, const char *cell);
static void check_write(const char *const cells[CELL_COUNT], struct event *event,
                        char check[CHECK_SIZE]);
static const char *cells_read(struct arena *arena, const struct table_line *line,
                              struct event *event);
static bool id_read(const char *id, struct event *event);
static bool header_is(const struct table_line *line);
static const char *line_flaw(const char *bytes, size_t length);

void event_run(uint64_t random, char run[EVENT_RUN_SIZE]) {
    run[0] = 'k';
    for (size_t i = 1; i < EVENT_RUN_SIZE - 1; i++) {
        run[i] = BASE36[random % (sizeof BASE36 - 1)];
        random /= sizeof BASE36 - 1;
    }
    run[EVENT_RUN_SIZE - 1] = '\0';
}

bool event_run_after(const char run[EVENT_RUN_SIZE], char after[EVENT_RUN_SIZE]) {
    memmove(after, run, EVENT_RUN_SIZE);
    for (size_t i = EVENT_RUN_SIZE - 2; i > 0; i--) {
        if (after[i] != BASE36[sizeof BASE36 - 2]) {
            after[i] = strchr(BASE36, after[i])[1];
            return true;
        }
        after[i] = BASE36[0];
    }
    return false;
}

void event_id(const struct event *event, char id[EVENT_ID_SIZE]) {
    snprintf(id, EVENT_ID_SIZE, "%s-%" PRIu64, event->run, event->counter);
}

int event_order(const struct event *one, const struct event *other) {
    if (one->counter != other->counter) {
        return one->counter < other->counter ? -1 : 1;
    }
    return strcmp(one->run, other->run);
}

bool event_same(const struct event *one, const struct event *other) {
    return event_order(one, other) == 0 && strcmp(one->time, other->time) == 0 &&
           strcmp(one->reviewer, other->reviewer) == 0 &&
           strcmp(one->practice, other->practice) == 0 && strcmp(one->item, other->item) == 0 &&
           strcmp(one->field, other->field) == 0 && strcmp(one->value, other->value) == 0;
}

const char *event_value(struct arena *arena, const char *typed, struct fault *fault) {
    char *value = arena_copy(arena, typed, strlen(typed));
    char *to = value;
    for (const char *from = value; *from; from++) {
        const bool pair = from[0] == '\r' && from[1] == '\n';
        *to++ = *from == '\r' ? '\n' : *from;
        from += pair;
    }
    *to = '\0';
    const char *flaw = text_flaw(value, EVENT_VALUE_MAX, "\n\t");
    if (flaw) {
        fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s", _(flaw));
        return NULL;
    }
    return value;
}

bool event_check(const struct event *event, struct fault *fault) {
    const char *const texts[] = {event->time, event->practice, event->item, event->field};
    const char *flaw = text_flaw(event->value, EVENT_VALUE_MAX, "\n\t");
    for (size_t i = 0; i < sizeof texts / sizeof *texts && !flaw; i++) {
        flaw = text_flaw(texts[i], EVENT_NAME_MAX, "");
    }
    if (!flaw && event->field[0] == '\0') {
        flaw = N_("An event must say which field it is about, and this one does not.");
    }
    if (!flaw && !reviewer_valid(event->reviewer)) {
        flaw = N_("An event must say whose it is, and this one names no valid reviewer.");
    }
    struct event parts;
    char id[EVENT_ID_SIZE];
    event_id(event, id);
    if (!flaw && !id_read(id, &parts)) {
        flaw = N_("An event must have a number, and this one has none that is valid.");
    }
    return !flaw || fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s", _(flaw));
}

const char *event_format(struct arena *arena, struct event *event, size_t *length) {
    char id[EVENT_ID_SIZE];
    event_id(event, id);
    char check[CHECK_SIZE];
    const char *const cells[CELL_COUNT] = {
        [CELL_EVENT] = id,
        [CELL_TIME] = event->time,
        [CELL_REVIEWER] = event->reviewer,
        [CELL_PRACTICE] = event->practice,
        [CELL_ITEM] = event->item,
        [CELL_FIELD] = event->field,
        [CELL_VALUE] = value_guard(arena, event->value),
        [CELL_CHECK] = check,
    };
    check_write(cells, event, check);
    size_t most = CELL_COUNT + 1;
    for (size_t i = 0; i < CELL_COUNT; i++) {
        most += 2 * strlen(cells[i]) + 2;
    }
    char *line = arena_alloc(arena, most);
    char *to = line;
    for (size_t i = 0; i < CELL_COUNT; i++) {
        to = cell_quote(to, cells[i]);
        *to++ = i + 1 < CELL_COUNT ? ',' : '\n';
    }
    *length = (size_t)(to - line);
    return line;
}

enum event_line event_parse(struct arena *arena, const char *bytes, size_t length,
                            struct event *event, const char **why) {
    *why = NULL;
    const size_t mark = length >= strlen(MARK) && memcmp(bytes, MARK, strlen(MARK)) == 0
                            ? strlen(MARK)
                            : 0;
    struct table_line line;
    const bool cut = table_line(arena, bytes + mark, length - mark, &line);
    if (cut && (line.count == 0 || header_is(&line))) {
        return EVENT_NOTHING;
    }
    if (!cut || line.count < CELL_COUNT) {
        *why = line_flaw(bytes + mark, length - mark);
        return EVENT_NO_EVENT;
    }
    *why = cells_read(arena, &line, event);
    if (*why) {
        return EVENT_NO_EVENT;
    }
    char check[CHECK_SIZE];
    check_write(line.cells, event, check);
    if (strcmp(check, line.cells[CELL_CHECK]) != 0 ||
        line.lengths[CELL_CHECK] != sizeof check - 1) {
        *why = N_("Something in this line was changed or lost since it was written.");
        return EVENT_CHANGED;
    }
    if (event->counter > EVENT_COUNTER_LATEST) {
        *why = N_("The number of this event is higher than any that is used, so nothing could "
                  "follow it.");
        return EVENT_CHANGED;
    }
    return EVENT_GOOD;
}

bool event_foreign(const char *bytes, size_t length, const char **why) {
    static const struct {
        const char *start; /* of the file */
        size_t length;     /* of `start` */
        const char *why;   /* for the user */
    } strangers[] = {
        {"\xFF\xFE", 2, N_("This file was saved as UTF-16. Save it as \"CSV UTF-8\".")},
        {"\xFE\xFF", 2, N_("This file was saved as UTF-16. Save it as \"CSV UTF-8\".")},
        {"PK\x03\x04", 4,
         N_("This file was saved as a spreadsheet's own file. Save it as \"CSV UTF-8\".")},
        {"event;", 6,
         N_("This file was saved with semicolons between its cells. Save it with commas.")},
        {"\"event\";", 8,
         N_("This file was saved with semicolons between its cells. Save it with commas.")},
        {"event\t", 6, N_("This file was saved with tabs between its cells. Save it with commas.")},
        {"\"event\"\t", 8,
         N_("This file was saved with tabs between its cells. Save it with commas.")},
    };
    if (length >= strlen(MARK) && memcmp(bytes, MARK, strlen(MARK)) == 0) {
        bytes += strlen(MARK);
        length -= strlen(MARK);
    }
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++) {
        if (length >= strangers[i].length &&
            memcmp(bytes, strangers[i].start, strangers[i].length) == 0) {
            *why = strangers[i].why;
            return true;
        }
    }
    return false;
}

/* What keeps the text from being written, as a sentence; NULL when nothing does. */
static const char *text_flaw(const char *text, size_t most, const char *allowed) {
    const size_t length = strlen(text);
    if (length > most) {
        return N_("This text is too long to be kept. Shorten it, or cut it in two.");
    }
    if (text_valid(text, length) < length) {
        return N_("This text is not in UTF-8, so it cannot be kept. Type it anew.");
    }
    for (size_t i = 0; i < length; i++) {
        if (control_at(text + i, allowed)) {
            return N_("This text holds a control character, which no text may. Type it anew.");
        }
    }
    return NULL;
}

/* Of valid UTF-8; C1 controls are two bytes there. */
static bool control_at(const char *byte, const char *allowed) {
    const unsigned char first = (unsigned char)byte[0];
    const unsigned char second = (unsigned char)byte[1];
    return (first < ' ' && !strchr(allowed, first)) || first == 0x7F ||
           (first == 0xC2 && second < 0xA0);
}

/* The value as it stands in a line: on one line, and nothing that a spreadsheet would run. */
static const char *value_guard(struct arena *arena, const char *value) {
    char *cell = arena_alloc(arena, 2 * strlen(value) + 2);
    char *to = cell;
    if (value[0] && strchr("=+-@'\t" DIGITS, value[0])) {
        *to++ = '\'';
    }
    for (; *value; value++) {
        const bool escaped = *value == '\\' || *value == '\n';
        if (escaped) {
            *to++ = '\\';
        }
        *to++ = *value == '\n' ? 'n' : *value;
    }
    return cell;
}

/* The value of a cell; NULL for an escape that is none of ours. */
static const char *value_unguard(struct arena *arena, const char *cell) {
    cell += cell[0] == '\'';
    char *value = arena_alloc(arena, strlen(cell) + 1);
    char *to = value;
    for (; *cell; cell++) {
        if (*cell != '\\') {
            *to++ = *cell;
            continue;
        }
        cell++;
        if (*cell != '\\' && *cell != 'n') {
            return NULL;
        }
        *to++ = *cell == 'n' ? '\n' : '\\';
    }
    return value;
}

/* Writes the cell, in quotes unless it is one plain word, and returns the place behind it. */
static char *cell_quote(char *to, const char *cell) {
    if (cell[strspn(cell, BASE36 "ABCDEFGHIJKLMNOPQRSTUVWXYZ.:_-/")] == '\0') {
        const size_t length = strlen(cell);
        memcpy(to, cell, length);
        return to + length;
    }
    *to++ = '"';
    for (; *cell; cell++) {
        if (*cell == '"') {
            *to++ = '"';
        }
        *to++ = *cell;
    }
    *to++ = '"';
    return to;
}

/* Of the cells as they stand in the line, still guarded and escaped, but out of their quotes. */
static void check_write(const char *const cells[CELL_COUNT], struct event *event,
                        char check[CHECK_SIZE]) {
    const unsigned char separator = SEPARATOR;
    uLong crc = crc32(0, NULL, 0);
    for (size_t i = 0; i < CELL_CHECK; i++) {
        if (i > 0) {
            crc = crc32(crc, &separator, 1);
        }
        crc = crc32_z(crc, (const unsigned char *)cells[i], strlen(cells[i]));
    }
    event->check = (uint32_t)crc;
    snprintf(check, CHECK_SIZE, "k%08" PRIx32, event->check);
}

/* Fills all of the event but its check. Returns what makes this line no event, or NULL. */
static const char *cells_read(struct arena *arena, const struct table_line *line,
                              struct event *event) {
    *event = (struct event){0};
    for (size_t i = 0; i < CELL_CHECK; i++) {
        if (strlen(line->cells[i]) != line->lengths[i]) {
            return N_("This line holds zero bytes, so it is no event.");
        }
    }
    if (!id_read(line->cells[CELL_EVENT], event)) {
        return N_("This line does not begin with the id of an event.");
    }
    event->time = line->cells[CELL_TIME];
    event->reviewer = line->cells[CELL_REVIEWER];
    event->practice = line->cells[CELL_PRACTICE];
    event->item = line->cells[CELL_ITEM];
    event->field = line->cells[CELL_FIELD];
    event->value = value_unguard(arena, line->cells[CELL_VALUE]);
    struct fault fault;
    if (!event->value || !event_check(event, &fault)) {
        return N_("This line holds a text that no version of this program writes.");
    }
    return NULL;
}

/* Fills run and counter. Only the one way to write a number is taken, so that no id has two. */
static bool id_read(const char *id, struct event *event) {
    const size_t run = EVENT_RUN_SIZE - 1;
    if (id[0] != 'k' || strspn(id + 1, BASE36) != run - 1 || id[run] != '-') {
        return false;
    }
    const char *number = id + run + 1;
    const size_t digits = strspn(number, DIGITS);
    if (digits == 0 || digits > 15 || number[digits] != '\0' || number[0] == '0') {
        return false;
    }
    memcpy(event->run, id, run);
    event->run[run] = '\0';
    event->counter = strtoull(number, NULL, 10);
    return true;
}

/* A later version's header may have more columns. */
static bool header_is(const struct table_line *line) {
    if (line->count < CELL_COUNT) {
        return false;
    }
    for (size_t i = 0; i < CELL_COUNT; i++) {
        if (strcmp(line->cells[i], names[i]) != 0) {
            return false;
        }
    }
    return true;
}

/* Why a line cannot even be cut into the cells of an event. */
static const char *line_flaw(const char *bytes, size_t length) {
    static const char *const marks[] = {"<<<<<<<", "=======", ">>>>>>>", "|||||||"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (length >= strlen(marks[i]) && memcmp(bytes, marks[i], strlen(marks[i])) == 0) {
            return N_("This line is a conflict mark that git has left. What both sides said is "
                      "kept; the mark can be deleted.");
        }
    }
    return N_("This line is torn or was damaged: it does not hold the eight cells of an event.");
}
