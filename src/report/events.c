#include "vademecum/report/events.h"

#include "vademecum/base/words.h"
#include "vademecum/report/answers.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/field.h"

#include <string.h>

enum {
    TIME_HANG = 18 /* columns for the time of an event, with a gap */
};

static bool event_gone(const struct report *report, const struct event *event);
static bool item_known(const struct report *report, const struct event *event);
static void damage_write(const struct report *report, const struct findings *findings,
                         size_t index);
static const char *damage_place(const struct report *report, const struct findings *findings,
                                const struct damage *damage);
static const char *damage_why(const struct report *report, const struct damage *damage);
static void event_cells(struct sheet *sheet, const struct event *event);

const struct event *const *events_gather(const struct report *report, size_t *count) {
    const struct review_filter filter = {.reviewer = report->reviewer, .all = true};
    return review_list(report->review, &filter, report->arena, count);
}

void events_sheet(const struct report *report, const struct event *const *events, size_t count,
                  struct sheet *sheet) {
    static const char *const columns[] = {"event", "time",  "reviewer", "practice",
                                          "item",  "field", "value"};
    sheet_init(sheet, report->arena);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        sheet_column(sheet, columns[i]);
    }
    for (size_t i = 0; i < count; i++) {
        char *id = arena_alloc(report->arena, EVENT_ID_SIZE);
        event_id(events[i], id);
        sheet_cell(sheet, id);
        event_cells(sheet, events[i]);
    }
}

void events_text(const struct report *report, const struct event *const *events, size_t count) {
    document_title(report->document, _("Events"));
    for (size_t i = 0; i < count; i++) {
        document_fact(report->document, 0, wording_time(report->arena, events[i]->time), TIME_HANG,
                      wording_event(report, events[i], false));
    }
    if (count == 0) {
        document_text(report->document, 0, _("There are no events."));
    }
}

struct findings findings_gather(const struct report *report, const struct damage *damage,
                                const struct remedy *remedies, size_t damage_count,
                                const char *folder) {
    const struct review_filter filter = {.all = false};
    size_t count;
    const struct event **events = review_list(report->review, &filter, report->arena, &count);
    size_t gone = 0;
    for (size_t i = 0; i < count; i++) {
        if (event_gone(report, events[i])) {
            events[gone++] = events[i];
        }
    }
    return (struct findings){
        .damage = damage,
        .remedies = remedies,
        .damage_count = damage_count,
        .gone = events,
        .gone_count = gone,
        .folder = folder,
    };
}

void findings_sheet(const struct report *report, const struct findings *findings,
                    struct sheet *sheet) {
    static const struct event none = {
        .time = "", .reviewer = "", .practice = "", .item = "", .field = "", .value = ""};
    sheet_init(sheet, report->arena);
    sheet_column(sheet, "file");
    sheet_number_column(sheet, "line");
    static const char *const columns[] = {"why",  "time",  "reviewer", "practice",
                                          "item", "field", "value"};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        sheet_column(sheet, columns[i]);
    }
    for (size_t i = 0; i < findings->damage_count; i++) {
        const struct damage *damage = &findings->damage[i];
        sheet_cell(sheet, arena_printf(report->arena, "%s%s", findings->folder, damage->file));
        sheet_cell(sheet, damage->line > 0 ? arena_printf(report->arena, "%ld", damage->line) : "");
        sheet_cell(sheet, damage_why(report, damage));
        event_cells(sheet, damage->event ? damage->event : &none);
    }
    for (size_t i = 0; i < findings->gone_count; i++) {
        sheet_cell(sheet, "");
        sheet_cell(sheet, "");
        sheet_cell(sheet, _("not in this catalogue"));
        event_cells(sheet, findings->gone[i]);
    }
}

void findings_text(const struct report *report, const struct findings *findings) {
    struct document *document = report->document;
    struct arena *arena = report->arena;
    document_title(document, _("Damage in the reviews"));
    for (size_t i = 0; i < findings->damage_count; i++) {
        damage_write(report, findings, i);
    }
    for (size_t i = 0; i < findings->gone_count; i++) {
        document_text(document, 0,
                      arena_printf(arena, _("not in this catalogue: %s"),
                                   wording_event(report, findings->gone[i], true)));
    }
    const size_t events = report->review->event_count;
    const size_t damage = damage_unsettled(report->review, findings->damage,
                                           findings->damage_count);
    const size_t settled = findings->damage_count - damage;
    const char *counts = arena_printf(arena, ngettext("%zu event", "%zu events", events), events);
    const char *harm = arena_printf(
        arena, ngettext("damage in %zu place", "damage in %zu places", damage), damage);
    const char *past = arena_printf(arena, ngettext(", %zu settled", ", %zu settled", settled),
                                    settled);
    document_line(document, 0,
                  arena_printf(arena, "%s, %s%s", counts, damage > 0 ? harm : _("no damage"),
                               settled > 0 ? past : ""));
    if (findings->gone_count > 0) {
        document_line(document, 0,
                      arena_printf(arena,
                                   ngettext("%zu answer is not in this catalogue; it is kept",
                                            "%zu answers are not in this catalogue; they are kept",
                                            findings->gone_count),
                                   findings->gone_count));
    }
}

/* Whether nothing is known here that it could be about. */
static bool event_gone(const struct report *report, const struct event *event) {
    if (!event->value[0] || !event->practice[0]) {
        return false;
    }
    return answers_origin(report, event->practice) == ORIGIN_GONE || !item_known(report, event);
}

static bool item_known(const struct report *report, const struct event *event) {
    return !event->item[0] || catalogue_item(report->catalogue, event->item) ||
           catalogue_question(report->catalogue, event->item) ||
           field_tool(report->catalogue, event->item);
}

/* Where and why, on a line of its own for who jumps there; what it seems to say; what to do. */
static void damage_write(const struct report *report, const struct findings *findings,
                         size_t index) {
    struct document *document = report->document;
    const struct damage *damage = &findings->damage[index];
    const struct remedy *remedy = &findings->remedies[index];
    document_line(document, 0,
                  arena_printf(report->arena, "%s: %s", damage_place(report, findings, damage),
                               damage_why(report, damage)));
    if (damage->event) {
        document_text(document, 1,
                      arena_printf(report->arena, _("It seems to say: %s"),
                                   wording_event(report, damage->event, true)));
    }
    if (remedy->text[0]) {
        document_text(document, 1, remedy->text);
    }
    if (remedy->command[0]) {
        document_line(document, 2, remedy->command);
    }
}

static const char *damage_place(const struct report *report, const struct findings *findings,
                                const struct damage *damage) {
    const char *line = damage->line > 0 ? arena_printf(report->arena, ":%ld", damage->line) : "";
    return arena_printf(report->arena, "%s%s%s", findings->folder, damage->file, line);
}

static const char *damage_why(const struct report *report, const struct damage *damage) {
    return damage_settled(report->review, damage)
               ? arena_printf(report->arena, "%s %s", damage->why,
                              _("It is settled: nothing needs to be done."))
               : damage->why;
}

static void event_cells(struct sheet *sheet, const struct event *event) {
    sheet_cell(sheet, event->time);
    sheet_cell(sheet, event->reviewer);
    sheet_cell(sheet, event->practice);
    sheet_cell(sheet, event->item);
    sheet_cell(sheet, event->field);
    sheet_cell(sheet, event->value);
}
