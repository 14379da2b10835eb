/*
 * writing: what leaves the session for the log, and what can be undone of it. Only the desk uses
 * this.
 */
#ifndef VADEMECUM_DESK_WRITING_H
#define VADEMECUM_DESK_WRITING_H

#include "vademecum/desk/session.h"

/*
 * Leaves a field of a practice to be written, unless it has that value already; it can be undone.
 * `item` is the id of an item or question, or "". Texts are copied. Returns whether anything is to
 * be written.
 */
bool writing_put(struct session *session, const char *practice, const char *item, const char *field,
                 const char *value);

/* What the field will be when all is written; as review_value for the reviewer. */
const char *writing_value(const struct session *session, const char *practice, const char *item,
                          const char *field);

/* The text, or its beginning when it is long. */
const char *writing_excerpt(const struct session *session, const char *text, struct arena *arena);

#endif
