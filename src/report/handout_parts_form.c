/* The form to fill in by hand: what is to be asked, and how it comes back. */
#include "vademecum/report/handout_parts.h"

#include "vademecum/base/i18n.h"
#include "vademecum/report/form_line.h"
#include "vademecum/review/round.h"

enum {
    BOXES = VERDICT_COUNT - 1 /* for each item: every verdict but none */
};

/* The mark of this round, else that of the last one. */
static enum verdict verdict_last(const struct dossier *dossier, const struct item *item) {
    const struct report *report = dossier->report;
    const enum verdict verdict = dossier_verdict(dossier, item);
    const struct event *before = round_before(
        report->review, report->reviewer, dossier->handout->practice,
        record_cell(&dossier->checklist->record, CHECKLIST_ID));
    return verdict != VERDICT_NONE
               ? verdict
               : verdict_find(round_last(report->review, before, item, "verdict"));
}

/* Once a round is closed all is asked again. */
static bool item_open(const struct dossier *dossier, const struct item *item) {
    const struct report *report = dossier->report;
    const enum verdict verdict = dossier_verdict(dossier, item);
    return verdict == VERDICT_NONE || verdict == VERDICT_UNKNOWN ||
           round_closed(report->review, report->reviewer, dossier->handout->practice,
                        dossier->checklist);
}

/* A question is printed whole or not at all, for its signs come back by their places. */
static bool question_open(const struct dossier *dossier, const struct question *question) {
    for (size_t i = 0; i < question->item_count; i++) {
        if (item_open(dossier, &question->items[i])) {
            return true;
        }
    }
    return false;
}

/* The boxes of each item: the sign that is typed for it, and what it means. */
static void boxes_fill(const struct dossier *dossier, struct sign boxes[BOXES]) {
    for (enum verdict verdict = VERDICT_NONE + 1; verdict < VERDICT_COUNT; verdict++) {
        boxes[verdict - 1] = (struct sign){
            .text = form_code_typed(verdict),
            .word = report_sign(dossier->report, dossier->checklist, verdict, SIGN_WORDS).text,
        };
    }
}

static void form_question(const struct dossier *dossier, const struct question *question,
                          const struct sign *boxes) {
    const struct report *report = dossier->report;
    struct document_ask *asks = arena_array(report->arena, question->item_count, sizeof *asks);
    for (size_t i = 0; i < question->item_count; i++) {
        const struct item *item = &question->items[i];
        const enum verdict last = verdict_last(dossier, item);
        asks[i] = (struct document_ask){
            .text = report_cell(report, SCHEMA_ITEMS, &item->record, ITEM_TEXT),
            .ask = report_cell(report, SCHEMA_ITEMS, &item->record, ITEM_ASK),
            .last = last == VERDICT_NONE
                        ? ""
                        : report_sign(report, dossier->checklist, last, SIGN_WORDS).text,
        };
    }
    const struct document_form form = {
        .code = form_code(question, report->arena),
        .title = report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT),
        .boxes = boxes,
        .box_count = BOXES,
        .asks = asks,
        .count = question->item_count,
    };
    document_gap(report->document);
    document_form(report->document, &form);
}

/* How the marks come from the paper into the review. */
static void way_back_write(const struct dossier *dossier) {
    const struct report *report = dossier->report;
    document_gap(report->document);
    document_heading(report->document, HEADING_PART, _("To enter it later"));
    document_text(report->document, 0,
                  _("Give this command, or :enter on the screen. Then type a line for each "
                    "question: the code before it, and a sign for each of its items, as in "
                    "inc1 +~x+"));
    document_line(report->document, 0,
                  arena_printf(report->arena, "vademecum enter %s", dossier->handout->practice));
    document_text(report->document, 0, form_line_legend(report, dossier->checklist));
}

void handout_form(const struct dossier *dossier) {
    struct document *document = dossier->report->document;
    struct sign boxes[BOXES];
    size_t open = 0;
    for (size_t i = 0; dossier->checklist && i < dossier->checklist->item_count; i++) {
        open += item_open(dossier, &dossier->checklist->items[i]);
    }
    document_gap(document);
    document_heading(document, HEADING_PART, _("To ask"));
    if (open == 0) {
        document_text(document, 0, _("Every item is answered."));
        return;
    }
    document_text(document, 0,
                  _("Tick one box for each item. Write down who says so, and what you saw."));
    document_text(document, 0, _("Day ______________   Who was asked ______________________"));
    boxes_fill(dossier, boxes);
    for (size_t i = 0; i < dossier->checklist->question_count; i++) {
        if (question_open(dossier, &dossier->checklist->questions[i])) {
            form_question(dossier, &dossier->checklist->questions[i], boxes);
        }
    }
    way_back_write(dossier);
}
