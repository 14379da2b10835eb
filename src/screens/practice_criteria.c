#include "vademecum/base/i18n.h"
#include "vademecum/review/progress.h"
#include "vademecum/screens/practice.h"

enum {
    COUNT_WIDTH = 6,
    BAR_GAP = 2,        /* columns between a bar and its numbers */
    QUESTION_FROM = 46, /* columns of the panel from which whole questions stand on one line */
    NOT_ASSESSED_WIDTH = 14,
    KINDS_MAX = 6 /* of marks */
};

_Static_assert((int)VERDICT_COUNT <= (int)KINDS_MAX && (int)MARK_COUNT <= (int)KINDS_MAX,
               "there is room for each kind of mark");

/* What of a run of items is marked how, in the order in which a bar shows it. */
struct marks {
    struct sign_count counts[KINDS_MAX];
    size_t kinds;
    size_t said;   /* items that are answered, or that the source meets … */
    size_t listed; /* … of so many */
};

/* Whether the reviewer's own marks are shown: beside a model always, else once there is one. */
static bool review_begun(const struct desk *desk) {
    const struct practice_screen *screen = practice_of(desk);
    if (!screen->subject.practice || !screen->checklist) {
        return true;
    }
    const struct progress progress = work_progress(desk, &screen->subject, screen->checklist->items,
                                                   screen->checklist->item_count);
    return progress_answered(&progress) > 0;
}

static void kind_add(struct marks *marks, struct sign sign, size_t count) {
    marks->counts[marks->kinds++] = (struct sign_count){sign, count};
}

static struct marks marks_yours(const struct desk *desk, const struct item *items, size_t count) {
    static const enum verdict order[] = {VERDICT_MET, VERDICT_PARTLY,  VERDICT_NOT_MET,
                                         VERDICT_NA,  VERDICT_UNKNOWN, VERDICT_NONE};
    const struct progress progress = work_progress(desk, &practice_of(desk)->subject, items, count);
    struct marks marks = {.said = progress_answered(&progress), .listed = count};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        kind_add(&marks, work_sign(desk, practice_of(desk)->checklist, order[i], desk->look.signs),
                 progress.verdicts[order[i]]);
    }
    return marks;
}

static struct marks marks_source(const struct desk *desk, const struct item *items, size_t count) {
    static const enum mark order[] = {MARK_MET, MARK_NOT_MET, MARK_UNMARKED, MARK_ABSENT};
    const struct tally tally = catalogue_tally(desk->work.catalogue, practice_of(desk)->model,
                                               items, count);
    struct marks marks = {.said = tally.marks[MARK_MET], .listed = catalogue_listed(&tally)};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        kind_add(&marks, sign_mark(order[i], desk->look.signs), tally.marks[order[i]]);
    }
    return marks;
}

static struct marks marks_of(const struct desk *desk, bool yours, const struct item *items,
                             size_t count) {
    return yours ? marks_yours(desk, items, count) : marks_source(desk, items, count);
}

/* "3/4": how many are answered, or what the source meets of those that it lists. */
static void question_add(const struct desk *desk, const struct question *question, bool yours,
                         struct rows *rows) {
    const struct practice_screen *screen = practice_of(desk);
    const size_t entry = 1 + (size_t)(question - screen->checklist->questions);
    const bool labelled = rows->width < QUESTION_FROM;
    const char *label = record_cell(&question->record, QUESTION_LABEL);
    const char *text = record_cell(&question->record, QUESTION_TEXT);
    const struct marks marks = marks_of(desk, yours, question->items, question->item_count);
    struct row *row = rows_add_entry(rows, entry, labelled && *label ? label : text);
    if (marks.listed > 0) {
        row->tail = arena_printf(rows->arena, "%zu/%zu", marks.said, marks.listed);
        row->tail_width = COUNT_WIDTH;
    } else if (catalogue_answer(screen->model, question) || practice_own_place(question)) {
        row->tail_width = COUNT_WIDTH;
    } else if (rows->width < ROWS_NARROW) {
        rows_add_under(rows, ROLE_TEXT, entry, rows_not_assessed(desk));
    } else {
        row->tail = rows_not_assessed(desk);
        row->tail_width = NOT_ASSESSED_WIDTH;
    }
}

static void heading_tail(struct row *heading, const char *tail, enum letters letters) {
    heading->signs = SIGNS_BAR;
    heading->tail = tail;
    heading->tail_width = text_width(tail, letters) + 1;
}

/* In a narrow panel the bar stands under the title where all have room for that, else what fits of
 * bar and numbers beside it. */
static void bar_add(const struct desk *desk, const struct marks *marks, struct row *heading,
                    bool high, struct rows *rows) {
    const enum letters letters = desk->look.letters;
    const bool words = desk->look.signs == SIGN_WORDS;
    const char *numbers = sign_bar_numbers(marks->counts, marks->kinds, words, rows->arena);
    const char *bar = sign_bar_marks(marks->counts, marks->kinds, desk->look.ascii, rows->arena);
    const char *both = arena_printf(rows->arena, "%s%*s%s", bar, BAR_GAP, "", numbers);
    const char *const tails[] = {both, numbers, bar};
    const bool under = high && rows->width < QUESTION_FROM;
    const int room = rows->width - text_width(heading->text, letters) - BAR_GAP;
    if (marks->listed == 0) {
        return;
    }
    if (words) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, numbers);
        return;
    }
    for (size_t i = under; i < sizeof tails / sizeof *tails; i++) {
        if (text_width(tails[i], letters) <= room) {
            heading_tail(heading, tails[i], letters);
            break;
        }
    }
    if (under) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, bar)->signs = SIGNS_BAR;
    }
}

static void criterion_add(const struct desk *desk, const struct criterion *criterion, bool yours,
                          bool high, struct rows *rows) {
    const char *label = record_cell(&criterion->record, CRITERION_LABEL);
    const char *title = record_cell(&criterion->record, CRITERION_TITLE);
    const struct marks marks = marks_of(desk, yours, criterion->items, criterion->item_count);
    struct row *heading = rows_add(rows, ROLE_HEADING, 0,
                                   rows->width < QUESTION_FROM && *label ? label : title);
    bar_add(desk, &marks, heading, high, rows);
    for (size_t i = 0; i < criterion->question_count; i++) {
        question_add(desk, &criterion->questions[i], yours, rows);
    }
}

void practice_criteria_rows(const struct desk *desk, struct rows *rows) {
    const struct checklist *checklist = practice_of(desk)->checklist;
    const bool yours = review_begun(desk);
    const size_t lines = 1 + (checklist ? checklist->question_count +
                                              2 * checklist->criterion_count
                                        : 0);
    rows->title = _("Criteria");
    rows->tail = yours ? _("answered") : _("met");
    rows_add_entry(rows, 0, _("About this practice"))->indent = ROWS_INDENT;
    for (size_t i = 0; checklist && i < checklist->criterion_count; i++) {
        criterion_add(desk, &checklist->criteria[i], yours, lines <= (size_t)rows->height, rows);
    }
}
