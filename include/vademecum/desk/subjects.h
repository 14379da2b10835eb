/*
 * subjects: the practices that Home lists, own ones and the catalogue's. Only the desk uses this.
 */
#ifndef VADEMECUM_DESK_SUBJECTS_H
#define VADEMECUM_DESK_SUBJECTS_H

#include "vademecum/desk/session.h"

/* Begins with what the catalogue has so far. */
void subjects_open(struct session *session);

/* Gives its memory back. */
void subjects_close(struct session *session);

/*
 * Makes the list anew: after the review's facts, the wish or the log have changed. The focus stays
 * on its practice where that is still listed.
 */
void subjects_load(struct session *session);

/* The same when the wish has changed, and no facts. */
void subjects_list(struct session *session);

/* The same when an answer has changed, which matters only to some wishes. */
void subjects_settle(struct session *session);

/* Makes a few more practices searchable once all are listed. False when none is left. */
bool subjects_texts(struct session *session);

/* Takes a little more in of what the catalogue has read. False when nothing is left. */
bool subjects_more(struct session *session);

/* The place of a practice in Home's list, or -1. */
long subjects_place(const struct session *session, const char *id);

/*
 * The place in Home's list one step (+1 or -1) from a practice, or -1 when there is none. Of one
 * that is not listed, the first in the list is the next.
 */
long subjects_beside(const struct session *session, const char *id, int step);

/* A copy that stays where it is when the list is made anew, for as long as the session. */
struct subject *subjects_keep(struct session *session, const struct subject *subject);

/* Brings such a copy up to date; NULL when there is no such practice any more, or none was given.
 */
struct subject *subjects_renew(const struct session *session, struct subject *kept);

/*
 * The practices of the catalogue by title, whatever Home lists: any can stand beside an own one.
 * The list may move when Home's is made anew.
 */
const struct subject *subjects_models(const struct session *session, size_t *count);

#endif
