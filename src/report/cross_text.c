#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/find/filter.h"
#include "vademecum/report/cross.h"

#include <inttypes.h>
#include <string.h>

enum {
    LABEL_COLUMNS = 28, /* that the labels of rows take */
    HUNDREDTHS = 100    /* of one of a currency */
};

/* What can be a side, in the order of listing. */
static const struct {
    const char *name;
    const char *other; /* another name, or NULL */
    enum facet facet;
} sides[] = {
    {"area", NULL, FACET_AREA},
    {"target_group", "group", FACET_GROUP},
    {"fund", NULL, FACET_FUND},
    {"country", NULL, FACET_COUNTRY},
    {"region", NULL, CROSS_REGION},
    {"year", NULL, FACET_YEAR},
    {"collection", NULL, FACET_COLLECTION},
    {"scale", NULL, FACET_SCALE},
};

static bool side_read(const char *name, size_t length, enum facet *facet) {
    for (size_t i = 0; i < COUNT(sides); i++) {
        const char *const names[] = {sides[i].name, sides[i].other};
        for (size_t n = 0; n < COUNT(names) && names[n]; n++) {
            if (strlen(names[n]) == length && memcmp(names[n], name, length) == 0) {
                *facet = sides[i].facet;
                return true;
            }
        }
    }
    return false;
}

bool cross_read(const char *typed, struct arena *arena, struct cross_pair *pair,
                struct fault *fault) {
    const size_t length = strcspn(typed, ",");
    const char *rest = typed[length] ? typed + length + 1 : "";
    if (side_read(typed, length, &pair->rows) && side_read(rest, strlen(rest), &pair->columns) &&
        pair->rows != pair->columns) {
        return true;
    }
    const char *all = "";
    for (size_t i = 0; i < COUNT(sides); i++) {
        all = arena_printf(arena, "%s%s%s", all, i ? ", " : "", sides[i].name);
    }
    return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                     _("--by takes two different ones of %s, such as area,target_group; not '%s'"),
                     all, typed);
}

/* What the side is called, translated: "target group". */
static const char *cross_side(enum facet facet) {
    return facet == CROSS_REGION ? _("region") : filter_label(facet);
}

/* As it is typed. */
static const char *side_name(enum facet facet) {
    return facet == CROSS_REGION ? "region" : filter_name(facet);
}

const char *cross_label(const struct catalogue *catalogue, const struct cross_value *value,
                        const char *lang, struct arena *arena) {
    if (value->value == FACET_NONE) {
        return arena_printf(arena, _("(%s not stated)"), cross_side(value->facet));
    }
    return value->facet == CROSS_REGION
               ? arena_copy(arena, value->region, value->length)
               : filter_value_label(catalogue, value->facet, value->value, lang, arena);
}

static const char *value_name(const struct report *report, const struct cross_value *value) {
    return value->value == FACET_NONE ? ""
           : value->facet == CROSS_REGION
               ? arena_copy(report->arena, value->region, value->length)
               : filter_value_name(report->catalogue, value->facet, value->value, report->arena);
}

const char *cross_money(const struct cross_money *money, struct arena *arena) {
    const char *line = "";
    for (; money; money = money->next) {
        const uint64_t part = money->hundredths % HUNDREDTHS;
        const char *amount = arena_printf(arena, "%" PRIu64, money->hundredths / HUNDREDTHS);
        amount = part ? arena_printf(arena, "%s.%02" PRIu64, amount, part) : amount;
        line = arena_printf(arena, "%s%s%s%s%s", line, line[0] ? "; " : "", amount,
                            money->currency[0] ? " " : "", money->currency);
    }
    return line;
}

const char *cross_title(const struct cross *cross, enum cross_kind kind, struct arena *arena) {
    switch (kind) {
    case CROSS_NONE:
        return _("No practice");
    case CROSS_STALE:
        return arena_printf(arena, _("None since %u, as far as is stated"), cross->since);
    case CROSS_LONE:
        return _("One practice");
    default:
        return _("Several practices");
    }
}

void cross_sheet(const struct report *report, const struct cross *cross, struct sheet *sheet) {
    static const char *const kinds[CROSS_KINDS] = {"none", "none_recent", "one", "more"};
    sheet_init(sheet, report->arena);
    sheet_column(sheet, side_name(cross->pair.rows));
    sheet_column(sheet, side_name(cross->pair.columns));
    sheet_number_column(sheet, "practices");
    sheet_number_column(sheet, "last_active");
    sheet_column(sheet, "money");
    sheet_column(sheet, "kind");
    for (size_t i = 0; i < cross->count; i++) {
        const struct cross_cell *cell = &cross->cells[i];
        sheet_cell(sheet, value_name(report, &cell->row));
        sheet_cell(sheet, value_name(report, &cell->column));
        sheet_number(sheet, cell->count);
        sheet_cell(sheet, cell->latest ? arena_printf(report->arena, "%u", cell->latest) : "");
        sheet_cell(sheet, cross_money(cell->money, report->arena));
        sheet_cell(sheet, kinds[cell->kind]);
    }
}

static bool row_same(const struct cross_cell *one, const struct cross_cell *other) {
    return one->row.value == other->row.value && one->row.region == other->row.region;
}

size_t cross_run(const struct cross *cross, size_t from, size_t end) {
    const struct cross_cell *cells = cross->cells;
    size_t last = from;
    while (last + 1 < end && cross->pair.columns == FACET_YEAR &&
           row_same(&cells[last + 1], &cells[from]) &&
           cells[last + 1].column.value == cells[last].column.value + 1) {
        last++;
    }
    return last;
}

/* "Children; Older people", "1995-2001; 2019": the columns of one row that nobody has. */
static const char *columns_join(const struct report *report, const struct cross *cross, size_t from,
                                size_t end) {
    const char *line = "";
    for (size_t i = from; i < end; i++) {
        const size_t last = cross_run(cross, i, end);
        const char *label = cross_label(report->catalogue, &cross->cells[i].column, report->lang,
                                        report->arena);
        line = arena_printf(report->arena, "%s%s%s", line, i > from ? "; " : "", label);
        if (last > i) {
            line = arena_printf(report->arena, "%s-%s", line,
                                cross_label(report->catalogue, &cross->cells[last].column,
                                            report->lang, report->arena));
        }
        i = last;
    }
    return line;
}

/* A line for each row that lacks something: what it lacks. */
static void none_write(const struct report *report, const struct cross *cross, size_t count) {
    size_t end;
    for (size_t from = 0; from < count; from = end) {
        const struct cross_value *row = &cross->cells[from].row;
        end = from;
        while (end < count && row_same(&cross->cells[end], &cross->cells[from])) {
            end++;
        }
        document_fact(report->document, 0,
                      cross_label(report->catalogue, row, report->lang, report->arena),
                      LABEL_COLUMNS, columns_join(report, cross, from, end));
    }
}

static void cells_write(const struct report *report, const struct cross *cross, const char *title,
                        size_t from, size_t count) {
    const struct document_column columns[] = {
        {cross_side(cross->pair.rows), false, NULL},
        {cross_side(cross->pair.columns), false, NULL},
        {_("practices"), true, NULL},
        {_("last active"), true, NULL},
        {_("money"), false, NULL},
    };
    enum {
        COLUMNS = sizeof columns / sizeof *columns
    };
    const char **cells = arena_array(report->arena, count, COLUMNS * sizeof *cells);
    for (size_t i = 0; i < count; i++) {
        const struct cross_cell *cell = &cross->cells[from + i];
        const char **row = &cells[i * COLUMNS];
        row[0] = cross_label(report->catalogue, &cell->row, report->lang, report->arena);
        row[1] = cross_label(report->catalogue, &cell->column, report->lang, report->arena);
        row[2] = arena_printf(report->arena, "%zu", cell->count);
        row[3] = cell->latest ? arena_printf(report->arena, "%u", cell->latest) : "";
        row[4] = cross_money(cell->money, report->arena);
    }
    const struct document_table table = {
        .caption = title,
        .columns = columns,
        .count = COLUMNS,
        .cells = cells,
        .rows = count,
    };
    document_table(report->document, &table);
}

void cross_text(const struct report *report, const struct cross *cross) {
    struct document *document = report->document;
    document_title(document,
                   arena_printf(report->arena, _("Practices: %s by %s"),
                                cross_side(cross->pair.rows), cross_side(cross->pair.columns)));
    document_text(document, 0,
                  arena_printf(report->arena,
                               _("Practices: %zu. Each counts with all its money wherever it "
                                 "belongs, so that the numbers add up to more."),
                               cross->practices));
    size_t from = 0;
    for (enum cross_kind kind = 0; kind < CROSS_KINDS; kind++) {
        const size_t count = cross->kinds[kind];
        const char *title = cross_title(cross, kind, report->arena);
        if (count == 0) {
            continue;
        }
        document_gap(document);
        document_heading(document, HEADING_PART,
                         arena_printf(report->arena, _("%s: %zu"), title, count));
        if (kind == CROSS_NONE) {
            none_write(report, cross, count);
        } else {
            cells_write(report, cross, title, from, count);
        }
        from += count;
    }
}
