#include "vademecum/base/i18n.h"
#include "vademecum/report/figures.h"
#include "vademecum/report/report.h"

static const char *numbers_of(const struct report *report, const struct figure *figure) {
    return arena_printf(report->arena, "%zu/%zu", figure->count, figure->of);
}

static int numbers_width(const struct report *report, const struct figures *figures) {
    int widest = 0;
    for (size_t i = 0; i < figures->count; i++) {
        const int width = text_width(numbers_of(report, &figures->list[i]),
                                     report->document->letters);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void figure_write(const struct report *report, const struct figure *figure, int numbers) {
    const int depth = figure->kind == FIGURE_ITEM ? 2 : figure->kind == FIGURE_QUESTION ? 1 : 0;
    const struct document_bar bar = {.counts = {[TONE_MET] = figure->count}, .of = figure->of};
    document_bar(report->document, depth, &bar, numbers,
                 figures_label_part(report->catalogue, figure, report->lang, report->arena));
}

void figures_text(const struct report *report) {
    const struct figures figures = figures_count(report->catalogue, NULL, report->arena);
    const int numbers = numbers_width(report, &figures);
    const struct checklist *checklist = NULL;
    enum figure_kind kind = FIGURE_ITEM;
    document_gap(report->document);
    document_text(report->document, 0, figures_counted(&figures, report->arena));
    document_text(report->document, 0, figures_meaning());
    for (size_t i = 0; i < figures.count; i++) {
        const struct figure *figure = &figures.list[i];
        if (!figures_shown(&figures, figure)) {
            continue;
        }
        if (figure->checklist && figure->checklist != checklist) {
            checklist = figure->checklist;
            document_gap(report->document);
            document_heading(report->document, HEADING_PART,
                             arena_printf(report->arena, _("How many practices meet what: %s"),
                                          report_cell(report, SCHEMA_CHECKLISTS, &checklist->record,
                                                      CHECKLIST_TITLE)));
        } else if (!figure->checklist && figure->kind != kind) {
            kind = figure->kind;
            document_gap(report->document);
            document_heading(report->document, HEADING_PART, figures_title(kind));
        }
        if (figure->kind == FIGURE_CRITERION) {
            document_gap(report->document);
        }
        figure_write(report, figure, numbers);
    }
}
