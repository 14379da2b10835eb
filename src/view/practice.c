#include "vademecum/base/words.h"
#include "vademecum/report/facts.h"
#include "vademecum/view/rows.h"

#include <string.h>

enum {
    COUNT_WIDTH = 6,
    QUESTION_FROM = 46, /* columns of Criteria from which whole questions stand on one line */
    NOT_ASSESSED_WIDTH = 14,
    SIGN_WIDTH = 4,
    WORDS_WIDTH = 12
};

static void question_add(const struct session *session, const struct question *question,
                         size_t entry, struct rows *rows);
static void facts_add(const struct fact *facts, size_t count, bool source, struct rows *rows);
static const char *met_text(const struct tally *tally, struct arena *arena);
static void item_add(const struct session *session, const struct item *item, size_t place,
                     struct rows *rows);
static void tool_add(const struct session *session, const struct tool_entry *entry, size_t place,
                     struct rows *rows);
static const char *cell(const struct session *session, enum schema_id table,
                        const struct record *record, size_t column);

void practice_criteria(const struct session *session, struct rows *rows) {
    rows->title = _("Criteria");
    rows->tail = _("met");
    rows_add_entry(rows, 0, _("About this practice"))->indent = ROWS_INDENT;
    if (!session->checklist) {
        return;
    }
    const bool narrow = rows->width < ROWS_NARROW;
    const struct checklist *checklist = session->checklist;
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        const struct criterion *criterion = &checklist->criteria[i];
        const char *label = record_cell(&criterion->record, CRITERION_LABEL);
        const char *title = record_cell(&criterion->record, CRITERION_TITLE);
        const struct tally tally = catalogue_tally(session->catalogue, session->practice,
                                                   criterion->items, criterion->item_count);
        struct row *row = rows_add(rows, ROLE_HEADING, 0, narrow && *label ? label : title);
        row->tail_width = COUNT_WIDTH;
        row->tail = met_text(&tally, rows->arena);
        for (size_t q = 0; q < criterion->question_count; q++) {
            const struct question *question = &criterion->questions[q];
            question_add(session, question, 1 + (size_t)(question - checklist->questions), rows);
        }
    }
}

void practice_answer(const struct session *session, struct rows *rows) {
    const struct question *question = session_question(session);
    rows->title = _("Answer");
    if (!question) {
        return;
    }
    const struct answer *answer = catalogue_answer(session->practice, question);
    rows_add(rows, ROLE_HEADING, 0, record_cell(&question->record, QUESTION_TEXT));
    if (!answer) {
        rows_add(rows, ROLE_TEXT, 0,
                 _("Not assessed: the source does not answer this question for this practice."));
        return;
    }
    rows_add(rows, ROLE_TEXT, 0, cell(session, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT));
    const char *note = cell(session, SCHEMA_ANSWERS, &answer->record, ANSWER_NOTE);
    if (*note) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0, _("Note"));
        rows_add(rows, ROLE_TEXT, 0, note);
    }
}

void practice_about(const struct session *session, struct rows *rows) {
    const struct record *record = &session->practice->record;
    rows->title = _("About");
    rows_add(rows, ROLE_HEADING, 0, cell(session, SCHEMA_PRACTICES, record, PRACTICE_TITLE));
    const char *summary = cell(session, SCHEMA_PRACTICES, record, PRACTICE_SUMMARY);
    if (*summary) {
        rows_add(rows, ROLE_TEXT, 0, summary);
    }
    rows_add_gap(rows);
    size_t count = 0;
    const struct fact *facts = facts_of_practice(session->catalogue, session->practice,
                                                 session->lang, rows->arena, &count);
    facts_add(facts, count, false, rows);
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Inspiring tools"));
    const size_t tools = session_entries(session, PANEL_ABOUT);
    for (size_t i = 0; i < tools; i++) {
        const struct tool_entry tool = session_tool(session, i);
        tool_add(session, &tool, i, rows);
    }
    if (tools == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("none"));
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Where this comes from"));
    facts_add(facts, count, true, rows);
}

/* The facts of the practice, or those about their source. */
static void facts_add(const struct fact *facts, size_t count, bool source, struct rows *rows) {
    for (size_t i = 0; i < count; i++) {
        if ((facts[i].kind >= FACT_COLLECTION) == source) {
            rows_add_fact(rows, facts[i].label, facts[i].text);
        }
    }
}

void practice_checklist(const struct session *session, struct rows *rows) {
    const struct question *question = session_question(session);
    rows->title = _("Checklist");
    rows->tail = _("source");
    if (!question) {
        return;
    }
    for (size_t i = 0; i < question->item_count; i++) {
        item_add(session, &question->items[i], i, rows);
    }
    const struct item *item = session_item(session);
    const char *ask = item ? cell(session, SCHEMA_ITEMS, &item->record, ITEM_ASK) : "";
    if (*ask) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0, _("To ask"));
        rows_add(rows, ROLE_TEXT, 0, ask);
    }
}

void practice_tools(const struct session *session, struct rows *rows) {
    static const char *const headings[TOOL_PLACES] = {
        [TOOL_OF_QUESTION] = N_("This question"),
        [TOOL_OF_PRACTICE] = N_("This practice's other questions"),
        [TOOL_ELSEWHERE] = N_("Same question elsewhere"),
    };
    const size_t count = session_entries(session, PANEL_TOOLS);
    size_t entry = 0;
    rows->title = rows->width < ROWS_NARROW ? _("Tools") : _("Inspiring tools");
    for (enum tool_place place = TOOL_OF_QUESTION; place < TOOL_PLACES; place++) {
        const size_t first = entry;
        const bool here = entry < count && session_tool(session, entry).place == place;
        /* That this question has none is worth saying; of the others it is not. */
        if (!here && place != TOOL_OF_QUESTION) {
            continue;
        }
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0, _(headings[place]));
        while (entry < count && session_tool(session, entry).place == place) {
            const struct tool_entry tool = session_tool(session, entry);
            tool_add(session, &tool, entry, rows);
            entry++;
        }
        if (entry == first) {
            rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("none"));
        }
    }
}

static void question_add(const struct session *session, const struct question *question,
                         size_t entry, struct rows *rows) {
    const bool narrow = rows->width < ROWS_NARROW;
    const bool labelled = rows->width < QUESTION_FROM;
    const char *label = record_cell(&question->record, QUESTION_LABEL);
    const char *text = record_cell(&question->record, QUESTION_TEXT);
    struct row *row = rows_add_entry(rows, entry, labelled && *label ? label : text);
    const struct tally tally = catalogue_tally(session->catalogue, session->practice,
                                               question->items, question->item_count);
    if (catalogue_answer(session->practice, question) || tally_listed(&tally)) {
        row->tail = met_text(&tally, rows->arena);
        row->tail_width = COUNT_WIDTH;
    } else if (narrow) {
        rows_add_under(rows, ROLE_TEXT, entry, _("not assessed"))->indent = 2 * ROWS_INDENT;
    } else {
        row->tail = _("not assessed");
        row->tail_width = NOT_ASSESSED_WIDTH;
    }
}

/* Met of those that the source lists; nothing where it lists none. */
static const char *met_text(const struct tally *tally, struct arena *arena) {
    const size_t listed = tally_listed(tally);
    return listed ? arena_printf(arena, "%zu/%zu", tally->marks[MARK_MET], listed) : NULL;
}

static void item_add(const struct session *session, const struct item *item, size_t place,
                     struct rows *rows) {
    const enum sign_form form = session->look.signs;
    const enum mark mark = catalogue_mark(session->catalogue, session->practice, item);
    const char *sign = sign_of_mark(mark, form);
    struct row *row = rows_add_entry(rows, place,
                                     cell(session, SCHEMA_ITEMS, &item->record, ITEM_TEXT));
    if (form == SIGN_WORDS && rows->width < ROWS_NARROW) {
        rows_add_under(rows, ROLE_TEXT, place, arena_printf(rows->arena, _("source: %s"), sign));
        return;
    }
    row->mark = mark;
    row->tail = sign;
    row->tail_width = form == SIGN_WORDS ? WORDS_WIDTH : SIGN_WIDTH;
    row->tail_last = true;
}

static void tool_add(const struct session *session, const struct tool_entry *entry, size_t place,
                     struct rows *rows) {
    const struct tool *tool = entry->tool;
    const char *url = record_cell(&tool->record, TOOL_URL);
    const char *file = record_cell(&tool->record, TOOL_FILE);
    const char *note = cell(session, SCHEMA_TOOLS, &tool->record, TOOL_NOTE);
    rows_add_entry(rows, place, cell(session, SCHEMA_TOOLS, &tool->record, TOOL_TITLE));
    if (entry->place == TOOL_ELSEWHERE) {
        rows_add_under(
            rows, ROLE_TEXT, place,
            arena_printf(rows->arena, _("of %s"),
                         cell(session, SCHEMA_PRACTICES, &tool->practice->record, PRACTICE_TITLE)));
    }
    rows_add_under(rows, ROLE_LINK, place, *url ? url : *file ? file : _("no link recorded"));
    /* Others' tools are many: their notes wait until they are looked at. */
    if (*note && (entry->place != TOOL_ELSEWHERE || session->panels[PANEL_TOOLS].focus == place)) {
        rows_add_under(rows, ROLE_TEXT, place, note);
    }
}

static const char *cell(const struct session *session, enum schema_id table,
                        const struct record *record, size_t column) {
    return catalogue_text(session->catalogue, table, record, column, session->lang, NULL);
}
