#include "vademecum/desk/subjects.h"

#include "vademecum/base/words.h"
#include "vademecum/desk/screens.h"
#include "vademecum/find/model.h"

static void subject_find(struct session *session, const char *id);

void subjects_load(struct session *session) {
    const struct subject *before = session_home_subject(session);
    const char *focused = before ? before->id : NULL;
    const char *shown = session->subject ? session->subject->id : NULL;
    struct subjects *subjects = &session->subjects;
    if (!subjects->arena) {
        subjects_init(subjects, session->arena);
        for (size_t i = 0; i < session->catalogue->practice_count; i++) {
            subjects_add(subjects, &session->catalogue->practices[i]);
        }
        subjects_sort(subjects);
    }
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    struct notes notes;
    notes_read(&notes, &scratch, session->catalogue, session_review(session), NULL);
    subjects_own(subjects, &notes);
    arena_free(&scratch);
    session->order = subjects->list;
    session->practice_count = subjects->count;
    const long place = focused ? subjects_place(session, focused) : 0;
    session->panels[PANEL_PRACTICES].focus = place > 0 ? (size_t)place : 0;
    session->readings = session->log ? log_readings(session->log) : 0;
    subject_find(session, shown);
}

long subjects_place(const struct session *session, const char *id) {
    return subjects_find(&session->subjects, id);
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
