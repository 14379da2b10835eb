#include "vademecum/base/i18n.h"
#include "vademecum/report/facts.h"
#include "vademecum/review/progress.h"
#include "vademecum/screens/practice.h"

#include <string.h>

enum {
    COUNT_WIDTH = 6,
    QUESTION_FROM = 46, /* columns of Criteria from which whole questions stand on one line */
    NOT_ASSESSED_WIDTH = 14,
    SIGN_WIDTH = 4,
    SIGNS_WIDTH = 8,
    SIGNS_NARROW_WIDTH = 6
};

/* Items that the reviewer has answered. */
struct answered {
    const size_t *questions; /* by the places of the checklist's questions */
    size_t all;
};

static struct answered answered_count(const struct desk *desk, struct arena *arena) {
    const struct practice_screen *screen = practice_of(desk);
    const struct checklist *checklist = screen->checklist;
    const size_t count = checklist ? checklist->question_count : 0;
    size_t *questions = arena_array(arena, count, sizeof *questions);
    struct answered answered = {.questions = questions};
    for (size_t i = 0; i < count; i++) {
        const struct question *question = &checklist->questions[i];
        const struct progress progress = work_progress(desk, &screen->subject, question->items,
                                                       question->item_count);
        questions[i] = progress_answered(&progress);
        answered.all += questions[i];
    }
    return answered;
}

/* Met of those that the source lists; nothing where it lists none. */
static const char *met_text(const struct tally *tally, struct arena *arena) {
    const size_t listed = catalogue_listed(tally);
    return listed ? arena_printf(arena, "%zu/%zu", tally->marks[MARK_MET], listed) : NULL;
}

/* What of a question the source meets, or the reviewer has answered unless `answered` is NULL. */
static void question_add(const struct desk *desk, const struct question *question,
                         const size_t *answered, struct rows *rows) {
    const struct practice_screen *screen = practice_of(desk);
    const size_t entry = 1 + (size_t)(question - screen->checklist->questions);
    const bool narrow = rows->width < ROWS_NARROW;
    const bool labelled = rows->width < QUESTION_FROM;
    const char *label = record_cell(&question->record, QUESTION_LABEL);
    const char *text = record_cell(&question->record, QUESTION_TEXT);
    struct row *row = rows_add_entry(rows, entry, labelled && *label ? label : text);
    const struct tally tally = catalogue_tally(desk->work.catalogue, screen->model, question->items,
                                               question->item_count);
    if (answered) {
        row->tail = arena_printf(rows->arena, "%zu/%zu", *answered, question->item_count);
        row->tail_width = COUNT_WIDTH;
    } else if (catalogue_answer(screen->model, question) || catalogue_listed(&tally)) {
        row->tail = met_text(&tally, rows->arena);
        row->tail_width = COUNT_WIDTH;
    } else if (narrow) {
        rows_add_under(rows, ROLE_TEXT, entry, rows_not_assessed(desk));
    } else {
        row->tail = rows_not_assessed(desk);
        row->tail_width = NOT_ASSESSED_WIDTH;
    }
}

static void criterion_add(const struct desk *desk, const struct criterion *criterion,
                          const size_t *answered, struct rows *rows) {
    const struct practice_screen *screen = practice_of(desk);
    const char *label = record_cell(&criterion->record, CRITERION_LABEL);
    const char *title = record_cell(&criterion->record, CRITERION_TITLE);
    const bool narrow = rows->width < ROWS_NARROW;
    const struct tally tally = catalogue_tally(desk->work.catalogue, screen->model,
                                               criterion->items, criterion->item_count);
    struct row *row = rows_add(rows, ROLE_HEADING, 0, narrow && *label ? label : title);
    size_t sum = 0;
    for (size_t i = 0; answered && i < criterion->question_count; i++) {
        sum += answered[i];
    }
    row->tail_width = COUNT_WIDTH;
    row->tail = answered ? arena_printf(rows->arena, "%zu/%zu", sum, criterion->item_count)
                         : met_text(&tally, rows->arena);
    for (size_t i = 0; i < criterion->question_count; i++) {
        question_add(desk, &criterion->questions[i], answered ? &answered[i] : NULL, rows);
    }
}

/* The reviewer's own answers are counted beside a model always, else once there is one. */
void practice_criteria_rows(const struct desk *desk, struct rows *rows) {
    const struct practice_screen *screen = practice_of(desk);
    const struct checklist *checklist = screen->checklist;
    const struct answered answered = answered_count(desk, rows->arena);
    const bool begun = !screen->subject.practice || answered.all > 0;
    rows->title = _("Criteria");
    rows->tail = begun ? _("answered") : _("met");
    rows_add_entry(rows, 0, _("About this practice"))->indent = ROWS_INDENT;
    for (size_t i = 0; checklist && i < checklist->criterion_count; i++) {
        const struct criterion *criterion = &checklist->criteria[i];
        const size_t first = (size_t)(criterion->questions - checklist->questions);
        criterion_add(desk, criterion, begun ? answered.questions + first : NULL, rows);
    }
}

void practice_answer_rows(const struct desk *desk, struct rows *rows) {
    const struct question *question = practice_question(desk);
    rows->title = _("Answer");
    if (!question) {
        return;
    }
    const struct answer *answer = catalogue_answer(practice_of(desk)->model, question);
    rows_add(rows, ROLE_HEADING, 0, record_cell(&question->record, QUESTION_TEXT));
    const char *own = work_value(desk, practice_of(desk)->subject.id,
                                 record_cell(&question->record, QUESTION_ID), "answer");
    if (*own) {
        rows_add(rows, ROLE_HEADING, 0, _("Your answer"));
        rows_add(rows, ROLE_TEXT, 0, own);
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0,
                 practice_of(desk)->subject.practice ? _("The source's") : _("The model's"));
    }
    if (!answer) {
        rows_add(rows, ROLE_TEXT, 0,
                 desk->listing.reading
                     ? _("Not read yet: the catalogue is still being read.")
                     : _("Not assessed: the source does not answer this question for this "
                         "practice."));
        return;
    }
    rows_add(rows, ROLE_TEXT, 0, rows_cell(desk, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT));
    const char *note = rows_cell(desk, SCHEMA_ANSWERS, &answer->record, ANSWER_NOTE);
    if (*note) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0, _("Note"));
        rows_add(rows, ROLE_TEXT, 0, note);
    }
}

/* The facts of the practice, or those about their source. */
static void facts_add(const struct fact *facts, size_t count, bool source, struct rows *rows) {
    for (size_t i = 0; i < count; i++) {
        if ((facts[i].kind >= FACT_COLLECTION) == source) {
            rows_add_fact(rows, facts[i].label, facts[i].text);
        }
    }
}

void practice_about_rows(const struct desk *desk, struct rows *rows) {
    const struct record *record = &practice_of(desk)->model->record;
    rows->title = _("About");
    if (!practice_of(desk)->subject.practice) {
        rows_add(rows, ROLE_HEADING, 0, practice_of(desk)->subject.title);
        const char *own = work_value(desk, practice_of(desk)->subject.id, "", "own.summary");
        if (*own) {
            rows_add(rows, ROLE_TEXT, 0, own);
        }
        rows_add_gap(rows);
        const size_t told = rows->count;
        rows_add_own_facts(desk, &practice_of(desk)->subject, rows);
        rows_add_jotted(desk, &practice_of(desk)->subject, rows);
        if (rows->count > told) {
            rows_add_gap(rows);
        }
        rows_add(rows, ROLE_TEXT, 0, _("Beside it stands this model:"));
    }
    rows_add(rows, ROLE_HEADING, 0, rows_cell(desk, SCHEMA_PRACTICES, record, PRACTICE_TITLE));
    const char *summary = rows_cell(desk, SCHEMA_PRACTICES, record, PRACTICE_SUMMARY);
    if (*summary) {
        rows_add(rows, ROLE_TEXT, 0, summary);
    }
    rows_add_gap(rows);
    size_t count = 0;
    const struct fact *facts = facts_of_practice(desk->work.catalogue, practice_of(desk)->model,
                                                 desk->work.lang, rows->arena, &count);
    facts_add(facts, count, false, rows);
    if (practice_of(desk)->subject.practice) {
        rows_add_jotted(desk, &practice_of(desk)->subject, rows);
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Inspiring tools"));
    const size_t tools = practice_tool_count(desk);
    for (size_t i = 0; i < tools; i++) {
        practice_tool_add(desk, i, rows);
    }
    if (tools == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("none"));
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Where this comes from"));
    facts_add(facts, count, true, rows);
}

/* The signs for what the reviewer left on the item beside a mark; as words " · planned". */
static const char *jottings_text(const struct desk *desk, const struct item *item,
                                 struct arena *arena) {
    const enum sign_form form = desk->look.signs;
    const char *before = form == SIGN_WORDS ? sign_between(desk->look.ascii) : "";
    const char *text = "";
    for (enum jotting jotting = 0; jotting < JOTTING_COUNT; jotting++) {
        if (work_jotted(desk, &practice_of(desk)->subject, item, jotting)) {
            text = arena_printf(arena, "%s%s%s", text, before, sign_of_jotting(jotting, form));
        }
    }
    return text;
}

static void item_add(const struct desk *desk, const struct item *item, size_t place,
                     struct rows *rows) {
    const enum sign_form form = desk->look.signs;
    const enum mark mark = catalogue_mark(desk->work.catalogue, practice_of(desk)->model, item);
    const enum verdict verdict = work_verdict(desk, &practice_of(desk)->subject, item);
    const char *source = sign_of_mark(mark, form);
    const char *yours = sign_of_verdict(verdict, form);
    const char *jottings = jottings_text(desk, item, rows->arena);
    struct row *row = rows_add_entry(rows, place,
                                     rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_TEXT));
    if (form == SIGN_WORDS) {
        const char *told = desk->work.log ? arena_printf(rows->arena, _("%s: %s · you: %s"),
                                                         practice_source_word(desk), source, yours)
                                          : arena_printf(rows->arena, "%s: %s",
                                                         practice_source_word(desk), source);
        rows_add_under(rows, ROLE_TEXT, place, arena_printf(rows->arena, "%s%s", told, jottings));
        return;
    }
    const bool narrow = rows->width < ROWS_NARROW;
    const char *marks = desk->work.log ? arena_printf(rows->arena, narrow ? "%s  %s" : "%s    %s ",
                                                      source, yours)
                                       : source;
    row->signs = SIGNS_BESIDE;
    row->tail = marks;
    row->tail_width = !desk->work.log ? SIGN_WIDTH : narrow ? SIGNS_NARROW_WIDTH : SIGNS_WIDTH;
    /* Behind the text, where it takes no room from the other lines. */
    row->text = arena_printf(rows->arena, "%s%s%s", row->text, *jottings ? " " : "", jottings);
    row->tail_last = true;
}

void practice_checklist_rows(const struct desk *desk, struct rows *rows) {
    const size_t count = practice_items(desk);
    rows->title = practice_of(desk)->hide_answered ? _("Unanswered only") : _("Checklist");
    rows->tail = desk->work.log ? arena_printf(rows->arena, _("%s you"), practice_source_word(desk))
                                : practice_source_word(desk);
    for (size_t i = 0; i < count; i++) {
        item_add(desk, practice_item_at(desk, i), i, rows);
    }
    if (count == 0 && practice_of(desk)->hide_answered) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("All answered; H shows them."));
    }
}
