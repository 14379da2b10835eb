#include "vademecum/report/events.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/wording.h"

enum {
    TIME_HANG = 18 /* columns for the time of an event, with a gap */
};

const struct event *const *events_gather(const struct report *report, size_t *count) {
    const struct review_filter filter = {.reviewer = report->reviewer, .all = true};
    return review_list(report->review, &filter, report->arena, count);
}

void events_sheet(const struct report *report, const struct event *const *events, size_t count,
                  struct sheet *sheet) {
    static const char *const columns[] = {"event", "time",  "reviewer", "practice",
                                          "item",  "field", "value"};
    sheet_init(sheet, report->arena);
    for (size_t i = 0; i < COUNT(columns); i++) {
        sheet_column(sheet, columns[i]);
    }
    for (size_t i = 0; i < count; i++) {
        char *id = arena_alloc(report->arena, EVENT_ID_SIZE);
        event_id(events[i], id);
        sheet_cell(sheet, id);
        events_cells(sheet, events[i]);
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

void events_cells(struct sheet *sheet, const struct event *event) {
    sheet_cell(sheet, event->time);
    sheet_cell(sheet, event->reviewer);
    sheet_cell(sheet, event->practice);
    sheet_cell(sheet, event->item);
    sheet_cell(sheet, event->field);
    sheet_cell(sheet, event->value);
}
