#include "vademecum/report/stats.h"

#include "vademecum/base/i18n.h"
#include "vademecum/report/figures.h"

#include <string.h>

/* Counts so far. */
struct gathering {
    struct arena *arena;               /* where they live; borrowed */
    struct stat_count *counts;         /* those so far */
    size_t count;                      /* of them */
    size_t room;                       /* for them */
    const struct checklist *checklist; /* that those to come are about, or NULL */
};

/* What a checklist was used for. */
struct use {
    size_t practices; /* with a mark or an answer */
    size_t answers;
    size_t tools;
    struct tally tally;
};

static void count_add(struct gathering *gathering, const char *name, const char *label,
                      size_t count) {
    gathering->counts = arena_grow(gathering->arena, gathering->counts, gathering->count,
                                   &gathering->room, sizeof *gathering->counts);
    gathering->counts[gathering->count++] = (struct stat_count){
        .checklist = gathering->checklist,
        .name = name,
        .label = label,
        .count = count,
    };
}

static struct use checklist_use(const struct catalogue *catalogue,
                                const struct checklist *checklist) {
    struct use use = {0};
    for (size_t i = 0; i < catalogue->practice_count; i++) {
        const struct practice *practice = &catalogue->practices[i];
        const struct tally tally = catalogue_tally(catalogue, practice, checklist->items,
                                                   checklist->item_count);
        bool used = tally.marks[MARK_ABSENT] < checklist->item_count;
        for (enum mark mark = 0; mark < MARK_COUNT; mark++) {
            use.tally.marks[mark] += tally.marks[mark];
        }
        for (const struct answer *answer = practice->answers; answer; answer = answer->next) {
            if (answer->question->criterion->checklist == checklist) {
                use.answers++;
                used = true;
            }
        }
        for (const struct tool *tool = practice->tools; tool; tool = tool->next) {
            use.tools += tool->question->criterion->checklist == checklist;
        }
        use.practices += used;
    }
    return use;
}

static void checklist_count(struct gathering *gathering, const struct catalogue *catalogue) {
    const struct checklist *checklist = gathering->checklist;
    const struct use use = checklist_use(catalogue, checklist);
    const size_t *marks = use.tally.marks;
    count_add(gathering, "criteria", _("Criteria"), checklist->criterion_count);
    count_add(gathering, "questions", _("Questions"), checklist->question_count);
    count_add(gathering, "items", _("Items"), checklist->item_count);
    count_add(gathering, "practices", _("Practices marked with it"), use.practices);
    count_add(gathering, "answers", _("Answers"), use.answers);
    count_add(gathering, "marks", _("Marks"),
              marks[MARK_MET] + marks[MARK_NOT_MET] + marks[MARK_UNMARKED]);
    count_add(gathering, "met", _("Marks: met"), marks[MARK_MET]);
    count_add(gathering, "not_met", _("Marks: not shown"), marks[MARK_NOT_MET]);
    count_add(gathering, "unmarked", _("Marks: listed without a mark"), marks[MARK_UNMARKED]);
    count_add(gathering, "tools", _("Inspiring tools"), use.tools);
}

static size_t terms_of(const struct catalogue *catalogue, const char *scheme) {
    size_t count = 0;
    for (size_t i = 0; i < catalogue->term_count; i++) {
        count += strcmp(record_cell(&catalogue->terms[i].record, TERM_SCHEME), scheme) == 0;
    }
    return count;
}

static void whole_count(struct gathering *gathering, const struct catalogue *catalogue) {
    count_add(gathering, "collections", _("Collections"), catalogue->collection_count);
    count_add(gathering, "practices", _("Practices"), catalogue->practice_count);
    count_add(gathering, "checklists", _("Checklists"), catalogue->checklist_count);
    count_add(gathering, "areas", _("Areas"), terms_of(catalogue, "area"));
    count_add(gathering, "target_groups", _("Target groups"), terms_of(catalogue, "target_group"));
    count_add(gathering, "funds", _("Kinds of funds"), terms_of(catalogue, "fund"));
    count_add(gathering, "translations", _("Translated texts"),
              catalogue->rows[SCHEMA_TRANSLATIONS]);
}

const struct stat_count *stats_count(const struct catalogue *catalogue, struct arena *arena,
                                     size_t *count) {
    struct gathering gathering = {.arena = arena};
    whole_count(&gathering, catalogue);
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        gathering.checklist = &catalogue->checklists[i];
        checklist_count(&gathering, catalogue);
    }
    *count = gathering.count;
    return gathering.counts;
}

static void row_add(struct sheet *sheet, const struct checklist *checklist, const char *name,
                    size_t count) {
    sheet_cell(sheet, checklist ? record_cell(&checklist->record, CHECKLIST_ID) : "");
    sheet_cell(sheet, name);
    sheet_number(sheet, count);
}

void stats_sheet(const struct report *report, struct sheet *sheet) {
    struct arena *arena = report->arena;
    size_t count;
    const struct stat_count *counts = stats_count(report->catalogue, arena, &count);
    sheet_init(sheet, arena);
    sheet_column(sheet, "checklist_id");
    sheet_column(sheet, "what");
    sheet_number_column(sheet, "count");
    for (size_t i = 0; i < count; i++) {
        row_add(sheet, counts[i].checklist, counts[i].name, counts[i].count);
    }
    const struct figures figures = figures_count(report->catalogue, NULL, arena);
    for (size_t i = 0; i < figures.count; i++) {
        const struct figure *figure = &figures.list[i];
        const char *name = arena_printf(arena, "%s/%s", figures_kind(figure->kind), figure->id);
        if (!figure->checklist) {
            row_add(sheet, NULL, name, figure->count);
            continue;
        }
        row_add(sheet, figure->checklist, arena_printf(arena, "%s/met", name), figure->count);
        row_add(sheet, figure->checklist, arena_printf(arena, "%s/of", name), figure->of);
        if (figure->kind != FIGURE_ITEM) {
            row_add(sheet, figure->checklist, arena_printf(arena, "%s/in_part", name),
                    figure->part);
        }
    }
}
