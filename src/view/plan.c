#include "vademecum/base/words.h"
#include "vademecum/desk/planning.h"
#include "vademecum/report/facts.h"
#include "vademecum/view/rows.h"

#include <string.h>

enum {
    LABEL_WIDTH = 18
};

static void planned_add(const struct session *session, const struct item *item, size_t entry,
                        struct rows *rows);

void plan_who(const struct session *session, struct rows *rows) {
    rows->title = _("Who does this well");
    rows->tail = arena_printf(rows->arena, _("%zu of %zu"), session->who.count,
                              session->who.practices);
    for (size_t i = 0; i < session->who.count; i++) {
        const struct practice *practice = session->who.entries[i].practice;
        struct row *row = rows_add_entry(rows, i, record_cell(&practice->record, PRACTICE_TITLE));
        row->tail = record_cell(&practice->record, PRACTICE_COUNTRY);
        row->tail_width = 4;
        if (session->who.entries[i].tool) {
            rows_add_under(rows, ROLE_TEXT, i, _("has a tool for it"));
        }
    }
    if (session->who.count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 _("No other practice of the catalogue is shown to meet this item."));
    }
}

void plan_who_detail(const struct session *session, struct rows *rows) {
    const size_t focus = session->panels[PANEL_WHO].focus;
    rows->title = _("How");
    rows_add(rows, ROLE_HEADING, 0, record_cell(&session->who_item->record, ITEM_TEXT));
    if (focus >= session->who.count) {
        return;
    }
    const struct practice *practice = session->who.entries[focus].practice;
    const struct question *question = session->who_item->question;
    const struct answer *answer = catalogue_answer(practice, question);
    rows_add(rows, ROLE_TEXT, 0,
             answer ? record_cell(&answer->record, ANSWER_TEXT)
                    : _("The source does not answer this question."));
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Inspiring tools"));
    const struct tool *tool = catalogue_tool(practice, question);
    if (!tool) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("none"));
    }
    for (; tool && tool->question == question; tool = tool->next) {
        const char *url = record_cell(&tool->record, TOOL_URL);
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, record_cell(&tool->record, TOOL_TITLE));
        rows_add(rows, ROLE_LINK, ROWS_INDENT, *url ? url : _("no link recorded"));
    }
}

void plan_plan(const struct session *session, struct rows *rows) {
    const size_t count = session_entries(session, PANEL_PLAN);
    const struct question *question = NULL;
    rows->title = arena_printf(rows->arena, _("Plan for %s"), session->subject->title);
    for (size_t i = 0; i < count; i++) {
        const struct item *item = session_plan_item(session, i);
        if (item->question != question) {
            question = item->question;
            rows_add_gap(rows);
            rows_add(rows, ROLE_HEADING, 0, record_cell(&question->record, QUESTION_TEXT));
        }
        const enum verdict verdict = session_verdict(session, session->subject, item);
        rows_add_entry(rows, i,
                       arena_printf(rows->arena, "%s %s",
                                    sign_of_verdict(verdict, session->look.signs),
                                    record_cell(&item->record, ITEM_TEXT)));
        planned_add(session, item, i, rows);
    }
    if (count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 _("Nothing to plan: no item is marked as not met or partly met."));
    }
}

static void planned_add(const struct session *session, const struct item *item, size_t entry,
                        struct rows *rows) {
    static const char *const labels[PLANNING_FIELDS] = {
        N_("goal"),    N_("do"),          N_("inspired by"), N_("who"),
        N_("by when"), N_("measured by"), N_("status"),      N_("result"),
    };
    const char *id = record_cell(&item->record, ITEM_ID);
    bool planned = false;
    for (size_t i = 0; i < PLANNING_FIELDS; i++) {
        const char *value = session_value(session, session->subject, id, planning_fields[i]);
        if (*value) {
            struct row *row = rows_add_under(rows, ROLE_TEXT, entry, value);
            row->label = arena_printf(rows->arena, "  %s", _(labels[i]));
            row->indent = LABEL_WIDTH;
            planned = true;
        }
    }
    if (!planned) {
        rows_add_under(rows, ROLE_TEXT, entry, _("nothing planned yet: p"))->indent = 2 *
                                                                                      ROWS_INDENT;
    }
}
