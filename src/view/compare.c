#include "vademecum/base/words.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/view/rows.h"

#include <string.h>

enum {
    SIGN_WIDTH = 4,
    SIGNS_WIDTH = 7,  /* two signs */
    STOPS_BETWEEN = 6 /* columns of brackets and blanks around two titles */
};

/* Rows of both sides, which stand beside one another one by one. */
struct pair {
    struct rows sides[SIDES];
    size_t entry; /* that is added next */
};

static void sides_beside(const struct session *session, enum side side, struct rows *rows);
static void sides_stacked(const struct session *session, struct rows *rows);
static void place_pair(const struct session *session, const struct compare_place *place,
                       struct pair *pair);
static void answers_pair(const struct session *session, const struct question *question,
                         struct pair *pair);
static void tools_pair(const struct session *session, const struct question *question,
                       struct pair *pair);
static void pair_add(struct pair *pair, enum role role, const char *left, const char *right);
static void pair_under(struct pair *pair, enum role role, const char *left, const char *right);
static void place_stacked(const struct session *session, const struct compare_place *place,
                          size_t entry, struct rows *rows);
static void answer_stacked(const struct session *session, enum side side,
                           const struct question *question, size_t entry, struct rows *rows);
static void none_add(const struct session *session, size_t entries, struct rows *rows);
static bool sides_alike(const struct session *session);
static const char *side_told(const struct session *session, enum side side, const struct item *item,
                             struct arena *arena);
static const char *side_word(const struct session *session, enum side side);
static const char *side_signs(const struct session *session, enum side side,
                              const struct item *item, struct arena *arena);
static const char *side_words(const struct session *session, enum side side,
                              const struct item *item, struct arena *arena);
static const char *side_note(const struct session *session, enum side side, const struct item *item,
                             const char *field);
static const char *side_answer(const struct session *session, enum side side,
                               const struct question *question, struct arena *arena);
static const char *side_tool(const struct session *session, enum side side,
                             const struct question *question, size_t place, const char **link);
static const char *cell(const struct session *session, enum schema_id table,
                        const struct record *record, size_t column);

static const char *const note_fields[] = {"comment", "evidence"};

void compare_left(const struct session *session, struct rows *rows) {
    if (rows->alone) {
        sides_stacked(session, rows);
    } else {
        sides_beside(session, SIDE_LEFT, rows);
    }
}

void compare_right(const struct session *session, struct rows *rows) {
    if (rows->alone) {
        sides_stacked(session, rows);
    } else {
        sides_beside(session, SIDE_RIGHT, rows);
    }
}

const char *compare_title(const struct session *session, int room, struct arena *arena) {
    const struct compare_place place = comparing_here(session);
    const struct checklist *checklist = session->comparison.checklist;
    const char *between = sign_between(session->look.ascii);
    const bool differences = session->comparison.differences;
    const size_t number = place.question ? (size_t)(place.question - checklist->questions) + 1 : 0;
    const size_t count = checklist ? checklist->question_count : 0;
    const char *shown = differences ? _("differences only") : _("all items");
    const char *whole = arena_printf(arena, _("question %zu of %zu%s%s%sd: %s"), number, count,
                                     between, shown, between,
                                     differences ? _("all items") : _("differences only"));
    return text_width(whole, session->look.letters) <= room
               ? whole
               : arena_printf(arena, "%zu/%zu%s%s", number, count, differences ? between : "",
                              differences ? shown : "");
}

/* "source: met · you: partly" */
const char *compare_focus(const struct session *session, struct arena *arena) {
    const struct compare_place place = comparing_here(session);
    const char *text = "";
    for (enum side side = SIDE_LEFT; place.item && side < SIDES; side++) {
        text = arena_printf(arena, "%s%s%s", text,
                            side == SIDE_LEFT ? "" : sign_between(session->look.ascii),
                            side_told(session, side, place.item, arena));
    }
    return text;
}

/* Both titles, the one in focus in brackets. */
const char *compare_stops(const struct session *session, int room, struct arena *arena) {
    const int both = room - STOPS_BETWEEN;
    const char *titles[SIDES];
    int widths[SIDES];
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        titles[side] = rows_subject(session, session->comparison.sides[side]);
        widths[side] = text_width(titles[side], session->look.letters);
    }
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        const int other = widths[side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT];
        const int most = other < both / 2 ? both - other : both / 2;
        titles[side] = rows_short(session, titles[side], most, arena);
    }
    return arena_printf(arena, comparing_side(session) == SIDE_LEFT ? "[%s]  %s" : "%s  [%s]",
                        titles[SIDE_LEFT], titles[SIDE_RIGHT]);
}

static void sides_beside(const struct session *session, enum side side, struct rows *rows) {
    struct pair pair = {.sides = {*rows, *rows}};
    struct compare_place place = {NULL, NULL};
    const struct question *question = NULL;
    while (comparing_next(session, &place)) {
        if (place.question != question) {
            question = place.question;
            if (pair.sides[SIDE_LEFT].count) {
                pair_add(&pair, ROLE_TEXT, "", "");
            }
            pair_add(&pair, ROLE_HEADING,
                     cell(session, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT), "");
        }
        place_pair(session, &place, &pair);
        pair.entry++;
    }
    *rows = pair.sides[side];
    for (size_t i = 0; i < rows->count; i++) {
        rows->rows[i].beside = &pair.sides[side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT].rows[i];
    }
    const char *word = side_word(session, side);
    const char *title = rows_subject(session, session->comparison.sides[side]);
    rows->tail = word;
    rows->title = rows_short(
        session, title, rows->width - text_width(word, session->look.letters) - 2, rows->arena);
    if (side == SIDE_LEFT) {
        none_add(session, pair.entry, rows);
    }
}

/* The items once, with the signs of both sides; then the answers, one after the other. */
static void sides_stacked(const struct session *session, struct rows *rows) {
    struct compare_place place = {NULL, NULL};
    const struct question *question = NULL;
    size_t entry = 0;
    rows->title = session->comparison.differences ? _("Differences") : _("Questions");
    rows->tail = sides_alike(session)
                     ? _("left  right")
                     : arena_printf(rows->arena, "%s  %s", side_word(session, SIDE_LEFT),
                                    side_word(session, SIDE_RIGHT));
    for (; comparing_next(session, &place); entry++) {
        if (place.question != question) {
            question = place.question;
            rows_add_gap(rows);
            rows_add(rows, ROLE_HEADING, 0,
                     cell(session, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT));
        }
        place_stacked(session, &place, entry, rows);
    }
    none_add(session, entry, rows);
}

static void place_pair(const struct session *session, const struct compare_place *place,
                       struct pair *pair) {
    struct arena *arena = pair->sides[SIDE_LEFT].arena;
    if (!place->item) {
        answers_pair(session, place->question, pair);
        return;
    }
    const bool worded = session->look.signs == SIGN_WORDS;
    const char *words = side_words(session, SIDE_LEFT, place->item, arena);
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        const char *text = side == SIDE_LEFT
                               ? cell(session, SCHEMA_ITEMS, &place->item->record, ITEM_TEXT)
                               : side_words(session, SIDE_RIGHT, place->item, arena);
        struct row *row = rows_add_entry(&pair->sides[side], pair->entry, text);
        if (!worded) {
            row->tail = side_signs(session, side, place->item, arena);
            row->tail_width = text_width(row->tail, session->look.letters) > 1 ? SIGNS_WIDTH
                                                                               : SIGN_WIDTH;
        }
    }
    if (worded) {
        pair_under(pair, ROLE_TEXT, words, "");
    }
    for (size_t i = 0; i < sizeof note_fields / sizeof *note_fields; i++) {
        pair_under(pair, ROLE_TEXT, side_note(session, SIDE_LEFT, place->item, note_fields[i]),
                   side_note(session, SIDE_RIGHT, place->item, note_fields[i]));
    }
}

static void answers_pair(const struct session *session, const struct question *question,
                         struct pair *pair) {
    struct arena *arena = pair->sides[SIDE_LEFT].arena;
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        rows_add_entry(&pair->sides[side], pair->entry, _("Answer"));
    }
    pair_under(pair, ROLE_TEXT, side_answer(session, SIDE_LEFT, question, arena),
               side_answer(session, SIDE_RIGHT, question, arena));
    tools_pair(session, question, pair);
}

static void tools_pair(const struct session *session, const struct question *question,
                       struct pair *pair) {
    const char *links[SIDES];
    for (size_t i = 0;; i++) {
        const char *left = side_tool(session, SIDE_LEFT, question, i, &links[SIDE_LEFT]);
        const char *right = side_tool(session, SIDE_RIGHT, question, i, &links[SIDE_RIGHT]);
        if (i == 0) {
            pair_under(pair, ROLE_HEADING, *left ? _("Tools") : _("Tools: none"),
                       *right ? _("Tools") : _("Tools: none"));
        }
        if (!*left && !*right) {
            return;
        }
        pair_under(pair, ROLE_TEXT, left, right);
        pair_under(pair, ROLE_LINK, links[SIDE_LEFT], links[SIDE_RIGHT]);
    }
}

/* Rows of no entry. */
static void pair_add(struct pair *pair, enum role role, const char *left, const char *right) {
    rows_add(&pair->sides[SIDE_LEFT], role, 0, left);
    rows_add(&pair->sides[SIDE_RIGHT], role, 0, right);
}

/* Rows of the entry; none when both are empty. */
static void pair_under(struct pair *pair, enum role role, const char *left, const char *right) {
    if (*left || *right) {
        rows_add_under(&pair->sides[SIDE_LEFT], role, pair->entry, left);
        rows_add_under(&pair->sides[SIDE_RIGHT], role, pair->entry, right);
    }
}

static void place_stacked(const struct session *session, const struct compare_place *place,
                          size_t entry, struct rows *rows) {
    if (!place->item) {
        rows_add_entry(rows, entry, _("Answers and tools"));
        for (enum side side = SIDE_LEFT; side < SIDES; side++) {
            answer_stacked(session, side, place->question, entry, rows);
        }
        return;
    }
    struct row *row = rows_add_entry(rows, entry,
                                     cell(session, SCHEMA_ITEMS, &place->item->record, ITEM_TEXT));
    if (session->look.signs != SIGN_WORDS) {
        row->tail = arena_printf(rows->arena, "%s  %s",
                                 side_signs(session, SIDE_LEFT, place->item, rows->arena),
                                 side_signs(session, SIDE_RIGHT, place->item, rows->arena));
        row->tail_width = text_width(row->tail, session->look.letters) + 1;
        row->tail_last = true;
    }
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        if (session->look.signs == SIGN_WORDS) {
            rows_add_under(rows, ROLE_TEXT, entry,
                           side_told(session, side, place->item, rows->arena));
        }
        for (size_t i = 0; i < sizeof note_fields / sizeof *note_fields; i++) {
            const char *note = side_note(session, side, place->item, note_fields[i]);
            if (*note) {
                rows_add_under(rows, ROLE_TEXT, entry, note);
            }
        }
    }
}

static void answer_stacked(const struct session *session, enum side side,
                           const struct question *question, size_t entry, struct rows *rows) {
    const char *link;
    rows_add_under(rows, ROLE_HEADING, entry,
                   rows_subject(session, session->comparison.sides[side]))
        ->indent = ROWS_INDENT;
    rows_add_under(rows, ROLE_TEXT, entry, side_answer(session, side, question, rows->arena))
        ->indent = ROWS_INDENT;
    for (size_t i = 0;; i++) {
        const char *tool = side_tool(session, side, question, i, &link);
        if (!*tool) {
            return;
        }
        rows_add_under(rows, ROLE_TEXT, entry, arena_printf(rows->arena, _("Tool: %s"), tool))
            ->indent = ROWS_INDENT;
        if (*link) {
            rows_add_under(rows, ROLE_LINK, entry, link);
        }
    }
}

static void none_add(const struct session *session, size_t entries, struct rows *rows) {
    if (entries == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 session->comparison.differences
                     ? _("No difference: all items stand alike. d shows them.")
                     : _("The checklist has no questions."));
    }
}

/* Whether both are own practices, or both of the catalogue. */
static bool sides_alike(const struct session *session) {
    struct subject *const *sides = session->comparison.sides;
    return !sides[SIDE_LEFT]->practice == !sides[SIDE_RIGHT]->practice;
}

/* "source: met"; of two of a kind which stands where. */
static const char *side_told(const struct session *session, enum side side, const struct item *item,
                             struct arena *arena) {
    const bool sourced = session->comparison.sides[side]->practice != NULL;
    const char *word = sourced ? _("source") : _("you");
    if (sides_alike(session)) {
        word = side == SIDE_LEFT ? _("left") : _("right");
    }
    return arena_printf(arena, "%s: %s", word, side_words(session, side, item, arena));
}

/* Whose marks a side shows. */
static const char *side_word(const struct session *session, enum side side) {
    if (!session->comparison.sides[side]->practice) {
        return _("you");
    }
    return comparing_reviewed(session, side) ? _("source, you") : _("source");
}

/* The source's sign, and yours where you have reviewed it too. */
static const char *side_signs(const struct session *session, enum side side,
                              const struct item *item, struct arena *arena) {
    const struct stand stand = comparing_stand(session, side, item);
    const enum sign_form form = session->look.signs;
    if (!stand.sourced) {
        return sign_of_verdict(stand.verdict, form);
    }
    return comparing_reviewed(session, side)
               ? arena_printf(arena, "%s %s", sign_of_mark(stand.mark, form),
                              sign_of_verdict(stand.verdict, form))
               : sign_of_mark(stand.mark, form);
}

static const char *side_words(const struct session *session, enum side side,
                              const struct item *item, struct arena *arena) {
    const struct stand stand = comparing_stand(session, side, item);
    if (!stand.sourced) {
        return sign_of_verdict(stand.verdict, SIGN_WORDS);
    }
    return stand.verdict == VERDICT_NONE
               ? sign_of_mark(stand.mark, SIGN_WORDS)
               : arena_printf(arena, _("%s, yours: %s"), sign_of_mark(stand.mark, SIGN_WORDS),
                              sign_of_verdict(stand.verdict, SIGN_WORDS));
}

static const char *side_note(const struct session *session, enum side side, const struct item *item,
                             const char *field) {
    return session_value(session, session->comparison.sides[side],
                         record_cell(&item->record, ITEM_ID), field);
}

static const char *side_answer(const struct session *session, enum side side,
                               const struct question *question, struct arena *arena) {
    const struct subject *subject = session->comparison.sides[side];
    const char *yours = session_value(session, subject, record_cell(&question->record, QUESTION_ID),
                                      "answer");
    if (!subject->practice) {
        return *yours         ? yours
               : session->log ? _("No answer written yet: e writes one.")
                              : _("No answer written.");
    }
    const struct answer *answer = catalogue_answer(subject->practice, question);
    const char *text = answer ? cell(session, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT)
                              : _("Not assessed: the source does not answer this question.");
    return *yours ? arena_printf(arena, _("%s\nYour answer: %s"), text, yours) : text;
}

/* A tool for the question by its place, and its link or file; "" behind the last: yours. */
static const char *side_tool(const struct session *session, enum side side,
                             const struct question *question, size_t place, const char **link) {
    const struct subject *subject = session->comparison.sides[side];
    const struct tool *tool = subject->practice ? catalogue_tool(subject->practice, question)
                                                : NULL;
    *link = "";
    for (; tool && tool->question == question; tool = tool->next) {
        if (place-- == 0) {
            const char *file = record_cell(&tool->record, TOOL_FILE);
            const char *url = session_tool_link(session, tool);
            *link = *file ? file : *url ? url : _("no link recorded");
            return cell(session, SCHEMA_TOOLS, &tool->record, TOOL_TITLE);
        }
    }
    return place == 0 ? session_value(session, subject, record_cell(&question->record, QUESTION_ID),
                                      "tool")
                      : "";
}

static const char *cell(const struct session *session, enum schema_id table,
                        const struct record *record, size_t column) {
    return catalogue_text(session->catalogue, table, record, column, session->lang, NULL);
}
