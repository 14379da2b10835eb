#include "vademecum/base/i18n.h"
#include "vademecum/report/facts.h"
#include "vademecum/review/progress.h"
#include "vademecum/screens/home.h"

enum {
    PROGRESS_WIDTH = 9,
    COUNTS_WIDTH = 14,
    COUNTS_WIDTH_WORDS = 32
};

static void practice_preview(const struct desk *desk, const struct practice *practice,
                             struct rows *rows) {
    const struct catalogue *catalogue = desk->work.catalogue;
    const char *headline = facts_headline(catalogue, practice, desk->work.lang,
                                          sign_between(desk->look.ascii), rows->arena);
    if (*headline) {
        rows_add(rows, ROLE_TEXT, 0, headline);
    }
    const char *summary = catalogue_text(catalogue, SCHEMA_PRACTICES, &practice->record,
                                         PRACTICE_SUMMARY, desk->work.lang, NULL);
    if (*summary) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, 0, summary);
    }
    rows_add_gap(rows);
    size_t count = 0;
    const struct fact *facts = facts_of_practice(catalogue, practice, desk->work.lang, rows->arena,
                                                 &count);
    for (size_t i = 0; i < count; i++) {
        const enum fact_kind kind = facts[i].kind;
        if (kind == FACT_TIME || kind == FACT_AREAS || kind == FACT_GROUPS ||
            kind == FACT_COLLECTION) {
            rows_add_fact(rows, facts[i].label, facts[i].text);
        }
    }
}

static void own_preview(const struct desk *desk, const struct subject *subject, struct rows *rows) {
    const struct practice *model = work_model(desk, subject);
    const char *summary = work_value(desk, subject->id, "", "own.summary");
    if (*summary) {
        rows_add(rows, ROLE_TEXT, 0, summary);
    }
    rows_add_gap(rows);
    rows_add_own_facts(desk, subject, rows);
    if (!work_mine(desk, subject)) {
        rows_add_fact(rows, _("Added by"), review_author(changes_review(desk), subject->id));
    }
    if (model) {
        rows_add_fact(rows, _("Model"), work_title(desk, model));
    }
}

/* "✓ 3  ~ 1  · 5": how many items have each of the reviewer's marks, once one has. */
static void verdicts_add(const struct desk *desk, const struct checklist *checklist,
                         const struct progress *progress, struct rows *rows) {
    const enum sign_form form = desk->look.signs;
    const char *text = "";
    if (progress_answered(progress) == 0) {
        return;
    }
    for (enum verdict verdict = VERDICT_NONE + 1; verdict <= VERDICT_COUNT; verdict++) {
        const enum verdict one = verdict % VERDICT_COUNT;
        if (progress->verdicts[one]) {
            text = arena_printf(rows->arena, "%s%s%s %zu", text, *text ? "  " : "",
                                work_sign(desk, checklist, one, form).text,
                                progress->verdicts[one]);
        }
    }
    rows_add(rows, ROLE_TEXT, ROWS_INDENT, arena_printf(rows->arena, _("yours  %s"), text))->signs =
        form != SIGN_WORDS ? SIGNS_ALL : SIGNS_NONE;
}

static void criterion_add(const struct desk *desk, const struct subject *subject,
                          const struct criterion *criterion, struct rows *rows) {
    const enum sign_form form = desk->look.signs;
    const bool narrow = rows->width < ROWS_NARROW + COUNTS_WIDTH + PROGRESS_WIDTH;
    const char *label = record_cell(&criterion->record, CRITERION_LABEL);
    const char *title = record_cell(&criterion->record, CRITERION_TITLE);
    struct row *row = rows_add(rows, ROLE_TEXT, 0, narrow && *label ? label : title);
    const char *marks = "";
    if (subject->practice) {
        const struct tally tally = catalogue_tally(desk->work.catalogue, subject->practice,
                                                   criterion->items, criterion->item_count);
        marks = tally.marks[MARK_ABSENT] == criterion->item_count
                    ? rows_not_assessed(desk)
                    : arena_printf(rows->arena, "%s %2zu  %s %2zu", sign_of_mark(MARK_MET, form),
                                   tally.marks[MARK_MET], sign_of_mark(MARK_NOT_MET, form),
                                   tally.marks[MARK_NOT_MET]);
    }
    /* Words need a line of their own where it is narrow. */
    const bool below = form == SIGN_WORDS && *marks && narrow;
    if (!below && subject->practice) {
        row->tail = marks;
        row->tail_width = form == SIGN_WORDS ? COUNTS_WIDTH_WORDS : COUNTS_WIDTH;
    }
    const struct progress progress = work_progress(desk, subject, criterion->items,
                                                   criterion->item_count);
    row->signs = form != SIGN_WORDS ? SIGNS_BESIDE : SIGNS_NONE;
    if (desk->work.log) {
        row->tail = arena_printf(rows->arena, "%s  %3zu/%zu%s", below ? "" : marks,
                                 progress_answered(&progress), criterion->item_count,
                                 criterion->item_count < 10 ? " " : "");
        row->tail_width += PROGRESS_WIDTH;
    }
    if (below) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, arena_printf(rows->arena, _("source  %s"), marks));
    }
    verdicts_add(desk, criterion->checklist, &progress, rows);
}

/* "ana 12/40 · ben 40/40", once somebody else has begun. */
static void reviewers_add(const struct desk *desk, const struct subject *subject,
                          struct rows *rows) {
    const struct checklist *checklist = work_checklist(desk, subject);
    size_t count;
    const char *const *others = work_others(desk, &count);
    const char *text = "";
    for (size_t i = 0; checklist && i < count; i++) {
        const struct progress progress = progress_count(changes_review(desk), others[i],
                                                        subject->id, checklist->items,
                                                        checklist->item_count);
        const size_t answered = progress_answered(&progress);
        if (answered > 0) {
            text = arena_printf(rows->arena, "%s%s%s %zu/%zu", text,
                                *text ? sign_between(desk->look.ascii) : "", others[i], answered,
                                checklist->item_count);
        }
    }
    if (*text) {
        rows_add_fact(rows, _("Others"), text);
    }
}

/* Says what the numbers under it are. */
static void progress_head(const struct desk *desk, const struct subject *subject,
                          const struct checklist *checklist, struct rows *rows) {
    const enum sign_form form = desk->look.signs;
    struct row *row = rows_add(rows, ROLE_HEADING, 0,
                               record_cell(&checklist->record, CHECKLIST_TITLE));
    if (form != SIGN_WORDS && subject->practice) {
        row = rows_add(rows, ROLE_TEXT, 0,
                       arena_printf(rows->arena, _("the source: %s %s  %s %s"),
                                    sign_of_mark(MARK_MET, form),
                                    sign_of_mark(MARK_MET, SIGN_WORDS),
                                    sign_of_mark(MARK_NOT_MET, form),
                                    sign_of_mark(MARK_NOT_MET, SIGN_WORDS)));
        row->signs = SIGNS_ALL;
    }
    row->tail = desk->work.log ? _("you answered") : NULL;
    row->tail_width = row->tail ? text_width(row->tail, desk->look.letters) + 1 : 0;
}

/* Says that nobody has judged the practice yet, which is no fault of it, and what can be done. */
static void not_assessed_add(const struct desk *desk, const struct checklist *checklist,
                             struct rows *rows) {
    rows_add(rows, ROLE_HEADING, 0, record_cell(&checklist->record, CHECKLIST_TITLE));
    if (desk->listing.reading) {
        rows_add(rows, ROLE_TEXT, 0, rows_not_assessed(desk));
        return;
    }
    rows_add(rows, ROLE_TEXT, 0,
             _("Not assessed: its source does not say which items it meets. That is no fault of "
               "the practice."));
    if (desk->work.log) {
        rows_add(rows, ROLE_TEXT, 0,
                 _("You can review it yourself: . goes to the first item, 1 marks it as met."));
    }
}

/* Per criterion, how many items have each mark, and how many the reviewer has answered. */
static void progress_add(const struct desk *desk, const struct subject *subject,
                         struct rows *rows) {
    const struct checklist *checklist = work_checklist(desk, subject);
    if (!checklist) {
        return;
    }
    const struct progress progress = work_progress(desk, subject, checklist->items,
                                                   checklist->item_count);
    const bool answered = progress_answered(&progress) > 0;
    rows_add_gap(rows);
    if (subject->practice && !answered && !home_assessed(desk, subject->practice, checklist)) {
        not_assessed_add(desk, checklist, rows);
        return;
    }
    progress_head(desk, subject, checklist, rows);
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        criterion_add(desk, subject, &checklist->criteria[i], rows);
    }
    if (!subject->practice && !answered && desk->work.log) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, 0,
                 _("To review it: . goes to the first item, 1 marks it as met, 3 as not met."));
    }
}

static void tools_add(const struct desk *desk, const struct practice *practice, struct rows *rows) {
    size_t count = 0;
    for (const struct tool *tool = practice->tools; tool; tool = tool->next) {
        count++;
    }
    if (count == 0) {
        return;
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Inspiring tools"));
    for (const struct tool *tool = practice->tools; tool; tool = tool->next) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 catalogue_text(desk->work.catalogue, SCHEMA_TOOLS, &tool->record, TOOL_TITLE,
                                desk->work.lang, NULL));
    }
}

/* When gaps matter: how many of the reviewer's it meets. */
static void gaps_add(const struct desk *desk, const struct subject *subject, struct rows *rows) {
    if (desk->listing.wish.order != ORDER_GAPS &&
        !filter_use(&desk->listing.wish.filters, FACET_GAPS)) {
        return;
    }
    const char *gaps = find_gaps_words(desk->listing.find, &desk->listing.wish, subject,
                                       rows->arena);
    rows_add(rows, ROLE_TEXT, 0, *gaps ? gaps : _("You have marked nothing as not met yet."));
    rows_add_gap(rows);
}

void home_preview_rows(const struct desk *desk, struct rows *rows) {
    const struct subject *subject = listing_here(desk);
    rows->title = _("Preview");
    if (!rows->alone && home_begins(desk)) {
        rows_add(rows, ROLE_TEXT, 0, home_purpose());
        rows_add_gap(rows);
    }
    if (!subject) {
        return;
    }
    const char *places = find_hits_words(desk->listing.find, &desk->listing.found.query, subject,
                                         desk->work.lang, rows->arena);
    if (*places) {
        rows_add(rows, ROLE_TEXT, 0, arena_printf(rows->arena, _("Found in: %s"), places));
        rows_add_gap(rows);
    }
    gaps_add(desk, subject, rows);
    rows_add(rows, ROLE_HEADING, 0, rows_subject(desk, subject));
    rows_add_jotted(desk, subject, rows);
    if (subject->practice) {
        practice_preview(desk, subject->practice, rows);
    } else {
        own_preview(desk, subject, rows);
    }
    reviewers_add(desk, subject, rows);
    if (!subject->practice) {
        home_visit_rows(desk, subject, rows);
    }
    progress_add(desk, subject, rows);
    if (subject->practice) {
        tools_add(desk, subject->practice, rows);
    }
}
