/* The part of a handout that evaluators of projects look for. */
#include "vademecum/report/handout_parts.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"

#include <string.h>

/* The criteria of the OECD DAC, as items.csv has them. */
static const struct {
    const char *name;
    const char *question;
} dac_criteria[] = {
    {"relevance", N_("Relevance: does it do the right things?")},
    {"coherence", N_("Coherence: how well does it fit with what others do?")},
    {"effectiveness", N_("Effectiveness: does it reach its goals?")},
    {"efficiency", N_("Efficiency: does it use its means well?")},
    {"impact", N_("Impact: what difference does it make?")},
    {"sustainability", N_("Sustainability: will the good last?")},
};

enum {
    NUMBERS = 5, /* columns for "9/12" */
    DAC_COUNT = COUNT(dac_criteria)
};

static bool item_answers(const struct item *item, size_t criterion) {
    return strcmp(record_cell(&item->record, ITEM_DAC), dac_criteria[criterion].name) == 0;
}

/* How many items go with one criterion, by their verdicts. */
static size_t dac_count(const struct dossier *dossier, size_t criterion,
                        struct progress *progress) {
    size_t count = 0;
    *progress = (struct progress){0};
    for (size_t i = 0; i < dossier->checklist->item_count; i++) {
        const struct item *item = &dossier->checklist->items[i];
        if (item_answers(item, criterion)) {
            progress->verdicts[dossier_verdict(dossier, item)]++;
            count++;
        }
    }
    return count;
}

/* Counts, and what is partly or not met, of the items that go with one criterion. */
static void dac_write(const struct dossier *dossier, size_t criterion) {
    const struct report *report = dossier->report;
    struct progress progress;
    const size_t count = dac_count(dossier, criterion, &progress);
    if (count == 0) {
        return;
    }
    const struct document_bar bar = dossier_bar(&progress, count);
    document_gap(report->document);
    document_heading(report->document, HEADING_SECTION, _(dac_criteria[criterion].question));
    document_bar(report->document, 0, &bar, NUMBERS, dossier_counts(dossier, &progress));
    for (size_t i = 0; i < dossier->checklist->item_count; i++) {
        const struct item *item = &dossier->checklist->items[i];
        if (item_answers(item, criterion) && dossier_gap(dossier, item)) {
            document_item(report->document, 0,
                          report_sign(report, dossier->checklist, dossier_verdict(dossier, item),
                                      report->signs),
                          sign_width(report->signs, report->document->letters) + 1,
                          report_cell(report, SCHEMA_ITEMS, &item->record, ITEM_TEXT));
        }
    }
}

void handout_dac(const struct dossier *dossier) {
    size_t told = 0;
    for (size_t i = 0; dossier->checklist && i < dossier->checklist->item_count; i++) {
        told += record_cell(&dossier->checklist->items[i].record, ITEM_DAC)[0] != '\0';
    }
    if (told == 0) {
        return;
    }
    document_gap(dossier->report->document);
    document_heading(dossier->report->document, HEADING_PART, _("By the criteria of the OECD DAC"));
    for (size_t i = 0; i < DAC_COUNT; i++) {
        dac_write(dossier, i);
    }
}
