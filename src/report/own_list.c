#include "vademecum/report/own_list.h"

#include "vademecum/base/i18n.h"
#include "vademecum/report/answers.h"
#include "vademecum/report/facts.h"
#include "vademecum/report/own_practice.h"
#include "vademecum/report/title.h"
#include "vademecum/review/field.h"
#include "vademecum/review/own.h"

#include <stdlib.h>
#include <string.h>

enum {
    FACT_HANG = 18 /* columns that the labels of facts may take */
};

#define PREFIX "own."

static int entry_compare(const void *left, const void *right) {
    return title_compare(left, right);
}

const char *const *own_list_gather(const struct report *report, size_t *count) {
    const char **ids = review_own(report->review, report->arena, count);
    struct titled *entries = arena_array(report->arena, *count + 1, sizeof *entries);
    for (size_t i = 0; i < *count; i++) {
        entries[i] = title_make(report, ids[i]);
    }
    if (*count > 0) {
        qsort(entries, *count, sizeof *entries, entry_compare);
    }
    for (size_t i = 0; i < *count; i++) {
        ids[i] = entries[i].id;
    }
    return ids;
}

void own_list_sheet(const struct report *report, const char *const *ids, size_t count,
                    struct sheet *sheet) {
    size_t field_count;
    const struct own_field *fields = own_fields(&field_count);
    sheet_init(sheet, report->arena);
    sheet_column(sheet, "practice_id");
    for (size_t i = 0; i < field_count; i++) {
        sheet_column(sheet, fields[i].name + strlen(PREFIX));
    }
    for (size_t row = 0; row < count; row++) {
        sheet_cell(sheet, ids[row]);
        for (size_t i = 0; i < field_count; i++) {
            sheet_cell(sheet, review_fact(report->review, ids[row], fields[i].name));
        }
    }
}

bool own_list_off(const struct report *report, const char *id) {
    return report->reviewer &&
           strcmp(review_value(report->review, report->reviewer, id, "", "off"), "yes") == 0;
}

static void practice_write(const struct report *report, const char *id, enum heading level) {
    struct document *document = report->document;
    const struct practice *practice = own_practice_make(report, id);
    const char *title = title_of(report, id);
    document_heading(document, level, title);
    if (strcmp(title, id) != 0) {
        document_line(document, 0, id);
    }
    document_text(document, 0, record_cell(&practice->record, PRACTICE_SUMMARY));
    size_t count;
    const struct fact *facts = facts_of_practice(report->catalogue, practice, report->lang,
                                                 report->arena, &count);
    for (size_t i = 0; i < count; i++) {
        document_fact(document, 0, facts[i].label, FACT_HANG, facts[i].text);
    }
    if (own_list_off(report, id)) {
        document_fact(document, 0, field_label("off"), FACT_HANG, _("yes"));
    }
}

void own_list_text(const struct report *report, const char *const *ids, size_t count) {
    document_narrow(report->document);
    document_title(report->document, _("Practices that reviewers added"));
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            document_gap(report->document);
        }
        practice_write(report, ids[i], HEADING_PART);
    }
    if (count == 0) {
        document_text(report->document, 0,
                      _("Nobody has described a practice of their own here yet."));
    }
}

void own_list_show(const struct report *report, const char *id) {
    const struct answers answers = answers_gather(report, id);
    document_narrow(report->document);
    practice_write(report, id, HEADING_TITLE);
    document_gap(report->document);
    document_heading(report->document, HEADING_PART,
                     arena_printf(report->arena, _("Answers of %s"), report->reviewer));
    answers_practice_text(report, &answers);
}

const struct practice *const *own_list_all(const struct report *report, size_t *count,
                                           size_t *off) {
    size_t all_count;
    size_t own_count = 0;
    size_t catalogue_count;
    const char *const *ids = own_list_gather(report, &all_count);
    const char **own = arena_array(report->arena, all_count + 1, sizeof *own);
    for (size_t i = 0; i < all_count; i++) {
        if (!own_list_off(report, ids[i])) {
            own[own_count++] = ids[i];
        }
    }
    *off = all_count - own_count;
    const struct practice *const *practices = report_by_title(report, &catalogue_count);
    *count = own_count + catalogue_count;
    const struct practice **all = arena_array(report->arena, *count + 1, sizeof *all);
    for (size_t i = 0; i < own_count; i++) {
        all[i] = own_practice_make(report, own[i]);
    }
    for (size_t i = 0; i < catalogue_count; i++) {
        all[own_count + i] = practices[i];
    }
    return all;
}
