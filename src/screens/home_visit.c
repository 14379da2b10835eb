#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/screens/home.h"
#include "vademecum/screens/item_plan.h"

#include <string.h>

enum {
    NAMED_MAX = 3 /* items of a kind that are named, not only counted */
};

/* What was said of an item when it was looked at last: in the round that is closed. */
static const char *value_last(const struct desk *desk, const struct subject *subject,
                              const struct item *item, const char *field) {
    const struct checklist *checklist = item->question->criterion->checklist;
    return changes_final(desk, subject->id, checklist)
               ? work_value(desk, subject->id, record_cell(&item->record, ITEM_ID), field)
               : work_last(desk, subject, item, field);
}

/* Whether it was marked so last time, and not yet in a round that goes on. */
static bool marked_last(const struct desk *desk, const struct subject *subject,
                        const struct item *item, enum verdict verdict) {
    const struct checklist *checklist = item->question->criterion->checklist;
    const bool again = !changes_final(desk, subject->id, checklist) &&
                       work_verdict(desk, subject, item) != VERDICT_NONE;
    return !again && verdict_find(value_last(desk, subject, item, "verdict")) == verdict;
}

static bool is_due(const struct desk *desk, const struct subject *subject,
                   const struct item *item) {
    return *item_plan_value(desk, subject, item, "plan.due") &&
           !plan_ended(item_plan_value(desk, subject, item, "plan.status"));
}

static bool was_not_known(const struct desk *desk, const struct subject *subject,
                          const struct item *item) {
    return marked_last(desk, subject, item, VERDICT_UNKNOWN);
}

static bool was_met_by_word(const struct desk *desk, const struct subject *subject,
                            const struct item *item) {
    return marked_last(desk, subject, item, VERDICT_MET) &&
           !*value_last(desk, subject, item, "evidence");
}

/* What a visit is to look at, the most urgent first. */
static const struct asked {
    const char *label; /* N_() */
    bool (*listed)(const struct desk *desk, const struct subject *subject, const struct item *item);
    bool planned; /* what is planned for the item is told, not the item */
} asked[] = {
    {N_("Planned, with a date"), is_due, true},
    {N_("Not known last time"), was_not_known, false},
    {N_("Met by word alone, without evidence"), was_met_by_word, false},
};

static const char *item_words(const struct desk *desk, const struct subject *subject,
                              const struct item *item, bool planned, struct arena *arena) {
    const char *text = rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_TEXT);
    if (!planned) {
        return text;
    }
    const char *action = item_plan_value(desk, subject, item, "plan.action");
    return arena_printf(arena, "%s%s%s", *action ? action : text,
                        sign_between(desk->look.ascii),
                        item_plan_when(desk, subject, item, arena));
}

static void asked_add(const struct desk *desk, const struct subject *subject,
                      const struct asked *kind, struct rows *rows) {
    const struct checklist *checklist = work_checklist(desk, subject);
    size_t count = 0;
    for (size_t i = 0; i < checklist->item_count; i++) {
        const struct item *item = &checklist->items[i];
        if (!kind->listed(desk, subject, item)) {
            continue;
        }
        if (count == 0) {
            rows_add(rows, ROLE_TEXT, 0, _(kind->label));
        }
        if (count++ < NAMED_MAX) {
            rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                     item_words(desk, subject, item, kind->planned, rows->arena));
        }
    }
    if (count > NAMED_MAX) {
        rows_add(rows, ROLE_DIM, ROWS_INDENT,
                 arena_printf(rows->arena, ngettext("and %zu more", "and %zu more",
                                                    count - NAMED_MAX),
                              count - NAMED_MAX));
    }
}

void home_visit_rows(const struct desk *desk, const struct subject *subject, struct rows *rows) {
    const struct checklist *checklist = work_checklist(desk, subject);
    const bool visited = checklist && (changes_final(desk, subject->id, checklist) ||
                                       work_round_before(desk, subject, checklist));
    if (!visited) {
        return;
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("For the next visit"));
    const size_t told = rows->count;
    for (size_t i = 0; i < COUNT(asked); i++) {
        asked_add(desk, subject, &asked[i], rows);
    }
    if (rows->count == told) {
        rows_add(rows, ROLE_TEXT, 0, _("Nothing is left open from last time."));
    }
}
