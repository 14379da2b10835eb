#include "vademecum/base/i18n.h"
#include "vademecum/find/who.h"
#include "vademecum/report/facts.h"
#include "vademecum/report/shown.h"
#include "vademecum/screens/practice.h"

#include <string.h>

enum {
    TITLE_GAP = 3, /* columns between the title and its tail */
    SIGN_WIDTH = 4,
    SIGNS_WIDTH = 8,
    SIGNS_NARROW_WIDTH = 6,
    SIGNS_LAST_WIDTH = 14,
    SIGNS_LAST_NARROW_WIDTH = 9
};

/* The marks of an item, in the order in which they stand. */
enum {
    MARK_SOURCE,
    MARK_LAST,
    MARK_YOURS,
    MARKS
};

/* What the answers of the practice or model say of an item that no source has marked. */
static void sayings_add(const struct desk *desk, const struct item *item, struct rows *rows) {
    const struct practice *model = practice_of(desk)->model;
    const struct saying *saying = who_saying(model, item);
    rows_add(rows, ROLE_HEADING, 0,
             saying ? _("No source has marked this; these answers speak of it")
                    : _("No source has marked this; w shows whose answers speak of it"));
    for (; saying; saying = who_next_saying(saying)) {
        rows_add(rows, ROLE_TEXT, 0, rows_cell(desk, SCHEMA_SPEAKS, &saying->record, SPEAKS_TEXT));
    }
}

/* What the practice or model is like in that which the item asks to compare. */
static void shown_add(const struct desk *desk, const struct item *item, struct rows *rows) {
    size_t count;
    const struct shown *list = shown_list(desk->work.catalogue, practice_of(desk)->model, item,
                                          desk->work.lang, rows->arena, &count);
    for (size_t i = 0; i < count; i++) {
        rows_add_fact(rows, list[i].label, list[i].text);
    }
    if (count == 0) {
        rows_add(rows, ROLE_TEXT, 0,
                 desk->listing.reading ? _("Not read yet: the catalogue is still being read.")
                                       : _("The source does not say."));
    }
}

/* How the practice, or the model of an own one, does what the question asks. */
void practice_answer_rows(const struct desk *desk, struct rows *rows) {
    const struct practice_screen *screen = practice_of(desk);
    const struct question *question = practice_question(desk);
    rows->title = screen->subject.practice ? _("How they do it") : _("How the model does it");
    if (!question) {
        return;
    }
    const struct answer *answer = catalogue_answer(screen->model, question);
    const char *own = work_value(desk, screen->subject.id,
                                 record_cell(&question->record, QUESTION_ID), "answer");
    if (*own) {
        rows_add(rows, ROLE_HEADING, 0, _("Your answer"));
        rows_add(rows, ROLE_TEXT, 0, own);
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0,
                 screen->subject.practice ? _("The source's") : _("The model's"));
    }
    const struct item *item = practice_item(desk);
    if (item && shown_wanted(item)) {
        rows->title = screen->subject.practice ? _("What the source says")
                                               : _("What the source says of the model");
        shown_add(desk, item, rows);
        return;
    }
    if (!answer && item && who_spoken(item)) {
        sayings_add(desk, item, rows);
        return;
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

/* Whether there was a round before this one: then its marks stand beside those of now. */
static bool visited(const struct desk *desk) {
    const struct practice_screen *screen = practice_of(desk);
    return desk->work.log && work_round_before(desk, &screen->subject, screen->checklist);
}

/* The marks of an item at the right: the source's, those of last time when there was one, yours. */
static const char *marks_text(const struct desk *desk, const char *const signs[MARKS], bool narrow,
                              struct arena *arena) {
    return !desk->work.log  ? signs[MARK_SOURCE]
           : !visited(desk) ? arena_printf(arena, narrow ? "%s  %s" : "%s    %s ",
                                           signs[MARK_SOURCE], signs[MARK_YOURS])
                            : arena_printf(arena, narrow ? "%s  %s  %s" : "%s     %s    %s ",
                                           signs[MARK_SOURCE], signs[MARK_LAST], signs[MARK_YOURS]);
}

/* The same in words. */
static const char *marks_words(const struct desk *desk, const char *const signs[MARKS],
                               struct arena *arena) {
    const char *source = arena_printf(arena, "%s: %s", practice_source_word(desk),
                                      signs[MARK_SOURCE]);
    return !desk->work.log  ? source
           : !visited(desk) ? arena_printf(arena, _("%s · you: %s"), source, signs[MARK_YOURS])
                            : arena_printf(arena, _("%s · last: %s · you: %s"), source,
                                           signs[MARK_LAST], signs[MARK_YOURS]);
}

static int marks_width(const struct desk *desk, bool narrow) {
    return !desk->work.log  ? SIGN_WIDTH
           : !visited(desk) ? (narrow ? SIGNS_NARROW_WIDTH : SIGNS_WIDTH)
                            : (narrow ? SIGNS_LAST_NARROW_WIDTH : SIGNS_LAST_WIDTH);
}

static void item_add(const struct desk *desk, const struct item *item, size_t place,
                     struct rows *rows) {
    const struct practice_screen *screen = practice_of(desk);
    const enum sign_form form = desk->look.signs;
    const char *last = work_last(desk, &screen->subject, item, "verdict");
    const char *const signs[MARKS] = {
        [MARK_SOURCE] = sign_of_mark(catalogue_mark(desk->work.catalogue, screen->model, item),
                                     form),
        [MARK_LAST] = work_sign(desk, screen->checklist, verdict_find(last), form).text,
        [MARK_YOURS] = work_sign(desk, screen->checklist,
                                 work_verdict(desk, &screen->subject, item), form)
                           .text,
    };
    const char *jottings = jottings_text(desk, item, rows->arena);
    struct row *row = rows_add_entry(rows, place,
                                     rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_TEXT));
    if (form == SIGN_WORDS) {
        const char *told = marks_words(desk, signs, rows->arena);
        rows_add_under(rows, ROLE_TEXT, place, arena_printf(rows->arena, "%s%s", told, jottings));
        return;
    }
    const bool narrow = rows->width < ROWS_NARROW;
    row->signs = SIGNS_BESIDE;
    row->tail = marks_text(desk, signs, narrow, rows->arena);
    row->tail_width = marks_width(desk, narrow);
    /* Behind the text, where it takes no room from the other lines. */
    row->text = arena_printf(rows->arena, "%s%s%s", row->text, *jottings ? " " : "", jottings);
}

/* "2 of 12  Do local people take part?"; where that is too long, the question has its own row. */
static void question_add(const struct desk *desk, const struct question *question,
                         struct rows *rows) {
    const struct checklist *checklist = practice_of(desk)->checklist;
    const size_t place = (size_t)(question - checklist->questions) + 1;
    const char *label = record_cell(&question->record, QUESTION_LABEL);
    const char *text = record_cell(&question->record, QUESTION_TEXT);
    const int room = rows->width - text_width(rows->tail, desk->look.letters) - TITLE_GAP;
    const char *number = arena_printf(rows->arena, _("%zu of %zu"), place,
                                      checklist->question_count);
    rows->title = arena_printf(rows->arena, "%s  %s", number, text);
    if (text_width(rows->title, desk->look.letters) > room) {
        rows->title = rows_short(desk, arena_printf(rows->arena, "%s  %s", number, label), room,
                                 rows->arena);
        rows_add(rows, ROLE_HEADING, 0, text);
    }
}

void practice_checklist_rows(const struct desk *desk, struct rows *rows) {
    const size_t count = practice_items(desk);
    const struct question *question = practice_question(desk);
    rows->title = _("Checklist");
    rows->tail = !desk->work.log ? practice_source_word(desk)
                 : !visited(desk)
                     ? arena_printf(rows->arena, _("%s you"), practice_source_word(desk))
                     : arena_printf(rows->arena, _("%s last you"), practice_source_word(desk));
    if (question) {
        question_add(desk, question, rows);
    }
    for (size_t i = 0; i < count; i++) {
        item_add(desk, practice_item_at(desk, i), i, rows);
    }
    if (practice_of(desk)->hide_answered) {
        rows_add(rows, ROLE_DIM, ROWS_INDENT,
                 count ? _("Only unanswered items; H shows all.")
                       : _("All answered; H shows them."));
    }
}
