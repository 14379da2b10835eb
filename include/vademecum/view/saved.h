/*
 * saved: says what is saved.
 */
#ifndef VADEMECUM_VIEW_SAVED_H
#define VADEMECUM_VIEW_SAVED_H

#include "vademecum/desk/desk.h"

/* What is saved, and when: never "saved" before it is; "" when there is nothing to say. */
const char *saved_text(const struct desk *desk, int columns, struct arena *frame);

/*
 * What no message may hide, however little room there is: that something is not saved. "" when all
 * is, or when the message says so itself.
 */
const char *saved_alarm(const struct desk *desk, int columns);

#endif
