#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/handout_parts.h"
#include "vademecum/report/shown.h"

enum {
    LABEL_COLUMNS = 16 /* of facts */
};

/* What becomes of an item when the practice is done elsewhere, by the verdicts on it. */
static const struct {
    const char *heading;
    enum verdict verdicts[2];
} fates[] = {
    {N_("Keep"), {VERDICT_MET, VERDICT_MET}},
    {N_("Adapt"), {VERDICT_PARTLY, VERDICT_PARTLY}},
    {N_("Leave out"), {VERDICT_NOT_MET, VERDICT_NOT_MET}},
    {N_("Find out first"), {VERDICT_UNKNOWN, VERDICT_NONE}},
};

static void fact_write(const struct dossier *dossier, const char *label, const char *text) {
    if (text[0]) {
        document_fact(dossier->report->document, 1, label, LABEL_COLUMNS, text);
    }
}

/* What the source says beside the item, and what the reviewer wrote on it. */
static void details_write(const struct dossier *dossier, const struct item *item) {
    const struct report *report = dossier->report;
    const char *id = record_cell(&item->record, ITEM_ID);
    const struct practice *source = dossier->own ? dossier->model : dossier->practice;
    size_t count = 0;
    if (source && !dossier->handout->no_model) {
        const struct shown *list = shown_list(report->catalogue, source, item, report->lang,
                                              report->arena, &count);
        for (size_t i = 0; i < count; i++) {
            fact_write(dossier, list[i].label, list[i].text);
        }
        if (count == 0) {
            document_text(report->document, 1, _("The source does not say."));
        }
    }
    if (!dossier->handout->no_comment) {
        fact_write(dossier, _("Comment"), dossier_value(dossier, id, "comment"));
    }
    if (!dossier->handout->no_evidence) {
        fact_write(dossier, _("Evidence"), dossier_value(dossier, id, "evidence"));
    }
    fact_write(dossier, _("Plan"), dossier_value(dossier, id, "plan.action"));
}

static void fate_write(const struct dossier *dossier, const char *heading,
                       const enum verdict verdicts[2]) {
    const struct report *report = dossier->report;
    size_t told = 0;
    document_gap(report->document);
    document_heading(report->document, HEADING_PART, heading);
    for (size_t i = 0; i < dossier->checklist->item_count; i++) {
        const struct item *item = &dossier->checklist->items[i];
        const enum verdict verdict = dossier_verdict(dossier, item);
        if (verdict != verdicts[0] && verdict != verdicts[1]) {
            continue;
        }
        if (told++ > 0) {
            document_gap(report->document);
        }
        document_item(
            report->document, 0, report_sign(report, dossier->checklist, verdict, report->signs),
            sign_width(report->signs, report->document->letters) + 1, report_item(report, item));
        details_write(dossier, item);
    }
    if (told == 0) {
        document_text(report->document, 0, _("Nothing."));
    }
}

void handout_transfer(const struct dossier *dossier) {
    for (size_t i = 0; i < COUNT(fates); i++) {
        fate_write(dossier, _(fates[i].heading), fates[i].verdicts);
    }
}
