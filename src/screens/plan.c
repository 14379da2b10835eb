#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/review/field.h"
#include "vademecum/screens/item_plan.h"
#include "vademecum/screens/screens.h"

#include <string.h>

enum {
    LABEL_WIDTH = 18
};

static const struct panel panel = {SCREEN_PLAN, 0};

/* Whose plan it is. */
static struct subject *subject_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

/* Whether the item stands in the plan: not met, partly met, or something is planned for it. */
static bool item_listed(const struct desk *desk, const struct item *item) {
    const enum verdict verdict = work_verdict(desk, subject_of(desk), item);
    return verdict == VERDICT_NOT_MET || verdict == VERDICT_PARTLY ||
           work_planned(desk, subject_of(desk), item);
}

/* Goes on to the next item of the plan; from NULL to the first. NULL behind the last. */
static const struct item *item_next(const struct desk *desk, const struct item *item) {
    const struct checklist *checklist = work_checklist(desk, subject_of(desk));
    if (!checklist) {
        return NULL;
    }
    const struct item *end = checklist->items + checklist->item_count;
    for (item = item ? item + 1 : checklist->items; item < end; item++) {
        if (item_listed(desk, item)) {
            return item;
        }
    }
    return NULL;
}

static size_t count(const struct desk *desk) {
    size_t found = 0;
    for (const struct item *item = item_next(desk, NULL); item; item = item_next(desk, item)) {
        found++;
    }
    return found;
}

static const struct item *item_focused(const struct desk *desk) {
    const struct item *item = item_next(desk, NULL);
    for (size_t i = window_of(desk, panel)->focus; item && i > 0; i--) {
        item = item_next(desk, item);
    }
    return item;
}

/* How many items of other checklists than the one shown would be listed too. */
static size_t elsewhere(const struct desk *desk) {
    const struct catalogue *catalogue = desk->work.catalogue;
    const struct checklist *shown = work_checklist(desk, subject_of(desk));
    size_t found = 0;
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        const struct checklist *checklist = &catalogue->checklists[i];
        for (size_t j = 0; checklist != shown && j < checklist->item_count; j++) {
            found += item_listed(desk, &checklist->items[j]);
        }
    }
    return found;
}

/* --- what is shown --------------------------------------------------------------------------- */

static const char *value_of(const struct desk *desk, const struct item *item, const char *field) {
    return item_plan_value(desk, subject_of(desk), item, field);
}

/* "Practice: tool", so that one knows whose it is. */
static const char *tool_of(const struct desk *desk, const struct tool *tool, struct arena *arena) {
    return arena_printf(arena, "%s: %s",
                        rows_cell(desk, SCHEMA_PRACTICES, &tool->practice->record, PRACTICE_TITLE),
                        rows_cell(desk, SCHEMA_TOOLS, &tool->record, TOOL_TITLE));
}

static void planned_add(const struct desk *desk, const struct item *item, size_t entry,
                        struct rows *rows) {
    const char *tool_value = value_of(desk, item, "plan.tool");
    const struct tool *tool = plan_tool(item->question, tool_value);
    const struct {
        const char *label;
        const char *text;
    } told[] = {
        {N_("goal"), value_of(desk, item, "plan.goal")},
        {N_("do"), value_of(desk, item, "plan.action")},
        {N_("who, when"), item_plan_when(desk, subject_of(desk), item, rows->arena)},
        {N_("measured by"), value_of(desk, item, "plan.indicator")},
        {N_("now"), value_of(desk, item, "plan.baseline")},
        {N_("should be"), value_of(desk, item, "plan.target")},
        {N_("if it fails"), value_of(desk, item, "plan.risk")},
        {N_("inspired by"), tool ? tool_of(desk, tool, rows->arena) : tool_value},
        {"", tool ? work_tool_link(desk, tool) : ""},
        {N_("status"), field_choice_label("plan.status", value_of(desk, item, "plan.status"))},
        {N_("result"), value_of(desk, item, "plan.result")},
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

/* Whether what is planned is still to be done. */
static bool item_open(const struct desk *desk, const struct item *item) {
    const char *status = value_of(desk, item, "plan.status");
    return work_planned(desk, subject_of(desk), item) && !plan_ended(status);
}

static const char *wanting_words(const struct desk *desk, struct arena *arena) {
    return work_wanting(desk, work_checklist(desk, subject_of(desk)), arena);
}

/* How much is to be done: "2 partly or not met · 1 open · 1 overdue · 0 done". */
static const char *sum_text(const struct desk *desk, struct arena *arena) {
    const char *between = sign_between(desk->look.ascii);
    size_t wanting = 0;
    size_t open = 0;
    size_t overdue = 0;
    size_t done = 0;
    for (const struct item *item = item_next(desk, NULL); item; item = item_next(desk, item)) {
        const enum verdict verdict = work_verdict(desk, subject_of(desk), item);
        const char *status = value_of(desk, item, "plan.status");
        wanting += verdict == VERDICT_NOT_MET || verdict == VERDICT_PARTLY;
        done += strcmp(status, "done") == 0;
        open += item_open(desk, item);
        overdue += plan_overdue(value_of(desk, item, "plan.due"), status,
                                clock_now(&desk->work.clock));
    }
    const char *late = overdue ? arena_printf(arena, _("%s%zu overdue"), between, overdue) : "";
    return arena_printf(arena, _("%zu %s%s%zu open%s%s%zu done"), wanting,
                        wanting_words(desk, arena), between, open, late, between, done);
}

static void item_add(const struct desk *desk, const struct item *item, size_t entry,
                     struct rows *rows) {
    const enum verdict verdict = work_verdict(desk, subject_of(desk), item);
    rows_add_entry(
        rows, entry,
        arena_printf(rows->arena, "%s %s",
                     work_sign(desk, catalogue_checklist_of(item), verdict, desk->look.signs).text,
                     record_cell(&item->record, ITEM_TEXT)))
        ->signs = SIGNS_FIRST;
    planned_add(desk, item, entry, rows);
}

static void plan_rows(const struct desk *desk, struct rows *rows) {
    const struct question *question = NULL;
    size_t entry = 0;
    rows->title = arena_printf(rows->arena, _("Plan for %s"), subject_of(desk)->title);
    for (const struct item *item = item_next(desk, NULL); item; item = item_next(desk, item)) {
        if (entry == 0) {
            rows_add(rows, ROLE_TEXT, 0, sum_text(desk, rows->arena));
        }
        if (item->question != question) {
            question = item->question;
            rows_add_gap(rows);
            rows_add(rows, ROLE_HEADING, 0, record_cell(&question->record, QUESTION_TEXT));
        }
        item_add(desk, item, entry++, rows);
    }
    if (entry == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 arena_printf(rows->arena,
                              _("Nothing to plan: no item of this checklist is marked as %s."),
                              wanting_words(desk, rows->arena)));
    }
    const size_t others = elsewhere(desk);
    if (others > 0) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 arena_printf(rows->arena,
                              ngettext("%zu more item of another checklist belongs here; r in the "
                                       "practice changes the checklist.",
                                       "%zu more items of another checklist belong here; r in the "
                                       "practice changes the checklist.",
                                       others),
                              others));
    }
}

/* --- what is done ---------------------------------------------------------------------------- */

static bool enter(struct desk *desk, const struct place *place) {
    *subject_of(desk) = *place->practice;
    return true;
}

static bool refresh(struct desk *desk) {
    return listing_renew(desk, subject_of(desk));
}

static struct place place(const struct desk *desk) {
    const struct item *item = item_focused(desk);
    return (struct place){
        .practice = subject_of(desk),
        .question = item ? item->question : NULL,
        .item = item,
        .marked = item != NULL,
    };
}

static const struct verb verbs[] = {
    {.command = COMMAND_PLAN},
    {COMMAND_OPEN, .word = N_("go to the item")},
    {COMMAND_WHO, .word = N_("who does it well")},
    {.command = COMMAND_REPORT},
    {.command = COMMAND_COMMENT},
    {.command = COMMAND_EVIDENCE},
    {.command = COMMAND_UNDO},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen plan_screen = {
    .title = N_("Plan"),
    .state = sizeof(struct subject),
    .panels = {{.name = "", .entries = count, .rows = plan_rows, .open = act_visit}},
    .verbs = verbs,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .refuses = act_refuse_marks,
};
