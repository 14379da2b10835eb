#include "vademecum/report/figures.h"

#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/codes.h"

#include <stdlib.h>
#include <string.h>

enum {
    LETTERS = 26,
    COUNTRIES = LETTERS * LETTERS, /* codes of two capital letters */
    CODE_SIZE = 3
};

/* Figures so far. */
struct gathering {
    const struct catalogue *catalogue;
    struct arena *arena; /* where they live; borrowed */
    struct figure *figures;
    size_t count;
    size_t room;
    size_t terms;     /* the first that is of a term; the others follow in order of terms */
    size_t practices; /* that were counted */
    size_t assessed;  /* of them */
    size_t countries[COUNTRIES];
};

/* Counts the items of a figure for one practice. */
struct sum {
    struct figure *figure;
    size_t listed; /* by its source */
    size_t met;
};

static const struct practice *each(const void *context, size_t place) {
    const struct catalogue *catalogue = context;
    return &catalogue->practices[place];
}

/* The place of a code among all of two capital letters; -1 for what is none. */
static long country_place(const char *code) {
    const bool is_code = code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
    return is_code && !code[2] ? (code[0] - 'A') * LETTERS + (code[1] - 'A') : -1;
}

static enum figure_part part_of(size_t items, size_t listed, size_t met) {
    return listed == 0      ? FIGURE_APART
           : met < listed   ? FIGURE_LACKS
           : listed < items ? FIGURE_IN_PART
                            : FIGURE_HAS;
}

/* Counts what was summed up, adds it to the sum of what it is part of, and begins anew. */
static void sum_settle(struct sum *sum, struct sum *whole) {
    if (whole) {
        whole->listed += sum->listed;
        whole->met += sum->met;
    }
    if (sum->figure) {
        const enum figure_part part = part_of(sum->figure->item_count, sum->listed, sum->met);
        sum->figure->of += part == FIGURE_HAS || part == FIGURE_LACKS;
        sum->figure->count += part == FIGURE_HAS;
        sum->figure->part += part == FIGURE_IN_PART;
    }
    *sum = (struct sum){NULL, 0, 0};
}

/* Looks at each mark once; items add up to their question, questions to their criterion. */
static void marks_count(struct gathering *gathering, const struct practice *practice) {
    struct sum question = {NULL, 0, 0};
    struct sum criterion = {NULL, 0, 0};
    bool assessed = false;
    for (size_t i = 0; i < gathering->terms; i++) {
        struct figure *figure = &gathering->figures[i];
        if (figure->kind == FIGURE_ITEM) {
            const enum mark mark = catalogue_mark(gathering->catalogue, practice, figure->items);
            struct sum item = {figure, mark != MARK_ABSENT, mark == MARK_MET};
            assessed = assessed || item.listed > 0;
            question.listed += item.listed;
            question.met += item.met;
            sum_settle(&item, NULL);
            continue;
        }
        sum_settle(&question, &criterion);
        if (figure->kind == FIGURE_CRITERION) {
            sum_settle(&criterion, NULL);
            criterion.figure = figure;
        } else {
            question.figure = figure;
        }
    }
    sum_settle(&question, &criterion);
    sum_settle(&criterion, NULL);
    gathering->assessed += assessed;
}

static void practice_count(struct gathering *gathering, const struct practice *practice) {
    const struct catalogue *catalogue = gathering->catalogue;
    const long country = country_place(record_cell(&practice->record, PRACTICE_COUNTRY));
    gathering->practices++;
    marks_count(gathering, practice);
    for (const struct practice_term *of = practice->terms; of; of = of->next) {
        gathering->figures[gathering->terms + (size_t)(of->term - catalogue->terms)].count++;
    }
    if (country >= 0) {
        gathering->countries[country]++;
    }
}

static struct figure *figure_add(struct gathering *gathering, enum figure_kind kind, const char *id,
                                 const struct record *record) {
    gathering->figures = arena_grow(gathering->arena, gathering->figures, gathering->count,
                                    &gathering->room, sizeof *gathering->figures);
    struct figure *figure = &gathering->figures[gathering->count++];
    *figure = (struct figure){.kind = kind, .id = id, .record = record};
    return figure;
}

static void question_begin(struct gathering *gathering, const struct question *question) {
    struct figure *figure = figure_add(
        gathering, FIGURE_QUESTION, record_cell(&question->record, QUESTION_ID), &question->record);
    figure->checklist = question->criterion->checklist;
    figure->items = question->items;
    figure->item_count = question->item_count;
    for (size_t i = 0; i < question->item_count; i++) {
        const struct item *item = &question->items[i];
        figure = figure_add(gathering, FIGURE_ITEM, record_cell(&item->record, ITEM_ID),
                            &item->record);
        figure->checklist = question->criterion->checklist;
        figure->items = item;
        figure->item_count = 1;
    }
}

static void checklists_begin(struct gathering *gathering) {
    const struct catalogue *catalogue = gathering->catalogue;
    for (size_t c = 0; c < catalogue->criterion_count; c++) {
        const struct criterion *criterion = &catalogue->criteria[c];
        struct figure *figure = figure_add(gathering, FIGURE_CRITERION,
                                           record_cell(&criterion->record, CRITERION_ID),
                                           &criterion->record);
        figure->checklist = criterion->checklist;
        figure->items = criterion->items;
        figure->item_count = criterion->item_count;
        for (size_t q = 0; q < criterion->question_count; q++) {
            question_begin(gathering, &criterion->questions[q]);
        }
    }
}

static enum figure_kind kind_of_scheme(const char *scheme) {
    enum figure_kind kind = FIGURE_AREA;
    while (kind < FIGURE_FUND && strcmp(figures_kind(kind), scheme) != 0) {
        kind++;
    }
    return kind;
}

static void terms_begin(struct gathering *gathering) {
    const struct catalogue *catalogue = gathering->catalogue;
    gathering->terms = gathering->count;
    for (size_t i = 0; i < catalogue->term_count; i++) {
        const struct record *record = &catalogue->terms[i].record;
        figure_add(gathering, kind_of_scheme(record_cell(record, TERM_SCHEME)),
                   record_cell(record, TERM_TERM), record);
    }
}

static void countries_add(struct gathering *gathering) {
    for (int i = 0; i < COUNTRIES; i++) {
        if (gathering->countries[i] > 0) {
            char *code = arena_alloc(gathering->arena, CODE_SIZE);
            code[0] = (char)('A' + i / LETTERS);
            code[1] = (char)('A' + i % LETTERS);
            figure_add(gathering, FIGURE_COUNTRY, code, NULL)->count = gathering->countries[i];
        }
    }
}

/* Orders by kind, then by number of practices, the most first, then by id. */
static int value_compare(const void *left, const void *right) {
    const struct figure *one = left;
    const struct figure *other = right;
    if (one->kind != other->kind) {
        return one->kind < other->kind ? -1 : 1;
    }
    if (one->count != other->count) {
        return one->count > other->count ? -1 : 1;
    }
    return strcmp(one->id, other->id);
}

struct figures figures_count(const struct catalogue *catalogue, const struct figures_of *of,
                             struct arena *arena) {
    const struct figures_of all = {each, catalogue, catalogue->practice_count};
    const struct figures_of *counted = of ? of : &all;
    struct gathering gathering = {.catalogue = catalogue, .arena = arena};
    checklists_begin(&gathering);
    terms_begin(&gathering);
    for (size_t i = 0; i < counted->practices; i++) {
        const struct practice *practice = counted->at(counted->context, i);
        if (practice) {
            practice_count(&gathering, practice);
        }
    }
    countries_add(&gathering);
    for (size_t i = gathering.terms; i < gathering.count; i++) {
        gathering.figures[i].of = gathering.practices;
    }
    if (gathering.count > gathering.terms) {
        qsort(&gathering.figures[gathering.terms], gathering.count - gathering.terms,
              sizeof *gathering.figures, value_compare);
    }
    return (struct figures){.list = gathering.figures,
                            .count = gathering.count,
                            .practices = gathering.practices,
                            .assessed = gathering.assessed};
}

static bool has_value(const struct figure *figure, const struct practice *practice) {
    if (figure->kind == FIGURE_COUNTRY) {
        return strcmp(record_cell(&practice->record, PRACTICE_COUNTRY), figure->id) == 0;
    }
    for (const struct practice_term *of = practice->terms; of; of = of->next) {
        if (&of->term->record == figure->record) {
            return true;
        }
    }
    return false;
}

enum figure_part figures_part(const struct catalogue *catalogue, const struct figure *figure,
                              const struct practice *practice) {
    if (!figure->checklist) {
        return has_value(figure, practice) ? FIGURE_HAS : FIGURE_LACKS;
    }
    const struct tally tally = catalogue_tally(catalogue, practice, figure->items,
                                               figure->item_count);
    return part_of(figure->item_count, figure->item_count - tally.marks[MARK_ABSENT],
                   tally.marks[MARK_MET]);
}

const char *figures_kind(enum figure_kind kind) {
    static const char *const names[FIGURE_KINDS] = {
        [FIGURE_CRITERION] = "criterion", [FIGURE_QUESTION] = "question",
        [FIGURE_ITEM] = "item",           [FIGURE_COUNTRY] = "country",
        [FIGURE_AREA] = "area",           [FIGURE_GROUP] = "target_group",
        [FIGURE_FUND] = "fund",
    };
    return names[kind];
}

const char *figures_title(enum figure_kind kind) {
    static const char *const titles[FIGURE_KINDS] = {
        [FIGURE_CRITERION] = N_("Criteria"),  [FIGURE_QUESTION] = N_("Questions"),
        [FIGURE_ITEM] = N_("Items"),          [FIGURE_COUNTRY] = N_("Countries"),
        [FIGURE_AREA] = N_("Areas"),          [FIGURE_GROUP] = N_("Target groups"),
        [FIGURE_FUND] = N_("Kinds of funds"),
    };
    return _(titles[kind]);
}

const char *figures_label(const struct catalogue *catalogue, const struct figure *figure,
                          const char *lang) {
    static const struct {
        enum schema_id table;
        size_t column;
    } names[FIGURE_KINDS] = {
        [FIGURE_CRITERION] = {SCHEMA_CRITERIA, CRITERION_TITLE},
        [FIGURE_QUESTION] = {SCHEMA_QUESTIONS, QUESTION_TEXT},
        [FIGURE_ITEM] = {SCHEMA_ITEMS, ITEM_TEXT},
        [FIGURE_AREA] = {SCHEMA_TERMS, TERM_LABEL},
        [FIGURE_GROUP] = {SCHEMA_TERMS, TERM_LABEL},
        [FIGURE_FUND] = {SCHEMA_TERMS, TERM_LABEL},
    };
    if (!figure->record) {
        const char *name = codes_country_name(figure->id);
        return name ? name : figure->id;
    }
    return catalogue_text(catalogue, names[figure->kind].table, figure->record,
                          names[figure->kind].column, lang, NULL);
}

const char *figures_label_part(const struct catalogue *catalogue, const struct figure *figure,
                               const char *lang, struct arena *arena) {
    const char *label = figures_label(catalogue, figure, lang);
    return figure->part ? arena_printf(arena, _("%s (in part: %zu)"), label, figure->part) : label;
}

bool figures_shown(const struct figures *figures, const struct figure *figure) {
    for (size_t i = 0; figure->checklist && i < figures->count; i++) {
        if (figures->list[i].checklist == figure->checklist && figures->list[i].of > 0) {
            return true;
        }
    }
    return !figure->checklist;
}

const char *figures_counted(const struct figures *figures, struct arena *arena) {
    return arena_printf(arena,
                        _("Practices: %zu; assessed by a source: %zu. Own ones are not counted."),
                        figures->practices, figures->assessed);
}

const char *figures_meaning(void) {
    return _("A practice meets a criterion or a question when it meets all items. Where its source "
             "lists only some, and these are met, it counts as \"in part\".");
}
