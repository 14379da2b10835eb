#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/dossier.h"
#include "vademecum/report/facts.h"
#include "vademecum/report/figures.h"
#include "vademecum/report/own_list.h"
#include "vademecum/report/report.h"
#include "vademecum/report/stats.h"

#include <string.h>

enum {
    FACT_GAP = 2,           /* columns between labels and facts */
    FACT_COLUMNS_MOST = 24, /* columns that the labels of facts may take */
    COUNT_COLUMNS = 32      /* columns that the labels of counts take */
};

static void list_write(const struct report *report, const struct practice *const *practices,
                       size_t count) {
    size_t own = 0;
    while (own < count && !practices[own]->collection) {
        own++;
    }
    document_title(report->document, _("Practices"));
    if (count == 0) {
        document_text(report->document, 0, _("There are no practices."));
    }
    if (own > 0) {
        document_heading(report->document, HEADING_PART, _("Added by reviewers"));
        report_practices(report, _("Practices of reviewers, with their country, town and id"),
                         practices, own, NULL);
    }
    if (own > 0 && own < count) {
        document_gap(report->document);
        document_heading(report->document, HEADING_PART, _("In the catalogue"));
    }
    if (own < count) {
        report_practices(report, _("Practices of the catalogue, with their country, town and id"),
                         practices + own, count - own, NULL);
    }
}

static void facts_write(const struct report *report, const struct fact *facts, size_t count) {
    struct document *document = report->document;
    int columns = 0;
    for (size_t i = 0; i < count; i++) {
        const int width = text_width(facts[i].label, document->letters) + FACT_GAP;
        columns = width > columns && width <= FACT_COLUMNS_MOST ? width : columns;
    }
    for (size_t i = 0; i < count; i++) {
        document_lang(document, facts[i].lang);
        if (facts[i].link) {
            document_fact_link(document, 0, facts[i].label, columns, facts[i].text);
        } else {
            document_fact(document, 0, facts[i].label, columns, facts[i].text);
        }
    }
}

/* Explains the signs: "✓ met   – not shown   …" */
static void signs_write(const struct report *report) {
    static const enum mark order[] = {MARK_MET, MARK_NOT_MET, MARK_UNMARKED, MARK_ABSENT};
    const char *line = "";
    for (size_t i = 0; i < COUNT(order); i++) {
        line = arena_printf(report->arena, "%s%s%s %s", line, i ? "   " : "",
                            sign_of_mark(order[i], report->signs),
                            sign_of_mark(order[i], SIGN_WORDS));
    }
    document_text(report->document, 0, line);
}

/* "8 met, 1 not shown", without the states that there are none of. */
static const char *tally_words(struct arena *arena, const struct tally *tally) {
    static const enum mark order[] = {MARK_MET, MARK_NOT_MET, MARK_UNMARKED, MARK_ABSENT};
    const char *line = "";
    for (size_t i = 0; i < COUNT(order); i++) {
        const size_t count = tally->marks[order[i]];
        if (count > 0) {
            line = arena_printf(arena, "%s%s%zu %s", line, line[0] ? ", " : "", count,
                                sign_of_mark(order[i], SIGN_WORDS));
        }
    }
    return line;
}

static void answer_write(const struct report *report, const struct answer *answer) {
    if (!answer) {
        document_text(report->document, 1, _("Not assessed."));
        return;
    }
    document_text(report->document, 1,
                  report_cell(report, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT));
    const char *note = report_cell(report, SCHEMA_ANSWERS, &answer->record, ANSWER_NOTE);
    if (note[0]) {
        document_text(report->document, 1, arena_printf(report->arena, _("Note: %s"), note));
    }
}

/* Columns of the widest sign. */
static int marks_width(const struct report *report) {
    int widest = 0;
    for (enum mark mark = 0; mark < MARK_COUNT; mark++) {
        const int width = text_width(sign_of_mark(mark, report->signs), report->document->letters);
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* All items; or none, when the source lists none of them and nobody asks for their ids. */
static void items_write(const struct report *report, const struct practice *practice,
                        const struct question *question) {
    const struct tally tally = catalogue_tally(report->catalogue, practice, question->items,
                                               question->item_count);
    if (tally.marks[MARK_ABSENT] == question->item_count && !report->ids) {
        return;
    }
    document_gap(report->document);
    const int columns = marks_width(report) + 1;
    for (size_t i = 0; i < question->item_count; i++) {
        const struct item *item = &question->items[i];
        const enum mark mark = catalogue_mark(report->catalogue, practice, item);
        document_item(report->document, 1, sign_mark(mark, report->signs), columns,
                      report_item(report, item));
    }
}

/* Says where to get a tool without a web address. */
static const char *tool_place(const struct report *report, const struct tool *tool) {
    const char *file = record_cell(&tool->record, TOOL_FILE);
    return file[0] ? arena_printf(report->arena, "%s/%s", report->catalogue->path, file)
                   : _("no link recorded");
}

static void tool_write(const struct report *report, const struct tool *tool) {
    const char *url = record_cell(&tool->record, TOOL_URL);
    document_item(report->document, 2, sign_plain(""), 0,
                  report_cell(report, SCHEMA_TOOLS, &tool->record, TOOL_TITLE));
    if (url[0]) {
        document_link(report->document, 3, url);
    } else {
        document_line(report->document, 3, tool_place(report, tool));
    }
    document_text(report->document, 3, report_cell(report, SCHEMA_TOOLS, &tool->record, TOOL_NOTE));
}

static void question_write(const struct report *report, const struct practice *practice,
                           const struct question *question) {
    document_gap(report->document);
    document_heading(report->document, HEADING_QUESTION,
                     report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT));
    answer_write(report, catalogue_answer(practice, question));
    items_write(report, practice, question);
    const struct tool *tool = catalogue_tool(practice, question);
    if (tool) {
        document_gap(report->document);
        document_heading(report->document, HEADING_LABEL, _("Inspiring tools"));
    }
    for (; tool; tool = report_next_tool(tool)) {
        tool_write(report, tool);
    }
}

static void criterion_write(const struct report *report, const struct practice *practice,
                            const struct criterion *criterion) {
    const struct tally tally = catalogue_tally(report->catalogue, practice, criterion->items,
                                               criterion->item_count);
    document_gap(report->document);
    document_heading(report->document, HEADING_SECTION,
                     report_cell(report, SCHEMA_CRITERIA, &criterion->record, CRITERION_TITLE));
    document_text(report->document, 0, tally_words(report->arena, &tally));
    for (size_t i = 0; i < criterion->question_count; i++) {
        question_write(report, practice, &criterion->questions[i]);
    }
}

static void checklist_write(const struct report *report, const struct practice *practice,
                            const struct checklist *checklist) {
    document_gap(report->document);
    document_heading(report->document, HEADING_PART,
                     report_cell(report, SCHEMA_CHECKLISTS, &checklist->record, CHECKLIST_TITLE));
    if (report->signs != SIGN_WORDS) {
        signs_write(report);
    }
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        criterion_write(report, practice, &checklist->criteria[i]);
    }
}

static void practice_write(const struct report *report, const struct practice *practice) {
    document_narrow(report->document);
    const struct catalogue *catalogue = report->catalogue;
    document_lang(report->document, report_practice_lang(report, practice));
    document_heading(report->document, HEADING_TITLE,
                     report_cell(report, SCHEMA_PRACTICES, &practice->record, PRACTICE_TITLE));
    document_text(report->document, 0,
                  facts_headline(catalogue, practice, report->lang,
                                 sign_between(report->document->ascii), report->arena));
    const char *summary = report_cell(report, SCHEMA_PRACTICES, &practice->record,
                                      PRACTICE_SUMMARY);
    if (summary[0]) {
        document_gap(report->document);
        document_text(report->document, 0, summary);
    }
    size_t count;
    const struct fact *facts = facts_of_practice(catalogue, practice, report->lang, report->arena,
                                                 &count);
    size_t known = 0;
    while (known < count && facts[known].kind < FACT_COLLECTION) {
        known++;
    }
    if (known > 0) {
        document_gap(report->document);
        facts_write(report, facts, known);
    }
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        if (report_uses(report, practice, &catalogue->checklists[i])) {
            checklist_write(report, practice, &catalogue->checklists[i]);
        }
    }
    /* Comes late: it is long, and of use to few readers. */
    if (count > known) {
        document_gap(report->document);
        document_heading(report->document, HEADING_PART, _("Where this comes from"));
        facts_write(report, facts + known, count - known);
    }
}

static void own_write(const struct report *report, const struct dossier *dossier) {
    own_list_show(report, dossier->handout->practice);
}

static void stats_write(const struct report *report) {
    size_t count;
    const struct stat_count *counts = stats_count(report->catalogue, report->arena, &count);
    const struct checklist *checklist = NULL;
    document_title(report->document, _("The catalogue in numbers"));
    document_heading(report->document, HEADING_PART, _("The whole catalogue"));
    for (size_t i = 0; i < count; i++) {
        if (counts[i].checklist != checklist) {
            checklist = counts[i].checklist;
            document_gap(report->document);
            document_heading(
                report->document, HEADING_PART,
                report_cell(report, SCHEMA_CHECKLISTS, &checklist->record, CHECKLIST_TITLE));
        }
        document_fact(report->document, 0, counts[i].label, COUNT_COLUMNS,
                      arena_printf(report->arena, "%6zu", counts[i].count));
    }
    figures_text(report);
}

static void collection_write(const struct report *report, const struct collection *collection) {
    const struct record *record = &collection->record;
    document_heading(report->document, HEADING_PART,
                     report_cell(report, SCHEMA_COLLECTIONS, record, COLLECTION_TITLE));
    const char *summary = report_cell(report, SCHEMA_COLLECTIONS, record, COLLECTION_SUMMARY);
    if (summary[0]) {
        document_text(report->document, 0, summary);
        document_gap(report->document);
    }
    size_t count;
    const struct fact *facts = facts_of_collection(report->catalogue, collection, report->lang,
                                                   report->arena, &count);
    facts_write(report, facts, count);
}

static void collections_write(const struct report *report) {
    document_narrow(report->document);
    document_title(report->document, _("Collections"));
    const size_t count = report->catalogue->collection_count;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            document_gap(report->document);
        }
        collection_write(report, &report->catalogue->collections[i]);
    }
    if (count == 0) {
        document_text(report->document, 0, _("There are no collections."));
    }
}

const struct report_format report_text = {
    .list = list_write,
    .practice = practice_write,
    .own = own_write,
    .stats = stats_write,
    .collections = collections_write,
};
