#include "vademecum/report/handout.h"

#include "vademecum/base/clock.h"
#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/answers.h"
#include "vademecum/report/edition.h"
#include "vademecum/report/facts.h"
#include "vademecum/report/handout_parts.h"
#include "vademecum/report/past.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/report/shown.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/field.h"
#include "vademecum/review/own.h"
#include "vademecum/review/reviewer.h"
#include "vademecum/review/round.h"

#include <string.h>

enum {
    PARTS_MAX = 8,
    DAY = 10 /* bytes of a date at the start of a time */
};

typedef void handout_part(const struct dossier *dossier);

const char *const handout_readers[] = {"colleague", "donor", "official", NULL};

/* What each reader finds, in the order of how much it matters to them. */
static handout_part *const orders[][PARTS_MAX] = {
    [HANDOUT_COLLEAGUE] = {handout_glance, handout_items, handout_plan, handout_tools, handout_ask,
                           handout_sources},
    [HANDOUT_DONOR] = {handout_glance, handout_dac, handout_plan, handout_items, handout_tools,
                       handout_ask, handout_sources},
    [HANDOUT_OFFICIAL] = {handout_glance, handout_plan, handout_ask, handout_tools, handout_items,
                          handout_sources},
};

static handout_part *const plan_only[PARTS_MAX] = {handout_plan, handout_tools, handout_sources};
static handout_part *const transfer_only[PARTS_MAX] = {handout_transfer, handout_plan, handout_ask,
                                                       handout_sources};
static handout_part *const form_only[PARTS_MAX] = {handout_form, handout_sources};

struct handout handout_usual(const char *practice) {
    return (struct handout){.practice = practice};
}

static void fact_write(const struct report *report, const char *label, const char *text) {
    enum {
        COLUMNS = 16
    };
    if (text[0]) {
        document_fact(report->document, 0, label, COLUMNS, text);
    }
}

/* What the reviewer says of the practice; the facts of an own one are no review. */
static const struct event *const *said(const struct dossier *dossier, size_t *count) {
    const struct report *report = dossier->report;
    const struct review_filter filter = {
        .reviewer = report->reviewer, .practice = dossier->handout->practice, .all = true};
    size_t all;
    const struct event *const *events = review_list(report->review, &filter, report->arena, &all);
    const struct event **kept = arena_array(report->arena, all + 1, sizeof *kept);
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        if (!own_field(events[i]->field)) {
            kept[(*count)++] = events[i];
        }
    }
    return kept;
}

/* "2.3.2026" of a time, where the user is. */
static const char *day_words(const struct report *report, const char *time) {
    const char *day = arena_printf(report->arena, "%.*s", DAY, wording_time(report->arena, time));
    return plan_due(report->arena, day, "done", 0);
}

/* "2.3.2026 to 9.3.2026"; "" when nothing was said. */
static const char *days_words(const struct report *report, const struct event *const *events,
                              size_t count) {
    if (count == 0) {
        return "";
    }
    const char *from = day_words(report, events[0]->time);
    const char *until = day_words(report, events[count - 1]->time);
    return strcmp(from, until) == 0 ? from
                                    : arena_printf(report->arena, _("%s to %s"), from, until);
}

static const char *checklist_words(const struct dossier *dossier) {
    const struct report *report = dossier->report;
    if (!dossier->checklist) {
        return "";
    }
    const struct record *record = &dossier->checklist->record;
    const char *version = record_cell(record, CHECKLIST_VERSION);
    const char *title = report_cell(report, SCHEMA_CHECKLISTS, record, CHECKLIST_TITLE);
    return version[0] ? arena_printf(report->arena, _("%s, version %s"), title, version) : title;
}

/* A reader is told what is missing on purpose. */
static void left_out_write(const struct dossier *dossier) {
    const struct handout *handout = dossier->handout;
    const struct report *report = dossier->report;
    const struct {
        bool left_out;
        const char *what;
    } parts[] = {
        {handout->anonymous, N_("names of people, contacts")},
        {handout->no_comment, N_("comments")},
        {handout->no_evidence, N_("evidence")},
        {handout->no_plan, N_("the plan")},
        {handout->no_model, N_("what the model does")},
    };
    const char *list = "";
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (parts[i].left_out) {
            list = arena_printf(report->arena, "%s%s%s", list, list[0] ? ", " : "",
                                _(parts[i].what));
        }
    }
    if (list[0]) {
        document_text(report->document, 0,
                      arena_printf(report->arena, _("Left out of this paper: %s."), list));
    }
}

/* How far the review is; a final one that was changed later says so. */
static const char *status_words(const struct dossier *dossier, const struct event *const *events,
                                size_t count) {
    const struct report *report = dossier->report;
    if (count == 0) {
        return _("not begun");
    }
    const struct event *status = dossier->checklist
                                     ? round_status(report->review, report->reviewer,
                                                    dossier->handout->practice, dossier->checklist)
                                     : NULL;
    const char *words = wording_status(report->arena, status ? status->value : "");
    const bool final = status && field_final(status->value);
    if (final && strcmp(events[count - 1]->field, "status") != 0) {
        words = arena_printf(report->arena, _("%s, changed since"), words);
    }
    const char *late = past_late(report, status);
    return late[0] ? arena_printf(report->arena, "%s; %s", words, late) : words;
}

/* "draft · 2.3.2026 to 9.3.2026" */
static const char *review_words(const struct dossier *dossier, const struct event *const *events,
                                size_t count) {
    const struct report *report = dossier->report;
    const char *status = status_words(dossier, events, count);
    const char *days = days_words(report, events, count);
    return days[0] ? arena_printf(report->arena, "%s%s%s", status,
                                  sign_between(report->document->ascii), days)
                   : status;
}

/* "131 practices, version 1.0.0, read by Vademecum 1.0" */
static const char *catalogue_words(const struct report *report) {
    const size_t count = report->catalogue->practice_count;
    const char *version = edition_version(report->catalogue, report->arena);
    return version[0] ? arena_printf(report->arena,
                                     ngettext("%zu practice, version %s, read by Vademecum %s",
                                              "%zu practices, version %s, read by Vademecum %s",
                                              count),
                                     count, version, VADEMECUM_VERSION)
                      : arena_printf(report->arena,
                                     ngettext("%zu practice, read by Vademecum %s",
                                              "%zu practices, read by Vademecum %s", count),
                                     count, VADEMECUM_VERSION);
}

/* What kind of paper it is, for one who sees such a paper for the first time. */
static const char *kind_words(const struct dossier *dossier) {
    static const char *const words[] = {
        [HANDOUT_REPORT] = N_("This report tells how far the practice meets a checklist of good "
                              "practice, what is missing, and what happens next."),
        [HANDOUT_GAPS] = N_(
            "This report tells only what of a checklist of good practice is missing "
            "or partly met, and what happens next."),
        [HANDOUT_PLAN] = N_("This is the plan for the practice: what is done about what is "
                            "missing, by whom and by when."),
        [HANDOUT_BLANK] = N_("This is a form to fill in by hand on a visit: what to ask by a "
                             "checklist of good practice."),
    };
    const enum handout_kind kind = dossier->handout->kind;
    return kind == HANDOUT_REPORT && dossier->checklist && shown_transfers(dossier->checklist)
               ? _("This report tells whether the practice would work elsewhere: what to keep, to "
                   "adapt, to leave out, and to find out first.")
               : _(words[kind]);
}

static bool is_group(const struct report *report) {
    return report->reviewer && reviewer_group(report->reviewer);
}

/* Whose marks they are; of a group that names nobody. */
static void reviewers_write(const struct dossier *dossier) {
    const struct report *report = dossier->report;
    const struct handout *handout = dossier->handout;
    if (is_group(report)) {
        fact_write(report, _("Decided by"), wording_reviewer_name(report, report->reviewer));
    } else if (!handout->anonymous) {
        fact_write(report, _("Reviewed by"), wording_reviewer(report, report->reviewer));
    }
    for (size_t i = 0; i < handout->other_count && !handout->anonymous; i++) {
        fact_write(report, _("Beside it"), wording_reviewer(report, handout->others[i]));
    }
}

static void front_write(const struct dossier *dossier) {
    const struct report *report = dossier->report;
    const struct record *record = &dossier->practice->record;
    struct document *document = report->document;
    size_t count;
    const struct event *const *events = said(dossier, &count);
    document_lang(document, report_practice_lang(report, dossier->practice));
    document_heading(document, HEADING_TITLE, title_of(report, dossier->handout->practice));
    document_text(document, 0,
                  facts_headline(report->catalogue, dossier->practice, report->lang,
                                 sign_between(document->ascii), report->arena));
    document_text(document, 0, report_cell(report, SCHEMA_PRACTICES, record, PRACTICE_SUMMARY));
    document_gap(document);
    document_text(document, 0, kind_words(dossier));
    document_gap(document);
    if (count > 0) {
        reviewers_write(dossier);
    }
    fact_write(report, _("Review"), review_words(dossier, events, count));
    fact_write(report, _("Checklist"), checklist_words(dossier));
    fact_write(report, _("Catalogue"), catalogue_words(report));
    if (dossier->model && !dossier->handout->no_model) {
        document_lang(document, report_practice_lang(report, dossier->model));
        fact_write(report, _("Model"),
                   report_cell(report, SCHEMA_PRACTICES, &dossier->model->record, PRACTICE_TITLE));
    }
    if (!dossier->handout->no_comment) {
        fact_write(report, _("Note"), dossier_value(dossier, "", "note"));
    }
    left_out_write(dossier);
}

void handout_write(const struct report *report, const struct handout *handout) {
    document_narrow(report->document);
    const struct dossier dossier = dossier_make(report, handout);
    handout_part *const *parts = orders[handout->reader];
    if (handout->kind == HANDOUT_PLAN) {
        parts = plan_only;
    } else if (handout->kind == HANDOUT_BLANK) {
        parts = form_only;
    } else if (handout->kind == HANDOUT_REPORT && dossier.checklist &&
               shown_transfers(dossier.checklist)) {
        parts = transfer_only;
    }
    front_write(&dossier);
    for (size_t i = 0; i < PARTS_MAX && parts[i]; i++) {
        parts[i](&dossier);
    }
}

const char *handout_name(const struct report *report, const struct handout *handout) {
    static const char *const endings[] = {"", "-gaps", "-plan", "-form"};
    char day[CLOCK_STAMP_SIZE];
    clock_stamp(report->now, day);
    const char *title = title_of(report, handout->practice);
    return arena_printf(report->arena, "%s-%.*s%s", own_slug(report->arena, title), DAY,
                        wording_time(report->arena, day), endings[handout->kind]);
}
