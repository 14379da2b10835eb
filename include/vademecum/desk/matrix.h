/*
 * matrix: the practices that Home lists in rows, and in columns the items of a checklist, or its
 * criteria with counts.
 */
#ifndef VADEMECUM_DESK_MATRIX_H
#define VADEMECUM_DESK_MATRIX_H

#include "vademecum/desk/session.h"

#include <stdbool.h>
#include <stddef.h>

/* A column: the items that it is about. */
struct matrix_column {
    const struct item *items;
    size_t count; /* 1, or all of a criterion */
};

/* How many columns there are, and one of them. */
size_t matrix_columns(const struct session *session);
struct matrix_column matrix_column(const struct session *session, size_t column);

/*
 * How many of a run of items a practice meets: by its source, an own one by the reviewer. `*of`
 * gets how many are listed, or for an own one how many there are.
 */
size_t matrix_met(const struct session *session, const struct subject *subject,
                  const struct item *items, size_t count, size_t *of);

/* The practice in focus; NULL when the list is empty, as a search or filter may leave it. */
const struct subject *matrix_subject(const struct session *session);

/* How many practices meet all of the column in focus. */
size_t matrix_column_met(const struct session *session);

/* For the desk: counts the columns anew when what they are counted from has changed. */
void matrix_settle(struct session *session);

/* For the desk: to the column on the right or left; to the next or previous question. */
void matrix_step(struct session *session, int step);
void matrix_leap(struct session *session, int step);

/* For the desk: what Enter does. */
void matrix_go(struct session *session);

#endif
