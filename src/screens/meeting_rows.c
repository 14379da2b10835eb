#include "vademecum/base/i18n.h"
#include "vademecum/find/who.h"
#include "vademecum/screens/meeting.h"

enum {
    WHO_MOST = 3 /* practices that are named */
};

/* The mark of the group, as the checklist calls it. */
static const char *verdict_called(const struct desk *desk, const struct item *item) {
    return work_sign(desk, catalogue_checklist_of(item),
                     work_verdict(desk, &meeting_of(desk)->subject, item), SIGN_WORDS)
        .text;
}

static void heading_add(struct rows *rows, const char *text) {
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, text);
}

/* "✗ not met", with what was said of it; colours go to the sign. */
static void opinion_add(const struct desk *desk, enum verdict verdict, const char *words,
                        struct rows *rows) {
    const bool signs = desk->look.signs != SIGN_WORDS;
    const char *text = signs ? arena_printf(rows->arena, "%s %s",
                                            sign_of_verdict(verdict, desk->look.signs), words)
                             : words;
    struct row *row = rows_add(rows, ROLE_TEXT, ROWS_INDENT, text);
    row->hang = ROWS_INDENT;
    row->signs = signs ? SIGNS_FIRST : SIGNS_NONE;
}

static void opinions_add(const struct desk *desk, struct rows *rows) {
    const struct meeting *meeting = meeting_of(desk);
    const struct disputed *here = meeting_here(desk);
    const struct report report = work_report(desk, rows->arena);
    heading_add(rows, _("What was said"));
    for (size_t i = 0; i < meeting->differ.reviewer_count; i++) {
        opinion_add(desk, here->verdicts[i],
                    differ_opinion(&report, meeting->subject.id, here->item,
                                   meeting->differ.reviewers[i]),
                    rows);
    }
    if (meeting->differ.reviewer_count == 0) {
        rows_add(rows, ROLE_DIM, ROWS_INDENT, _("Nobody has reviewed this practice yet."));
    }
}

/* The mark of the group, its reason and its next step. */
static void decision_add(const struct desk *desk, struct rows *rows) {
    static const struct {
        const char *field;
        const char *before; /* N_() */
    } parts[] = {
        {"comment", N_("Reason: ")},
        {"plan.action", N_("Next step: ")},
    };
    const struct meeting *meeting = meeting_of(desk);
    const struct item *item = meeting_here(desk)->item;
    const enum verdict verdict = work_verdict(desk, &meeting->subject, item);
    heading_add(rows, _("The group decides"));
    opinion_add(desk, verdict,
                verdict == VERDICT_NONE ? _("nothing yet") : verdict_called(desk, item),
                rows);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *text = work_value(desk, meeting->subject.id,
                                      record_cell(&item->record, ITEM_ID), parts[i].field);
        if (*text) {
            rows_add(rows, ROLE_TEXT, 2 * ROWS_INDENT,
                     arena_printf(rows->arena, "%s%s", _(parts[i].before), text));
        }
    }
}

static void model_add(const struct desk *desk, struct rows *rows) {
    const struct subject *subject = &meeting_of(desk)->subject;
    const struct practice *model = work_model(desk, subject);
    const struct answer *answer = model ? catalogue_answer(model, meeting_here(desk)->item->question)
                                        : NULL;
    if (answer) {
        heading_add(rows, subject->practice ? _("What its source says")
                                            : arena_printf(rows->arena, _("How %s does it"),
                                                           work_title(desk, model)));
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 rows_cell(desk, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT));
    }
}

static void who_add(const struct desk *desk, struct rows *rows) {
    const struct subject *subject = &meeting_of(desk)->subject;
    const struct kin kin = subject->practice
                               ? who_practice(subject->practice, rows->arena)
                               : who_own(desk->work.catalogue, changes_review(desk), subject->id,
                                         rows->arena);
    const struct who who = who_list(desk->work.catalogue, &kin, meeting_here(desk)->item, NULL,
                                    find_title_places(desk->listing.find), rows->arena);
    heading_add(rows, arena_printf(rows->arena, _("Who does it well: %zu of %zu"), who.count,
                                   who.practices));
    for (size_t i = 0; i < who.count && i < WHO_MOST; i++) {
        const struct practice *practice = who.entries[i].practice;
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, work_title(desk, practice))->hang = ROWS_INDENT;
    }
}

void meeting_rows(const struct desk *desk, struct rows *rows) {
    const struct meeting *meeting = meeting_of(desk);
    const struct item *item = meeting_here(desk)->item;
    const char *ask = rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_ASK);
    rows->title = arena_printf(rows->arena,
                               meeting_here(desk)->apart > 0 ? _("Disputed: %zu of %zu")
                                                             : _("Open: %zu of %zu"),
                               meeting->at + 1, meeting->count);
    rows->tail = arena_printf(rows->arena, _("the group: %s"),
                              verdict_called(desk, item));
    rows_add(rows, ROLE_HEADING, 0, rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_TEXT));
    if (*ask) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, ask);
    }
    opinions_add(desk, rows);
    decision_add(desk, rows);
    model_add(desk, rows);
    who_add(desk, rows);
}
