#include "vademecum/base/i18n.h"
#include "vademecum/screens/compare.h"

#include <string.h>

enum {
    BESIDE_FROM = 90,   /* panels of so many columns have the answers beside one another */
    BESIDE_BETWEEN = 3, /* columns of a line and blanks between two answers */
    SIGNS_WITHIN = 120, /* columns within which the signs of an item stand */
    STOPS_BETWEEN = 6   /* columns of brackets and blanks around two titles */
};

static const char *cell(const struct desk *desk, enum schema_id table, const struct record *record,
                        size_t column) {
    return catalogue_text(desk->work.catalogue, table, record, column, desk->work.lang, NULL);
}

/* Whether both are own practices, or both of the catalogue. */
static bool sides_alike(const struct desk *desk) {
    const struct subject *sides = compare_of(desk)->sides;
    return !compare_of(desk)->since && !sides[SIDE_LEFT].practice == !sides[SIDE_RIGHT].practice;
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

/* Who has given the marks of a practice of the catalogue. */
static const char *source_word(const struct desk *desk) {
    return compare_with_model(desk) ? _("model") : _("source");
}

/* "source: met"; of two of a kind which stands where. */
static const char *side_told(const struct desk *desk, enum side side, const struct item *item,
                             struct arena *arena) {
    const bool sourced = compare_of(desk)->sides[side].practice != NULL;
    const char *word = sourced ? source_word(desk) : _("you");
    if (sides_alike(desk)) {
        word = side == SIDE_LEFT ? _("left") : _("right");
    } else if (compare_of(desk)->since) {
        word = side == SIDE_LEFT ? _("last") : _("you");
    }
    return arena_printf(arena, "%s: %s", word, side_words(desk, side, item, arena));
}

/* Whose marks a side shows. */
static const char *side_word(const struct desk *desk, enum side side, struct arena *arena) {
    if (compare_of(desk)->since) {
        return side == SIDE_LEFT ? _("last") : _("you");
    }
    if (!compare_of(desk)->sides[side].practice) {
        return _("you");
    }
    return compare_reviewed(desk, side) ? arena_printf(arena, _("%s, you"), source_word(desk))
                                        : source_word(desk);
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
    const char *text = compare_said(desk, side, record_cell(&item->record, ITEM_ID),
                                    evidence ? "evidence" : "comment");
    const bool last = compare_of(desk)->since && side == SIDE_LEFT;
    return !*text ? ""
           : last
               ? arena_printf(arena,
                              evidence ? _("Evidence last time: %s") : _("Comment last time: %s"),
                              text)
               : arena_printf(arena, evidence ? _("Evidence: %s") : _("Comment: %s"), text);
}

static const char *side_answer(const struct desk *desk, enum side side,
                               const struct question *question, struct arena *arena) {
    const struct subject *subject = &compare_of(desk)->sides[side];
    const char *yours = compare_said(desk, side, record_cell(&question->record, QUESTION_ID),
                                     "answer");
    const bool since = compare_of(desk)->since;
    if (!subject->practice || since) {
        const bool writable = desk->work.log && !(since && side == SIDE_LEFT);
        return *yours     ? yours
               : writable ? _("No answer written yet: e writes one.")
                          : _("No answer written.");
    }
    const struct answer *answer = catalogue_answer(subject->practice, question);
    const char *text = answer ? cell(desk, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT)
                              : _("Not assessed: the source does not answer this question.");
    return *yours ? arena_printf(arena, _("%s\nYour answer: %s"), text, yours) : text;
}

/*
 * A tool for the question by its place, and its link or file, NULL when it has none; "" behind the
 * last: yours.
 */
static const char *side_tool(const struct desk *desk, enum side side,
                             const struct question *question, size_t place, const char **link) {
    const struct subject *subject = &compare_of(desk)->sides[side];
    const bool sourced = subject->practice && !compare_of(desk)->since;
    const struct tool *tool = sourced ? catalogue_tool(subject->practice, question) : NULL;
    *link = "";
    for (; tool && tool->question == question; tool = tool->next) {
        if (place-- == 0) {
            const char *file = record_cell(&tool->record, TOOL_FILE);
            const char *url = work_tool_link(desk, tool);
            *link = *file ? file : *url ? url : NULL;
            return cell(desk, SCHEMA_TOOLS, &tool->record, TOOL_TITLE);
        }
    }
    return place == 0
               ? compare_said(desk, side, record_cell(&question->record, QUESTION_ID), "tool")
               : "";
}

/* What stands there when there is nothing to show. */
static const char *none_words(const struct desk *desk, struct arena *arena) {
    const enum compare_shown shown = compare_of(desk)->shown;
    return shown == COMPARE_ALL ? _("The checklist has no questions.")
                                : arena_printf(arena, _("No item where %s. d goes on."),
                                               compare_shown_words(desk, shown));
}

static void answer_stacked(const struct desk *desk, enum side side, const struct question *question,
                           size_t entry, struct rows *rows) {
    const char *link;
    rows_add_under(rows, ROLE_HEADING, entry, compare_title(desk, side, rows->arena))->indent =
        ROWS_INDENT;
    rows_add_under(rows, ROLE_TEXT, entry, side_answer(desk, side, question, rows->arena))->indent =
        ROWS_INDENT;
    for (size_t i = 0;; i++) {
        const char *tool = side_tool(desk, side, question, i, &link);
        if (!*tool) {
            return;
        }
        rows_add_under(rows, ROLE_TEXT, entry, arena_printf(rows->arena, _("Tool: %s"), tool))
            ->indent = ROWS_INDENT;
        if (!link) {
            rows_add_under(rows, ROLE_DIM, entry, _("no link"));
        } else if (*link) {
            rows_add_under(rows, ROLE_LINK, entry, link);
        }
    }
}

/* The columns of one of two texts that stand beside one another. */
static int beside_width(const struct rows *rows) {
    return (rows->width - ROWS_INDENT - BESIDE_BETWEEN) / 2;
}

/* Rows of the entry with both texts, a line of each in a row. */
static void texts_beside(const struct desk *desk, enum role role, size_t entry,
                         const char *const texts[SIDES], struct rows *rows) {
    const enum letters letters = desk->look.letters;
    const char *rest[SIDES] = {texts[SIDE_LEFT], texts[SIDE_RIGHT]};
    while (*rest[SIDE_LEFT] || *rest[SIDE_RIGHT]) {
        const char *lines[SIDES] = {"", ""};
        for (enum side side = SIDE_LEFT; side < SIDES; side++) {
            struct span line;
            if (*rest[side] && text_wrap(&rest[side], beside_width(rows), letters, &line)) {
                lines[side] = arena_copy(rows->arena, line.start, line.length);
            }
        }
        const int blanks = beside_width(rows) - text_width(lines[SIDE_LEFT], letters);
        const char *text = arena_printf(rows->arena, "%s%*s %s %s", lines[SIDE_LEFT], blanks, "",
                                        desk->look.ascii ? "|" : "│", lines[SIDE_RIGHT]);
        rows_add_under(rows, role, entry, text)->indent = ROWS_INDENT;
    }
}

/* The answer of a side, and its tools with their links. */
static const char *side_whole(const struct desk *desk, enum side side,
                              const struct question *question, const struct rows *rows) {
    const char *text = side_answer(desk, side, question, rows->arena);
    const char *link;
    for (size_t i = 0;; i++) {
        const char *tool = side_tool(desk, side, question, i, &link);
        if (!*tool) {
            return text;
        }
        text = arena_printf(rows->arena, _("%s\nTool: %s"), text, tool);
        if (!link || *link) {
            text = arena_printf(rows->arena, "%s\n%s", text,
                                link ? rows_address(desk, link, beside_width(rows), rows->arena)
                                     : _("no link"));
        }
    }
}

static void answers_beside(const struct desk *desk, const struct question *question, size_t entry,
                           struct rows *rows) {
    const char *titles[SIDES];
    const char *texts[SIDES];
    for (enum side side = SIDE_LEFT; side < SIDES; side++) {
        titles[side] = compare_title(desk, side, rows->arena);
        texts[side] = side_whole(desk, side, question, rows);
    }
    texts_beside(desk, ROLE_HEADING, entry, titles, rows);
    texts_beside(desk, ROLE_TEXT, entry, texts, rows);
}

static void notes_beside(const struct desk *desk, const struct item *item, size_t entry,
                         struct rows *rows) {
    for (int evidence = 0; evidence <= 1; evidence++) {
        const char *const notes[SIDES] = {
            side_note(desk, SIDE_LEFT, item, evidence, rows->arena),
            side_note(desk, SIDE_RIGHT, item, evidence, rows->arena),
        };
        texts_beside(desk, ROLE_TEXT, entry, notes, rows);
    }
}

/* The same text further left on wide screens, so that the eye finds from an item to its signs. */
static const char *nearer(const char *text, const struct rows *rows) {
    const int blanks = rows->width > SIGNS_WITHIN ? rows->width - SIGNS_WITHIN : 0;
    return arena_printf(rows->arena, "%s%*s", text, blanks, "");
}

static void place_stacked(const struct desk *desk, const struct compare_place *place, size_t entry,
                          struct rows *rows) {
    if (!place->item) {
        rows_add_entry(rows, entry, _("Answers and tools"));
        if (rows->width >= BESIDE_FROM) {
            answers_beside(desk, place->question, entry, rows);
            return;
        }
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
        row->tail = nearer(row->tail, rows);
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
            if (*note && rows->width < BESIDE_FROM) {
                rows_add_under(rows, ROLE_TEXT, entry, note);
            }
        }
    }
    if (rows->width >= BESIDE_FROM) {
        notes_beside(desk, place->item, entry, rows);
    }
}

/* The items once, with the signs of both sides; then the answers, one after the other. */
void compare_rows(const struct desk *desk, struct rows *rows) {
    struct compare_place place = {NULL, NULL};
    const struct question *question = NULL;
    size_t entry = 0;
    rows->title = compare_of(desk)->shown == COMPARE_ALL
                      ? _("Questions")
                      : compare_shown_words(desk, compare_of(desk)->shown);
    rows->tail = sides_alike(desk)
                     ? _("left  right")
                     : arena_printf(rows->arena, "%s  %s", side_word(desk, SIDE_LEFT, rows->arena),
                                    side_word(desk, SIDE_RIGHT, rows->arena));
    rows->tail = nearer(rows->tail, rows);
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
        titles[side] = compare_title(desk, side, arena);
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
