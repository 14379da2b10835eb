#include "vademecum/report/handout_parts.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/review/progress.h"

#include <string.h>

enum {
    LABEL_COLUMNS = 16, /* of facts */
    HIGHLIGHTS = 3      /* strengths, and gaps */
};

/* Items in the order in which they are told first. */
struct highlight {
    const struct item *item;
    long weight; /* the heavier the earlier */
};

static const char *item_id(const struct item *item) {
    return record_cell(&item->record, ITEM_ID);
}

static const char *item_text(const struct dossier *dossier, const struct item *item) {
    return report_item(dossier->report, item);
}

static const char *practice_title(const struct dossier *dossier, const struct practice *practice) {
    return report_cell(dossier->report, SCHEMA_PRACTICES, &practice->record, PRACTICE_TITLE);
}

static void fact_write(const struct dossier *dossier, int depth, const char *label,
                       const char *text) {
    if (text[0]) {
        document_fact(dossier->report->document, depth, label, LABEL_COLUMNS, text);
    }
}

/* The title of a practice as a fact, in its language. */
static void practice_fact(const struct dossier *dossier, int depth, const char *label,
                          const struct practice *practice) {
    document_lang(dossier->report->document, report_practice_lang(dossier->report, practice));
    fact_write(dossier, depth, label, practice_title(dossier, practice));
}

static void item_write(const struct dossier *dossier, int depth, const struct item *item) {
    const enum sign_form form = dossier->report->signs;
    document_item(
        dossier->report->document, depth,
        report_sign(dossier->report, dossier->checklist, dossier_verdict(dossier, item), form),
        sign_width(form, dossier->report->document->letters) + 1, item_text(dossier, item));
}

static struct progress criterion_progress(const struct dossier *dossier,
                                          const struct criterion *criterion) {
    return progress_count(dossier->report->review, dossier->report->reviewer,
                          dossier->handout->practice, criterion->items, criterion->item_count);
}

static void criteria_write(const struct dossier *dossier) {
    const struct report *report = dossier->report;
    int columns = 0;
    for (size_t i = 0; i < dossier->checklist->criterion_count; i++) {
        const char *most = arena_printf(report->arena, "%zu/%zu",
                                        dossier->checklist->criteria[i].item_count,
                                        dossier->checklist->criteria[i].item_count);
        const int width = (int)strlen(most);
        columns = width > columns ? width : columns;
    }
    for (size_t i = 0; i < dossier->checklist->criterion_count; i++) {
        const struct criterion *criterion = &dossier->checklist->criteria[i];
        const struct progress progress = criterion_progress(dossier, criterion);
        const struct document_bar bar = dossier_bar(&progress, criterion->item_count);
        document_bar(
            report->document, 0, &bar, columns,
            arena_printf(report->arena, "%s: %s",
                         report_cell(report, SCHEMA_CRITERIA, &criterion->record, CRITERION_TITLE),
                         dossier_counts(dossier, &progress)));
    }
}

/* Weighs a strength: more when it is shown, and when few others have it. */
static long strength_weight(const struct dossier *dossier, const struct item *item) {
    if (dossier_verdict(dossier, item) != VERDICT_MET) {
        return -1;
    }
    const long rare = (long)(dossier->report->catalogue->practice_count - item->met);
    const bool shown = dossier_value(dossier, item_id(item), "evidence")[0];
    const bool told = dossier_value(dossier, item_id(item), "comment")[0];
    const long most = (long)dossier->report->catalogue->practice_count + 1;
    return (shown ? 2 * most : 0) + (told ? most : 0) + rare;
}

/* Weighs a gap: more when less of it is met, and when most others have closed it. */
static long gap_weight(const struct dossier *dossier, const struct item *item) {
    if (!dossier_gap(dossier, item)) {
        return -1;
    }
    const long most = (long)dossier->report->catalogue->practice_count + 1;
    return (dossier_verdict(dossier, item) == VERDICT_NOT_MET ? most : 0) + (long)item->met;
}

/* Picks the heaviest items, at most HIGHLIGHTS; returns how many. Equal ones stay in order. */
static size_t highlights_find(const struct dossier *dossier,
                              long (*weigh)(const struct dossier *, const struct item *),
                              struct highlight found[HIGHLIGHTS]) {
    size_t count = 0;
    for (size_t i = 0; i < dossier->checklist->item_count; i++) {
        const struct item *item = &dossier->checklist->items[i];
        const long weight = weigh(dossier, item);
        if (weight < 0) {
            continue;
        }
        size_t at = count < HIGHLIGHTS ? count++ : HIGHLIGHTS;
        for (; at > 0 && found[at - 1].weight < weight; at--) {
            if (at < HIGHLIGHTS) {
                found[at] = found[at - 1];
            }
        }
        if (at < HIGHLIGHTS) {
            found[at] = (struct highlight){item, weight};
        }
    }
    return count;
}

/* Who does it well, the likest first, and by which tool. */
static void who_write(const struct dossier *dossier, const struct item *item) {
    const struct report *report = dossier->report;
    const struct who who = who_list(report->catalogue, &dossier->kin, item, NULL, NULL,
                                    report->arena);
    if (who.count == 0) {
        return;
    }
    const struct who_entry *first = &who.entries[0];
    practice_fact(dossier, 1, who.spoken ? _("Speaks of it") : _("Who does it"), first->practice);
    if (first->tool) {
        document_lang(report->document, report_tool_lang(report, first->tool));
        document_fact_named(report->document, 1, _("By which tool"), LABEL_COLUMNS,
                            report_cell(report, SCHEMA_TOOLS, &first->tool->record, TOOL_TITLE),
                            record_cell(&first->tool->record, TOOL_URL));
    }
}

static void strengths_write(const struct dossier *dossier) {
    struct highlight found[HIGHLIGHTS];
    const size_t count = highlights_find(dossier, strength_weight, found);
    if (count == 0) {
        return;
    }
    document_gap(dossier->report->document);
    document_heading(dossier->report->document, HEADING_SECTION, _("What is strong"));
    for (size_t i = 0; i < count; i++) {
        item_write(dossier, 0, found[i].item);
        if (!dossier->handout->no_evidence) {
            fact_write(dossier, 1, _("Evidence"),
                       dossier_value(dossier, item_id(found[i].item), "evidence"));
        }
    }
}

static void gaps_write(const struct dossier *dossier) {
    struct highlight found[HIGHLIGHTS];
    const size_t count = highlights_find(dossier, gap_weight, found);
    if (count == 0) {
        return;
    }
    document_gap(dossier->report->document);
    document_heading(dossier->report->document, HEADING_SECTION, _("What is missing most"));
    for (size_t i = 0; i < count; i++) {
        item_write(dossier, 0, found[i].item);
        who_write(dossier, found[i].item);
    }
}

void handout_glance(const struct dossier *dossier) {
    struct document *document = dossier->report->document;
    document_gap(document);
    document_heading(document, HEADING_PART, _("At a glance"));
    if (!dossier->checklist) {
        document_text(document, 0, _("There is no checklist to review it by."));
        return;
    }
    const struct progress progress = progress_count(
        dossier->report->review, dossier->report->reviewer, dossier->handout->practice,
        dossier->checklist->items, dossier->checklist->item_count);
    document_text(
        document, 0,
        arena_printf(dossier->report->arena,
                     ngettext("%zu item: %s.", "%zu items: %s.", dossier->checklist->item_count),
                     dossier->checklist->item_count, dossier_counts(dossier, &progress)));
    criteria_write(dossier);
    if (dossier->handout->kind == HANDOUT_REPORT) {
        strengths_write(dossier);
    }
    gaps_write(dossier);
    handout_next(dossier);
}

/* What another reviewer says: "partly: Neighbours came twice." */
static void other_write(const struct dossier *dossier, const struct item *item,
                        const char *reviewer) {
    const struct report *report = dossier->report;
    const enum verdict verdict = verdict_of(report->review, reviewer, dossier->handout->practice,
                                            item);
    const char *comment = dossier->handout->no_comment
                              ? ""
                              : review_value(report->review, reviewer, dossier->handout->practice,
                                             item_id(item), "comment");
    if (verdict != VERDICT_NONE || comment[0]) {
        const char *word = report_sign(report, dossier->checklist, verdict, SIGN_WORDS).text;
        fact_write(dossier, 1, dossier->handout->anonymous ? _("Somebody else") : reviewer,
                   comment[0] ? arena_printf(report->arena, "%s: %s", word, comment) : word);
    }
}

static void item_details(const struct dossier *dossier, const struct item *item) {
    const struct practice *source = dossier->own ? dossier->model : dossier->practice;
    if (source && !dossier->handout->no_model) {
        const enum mark mark = catalogue_mark(dossier->report->catalogue, source, item);
        fact_write(dossier, 1, dossier->own ? _("The model") : _("The source"),
                   sign_of_mark(mark, SIGN_WORDS));
    }
    if (!dossier->handout->no_comment) {
        fact_write(dossier, 1, _("Comment"), dossier_value(dossier, item_id(item), "comment"));
    }
    if (!dossier->handout->no_evidence) {
        fact_write(dossier, 1, _("Evidence"), dossier_value(dossier, item_id(item), "evidence"));
    }
    for (size_t i = 0; i < dossier->handout->other_count; i++) {
        other_write(dossier, item, dossier->handout->others[i]);
    }
}

static bool item_wanted(const struct dossier *dossier, const struct item *item) {
    return dossier->handout->kind != HANDOUT_GAPS || dossier_gap(dossier, item);
}

static bool question_wanted(const struct dossier *dossier, const struct question *question) {
    for (size_t i = 0; i < question->item_count; i++) {
        if (item_wanted(dossier, &question->items[i])) {
            return true;
        }
    }
    return false;
}

static bool criterion_wanted(const struct dossier *dossier, const struct criterion *criterion) {
    for (size_t i = 0; i < criterion->question_count; i++) {
        if (question_wanted(dossier, &criterion->questions[i])) {
            return true;
        }
    }
    return false;
}

/* The model's answer, and the reviewer's own. */
static void answers_write(const struct dossier *dossier, const struct question *question) {
    const struct report *report = dossier->report;
    const struct practice *source = dossier->own ? dossier->model : dossier->practice;
    const struct answer *answer = source ? catalogue_answer(source, question) : NULL;
    if (answer && !dossier->handout->no_model) {
        fact_write(dossier, 0, dossier->own ? _("The model") : _("The source"),
                   report_cell(report, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT));
    }
    if (!dossier->handout->no_comment) {
        fact_write(dossier, 0, _("Our answer"),
                   dossier_value(dossier, record_cell(&question->record, QUESTION_ID), "answer"));
    }
}

static void question_write(const struct dossier *dossier, const struct question *question) {
    const struct report *report = dossier->report;
    document_gap(report->document);
    document_heading(report->document, HEADING_QUESTION,
                     report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT));
    if (!dossier->brief) {
        answers_write(dossier, question);
    }
    for (size_t i = 0; i < question->item_count; i++) {
        const struct item *item = &question->items[i];
        if (!item_wanted(dossier, item)) {
            continue;
        }
        item_write(dossier, 0, item);
        if (!dossier->brief) {
            item_details(dossier, item);
        }
    }
}

void handout_items(const struct dossier *dossier) {
    const struct report *report = dossier->report;
    if (!dossier->checklist) {
        return;
    }
    const char *wanting = report_wanting(report, dossier->checklist);
    document_gap(report->document);
    document_heading(report->document, HEADING_PART,
                     dossier->handout->kind == HANDOUT_GAPS
                         ? arena_printf(report->arena, _("Marked as %s"), wanting)
                         : _("Item by item"));
    size_t written = 0;
    for (size_t c = 0; c < dossier->checklist->criterion_count; c++) {
        const struct criterion *criterion = &dossier->checklist->criteria[c];
        if (!criterion_wanted(dossier, criterion)) {
            continue;
        }
        const struct progress progress = criterion_progress(dossier, criterion);
        document_gap(report->document);
        document_heading(report->document, HEADING_SECTION,
                         report_cell(report, SCHEMA_CRITERIA, &criterion->record, CRITERION_TITLE));
        document_text(report->document, 0, dossier_counts(dossier, &progress));
        for (size_t q = 0; q < criterion->question_count; q++) {
            if (question_wanted(dossier, &criterion->questions[q])) {
                question_write(dossier, &criterion->questions[q]);
                written++;
            }
        }
    }
    if (written == 0) {
        document_text(report->document, 0,
                      arena_printf(report->arena, _("Nothing is marked as %s."), wanting));
    }
}
