#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/screens/talk.h"

/* Who can answer, as the catalogue has them; anybody, where it does not say. */
static const struct {
    const char *title;   /* N_() */
    const char *heading; /* N_() */
} groups[TALK_WHO] = {
    {N_("Ask the project leader"), N_("The project leader can answer")},
    {N_("Ask the staff"), N_("The staff can answer")},
    {N_("Ask the participants"), N_("The participants can answer")},
    {N_("Look in the documents"), N_("Documents can answer")},
    {N_("Ask"), N_("Anybody can answer")},
};

/* How many items fit, and by which rule. */
static void rule_add(const struct desk *desk, struct rows *rows) {
    const struct talk *talk = talk_of(desk);
    size_t open = 0;
    for (size_t i = 0; i < talk->count; i++) {
        open += talk_open(desk, talk->items[i].item);
    }
    rows_add(rows, ROLE_DIM, 0,
             arena_printf(rows->arena,
                          ngettext("%zu minutes: %zu item, %d minutes for each. %zu are open.",
                                   "%zu minutes: %zu items, %d minutes for each. %zu are open.",
                                   talk->fit),
                          talk->minutes, talk->fit, TALK_EACH, open));
}

static void item_rows(const struct desk *desk, const struct item *item, struct rows *rows) {
    static const struct topic_part parts[] = {
        {"comment", N_("Comment: ")},
        {"evidence", N_("Evidence: ")},
        {"plan.action", N_("Next step: ")},
    };
    const struct talk *talk = talk_of(desk);
    const char *ask = rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_ASK);
    const char *text = rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_TEXT);
    rows->title = arena_printf(rows->arena, _("%s: %zu of %zu"),
                               _(groups[talk->items[talk->at].who].title), talk->at + 1,
                               talk->at < talk->fit ? talk->fit : talk->count);
    rows->tail = arena_printf(rows->arena, _("you: %s"), topic_verdict(desk, &talk->subject, item));
    topic_clock_add(desk, rows);
    if (talk->at == 0) {
        rule_add(desk, rows);
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, *ask ? ask : text);
    if (*ask) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, text);
    }
    topic_heading_add(rows, _("You say"));
    topic_mark_add(desk, &talk->subject, item, parts, COUNT(parts), rows);
    topic_model_add(desk, &talk->subject, item, rows);
    topic_who_add(desk, &talk->subject, item, rows);
}

static void left_add(const struct desk *desk, size_t entry, struct rows *rows) {
    const struct talk *talk = talk_of(desk);
    const struct item *item = talk->left[entry]->item;
    const size_t who = talk->left[entry]->who;
    if (entry == 0 || talk->left[entry - 1]->who != who) {
        topic_heading_add(rows, _(groups[who].heading));
    }
    const struct sign sign = work_sign(desk, catalogue_checklist_of(item),
                                       work_verdict(desk, &talk->subject, item), desk->look.signs);
    rows_add_entry(rows, entry,
                   arena_printf(rows->arena, "%s %s", sign.text,
                                rows_cell(desk, SCHEMA_ITEMS, &item->record, ITEM_TEXT)))
        ->signs = SIGNS_FIRST;
}

void talk_rows(const struct desk *desk, struct rows *rows) {
    const struct talk *talk = talk_of(desk);
    if (talk_here(desk)) {
        item_rows(desk, talk_here(desk), rows);
        return;
    }
    rows->title = arena_printf(rows->arena, _("What was left: %zu of %zu"), talk->left_count,
                               talk->count);
    rows_add(rows, ROLE_TEXT, 0,
             talk->left_count == 0
                 ? _("Nothing was left: all has its mark.")
                 : _("This is the list for the next visit. Enter goes to an item if there is time "
                     "still; R, form to fill in by hand, puts them on paper."));
    for (size_t i = 0; i < talk->left_count; i++) {
        left_add(desk, i, rows);
    }
}
