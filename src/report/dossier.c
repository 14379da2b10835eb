#include "vademecum/report/dossier.h"

#include "vademecum/base/count.h"
#include "vademecum/find/model.h"
#include "vademecum/report/answers.h"
#include "vademecum/report/own_practice.h"
#include "vademecum/review/field.h"

struct dossier dossier_make(const struct report *report, const struct handout *handout) {
    const struct catalogue *catalogue = report->catalogue;
    const struct practice *known = catalogue_practice(catalogue, handout->practice);
    struct dossier dossier = {
        .report = report,
        .handout = handout,
        .practice = known ? known : own_practice_make(report, handout->practice),
        .own = !known,
        .checklist = catalogue_checklist_chosen(
            catalogue,
            review_value(report->review, report->reviewer, handout->practice, "", "checklist")),
        .kin = known ? who_practice(known, report->arena)
                     : who_own(catalogue, report->review, handout->practice, report->arena),
        .brief = handout->reader == HANDOUT_OFFICIAL,
    };
    if (!known) {
        const char *chosen = review_value(report->review, report->reviewer, handout->practice, "",
                                          "model");
        dossier.model = catalogue_practice(catalogue, chosen);
        if (!dossier.model) {
            dossier.model = model_default(catalogue, &dossier.kin, dossier.checklist, NULL,
                                          report->arena);
        }
    }
    const struct practice *source = known ? known : dossier.model;
    if (!dossier.checklist && source) {
        dossier.checklist = catalogue_checklist(catalogue, source);
    }
    return dossier;
}

bool dossier_uses(const struct dossier *dossier, const struct checklist *checklist) {
    const struct answers answers = answers_gather(dossier->report, dossier->handout->practice);
    bool used = dossier->checklist == checklist;
    for (size_t i = 0; i < answers.count && !used; i++) {
        const struct question *question = answers.said[i].question;
        used = question && question->criterion->checklist == checklist;
    }
    return used;
}

const char *dossier_value(const struct dossier *dossier, const char *item, const char *field) {
    return review_value(dossier->report->review, dossier->report->reviewer,
                        dossier->handout->practice, item, field);
}

enum verdict dossier_verdict(const struct dossier *dossier, const struct item *item) {
    return verdict_of(dossier->report->review, dossier->report->reviewer,
                      dossier->handout->practice, item);
}

bool dossier_gap(const struct dossier *dossier, const struct item *item) {
    const enum verdict verdict = dossier_verdict(dossier, item);
    return verdict == VERDICT_NOT_MET || verdict == VERDICT_PARTLY;
}

const char *dossier_counts(const struct dossier *dossier, const struct progress *progress) {
    static const enum verdict order[] = {VERDICT_MET, VERDICT_PARTLY,  VERDICT_NOT_MET,
                                         VERDICT_NA,  VERDICT_UNKNOWN, VERDICT_NONE};
    const char *line = "";
    for (size_t i = 0; i < COUNT(order); i++) {
        const size_t count = progress->verdicts[order[i]];
        if (count > 0) {
            line = arena_printf(
                dossier->report->arena, "%s%s%zu %s", line, line[0] ? ", " : "", count,
                report_sign(dossier->report, dossier->checklist, order[i], SIGN_WORDS).text);
        }
    }
    return line;
}

struct document_bar dossier_bar(const struct progress *progress, size_t of) {
    struct document_bar bar = {.of = of};
    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        bar.counts[sign_verdict(verdict, SIGN_UNICODE).tone] += progress->verdicts[verdict];
    }
    return bar;
}

bool dossier_planned(const struct dossier *dossier, const struct item *item) {
    size_t count;
    const char *const *names = field_names(FIELD_OF_ITEM, dossier->report->arena, &count);
    bool planned = false;
    for (size_t i = 0; i < count && !planned; i++) {
        planned = field_plan(names[i]) &&
                  dossier_value(dossier, record_cell(&item->record, ITEM_ID), names[i])[0];
    }
    return planned;
}
