#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/desk.h"
#include "vademecum/screens/screens.h"

#include <string.h>

enum {
    REACH = 2 /* windows of a long list above and below the focus */
};

/* Stands in the list for the practice itself, as it was in its last round. */
#define LAST_TIME SIZE_MAX

struct candidates {
    struct subject from;             /* that the other is looked for */
    const struct question *question; /* where its reader is … */
    const struct item *item;         /* … or NULL */
    const char *model;               /* id of its model, of an own one; "" */
    size_t *list;                    /* places in listing.order of those to choose from */
    size_t count;                    /* of them */
    size_t room;                     /* for them */
    const char **folded;             /* titles of all practices, folded, when needed; in the
                                        screen's arena … */
    size_t folded_list;              /* … as of this listing.version */
    size_t version;                  /* listing.version that `list` is of */
};

static const struct panel panel = {SCREEN_COMPARE_WITH, 0};

static struct candidates *candidates_of(const struct desk *desk) {
    return desk_state(desk, panel.screen);
}

static const struct subject *candidate(const struct desk *desk, size_t entry) {
    const struct candidates *candidates = candidates_of(desk);
    const size_t place = entry < candidates->count ? candidates->list[entry] : 0;
    return entry >= candidates->count ? NULL
           : place == LAST_TIME       ? &candidates->from
                                      : &desk->listing.order[place];
}

/* With what the last round of the practice ended; NULL when there was none. */
static const struct event *last_round(const struct desk *desk) {
    const struct subject *from = &candidates_of(desk)->from;
    return work_round_before(desk, from, work_checklist(desk, from));
}

/* Rows around the focus only, as in Home. */
static void rows_of(const struct desk *desk, struct rows *rows) {
    const struct candidates *candidates = candidates_of(desk);
    const struct text_line *typed = &desk->ask.line;
    const size_t focus = window_of(desk, panel)->focus;
    const size_t reach = (size_t)rows->height * REACH;
    const size_t from = focus > reach ? focus - reach : 0;
    rows->title = typed->length ? arena_printf(rows->arena, _("With \"%s\":"), typed->text)
                                : _("Type a word to narrow");
    rows->first = from;
    for (size_t i = from; i < candidates->count && i <= focus + reach; i++) {
        const struct subject *subject = candidate(desk, i);
        if (candidates->list[i] == LAST_TIME) {
            /* It may have been taken back since. */
            rows_add_entry(rows, i, work_last_title(last_round(desk), rows->arena));
            continue;
        }
        struct row *row = rows_add_entry(rows, i, rows_subject(desk, subject));
        row->tail = strcmp(subject->id, candidates->model) == 0 ? _("model")
                    : *subject->country                         ? subject->country
                                        : work_whose(desk, subject, rows->arena);
        row->tail_width = text_width(row->tail, desk->look.letters) + 2;
    }
    if (candidates->count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("No practice has these words."));
    }
}

/* Once for the list of practices: the next letters then only look through what was folded. */
static void titles_fold(struct desk *desk, struct candidates *candidates) {
    const struct listing *listing = &desk->listing;
    struct arena *arena = desk_arena(desk, panel.screen);
    if (candidates->folded_list == listing->version) {
        return;
    }
    arena_empty(arena);
    candidates->folded_list = listing->version;
    candidates->folded = arena_array(arena, listing->count, sizeof *candidates->folded);
    for (size_t i = 0; i < listing->count; i++) {
        candidates->folded[i] = text_fold(arena, listing->order[i].title);
    }
}

static void place_add(struct desk *desk, struct candidates *candidates, size_t place) {
    candidates->list = arena_grow(desk->arena, candidates->list, candidates->count,
                                  &candidates->room, sizeof *candidates->list);
    candidates->list[candidates->count++] = place;
}

/* The practice itself, as it was last time, if there was one. */
static void last_add(struct desk *desk, const char *words, struct arena *scratch) {
    struct candidates *candidates = candidates_of(desk);
    const struct event *last = last_round(desk);
    if (last && text_words_in(text_fold(scratch, work_last_title(last, scratch)), words)) {
        place_add(desk, candidates, LAST_TIME);
    }
}

/*
 * All others that have the words that were typed; the model of an own one comes first, then what
 * the practice was last time.
 */
static void list_fill(struct desk *desk) {
    struct candidates *candidates = candidates_of(desk);
    const struct listing *listing = &desk->listing;
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const char *words = text_fold(&scratch, desk->ask.line.text);
    const bool typed = words[strspn(words, " ")] != '\0';
    if (typed) {
        titles_fold(desk, candidates);
    }
    candidates->count = 0;
    candidates->version = listing->version;
    const long found = *candidates->model ? listing_place(desk, candidates->model) : -1;
    const size_t model = found >= 0 ? (size_t)found : listing->count;
    for (size_t i = 0; i <= listing->count; i++) {
        /* The model's turn comes before that of the first. */
        const size_t place = i == 0 ? model : i - 1;
        const bool listed = place < listing->count &&
                            strcmp(listing->order[place].id, candidates->from.id) != 0 &&
                            (i == 0 || place != model);
        if (listed && (!typed || text_words_in(candidates->folded[place], words))) {
            place_add(desk, candidates, place);
        }
        if (i == 0) {
            last_add(desk, words, &scratch);
        }
    }
    arena_free(&scratch);
}

static size_t count(const struct desk *desk) {
    return candidates_of(desk)->count;
}

static bool enter(struct desk *desk, const struct place *place) {
    struct candidates *candidates = candidates_of(desk);
    const struct subject *from = place->practice;
    const struct practice *model = from->practice ? NULL : work_model(desk, from);
    candidates->from = *from;
    candidates->question = place->question;
    candidates->item = place->marked ? place->item : NULL;
    candidates->model = model ? record_cell(&model->record, PRACTICE_ID) : "";
    list_fill(desk);
    window_first(desk, panel);
    return true;
}

static bool refresh(struct desk *desk) {
    struct candidates *candidates = candidates_of(desk);
    if (!listing_renew(desk, &candidates->from)) {
        return false;
    }
    if (candidates->version != desk->listing.version) {
        list_fill(desk);
    }
    return true;
}

static void words_typed(struct desk *desk) {
    window_reset(desk, panel);
    list_fill(desk);
}

static void choose(struct desk *desk, size_t entry) {
    const struct candidates *candidates = candidates_of(desk);
    const struct place pair = {
        .practice = &candidates->from,
        .other = candidate(desk, entry),
        .question = candidates->question,
        .item = candidates->item,
    };
    if (!pair.other) {
        notice_say(desk, _("No practice has these words; Esc takes them away."));
        return;
    }
    desk_close(desk);
    desk_go(desk, SCREEN_COMPARE, &pair);
}

static const struct asking narrowing = {
    .list = true,
    .typed = words_typed,
    .accepted = act_open,
    .left = desk_close,
};

static const struct verb verbs[] = {
    {COMMAND_OPEN, .word = N_("compare")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_NONE},
};

const struct screen compare_with_screen = {
    .title = N_("Compare with"),
    .command = COMMAND_COMPARE,
    .narrowed = true,
    .raised = true,
    .state = sizeof(struct candidates),
    .panels = {{.name = "",
                .position = POSITION_ENTRIES,
                .entries = count,
                .rows = rows_of,
                .open = choose}},
    .verbs = verbs,
    .asking = &narrowing,
    .enter = enter,
    .refresh = refresh,
};
