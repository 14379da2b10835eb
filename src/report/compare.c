#include "vademecum/report/compare.h"

#include "vademecum/base/count.h"
#include "vademecum/report/title.h"
#include "vademecum/review/progress.h"
#include "vademecum/review/review.h"

#include <string.h>

/* Translates a mark of the source into a verdict; an own practice has verdicts already. */
static enum verdict verdict_shown(const struct stand *stand) {
    if (!stand->sourced) {
        return stand->verdict;
    }
    return stand->mark == MARK_MET       ? VERDICT_MET
           : stand->mark == MARK_NOT_MET ? VERDICT_NOT_MET
                                         : VERDICT_NONE;
}

bool compare_stands_differ(const struct stand *one, const struct stand *other) {
    if (one->sourced && other->sourced) {
        const bool both = one->verdict != VERDICT_NONE && other->verdict != VERDICT_NONE;
        return one->mark != other->mark || (both && one->verdict != other->verdict);
    }
    return verdict_shown(one) != verdict_shown(other);
}

/* How much of an item there is; 0: nobody has judged it. */
static int stand_rank(const struct stand *stand) {
    static const int ranks[VERDICT_COUNT] = {
        [VERDICT_MET] = 3, [VERDICT_PARTLY] = 2, [VERDICT_NOT_MET] = 1};
    return ranks[verdict_shown(stand)];
}

bool compare_stands_ahead(const struct stand *one, const struct stand *other) {
    return stand_rank(other) > 0 && stand_rank(one) > stand_rank(other);
}

bool compare_stand_met(const struct stand *stand) {
    return verdict_shown(stand) == VERDICT_MET;
}

struct stand compare_stand(const struct report *report, const char *practice,
                           const struct item *item) {
    const struct practice *known = catalogue_practice(report->catalogue, practice);
    return (struct stand){
        .sourced = known != NULL,
        .mark = known ? catalogue_mark(report->catalogue, known, item) : MARK_ABSENT,
        .verdict = verdict_of(report->review, report->reviewer, practice, item),
    };
}

struct report compare_then(const struct report *report, const struct compared *practice) {
    struct report then = *report;
    then.review = practice->review;
    return then;
}

bool compare_sourced(const struct compared *practices, size_t place) {
    for (size_t i = 0; i < place; i++) {
        if (strcmp(practices[i].practice, practices[place].practice) == 0) {
            return false;
        }
    }
    return true;
}

/* Whether one of the sources uses it, or the reviewer has marked an item of it. */
static bool checklist_used(const struct report *report, const struct compared *practices,
                           size_t count, const struct checklist *checklist) {
    for (size_t i = 0; i < count; i++) {
        const struct practice *known = catalogue_practice(report->catalogue, practices[i].practice);
        const struct progress progress = progress_count(practices[i].review, report->reviewer,
                                                        practices[i].practice, checklist->items,
                                                        checklist->item_count);
        if (progress_answered(&progress) > 0 || (known && report_uses(report, known, checklist))) {
            return true;
        }
    }
    return false;
}

const struct checklist **compare_checklists(const struct report *report,
                                            const struct compared *practices, size_t count,
                                            size_t *used) {
    const struct catalogue *catalogue = report->catalogue;
    const struct checklist **list = arena_array(report->arena, catalogue->checklist_count + 1,
                                                sizeof(const struct checklist *));
    *used = 0;
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        if (checklist_used(report, practices, count, &catalogue->checklists[i])) {
            list[(*used)++] = &catalogue->checklists[i];
        }
    }
    if (*used == 0 && catalogue->checklist_count > 0) {
        list[(*used)++] = &catalogue->checklists[0];
    }
    return list;
}

static bool pair_differs(const struct report *report, const struct compared *one,
                         const struct compared *other, const struct item *item) {
    const struct report first = compare_then(report, one);
    const struct report second = compare_then(report, other);
    const struct stand left = compare_stand(&first, one->practice, item);
    const struct stand right = compare_stand(&second, other->practice, item);
    return strcmp(one->practice, other->practice) == 0 ? left.verdict != right.verdict
                                                       : compare_stands_differ(&left, &right);
}

bool compare_differ(const struct report *report, const struct compared *practices, size_t count,
                    const struct item *item) {
    for (size_t i = 0; i < count; i++) {
        for (size_t o = 0; o < i; o++) {
            if (pair_differs(report, &practices[i], &practices[o], item)) {
                return true;
            }
        }
    }
    return false;
}

static const char *said(const struct report *report, const char *practice, const char *item,
                        const char *field) {
    return review_value(report->review, report->reviewer, practice, item, field);
}

/* "Title https://…; Title" */
static const char *tools_join(const struct report *report, const struct practice *practice,
                              const struct question *question) {
    const char *line = "";
    for (const struct tool *tool = catalogue_tool(practice, question); tool;
         tool = report_next_tool(tool)) {
        const char *url = record_cell(&tool->record, TOOL_URL);
        const char *link = url[0] ? url : record_cell(&tool->record, TOOL_FILE);
        line = arena_printf(report->arena, "%s%s%s%s%s", line, line[0] ? "; " : "",
                            report_cell(report, SCHEMA_TOOLS, &tool->record, TOOL_TITLE),
                            link[0] ? " " : "", link);
    }
    return line;
}

static void row_fill(const struct report *now, const struct compared *compared,
                     const struct question *question, const struct item *item, const char *differs,
                     struct sheet *sheet) {
    const struct report then = compare_then(now, compared);
    const struct report *report = &then;
    const char *practice = compared->practice;
    const struct criterion *criterion = question->criterion;
    const struct practice *known = catalogue_practice(report->catalogue, practice);
    const char *question_id = record_cell(&question->record, QUESTION_ID);
    const char *id = item ? record_cell(&item->record, ITEM_ID) : "";
    const struct answer *answer = known ? catalogue_answer(known, question) : NULL;
    sheet_cell(sheet, practice);
    sheet_cell(sheet, title_of(report, practice));
    sheet_cell(sheet, compared->when ? compared->when : "");
    sheet_cell(sheet, record_cell(&criterion->checklist->record, CHECKLIST_ID));
    sheet_cell(sheet, record_cell(&criterion->record, CRITERION_ID));
    sheet_cell(sheet, question_id);
    sheet_cell(sheet, report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT));
    sheet_cell(sheet, id);
    sheet_cell(sheet, item ? report_cell(report, SCHEMA_ITEMS, &item->record, ITEM_TEXT) : "");
    sheet_cell(sheet, known && item
                          ? catalogue_mark_name(catalogue_mark(report->catalogue, known, item))
                          : "");
    sheet_cell(sheet, item ? said(report, practice, id, "verdict") : "");
    sheet_cell(sheet, differs);
    sheet_cell(sheet, item ? said(report, practice, id, "comment") : "");
    sheet_cell(sheet, item ? said(report, practice, id, "evidence") : "");
    sheet_cell(sheet,
               answer ? report_cell(report, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT) : "");
    sheet_cell(sheet, said(report, practice, question_id, "answer"));
    sheet_cell(sheet, known ? tools_join(report, known, question) : "");
    sheet_cell(sheet, said(report, practice, question_id, "tool"));
}

static void question_fill(const struct report *report, const struct compared *practices,
                          size_t count, const struct question *question, struct sheet *sheet) {
    for (size_t i = 0; i < question->item_count; i++) {
        const struct item *item = &question->items[i];
        const bool differ = compare_differ(report, practices, count, item);
        for (size_t p = 0; p < count; p++) {
            row_fill(report, &practices[p], question, item, differ ? "yes" : "no", sheet);
        }
    }
    for (size_t p = 0; question->item_count == 0 && p < count; p++) {
        row_fill(report, &practices[p], question, NULL, "", sheet);
    }
}

void compare_sheet(const struct report *report, const struct compared *practices, size_t count,
                   struct sheet *sheet) {
    static const char *const columns[] = {
        "practice_id", "title",    "at",     "checklist_id", "criterion_id", "question_id",
        "question",    "item_id",  "item",   "mark",         "verdict",      "differs",
        "comment",     "evidence", "answer", "your_answer",  "tools",        "your_tool",
    };
    sheet_init(sheet, report->arena);
    for (size_t i = 0; i < COUNT(columns); i++) {
        sheet_column(sheet, columns[i]);
    }
    size_t used;
    const struct checklist **list = compare_checklists(report, practices, count, &used);
    for (size_t c = 0; c < used; c++) {
        for (size_t q = 0; q < list[c]->question_count; q++) {
            question_fill(report, practices, count, &list[c]->questions[q], sheet);
        }
    }
}
