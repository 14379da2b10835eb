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

struct collections {
    const struct collection **order; /* those with practices first; in the screen's arena */
    size_t count;
    size_t practices; /* in all collections, when they were put in order */
};

static const struct panel list = {SCREEN_COLLECTIONS, LIST};

static struct collections *collections_of(const struct desk *desk) {
    return desk_state(desk, list.screen);
}

/* The one in focus; NULL when there is none. */
static const struct collection *collection_here(const struct desk *desk) {
    const size_t focus = window_of(desk, list)->focus;
    return focus < collections_of(desk)->count ? collections_of(desk)->order[focus] : NULL;
}

static const char *title_of(const struct desk *desk, const struct collection *collection) {
    return rows_cell(desk, SCHEMA_COLLECTIONS, &collection->record, COLLECTION_TITLE);
}

/* --- what is shown --------------------------------------------------------------------------- */

static void list_rows(const struct desk *desk, struct rows *rows) {
    rows->title = _("Collections");
    rows->tail = _("practices");
    for (size_t i = 0; i < collections_of(desk)->count; i++) {
        const struct collection *collection = collections_of(desk)->order[i];
        struct row *row = rows_add_entry(rows, i, title_of(desk, collection));
        row->tail = arena_printf(rows->arena, "%zu", collection->practices);
        row->tail_width = COUNT_WIDTH;
    }
}

/* How to come to its practices, or where they are when they are not here. */
static const char *way_to_practices(const struct collection *collection, struct arena *arena) {
    if (collection->practices > 0) {
        return arena_printf(arena,
                            ngettext("Enter lists its %zu practice.",
                                     "Enter lists its %zu practices.", collection->practices),
                            collection->practices);
    }
    return *record_cell(&collection->record, COLLECTION_URL)
               ? _("No practices in this copy; o opens its website.")
               : _("No practices in this copy.");
}

static void detail_rows(const struct desk *desk, struct rows *rows) {
    const struct catalogue *catalogue = desk->work.catalogue;
    const struct collection *collection = collection_here(desk);
    rows->title = _("About it");
    if (!collection) {
        return;
    }
    rows_add(rows, ROLE_HEADING, 0, title_of(desk, collection));
    rows_add(rows, ROLE_TEXT, 0, way_to_practices(collection, rows->arena));
    const char *summary = rows_cell(desk, SCHEMA_COLLECTIONS, &collection->record,
                                    COLLECTION_SUMMARY);
    if (*summary) {
        rows_add_gap(rows);
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
    return collections_of(desk)->count;
}

/* --- what is done ---------------------------------------------------------------------------- */

static size_t practices_counted(const struct catalogue *catalogue) {
    size_t practices = 0;
    for (size_t i = 0; i < catalogue->collection_count; i++) {
        practices += catalogue->collections[i].practices;
    }
    return practices;
}

/* Puts them in order; the focus stays on its collection. */
static void order_make(struct desk *desk) {
    const struct catalogue *catalogue = desk->work.catalogue;
    struct collections *collections = collections_of(desk);
    struct arena *arena = desk_arena(desk, list.screen);
    const struct collection *here = collection_here(desk);
    size_t focus = 0;
    arena_empty(arena);
    collections->order = arena_array(arena, catalogue->collection_count,
                                     sizeof(const struct collection *));
    collections->count = 0;
    for (int with = 1; with >= 0; with--) {
        for (size_t i = 0; i < catalogue->collection_count; i++) {
            const struct collection *collection = &catalogue->collections[i];
            if ((collection->practices > 0) == with) {
                focus = collection == here ? collections->count : focus;
                collections->order[collections->count++] = collection;
            }
        }
    }
    collections->practices = practices_counted(catalogue);
    window_stay(desk, list, focus);
}

static bool enter(struct desk *desk, const struct place *place) {
    (void)place;
    order_make(desk);
    return true;
}

/* Practices come while the catalogue is read. */
static bool refresh(struct desk *desk) {
    if (collections_of(desk)->practices != practices_counted(desk->work.catalogue)) {
        order_make(desk);
    }
    return true;
}

/* Home lists them, and nothing else. */
static void practices_go(struct desk *desk, size_t entry) {
    (void)entry;
    const struct collection *collection = collection_here(desk);
    const struct catalogue *catalogue = desk->work.catalogue;
    if (!collection || collection->practices == 0) {
        notice_say(desk, "%s",
                   collection ? way_to_practices(collection, desk_arena(desk, list.screen))
                              : _("There is no collection here."));
        return;
    }
    desk_home(desk);
    listing_seek(desk, "");
    listing_unfilter(desk);
    listing_filter(desk, FACET_COLLECTION, (uint32_t)(collection - catalogue->collections), true);
    notice_say(desk, _("The practices of this collection. F lists all again."));
}

static void open_link(struct desk *desk) {
    const struct collection *collection = collection_here(desk);
    desk_open_link(desk, collection ? record_cell(&collection->record, COLLECTION_URL) : "", "");
}

static const struct action actions[] = {
    {COMMAND_OPEN_LINK, .act = open_link},
    {.command = COMMAND_NONE},
};

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("its practices")},
    {COMMAND_OPEN_LINK, .word = N_("website")},
    {.command = COMMAND_NEXT_STOP},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen collections_screen = {
    .title = N_("Collections"),
    .command = COMMAND_COLLECTIONS,
    .state = sizeof(struct collections),
    .panels = {{.name = N_("Collections"),
                .position = POSITION_ENTRIES,
                .resets = 1u << DETAIL,
                .entries = count,
                .rows = list_rows,
                .open = practices_go},
               {.name = N_("About it"), .column = 1, .rows = detail_rows, .open = practices_go}},
    .verbs = verbs,
    .actions = actions,
    .enter = enter,
    .refresh = refresh,
};
