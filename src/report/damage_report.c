#include "vademecum/report/damage_report.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/events.h"
#include "vademecum/report/title.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/field.h"

static bool item_known(const struct report *report, const struct event *event) {
    return !event->item[0] || catalogue_item(report->catalogue, event->item) ||
           catalogue_question(report->catalogue, event->item) ||
           field_tool(report->catalogue, event->item) ||
           catalogue_checklist_chosen(report->catalogue, event->item);
}

/* Whether its practice or item is not known here. */
static bool event_gone(const struct report *report, const struct event *event) {
    if (!event->value[0] || !event->practice[0]) {
        return false;
    }
    return title_origin(report, event->practice) == ORIGIN_GONE || !item_known(report, event);
}

struct damage_report damage_report_gather(const struct report *report, const struct damage *damage,
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
    return (struct damage_report){
        .damage = damage,
        .remedies = remedies,
        .damage_count = damage_count,
        .gone = events,
        .gone_count = gone,
        .folder = folder,
    };
}

static const char *damage_why(const struct report *report, const struct damage *damage) {
    return reading_settled(report->review, damage)
               ? arena_printf(report->arena, "%s %s", damage->why,
                              _("It is settled: nothing needs to be done."))
               : damage->why;
}

void damage_report_sheet(const struct report *report, const struct damage_report *found,
                         struct sheet *sheet) {
    static const struct event none = {
        .time = "", .reviewer = "", .practice = "", .item = "", .field = "", .value = ""};
    sheet_init(sheet, report->arena);
    sheet_column(sheet, "file");
    sheet_number_column(sheet, "line");
    static const char *const columns[] = {"why",  "time",  "reviewer", "practice",
                                          "item", "field", "value"};
    for (size_t i = 0; i < COUNT(columns); i++) {
        sheet_column(sheet, columns[i]);
    }
    for (size_t i = 0; i < found->damage_count; i++) {
        const struct damage *damage = &found->damage[i];
        sheet_cell(sheet, arena_printf(report->arena, "%s%s", found->folder, damage->file));
        sheet_cell(sheet, damage->line > 0 ? arena_printf(report->arena, "%ld", damage->line) : "");
        sheet_cell(sheet, damage_why(report, damage));
        events_cells(sheet, damage->event ? damage->event : &none);
    }
    for (size_t i = 0; i < found->gone_count; i++) {
        sheet_cell(sheet, "");
        sheet_cell(sheet, "");
        sheet_cell(sheet, _("not in this catalogue"));
        events_cells(sheet, found->gone[i]);
    }
}

static const char *damage_place(const struct report *report, const struct damage_report *found,
                                const struct damage *damage) {
    const char *line = damage->line > 0 ? arena_printf(report->arena, ":%ld", damage->line) : "";
    return arena_printf(report->arena, "%s%s%s", found->folder, damage->file, line);
}

/* Writes place and reason on one line, for editors that jump there; then what to do. */
static void damage_write(const struct report *report, const struct damage_report *found,
                         size_t index) {
    struct document *document = report->document;
    const struct damage *damage = &found->damage[index];
    const struct remedy *remedy = &found->remedies[index];
    document_line(document, 0,
                  arena_printf(report->arena, "%s: %s", damage_place(report, found, damage),
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

void damage_report_text(const struct report *report, const struct damage_report *found) {
    struct document *document = report->document;
    struct arena *arena = report->arena;
    document_title(document, _("Damage in the reviews"));
    for (size_t i = 0; i < found->damage_count; i++) {
        damage_write(report, found, i);
    }
    for (size_t i = 0; i < found->gone_count; i++) {
        document_text(document, 0,
                      arena_printf(arena, _("not in this catalogue: %s"),
                                   wording_event(report, found->gone[i], true)));
    }
    const size_t events = report->review->ids.count;
    const size_t damage = reading_unsettled(report->review, found->damage, found->damage_count);
    const size_t settled = found->damage_count - damage;
    const char *counts = arena_printf(arena, ngettext("%zu event", "%zu events", events), events);
    const char *harm = arena_printf(
        arena, ngettext("damage in %zu place", "damage in %zu places", damage), damage);
    const char *past = arena_printf(arena, ngettext(", %zu settled", ", %zu settled", settled),
                                    settled);
    document_line(document, 0,
                  arena_printf(arena, "%s, %s%s", counts, damage > 0 ? harm : _("no damage"),
                               settled > 0 ? past : ""));
    if (found->gone_count > 0) {
        document_line(document, 0,
                      arena_printf(arena,
                                   ngettext("%zu answer is not in this catalogue; it is kept",
                                            "%zu answers are not in this catalogue; they are kept",
                                            found->gone_count),
                                   found->gone_count));
    }
}
