#include "vademecum/base/i18n.h"
#include "vademecum/screens/matrix.h"

#include <stdio.h>
#include <string.h>

enum {
    MET_WIDTH = 5,      /* columns of a row's count, with a blank before it */
    MET_GAP = 2,        /* columns behind it */
    NAMES_PERCENT = 40, /* of the width, at least, for names, … */
    NAMES_LEAST = 17,   /* … but so many columns for long words … */
    NAMES_ENOUGH = 45,  /* … and no more than this */
    GAP_QUESTION = 1,   /* columns between the items of two questions … */
    GAP_CRITERION = 2,  /* … and of two criteria, … */
    GAP_MOST = 8,       /* … or more when all columns have room, for the sake of the labels */
    COUNTS_LEAST = 7,   /* columns of a criterion's counts */
    TITLE_FROM = 60,    /* columns from which the screen's title names the column */
    LABEL_LEAST = 4,    /* columns from which a criterion's label says anything */
    REACH = 2           /* windows of a long list above and below the focus */
};

/* The columns that are shown at once, whole questions of them, and where they stand. */
struct page {
    size_t first;
    size_t end; /* behind the last */
    int gap;    /* columns between two criteria */
    int width;  /* columns that the widest page takes, so that pages stand alike */
    int left;   /* column of the panel where the cells begin */
};

static const struct criterion *criterion_of(const struct desk *desk, size_t column) {
    const struct checklist *checklist = matrix_of(desk)->checklist;
    return matrix_of(desk)->criteria ? &checklist->criteria[column]
                                     : checklist->items[column].question->criterion;
}

static const char *label_of(const struct criterion *criterion) {
    const char *label = record_cell(&criterion->record, CRITERION_LABEL);
    return *label ? label : record_cell(&criterion->record, CRITERION_TITLE);
}

static int cell_width(const struct desk *desk, size_t column) {
    if (!matrix_of(desk)->criteria) {
        return 1;
    }
    const int label = text_width(label_of(criterion_of(desk, column)), desk->look.letters);
    return label > COUNTS_LEAST ? label : COUNTS_LEAST;
}

/* Blanks before a column that is not the first shown. */
static int cell_gap(const struct desk *desk, const struct page *page, size_t column) {
    if (column == page->first) {
        return 0;
    }
    if (criterion_of(desk, column) != criterion_of(desk, column - 1)) {
        return page->gap;
    }
    const struct item *item = matrix_column(desk, column).items;
    return item->question == item[-1].question ? 0 : GAP_QUESTION;
}

/* Behind the last column of the same question. */
static size_t unit_end(const struct desk *desk, size_t column) {
    if (matrix_of(desk)->criteria) {
        return column + 1;
    }
    const struct item *items = matrix_of(desk)->checklist->items;
    const struct question *question = items[column].question;
    return (size_t)(question->items - items) + question->item_count;
}

/* Columns that a run takes on the page, from where its first begins. */
static int run_width(const struct desk *desk, const struct page *page, size_t first, size_t end) {
    int width = 0;
    for (size_t i = first; i < end; i++) {
        width += (i > first ? cell_gap(desk, page, i) : 0) + cell_width(desk, i);
    }
    return width;
}

/* Where a column of the page begins, behind the first. */
static int cell_left(const struct desk *desk, const struct page *page, size_t column) {
    return run_width(desk, page, page->first, column + 1) - cell_width(desk, column);
}

/* The first column shown of the same criterion. */
static size_t criterion_first(const struct desk *desk, const struct page *page, size_t column) {
    while (column > page->first && criterion_of(desk, column - 1) == criterion_of(desk, column)) {
        column--;
    }
    return column;
}

/* Cut at questions; one that is wider than the room is cut within. */
static struct page page_at(const struct desk *desk, size_t first, int gap, int room) {
    const size_t columns = matrix_columns(desk);
    struct page page = {.first = first, .end = first, .gap = gap};
    while (page.end < columns && run_width(desk, &page, first, unit_end(desk, page.end)) <= room) {
        page.end = unit_end(desk, page.end);
    }
    const size_t cut = page.end > first ? page.end : unit_end(desk, first);
    while (page.end == first ||
           (page.end < cut && run_width(desk, &page, first, page.end + 1) <= room)) {
        page.end++;
    }
    page.width = run_width(desk, &page, first, page.end);
    /* The last label may reach beyond its columns. */
    const int labelled = cell_left(desk, &page, criterion_first(desk, &page, page.end - 1)) +
                         text_width(label_of(criterion_of(desk, page.end - 1)), desk->look.letters);
    page.width = labelled > page.width && labelled <= room ? labelled : page.width;
    return page;
}

static struct page page_make(const struct desk *desk, const struct rows *rows) {
    const size_t columns = matrix_columns(desk);
    const int wanted = rows->width * NAMES_PERCENT / 100;
    const int names = wanted < NAMES_LEAST    ? NAMES_LEAST
                      : wanted > NAMES_ENOUGH ? NAMES_ENOUGH
                                              : wanted;
    const int room = rows->width - MET_WIDTH - MET_GAP - names;
    struct page found = {.gap = GAP_MOST};
    while (found.gap > GAP_CRITERION && run_width(desk, &found, 0, columns) > room) {
        found.gap--;
    }
    int widest = 0;
    for (size_t first = 0; first < columns;) {
        const struct page page = page_at(desk, first, found.gap, room);
        if (matrix_of(desk)->column >= first && matrix_of(desk)->column < page.end) {
            found = page;
        }
        widest = page.width > widest ? page.width : widest;
        first = page.end;
    }
    found.width = widest;
    found.left = rows->width - widest;
    return found;
}

/* Words would not fit: the footer has them for the cell in focus. */
static enum sign_form form_of(const struct desk *desk) {
    if (desk->look.signs != SIGN_WORDS) {
        return desk->look.signs;
    }
    return desk->look.ascii ? SIGN_ASCII : SIGN_UNICODE;
}

static const char *padded(const struct desk *desk, const char *text, int width,
                          struct arena *arena) {
    const int used = text_width(text, desk->look.letters);
    return arena_printf(arena, "%s%*s", text, width > used ? width - used : 0, "");
}

/* The sign of an item, "9/9" of a criterion; nothing where the source does not assess it. */
static const char *cell_text(const struct desk *desk, const struct subject *subject, size_t column,
                             struct arena *arena) {
    const struct matrix_column about = matrix_column(desk, column);
    if (matrix_of(desk)->criteria) {
        size_t of;
        const size_t met = matrix_met(desk, subject, about.items, about.count, &of);
        return of ? arena_printf(arena, "%zu/%zu", met, of)
                  : sign_of_mark(MARK_ABSENT, form_of(desk));
    }
    return subject->practice
               ? sign_of_mark(catalogue_mark(desk->work.catalogue, subject->practice, about.items),
                              form_of(desk))
               : work_sign(desk, catalogue_checklist_of(about.items),
                           work_verdict(desk, subject, about.items), form_of(desk))
                     .text;
}

/* The cells of a practice, in just as many columns as the page has. */
static const char *cells_text(const struct desk *desk, const struct page *page,
                              const struct subject *subject, struct arena *arena) {
    /* A column of the screen takes no more bytes than this, in any sign or digit. */
    const size_t size = (size_t)page->width * TEXT_CODE_BYTES + 1;
    char *text = arena_alloc(arena, size);
    size_t length = 0;
    int left = 0; /* where the cell begins */
    int used = 0; /* columns written so far */
    for (size_t i = page->first; i < page->end && length < size; i++) {
        const char *cell = cell_text(desk, subject, i, arena);
        left += cell_gap(desk, page, i);
        used = left > used ? left - used : 0;
        length += (size_t)snprintf(text + length, size - length, "%*s%s", used, "", cell);
        used = left + text_width(cell, desk->look.letters);
        left += cell_width(desk, i);
    }
    return arena_printf(arena, "%s%*s", text, page->width > used ? page->width - used : 0, "");
}

/* Labels over the first of their columns, as much of them as there is room for. */
static const char *criteria_text(const struct desk *desk, const struct page *page,
                                 struct arena *arena) {
    const char *text = "";
    for (size_t i = page->first; i < page->end;) {
        const struct criterion *criterion = criterion_of(desk, i);
        size_t end = i;
        while (end < page->end && criterion_of(desk, end) == criterion) {
            end++;
        }
        const int left = cell_left(desk, page, i);
        const int right = end < page->end ? cell_left(desk, page, end) - 1 : page->width;
        const int span = right - left;
        const char *label = label_of(criterion);
        if (span < LABEL_LEAST) {
            const size_t fits = text_fit(label, strlen(label), span, desk->look.letters, NULL);
            label = arena_copy(arena, label, fits);
        }
        text = padded(desk, text, left, arena);
        text = arena_printf(arena, "%s%s", text, rows_short(desk, label, span, arena));
        i = end;
    }
    return padded(desk, text, page->width, arena);
}

static const char *numbers_text(const struct desk *desk, const struct page *page,
                                struct arena *arena) {
    const char *text = "";
    for (size_t i = page->first; i < page->end; i++) {
        const struct item *item = matrix_column(desk, i).items;
        if (i == page->first || item->question != item[-1].question) {
            const char *number = record_cell(&item->question->record, QUESTION_POSITION);
            text = padded(desk, text, cell_left(desk, page, i), arena);
            text = arena_printf(arena, "%s%s", text, number);
        }
    }
    return text;
}

/* A sign over the column in focus, and at the edges that there is more. */
static const char *pointer_text(const struct desk *desk, const struct page *page,
                                struct arena *arena) {
    const bool ascii = desk->look.ascii;
    const int at = cell_left(desk, page, matrix_of(desk)->column);
    const char *text = padded(desk, page->first > 0 && at > 0 ? (ascii ? "<" : "‹") : "", at,
                              arena);
    text = arena_printf(arena, "%s%s", text, ascii ? "v" : "▾");
    if (page->end < matrix_columns(desk) && at + 1 < page->width) {
        text = arena_printf(arena, "%s%s", padded(desk, text, page->width - 1, arena),
                            ascii ? ">" : "›");
    }
    return padded(desk, text, page->width, arena);
}

static const char *column_name(const struct desk *desk) {
    const struct matrix_column column = matrix_column(desk, matrix_of(desk)->column);
    if (matrix_of(desk)->criteria) {
        return catalogue_text(desk->work.catalogue, SCHEMA_CRITERIA,
                              &criterion_of(desk, matrix_of(desk)->column)->record, CRITERION_TITLE,
                              desk->work.lang, NULL);
    }
    return catalogue_text(desk->work.catalogue, SCHEMA_ITEMS, &column.items->record, ITEM_TEXT,
                          desk->work.lang, NULL);
}

/* The question of the column in focus. */
static const char *heading_name(const struct desk *desk) {
    if (matrix_of(desk)->criteria) {
        return "";
    }
    const struct record *record =
        &matrix_column(desk, matrix_of(desk)->column).items->question->record;
    const char *label = record_cell(record, QUESTION_LABEL);
    return *label ? label : record_cell(record, QUESTION_TEXT);
}

/* How many practices have no row; "" when all have one. */
static const char *apart_words(const struct desk *desk, struct arena *arena) {
    const size_t apart = desk->listing.reading ? 0 : matrix_of(desk)->apart;
    return apart ? arena_printf(arena,
                                ngettext("%zu more not assessed", "%zu more not assessed", apart),
                                apart)
                 : "";
}

/* Criteria in the title's row, under them the numbers of their questions. */
void matrix_heads_rows(const struct desk *desk, struct rows *rows) {
    const struct page page = page_make(desk, rows);
    const int room = page.left - 1;
    rows->title = rows_short(desk, heading_name(desk), room, rows->arena);
    rows->tail = criteria_text(desk, &page, rows->arena);
    const char *numbers = matrix_of(desk)->criteria ? "" : numbers_text(desk, &page, rows->arena);
    /* Where the screen's title has no room for it, what the column is stands here. */
    const char *text = rows->width < TITLE_FROM ? column_name(desk)
                                                : apart_words(desk, rows->arena);
    struct row *row = rows_add(rows, ROLE_TEXT, 0, rows_short(desk, text, room - 1, rows->arena));
    row->tail = padded(desk, numbers, page.width, rows->arena);
    row->tail_width = page.width + 1;
}

/* "source: not shown", of the column in focus. */
static const char *cell_words(const struct desk *desk, const struct subject *subject,
                              struct arena *arena) {
    const struct matrix_column column = matrix_column(desk, matrix_of(desk)->column);
    size_t of;
    const size_t met = matrix_met(desk, subject, column.items, column.count, &of);
    const char *whose = subject->practice ? _("source") : _("you");
    if (matrix_of(desk)->criteria) {
        return of == 0 ? arena_printf(arena, _("%s: not assessed"), whose)
               : subject->practice
                   ? arena_printf(arena, _("the source says: %zu of %zu met"), met, of)
                   : arena_printf(arena, _("you say: %zu of %zu met"), met, of);
    }
    return arena_printf(
        arena, "%s: %s", whose,
        subject->practice
            ? sign_of_mark(catalogue_mark(desk->work.catalogue, subject->practice, column.items),
                           SIGN_WORDS)
            : work_sign(desk, catalogue_checklist_of(column.items),
                        work_verdict(desk, subject, column.items), SIGN_WORDS)
                  .text);
}

static void practice_add(const struct desk *desk, const struct page *page, size_t entry,
                         struct rows *rows) {
    const struct subject *subject = matrix_at(desk, entry);
    const struct checklist *checklist = matrix_of(desk)->checklist;
    struct arena *arena = rows->arena;
    size_t of;
    const size_t met = matrix_met(desk, subject, checklist->items, checklist->item_count, &of);
    const char *mine = work_whose(desk, subject, arena);
    struct row *row = rows_add_entry(rows, entry, rows_subject(desk, subject));
    row->tail = arena_printf(arena, "%s%*zu%*s%s", mine, MET_WIDTH, met, MET_GAP, "",
                             cells_text(desk, page, subject, arena));
    row->tail_width = text_width(mine, desk->look.letters) + MET_WIDTH + MET_GAP + page->width + 1;
    row->signs = SIGNS_BESIDE;
    if (desk->look.signs == SIGN_WORDS) {
        rows_add_under(rows, ROLE_TEXT, entry, cell_words(desk, subject, arena));
    }
}

/* Rows around the focus only, as in Home; in words each has a line more. */
void matrix_rows(const struct desk *desk, struct rows *rows) {
    const struct page page = page_make(desk, rows);
    const size_t focus = matrix_row(desk);
    const size_t reach = (size_t)rows->height * REACH;
    const size_t from = focus > reach ? focus - reach : 0;
    const size_t end = matrix_of(desk)->row_count;
    rows->title = _("Practices");
    rows->tail = arena_printf(rows->arena, "%*s%*s%s", MET_WIDTH, _("met"), MET_GAP, "",
                              pointer_text(desk, &page, rows->arena));
    rows->first = desk->look.signs == SIGN_WORDS ? 2 * from : from;
    rows->cursor = page.left + cell_left(desk, &page, matrix_of(desk)->column);
    for (size_t i = from; i < end && i <= focus + reach; i++) {
        practice_add(desk, &page, i, rows);
    }
    if (end == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 desk->listing.count == 0 ? listing_advice(desk, rows->arena)
                                          : rows_not_assessed(desk));
    }
}

/* In so many columns as are left, the column's name only when there is room for some of it. */
static const char *status_text(const struct desk *desk, int room, struct arena *arena) {
    const enum letters letters = desk->look.letters;
    const char *between = sign_between(desk->look.ascii);
    size_t of;
    const size_t meet = matrix_column_met(desk, &of);
    const char *met = arena_printf(arena, _("met by %zu of %zu"), meet, of);
    const char *place = arena_printf(arena, _("practice %zu of %zu"), matrix_row(desk) + 1,
                                     matrix_of(desk)->row_count);
    const int rest = room - text_width(met, letters) - text_width(between, letters);
    const int name = rest - text_width(place, letters) - text_width(between, letters);
    const char *text = column_name(desk);
    if (text_width(text, letters) <= name) {
        return arena_printf(arena, "%s%s%s%s%s", place, between, text, between, met);
    }
    if (rest < LABEL_LEAST) {
        return met;
    }
    return arena_printf(arena, "%s%s%s", rows_short(desk, text, rest, arena), between, met);
}

const char *matrix_status(const struct desk *desk, int columns, int room, struct arena *arena) {
    (void)columns;
    return matrix_of(desk)->row_count ? rows_fitting(desk, status_text(desk, room, arena), room)
                                      : "";
}

/* "source: not shown" */
const char *matrix_focus(const struct desk *desk, struct arena *arena) {
    const struct subject *subject = matrix_subject(desk);
    return subject ? cell_words(desk, subject, arena) : "";
}
