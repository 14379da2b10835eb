/* The answers and the plan for people. */
#include "vademecum/report/answers.h"

#include "vademecum/base/i18n.h"
#include "vademecum/report/dossier.h"
#include "vademecum/report/facts.h"
#include "vademecum/report/past.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/field.h"
#include "vademecum/review/progress.h"
#include "vademecum/review/round.h"

#include <string.h>

enum {
    FIELD_COLUMNS = 14 /* that the labels of fields take */
};

/* Remembers what was written last, so that each heading stands once. */
struct outline {
    const struct report *report;
    bool plan;                         /* only what is planned is shown */
    const struct said *last;           /* or NULL */
    const struct criterion *criterion; /* or NULL */
};

static void nothing_write(const struct report *report) {
    document_text(
        report->document, 0,
        arena_printf(report->arena, _("There is nothing by %s here yet."), report->reviewer));
}

static bool checklist_said(const struct answers *answers, const struct checklist *checklist) {
    for (size_t i = 0; i < answers->count; i++) {
        const struct item *item = answers->said[i].of_item;
        if (item && catalogue_checklist_of(item) == checklist) {
            return true;
        }
    }
    return false;
}

/* Explains the signs; where there are items of several checklists, as each calls them. */
static void legend_write(const struct report *report, const struct answers *answers) {
    const struct catalogue *catalogue = report->catalogue;
    const struct checklist **said = arena_array(report->arena, catalogue->checklist_count,
                                                sizeof(const struct checklist *));
    size_t count = 0;
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        if (checklist_said(answers, &catalogue->checklists[i])) {
            said[count++] = &catalogue->checklists[i];
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (count > 1) {
            document_text(
                report->document, 0,
                report_cell(report, SCHEMA_CHECKLISTS, &said[i]->record, CHECKLIST_TITLE));
        }
        document_text(report->document, count > 1 ? 1 : 0,
                      report_legend(report, said[i], VERDICT_NONE + 1));
    }
}

/* Who does it and where, who reviews it, and beside which model. */
static void head_write(const struct report *report, const char *id) {
    const struct handout handout = handout_usual(id);
    const struct dossier dossier = dossier_make(report, &handout);
    document_text(report->document, 0,
                  facts_headline(report->catalogue, dossier.practice, report->lang,
                                 sign_between(report->document->ascii), report->arena));
    document_text(report->document, 0,
                  arena_printf(report->arena, _("Reviewer: %s"), report->reviewer));
    if (dossier.model) {
        document_text(report->document, 0,
                      arena_printf(report->arena, _("Model: %s"),
                                   report_cell(report, SCHEMA_PRACTICES, &dossier.model->record,
                                               PRACTICE_TITLE)));
    }
}

/* "3 items, 1 with a plan, 1 done" */
static void tasks_write(const struct report *report, const struct said *said, size_t count) {
    size_t planned = 0;
    size_t done = 0;
    for (size_t i = 0; i < count; i++) {
        done += strcmp(answers_value(&said[i], "plan.status"), "done") == 0;
        planned += answers_planned(&said[i]);
    }
    document_text(report->document, 0,
                  arena_printf(report->arena,
                               ngettext("%zu item, %zu with a plan, %zu done",
                                        "%zu items, %zu with a plan, %zu done", count),
                               count, planned, done));
}

/* Finds where the practice at `index` ends. */
static size_t practice_end(const struct answers *answers, size_t index) {
    const char *practice = answers->said[index].practice;
    while (index < answers->count && strcmp(answers->said[index].practice, practice) == 0) {
        index++;
    }
    return index;
}

static const char *progress_words(const struct report *report, const struct checklist *checklist,
                                  const struct progress *progress) {
    const char *line = "";
    for (enum verdict verdict = VERDICT_NONE + 1; verdict < VERDICT_COUNT; verdict++) {
        const size_t count = progress->verdicts[verdict];
        if (count > 0) {
            line = arena_printf(report->arena, "%s%s%zu %s", line, line[0] ? ", " : "", count,
                                report_sign(report, checklist, verdict, SIGN_WORDS).text);
        }
    }
    return line;
}

/* "Review: final (spring 2026)" */
static void status_write(const struct report *report, const struct event *status) {
    document_text(
        report->document, 0,
        arena_printf(report->arena, "%s: %s", field_label("status"), past_status(report, status)));
}

/*
 * "Leaflet checklist: 3 of 16 answered: 2 met, 1 partly", and whether that is draft or final, for
 * each one that was begun.
 */
static void progress_write(const struct report *report, const struct said *said) {
    bool begun = false;
    for (size_t i = 0; i < report->catalogue->checklist_count; i++) {
        const struct checklist *checklist = &report->catalogue->checklists[i];
        const struct progress progress = progress_count(report->review, report->reviewer,
                                                        said->practice, checklist->items,
                                                        checklist->item_count);
        const struct event *status = round_status(report->review, report->reviewer, said->practice,
                                                  checklist);
        if (progress_answered(&progress) > 0 || status) {
            document_text(report->document, 0,
                          arena_printf(report->arena, _("%s: %zu of %zu answered: %s"),
                                       report_cell(report, SCHEMA_CHECKLISTS, &checklist->record,
                                                   CHECKLIST_TITLE),
                                       progress_answered(&progress), checklist->item_count,
                                       progress_words(report, checklist, &progress)));
            status_write(report, status);
            begun = true;
        }
    }
    if (!begun) {
        status_write(report, NULL);
    }
}

static void practice_write(const struct report *report, const struct answers *answers, size_t index,
                           bool plan) {
    const struct said *said = &answers->said[index];
    const char *title = title_of(report, said->practice);
    document_heading(report->document, HEADING_PART, title);
    if (strcmp(title, said->practice) != 0) {
        document_line(report->document, 0, said->practice);
    }
    if (said->origin == ORIGIN_GONE) {
        document_text(report->document, 0, _("This practice is not in this catalogue."));
    } else {
        head_write(report, said->practice);
    }
    if (plan) {
        tasks_write(report, said, practice_end(answers, index) - index);
    } else {
        progress_write(report, said);
    }
}

/* Writes headings only when the criterion or the question has changed. */
static void headings_write(struct outline *outline, const struct said *said) {
    const struct report *report = outline->report;
    const struct said *last = outline->last;
    if (!said->item[0]) {
        document_gap(report->document);
        return;
    }
    if (!said->question) {
        if (!last || last->question || !last->item[0]) {
            document_gap(report->document);
            document_heading(report->document, HEADING_SECTION, _("Not in this catalogue"));
        }
        return;
    }
    if (said->question->criterion != outline->criterion) {
        outline->criterion = said->question->criterion;
        document_gap(report->document);
        document_heading(
            report->document, HEADING_SECTION,
            report_cell(report, SCHEMA_CRITERIA, &outline->criterion->record, CRITERION_TITLE));
    } else if (last && last->question != said->question) {
        document_gap(report->document);
    }
    if (!last || last->question != said->question) {
        document_heading(
            report->document, HEADING_QUESTION,
            report_cell(report, SCHEMA_QUESTIONS, &said->question->record, QUESTION_TEXT));
    }
}

static void item_write(const struct report *report, const struct said *said) {
    document_item(report->document, 1,
                  report_sign(report, catalogue_checklist_of(said->of_item), answers_verdict(said),
                              report->signs),
                  sign_width(report->signs, report->document->letters) + 1,
                  report_cell(report, SCHEMA_ITEMS, &said->of_item->record, ITEM_TEXT));
}

static enum field_place said_place(const struct said *said) {
    if (!said->item[0]) {
        return FIELD_OF_PRACTICE;
    }
    if (said->of_tool) {
        return FIELD_OF_TOOL;
    }
    return said->question && !said->of_item ? FIELD_OF_QUESTION : FIELD_OF_ITEM;
}

/* A date as people write it, and a tool with the practice that it is of. */
static const char *plan_text(const struct report *report, const struct said *said,
                             const struct event *event) {
    if (strcmp(event->field, "plan.due") == 0) {
        return plan_due(report->arena, event->value, answers_value(said, "plan.status"),
                        report->now);
    }
    const struct tool *tool = strcmp(event->field, "plan.tool") == 0
                                  ? plan_tool(said->question, event->value)
                                  : NULL;
    return tool ? arena_printf(report->arena, "%s: %s",
                               report_cell(report, SCHEMA_PRACTICES, &tool->practice->record,
                                           PRACTICE_TITLE),
                               event->value)
                : wording_value(report, event->field, event->value);
}

/*
 * False when it is not to be shown; so is a verdict that stands as a sign before its item, and a
 * status, which stands below the title.
 */
static bool field_write(const struct outline *outline, const struct said *said,
                        const struct event *event, int depth) {
    const bool verdict = strcmp(event->field, "verdict") == 0;
    if (verdict && said->of_item && answers_verdict(said) != VERDICT_NONE) {
        return false;
    }
    if (!said->item[0] && strcmp(event->field, "status") == 0) {
        return false;
    }
    if (outline->plan && !verdict && !field_plan(event->field)) {
        return false;
    }
    document_fact(outline->report->document, depth, field_label(event->field), FIELD_COLUMNS,
                  outline->plan ? plan_text(outline->report, said, event)
                                : wording_value(outline->report, event->field, event->value));
    return true;
}

/* Writes the known fields in their usual order, then the others. Returns how many. */
static size_t fields_write(const struct outline *outline, const struct said *said, int depth) {
    const enum field_place place = said_place(said);
    size_t known;
    const char *const *names = field_names(place, outline->report->arena, &known);
    size_t written = 0;
    for (size_t name = 0; name < known; name++) {
        for (size_t i = 0; i < said->count; i++) {
            if (strcmp(said->fields[i]->field, names[name]) == 0) {
                written += field_write(outline, said, said->fields[i], depth);
            }
        }
    }
    for (size_t i = 0; i < said->count; i++) {
        if (!field_known(place, said->fields[i]->field)) {
            written += field_write(outline, said, said->fields[i], depth);
        }
    }
    return written;
}

static void said_write(const struct outline *outline, const struct said *said) {
    struct document *document = outline->report->document;
    if (said->of_item) {
        item_write(outline->report, said);
        if (fields_write(outline, said, 2) == 0 && outline->plan) {
            document_text(document, 2, _("nothing planned yet"));
        }
        return;
    }
    if (said->item[0] && (!said->question || said->of_tool)) {
        document_text(document, 1, wording_item(outline->report, said->item));
        fields_write(outline, said, 2);
        return;
    }
    fields_write(outline, said, said->item[0] ? 1 : 0);
}

/* How far the review by a checklist is stands below the title. */
static void said_add(struct outline *outline, const struct said *said) {
    if (said->of_checklist) {
        return;
    }
    headings_write(outline, said);
    said_write(outline, said);
    outline->last = said;
}

static void outline_write(const struct report *report, const struct answers *answers, bool plan) {
    document_narrow(report->document);
    struct outline outline = {.report = report, .plan = plan};
    if (report->signs != SIGN_WORDS) {
        legend_write(report, answers);
        document_gap(report->document);
    }
    for (size_t i = 0; i < answers->count; i++) {
        const struct said *said = &answers->said[i];
        if (!outline.last || strcmp(outline.last->practice, said->practice) != 0) {
            if (outline.last) {
                document_gap(report->document);
            }
            outline.last = NULL;
            outline.criterion = NULL;
            practice_write(report, answers, i, plan);
        }
        said_add(&outline, said);
    }
}

void answers_text(const struct report *report, const struct answers *answers) {
    document_title(report->document,
                   arena_printf(report->arena, _("Answers of %s"), report->reviewer));
    if (answers->count == 0) {
        nothing_write(report);
        return;
    }
    outline_write(report, answers, false);
}

void answers_practice_text(const struct report *report, const struct answers *answers) {
    if (answers->count == 0) {
        nothing_write(report);
        return;
    }
    struct outline outline = {.report = report};
    progress_write(report, answers->said);
    if (report->signs != SIGN_WORDS) {
        legend_write(report, answers);
    }
    for (size_t i = 0; i < answers->count; i++) {
        said_add(&outline, &answers->said[i]);
    }
}

void answers_plan_text(const struct report *report, const struct answers *answers) {
    document_title(report->document,
                   arena_printf(report->arena, _("Plan of %s"), report->reviewer));
    if (answers->count == 0) {
        document_text(
            report->document, 0,
            arena_printf(report->arena,
                         _("There is nothing to plan: %s has marked no item as not met or "
                           "partly met."),
                         report->reviewer));
        return;
    }
    outline_write(report, answers, true);
}
