#include "vademecum/import/own_rows.h"

#include "vademecum/catalogue/syntax.h"
#include "vademecum/report/own_list.h"
#include "vademecum/report/own_practice.h"
#include "vademecum/review/own.h"
#include "vademecum/review/verdict.h"

#include <string.h>

/* A practice while its rows are made. */
struct making {
    struct new_rows *rows;
    const struct report *report;
    const char *own;     /* its id in the review */
    const char *id;      /* the one that it gets */
    const char *partly;  /* ids of items that are so, joined by ", " */
    const char *unknown; /* the same */
};

static const char *joined(struct arena *arena, const char *list, const char *more) {
    return list[0] ? arena_printf(arena, "%s, %s", list, more) : more;
}

static const char *value_of(const struct making *making, const char *item, const char *field) {
    const struct report *report = making->report;
    return review_value(report->review, report->reviewer, making->own, item, field);
}

static void item_add(struct making *making, const struct item *item) {
    static const char *const marks[VERDICT_COUNT] = {
        [VERDICT_MET] = "met",
        [VERDICT_NOT_MET] = "not_met",
        [VERDICT_PARTLY] = "unmarked",
        [VERDICT_UNKNOWN] = "unmarked",
    };
    const struct report *report = making->report;
    const char *id = record_cell(&item->record, ITEM_ID);
    const enum verdict verdict = verdict_of(report->review, report->reviewer, making->own, item);
    if (!marks[verdict]) {
        return;
    }
    const char **cells = new_rows_add(making->rows, SCHEMA_MARKS);
    cells[MARK_PRACTICE] = making->id;
    cells[MARK_ITEM] = id;
    cells[MARK_MARK] = marks[verdict];
    if (verdict == VERDICT_PARTLY) {
        making->partly = joined(report->arena, making->partly, id);
    } else if (verdict == VERDICT_UNKNOWN) {
        making->unknown = joined(report->arena, making->unknown, id);
    }
}

static void question_add(struct making *making, const struct question *question) {
    const char *id = record_cell(&question->record, QUESTION_ID);
    const char *answer = value_of(making, id, "answer");
    const char *tool = value_of(making, id, "tool");
    if (answer[0]) {
        const char **cells = new_rows_add(making->rows, SCHEMA_ANSWERS);
        cells[ANSWER_PRACTICE] = making->id;
        cells[ANSWER_QUESTION] = id;
        cells[ANSWER_TEXT] = answer;
    }
    if (tool[0]) {
        const char **cells = new_rows_add(making->rows, SCHEMA_TOOLS);
        cells[TOOL_PRACTICE] = making->id;
        cells[TOOL_QUESTION] = id;
        cells[TOOL_POSITION] = "1";
        cells[TOOL_TITLE] = tool;
        cells[TOOL_URL] = syntax_is_url(tool) ? tool : "";
    }
    for (size_t i = 0; i < question->item_count; i++) {
        item_add(making, &question->items[i]);
    }
}

/* What marks cannot say. In English, as all of a catalogue's own words. */
static const char *note_of(const struct making *making, const char *note) {
    struct arena *arena = making->report->arena;
    if (making->partly[0]) {
        note = arena_printf(arena, "%s%sPartly met, by its reviewer: %s.", note, note[0] ? " " : "",
                            making->partly);
    }
    if (making->unknown[0]) {
        note = arena_printf(arena, "%s%sNot known to its reviewer: %s.", note, note[0] ? " " : "",
                            making->unknown);
    }
    return note;
}

static void practice_add(struct making *making, const char *collection) {
    const struct report *report = making->report;
    const struct practice *practice = own_practice_make(report, making->own);
    for (size_t i = 0; i < report->catalogue->question_count; i++) {
        question_add(making, &report->catalogue->questions[i]);
    }
    const char **cells = new_rows_add(making->rows, SCHEMA_PRACTICES);
    for (size_t i = 0; i < PRACTICE_COLUMNS; i++) {
        cells[i] = record_cell(&practice->record, i);
    }
    cells[PRACTICE_ID] = making->id;
    cells[PRACTICE_COLLECTION] = collection;
    cells[PRACTICE_NOTE] = note_of(making, cells[PRACTICE_NOTE]);
    for (const struct practice_term *of = practice->terms; of; of = of->next) {
        cells = new_rows_add(making->rows, SCHEMA_PRACTICE_TERMS);
        cells[PRACTICE_TERM_PRACTICE] = making->id;
        cells[PRACTICE_TERM_SCHEME] = record_cell(&of->term->record, TERM_SCHEME);
        cells[PRACTICE_TERM_TERM] = record_cell(&of->term->record, TERM_TERM);
    }
}

static const char *collection_add(struct new_rows *rows, const struct report *report) {
    const char *name = review_value(report->review, report->reviewer, "", "", "name");
    const char *id = arena_printf(report->arena, "own-%s",
                                  own_slug(report->arena, report->reviewer));
    if (new_rows_find(rows, SCHEMA_COLLECTIONS, id)) {
        return id;
    }
    const char **cells = new_rows_add(rows, SCHEMA_COLLECTIONS);
    cells[COLLECTION_ID] = id;
    cells[COLLECTION_TITLE] = arena_printf(report->arena, "Practices described by %s",
                                           name[0] ? name : report->reviewer);
    return id;
}

size_t own_rows_add(struct new_rows *rows, const struct report *report) {
    size_t count;
    size_t added = 0;
    const char *const *ids = own_list_gather(report, &count);
    const char *collection = "";
    for (size_t i = 0; i < count; i++) {
        if (own_list_off(report, ids[i])) {
            continue;
        }
        collection = collection[0] ? collection : collection_add(rows, report);
        struct making making = {
            .rows = rows,
            .report = report,
            .own = ids[i],
            .id = ids[i] + strlen("own-"),
            .partly = "",
            .unknown = "",
        };
        practice_add(&making, collection);
        added++;
    }
    return added;
}
