#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/report/facts.h"
#include "vademecum/screens/screens.h"

enum {
    LIST,  /* of collections */
    DETAIL /* one of them */
};

enum {
    COUNT_WIDTH = 6
};

static void list_rows(const struct desk *desk, struct rows *rows) {
    const struct catalogue *catalogue = desk->work.catalogue;
    rows->title = _("Collections");
    rows->tail = _("practices");
    for (size_t i = 0; i < catalogue->collection_count; i++) {
        const struct collection *collection = &catalogue->collections[i];
        struct row *row = rows_add_entry(rows, i,
                                         catalogue_text(catalogue, SCHEMA_COLLECTIONS,
                                                        &collection->record, COLLECTION_TITLE,
                                                        desk->work.lang, NULL));
        row->tail = arena_printf(rows->arena, "%zu", collection->practices);
        row->tail_width = COUNT_WIDTH;
    }
}

static void detail_rows(const struct desk *desk, struct rows *rows) {
    const struct catalogue *catalogue = desk->work.catalogue;
    const size_t focus = window_of(desk, (struct panel){SCREEN_COLLECTIONS, LIST})->focus;
    rows->title = _("About it");
    if (focus >= catalogue->collection_count) {
        return;
    }
    const struct collection *collection = &catalogue->collections[focus];
    rows_add(rows, ROLE_HEADING, 0,
             catalogue_text(catalogue, SCHEMA_COLLECTIONS, &collection->record, COLLECTION_TITLE,
                            desk->work.lang, NULL));
    const char *summary = catalogue_text(catalogue, SCHEMA_COLLECTIONS, &collection->record,
                                         COLLECTION_SUMMARY, desk->work.lang, NULL);
    if (*summary) {
        rows_add(rows, ROLE_TEXT, 0, summary);
    }
    rows_add_gap(rows);
    size_t count = 0;
    const struct fact *facts = facts_of_collection(catalogue, collection, desk->work.lang,
                                                   rows->arena, &count);
    for (size_t i = 0; i < count; i++) {
        rows_add_fact(rows, facts[i].label, facts[i].text);
    }
}

static size_t count(const struct desk *desk) {
    return desk->work.catalogue->collection_count;
}

static void detail_go(struct desk *desk, size_t entry) {
    (void)entry;
    desk_focus(desk, DETAIL);
}

static void open_link(struct desk *desk) {
    const struct catalogue *catalogue = desk->work.catalogue;
    const size_t focus = window_of(desk, (struct panel){SCREEN_COLLECTIONS, LIST})->focus;
    desk_open_link(desk,
                   focus < catalogue->collection_count
                       ? record_cell(&catalogue->collections[focus].record, COLLECTION_URL)
                       : "",
                   "");
}

static void open_address(struct desk *desk, size_t entry) {
    (void)entry;
    open_link(desk);
}

static const struct action actions[] = {
    {COMMAND_OPEN_LINK, .act = open_link},
    {.command = COMMAND_NONE},
};

const struct screen collections_screen = {
    .title = N_("Collections"),
    .panels = {{.name = N_("Collections"),
                .position = POSITION_ENTRIES,
                .resets = 1u << DETAIL,
                .entries = count,
                .rows = list_rows,
                .open = detail_go},
               {.name = N_("About it"), .column = 1, .rows = detail_rows, .open = open_address}},
    .hints = {COMMAND_NEXT_STOP, COMMAND_BACK, COMMAND_HELP, COMMAND_OPEN_LINK},
    .actions = actions,
};
