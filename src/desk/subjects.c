#include "vademecum/desk/subjects.h"

#include "vademecum/base/words.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/desk/screens.h"
#include "vademecum/find/model.h"

#include <stdlib.h>
#include <string.h>

static struct subject *subject_add(struct session *session);
static void practices_append(struct session *session);
static void subjects_sort(struct session *session);
static void subject_find(struct session *session, const char *id);
static int subject_compare(const void *left, const void *right);
static const char *keep(struct session *session, const char *text);

void subjects_load(struct session *session) {
    const struct review *review = session_review(session);
    const struct subject *before = session_home_subject(session);
    const char *focused = before ? before->id : NULL;
    const char *shown = session->subject ? session->subject->id : NULL;
    size_t own_count = 0;
    const char **own = review_own(review, session->arena, &own_count);
    session->order = NULL;
    session->practice_count = 0;
    session->practice_room = 0;
    session->own_count = own_count;
    for (size_t i = 0; i < own_count; i++) {
        /* Copies: what the review says moves with the next event. */
        *subject_add(session) = (struct subject){
            .id = keep(session, own[i]),
            .title = keep(session, review_fact(review, own[i], "own.title")),
            .country = keep(session, review_fact(review, own[i], "own.country")),
        };
    }
    practices_append(session);
    subjects_sort(session);
    const long place = focused ? subjects_place(session, focused) : 0;
    session->panels[PANEL_PRACTICES].focus = place > 0 ? (size_t)place : 0;
    session->readings = session->log ? log_readings(session->log) : 0;
    subject_find(session, shown);
    comparing_again(session);
}

void subjects_more(struct session *session) {
    if (session->catalogue->practices_whole) {
        subjects_load(session);
        return;
    }
    const struct subject *before = session->order;
    const size_t shown = session->subject ? (size_t)(session->subject - before) : 0;
    practices_append(session);
    if (session->subject) {
        session->subject = &session->order[shown];
    }
}

long subjects_place(const struct session *session, const char *id) {
    for (size_t i = 0; i < session->practice_count; i++) {
        if (strcmp(session->order[i].id, id) == 0) {
            return (long)i;
        }
    }
    return -1;
}

const struct subject *session_home_subject(const struct session *session) {
    const size_t focus = session->panels[PANEL_PRACTICES].focus;
    return focus < session->practice_count ? &session->order[focus] : NULL;
}

const struct practice *session_model(const struct session *session, const struct subject *subject) {
    if (subject->practice) {
        return subject->practice;
    }
    const char *chosen = session_value(session, subject, "", "model");
    const struct checklist *used = session_checklist_chosen(session, subject);
    const struct practice *model = catalogue_practice(session->catalogue, chosen);
    if (model) {
        return model;
    }
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    const struct reviewed own = who_own(session->catalogue, session_review(session), subject->id,
                                        &scratch);
    model = model_default(session->catalogue, &own, used);
    arena_free(&scratch);
    return model;
}

static struct subject *subject_add(struct session *session) {
    session->order = arena_grow(session->arena, session->order, session->practice_count,
                                &session->practice_room, sizeof *session->order);
    return &session->order[session->practice_count++];
}

static void practices_append(struct session *session) {
    const struct catalogue *catalogue = session->catalogue;
    for (size_t i = session->practice_count - session->own_count; i < catalogue->practice_count;
         i++) {
        const struct practice *practice = &catalogue->practices[i];
        *subject_add(session) = (struct subject){
            .id = record_cell(&practice->record, PRACTICE_ID),
            .title = record_cell(&practice->record, PRACTICE_TITLE),
            .country = record_cell(&practice->record, PRACTICE_COUNTRY),
            .practice = practice,
        };
    }
}

/* As long as practices come, those of the catalogue stay in its order. */
static void subjects_sort(struct session *session) {
    const size_t count = session->catalogue->practices_whole ? session->practice_count
                                                             : session->own_count;
    for (size_t i = 0; i < count; i++) {
        session->order[i].sort_key = text_sort_key(session->arena, session->order[i].title);
    }
    if (count) {
        qsort(session->order, count, sizeof *session->order, subject_compare);
    }
}

/* The practice that is worked on, in the new list; when it is gone, so are its screens. */
static void subject_find(struct session *session, const char *id) {
    const long place = id ? subjects_place(session, id) : -1;
    session->subject = place >= 0 ? &session->order[place] : NULL;
    if (id && place < 0) {
        session->depth = 1;
        session->checklist = NULL;
        screens_end_prompt(session);
        session_say(session, _("This practice is no longer there."));
    }
}

/* Own ones first, then by title; of equal titles by id, so that the order is always the same. */
static int subject_compare(const void *left, const void *right) {
    const struct subject *one = left;
    const struct subject *other = right;
    if (!one->practice != !other->practice) {
        return one->practice ? 1 : -1;
    }
    const int order = strcmp(one->sort_key, other->sort_key);
    return order ? order : strcmp(one->id, other->id);
}

static const char *keep(struct session *session, const char *text) {
    return arena_copy(session->arena, text, strlen(text));
}
