#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/screens/screens.h"

enum {
    FACETS, /* what there is to filter by */
    VALUES  /* of one of them, with counts */
};

enum {
    COUNT_WIDTH = 8,
    BOX_WIDTH = 4 /* "[x] " */
};

struct filter_screen {
    struct facet_counts counts; /* the values in Values, in the screen's arena … */
    enum facet facet;           /* … of this facet … */
    size_t list;                /* … as of listing.version; 0: not counted yet */
};

static const struct panel facets = {SCREEN_FILTER, FACETS};
static const struct panel values = {SCREEN_FILTER, VALUES};

static struct filter_screen *filter_of(const struct desk *desk) {
    return desk_state(desk, facets.screen);
}

/* --- what is shown --------------------------------------------------------------------------- */

/* The values of the facet that are chosen, in words. */
static const char *facet_chosen(const struct desk *desk, enum facet facet, struct arena *arena) {
    const struct filters *filters = &desk->listing.wish.filters;
    const char *words = "";
    for (size_t i = 0; i < filters->count; i++) {
        if (filters->chosen[i].facet == facet) {
            words = arena_printf(arena, "%s%s%s", words, *words ? ", " : "",
                                 filter_value_label(desk->work.catalogue, facet,
                                                    filters->chosen[i].value, desk->work.lang,
                                                    arena));
        }
    }
    return words;
}

static void facets_rows(const struct desk *desk, struct rows *rows) {
    rows->title = _("Filter by");
    rows->tail = arena_printf(rows->arena, _("%zu of %zu"), desk->listing.count,
                              desk->listing.found.of);
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        rows_add_entry(rows, facet, filter_label(facet));
        const char *chosen = facet_chosen(desk, facet, rows->arena);
        if (*chosen) {
            rows_add_under(rows, ROLE_TEXT, facet, chosen);
        }
    }
}

static void values_rows(const struct desk *desk, struct rows *rows) {
    const struct facet_counts *counts = &filter_of(desk)->counts;
    rows->title = arena_printf(rows->arena, _("%s (J K: other filters)"),
                               filter_label(filter_of(desk)->facet));
    rows->tail = _("practices");
    const int both = text_width(rows->title, desk->look.letters) +
                     text_width(rows->tail, desk->look.letters);
    if (both >= rows->width) {
        rows->title = filter_label(filter_of(desk)->facet);
    }
    for (size_t i = 0; i < counts->count; i++) {
        const struct facet_count *value = &counts->values[i];
        const char *label = filter_value_label(desk->work.catalogue, filter_of(desk)->facet,
                                               value->value, desk->work.lang, rows->arena);
        struct row *row = rows_add_entry(
            rows, i, arena_printf(rows->arena, "%s %s", value->chosen ? "[x]" : "[ ]", label));
        row->hang = BOX_WIDTH;
        row->tail = arena_printf(rows->arena, "%zu", value->count);
        row->tail_width = COUNT_WIDTH;
    }
    if (counts->count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("No practice states anything of this."));
    } else if (counts->unstated > 0) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 arena_printf(rows->arena,
                              ngettext("%zu practice does not state it.",
                                       "%zu practices do not state it.", counts->unstated),
                              counts->unstated));
    }
}

/* --- what is done ---------------------------------------------------------------------------- */

static size_t facets_count(const struct desk *desk) {
    (void)desk;
    return FACET_COUNT;
}

static size_t values_count(const struct desk *desk) {
    return filter_of(desk)->counts.count;
}

static bool refresh(struct desk *desk) {
    struct filter_screen *filter = filter_of(desk);
    const enum facet facet = (enum facet)window_of(desk, facets)->focus;
    if (facet == filter->facet && filter->list == desk->listing.version) {
        return true;
    }
    if (facet != filter->facet) {
        window_first(desk, values);
    }
    struct arena *arena = desk_arena(desk, facets.screen);
    arena_empty(arena);
    filter->counts = find_counts(desk->listing.find, &desk->listing.wish, facet, arena);
    filter->facet = facet;
    filter->list = desk->listing.version;
    return true;
}

static bool enter(struct desk *desk, const struct place *place) {
    (void)place;
    return refresh(desk);
}

static void values_go(struct desk *desk, size_t entry) {
    (void)entry;
    window_first(desk, values);
    desk_focus(desk, VALUES);
}

static void value_toggle(struct desk *desk, size_t entry) {
    const struct filter_screen *filter = filter_of(desk);
    if (entry >= filter->counts.count) {
        return;
    }
    const struct facet_count *value = &filter->counts.values[entry];
    if (!listing_filter(desk, filter->facet, value->value, !value->chosen)) {
        notice_say(desk, _("No more than %d values can be chosen."), FILTERS_MAX);
    }
}

static void facet_step(struct desk *desk, int step) {
    const size_t facet = window_of(desk, facets)->focus;
    window_focus(desk, facets, (facet + FACET_COUNT + (size_t)(step + FACET_COUNT)) % FACET_COUNT);
}

static const struct action actions[] = {
    {COMMAND_NEXT_PRACTICE, .act_by = facet_step, .by = +1},
    {COMMAND_PREVIOUS_PRACTICE, .act_by = facet_step, .by = -1},
    {.command = COMMAND_NONE},
};

static const struct verb facet_verbs[] = {
    {COMMAND_OPEN, .word = N_("its values")},
    {.command = COMMAND_NONE},
};

static const struct verb verbs[] = {
    {COMMAND_NONE, .word = N_("tick"), .key = ' '},
    {COMMAND_NEXT_PRACTICE, .word = N_("other filters"), .pair = COMMAND_PREVIOUS_PRACTICE},
    {.command = COMMAND_ALL},
    {.command = COMMAND_BACK},
    {.command = COMMAND_NEXT_STOP},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen filter_screen = {
    .title = N_("Filter"),
    .narrowed = true,
    .boxes = true,
    .first = VALUES,
    .state = sizeof(struct filter_screen),
    .panels = {{.name = N_("Filter by"),
                .entries = facets_count,
                .rows = facets_rows,
                .open = values_go,
                .verbs = facet_verbs},
               {.name = N_("Values"),
                .column = 1,
                .entries = values_count,
                .rows = values_rows,
                .open = value_toggle}},
    .verbs = verbs,
    .actions = actions,
    .refuses = act_refuse_undo,
    .enter = enter,
    .refresh = refresh,
};
