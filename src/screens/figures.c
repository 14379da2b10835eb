#include "vademecum/report/figures.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/screens/screens.h"

enum {
    BAR_WIDTH = 20,
    BAR_NARROW_WIDTH = 8,
    WIDE_FROM = 70 /* columns from which bars are long */
};

struct bars {
    const struct figure *list; /* in the desk's arena */
    size_t count;
};

static const struct bars *bars_of(const struct desk *desk) {
    return desk_state(desk, SCREEN_FIGURES);
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
                 catalogue_text(desk->work.catalogue, SCHEMA_CHECKLISTS, &figure->checklist->record,
                                CHECKLIST_TITLE, desk->work.lang, NULL));
        rows_add_gap(rows);
    } else if (filter) {
        rows_add(rows, ROLE_HEADING, 0, figures_title(figure->kind));
    }
}

static void rows_of(const struct desk *desk, struct rows *rows) {
    const int bar = rows->width < WIDE_FROM ? BAR_NARROW_WIDTH : BAR_WIDTH;
    struct arena *arena = rows->arena;
    int numbers = 0;
    rows->title = _("How many meet what");
    for (size_t i = 0; i < bars_of(desk)->count; i++) {
        const struct figure *figure = &bars_of(desk)->list[i];
        const char *text = arena_printf(arena, "%zu/%zu", figure->count, figure->of);
        const int width = text_width(text, desk->look.letters);
        numbers = width > numbers ? width : numbers;
    }
    if (desk->listing.count == 0) {
        rows_add(rows, ROLE_TEXT, 0, _("No practice is listed, so there is nothing to count."));
        return;
    }
    rows_add(rows, ROLE_TEXT, 0, figures_meaning());
    for (size_t i = 0; i < bars_of(desk)->count; i++) {
        const struct figure *figure = &bars_of(desk)->list[i];
        if (figure->checklist &&
            !figures_used(bars_of(desk)->list, bars_of(desk)->count, figure->checklist)) {
            continue;
        }
        heading_add(desk, figure, i > 0 ? figure - 1 : NULL, rows);
        const bool criterion = figure->kind == FIGURE_CRITERION;
        const int indent = figure->kind == FIGURE_ITEM ? 2 * ROWS_INDENT
                           : criterion                 ? 0
                                                       : ROWS_INDENT;
        struct row *row = rows_add(rows, criterion ? ROLE_HEADING : ROLE_TEXT, indent,
                                   figures_label(desk->work.catalogue, figure, desk->work.lang));
        row->hang = ROWS_INDENT;
        row->tail = arena_printf(
            arena, "%s %*s", sign_bar(figure->count, figure->of, bar, desk->look.ascii, arena),
            numbers, arena_printf(arena, "%zu/%zu", figure->count, figure->of));
        row->tail_width = bar + 1 + numbers + 1;
    }
}

static const struct practice *practice_at(const void *context, size_t place) {
    const struct desk *desk = context;
    return desk->listing.order[place].practice;
}

static bool enter(struct desk *desk, const struct place *place) {
    (void)place;
    struct bars *bars = desk_state(desk, SCREEN_FIGURES);
    const struct figures_of listed = {practice_at, desk, desk->listing.count};
    bars->list = figures_count(desk->work.catalogue, &listed, desk->arena, &bars->count);
    window_reset(desk, (struct panel){SCREEN_FIGURES, 0});
    return true;
}

const struct screen figures_screen = {
    .title = N_("Figures"),
    .narrowed = true,
    .raised = true,
    .state = sizeof(struct bars),
    .panels = {{.name = "", .rows = rows_of}},
    .hints = {COMMAND_BACK, COMMAND_HELP},
    .enter = enter,
};
