#include "vademecum/desk/matrix.h"

#include "vademecum/base/words.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"

static const struct checklist *checklist_here(const struct session *session);
static const struct item *item_here(const struct session *session);
static const struct subject *subject_here(const struct session *session);
static const struct item *item_first(const struct session *session);
static void columns_count(struct session *session);
static void row_count(struct session *session, const struct subject *subject);
static const struct practice *practice_at(const void *context, size_t place);

void matrix_matrix(struct session *session) {
    struct matrix *matrix = &session->matrix;
    if (session_screen(session) == SCREEN_MATRIX) {
        const struct item *item = item_first(session);
        const struct checklist *checklist = matrix->checklist;
        matrix->criteria = !matrix->criteria;
        matrix->column = matrix->criteria
                             ? (size_t)(item->question->criterion - checklist->criteria)
                             : (size_t)(item - checklist->items);
    } else {
        const struct checklist *checklist = checklist_here(session);
        const struct item *item = item_here(session);
        const struct subject *subject = subject_here(session);
        if (!checklist || checklist->item_count == 0) {
            session_say(session, _("There is no checklist for a matrix."));
            return;
        }
        matrix->checklist = checklist;
        matrix->column = 0;
        if (item && item->question->criterion->checklist == checklist) {
            matrix->column = matrix->criteria
                                 ? (size_t)(item->question->criterion - checklist->criteria)
                                 : (size_t)(item - checklist->items);
        }
        screens_raise(session, SCREEN_MATRIX, PANEL_MATRIX);
        const long place = subjects_place(session, subject->id);
        scroll_focus(session, PANEL_MATRIX, place > 0 ? (size_t)place : 0);
    }
    matrix->counted = 0;
    matrix_settle(session);
}

void matrix_figures(struct session *session) {
    const struct figures_of listed = {practice_at, session, session->practice_count};
    session->figures = figures_count(session->catalogue, &listed, session->arena,
                                     &session->figure_count);
    screens_raise(session, SCREEN_FIGURES, PANEL_FIGURES);
    scroll_reset(session, PANEL_FIGURES);
}

size_t matrix_columns(const struct session *session) {
    const struct matrix *matrix = &session->matrix;
    return matrix->criteria ? matrix->checklist->criterion_count : matrix->checklist->item_count;
}

struct matrix_column matrix_column(const struct session *session, size_t column) {
    const struct checklist *checklist = session->matrix.checklist;
    if (!session->matrix.criteria) {
        return (struct matrix_column){&checklist->items[column], 1};
    }
    return (struct matrix_column){checklist->criteria[column].items,
                                  checklist->criteria[column].item_count};
}

size_t matrix_met(const struct session *session, const struct subject *subject,
                  const struct item *items, size_t count, size_t *of) {
    if (subject->practice) {
        const struct tally tally = catalogue_tally(session->catalogue, subject->practice, items,
                                                   count);
        *of = tally_listed(&tally);
        return tally.marks[MARK_MET];
    }
    *of = count;
    return session_progress(session, subject, items, count).verdicts[VERDICT_MET];
}

const struct subject *matrix_subject(const struct session *session) {
    const size_t focus = session->panels[PANEL_MATRIX].focus;
    return focus < session->practice_count ? &session->order[focus] : NULL;
}

size_t matrix_column_met(const struct session *session) {
    const struct matrix *matrix = &session->matrix;
    return matrix->column < matrix->counted ? matrix->met[matrix->column] : 0;
}

void matrix_settle(struct session *session) {
    struct matrix *matrix = &session->matrix;
    const size_t events = session_review(session)->event_count;
    if (matrix->counted > 0 && matrix->order == session->order &&
        matrix->practices == session->practice_count && matrix->events == events) {
        return;
    }
    matrix->order = session->order;
    matrix->practices = session->practice_count;
    matrix->events = events;
    columns_count(session);
}

void matrix_step(struct session *session, int step) {
    struct matrix *matrix = &session->matrix;
    const size_t column = matrix->column + (size_t)(long)step;
    if (column < matrix_columns(session)) {
        matrix->column = column;
    } else {
        session_say(session,
                    step < 0 ? _("This is the first column.") : _("This is the last column."));
    }
}

void matrix_leap(struct session *session, int step) {
    struct matrix *matrix = &session->matrix;
    if (matrix->criteria) {
        matrix_step(session, step);
        return;
    }
    const size_t count = matrix->checklist->item_count;
    const struct item *items = matrix->checklist->items;
    const struct question *from = items[matrix->column].question;
    size_t column = matrix->column;
    while (column < count && items[column].question == from) {
        column += (size_t)(long)step;
    }
    if (column >= count) {
        session_say(session,
                    step < 0 ? _("This is the first question.") : _("This is the last question."));
        return;
    }
    matrix->column = (size_t)(items[column].question->items - items);
}

void matrix_go(struct session *session) {
    const struct item *item = item_first(session);
    const struct subject *subject = matrix_subject(session);
    if (subject) {
        comparing_visit(session, subject, item->question, item);
    }
}

/* The item and the practice that are looked at, so that they are in focus here too. */
static const struct item *item_here(const struct session *session) {
    switch (session_screen(session)) {
    case SCREEN_COMPARE:
        return comparing_here(session).item;
    case SCREEN_PRACTICE:
        return session_item(session);
    default:
        return NULL;
    }
}

static const struct subject *subject_here(const struct session *session) {
    switch (session_screen(session)) {
    case SCREEN_COMPARE:
        return session->comparison.sides[comparing_side(session)];
    case SCREEN_PRACTICE:
        return session->subject;
    default:
        return session_home_subject(session);
    }
}

/* The checklist of what is looked at. */
static const struct checklist *checklist_here(const struct session *session) {
    switch (session_screen(session)) {
    case SCREEN_COMPARE:
        return session->comparison.checklist;
    case SCREEN_HOME:
        return session_checklist(session, session_home_subject(session));
    default:
        return session->checklist;
    }
}

/* The first item of the column in focus; of a criterion without any the first of all. */
static const struct item *item_first(const struct session *session) {
    const struct matrix_column column = matrix_column(session, session->matrix.column);
    return column.count > 0 ? column.items : session->matrix.checklist->items;
}

/* One look at all practices; until what it hangs on changes, keys cost nothing of it. */
static void columns_count(struct session *session) {
    struct matrix *matrix = &session->matrix;
    const size_t columns = matrix_columns(session);
    if (matrix->room < columns) {
        matrix->met = arena_array(session->arena, columns, sizeof *matrix->met);
        matrix->room = columns;
    }
    matrix->counted = columns;
    for (size_t i = 0; i < columns; i++) {
        matrix->met[i] = 0;
    }
    for (size_t p = 0; p < session->practice_count; p++) {
        row_count(session, &session->order[p]);
    }
}

/* Most practices are of the catalogue: their marks are looked at without further ado. */
static void row_count(struct session *session, const struct subject *subject) {
    struct matrix *matrix = &session->matrix;
    for (size_t i = 0; i < matrix->counted; i++) {
        const struct matrix_column column = matrix_column(session, i);
        size_t of = 0;
        size_t met = 0;
        if (!subject->practice) {
            met = matrix_met(session, subject, column.items, column.count, &of);
        }
        for (size_t item = 0; subject->practice && item < column.count; item++) {
            const enum mark mark = catalogue_mark(session->catalogue, subject->practice,
                                                  &column.items[item]);
            of += mark != MARK_ABSENT;
            met += mark == MARK_MET;
        }
        matrix->met[i] += of > 0 && met == of;
    }
}

static const struct practice *practice_at(const void *context, size_t place) {
    const struct session *session = context;
    return session->order[place].practice;
}
