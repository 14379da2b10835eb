#include "vademecum/screens/search.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/keymap.h"

static bool is_meant(const struct desk *desk) {
    return desk->listing.meant != NULL;
}

static bool is_kept(const struct desk *desk) {
    return !is_meant(desk);
}

const struct verb search_verbs[] = {
    {COMMAND_NONE, .word = N_("take it"), .key = PRESS_ENTER, .when = is_meant},
    {COMMAND_NONE, .word = N_("keep the words"), .key = PRESS_ENTER, .when = is_kept},
    {COMMAND_NONE, .word = N_("leave"), .key = PRESS_ESCAPE},
    {COMMAND_DOWN, .word = N_("in the list"), .pair = COMMAND_UP},
    {.command = COMMAND_NONE},
};

void search_begin(struct desk *desk, const struct asking *asking) {
    listing_keep(desk);
    ask_begin(desk, asking, desk->listing.words);
    if (desk->listing.words[0]) {
        ask_choose(desk);
        notice_say(desk, _("Type new words, or End to keep these."));
    }
}

void search_typed(struct desk *desk) {
    listing_seek(desk, desk->ask.line.text);
}

void search_left(struct desk *desk) {
    ask_end(desk);
    listing_restore(desk);
}

bool search_end(struct desk *desk) {
    ask_end(desk);
    listing_mend(desk);
    return desk->listing.words[0] != '\0';
}

void search_tell(struct desk *desk) {
    const struct listing *listing = &desk->listing;
    if (listing->busy) {
        notice_say(desk, _("%zu of %zu practices so far; more are still being read."),
                   listing->count, listing->found.of);
    } else if (listing->count > 0) {
        notice_say(desk,
                   ngettext("%zu of %zu practices has it; n goes to the next one",
                            "%zu of %zu practices have it; n goes to the next one", listing->count),
                   listing->count, listing->found.of);
    } else if (stack_screen(desk) != SCREEN_HOME) {
        /* At Home the list itself says so. */
        struct arena scratch;
        arena_init(&scratch, desk->arena->end);
        notice_say(desk, "%s", listing_advice(desk, &scratch));
        arena_free(&scratch);
    }
}

bool search_ready(struct desk *desk) {
    const bool ready = desk->listing.found.query.count > 0;
    if (!ready) {
        notice_say(desk, _("Search first: /"));
    }
    return ready;
}

void search_tell_end(struct desk *desk, int step) {
    notice_say(desk, step < 0 ? _("No match before this one.") : _("No further match."));
}
