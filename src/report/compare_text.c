#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/answers.h"
#include "vademecum/report/compare.h"
#include "vademecum/review/progress.h"

#include <string.h>

enum {
    NUMBER_COLUMNS = 4, /* of a practice, in the legend */
    SIGNS_GAP = 2,      /* columns between signs and an item */
    SIGNS_MAX = 8       /* practices whose signs stand in one line before an item */
};

/* What is shown side by side: the sources' marks, or the reviewer's, of one practice. */
struct column {
    const char *practice; /* its id */
    bool yours;           /* the reviewer's */
};

struct columns {
    struct column *columns;
    size_t count;
};

/* The source's column of each practice that has one, and the reviewer's where there is any mark. */
static struct columns columns_make(const struct report *report, const char *const *practices,
                                   size_t count) {
    const struct catalogue *catalogue = report->catalogue;
    struct columns columns = {
        .columns = arena_array(report->arena, 2 * count, sizeof *columns.columns)};
    for (size_t i = 0; i < count; i++) {
        const bool known = catalogue_practice(catalogue, practices[i]) != NULL;
        const struct progress progress = progress_count(report->review, report->reviewer,
                                                        practices[i], catalogue->items,
                                                        catalogue->item_count);
        if (known) {
            columns.columns[columns.count++] = (struct column){practices[i], false};
        }
        if (!known || progress_answered(&progress) > 0) {
            columns.columns[columns.count++] = (struct column){practices[i], true};
        }
    }
    return columns;
}

/* "1  Intercultural workers in Brno, the source's" */
static void legend_write(const struct report *report, const struct columns *columns) {
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->columns[i];
        const char *title = title_of(report, column->practice);
        document_item(report->document, 0, sign_plain(arena_printf(report->arena, "%zu", i + 1)),
                      NUMBER_COLUMNS,
                      column->yours ? arena_printf(report->arena, _("%s (yours)"), title)
                                    : arena_printf(report->arena, _("%s (the source's)"), title));
    }
    document_gap(report->document);
    document_text(report->document, 0,
                  _("A * stands before the items in which the practices differ."));
    if (report->signs == SIGN_WORDS) {
        return;
    }
    const char *marks = _("The source's: ");
    for (enum mark mark = MARK_ABSENT; mark < MARK_COUNT; mark++) {
        marks = arena_printf(report->arena, "%s%s%s %s", marks, mark ? "   " : "",
                             sign_of_mark(mark, report->signs), sign_of_mark(mark, SIGN_WORDS));
    }
    document_text(report->document, 0, marks);
}

static const char *sign_of(const struct report *report, const struct column *column,
                           const struct item *item, enum sign_form form) {
    const struct stand stand = compare_stand(report, column->practice, item);
    return column->yours
               ? report_sign(report, catalogue_checklist_of(item), stand.verdict, form).text
               : sign_of_mark(stand.mark, form);
}

static void notes_write(const struct report *report, const struct columns *columns,
                        const struct item *item) {
    static const char *const fields[] = {"comment", "evidence"};
    const char *id = record_cell(&item->record, ITEM_ID);
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->columns[i];
        for (size_t f = 0; column->yours && f < COUNT(fields); f++) {
            const char *text = review_value(report->review, report->reviewer, column->practice, id,
                                            fields[f]);
            if (text[0]) {
                document_text(report->document, 2,
                              arena_printf(report->arena, "%zu: %s", i + 1, text));
            }
        }
    }
}

/* The signs before the text; words, or very many signs, below it. */
static void item_write(const struct report *report, const struct columns *columns,
                       const struct item *item, bool differs) {
    struct document *document = report->document;
    const char *text = report_cell(report, SCHEMA_ITEMS, &item->record, ITEM_TEXT);
    const bool beside = columns->count <= SIGNS_MAX && report->signs != SIGN_WORDS;
    const char *signs = differs ? "*" : " ";
    for (size_t i = 0; beside && i < columns->count; i++) {
        signs = arena_printf(report->arena, "%s %s", signs,
                             sign_of(report, &columns->columns[i], item, report->signs));
    }
    document_item(document, 0, sign_plain(signs), text_width(signs, document->letters) + SIGNS_GAP,
                  text);
    for (size_t i = 0; !beside && i < columns->count; i++) {
        document_text(document, 2,
                      arena_printf(report->arena, "%zu: %s", i + 1,
                                   sign_of(report, &columns->columns[i], item, SIGN_WORDS)));
    }
    notes_write(report, columns, item);
}

static void answers_write(const struct report *report, const char *practice,
                          const struct question *question) {
    struct document *document = report->document;
    const struct practice *known = catalogue_practice(report->catalogue, practice);
    const struct answer *answer = known ? catalogue_answer(known, question) : NULL;
    const char *yours = review_value(report->review, report->reviewer, practice,
                                     record_cell(&question->record, QUESTION_ID), "answer");
    document_gap(document);
    document_heading(document, HEADING_QUESTION, title_of(report, practice));
    if (known) {
        document_text(document, 1,
                      answer ? report_cell(report, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT)
                             : _("Not assessed."));
    }
    if (yours[0]) {
        document_text(document, 1, arena_printf(report->arena, _("Your answer: %s"), yours));
    } else if (!known) {
        document_text(document, 1, _("No answer written."));
    }
}

static void tools_write(const struct report *report, const char *practice,
                        const struct question *question) {
    struct document *document = report->document;
    const struct practice *known = catalogue_practice(report->catalogue, practice);
    const char *yours = review_value(report->review, report->reviewer, practice,
                                     record_cell(&question->record, QUESTION_ID), "tool");
    for (const struct tool *tool = known ? catalogue_tool(known, question) : NULL; tool;
         tool = report_next_tool(tool)) {
        const char *url = record_cell(&tool->record, TOOL_URL);
        const char *file = record_cell(&tool->record, TOOL_FILE);
        document_text(document, 1,
                      arena_printf(report->arena, _("Tool: %s"),
                                   report_cell(report, SCHEMA_TOOLS, &tool->record, TOOL_TITLE)));
        if (url[0]) {
            document_link(document, 2, url);
        } else {
            document_line(document, 2, file[0] ? file : _("no link recorded"));
        }
    }
    if (yours[0]) {
        document_text(document, 1, arena_printf(report->arena, _("Your tool: %s"), yours));
    }
}

static void question_write(const struct report *report, const char *const *practices, size_t count,
                           const struct columns *columns, const struct question *question) {
    const char *heads = "";
    document_gap(report->document);
    document_heading(report->document, HEADING_SECTION,
                     report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT));
    for (size_t i = 0; i < columns->count; i++) {
        heads = arena_printf(report->arena, "%s %zu", heads, (i + 1) % 10);
    }
    if (columns->count <= SIGNS_MAX && report->signs != SIGN_WORDS) {
        document_line(report->document, 1, heads + 1);
    }
    for (size_t i = 0; i < question->item_count; i++) {
        const struct item *item = &question->items[i];
        item_write(report, columns, item, compare_differ(report, practices, count, item));
    }
    for (size_t i = 0; i < count; i++) {
        answers_write(report, practices[i], question);
        tools_write(report, practices[i], question);
    }
}

void compare_text(const struct report *report, const char *const *practices, size_t count) {
    document_narrow(report->document);
    document_title(report->document, _("Practices side by side"));
    const struct columns columns = columns_make(report, practices, count);
    size_t used;
    const struct checklist **list = compare_checklists(report, practices, count, &used);
    legend_write(report, &columns);
    for (size_t c = 0; c < used; c++) {
        document_gap(report->document);
        document_heading(report->document, HEADING_PART,
                         report_cell(report, SCHEMA_CHECKLISTS, &list[c]->record, CHECKLIST_TITLE));
        if (report->signs != SIGN_WORDS) {
            document_text(report->document, 0,
                          arena_printf(report->arena, _("Yours: %s"),
                                       report_legend(report, list[c], VERDICT_NONE)));
        }
        for (size_t q = 0; q < list[c]->question_count; q++) {
            question_write(report, practices, count, &columns, &list[c]->questions[q]);
        }
    }
    if (used == 0) {
        document_text(report->document, 0, _("There is no checklist to compare them by."));
    }
}
