#include "vademecum/screens/matrix.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/screens/screens.h"

#include <string.h>

static const struct panel practices = {SCREEN_MATRIX, MATRIX_ROWS};

/* --- what is counted ------------------------------------------------------------------------- */

/* The first item of the column in focus; of a criterion without any the first of all. */
static const struct item *item_first(const struct desk *desk) {
    const struct matrix_column column = matrix_column(desk, matrix_of(desk)->column);
    return column.count > 0 ? column.items : matrix_of(desk)->checklist->items;
}

/* Counts the columns of a practice of the catalogue; whether its source lists any item. */
static bool practice_count(struct desk *desk, const struct practice *practice) {
    struct matrix *matrix = matrix_of(desk);
    bool assessed = false;
    for (size_t i = 0; i < matrix->counted; i++) {
        const struct matrix_column column = matrix_column(desk, i);
        size_t of = 0;
        size_t met = 0;
        for (size_t item = 0; item < column.count; item++) {
            const enum mark mark = catalogue_mark(desk->work.catalogue, practice,
                                                  &column.items[item]);
            of += mark != MARK_ABSENT;
            met += mark == MARK_MET;
        }
        assessed = assessed || of > 0;
        matrix->of[i] += of > 0;
        matrix->met[i] += of > 0 && met == of;
    }
    return assessed;
}

/* One look at all practices; until what it hangs on changes, keys cost nothing of it. */
static void practices_count(struct desk *desk) {
    struct matrix *matrix = matrix_of(desk);
    struct arena *arena = desk_arena(desk, practices.screen);
    const size_t columns = matrix_columns(desk);
    arena_empty(arena);
    matrix->met = arena_array(arena, columns, sizeof *matrix->met);
    matrix->of = arena_array(arena, columns, sizeof *matrix->of);
    matrix->rows = arena_array(arena, desk->listing.count, sizeof *matrix->rows);
    matrix->counted = columns;
    matrix->row_count = 0;
    matrix->apart = 0;
    for (size_t i = 0; i < columns; i++) {
        matrix->met[i] = 0;
        matrix->of[i] = 0;
    }
    for (size_t p = 0; p < desk->listing.count; p++) {
        const struct practice *practice = desk->listing.order[p].practice;
        if (!practice || practice_count(desk, practice)) {
            matrix->rows[matrix->row_count++] = p;
        } else {
            matrix->apart++;
        }
    }
}

/* The focus stays on its practice, wherever that stands now. */
static void practice_keep(struct desk *desk) {
    const struct matrix *matrix = matrix_of(desk);
    size_t row = 0;
    for (size_t i = 0; i < matrix->row_count; i++) {
        row = strcmp(matrix_at(desk, i)->id, matrix->practice) == 0 ? i : row;
    }
    window_focus(desk, practices, row);
}

static bool refresh(struct desk *desk) {
    struct matrix *matrix = matrix_of(desk);
    const uint64_t events = changes_stamp(desk);
    const bool listed = matrix->list == desk->listing.version;
    if (matrix->counted == 0 || !listed || matrix->events != events) {
        practices_count(desk);
    }
    if (!listed) {
        practice_keep(desk);
    }
    const struct subject *subject = matrix_subject(desk);
    matrix->practice = subject ? subject->id : "";
    matrix->list = desk->listing.version;
    matrix->events = events;
    return true;
}

/* --- what is done ---------------------------------------------------------------------------- */

static size_t count(const struct desk *desk) {
    return matrix_of(desk)->row_count;
}

static struct place place(const struct desk *desk) {
    return (struct place){
        .practice = matrix_subject(desk),
        .foreign = true,
    };
}

/* The column of an item; the first one when it has none. */
static size_t column_of(const struct matrix *matrix, const struct item *item) {
    const struct checklist *checklist = matrix->checklist;
    if (!item || item->question->criterion->checklist != checklist) {
        return 0;
    }
    return matrix->criteria ? (size_t)(item->question->criterion - checklist->criteria)
                            : (size_t)(item - checklist->items);
}

static bool enter(struct desk *desk, const struct place *place) {
    struct matrix *matrix = matrix_of(desk);
    const struct checklist *checklist = work_checklist(desk, place->practice);
    if (place->question) {
        checklist = place->question->criterion->checklist;
    }
    if (!checklist || checklist->item_count == 0) {
        notice_say(desk, _("There is no checklist for a matrix."));
        return false;
    }
    matrix->checklist = checklist;
    matrix->column = column_of(matrix, place->item);
    matrix->counted = 0;
    matrix->practice = place->practice->id;
    matrix->list = 0;
    return refresh(desk);
}

/* By criteria, or by items again. */
static void turn(struct desk *desk) {
    struct matrix *matrix = matrix_of(desk);
    const struct item *item = item_first(desk);
    matrix->criteria = !matrix->criteria;
    matrix->column = column_of(matrix, item);
    matrix->counted = 0;
}

static void step_to(struct desk *desk, int step) {
    struct matrix *matrix = matrix_of(desk);
    const size_t column = matrix->column + (size_t)(long)step;
    if (column < matrix_columns(desk)) {
        matrix->column = column;
    } else {
        notice_say(desk, step < 0 ? _("This is the first column.") : _("This is the last column."));
    }
}

static void leap(struct desk *desk, int step) {
    struct matrix *matrix = matrix_of(desk);
    if (matrix->criteria) {
        step_to(desk, step);
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
        notice_say(desk,
                   step < 0 ? _("This is the first question.") : _("This is the last question."));
        return;
    }
    matrix->column = (size_t)(items[column].question->items - items);
}

static void practice_go(struct desk *desk, size_t entry) {
    (void)entry;
    const struct item *item = item_first(desk);
    const struct place to = {
        .practice = matrix_subject(desk), .question = item->question, .item = item};
    if (to.practice) {
        desk_go(desk, SCREEN_PRACTICE, &to);
    }
}

static const struct action actions[] = {
    {COMMAND_RIGHT, .act_by = step_to, .by = +1},
    {COMMAND_LEFT, .act_by = step_to, .by = -1},
    {COMMAND_NEXT_STOP, .act_by = leap, .by = +1},
    {COMMAND_PREVIOUS_STOP, .act_by = leap, .by = -1},
    {COMMAND_MATRIX, .act = turn},
    {COMMAND_FILTER, .act_by = act_go, .by = SCREEN_FILTER},
    {COMMAND_SORT, .act_by = act_go, .by = SCREEN_SORT},
    {.command = COMMAND_NONE},
};

static bool by_items(const struct desk *desk) {
    return !matrix_of(desk)->criteria;
}

static const struct verb verbs[] = {
    {.command = COMMAND_OPEN},
    {COMMAND_MATRIX, .word = N_("by criteria"), .when = by_items},
    {COMMAND_MATRIX, .word = N_("by items")},
    {COMMAND_NEXT_STOP, .word = N_("next question"), .when = by_items},
    {.command = COMMAND_BACK},
    {.command = COMMAND_COMPARE},
    {.command = COMMAND_FILTER},
    {COMMAND_ALL, .word = N_("no filters")},
    {.command = COMMAND_SORT},
    {.command = COMMAND_FIGURES},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen matrix_screen = {
    .title = N_("All practices by items"),
    .command = COMMAND_MATRIX,
    .shape = SHAPE_HEADS,
    .narrowed = true,
    .raised = true,
    .first = MATRIX_ROWS,
    .state = sizeof(struct matrix),
    .panels = {{.name = "", .position = POSITION_NONE, .head = true, .rows = matrix_heads_rows},
               {.name = "",
                .position = POSITION_NONE,
                .entries = count,
                .rows = matrix_rows,
                .open = practice_go}},
    .verbs = verbs,
    .actions = actions,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .status = matrix_status,
    .focus = matrix_focus,
};
