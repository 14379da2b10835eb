#include "vademecum/desk/listing.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/desk/desk.h"

#include <string.h>

enum {
    HALF = 500, /* thousandths */
    /* Practices that are taken in between two looks for a key: their terms; texts or answers. */
    TERMS_AT_ONCE = 512,
    TAKEN_AT_ONCE = 64,
    TITLES_LOOKED_AT = 512 /* with each letter typed */
};

/* The first panel of Home. */
static const struct panel list = {SCREEN_HOME, 0};

const struct subject *listing_here(const struct desk *desk) {
    const size_t focus = window_of(desk, list)->focus;
    return focus < desk->listing.count ? &desk->listing.order[focus] : NULL;
}

void listing_focus(struct desk *desk, size_t place) {
    window_focus(desk, list, place);
}

long listing_place(const struct desk *desk, const char *id) {
    const struct subject *here = listing_here(desk);
    if (here && strcmp(here->id, id) == 0) {
        return (long)window_of(desk, list)->focus;
    }
    for (size_t i = 0; i < desk->listing.count; i++) {
        if (strcmp(desk->listing.order[i].id, id) == 0) {
            return (long)i;
        }
    }
    return -1;
}

long listing_beside(const struct desk *desk, const char *id, int step) {
    const long place = listing_place(desk, id) + step;
    return place >= 0 && (size_t)place < desk->listing.count ? place : -1;
}

const struct subject *listing_find(const struct desk *desk, const char *id) {
    const struct subjects *all = find_subjects(desk->listing.find);
    const long place = subjects_find(all, id);
    return place >= 0 ? &all->list[place] : NULL;
}

bool listing_renew(const struct desk *desk, struct subject *copy) {
    const struct subject *now = listing_find(desk, copy->id);
    if (now) {
        *copy = *now;
    }
    return now != NULL;
}

const struct subject *listing_models(const struct desk *desk, size_t *count) {
    const struct subjects *all = find_subjects(desk->listing.find);
    *count = all->count - all->own;
    return all->own > 0 ? all->list + all->own : all->list;
}

/* Why nothing is listed, told once for each list, for it takes a look at all words. */
static void advice_make(struct listing *listing) {
    listing->advice = "";
    listing->meant = NULL;
    if (listing->count == 0 && listing->whole) {
        listing->advice = find_advice(listing->find, &listing->wish, &listing->arena,
                                      &listing->meant);
    }
}

/* Makes the list anew. The focus stays on its practice where that is still listed. */
static void list_make(struct desk *desk) {
    struct listing *listing = &desk->listing;
    /* Nobody has chosen the first of those that came first. */
    const struct subject *before = desk->notice.touched ? listing_here(desk) : NULL;
    const char *focused = before ? before->id : NULL;
    struct arena arena;
    arena_init(&arena, desk->arena->end);
    const struct found found = find_run(listing->find, &listing->wish, &arena);
    struct subject *order = arena_array(&arena, found.count, sizeof *order);
    for (size_t i = 0; i < found.count; i++) {
        order[i] = find_subjects(listing->find)->list[found.places[i]];
    }
    arena_free(&listing->arena);
    listing->arena = arena;
    listing->found = found;
    listing->order = order;
    listing->count = found.count;
    listing->groups = grouping_cut(listing->wish.grouping, order, found.count, &listing->arena,
                                   &listing->group_count);
    advice_make(listing);
    listing->version++;
    listing->events = changes_stamp(desk);
    work_models_forget(desk);
    const long place = focused ? listing_place(desk, focused) : 0;
    window_stay(desk, list, place > 0 ? (size_t)place : 0);
}

/* The focus goes to a practice that was added. */
static void created_focus(struct desk *desk) {
    const char *id = desk->listing.created;
    const long place = id ? listing_place(desk, id) : -1;
    if (place >= 0) {
        listing_focus(desk, (size_t)place);
        desk->listing.created = NULL;
    }
}

void listing_load(struct desk *desk) {
    desk->listing.readings = desk->work.log ? log_readings(desk->work.log) : 0;
    find_review(desk->listing.find, changes_review(desk), desk->work.reviewer);
    list_make(desk);
    created_focus(desk);
}

void listing_lend(struct desk *desk) {
    struct listing *listing = &desk->listing;
    const struct subject *here = listing_here(desk);
    if (!listing->lent) {
        listing->own_filters = listing->wish.filters;
        listing->own_focus = here ? here->id : "";
        listing->lent = true;
    }
}

/* The list has its own filters again when the screen has closed that they were lent to. */
static void lent_end(struct desk *desk) {
    struct listing *listing = &desk->listing;
    if (!listing->lent || stack_focus_of(desk, SCREEN_WHO) >= 0) {
        return;
    }
    listing->lent = false;
    if (!filter_same(&listing->own_filters, &listing->wish.filters)) {
        listing->wish.filters = listing->own_filters;
        list_make(desk);
        const long place = listing_place(desk, listing->own_focus);
        listing_focus(desk, place > 0 ? (size_t)place : 0);
    }
}

void listing_settle(struct desk *desk) {
    struct listing *listing = &desk->listing;
    lent_end(desk);
    const bool wished = listing->wish.words[0] || listing->wish.filters.count > 0 ||
                        listing->wish.order != ORDER_TITLE || listing->wish.grouping;
    if (!wished || listing->events == changes_stamp(desk)) {
        return;
    }
    const struct subject *before = listing_here(desk);
    const char *focused = before ? before->id : "";
    const size_t focus = window_of(desk, list)->focus;
    list_make(desk);
    /* When the practice has left the list, its neighbour is at hand, not the first of all. */
    if (listing_place(desk, focused) < 0 && listing->count > 0) {
        listing_focus(desk, focus);
    }
}

void listing_open(struct desk *desk) {
    struct listing *listing = &desk->listing;
    struct catalogue *catalogue = desk->work.catalogue;
    arena_init(&listing->arena, desk->arena->end);
    listing->reading = catalogue->loader ? catalogue : NULL;
    listing->busy = true;
    listing->wish.words = listing->words;
    listing->find = find_make(catalogue, desk->arena);
    find_take(listing->find, FIND_PRACTICES, SIZE_MAX);
    listing->whole = catalogue->practices_whole;
    listing_load(desk);
}

void listing_close(struct desk *desk) {
    if (desk->listing.find) {
        find_free(desk->listing.find);
        desk->listing.find = NULL;
    }
    arena_free(&desk->listing.arena);
}

static void slice_read(struct desk *desk) {
    struct listing *listing = &desk->listing;
    if (listing->reading && !catalogue_more(listing->reading)) {
        listing->reading = NULL;
        work_languages(desk);
    }
}

/* Takes a little more in of what has been read. False when nothing is left. */
static bool slice_take(struct desk *desk) {
    struct listing *listing = &desk->listing;
    const struct catalogue *catalogue = desk->work.catalogue;
    const struct subjects *all = find_subjects(listing->find);
    const size_t own = all->own;
    bool more = true;
    find_take(listing->find, FIND_PRACTICES, SIZE_MAX);
    if (catalogue->terms_whole && !listing->searchable) {
        find_take(listing->find, FIND_TERMS, TERMS_AT_ONCE);
    }
    if (catalogue->practices_whole && !listing->sorted) {
        /* Sorting was enough for one time. */
        listing->sorted = true;
    } else if (catalogue->practices_whole && !listing->whole) {
        listing->whole = true;
        list_make(desk);
    } else if (!listing->whole && all->count - own > listing->count * 5 / 4) {
        list_make(desk);
    } else if (!listing->reading && !listing->searchable) {
        find_complete(listing->find);
        listing->searchable = true;
    } else if (!listing->reading) {
        more = find_take(listing->find, FIND_ANSWERS, TAKEN_AT_ONCE);
        listing->indexed += TAKEN_AT_ONCE;
    }
    if (!more) {
        listing_load(desk);
    }
    return more;
}

bool listing_read(struct desk *desk) {
    if (desk->listing.reading) {
        slice_read(desk);
        desk->listing.busy = slice_take(desk);
    }
    return desk->listing.busy;
}

bool listing_more(struct desk *desk) {
    struct listing *listing = &desk->listing;
    if (!(listing->whole && find_take(listing->find, FIND_TEXTS, TAKEN_AT_ONCE))) {
        slice_read(desk);
    }
    listing->busy = listing->busy && slice_take(desk);
    return listing->busy;
}

/* Indexing the answers takes about as long as reading all. */
int listing_so_far(const struct desk *desk) {
    const size_t practices = desk->work.catalogue->practice_count;
    const int indexed = practices ? (int)(desk->listing.indexed * HALF / practices) : HALF;
    return desk->listing.reading ? catalogue_progress(desk->work.catalogue) / 2 : HALF + indexed;
}

void listing_created(struct desk *desk, const char *id) {
    desk->listing.created = id;
}

/* The wish has changed: what is in focus stays so, and is in sight. */
static void wish_changed(struct desk *desk) {
    list_make(desk);
    listing_focus(desk, window_of(desk, list)->focus);
}

/* Who types words of a title means that practice, wherever it stands among what has the words. */
static void titled_focus(struct desk *desk) {
    const struct listing *listing = &desk->listing;
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const char *words = text_fold(&scratch, listing->words);
    const size_t most = listing->count < TITLES_LOOKED_AT ? listing->count : TITLES_LOOKED_AT;
    for (size_t i = 0; *words && i < most; i++) {
        if (text_words_in(text_fold(&scratch, listing->order[i].title), words)) {
            listing_focus(desk, i);
            break;
        }
    }
    arena_free(&scratch);
}

void listing_seek(struct desk *desk, const char *words) {
    if (strcmp(words, desk->listing.words) != 0) {
        memcpy(desk->listing.words, words, strlen(words) + 1);
        wish_changed(desk);
        titled_focus(desk);
    }
}

void listing_keep(struct desk *desk) {
    struct listing *listing = &desk->listing;
    const struct subject *here = listing_here(desk);
    memcpy(listing->kept_words, listing->words, sizeof listing->words);
    listing->kept = here ? here->id : "";
}

/* Goes to the practice that was in focus before the search. */
static void kept_focus(struct desk *desk) {
    const long place = listing_place(desk, desk->listing.kept);
    if (place >= 0 && (size_t)place != window_of(desk, list)->focus) {
        listing_focus(desk, (size_t)place);
    }
}

void listing_restore(struct desk *desk) {
    listing_seek(desk, desk->listing.kept_words);
    kept_focus(desk);
}

bool listing_mend(struct desk *desk) {
    const char *meant = desk->listing.meant;
    if (!meant || strlen(meant) >= sizeof desk->listing.words) {
        return false;
    }
    char words[TEXT_LINE_MAX];
    strcpy(words, meant); /* it goes with the list */
    listing_seek(desk, words);
    return true;
}

void listing_unseek(struct desk *desk) {
    const bool none = desk->listing.count == 0;
    listing_seek(desk, "");
    if (none) {
        kept_focus(desk);
    }
}

void listing_sort(struct desk *desk, enum order order) {
    desk->listing.wish.order = order;
    wish_changed(desk);
}

const struct group *listing_group(const struct desk *desk, size_t place) {
    const struct listing *listing = &desk->listing;
    size_t from = 0; /* the group is one of these */
    size_t to = listing->group_count;
    while (to > from + 1) {
        const size_t middle = from + (to - from) / 2;
        if (listing->groups[middle].first <= place) {
            from = middle;
        } else {
            to = middle;
        }
    }
    return to > from ? &listing->groups[from] : NULL;
}

void listing_regroup(struct desk *desk) {
    struct wish *wish = &desk->listing.wish;
    const bool first = window_of(desk, list)->focus == 0;
    wish->grouping = (wish->grouping + 1) % GROUPING_COUNT;
    wish_changed(desk);
    if (first) {
        /* Nobody has gone anywhere yet: the groups are shown from the first one on. */
        listing_focus(desk, 0);
    }
    if (wish->grouping) {
        notice_say(desk, _("Grouped by %s."), grouping_label(wish->grouping));
    } else {
        notice_say(desk, _("Not grouped any more."));
    }
}

bool listing_ordered(const struct desk *desk) {
    const enum order order = desk->listing.wish.order;
    return order == ORDER_START || order == ORDER_MET ||
           (order == ORDER_GAPS && desk->listing.found.gaps > 0);
}

bool listing_filter(struct desk *desk, enum facet facet, uint32_t value, bool wanted) {
    struct filters *filters = &desk->listing.wish.filters;
    bool done = true;
    if (wanted) {
        done = filter_add(filters, facet, value);
    } else {
        filter_remove(filters, facet, value);
    }
    wish_changed(desk);
    return done;
}

void listing_unfilter(struct desk *desk) {
    filter_clear(&desk->listing.wish.filters);
    wish_changed(desk);
    notice_say(desk, _("No filter any more: all practices are listed."));
}
