#include "vademecum/base/words.h"
#include "vademecum/report/facts.h"
#include "vademecum/view/rows.h"

#include <string.h>

enum {
    COUNTRY_WIDTH = 4,
    COUNTS_WIDTH = 14,
    COUNTS_WIDTH_WORDS = 32
};

static void bars_add(const struct session *session, const struct practice *practice,
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
        const struct record *record = &session->order[i]->record;
        const char *title = catalogue_text(session->catalogue, SCHEMA_PRACTICES, record,
                                           PRACTICE_TITLE, session->lang, NULL);
        struct row *row = rows_add_entry(rows, i, title);
        row->tail = record_cell(record, PRACTICE_COUNTRY);
        row->tail_width = COUNTRY_WIDTH;
    }
    if (session->practice_count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 session->catalogue->faults.left_out ? _("No practice could be used. ! shows why.")
                                                     : _("This catalogue has no practices yet."));
    }
}

void home_preview(const struct session *session, struct rows *rows) {
    const struct practice *practice = session_home_practice(session);
    rows->title = _("Preview");
    if (!practice) {
        return;
    }
    const struct catalogue *catalogue = session->catalogue;
    rows_add(rows, ROLE_HEADING, 0,
             catalogue_text(catalogue, SCHEMA_PRACTICES, &practice->record, PRACTICE_TITLE,
                            session->lang, NULL));
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
    bars_add(session, practice, rows);
    tools_add(session, practice, rows);
}

/* Per criterion, how many items have each mark. */
static void bars_add(const struct session *session, const struct practice *practice,
                     struct rows *rows) {
    const struct checklist *checklist = catalogue_checklist(session->catalogue, practice);
    const enum sign_form form = session->look.signs;
    if (!checklist) {
        return;
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, record_cell(&checklist->record, CHECKLIST_TITLE));
    if (form != SIGN_WORDS) {
        rows_add(rows, ROLE_TEXT, 0,
                 arena_printf(rows->arena, "%s %s  %s %s", sign_of_mark(MARK_MET, form),
                              sign_of_mark(MARK_MET, SIGN_WORDS), sign_of_mark(MARK_NOT_MET, form),
                              sign_of_mark(MARK_NOT_MET, SIGN_WORDS)));
    }
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        const struct criterion *criterion = &checklist->criteria[i];
        const struct tally tally = catalogue_tally(session->catalogue, practice, criterion->items,
                                                   criterion->item_count);
        const bool narrow = rows->width < ROWS_NARROW + COUNTS_WIDTH;
        const char *label = record_cell(&criterion->record, CRITERION_LABEL);
        const char *title = record_cell(&criterion->record, CRITERION_TITLE);
        struct row *row = rows_add(rows, ROLE_TEXT, 0, narrow && *label ? label : title);
        row->tail_width = form == SIGN_WORDS ? COUNTS_WIDTH_WORDS : COUNTS_WIDTH;
        if (tally.marks[MARK_ABSENT] == criterion->item_count) {
            row->tail = _("not assessed");
            continue;
        }
        row->tail = arena_printf(rows->arena, "%s %2zu  %s %2zu", sign_of_mark(MARK_MET, form),
                                 tally.marks[MARK_MET], sign_of_mark(MARK_NOT_MET, form),
                                 tally.marks[MARK_NOT_MET]);
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
