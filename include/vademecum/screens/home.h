/*
 * home: the practices and their preview. What its files share.
 */
#ifndef VADEMECUM_SCREENS_HOME_H
#define VADEMECUM_SCREENS_HOME_H

#include "vademecum/desk/desk.h"

/* Whether the first steps are shown: nobody has an own practice, and all is listed as it comes. */
bool home_begins(const struct desk *desk);

/* What the program is, in a sentence. */
const char *home_purpose(void);

/* Whether the source says anything of an item of the checklist. */
bool home_assessed(const struct desk *desk, const struct practice *practice,
                   const struct checklist *checklist);

/* Rows of the panels. */
void home_practices_rows(const struct desk *desk, struct rows *rows);
void home_preview_rows(const struct desk *desk, struct rows *rows);

/*
 * Adds what the next visit is to look at, once a round of the practice was closed: what is due,
 * what was not known, what was met by word alone.
 */
void home_visit_rows(const struct desk *desk, const struct subject *subject, struct rows *rows);

#endif
