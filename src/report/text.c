#include "vademecum/base/words.h"
#include "vademecum/report/facts.h"
#include "vademecum/report/figures.h"
#include "vademecum/report/report.h"
#include "vademecum/report/stats.h"

#include <string.h>

enum {
    INDENT = 2,          /* of what belongs to a heading */
    FACT_HANG_MOST = 24, /* columns that the labels of facts may take */
    COUNT_HANG = 32      /* columns that the labels of counts take */
};

static void list_write(const struct report *report, const struct practice *const *practices,
                       size_t count);
static void list_table(const struct report *report, const struct practice *const *practices,
                       size_t count);
static void practice_write(const struct report *report, const struct practice *practice);
static void checklist_write(const struct report *report, const struct practice *practice,
                            const struct checklist *checklist);
static void signs_write(const struct report *report);
static void criterion_write(const struct report *report, const struct practice *practice,
                            const struct criterion *criterion);
static void question_write(const struct report *report, const struct practice *practice,
                           const struct question *question);
static void answer_write(const struct report *report, const struct answer *answer);
static void items_write(const struct report *report, const struct practice *practice,
                        const struct question *question);
static void tool_write(const struct report *report, const struct tool *tool);
static const char *tool_place(const struct report *report, const struct tool *tool);
static void stats_write(const struct report *report);
static void collections_write(const struct report *report);
static void collection_write(const struct report *report, const struct collection *collection);
static void facts_write(const struct report *report, const struct fact *facts, size_t count);
static const char *tally_words(struct arena *arena, const struct tally *tally);
static int sign_width(const struct report *report);

const struct report_format report_text = {
    .name = "text",
    .list = list_write,
    .practice = practice_write,
    .stats = stats_write,
    .collections = collections_write,
};

static void list_write(const struct report *report, const struct practice *const *practices,
                       size_t count) {
    size_t own = 0;
    while (own < count && !practices[own]->collection) {
        own++;
    }
    if (count == 0) {
        paper_text(&report->paper, 0, _("There are no practices."));
    }
    if (own > 0) {
        paper_heading(&report->paper, _("Added by reviewers"));
        list_table(report, practices, own);
    }
    if (own > 0 && own < count) {
        paper_blank(&report->paper);
        paper_heading(&report->paper, _("In the catalogue"));
    }
    if (own < count) {
        list_table(report, practices + own, count - own);
    }
}

static void list_table(const struct report *report, const struct practice *const *practices,
                       size_t count) {
    const struct paper_column columns[] = {
        {_("Practice"), false},
        {"", true},
        {_("Where"), false},
        {_("Id"), true},
    };
    enum {
        COLUMNS = sizeof columns / sizeof *columns
    };
    const char **cells = arena_array(report->arena, count, COLUMNS * sizeof *cells);
    for (size_t i = 0; i < count; i++) {
        const struct record *record = &practices[i]->record;
        const char **row = &cells[i * COLUMNS];
        row[0] = report_cell(report, SCHEMA_PRACTICES, record, PRACTICE_TITLE);
        row[1] = record_cell(record, PRACTICE_COUNTRY);
        row[2] = facts_town(report->catalogue, practices[i], report->lang, report->arena);
        row[3] = record_cell(record, PRACTICE_ID);
        row[0] = row[0][0] ? row[0] : row[3];
    }
    paper_table(&report->paper, columns, COLUMNS, cells, count);
}

static void practice_write(const struct report *whole, const struct practice *practice) {
    const struct report report = report_narrowed(whole);
    const struct catalogue *catalogue = report.catalogue;
    paper_heading(&report.paper,
                  report_cell(&report, SCHEMA_PRACTICES, &practice->record, PRACTICE_TITLE));
    paper_text(&report.paper, 0,
               facts_headline(catalogue, practice, report.lang, sign_between(report.paper.ascii),
                              report.arena));
    const char *summary = report_cell(&report, SCHEMA_PRACTICES, &practice->record,
                                      PRACTICE_SUMMARY);
    if (summary[0]) {
        paper_blank(&report.paper);
        paper_text(&report.paper, 0, summary);
    }
    size_t count;
    const struct fact *facts = facts_of_practice(catalogue, practice, report.lang, report.arena,
                                                 &count);
    size_t known = 0;
    while (known < count && facts[known].kind < FACT_COLLECTION) {
        known++;
    }
    if (known > 0) {
        paper_blank(&report.paper);
        facts_write(&report, facts, known);
    }
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        if (report_uses(&report, practice, &catalogue->checklists[i])) {
            checklist_write(&report, practice, &catalogue->checklists[i]);
        }
    }
    /* Long, and of use to few readers: so not among the first facts. */
    if (count > known) {
        paper_blank(&report.paper);
        paper_heading(&report.paper, _("Where this comes from"));
        facts_write(&report, facts + known, count - known);
    }
}

static void checklist_write(const struct report *report, const struct practice *practice,
                            const struct checklist *checklist) {
    paper_blank(&report->paper);
    paper_heading(&report->paper,
                  report_cell(report, SCHEMA_CHECKLISTS, &checklist->record, CHECKLIST_TITLE));
    if (report->signs != SIGN_WORDS) {
        signs_write(report);
    }
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        criterion_write(report, practice, &checklist->criteria[i]);
    }
}

/* What the signs mean: "✓ met   – not shown   …" */
static void signs_write(const struct report *report) {
    static const enum mark order[] = {MARK_MET, MARK_NOT_MET, MARK_UNMARKED, MARK_ABSENT};
    const char *line = "";
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        line = arena_printf(report->arena, "%s%s%s %s", line, i ? "   " : "",
                            sign_of_mark(order[i], report->signs),
                            sign_of_mark(order[i], SIGN_WORDS));
    }
    paper_text(&report->paper, 0, line);
}

static void criterion_write(const struct report *report, const struct practice *practice,
                            const struct criterion *criterion) {
    const struct tally tally = catalogue_tally(report->catalogue, practice, criterion->items,
                                               criterion->item_count);
    paper_blank(&report->paper);
    paper_heading(&report->paper,
                  report_cell(report, SCHEMA_CRITERIA, &criterion->record, CRITERION_TITLE));
    paper_text(&report->paper, 0, tally_words(report->arena, &tally));
    for (size_t i = 0; i < criterion->question_count; i++) {
        question_write(report, practice, &criterion->questions[i]);
    }
}

static void question_write(const struct report *report, const struct practice *practice,
                           const struct question *question) {
    paper_blank(&report->paper);
    paper_text(&report->paper, 0,
               report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT));
    answer_write(report, catalogue_answer(practice, question));
    items_write(report, practice, question);
    const struct tool *tool = catalogue_tool(practice, question);
    if (tool) {
        paper_blank(&report->paper);
        paper_text(&report->paper, INDENT, _("Inspiring tools"));
    }
    for (; tool; tool = report_next_tool(tool)) {
        tool_write(report, tool);
    }
}

static void answer_write(const struct report *report, const struct answer *answer) {
    if (!answer) {
        paper_text(&report->paper, INDENT, _("Not assessed."));
        return;
    }
    paper_text(&report->paper, INDENT,
               report_cell(report, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT));
    const char *note = report_cell(report, SCHEMA_ANSWERS, &answer->record, ANSWER_NOTE);
    if (note[0]) {
        paper_text(&report->paper, INDENT, arena_printf(report->arena, _("Note: %s"), note));
    }
}

/* All items; or none, when the source lists none of them. */
static void items_write(const struct report *report, const struct practice *practice,
                        const struct question *question) {
    const struct tally tally = catalogue_tally(report->catalogue, practice, question->items,
                                               question->item_count);
    if (tally.marks[MARK_ABSENT] == question->item_count) {
        return;
    }
    paper_blank(&report->paper);
    const int hang = sign_width(report) + 1;
    for (size_t i = 0; i < question->item_count; i++) {
        const struct item *item = &question->items[i];
        const enum mark mark = catalogue_mark(report->catalogue, practice, item);
        paper_entry(&report->paper, INDENT, sign_of_mark(mark, report->signs), hang,
                    report_cell(report, SCHEMA_ITEMS, &item->record, ITEM_TEXT));
    }
}

static void tool_write(const struct report *report, const struct tool *tool) {
    const int indent = 2 * INDENT;
    paper_text(&report->paper, indent,
               report_cell(report, SCHEMA_TOOLS, &tool->record, TOOL_TITLE));
    paper_line(&report->paper, indent + INDENT, tool_place(report, tool));
    paper_text(&report->paper, indent + INDENT,
               report_cell(report, SCHEMA_TOOLS, &tool->record, TOOL_NOTE));
}

/* Where the tool is to be had. */
static const char *tool_place(const struct report *report, const struct tool *tool) {
    const char *url = record_cell(&tool->record, TOOL_URL);
    const char *file = record_cell(&tool->record, TOOL_FILE);
    if (url[0]) {
        return url;
    }
    return file[0] ? arena_printf(report->arena, "%s/%s", report->catalogue->path, file)
                   : _("no link recorded");
}

static void stats_write(const struct report *report) {
    size_t count;
    const struct stat_count *counts = stats_count(report->catalogue, report->arena, &count);
    const struct checklist *checklist = NULL;
    paper_heading(&report->paper, _("The whole catalogue"));
    for (size_t i = 0; i < count; i++) {
        if (counts[i].checklist != checklist) {
            checklist = counts[i].checklist;
            paper_blank(&report->paper);
            paper_heading(&report->paper, report_cell(report, SCHEMA_CHECKLISTS, &checklist->record,
                                                      CHECKLIST_TITLE));
        }
        paper_entry(&report->paper, 0, counts[i].label, COUNT_HANG,
                    arena_printf(report->arena, "%6zu", counts[i].count));
    }
    figures_text(report);
}

static void collections_write(const struct report *whole) {
    const struct report report = report_narrowed(whole);
    const size_t count = report.catalogue->collection_count;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            paper_blank(&report.paper);
        }
        collection_write(&report, &report.catalogue->collections[i]);
    }
    if (count == 0) {
        paper_text(&report.paper, 0, _("There are no collections."));
    }
}

static void collection_write(const struct report *report, const struct collection *collection) {
    const struct record *record = &collection->record;
    paper_heading(&report->paper,
                  report_cell(report, SCHEMA_COLLECTIONS, record, COLLECTION_TITLE));
    const char *summary = report_cell(report, SCHEMA_COLLECTIONS, record, COLLECTION_SUMMARY);
    if (summary[0]) {
        paper_text(&report->paper, 0, summary);
        paper_blank(&report->paper);
    }
    size_t count;
    const struct fact *facts = facts_of_collection(report->catalogue, collection, report->lang,
                                                   report->arena, &count);
    facts_write(report, facts, count);
}

static void facts_write(const struct report *report, const struct fact *facts, size_t count) {
    const struct paper *paper = &report->paper;
    int hang = 0;
    for (size_t i = 0; i < count; i++) {
        const int width = text_width(facts[i].label, paper->letters) + INDENT;
        hang = width > hang && width <= FACT_HANG_MOST ? width : hang;
    }
    for (size_t i = 0; i < count; i++) {
        /* A link that does not fit beside its label goes whole below it, for copying. */
        if (facts[i].link && hang + text_width(facts[i].text, paper->letters) > paper->width) {
            paper_line(paper, 0, facts[i].label);
            paper_line(paper, INDENT, facts[i].text);
        } else {
            paper_entry(paper, 0, facts[i].label, hang, facts[i].text);
        }
    }
}

/* "8 met, 1 not shown", without the states that there are none of. */
static const char *tally_words(struct arena *arena, const struct tally *tally) {
    static const enum mark order[] = {MARK_MET, MARK_NOT_MET, MARK_UNMARKED, MARK_ABSENT};
    const char *line = "";
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const size_t count = tally->marks[order[i]];
        if (count > 0) {
            line = arena_printf(arena, "%s%s%zu %s", line, line[0] ? ", " : "", count,
                                sign_of_mark(order[i], SIGN_WORDS));
        }
    }
    return line;
}

/* Columns of the widest sign. */
static int sign_width(const struct report *report) {
    int widest = 0;
    for (enum mark mark = 0; mark < MARK_COUNT; mark++) {
        const int width = text_width(sign_of_mark(mark, report->signs), report->paper.letters);
        widest = width > widest ? width : widest;
    }
    return widest;
}
