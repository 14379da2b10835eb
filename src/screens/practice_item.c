#include "vademecum/base/i18n.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/screens/item_plan.h"
#include "vademecum/screens/practice.h"

#include <string.h>

static const char *written(const struct desk *desk, const char *field) {
    return work_value(desk, practice_of(desk)->subject.id,
                      record_cell(&practice_item(desk)->record, ITEM_ID), field);
}

static void note_add(const struct desk *desk, const char *heading, const char *field,
                     struct rows *rows) {
    const char *text = written(desk, field);
    if (*text) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0, heading);
        rows_add(rows, ROLE_TEXT, 0, text);
    }
}

/* "Plan  open · ana · by 1.5.2026", and under it what is to be done. */
static void plan_add(const struct desk *desk, const struct item *item, struct rows *rows) {
    static const struct {
        const char *field;
        const char *before; /* what stands before it, for people */
    } parts[] = {
        {"plan.goal", N_("Goal: ")},
        {"plan.action", ""},
        {"plan.indicator", N_("Measured by ")},
        {"plan.result", N_("Result: ")},
    };
    const char *status = item_plan_status(written(desk, "plan.status"));
    const char *when = item_plan_when(desk, &practice_of(desk)->subject, item, rows->arena);
    const struct tool *tool = plan_tool(item->question, written(desk, "plan.tool"));
    const char *inspiring = tool ? record_cell(&tool->record, TOOL_TITLE)
                                 : written(desk, "plan.tool");
    bool planned = *status || *when || *inspiring;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        planned |= *written(desk, parts[i].field) != '\0';
    }
    if (!planned) {
        return;
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0,
             arena_printf(rows->arena, "%s%s%s%s%s", _("Plan"), *status || *when ? "  " : "",
                          status, *status && *when ? sign_between(desk->look.ascii) : "", when));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *text = written(desk, parts[i].field);
        if (*text) {
            const char *before = *parts[i].before ? _(parts[i].before) : "";
            rows_add(rows, ROLE_TEXT, 0, arena_printf(rows->arena, "%s%s", before, text));
        }
    }
    if (*inspiring) {
        rows_add(rows, ROLE_TEXT, 0, arena_printf(rows->arena, _("Inspired by %s"), inspiring));
    }
}

/* What is to be asked about the item in focus, and what the reviewer wrote on it. */
void practice_item_rows(const struct desk *desk, struct rows *rows) {
    const struct item *item = practice_item(desk);
    rows->title = _("To ask");
    if (!item) {
        return;
    }
    const char *ask = catalogue_text(desk->work.catalogue, SCHEMA_ITEMS, &item->record, ITEM_ASK,
                                     desk->work.lang, NULL);
    const char *text = catalogue_text(desk->work.catalogue, SCHEMA_ITEMS, &item->record, ITEM_TEXT,
                                      desk->work.lang, NULL);
    rows_add(rows, ROLE_TEXT, 0, *ask ? ask : text);
    note_add(desk, _("Comment"), "comment", rows);
    note_add(desk, _("Evidence"), "evidence", rows);
    plan_add(desk, item, rows);
}
