/*
 * comparing: two practices beside one another, question by question and item by item. The focus is
 * on an item, or on the answers to a question; it is the same on both sides.
 */
#ifndef VADEMECUM_DESK_COMPARING_H
#define VADEMECUM_DESK_COMPARING_H

#include "vademecum/desk/session.h"
#include "vademecum/report/compare.h"

#include <stdbool.h>
#include <stddef.h>

/* What the focus can be on. */
struct compare_place {
    const struct question *question;
    const struct item *item; /* NULL: the answers to the question */
};

/*
 * Moves on to the next place that is shown; from {NULL, NULL} to the first. False, with nothing
 * done, behind the last. With differences only, answers are not shown, and neither is a question
 * without a difference.
 */
bool comparing_next(const struct session *session, struct compare_place *place);

/* The place in focus; {NULL, NULL} when there is none. */
struct compare_place comparing_here(const struct session *session);

/* The side in focus. */
enum side comparing_side(const struct session *session);

/* What is said of an item on a side. */
struct stand comparing_stand(const struct session *session, enum side side,
                             const struct item *item);

/* Whether the reviewer has given any mark on a side, by the checklist that is compared by. */
bool comparing_reviewed(const struct session *session, enum side side);

/* For the desk: whether a mark can be given to the place in focus. */
bool comparing_marks(const struct session *session);

/* For the desk: why not, and where it can. */
const char *comparing_refusal(const struct session *session);

/* For the desk: what `e` writes in focus; false when nothing. */
bool comparing_typing(const struct session *session, struct box *box);

/* For the desk: puts the two practices before the user, at an item or question unless NULL. */
void comparing_show(struct session *session, const struct subject *from,
                    const struct subject *other, const struct question *question,
                    const struct item *item);

/* For the desk: keeps the focus on a place, wherever it stands now. */
void comparing_focus(struct session *session, const struct compare_place *place);

/* For the desk: both sides scroll as one. To be called when either may have moved. */
void comparing_align(struct session *session);

/*
 * For the desk: goes to a practice, at an item of a question, or at the question; what the user
 * comes from lies below.
 */
void comparing_visit(struct session *session, const struct subject *subject,
                     const struct question *question, const struct item *item);

/*
 * For the desk: to be called after the list of practices was made anew, or has others in it or
 * another order: finds those that are compared, and what was kept of the list is made anew.
 */
void comparing_again(struct session *session);

/* others.c: the practice that an entry of the list to choose from stands for. */
const struct subject *others_at(const struct session *session, size_t entry);

/* For the desk: what was typed has changed. */
void others_narrow(struct session *session);

/* For the desk: Enter takes the practice in focus. */
void others_choose(struct session *session);

#endif
