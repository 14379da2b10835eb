/* The part of a handout that tells what is to be done. */
#include "vademecum/report/handout_parts.h"

#include "vademecum/base/i18n.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/review/field.h"

#include <string.h>

enum {
    LABEL_COLUMNS = 16, /* of facts */
    STEPS = 3           /* that are told */
};

static const char *value_of(const struct dossier *dossier, const struct item *item,
                            const char *field) {
    return dossier_value(dossier, record_cell(&item->record, ITEM_ID), field);
}

/* Whether the plan for one has an earlier date; any date is earlier than none. */
static bool sooner(const struct dossier *dossier, const struct item *one,
                   const struct item *other) {
    const char *due = value_of(dossier, one, "plan.due");
    const char *than = value_of(dossier, other, "plan.due");
    return due[0] && (!than[0] || strcmp(due, than) < 0);
}

/* Finds the steps that come next, at most STEPS; returns how many. Equal ones stay in order. */
static size_t steps_find(const struct dossier *dossier, const struct item *steps[STEPS]) {
    size_t count = 0;
    for (size_t i = 0; i < dossier->checklist->item_count; i++) {
        const struct item *item = &dossier->checklist->items[i];
        if (!dossier_planned(dossier, item) || plan_ended(value_of(dossier, item, "plan.status"))) {
            continue;
        }
        size_t at = count < STEPS ? count++ : STEPS;
        for (; at > 0 && sooner(dossier, item, steps[at - 1]); at--) {
            if (at < STEPS) {
                steps[at] = steps[at - 1];
            }
        }
        if (at < STEPS) {
            steps[at] = item;
        }
    }
    return count;
}

static void fact_write(const struct dossier *dossier, const char *label, const char *text) {
    if (text[0]) {
        document_fact(dossier->report->document, 1, label, LABEL_COLUMNS, text);
    }
}

/* The arrow that stands for plans on the screen. */
static struct sign step_sign(const struct report *report) {
    return sign_plain(
        sign_of_jotting(JOTTING_PLANNED, report->document->ascii ? SIGN_ASCII : SIGN_UNICODE));
}

/* What is done, and for which item, by whom and by when. */
static void step_write(const struct dossier *dossier, const struct item *item) {
    const struct report *report = dossier->report;
    const char *action = value_of(dossier, item, "plan.action");
    const char *goal = value_of(dossier, item, "plan.goal");
    const char *text = report_item(report, item);
    const char *first = action[0] ? action : goal[0] ? goal : text;
    document_item(report->document, 0, step_sign(report), 2, first);
    fact_write(dossier, _("For"), first == text ? "" : text);
    const char *owner = dossier->handout->anonymous ? "" : value_of(dossier, item, "plan.owner");
    const char *due = plan_due(report->arena, value_of(dossier, item, "plan.due"),
                               value_of(dossier, item, "plan.status"), report->now);
    fact_write(dossier, owner[0] ? _("Who, by when") : field_label("plan.due"),
               owner[0] && due[0] ? arena_printf(report->arena, "%s, %s", owner, due)
               : owner[0]         ? owner
                                  : due);
}

/* Gaps without a plan, and items that nobody has marked: both are work as well. */
static void left_write(const struct dossier *dossier) {
    const struct report *report = dossier->report;
    size_t unplanned = 0;
    size_t unmarked = 0;
    for (size_t i = 0; i < dossier->checklist->item_count; i++) {
        const struct item *item = &dossier->checklist->items[i];
        unplanned += dossier_gap(dossier, item) && !dossier_planned(dossier, item);
        unmarked += dossier_verdict(dossier, item) == VERDICT_NONE;
    }
    if (unplanned > 0) {
        document_text(
            report->document, 0,
            arena_printf(report->arena,
                         ngettext("%zu item is marked as %s, and nothing is planned for it "
                                  "yet.",
                                  "%zu items are marked as %s, and nothing is planned "
                                  "for them yet.",
                                  unplanned),
                         unplanned, report_wanting(report, dossier->checklist)));
    }
    if (unmarked > 0) {
        document_text(report->document, 0,
                      arena_printf(report->arena,
                                   ngettext("%zu item has no mark yet.",
                                            "%zu items have no mark yet.", unmarked),
                                   unmarked));
    }
    if (unplanned == 0 && unmarked == 0) {
        document_text(report->document, 0, _("Every item has a mark, and every gap has a plan."));
    }
}

void handout_next(const struct dossier *dossier) {
    const struct item *steps[STEPS];
    if (dossier->handout->no_plan) {
        return;
    }
    const size_t count = steps_find(dossier, steps);
    document_gap(dossier->report->document);
    document_heading(dossier->report->document, HEADING_SECTION, _("What happens next"));
    for (size_t i = 0; i < count; i++) {
        step_write(dossier, steps[i]);
    }
    left_write(dossier);
}
