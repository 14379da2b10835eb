#include "vademecum/find/who.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/screens/screens.h"

enum {
    LIST,  /* the practices */
    DETAIL /* the answer and tools of one of them */
};

struct who_screen {
    struct subject subject;  /* for whom it is asked … */
    const struct item *item; /* … who does this well */
    struct who who;          /* those, in the screen's arena … */
    size_t list;             /* … as of listing.version */
    bool all;                /* whatever the filters say */
};

static const struct panel list = {SCREEN_WHO, LIST};

static const struct who_screen *who_of(const struct desk *desk) {
    return desk_state(desk, SCREEN_WHO);
}

/* What the practice is compared by: country, areas, groups. */
static struct kin reviewed_here(const struct desk *desk, struct arena *arena) {
    const struct subject *subject = &who_of(desk)->subject;
    return subject->practice
               ? who_practice(subject->practice, arena)
               : who_own(desk->work.catalogue, changes_review(desk), subject->id, arena);
}

/* When nobody is listed: which of several filters to lift, and how many would come; "" when none
 * alone would help, or there is only one. */
static const char *filters_advice(const struct desk *desk, struct arena *arena) {
    const struct kin reviewed = reviewed_here(desk, arena);
    const char *text = "";
    size_t used = 0;
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        struct wish wish = desk->listing.wish;
        if (!filter_use(&wish.filters, facet)) {
            continue;
        }
        filter_drop(&wish.filters, facet);
        const struct found found = find_run(desk->listing.find, &wish, arena);
        const struct who_filter filter = find_filter(&found);
        const size_t count =
            who_count(desk->work.catalogue, &reviewed, who_of(desk)->item, &filter).count;
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

static void list_rows(const struct desk *desk, struct rows *rows) {
    rows->title = _("Who does this well");
    const bool filtered = desk->listing.wish.filters.count > 0 && !who_of(desk)->all;
    rows->tail = arena_printf(rows->arena, _("%zu of %zu"), who_of(desk)->who.count,
                              filtered ? who_of(desk)->who.met : who_of(desk)->who.practices);
    if (filtered) {
        const char *words = filter_words(desk->work.catalogue, &desk->listing.wish.filters,
                                         desk->work.lang, sign_between(desk->look.ascii),
                                         rows->arena);
        rows_add(rows, ROLE_TEXT, 0,
                 arena_printf(rows->arena, _("Only %s. F shows all %zu that meet it."), words,
                              who_of(desk)->who.met));
    }
    for (size_t i = 0; i < who_of(desk)->who.count; i++) {
        const struct practice *practice = who_of(desk)->who.entries[i].practice;
        struct row *row = rows_add_entry(
            rows, i, rows_cell(desk, SCHEMA_PRACTICES, &practice->record, PRACTICE_TITLE));
        row->tail = record_cell(&practice->record, PRACTICE_COUNTRY);
        row->tail_width = 4;
        if (who_of(desk)->who.entries[i].tool) {
            rows_add_under(rows, ROLE_TEXT, i, _("has a tool for it"));
        }
    }
    if (who_of(desk)->who.count == 0 && filtered && who_of(desk)->who.met > 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 _("None of those that pass the filter is shown to meet this item."));
        const char *advice = filters_advice(desk, rows->arena);
        if (*advice) {
            rows_add(rows, ROLE_TEXT, ROWS_INDENT, advice);
        }
    } else if (who_of(desk)->who.count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 _("No other practice of the catalogue is shown to meet this item."));
    }
}

static void detail_rows(const struct desk *desk, struct rows *rows) {
    const size_t focus = window_of(desk, list)->focus;
    rows->title = _("How");
    rows_add(rows, ROLE_HEADING, 0,
             rows_cell(desk, SCHEMA_ITEMS, &who_of(desk)->item->record, ITEM_TEXT));
    if (focus >= who_of(desk)->who.count) {
        return;
    }
    const struct practice *practice = who_of(desk)->who.entries[focus].practice;
    const struct question *question = who_of(desk)->item->question;
    const struct answer *answer = catalogue_answer(practice, question);
    rows_add(rows, ROLE_TEXT, 0,
             answer ? rows_cell(desk, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT)
                    : _("The source does not answer this question."));
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Inspiring tools"));
    const struct tool *tool = catalogue_tool(practice, question);
    if (!tool) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("none"));
    }
    for (; tool && tool->question == question; tool = tool->next) {
        const char *file = record_cell(&tool->record, TOOL_FILE);
        const char *url = work_tool_link(desk, tool);
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 rows_cell(desk, SCHEMA_TOOLS, &tool->record, TOOL_TITLE));
        rows_add(rows, ROLE_LINK, ROWS_INDENT, *file ? file : *url ? url : _("no link recorded"));
    }
}

static size_t count(const struct desk *desk) {
    return who_of(desk)->who.count;
}

static struct who_screen *own_state(struct desk *desk) {
    return desk_state(desk, SCREEN_WHO);
}

static void list_make(struct desk *desk) {
    struct who_screen *screen = own_state(desk);
    struct arena *arena = desk_arena(desk, SCREEN_WHO);
    const bool filtered = desk->listing.wish.filters.count > 0 && !screen->all;
    const struct who_filter filter = find_filter(&desk->listing.found);
    arena_empty(arena);
    const struct kin kin = reviewed_here(desk, arena);
    screen->who = who_list(desk->work.catalogue, &kin, screen->item, filtered ? &filter : NULL,
                           find_title_places(desk->listing.find), arena);
    screen->list = desk->listing.version;
    window_focus(desk, list, 0);
}

static bool enter(struct desk *desk, const struct place *place) {
    struct who_screen *screen = own_state(desk);
    screen->subject = *place->practice;
    screen->item = place->item;
    screen->all = false;
    list_make(desk);
    return true;
}

static bool refresh(struct desk *desk) {
    struct who_screen *screen = own_state(desk);
    if (!listing_renew(desk, &screen->subject)) {
        return false;
    }
    if (screen->list != desk->listing.version) {
        list_make(desk);
    }
    return true;
}

/* Beside an own practice it becomes the model; else the review goes there, to the same question. */
static void practice_go(struct desk *desk, size_t entry) {
    (void)entry;
    const struct who_screen *screen = who_of(desk);
    const size_t focus = window_of(desk, list)->focus;
    if (focus >= screen->who.count) {
        return;
    }
    const char *id = record_cell(&screen->who.entries[focus].practice->record, PRACTICE_ID);
    struct place to = {
        .practice = &screen->subject, .question = screen->item->question, .item = screen->item};
    if (screen->subject.practice) {
        to.practice = listing_find(desk, id);
    } else {
        changes_put(desk, screen->subject.id, "", "model", id);
    }
    desk_close_to(desk, SCREEN_PRACTICE);
    desk_go(desk, SCREEN_PRACTICE, &to);
}

static void all(struct desk *desk) {
    struct who_screen *screen = own_state(desk);
    screen->all = !screen->all;
    list_make(desk);
}

static const struct action actions[] = {
    {COMMAND_FILTER, .act_by = act_go, .by = SCREEN_FILTER},
    {COMMAND_ALL, .act = all},
    {.command = COMMAND_NONE},
};

const struct screen who_screen = {
    .title = N_("Who does this well"),
    .state = sizeof(struct who_screen),
    .panels = {{.name = N_("Practices"),
                .resets = 1u << DETAIL,
                .entries = count,
                .rows = list_rows,
                .open = practice_go},
               {.name = N_("How"), .column = 1, .rows = detail_rows, .open = practice_go}},
    .hints = {COMMAND_OPEN, COMMAND_BACK, COMMAND_FILTER, COMMAND_ALL, COMMAND_NEXT_STOP,
              COMMAND_HELP},
    .actions = actions,
    .enter = enter,
    .refresh = refresh,
};
