#include "vademecum/base/i18n.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/find/who.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/review/field.h"
#include "vademecum/screens/item_plan.h"
#include "vademecum/screens/practice.h"

#include <string.h>

enum {
    KEYS_MAX = 16, /* bytes of a key in writing */
    LABEL_GAP = 2, /* columns between a label and its text */
    PAIR_GAP = 4   /* columns between two things on one line */
};

/* What can be written on an item, each by a key. */
static const struct {
    enum command command;
    const char *label; /* N_() */
} written[] = {
    {COMMAND_COMMENT, N_("Comment")},
    {COMMAND_PLAN, N_("Plan")},
    {COMMAND_EVIDENCE, N_("Evidence")},
};

enum {
    WRITTEN_COUNT = sizeof written / sizeof *written
};

static const char *value_of(const struct desk *desk, const char *field) {
    return work_value(desk, practice_of(desk)->subject.id,
                      record_cell(&practice_item(desk)->record, ITEM_ID), field);
}

/* What is to be asked about the item in focus. */
void practice_ask_rows(const struct desk *desk, struct rows *rows) {
    const struct item *item = practice_item(desk);
    rows->title = _("To ask");
    if (item) {
        const char *ask = rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_ASK);
        rows_add(rows, ROLE_TEXT, 0,
                 *ask ? ask : rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_TEXT));
    }
}

/* --- what the reviewer says of the item ------------------------------------------------------ */

/* "e Comment" */
static const char *key_label(enum command command, const char *label, struct arena *arena) {
    char keys[KEYS_MAX];
    keymap_keys(command, false, keys, sizeof keys);
    return arena_printf(arena, "%s %s", keys, label);
}

/* "Pozvat spolek · Petra · by 31.1.2027"; a status is said unless the plan is open. */
static const char *plan_text(const struct desk *desk, const struct item *item,
                             struct arena *arena) {
    const char *status = value_of(desk, "plan.status");
    const char *parts[] = {
        value_of(desk, "plan.action"),
        item_plan_when(desk, &practice_of(desk)->subject, item, arena),
        field_choice_label("plan.status", status),
    };
    const char *text = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (*parts[i]) {
            text = arena_printf(arena, "%s%s%s", text, *text ? sign_between(desk->look.ascii) : "",
                                parts[i]);
        }
    }
    return text;
}

/* What else was planned, under it. */
static void plan_rest_add(const struct desk *desk, const struct item *item, int indent,
                          struct rows *rows) {
    static const struct {
        const char *field;
        const char *before; /* N_() */
    } parts[] = {
        {"plan.goal", N_("Goal: ")},
        {"plan.indicator", N_("Measured by ")},
        {"plan.baseline", N_("As it is now: ")},
        {"plan.target", N_("As it should be: ")},
        {"plan.risk", N_("If it goes wrong: ")},
        {"plan.result", N_("Result: ")},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *text = value_of(desk, parts[i].field);
        if (*text) {
            rows_add(rows, ROLE_TEXT, indent,
                     arena_printf(rows->arena, "%s%s", _(parts[i].before), text));
        }
    }
    const struct tool *tool = plan_tool(item->question, value_of(desk, "plan.tool"));
    const char *inspiring = tool ? record_cell(&tool->record, TOOL_TITLE)
                                 : value_of(desk, "plan.tool");
    if (*inspiring) {
        rows_add(rows, ROLE_TEXT, indent,
                 arena_printf(rows->arena, _("Inspired by %s"), inspiring));
    }
}

static const char *text_of(const struct desk *desk, const struct item *item, enum command command,
                           struct arena *arena) {
    return command == COMMAND_PLAN       ? plan_text(desk, item, arena)
           : command == COMMAND_EVIDENCE ? value_of(desk, "evidence")
                                         : value_of(desk, "comment");
}

/* The keys for what is not written yet, on one line; a plan is for what is missing. */
static void unwritten_add(const struct desk *desk, const struct item *item, bool planned,
                          struct rows *rows) {
    const enum verdict verdict = work_verdict(desk, &practice_of(desk)->subject, item);
    const bool lacking = verdict == VERDICT_PARTLY || verdict == VERDICT_NOT_MET;
    const char *text = "";
    for (size_t i = 0; i < WRITTEN_COUNT; i++) {
        const bool plan = written[i].command == COMMAND_PLAN;
        const bool there = plan ? planned || !lacking
                                : *text_of(desk, item, written[i].command, rows->arena) != '\0';
        if (!there) {
            text = arena_printf(rows->arena, "%s%*s%s", text, *text ? PAIR_GAP : 0, "",
                                key_label(written[i].command, _(written[i].label), rows->arena));
        }
    }
    if (*text) {
        rows_add(rows, ROLE_DIM, 0, text);
    }
}

/* "You: not met · the model: met", or of that what there is room for. */
static void state_title(const struct desk *desk, const struct item *item, struct rows *rows) {
    const struct practice_screen *screen = practice_of(desk);
    const enum letters letters = desk->look.letters;
    const char *source = sign_of_mark(catalogue_mark(desk->work.catalogue, screen->model, item),
                                      SIGN_WORDS);
    const char *yours = work_sign(desk, screen->checklist,
                                  work_verdict(desk, &screen->subject, item), SIGN_WORDS)
                            .text;
    const char *theirs = screen->subject.practice
                             ? arena_printf(rows->arena, _("the source: %s"), source)
                             : arena_printf(rows->arena, _("the model: %s"), source);
    if (!desk->work.log) {
        rows->title = theirs;
        return;
    }
    rows->title = arena_printf(
        rows->arena, screen->subject.practice ? _("Your opinion: %s") : _("You: %s"), yours);
    const char *both = arena_printf(rows->arena, "%s%s%s", rows->title,
                                    sign_between(desk->look.ascii), theirs);
    if (!practice_own_place(item->question) &&
        text_width(both, letters) < rows->width - LABEL_GAP) {
        rows->title = both;
    }
}

/* What was said of it last time, and the key that says it again. */
static void last_add(const struct desk *desk, const struct item *item, int indent,
                     struct rows *rows) {
    const struct subject *subject = &practice_of(desk)->subject;
    const char *verdict = work_last(desk, subject, item, "verdict");
    const char *comment = work_last(desk, subject, item, "comment");
    if (*verdict || *comment) {
        const char *text = arena_printf(
            rows->arena, "%s%s%s",
            work_sign(desk, practice_of(desk)->checklist, verdict_find(verdict), SIGN_WORDS).text,
            *comment ? sign_between(desk->look.ascii) : "", comment);
        rows_add(rows, ROLE_TEXT, indent, text)->label = key_label(COMMAND_AS_LAST, _("Last time"),
                                                                   rows->arena);
    }
}

/* How far in the texts stand: behind the widest of their labels. */
static int labels_width(const struct desk *desk, const struct item *item, struct arena *arena) {
    const bool visited = work_round_before(desk, &practice_of(desk)->subject,
                                           item->question->criterion->checklist);
    int widest = 0;
    for (size_t i = 0; i < WRITTEN_COUNT + (size_t)visited; i++) {
        const char *label = i < WRITTEN_COUNT
                                ? key_label(written[i].command, _(written[i].label), arena)
                                : key_label(COMMAND_AS_LAST, _("Last time"), arena);
        const int width = text_width(label, desk->look.letters) + LABEL_GAP;
        widest = width > widest ? width : widest;
    }
    return widest;
}

void practice_you_rows(const struct desk *desk, struct rows *rows) {
    const struct item *item = practice_item(desk);
    rows->title = _("You");
    if (!item) {
        return;
    }
    state_title(desk, item, rows);
    if (!desk->work.log) {
        rows_add(rows, ROLE_DIM, 0, _("Nothing can be written: there is no folder for reviews."));
        return;
    }
    const bool planned = work_planned(desk, &practice_of(desk)->subject, item);
    const int indent = labels_width(desk, item, rows->arena);
    last_add(desk, item, indent, rows);
    for (size_t i = 0; i < WRITTEN_COUNT; i++) {
        const char *text = text_of(desk, item, written[i].command, rows->arena);
        const bool plan = written[i].command == COMMAND_PLAN;
        if (*text || (plan && planned)) {
            rows_add(rows, ROLE_TEXT, indent, text)->label = key_label(
                written[i].command, _(written[i].label), rows->arena);
        }
        if (plan) {
            plan_rest_add(desk, item, indent, rows);
        }
    }
    unwritten_add(desk, item, planned, rows);
    practice_others_add(desk, item, indent, rows);
}

/* --- where to look further ------------------------------------------------------------------- */

/* "w who does this well: 10 of 10" */
static const char *who_text(const struct desk *desk, const struct item *item,
                            struct arena *arena) {
    const size_t practices = desk->work.catalogue->practice_count;
    const char *text =
        who_spoken(item)
            ? arena_printf(arena, _("who speaks of it: %zu of %zu"), who_speakers(item), practices)
            : arena_printf(arena, _("who does this well: %zu of %zu"), item->met, practices);
    return key_label(COMMAND_WHO, text, arena);
}

/* "w who does this well: 10 of 10 practices     o tools: 4, 2 with a link" */
void practice_more_rows(const struct desk *desk, struct rows *rows) {
    const struct item *item = practice_item(desk);
    size_t linked = 0;
    const size_t tools = practice_tools_linked(desk, &linked);
    rows->title = _("More");
    const char *who = item && !practice_own_place(item->question)
                          ? who_text(desk, item, rows->arena)
                          : "";
    const char *told = tools == 0 ? _("no tools")
                                  : arena_printf(rows->arena, _("tools: %zu, %zu with a link"),
                                                 tools, linked);
    const char *open = key_label(COMMAND_OPEN_LINK, told, rows->arena);
    const char *both = arena_printf(rows->arena, "%s%*s%s", who, *who ? PAIR_GAP : 0, "", open);
    if (!*who || text_width(both, desk->look.letters) <= rows->width) {
        rows_add(rows, ROLE_TEXT, 0, both);
    } else {
        rows_add(rows, ROLE_TEXT, 0, who);
        rows_add(rows, ROLE_TEXT, 0, open);
    }
}
