/*
 * subjects: the practices that Home lists, own ones and the catalogue's. Only the desk uses this.
 */
#ifndef VADEMECUM_DESK_SUBJECTS_H
#define VADEMECUM_DESK_SUBJECTS_H

#include "vademecum/desk/session.h"

/* Makes the list anew from the catalogue and the log, keeping the focus on its practice. */
void subjects_load(struct session *session);

/* Appends the practices that have been read since; when none is missing, makes the list anew. */
void subjects_more(struct session *session);

/* The place of a practice in Home's order, or -1. */
long subjects_place(const struct session *session, const char *id);

#endif
