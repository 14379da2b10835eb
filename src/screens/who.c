#include "vademecum/find/who.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/review/field.h"
#include "vademecum/screens/screens.h"

#include <string.h>

enum {
    LIST,  /* the practices */
    DETAIL /* the answer and tools of one of them */
};

enum {
    YEAR_DIGITS = 4,
    ENTRY_ROWS = 2, /* that each practice of the catalogue takes */
    REACH = 2       /* windows of a long list above and below the focus */
};

struct who_screen {
    struct subject subject;  /* for whom it is asked … */
    const struct item *item; /* … who does this well */
    struct subject *mine;    /* own practices that do, in the screen's arena … */
    size_t mine_count;       /* … before … */
    struct who who;          /* … those of the catalogue, in the same … */
    size_t list;             /* … as of listing.version */
};

static const struct panel list = {SCREEN_WHO, LIST};

static struct who_screen *who_of(const struct desk *desk) {
    return desk_state(desk, list.screen);
}

/* What the practice is compared by: country, areas, groups; and its model, which comes first. */
static struct kin reviewed_here(const struct desk *desk, struct arena *arena) {
    const struct subject *subject = &who_of(desk)->subject;
    if (subject->practice) {
        return who_practice(subject->practice, arena);
    }
    const struct practice *model = work_model(desk, subject);
    struct kin kin = who_own(desk->work.catalogue, changes_review(desk), subject->id, arena);
    kin.model = model ? record_cell(&model->record, PRACTICE_ID) : NULL;
    return kin;
}

static bool is_filtered(const struct desk *desk) {
    return desk->listing.wish.filters.count > 0;
}

/* The entry of the catalogue in focus; NULL: an own practice, or nothing. */
static const struct who_entry *entry_here(const struct desk *desk) {
    const struct who_screen *screen = who_of(desk);
    const size_t focus = window_of(desk, list)->focus;
    return focus >= screen->mine_count && focus - screen->mine_count < screen->who.count
               ? &screen->who.entries[focus - screen->mine_count]
               : NULL;
}

/* The own practice in focus, or NULL. */
static const struct subject *mine_here(const struct desk *desk) {
    const size_t focus = window_of(desk, list)->focus;
    return focus < who_of(desk)->mine_count ? &who_of(desk)->mine[focus] : NULL;
}

/* When nobody is listed: which of several filters to lift, and how many would come; "" when none
 * alone would help, or there is only one. */
static const char *filters_advice(const struct desk *desk, struct arena *arena) {
    const struct kin reviewed = reviewed_here(desk, arena);
    const char *text = "";
    size_t used = 0;
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        struct wish wish = desk->listing.wish;
        if (!filter_use(&wish.filters, facet)) {
            continue;
        }
        filter_drop(&wish.filters, facet);
        const struct found found = find_run(desk->listing.find, &wish, arena);
        const struct who_filter filter = find_filter(&found);
        const size_t count =
            who_count(desk->work.catalogue, &reviewed, who_of(desk)->item, &filter).count;
        used++;
        if (count > 0) {
            text = arena_printf(arena,
                                *text ? ngettext("%s; without the filter %s %zu",
                                                 "%s; without the filter %s %zu", count)
                                      : ngettext("%sWithout the filter %s there is %zu",
                                                 "%sWithout the filter %s there are %zu", count),
                                text, filter_label(facet), count);
        }
    }
    return used > 1 && *text ? arena_printf(arena, "%s.", text) : "";
}

/* "Brno · since 2017 · has a tool for it" */
static const char *entry_words(const struct desk *desk, const struct who_entry *entry,
                               struct arena *arena) {
    const struct record *record = &entry->practice->record;
    const struct subject subject = {.practice = entry->practice};
    const char *start = record_cell(record, PRACTICE_START);
    const char *parts[] = {
        rows_town(desk, &subject, arena),
        *start ? arena_printf(arena, _("since %.*s"), YEAR_DIGITS, start) : "",
        entry->tool ? _("has a tool for it") : "",
    };
    const char *words = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        words = arena_printf(arena, "%s%s%s", words,
                             *words && *parts[i] ? sign_between(desk->look.ascii) : "", parts[i]);
    }
    return words;
}

static void entry_add(const struct desk *desk, size_t number, const struct who_entry *entry,
                      struct rows *rows) {
    const struct record *record = &entry->practice->record;
    const char *country = record_cell(record, PRACTICE_COUNTRY);
    struct row *row = rows_add_entry(rows, number,
                                     rows_cell(desk, SCHEMA_PRACTICES, record, PRACTICE_TITLE));
    row->tail = entry->model ? arena_printf(rows->arena, _("model %s"), country) : country;
    row->tail_width = text_width(row->tail, desk->look.letters) + 2;
    const char *words = entry_words(desk, entry, rows->arena);
    rows_add_under(rows, ROLE_TEXT, number, *words ? words : _("no place stated"));
}

/* Adds the practices around the focus only, as Home does. */
static void entries_add(const struct desk *desk, struct rows *rows) {
    const struct who_screen *screen = who_of(desk);
    const size_t focus = window_of(desk, list)->focus;
    const size_t reach = (size_t)rows->height * REACH;
    const size_t gone = screen->mine_count + reach;
    const size_t from = focus > gone ? focus - gone : 0;
    if (from) {
        rows->first = rows->count + from * ENTRY_ROWS;
        rows->count = 0;
    }
    for (size_t i = from; i < screen->who.count && i <= focus + reach; i++) {
        entry_add(desk, screen->mine_count + i, &screen->who.entries[i], rows);
    }
}

static void mine_add(const struct desk *desk, size_t number, struct rows *rows) {
    const char *mine = work_whose(desk, &who_of(desk)->mine[number], rows->arena);
    struct row *row = rows_add_entry(rows, number, who_of(desk)->mine[number].title);
    row->role = ROLE_HEADING;
    row->tail = mine;
    row->tail_width = text_width(mine, desk->look.letters) + 2;
}

static void list_rows(const struct desk *desk, struct rows *rows) {
    const struct who_screen *screen = who_of(desk);
    const bool filtered = is_filtered(desk);
    rows->title = screen->who.spoken ? _("Who speaks of it") : _("Who does this well");
    rows->tail = arena_printf(rows->arena, _("%zu of %zu"), screen->who.count,
                              filtered ? screen->who.met : screen->who.practices);
    if (filtered) {
        const char *words = filter_words(desk->work.catalogue, &desk->listing.wish.filters,
                                         desk->work.lang, sign_between(desk->look.ascii),
                                         rows->arena);
        rows_add(rows, ROLE_TEXT, 0,
                 arena_printf(rows->arena, _("Only %s. F shows all %zu that meet it."), words,
                              screen->who.met));
    }
    if (screen->who.spoken) {
        rows_add(rows, ROLE_TEXT, 0, _("No source has marked this; these answers speak of it."));
    }
    for (size_t i = 0; i < screen->mine_count; i++) {
        mine_add(desk, i, rows);
    }
    entries_add(desk, rows);
    if (screen->who.count == 0 && filtered && screen->who.met > 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 _("None of those that pass the filter is shown to meet this item."));
        const char *advice = filters_advice(desk, rows->arena);
        if (*advice) {
            rows_add(rows, ROLE_TEXT, ROWS_INDENT, advice);
        }
    } else if (screen->who.count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 _("No other practice of the catalogue is shown to meet this item."));
    }
}

/* What the reviewer wrote on the item there. */
static void mine_detail(const struct desk *desk, const struct subject *subject, struct rows *rows) {
    static const char *const fields[] = {"comment", "evidence"};
    const char *item = record_cell(&who_of(desk)->item->record, ITEM_ID);
    rows_add(rows, ROLE_TEXT, 0, _("You have marked it as met there."));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *value = work_value(desk, subject->id, item, fields[i]);
        if (*value) {
            rows_add_fact(rows, field_label(fields[i]), value);
        }
    }
}

/* What the answers of the practice say of an item that no source has marked. */
static void sayings_add(const struct desk *desk, const struct saying *saying, struct rows *rows) {
    for (; saying; saying = who_next_saying(saying)) {
        const struct question *question = saying->question;
        const struct answer *answer = catalogue_answer(saying->practice, question);
        rows_add(rows, ROLE_TEXT, 0, rows_cell(desk, SCHEMA_SPEAKS, &saying->record, SPEAKS_TEXT));
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0,
                 rows_cell(desk, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT));
        if (answer) {
            rows_add(rows, ROLE_TEXT, 0,
                     rows_cell(desk, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT));
            rows_add_gap(rows);
        }
    }
}

static void tools_add(const struct desk *desk, const struct practice *practice,
                      const struct question *question, struct rows *rows) {
    const struct tool *tool = catalogue_tool(practice, question);
    rows_add(rows, ROLE_HEADING, 0, _("Inspiring tools"));
    if (!tool) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("none"));
    }
    for (; tool && tool->question == question; tool = tool->next) {
        const char *file = record_cell(&tool->record, TOOL_FILE);
        const char *url = work_tool_link(desk, tool);
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 rows_cell(desk, SCHEMA_TOOLS, &tool->record, TOOL_TITLE));
        rows_add(rows, *file || *url ? ROLE_LINK : ROLE_DIM, ROWS_INDENT,
                 *file  ? file
                 : *url ? url
                        : _("no link"));
    }
}

static void detail_rows(const struct desk *desk, struct rows *rows) {
    const struct who_entry *entry = entry_here(desk);
    const struct subject *mine = mine_here(desk);
    rows->title = _("How");
    rows_add(rows, ROLE_HEADING, 0,
             rows_cell(desk, SCHEMA_ITEMS, &who_of(desk)->item->record, ITEM_TEXT));
    if (mine) {
        mine_detail(desk, mine, rows);
    }
    if (!entry) {
        return;
    }
    if (entry->saying) {
        sayings_add(desk, entry->saying, rows);
        tools_add(desk, entry->practice, entry->saying->question, rows);
        return;
    }
    const struct practice *practice = entry->practice;
    const struct question *question = who_of(desk)->item->question;
    const struct answer *answer = catalogue_answer(practice, question);
    rows_add(rows, ROLE_TEXT, 0,
             answer ? rows_cell(desk, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT)
                    : _("The source does not answer this question."));
    rows_add_gap(rows);
    tools_add(desk, practice, question, rows);
}

static size_t count(const struct desk *desk) {
    return who_of(desk)->mine_count + who_of(desk)->who.count;
}

/* Other own practices of which the reviewer says that they meet the item. */
static void mine_find(struct desk *desk, struct arena *arena) {
    struct who_screen *screen = who_of(desk);
    const struct subjects *all = find_subjects(desk->listing.find);
    screen->mine = arena_array(arena, all->own, sizeof *screen->mine);
    screen->mine_count = 0;
    for (size_t i = 0; i < all->own; i++) {
        const struct subject *own = &all->list[i];
        if (strcmp(own->id, screen->subject.id) != 0 &&
            strcmp(work_value(desk, own->id, "", "off"), "yes") != 0 &&
            work_verdict(desk, own, screen->item) == VERDICT_MET) {
            screen->mine[screen->mine_count++] = *own;
        }
    }
}

static void list_make(struct desk *desk) {
    struct who_screen *screen = who_of(desk);
    struct arena *arena = desk_arena(desk, list.screen);
    const struct who_filter filter = find_filter(&desk->listing.found);
    arena_empty(arena);
    const struct kin kin = reviewed_here(desk, arena);
    mine_find(desk, arena);
    screen->who = who_list(desk->work.catalogue, &kin, screen->item,
                           is_filtered(desk) ? &filter : NULL,
                           find_title_places(desk->listing.find), arena);
    screen->list = desk->listing.version;
    window_focus(desk, list, 0);
}

static bool enter(struct desk *desk, const struct place *place) {
    struct who_screen *screen = who_of(desk);
    screen->subject = *place->practice;
    screen->item = place->item;
    listing_lend(desk);
    list_make(desk);
    return true;
}

static bool refresh(struct desk *desk) {
    struct who_screen *screen = who_of(desk);
    if (!listing_renew(desk, &screen->subject)) {
        return false;
    }
    if (screen->list != desk->listing.version) {
        list_make(desk);
    }
    return true;
}

/* Beside an own practice it becomes the model; else the review goes there, to the same question. */
static void practice_go(struct desk *desk, size_t entry) {
    (void)entry;
    const struct who_screen *screen = who_of(desk);
    const struct who_entry *chosen = entry_here(desk);
    const struct subject *mine = mine_here(desk);
    if (!chosen && !mine) {
        return;
    }
    const char *id = chosen ? record_cell(&chosen->practice->record, PRACTICE_ID) : mine->id;
    struct place to = {
        .practice = &screen->subject, .question = screen->item->question, .item = screen->item};
    if (screen->subject.practice || mine) {
        to.practice = listing_find(desk, id);
    } else {
        changes_put(desk, screen->subject.id, "", "model", id);
    }
    desk_close_to(desk, SCREEN_PRACTICE);
    desk_go(desk, SCREEN_PRACTICE, &to);
}

static const struct action actions[] = {
    {COMMAND_FILTER, .act_by = act_go, .by = SCREEN_FILTER},
    {.command = COMMAND_NONE},
};

static bool beside_own(const struct desk *desk) {
    return !who_of(desk)->subject.practice;
}

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("take as model"), .when = beside_own},
    {.command = COMMAND_OPEN},
    {COMMAND_FILTER, .word = N_("country")},
    {COMMAND_ALL, .word = N_("no filters")},
    {COMMAND_NEXT_STOP, .word = N_("how they do it")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen who_screen = {
    .title = N_("Who does this well"),
    .command = COMMAND_WHO,
    .telling = true,
    .state = sizeof(struct who_screen),
    .panels = {{.name = N_("Practices"),
                .position = POSITION_ENTRIES,
                .resets = 1u << DETAIL,
                .entries = count,
                .rows = list_rows,
                .open = practice_go},
               {.name = N_("How"), .column = 1, .rows = detail_rows, .open = practice_go}},
    .verbs = verbs,
    .actions = actions,
    .enter = enter,
    .refresh = refresh,
};
