#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/answers.h"
#include "vademecum/report/compare.h"
#include "vademecum/report/past.h"
#include "vademecum/review/progress.h"

#include <string.h>

enum {
    NUMBER_COLUMNS = 4, /* of a practice, in the legend */
    SIGNS_GAP = 2,      /* columns between signs and an item */
    SIGNS_MAX = 8       /* practices whose signs stand in one line before an item */
};

/* What is shown side by side: the sources' marks, or the reviewer's, of one practice. */
struct column {
    const struct compared *practice;
    struct report then; /* as its review was */
    bool yours;         /* the reviewer's */
};

struct columns {
    struct column *columns;
    size_t count;
};

/* The source's column of each practice that has one, and the reviewer's where there is any mark. */
static struct columns columns_make(const struct report *report, const struct compared *practices,
                                   size_t count) {
    const struct catalogue *catalogue = report->catalogue;
    struct columns columns = {
        .columns = arena_array(report->arena, 2 * count, sizeof *columns.columns)};
    for (size_t i = 0; i < count; i++) {
        const struct compared *practice = &practices[i];
        const struct report then = compare_then(report, practice);
        const bool known = catalogue_practice(catalogue, practice->practice) != NULL;
        const struct progress progress = progress_count(then.review, report->reviewer,
                                                        practice->practice, catalogue->items,
                                                        catalogue->item_count);
        if (known && compare_sourced(practices, i)) {
            columns.columns[columns.count++] = (struct column){practice, then, false};
        }
        if (!known || practice->when || !compare_sourced(practices, i) ||
            progress_answered(&progress) > 0) {
            columns.columns[columns.count++] = (struct column){practice, then, true};
        }
    }
    return columns;
}

/* "Language café, as of May" */
static const char *compared_title(const struct report *then, const struct compared *practice) {
    const char *title = title_of(then, practice->practice);
    return practice->when ? arena_printf(then->arena, _("%s, as of %s"), title, practice->when)
                          : title;
}

/* "Language café, as of May (yours)"; what came in after that round was closed is told. */
static const char *yours_words(const struct column *column) {
    struct arena *arena = column->then.arena;
    const struct compared *practice = column->practice;
    const char *words = arena_printf(arena, _("%s (yours)"),
                                     compared_title(&column->then, practice));
    const char *late = practice->when ? past_late(&column->then, practice->review->until) : "";
    return late[0] ? arena_printf(arena, "%s; %s", words, late) : words;
}

/* "1  Intercultural workers in Brno (the source's)" */
static void legend_write(const struct report *report, const struct columns *columns) {
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->columns[i];
        const char *text = column->yours
                               ? yours_words(column)
                               : arena_printf(report->arena, _("%s (the source's)"),
                                              title_of(report, column->practice->practice));
        document_item(report->document, 0, sign_plain(arena_printf(report->arena, "%zu", i + 1)),
                      NUMBER_COLUMNS, text);
    }
    document_gap(report->document);
    document_text(report->document, 0, _("A * stands before the items in which they differ."));
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

static const char *sign_of(const struct column *column, const struct item *item,
                           enum sign_form form) {
    const struct stand stand = compare_stand(&column->then, column->practice->practice, item);
    return column->yours
               ? report_sign(&column->then, catalogue_checklist_of(item), stand.verdict, form).text
               : sign_of_mark(stand.mark, form);
}

static void notes_write(const struct report *report, const struct columns *columns,
                        const struct item *item) {
    static const char *const fields[] = {"comment", "evidence"};
    const char *id = record_cell(&item->record, ITEM_ID);
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->columns[i];
        for (size_t f = 0; column->yours && f < COUNT(fields); f++) {
            const char *text = review_value(column->then.review, report->reviewer,
                                            column->practice->practice, id, fields[f]);
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
                             sign_of(&columns->columns[i], item, report->signs));
    }
    document_item(document, 0, sign_plain(signs), text_width(signs, document->letters) + SIGNS_GAP,
                  text);
    for (size_t i = 0; !beside && i < columns->count; i++) {
        document_text(document, 2,
                      arena_printf(report->arena, "%zu: %s", i + 1,
                                   sign_of(&columns->columns[i], item, SIGN_WORDS)));
    }
    notes_write(report, columns, item);
}

/* What the source and the reviewer say to a question; the source of a practice is told once. */
static void answers_write(const struct report *report, const struct compared *compared,
                          bool sourced, const struct question *question) {
    struct document *document = report->document;
    const struct report then = compare_then(report, compared);
    const struct practice *known = catalogue_practice(report->catalogue, compared->practice);
    const struct answer *answer = known ? catalogue_answer(known, question) : NULL;
    const char *yours = review_value(then.review, report->reviewer, compared->practice,
                                     record_cell(&question->record, QUESTION_ID), "answer");
    document_gap(document);
    document_heading(document, HEADING_QUESTION, compared_title(&then, compared));
    if (known && sourced) {
        document_text(document, 1,
                      answer ? report_cell(report, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT)
                             : _("Not assessed."));
    }
    if (yours[0]) {
        document_text(document, 1, arena_printf(report->arena, _("Your answer: %s"), yours));
    } else if (!known || !sourced) {
        document_text(document, 1, _("No answer written."));
    }
}

static void tools_write(const struct report *report, const struct compared *compared, bool sourced,
                        const struct question *question) {
    struct document *document = report->document;
    const struct practice *known = sourced
                                       ? catalogue_practice(report->catalogue, compared->practice)
                                       : NULL;
    const char *yours = review_value(compared->review, report->reviewer, compared->practice,
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

static void question_write(const struct report *report, const struct compared *practices,
                           size_t count, const struct columns *columns,
                           const struct question *question) {
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
        const bool sourced = compare_sourced(practices, i);
        answers_write(report, &practices[i], sourced, question);
        tools_write(report, &practices[i], sourced, question);
    }
}

void compare_text(const struct report *report, const struct compared *practices, size_t count) {
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
