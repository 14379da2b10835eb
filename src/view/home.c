#include "vademecum/base/words.h"
#include "vademecum/report/facts.h"
#include "vademecum/view/rows.h"

#include <string.h>

enum {
    PROGRESS_WIDTH = 9,
    COUNTS_WIDTH = 14,
    COUNTS_WIDTH_WORDS = 32
};

static const char *subject_title(const struct session *session, const struct subject *subject);
static const char *subject_tail(const struct session *session, const struct subject *subject,
                                struct arena *arena);
static void practice_preview(const struct session *session, const struct practice *practice,
                             struct rows *rows);
static void own_preview(const struct session *session, const struct subject *subject,
                        struct rows *rows);
static void progress_add(const struct session *session, const struct subject *subject,
                         struct rows *rows);
static void criterion_add(const struct session *session, const struct subject *subject,
                          const struct criterion *criterion, struct rows *rows);
static void verdicts_add(const struct session *session, const struct progress *progress,
                         struct rows *rows);
static void begin_add(const struct session *session, const struct subject *subject,
                      struct rows *rows);
static void tools_add(const struct session *session, const struct practice *practice,
                      struct rows *rows);

/* Rows around the focus only, so that a long list costs no more than a short one. */
void home_practices(const struct session *session, struct rows *rows) {
    const size_t focus = session->panels[PANEL_PRACTICES].focus;
    const size_t reach = (size_t)rows->height * 2;
    const size_t from = focus > reach ? focus - reach : 0;
    const size_t left = session->practice_count - from;
    const size_t count = left < 2 * reach + 1 ? left : 2 * reach + 1;
    rows->title = _("Practices");
    rows->first = from;
    for (size_t i = from; i < from + count; i++) {
        const struct subject *subject = &session->order[i];
        struct row *row = rows_add_entry(rows, i, subject_title(session, subject));
        row->tail = subject_tail(session, subject, rows->arena);
        row->tail_width = text_width(row->tail, session->look.letters) + 2;
    }
    if (session->practice_count == 0 && session->found.of > 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, session_advice(session, rows->arena));
    } else if (session->practice_count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 session->catalogue->faults.left_out ? _("No practice could be used. ! shows why.")
                                                     : _("This catalogue has no practices yet."));
    }
}

void home_preview(const struct session *session, struct rows *rows) {
    const struct subject *subject = session_home_subject(session);
    rows->title = _("Preview");
    if (!subject) {
        return;
    }
    const char *places = find_hits_words(session->find, &session->found.query, subject,
                                         session->lang, rows->arena);
    if (*places) {
        rows_add(rows, ROLE_TEXT, 0, arena_printf(rows->arena, _("Found in: %s"), places));
        rows_add_gap(rows);
    }
    if (session->wish.order == ORDER_GAPS || filters_use(&session->wish.filters, FACET_GAPS)) {
        const char *gaps = find_gaps_words(session->find, &session->wish, subject, rows->arena);
        rows_add(rows, ROLE_TEXT, 0, *gaps ? gaps : _("You have marked nothing as not met yet."));
        rows_add_gap(rows);
    }
    rows_add(rows, ROLE_HEADING, 0, subject_title(session, subject));
    own_jotted(session, subject, rows);
    if (subject->practice) {
        practice_preview(session, subject->practice, rows);
    } else {
        own_preview(session, subject, rows);
    }
    progress_add(session, subject, rows);
    begin_add(session, subject, rows);
    if (subject->practice) {
        tools_add(session, subject->practice, rows);
    }
}

static const char *subject_title(const struct session *session, const struct subject *subject) {
    return subject->practice ? session_title(session, subject->practice) : subject->title;
}

/* "28/40 CZ": how many items the reviewer has answered, once there is one, and the country. */
static const char *subject_tail(const struct session *session, const struct subject *subject,
                                struct arena *arena) {
    const struct checklist *checklist = session_checklist(session, subject);
    const char *country = *subject->country || subject->practice ? subject->country : _("mine");
    if (!session->log || !checklist) {
        return country;
    }
    const struct progress progress = session_progress(session, subject, checklist->items,
                                                      checklist->item_count);
    const size_t answered = progress_answered(&progress);
    return answered ? arena_printf(arena, "%zu/%zu %s", answered, checklist->item_count, country)
                    : country;
}

static void practice_preview(const struct session *session, const struct practice *practice,
                             struct rows *rows) {
    const struct catalogue *catalogue = session->catalogue;
    const char *headline = facts_headline(catalogue, practice, session->lang,
                                          sign_between(session->look.ascii), rows->arena);
    if (*headline) {
        rows_add(rows, ROLE_TEXT, 0, headline);
    }
    const char *summary = catalogue_text(catalogue, SCHEMA_PRACTICES, &practice->record,
                                         PRACTICE_SUMMARY, session->lang, NULL);
    if (*summary) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, 0, summary);
    }
    rows_add_gap(rows);
    size_t count = 0;
    const struct fact *facts = facts_of_practice(catalogue, practice, session->lang, rows->arena,
                                                 &count);
    for (size_t i = 0; i < count; i++) {
        const enum fact_kind kind = facts[i].kind;
        if (kind == FACT_TIME || kind == FACT_AREAS || kind == FACT_GROUPS ||
            kind == FACT_COLLECTION) {
            rows_add_fact(rows, facts[i].label, facts[i].text);
        }
    }
}

static void own_preview(const struct session *session, const struct subject *subject,
                        struct rows *rows) {
    const struct practice *model = session_model(session, subject);
    const char *summary = session_value(session, subject, "", "own.summary");
    if (*summary) {
        rows_add(rows, ROLE_TEXT, 0, summary);
    }
    rows_add_gap(rows);
    own_facts(session, subject, rows);
    if (model) {
        rows_add_fact(rows, _("Beside"), session_title(session, model));
    }
}

/* Per criterion, how many items have each mark, and how many the reviewer has answered. */
static void progress_add(const struct session *session, const struct subject *subject,
                         struct rows *rows) {
    const struct checklist *checklist = session_checklist(session, subject);
    if (!checklist) {
        return;
    }
    rows_add_gap(rows);
    struct row *heading = rows_add(rows, ROLE_HEADING, 0,
                                   record_cell(&checklist->record, CHECKLIST_TITLE));
    heading->tail = session->log ? _("answered") : NULL;
    heading->tail_width = PROGRESS_WIDTH;
    if (session->look.signs != SIGN_WORDS && subject->practice) {
        rows_add(rows, ROLE_TEXT, 0,
                 arena_printf(rows->arena, "%s %s  %s %s",
                              sign_of_mark(MARK_MET, session->look.signs),
                              sign_of_mark(MARK_MET, SIGN_WORDS),
                              sign_of_mark(MARK_NOT_MET, session->look.signs),
                              sign_of_mark(MARK_NOT_MET, SIGN_WORDS)));
    }
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        criterion_add(session, subject, &checklist->criteria[i], rows);
    }
}

static void criterion_add(const struct session *session, const struct subject *subject,
                          const struct criterion *criterion, struct rows *rows) {
    const enum sign_form form = session->look.signs;
    const bool narrow = rows->width < ROWS_NARROW + COUNTS_WIDTH + PROGRESS_WIDTH;
    const char *label = record_cell(&criterion->record, CRITERION_LABEL);
    const char *title = record_cell(&criterion->record, CRITERION_TITLE);
    struct row *row = rows_add(rows, ROLE_TEXT, 0, narrow && *label ? label : title);
    const char *marks = "";
    if (subject->practice) {
        const struct tally tally = catalogue_tally(session->catalogue, subject->practice,
                                                   criterion->items, criterion->item_count);
        marks = tally.marks[MARK_ABSENT] == criterion->item_count
                    ? rows_not_assessed(session)
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
    const struct progress progress = session_progress(session, subject, criterion->items,
                                                      criterion->item_count);
    if (session->log) {
        row->tail = arena_printf(rows->arena, "%s  %3zu/%zu%s", below ? "" : marks,
                                 progress_answered(&progress), criterion->item_count,
                                 criterion->item_count < 10 ? " " : "");
        row->tail_width += PROGRESS_WIDTH;
    }
    if (below) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, arena_printf(rows->arena, _("source  %s"), marks));
    }
    verdicts_add(session, &progress, rows);
}

/* "✓ 3  ~ 1  · 5": how many items have each of the reviewer's marks, once one has. */
static void verdicts_add(const struct session *session, const struct progress *progress,
                         struct rows *rows) {
    const enum sign_form form = session->look.signs;
    const char *text = "";
    if (progress_answered(progress) == 0) {
        return;
    }
    for (enum verdict verdict = VERDICT_NONE + 1; verdict <= VERDICT_COUNT; verdict++) {
        const enum verdict one = verdict % VERDICT_COUNT;
        if (progress->verdicts[one]) {
            text = arena_printf(rows->arena, "%s%s%s %zu", text, *text ? "  " : "",
                                sign_of_verdict(one, form), progress->verdicts[one]);
        }
    }
    rows_add(rows, ROLE_TEXT, ROWS_INDENT, arena_printf(rows->arena, _("yours  %s"), text));
}

/* How to begin, as long as nothing is answered. */
static void begin_add(const struct session *session, const struct subject *subject,
                      struct rows *rows) {
    const struct checklist *checklist = session_checklist(session, subject);
    if (!session->log || !checklist) {
        return;
    }
    const struct progress progress = session_progress(session, subject, checklist->items,
                                                      checklist->item_count);
    if (progress_answered(&progress) == 0) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, 0,
                 _("To review it: Enter opens it, . goes to the first item, Space marks it. A "
                   "practice of your own: a."));
    }
}

static void tools_add(const struct session *session, const struct practice *practice,
                      struct rows *rows) {
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
                 catalogue_text(session->catalogue, SCHEMA_TOOLS, &tool->record, TOOL_TITLE,
                                session->lang, NULL));
    }
}
