#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/screens/meeting.h"

static void opinions_add(const struct desk *desk, struct rows *rows) {
    const struct meeting *meeting = meeting_of(desk);
    const struct disputed *here = meeting_here(desk);
    const struct report report = work_report(desk, rows->arena);
    topic_heading_add(rows, _("What was said"));
    for (size_t i = 0; i < meeting->differ.reviewer_count; i++) {
        topic_opinion_add(
            desk, here->verdicts[i],
            differ_opinion(&report, meeting->subject.id, here->item, meeting->differ.reviewers[i]),
            rows);
    }
    if (meeting->differ.reviewer_count == 0) {
        rows_add(rows, ROLE_DIM, ROWS_INDENT, _("Nobody has reviewed this practice yet."));
    }
}

/* The mark of the group, what shows it, and its next step. */
static void decision_add(const struct desk *desk, struct rows *rows) {
    static const struct topic_part parts[] = {
        {"comment", N_("Comment: ")},
        {"evidence", N_("Evidence: ")},
        {"plan.action", N_("Next step: ")},
    };
    topic_heading_add(rows, _("The group decides"));
    topic_mark_add(desk, &meeting_of(desk)->subject, meeting_here(desk)->item, parts, COUNT(parts),
                   rows);
}

void meeting_rows(const struct desk *desk, struct rows *rows) {
    const struct meeting *meeting = meeting_of(desk);
    const struct item *item = meeting_here(desk)->item;
    const char *ask = rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_ASK);
    const size_t disputed = meeting->differ.differing;
    rows->title = meeting->at < disputed
                      ? arena_printf(rows->arena, _("Disputed: %zu of %zu"), meeting->at + 1,
                                     disputed)
                      : arena_printf(rows->arena, _("Open: %zu of %zu"),
                                     meeting->at + 1 - disputed, meeting->count - disputed);
    rows->tail = arena_printf(rows->arena, _("the group: %s"),
                              topic_verdict(desk, &meeting->subject, item));
    topic_clock_add(desk, rows);
    rows_add(rows, ROLE_HEADING, 0, rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_TEXT));
    if (*ask) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, ask);
    }
    opinions_add(desk, rows);
    decision_add(desk, rows);
    topic_model_add(desk, &meeting->subject, item, rows);
    topic_who_add(desk, &meeting->subject, item, rows);
}
