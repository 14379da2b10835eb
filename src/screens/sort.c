#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/screens/screens.h"

enum {
    COUNT_WIDTH = 8
};

static void orders_rows(const struct desk *desk, struct rows *rows) {
    rows->title = _("Sort by");
    for (enum order order = 0; order < ORDER_COUNT; order++) {
        struct row *row = rows_add_entry(rows, order, sort_label(order));
        row->tail = order == desk->listing.wish.order ? _("now") : NULL;
        row->tail_width = COUNT_WIDTH;
    }
}

static size_t count(const struct desk *desk) {
    (void)desk;
    return ORDER_COUNT;
}

static bool enter(struct desk *desk, const struct place *place) {
    (void)place;
    window_focus(desk, (struct panel){SCREEN_SORT, 0}, desk->listing.wish.order);
    return true;
}

static void order_choose(struct desk *desk, size_t entry) {
    desk_close(desk);
    listing_sort(desk, (enum order)entry);
    listing_focus(desk, 0);
    notice_say(desk, _("Sorted: %s."), sort_label((enum order)entry));
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("choose")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_NONE},
};

const struct screen sort_screen = {
    .title = N_("Sort"),
    .narrowed = true,
    .panels = {{.name = "", .entries = count, .rows = orders_rows, .open = order_choose}},
    .verbs = verbs,
    .refuses = act_refuse_undo,
    .enter = enter,
};
