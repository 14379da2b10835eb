#include "vademecum/desk/matrix.h"
#include "vademecum/base/words.h"
#include "vademecum/view/rows.h"

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

static struct page page_make(const struct session *session, const struct rows *rows);
static struct page page_at(const struct session *session, size_t first, int gap, int room);
static size_t criterion_first(const struct session *session, const struct page *page,
                              size_t column);
static const char *label_of(const struct criterion *criterion);
static int cell_width(const struct session *session, size_t column);
static int cell_gap(const struct session *session, const struct page *page, size_t column);
static size_t unit_end(const struct session *session, size_t column);
static int run_width(const struct session *session, const struct page *page, size_t first,
                     size_t end);
static const struct criterion *criterion_of(const struct session *session, size_t column);
static const char *cells_text(const struct session *session, const struct page *page,
                              const struct subject *subject, struct arena *arena);
static const char *criteria_text(const struct session *session, const struct page *page,
                                 struct arena *arena);
static const char *numbers_text(const struct session *session, const struct page *page,
                                struct arena *arena);
static const char *pointer_text(const struct session *session, const struct page *page,
                                struct arena *arena);
static int cell_left(const struct session *session, const struct page *page, size_t column);
static const char *cell_text(const struct session *session, const struct subject *subject,
                             size_t column, struct arena *arena);
static const char *padded(const struct session *session, const char *text, int width,
                          struct arena *arena);
static const char *column_name(const struct session *session);
static const char *heading_name(const struct session *session);
static enum sign_form form_of(const struct session *session);

/* Criteria in the title's row, under them the numbers of their questions. */
void matrix_heads(const struct session *session, struct rows *rows) {
    const struct page page = page_make(session, rows);
    const int room = page.left - 1;
    rows->title = rows_short(session, heading_name(session), room, rows->arena);
    rows->tail = criteria_text(session, &page, rows->arena);
    const char *numbers = session->matrix.criteria ? "" : numbers_text(session, &page, rows->arena);
    /* Where the screen's title has no room for it, what the column is stands here. */
    struct row *row = rows_add(
        rows, ROLE_TEXT, 0,
        rows->width < TITLE_FROM ? rows_short(session, column_name(session), room - 1, rows->arena)
                                 : "");
    row->tail = padded(session, numbers, page.width, rows->arena);
    row->tail_width = page.width + 1;
}

/* Rows around the focus only, as in Home. */
void matrix_practices(const struct session *session, struct rows *rows) {
    const struct page page = page_make(session, rows);
    const size_t focus = session->panels[PANEL_MATRIX].focus;
    const size_t reach = (size_t)rows->height * REACH;
    const size_t from = focus > reach ? focus - reach : 0;
    struct arena *arena = rows->arena;
    rows->title = _("Practices");
    rows->tail = arena_printf(arena, "%*s%*s%s", MET_WIDTH, _("met"), MET_GAP, "",
                              pointer_text(session, &page, arena));
    rows->first = from;
    rows->cursor = page.left + cell_left(session, &page, session->matrix.column);
    for (size_t i = from; i < session->practice_count && i <= focus + reach; i++) {
        const struct subject *subject = &session->order[i];
        const struct checklist *checklist = session->matrix.checklist;
        size_t of;
        const size_t met = matrix_met(session, subject, checklist->items, checklist->item_count,
                                      &of);
        const char *mine = subject->practice ? "" : _("mine");
        struct row *row = rows_add_entry(rows, i, rows_subject(session, subject));
        row->tail = arena_printf(arena, "%s%*zu%*s%s", mine, MET_WIDTH, met, MET_GAP, "",
                                 cells_text(session, &page, subject, arena));
        row->tail_width = text_width(row->tail, session->look.letters) + 1;
    }
    if (session->practice_count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, session_advice(session, arena));
    }
}

const char *matrix_title(const struct session *session, int room, struct arena *arena) {
    if (session->practice_count == 0) {
        return "";
    }
    const enum letters letters = session->look.letters;
    const char *between = sign_between(session->look.ascii);
    const char *met = arena_printf(arena, _("met by %zu of %zu"), matrix_column_met(session),
                                   session->practice_count);
    const char *place = arena_printf(arena, _("practice %zu of %zu"),
                                     session->panels[PANEL_MATRIX].focus + 1,
                                     session->practice_count);
    const int rest = room - text_width(met, letters) - text_width(between, letters);
    const int name = rest - text_width(place, letters) - text_width(between, letters);
    const char *text = column_name(session);
    if (text_width(text, letters) <= name) {
        return arena_printf(arena, "%s%s%s%s%s", place, between, text, between, met);
    }
    if (rest < LABEL_LEAST) {
        return met;
    }
    return arena_printf(arena, "%s%s%s", rows_short(session, text, rest, arena), between, met);
}

/* "Social circus with young migrants: not shown" */
const char *matrix_focus(const struct session *session, struct arena *arena) {
    const struct subject *subject = matrix_subject(session);
    if (!subject) {
        return "";
    }
    const struct matrix_column column = matrix_column(session, session->matrix.column);
    size_t of;
    const size_t met = matrix_met(session, subject, column.items, column.count, &of);
    const char *whose = subject->practice ? _("source") : _("you");
    if (session->matrix.criteria) {
        return of ? arena_printf(arena, _("%s: %zu of %zu met"), whose, met, of)
                  : arena_printf(arena, _("%s: not assessed"), whose);
    }
    return arena_printf(
        arena, "%s: %s", whose,
        subject->practice
            ? sign_of_mark(catalogue_mark(session->catalogue, subject->practice, column.items),
                           SIGN_WORDS)
            : sign_of_verdict(session_verdict(session, subject, column.items), SIGN_WORDS));
}

static struct page page_make(const struct session *session, const struct rows *rows) {
    const size_t columns = matrix_columns(session);
    const int wanted = rows->width * NAMES_PERCENT / 100;
    const int names = wanted < NAMES_LEAST    ? NAMES_LEAST
                      : wanted > NAMES_ENOUGH ? NAMES_ENOUGH
                                              : wanted;
    const int room = rows->width - MET_WIDTH - MET_GAP - names;
    struct page found = {.gap = GAP_MOST};
    while (found.gap > GAP_CRITERION && run_width(session, &found, 0, columns) > room) {
        found.gap--;
    }
    int widest = 0;
    for (size_t first = 0; first < columns;) {
        const struct page page = page_at(session, first, found.gap, room);
        if (session->matrix.column >= first && session->matrix.column < page.end) {
            found = page;
        }
        widest = page.width > widest ? page.width : widest;
        first = page.end;
    }
    found.width = widest;
    found.left = rows->width - widest;
    return found;
}

/* Cut at questions; one that is wider than the room is cut within. */
static struct page page_at(const struct session *session, size_t first, int gap, int room) {
    const size_t columns = matrix_columns(session);
    struct page page = {.first = first, .end = first, .gap = gap};
    while (page.end < columns &&
           run_width(session, &page, first, unit_end(session, page.end)) <= room) {
        page.end = unit_end(session, page.end);
    }
    const size_t cut = page.end > first ? page.end : unit_end(session, first);
    while (page.end == first ||
           (page.end < cut && run_width(session, &page, first, page.end + 1) <= room)) {
        page.end++;
    }
    page.width = run_width(session, &page, first, page.end);
    /* The last label may reach beyond its columns. */
    const int labelled = cell_left(session, &page, criterion_first(session, &page, page.end - 1)) +
                         text_width(label_of(criterion_of(session, page.end - 1)),
                                    session->look.letters);
    page.width = labelled > page.width && labelled <= room ? labelled : page.width;
    return page;
}

/* The first column shown of the same criterion. */
static size_t criterion_first(const struct session *session, const struct page *page,
                              size_t column) {
    while (column > page->first &&
           criterion_of(session, column - 1) == criterion_of(session, column)) {
        column--;
    }
    return column;
}

static const char *label_of(const struct criterion *criterion) {
    const char *label = record_cell(&criterion->record, CRITERION_LABEL);
    return *label ? label : record_cell(&criterion->record, CRITERION_TITLE);
}

static int cell_width(const struct session *session, size_t column) {
    if (!session->matrix.criteria) {
        return 1;
    }
    const int label = text_width(label_of(criterion_of(session, column)), session->look.letters);
    return label > COUNTS_LEAST ? label : COUNTS_LEAST;
}

/* Blanks before a column that is not the first shown. */
static int cell_gap(const struct session *session, const struct page *page, size_t column) {
    if (column == page->first) {
        return 0;
    }
    if (criterion_of(session, column) != criterion_of(session, column - 1)) {
        return page->gap;
    }
    const struct item *item = matrix_column(session, column).items;
    return item->question == item[-1].question ? 0 : GAP_QUESTION;
}

/* Behind the last column of the same question. */
static size_t unit_end(const struct session *session, size_t column) {
    if (session->matrix.criteria) {
        return column + 1;
    }
    const struct item *items = session->matrix.checklist->items;
    const struct question *question = items[column].question;
    return (size_t)(question->items - items) + question->item_count;
}

/* Columns that a run takes on the page, from where its first begins. */
static int run_width(const struct session *session, const struct page *page, size_t first,
                     size_t end) {
    int width = 0;
    for (size_t i = first; i < end; i++) {
        width += (i > first ? cell_gap(session, page, i) : 0) + cell_width(session, i);
    }
    return width;
}

static const struct criterion *criterion_of(const struct session *session, size_t column) {
    const struct checklist *checklist = session->matrix.checklist;
    return session->matrix.criteria ? &checklist->criteria[column]
                                    : checklist->items[column].question->criterion;
}

static const char *cells_text(const struct session *session, const struct page *page,
                              const struct subject *subject, struct arena *arena) {
    /* A column of the screen takes no more bytes than this, in any sign or digit. */
    const size_t size = (size_t)page->width * TEXT_CODE_BYTES + 1;
    char *text = arena_alloc(arena, size);
    size_t length = 0;
    int left = 0; /* where the cell begins */
    int used = 0; /* columns written so far */
    for (size_t i = page->first; i < page->end && length < size; i++) {
        const char *cell = cell_text(session, subject, i, arena);
        left += cell_gap(session, page, i);
        used = left > used ? left - used : 0;
        length += (size_t)snprintf(text + length, size - length, "%*s%s", used, "", cell);
        used = left + text_width(cell, session->look.letters);
        left += cell_width(session, i);
    }
    return padded(session, text, page->width, arena);
}

/* Labels over the first of their columns, as much of them as there is room for. */
static const char *criteria_text(const struct session *session, const struct page *page,
                                 struct arena *arena) {
    const char *text = "";
    for (size_t i = page->first; i < page->end;) {
        const struct criterion *criterion = criterion_of(session, i);
        size_t end = i;
        while (end < page->end && criterion_of(session, end) == criterion) {
            end++;
        }
        const int left = cell_left(session, page, i);
        const int right = end < page->end ? cell_left(session, page, end) - 1 : page->width;
        const int span = right - left;
        const char *label = label_of(criterion);
        if (span < LABEL_LEAST) {
            const size_t fits = text_fit(label, strlen(label), span, session->look.letters, NULL);
            label = arena_copy(arena, label, fits);
        }
        text = padded(session, text, left, arena);
        text = arena_printf(arena, "%s%s", text, rows_short(session, label, span, arena));
        i = end;
    }
    return padded(session, text, page->width, arena);
}

static const char *numbers_text(const struct session *session, const struct page *page,
                                struct arena *arena) {
    const char *text = "";
    for (size_t i = page->first; i < page->end; i++) {
        const struct item *item = matrix_column(session, i).items;
        if (i == page->first || item->question != item[-1].question) {
            const char *number = record_cell(&item->question->record, QUESTION_POSITION);
            text = padded(session, text, cell_left(session, page, i), arena);
            text = arena_printf(arena, "%s%s", text, number);
        }
    }
    return text;
}

/* A sign over the column in focus, and at the edges that there is more. */
static const char *pointer_text(const struct session *session, const struct page *page,
                                struct arena *arena) {
    const bool ascii = session->look.ascii;
    const int at = cell_left(session, page, session->matrix.column);
    const char *text = padded(session, page->first > 0 && at > 0 ? (ascii ? "<" : "‹") : "", at,
                              arena);
    text = arena_printf(arena, "%s%s", text, ascii ? "v" : "▾");
    if (page->end < matrix_columns(session) && at + 1 < page->width) {
        text = arena_printf(arena, "%s%s", padded(session, text, page->width - 1, arena),
                            ascii ? ">" : "›");
    }
    return padded(session, text, page->width, arena);
}

/* Where a column of the page begins, behind the first. */
static int cell_left(const struct session *session, const struct page *page, size_t column) {
    return run_width(session, page, page->first, column + 1) - cell_width(session, column);
}

/* The sign of an item, "9/9" of a criterion; nothing where the source does not assess it. */
static const char *cell_text(const struct session *session, const struct subject *subject,
                             size_t column, struct arena *arena) {
    const struct matrix_column about = matrix_column(session, column);
    if (session->matrix.criteria) {
        size_t of;
        const size_t met = matrix_met(session, subject, about.items, about.count, &of);
        return of ? arena_printf(arena, "%zu/%zu", met, of)
                  : sign_of_mark(MARK_ABSENT, form_of(session));
    }
    return subject->practice
               ? sign_of_mark(catalogue_mark(session->catalogue, subject->practice, about.items),
                              form_of(session))
               : sign_of_verdict(session_verdict(session, subject, about.items), form_of(session));
}

static const char *padded(const struct session *session, const char *text, int width,
                          struct arena *arena) {
    const int used = text_width(text, session->look.letters);
    return arena_printf(arena, "%s%*s", text, width > used ? width - used : 0, "");
}

static const char *column_name(const struct session *session) {
    const struct matrix_column column = matrix_column(session, session->matrix.column);
    if (session->matrix.criteria) {
        return catalogue_text(session->catalogue, SCHEMA_CRITERIA,
                              &criterion_of(session, session->matrix.column)->record,
                              CRITERION_TITLE, session->lang, NULL);
    }
    return catalogue_text(session->catalogue, SCHEMA_ITEMS, &column.items->record, ITEM_TEXT,
                          session->lang, NULL);
}

/* The question of the column in focus. */
static const char *heading_name(const struct session *session) {
    if (session->matrix.criteria) {
        return "";
    }
    const struct record *record =
        &matrix_column(session, session->matrix.column).items->question->record;
    const char *label = record_cell(record, QUESTION_LABEL);
    return *label ? label : record_cell(record, QUESTION_TEXT);
}

/* Words would not fit: they stand in the footer, for the cell in focus. */
static enum sign_form form_of(const struct session *session) {
    if (session->look.signs != SIGN_WORDS) {
        return session->look.signs;
    }
    return session->look.ascii ? SIGN_ASCII : SIGN_UNICODE;
}
