#include "vademecum/desk/mark.h"

#include "vademecum/desk/desk.h"
#include "vademecum/report/shown.h"
#include "vademecum/review/reviewer.h"

/* Whether the reviewer has marked anything on the practice, be it taken back since. */
static bool marked_before(const struct desk *desk, const struct subject *subject) {
    const struct review_filter filter = {
        .reviewer = desk->work.reviewer, .practice = subject->id, .field = "verdict"};
    struct arena scratch;
    size_t count = 0;
    arena_init(&scratch, desk->arena->end);
    review_list(changes_review(desk), &filter, &scratch, &count);
    arena_free(&scratch);
    return count > 0;
}

/*
 * Asks first where that is due; whether it does. A group knows what it has met for, and whether
 * something would work here is asked of practices of others.
 */
static bool first_asked(struct desk *desk, const struct subject *subject, const struct item *item,
                        enum verdict verdict) {
    if (!subject->practice || verdict == VERDICT_NONE || reviewer_group(desk->work.reviewer) ||
        shown_transfers(catalogue_checklist_of(item)) || marked_before(desk, subject)) {
        return false;
    }
    const struct place place = {.practice = subject,
                                .question = item->question,
                                .item = item,
                                .field = "verdict",
                                .value = verdict_name(verdict)};
    return desk_go(desk, SCREEN_FIRST_MARK, &place);
}

void mark_first(struct desk *desk, const struct subject *subject, const struct item *item,
                enum verdict verdict) {
    changes_step(desk, subject->id, record_cell(&item->record, ITEM_ID), "verdict",
                 verdict_name(verdict));
    stack_marked(desk, item);
}

void mark_give(struct desk *desk, const struct subject *subject, const struct item *item,
               enum verdict verdict) {
    if (!first_asked(desk, subject, item, verdict)) {
        changes_put(desk, subject->id, record_cell(&item->record, ITEM_ID), "verdict",
                    verdict_name(verdict));
        stack_marked(desk, item);
    }
}

void mark_step(struct desk *desk, const struct subject *subject, const struct item *item) {
    const int next = (int)work_verdict(desk, subject, item) + 1;
    const enum verdict verdict = (enum verdict)(next % VERDICT_COUNT);
    if (!first_asked(desk, subject, item, verdict)) {
        mark_first(desk, subject, item, verdict);
    }
}
