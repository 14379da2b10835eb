#include "vademecum/base/text.h"
#include "vademecum/base/words.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/matrix.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"

#include <string.h>

static const struct subject *subject_here(const struct session *session);
static void list_fill(struct session *session);
static void place_add(struct session *session, size_t place);
static void titles_fold(struct session *session);

void others_compare(struct session *session) {
    struct comparison *comparison = &session->comparison;
    const struct subject *from = subject_here(session);
    const struct practice *model = from->practice ? NULL : session_model(session, from);
    comparison->from = subjects_keep(session, from);
    comparison->model = NULL;
    if (model) {
        const char *id = record_cell(&model->record, PRACTICE_ID);
        comparison->model = subjects_keep(session, session_subject(session, id));
    }
    screens_raise(session, SCREEN_OTHER, PANEL_OTHER);
    list_fill(session);
    scroll_first(session, PANEL_OTHER);
}

void others_narrow(struct session *session) {
    list_fill(session);
}

void others_choose(struct session *session) {
    const struct subject *from = session->comparison.from;
    const struct subject *other = others_at(session, session->panels[PANEL_OTHER].focus);
    if (!other) {
        session_say(session, _("No practice has these words; Esc takes them away."));
        return;
    }
    screens_close(session);
    /* From a practice the comparison begins where its reader is. */
    const bool reading = session_screen(session) == SCREEN_PRACTICE;
    const bool listed = reading && session_panel(session) == PANEL_CHECKLIST;
    comparing_show(session, from, other, reading ? session_question(session) : NULL,
                   listed ? session_item(session) : NULL);
}

const struct subject *others_at(const struct session *session, size_t entry) {
    const struct comparison *comparison = &session->comparison;
    return entry < comparison->other_count ? &session->order[comparison->others[entry]] : NULL;
}

/* Which practice another one is to be compared with. */
static const struct subject *subject_here(const struct session *session) {
    switch (session_screen(session)) {
    case SCREEN_MATRIX:
        return matrix_subject(session);
    case SCREEN_COMPARE:
        return session->comparison.sides[comparing_side(session)];
    case SCREEN_HOME:
        return session_home_subject(session);
    default:
        return session->subject;
    }
}

/* All others that have the words that were typed; the model of an own one comes first. */
static void list_fill(struct session *session) {
    struct comparison *comparison = &session->comparison;
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    const char *words = text_fold(&scratch, session->prompt.text);
    const bool typed = words[strspn(words, " ")] != '\0';
    if (typed) {
        titles_fold(session);
    }
    comparison->other_count = 0;
    const size_t count = session->practice_count;
    const long found = comparison->model ? subjects_place(session, comparison->model->id) : -1;
    const size_t model = found >= 0 ? (size_t)found : count;
    for (size_t i = 0; i <= count; i++) {
        /* The model's turn comes before that of the first. */
        const size_t place = i == 0 ? model : i - 1;
        const bool listed = place < count &&
                            strcmp(session->order[place].id, comparison->from->id) != 0 &&
                            (i == 0 || place != model);
        if (listed && (!typed || text_words_in(comparison->folded[place], words))) {
            place_add(session, place);
        }
    }
    arena_free(&scratch);
}

static void place_add(struct session *session, size_t place) {
    struct comparison *comparison = &session->comparison;
    comparison->others = arena_grow(session->arena, comparison->others, comparison->other_count,
                                    &comparison->other_room, sizeof *comparison->others);
    comparison->others[comparison->other_count++] = place;
}

/* Once for the list of practices: the next letters then only look through what was folded. */
static void titles_fold(struct session *session) {
    struct comparison *comparison = &session->comparison;
    if (comparison->folded_order == session->order &&
        comparison->folded_count == session->practice_count) {
        return;
    }
    comparison->folded_order = session->order;
    comparison->folded_count = session->practice_count;
    comparison->folded = arena_array(session->arena, session->practice_count, sizeof(const char *));
    for (size_t i = 0; i < session->practice_count; i++) {
        comparison->folded[i] = text_fold(session->arena, session->order[i].title);
    }
}
