#include "vademecum/base/words.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"
#include "vademecum/desk/writing.h"

#include <string.h>

static const struct item *item_marked(const struct session *session,
                                      const struct subject **subject);
static void verdict_give(struct session *session, enum verdict verdict);
static void unanswered_go(struct session *session, int step);
static bool round_asked(struct session *session, int step);
static long place_before(const struct session *session, int step);
static bool home_go(struct session *session);

const struct review *session_review(const struct session *session) {
    static const struct review nothing = {0};
    return session->log ? log_review(session->log) : &nothing;
}

enum verdict session_verdict(const struct session *session, const struct subject *subject,
                             const struct item *item) {
    return verdict_find(
        writing_value(session, subject->id, record_cell(&item->record, ITEM_ID), "verdict"));
}

struct progress session_progress(const struct session *session, const struct subject *subject,
                                 const struct item *items, size_t count) {
    struct progress progress = {0};
    for (size_t i = 0; i < count; i++) {
        progress.verdicts[session_verdict(session, subject, &items[i])]++;
    }
    return progress;
}

const char *session_value(const struct session *session, const struct subject *subject,
                          const char *item, const char *field) {
    return writing_value(session, subject->id, item, field);
}

const char *session_written(const struct session *session, const char *practice, const char *item,
                            const char *field) {
    return writing_value(session, practice, item, field);
}

const struct checklist *session_checklist(const struct session *session,
                                          const struct subject *subject) {
    const struct checklist *chosen = session_checklist_chosen(session, subject);
    const struct practice *model = chosen ? NULL : session_model(session, subject);
    return model ? catalogue_checklist(session->catalogue, model) : chosen;
}

const struct checklist *session_checklist_chosen(const struct session *session,
                                                 const struct subject *subject) {
    const char *chosen = session_value(session, subject, "", "checklist");
    const size_t length = strcspn(chosen, "@");
    for (size_t i = 0; i < session->catalogue->checklist_count; i++) {
        const struct checklist *checklist = &session->catalogue->checklists[i];
        const char *id = record_cell(&checklist->record, CHECKLIST_ID);
        if (length && strlen(id) == length && strncmp(id, chosen, length) == 0) {
            return checklist;
        }
    }
    return NULL;
}

/* From unanswered over met, partly, not met, does not apply and not known back to unanswered. */
void reviewing_next_verdict(struct session *session) {
    const struct subject *subject;
    const struct item *item = item_marked(session, &subject);
    const enum verdict verdict = session_verdict(session, subject, item);
    verdict_give(session, (verdict + 1) % VERDICT_COUNT);
}

void reviewing_met(struct session *session) {
    verdict_give(session, VERDICT_MET);
}

void reviewing_partly(struct session *session) {
    verdict_give(session, VERDICT_PARTLY);
}

void reviewing_not_met(struct session *session) {
    verdict_give(session, VERDICT_NOT_MET);
}

void reviewing_not_applicable(struct session *session) {
    verdict_give(session, VERDICT_NA);
}

void reviewing_not_known(struct session *session) {
    verdict_give(session, VERDICT_UNKNOWN);
}

void reviewing_clear(struct session *session) {
    verdict_give(session, VERDICT_NONE);
}

void reviewing_next_unanswered(struct session *session) {
    unanswered_go(session, +1);
}

void reviewing_previous_unanswered(struct session *session) {
    unanswered_go(session, -1);
}

void reviewing_hide_answered(struct session *session) {
    session->hide_answered = !session->hide_answered;
    session->just_set = NULL;
    scroll_reset(session, PANEL_CHECKLIST);
    session_say(session, session->hide_answered ? _("Only unanswered items are shown; H shows all.")
                                                : _("All items are shown."));
}

void reviewing_shortlist(struct session *session) {
    const struct subject *subject = session_screen(session) == SCREEN_HOME
                                        ? session_home_subject(session)
                                        : session->subject;
    const bool listed = *session_value(session, subject, "", "shortlist") != '\0';
    writing_put(session, subject->id, "", "shortlist", listed ? "" : "yes");
    session_say(session, listed ? _("Taken off your shortlist.") : _("Put on your shortlist."));
}

bool reviewing_item(struct session *session, const struct item *item) {
    const size_t question = (size_t)(item->question - session->checklist->questions);
    scroll_focus(session, PANEL_CRITERIA, question + 1);
    session->just_set = NULL;
    screens_focus(session, PANEL_CHECKLIST);
    for (size_t i = 0; i < session_entries(session, PANEL_CHECKLIST); i++) {
        if (session_item_at(session, i) == item) {
            scroll_focus(session, PANEL_CHECKLIST, i);
            return true;
        }
    }
    return false;
}

void reviewing_set(struct session *session, const struct item *item, const struct item *here) {
    session->just_set = item;
    if (!reviewing_stay(session, here)) {
        reviewing_stay(session, item);
    }
}

bool reviewing_stay(struct session *session, const struct item *item) {
    const size_t count = session_entries(session, PANEL_CHECKLIST);
    for (size_t i = 0; i < count; i++) {
        if (session_item_at(session, i) == item) {
            session->panels[PANEL_CHECKLIST].focus = i;
            return true;
        }
    }
    return false;
}

/* What a mark goes to: the item in focus, of the practice in `*subject`. */
static const struct item *item_marked(const struct session *session,
                                      const struct subject **subject) {
    if (session_screen(session) == SCREEN_COMPARE) {
        *subject = session->comparison.sides[comparing_side(session)];
        return comparing_here(session).item;
    }
    *subject = session->subject;
    return session_item(session);
}

static void verdict_give(struct session *session, enum verdict verdict) {
    const struct subject *subject;
    const struct item *item = item_marked(session, &subject);
    writing_put(session, subject->id, record_cell(&item->record, ITEM_ID), "verdict",
                verdict_name(verdict));
    if (session_screen(session) == SCREEN_COMPARE) {
        const struct compare_place place = {item->question, item};
        session->just_set = item;
        comparing_focus(session, &place);
        return;
    }
    reviewing_set(session, item, item);
}

/* To the next unanswered item behind the current one, over all questions, or before it. */
static void unanswered_go(struct session *session, int step) {
    if (session_screen(session) == SCREEN_HOME && !home_go(session)) {
        return;
    }
    const struct checklist *checklist = session->checklist;
    const struct item *here = session_item(session);
    const long count = checklist ? (long)checklist->item_count : 0;
    const long from = place_before(session, step);
    for (long i = 1; i <= count; i++) {
        const long place = from + i * step;
        const struct item *item = &checklist->items[(place + count) % count];
        if (session_verdict(session, session->subject, item) != VERDICT_NONE) {
            continue;
        }
        const bool beyond = place < 0 || place >= count;
        if (beyond && item == here) {
            session_say(session, _("This is the only item without your mark."));
        } else if (!beyond || round_asked(session, step)) {
            reviewing_item(session, item);
        }
        return;
    }
    session_say(session, _("All items are answered. P shows the plan, r makes it final."));
}

/* Nobody goes round the ends of the checklist unawares: the first time it is only said. */
static bool round_asked(struct session *session, int step) {
    const enum command command = step < 0 ? COMMAND_PREVIOUS_UNANSWERED : COMMAND_NEXT_UNANSWERED;
    const bool asked = session->asked == command;
    session->asked = asked ? COMMAND_NONE : command;
    if (!asked) {
        session_say(session, step < 0 ? _("No unanswered item before this one; , again begins at "
                                          "the end.")
                                      : _("No unanswered item behind this one; . again begins at "
                                          "the top."));
    }
    return asked;
}

/*
 * The place of the current item, or that from which one step leads into the current question; -1
 * before the first item, and behind the last as many as there are.
 */
static long place_before(const struct session *session, int step) {
    const struct checklist *checklist = session->checklist;
    const struct question *question = session_question(session);
    const struct item *here = session_item(session);
    const long count = checklist ? (long)checklist->item_count : 0;
    const enum panel panel = session_panel(session);
    /* From a question the way leads to its first items, also to the very first. */
    const bool outside = panel == PANEL_CRITERIA || panel == PANEL_ANSWER;
    if (here && !(outside && step > 0)) {
        return here - checklist->items;
    }
    if (!question || question->item_count == 0) {
        return step > 0 ? -1 : count;
    }
    const long first = question->items - checklist->items;
    return step > 0 ? first - 1 : first + (long)question->item_count;
}

/* From Home into the practice of its focus, to where the reviewer was when it is the same. */
static bool home_go(struct session *session) {
    const struct subject *subject = session_home_subject(session);
    if (!subject || !session_checklist(session, subject)) {
        return false;
    }
    session_do(session, COMMAND_OPEN);
    if (session_screen(session) != SCREEN_PRACTICE) {
        return false;
    }
    const struct event *last = review_last(session_review(session), session->reviewer);
    const char *id = last && strcmp(last->practice, session->subject->id) == 0 ? last->item : "";
    const struct item *item = catalogue_item(session->catalogue, id);
    const struct question *question = item ? item->question
                                           : catalogue_question(session->catalogue, id);
    if (!question || question->criterion->checklist != session->checklist) {
        return true;
    }
    scroll_focus(session, PANEL_CRITERIA, (size_t)(question - session->checklist->questions) + 1);
    if (item) {
        reviewing_item(session, item);
    }
    return true;
}
