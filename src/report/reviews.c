#include "vademecum/report/reviews.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/title.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/field.h"
#include "vademecum/review/progress.h"

#include <stdlib.h>
#include <string.h>

enum {
    LACKED_SHOWN = 10,  /* items that are most often not met */
    LACKED_COLUMNS = 12 /* of their counts */
};

/* A review, and where its practice stands in the order. */
struct entry {
    struct reviewed reviewed;
    struct titled practice;
};

static void event_count_in(const struct report *report, struct reviewed *reviewed,
                           const struct event *event) {
    if (strcmp(event->field, "verdict") == 0 && event->item[0]) {
        const struct item *item = catalogue_item(report->catalogue, event->item);
        const struct checklist *checklist = item ? catalogue_checklist_of(item) : NULL;
        const bool first = progress_answered(&reviewed->progress) == 0;
        reviewed->checklist = first || reviewed->checklist == checklist ? checklist : NULL;
        reviewed->progress.verdicts[verdict_find(event->value)]++;
    }
    reviewed->progress.verdicts[VERDICT_NONE] = 0;
    if (strcmp(event->field, "status") == 0 &&
        (!reviewed->said || event_order(event, reviewed->said) > 0)) {
        reviewed->said = event;
        reviewed->status = event->value;
    }
    if (event_order(event, reviewed->latest) > 0) {
        reviewed->latest = event;
    }
}

/* Groups the events of one reviewer and practice, which follow one another. */
static size_t entries_fill(const struct report *report, const struct event *const *events,
                           size_t event_count, struct entry *entries) {
    size_t count = 0;
    for (size_t i = 0; i < event_count; i++) {
        const struct event *event = events[i];
        struct reviewed *last = count > 0 ? &entries[count - 1].reviewed : NULL;
        if (!last || strcmp(last->reviewer, event->reviewer) != 0 ||
            strcmp(last->practice, event->practice) != 0) {
            struct entry *entry = &entries[count++];
            last = &entry->reviewed;
            *last = (struct reviewed){
                .reviewer = event->reviewer,
                .practice = event->practice,
                .status = "",
                .latest = event,
            };
            entry->practice = title_make(report, event->practice);
        }
        event_count_in(report, last, event);
    }
    return count;
}

/* Puts what is of no practice first. */
static int entry_compare(const void *left, const void *right) {
    const struct entry *one = left;
    const struct entry *other = right;
    int order = strcmp(one->reviewed.reviewer, other->reviewed.reviewer);
    if (order == 0) {
        order = (one->practice.id[0] != '\0') - (other->practice.id[0] != '\0');
    }
    return order ? order : title_compare(&one->practice, &other->practice);
}

/* Whether its reviewer has said nothing else. */
static bool nothing_else(const struct entry *entries, size_t index, size_t count) {
    return index + 1 == count ||
           strcmp(entries[index].reviewed.reviewer, entries[index + 1].reviewed.reviewer) != 0;
}

/* Whether a day is on a date, or after it (before it: `order` -1). */
static bool day_passes(const char *day, const char *date, int order) {
    const int found = date ? strncmp(day, date, strlen(date)) : 0;
    return found == 0 || (found > 0) == (order > 0);
}

static bool passes(const struct report *report, const struct reviewed *reviewed,
                   const struct reviews_wanted *wanted) {
    const char *day = wording_day(report->arena, reviewed->latest->time);
    const bool final = field_final(reviewed->status) != NULL;
    const bool narrowed = wanted->since || wanted->until || wanted->status;
    return (!wanted->reviewer || strcmp(wanted->reviewer, reviewed->reviewer) == 0) &&
           (!narrowed || reviewed->practice[0]) && day_passes(day, wanted->since, 1) &&
           day_passes(day, wanted->until, -1) &&
           (!wanted->status || (strcmp(wanted->status, "final") == 0) == final);
}

struct reviews reviews_gather(const struct report *report, const struct reviews_wanted *wanted) {
    const struct review_filter filter = {.all = false};
    size_t most;
    const struct event **events = review_list(report->review, &filter, report->arena, &most);
    struct entry *entries = arena_array(report->arena, most + 1, sizeof *entries);
    const size_t count = entries_fill(report, events, most, entries);
    if (count > 0) {
        qsort(entries, count, sizeof *entries, entry_compare);
    }
    struct reviewed *reviewed = arena_array(report->arena, count + 1, sizeof *reviewed);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if ((entries[i].reviewed.practice[0] || nothing_else(entries, i, count)) &&
            passes(report, &entries[i].reviewed, wanted)) {
            reviewed[kept++] = entries[i].reviewed;
        }
    }
    return (struct reviews){.reviewed = reviewed, .count = kept};
}

/* An item, and how many of the reviews do not meet it. */
struct lacked {
    const struct item *item;
    size_t not_met;
    size_t partly;
};

static int lacked_compare(const void *left, const void *right) {
    const struct lacked *one = left;
    const struct lacked *other = right;
    if (one->not_met != other->not_met) {
        return one->not_met > other->not_met ? -1 : 1;
    }
    if (one->partly != other->partly) {
        return one->partly > other->partly ? -1 : 1;
    }
    return (one->item->index > other->item->index) - (one->item->index < other->item->index);
}

/* The items that the reviews most often do not meet, then those met partly; `*count` of them. */
static const struct lacked *reviews_lacked(const struct report *report,
                                           const struct reviews *reviews, size_t *count) {
    const struct catalogue *catalogue = report->catalogue;
    struct lacked *lacked = arena_array(report->arena, catalogue->item_count + 1, sizeof *lacked);
    *count = 0;
    for (size_t i = 0; i < catalogue->item_count; i++) {
        struct lacked one = {.item = &catalogue->items[i]};
        for (size_t r = 0; r < reviews->count; r++) {
            const struct reviewed *reviewed = &reviews->reviewed[r];
            const enum verdict verdict = verdict_of(report->review, reviewed->reviewer,
                                                    reviewed->practice, one.item);
            one.not_met += verdict == VERDICT_NOT_MET;
            one.partly += verdict == VERDICT_PARTLY;
        }
        if (one.not_met + one.partly > 0) {
            lacked[(*count)++] = one;
        }
    }
    qsort(lacked, *count, sizeof *lacked, lacked_compare);
    return lacked;
}

static const char *reviewer_fact(const struct report *report, const char *reviewer,
                                 const char *field) {
    return review_value(report->review, reviewer, "", "", field);
}

void reviews_sheet(const struct report *report, const struct reviews *reviews,
                   struct sheet *sheet) {
    sheet_init(sheet, report->arena);
    sheet_column(sheet, "reviewer");
    sheet_column(sheet, "name");
    sheet_column(sheet, "organisation");
    sheet_column(sheet, "practice_id");
    for (enum verdict verdict = VERDICT_NONE + 1; verdict < VERDICT_COUNT; verdict++) {
        sheet_number_column(sheet, verdict_name(verdict));
    }
    sheet_column(sheet, "status");
    sheet_column(sheet, "time");
    sheet_column(sheet, "role");
    for (size_t i = 0; i < reviews->count; i++) {
        const struct reviewed *reviewed = &reviews->reviewed[i];
        sheet_cell(sheet, reviewed->reviewer);
        sheet_cell(sheet, reviewer_fact(report, reviewed->reviewer, "name"));
        sheet_cell(sheet, reviewer_fact(report, reviewed->reviewer, "organisation"));
        sheet_cell(sheet, reviewed->practice);
        for (enum verdict verdict = VERDICT_NONE + 1; verdict < VERDICT_COUNT; verdict++) {
            sheet_number(sheet, reviewed->progress.verdicts[verdict]);
        }
        sheet_cell(sheet,
                   reviewed->practice[0] && !reviewed->status[0] ? "draft" : reviewed->status);
        sheet_cell(sheet, reviewed->latest->time);
        sheet_cell(sheet, reviewer_fact(report, reviewed->reviewer, "role"));
    }
}

/* "✓ 12  ~ 3", without the verdicts that were not given. */
static const char *counts_words(const struct report *report, const struct reviewed *reviewed) {
    const struct progress *progress = &reviewed->progress;
    const char *line = "";
    for (enum verdict verdict = VERDICT_NONE + 1; verdict < VERDICT_COUNT; verdict++) {
        if (progress->verdicts[verdict] > 0) {
            line = arena_printf(
                report->arena, "%s%s%s %zu", line, line[0] ? "  " : "",
                report_sign(report, reviewed->checklist, verdict, report->signs).text,
                progress->verdicts[verdict]);
        }
    }
    return line[0] ? line : _("none");
}

static void rows_write(const struct report *report, const struct reviewed *reviewed, size_t count) {
    const struct document_column columns[] = {
        {_("Practice"), false, NULL},
        {_("Marks"), false, NULL},
        {_("Review"), false, NULL},
        {_("Last"), true, NULL},
    };
    enum {
        COLUMNS = COUNT(columns)
    };
    const char **cells = arena_array(report->arena, count, COLUMNS * sizeof *cells);
    for (size_t i = 0; i < count; i++) {
        const char **row = &cells[i * COLUMNS];
        row[0] = reviewed[i].practice[0] ? title_of(report, reviewed[i].practice)
                                         : _("no practice yet");
        row[1] = counts_words(report, &reviewed[i]);
        row[2] = wording_status(report->arena, reviewed[i].status);
        row[3] = wording_day(report->arena, reviewed[i].latest->time);
    }
    const struct document_table table = {
        .caption = _("Practices, marks and how far the review is"),
        .columns = columns,
        .count = COLUMNS,
        .cells = cells,
        .rows = count,
    };
    document_table(report->document, &table);
}

static const char *lacked_sign(const struct report *report, const struct lacked *lacked,
                               enum verdict verdict) {
    return report_sign(report, catalogue_checklist_of(lacked->item), verdict, report->signs).text;
}

/* Says what is most often wanting, where there are several reviews to say so. */
static void lacked_write(const struct report *report, const struct reviews *reviews) {
    size_t count;
    const struct lacked *lacked = reviews_lacked(report, reviews, &count);
    if (count == 0 || reviews->count < 2) {
        return;
    }
    document_gap(report->document);
    document_heading(report->document, HEADING_PART, _("Most often not met"));
    for (size_t i = 0; i < count && i < LACKED_SHOWN; i++) {
        document_item(report->document, 0,
                      sign_plain(arena_printf(
                          report->arena, "%s %zu  %s %zu",
                          lacked_sign(report, &lacked[i], VERDICT_NOT_MET), lacked[i].not_met,
                          lacked_sign(report, &lacked[i], VERDICT_PARTLY), lacked[i].partly)),
                      LACKED_COLUMNS,
                      report_cell(report, SCHEMA_ITEMS, &lacked[i].item->record, ITEM_TEXT));
    }
}

void reviews_text(const struct report *report, const struct reviews *reviews) {
    document_title(report->document, _("Reviews"));
    size_t end;
    for (size_t i = 0; i < reviews->count; i = end) {
        const char *reviewer = reviews->reviewed[i].reviewer;
        end = i;
        while (end < reviews->count && strcmp(reviews->reviewed[end].reviewer, reviewer) == 0) {
            end++;
        }
        if (i > 0) {
            document_gap(report->document);
        }
        document_heading(report->document, HEADING_PART, wording_reviewer(report, reviewer));
        rows_write(report, &reviews->reviewed[i], end - i);
    }
    if (reviews->count == 0) {
        document_text(report->document, 0, _("There are no such reviews here."));
    }
    lacked_write(report, reviews);
}
