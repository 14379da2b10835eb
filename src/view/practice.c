#include "vademecum/base/words.h"
#include "vademecum/report/facts.h"
#include "vademecum/view/rows.h"

#include <string.h>

enum {
    COUNT_WIDTH = 6,
    QUESTION_FROM = 46, /* columns of Criteria from which whole questions stand on one line */
    NOT_ASSESSED_WIDTH = 14,
    SIGN_WIDTH = 4,
    SIGNS_WIDTH = 8,
    SIGNS_NARROW_WIDTH = 6
};

static void question_add(const struct session *session, const struct question *question, bool begun,
                         struct rows *rows);
static void own_tool_add(const char *text, size_t place, struct rows *rows);
static void who_add(const struct session *session, struct rows *rows);
static const char *source_name(const struct session *session);
static bool review_begun(const struct session *session);
static const char *answered_text(const struct session *session, const struct item *items,
                                 size_t count, struct rows *rows);
static void facts_add(const struct fact *facts, size_t count, bool source, struct rows *rows);
static const char *met_text(const struct tally *tally, struct arena *arena);
static void item_add(const struct session *session, const struct item *item, size_t place,
                     struct rows *rows);
static const char *jottings_text(const struct session *session, const struct item *item,
                                 struct arena *arena);
static void tool_add(const struct session *session, const struct tool_entry *entry, size_t place,
                     struct rows *rows);

void practice_criteria(const struct session *session, struct rows *rows) {
    const bool begun = review_begun(session);
    rows->title = _("Criteria");
    rows->tail = begun ? _("answered") : _("met");
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
        row->tail = begun ? answered_text(session, criterion->items, criterion->item_count, rows)
                          : met_text(&tally, rows->arena);
        for (size_t q = 0; q < criterion->question_count; q++) {
            const struct question *question = &criterion->questions[q];
            question_add(session, question, begun, rows);
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
    const char *own = session_value(session, session->subject,
                                    record_cell(&question->record, QUESTION_ID), "answer");
    if (*own) {
        rows_add(rows, ROLE_HEADING, 0, _("Your answer"));
        rows_add(rows, ROLE_TEXT, 0, own);
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0,
                 session->subject->practice ? _("The source's") : _("The model's"));
    }
    if (!answer) {
        rows_add(rows, ROLE_TEXT, 0,
                 session->reading
                     ? _("Not read yet: the catalogue is still being read.")
                     : _("Not assessed: the source does not answer this question for this "
                         "practice."));
        return;
    }
    rows_add(rows, ROLE_TEXT, 0, rows_cell(session, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT));
    const char *note = rows_cell(session, SCHEMA_ANSWERS, &answer->record, ANSWER_NOTE);
    if (*note) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0, _("Note"));
        rows_add(rows, ROLE_TEXT, 0, note);
    }
}

void practice_about(const struct session *session, struct rows *rows) {
    const struct record *record = &session->practice->record;
    rows->title = _("About");
    if (!session->subject->practice) {
        rows_add(rows, ROLE_HEADING, 0, session->subject->title);
        const char *own = session_value(session, session->subject, "", "own.summary");
        if (*own) {
            rows_add(rows, ROLE_TEXT, 0, own);
        }
        rows_add_gap(rows);
        const size_t told = rows->count;
        own_facts(session, session->subject, rows);
        own_jotted(session, session->subject, rows);
        if (rows->count > told) {
            rows_add_gap(rows);
        }
        rows_add(rows, ROLE_TEXT, 0, _("Beside it stands this model:"));
    }
    rows_add(rows, ROLE_HEADING, 0, rows_cell(session, SCHEMA_PRACTICES, record, PRACTICE_TITLE));
    const char *summary = rows_cell(session, SCHEMA_PRACTICES, record, PRACTICE_SUMMARY);
    if (*summary) {
        rows_add(rows, ROLE_TEXT, 0, summary);
    }
    rows_add_gap(rows);
    size_t count = 0;
    const struct fact *facts = facts_of_practice(session->catalogue, session->practice,
                                                 session->lang, rows->arena, &count);
    facts_add(facts, count, false, rows);
    if (session->subject->practice) {
        own_jotted(session, session->subject, rows);
    }
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
    const size_t count = session_entries(session, PANEL_CHECKLIST);
    rows->title = session->hide_answered ? _("Unanswered only") : _("Checklist");
    rows->tail = session->log ? arena_printf(rows->arena, _("%s you"), source_name(session))
                              : source_name(session);
    for (size_t i = 0; i < count; i++) {
        item_add(session, session_item_at(session, i), i, rows);
    }
    if (count == 0 && session->hide_answered) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("All answered; H shows them."));
    }
}

/* Whose marks stand on the left. */
static const char *source_name(const struct session *session) {
    return session->subject->practice ? _("source") : _("model");
}

void practice_tools(const struct session *session, struct rows *rows) {
    static const char *const headings[TOOL_PLACES] = {
        [TOOL_OF_QUESTION] = N_("This question"),
        [TOOL_OWN] = N_("Yours"),
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
        if (place != TOOL_OWN) {
            rows_add_gap(rows);
        }
        const bool models = place == TOOL_OF_PRACTICE && !session->subject->practice;
        rows_add(rows, ROLE_HEADING, 0,
                 models ? _("The model's other questions") : _(headings[place]));
        while (entry < count && session_tool(session, entry).place == place) {
            const struct tool_entry tool = session_tool(session, entry);
            tool_add(session, &tool, entry, rows);
            entry++;
        }
        if (entry == first) {
            rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("none"));
        }
    }
    const size_t left = session_tools_left(session);
    if (left > 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 arena_printf(rows->arena, _("and %zu more: w shows who has them"), left));
    }
    who_add(session, rows);
}

/* The reviewer's own tool: the link that ends it has a row of its own, as others' have. */
static void own_tool_add(const char *text, size_t place, struct rows *rows) {
    const struct span link = session_own_tool_link(text);
    const bool last = link.length && !link.start[link.length];
    size_t title = last ? (size_t)(link.start - text) : strlen(text);
    while (last && title > 0 && strchr(" ,;:\n\t", text[title - 1])) {
        title--;
    }
    if (title == 0) {
        rows_add_entry(rows, place, text);
        return;
    }
    rows_add_entry(rows, place, arena_copy(rows->arena, text, title));
    rows_add_under(rows, ROLE_LINK, place,
                   last          ? link.start
                   : link.length ? arena_copy(rows->arena, link.start, link.length)
                                 : _("no link recorded"));
}

/* How many practices meet the item in focus, and the key that shows them. */
static void who_add(const struct session *session, struct rows *rows) {
    const struct item *item = session_item(session);
    if (!item) {
        return;
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Who does this well"));
    rows_add(rows, ROLE_TEXT, ROWS_INDENT,
             arena_printf(rows->arena, _("%zu of %zu practices: w"), item->met,
                          session->catalogue->practice_count));
}

static void question_add(const struct session *session, const struct question *question, bool begun,
                         struct rows *rows) {
    const size_t entry = 1 + (size_t)(question - session->checklist->questions);
    const bool narrow = rows->width < ROWS_NARROW;
    const bool labelled = rows->width < QUESTION_FROM;
    const char *label = record_cell(&question->record, QUESTION_LABEL);
    const char *text = record_cell(&question->record, QUESTION_TEXT);
    struct row *row = rows_add_entry(rows, entry, labelled && *label ? label : text);
    const struct tally tally = catalogue_tally(session->catalogue, session->practice,
                                               question->items, question->item_count);
    if (begun) {
        row->tail = answered_text(session, question->items, question->item_count, rows);
        row->tail_width = COUNT_WIDTH;
    } else if (catalogue_answer(session->practice, question) || tally_listed(&tally)) {
        row->tail = met_text(&tally, rows->arena);
        row->tail_width = COUNT_WIDTH;
    } else if (narrow) {
        rows_add_under(rows, ROLE_TEXT, entry, rows_not_assessed(session));
    } else {
        row->tail = rows_not_assessed(session);
        row->tail_width = NOT_ASSESSED_WIDTH;
    }
}

/* Whether the reviewer's own answers are counted: always beside a model, else once there is one. */
static bool review_begun(const struct session *session) {
    const struct checklist *checklist = session->checklist;
    const struct progress progress = session_progress(session, session->subject,
                                                      checklist ? checklist->items : NULL,
                                                      checklist ? checklist->item_count : 0);
    return !session->subject->practice || progress_answered(&progress) > 0;
}

static const char *answered_text(const struct session *session, const struct item *items,
                                 size_t count, struct rows *rows) {
    const struct progress progress = session_progress(session, session->subject, items, count);
    return arena_printf(rows->arena, "%zu/%zu", progress_answered(&progress), count);
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
    const enum verdict verdict = session_verdict(session, session->subject, item);
    const char *source = sign_of_mark(mark, form);
    const char *yours = sign_of_verdict(verdict, form);
    const char *jottings = jottings_text(session, item, rows->arena);
    struct row *row = rows_add_entry(rows, place,
                                     rows_cell(session, SCHEMA_ITEMS, &item->record, ITEM_TEXT));
    if (form == SIGN_WORDS) {
        const char *told = session->log
                               ? arena_printf(rows->arena, _("%s: %s · you: %s"),
                                              source_name(session), source, yours)
                               : arena_printf(rows->arena, "%s: %s", source_name(session), source);
        rows_add_under(rows, ROLE_TEXT, place, arena_printf(rows->arena, "%s%s", told, jottings));
        return;
    }
    const bool narrow = rows->width < ROWS_NARROW;
    const char *marks = session->log ? arena_printf(rows->arena, narrow ? "%s  %s" : "%s    %s ",
                                                    source, yours)
                                     : source;
    row->mark = mark;
    row->tail = marks;
    row->tail_width = !session->log ? SIGN_WIDTH : narrow ? SIGNS_NARROW_WIDTH : SIGNS_WIDTH;
    /* Behind the text, where it takes no room from the other lines. */
    row->text = arena_printf(rows->arena, "%s%s%s", row->text, *jottings ? " " : "", jottings);
    row->tail_last = true;
}

/* The signs for what the reviewer left on the item beside a mark; as words " · planned". */
static const char *jottings_text(const struct session *session, const struct item *item,
                                 struct arena *arena) {
    const enum sign_form form = session->look.signs;
    const char *before = form == SIGN_WORDS ? sign_between(session->look.ascii) : "";
    const char *text = "";
    for (enum jotting jotting = 0; jotting < JOTTING_COUNT; jotting++) {
        if (session_jotted(session, item, jotting)) {
            text = arena_printf(arena, "%s%s%s", text, before, sign_of_jotting(jotting, form));
        }
    }
    return text;
}

static void tool_add(const struct session *session, const struct tool_entry *entry, size_t place,
                     struct rows *rows) {
    const struct tool *tool = entry->tool;
    if (entry->place == TOOL_OWN) {
        own_tool_add(entry->own, place, rows);
        return;
    }
    const char *url = session_tool_link(session, tool);
    const char *file = record_cell(&tool->record, TOOL_FILE);
    const char *note = rows_cell(session, SCHEMA_TOOLS, &tool->record, TOOL_NOTE);
    rows_add_entry(rows, place, rows_cell(session, SCHEMA_TOOLS, &tool->record, TOOL_TITLE));
    if (entry->place == TOOL_ELSEWHERE) {
        rows_add_under(rows, ROLE_TEXT, place,
                       arena_printf(rows->arena, _("of %s"),
                                    rows_cell(session, SCHEMA_PRACTICES, &tool->practice->record,
                                              PRACTICE_TITLE)));
    }
    rows_add_under(rows, ROLE_LINK, place, *file ? file : *url ? url : _("no link recorded"));
    /* Others' tools are many: their notes wait until they are looked at. */
    if (*note && (entry->place != TOOL_ELSEWHERE || session->panels[PANEL_TOOLS].focus == place)) {
        rows_add_under(rows, ROLE_TEXT, place, note);
    }
}
