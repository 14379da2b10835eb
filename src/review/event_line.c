/* Writes the line of an event, and reads it again. */
#include "vademecum/review/event.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/table.h"
#include "vademecum/base/text.h"
#include "vademecum/review/event_cells.h"
#include "vademecum/review/event_mend.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zlib.h>

#define SEPARATORS ",;\t|"

static const char *const names[CELL_COUNT] = {"event", "time",  "reviewer", "practice",
                                              "item",  "field", "value",    "check"};

/* Writes the cell, in quotes unless it is one plain word, and returns the place behind it. */
static char *cell_quote(char *to, const char *cell) {
    if (cell[strspn(cell, EVENT_BASE36 "ABCDEFGHIJKLMNOPQRSTUVWXYZ.:_-/")] == '\0') {
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

const char *event_format(struct arena *arena, struct event *event, size_t *length) {
    char id[EVENT_ID_SIZE];
    event_id(event, id);
    char check[EVENT_CHECK_SIZE];
    const char *cells[CELL_COUNT + 1] = {
        [CELL_EVENT] = id,
        [CELL_TIME] = event->time,
        [CELL_REVIEWER] = event->reviewer,
        [CELL_PRACTICE] = event->practice,
        [CELL_ITEM] = event->item,
        [CELL_FIELD] = event->field,
        [CELL_VALUE] = event_mend_guard(arena, event->value),
        [CELL_CHECK] = check,
    };
    event->check = event_cells_check(cells);
    snprintf(check, sizeof check, "k%08" PRIx32, event->check);
    cells[CELL_KEPT] = event_mend_keep(arena, cells, event->counter);
    const size_t count = cells[CELL_KEPT] ? CELL_COUNT + 1 : CELL_COUNT;
    size_t most = count + 1;
    for (size_t i = 0; i < count; i++) {
        most += 2 * strlen(cells[i]) + 2;
    }
    char *line = arena_alloc(arena, most);
    char *to = line;
    for (size_t i = 0; i < count; i++) {
        to = cell_quote(to, cells[i]);
        *to++ = i + 1 < count ? ',' : '\n';
    }
    *length = (size_t)(to - line);
    return line;
}

/* Cuts at the first separator in the line, for neither an id nor "event" holds one. */
static bool line_cut(struct arena *arena, const char *bytes, size_t length,
                     struct table_line *line) {
    size_t i = 0;
    while (i < length && !(bytes[i] && strchr(SEPARATORS, bytes[i]))) {
        i++;
    }
    const char separator = i < length ? bytes[i] : ',';
    return table_line(arena, bytes, length, separator, line);
}

/*
 * Also a row of nothing but separators, as spreadsheets leave them, what Excel writes first, and
 * the sign with which DOS ends a file.
 */
static bool line_blank(const struct table_line *line) {
    for (size_t i = 0; i < line->count; i++) {
        if (line->lengths[i] > strspn(line->cells[i], " \x1A")) {
            return line->lengths[0] == 4 && strcmp(line->cells[0], "sep=") == 0;
        }
    }
    return true;
}

/*
 * From end to end, for an event whose line end was lost may stand behind it. A later version's
 * header may have more columns; a spreadsheet may have changed the case of letters.
 */
static bool header_is(const struct table_line *line) {
    for (size_t i = 0; i < line->count; i++) {
        const char *cell = line->cells[i];
        const bool fits = i < CELL_COUNT ? strcasecmp(cell, names[i]) == 0
                                         : !cell[strspn(cell, "abcdefghijklmnopqrstuvwxyz._")];
        if (!fits || strlen(cell) != line->lengths[i]) {
            return false;
        }
    }
    return line->count >= CELL_COUNT;
}

/* Fills the id of the event. Returns what makes this line no event, or NULL. */
static const char *cells_flaw(const struct table_line *line, struct event *event) {
    *event = (struct event){0};
    for (size_t i = 0; i < CELL_CHECK; i++) {
        if (strlen(line->cells[i]) != line->lengths[i]) {
            return N_("This line holds zero bytes, so it is no event.");
        }
    }
    for (size_t i = CELL_COUNT; i < line->count; i++) {
        if (event_id_read(line->cells[i], event)) {
            return N_(
                "Another event stands behind this one, because the end of this line was lost.");
        }
    }
    if (!event_id_read(line->cells[CELL_EVENT], event)) {
        return N_("This line does not begin with the id of an event.");
    }
    return NULL;
}

/* Fills all of the event but its id and check. */
static bool cells_read(struct arena *arena, const char *const cells[CELL_COUNT],
                       struct event *event) {
    event->time = cells[CELL_TIME];
    event->reviewer = cells[CELL_REVIEWER];
    event->practice = cells[CELL_PRACTICE];
    event->item = cells[CELL_ITEM];
    event->field = cells[CELL_FIELD];
    event->value = event_mend_unguard(arena, cells[CELL_VALUE]);
    struct fault fault;
    return event->value && event_check(event, &fault);
}

static enum event_line line_parse(struct arena *arena, const char *bytes, size_t length,
                                  struct event *event, const char **why) {
    *why = NULL;
    if (bytes_conflict(bytes, length)) {
        *why = N_("This line is a conflict mark that git has left. What both sides said is kept; "
                  "the mark can be deleted.");
        return EVENT_NO_EVENT;
    }
    struct table_line line;
    const bool cut = line_cut(arena, bytes, length, &line);
    if (cut && (line_blank(&line) || header_is(&line))) {
        return EVENT_NOTHING;
    }
    if (!cut || line.count < CELL_COUNT) {
        *why = N_(
            "This line is torn or was damaged: it does not hold the eight cells of an event.");
        return EVENT_NO_EVENT;
    }
    *why = cells_flaw(&line, event);
    if (*why) {
        return EVENT_NO_EVENT;
    }
    const bool whole = line.lengths[CELL_CHECK] == strlen(line.cells[CELL_CHECK]);
    const bool sound = whole && event_check_read(line.cells, &event->check) &&
                       (event_cells_check(line.cells) == event->check ||
                        event_mend(arena, line.cells,
                                   line.count > CELL_KEPT ? line.cells[CELL_KEPT] : "",
                                   event->counter));
    if (!cells_read(arena, line.cells, event)) {
        *why = N_("This line holds a text that no version of this program writes.");
        return EVENT_NO_EVENT;
    }
    if (!sound) {
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

/* How long the line is without the blanks that a mail or a terminal has put behind it. */
static size_t length_without_blanks(const char *bytes, size_t length) {
    while (length > 0 && bytes[length - 1] && strchr(" \t\r", bytes[length - 1])) {
        length--;
    }
    return length;
}

enum event_line event_parse(struct arena *arena, const char *bytes, size_t length,
                            struct event *event, const char **why) {
    const size_t mark = bytes_marks(bytes, length);
    bytes += mark;
    length -= mark;
    const enum event_line kind = line_parse(arena, bytes, length, event, why);
    if (!*why || !event_begins(bytes, length)) {
        return kind;
    }
    const size_t kept = length_without_blanks(bytes, length);
    if (kept < length) {
        return event_parse(arena, bytes, kept, event, why);
    }
    for (size_t i = 0; i < event_mend_recodings(); i++) {
        size_t recoded = length;
        const char *line = event_mend_recode(arena, bytes, &recoded, i);
        struct event mended;
        const char *flaw;
        if (line && line_parse(arena, line, recoded, &mended, &flaw) == EVENT_GOOD) {
            *event = mended;
            *why = NULL;
            return EVENT_GOOD;
        }
    }
    if (text_valid(bytes, length) < length) {
        *why = N_("The letters of this line are in an old encoding: a spreadsheet has saved the "
                  "file, and some are lost. Save it as \"CSV UTF-8\".");
    }
    return kind;
}

bool event_begins(const char *bytes, size_t length) {
    const size_t blank = bytes_marks(bytes, length);
    bytes += blank;
    length -= blank;
    while (length > 0 && strchr(SEPARATORS "\r\n\"", *bytes) && *bytes) {
        bytes++;
        length--;
    }
    const size_t name = strlen(names[0]);
    if (length > name && strncasecmp(bytes, names[0], name) == 0) {
        return bytes[name] && strchr(SEPARATORS "\"", bytes[name]);
    }
    char id[EVENT_ID_SIZE] = "";
    struct event event;
    size_t end = 0;
    while (end < length && end < sizeof id - 1 && bytes[end] &&
           !strchr(SEPARATORS "\"\r\n", bytes[end])) {
        id[end] = bytes[end];
        end++;
    }
    return end < length && event_id_read(id, &event);
}

void event_line_mark(struct arena *arena, const char *bytes, size_t length,
                     char mark[EVENT_MARK_SIZE]) {
    const unsigned char separator = EVENT_SEPARATOR;
    struct table_line line;
    uLong crc = crc32(0, NULL, 0);
    const size_t start = bytes_marks(bytes, length);
    if (line_cut(arena, bytes + start, length - start, &line)) {
        for (size_t i = 0; i < line.count && i < CELL_COUNT; i++) {
            crc = crc32_z(crc, (const unsigned char *)line.cells[i], line.lengths[i]);
            crc = crc32(crc, &separator, 1);
        }
    } else {
        crc = crc32_z(crc, (const unsigned char *)bytes, length);
    }
    snprintf(mark, EVENT_MARK_SIZE, "k%08" PRIx32, (uint32_t)crc);
}
