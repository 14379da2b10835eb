#include "vademecum/screens/item_plan.h"

#include "vademecum/base/i18n.h"
#include "vademecum/report/plan_words.h"

const char *item_plan_value(const struct desk *desk, const struct subject *subject,
                            const struct item *item, const char *field) {
    return work_value(desk, subject->id, record_cell(&item->record, ITEM_ID), field);
}

const char *item_plan_when(const struct desk *desk, const struct subject *subject,
                           const struct item *item, struct arena *arena) {
    const char *owner = item_plan_value(desk, subject, item, "plan.owner");
    const char *due = plan_due(arena, item_plan_value(desk, subject, item, "plan.due"),
                               item_plan_value(desk, subject, item, "plan.status"),
                               clock_now(&desk->work.clock));
    if (!*due) {
        return owner;
    }
    const char *by = arena_printf(arena, _("by %s"), due);
    return *owner ? arena_printf(arena, "%s%s%s", owner, sign_between(desk->look.ascii), by) : by;
}
