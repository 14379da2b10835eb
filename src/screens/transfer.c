#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/report/shown.h"
#include "vademecum/report/title.h"
#include "vademecum/screens/screens.h"

#include <string.h>

/* Own practices that the steps can go to. */
struct transfer {
    struct subject from; /* the practice that was looked at for this */
    const char **owns;   /* ids, in the screen's arena */
    size_t count;
};

static const struct panel panel = {SCREEN_TRANSFER, 0};

static struct transfer *transfer_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

/* What is to be done about an item where the practice is done again; "" for nothing. */
static const char *step_of(const struct desk *desk, const struct item *item, struct arena *arena) {
    const enum verdict verdict = work_verdict(desk, &transfer_of(desk)->from, item);
    if (verdict == VERDICT_UNKNOWN) {
        const char *ask = rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_ASK);
        return arena_printf(arena, _("Find out: %s"), ask);
    }
    const char *text = rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_TEXT);
    return verdict == VERDICT_NOT_MET ? arena_printf(arena, _("Do it without this: %s"), text) : "";
}

static size_t steps_count(const struct desk *desk, const struct checklist *checklist) {
    struct arena scratch;
    size_t steps = 0;
    arena_init(&scratch, desk->arena->end);
    for (size_t i = 0; i < checklist->item_count; i++) {
        steps += *step_of(desk, &checklist->items[i], &scratch) != '\0';
    }
    arena_free(&scratch);
    return steps;
}

/* Plans the steps for an own practice; what is planned there already stays. */
static void steps_take(struct desk *desk, const char *own) {
    const struct checklist *checklist = work_checklist(desk, &transfer_of(desk)->from);
    const size_t before = desk->changes.count;
    struct arena scratch;
    size_t taken = 0;
    arena_init(&scratch, desk->arena->end);
    for (size_t i = 0; i < checklist->item_count; i++) {
        const struct item *item = &checklist->items[i];
        const char *id = record_cell(&item->record, ITEM_ID);
        const char *step = step_of(desk, item, &scratch);
        if (*step && !*work_value(desk, own, id, "plan.action")) {
            taken += changes_put(desk, own, id, "plan.action", step);
        }
    }
    changes_join(desk, before);
    const struct report report = work_report(desk, &scratch);
    notice_say(
        desk,
        ngettext("%zu step is now planned for %s. There, r chooses this checklist, P shows the "
                 "plan.",
                 "%zu steps are now planned for %s. There, r chooses this checklist, P shows "
                 "the plan.",
                 taken),
        taken, title_of(&report, own));
    arena_free(&scratch);
}

static void owns_find(struct desk *desk, struct transfer *transfer) {
    struct arena *arena = desk_arena(desk, panel.screen);
    const struct review *review = changes_review(desk);
    size_t all;
    arena_empty(arena);
    transfer->owns = review_own(review, arena, &all);
    transfer->count = 0;
    for (size_t i = 0; i < all; i++) {
        const char *id = transfer->owns[i];
        if (!*work_value(desk, id, "", "off")) {
            transfer->owns[transfer->count++] = id;
        }
    }
}

/* Why there is nothing to take from here; NULL when there is. */
static const char *lacks(const struct desk *desk) {
    const struct transfer *transfer = transfer_of(desk);
    const struct checklist *checklist = work_checklist(desk, &transfer->from);
    if (!transfer->from.practice || !checklist || !shown_transfers(checklist)) {
        return _("Only for a practice of the catalogue that you mark with \"Would it work here?\"; "
                 "r chooses that checklist.");
    }
    if (steps_count(desk, checklist) == 0) {
        return _("Nothing to take over: no item is marked as not here or not known.");
    }
    return transfer->count == 0 ? _("Add a practice of your own first: a.") : NULL;
}

/* With one own practice there is nothing to ask. */
static bool enter(struct desk *desk, const struct place *place) {
    struct transfer *transfer = transfer_of(desk);
    transfer->from = *place->practice;
    owns_find(desk, transfer);
    const char *why = lacks(desk);
    if (why) {
        notice_say(desk, "%s", why);
    } else if (transfer->count == 1) {
        steps_take(desk, transfer->owns[0]);
    }
    return !why && transfer->count > 1;
}

static bool refresh(struct desk *desk) {
    struct transfer *transfer = transfer_of(desk);
    return listing_renew(desk, &transfer->from);
}

static size_t count(const struct desk *desk) {
    return transfer_of(desk)->count;
}

static void transfer_rows(const struct desk *desk, struct rows *rows) {
    const struct transfer *transfer = transfer_of(desk);
    const struct report report = work_report(desk, rows->arena);
    rows->title = _("Into the plan of which practice?");
    for (size_t i = 0; i < transfer->count; i++) {
        rows_add_entry(rows, i, title_of(&report, transfer->owns[i]));
    }
}

static void choose(struct desk *desk, size_t entry) {
    const char *own = transfer_of(desk)->owns[entry];
    desk_close(desk);
    steps_take(desk, own);
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("choose")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_NONE},
};

const struct screen transfer_screen = {
    .title = N_("Take over"),
    .command = COMMAND_TRANSFER,
    .shape = SHAPE_BOX,
    .state = sizeof(struct transfer),
    .panels = {{.name = "", .entries = count, .rows = transfer_rows, .open = choose}},
    .verbs = verbs,
    .enter = enter,
    .refresh = refresh,
};
