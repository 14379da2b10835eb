#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/report/past.h"
#include "vademecum/screens/item_plan.h"
#include "vademecum/screens/screens.h"

#include <stdlib.h>
#include <string.h>

enum {
    SIGNS_WIDTH = 8 /* columns of the marks of both rounds */
};

/* What has become of an item, in the order in which it is told. */
enum turn {
    TURN_WORSE,
    TURN_OTHER, /* to or from what is neither better nor worse */
    TURN_NEW,   /* answered for the first time */
    TURN_BETTER,
    TURN_COUNT
};

/* An item whose mark is another one than last time. */
struct turned {
    const struct item *item;
    enum verdict last;
    enum verdict now;
    enum turn turn;
};

struct since {
    struct subject subject;
    const struct checklist *checklist;
    struct turned *items; /* worst first; in the screen's arena */
    size_t count;
    size_t counts[TURN_COUNT];
    size_t open;    /* items of last time without a mark so far */
    size_t planned; /* items for which something is planned … */
    size_t done;    /* … and how many of them are done */
};

static const struct panel panel = {SCREEN_SINCE, 0};

static struct since *since_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

/* --- what has changed ------------------------------------------------------------------------ */

/* How good a mark is; 0 for one that says nothing of it. */
static int worth(enum verdict verdict) {
    static const int worths[VERDICT_COUNT] = {
        [VERDICT_NOT_MET] = 1, [VERDICT_PARTLY] = 2, [VERDICT_MET] = 3};
    return worths[verdict];
}

static enum turn turn_of(enum verdict last, enum verdict now) {
    const int before = worth(last);
    const int after = worth(now);
    return last == VERDICT_NONE        ? TURN_NEW
           : before == 0 || after == 0 ? TURN_OTHER
           : after < before            ? TURN_WORSE
                                       : TURN_BETTER;
}

/* The worst first: by what has become of it, then how far it fell or rose, then as listed. */
static int by_turn(const void *one, const void *other) {
    const struct turned *first = one;
    const struct turned *second = other;
    const int first_rise = worth(first->now) - worth(first->last);
    const int second_rise = worth(second->now) - worth(second->last);
    if (first->turn != second->turn) {
        return first->turn < second->turn ? -1 : 1;
    }
    if (first_rise != second_rise) {
        return first_rise < second_rise ? -1 : 1;
    }
    return first->item < second->item ? -1 : 1;
}

static void item_take(const struct desk *desk, struct since *since, const struct item *item) {
    const struct subject *subject = &since->subject;
    const enum verdict last = verdict_find(work_last(desk, subject, item, "verdict"));
    const enum verdict now = work_verdict(desk, subject, item);
    const bool planned = work_planned(desk, subject, item);
    since->planned += planned;
    since->done += planned &&
                   strcmp(item_plan_value(desk, subject, item, "plan.status"), "done") == 0;
    if (now == VERDICT_NONE) {
        since->open += last != VERDICT_NONE;
    } else if (now != last) {
        const enum turn turn = turn_of(last, now);
        since->items[since->count++] = (struct turned){item, last, now, turn};
        since->counts[turn]++;
    }
}

static void items_take(struct desk *desk) {
    struct since *since = since_of(desk);
    struct arena *arena = desk_arena(desk, panel.screen);
    const size_t count = since->checklist->item_count;
    arena_empty(arena);
    *since = (struct since){.subject = since->subject,
                            .checklist = since->checklist,
                            .items = arena_array(arena, count + 1, sizeof *since->items)};
    for (size_t i = 0; i < count; i++) {
        item_take(desk, since, &since->checklist->items[i]);
    }
    if (since->count > 0) {
        qsort(since->items, since->count, sizeof *since->items, by_turn);
    }
}

/* --- what is shown --------------------------------------------------------------------------- */

/* "3 better, 1 worse, 2 new; 2 of 5 planned steps done" */
static const char *sum_text(const struct since *since, struct arena *arena) {
    const size_t *counts = since->counts;
    const char *text = arena_printf(arena, _("%zu better, %zu worse, %zu new"), counts[TURN_BETTER],
                                    counts[TURN_WORSE], counts[TURN_NEW]);
    if (counts[TURN_OTHER] > 0) {
        text = arena_printf(arena, _("%s, %zu otherwise"), text, counts[TURN_OTHER]);
    }
    return since->planned == 0
               ? text
               : arena_printf(arena,
                              ngettext("%s; %zu of %zu planned step done",
                                       "%s; %zu of %zu planned steps done", since->planned),
                              text, since->done, since->planned);
}

/* What was written of it, in one line: "Asked twice." */
static const char *comment_of(const char *text, struct arena *arena) {
    return arena_copy(arena, text, strcspn(text, "\n"));
}

/* The marks of both rounds in words, each with its comment. */
static void words_add(const struct desk *desk, const struct turned *turned, size_t entry,
                      struct rows *rows) {
    const struct subject *subject = &since_of(desk)->subject;
    const char *id = record_cell(&turned->item->record, ITEM_ID);
    const struct {
        const char *label;
        enum verdict verdict;
        const char *comment;
    } rounds[] = {
        {_("last:"), turned->last, work_last(desk, subject, turned->item, "comment")},
        {_("now:"), turned->now, work_value(desk, subject->id, id, "comment")},
    };
    for (size_t i = 0; i < sizeof rounds / sizeof *rounds; i++) {
        const char *comment = comment_of(rounds[i].comment, rows->arena);
        const char *text = arena_printf(
            rows->arena, "%s %s%s%s", rounds[i].label,
            work_sign(desk, catalogue_checklist_of(turned->item), rounds[i].verdict, SIGN_WORDS)
                .text,
            *comment ? sign_between(desk->look.ascii) : "", comment);
        if (rounds[i].verdict != VERDICT_NONE) {
            rows_add_under(rows, ROLE_TEXT, entry, text)->indent = 2 * ROWS_INDENT;
        }
    }
}

static void turned_add(const struct desk *desk, size_t entry, struct rows *rows) {
    const struct turned *turned = &since_of(desk)->items[entry];
    const enum sign_form form = desk->look.signs;
    struct row *row = rows_add_entry(
        rows, entry, rows_cell(desk, SCHEMA_ITEMS, &turned->item->record, ITEM_TEXT));
    if (form != SIGN_WORDS) {
        row->tail = arena_printf(rows->arena, "%s    %s ", sign_of_verdict(turned->last, form),
                                 sign_of_verdict(turned->now, form));
        row->tail_width = SIGNS_WIDTH;
        row->signs = SIGNS_BESIDE;
    }
    words_add(desk, turned, entry, rows);
}

/* "Last time (May): 2 answers came in after it was closed." */
static void late_add(const struct desk *desk, struct rows *rows) {
    const struct since *since = since_of(desk);
    const struct event *before = work_round_before(desk, &since->subject, since->checklist);
    const struct report report = work_report(desk, rows->arena);
    const char *late = past_late(&report, before);
    if (*late) {
        rows_add(rows, ROLE_TEXT, 0,
                 arena_printf(rows->arena, "%s: %s.", work_last_title(before, rows->arena), late));
    }
}

static void since_rows(const struct desk *desk, struct rows *rows) {
    static const char *const heads[TURN_COUNT] = {
        [TURN_WORSE] = N_("Worse"),
        [TURN_OTHER] = N_("Otherwise"),
        [TURN_NEW] = N_("New"),
        [TURN_BETTER] = N_("Better"),
    };
    const struct since *since = since_of(desk);
    rows->title = arena_printf(rows->arena, _("Since last time: %s"), since->subject.title);
    rows->tail = desk->look.signs == SIGN_WORDS ? "" : _("last you");
    rows_add(rows, ROLE_TEXT, 0, sum_text(since, rows->arena));
    late_add(desk, rows);
    for (size_t i = 0; i < since->count; i++) {
        if (i == 0 || since->items[i].turn != since->items[i - 1].turn) {
            rows_add_gap(rows);
            rows_add(rows, ROLE_HEADING, 0, _(heads[since->items[i].turn]));
        }
        turned_add(desk, i, rows);
    }
    if (since->open > 0) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, 0,
                 arena_printf(rows->arena,
                              ngettext("%zu item of last time has no mark yet; . goes there in "
                                       "the practice.",
                                       "%zu items of last time have no mark yet; . goes there in "
                                       "the practice.",
                                       since->open),
                              since->open));
    }
}

/* --- what is done ---------------------------------------------------------------------------- */

static size_t count(const struct desk *desk) {
    return since_of(desk)->count;
}

static bool enter(struct desk *desk, const struct place *place) {
    struct since *since = since_of(desk);
    const struct checklist *checklist = work_checklist(desk, place->practice);
    if (!work_round_before(desk, place->practice, checklist)) {
        notice_say(desk, _("There is no last time yet. r calls this review final; the next mark "
                           "begins a new round."));
        return false;
    }
    since->subject = *place->practice;
    since->checklist = checklist;
    items_take(desk);
    return true;
}

/* Its checklist may be another one, or the round may have been taken back. */
static bool refresh(struct desk *desk) {
    struct since *since = since_of(desk);
    if (!listing_renew(desk, &since->subject)) {
        return false;
    }
    items_take(desk);
    return true;
}

static struct place place(const struct desk *desk) {
    const struct since *since = since_of(desk);
    const size_t focus = window_of(desk, panel)->focus;
    const struct item *item = focus < since->count ? since->items[focus].item : NULL;
    return (struct place){
        .practice = &since->subject,
        .question = item ? item->question : NULL,
        .item = item,
        .marked = item != NULL,
    };
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("go to the item")},
    {.command = COMMAND_PLAN},
    {COMMAND_WHO, .word = N_("who does it well")},
    {.command = COMMAND_REPORT},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen since_screen = {
    .title = N_("Since last time"),
    .command = COMMAND_SINCE,
    .raised = true,
    .state = sizeof(struct since),
    .panels = {{.name = "", .entries = count, .rows = since_rows, .open = act_visit}},
    .verbs = verbs,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .refuses = act_refuse_marks,
};
