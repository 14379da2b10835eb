#include "vademecum/screens/matrix.h"

static const struct panel practices = {SCREEN_MATRIX, MATRIX_ROWS};

struct matrix *matrix_of(const struct desk *desk) {
    return desk_state(desk, practices.screen);
}

size_t matrix_columns(const struct desk *desk) {
    const struct matrix *matrix = matrix_of(desk);
    return matrix->criteria ? matrix->checklist->criterion_count : matrix->checklist->item_count;
}

struct matrix_column matrix_column(const struct desk *desk, size_t column) {
    const struct checklist *checklist = matrix_of(desk)->checklist;
    if (!matrix_of(desk)->criteria) {
        return (struct matrix_column){&checklist->items[column], 1};
    }
    return (struct matrix_column){checklist->criteria[column].items,
                                  checklist->criteria[column].item_count};
}

size_t matrix_met(const struct desk *desk, const struct subject *subject, const struct item *items,
                  size_t count, size_t *of) {
    if (subject->practice) {
        const struct tally tally = catalogue_tally(desk->work.catalogue, subject->practice, items,
                                                   count);
        *of = catalogue_listed(&tally);
        return tally.marks[MARK_MET];
    }
    *of = count;
    return work_progress(desk, subject, items, count).verdicts[VERDICT_MET];
}

size_t matrix_row(const struct desk *desk) {
    return window_of(desk, practices)->focus;
}

const struct subject *matrix_at(const struct desk *desk, size_t row) {
    const struct matrix *matrix = matrix_of(desk);
    return row < matrix->row_count && matrix->rows[row] < desk->listing.count
               ? &desk->listing.order[matrix->rows[row]]
               : NULL;
}

const struct subject *matrix_subject(const struct desk *desk) {
    return matrix_at(desk, matrix_row(desk));
}

size_t matrix_column_met(const struct desk *desk, size_t *of) {
    const struct matrix *matrix = matrix_of(desk);
    const bool counted = matrix->column < matrix->counted;
    *of = counted ? matrix->of[matrix->column] : 0;
    return counted ? matrix->met[matrix->column] : 0;
}
