#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/screens/form_field.h"
#include "vademecum/screens/plan_guide.h"
#include "vademecum/screens/screens.h"

#include <string.h>

struct guide_screen {
    struct subject subject;         /* whose plan … */
    const struct item *item;        /* … for this item … */
    struct form_field field;        /* … takes a sentence here */
    const struct guide *const *all; /* that it can take, in the screen's arena */
    size_t all_count;               /* of them */
    const struct guide **list;      /* those that have the words that were typed */
    size_t count;                   /* of `list` */
};

static const struct panel panel = {SCREEN_GUIDE, 0};

static struct guide_screen *guide_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

static const char *text_of(const struct desk *desk, const struct guide *guide) {
    return rows_cell(desk, SCHEMA_GUIDES, &guide->record, GUIDE_TEXT);
}

static void guide_rows(const struct desk *desk, struct rows *rows) {
    const struct guide_screen *screen = guide_of(desk);
    const struct text_line *typed = &desk->ask.line;
    rows->title = typed->length ? arena_printf(rows->arena, _("With \"%s\":"), typed->text)
                                : _("Type a word to narrow");
    for (size_t i = 0; i < screen->count; i++) {
        rows_add_entry(rows, i, text_of(desk, screen->list[i]));
        rows_add_under(rows, ROLE_DIM, i, work_title(desk, screen->list[i]->practice));
    }
    if (screen->count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("No sentence has these words."));
    }
}

/* Lists the guides that have the words typed, in the sentence or in the practice's title. */
static void list_fill(struct desk *desk) {
    struct guide_screen *screen = guide_of(desk);
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const char *words = text_fold(&scratch, desk->ask.line.text);
    screen->count = 0;
    for (size_t i = 0; i < screen->all_count; i++) {
        const struct guide *guide = screen->all[i];
        const char *told = arena_printf(&scratch, "%s %s", text_of(desk, guide),
                                        work_title(desk, guide->practice));
        if (text_words_in(text_fold(&scratch, told), words)) {
            screen->list[screen->count++] = guide;
        }
    }
    arena_free(&scratch);
}

static size_t count(const struct desk *desk) {
    return guide_of(desk)->count;
}

static bool enter(struct desk *desk, const struct place *place) {
    struct guide_screen *screen = guide_of(desk);
    struct arena *arena = desk_arena(desk, panel.screen);
    arena_empty(arena);
    *screen = (struct guide_screen){
        .subject = *place->practice,
        .item = place->item,
        .field = form_field_at(desk, place),
    };
    screen->all = plan_guide_list(desk, place->item, place->field, arena, &screen->all_count);
    screen->list = arena_array(arena, screen->all_count, sizeof *screen->list);
    list_fill(desk);
    window_first(desk, panel);
    return true;
}

static void words_typed(struct desk *desk) {
    window_reset(desk, panel);
    list_fill(desk);
}

/* The sentence goes into the field, and the practice that it is from into "Inspired by". */
static void choose(struct desk *desk, size_t entry) {
    const struct guide_screen *screen = guide_of(desk);
    if (entry >= screen->count) {
        notice_say(desk, _("No sentence has these words; Esc takes them away."));
        return;
    }
    static const char source[] = "plan.tool";
    const struct form_field *field = &screen->field;
    const struct guide *guide = screen->list[entry];
    const bool of_source = strcmp(field->field, source) == 0;
    const bool sourced = *work_value(desk, field->practice, field->item, source) != '\0';
    desk_close(desk);
    if (!of_source) {
        changes_put(desk, field->practice, field->item, field->field, text_of(desk, guide));
    }
    if (of_source || !sourced) {
        changes_put(desk, field->practice, field->item, source, work_title(desk, guide->practice));
    }
}

static const struct asking narrowing = {
    .list = true,
    .typed = words_typed,
    .accepted = act_open,
    .left = desk_close,
};

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("take")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_NONE},
};

static size_t crumbs(const struct desk *desk, const char *crumbs[CRUMBS_MAX], struct arena *arena) {
    (void)arena;
    crumbs[0] = guide_of(desk)->field.label;
    return 1;
}

const struct screen guide_screen = {
    .title = N_("Guide"),
    .crumbs = crumbs,
    .state = sizeof(struct guide_screen),
    .panels = {{.name = "",
                .position = POSITION_ENTRIES,
                .entries = count,
                .rows = guide_rows,
                .open = choose}},
    .verbs = verbs,
    .asking = &narrowing,
    .enter = enter,
};
