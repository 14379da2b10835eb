#include "vademecum/base/words.h"
#include "vademecum/report/planned.h"
#include "vademecum/view/rows.h"

#include <string.h>

static void note_add(const struct session *session, const char *heading, const char *field,
                     struct rows *rows);
static void plan_add(const struct session *session, const struct item *item, struct rows *rows);
static const char *written(const struct session *session, const char *field);

/* What is to be asked about the item in focus, and what the reviewer wrote on it. */
void item_about(const struct session *session, struct rows *rows) {
    const struct item *item = session_item(session);
    rows->title = _("To ask");
    if (!item) {
        return;
    }
    const char *ask = catalogue_text(session->catalogue, SCHEMA_ITEMS, &item->record, ITEM_ASK,
                                     session->lang, NULL);
    const char *text = catalogue_text(session->catalogue, SCHEMA_ITEMS, &item->record, ITEM_TEXT,
                                      session->lang, NULL);
    rows_add(rows, ROLE_TEXT, 0, *ask ? ask : text);
    note_add(session, _("Comment"), "comment", rows);
    note_add(session, _("Evidence"), "evidence", rows);
    plan_add(session, item, rows);
}

static void note_add(const struct session *session, const char *heading, const char *field,
                     struct rows *rows) {
    const char *text = written(session, field);
    if (*text) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0, heading);
        rows_add(rows, ROLE_TEXT, 0, text);
    }
}

/* "Plan  open · ana · by 1.5.2026", and under it what is to be done. */
static void plan_add(const struct session *session, const struct item *item, struct rows *rows) {
    static const struct {
        const char *field;
        const char *before; /* what stands before it, for people */
    } parts[] = {
        {"plan.goal", N_("Goal: ")},
        {"plan.action", ""},
        {"plan.indicator", N_("Measured by ")},
        {"plan.result", N_("Result: ")},
    };
    const char *status = plan_status(written(session, "plan.status"));
    const char *when = plan_when(session, item, rows->arena);
    const struct tool *tool = planned_tool(item->question, written(session, "plan.tool"));
    const char *inspiring = tool ? record_cell(&tool->record, TOOL_TITLE)
                                 : written(session, "plan.tool");
    bool planned = *status || *when || *inspiring;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        planned |= *written(session, parts[i].field) != '\0';
    }
    if (!planned) {
        return;
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0,
             arena_printf(rows->arena, "%s%s%s%s%s", _("Plan"), *status || *when ? "  " : "",
                          status, *status && *when ? sign_between(session->look.ascii) : "", when));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *text = written(session, parts[i].field);
        if (*text) {
            const char *before = *parts[i].before ? _(parts[i].before) : "";
            rows_add(rows, ROLE_TEXT, 0, arena_printf(rows->arena, "%s%s", before, text));
        }
    }
    if (*inspiring) {
        rows_add(rows, ROLE_TEXT, 0, arena_printf(rows->arena, _("Inspired by %s"), inspiring));
    }
}

static const char *written(const struct session *session, const char *field) {
    return session_value(session, session->subject,
                         record_cell(&session_item(session)->record, ITEM_ID), field);
}
