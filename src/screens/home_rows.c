#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/review/progress.h"
#include "vademecum/screens/home.h"

#include <string.h>

enum {
    TELLS_FROM = 66,   /* columns of the list from which its rows tell place, start and marks */
    LONG_FROM = 50,    /* … and from which the first steps are told at length */
    PURPOSE_FROM = 14, /* lines of the list from which it says what the program is */
    PLACE_WIDTH = 18,
    START_WIDTH = 5,
    MET_WIDTH = 6
};

static const struct panel practices = {SCREEN_HOME, 0};

bool home_assessed(const struct desk *desk, const struct practice *practice,
                   const struct checklist *checklist) {
    const struct tally tally = catalogue_tally(desk->work.catalogue, practice, checklist->items,
                                               checklist->item_count);
    return tally.marks[MARK_ABSENT] < checklist->item_count;
}

/* --- the first steps -------------------------------------------------------------------------- */

bool home_begins(const struct desk *desk) {
    const struct listing *listing = &desk->listing;
    return listing->found.own == 0 && listing->found.of > 0 && !listing->words[0] &&
           listing->wish.filters.count == 0 && listing->wish.order == ORDER_TITLE &&
           !listing->wish.grouping;
}

const char *home_purpose(void) {
    return _("Vademecum: integration practices that worked, and a checklist for yours.");
}

/* "10 practices from 5 countries" */
static const char *extent(const struct desk *desk, struct arena *arena) {
    const size_t practices_count = desk->listing.found.of;
    const size_t countries = desk->listing.found.countries;
    const char *text = arena_printf(
        arena, ngettext("%zu practice", "%zu practices", practices_count), practices_count);
    return countries
               ? arena_printf(arena,
                              ngettext("%s from %zu country", "%s from %zu countries", countries),
                              text, countries)
               : text;
}

static void step_add(const struct desk *desk, const char *text, const char *key,
                     struct rows *rows) {
    struct row *row = rows_add(rows, ROLE_TEXT, ROWS_INDENT, text);
    row->hang = ROWS_INDENT;
    row->tail = key;
    row->tail_width = text_width(key, desk->look.letters) + 1;
}

/* As long as there is no own practice: what can be done first, and by which key. */
static void steps_add(const struct desk *desk, struct rows *rows) {
    const bool brief = rows->width < LONG_FROM;
    if (rows->alone && rows->height >= PURPOSE_FROM) {
        rows_add(rows, ROLE_TEXT, 0, home_purpose());
    }
    rows_add(rows, ROLE_HEADING, 0, _("Start here"));
    if (desk->work.log) {
        step_add(desk,
                 brief ? _("Check my own work") : _("Check my own work against a good example"),
                 "a", rows);
    }
    const char *others = brief ? _("Read how others do it")
                               : arena_printf(rows->arena, _("Read how others do it: %s"),
                                              extent(desk, rows->arena));
    step_add(desk, others, _("Enter"), rows);
    step_add(desk,
             brief ? _("Look for something") : _("Look for something: language, volunteers, women"),
             "/", rows);
    if (rows->height >= PURPOSE_FROM) {
        rows_add_gap(rows);
    }
}

/* --- the practices ---------------------------------------------------------------------------- */

/*
 * "mine 14/40" of an own practice, "by ben" of one of somebody else; of both this and those of the
 * catalogue what the reviewer has answered there: "you 3/40".
 */
static const char *own_part(const struct desk *desk, const struct subject *subject,
                            struct arena *arena) {
    const struct checklist *checklist = work_checklist(desk, subject);
    const char *none = work_whose(desk, subject, arena);
    if (!desk->work.log || !checklist) {
        return none;
    }
    const struct progress progress = work_progress(desk, subject, checklist->items,
                                                   checklist->item_count);
    const size_t answered = progress_answered(&progress);
    return answered ? arena_printf(arena, "%s %zu/%zu", work_mine(desk, subject) ? none : _("you"),
                                   answered, checklist->item_count)
                    : none;
}

/* How many blanks fill so many columns beside the text. */
static int blanks(const struct desk *desk, const char *text, int width) {
    const int pad = width - text_width(text, desk->look.letters);
    return pad > 0 ? pad : 0;
}

/* "Parma, IT" */
static const char *place_part(const struct desk *desk, const struct subject *subject,
                              struct arena *arena) {
    const char *town = rows_town(desk, subject, arena);
    const char *between = *town && *subject->country ? ", " : "";
    const int room = PLACE_WIDTH - (int)strlen(between) - (int)strlen(subject->country);
    return arena_printf(arena, "%s%s%s", rows_short(desk, town, room, arena), between,
                        subject->country);
}

static const char *start_part(const struct desk *desk, const struct subject *subject,
                              struct arena *arena) {
    const unsigned start = find_start(desk->listing.find, subject);
    return start ? arena_printf(arena, "%u", start) : "";
}

/* "34/40": items met, by the source or, of an own practice, by the reviewer. */
static const char *met_part(const struct desk *desk, const struct subject *subject,
                            struct arena *arena) {
    const struct checklist *checklist = work_checklist(desk, subject);
    size_t met = 0;
    if (checklist && subject->practice) {
        met = catalogue_tally(desk->work.catalogue, subject->practice, checklist->items,
                              checklist->item_count)
                  .marks[MARK_MET];
    } else if (checklist) {
        met = work_progress(desk, subject, checklist->items, checklist->item_count)
                  .verdicts[VERDICT_MET];
    }
    return met ? arena_printf(arena, "%zu/%zu", met, checklist->item_count) : "";
}

static const char *columns_join(const struct desk *desk, const char *place, const char *start,
                                const char *met, struct arena *arena) {
    return arena_printf(arena, "%s%*s  %*s%s  %*s%s", place, blanks(desk, place, PLACE_WIDTH), "",
                        blanks(desk, start, START_WIDTH), "", start, blanks(desk, met, MET_WIDTH),
                        "", met);
}

static const char *tail_make(const struct desk *desk, const struct subject *subject,
                             const struct rows *rows) {
    struct arena *arena = rows->arena;
    const char *own = own_part(desk, subject, arena);
    if (rows->width < TELLS_FROM) {
        const char *country = subject->practice ? subject->country : "";
        return arena_printf(arena, "%s%s%s", own, *own && *country ? " " : "", country);
    }
    const char *columns = columns_join(desk, place_part(desk, subject, arena),
                                       start_part(desk, subject, arena),
                                       met_part(desk, subject, arena), arena);
    return *own ? arena_printf(arena, "%s  %s", own, columns) : columns;
}

/* Says that own practices are hidden by a filter: nobody sets filters for that. */
static void hidden_add(const struct desk *desk, struct rows *rows) {
    const size_t hidden = desk->listing.found.own_filtered;
    if (hidden > 0) {
        rows_add(rows, ROLE_TEXT, 0,
                 arena_printf(rows->arena,
                              ngettext("%zu practice of yours is hidden by the filter; F shows it.",
                                       "%zu practices of yours are hidden by the filter; F shows "
                                       "them.",
                                       hidden),
                              hidden));
    }
}

static void empty_add(const struct desk *desk, struct rows *rows) {
    if (desk->listing.found.of > 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, listing_advice(desk, rows->arena));
    } else {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 desk->work.catalogue->faults.left_out
                     ? _("No practice could be used. ! shows why.")
                     : _("This catalogue has no practices yet."));
    }
}

static void practice_add(const struct desk *desk, size_t place, bool ordered, struct rows *rows) {
    const struct subject *subject = &desk->listing.order[place];
    struct row *row = rows_add_entry(rows, place, rows_subject(desk, subject));
    row->role = subject->practice ? ROLE_TEXT : ROLE_HEADING;
    row->tail = tail_make(desk, subject, rows);
    row->tail_width = text_width(row->tail, desk->look.letters) + 2;
    if (ordered) {
        rows_add_under(
            rows, ROLE_TEXT, place,
            find_order_words(desk->listing.find, &desk->listing.wish, subject, rows->arena));
    }
}

/* What stands over a group: the country, the collection. */
static const char *group_title(const struct desk *desk, const struct group *group) {
    const struct subject *first = &desk->listing.order[group->first];
    if (!first->practice) {
        return _("Own practices");
    }
    if (desk->listing.wish.grouping == GROUPING_COLLECTION) {
        return rows_cell(desk, SCHEMA_COLLECTIONS, &first->practice->collection->record,
                         COLLECTION_TITLE);
    }
    const char *country = codes_country_name(first->country);
    return country ? country : *first->country ? first->country : _("Country not stated");
}

/* A line of its own between the practices, which the focus passes over. */
static void group_add(const struct desk *desk, const struct group *group, struct rows *rows) {
    struct row *row = rows_add(
        rows, ROLE_HEADING, 0,
        arena_printf(rows->arena, "%s (%zu)", group_title(desk, group), group->count));
    row->hang = ROWS_INDENT;
}

/* How many groups begin before a place. */
static size_t groups_before(const struct desk *desk, size_t place) {
    const struct group *group = place ? listing_group(desk, place - 1) : NULL;
    return group ? (size_t)(group - desk->listing.groups) + 1 : 0;
}

/* Rows around the focus only, so that a long list costs no more than a short one. */
void home_practices_rows(const struct desk *desk, struct rows *rows) {
    const size_t focus = window_of(desk, practices)->focus;
    const size_t reach = (size_t)rows->height * 2;
    const size_t from = focus > reach ? focus - reach : 0;
    const size_t left = desk->listing.count - from;
    const size_t count = left < 2 * reach + 1 ? left : 2 * reach + 1;
    const struct group *group = listing_group(desk, focus);
    rows->title = group ? arena_printf(rows->arena, _("Practices: %s"), group_title(desk, group))
                        : _("Practices");
    const bool telling = rows->width >= TELLS_FROM;
    rows->tail = telling ? columns_join(desk, _("place"), _("since"), _("met"), rows->arena) : "";
    if (home_begins(desk)) {
        steps_add(desk, rows);
    }
    hidden_add(desk, rows);
    /* Each practice takes as many rows, and each group has one, so that rows have numbers without
     * those before `from`. */
    const bool ordered = listing_ordered(desk) &&
                         (!telling || desk->listing.wish.order == ORDER_GAPS);
    const size_t above = rows->count;
    rows->first = from ? above + from * (ordered ? 2 : 1) + groups_before(desk, from) : 0;
    rows->count = from ? 0 : above;
    for (size_t i = from; i < from + count; i++) {
        group = listing_group(desk, i);
        if (group && group->first == i) {
            group_add(desk, group, rows);
        }
        practice_add(desk, i, ordered, rows);
    }
    if (desk->listing.count == 0) {
        empty_add(desk, rows);
    }
}
