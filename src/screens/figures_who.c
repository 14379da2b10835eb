#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/screens/figures.h"
#include "vademecum/screens/screens.h"

#include <string.h>

enum {
    REACH = 2,      /* windows of a long list above and below the focus */
    TAIL_WIDTH = 8, /* columns for a mark and a country */
    COUNTRY_SIZE = 3,
    PARTS = 3
};

/* In this order they are listed. Of values only those that have it are worth a list. */
static const enum figure_part parts[PARTS] = {FIGURE_HAS, FIGURE_LACKS, FIGURE_IN_PART};

/* The practices behind a figure, as of when it was counted; in the screen's arena. */
struct counted {
    struct figure figure;             /* zero where a cell of a table is looked behind */
    bool paired;                      /* that is so; its values are … */
    struct cross_value row;           /* … this … */
    struct cross_value column;        /* … and this */
    char country[COUNTRY_SIZE];       /* its id, when it is one; figures may be counted anew */
    const struct subject **practices; /* part by part */
    size_t starts[PARTS + 1];         /* where each begins among them, and the last one ends */
    size_t version; /* of the list that they are from */
};

static const struct panel panel = {SCREEN_FIGURES_WHO, 0};

static struct counted *counted_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

static enum figure_part part_of(const struct desk *desk, const struct counted *counted,
                                const struct practice *practice) {
    const struct catalogue *catalogue = desk->work.catalogue;
    if (!counted->paired) {
        return figures_part(catalogue, &counted->figure, practice);
    }
    const bool has = cross_has(catalogue, &counted->row, practice) &&
                     cross_has(catalogue, &counted->column, practice);
    return has ? FIGURE_HAS : FIGURE_LACKS;
}

/* Adds those that stand so to the figure, behind the others. */
static void part_take(const struct desk *desk, struct counted *counted, size_t part) {
    size_t *end = &counted->starts[part + 1];
    *end = counted->starts[part];
    const bool wanted = parts[part] == FIGURE_HAS || counted->figure.checklist;
    for (size_t i = 0; wanted && i < desk->listing.count; i++) {
        const struct subject *subject = &desk->listing.order[i];
        if (subject->practice && part_of(desk, counted, subject->practice) == parts[part]) {
            counted->practices[(*end)++] = subject;
        }
    }
}

static void practices_take(struct desk *desk) {
    struct counted *counted = counted_of(desk);
    struct arena *arena = desk_arena(desk, panel.screen);
    arena_empty(arena);
    counted->practices = arena_array(arena, desk->listing.count, sizeof *counted->practices);
    counted->version = desk->listing.version;
    for (size_t part = 0; part < PARTS; part++) {
        part_take(desk, counted, part);
    }
}

static bool enter(struct desk *desk, const struct place *place) {
    (void)place;
    struct counted *counted = counted_of(desk);
    const struct figure *figure = figures_here(desk);
    const struct cross_cell *cell = figure ? NULL : figures_table_here(desk);
    if (!figure && !cell) {
        return false;
    }
    counted->paired = cell != NULL;
    if (cell) {
        counted->row = cell->row;
        counted->column = cell->column;
    }
    counted->figure = figure ? *figure : (struct figure){.kind = FIGURE_KINDS};
    if (figure && figure->kind == FIGURE_COUNTRY) {
        memcpy(counted->country, figure->id, COUNTRY_SIZE);
        counted->figure.id = counted->country;
    }
    practices_take(desk);
    window_reset(desk, panel);
    return true;
}

static bool refresh(struct desk *desk) {
    if (counted_of(desk)->version != desk->listing.version) {
        practices_take(desk);
    }
    return true;
}

static size_t count(const struct desk *desk) {
    return counted_of(desk)->starts[PARTS];
}

/* "–  CZ": the source's mark of the item, and the country. */
static const char *tail_of(const struct desk *desk, const struct subject *subject,
                           struct arena *arena) {
    const struct figure *figure = &counted_of(desk)->figure;
    if (figure->kind != FIGURE_ITEM || desk->look.signs == SIGN_WORDS) {
        return subject->country;
    }
    const enum mark mark = catalogue_mark(desk->work.catalogue, subject->practice, figure->items);
    return arena_printf(arena, "%s  %s", sign_of_mark(mark, desk->look.signs), subject->country);
}

static void practice_add(const struct desk *desk, size_t entry, struct rows *rows) {
    const struct subject *subject = counted_of(desk)->practices[entry];
    struct row *row = rows_add_entry(rows, entry, rows_subject(desk, subject));
    row->tail = tail_of(desk, subject, rows->arena);
    row->tail_width = TAIL_WIDTH;
    row->signs = SIGNS_BESIDE;
}

/* How many there are of a part of the list, before its first practice. */
static const char *part_title(const struct counted *counted, size_t part, struct arena *arena) {
    const size_t count = counted->starts[part + 1] - counted->starts[part];
    if (!counted->figure.checklist) {
        return arena_printf(arena, ngettext("%zu practice has it", "%zu practices have it", count),
                            count);
    }
    if (parts[part] == FIGURE_HAS) {
        return arena_printf(arena, ngettext("%zu meets it", "%zu meet it", count), count);
    }
    return parts[part] == FIGURE_LACKS
               ? arena_printf(arena,
                              ngettext("%zu does not, as far as its source shows",
                                       "%zu do not, as far as their sources show", count),
                              count)
               : arena_printf(arena,
                              ngettext("%zu in part: its source lists only some of the items",
                                       "%zu in part: their sources list only some of the items",
                                       count),
                              count);
}

static bool part_begins(const struct counted *counted, size_t part, size_t entry) {
    return counted->starts[part] == entry && counted->starts[part + 1] > entry;
}

/* How many rows there are before an entry that is not the first. */
static size_t rows_before(const struct counted *counted, size_t entry) {
    size_t count = entry + (counted->starts[1] == 0 ? 1 : 0);
    for (size_t part = 0; part < PARTS && counted->starts[part] < entry; part++) {
        const bool empty = counted->starts[part] == counted->starts[part + 1];
        count += empty ? 0 : part == 0 ? 1 : 2;
    }
    return count;
}

/* Rows around the focus only, as in Home. A heading and the gap before it are rows too. */
static void rows_of(const struct desk *desk, struct rows *rows) {
    const struct counted *counted = counted_of(desk);
    const size_t focus = window_of(desk, panel)->focus;
    const size_t reach = (size_t)rows->height * REACH;
    const size_t from = focus > reach ? focus - reach : 0;
    rows->title = counted->paired
                      ? figures_table_title(desk, &counted->row, &counted->column, rows->arena)
                      : figures_label(desk->work.catalogue, &counted->figure, desk->work.lang);
    if (counted->starts[1] == 0 && from == 0) {
        rows_add(rows, ROLE_TEXT, 0, _("No practice that is listed here: a gap."));
    }
    rows->first = from > 0 ? rows_before(counted, from) : 0;
    for (size_t i = from; i < counted->starts[PARTS] && i <= focus + reach; i++) {
        for (size_t part = 0; part < PARTS; part++) {
            if (part_begins(counted, part, i)) {
                rows_add_gap(rows);
                rows_add(rows, ROLE_HEADING, 0, part_title(counted, part, rows->arena));
            }
        }
        practice_add(desk, i, rows);
    }
}

static struct place place(const struct desk *desk) {
    const struct counted *counted = counted_of(desk);
    const size_t focus = window_of(desk, panel)->focus;
    const struct item *item = counted->figure.items;
    return (struct place){
        .practice = focus < count(desk) ? counted->practices[focus] : NULL,
        .question = item && counted->figure.kind != FIGURE_CRITERION ? item->question : NULL,
        .item = counted->figure.kind == FIGURE_ITEM ? item : NULL,
        .foreign = true,
    };
}

static const struct verb verbs[] = {
    {.command = COMMAND_OPEN}, {.command = COMMAND_BACK}, {.command = COMMAND_COMPARE},
    {.command = COMMAND_WHO},  {.command = COMMAND_HELP}, {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen figures_who_screen = {
    .title = N_("Behind a figure"),
    .narrowed = true,
    .raised = true,
    .state = sizeof(struct counted),
    .panels = {{.name = "",
                .position = POSITION_ENTRIES,
                .entries = count,
                .rows = rows_of,
                .open = act_visit}},
    .verbs = verbs,
    .enter = enter,
    .refresh = refresh,
    .place = place,
};
