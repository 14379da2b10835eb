#include "vademecum/base/words.h"
#include "vademecum/desk/entries.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/planning.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"
#include "vademecum/desk/writing.h"

#include <string.h>

static bool item_listed(const struct session *session, const struct item *item);
static bool item_planned(const struct session *session, const struct item *item);
static const struct item *item_here(const struct session *session);
static struct kin reviewed_here(const struct session *session, struct arena *arena);

const char *const planning_fields[PLANNING_FIELDS] = {
    "plan.goal", "plan.action",    "plan.tool",   "plan.owner",
    "plan.due",  "plan.indicator", "plan.status", "plan.result",
};

void helping_who(struct session *session) {
    session->who_item = item_here(session);
    session->who_all = false;
    helping_who_again(session);
    screens_show(session, SCREEN_WHO, PANEL_WHO);
    scroll_focus(session, PANEL_WHO, 0);
}

void helping_who_again(struct session *session) {
    const bool filtered = session->wish.filters.count > 0 && !session->who_all;
    const struct who_filter filter = find_filter(&session->found);
    arena_empty(&session->finding);
    const struct kin reviewed = reviewed_here(session, &session->finding);
    session->who = who_list(session->catalogue, &reviewed, session->who_item,
                            filtered ? &filter : NULL, find_title_places(session->find),
                            &session->finding);
    session->who_list = session->listed;
    scroll_focus(session, PANEL_WHO, 0);
}

const char *session_who_advice(const struct session *session, struct arena *arena) {
    const struct kin reviewed = reviewed_here(session, arena);
    const char *text = "";
    size_t used = 0;
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        struct wish wish = session->wish;
        if (!filters_use(&wish.filters, facet)) {
            continue;
        }
        filters_drop(&wish.filters, facet);
        const struct found found = find_run(session->find, &wish, arena);
        const struct who_filter filter = find_filter(&found);
        const size_t count =
            who_count(session->catalogue, &reviewed, session->who_item, &filter).count;
        used++;
        if (count > 0) {
            text = arena_printf(arena,
                                *text ? ngettext("%s; without the filter %s %zu",
                                                 "%s; without the filter %s %zu", count)
                                      : ngettext("%sWithout the filter %s there is %zu",
                                                 "%sWithout the filter %s there are %zu", count),
                                text, filter_label(facet), count);
        }
    }
    return used > 1 && *text ? arena_printf(arena, "%s.", text) : "";
}

/* Beside an own practice it becomes the model; else the review goes there, to the same question. */
void helping_go(struct session *session) {
    const size_t focus = session->panels[PANEL_WHO].focus;
    if (focus >= session->who.count) {
        return;
    }
    const char *id = record_cell(&session->who.entries[focus].practice->record, PRACTICE_ID);
    /* Down to the practice, also from the plan. */
    while (session_screen(session) != SCREEN_PRACTICE && session_screen(session) != SCREEN_HOME) {
        screens_close(session);
    }
    if (session->subject->practice) {
        screens_practice(session, session_subject(session, id));
    } else {
        writing_put(session, session->subject->id, "", "model", id);
        screens_again(session);
    }
    if (session->checklist == session->who_item->question->criterion->checklist) {
        reviewing_item(session, session->who_item);
    }
}

void helping_plan(struct session *session) {
    const struct item *item = item_here(session);
    const enum verdict verdict = session_verdict(session, session->subject, item);
    if (verdict != VERDICT_NOT_MET && verdict != VERDICT_PARTLY && !item_planned(session, item)) {
        session_say(session,
                    _("A plan is for items that are not met or partly met; mark it first."));
        return;
    }
    planning_form(session, item);
}

void helping_plans(struct session *session) {
    screens_show(session, SCREEN_PLAN, PANEL_PLAN);
}

/* From the plan to the item in the checklist. */
void helping_item(struct session *session) {
    const struct item *item = session_plan_item(session, session->panels[PANEL_PLAN].focus);
    if (!item) {
        return;
    }
    screens_close(session);
    reviewing_item(session, item);
}

const struct item *session_plan_item(const struct session *session, size_t entry) {
    const struct checklist *checklist = session->checklist;
    size_t left = entry;
    for (size_t i = 0; checklist && i < checklist->item_count; i++) {
        const struct item *item = &checklist->items[i];
        if (item_listed(session, item) && left-- == 0) {
            return item;
        }
    }
    return NULL;
}

size_t session_plan_elsewhere(const struct session *session) {
    size_t count = 0;
    for (size_t i = 0; i < session->catalogue->checklist_count; i++) {
        const struct checklist *checklist = &session->catalogue->checklists[i];
        for (size_t j = 0; checklist != session->checklist && j < checklist->item_count; j++) {
            count += item_listed(session, &checklist->items[j]);
        }
    }
    return count;
}

bool session_jotted(const struct session *session, const struct item *item, enum jotting jotting) {
    const char *id = record_cell(&item->record, ITEM_ID);
    return jotting == JOTTING_PLANNED
               ? item_planned(session, item)
               : *session_value(session, session->subject, id, "comment") ||
                     *session_value(session, session->subject, id, "evidence");
}

/* Whether the item stands in the plan: not met, partly met, or something is planned for it. */
static bool item_listed(const struct session *session, const struct item *item) {
    const enum verdict verdict = session_verdict(session, session->subject, item);
    return verdict == VERDICT_NOT_MET || verdict == VERDICT_PARTLY || item_planned(session, item);
}

static bool item_planned(const struct session *session, const struct item *item) {
    const char *id = record_cell(&item->record, ITEM_ID);
    for (size_t i = 0; i < PLANNING_FIELDS; i++) {
        if (*session_value(session, session->subject, id, planning_fields[i])) {
            return true;
        }
    }
    return false;
}

/* The item in focus, in Checklist or in Plan. */
static const struct item *item_here(const struct session *session) {
    return entries_screen(session) == SCREEN_PLAN
               ? session_plan_item(session, session->panels[PANEL_PLAN].focus)
               : session_item(session);
}

/* The practice on the screen, as far as likeness to it goes. */
static struct kin reviewed_here(const struct session *session, struct arena *arena) {
    const struct subject *subject = session->subject;
    return subject->practice
               ? who_practice(subject->practice, arena)
               : who_own(session->catalogue, session_review(session), subject->id, arena);
}
