#include "vademecum/base/i18n.h"
#include "vademecum/screens/compare.h"

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


static const char *cell(const struct desk *desk, enum schema_id table, const struct record *record,
                        size_t column) {
    return catalogue_text(desk->work.catalogue, table, record, column, desk->work.lang, NULL);
}

/* Whether both are own practices, or both of the catalogue. */
static bool sides_alike(const struct desk *desk) {
    const struct subject *sides = compare_of(desk)->sides;
    return !sides[SIDE_LEFT].practice == !sides[SIDE_RIGHT].practice;
}

static const char *side_words(const struct desk *desk, enum side side, const struct item *item,
                              struct arena *arena) {
    const struct stand stand = compare_stands(desk, side, item);
    const char *yours =
        work_sign(desk, catalogue_checklist_of(item), stand.verdict, SIGN_WORDS).text;
    if (!stand.sourced) {
        return yours;
    }
    return stand.verdict == VERDICT_NONE
               ? sign_of_mark(stand.mark, SIGN_WORDS)
               : arena_printf(arena, _("%s, yours: %s"), sign_of_mark(stand.mark, SIGN_WORDS),
                              yours);
}

/* "source: met"; of two of a kind which stands where. */
static const char *side_told(const struct desk *desk, enum side side, const struct item *item,
                             struct arena *arena) {
    const bool sourced = compare_of(desk)->sides[side].practice != NULL;
    const char *word = sourced ? _("source") : _("you");
    if (sides_alike(desk)) {
        word = side == SIDE_LEFT ? _("left") : _("right");
    }
    return arena_printf(arena, "%s: %s", word, side_words(desk, side, item, arena));
}

/* Whose marks a side shows. */
static const char *side_word(const struct desk *desk, enum side side) {
    if (!compare_of(desk)->sides[side].practice) {
        return _("you");
    }
    return compare_reviewed(desk, side) ? _("source, you") : _("source");
}

/* The source's sign, and yours where you have reviewed it too. */
static const char *side_signs(const struct desk *desk, enum side side, const struct item *item,
                              struct arena *arena) {
    const struct stand stand = compare_stands(desk, side, item);
    const enum sign_form form = desk->look.signs;
    const char *yours = work_sign(desk, catalogue_checklist_of(item), stand.verdict, form).text;
    if (!stand.sourced) {
        return yours;
    }
    return compare_reviewed(desk, side)
               ? arena_printf(arena, "%s %s", sign_of_mark(stand.mark, form), yours)
               : sign_of_mark(stand.mark, form);
}

/* "Comment: …"; "" when nothing was written. */
static const char *side_note(const struct desk *desk, enum side side, const struct item *item,
                             bool evidence, struct arena *arena) {
    const char *text = work_value(desk, compare_of(desk)->sides[side].id,
                                  record_cell(&item->record, ITEM_ID),
                                  evidence ? "evidence" : "comment");
    return *text ? arena_printf(arena, evidence ? _("Evidence: %s") : _("Comment: %s"), text) : "";
}

static const char *side_answer(const struct desk *desk, enum side side,
                               const struct question *question, struct arena *arena) {
    const struct subject *subject = &compare_of(desk)->sides[side];
    const char *yours = work_value(desk, subject->id, record_cell(&question->record, QUESTION_ID),
                                   "answer");
    if (!subject->practice) {
        return *yours           ? yours
               : desk->work.log ? _("No answer written yet: e writes one.")
                                : _("No answer written.");
    }
    const struct answer *answer = catalogue_answer(subject->practice, question);
    const char *text = answer ? cell(desk, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT)
                              : _("Not assessed: the source does not answer this question.");
    return *yours ? arena_printf(arena, _("%s\nYour answer: %s"), text, yours) : text;
}

/* A tool for the question by its place, and its link or file; "" behind the last: yours. */
static const char *side_tool(const struct desk *desk, enum side side,
                             const struct question *question, size_t place, const char **link) {
    const struct subject *subject = &compare_of(desk)->sides[side];
    const struct tool *tool = subject->practice ? catalogue_tool(subject->practice, question)
                                                : NULL;
    *link = "";
    for (; tool && tool->question == question; tool = tool->next) {
        if (place-- == 0) {
            const char *file = record_cell(&tool->record, TOOL_FILE);
            const char *url = work_tool_link(desk, tool);
            *link = *file ? file : *url ? url : _("no link recorded");
            return cell(desk, SCHEMA_TOOLS, &tool->record, TOOL_TITLE);
        }
    }
    return place == 0
               ? work_value(desk, subject->id, record_cell(&question->record, QUESTION_ID), "tool")
               : "";
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

static void tools_pair(const struct desk *desk, const struct question *question,
                       struct pair *pair) {
    const char *links[SIDES];
    for (size_t i = 0;; i++) {
        const char *left = side_tool(desk, SIDE_LEFT, question, i, &links[SIDE_LEFT]);
        const char *right = side_tool(desk, SIDE_RIGHT, question, i, &links[SIDE_RIGHT]);
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

static void answers_pair(const struct desk *desk, const struct question *question,
                         struct pair *pair) {
    struct arena *arena = pair->sides[SIDE_LEFT].arena;
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        rows_add_entry(&pair->sides[side], pair->entry, _("Answer"));
    }
    pair_under(pair, ROLE_TEXT, side_answer(desk, SIDE_LEFT, question, arena),
               side_answer(desk, SIDE_RIGHT, question, arena));
    tools_pair(desk, question, pair);
}

static void place_pair(const struct desk *desk, const struct compare_place *place,
                       struct pair *pair) {
    struct arena *arena = pair->sides[SIDE_LEFT].arena;
    if (!place->item) {
        answers_pair(desk, place->question, pair);
        return;
    }
    const bool worded = desk->look.signs == SIGN_WORDS;
    const char *words = side_words(desk, SIDE_LEFT, place->item, arena);
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        const char *text = side == SIDE_LEFT
                               ? cell(desk, SCHEMA_ITEMS, &place->item->record, ITEM_TEXT)
                               : side_words(desk, SIDE_RIGHT, place->item, arena);
        struct row *row = rows_add_entry(&pair->sides[side], pair->entry, text);
        if (!worded) {
            row->tail = side_signs(desk, side, place->item, arena);
            row->signs = SIGNS_BESIDE;
            row->tail_width = text_width(row->tail, desk->look.letters) > 1 ? SIGNS_WIDTH
                                                                            : SIGN_WIDTH;
        }
    }
    if (worded) {
        pair_under(pair, ROLE_TEXT, words, "");
    }
    for (int evidence = 0; evidence <= 1; evidence++) {
        pair_under(pair, ROLE_TEXT, side_note(desk, SIDE_LEFT, place->item, evidence, arena),
                   side_note(desk, SIDE_RIGHT, place->item, evidence, arena));
    }
}

/* What stands there when there is nothing to show. */
static const char *none_words(const struct desk *desk, struct arena *arena) {
    const enum compare_shown shown = compare_of(desk)->shown;
    return shown == COMPARE_ALL ? _("The checklist has no questions.")
                                : arena_printf(arena, _("No item where %s. d goes on."),
                                               compare_shown_words(desk, shown));
}

static void sides_beside(const struct desk *desk, enum side side, struct rows *rows) {
    struct pair pair = {.sides = {*rows, *rows}};
    struct compare_place place = {NULL, NULL};
    const struct question *question = NULL;
    pair_add(&pair, ROLE_TEXT, compare_sum(desk, rows->width, rows->arena), "");
    while (compare_next(desk, &place)) {
        if (place.question != question) {
            question = place.question;
            if (pair.sides[SIDE_LEFT].count) {
                pair_add(&pair, ROLE_TEXT, "", "");
            }
            pair_add(&pair, ROLE_HEADING,
                     cell(desk, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT), "");
        }
        place_pair(desk, &place, &pair);
        pair.entry++;
    }
    if (pair.entry == 0) {
        pair_add(&pair, ROLE_TEXT, none_words(desk, rows->arena), "");
    }
    *rows = pair.sides[side];
    for (size_t i = 0; i < rows->count; i++) {
        rows->rows[i].beside = &pair.sides[side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT].rows[i];
    }
    const char *word = side_word(desk, side);
    const char *title = rows_subject(desk, &compare_of(desk)->sides[side]);
    rows->tail = word;
    rows->title = rows_short(desk, title, rows->width - text_width(word, desk->look.letters) - 2,
                             rows->arena);
}

static void answer_stacked(const struct desk *desk, enum side side, const struct question *question,
                           size_t entry, struct rows *rows) {
    const char *link;
    rows_add_under(rows, ROLE_HEADING, entry, rows_subject(desk, &compare_of(desk)->sides[side]))
        ->indent = ROWS_INDENT;
    rows_add_under(rows, ROLE_TEXT, entry, side_answer(desk, side, question, rows->arena))->indent =
        ROWS_INDENT;
    for (size_t i = 0;; i++) {
        const char *tool = side_tool(desk, side, question, i, &link);
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

static void place_stacked(const struct desk *desk, const struct compare_place *place, size_t entry,
                          struct rows *rows) {
    if (!place->item) {
        rows_add_entry(rows, entry, _("Answers and tools"));
        for (enum side side = SIDE_LEFT; side < SIDES; side++) {
            answer_stacked(desk, side, place->question, entry, rows);
        }
        return;
    }
    struct row *row = rows_add_entry(rows, entry,
                                     cell(desk, SCHEMA_ITEMS, &place->item->record, ITEM_TEXT));
    if (desk->look.signs != SIGN_WORDS) {
        row->tail = arena_printf(rows->arena, "%s  %s",
                                 side_signs(desk, SIDE_LEFT, place->item, rows->arena),
                                 side_signs(desk, SIDE_RIGHT, place->item, rows->arena));
        row->tail_width = text_width(row->tail, desk->look.letters) + 1;
        row->tail_last = true;
        row->signs = SIGNS_BESIDE;
    }
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        if (desk->look.signs == SIGN_WORDS) {
            rows_add_under(rows, ROLE_TEXT, entry, side_told(desk, side, place->item, rows->arena));
        }
        for (int evidence = 0; evidence <= 1; evidence++) {
            const char *note = side_note(desk, side, place->item, evidence, rows->arena);
            if (*note) {
                rows_add_under(rows, ROLE_TEXT, entry, note);
            }
        }
    }
}

/* The items once, with the signs of both sides; then the answers, one after the other. */
static void sides_stacked(const struct desk *desk, struct rows *rows) {
    struct compare_place place = {NULL, NULL};
    const struct question *question = NULL;
    size_t entry = 0;
    rows->title = compare_of(desk)->shown == COMPARE_ALL
                      ? _("Questions")
                      : compare_shown_words(desk, compare_of(desk)->shown);
    rows->tail = sides_alike(desk) ? _("left  right")
                                   : arena_printf(rows->arena, "%s  %s", side_word(desk, SIDE_LEFT),
                                                  side_word(desk, SIDE_RIGHT));
    rows_add(rows, ROLE_TEXT, 0, compare_sum(desk, rows->width, rows->arena));
    for (; compare_next(desk, &place); entry++) {
        if (place.question != question) {
            question = place.question;
            rows_add_gap(rows);
            rows_add(rows, ROLE_HEADING, 0,
                     cell(desk, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT));
        }
        place_stacked(desk, &place, entry, rows);
    }
    if (entry == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, none_words(desk, rows->arena));
    }
}

static void side_rows(const struct desk *desk, enum side side, struct rows *rows) {
    if (rows->alone) {
        sides_stacked(desk, rows);
    } else {
        sides_beside(desk, side, rows);
    }
}

void compare_left_rows(const struct desk *desk, struct rows *rows) {
    side_rows(desk, SIDE_LEFT, rows);
}

void compare_right_rows(const struct desk *desk, struct rows *rows) {
    side_rows(desk, SIDE_RIGHT, rows);
}

/* "source: met · you: partly" */
const char *compare_focus(const struct desk *desk, struct arena *arena) {
    const struct compare_place place = compare_here(desk);
    const char *text = "";
    for (enum side side = SIDE_LEFT; place.item && side < SIDES; side++) {
        text = arena_printf(arena, "%s%s%s", text,
                            side == SIDE_LEFT ? "" : sign_between(desk->look.ascii),
                            side_told(desk, side, place.item, arena));
    }
    return text;
}

/* Both titles, the one in focus in brackets. */
const char *compare_stops(const struct desk *desk, int room, struct arena *arena) {
    const int both = room - STOPS_BETWEEN;
    const char *titles[SIDES];
    int widths[SIDES];
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        titles[side] = rows_subject(desk, &compare_of(desk)->sides[side]);
        widths[side] = text_width(titles[side], desk->look.letters);
    }
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        const int other = widths[side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT];
        const int most = other < both / 2 ? both - other : both / 2;
        titles[side] = rows_short(desk, titles[side], most, arena);
    }
    return arena_printf(arena, compare_side(desk) == SIDE_LEFT ? "[%s]  %s" : "%s  [%s]",
                        titles[SIDE_LEFT], titles[SIDE_RIGHT]);
}
