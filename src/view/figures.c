#include "vademecum/report/figures.h"
#include "vademecum/base/words.h"
#include "vademecum/view/rows.h"

enum {
    BAR_WIDTH = 20,
    BAR_NARROW_WIDTH = 8,
    WIDE_FROM = 70 /* columns from which bars are long */
};

static void heading_add(const struct session *session, const struct figure *figure,
                        const struct figure *before, struct rows *rows);

void figures_rows(const struct session *session, struct rows *rows) {
    const int bar = rows->width < WIDE_FROM ? BAR_NARROW_WIDTH : BAR_WIDTH;
    struct arena *arena = rows->arena;
    int numbers = 0;
    rows->title = _("How many meet what");
    for (size_t i = 0; i < session->figure_count; i++) {
        const struct figure *figure = &session->figures[i];
        const char *text = arena_printf(arena, "%zu/%zu", figure->count, figure->of);
        const int width = text_width(text, session->look.letters);
        numbers = width > numbers ? width : numbers;
    }
    if (session->practice_count == 0) {
        rows_add(rows, ROLE_TEXT, 0, _("No practice is listed, so there is nothing to count."));
        return;
    }
    rows_add(rows, ROLE_TEXT, 0, figures_meaning());
    for (size_t i = 0; i < session->figure_count; i++) {
        const struct figure *figure = &session->figures[i];
        if (figure->checklist &&
            !figures_used(session->figures, session->figure_count, figure->checklist)) {
            continue;
        }
        heading_add(session, figure, i > 0 ? figure - 1 : NULL, rows);
        const bool criterion = figure->kind == FIGURE_CRITERION;
        const int indent = figure->kind == FIGURE_ITEM ? 2 * ROWS_INDENT
                           : criterion                 ? 0
                                                       : ROWS_INDENT;
        struct row *row = rows_add(rows, criterion ? ROLE_HEADING : ROLE_TEXT, indent,
                                   figures_label(session->catalogue, figure, session->lang));
        row->hang = ROWS_INDENT;
        row->tail = arena_printf(arena, "%s %*s",
                                 sign_bar(figure->count, figure->of, bar, session->look.ascii, arena), numbers,
                                 arena_printf(arena, "%zu/%zu", figure->count, figure->of));
        row->tail_width = bar + 1 + numbers + 1;
    }
}

/* The name of a checklist, or of a filter, before its first figure. */
static void heading_add(const struct session *session, const struct figure *figure,
                        const struct figure *before, struct rows *rows) {
    const bool listed = figure->checklist && (!before || before->checklist != figure->checklist);
    const bool filter = !figure->checklist && (!before || before->kind != figure->kind);
    if (listed || filter || figure->kind == FIGURE_CRITERION) {
        rows_add_gap(rows);
    }
    if (listed) {
        rows_add(rows, ROLE_HEADING, 0,
                 catalogue_text(session->catalogue, SCHEMA_CHECKLISTS, &figure->checklist->record,
                                CHECKLIST_TITLE, session->lang, NULL));
        rows_add_gap(rows);
    } else if (filter) {
        rows_add(rows, ROLE_HEADING, 0, figures_title(figure->kind));
    }
}
