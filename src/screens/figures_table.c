#include "vademecum/base/i18n.h"
#include "vademecum/screens/figures.h"
#include "vademecum/screens/screens.h"

enum {
    REACH = 2,        /* windows of a long list above and below the focus */
    TAIL_WIDTH = 12,  /* columns for a number and a year */
    NUMBER_WIDTH = 5, /* of them for the number */
    FIRST_ROWS = 1,   /* that stand above the first kind */
    KIND_ROWS = 2     /* a gap and a heading, before the first cell of a kind */
};

/* A row of the screen: a cell, or the years after one another in which nobody was active. */
struct run {
    size_t first; /* cell */
    size_t last;
};

/* A table, as of when it was counted. */
struct counted {
    struct cross cross; /* in the screen's arena */
    struct run *runs;   /* the same */
    size_t count;       /* of runs */
    size_t version;     /* of the list that it is from */
};

static const struct panel panel = {SCREEN_FIGURES_TABLE, 0};

static struct counted *counted_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

const struct cross_cell *figures_table_here(const struct desk *desk) {
    const struct cross *cross = &counted_of(desk)->cross;
    const size_t focus = window_of(desk, panel)->focus;
    return focus < counted_of(desk)->count ? &cross->cells[counted_of(desk)->runs[focus].first]
                                           : NULL;
}

const char *figures_table_title(const struct desk *desk, const struct cross_value *row,
                                const struct cross_value *column, struct arena *arena) {
    const struct catalogue *catalogue = desk->work.catalogue;
    return arena_printf(arena, "%s / %s", cross_label(catalogue, row, desk->work.lang, arena),
                        cross_label(catalogue, column, desk->work.lang, arena));
}

/* Whether nobody is active now: what was a gap long ago matters less. */
static bool run_open(const struct cross *cross, const struct run *run, unsigned now) {
    return cross->pair.columns == FACET_YEAR && cross->cells[run->last].column.value == now;
}

/* What nobody has now, then what nobody had in years gone by, then the cells of practices. */
static void runs_make(struct counted *counted, struct arena *arena) {
    const struct cross *cross = &counted->cross;
    const size_t none = cross->kinds[CROSS_NONE];
    unsigned now = 0;
    counted->runs = arena_array(arena, cross->count + 1, sizeof *counted->runs);
    counted->count = 0;
    for (size_t i = 0; i < cross->count && cross->pair.columns == FACET_YEAR; i++) {
        const unsigned year = cross->cells[i].column.value;
        now = year != FACET_NONE && year > now ? year : now;
    }
    for (int pass = 0; pass < 2; pass++) {
        struct run run;
        for (run.first = 0; run.first < none; run.first = run.last + 1) {
            run.last = cross_run(cross, run.first, none);
            if (run_open(cross, &run, now) == (pass == 0)) {
                counted->runs[counted->count++] = run;
            }
        }
    }
    for (size_t i = none; i < cross->count; i++) {
        counted->runs[counted->count++] = (struct run){i, i};
    }
}

/* Counts what is listed of the catalogue. */
static void table_take(struct desk *desk, struct cross_pair pair) {
    struct counted *counted = counted_of(desk);
    struct arena *arena = desk_arena(desk, panel.screen);
    size_t count = 0;
    arena_empty(arena);
    const struct practice **practices = arena_array(arena, desk->listing.count + 1,
                                                    sizeof *practices);
    for (size_t i = 0; i < desk->listing.count; i++) {
        if (desk->listing.order[i].practice) {
            practices[count++] = desk->listing.order[i].practice;
        }
    }
    counted->cross = cross_count(desk->work.catalogue, practices, count, pair,
                                 clock_now(&desk->work.clock), arena);
    runs_make(counted, arena);
    counted->version = desk->listing.version;
}

static bool enter(struct desk *desk, const struct place *place) {
    (void)place;
    const struct cross_pair *pair = figures_pair_here(desk);
    if (!pair) {
        return false;
    }
    table_take(desk, *pair);
    window_reset(desk, panel);
    return true;
}

static bool refresh(struct desk *desk) {
    const struct counted *counted = counted_of(desk);
    if (counted->version != desk->listing.version) {
        table_take(desk, counted->cross.pair);
    }
    return true;
}

static size_t count(const struct desk *desk) {
    return counted_of(desk)->count;
}

static void cell_add(const struct desk *desk, size_t entry, struct rows *rows) {
    const struct cross_cell *cells = counted_of(desk)->cross.cells;
    const struct run *run = &counted_of(desk)->runs[entry];
    const struct cross_cell *cell = &cells[run->first];
    const char *title = figures_table_title(desk, &cell->row, &cell->column, rows->arena);
    if (run->last > run->first) {
        title = arena_printf(rows->arena, "%s-%s", title,
                             cross_label(desk->work.catalogue, &cells[run->last].column,
                                         desk->work.lang, rows->arena));
    }
    const char *money = cross_money(cell->money, rows->arena);
    title = money[0] ? arena_printf(rows->arena, "%s (%s)", title, money) : title;
    struct row *row = rows_add_entry(rows, entry, title);
    row->tail = cell->latest > 0
                    ? arena_printf(rows->arena, "%*zu  %u", NUMBER_WIDTH, cell->count, cell->latest)
                    : arena_printf(rows->arena, "%*zu      ", NUMBER_WIDTH, cell->count);
    row->tail_width = TAIL_WIDTH;
}

static enum cross_kind kind_of(const struct counted *counted, size_t entry) {
    return counted->cross.cells[counted->runs[entry].first].kind;
}

static bool kind_begins(const struct counted *counted, size_t entry) {
    return entry == 0 || kind_of(counted, entry) != kind_of(counted, entry - 1);
}

/* How many rows stand above the entry. */
static size_t rows_above(const struct counted *counted, size_t entry) {
    size_t rows = FIRST_ROWS + entry;
    for (size_t i = 0; i < entry; i++) {
        rows += kind_begins(counted, i) ? KIND_ROWS : 0;
    }
    return rows;
}

/* Rows around the focus only, as in Home. */
static void rows_of(const struct desk *desk, struct rows *rows) {
    const struct counted *counted = counted_of(desk);
    const struct cross *cross = &counted->cross;
    const size_t focus = window_of(desk, panel)->focus;
    const size_t reach = (size_t)rows->height * REACH;
    const size_t from = focus > reach ? focus - reach : 0;
    rows->title = figures_pair_title(cross->pair);
    rows->tail = _("practices, last year");
    rows->first = from > 0 ? rows_above(counted, from) : 0;
    if (from == 0) {
        rows_add(rows, ROLE_TEXT, 0,
                 _("What nobody has comes first. In brackets: their money, where it is known."));
    }
    for (size_t i = from; i < counted->count && i <= focus + reach; i++) {
        const enum cross_kind kind = kind_of(counted, i);
        if (kind_begins(counted, i)) {
            rows_add_gap(rows);
            rows_add(rows, ROLE_HEADING, 0,
                     arena_printf(rows->arena, _("%s: %zu"), cross_title(cross, kind, rows->arena),
                                  cross->kinds[kind]));
        }
        cell_add(desk, i, rows);
    }
}

static void practices_go(struct desk *desk, size_t entry) {
    (void)entry;
    desk_go(desk, SCREEN_FIGURES_WHO, NULL);
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("show which practices")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_FILTER},
    {COMMAND_ALL, .word = N_("no filters")},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen figures_table_screen = {
    .title = N_("Whom it forgets"),
    .narrowed = true,
    .raised = true,
    .state = sizeof(struct counted),
    .panels = {{.name = "",
                .position = POSITION_ENTRIES,
                .entries = count,
                .rows = rows_of,
                .open = practices_go}},
    .verbs = verbs,
    .enter = enter,
    .refresh = refresh,
};
