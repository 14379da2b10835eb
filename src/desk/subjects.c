#include "vademecum/desk/subjects.h"

#include "vademecum/base/words.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/find/model.h"

#include <string.h>

enum {
    /* Practices that are taken in between two looks for a key: their terms; texts or answers. */
    TERMS_AT_ONCE = 512,
    TAKEN_AT_ONCE = 64
};

/* The model of an own practice for which none was chosen. */
struct known_model {
    const char *id;               /* of the own practice */
    const struct checklist *used; /* that the reviewer has chosen for it, or NULL */
    const struct practice *model; /* or NULL: there is none */
};

struct models {
    struct arena arena; /* of what follows */
    size_t listed;      /* the list, as session->listed counts them, that they belong to */
    struct known_model *known;
    size_t count; /* of `known` */
    size_t room;
};

static const struct practice *default_model(const struct session *session,
                                            const struct subject *subject,
                                            const struct checklist *used);
static void subject_find(struct session *session);

void subjects_open(struct session *session) {
    session->find = find_make(session->catalogue, session->arena);
    session->models = arena_alloc(session->arena, sizeof *session->models);
    arena_init(&session->models->arena, session->arena->end);
    session->hit = SIZE_MAX;
    find_take(session->find, FIND_PRACTICES, SIZE_MAX);
    session->listed_whole = session->catalogue->practices_whole;
    subjects_load(session);
}

void subjects_close(struct session *session) {
    if (session->find) {
        find_free(session->find);
        arena_free(&session->models->arena);
        session->find = NULL;
    }
    arena_free(&session->listing);
    arena_free(&session->counting);
}

void subjects_load(struct session *session) {
    session->readings = session->log ? log_readings(session->log) : 0;
    find_review(session->find, session_review(session), session->reviewer);
    subjects_list(session);
    subject_find(session);
}

void subjects_list(struct session *session) {
    /* Nobody has chosen the first of those that came first. */
    const struct subject *before = session->touched ? session_home_subject(session) : NULL;
    const char *focused = before ? before->id : NULL;
    struct arena listing;
    arena_init(&listing, session->arena->end);
    const struct found found = find_run(session->find, &session->wish, &listing);
    struct subject *order = arena_array(&listing, found.count, sizeof *order);
    for (size_t i = 0; i < found.count; i++) {
        order[i] = find_subjects(session->find)->list[found.places[i]];
    }
    arena_free(&session->listing);
    session->listing = listing;
    session->found = found;
    session->order = order;
    session->practice_count = found.count;
    session->listed++;
    session->listed_events = session_review(session)->event_count;
    const long place = focused ? subjects_place(session, focused) : 0;
    session->panels[PANEL_PRACTICES].focus = place > 0 ? (size_t)place : 0;
    comparing_again(session);
}

void subjects_settle(struct session *session) {
    const bool wished = session->wish.words[0] || session->wish.filters.count > 0 ||
                        session->wish.order != ORDER_TITLE;
    if (!wished || session->listed_events == session_review(session)->event_count) {
        return;
    }
    const struct subject *before = session_home_subject(session);
    const char *focused = before ? before->id : "";
    const size_t focus = session->panels[PANEL_PRACTICES].focus;
    subjects_list(session);
    /* When the practice has left the list, its neighbour is at hand, not the first of all. */
    if (subjects_place(session, focused) < 0 && session->practice_count > 0) {
        const size_t last = session->practice_count - 1;
        scroll_focus(session, PANEL_PRACTICES, focus < last ? focus : last);
    }
}

bool subjects_texts(struct session *session) {
    return session->listed_whole && find_take(session->find, FIND_TEXTS, TAKEN_AT_ONCE);
}

bool subjects_more(struct session *session) {
    const struct catalogue *catalogue = session->catalogue;
    const struct subjects *all = find_subjects(session->find);
    const size_t own = all->own;
    bool more = true;
    find_take(session->find, FIND_PRACTICES, SIZE_MAX);
    if (catalogue->terms_whole && !session->searchable) {
        find_take(session->find, FIND_TERMS, TERMS_AT_ONCE);
    }
    if (catalogue->practices_whole && !session->sorted) {
        /* Sorting was enough for one time. */
        session->sorted = true;
    } else if (catalogue->practices_whole && !session->listed_whole) {
        session->listed_whole = true;
        subjects_list(session);
    } else if (!session->listed_whole && all->count - own > session->practice_count * 5 / 4) {
        subjects_list(session);
    } else if (!session->reading && !session->searchable) {
        find_complete(session->find);
        session->searchable = true;
    } else if (!session->reading) {
        more = find_take(session->find, FIND_ANSWERS, TAKEN_AT_ONCE);
        session->indexed += TAKEN_AT_ONCE;
    }
    if (!more) {
        subjects_load(session);
    }
    return more;
}

long subjects_place(const struct session *session, const char *id) {
    const struct subject *here = session_home_subject(session);
    if (here && strcmp(here->id, id) == 0) {
        return (long)session->panels[PANEL_PRACTICES].focus;
    }
    for (size_t i = 0; i < session->practice_count; i++) {
        if (strcmp(session->order[i].id, id) == 0) {
            return (long)i;
        }
    }
    return -1;
}

long subjects_beside(const struct session *session, const char *id, int step) {
    const long place = subjects_place(session, id) + step;
    return place >= 0 && (size_t)place < session->practice_count ? place : -1;
}

const struct subject *session_subject(const struct session *session, const char *id) {
    const struct subjects *all = find_subjects(session->find);
    const long place = subjects_find(all, id);
    return place >= 0 ? &all->list[place] : NULL;
}

struct subject *subjects_keep(struct session *session, const struct subject *subject) {
    struct subject *kept = arena_alloc(session->arena, sizeof *kept);
    *kept = *subject;
    return kept;
}

struct subject *subjects_renew(const struct session *session, struct subject *kept) {
    const struct subject *now = kept ? session_subject(session, kept->id) : NULL;
    if (!now) {
        return NULL;
    }
    *kept = *now;
    return kept;
}

const struct subject *subjects_models(const struct session *session, size_t *count) {
    const struct subjects *all = find_subjects(session->find);
    *count = all->count - all->own;
    return all->own > 0 ? all->list + all->own : all->list;
}

const struct subject *session_home_subject(const struct session *session) {
    const size_t focus = session->panels[PANEL_PRACTICES].focus;
    return focus < session->practice_count ? &session->order[focus] : NULL;
}

const char *session_title(const struct session *session, const struct practice *practice) {
    return catalogue_text(session->catalogue, SCHEMA_PRACTICES, &practice->record, PRACTICE_TITLE,
                          session->lang, NULL);
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
    return default_model(session, subject, used);
}

/* It takes a look at all practices, so it is kept as long as none of them changes. */
static const struct practice *default_model(const struct session *session,
                                            const struct subject *subject,
                                            const struct checklist *used) {
    struct models *models = session->models;
    if (models->listed != session->listed) {
        arena_empty(&models->arena);
        *models = (struct models){.arena = models->arena, .listed = session->listed};
    }
    for (size_t i = 0; i < models->count; i++) {
        if (models->known[i].used == used && strcmp(models->known[i].id, subject->id) == 0) {
            return models->known[i].model;
        }
    }
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    const struct kin own = who_own(session->catalogue, session_review(session), subject->id,
                                   &scratch);
    const struct practice *model = model_default(session->catalogue, &own, used,
                                                 find_title_places(session->find), &scratch);
    arena_free(&scratch);
    if (!session->busy) {
        models->known = arena_grow(&models->arena, models->known, models->count, &models->room,
                                   sizeof *models->known);
        models->known[models->count++] = (struct known_model){
            .id = arena_copy(&models->arena, subject->id, strlen(subject->id)),
            .used = used,
            .model = model,
        };
    }
    return model;
}

/* What is said of the practice that is worked on may have changed; or it is gone, and its screens
 * with it. */
static void subject_find(struct session *session) {
    const struct subject *subject = session->subject
                                        ? session_subject(session, session->subject->id)
                                        : NULL;
    if (subject) {
        session->shown = *subject;
    } else if (session->subject) {
        session->subject = NULL;
        session->depth = 1;
        session->checklist = NULL;
        screens_end_prompt(session);
        if (!session->message[0]) {
            session_say(session, _("This practice is no longer there."));
        }
    }
}
