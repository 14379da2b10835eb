#include "vademecum/screens/figures.h"

#include "vademecum/base/i18n.h"
#include "vademecum/screens/screens.h"

enum {
    BAR_WIDTH = 20,
    BAR_NARROW_WIDTH = 8,
    WIDE_FROM = 70 /* columns from which bars are long */
};

struct bars {
    struct figures counted;      /* in the screen's arena */
    const struct figure **shown; /* those that say anything; the same */
    size_t count;                /* of them */
};

/* The tables of two, which stand above the bars. */
static const struct {
    struct cross_pair pair;
    const char *title;
} tables[] = {
    {{FACET_AREA, FACET_GROUP}, N_("Areas by target groups")},
    {{FACET_AREA, FACET_COUNTRY}, N_("Areas by countries")},
    {{CROSS_REGION, FACET_YEAR}, N_("Regions by years")},
};

enum {
    TABLES = sizeof tables / sizeof *tables
};

static const struct panel panel = {SCREEN_FIGURES, 0};

static struct bars *bars_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

const struct figure *figures_here(const struct desk *desk) {
    const size_t focus = window_of(desk, panel)->focus;
    return focus >= TABLES && focus - TABLES < bars_of(desk)->count
               ? bars_of(desk)->shown[focus - TABLES]
               : NULL;
}

const struct cross_pair *figures_pair_here(const struct desk *desk) {
    const size_t focus = window_of(desk, panel)->focus;
    return focus < TABLES && desk->listing.count > 0 ? &tables[focus].pair : NULL;
}

const char *figures_pair_title(struct cross_pair pair) {
    size_t table = 0;
    while (table + 1 < TABLES &&
           (tables[table].pair.rows != pair.rows || tables[table].pair.columns != pair.columns)) {
        table++;
    }
    return _(tables[table].title);
}

/* The name of a checklist, or of a filter, before its first figure. */
static void heading_add(const struct desk *desk, const struct figure *figure,
                        const struct figure *before, struct rows *rows) {
    const bool listed = figure->checklist && (!before || before->checklist != figure->checklist);
    const bool filter = !figure->checklist && (!before || before->kind != figure->kind);
    if (listed || filter || figure->kind == FIGURE_CRITERION) {
        rows_add_gap(rows);
    }
    if (listed) {
        rows_add(rows, ROLE_HEADING, 0,
                 rows_cell(desk, SCHEMA_CHECKLISTS, &figure->checklist->record, CHECKLIST_TITLE));
        rows_add_gap(rows);
    } else if (filter) {
        rows_add(rows, ROLE_HEADING, 0, figures_title(figure->kind));
    }
}

static const char *numbers_of(const struct figure *figure, struct arena *arena) {
    return arena_printf(arena, "%zu/%zu", figure->count, figure->of);
}

static int numbers_width(const struct desk *desk, struct arena *arena) {
    int widest = 0;
    for (size_t i = 0; i < bars_of(desk)->count; i++) {
        const int width = text_width(numbers_of(bars_of(desk)->shown[i], arena),
                                     desk->look.letters);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void figure_add(const struct desk *desk, size_t entry, int numbers, struct rows *rows) {
    const struct figure *figure = bars_of(desk)->shown[entry];
    const int bar = rows->width < WIDE_FROM ? BAR_NARROW_WIDTH : BAR_WIDTH;
    const int depth = figure->kind == FIGURE_ITEM ? 2 : figure->kind == FIGURE_CRITERION ? 0 : 1;
    struct row *row = rows_add_entry(
        rows, TABLES + entry,
        figures_label_part(desk->work.catalogue, figure, desk->work.lang, rows->arena));
    row->role = depth == 0 ? ROLE_HEADING : ROLE_TEXT;
    row->indent = ROWS_INDENT * (1 + depth);
    row->tail = arena_printf(
        rows->arena, "%s %*s",
        sign_bar(figure->count, figure->of, bar, desk->look.ascii, rows->arena), numbers,
        numbers_of(figure, rows->arena));
    row->tail_width = bar + 1 + numbers + 1;
}

static void tables_add(struct rows *rows) {
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Whom and what they forget"));
    for (size_t i = 0; i < TABLES; i++) {
        struct row *row = rows_add_entry(rows, i, _(tables[i].title));
        row->indent = 2 * ROWS_INDENT;
    }
}

static void rows_of(const struct desk *desk, struct rows *rows) {
    const struct bars *bars = bars_of(desk);
    rows->title = _("How many meet what");
    if (desk->listing.count == 0) {
        rows_add(rows, ROLE_TEXT, 0, _("No practice is listed, so there is nothing to count."));
        return;
    }
    rows_add(rows, ROLE_TEXT, 0, figures_counted(&bars->counted, rows->arena));
    rows_add(rows, ROLE_TEXT, 0, figures_meaning());
    tables_add(rows);
    const int numbers = numbers_width(desk, rows->arena);
    for (size_t i = 0; i < bars->count; i++) {
        heading_add(desk, bars->shown[i], i > 0 ? bars->shown[i - 1] : NULL, rows);
        figure_add(desk, i, numbers, rows);
    }
}

static const struct practice *practice_at(const void *context, size_t place) {
    const struct desk *desk = context;
    return desk->listing.order[place].practice;
}

static bool enter(struct desk *desk, const struct place *place) {
    (void)place;
    struct bars *bars = bars_of(desk);
    struct arena *arena = desk_arena(desk, panel.screen);
    const struct figures_of listed = {practice_at, desk, desk->listing.count};
    arena_empty(arena);
    bars->counted = figures_count(desk->work.catalogue, &listed, arena);
    bars->shown = arena_array(arena, bars->counted.count, sizeof *bars->shown);
    bars->count = 0;
    for (size_t i = 0; i < bars->counted.count && desk->listing.count > 0; i++) {
        if (figures_shown(&bars->counted, &bars->counted.list[i])) {
            bars->shown[bars->count++] = &bars->counted.list[i];
        }
    }
    window_reset(desk, panel);
    return true;
}

static size_t count(const struct desk *desk) {
    return desk->listing.count > 0 ? TABLES + bars_of(desk)->count : 0;
}

static void practices_go(struct desk *desk, size_t entry) {
    desk_go(desk, entry < TABLES ? SCREEN_FIGURES_TABLE : SCREEN_FIGURES_WHO, NULL);
}

static bool table_here(const struct desk *desk) {
    return figures_pair_here(desk) != NULL;
}

static bool figure_here(const struct desk *desk) {
    return !figures_pair_here(desk);
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("show the table"), .when = table_here},
    {COMMAND_OPEN, .word = N_("show which practices"), .when = figure_here},
    {.command = COMMAND_BACK},
    {.command = COMMAND_MATRIX},
    {.command = COMMAND_FILTER},
    {COMMAND_ALL, .word = N_("no filters")},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen figures_screen = {
    .title = N_("How many meet what"),
    .command = COMMAND_FIGURES,
    .narrowed = true,
    .raised = true,
    .state = sizeof(struct bars),
    .panels = {{.name = "", .text = true, .entries = count, .rows = rows_of, .open = practices_go}},
    .verbs = verbs,
    .enter = enter,
};
