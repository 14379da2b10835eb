#include "vademecum/report/differ.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/report/wording.h"
#include "vademecum/screens/screens.h"

/* Items on which all agree are counted, not listed. */
struct differ_screen {
    struct subject subject; /* whose reviewers are compared */
    struct differ differ;   /* in the screen's arena */
};

static const struct panel panel = {SCREEN_DIFFER, 0};

static struct differ_screen *screen_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

static size_t count(const struct desk *desk) {
    const struct differ *differ = &screen_of(desk)->differ;
    return differ->reviewer_count > 1 ? differ->count - differ->same : 0;
}

/* The items that are listed: those on which reviewers differ, then those that one has marked. */
static const struct disputed *disputed_at(const struct desk *desk, size_t entry) {
    const struct differ *differ = &screen_of(desk)->differ;
    if (entry >= count(desk)) {
        return NULL;
    }
    return &differ->items[entry < differ->differing ? entry : entry + differ->same];
}

static const struct disputed *disputed_focused(const struct desk *desk) {
    return disputed_at(desk, window_of(desk, panel)->focus);
}

static void compare(struct desk *desk) {
    struct differ_screen *screen = screen_of(desk);
    struct arena *arena = desk_arena(desk, panel.screen);
    arena_empty(arena);
    const struct report report = work_report(desk, arena);
    const struct differ_wish wish = {
        .practice = screen->subject.id,
        .checklist = work_checklist(desk, &screen->subject),
    };
    screen->differ = differ_gather(&report, &wish);
}

/* What has come in since, by git or from another program, is compared too. */
static void catch_up(struct desk *desk) {
    struct fault fault;
    if (desk->work.log && log_reload(desk->work.log, &fault)) {
        listing_load(desk);
        changes_notices(desk);
    }
}

static bool enter(struct desk *desk, const struct place *place) {
    struct differ_screen *screen = screen_of(desk);
    screen->subject = *place->practice;
    catch_up(desk);
    if (!listing_renew(desk, &screen->subject)) {
        return false;
    }
    compare(desk);
    window_reset(desk, panel);
    return true;
}

/* Answers may have changed: the focus stays on its item, where that is still listed. */
static bool refresh(struct desk *desk) {
    struct differ_screen *screen = screen_of(desk);
    const struct disputed *before = disputed_focused(desk);
    const struct item *item = before ? before->item : NULL;
    if (!listing_renew(desk, &screen->subject)) {
        return false;
    }
    compare(desk);
    for (size_t i = 0; i < count(desk); i++) {
        if (disputed_at(desk, i)->item == item) {
            window_stay(desk, panel, i);
        }
    }
    window_settle(desk, panel);
    return true;
}

/* --- what is shown --------------------------------------------------------------------------- */

/* What each reviewer says of the item, the words in full. */
static void opinions_add(const struct desk *desk, const struct disputed *disputed, size_t entry,
                         struct rows *rows) {
    const struct differ *differ = &screen_of(desk)->differ;
    const struct report report = work_report(desk, rows->arena);
    for (size_t i = 0; i < differ->reviewer_count; i++) {
        const char *sign = work_sign(desk, catalogue_checklist_of(disputed->item),
                                     disputed->verdicts[i], desk->look.signs)
                               .text;
        const char *words = differ_opinion(&report, differ->practice, disputed->item,
                                           differ->reviewers[i]);
        const bool signs = desk->look.signs != SIGN_WORDS;
        struct row *row = rows_add_under(rows, ROLE_TEXT, entry,
                                         signs ? arena_printf(rows->arena, "%s %s", sign, words)
                                               : words);
        row->signs = signs ? SIGNS_FIRST : SIGNS_NONE;
        row->hang = ROWS_INDENT;
    }
}

static void alone_add(const struct desk *desk, const struct disputed *disputed, size_t entry,
                      struct rows *rows) {
    const enum verdict verdict = disputed->verdicts[disputed->alone];
    const char *text = rows_cell(desk, SCHEMA_ITEMS, &disputed->item->record, ITEM_TEXT);
    rows_add_entry(
        rows, entry,
        arena_printf(
            rows->arena, "%s %s",
            work_sign(desk, catalogue_checklist_of(disputed->item), verdict, desk->look.signs).text,
            text))
        ->signs = SIGNS_FIRST;
}

/* "Far apart", or whose marks nobody else has a mark beside. */
static const char *heading_of(const struct desk *desk, const struct disputed *disputed,
                              struct arena *arena) {
    const struct report report = work_report(desk, arena);
    const char *who = screen_of(desk)->differ.reviewers[disputed->alone];
    return disputed->apart > 0
               ? differ_degree(disputed->apart)
               : arena_printf(arena, _("Only %s answered"), wording_reviewer_name(&report, who));
}

static bool heads(const struct desk *desk, size_t entry) {
    const struct disputed *here = disputed_at(desk, entry);
    const struct disputed *before = entry > 0 ? disputed_at(desk, entry - 1) : NULL;
    return !before || before->apart != here->apart ||
           (here->apart == 0 && before->alone != here->alone);
}

static void differ_rows(const struct desk *desk, struct rows *rows) {
    const struct differ *differ = &screen_of(desk)->differ;
    const struct report report = work_report(desk, rows->arena);
    rows->title = arena_printf(rows->arena, _("Where reviewers differ: %s"),
                               rows_subject(desk, &screen_of(desk)->subject));
    rows_add(rows, ROLE_TEXT, 0, differ_summary(&report, differ));
    for (size_t i = 0; i < count(desk); i++) {
        const struct disputed *disputed = disputed_at(desk, i);
        const char *text = rows_cell(desk, SCHEMA_ITEMS, &disputed->item->record, ITEM_TEXT);
        if (heads(desk, i)) {
            rows_add_gap(rows);
            rows_add(rows, ROLE_HEADING, 0, heading_of(desk, disputed, rows->arena));
        }
        if (disputed->apart > 0) {
            rows_add_entry(rows, i, text);
            opinions_add(desk, disputed, i, rows);
        } else {
            alone_add(desk, disputed, i, rows);
        }
    }
    if (differ->differing > 0) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_DIM, 0, _("To decide on it together, item by item: :meeting"));
    }
    if (differ->reviewer_count < 2) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_DIM, 0,
                 _("Others are compared when their files lie in the same folder of reviews, or "
                   "when they review here under their own name: vademecum -u NAME."));
    }
}

/* --- what is done ---------------------------------------------------------------------------- */

static struct place place(const struct desk *desk) {
    const struct disputed *disputed = disputed_focused(desk);
    const struct item *item = disputed ? disputed->item : NULL;
    return (struct place){
        .practice = &screen_of(desk)->subject,
        .question = item ? item->question : NULL,
        .item = item,
        .marked = item != NULL,
        .field = item ? "comment" : NULL,
    };
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("go to the item")},
    {.command = COMMAND_COMMENT},
    {COMMAND_WHO, .word = N_("who does it well")},
    {.command = COMMAND_REPORT},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen differ_screen = {
    .title = N_("Where reviewers differ"),
    .command = COMMAND_DIFFER,
    .raised = true,
    .state = sizeof(struct differ_screen),
    .panels = {{.name = "",
                .position = POSITION_ENTRIES,
                .entries = count,
                .rows = differ_rows,
                .open = act_visit}},
    .verbs = verbs,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .refuses = act_refuse_marks,
};
