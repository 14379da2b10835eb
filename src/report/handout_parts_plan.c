/* The parts of a handout that look ahead: the plan, tools, whom to ask; and the sources. */
#include "vademecum/report/handout_parts.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/answers.h"
#include "vademecum/report/facts.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/field.h"

#include <string.h>

enum {
    LABEL_COLUMNS = 16, /* of facts */
    TOOLS_MAX = 3,      /* for each question */
    PLAN_COLUMNS = 12   /* at most: the item and its fields */
};

/* The columns of the plan behind the item, in the order in which they are read. */
static const char *const plan_fields[] = {
    "plan.goal",     "plan.action", "plan.owner", "plan.due",    "plan.tool",   "plan.indicator",
    "plan.baseline", "plan.target", "plan.risk",  "plan.status", "plan.result",
};

enum {
    FIELD_COUNT = COUNT(plan_fields)
};

_Static_assert(FIELD_COUNT + 1 <= PLAN_COLUMNS, "the columns of the plan have room");

static const char *item_id(const struct item *item) {
    return record_cell(&item->record, ITEM_ID);
}

static const char *item_text(const struct dossier *dossier, const struct item *item) {
    return report_cell(dossier->report, SCHEMA_ITEMS, &item->record, ITEM_TEXT);
}

static bool field_hidden(const struct dossier *dossier, const char *field) {
    return dossier->handout->anonymous && strcmp(field, "plan.owner") == 0;
}

/* Whether any item has it: an empty column is left out. */
static bool field_used(const struct dossier *dossier, const char *field) {
    for (size_t i = 0; i < dossier->checklist->item_count; i++) {
        if (dossier_value(dossier, item_id(&dossier->checklist->items[i]), field)[0]) {
            return !field_hidden(dossier, field);
        }
    }
    return false;
}

static const char *plan_words(const struct dossier *dossier, const struct item *item,
                              const char *field) {
    const struct report *report = dossier->report;
    const char *value = dossier_value(dossier, item_id(item), field);
    return strcmp(field, "plan.due") == 0
               ? plan_due(report->arena, value,
                          dossier_value(dossier, item_id(item), "plan.status"), report->now)
               : wording_value(report, field, value);
}

static void plan_table(const struct dossier *dossier, size_t rows) {
    const struct report *report = dossier->report;
    struct document_column columns[PLAN_COLUMNS] = {{_("Item"), false, NULL}};
    const char *fields[PLAN_COLUMNS];
    size_t count = 1;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (field_used(dossier, plan_fields[i])) {
            fields[count] = plan_fields[i];
            columns[count++] = (struct document_column){.title = field_label(plan_fields[i])};
        }
    }
    const char **cells = arena_array(report->arena, rows, count * sizeof *cells);
    size_t cell = 0;
    for (size_t i = 0; i < dossier->checklist->item_count; i++) {
        const struct item *item = &dossier->checklist->items[i];
        if (!dossier_planned(dossier, item)) {
            continue;
        }
        cells[cell++] = arena_printf(
            report->arena, "%s %s",
            sign_of_verdict(dossier_verdict(dossier, item),
                            report->signs == SIGN_WORDS ? SIGN_UNICODE : report->signs),
            item_text(dossier, item));
        for (size_t f = 1; f < count; f++) {
            cells[cell++] = plan_words(dossier, item, fields[f]);
        }
    }
    const struct document_table table = {
        .caption = _("What is planned, by item"),
        .columns = columns,
        .count = count,
        .cells = cells,
        .rows = rows,
    };
    document_table(report->document, &table);
}

/* Gaps for which nothing is planned: a plan must not hide them. */
static void unplanned_write(const struct dossier *dossier) {
    const struct report *report = dossier->report;
    size_t written = 0;
    for (size_t i = 0; i < dossier->checklist->item_count; i++) {
        const struct item *item = &dossier->checklist->items[i];
        if (!dossier_gap(dossier, item) || dossier_planned(dossier, item)) {
            continue;
        }
        if (written++ == 0) {
            document_gap(report->document);
            document_heading(report->document, HEADING_SECTION, _("Nothing planned yet"));
        }
        document_item(
            report->document, 0,
            report_sign(report, dossier->checklist, dossier_verdict(dossier, item), report->signs),
            sign_width(report->signs, report->document->letters) + 1, item_text(dossier, item));
    }
}

void handout_plan(const struct dossier *dossier) {
    struct document *document = dossier->report->document;
    size_t planned = 0;
    if (dossier->handout->no_plan) {
        return;
    }
    for (size_t i = 0; dossier->checklist && i < dossier->checklist->item_count; i++) {
        planned += dossier_planned(dossier, &dossier->checklist->items[i]);
    }
    document_gap(document);
    document_heading(document, HEADING_PART, _("Plan"));
    if (planned == 0) {
        document_text(document, 0, _("Nothing is planned yet."));
    } else {
        plan_table(dossier, planned);
    }
    if (dossier->checklist) {
        unplanned_write(dossier);
    }
}

static bool question_lacks(const struct dossier *dossier, const struct question *question) {
    for (size_t i = 0; i < question->item_count; i++) {
        if (dossier_gap(dossier, &question->items[i])) {
            return true;
        }
    }
    return false;
}

static bool tools_linked(const struct question *question) {
    for (const struct tool *tool = question->tools; tool; tool = tool->next_practice) {
        if (record_cell(&tool->record, TOOL_URL)[0]) {
            return true;
        }
    }
    return false;
}

static void tools_write(const struct dossier *dossier, const struct question *question) {
    const struct report *report = dossier->report;
    size_t written = 0;
    document_gap(report->document);
    document_heading(report->document, HEADING_SECTION,
                     report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT));
    for (const struct tool *tool = question->tools; tool && written < TOOLS_MAX;
         tool = tool->next_practice) {
        const char *url = record_cell(&tool->record, TOOL_URL);
        if (url[0]) {
            document_lang(report->document, report_tool_lang(report, tool));
            document_item(report->document, 0, sign_plain(""), 0,
                          report_cell(report, SCHEMA_TOOLS, &tool->record, TOOL_TITLE));
            document_link(report->document, 1, url);
            document_lang(report->document, report_practice_lang(report, tool->practice));
            document_text(
                report->document, 1,
                report_cell(report, SCHEMA_PRACTICES, &tool->practice->record, PRACTICE_TITLE));
            written++;
        }
    }
}

void handout_tools(const struct dossier *dossier) {
    struct document *document = dossier->report->document;
    bool begun = false;
    for (size_t i = 0; dossier->checklist && i < dossier->checklist->question_count; i++) {
        const struct question *question = &dossier->checklist->questions[i];
        if (!question_lacks(dossier, question) || !tools_linked(question)) {
            continue;
        }
        if (!begun) {
            document_gap(document);
            document_heading(document, HEADING_PART, _("Tools that others use for it"));
            begun = true;
        }
        tools_write(dossier, question);
    }
}

static void fact_write(const struct dossier *dossier, const char *label, const char *text) {
    if (text[0]) {
        document_fact(dossier->report->document, 0, label, LABEL_COLUMNS, text);
    }
}

static void practice_ask(const struct dossier *dossier, const struct practice *practice) {
    const struct report *report = dossier->report;
    const struct record *record = &practice->record;
    document_gap(report->document);
    document_lang(report->document, report_practice_lang(report, practice));
    document_heading(report->document, HEADING_SECTION,
                     report_cell(report, SCHEMA_PRACTICES, record, PRACTICE_TITLE));
    fact_write(dossier, _("Organisation"),
               report_cell(report, SCHEMA_PRACTICES, record, PRACTICE_ORGANISATION));
    fact_write(dossier, _("Place"),
               facts_place(report->catalogue, practice, report->lang, report->arena));
    if (!dossier->handout->anonymous) {
        fact_write(dossier, _("Contact"), record_cell(record, PRACTICE_CONTACT));
    }
    const char *website = record_cell(record, PRACTICE_WEBSITE);
    if (website[0]) {
        document_fact_link(report->document, 0, _("Website"), LABEL_COLUMNS, website);
    }
}

/* Which practices are the first to ask about a gap, by their places in the catalogue. */
static const bool *practices_helping(const struct dossier *dossier) {
    const struct catalogue *catalogue = dossier->report->catalogue;
    bool *helping = arena_array(dossier->report->arena, catalogue->practice_count + 1,
                                sizeof *helping);
    struct arena scratch;
    arena_init(&scratch, dossier->report->arena->end);
    for (size_t i = 0; i < dossier->checklist->item_count; i++) {
        const struct item *item = &dossier->checklist->items[i];
        if (dossier_gap(dossier, item)) {
            const struct who who = who_list(catalogue, &dossier->kin, item, NULL, NULL, &scratch);
            if (who.count > 0) {
                helping[who.entries[0].practice->index] = true;
            }
            arena_empty(&scratch);
        }
    }
    arena_free(&scratch);
    return helping;
}

void handout_ask(const struct dossier *dossier) {
    const struct catalogue *catalogue = dossier->report->catalogue;
    struct document *document = dossier->report->document;
    const bool *helping = dossier->checklist ? practices_helping(dossier) : NULL;
    bool begun = false;
    for (size_t i = 0; helping && i < catalogue->practice_count; i++) {
        const struct practice *practice = &catalogue->practices[i];
        if (practice == dossier->practice || (practice != dossier->model && !helping[i])) {
            continue;
        }
        if (!begun) {
            document_gap(document);
            document_heading(document, HEADING_PART, _("Whom to ask"));
            begun = true;
        }
        practice_ask(dossier, practice);
    }
}

static void signs_explain(const struct dossier *dossier) {
    const struct report *report = dossier->report;
    document_heading(report->document, HEADING_PART, _("How to read this"));
    if (report->signs != SIGN_WORDS) {
        document_text(report->document, 0, report_legend(report, dossier->checklist, VERDICT_NONE));
    }
    document_text(report->document, 0,
                  _("The marks are the reviewer's own. They are counted and not added up to one "
                    "grade: a practice can be good without meeting every item."));
}

void handout_sources(const struct dossier *dossier) {
    const struct report *report = dossier->report;
    struct document *document = report->document;
    const struct practice *source = dossier->own ? dossier->model : dossier->practice;
    document_gap(document);
    if (dossier->handout->kind == HANDOUT_BLANK) {
        document_heading(document, HEADING_PART, _("Where the questions are from"));
    } else {
        signs_explain(dossier);
    }
    if (source && source->collection) {
        const struct record *record = &source->collection->record;
        fact_write(dossier, _("Catalogue"),
                   report_cell(report, SCHEMA_COLLECTIONS, record, COLLECTION_TITLE));
        fact_write(dossier, _("Credit"),
                   report_cell(report, SCHEMA_COLLECTIONS, record, COLLECTION_CREDIT));
    }
    fact_write(dossier, _("Licence"), _("texts of the catalogue: CC BY 4.0"));
}
