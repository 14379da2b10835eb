#include "vademecum/screens/talk.h"

#include "vademecum/base/i18n.h"
#include "vademecum/screens/screens.h"

#include <stdlib.h>
#include <string.h>

enum {
    MINUTES_MOST = 600
};

static const struct panel panel = {SCREEN_TALK, 0};

/* --- what is done ---------------------------------------------------------------------------- */

static void go(struct desk *desk, size_t at) {
    struct talk *talk = talk_of(desk);
    talk->at = at;
    topic_clock_next(desk);
    talk_gather_left(desk);
    window_reset(desk, panel);
}

/* Behind what fits comes what was left; from there one goes on to any item. */
static void step(struct desk *desk, int by) {
    const struct talk *talk = talk_of(desk);
    if (by < 0 ? talk->at == 0 : talk->at == talk->count) {
        notice_say(desk, by < 0 ? _("This is the first item.")
                                : _("The talk is over. Esc closes it; all marks are kept."));
    } else if (by < 0) {
        go(desk, talk->at == talk->count ? talk->fit - 1 : talk->at - 1);
    } else {
        go(desk, talk->at + 1 == talk->fit ? talk->count : talk->at + 1);
    }
}

static void next(struct desk *desk, size_t entry) {
    const struct talk *talk = talk_of(desk);
    if (talk_here(desk) || talk->left_count == 0) {
        step(desk, +1);
    } else {
        go(desk, (size_t)(talk->left[entry] - talk->items));
    }
}

/* Goes round, to what is open still. */
static void open_next(struct desk *desk, int by) {
    const struct talk *talk = talk_of(desk);
    const size_t all = talk->count + 1; /* with what was left */
    for (size_t i = 1; i < all; i++) {
        const size_t at = (talk->at + (by < 0 ? all - i : i)) % all;
        if (at < talk->count && talk_open(desk, talk->items[at].item)) {
            go(desk, at);
            return;
        }
    }
    notice_say(desk, _("Nothing else is open. Esc closes the talk."));
}

/* The minutes that were typed behind the command; 0: they cannot be understood. */
static size_t minutes_of(const char *typed) {
    if (!*typed) {
        return TALK_MINUTES;
    }
    const bool digits = typed[strspn(typed, "0123456789")] == '\0';
    const unsigned long minutes = digits ? strtoul(typed, NULL, 10) : 0;
    return minutes <= MINUTES_MOST ? minutes : 0;
}

static bool enter(struct desk *desk, const struct place *place) {
    struct talk *talk = talk_of(desk);
    const struct subject subject = *place->practice;
    const size_t minutes = minutes_of(ask_behind(desk));
    if (minutes == 0) {
        notice_say(desk, _("How many minutes? As in :talk %d; %d at most."), TALK_MINUTES,
                   MINUTES_MOST);
        return false;
    }
    arena_empty(desk_arena(desk, panel.screen));
    talk->subject = subject;
    talk->minutes = minutes;
    talk_gather(desk);
    if (talk->count == 0) {
        notice_say(desk, _("There is nothing to ask: every item has your mark."));
        return false;
    }
    topic_clock_begin(desk);
    go(desk, 0);
    return true;
}

static bool refresh(struct desk *desk) {
    const bool there = listing_renew(desk, &talk_of(desk)->subject);
    talk_gather_left(desk);
    window_settle(desk, panel);
    return there;
}

/* --- what is shown --------------------------------------------------------------------------- */

/* Entries of what was left; an item is a text. */
static size_t count(const struct desk *desk) {
    return talk_here(desk) ? 0 : talk_of(desk)->left_count;
}

static struct place place(const struct desk *desk) {
    const struct talk *talk = talk_of(desk);
    const struct item *here = talk_here(desk);
    const struct item *item = here ? here
                              : talk->left_count > 0
                                  ? talk->left[window_of(desk, panel)->focus]->item
                                  : NULL;
    return (struct place){
        .practice = &talk->subject,
        .question = item ? item->question : NULL,
        .item = item,
        .field = item ? "comment" : NULL,
        .marked = here != NULL,
    };
}

static const char *refuses(const struct desk *desk, enum command command) {
    return !talk_here(desk) && command_info(command)->needs & NEED_MARKED
               ? _("Enter goes to the item first.")
               : NULL;
}

/* Of the items that fit, how many are answered. */
static bool progress(const struct desk *desk, size_t *count, size_t *of) {
    const struct talk *talk = talk_of(desk);
    *count = 0;
    *of = talk->fit;
    for (size_t i = 0; i < talk->fit; i++) {
        *count += !talk_open(desk, talk->items[i].item);
    }
    return true;
}

static size_t crumbs(const struct desk *desk, const char *crumbs[CRUMBS_MAX], struct arena *arena) {
    const struct talk *talk = talk_of(desk);
    crumbs[0] = rows_subject(desk, &talk->subject);
    crumbs[1] = arena_printf(arena, _("Talk of %zu minutes"), talk->minutes);
    return 2;
}

static bool talks(const struct desk *desk) {
    return talk_here(desk) != NULL;
}

static bool lists(const struct desk *desk) {
    return !talks(desk);
}

static const struct action actions[] = {
    {COMMAND_RIGHT, .act_by = step, .by = +1},
    {COMMAND_LEFT, .act_by = step, .by = -1},
    {COMMAND_NEXT_UNANSWERED, .act_by = open_next, .by = +1},
    {COMMAND_PREVIOUS_UNANSWERED, .act_by = open_next, .by = -1},
    {COMMAND_CLOCK, .act = topic_clock_turn},
    {.command = COMMAND_NONE},
};

static const struct verb verbs[] = {
    VERBS_OF_MARKS,
    {COMMAND_OPEN, .word = N_("next item"), .when = talks},
    {COMMAND_OPEN, .word = N_("talk about it")},
    {COMMAND_REPORT, .word = N_("on paper"), .when = lists},
    {.command = COMMAND_COMMENT},
    {.command = COMMAND_EVIDENCE},
    {COMMAND_PLAN, .word = N_("next step")},
    {.command = COMMAND_WHO},
    {.command = COMMAND_BACK},
    {.command = COMMAND_UNDO},
    {.command = COMMAND_CLOCK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen talk_screen = {
    .title = N_("Talk"),
    .command = COMMAND_TALK,
    .raised = true,
    .state = sizeof(struct talk),
    .panels = {{.name = "", .entries = count, .rows = talk_rows, .open = next}},
    .verbs = verbs,
    .actions = actions,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .refuses = refuses,
    .crumbs = crumbs,
    .progress = progress,
    .status = topic_status,
    .ticks = topic_ticks,
};
