#include "vademecum/desk/listing.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/report/sign.h"

const char *listing_advice(const struct desk *desk, struct arena *arena) {
    const struct listing *listing = &desk->listing;
    const struct query *query = &listing->found.query;
    if (listing->busy) {
        return _("Nothing is found so far; not all has been read yet.");
    }
    const char *advice = listing->advice;
    if (listing->meant) {
        advice = arena_printf(arena, _("%s Enter takes it."), advice);
    }
    if (listing->found.of > 0 && stack_screen(desk) == SCREEN_HOME) {
        advice = arena_printf(arena, "%s %s", advice,
                              listing->words[0] ? _("Esc takes the search away.")
                                                : _("F takes all filters away."));
    }
    if (!query->unknown) {
        return advice;
    }
    return query->meant
               ? arena_printf(arena, _("%s Before a colon stands a field: did you mean \"%s:\"?"),
                              advice, query->meant)
               : arena_printf(arena, _("%s Before a colon stands a field, and \"%s\" is none."),
                              advice, query->unknown);
}

/* "search: jobs (also: employment)" */
static const char *also_words(const struct query *query, const char *words, struct arena *arena) {
    const char *also = "";
    for (size_t i = 0; i < query->also_count; i++) {
        also = arena_printf(arena, "%s%s%s", also, *also ? ", " : "", query->also[i].word.typed);
    }
    return *also ? arena_printf(arena, _("%s (also: %s)"), words, also) : words;
}

const char *listing_narrowed(const struct desk *desk, struct arena *arena) {
    const struct listing *listing = &desk->listing;
    const char *between = sign_between(desk->look.ascii);
    const char *words = "";
    if (listing->words[0]) {
        words = arena_printf(arena, _("search: %s"), listing->words);
        words = also_words(&listing->found.query, words, arena);
    }
    if (listing->wish.filters.count > 0) {
        words = arena_printf(arena,
                             ngettext("%s%s%s  (F takes it away)", "%s%s%s  (F takes them away)",
                                      listing->wish.filters.count),
                             words, *words ? between : "",
                             filter_words(desk->work.catalogue, &listing->wish.filters,
                                          desk->work.lang, between, arena));
    }
    if (listing->wish.order != ORDER_TITLE) {
        words = arena_printf(arena, _("%s%ssorted: %s"), words, *words ? between : "",
                             sort_label(listing->wish.order));
    }
    if (listing->wish.grouping) {
        words = arena_printf(arena, _("%s%sgrouped: %s"), words, *words ? between : "",
                             grouping_label(listing->wish.grouping));
    }
    return words;
}
