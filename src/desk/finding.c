#include "vademecum/base/words.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/matrix.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"

#include <stdio.h>
#include <string.h>

static void words_seek(struct session *session, const char *words);
static void wish_changed(struct session *session);
static void found_tell(struct session *session);
static void hit_step(struct session *session, int step);
static bool hit_within(struct session *session, int step);
static void hit_show(struct session *session, const struct find_hit *hits, size_t count,
                     size_t place);
static enum panel hit_panel(const struct find_hit *hit);
static void hit_focus(struct session *session, const struct find_hit *hit, enum panel panel);
static void value_toggle(struct session *session);
static void counts_make(struct session *session);

void finding_search(struct session *session) {
    const struct subject *here = session_home_subject(session);
    snprintf(session->sought_before, sizeof session->sought_before, "%s", session->sought);
    session->place_before = here ? arena_copy(session->arena, here->id, strlen(here->id)) : "";
    prompt_clear(&session->prompt);
    session->prompt.length = strlen(session->sought);
    session->prompt.cursor = session->prompt.length;
    memcpy(session->prompt.text, session->sought, session->prompt.length + 1);
    session->prompt_use = PROMPT_USE_SEARCH;
}

void finding_typed(struct session *session) {
    words_seek(session, session->prompt.text);
}

void finding_accept(struct session *session) {
    screens_end_prompt(session);
    prompt_clear(&session->prompt);
    if (!session->sought[0]) {
        return;
    }
    if (session_screen(session) == SCREEN_PRACTICE) {
        session->hit = SIZE_MAX;
        if (hit_within(session, +1)) {
            return;
        }
    }
    found_tell(session);
}

void finding_leave(struct session *session) {
    screens_end_prompt(session);
    prompt_clear(&session->prompt);
    words_seek(session, session->sought_before);
    const long place = subjects_place(session, session->place_before);
    if (place >= 0 && (size_t)place != session->panels[PANEL_PRACTICES].focus) {
        scroll_focus(session, PANEL_PRACTICES, (size_t)place);
    }
}

void finding_next(struct session *session) {
    hit_step(session, +1);
}

void finding_previous(struct session *session) {
    hit_step(session, -1);
}

bool finding_peel(struct session *session) {
    if (session->sought[0]) {
        words_seek(session, "");
        session_say(session, _("The search is over."));
        return true;
    }
    if (session->wish.filters.count > 0) {
        finding_all(session);
        return true;
    }
    return false;
}

void finding_filter(struct session *session) {
    screens_show(session, SCREEN_FILTER, PANEL_VALUES);
    counts_make(session);
}

void finding_all(struct session *session) {
    if (session_screen(session) == SCREEN_WHO) {
        session->who_all = !session->who_all;
        helping_who_again(session);
        return;
    }
    filters_clear(&session->wish.filters);
    wish_changed(session);
    session_say(session, _("No filter any more: all practices are listed."));
}

void finding_open(struct session *session) {
    if (session_panel(session) == PANEL_FACETS) {
        scroll_first(session, PANEL_VALUES);
        screens_focus(session, PANEL_VALUES);
    } else {
        value_toggle(session);
    }
}

bool finding_facet(struct session *session, int step) {
    const size_t facet = session->panels[PANEL_FACETS].focus;
    if (session_screen(session) != SCREEN_FILTER) {
        return false;
    }
    scroll_focus(session, PANEL_FACETS,
                 (facet + FACET_COUNT + (size_t)(step + FACET_COUNT)) % FACET_COUNT);
    return true;
}

void finding_sort(struct session *session) {
    screens_show(session, SCREEN_SORT, PANEL_SORT);
    scroll_focus(session, PANEL_SORT, session->wish.order);
}

void finding_order(struct session *session) {
    session->wish.order = (enum order)session->panels[PANEL_SORT].focus;
    screens_close(session);
    wish_changed(session);
    session_say(session, _("Sorted: %s."), order_label(session->wish.order));
}

void finding_settle(struct session *session) {
    if (session_screen(session) == SCREEN_WHO && session->who_list != session->listed) {
        helping_who_again(session);
    }
    if (session_screen(session) != SCREEN_FILTER) {
        return;
    }
    const enum facet facet = (enum facet)session->panels[PANEL_FACETS].focus;
    if (facet != session->counted || session->counted_list != session->listed) {
        counts_make(session);
    }
}

const char *session_advice(const struct session *session, struct arena *arena) {
    const struct query *query = &session->found.query;
    if (session->busy) {
        return _("Nothing is found so far; not all has been read yet.");
    }
    const char *advice = find_advice(session->find, &session->wish, arena);
    if (session->found.of > 0 && session_screen(session) == SCREEN_HOME) {
        advice = arena_printf(arena, "%s %s", advice,
                              session->sought[0] ? _("Esc takes the search away.")
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

static void words_seek(struct session *session, const char *words) {
    if (strcmp(words, session->sought) != 0) {
        memcpy(session->sought, words, strlen(words) + 1);
        session->hit = SIZE_MAX;
        wish_changed(session);
    }
}

static void wish_changed(struct session *session) {
    const struct subject *row = matrix_subject(session);
    const char *compared = row ? row->id : "";
    subjects_list(session);
    const long place = subjects_place(session, compared);
    scroll_focus(session, PANEL_MATRIX, place > 0 ? (size_t)place : 0);
    scroll_focus(session, PANEL_PRACTICES, session->panels[PANEL_PRACTICES].focus);
}

static void found_tell(struct session *session) {
    if (session->busy) {
        session_say(session, _("%zu of %zu practices so far; more are still being read."),
                    session->practice_count, session->found.of);
    } else if (session->practice_count > 0) {
        session_say(session,
                    ngettext("%zu of %zu practices has it; n goes to the next one",
                             "%zu of %zu practices have it; n goes to the next one",
                             session->practice_count),
                    session->practice_count, session->found.of);
    } else if (session_screen(session) != SCREEN_HOME) {
        /* At Home the list itself says so. */
        session_say(session, "%s", session_advice(session, &session->listing));
    }
}

/* Within a practice from text to text, and then on to the next practice. */
static void hit_step(struct session *session, int step) {
    if (session->found.query.count == 0) {
        session_say(session, _("Nothing is being searched for: / searches."));
        return;
    }
    const bool home = session_screen(session) == SCREEN_HOME;
    if (!home && hit_within(session, step)) {
        return;
    }
    const struct subject *from = home ? session_home_subject(session) : session->subject;
    const long place = from ? subjects_beside(session, from->id, step) : -1;
    if (place < 0) {
        session_say(session, step < 0 ? _("No match before this one.") : _("No further match."));
    } else if (home) {
        scroll_focus(session, PANEL_PRACTICES, (size_t)place);
    } else {
        screens_practice(session, &session->order[place]);
        hit_within(session, step);
    }
}

/* To the next text of the practice on the screen, if there is one. */
static bool hit_within(struct session *session, int step) {
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    size_t count = 0;
    const struct find_hit *hits = find_hits(session->find, &session->found.query, session->subject,
                                            &scratch, &count);
    const bool fresh = session->hit >= count;
    const size_t place = fresh ? (step < 0 ? count - 1 : 0) : session->hit + (size_t)(long)step;
    const bool there = count > 0 && (fresh || (step < 0 ? session->hit > 0 : place < count));
    if (there) {
        hit_show(session, hits, count, place);
    }
    arena_free(&scratch);
    return there;
}

static void hit_show(struct session *session, const struct find_hit *hits, size_t count,
                     size_t place) {
    const struct find_hit *hit = &hits[place];
    const enum panel panel = hit_panel(hit);
    session->hit = place;
    hit_focus(session, hit, panel);
    session_say(session, _("%zu of %zu here: %s"), place + 1, count, sought_label(hit->field));
}

static enum panel hit_panel(const struct find_hit *hit) {
    if (!hit->question) {
        return PANEL_ABOUT;
    }
    switch (hit->field) {
    case SOUGHT_ANSWER:
        return PANEL_ANSWER;
    case SOUGHT_TOOL:
        return PANEL_TOOLS;
    case SOUGHT_COMMENT:
    case SOUGHT_EVIDENCE:
    case SOUGHT_PLAN:
        return PANEL_ITEM;
    default:
        return PANEL_CHECKLIST;
    }
}

static void hit_focus(struct session *session, const struct find_hit *hit, enum panel panel) {
    const struct question *question = hit->question;
    const bool shown = question && session->checklist &&
                       question->criterion->checklist == session->checklist;
    scroll_focus(session, PANEL_CRITERIA,
                 shown ? 1 + (size_t)(question - session->checklist->questions) : 0);
    screens_focus(session, shown ? panel : PANEL_ABOUT);
    /* Also one that was answered, while those are hidden. */
    session->just_set = hit->item;
    for (size_t i = 0; shown && hit->item && i < session_entries(session, PANEL_CHECKLIST); i++) {
        if (session_item_at(session, i) == hit->item) {
            scroll_focus(session, PANEL_CHECKLIST, i);
        }
    }
    session->seeking = session_panel(session);
}

static void value_toggle(struct session *session) {
    const size_t focus = session->panels[PANEL_VALUES].focus;
    if (focus >= session->counts.count) {
        return;
    }
    const struct facet_count *value = &session->counts.values[focus];
    const enum facet facet = session->counted;
    if (value->chosen) {
        filters_remove(&session->wish.filters, facet, value->value);
    } else if (!filters_add(&session->wish.filters, facet, value->value)) {
        session_say(session, _("No more than %d values can be chosen."), FILTERS_MAX);
    }
    wish_changed(session);
}

static void counts_make(struct session *session) {
    const enum facet facet = (enum facet)session->panels[PANEL_FACETS].focus;
    if (facet != session->counted) {
        scroll_first(session, PANEL_VALUES);
    }
    arena_empty(&session->counting);
    session->counts = find_counts(session->find, &session->wish, facet, &session->counting);
    session->counted = facet;
    session->counted_list = session->listed;
}
