/*
 * planning: the fields of the plan for an item. Only desk and view use this.
 */
#ifndef VADEMECUM_DESK_PLANNING_H
#define VADEMECUM_DESK_PLANNING_H

#include "vademecum/desk/session.h"

enum {
    PLANNING_FIELDS = 8
};

/* Names of the fields, in the order of the form. */
extern const char *const planning_fields[PLANNING_FIELDS];

/* Opens the form of an item's plan. */
void planning_form(struct session *session, const struct item *item);

#endif
