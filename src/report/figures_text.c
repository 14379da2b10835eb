#include "vademecum/base/words.h"
#include "vademecum/report/figures.h"
#include "vademecum/report/report.h"

enum {
    BAR_WIDTH = 10,
    INDENT = 2
};

static void figure_write(const struct report *report, const struct figure *figure, int numbers);
static int numbers_width(const struct report *report, const struct figure *figures, size_t count);
static const char *numbers_of(const struct report *report, const struct figure *figure);

void figures_text(const struct report *report) {
    size_t count;
    const struct figure *figures = figures_count(report->catalogue, NULL, report->arena, &count);
    const int numbers = numbers_width(report, figures, count);
    const struct checklist *checklist = NULL;
    enum figure_kind kind = FIGURE_ITEM;
    paper_blank(&report->paper);
    paper_text(&report->paper, 0, figures_meaning());
    for (size_t i = 0; i < count; i++) {
        const struct figure *figure = &figures[i];
        if (figure->checklist && !figures_used(figures, count, figure->checklist)) {
            continue;
        }
        if (figure->checklist && figure->checklist != checklist) {
            checklist = figure->checklist;
            paper_blank(&report->paper);
            paper_heading(&report->paper,
                          arena_printf(report->arena, _("How many practices meet what: %s"),
                                       report_cell(report, SCHEMA_CHECKLISTS, &checklist->record,
                                                   CHECKLIST_TITLE)));
        } else if (!figure->checklist && figure->kind != kind) {
            kind = figure->kind;
            paper_blank(&report->paper);
            paper_heading(&report->paper, figures_title(kind));
        }
        if (figure->kind == FIGURE_CRITERION) {
            paper_blank(&report->paper);
        }
        figure_write(report, figure, numbers);
    }
}

/* "████████░░  8/10  Reaches diverse groups" */
static void figure_write(const struct report *report, const struct figure *figure, int numbers) {
    const struct paper *paper = &report->paper;
    const char *bar = figures_bar(figure, BAR_WIDTH, paper->ascii, report->arena);
    const int deeper = figure->kind == FIGURE_ITEM       ? 2 * INDENT
                       : figure->kind == FIGURE_QUESTION ? INDENT
                                                         : 0;
    paper_entry(paper, 0,
                arena_printf(report->arena, "%s %*s", bar, numbers, numbers_of(report, figure)),
                BAR_WIDTH + 1 + numbers + 2 + deeper,
                figures_label(report->catalogue, figure, report->lang));
}

static int numbers_width(const struct report *report, const struct figure *figures, size_t count) {
    int widest = 0;
    for (size_t i = 0; i < count; i++) {
        const int width = text_width(numbers_of(report, &figures[i]), report->paper.letters);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static const char *numbers_of(const struct report *report, const struct figure *figure) {
    return arena_printf(report->arena, "%zu/%zu", figure->count, figure->of);
}
