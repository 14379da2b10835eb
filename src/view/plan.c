#include "vademecum/base/words.h"
#include "vademecum/desk/planning.h"
#include "vademecum/report/planned.h"
#include "vademecum/view/rows.h"

#include <string.h>

enum {
    LABEL_WIDTH = 18
};

static void planned_add(const struct session *session, const struct item *item, size_t entry,
                        struct rows *rows);
static const char *tool_of(const struct session *session, const struct tool *tool,
                           struct arena *arena);
static const char *plan_sum(const struct session *session, size_t count, struct arena *arena);
static const char *planned_value(const struct session *session, const struct item *item,
                                 const char *field);
static bool planned_open(const struct session *session, const struct item *item);

void plan_who(const struct session *session, struct rows *rows) {
    rows->title = _("Who does this well");
    const bool filtered = session->wish.filters.count > 0 && !session->who_all;
    rows->tail = arena_printf(rows->arena, _("%zu of %zu"), session->who.count,
                              filtered ? session->who.met : session->who.practices);
    if (filtered) {
        const char *words = filters_words(session->catalogue, &session->wish.filters, session->lang,
                                          sign_between(session->look.ascii), rows->arena);
        rows_add(rows, ROLE_TEXT, 0,
                 arena_printf(rows->arena, _("Only %s. F shows all %zu that meet it."), words,
                              session->who.met));
    }
    for (size_t i = 0; i < session->who.count; i++) {
        const struct practice *practice = session->who.entries[i].practice;
        struct row *row = rows_add_entry(rows, i, session_title(session, practice));
        row->tail = record_cell(&practice->record, PRACTICE_COUNTRY);
        row->tail_width = 4;
        if (session->who.entries[i].tool) {
            rows_add_under(rows, ROLE_TEXT, i, _("has a tool for it"));
        }
    }
    if (session->who.count == 0 && filtered && session->who.met > 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 _("None of those that pass the filter is shown to meet this item."));
    } else if (session->who.count == 0) {
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
    if (count > 0) {
        rows_add(rows, ROLE_TEXT, 0, plan_sum(session, count, rows->arena));
    }
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
    const char *tool_value = planned_value(session, item, "plan.tool");
    const struct tool *tool = planned_tool(item->question, tool_value);
    const struct {
        const char *label;
        const char *text;
    } told[] = {
        {N_("goal"), planned_value(session, item, "plan.goal")},
        {N_("do"), planned_value(session, item, "plan.action")},
        {N_("who, when"), plan_when(session, item, rows->arena)},
        {N_("measured by"), planned_value(session, item, "plan.indicator")},
        {N_("inspired by"), tool ? tool_of(session, tool, rows->arena) : tool_value},
        {"", tool ? session_tool_link(session, tool) : ""},
        {N_("status"), plan_status(planned_value(session, item, "plan.status"))},
        {N_("result"), planned_value(session, item, "plan.result")},
    };
    bool planned = false;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (*told[i].text) {
            struct row *row = rows_add_under(rows, ROLE_TEXT, entry, told[i].text);
            row->label = *told[i].label ? arena_printf(rows->arena, "  %s", _(told[i].label)) : "";
            row->indent = LABEL_WIDTH;
            planned = true;
        }
    }
    if (!planned) {
        rows_add_under(rows, ROLE_TEXT, entry, _("nothing planned yet: p"))->indent = 2 *
                                                                                      ROWS_INDENT;
    }
}

const char *plan_when(const struct session *session, const struct item *item, struct arena *arena) {
    const char *owner = planned_value(session, item, "plan.owner");
    const char *due = planned_due(arena, planned_value(session, item, "plan.due"),
                                  planned_value(session, item, "plan.status"),
                                  clock_now(&session->clock));
    if (!*due) {
        return owner;
    }
    const char *by = arena_printf(arena, _("by %s"), due);
    return *owner ? arena_printf(arena, "%s%s%s", owner, sign_between(session->look.ascii), by)
                  : by;
}

/* "Practice: tool", so that one knows whose it is. */
static const char *tool_of(const struct session *session, const struct tool *tool,
                           struct arena *arena) {
    return arena_printf(arena, "%s: %s", session_title(session, tool->practice),
                        catalogue_text(session->catalogue, SCHEMA_TOOLS, &tool->record, TOOL_TITLE,
                                       session->lang, NULL));
}

/* How much is to be done: "2 not met or partly · 1 open · 1 overdue · 0 done". */
static const char *plan_sum(const struct session *session, size_t count, struct arena *arena) {
    const char *between = sign_between(session->look.ascii);
    size_t wanting = 0;
    size_t open = 0;
    size_t overdue = 0;
    size_t done = 0;
    for (size_t i = 0; i < count; i++) {
        const struct item *item = session_plan_item(session, i);
        const enum verdict verdict = session_verdict(session, session->subject, item);
        const char *status = planned_value(session, item, "plan.status");
        wanting += verdict == VERDICT_NOT_MET || verdict == VERDICT_PARTLY;
        done += strcmp(status, "done") == 0;
        open += planned_open(session, item);
        overdue += planned_overdue(planned_value(session, item, "plan.due"), status,
                                   clock_now(&session->clock));
    }
    const char *late = overdue ? arena_printf(arena, _("%s%zu overdue"), between, overdue) : "";
    return arena_printf(arena, _("%zu not met or partly%s%zu open%s%s%zu done"), wanting, between,
                        open, late, between, done);
}

/* Whether anything is planned, and still to be done. */
static bool planned_open(const struct session *session, const struct item *item) {
    const char *status = planned_value(session, item, "plan.status");
    bool planned = false;
    for (size_t i = 0; i < PLANNING_FIELDS; i++) {
        planned |= *planned_value(session, item, planning_fields[i]) != '\0';
    }
    return planned && strcmp(status, "done") != 0 && strcmp(status, "dropped") != 0;
}

static const char *planned_value(const struct session *session, const struct item *item,
                                 const char *field) {
    return session_value(session, session->subject, record_cell(&item->record, ITEM_ID), field);
}

const char *plan_status(const char *status) {
    static const char *const known[] = {N_("open"), N_("done"), N_("dropped")};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(known[i], status) == 0) {
            return _(known[i]);
        }
    }
    return status;
}
